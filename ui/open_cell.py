"""What opens from a cell: the pupil, the task, the result, where it was read, and the way to that import."""

from collections.abc import Iterable, Sequence
from gettext import gettext as _
from typing import NoReturn

import streamlit as st

from charts.template import number
from data_io.workbook.cells import cell_name
from metrics.class_test import ClassTest
from metrics.model import Answer, Pupil, Rating, Source, Task, Test
from metrics.shares import AreaCell
from ui import go, keys
from ui.choose_test import test_label
from ui.formats import as_text, listed
from ui.go import go_to
from ui.level_grid import rating_words, subject_name
from ui.matrix import area_key
from ui.reasons import conditions_said, evidence_note, source_note, why_missing


def open_answer(chosen: str | None, result: ClassTest) -> None:
    """Opens the pupil from a row's name, one answer from its cell, or a task from the class's."""
    if chosen is None:
        return
    kind, pupil_id, *rest = chosen.split("/")
    if kind == "class":
        open_task(int(pupil_id), result)
        return
    line = next((one for one in result.lines if one.pupil.pupil_id == pupil_id), None)
    if line is None:
        return
    if kind == "pupil":
        open_pupil(pupil_id)
    answer = line.answers.get(int(rest[0]))
    task = result.test.tasks[int(rest[0]) - 1]
    if answer is None:
        return
    said = why_missing(answer.missing)
    if answer.points is not None:
        said = _("{points} af {max} point").format(points=number(answer.points), max=number(task.max_points))
    conditions = conditions_said(answer.conditions)
    said += f" · {conditions}" if conditions else ""
    source = answer.source or result.test.source
    _show(line.pupil, task_title(task), said, source, answer.row, answer.column)


def task_title(task: Task) -> str:
    """A task with its tags: "Opgave 1.3 (Skriv, Funktioner)"."""
    tags = ", ".join(t for t in (task.signalord, task.fagomraade) if t)
    return _("Opgave {label}").format(label=task.label) + (f" ({tags})" if tags else "")


def open_task(number_: int, result: ClassTest) -> None:
    """What the class earned at a task, and every sheet it was read from."""
    task = result.test.tasks[number_ - 1]
    total = result.by_task.get(number_)
    counted = [
        a for line in result.present if (a := line.answers.get(number_)) is not None and a.points is not None
    ]

    @st.dialog(as_text(result.test.title))
    def whole_class() -> None:
        st.markdown(as_text(task_title(task)))
        if total:
            text = _("{points} af {max} point, {n} elever")
            said = text.format(points=number(total.points), max=number(total.max_points), n=len(counted))
            st.markdown(f"**{as_text(said)}**")
        draw_sources([a.source or result.test.source for a in counted])

    whole_class()


def draw_sources(sources: Iterable[Source]) -> None:
    """Every place results were read from once, each with the way to its import."""
    for source in dict.fromkeys(sources):
        st.caption(as_text(source_note(source)))
        import_link(source)


def import_link(source: Source) -> None:
    """The way to the page of the import that something was read by."""
    st.page_link(go.INDLAESNING, label=_("Se indlæsningen"), query_params={keys.IMPORT: source.import_id})


def open_rating(chosen: str | None, pupils: Sequence[Pupil], ratings: Sequence[Rating]) -> None:
    """Opens the pupil from a row's name, or one rating from its cell."""
    if chosen is None:
        return
    kind, pupil_id, *rest = chosen.split("/", 4)
    pupil = next((p for p in pupils if p.pupil_id == pupil_id), None)
    if pupil is None:
        return
    if kind == "pupil":
        open_pupil(pupil_id)
    subject, round_name, skoleaar = rest[0], rest[1], rest[2]
    for rating in ratings:
        place = (rating.pupil_id, rating.subject, rating.round.name, rating.round.skoleaar)
        if place == (pupil_id, subject, round_name, skoleaar) and rating.value is not None:
            title = f"{subject_name(subject)}, {round_name.lower()} {skoleaar}"
            _show(pupil, title, rating_words(rating), rating.source, rating.row, rating.column)


def open_pupil(pupil_id: str) -> NoReturn:
    """Goes to the pupil's screen."""
    go_to(go.PUPIL, **{keys.PUPIL: pupil_id})


def _show(pupil: Pupil, title: str, said: str, source: Source, row: int | None, column: int | None) -> None:
    """One result in a dialog under the pupil's name, with its place in the sheet."""

    @st.dialog(as_text(pupil.name))
    def result() -> None:
        st.markdown(f"{as_text(title)}  \n**{as_text(said)}**")
        cell = cell_name(row, column) if row is not None and column is not None else None
        st.caption(as_text(source_note(source, cell)))
        import_link(source)
        if st.button(_("Åbn eleven"), type="primary"):
            open_pupil(pupil.pupil_id)

    result()


def open_area(
    picked: str | None, cells: Sequence[AreaCell], tests: Sequence[Test], answers: Sequence[Answer] = ()
) -> None:
    """Says which tasks a cell of the matrix rests on, and where their results were read."""
    cell = next((c for c in cells if area_key(c) == picked), None)
    if cell is None:
        return
    words = f"{cell.signalord} · {cell.fagomraade}"
    st.markdown(f"**{as_text(words)}**: {as_text(evidence_note(cell.evidence))}")
    for test in tests:
        labels = [
            task.label
            for task in test.counted
            if (task.fagomraade, task.signalord) == (cell.fagomraade, cell.signalord)
        ]
        if labels:
            text = _("{test}: opgave {labels}")
            st.caption(as_text(text.format(test=test_label(test), labels=listed(labels))))
            read = [a.source or test.source for a in answers if a.test_id == test.test_id]
            draw_sources(read or [test.source])
