"""Faglig profil: one pupil's results by fagområde, now and last time, with ratings and sources."""

from gettext import gettext as _

import streamlit as st

from charts.radar import profile_figure
from charts.template import config
from metrics.levels import class_round
from metrics.model import CutScores
from metrics.profile import profile
from ui import cached, keys
from ui.choice import klasse_or_ask
from ui.finding import draw_finding
from ui.formats import danish_date
from ui.grid.component import draw_grid
from ui.legends import draw_zone_legend
from ui.pupil_view import (
    choose_pupil,
    now_and_before,
    profile_grid,
    radar_areas,
    ratings_grid,
    test_lines,
)
from ui.sentences import profile_sentence
from ui.session import current_session

session = current_session()
klasse = klasse_or_ask(session)
head, pick = st.columns([5, 3], vertical_alignment="bottom")
with pick:
    pupil = choose_pupil(cached.pupils(session, klasse.klasse_id))
if pupil is None:
    head.title(_("{klasse} · Faglig profil").format(klasse=klasse.name), anchor=False)
    st.info(_("Vælg en elev øverst, eller klik på et navn i Klasseoverblik eller Signalord."))
    st.stop()

tests, answers = cached.history(session, (pupil.pupil_id,))
subjects = list(dict.fromkeys(t.subject for t in tests))
cuts = CutScores()
head.title(_("{name} · Faglig profil").format(name=pupil.name), anchor=False)
confirmed = "" if pupil.confirmed else _(" · ubekræftet: står ikke på en klasseliste endnu")
st.caption(f"{klasse.name} · {klasse.skoleaar}{confirmed}")

if subjects:
    subject = subjects[0]
    if len(subjects) > 1:
        subject = st.segmented_control(
            _("Fag"),
            subjects,
            default=subjects[0],
            required=True,
            key=keys.SUBJECT,
            format_func=str.capitalize,
        )
    now, before = now_and_before([t for t in tests if t.subject == subject], answers)
    areas = profile(answers, {t.test_id: t for t in now}, {t.test_id: t for t in before}, cuts)
    labels = [f"{t.title}, {danish_date(t.taken_on)}" for t in (*now, *before)]
    said = {a.name: a.now for a in areas if a.now}, {a.name: a.before for a in areas if a.before}
    since = danish_date(before[0].taken_on) if before else ""
    draw_finding(profile_sentence(pupil.name, *said, since), _(" mod ").join(labels))
    left, right = st.columns([3, 2])
    with left.container(border=True):
        st.markdown(_("**Radar**  :small[fyldt bogstav: nu · hult bogstav: sidst]"))
        zones = (cuts.red_below, cuts.green_from)
        figure = profile_figure(radar_areas(areas), zones, labels[0] if labels else "", *labels[1:])
        st.plotly_chart(figure, theme=None, config=config(), key="radar", alt=_("Faglig profil som radar"))
    with right.container(border=True):
        st.markdown(_("**Tal**  :small[andel af point]"))
        draw_grid(profile_grid(areas), key="profile")
        draw_zone_legend(cuts, observed=any(t.observed for t in (*now, *before)))
else:
    st.info(_("{name} har ingen prøver endnu.").format(name=pupil.name))

ratings = cached.ratings(session, (pupil.pupil_id,))
if ratings:
    with st.container(border=True):
        st.markdown(_("**Vurderinger over tid**"))
        draw_grid(ratings_grid(class_round([pupil], ratings, klasse.skoleaar), pupil), key="ratings")
for line in test_lines(tests, answers):
    st.markdown(line)
