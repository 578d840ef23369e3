"""Klasselister: who is in a class; provisional pupils are confirmed or linked."""

from gettext import gettext as _

import pandas as pd
import streamlit as st

from data_io.importing.options import KlasseKey
from data_io.school import ListedPupil, link_pupil, save_class_list
from ui.choice import school_or_ask
from ui.class_lists import choose_class_key, listed_rows, provisional, said_of
from ui.formats import as_text
from ui.hold_form import draw_hold_facts
from ui.messages import say_next
from ui.session import current_session

session = current_session()
school_id = school_or_ask(session)
st.title(_("Klasselister"), anchor=False)
st.caption(
    _(
        "Skriv navnene, eller indsæt dem fra et regneark. Har I klasselisten som fil, så læs den ind "
        "under Indlæs."
    )
)
key: KlasseKey | None = choose_class_key(session)
if key is None:
    st.stop()

rows = listed_rows(session, key)
frame = pd.DataFrame(
    {_("Navn"): [r.name for r in rows], _("Uni-login"): [r.unilogin or "" for r in rows]}, dtype=str
)
table = st.data_editor(
    frame,
    num_rows="dynamic",
    hide_index=True,
    column_config={column: st.column_config.TextColumn(default="") for column in frame.columns.astype(str)},
    key=f"list-{key.name}-{key.skoleaar}",
)
if st.button(_("Gem klasselisten"), type="primary"):
    names, logins = table[_("Navn")], table[_("Uni-login")]
    pupils = [
        ListedPupil(name, login if isinstance(login, str) and login.strip() else None)
        for name, login in zip(names, logins, strict=True)
        if isinstance(name, str) and name.strip()
    ]
    say_next(said_of(save_class_list(session.store, school_id, key, pupils), key))
    st.rerun()

draw_hold_facts(session)
waiting, listed = provisional(session, key)
if waiting and listed:
    st.subheader(_("Ubekræftede elever"), anchor=False)
    st.caption(_("De står i et ark, men ikke på klasselisten. Sig, hvem de er, eller lad dem stå."))
for pupil in waiting if listed else []:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        who = st.selectbox(
            _("Hvem er {name}?").format(name=as_text(pupil.name)),
            [p.pupil_id for p in listed],
            index=None,
            format_func={p.pupil_id: p.name for p in listed}.__getitem__,
            placeholder=_("Vælg elev"),
            key=f"who-{pupil.pupil_id}",
            width=320,
        )
        if st.button(_("Det er samme elev"), key=f"link-{pupil.pupil_id}", disabled=who is None):
            link_pupil(session.store, pupil.pupil_id, who)
            say_next(_("{name} er nu knyttet til klasselisten.").format(name=pupil.name))
            st.rerun()
