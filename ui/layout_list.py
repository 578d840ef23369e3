"""The layouts a school has named, as the screen Ordliste shows and forgets them."""

from gettext import gettext as _

import streamlit as st

from data_io.importing.named_layouts import NamedLayout, delete_layout, layouts_of
from data_io.layouts.guidance import Guidance
from data_io.workbook.cells import column_name
from ui.formats import as_text, danish_date
from ui.mapping_roles import said_words
from ui.messages import say_next
from ui.session import Session


def draw_layouts(session: Session, school_id: str) -> None:
    """Every named layout with what it says, who saved it and when, and a way to forget it."""
    layouts = layouts_of(session.store, school_id)
    if not layouts:
        return
    st.subheader(_("Layouter"), anchor=False)
    st.caption(
        _(
            "Sådan har I rettet opdelingen af jeres ark. Ark af samme slags læses på samme måde; "
            "glemmes layoutet, finder Klasseblik selv opdelingen igen."
        )
    )
    for layout in layouts:
        _draw_layout(session, school_id, layout)


def _draw_layout(session: Session, school_id: str, layout: NamedLayout) -> None:
    day = danish_date(layout.saved_at.date())
    saved = _("gemt {day} af {person}") if layout.saved_by else _("gemt {day}")
    with st.container(horizontal=True, vertical_alignment="center"):
        said = as_text(f"{guidance_text(layout.guidance)} · {saved.format(day=day, person=layout.saved_by)}")
        st.markdown(f"**{as_text(layout.name)}**  \n:small[:gray[{said}]]", width="content")
        forget = _("Glem “{word}”").format(word=as_text(layout.name))
        if st.button(forget, key=f"forget-layout-{layout.layout}"):
            delete_layout(session.store, school_id, layout.layout)
            say_next(_("Layoutet “{name}” er glemt.").format(name=layout.name))
            st.rerun()


def guidance_text(guidance: Guidance) -> str:
    """What a layout says, in words: "række 2: signalord, kolonne F: ikke med"."""
    words = said_words()
    said = [_("række {row}: {role}").format(row=r + 1, role=words[role]) for r, role in guidance.rows.items()]
    said += [
        _("kolonne {column}: {role}").format(column=column_name(c), role=words[role])
        for c, role in guidance.columns.items()
    ]
    said += [
        _("under “{heading}”: {role}").format(heading=heading, role=words[role])
        for heading, role in guidance.headed.items()
    ]
    if guidance.transposed is not None:
        said.append(_("eleverne står hen ad") if guidance.transposed else _("eleverne står ned ad"))
    return ", ".join(said)
