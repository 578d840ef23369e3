"""The teacher's own nominations for a fagligt løft, made before the tests' suggestions are seen."""

from gettext import gettext as _

import streamlit as st

from metrics.areas import AreaKey
from ui import keys
from ui.card import draw_heading
from ui.group_choice import Material


def _about(material: Material, area: AreaKey) -> tuple[str, ...]:
    return (*sorted(material.klasse_ids), material.subject, area.kind, area.name)


def nominated(material: Material, area: AreaKey) -> tuple[str, ...] | None:
    """Whom the teacher pointed at for this area, by id; None before anybody was asked."""
    about, said = st.session_state.get(keys.GROUP, (None, ()))
    if about != _about(material, area):
        return None
    return tuple(pupil_id for pupil_id in said if pupil_id in material.names)


def ask_nominations(material: Material, area: AreaKey) -> None:
    """Asks whom the teacher thinks of; an answer, also that it is nobody, opens the suggestions."""
    with st.container(border=True):
        draw_heading(_("Hvem tænker du på?"), _("før du ser, hvem prøverne peger på"))
        said = st.multiselect(
            _("Elever, du vil pege på"),
            list(material.names),
            format_func=material.names.__getitem__,
            placeholder=_("Vælg navne"),
            key="-".join(("group-nominated", *_about(material, area))),
        )
        with st.container(horizontal=True):
            ready = st.button(_("Vis, hvem prøverne peger på"), type="primary", disabled=not said)
            nobody = st.button(_("Jeg har ingen at pege på"), disabled=bool(said))
    if ready or nobody:
        st.session_state[keys.GROUP] = _about(material, area), tuple(said)
        st.rerun()


def begin_again() -> None:
    """Forgets the nominations, so that another group can be thought of."""
    st.session_state.pop(keys.GROUP, None)


def draw_begin_again() -> None:
    """The way back to nominating, for another area or without what was said."""
    if st.button(_("Begynd forfra")):
        begin_again()
        st.rerun()
