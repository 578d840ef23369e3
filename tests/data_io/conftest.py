"""A new school for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data_io.school import create_school
from data_io.store.store import open_store
from tests.data_io.a_school import School


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    store = open_store(tmp_path / "skole.duckdb", "school")
    yield School(store, create_school(store, "Ullerup Bæk Skolen"), tmp_path)
    store.close()
