"""Nyt skoleår: what each class becomes, who goes another way, and the classes that come of it."""

from gettext import gettext as _

import streamlit as st

from data_io.new_year import read_year_end, year_after
from data_io.new_year_made import year_made
from metrics.new_year import may_be_placed, new_year, waiting
from ui import cached, go, keys
from ui.card import draw_heading
from ui.choice import klasse_or_ask, school_or_ask
from ui.finding import draw_finding
from ui.formats import as_text
from ui.new_year_edits import edits_of, make, take_back
from ui.new_year_form import (
    choose_year,
    draw_classes,
    draw_newcomers,
    draw_next_classes,
    draw_placing,
    names_of,
)
from ui.new_year_words import finding_words, homes, made_words, notes
from ui.session import current_session

session = current_session()
school_id = school_or_ask(session)
classes = cached.klasser(session) or [klasse_or_ask(session)]

st.title(_("Nyt skoleår"), anchor=False)
st.caption(_("Klasserne rykker et trin op. Ret forslaget; intet gemmes, før du opretter skoleåret."))
skoleaar = choose_year(session, school_id, list(dict.fromkeys(k.skoleaar for k in classes)))
after = year_after(skoleaar)
end = read_year_end(session.store, session.scope, school_id, skoleaar)
edits = edits_of(skoleaar)
year = new_year(end, edits)
draw_finding(*finding_words(year, after))
with st.container(gap="xsmall"):
    for line in notes(year, end):
        st.markdown(f":small[{as_text(line)}]")

if any(waiting(klasse, end) for klasse in end.klasser):
    with st.container(border=True):
        small = _("det nye navn; tomt: forlader skolen; med komma: klassen deles")
        draw_heading(_("Klasserne fra {year}").format(year=skoleaar), small)
        draw_classes(skoleaar, end, edits)
if any(may_be_placed(klasse, end) for klasse in end.klasser):
    with st.container(border=True):
        draw_heading(_("Elever, der går en anden vej"), _("går om, skifter klasse, forlader skolen"))
        draw_placing(skoleaar, end, edits, year)
with st.container(border=True):
    draw_heading(_("Nye elever"), _("eller læs klasselisten ind, når den er der"))
    draw_newcomers(skoleaar, edits, names_of(year, end, edits))
with st.container(border=True):
    draw_heading(_("Klasserne i {year}").format(year=after), _("fra 1. august"))
    draw_next_classes(year.klasser, homes(year, end))

wrong = st.session_state.pop(keys.NEW_YEAR_WRONG, None)
if wrong:
    st.error(as_text(wrong))
st.button(
    _("Opret skoleåret {year}").format(year=after),
    type="primary",
    disabled=not year.changes,
    on_click=make,
    args=(session, school_id, skoleaar),
)
made = year_made(session.store, school_id, skoleaar)
if made:
    st.caption(as_text(made_words(made)))
    st.button(
        _("Fortryd skoleåret {year}").format(year=after),
        disabled=bool(made.used),
        on_click=take_back,
        args=(session, school_id, skoleaar),
    )
    st.page_link(go.KLASSELISTER, label=_("Se klasselisterne"))
