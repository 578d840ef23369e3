"""Fagligt løft: a group for one area. The teacher points first, then the tests, then the hold is made."""

from gettext import gettext as _

import streamlit as st

from metrics.groups import agreement
from ui.choice import klasse_or_ask, school_or_ask
from ui.finding import draw_finding
from ui.formats import as_text
from ui.group_cards import draw_groups
from ui.group_choice import choose_area, choose_material, say_no_tests
from ui.group_form import Picking, make_group, pick_pupils
from ui.group_nominate import ask_nominations, draw_begin_again, nominated
from ui.group_words import after_nomination, before_nomination
from ui.session import current_session

session = current_session()
school_id = school_or_ask(session)
klasse = klasse_or_ask(session)
st.title(_("{klasse} · Fagligt løft").format(klasse=as_text(klasse.name)), anchor=False)
top = st.container()
material = choose_material(session, klasse)
if material is None:
    say_no_tests(klasse)
else:
    size = choose_area(material)
    said = nominated(material, size.area)
    if said is None:
        with top:
            draw_finding(*before_nomination(size, len(material.tests)))
        ask_nominations(material, size.area)
    else:
        suggestion = material.suggestion(size.area)
        picking = Picking(material, suggestion, agreement(said, suggestion))
        with top:
            draw_finding(*after_nomination(picking.said, suggestion))
        chosen = pick_pupils(picking)
        make_group(session, school_id, picking, chosen)
        draw_begin_again()
draw_groups(session, klasse)
