"""A store of each test's own behind the app; nothing that Streamlit cached of another one is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from data_io.settings import STORE_VARIABLE
from data_io.store.store import open_store
from tests.app.school import School, new_school


@pytest.fixture
def store_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the app finds its store; there is none yet."""
    path = tmp_path / "skolen.duckdb"
    monkeypatch.setenv(STORE_VARIABLE, str(path))
    _forget()
    yield path
    _forget()


def _forget() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def empty_store(store_path: Path) -> Path:
    """A store without a school."""
    open_store(store_path, "school").close()
    return store_path


@pytest.fixture
def school(store_path: Path) -> Iterator[School]:
    """A school without classes; its store stays open beside the app's."""
    made = new_school(store_path.parent)
    yield made
    made.store.close()
