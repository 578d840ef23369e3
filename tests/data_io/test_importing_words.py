"""A sheet's words are the school's own where they are, and asked about once where they are new."""

import datetime
from collections.abc import Sequence
from typing import Any

import pytest

from data_io.importing.options import ImportOptions
from data_io.importing.run import SheetOutcome, import_files
from data_io.importing.school_words import forget_synonym, synonyms_of
from data_io.school import create_school, save_terms, terms_of
from data_io.store.store import open_store
from tests.data_io.a_school import MARCH, School, asked, rating_rows
from tests.data_io.result_sheets import xlsx_of

LABELS = ["Opgave", "1.1", "1.2", "1.3", "1.4"]


def sheet(words: Sequence[str], area: str = "Algebra", *pupils: list[Any]) -> list[list[Any]]:
    return [
        ["Fagligt område", area, None, None, None],
        ["Signalord", *words],
        LABELS,
        ["Maks. point", 3, 3, 3, 3],
        *(pupils or (["Ida", 1, 2, 3, 0], ["Bo", 3, 2, 1, 1])),
    ]


KNOWN = ["Vis", "Skriv", "Beskriv", "Vis"]
SLIP = ["Vis", "Undersgø", "Beskriv", "Undersgø"]
OWN = ["Vis", "Gør rede", "Marker", "Kryds af"]


def tags(school: School) -> list[str | None]:
    return [task.signalord for task in school.tests()[0].tasks]


def said(outcome: SheetOutcome) -> list[str]:
    return [problem.message for problem in outcome.blocking]


@pytest.mark.parametrize("written", ["Under-\nsøg", "Undersoeg", "undersøg!", "UNDERSÖG"])
def test_another_spelling_is_the_schools_word_and_no_question(school: School, written: str) -> None:
    assert school.test(rows=sheet([written, "SKRIV", "be-skriv", "Vis"])).committed

    assert tags(school) == ["Undersøg", "Skriv", "Beskriv", "Vis"]


def test_a_word_that_is_only_alike_is_asked_about_once_with_what_may_be_meant(school: School) -> None:
    outcome = school.test(rows=sheet(SLIP))

    (question,) = outcome.blocking
    assert (question.code, question.cell, question.default) == ("new_word", "C2", "new")
    assert question.message == "Signalordet “Undersgø” står ikke på ordlisten. Er det et af disse?"
    assert question.options == (("Undersøg", "Undersøg"), ("new", "Nyt: Undersgø"))


def test_the_answer_holds_for_every_task_and_for_the_next_sheet(school: School) -> None:
    first = school.test(rows=sheet(SLIP), answers={"new_word@C2": "Undersøg"})
    assert first.committed
    assert tags(school) == ["Vis", "Undersøg", "Beskriv", "Undersøg"]

    second = school.test(rows=sheet(["undersgø", "Vis", "Vis", "Vis"]), **MARCH)

    assert second.committed
    assert tags(school) == ["Undersøg", "Vis", "Vis", "Vis"]


def test_another_school_has_not_learned_it(school: School) -> None:
    school.test(rows=sheet(SLIP), answers={"new_word": "Undersøg"})
    store = open_store(school.folder / "anden.duckdb", "school")
    other = School(store, create_school(store, "Fjordskolen"), school.folder)

    assert asked(other.test(rows=sheet(SLIP))) == ["new_word"]
    store.close()


def test_a_word_that_is_forgotten_is_asked_about_again_also_of_the_very_same_file(school: School) -> None:
    school.test(rows=sheet(SLIP), answers={"new_word": "Undersøg"}, file="mat.xlsx")
    ((kind, folded, word, term),) = synonyms_of(school.store, school.school_id)
    assert (kind, word, term) == ("signalord", "Undersgø", "Undersøg")

    forget_synonym(school.store, school.school_id, kind, folded)

    assert asked(school.test(rows=sheet(SLIP), file="mat.xlsx")) == ["new_word"]
    assert asked(school.test(rows=sheet(SLIP), **MARCH)) == ["new_word"]


def test_what_was_said_at_an_import_that_is_taken_back_is_asked_again(school: School) -> None:
    school.undo(school.test(rows=sheet(SLIP), answers={"new_word": "Undersøg"}))

    assert asked(school.test(rows=sheet(SLIP), **MARCH)) == ["new_word"]


def test_words_like_none_are_one_question_together(school: School) -> None:
    outcome = school.test(rows=sheet(OWN))

    assert said(outcome) == [
        "3 signalord står ikke på ordlisten: “Gør rede”, “Marker”, “Kryds af”. Er de nye?"
    ]
    (question,) = outcome.blocking
    assert (question.code, question.cell, question.default) == ("new_words", "C2", "new")
    assert [code for code, _text in question.options] == ["new", "each"]


def test_new_words_come_on_the_list_and_are_not_asked_about_again(school: School) -> None:
    assert school.test(rows=sheet(OWN), answers={"new_words@C2": "new"}).committed

    assert terms_of(school.store, school.school_id, "signalord")[-3:] == ["Gør rede", "Marker", "Kryds af"]
    assert school.test(rows=sheet(["GØR REDE", "Marker", "Vis", "Vis"]), **MARCH).committed
    assert tags(school)[:2] == ["Gør rede", "Marker"]


def test_words_may_be_chosen_one_by_one_from_the_whole_list(school: School) -> None:
    each = {"new_words": "each"}
    outcome = school.test(rows=sheet(OWN), answers=each)
    assert [(p.code, p.cell) for p in outcome.blocking] == [
        ("new_word", "C2"),
        ("new_word", "D2"),
        ("new_word", "E2"),
    ]
    assert set(terms_of(school.store, school.school_id, "signalord")) < set(dict(outcome.blocking[0].options))

    chosen = {"new_word@C2": "Forklar", "new_word@D2": "new", "new_word@E2": "Vis"}
    assert school.test(rows=sheet(OWN), answers={**each, **chosen}).committed

    assert tags(school) == ["Vis", "Forklar", "Marker", "Vis"]


def test_what_one_file_of_a_run_teaches_holds_for_the_next_file_of_it(school: School) -> None:
    files = [
        xlsx_of(school.folder / f"{n}.xlsx", sheet(OWN, "Algebra", ["Ida", 1, 2, 3, n], ["Bo", 3, 2, 1, 1]))
        for n in (1, 2, 3)
    ]
    days = {path.name: datetime.date(2026, 1, n) for n, path in enumerate(files, start=5)}

    def told(file: str, _sheet: str) -> ImportOptions:
        answers = {"new_words": "new"} if file == "1.xlsx" else {}
        return ImportOptions("7.A", date=days[file], title=f"MAT {file[0]}", subject="dansk", answers=answers)

    outcomes = list(import_files(school.store, school.school_id, files, told))

    assert [asked(outcome.sheets[0]) for outcome in outcomes] == [[], [], []]


def test_a_term_that_was_not_guessed_can_be_named_in_an_answer(school: School) -> None:
    assert school.test(rows=sheet(SLIP), answers={"new_word@C2": "begrund"}).committed

    assert tags(school)[1] == "Begrund"


def test_the_safe_answer_keeps_the_word_as_it_is_written_and_teaches_nothing(school: School) -> None:
    assert school.test(rows=sheet(SLIP), accept_defaults=True).committed

    assert tags(school)[1] == "Undersgø"
    assert "Undersgø" not in terms_of(school.store, school.school_id, "signalord")
    assert asked(school.test(rows=sheet(SLIP), **MARCH)) == ["new_word"]


def test_nothing_is_learned_from_a_sheet_that_was_held_back(school: School) -> None:
    held = school.test(rows=sheet(SLIP, "Algebro"), answers={"new_word@C2": "Undersøg"})
    assert said(held) == ["Fagområdet “Algebro” står ikke på ordlisten. Er det et af disse?"]

    assert synonyms_of(school.store, school.school_id) == []


def test_a_synonym_of_a_word_that_left_the_list_is_asked_about_again(school: School) -> None:
    school.test(rows=sheet(SLIP), answers={"new_word": "Undersøg"})

    save_terms(school.store, school.school_id, "signalord", ["Vis", "Skriv", "Beskriv"])

    assert asked(school.test(rows=sheet(SLIP), **MARCH)) == ["new_words"]


def test_a_parallel_class_with_another_spelling_has_the_same_tags(school: School) -> None:
    school.test(rows=sheet(["Undersøg", *KNOWN[1:]]))
    other = sheet(["Undersoeg", *KNOWN[1:]], "ALGEBRA", ["Gry", 1, 2, 3, 1])

    assert school.test(rows=other, klasse="7.B", answers={"same_test": "yes"}).committed


def test_a_misspelt_subject_of_ratings_is_a_question_and_its_answer_is_kept(school: School) -> None:
    rows = rating_rows(["Ida", 3, 4, 3], ["Bo", 2, 3, 3], rounds=1)
    for row, more in zip(rows, ("7.A", "Efterår", "Engelks"), strict=False):
        row.append(more)

    outcome = school.read(rows, skoleaar="2025/26")
    assert said(outcome) == ["Faget “engelks” er nyt. Er det et af disse?"]
    assert (outcome.blocking[0].cell, outcome.blocking[0].options[0]) == ("D3", ("engelsk", "engelsk"))
    assert school.read(rows, skoleaar="2025/26", answers={"new_word@D3": "engelsk"}).committed

    assert school.levels("Ida")["2025/26 Efterår engelsk"] == 3
    rows[3][3] = 5
    assert school.read(rows, skoleaar="2025/26").committed
    assert school.levels("Ida")["2025/26 Efterår engelsk"] == 5


def test_a_subject_of_the_schools_own_is_asked_about_once(school: School) -> None:
    rows = rating_rows(["Ida", 3, 4, 3], rounds=1)
    for row, more in zip(rows, ("7.A", "Efterår", "Flid"), strict=False):
        row.append(more)
    assert said(school.read(rows, skoleaar="2025/26")) == [
        "Klasseblik kender ikke faget “flid”. Er det et fag?"
    ]

    school.read(rows, skoleaar="2025/26", answers={"new_words": "new"})

    rows[3][3] = 4
    assert school.read(rows, skoleaar="2025/26").committed
    assert school.levels("Ida")["2025/26 Efterår flid"] == 4


@pytest.mark.parametrize("written", ["MATEMATIK", "Mat", "Matematik"])
def test_a_tests_subject_in_another_spelling_is_the_subject(school: School, written: str) -> None:
    assert school.test(rows=sheet(KNOWN), subject=written).committed

    assert school.tests()[0].subject == "matematik"


@pytest.mark.parametrize("said_so", [{"subject": "matematk"}, {"subject": None, "title": "Matematk 7.A"}])
def test_a_misspelt_subject_of_a_test_is_a_question(school: School, said_so: dict[str, Any]) -> None:
    outcome = school.test(rows=sheet(KNOWN), **said_so)
    assert asked(outcome) == ["new_subject"]
    assert outcome.blocking[0].message == "Klasseblik kender ikke faget “matematk”. Er det et af disse?"

    assert school.test(rows=sheet(KNOWN), **said_so, answers={"new_subject": "matematik"}).committed

    assert school.tests()[0].subject == "matematik"
    assert school.test(rows=sheet(KNOWN), klasse="8.A", **said_so).committed


def test_a_round_in_other_letters_is_the_schools_round(school: School) -> None:
    rows: list[list[Any]] = [["Elev", "Dansk", "Mat"], ["Ida", 3, 4]]
    told = {"klasse": "7.A", "skoleaar": "2025/26"}

    assert school.read(rows, round="EFTERAAR", **told).committed
    outcome = school.read([rows[0], ["Ida", 4, 4]], round="Forårs", **told)

    assert asked(outcome) == ["new_round"]
    assert outcome.blocking[0].options[0] == ("Forår", "Forår")
    assert school.read(
        [rows[0], ["Ida", 4, 4]], round="Forårs", answers={"new_round": "Forår"}, **told
    ).committed
    assert list(school.levels("Ida")) == [
        "2025/26 Efterår dansk",
        "2025/26 Efterår matematik",
        "2025/26 Forår dansk",
        "2025/26 Forår matematik",
    ]


@pytest.mark.parametrize("written", ["7a", "7.klasse A", "7. kl. a", "klasse 7A"])
def test_a_class_is_one_class_however_it_is_written(school: School, written: str) -> None:
    school.test(rows=sheet(KNOWN))

    assert school.test(rows=sheet(KNOWN), klasse=written, **MARCH).committed

    assert len(school.tests("7.A")) == 2


def test_a_class_that_is_only_alike_is_asked_about_and_holds_for_its_year(school: School) -> None:
    school.test(rows=sheet(KNOWN))
    outcome = school.test(rows=sheet(KNOWN), klasse="7.AX", **MARCH)
    assert [(p.code, p.default, p.options[0]) for p in outcome.blocking] == [
        ("new_klasse", None, ("7.A", "7.A"))
    ]

    assert school.test(rows=sheet(KNOWN), klasse="7.AX", answers={"new_klasse": "7.A"}, **MARCH).committed

    assert len(school.tests("7.A")) == 2
    april: dict[str, Any] = {"title": "MAT 9", "date": datetime.date(2026, 4, 7)}
    assert school.test(rows=sheet(KNOWN), klasse="7.AX", **april).committed
    assert len(school.tests("7.A")) == 3
    school.class_list("Ida", year="2026/27")
    next_year: dict[str, Any] = {"title": "MAT 10", "date": datetime.date(2026, 9, 7)}
    assert asked(school.test(rows=sheet(KNOWN), klasse="7.AX", **next_year)) == ["new_klasse"]


def test_pupils_are_never_known_by_likeness(school: School) -> None:
    school.class_list("Mathilde Krogh", "Jonas Bæk")

    outcome = school.test(rows=sheet(KNOWN, "Algebra", ["Matilde", 1, 2, 3, 0], ["Joans Bæk", 3, 2, 1, 1]))

    assert asked(outcome) == ["who_is", "who_is"]
    assert [p.message[:17] for p in outcome.blocking] == ["Hvem er Matilde? ", "Hvem er Joans Bæk"]


def test_two_pupils_with_names_alike_stay_two(school: School) -> None:
    school.test(rows=sheet(KNOWN, "Algebra", ["Mathilde", 1, 2, 3, 0], ["Matilde", 3, 2, 1, 1]))

    assert school.pupils() == ["Mathilde", "Matilde"]
