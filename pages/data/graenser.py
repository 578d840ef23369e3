"""Grænser: where a share turns red, yellow or green, and whether a class is compared with few others."""

from gettext import gettext as _

import streamlit as st

from data_io.cut_scores import save_few_references, subjects_of
from ui import cached, go
from ui.card import draw_heading
from ui.choice import school_or_ask
from ui.cut_form import choose_place, draw_cut_form
from ui.cut_words import few_lines, history_lines, holds_now
from ui.finding import draw_finding
from ui.formats import as_text
from ui.session import current_session

session = current_session()
school_id = school_or_ask(session)

st.title(_("Grænser"), anchor=False)
st.caption(
    _(
        "Her bestemmer skolen, hvornår en andel af point er rød, gul eller grøn. En ændring gælder alle "
        "skærme fra nu af, også ældre prøver, og står ved farverne en tid."
    )
)
subjects = subjects_of(session.store, school_id)
if not subjects:
    st.info(_("Grænserne kan sættes, når der er læst en prøve ind."))
    st.page_link(go.INDLAES, label=_("Indlæs et ark"))
    st.stop()
subject, trin = choose_place(session, subjects)
changes = cached.cut_changes(session)
draw_finding(*holds_now(changes, subject, trin))

with st.container(border=True):
    draw_heading(_("Ret grænserne"), _("i hele procent af de mulige point"))
    draw_cut_form(session, school_id, subject, trin)

with st.container(border=True):
    draw_heading(_("Sammenligning med andre klasser"), subject)
    allowed = cached.few_references(session, subject)
    st.toggle(
        _("Sammenlign også med færre end tre klasser"),
        value=allowed,
        key=f"few-{subject}",
        on_change=save_few_references,
        args=(session.store, school_id, subject, not allowed, session.scope.person),
    )
    st.caption(
        _(
            "Slået fra, til I siger andet: med en eller to andre klasser er “de andre” i praksis én kollega, "
            "og forskellen siger lige så meget om den klasse som om jeres. Slå det kun til, når fagteamet er "
            "enigt."
        )
    )
    for line in few_lines(cached.few_changes(session), subject):
        st.markdown(f":small[{as_text(line)}]")

with st.container(border=True):
    draw_heading(_("Ændringer"), _("den nyeste øverst"))
    lines = history_lines(changes, subject)
    for line in lines:
        st.markdown(as_text(line))
    if not lines:
        st.caption(_("Grænserne i {subject} er ikke ændret.").format(subject=subject))
