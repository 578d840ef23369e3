"""Faglig profil: one pupil's results by fagområde, now and last time, with ratings and sources."""

from gettext import gettext as _

import streamlit as st

from metrics.levels import class_round
from metrics.profile import profile
from ui import cached, keys
from ui.absence_card import draw_absence
from ui.card import draw_heading
from ui.choice import klasse_or_ask
from ui.cut_change import cut_change
from ui.finding import draw_finding
from ui.formats import as_text, danish_date
from ui.grid.component import draw_grid
from ui.open_cell import open_rating
from ui.open_profile import open_profile_area
from ui.profile_card import Cuts, draw_profile, draw_tests, rests_on
from ui.profile_year import draw_year, tests_by_side, year_lines
from ui.progress_card import draw_progress
from ui.pupil_view import choose_pupil, now_and_before, ratings_grid, until
from ui.sentences import profile_sentence
from ui.session import current_session

session = current_session()
klasse = klasse_or_ask(session)
head, pick = st.columns([5, 3], vertical_alignment="bottom")
with pick:
    pupil = choose_pupil(cached.pupils(session, klasse.klasse_id))
if pupil is None:
    head.title(_("{klasse} · Faglig profil").format(klasse=as_text(klasse.name)), anchor=False)
    st.info(_("Vælg en elev øverst, eller vælg et navn i Klasseoverblik eller Signalord."))
    st.stop()

tests, answers = until(klasse.skoleaar, *cached.history(session, (pupil.pupil_id,)))
subjects = list(dict.fromkeys(t.subject for t in tests))
head.title(_("{name} · Faglig profil").format(name=as_text(pupil.name)), anchor=False)
confirmed = "" if pupil.confirmed else _(" · ubekræftet: står ikke på en klasseliste endnu")
st.caption(f"{as_text(klasse.name)} · {klasse.skoleaar}{confirmed}")

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
    mine = [t for t in tests if t.subject == subject]
    scores = cached.cuts(session, subject, klasse.trin)
    cuts = Cuts(scores, cut_change(session, subject, klasse.trin, mine))
    now, before = now_and_before(mine, answers)
    areas = profile(answers, {t.test_id: t for t in now}, {t.test_id: t for t in before}, scores)
    said = {a.name: a.now for a in areas if a.now}, {a.name: a.before for a in areas if a.before}
    since = danish_date(before[0].taken_on) if before else ""
    sentence = profile_sentence(pupil.name, *said, since, answered=bool(now))
    draw_finding(sentence, rests_on(areas, now, before))
    year = year_lines(mine, answers, klasse.skoleaar)
    chosen = draw_profile(areas, now, before, cuts) if areas else None
    chosen = draw_year(year, answers, klasse.skoleaar, cuts) or chosen
    draw_progress(session, klasse, pupil, subject)
    open_profile_area(chosen, pupil, {"now": now, "before": before} | tests_by_side(year), answers)
else:
    st.info(_("{name} har ingen prøver endnu.").format(name=as_text(pupil.name)))

ratings = cached.ratings(session, (pupil.pupil_id,))
if ratings:
    with st.container(border=True):
        draw_heading(_("Vurderinger over tid"))
        shown = ratings_grid(class_round([pupil], ratings, klasse.skoleaar), pupil)
        open_rating(draw_grid(shown, key="ratings"), [pupil], ratings)
absences = [a for a in cached.absences(session, (pupil.pupil_id,)) if a.skoleaar <= klasse.skoleaar]
if absences:
    with st.container(border=True):
        draw_absence(absences)
draw_tests(tests, answers)
