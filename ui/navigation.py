"""The screens and their menu; the choice stands above it."""

from gettext import gettext as _

import streamlit as st

# One import's page is reached from the list of imports and from a result's source, not from the menu.
UNLISTED = "indlaesning"

Sections = dict[str, list[st.Page]]


def sections() -> Sections:
    """The screens by section, in menu order; the first of all is where one starts."""
    return {
        "": [st.Page("pages/start/start.py", title=_("Start"), url_path="start", default=True)],
        _("Samtale"): [
            st.Page("pages/samtale/forberedelse.py", title=_("Forberedelse"), url_path="forberedelse"),
            st.Page("pages/samtale/klasseoverblik.py", title=_("Klasseoverblik"), url_path="klasseoverblik"),
            st.Page("pages/samtale/bevaegelse.py", title=_("Bevægelse"), url_path="bevaegelse"),
            st.Page("pages/samtale/fravaer.py", title=_("Fravær og trivsel"), url_path="fravaer"),
        ],
        _("Fag"): [
            st.Page("pages/fag/signalord.py", title=_("Signalord"), url_path="signalord"),
            st.Page("pages/fag/opgaver.py", title=_("Opgaver"), url_path="opgaver"),
            st.Page("pages/fag/fremgang.py", title=_("Fremgang"), url_path="fremgang"),
            st.Page("pages/fag/fagligt_loeft.py", title=_("Fagligt løft"), url_path="fagligt-loeft"),
            st.Page(
                "pages/fag/vurdering_og_proeve.py",
                title=_("Vurdering og prøve"),
                url_path="vurdering-og-proeve",
            ),
        ],
        _("Elev"): [st.Page("pages/elev/faglig_profil.py", title=_("Faglig profil"), url_path="elev")],
        _("Ledelse"): [
            st.Page("pages/ledelse/skoleoverblik.py", title=_("Skoleoverblik"), url_path="skoleoverblik")
        ],
        _("Data"): [
            st.Page("pages/data/indlaes.py", title=_("Indlæs"), url_path="indlaes"),
            st.Page("pages/data/indtast.py", title=_("Indtast"), url_path="indtast"),
            st.Page("pages/data/indlaesninger.py", title=_("Indlæsninger"), url_path="indlaesninger"),
            st.Page("pages/data/indlaesning.py", title=_("Indlæsning"), url_path=UNLISTED),
            st.Page("pages/data/skabeloner.py", title=_("Skabeloner"), url_path="skabeloner"),
            st.Page("pages/data/klasselister.py", title=_("Klasselister"), url_path="klasselister"),
            st.Page("pages/data/nyt_skoleaar.py", title=_("Nyt skoleår"), url_path="nyt-skoleaar"),
            st.Page("pages/data/personale.py", title=_("Personale"), url_path="personale"),
            st.Page("pages/data/ordliste.py", title=_("Ordliste"), url_path="ordliste"),
            st.Page("pages/data/graenser.py", title=_("Grænser"), url_path="graenser"),
        ],
        _("Om"): [st.Page("pages/om/farven.py", title=_("Sådan er farven fundet"), url_path="farven")],
    }


def draw_menu(screens: Sections) -> None:
    """The menu in the sidebar: a small heading a section, a link a screen."""
    for section, pages in screens.items():
        with st.container(gap="xsmall"):
            if section:
                st.caption(section)
            for page in pages:
                if page.url_path != UNLISTED:
                    st.page_link(page, width="stretch")
