"""Skoleoverblik: the classes of a school or a year group side by side, and where help would reach most."""

from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from metrics.overview import places_for_help, subjects_of
from ui import cached, go
from ui.card import draw_heading
from ui.choice import choice_of
from ui.finding import draw_finding
from ui.go import go_to
from ui.grid.component import draw_grid
from ui.legends import draw_level_legend
from ui.overview_choice import choose_classes, year_or_stop
from ui.overview_grid import numbers_grid
from ui.overview_view import draw_help, draw_marks, draw_spreads
from ui.overview_words import gaps_sentence, overview_sentence
from ui.session import current_session

session = current_session()
st.title(_("Skoleoverblik"), anchor=False)
year = year_or_stop(session)
everyone = cached.year_overview(session, year)
classes = choose_classes(everyone)
subjects = subjects_of(everyone)

n, pupils = len(classes), sum(one.pupils for one in classes)
said = ngettext("{n} klasse", "{n} klasser", n).format(n=n)
of = ngettext("{n} elev", "{n} elever", pupils).format(n=pupils)
st.caption(f"{year} · {said} · {of} · " + _("lærernes vurderinger, nyeste runde mod runden før"))
if not any(one.subjects for one in classes):
    st.info(_("Der er ingen vurderinger i {year} endnu.").format(year=year))
    st.page_link(go.INDLAES, label=_("Indlæs et vurderingsskema"))
    st.stop()
draw_finding(overview_sentence(classes, subjects), gaps_sentence(classes, year))

draw_spreads(classes, subjects, everyone)
st.caption(_("Tyk bjælke: nu. Tynd bjælke: runden før. Samme akse overalt, klasserne i klasseorden."))
draw_level_legend(marks=False, provisional=False)
draw_marks(classes, subjects)
with st.container(border=True):
    draw_help(places_for_help(classes))
with st.container(border=True):
    draw_heading(_("Klasserne i tal"), _("vælg en klasse for at åbne den"))
    chosen = draw_grid(numbers_grid(classes, subjects), key="numbers")
    st.caption(
        _("Sidst og nu: elever i rød eller orange. ▼ gået ned, ▲ gået op, ! to niveauer eller fald til 1–2.")
        + " "
        + _("–: uden niveau eller karakter nu.")
    )
if chosen:
    opened = chosen.removeprefix("klasse/")
    go_to(go.KLASSEOVERBLIK, **choice_of(next(k for k in cached.klasser(session) if k.klasse_id == opened)))
