"""The choice of zoom: the whole school or one of its year groups, in the chosen school year."""

from collections.abc import Sequence
from gettext import gettext as _

import streamlit as st

from metrics.overview import ClassOverview
from ui import cached, keys
from ui.choice import forget
from ui.session import Session

_SCHOOL = "school"
_ZOOM = "zoom"


def year_or_stop(session: Session) -> str:
    """The chosen school year, the newest while none is; without classes the screen ends here."""
    years = [klasse.skoleaar for klasse in cached.klasser(session)]
    if not years:
        st.info(_("En klasse kommer til, når I læser et ark ind eller skriver en klasseliste."))
        st.page_link("pages/data/indlaes.py", label=_("Indlæs et ark"))
        st.stop()
    return str(st.session_state.get(keys.SKOLEAAR) or max(years))


def choose_classes(everyone: Sequence[ClassOverview]) -> Sequence[ClassOverview]:
    """The classes to show, in class order: all, or those of one trin."""
    trins = list(dict.fromkeys(str(one.trin) for one in everyone if one.trin is not None))
    zooms = [_SCHOOL, *trins]
    forget(_ZOOM, zooms)
    chosen = st.segmented_control(
        _("Vis"),
        zooms,
        default=_SCHOOL,
        required=True,
        format_func=lambda one: _("Hele skolen") if one == _SCHOOL else _("{trin}. årgang").format(trin=one),
        label_visibility="collapsed",
        key=_ZOOM,
    )
    return everyone if chosen == _SCHOOL else [one for one in everyone if str(one.trin) == chosen]
