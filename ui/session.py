"""What every screen stands on: the open store, whose scope it is seen in, and its revision."""

from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

import streamlit as st

from data_io import settings
from data_io.errors import StoreError
from data_io.school import the_school
from data_io.scope import Scope, local_scope
from data_io.store.store import Store, open_store


@dataclass(frozen=True)
class Session:
    """The store this server serves, the scope of the person looking, and the store's revision now."""

    store: Store
    scope: Scope
    revision: int
    school_id: str | None
    is_demo: bool


@st.cache_resource(show_spinner=False)
def _open(path: str) -> Store:
    return open_store(Path(path))


def current_session() -> Session:
    """The session of this run.

    Raises:
        StoreError: the store cannot be opened.
    """
    path = settings.named_store() or settings.DEMO_STORE
    if path == settings.DEMO_STORE and not path.exists():
        text = _("Demoskolen er ikke læst ind endnu. Start Klasseblik med: python3 klasseblik.py")
        raise StoreError("no_demo", text)
    store = _open(str(path))
    return Session(store, local_scope(store), store.revision, the_school(store), store.kind == "demo")
