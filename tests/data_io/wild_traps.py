"""Sheets that look like results and are something else, or hold results in an unusual dress."""

import datetime
from pathlib import Path
from typing import Any

from tests.data_io.result_sheets import csv_of, xlsx_of
from tests.data_io.wild_expected import PEOPLE, Expected, Made, a_test, ask, grid, text_of

_NAMES = [f"{first} {last}" for first, last in PEOPLE]


def internal_test_with_outcomes(folder: Path) -> Made:
    maxima = [5, 5, 10, 10]
    points: list[list[Any]] = [*grid(6, maxima)]
    points[3] = [None] * 4
    rows: list[list[Any]] = [["Internal Test 1", *[None] * 6], ["S.No", "Roll No", "Name"]]
    rows[1] += ["Q1(a)", "Q1(b)", "Q2", "Q3", "Total", "Remarks"]
    rows += [[None, None, "CO", "CO1", "CO1", "CO2", "CO3"], [None, None, "Max Marks", *maxima, 30]]
    for n, row in enumerate(points):
        line = ["AB"] * 5 if row[0] is None else [*row, sum(row)]
        rows.append([n + 1, f"22A{n:03}", _NAMES[n], *line])
    why = "The row CO names an outcome a question, Max Marks its maximum; AB is absent and no result."
    return xlsx_of(folder / "ia1.xlsx", rows), a_test(points, why, maxima, or_question=True)


def points_written_as_fractions(folder: Path) -> Made:
    points = grid(5, [8, 10])
    rows: list[list[Any]] = [["Elev", "Diktat", "Læsning"]]
    rows += [[name, f"{row[0]}/8", f"{row[1]}/10"] for name, row in zip(_NAMES, points, strict=False)]
    why = "'7/8' is seven of eight: neither a date nor 0.875, and the maximum is in every cell."
    return csv_of(folder / "dansk.csv", rows), a_test(points, why, [8, 10], or_question=True)


def shares_in_per_cent(folder: Path) -> Made:
    rows: list[list[Any]] = [["Elev", "Tal og algebra", "Geometri", "Statistik"]]
    rows += [[name, f"{40 + n * 5}%", f"{62 - n}%", f"{55 + n}%"] for n, name in enumerate(_NAMES[:5])]
    points = [[40 + n * 5, 62 - n, 55 + n] for n in range(5)]
    why = "Shares, not points: of 100 each, or a question; of the highest seen they would be false."
    return csv_of(folder / "mat.csv", rows), ask(why, a_test(points, why, [100] * 3))


def labels_turned_into_dates(folder: Path) -> Made:
    maxima = [2, 3, 2, 4]
    points = grid(6, maxima)
    days = [datetime.date(2026, month, day) for day, month in ((1, 1), (2, 1), (1, 2), (2, 2))]
    rows: list[list[Any]] = [["Elev", *days], ["Maks", *maxima]]
    rows += [[name, *row] for name, row in zip(_NAMES, points, strict=False)]
    why = "The program made 1.1 and 2.1 into days in January: four tasks, whatever they are called."
    return xlsx_of(folder / "mat.xlsx", rows), a_test(points, why, maxima, or_question=True)


def one_sheet_about_one_pupil(folder: Path) -> Made:
    rows: list[list[Any]] = [["Navn:", _NAMES[0]], ["Klasse:", "7.A"], []]
    rows += [
        ["Opgave", "Emne", "Point", "Maks"],
        [1, "Brøker", 3, 4],
        [2, "Brøker", 1, 2],
        [3, "Figurer", 0, 5],
    ]
    rows.append(["I alt", None, 4, 11])
    why = "One pupil and three tasks down the sheet; Point and Maks are no pupils."
    return xlsx_of(folder / "elev.xlsx", rows), ask(why, a_test([[3, 1, 0]], why, [4, 2, 5]))


def two_attempts_a_pupil(folder: Path) -> Made:
    points = grid(6, [10, 10, 10])
    rows: list[list[Any]] = [["Navn", "Forsøg", "Opg. 1", "Opg. 2", "Opg. 3"]]
    for n, row in enumerate(points):
        rows.append([_NAMES[n // 2] if n % 2 == 0 else None, f"{n % 2 + 1}. forsøg", *row])
    why = "Three pupils tried twice: six rows are not six pupils, and which try counts a person says."
    return xlsx_of(folder / "forsoeg.xlsx", rows, ["A2:A3", "A4:A5", "A6:A7"]), ask(why)


def answers_to_a_survey(folder: Path) -> Made:
    rows: list[list[Any]] = [
        ["Elev", "Er du glad for din klasse?", "Føler du dig ensom?", "Er der ro i timerne?"]
    ]
    rows += [[name, *row] for name, row in zip(_NAMES, grid(8, [4, 4, 4]), strict=True)]
    return csv_of(folder / "trivsel.csv", rows), ask(
        "A child's answers about wellbeing are no points and must not come in."
    )


def schools_as_rows(folder: Path) -> Made:
    rows: list[list[Any]] = [["Skole", "Kommune", "Antal elever", "Gns. dansk", "Gns. matematik"]]
    for n, name in enumerate(["Lyngskolen", "Bækskolen", "Åskolen", "Engskolen"]):
        rows.append([name, "Vestby", 312 + 40 * n, 6.8 + n / 10, 7.1 - n / 10])
    return csv_of(folder / "skoler.csv", rows), ask("Schools are no pupils and means are no points.")


def countries_as_rows(folder: Path) -> Made:
    rows: list[list[Any]] = [["Country", "2009", "2012", "2015", "2018", "2022"]]
    for n, name in enumerate(["Denmark", "Finland", "Norway", "Sweden", "OECD average"]):
        rows.append([name, *(495 + 3 * n + year for year in range(5))])
    return text_of(folder / "pisa.csv", rows), ask("Countries are no pupils and years are no tasks.")


def classes_as_rows(folder: Path) -> Made:
    rows: list[list[Any]] = [["Klasse", "Antal", "Tal og algebra", "Geometri", "Statistik"]]
    rows += [[klasse, 22 + n, 61 + n, 55 - n, 70 - 2 * n] for n, klasse in enumerate(["7.A", "7.B", "7.C"])]
    return xlsx_of(folder / "aargang.xlsx", rows), ask("Means of whole classes are results of no pupil.")


def classes_across(folder: Path) -> Made:
    rows: list[list[Any]] = [["Emne", "7.A", "7.B", "7.C"]]
    rows += [["Brøker", 61, 55, 70], ["Geometri", 44, 51, 60], ["Algebra", 39, 35, 42]]
    return xlsx_of(folder / "aargang.xlsx", rows), ask(
        "Classes side by side: no column and no row is a pupil."
    )


def teachers_and_lessons(folder: Path) -> Made:
    rows: list[list[Any]] = [["Lærer", "Initialer", "Dansk", "Matematik", "Timer i alt"]]
    rows += [[name, name[:2].upper(), 6 - n, 4 + n, 10] for n, name in enumerate(_NAMES[:5])]
    return xlsx_of(folder / "fagfordeling.xlsx", rows), ask(
        "Teachers and their lessons: nothing here is a pupil's."
    )


def timetable(folder: Path) -> Made:
    rows: list[list[Any]] = [["Lektion", "Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag"]]
    rows += [[n, "Dansk", "Matematik", "Engelsk", "Dansk", "Idræt"] for n in range(1, 7)]
    return xlsx_of(folder / "skema.xlsx", rows), ask("A timetable holds no pupil and no result.")


def marks_counted(folder: Path) -> Made:
    rows: list[list[Any]] = [["Karakter", "Drenge", "Piger", "I alt"]]
    rows += [[mark, n, n + 1, 2 * n + 1] for n, mark in enumerate(["-3", "00", "02", "4", "7", "10", "12"])]
    return xlsx_of(folder / "fordeling.xlsx", rows), ask("How many got which mark: no pupil is in it.")


def points_to_marks(folder: Path) -> Made:
    rows: list[list[Any]] = [
        ["Pointtal", "Karakter"],
        [0, "-3"],
        [6, "00"],
        [14, "02"],
        [22, 4],
        [31, 7],
        [39, 10],
        [46, 12],
    ]
    return xlsx_of(folder / "omsaetning.xlsx", rows), ask(
        "A table from points to marks is no result of anybody."
    )


def remarks_in_the_cells(folder: Path) -> Made:
    points: list[list[Any]] = [*grid(6, [6, 8, 5])]
    shown = [list(map(str, row)) for row in points]
    shown[1][1], shown[4][0], shown[2][2] = f"{shown[1][1]}*", f"{shown[4][0]} (oplæst)", f"ca. {shown[2][2]}"
    rows: list[list[Any]] = [["Elev", "Opg. 1", "Opg. 2", "Opg. 3"], ["Maks", 6, 8, 5]]
    rows += [[name, *row] for name, row in zip(_NAMES, shown, strict=False)]
    why = "A number with a star, a remark or 'ca.' is a number only after somebody has said so."
    return csv_of(folder / "mat.csv", rows), a_test(points, why, [6, 8, 5], or_question=True)


def english_sheet_with_out_of(folder: Path) -> Made:
    points = grid(6, [4, 6, 10])
    rows: list[list[Any]] = [["Year 7 Maths - Autumn"], ["Student", "Q1", "Q2", "Q3", "Total", "%", "Grade"]]
    rows.append(["Out of", 4, 6, 10, 20, 100, None])
    rows += [[_NAMES[n], *row, sum(row), sum(row) * 5, "B"] for n, row in enumerate(points)]
    rows += [
        ["Class average", 2.1, 3.3, 5.0, 10.4, 52],
        ["Boys", 2.0, 3.1, 5.2, 10.3, 51],
        ["Girls", *[2.2] * 3, 6.6, 33],
    ]
    why = "Out of is the row of maxima; total, per cent and grade are computed, the rows below are means."
    return xlsx_of(folder / "maths.xlsx", rows), a_test(points, why, [4, 6, 10])


def penalties_below_zero(folder: Path) -> Made:
    rows: list[list[Any]] = [["ID", "Name", "Correct", "Wrong", "Unattempted", "Score", "Rank"]]
    for n, name in enumerate(_NAMES[:6]):
        right, wrong = 14 - 2 * n, 3 + n
        rows.append([f"22{n:04}", name, right, wrong, 20 - right - wrong, right - wrong / 4, n + 1])
    why = "Right, wrong, unanswered and a score with penalties are one result: adding them would be false."
    one = Expected("test", why, pupils=6, tasks=1, values=6)
    return xlsx_of(folder / "ct.xlsx", rows), ask(why, one)


MAKERS = (
    internal_test_with_outcomes,
    points_written_as_fractions,
    shares_in_per_cent,
    labels_turned_into_dates,
    one_sheet_about_one_pupil,
    two_attempts_a_pupil,
    answers_to_a_survey,
    schools_as_rows,
    countries_as_rows,
    classes_as_rows,
    classes_across,
    teachers_and_lessons,
    timetable,
    marks_counted,
    points_to_marks,
    remarks_in_the_cells,
    english_sheet_with_out_of,
    penalties_below_zero,
)
