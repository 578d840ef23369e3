"""The app behind its headers and with a health answer; `streamlit run server.py` serves it."""

import logging
import traceback
from gettext import gettext as _

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from web.headers import KeepAtHome
from web.health import health

# Streamlit takes the folder pages/ for its old kind of app until app.py has run once; the first visitor
# with a link to a screen would be told that it does not exist.
PagesManager.uses_pages_directory = False


def say_sorry(error: Exception) -> bool:
    """An error nobody foresaw: the person gets a sentence, the log the place without any data."""
    place = "".join(traceback.format_tb(error.__traceback__))
    logging.getLogger("klasseblik").error("Traceback of %s:\n%s", type(error).__name__, place)
    st.error(
        _("Noget gik galt på denne skærm. Prøv igen; sker det igen, så sig det til jeres it-ansvarlige.")
    )
    return True


app = st.App(
    "app.py",
    middleware=[Middleware(KeepAtHome)],
    routes=[Route("/health", health)],
    on_script_error=say_sorry,
)
