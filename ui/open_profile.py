"""What opens from a fagområde of a pupil's profile: its tasks, each with the cell it was read from."""

from collections.abc import Sequence
from gettext import gettext as _

import streamlit as st

from charts.template import number
from data_io.workbook.cells import cell_name
from metrics.model import Answer, Pupil, Source, Task, Test
from ui.choose_test import test_label
from ui.formats import as_text
from ui.open_cell import import_link, task_title
from ui.reasons import conditions_said, source_note, unknown_maximum, why_missing


def open_profile_area(
    chosen: str | None,
    pupil: Pupil,
    sides: dict[str, Sequence[Test]],
    answers: Sequence[Answer],
) -> None:
    """Opens a fagområde or signalord; `sides` are the tests of each row or column, as the key names them."""
    if chosen is None:
        return
    kind, side, name = chosen.split("/", 2)
    mine = [a for a in answers if a.pupil_id == pupil.pupil_id]

    @st.dialog(as_text(f"{pupil.name}, {name}"))
    def tasks() -> None:
        for test in sides[side]:
            _draw_test(test, kind, name, [a for a in mine if a.test_id == test.test_id])

    tasks()


def _draw_test(test: Test, kind: str, name: str, answers: Sequence[Answer]) -> None:
    """A test's tasks of the fagområde or signalord, a line each, and where they were read."""
    by_task = {a.task: a for a in answers}
    conditions = conditions_said(list(dict.fromkeys(c for a in answers for c in a.conditions)))
    tagged = [t for t in test.counted if (t.signalord if kind == "word" else t.fagomraade) == name]
    found = [(t, by_task[t.number]) for t in tagged if t.number in by_task]
    if not found:
        return
    st.markdown(f"**{as_text(test_label(test))}**" + (f"  \n{as_text(conditions)}" if conditions else ""))
    st.markdown("\n".join(f"- {as_text(_line(task, answer))}" for task, answer in found))
    sources: dict[Source, None] = dict.fromkeys(a.source or test.source for _task, a in found)
    for source in sources:
        st.caption(as_text(source_note(source)))
        import_link(source)


def _line(task: Task, answer: Answer) -> str:
    said = why_missing(answer.missing)
    if answer.points is not None:
        said = _("{points} af {max} point").format(points=number(answer.points), max=number(task.max_points))
        said += f" ({unknown_maximum()})" if task.observed else ""
    if answer.row is None or answer.column is None:
        return f"{task_title(task)}: {said}"
    cell = _("celle {cell}").format(cell=cell_name(answer.row, answer.column))
    return f"{task_title(task)}: {said}, {cell}"
