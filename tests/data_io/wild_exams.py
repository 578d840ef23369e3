"""Single tests answered task by task, as scanners, forms, researchers and teachers leave them."""

import shutil
from pathlib import Path
from typing import Any

from data_io.layouts.reading import Kind
from tests.data_io.result_sheets import csv_of, xlsx_of
from tests.data_io.wild_expected import PEOPLE, Expected, Made, Rows, a_test, ask, folded, grid, text_of

_KEY = "ACDBA"
_ANSWERS = ["ACDBA", "ACDCA", "BCDBA", "ACABD", "DCABA"]
_RIGHT = [[int(said == key) for said, key in zip(row, _KEY, strict=True)] for row in _ANSWERS]


def scanned_with_options_key_and_marks(folder: Path) -> Made:
    heading = ["Exam", "Exam Set", "Roll No", "Name", "Total Marks", "Grade", "Rank", "Correct Answers"]
    heading += ["Incorrect Answers", "Not attempted", "FYS 7.1"]
    for n in range(1, 6):
        heading += [f"Q {n} Options", f"Q {n} Key", f"Q {n} Marks"]
    rows: list[list[Any]] = [heading]
    for n, (said, right) in enumerate(zip(_ANSWERS, _RIGHT, strict=True)):
        total, name = sum(right), " ".join(PEOPLE[n])
        row: list[Any] = [
            "Midtvejs",
            "ABC"[n % 3],
            41010 + n * 7,
            name,
            total,
            None,
            n + 1,
            total,
            5 - total,
            0,
            total,
        ]
        for answer, key, mark in zip(said, _KEY, right, strict=True):
            row += [answer, key, float(mark)]
        rows.append(row)
    made = xlsx_of(folder / "made.xlsx", rows, name="Reports")
    shutil.move(made, folder / "omr.xls")
    why = "Q n Marks is the task; options and key are its answer; totals, rank and counts are sums of it."
    # a scanner prints no maximum; every question was solved by somebody
    return folder / "omr.xls", a_test(_RIGHT, why, or_question=True)


def zipgrade(folder: Path) -> Made:
    heading = (
        "Quiz Name,Class Name,First Name,Last Name,ZipGrade ID,External ID,Earned Points,Possible Points"
    )
    rows: list[list[Any]] = [[*heading.split(","), "Percent Correct", "Quiz Created", "Key Version"]]
    for n in range(1, 6):
        rows[0] += [f"Stu{n}", f"PriKey{n}", f"Points{n}", f"Mark{n}"]
    for n, (said, right) in enumerate(zip(_ANSWERS, _RIGHT, strict=True)):
        row: list[Any] = ["Brøker 1", "7.A", *PEOPLE[n], 300 + n, "", sum(right), 5, sum(right) * 20]
        row += ["Jan 14 2026 09:11 AM", "A"]
        for answer, key, mark in zip(said, _KEY, right, strict=True):
            row += [answer, key, mark, "C" if mark else "X"]
        rows.append(row)
    why = "Points n is the task; answer, key and C or X say the same; earned points is the sum."
    return text_of(folder / "zipgrade.csv", rows), a_test(_RIGHT, why, klasser=("7.A",), or_question=True)


def letters_with_a_key(folder: Path) -> Made:
    rows: list[list[Any]] = [["Nr.", "Navn", *(f"Q{n}" for n in range(1, 6))], ["KEY", None, *_KEY]]
    rows += [[n + 1, " ".join(PEOPLE[n]), *said] for n, said in enumerate(_ANSWERS)]
    why = "The row KEY says what is right, so every letter is 1 or 0 of 1."
    return xlsx_of(folder / "svar.xlsx", rows), a_test(_RIGHT, why, [1] * 5, or_question=True)


def letters_without_a_key(folder: Path) -> Made:
    rows: list[list[Any]] = [["Nr.", "Navn", *(f"Q{n}" for n in range(1, 6))]]
    rows += [[n + 1, " ".join(PEOPLE[n]), *said] for n, said in enumerate(_ANSWERS)]
    return xlsx_of(folder / "svar.xlsx", rows), ask("Which letters are right nobody can say without a key.")


def right_or_wrong_in_words(folder: Path) -> Made:
    rows: list[list[Any]] = [["Elev", *(f"Opgave {n}" for n in range(1, 6)), "Antal rigtige"]]
    for n, right in enumerate(_RIGHT):
        rows.append([" ".join(PEOPLE[n]), *("Rigtig" if r else "Forkert" for r in right), sum(right)])
    why = "Rigtig is 1 and Forkert 0 of 1; the count of right answers is no task."
    return xlsx_of(folder / "svar.xlsx", rows), a_test(_RIGHT, why, [1] * 5, or_question=True)


def student_problem_table(folder: Path) -> Made:
    points = [[1, 1, 1, 1], [1, 1, 0, 1], [1, 1, 1, 0], [1, 0, 1, 0], [0, 1, 0, 0]]
    rows: list[list[Any]] = [
        ["Elevnr.", "Opg. 3", "Opg. 1", "Opg. 4", "Opg. 2", "Total", "Andel", "Obs.indeks"]
    ]
    for n, row in enumerate(points):
        rows.append([f"E{107 - n}", *row, sum(row), round(sum(row) / 4, 2), 0.21])
    rows += [["Antal rigtige", 4, 4, 3, 2, 13], ["Løsningsprocent", 80, 80, 60, 40]]
    why = "Sorted by difficulty, so the numbers are out of order; sums stand to the right and below."
    return xlsx_of(folder / "sp.xlsx", rows), a_test(points, why)


def item_analysis(folder: Path) -> Made:
    rows: list[list[Any]] = [["Opgave", "N", "Løsningsandel", "Diskrimination", "A", "B", "C", "D", "Facit"]]
    for n, key in enumerate(_KEY, start=1):
        rows.append([n, 24, round(0.9 - n / 10, 2), round(n / 11, 2), 12 - n, 4 + n, 3, 5, key])
    why = (
        "One row a task with figures about it: A to D count answers and are no pupils, and no pupil is there."
    )
    return xlsx_of(folder / "itemanalyse.xlsx", rows), ask(why)


def tasks_down_and_pupils_across(folder: Path) -> Made:
    maxima = [3, 2, 4, 5]
    points = grid(5, maxima)
    rows: list[list[Any]] = [["Opgave", "Maks. point", *(first for first, _last in PEOPLE[:5])]]
    for n, (highest, column) in enumerate(zip(maxima, zip(*points, strict=True), strict=True), start=1):
        rows.append([f"Opgave {n}", highest, *column])
    rows.append(["I alt", sum(maxima), *map(sum, points)])
    why = "A row a task and a column a pupil, the maximum left of the block and the sum below it."
    return xlsx_of(folder / "ark.xlsx", rows), a_test(points, why, maxima)


def study_items_with_codes(folder: Path) -> Made:
    rows: list[list[Any]] = [
        ["CNT", "CNTSCHID", "CNTSTUID", "CM033Q01S", "CM474Q01S", "CM155Q01S", "CM411Q02S"]
    ]
    for n, row in enumerate([[1, 0, 2, 9], [0, 1, 9, 1], [1, 1, 0, 7], [9, 0, 2, 1], [1, 7, 1, 0]]):
        rows.append(["XXX", 900001, 90000100 + n, *row])
    rows += [[], ["7 = ikke givet, 9 = ikke besvaret"]]
    return csv_of(folder / "items.csv", rows), ask(
        "7 and 9 are codes for no answer; as points they would be false."
    )


def microsoft_forms(folder: Path) -> Made:
    points = grid(5, [2, 3])
    questions = ["Hvad er 3 · 4?", "Forklar dit svar"]
    heading = ["ID", "Start time", "Completion time", "Email", "Name", "Total points", "Quiz feedback"]
    rows: list[list[Any]] = [
        heading + [f"{p}{q}" for q in questions for p in ("", "Points - ", "Feedback - ")]
    ]
    for n, ((first, last), row) in enumerate(zip(PEOPLE, points, strict=False), start=1):
        said: list[Any] = [n, "1/14/26 9:02:11", "1/14/26 9:31:40", f"{folded(first)}@skolen.test"]
        said += [f"{first} {last}", sum(row), None, 12, row[0], None, "fordi", row[1], None]
        rows.append(said)
    why = "Only the columns 'Points - …' are tasks; an answer of 12 is no points and the total is a sum."
    return xlsx_of(folder / "forms.xlsx", rows), a_test(points, why, or_question=True)


def google_forms(folder: Path) -> Made:
    points = grid(5, [1, 2])
    questions = ["1. Hvad er 3 · 4?", "2. Tegn en figur"]
    rows: list[list[Any]] = [["Timestamp", "Total score", "Navn", "Navn [Score]"]]
    rows[0] += [f"{q}{p}" for q in questions for p in ("", " [Score]", " [Feedback]")]
    for (first, last), row in zip(PEOPLE, points, strict=False):
        said: list[Any] = ["2026/01/14 9:02:11 AM GMT+1", f"{sum(row)}.00 / 3", f"{first} {last}", "-- / 0"]
        said += ["12", f"{row[0]}.00 / 1", "", "se ark", f"{row[1]}.00 / 2", ""]
        rows.append(said)
    why = "'1.00 / 2' in a column [Score] is one point of two; the answers themselves are no points."
    return text_of(folder / "forms.csv", rows), a_test(points, why, [1, 2], or_question=True)


def quiz_game(folder: Path) -> Made:
    rows: list[list[Any]] = [["Brøkquiz"], ["Final Scores"]]
    rows.append(["Rank", "Player", "Total Score (points)", "Correct Answers", "Incorrect Answers"])
    correct = [9, 8, 8, 6, 3]
    rows += [[n + 1, PEOPLE[n][0], 9120 - n * 870, right, 10 - right] for n, right in enumerate(correct)]
    why = (
        "Points for speed, right and wrong counts are three ways to say one result; nobody says which to use."
    )
    right = a_test([[n] for n in correct], why, [10])
    return xlsx_of(folder / "quiz.xlsx", rows), ask(why, right, a_test([[n] for n in correct], why))


def one_row_an_answer(folder: Path) -> Made:
    points = grid(4, [2, 3, 4])
    rows: list[list[Any]] = [["Elev", "Klasse", "Opgave", "Point", "Maks"]]
    for (first, last), row in zip(PEOPLE, points, strict=False):
        rows += [[f"{first} {last}", "7.A", f"1.{n}", v, n + 1] for n, v in enumerate(row, start=1)]
    why = "A row is an answer, not a pupil: four pupils and three tasks, or a question."
    return csv_of(folder / "svar.csv", rows), ask(why, a_test(points, why, [2, 3, 4]))


def two_tests_side_by_side(folder: Path) -> Made:
    first, second = grid(5, [3, 2]), grid(5, [4, 5, 2])
    rows: list[list[Any]] = [[None, "Prøve 1", None, None, "Prøve 2", None, None, None]]
    rows.append(["Navn", "1", "2", "Sum", "1", "2", "3", "Sum"])
    rows.append(["Maks.", 3, 2, 5, 4, 5, 2, 11])
    for person, a, b in zip(PEOPLE, first, second, strict=False):
        rows.append([" ".join(person), *a, sum(a), *b, sum(b)])
    why = "The numbers begin again under Prøve 2: two tests of the same pupils, each with its sum."
    other = a_test(second, why, [4, 5, 2])
    expected = a_test(first, why, [3, 2], or_question=True, others=(other,))
    return xlsx_of(folder / "to.xlsx", rows, ["B1:D1", "E1:H1"]), expected


def two_classes_below_one_another(folder: Path) -> Made:
    points = grid(8, [3, 2, 4])
    rows: list[list[Any]] = []
    for klasse, start in (("7.A", 0), ("7.B", 4)):
        rows += [[f"Klasse {klasse}"], ["Elev", "Opg. 1", "Opg. 2", "Opg. 3", "I alt"], ["Max", 3, 2, 4, 9]]
        here = range(start, start + 4)
        rows += [[" ".join(PEOPLE[n]), *points[n], sum(points[n])] for n in here]
        rows += [["Gennemsnit", 1.5, 1.0, 2.0, 4.5], [], []]
    why = "Two tables with a heading each: what stands under 7.B is 7.B's."
    other = a_test(points[4:], why, [3, 2, 4], klasser=("7.B",))
    expected = a_test(points[:4], why, [3, 2, 4], klasser=("7.A",), or_question=True, others=(other,))
    return xlsx_of(folder / "to.xlsx", rows), expected


def benchmark_with_paths_in_the_heading(folder: Path) -> Made:
    flat = "student_last_names_first_names,,source_url,K / FALL / PSF,K / FALL / LNF"
    flat += ",K / FALL / Instructional needs,K / SPRING / LNF,K / SPRING / PSF,K / SPRING / F&P Level English"
    said = [
        "Student\nLASID",
        "Student\nLast names, first names",
        "Homeroom Teacher",
        "Source URL",
        "FSF",
        "LNF",
    ]
    said += [
        "Instructional needs",
        "LNF",
        "PSF",
        "F&P English Instructional level",
        "Add any other columns here.",
    ]
    rows: Rows = [
        ["student_local_id", *flat.split(",")],
        ["Kindergarten students", "", "", "", "Fall", "", "", "Spring"],
        said,
        ["1111110001", "Bang Dam, Astrid", "", "", 3, 2, "", 31, 24, "B"],
        ["1111110002", "Eskesen, Clara", "", "", 6, 4, "", 33, 27, "AA"],
    ]
    why = "Two pupils and four counts in two terms; a reading level in letters is no count, needs are prose."
    four = a_test([[3, 2, 31, 24], [6, 4, 33, 27]], why)
    return text_of(folder / "benchmark.csv", rows), ask(why, four)


def percentile_of_one_pupil(folder: Path) -> Made:
    heading = (
        "SchoolIdentifier,StudentIdentifier,PercentileRank,CompletedDate,TotalTimeInSeconds,GradeEquivalent"
    )
    row = ["SKOLE", "12", "64", "2026-01-14 09:18:27.130", "540", "1.30"]
    why = "A percentile is of 100 and no points; seconds and a grade equivalent are no tasks."
    one = Expected("test", why, pupils=1, tasks=1, values=1, points=64, max_points=100)
    return text_of(folder / "star.csv", [heading.split(","), row]), ask(why, one)


def tests_of_several_terms(folder: Path) -> Made:
    heading = "TermName,StudentID,SchoolName,MeasurementScale,TestRITScore,TestStandardError,TestPercentile"
    rows: list[list[Any]] = [heading.split(",")]
    for n in range(4):
        rows += [
            [term, f"S{n:03}", "Skolen", "Mathematics", 198 + n * 3, 3.1, 40 + n]
            for term in ("Fall", "Spring")
        ]
    kind: Kind = "test"
    why = "Every pupil stands twice, once a term: two results of one scale, and no points out of a maximum."
    two = Expected(kind, why, pupils=4, tasks=2, values=8)
    return text_of(folder / "map.csv", rows), ask(why, two)


MAKERS = (
    scanned_with_options_key_and_marks,
    zipgrade,
    letters_with_a_key,
    letters_without_a_key,
    right_or_wrong_in_words,
    student_problem_table,
    item_analysis,
    tasks_down_and_pupils_across,
    study_items_with_codes,
    microsoft_forms,
    google_forms,
    quiz_game,
    one_row_an_answer,
    two_tests_side_by_side,
    two_classes_below_one_another,
    benchmark_with_paths_in_the_heading,
    percentile_of_one_pupil,
    tests_of_several_terms,
)
