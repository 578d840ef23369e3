"""The text of the page and of docs/farver.md: one source, filled with a class's own figures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Final

from ui.farven import colour_examples, comparison_examples, item_examples
from ui.farven.figures import ClassFigures, TestFigures
from ui.formats import as_text

_SOURCE: Final = Path(__file__).with_name("farver.md")

# By the name in braces in farver.md. An example without figures is "", and its line is left out.
OF_TESTS: Final[Mapping[str, Callable[[ClassFigures, TestFigures], str]]] = {
    "share": colour_examples.share_example,
    "cuts": colour_examples.cuts_example,
    "area": colour_examples.area_example,
    "class_cell": colour_examples.class_cell_example,
    "signalord": comparison_examples.signalord_example,
    "reference": comparison_examples.reference_example,
    "shrunken": comparison_examples.shrunken_example,
    "progress": comparison_examples.progress_example,
    "patterns": item_examples.patterns_example,
    "reliability": item_examples.reliability_example,
}
OF_LEVELS: Final[Mapping[str, Callable[[ClassFigures], str]]] = {
    "movement": item_examples.movement_example,
    "disagreement": item_examples.disagreement_example,
}


@dataclass(frozen=True)
class MethodNote:
    """A method's title and its text as markdown; what is the class's own says so."""

    title: str
    text: str


@dataclass(frozen=True)
class NoteSection:
    """The methods that answer one of a teacher's questions."""

    title: str
    notes: tuple[MethodNote, ...]


def sections(figures: ClassFigures | None) -> tuple[NoteSection, ...]:
    """The whole text, with a class's figures where there is a class."""
    parts = _SOURCE.read_text(encoding="utf-8").split("\n## ")
    return tuple(_section(part.removeprefix("## "), figures) for part in parts)


def _section(part: str, figures: ClassFigures | None) -> NoteSection:
    title, *notes = part.split("\n### ")
    return NoteSection(title.strip(), tuple(_note(note, figures) for note in notes))


def _note(part: str, figures: ClassFigures | None) -> MethodNote:
    title, _line, text = part.partition("\n")
    return MethodNote(title.strip(), "\n\n".join(_filled(text, figures)))


def _filled(text: str, figures: ClassFigures | None) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        if not paragraph.startswith("{"):
            yield paragraph
        elif figures and (said := _example(paragraph.strip("{}"), figures)):
            yield _("**Klassens tal:** {said}").format(said=as_text(said))


def _example(name: str, figures: ClassFigures) -> str:
    if name in OF_LEVELS:
        return OF_LEVELS[name](figures)
    return OF_TESTS[name](figures, figures.newest) if figures.newest else ""
