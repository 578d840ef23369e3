"""What the screen of movement asks and opens: the subject, the two rounds, and the pupils of a cell."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import NoReturn

import streamlit as st

from charts.distribution import LevelCounts, level_bars
from charts.template import config
from data_io.queries import Klasse
from metrics.levels import ClassRound, RoundColumn
from metrics.movement import Movement
from ui import go
from ui.card import draw_heading
from ui.formats import as_text
from ui.level_grid import round_label, subject_name
from ui.movement_grid import pupils_of_cell
from ui.movement_words import marks_words, spread_words
from ui.open_cell import open_pupil
from ui.open_names import open_names


def subjects_by_scale(overview: ClassRound) -> tuple[list[str], list[str]]:
    """The subjects that have levels now, and those that have marks of the 7-trinsskala."""
    now = overview.now
    return [s for s in now if now[s].scale == "level"], [s for s in now if now[s].scale == "mark"]


def choose_subject(subjects: Sequence[str]) -> str:
    """The chosen subject, the first until somebody chooses."""
    if len(subjects) == 1:
        st.caption(subject_name(subjects[0]))
        return subjects[0]
    return str(
        st.segmented_control(
            _("Fag"), list(subjects), default=subjects[0], required=True, format_func=subject_name
        )
    )


def choose_rounds(columns: Sequence[RoundColumn]) -> tuple[RoundColumn, RoundColumn]:
    """Two of at least two rounds, the earlier first; the two newest until somebody chooses."""
    labels = [round_label(column) for column in columns]
    places = list(range(len(columns)))
    left, right = st.columns(2)
    ends = places[1:]
    subject = columns[0].subject
    end = right.selectbox(
        _("Til"),
        ends,
        index=len(ends) - 1,
        format_func=labels.__getitem__,
        key=f"to-{subject}-{len(columns)}",
    )
    starts = places[:end]
    start = left.selectbox(
        _("Fra"),
        starts,
        index=len(starts) - 1,
        format_func=labels.__getitem__,
        key=f"from-{subject}-{len(columns)}-{end}",
    )
    return columns[start], columns[end]


def with_levels(overview: ClassRound, subject: str) -> list[RoundColumn]:
    """The rounds of a subject that hold levels, oldest first; those with marks stand outside."""
    return [column for column in overview.history[subject] if column.scale == "level"]


def without_levels(klasse: Klasse, marks: Sequence[str]) -> NoReturn:
    """The class has marks in every subject this year: levels alone are held against one another."""
    text = _("{klasse} har ingen niveauer 1–5 i {year}.").format(klasse=klasse.name, year=klasse.skoleaar)
    st.info(as_text(f"{text} {marks_words(marks)}"))
    st.page_link(go.KLASSEOVERBLIK, label=_("Se lærernes vurderinger af klassen"))
    st.stop()


def one_round_only(subject: str) -> NoReturn:
    """The subject has one round of levels: movement takes two."""
    text = _("Der er kun én runde med niveauer i {subject} endnu; bevægelse kræver to.")
    st.info(as_text(text.format(subject=subject_name(subject).lower())))
    st.page_link(go.INDLAES, label=_("Indlæs et vurderingsskema"))
    st.stop()


def draw_spread(found: Movement) -> None:
    """The whole class by level before and now, with its median and how many are in red or orange."""
    draw_heading(_("Hele klassen"), _("antal elever på hvert niveau; stiplet: uden niveau"))
    pupils = [line.pupil for line in found.lines]
    bars = [LevelCounts(round_label(c), *c.counts(pupils)) for c in (found.before, found.now)]
    st.plotly_chart(
        level_bars(bars), theme=None, config=config(), key="spread", alt=_("Klassens niveauer før og nu")
    )
    st.caption("  \n".join(as_text(words) for words in spread_words(found)))


def open_moved(chosen: str | None, found: Movement) -> None:
    """Opens the pupils of a cell of the table, or the pupil whose name was chosen."""
    kind, _slash, pupil_id = (chosen or "").partition("/")
    if kind == "pupil":
        open_pupil(pupil_id)
    cell = pupils_of_cell(found, chosen)
    if cell is not None:
        title, lines = cell
        open_names(title, [line.pupil for line in lines])
