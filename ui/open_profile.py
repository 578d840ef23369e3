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
from ui.reasons import conditions_said, source_note, why_missing


def open_profile_area(
    chosen: str | None,
    pupil: Pupil,
    sides: dict[str, Sequence[Test]],
    answers: Sequence[Answer],
) -> None:
    """Opens a fagområde; `sides` are the tests of "now" and "before", as the cell's key names them."""
    if chosen is None:
        return
    _kind, side, area = chosen.split("/", 2)
    mine = [a for a in answers if a.pupil_id == pupil.pupil_id]

    @st.dialog(as_text(f"{pupil.name}, {area}"))
    def tasks() -> None:
        for test in sides[side]:
            _draw_test(test, area, [a for a in mine if a.test_id == test.test_id])

    tasks()


def _draw_test(test: Test, area: str, answers: Sequence[Answer]) -> None:
    """A test's tasks in the area, a line each, and where they were read."""
    by_task = {a.task: a for a in answers}
    conditions = conditions_said(list(dict.fromkeys(c for a in answers for c in a.conditions)))
    st.markdown(f"**{as_text(test_label(test))}**" + (f"  \n{as_text(conditions)}" if conditions else ""))
    found = [(t, by_task[t.number]) for t in test.tasks if t.fagomraade == area and t.number in by_task]
    st.markdown("\n".join(f"- {as_text(_line(task, answer))}" for task, answer in found))
    sources: dict[Source, None] = dict.fromkeys(a.source or test.source for _task, a in found)
    for source in sources:
        st.caption(as_text(source_note(source)))
        import_link(source)


def _line(task: Task, answer: Answer) -> str:
    said = why_missing(answer.missing)
    if answer.points is not None:
        said = _("{points} af {max} point").format(points=number(answer.points), max=number(task.max_points))
    if answer.row is None or answer.column is None:
        return f"{task_title(task)}: {said}"
    cell = _("celle {cell}").format(cell=cell_name(answer.row, answer.column))
    return f"{task_title(task)}: {said}, {cell}"
