"""Absence and trivsel come into the store by the pupils and classes they belong to, and go again by undo."""

import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data_io import queries, record_queries
from data_io.importing.undo import undo
from data_io.scope import Scope
from data_io.store.migrations_run import versions
from data_io.store.store import open_store
from metrics.absence import PeriodAbsence
from tests.data_io.a_school import YEAR, School, asked
from tests.data_io.command_line import run
from tests.data_io.result_sheets import Rows, xlsx_of

TITLE = "Fravær i dage 7.A 1.8.2025-31.12.2025"
HEADS = ["Navn", "Sygdom", "Ekstraordinær frihed", "Ulovligt fravær", "I alt", "%"]
FOUR = ["Social trivsel", "Faglig trivsel", "Støtte og inspiration", "Ro og orden"]
DAYS = [datetime.date(2025, 9, day) for day in (1, 2, 3, 4)]


def sheet(*pupils: list[Any], title: str = TITLE, heads: list[str] = HEADS) -> list[list[Any]]:
    return [[title], [], heads, *pupils]


def absence_of(school: School, name: str, klasse: str = "7.A") -> list[PeriodAbsence]:
    return record_queries.absences(school.store, school.scope, [school.pupil_id(name, klasse)])


def totals(school: School, klasse: str = "7.A") -> dict[str, float | None]:
    """Every pupil's total in the period that ends last."""
    return {n: found[0].total for n in school.pupils(klasse) if (found := absence_of(school, n, klasse))}


def test_totals_are_kept_by_pupil_category_and_cell(school: School) -> None:
    school.class_list("Ida Holm", "Bo Dal")

    outcome = school.read(sheet(["Ida Holm", 3, 2, 0, 5, 0.051], ["Bo", 1, None, 4, 5, 0.051]))

    assert outcome.committed and outcome.committed.new_pupils == 0
    (ida,) = absence_of(school, "Ida Holm")
    assert ida.amounts == {"sygdom": 3, "frihed": 2, "ulovligt": 0}
    assert (ida.total, ida.percent, ida.unit) == (5, 5.1, "day")
    assert ida.places["sygdom"] == (3, 1)
    (bo,) = absence_of(school, "Bo Dal")
    assert bo.amounts["frihed"] is None


def test_the_same_file_again_changes_nothing(school: School) -> None:
    rows: Rows = sheet(["Ida Holm", 3, 2, 0, 5, 0.051])
    school.read(rows)

    again = school.read(rows)

    assert again.committed and again.committed.unchanged
    assert len(queries.imports(school.store, school.scope)) == 1


def test_a_corrected_sheet_of_the_same_period_replaces_the_old_and_says_what_changed(school: School) -> None:
    school.read(sheet(["Ida Holm", 3, 2, 0, 5, 0.051]))

    done = school.read(sheet(["Ida Holm", 4, 2, 0, 6, 0.061])).committed

    assert done is not None
    changed = {(c.pupil, c.column, c.before, c.after) for c in done.changes}
    assert ("Ida Holm", "Sygdom (dage)", 3, 4) in changed
    assert totals(school) == {"Ida Holm": 6}


def test_undo_shows_what_was_there_before(school: School) -> None:
    first = school.read(sheet(["Ida Holm", 3, 2, 0, 5, 0.051])).committed
    second = school.read(sheet(["Ida Holm", 4, 2, 0, 6, 0.061])).committed
    assert first and second
    ida = school.pupil_id("Ida Holm")

    undo(school.store, second.import_id)
    assert totals(school) == {"Ida Holm": 5}

    undo(school.store, first.import_id)
    assert record_queries.absences(school.store, school.scope, [ida]) == []


def test_another_period_stands_beside_the_first_and_is_not_added_to_it(school: School) -> None:
    school.read(sheet(["Ida Holm", 3, 2, 0, 5, 0.051]))
    school.read(sheet(["Ida Holm", 5, 2, 0, 7, 0.05], title="Fravær i dage 7.A 1.8.2025-31.3.2026"))

    found = absence_of(school, "Ida Holm")

    assert [(a.last.month, a.total) for a in found] == [(3, 7), (12, 5)]


def test_who_somebody_is_is_asked_as_for_a_test_and_never_guessed(school: School) -> None:
    school.class_list("Ida Holm", "Ida Lund", "Bo Dal")

    outcome = school.read(sheet(["Ida", 3, 2, 0, 5, 0.051]))

    assert asked(outcome) == ["who_is"]
    assert outcome.committed is None


def test_without_a_class_list_pupils_are_provisional_and_seen_in_the_class(school: School) -> None:
    done = school.read(sheet(["Ida Holm", 3, 2, 0, 5, 0.051], ["Bo Dal", 0, 0, 0, 0, 0.0])).committed

    assert done and done.new_pupils == 2
    assert school.pupils() == ["Bo Dal", "Ida Holm"]


def test_each_class_of_a_sheet_has_its_own_slice(school: School) -> None:
    heads = ["Navn", "Klasse", *HEADS[1:]]
    rows: Rows = sheet(
        ["Ida Holm", "7A", 3, 2, 0, 5, 0.051],
        ["Ida Holm", "7B", 1, 0, 0, 1, 0.01],
        title="Fravær i dage 1.8.2025-31.12.2025",
        heads=heads,
    )
    school.class_list("Ida Holm", klasse="7.A")
    school.class_list(("Ida Holm", "idah9999"), klasse="7.B")

    assert school.read(rows).committed

    assert totals(school, "7.A") == {"Ida Holm": 5}
    assert totals(school, "7.B") == {"Ida Holm": 1}


def test_a_period_and_class_the_sheet_leaves_out_are_told(school: School) -> None:
    rows: Rows = [["Navn", "Sygdom (dage)", "Ulovligt fravær (dage)"], ["Ida Holm", 3, 0]]

    held = school.read(rows)
    assert held.context_missing == ("klasse", "skoleaar", "period")

    period = (datetime.date(2025, 8, 1), datetime.date(2025, 12, 31))
    assert school.read(rows, klasse="7.A", period=period).committed
    assert [a.period for a in absence_of(school, "Ida Holm")] == [period]
    assert school.klasse_id("7.A", YEAR)


def test_a_total_that_differs_is_settled_by_the_answer(school: School) -> None:
    rows: Rows = sheet(["Ida Holm", 3, 2, 0, 9, None])

    assert asked(school.read(rows)) == ["absence_total"]
    assert school.read(rows, accept_defaults=True).committed
    assert totals(school) == {"Ida Holm": 5}

    assert school.read(rows, answers={"absence_total": "total"}).committed
    assert totals(school) == {"Ida Holm": 9}


def test_more_days_than_the_period_has_is_an_error(school: School) -> None:
    assert "too_much" in asked(school.read(sheet(["Ida Holm", 300, 0, 0, 300, None])))


def test_a_register_gives_sums_and_who_was_always_there_has_none(school: School) -> None:
    rows: Rows = [
        ["Fravær 7.A 1.9.2025-30.9.2025"],
        ["Navn", *DAYS],
        ["Ida", "S", "S", "U", None],
        ["Bo", *[None] * 4],
    ]

    assert school.read(rows).committed

    (ida,), (bo,) = absence_of(school, "Ida"), absence_of(school, "Bo")
    assert ida.amounts == {"sygdom": 2, "frihed": 0, "ulovligt": 1}
    assert (ida.total, bo.total, bo.amounts["sygdom"]) == (3, 0, 0)
    assert (ida.percent, ida.marked) == (None, False)  # nobody said how many days there was school


def test_a_code_is_asked_once_and_the_next_register_of_the_kind_asks_nothing(school: School) -> None:
    def register(month: int, *codes: str | None) -> list[list[Any]]:
        days = [datetime.date(2025, month, day) for day in (1, 2, 3, 4)]
        return [["Fravær 7.A"], ["Navn", *days], ["Ida", *codes], ["Bo", "S", None, None, None]]

    first = register(9, "F", "F", None, "S")
    assert asked(school.read(first)) == ["absence_code_f"]
    assert school.read(first, answers={"absence_code_f": "frihed"}).committed

    assert school.read(register(10, None, "F", "S", None)).committed
    assert [a.amounts["frihed"] for a in absence_of(school, "Ida")] == [1, 2]


def trivsel(*rows: list[Any], title: str = "Trivselsmåling, skoleåret 2025/26") -> list[list[Any]]:
    return [[title], ["Klasse", *FOUR], *rows]


def test_a_trivselsmaaling_belongs_to_its_classes_and_can_be_taken_back(school: School) -> None:
    outcome = school.read(
        trivsel(["7.A", 4.1, 3.8, None, 3.6], ["7.B", 4, 4, 4, 4], ["Skolen", 4, 3.9, 3.2, 3.5])
    )

    assert outcome.committed
    seven = record_queries.trivsel(school.store, school.scope, [school.klasse_id()])
    assert {(t.whose, t.indicator): t.value for t in seven} == {
        ("klasse", "social"): 4.1,
        ("klasse", "faglig"): 3.8,
        ("klasse", "stoette"): None,
        ("klasse", "ro"): 3.6,
        ("skole", "social"): 4,
        ("skole", "faglig"): 3.9,
        ("skole", "stoette"): 3.2,
        ("skole", "ro"): 3.5,
    }

    school.undo(outcome)
    assert record_queries.trivsel(school.store, school.scope, [school.klasse_id()]) == []


def test_a_class_followed_over_years_is_kept_under_the_name_it_had(school: School) -> None:
    rows: Rows = [["Trivsel 7.A"], ["Indikator", "2025", "2026"], *([name, 4, 3.5] for name in FOUR)]

    assert asked(school.read(rows)) == ["trivsel_years"]
    assert school.read(rows, answers={"trivsel_years": "followed"}).committed

    names = {(k.name, k.skoleaar) for k in queries.klasser(school.store, school.scope)}
    assert names == {("6.A", "2024/25"), ("7.A", "2025/26")}
    (before,) = {t.value for t in _trivsel_of(school, "6.A", "2024/25")}
    assert before == 4


def _trivsel_of(school: School, klasse: str, year: str) -> list[Any]:
    return record_queries.trivsel(school.store, school.scope, [school.klasse_id(klasse, year)])


def test_single_pupils_answers_never_reach_the_store(school: School) -> None:
    outcome = school.read([["Navn", *FOUR], ["Ida Holm", 4, 4, 4, 4]], klasse="7.A", skoleaar=YEAR)

    assert asked(outcome) == ["pupil_trivsel"]
    assert queries.imports(school.store, school.scope) == []


def test_nobody_sees_absence_or_trivsel_outside_their_scope(school: School) -> None:
    school.read(sheet(["Ida Holm", 3, 2, 0, 5, 0.051]))
    school.read(trivsel(["7.A", 4, 4, 4, 4]))
    ida, klasse_id = school.pupil_id("Ida Holm"), school.klasse_id()
    nobody = Scope("vikar", (), "ingen klasser")

    assert record_queries.absences(school.store, nobody, [ida]) == []
    assert record_queries.trivsel(school.store, nobody, [klasse_id]) == []


def test_the_command_line_takes_the_period_and_says_what_it_read(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path / "f.xlsx", [["Navn", "Sygdom (dage)", "Ulovligt (dage)"], ["Ida Holm", 3, 0]])
    store = tmp_path / "s.duckdb"

    asks = run("import", path, "--store", store, "--klasse", "7.A")
    assert (asks.code, "--period" in asks.out) == (1, True)
    wrong = run("import", path, "--store", store, "--klasse", "7.A", "--period", "i efteråret")
    assert (wrong.code, "1.8.2025-31.12.2025" in wrong.err) == (2, True)
    done = run("import", path, "--store", store, "--klasse", "7.A", "--period", "1.8.2025-31.12.2025")

    assert (done.code, "2 resultater læst" in done.out) == (0, True)


def test_an_older_store_keeps_its_imports_and_takes_absence(tmp_path: Path) -> None:
    path = tmp_path / "gammel.duckdb"
    old = School(open_store(path, "school"), "", tmp_path)
    old.store.close()
    path.unlink()
    connection = duckdb.connect(str(path))
    for number, file in versions():
        if number <= 2:
            connection.execute(file.read_text(encoding="utf-8"))
    school_id, klasse_id, slice_id, test_id, import_id = (
        f"0000000{n}-0000-7000-8000-000000000000" for n in range(5)
    )
    for name, said in (("version", "2"), ("kind", "school"), ("revision", "7")):
        connection.execute("INSERT INTO state.store_info VALUES (?, ?)", [name, said])
    connection.execute("INSERT INTO state.school VALUES (?, 'Gammel Skole')", [school_id])
    connection.execute("INSERT INTO state.klasse VALUES (?, ?, '2025/26', '7.A', 7)", [klasse_id, school_id])
    connection.execute(
        "INSERT INTO state.slice VALUES (?, ?, ?, NULL, NULL, ?)",
        [slice_id, klasse_id, test_id, f"test/{klasse_id}/{test_id}"],
    )
    connection.execute(
        "INSERT INTO state.sheet_import "
        "VALUES (?, ?, 'test', 'a.xlsx', 'h', 'Ark1', 'c', now()::TIMESTAMP, 'm', NULL)",
        [import_id, school_id],
    )
    connection.execute(
        "INSERT INTO state.import_slice VALUES (?, 0, ?, 'points', NULL, NULL)", [import_id, slice_id]
    )
    connection.execute("INSERT INTO state.active_slice VALUES (?, ?)", [slice_id, import_id])
    connection.close()

    school = School(open_store(path, "school"), school_id, tmp_path)
    try:
        assert [i["file_name"] for i in queries.imports(school.store, school.scope)] == ["a.xlsx"]
        assert school.read(sheet(["Ida Holm", 3, 2, 0, 5, 0.051])).committed
        assert totals(school) == {"Ida Holm": 5}
    finally:
        school.store.close()


@pytest.mark.parametrize("kind", ["absence", "trivsel"])
def test_a_school_sees_its_kinds_of_imports(school: School, kind: str) -> None:
    rows: Rows = sheet(["Ida Holm", 3, 2, 0, 5, 0.051]) if kind == "absence" else trivsel(["7.A", 4, 4, 4, 4])

    school.read(rows)

    assert [(i["kind"], i["active_slices"]) for i in queries.imports(school.store, school.scope)] == [
        (kind, 1)
    ]
