"""Nordic and German class lists, marks, absence and results, made with invented people."""

from pathlib import Path
from typing import Any

from tests.data_io.result_sheets import csv_of, xls_of, xlsx_of
from tests.data_io.wild_expected import PEOPLE, Expected, Made, a_list, a_test, ask, grid, text_of

_PARENTS = [
    "Navn forelder 1",
    "Telefon forelder 1",
    "E-post forelder 1",
    "Navn forelder 2",
    "E-post forelder 2",
]


def _with_parents() -> list[list[Any]]:
    rows: list[list[Any]] = [["Klasse", "Etternavn", "Fornavn", *_PARENTS]]
    for first, last in PEOPLE[:3]:
        rows.append(
            ["1A", last, first, f"Mor {last}", "4700000000", "mor@hjem.test", f"Far {last}", "far@hjem.test"]
        )
    return rows


def class_list_with_parents(folder: Path) -> Made:
    why = "A pupil a row with class and both names; parents are nobody to keep."
    return xlsx_of(folder / "liste.xlsx", _with_parents(), name="Export"), a_list(3, why, ("1.A",))


def class_list_in_old_excel(folder: Path) -> Made:
    return xls_of(folder / "liste.xls", _with_parents()), a_list(3, "The same list as .xls.", ("1.A",))


def class_list_with_a_password(folder: Path) -> Made:
    path = folder / "liste.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + "EncryptedPackage".encode("utf-16-le")
    )
    return path, ask("What is behind a password is not read.")


def class_list_with_cpr(folder: Path) -> Made:
    rows: list[list[Any]] = [["Klasse", "Efternavn", "Fornavn", "UNI-login", "CPR-nr.", "Mobil"]]
    for n, (first, last) in enumerate(PEOPLE[:5]):
        rows.append(["7.A", last, first, f"{first[:4].lower()}{n:03}x", f"0{n + 1}0113-000{n}", "20000000"])
    why = "Five pupils of 7.A; the column of CPR numbers is dropped and a note says so."
    return csv_of(folder / "elever.csv", rows, "cp1252"), a_list(5, why, ("7.A",))


def swedish_class_list(folder: Path) -> Made:
    rows: list[list[Any]] = [["Klass", "Personnummer", "Efternamn", "Förnamn", "Ansvarig lärare", "Grupp"]]
    for n, (first, last) in enumerate(PEOPLE[:4]):
        rows.append(["7B", f"2013010{n + 1}-000{n}", last, first, "Juul, Hjalte", "MA1,SV2"])
    why = "Four pupils of 7B; the personal numbers are dropped and the teacher is no pupil."
    return csv_of(folder / "klass.csv", rows), a_list(4, why, ("7.B",), or_question=True)


def german_class_list(folder: Path) -> Made:
    rows: list[list[Any]] = [["Nachname", "Vorname", "Klasse", "Geburtsdatum"]]
    rows += [[last, first, "7b", "14.03.2013"] for first, last in PEOPLE[:5]]
    why = "Surname, first name, class; a date of birth is no result."
    return csv_of(folder / "klasse.csv", rows, "utf-8-sig"), a_list(5, why, ("7.B",))


def list_with_contact_teacher(folder: Path) -> Made:
    rows: list[list[Any]] = [["Elevnr", "Etternavn", "Fornavn", "Klasse", "Kontaktlærer", "Fødselsdato"]]
    rows += [
        [1001 + n, last, first, "8C", "Hjalte Juul", "14.03.2012"]
        for n, (first, last) in enumerate(PEOPLE[:4])
    ]
    why = "Four pupils of 8C; the contact teacher repeats and is no pupil."
    return csv_of(folder / "navneliste.csv", rows), a_list(4, why, ("8.C",))


def list_below_lines_about_the_print(folder: Path) -> Made:
    rows: list[list[Any]] = [
        ["Skole:", "Lyngskolen"],
        ["Udskrevet:", "14-01-2026 08:12"],
        ["Klasse:", "6.B"],
        [],
    ]
    rows.append(["Nr.", "Fornavn", "Efternavn", "Uni-login"])
    rows += [[n + 1, first, last, f"{first[:4].lower()}{n:03}"] for n, (first, last) in enumerate(PEOPLE)]
    why = "Lines about the print come first; the class stands there and the list below."
    return csv_of(folder / "6b.csv", rows), a_list(8, why, ("6.B",))


def list_without_headings(folder: Path) -> Made:
    rows = [[first, last, "pige", "nej", "12.03.2013", "", "E77"] for first, last in PEOPLE[:4]]
    return csv_of(folder / "import.csv", rows), ask("Nothing says which column is what.")


def norwegian_national_test(folder: Path) -> Made:
    scores = [31, 18, None, 40, 25]
    rows: list[list[Any]] = [
        ["Elev", "Gruppe", "Deltattstatus", "Poeng", "Andel poeng", "Skalapoeng", "Mestringsnivå"]
    ]
    for n, value in enumerate(scores):
        name, none = " ".join(PEOPLE[n]), value is None
        rest = (
            [None] * 4
            if none
            else [value, round((value or 0) / 45, 2), 30 + (value or 0), 1 + (value or 0) // 10]
        )
        rows.append([name, "8A", "FRITATT" if none else "DELTATT", *rest])
    why = "One result a pupil said four ways (points, share, scale, level): adding them up would be false."
    return xlsx_of(folder / "np.xlsx", rows), a_test([[v] for v in scores], why, or_question=True)


def norwegian_screening(folder: Path) -> Made:
    maxima = [8, 6, 10, 5]
    points = grid(6, maxima)
    rows: list[list[Any]] = [["Kartleggingsprøve i regning 2. trinn"], ["Klasse: 2B"], []]
    rows += [["Elev", "Oppg. 1", "Oppg. 2", "Oppg. 3", "Oppg. 4", "Sum"], ["Maks poeng", *maxima, 29]]
    rows.append(["Bekymringsgrense", 5, 4, 6, 3, 18])
    rows += [[" ".join(PEOPLE[n]), *row, sum(row)] for n, row in enumerate(points)]
    rows.append(["Under bekymringsgrensen", 2, 1, 3, 2, 2])
    why = "The row of maxima heads the tasks; the limit of concern and the count below it are no pupils."
    expected = a_test(points, why, maxima, klasser=("2.B",))
    return xlsx_of(folder / "kartlegging.xlsx", rows), expected


def swedish_diagnosis(folder: Path) -> Made:
    points = grid(6, [6, 4, 8, 5, 7])
    rows: list[list[Any]] = [
        ["Efternamn", "Förnamn", "Negativa tal", "Potenser", "Bråk", "Procent", "Algebra"]
    ]
    rows += [[last, first, *row] for (first, last), row in zip(PEOPLE, points, strict=False)]
    why = "Words alone stand over the points, and Procent may be a share: only a teacher knows."
    return csv_of(folder / "diagnos.csv", rows, "cp1252"), a_test(points, why, or_question=True)


def swedish_letters_as_marks(folder: Path) -> Made:
    rows: list[list[Any]] = [["Elev", "Klass", "Svenska", "Matematik", "Engelska"]]
    marks = ["ABC", "CCE", "FEA", "DBF", "EFC"]
    rows += [[" ".join(PEOPLE[n]), "9A", *row] for n, row in enumerate(marks)]
    return csv_of(folder / "betyg.csv", rows), ask("A to F are marks: F is the lowest and not fravær.")


def german_class_test(folder: Path) -> Made:
    maxima = [4, 3, 8]
    points = grid(6, maxima)
    rows: list[list[Any]] = [["Klassenarbeit Nr. 2 - Mathematik - Klasse 7a"], []]
    rows.append(["Name", "Vorname", "A1a", "A1b", "A2", "Extra", "Summe", "%", "Note"])
    rows.append(["max. Punkte", None, *maxima, None, 15, "100%", None])
    for (first, last), row in zip(PEOPLE, points, strict=False):
        rows.append([last, first, *row, None, sum(row), round(sum(row) / 15, 2), "3+"])
    rows += [
        ["Durchschnitt", None, 2.1, 1.4, 3.9, None, 7.4, 0.49, 3.2],
        [],
        ["Notenspiegel", 1, 2, 3, 4, 5, 6],
    ]
    why = "Name is the surname beside Vorname; sum, per cent and mark are computed, and Extra is empty."
    expected = a_test(points, why, maxima, klasser=("7.A",), or_question=True)
    return xlsx_of(folder / "arbeit.xlsx", rows), expected


def finnish_course(folder: Path) -> Made:
    points = grid(5, [4, 6, 10])
    rows: list[list[Any]] = [["opnro", "sukunimi", "etunimi", "t1", "t2", "t3", "yhteensä", "arvosana"]]
    rows.append(["maksimi", "", "", 4, 6, 10, 20, ""])
    for n, ((first, last), row) in enumerate(zip(PEOPLE, points, strict=False)):
        rows.append([12340000 + n, last, first, *row, sum(row), 3])
    why = "t1 to t3 are tasks with a row of maxima; yhteensä is the sum and arvosana the mark."
    return csv_of(folder / "pisteet.csv", rows), a_test(points, why, [4, 6, 10], or_question=True)


def marks_of_exams(folder: Path) -> Made:
    rows: list[list[Any]] = [
        ["9.A", "Dansk mundtlig", "Dansk skriftlig", "Matematik uden hj.", "Matematik med hj."]
    ]
    marks: list[list[Any]] = [
        [7, 4, 10, 7],
        ["02", 4, "00", "02"],
        [12, 10, 12, 12],
        [-3, "02", 4, 4],
        [10, 7, 96, 7],
    ]
    rows += [[" ".join(PEOPLE[n]), *row] for n, row in enumerate(marks)]
    why = "Marks of the 7-trinsskala, never points to be added; 96 is a code for not examined."
    # in which round they were given only a person can say
    return xlsx_of(folder / "karakterer.xlsx", rows), ask(
        why, Expected("assessment", why, pupils=5, values=19)
    )


def absence_by_category(folder: Path) -> Made:
    rows: list[list[Any]] = [["Fravær 7.A, 01-08-2025 - 31-12-2025"], []]
    rows.append(["Elev", "Sygdom", "Ekstraordinær frihed", "Ulovligt", "I alt", "Fravær i %"])
    rows += [[" ".join(p), n, n % 3, n % 2, n + n % 3 + n % 2, f"{n}%"] for n, p in enumerate(PEOPLE)]
    why = "Days away by category are absence, never points of a test."
    return xlsx_of(folder / "fravaer.xlsx", rows), Expected("absence", why, pupils=8, or_question=True)


def attendance_register(folder: Path) -> Made:
    rows: list[list[Any]] = [["Roll No", "Name", *range(1, 11), "Total Present", "Percentage"]]
    for n, person in enumerate(PEOPLE):
        days = ["A" if (n * 3 + d) % 7 == 0 else "P" for d in range(10)]
        rows.append([n + 1, " ".join(person), *days, days.count("P"), f"{days.count('P') * 10}%"])
    why = "Present and absent by day: the numbers above are days and not tasks."
    return xlsx_of(folder / "register.xlsx", rows), Expected("absence", why, pupils=8, or_question=True)


def attendance_as_ones(folder: Path) -> Made:
    heading = ["Navn", *(f"2026-01-{day}" for day in ("12", "13", "14", "15", "16")), "Present"]
    rows: list[list[Any]] = [heading]
    for n, person in enumerate(PEOPLE):
        days = [int((n + d) % 4 != 0) for d in range(5)]
        rows.append([" ".join(person), *days, sum(days)])
    why = "A column a date with 1 and 0 may be presence and may be small tests: ask."
    return text_of(folder / "fremmoede.csv", rows), ask(why, Expected("absence", why, pupils=8))


MAKERS = (
    class_list_with_parents,
    class_list_in_old_excel,
    class_list_with_a_password,
    class_list_with_cpr,
    swedish_class_list,
    german_class_list,
    list_with_contact_teacher,
    list_below_lines_about_the_print,
    list_without_headings,
    norwegian_national_test,
    norwegian_screening,
    swedish_diagnosis,
    swedish_letters_as_marks,
    german_class_test,
    finnish_course,
    marks_of_exams,
    absence_by_category,
    attendance_register,
    attendance_as_ones,
)
