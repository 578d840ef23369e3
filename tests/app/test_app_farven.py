"""Sådan er farven fundet: the methods in words, with the chosen class's own figures, and docs/farver.md."""

import re
from pathlib import Path

import pytest

from data_io.demo import build_demo
from data_io.settings import SAMPLE_DATA
from tests.app.school import School
from tests.app.screen import CHOICE, FARVEN, ROOT, open_screen
from ui import cached
from ui.farven.figures import figures_of
from ui.farven.text import OF_LEVELS, OF_TESTS, sections
from ui.session import current_session

NOTE = ROOT / "docs" / "farver.md"
SOURCE = ROOT / "ui" / "farven" / "farver.md"


def words(app: object) -> str:
    return "\n".join(element.value for element in app.markdown)  # type: ignore[attr-defined]  # AppTest's lists


def test_without_a_class_the_methods_stand_without_figures(school: School) -> None:
    school.list_class("Ida Uldum")
    said = words(open_screen(FARVEN))

    assert "Vi lægger pointene sammen" in said
    assert "Klassens tal" not in said
    assert "{" not in said


def test_a_class_reads_its_own_figures(school: School) -> None:
    school.read_test({"Ida Uldum": [2, 1, 0, 4], "Bo Fjeldsø": [1, None, 2, 0]})

    said = words(open_screen(FARVEN, **CHOICE))

    assert "**Klassens tal:** 7.A fik 10 af 18 point i MAT 7. Det er 56\N{NO-BREAK SPACE}%." in said
    assert "**Klassens tal:** 7.A har ingen at sammenligne med i MAT 7." in said


def test_a_class_without_tests_is_told_of_its_ratings_alone(school: School) -> None:
    school.read_ratings({"Ida Uldum": [3, 4, 5, 3, 2, 5], "Bo Fjeldsø": [2, 2, 3, 2, 3, 3]})

    said = words(open_screen(FARVEN, **CHOICE))

    assert "I matematik er 1 elev gået ned siden efteråret og er nu i rød eller orange." in said
    assert "**Klassens tal:** 7.A fik" not in said


@pytest.mark.parametrize("points", [[2, 2, 2, 4], [0, 0, 0, 0], ["syg", "syg", "syg", "syg"]])
def test_all_right_all_wrong_and_everybody_ill_break_nothing(school: School, points: list[object]) -> None:
    school.read_test({"Ida Uldum": points, "Bo Fjeldsø": points}, accept_defaults=True)

    said = words(open_screen(FARVEN, **CHOICE))

    assert "Vi lægger pointene sammen" in said
    assert not re.search(r"\bnan\b|\binf\b", said, re.IGNORECASE)


def test_every_example_stands_in_the_text() -> None:
    named = re.findall(r"^\{(\w+)\}$", SOURCE.read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(named) == sorted([*OF_TESTS, *OF_LEVELS])


def test_the_note_in_docs_is_this_text_with_the_demo_schools_figures(store_path: Path) -> None:
    """When it fails, the note has been written anew: read it, and commit it."""
    build_demo(store_path, SAMPLE_DATA, lambda _done, _all: None)
    session = current_session()
    klasse = next(
        k for k in cached.klasser(session) if (k.name, k.skoleaar) == (CHOICE["klasse"], CHOICE["skoleaar"])
    )
    lines = ["# Sådan er farven fundet", "", "Tallene er fra demoskolens 7.A, 2025/26.", ""]
    for section in sections(figures_of(session, klasse)):
        lines += [f"## {section.title}", ""]
        for note in section.notes:
            lines += [f"### {note.title}", note.text, ""]
    text = "\n".join(lines)
    before = NOTE.read_text(encoding="utf-8") if NOTE.exists() else ""
    NOTE.write_text(text, encoding="utf-8")

    assert text == before
