"""What a screen says of a class that has nothing for it, and the way to the first of it."""

from gettext import gettext as _
from typing import NoReturn

import streamlit as st

from data_io.queries import Klasse
from ui import go
from ui.formats import as_text


def without_tests(klasse: Klasse, *, has_ratings: bool, screen: str = "") -> NoReturn:
    """The class has no test for a screen: read one in, or see what the teachers have rated."""
    title = _("{klasse} · {screen}").format(klasse=as_text(klasse.name), screen=screen or _("Signalord"))
    st.title(title, anchor=False)
    _say(_("Der er ingen prøver i {klasse} i {year} endnu."), klasse, _("Indlæs et prøveark"))
    if has_ratings:
        st.page_link(go.KLASSEOVERBLIK, label=_("Se lærernes vurderinger af klassen"))
    st.stop()


def without_ratings(klasse: Klasse, *, has_tests: bool) -> NoReturn:
    """The class has no ratings: read some in, or see the tests it has taken."""
    _say(_("Der er ingen vurderinger af {klasse} i {year} endnu."), klasse, _("Indlæs et vurderingsskema"))
    if has_tests:
        st.page_link(go.SIGNALORD, label=_("Se klassens prøver"))
    st.stop()


def without_records(klasse: Klasse) -> NoReturn:
    """The class has neither absence nor a trivselsmåling: read some in."""
    text = _("Der er hverken fravær eller trivselsmåling for {klasse} i {year} endnu.")
    _say(text, klasse, _("Indlæs et fraværsark"))
    st.stop()


def without_progress(klasse: Klasse, steps: int) -> NoReturn:
    """The class has not two tests to hold against each other: read another one in."""
    one = _("Der er kun én prøve med dato i denne del af {klasse} i {year}; fremgang kræver to.")
    none = _("Ingen i {klasse} har taget en prøve endnu i {year}; fremgang kræver to.")
    _say(one if steps else none, klasse, _("Indlæs et prøveark"))
    st.stop()


def _say(text: str, klasse: Klasse, link: str) -> None:
    st.info(as_text(text.format(klasse=klasse.name, year=klasse.skoleaar)))
    st.page_link(go.INDLAES, label=link)
