"""The cards of a pupil's profile: the picture of the fagområder, the same in figures, and the school year."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

import streamlit as st

from charts.radar import profile_figure
from charts.template import config
from metrics.evidence import Evidence
from metrics.model import Answer, CutScores, Test
from metrics.profile import ProfileArea
from ui.card import draw_heading
from ui.formats import danish_date
from ui.grid.component import draw_grid
from ui.legends import draw_letter_legend, draw_zone_legend
from ui.pupil_view import profile_grid, radar_areas, test_lines

RADAR_HEIGHT = 330  # pixels; a higher one stands in much white on a telephone
LEGEND = 30  # pixels that plotly's own legend would have taken below strips
MARGIN = 30  # pixels under the figure, for the lowest name


@dataclass(frozen=True)
class Cuts:
    """The cut scores of a profile, and in words when they were changed; empty where it is long ago."""

    scores: CutScores
    changed: str = ""


def day_label(test: Test) -> str:
    """A test as it stands in a sentence: title and day."""
    return f"{test.title}, {danish_date(test.taken_on)}"


def rests_on(areas: Sequence[ProfileArea], now: Sequence[Test], before: Sequence[Test]) -> str:
    """The tests a profile is made of, and that light colours are unsure where there are some."""
    tests = _(" mod ").join(day_label(test) for test in (*now, *before))
    unsure = any(area.now and not area.now.full for area in areas)
    return tests + (_(" · usikkert, hvor farven er lys") if unsure else "")


def draw_profile(
    areas: Sequence[ProfileArea], now: Sequence[Test], before: Sequence[Test], cuts: Cuts
) -> str | None:
    """The profile as letters in zones beside the table of the same shares; gives a cell just chosen there."""
    left, right = st.columns([3, 2])
    with left.container(border=True):
        draw_heading(_("Fagområder"), _("andel af point"))
        _draw_letters(areas, now, before, cuts.scores)
    with right.container(border=True):
        draw_heading(_("De samme tal"), _("point af mulige"))
        draw_pupil_legend([e for area in areas for e in (area.now, area.before) if e], cuts)
        return draw_grid(profile_grid(areas, earlier=bool(before)), key="profile")


def draw_tests(tests: Sequence[Test], answers: Sequence[Answer]) -> None:
    """The pupil's tests of all subjects, a line each; nothing without one."""
    lines = test_lines(tests, answers)
    if lines:
        with st.container(border=True):
            draw_heading(_("Prøver"), _("den nyeste øverst"))
            for line in lines:
                st.markdown(line)


def draw_pupil_legend(shown: Sequence[Evidence], cuts: Cuts, key: str = "zone-legend") -> None:
    """What the colours of a pupil's cells mean; it stands above them and says once what is unsure."""
    draw_zone_legend(
        cuts.scores,
        unsure=any(not e.full and not e.thin for e in shown),
        thin=any(e.thin for e in shown),
        observed=any(e.observed for e in shown),
        changed=cuts.changed,
        key=key,
    )


def _draw_letters(
    areas: Sequence[ProfileArea], now: Sequence[Test], before: Sequence[Test], cuts: CutScores
) -> None:
    labels = [day_label(test) for test in now]
    last = day_label(before[0]) if before else None
    zones = (cuts.red_below, cuts.green_from)
    figure = profile_figure(radar_areas(areas), zones, ", ".join(labels), last)
    # Plotly's own legend loses its marks and its ends at 400 px; ours folds.
    height = min(figure.layout.height - LEGEND, RADAR_HEIGHT)
    figure.update_layout(showlegend=False, height=height, margin_b=MARGIN)
    st.plotly_chart(figure, theme=None, config=config(), key="radar", alt=_("Faglig profil som tegning"))
    draw_letter_legend(areas, ", ".join(labels), last)
