"""The classes of a school year as buttons, under the stages that a folkeskole speaks of."""

from collections.abc import Sequence
from gettext import gettext as _

import streamlit as st

from data_io.queries import Klasse
from ui import keys

WIDTH = 84  # pixels


def stage_of(trin: int | None) -> str:
    """The stage a trin belongs to; a class without a trin stands among the others."""
    if trin is None:
        return _("Andre klasser")
    stages = ((3, _("Indskoling")), (6, _("Mellemtrin")))
    return next((name for last, name in stages if trin <= last), _("Udskoling"))


def draw_class_buttons(classes: Sequence[Klasse]) -> Klasse | None:
    """A button a class of the chosen school year, or of the newest; gives the one just pressed."""
    year = st.session_state.get(keys.SKOLEAAR) or classes[0].skoleaar
    mine = [k for k in classes if k.skoleaar == year]
    stages = list(dict.fromkeys(stage_of(k.trin) for k in mine))
    pressed: list[Klasse] = []
    st.caption(_("Skoleår {year}").format(year=year))
    for column, stage in zip(st.columns(max(len(stages), 3)), stages, strict=False):
        with column:
            st.markdown(f"**{stage}**")
            pressed += _stage_buttons([k for k in mine if stage_of(k.trin) == stage])
    return pressed[0] if pressed else None


def _stage_buttons(classes: Sequence[Klasse]) -> list[Klasse]:
    """One line a trin."""
    pressed = []
    for trin in dict.fromkeys(k.trin for k in classes):
        with st.container(horizontal=True, gap="xsmall"):
            for one in (k for k in classes if k.trin == trin):
                if st.button(one.name, key=f"choose-{one.klasse_id}", width=WIDTH):
                    pressed.append(one)
    return pressed
