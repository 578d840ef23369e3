"""The store is one file that knows its kind, its version and how often it was written."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from data_io.errors import StoreError
from data_io.school import create_school, save_terms, the_school
from data_io.store.migrations_run import versions
from data_io.store.store import Store, open_store
from tests.data_io.command_line import ROOT, run


def opened_and_closed(path: Path) -> Path:
    open_store(path).close()
    return path


def refusal(path: Path, kind: str | None = None) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_store(path, kind)  # type: ignore[arg-type]  # a plain word from the test's table
    assert caught.value.message.endswith(".")
    assert path.name in caught.value.message
    assert str(path.parent) not in caught.value.message
    return caught.value


def test_a_new_store_is_a_schools_own_and_empty(tmp_path: Path) -> None:
    store = open_store(tmp_path / "mappe" / "skole.duckdb")

    assert (store.kind, the_school(store)) == ("school", None)
    store.close()


def test_migrations_run_once(tmp_path: Path) -> None:
    path = tmp_path / "skole.duckdb"
    store = open_store(path)
    school_id = create_school(store, "Ullerup Bæk Skolen")
    before = (store.info("version"), store.revision)
    store.close()

    store = open_store(path)

    assert (store.info("version"), store.revision) == before
    assert store.info("version") == str(versions()[-1][0])
    assert the_school(store) == school_id
    store.close()


def test_a_store_written_by_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = opened_and_closed(tmp_path / "skole.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE state.store_info SET said = '9999' WHERE name = 'version'")

    refused = refusal(path)

    assert refused.code == "store_newer"
    assert "Opdatér programmet" in refused.message


def test_another_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "andet.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE regnskab (kroner INTEGER)")

    assert refusal(path).code == "store_not_ours"

    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SELECT table_name FROM information_schema.tables").fetchall() == [
            ("regnskab",)
        ]


@pytest.mark.parametrize("content", [b"Elev;1.1\nAnna;2\n" * 500, b"\x00" * 5000])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "liste.csv").write_bytes(content)

    assert refusal(tmp_path / "liste.csv").code in ("store_not_ours", "store_unreadable")

    assert (tmp_path / "liste.csv").read_bytes() == content


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "skole").mkdir()

    assert refusal(tmp_path / "skole").code == "store_unreadable"


def test_a_damaged_store_is_said_to_be_one(tmp_path: Path) -> None:
    path = opened_and_closed(tmp_path / "skole.duckdb")
    path.write_bytes(path.read_bytes()[:8192] + b"\xff" * 8192)

    assert refusal(path).code == "store_unreadable"


def test_the_demo_schools_store_and_a_schools_own_never_mix(tmp_path: Path) -> None:
    open_store(tmp_path / "demo.duckdb", "demo").close()
    open_store(tmp_path / "skole.duckdb", "school").close()

    assert refusal(tmp_path / "demo.duckdb", "school").code == "store_kind"
    assert refusal(tmp_path / "skole.duckdb", "demo").code == "store_kind"
    again = open_store(tmp_path / "demo.duckdb")
    assert again.kind == "demo"
    again.close()


def test_a_second_process_hears_that_the_store_is_open(tmp_path: Path) -> None:
    path = tmp_path / "skole.duckdb"
    store = open_store(path)

    said = run("import", __file__, "--store", path)

    assert said.code == 2
    assert said.err == (
        "skole.duckdb er åben i et andet program, måske fordi Klasseblik kører. "
        "Brug skærmen Indlæs, eller stop Klasseblik først.\n"
    )
    store.close()


WRITES = """
import sys
from pathlib import Path
from data_io.school import create_school
from data_io.store.store import open_store
store = open_store(Path(sys.argv[1]))
create_school(store, "Ullerup Bæk Skolen")
store.close()
"""


def test_what_another_process_wrote_is_there_when_it_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "skole.duckdb"

    other = subprocess.run([sys.executable, "-c", WRITES, str(path)], cwd=ROOT, check=False)

    store = open_store(path)
    assert (other.returncode, the_school(store) is not None) == (0, True)
    store.close()


def test_every_write_raises_the_revision_and_a_failed_one_does_not(tmp_path: Path) -> None:
    store = open_store(tmp_path / "skole.duckdb")
    school_id = create_school(store, "Ullerup Bæk Skolen")
    before = store.revision

    save_terms(store, school_id, "signalord", ["Vis", "Skriv"])
    assert store.revision == before + 1

    with pytest.raises(ZeroDivisionError), store.write() as transaction:
        transaction.run("clear_vocabulary", school_id=school_id, kind="signalord")
        raise ZeroDivisionError
    assert store.revision == before + 1
    assert words(store, school_id) == ["Vis", "Skriv"]
    store.close()


def words(store: Store, school_id: str) -> list[str]:
    rows = store.rows("vocabulary", school_id=school_id)
    return [row["term"] for row in rows if row["kind"] == "signalord"]


def test_a_change_is_seen_at_once_and_after_opening_again(tmp_path: Path) -> None:
    store = open_store(tmp_path / "skole.duckdb")
    school_id = create_school(store, "Ullerup Bæk Skolen")
    save_terms(store, school_id, "signalord", ["Ræsonnér", "Vis", "vis"])
    seen = words(store, school_id)
    store.close()

    store = open_store(tmp_path / "skole.duckdb")

    assert seen == words(store, school_id) == ["Ræsonnér", "vis"]
    store.close()
