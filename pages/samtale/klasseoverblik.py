"""Klasseoverblik: the class as the teachers rate it, last round beside this one."""

from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from metrics.levels import class_round
from metrics.shares import pupil_shares
from ui import cached
from ui.choice import klasse_or_ask
from ui.distributions import draw_distributions
from ui.empty import without_ratings
from ui.finding import draw_finding
from ui.formats import as_text
from ui.grid.component import draw_grid
from ui.legends import draw_level_legend
from ui.level_grid import level_grid, round_label
from ui.open_cell import open_rating
from ui.sentences import levels_sentence, missing_sentence
from ui.session import current_session

session = current_session()
klasse = klasse_or_ask(session)
pupils = cached.pupils(session, klasse.klasse_id)
ratings = cached.ratings(session, tuple(p.pupil_id for p in pupils))
overview = class_round(pupils, ratings, klasse.skoleaar)

st.title(_("{klasse} · Klasseoverblik").format(klasse=as_text(klasse.name)), anchor=False)
tests = cached.tests(session, klasse.klasse_id)
if not overview.now:
    without_ratings(klasse, has_tests=bool(tests))

newest = next(iter(overview.now.values()))
before = next(iter(overview.before.values()), None)
said = ngettext("{n} elev", "{n} elever", len(pupils)).format(n=len(pupils))
against = _(" mod {round}").format(round=round_label(before).lower()) if before else ""
st.caption(f"{said} · {round_label(newest).lower()}{against} · " + _("lærernes vurderinger"))
draw_finding(levels_sentence(overview), missing_sentence(overview))
draw_distributions(overview)

with st.container(horizontal=True, vertical_alignment="bottom"):
    order = st.segmented_control(
        _("Sortér efter"),
        ["fall", "lowest", "name"],
        default="fall",
        required=True,
        format_func={"fall": _("Største fald"), "lowest": _("Laveste"), "name": _("Navn")}.__getitem__,
    )
    all_rounds = st.toggle(_("Alle runder"), help=_("Vis også runder fra før de to nyeste."))
shown = {"fall": overview.by_fall, "lowest": overview.by_lowest}.get(str(order), lambda: overview.pupils)()
answers = cached.answers(session, klasse.klasse_id)
shares = pupil_shares(answers, {t.test_id: t for t in tests})
columns = overview.columns(all_rounds=all_rounds)
chosen = draw_grid(level_grid(shown, columns, shares), key="levels", height=900)
marks = any(column.scale == "mark" for rounds in columns.values() for column in rounds)
draw_level_legend(marks=marks, provisional=not all(p.confirmed for p in pupils))
open_rating(chosen, pupils, ratings)
