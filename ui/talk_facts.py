"""What is planned for a læringssamtale: theme, agenda, and who takes part."""

from gettext import gettext as _

import streamlit as st

from data_io.talks import Talk
from ui import cached
from ui.card import draw_heading
from ui.formats import as_text, danish_date, listed
from ui.session import Session


def draw_facts(session: Session, talk: Talk) -> None:
    """The talk's theme, agenda and participants; who has left by then is said."""
    with st.container(border=True):
        draw_heading(talk.plan.theme or _("Uden tema"), _("{n} minutter").format(n=talk.plan.minutes))
        if talk.plan.agenda:
            numbered = [f"{n}. {as_text(line)}" for n, line in enumerate(talk.plan.agenda, start=1)]
            st.markdown("\n".join(numbered))
        names = _names(session, talk)
        said = _("Deltagere: {names}.").format(names=listed(names)) if names else _("Ingen deltagere valgt.")
        st.caption(as_text(said))
        made = _("Oprettet {day} af {who}.")
        st.caption(as_text(made.format(day=danish_date(talk.created_at.date()), who=talk.created_by)))


def _names(session: Session, talk: Talk) -> list[str]:
    people = {one.staff_id: one for one in cached.staff(session)}
    chosen = [people[staff_id] for staff_id in talk.plan.staff_ids if staff_id in people]
    left = _("{name} (stoppet {day})")
    return [
        one.name if one.here(talk.plan.day) else left.format(name=one.name, day=danish_date(one.left_on))
        for one in chosen
    ]
