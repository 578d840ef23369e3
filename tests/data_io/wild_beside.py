"""Rows, columns and small tables of a result sheet that are no pupils and no tasks."""

from pathlib import Path
from typing import Any

from tests.data_io.result_sheets import csv_of, xlsx_of
from tests.data_io.wild_expected import PEOPLE, Made, a_test, ask, grid

_NAMES = [f"{first} {last}" for first, last in PEOPLE]


def limit_below_the_headings(folder: Path) -> Made:
    points = grid(6, [10, 10, 6])
    rows: list[list[Any]] = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3"], ["Beståelsesgrænse", 5, 4, 2]]
    rows += [[name, *row] for name, row in zip(_NAMES, points, strict=False)]
    why = "The limit for passing stands where a pupil could and is none; it is no maximum either."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(points, why, or_question=True)


def weights_below_the_headings(folder: Path) -> Made:
    points = grid(6, [10, 10, 60])
    rows: list[list[Any]] = [["Name", "HW1", "HW2", "Exam"], ["Weight", "10%", "10%", "80%"]]
    rows += [[name, *row] for name, row in zip(_NAMES, points, strict=False)]
    why = "Weights say how much a task counts: neither maxima nor a pupil."
    return xlsx_of(folder / "grades.xlsx", rows), a_test(points, why, or_question=True)


def maxima_and_means_below(folder: Path) -> Made:
    maxima = [4, 5, 6]
    points = grid(6, maxima)
    rows: list[list[Any]] = [["Elev", "1", "2", "3", "I alt"]]
    rows += [[name, *row, sum(row)] for name, row in zip(_NAMES, points, strict=False)]
    rows += [["Max", *maxima, 15], ["Gns.", 2, 2.5, 3, 7.5], ["Løsningspct.", 50, 40, 50, 47]]
    why = "Under the pupils stand the maxima, the means and the shares: three rows and no pupil."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(points, why, maxima)


def maximum_in_a_column_beside(folder: Path) -> Made:
    points = [[10], [17], [22], [9], [14], [20]]
    rows: list[list[Any]] = [["Elev", "Point", "Max"]]
    rows += [[name, *row, 25] for name, row in zip(_NAMES, points, strict=False)]
    why = "25 beside every pupil is the maximum; of the highest seen, 22, the shares would be false."
    return xlsx_of(folder / "diktat.xlsx", rows), a_test(points, why, [25], or_question=True)


def parts_and_their_sums(folder: Path) -> Made:
    parts = grid(6, [3, 2, 4, 5])
    rows: list[list[Any]] = [["Elev", "1", "1a", "1b", "2", "2a", "2b"]]
    for name, row in zip(_NAMES, parts, strict=False):
        rows.append([name, row[0] + row[1], *row[:2], row[2] + row[3], *row[2:]])
    why = "In every row 1 is 1a and 1b together: counted beside its parts each point counts twice."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(parts, why, or_question=True)


def sums_between_the_tasks(folder: Path) -> Made:
    parts = grid(6, [3, 2, 4, 5])
    rows: list[list[Any]] = [["Elev", "1a", "1b", "1 i alt", "2a", "2b", "2 i alt", "Samlet"]]
    for name, row in zip(_NAMES, parts, strict=False):
        rows.append([name, *row[:2], row[0] + row[1], *row[2:], row[2] + row[3], sum(row)])
    why = "Four tasks; the sums between and after them are no tasks."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(parts, why)


def swedish_test_with_points_in_the_labels(folder: Path) -> Made:
    points = grid(6, [3, 4])
    rows: list[list[Any]] = [["Namn", "Uppgift 1 (3p)", "Uppgift 2 (4p)", "Summa", "Betyg"]]
    rows += [[_NAMES[n], *row, sum(row), "ABCDEF"[n]] for n, row in enumerate(points)]
    why = "'(3p)' is the maximum; Summa is the sum and Betyg a letter."
    return xlsx_of(folder / "prov.xlsx", rows), a_test(points, why, [3, 4], or_question=True)


def bonus_beside_the_tasks(folder: Path) -> Made:
    points = grid(6, [5, 5])
    rows: list[list[Any]] = [["Elev", "Opg. 1", "Opg. 2", "Bonus", "I alt"], ["Max", 5, 5, None, 10]]
    rows += [[_NAMES[n], *row, n % 2, sum(row) + n % 2] for n, row in enumerate(points)]
    why = "Bonus has no maximum and is counted in I alt: whether it is a task only the teacher knows."
    return xlsx_of(folder / "mat.xlsx", rows), ask(why, a_test(points, why, [5, 5]))


def pages_below_the_headings(folder: Path) -> Made:
    points = grid(6, [5, 4, 6])
    rows: list[list[Any]] = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3"], ["Side", 12, 14, 15]]
    rows += [[name, *row] for name, row in zip(_NAMES, points, strict=False)]
    why = "The page each task stands on is no pupil's result."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(points, why, or_question=True)


def other_groups_below(folder: Path) -> Made:
    points = grid(6, [5, 4, 6])
    rows: list[list[Any]] = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3"]]
    rows += [[name, *row] for name, row in zip(_NAMES, points, strict=False)]
    rows += [["Sidste år", 3, 2, 4], ["Kommunen", 3, 2, 3], ["Landsresultat", 2, 2, 4]]
    why = "Last year, the municipality and the country stand below for comparison and are no pupils."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(points, why, or_question=True)


def statistics_of_many_names_below(folder: Path) -> Made:
    points = grid(6, [5, 4, 6])
    rows: list[list[Any]] = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3"]]
    rows += [[name, *row] for name, row in zip(_NAMES, points, strict=False)]
    rows += [["Bedste", 5, 4, 6], ["Dårligste", 0, 0, 1], ["Varians", 1.2, 1.1, 0.9]]
    rows += [["25 %-fraktil", 1, 1, 2], ["Elever med fuld point", 2, 1, 2], ["Antal besvarelser", 6, 6, 6]]
    why = "Best, worst, variance, quartiles and counts are statistics, whatever they are called."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(points, why, or_question=True)


def answers_in_numbers_with_a_key(folder: Path) -> Made:
    right = [[1, 1, 1], [1, 0, 1], [0, 1, 1], [1, 1, 0], [0, 0, 1]]
    key = [12, 7, 30]
    rows: list[list[Any]] = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3"], ["Facit", *key]]
    for name, row in zip(_NAMES, right, strict=False):
        rows.append([name, *(k if r else k - 1 for k, r in zip(key, row, strict=True))])
    why = "Facit says that the cells are answers: 12 is right, not twelve points."
    return xlsx_of(folder / "hovedregning.xlsx", rows), ask(why, a_test(right, why, [1, 1, 1]))


def nines_for_no_answer(folder: Path) -> Made:
    rows: list[list[Any]] = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3", "Opg. 4"]]
    points = [[2, 1, 99, 0], [1, 99, 0, 2], [0, 2, 1, 1], [99, 1, 2, 2], [2, 0, 1, 99], [1, 2, 2, 0]]
    rows += [[name, *row] for name, row in zip(_NAMES, points, strict=False)]
    answered = [[None if value == 99 else value for value in row] for row in points]
    why = "Where all else is 0 to 2, 99 is a code for no answer: ask before it is 99 points."
    return csv_of(folder / "items.csv", rows), ask(why, a_test(answered, why))


def legend_of_the_tasks_beside(folder: Path) -> Made:
    points = grid(6, [5, 4, 6])
    rows: list[list[Any]] = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3", None, "Opgave", "Emne"]]
    legend = [["Opg. 1", "Brøker"], ["Opg. 2", "Procent"], ["Opg. 3", "Figurer"]]
    for n, row in enumerate(points):
        rows.append([_NAMES[n], *row, None, *(legend[n] if n < 3 else [None, None])])
    why = "The small table to the right says what the tasks are about; it holds no results."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(points, why, or_question=True)


def table_of_marks_beside(folder: Path) -> Made:
    points = grid(6, [5, 4, 6])
    scale: list[Any] = [["Grænse", "Karakter"], [0, "-3"], [3, "00"], [6, "02"], [9, 4], [12, 7], [14, 10]]
    rows: list[list[Any]] = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3", "I alt", None, *scale[0]]]
    for n, row in enumerate(points):
        rows.append([_NAMES[n], *row, sum(row), None, *scale[n + 1]])
    why = "The limits of the marks happen to stand in the pupils' rows and belong to none of them."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(points, why, or_question=True)


def page_and_time_beside_the_tasks(folder: Path) -> Made:
    points = grid(6, [5, 4])
    rows: list[list[Any]] = [["Elev", "Alder", "Trin", "Opg. 1", "Opg. 2", "Tid (min)", "Fejl", "Plads"]]
    for n, row in enumerate(points):
        rows.append([_NAMES[n], 13, 7, *row, 31 + n, 9 - sum(row), n + 1])
    why = "Age, trin, minutes, mistakes and place are about the pupil or the whole: two tasks are left."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(points, why, or_question=True)


MAKERS = (
    limit_below_the_headings,
    weights_below_the_headings,
    maxima_and_means_below,
    maximum_in_a_column_beside,
    parts_and_their_sums,
    sums_between_the_tasks,
    swedish_test_with_points_in_the_labels,
    bonus_beside_the_tasks,
    pages_below_the_headings,
    other_groups_below,
    statistics_of_many_names_below,
    answers_in_numbers_with_a_key,
    nines_for_no_answer,
    legend_of_the_tasks_beside,
    table_of_marks_beside,
    page_and_time_beside_the_tasks,
)
