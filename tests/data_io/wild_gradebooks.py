"""Grade books as learning platforms and teachers keep them, made with invented pupils."""

from pathlib import Path
from typing import Any

from tests.data_io.result_sheets import ods_of, xlsx_of
from tests.data_io.wild_expected import PEOPLE, Expected, Made, a_test, ask, folded, grid, text_of

_READ_ONLY = "(read only)"


def canvas(folder: Path) -> Made:
    points = grid(6, [10, 20, 15])
    totals = ["Current Score", "Final Score"]
    rows: list[list[Any]] = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"],
        ["    Points Possible", "", "", "", ""],
    ]
    rows[0] += ["Brøker (40112)", "Ligninger (40187)", "Projekt (40233)", *totals]
    rows[1] += ["10.0", "20.0", "15.0", _READ_ONLY, _READ_ONLY]
    for n, ((first, last), row) in enumerate(zip(PEOPLE, points, strict=False)):
        login = f"{folded(first)}{n}"
        share = round(sum(row) / 45 * 100, 2)
        rows.append([f"{last}, {first}", 5100 + n, f"E{n:04}", login, "7.A", *row, share, share])
    why = "Canvas prints the maxima in the row Points Possible; its scores in per cent are no tasks."
    return text_of(folder / "canvas.csv", rows), a_test(points, why, [10, 20, 15])


def moodle_gradebook(folder: Path) -> Made:
    points: list[list[Any]] = [*grid(5, [12, 9, 20])]
    points[2][1] = None
    heading = "First name,Surname,ID number,Institution,Department,Email address,Quiz: Tal (Real)".split(",")
    heading += ["Quiz: Figurer (Real)", "Assignment: Projekt (Real)", "Course total (Real)"]
    rows: list[list[Any]] = [[*heading, "Last downloaded from this course"]]
    for (first, last), row in zip(PEOPLE, points, strict=False):
        total = sum(v or 0 for v in row)
        shown = ["-" if v is None else f"{v:.2f}" for v in row]
        rows.append([first, last, "", "", "", f"{folded(first)}@skolen.test", *shown, total, 1763900000])
    why = "The three activities are tasks; the course total and the second of the download are not."
    return text_of(folder / "moodle.csv", rows), a_test(points, why, or_question=True)


def moodle_quiz(folder: Path) -> Made:
    points: list[list[Any]] = [*grid(6, [2, 3, 1, 4])]
    points[4] = [None] * 4
    heading = "Surname,First name,Email address,State,Started on,Completed,Time taken,Grade/10.00".split(",")
    rows: list[list[Any]] = [[*heading, "Q. 1 /2.00", "Q. 2 /3.00", "Q. 3 /1.00", "Q. 4 /4.00"]]
    for (first, last), row in zip(PEOPLE, points, strict=False):
        done = row[0] is not None
        when = ["14 January 2026 9:02 AM", "14 January 2026 9:41 AM", "39 mins"] if done else ["-", "-", "-"]
        shown = [f"{v:.2f}" if done else "-" for v in [sum(row) if done else 0, *row]]
        state = "Finished" if done else "Never submitted"
        rows.append([last, first, f"{folded(first)}@skolen.test", state, *when, *shown])
    rows.append(["Overall average", *[""] * 6, "4.90", "1.10", "1.30", "0.60", "1.90"])
    why = "Each question prints its maximum; Grade/10.00 is the sum and Overall average is no pupil."
    return text_of(folder / "quiz.csv", rows), a_test(points, why, [2, 3, 1, 4], or_question=True)


def moodle_in_danish(folder: Path) -> Made:
    points = [[0.5, 2.5, 2], [1, 1.25, 3], [2.5, 0, 1.75]]
    rows: list[list[Any]] = [["Efternavn", "Fornavn", "E-mailadresse", "Status", "Karakter/8,00"]]
    rows[0] += ["Spm. 1 /2,50", "Spm. 2 /2,50", "Spm. 3 /3,00"]
    for (first, last), row in zip(PEOPLE, points, strict=False):
        shown = [f"{v:.2f}".replace(".", ",") for v in [sum(row), *row]]
        rows.append([last, first, f"{folded(first)}@skolen.test", "Afsluttet", *shown])
    why = "The same export in Danish: semicolons, decimal commas, and the maximum after a stroke."
    return text_of(folder / "quiz.csv", rows, ";"), a_test(points, why, [2.5, 2.5, 3])


def gradescope(folder: Path) -> Made:
    points = grid(5, [30, 25])
    rows: list[list[Any]] = [["First Name", "Last Name", "SID", "Email", "Sections"]]
    for task in ("Aflevering 1", "Aflevering 2"):
        rows[0] += [task, *(f"{task} - {more}" for more in ("Max Points", "Submission Time"))]
        rows[0].append(f"{task} - Lateness (H:M:S)")
    rows[0].append("Total Lateness (H:M:S)")
    for n, ((first, last), row) in enumerate(zip(PEOPLE, points, strict=False)):
        rows.append([first, last, f"E{n:03}", f"{folded(first)}@skolen.test", "7.B"])
        for value, highest in zip(row, (30, 25), strict=True):
            rows[-1] += [f"{value}.0", f"{highest}.0", "2026-01-14 09:10:00 +0100", "00:00:00"]
        rows[-1].append("00:00:00")
    why = "Max Points, times and lateness stand beside each task and describe it; they are no tasks."
    return text_of(folder / "scope.csv", rows), a_test(points, why, [30, 25], or_question=True)


def gradescope_questions(folder: Path) -> Made:
    points: list[list[Any]] = [*grid(5, [4, 6, 5])]
    points[3] = [None] * 3
    heading = "First Name,Last Name,SID,Email,Total Score,Max Points,Status,Submission ID,View Count".split(
        ","
    )
    rows: list[list[Any]] = [[*heading, "1: Tal (4.0 pts)", "2: Figurer (6.0 pts)", "3: Data (5.0 pts)"]]
    for n, ((first, last), row) in enumerate(zip(PEOPLE, points, strict=False)):
        done = row[0] is not None
        said = [sum(row), 15.0, "Graded", 9000 + n, 2] if done else ["", 15.0, "Missing", "", ""]
        rows.append([first, last, f"E{n:03}", f"{folded(first)}@skolen.test", *said, *row])
    why = "Three questions with '(4.0 pts)' as maximum; the total, ids and view counts are no tasks."
    return text_of(folder / "scope.csv", rows), a_test(points, why, [4, 6, 5], or_question=True)


def blackboard(folder: Path) -> Made:
    points = grid(6, [10, 20])
    heading = ["Last Name", "First Name", "Username", "Student ID", "Last Access", "Availability"]
    heading += ["Total [Total Pts: 30 Score] |664600", "Prøve 1 [Total Pts: 10 Score] |664617"]
    rows: list[list[Any]] = [[*heading, "Prøve 2 [Total Pts: 20 Score] |664618"]]
    for n, ((first, last), row) in enumerate(zip(PEOPLE, points, strict=False)):
        rows.append([last, first, f"u{n}", f"E{n:03}", "2026-01-14 08:00:00", "Yes", sum(row), *row])
    why = "Tab-separated UTF-16 with a mark; the maximum is in brackets and the first of three is the total."
    expected = a_test(points, why, [10, 20], or_question=True)
    return text_of(folder / "gc_fullgc.csv", rows, "\t", "utf-16"), expected


def google_classroom(folder: Path) -> Made:
    points: list[list[Any]] = [*grid(5, [10, 20])]
    points[1][1] = None
    rows: list[list[Any]] = [
        ["Last Name", "First Name", "Email Address", "Brøker", "Ligninger"],
        ["", "", "Date", "2025-09-12", "2025-10-03"],
        ["", "", "Points", "10", "20"],
        ["", "", "Class Average", "5.2", "9.75"],
    ]
    for (first, last), row in zip(PEOPLE, points, strict=False):
        rows.append([last, first, f"{folded(first)}@skolen.test", *row])
    why = "The rows Date, Points and Class Average head the tasks; Points holds the maxima, none is a pupil."
    return text_of(folder / "classroom.csv", rows), a_test(points, why, [10, 20], or_question=True)


def gradebook_with_a_title(folder: Path) -> Made:
    points = grid(6, [10, 10, 10, 50, 60])
    rows: list[list[Any]] = [["GRADEBOOK: Matematik 7.A"]]
    rows.append(["ID", "Last Name", "First Name", "HW1", "HW2", "HW3", "Mid", "Final", "Avg", "Wtd", "Grade"])
    for n, ((first, last), row) in enumerate(zip(PEOPLE, points, strict=False), start=1):
        mean = round(sum(row) / 5, 2)
        rows.append([f"STU{n:03}", last, first, *row, mean, round(mean * 0.9, 2), "ABC"[n % 3]])
    rows += [
        [],
        ["STATISTICS"],
        ["Class Average", None, None, *[5.5] * 5],
        ["Std Deviation", *[None] * 2, *[1.9] * 5],
    ]
    why = "Five columns of points; average, weighted mark and letter are computed from them."
    return xlsx_of(folder / "grades.xlsx", rows, ["A1:K1"]), a_test(points, why)


def gradebook_without_results(folder: Path) -> Made:
    heading = ["ID", "Last Name", "First Name", "HW1", "HW2", "HW3", "Mid", "Final", "Avg", "Grade"]
    rows: list[list[Any]] = [["GRADEBOOK: Programmering 101"], heading]
    for n in range(3, 11):
        formula = f"=AVERAGE(D{n}:F{n})*0.4+G{n}*0.25+H{n}*0.35"
        rows.append([f"STU{n - 2:03}", *[None] * 7, formula, f'=IF(I{n}>=90;"A";IF(I{n}>=80;"B";"C"))'])
    rows += [[], ["STATISTICS"], ["Class Average", None, None, "=AVERAGE(D3:D10)", "=AVERAGE(E3:E10)"]]
    nothing = "Eight numbered places and not one result: empty, whatever the unfilled formulas say."
    empty = Expected("test", nothing, pupils=8, values=0, points=0)
    return ods_of(folder / "grades.ods", rows), ask(nothing, empty)


def class_record_by_sex(folder: Path) -> Made:
    maxima = [10, 15, 20, 25, 50]
    points = grid(4, maxima)
    quarters = ["Total", "PS", "WS"]
    rows: list[list[Any]] = [["Class Record"], ["GRADE & SECTION: 7 - Rosa", *[None] * 5, "TEACHER:"]]
    rows.append(["LEARNERS' NAMES", "WRITTEN WORKS", *[None] * 4, "PERFORMANCE TASKS", *[None] * 4])
    rows[-1] += ["QUARTERLY ASSESSMENT", None, None, "Initial Grade", "Quarterly Grade"]
    rows.append([None, 1, 2, *quarters, 1, 2, *quarters, 1, "PS", "WS", None, None])
    rows.append(["HIGHEST POSSIBLE SCORE", 10, 15, 25, 100, "30%", 20, 25, 45, 100, "50%", 50, 100, "20%"])
    for n, ((first, last), row) in enumerate(zip(PEOPLE, points, strict=False)):
        if n in (0, 2):
            rows.append(["MALE" if n == 0 else "FEMALE"])
        written, done = sum(row[:2]), sum(row[2:4])
        line: list[Any] = [f"{last}, {first}", *row[:2], written, written * 4, written * 1.2]
        line += [*row[2:4], done, round(done / 0.45, 2), round(done / 0.9, 2)]
        rows.append([*line, row[4], row[4] * 2, round(row[4] * 0.4, 1), 71.5, 82])
    why = "Five scores with their highest possible; totals, PS and WS are computed; MALE is no pupil."
    return xlsx_of(folder / "record.xlsx", rows), a_test(points, why, maxima, or_question=True)


def scores_without_pupils(folder: Path) -> Made:
    heading = ["gender", "lunch", "test preparation course", "math score", "reading score", "writing score"]
    rows: list[list[Any]] = [heading]
    for n, row in enumerate(grid(8, [100, 100, 100])):
        rows.append([("female", "male")[n % 2], ("standard", "free/reduced")[n % 3 % 2], "none", *row])
    why = "Nobody is named and no id given, so no result belongs to a pupil."
    return text_of(folder / "performance.csv", rows), ask(why)


def scores_with_pupils_described(folder: Path) -> Made:
    points = grid(6, [100, 100])
    heading = "student_id,student_name,class,gender,age,math_score,reading_score".split(",")
    rows: list[list[Any]] = [[*heading, "attendance_percentage", "final_grade"]]
    for n, ((first, last), row) in enumerate(zip(PEOPLE, points, strict=False)):
        rows.append([f"S{n:03}", f"{first} {last}", "7A", "FM"[n % 2], 13, *row, 91.5 + n, "BCA"[n % 3]])
    why = "Two scores a pupil; age, attendance in per cent and the final letter are no tasks."
    return text_of(folder / "students.csv", rows), a_test(points, why, klasser=("7.A",), or_question=True)


MAKERS = (
    canvas,
    moodle_gradebook,
    moodle_quiz,
    moodle_in_danish,
    gradescope,
    gradescope_questions,
    blackboard,
    google_classroom,
    gradebook_with_a_title,
    gradebook_without_results,
    class_record_by_sex,
    scores_without_pupils,
    scores_with_pupils_described,
)
