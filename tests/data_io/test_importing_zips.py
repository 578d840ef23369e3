"""A zip of workbooks is read as the folder it was, and one that may do harm is refused as one."""

from pathlib import Path
from typing import Any

import pytest

from tests.data_io.a_school import School
from tests.data_io.many_files import ended, fill, import_run, packed


def test_a_zip_is_read_as_the_folder_it_was(school: School) -> None:
    files = fill(school.folder / "ark", 2)
    members = {f"7.A/{path.name}": path.read_bytes() for path in files}
    members |= {"__MACOSX/7.A/._x.xlsx": b"", "læs mig.pdf": b"%PDF", "7.A/~$prøve.xlsx": b"", "7.A/": b""}
    archive = packed(school.folder / "prøver.zip", members)

    outcomes = import_run(school, archive)

    assert ended(outcomes) == {f"prøver.zip/7.A/7.A {n:02}.xlsx": "read" for n in range(2)}
    assert len(school.tests()) == 2


def test_names_in_a_zip_that_windows_packed_keep_their_danish_letters(school: School) -> None:
    (path,) = fill(school.folder / "ark", 1)
    archive = packed(school.folder / "p.zip", {"pr?ve.xlsx": path.read_bytes()})
    archive.write_bytes(archive.read_bytes().replace(b"pr?ve.xlsx", "prøve.xlsx".encode("cp850")))

    assert list(ended(import_run(school, archive))) == ["p.zip/prøve.xlsx"]


def test_what_is_wrong_in_a_zip_costs_its_file_alone(school: School) -> None:
    (path,) = fill(school.folder / "ark", 1)
    inner = packed(school.folder / "inde.zip", {"x.xlsx": path.read_bytes()})
    members = {"1.zip": inner.read_bytes(), "2.xlsx": b"%PDF-1.7", "7.A.xlsx": path.read_bytes()}

    outcomes = import_run(school, packed(school.folder / "ude.zip", members))

    assert [o.refused.code if o.refused else o.status for o in outcomes] == [
        "zip_in_zip",
        "not_a_workbook",
        "read",
    ]


def encrypted(path: Path) -> None:
    packed(path, {"mat.xlsx": b"x" * 50})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)


def pointing_outside(path: Path) -> None:
    packed(path, {"../mat.xlsx": b"x"})


def too_many(path: Path) -> None:
    packed(path, {f"{n}.xlsx": b"" for n in range(501)})


def too_large(path: Path) -> None:
    packed(path, {f"{n}.csv": b"\0" * 30_000_000 for n in range(7)})


def cut_short(path: Path) -> None:
    packed(path, {"mat.xlsx": b"x" * 5000})
    path.write_bytes(path.read_bytes()[:-40])


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (encrypted, "password"),
        (pointing_outside, "dangerous_zip"),
        (too_many, "unpacks_too_large"),
        (too_large, "unpacks_too_large"),
        (cut_short, "broken_zip"),
    ],
)
def test_a_zip_that_may_do_harm_is_refused_as_one(school: School, make: Any, code: str) -> None:
    path = school.folder / "farlig.zip"
    make(path)

    (outcome,) = import_run(school, path)

    assert outcome.refused
    assert outcome.refused.code == code
    assert "farlig.zip" in outcome.refused.message
    assert outcome.refused.message.endswith(".")


def test_a_workbook_that_is_called_a_zip_is_read_as_a_workbook(school: School) -> None:
    (path,) = fill(school.folder / "ark", 1)
    renamed = path.rename(school.folder / "7.A.zip")

    assert ended(import_run(school, renamed)) == {"7.A.zip": "read"}
