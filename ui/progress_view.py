"""What the class's screen of progress asks and draws beside its grid: choices, the line, same starts."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _

import streamlit as st

from charts.progress import CoursePoint, course_figure
from charts.template import config, number
from metrics.course import Course, Part, Since, suggested_pair
from metrics.distance import Measured, class_place
from metrics.model import Pupil, Test
from metrics.same_start import SameStart, same_start
from metrics.taken import parts_in
from ui.card import draw_heading
from ui.choose_test import test_label
from ui.formats import as_text, danish_date
from ui.grid.model import GridCell
from ui.legend import draw_legend
from ui.progress_words import place_said, why_not_said

LOWEST = 1 / 3  # of the pupils who took both tests
FEWEST = 4  # in a group chosen for its low scores


def choose_part(tests: Sequence[Test]) -> Part:
    """The whole tests, or one of their fagområder or signalord with at least 3 tasks in a test."""
    parts = [
        Part(),
        *(Part("fagomraade", name) for name in parts_in(tests, "fagomraade")),
        *(Part("signalord", name) for name in parts_in(tests, "signalord")),
    ]
    return st.selectbox(_("Del af prøverne"), parts, format_func=part_name)


def part_name(part: Part) -> str:
    """A part as a choice: "Hele prøven", "Algebra", "Signalord: Vis"."""
    if not part.kind:
        return _("Hele prøven")
    return part.name if part.kind == "fagomraade" else _("Signalord: {name}").format(name=part.name)


def choose_pair(steps: Sequence[Measured]) -> tuple[int, int]:
    """The two tests to hold against each other, the earlier first, in the columns one is given."""
    first, last = suggested_pair(steps)
    columns = st.columns(2)
    labels = [test_label(step.test) for step in steps]
    places = list(range(len(steps)))
    ends = places[1:] or places
    end = columns[1].selectbox(
        _("Til"), ends, index=ends.index(last), format_func=labels.__getitem__, key=f"to-{len(steps)}"
    )
    starts = places[:end] or places[:1]
    start = columns[0].selectbox(
        _("Fra"),
        starts,
        index=starts.index(first) if end == last else len(starts) - 1,
        format_func=labels.__getitem__,
        key=f"from-{len(steps)}-{end}",
    )
    return start, end


def by_change(pupils: Sequence[Pupil], change: Since) -> list[Pupil]:
    """The pupils from the furthest down to the furthest up; who has no change stands last."""

    def key(pupil: Pupil) -> tuple[bool, float]:
        moved = change.changes.get(pupil.pupil_id)
        return moved is None, moved.value if moved else 0.0

    return sorted(pupils, key=key)


def draw_course(found: Course, groups: Mapping[str, str], group: str) -> None:
    """The class's line over its tests; nothing where no test has anybody to compare with."""
    if not any(step.yardstick for step in found.steps):
        return
    points = [_point(step, groups.get(step.test.test_id, group)) for step in found.steps]
    small = _("gennemsnittets afstand til {group}; stregen er usikkerheden").format(group=group)
    with st.container(border=True):
        draw_heading(_("Klassen over tid"), small)
        figure = course_figure(points, group)
        st.plotly_chart(figure, theme=None, config=config(), key="course", alt=_("Klassens afstand over tid"))


def _point(step: Measured, group: str) -> CoursePoint:
    day = danish_date(step.test.taken_on)
    place = class_place(step)
    if place is None:
        why = why_not_said(step.why_not or "few_pupils")
        return CoursePoint(day, f"{step.test.title}\n{why}", None)
    said = _("{test}: {place} {group} ({n} elever)").format(
        test=step.test.title, place=place_said(place.mean), group=group, n=place.pupils
    )
    if place.low is None:
        said += "\n" + _("for lidt at bygge på: færre end 8 elever")
    return CoursePoint(day, said, place.mean, place.low, place.high)


def draw_progress_legend(change: Since, steps: Sequence[Measured], key: str = "progress-legend") -> None:
    """What the numbers and the arrows of the grid mean."""
    items = []
    if any(step.yardstick for step in steps):
        above = _("1 over midten af de andre: omkring 5 af 6 af dem ligger lavere")
        items.append((GridCell("+1", "mark"), above))
    if not all(step.yardstick for step in steps):
        items.append((GridCell("%", "mark"), _("andel af point: ingen at sammenligne med")))
    items.append((GridCell("–", "missing"), _("mangler")))
    if change.changes:
        sure = _("flyttet mere, end tilfældet plejer at give")
        if change.repeated:
            sure = _("flyttet mere end klassen og mere, end tilfældet plejer at give")
        items.append((GridCell("▲▼", "arrow"), sure))
        items.append((GridCell("(0)", "muted"), _("kan være tilfældigt")))
    draw_legend(items, key=key)


def draw_same_start(change: Since, group: str) -> None:
    """Those who lay lowest at the start beside others who started alike: what is low rises by itself."""
    lowest = lowest_paths(change)
    others = paths_of(change)
    beside = same_start(lowest, others) if lowest else None
    if beside is None:
        return
    with st.container(border=True):
        draw_heading(_("Elever med lav start og andre med samme start"))
        st.markdown(as_text(_same_start_said(beside, change, group)))
        st.caption(
            _(
                "Den, der vælges, fordi tallet er lavt, ligger som regel højere næste gang, også når ingen "
                "har gjort noget. Kun det, gruppen er rykket mere end de andre, kan skyldes det, der blev "
                "gjort, og heller ikke det er bevist."
            )
        )


def lowest_paths(change: Since) -> dict[str, tuple[float, float]]:
    """Start and end of the third of the class that lay lowest at the start; nobody's where they are few."""
    then, now = change.before.distances, change.after.distances
    both = sorted(then.keys() & now.keys(), key=lambda p: (then[p].value, p))
    count = round(len(both) * LOWEST)
    return {p: (then[p].value, now[p].value) for p in both[:count]} if count >= FEWEST else {}


def paths_of(change: Since) -> dict[str, tuple[float, float]]:
    """Start and end of the others who took both tests, measured as the class is."""
    then, now = change.before.other_distances, change.after.other_distances
    return {p: (then[p].value, now[p].value) for p in sorted(then.keys() & now.keys())}


def _same_start_said(beside: SameStart, change: Since, group: str) -> str:
    text = _(
        "De {n} elever, der lå lavest i {before} (i gennemsnit {start} midten), er rykket {change}. "
        "{others} elever fra {group} med samme start rykkede {theirs}."
    )
    return text.format(
        n=beside.pupils,
        before=change.before.test.title,
        start=place_said(beside.start),
        change=_moved_said(beside.change),
        others=len(beside.others),
        group=group,
        theirs=_moved_said(beside.others_change),
    )


def _moved_said(value: float) -> str:
    rounded = round(value, 1)
    if rounded == 0:
        return _("hverken op eller ned")
    text = _("{n} op") if rounded > 0 else _("{n} ned")
    return text.format(n=number(abs(rounded)))
