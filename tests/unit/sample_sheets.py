"""Reads Fjordskolen's sheets a second way: by looking for the labels and names that are known to be there."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
SUBJECT_WORDS = {"dansk", "dan", "mat", "matematik", "soc", "social trivsel"}
Entry = dict[str, Any]
Rows = list[list[Any]]


@cache
def manifest() -> dict[str, Any]:
    """The committed manifest."""
    text = (SAMPLE / "manifest.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def entries(kind: str) -> list[Entry]:
    """The manifest's sheets of one kind."""
    return [entry for entry in manifest()["imports"] if entry["kind"] == kind]


@cache
def _book(file: str) -> dict[str, Rows]:
    path = SAMPLE / file
    if path.suffix == ".csv":
        with path.open(encoding="cp1252", newline="") as lines:
            return {path.stem: [[_typed(text) for text in row] for row in csv.reader(lines, delimiter=";")]}
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def _typed(text: str) -> str | float:
    plain = text.replace(",", "", 1)
    return float(text.replace(",", ".")) if plain.isdigit() else text


def sheets_in(file: str) -> set[str]:
    """The names of a file's sheets; a csv has one, named as the file."""
    return set(_book(file))


def rows_of(entry: Entry) -> Rows:
    """The cells of a sheet; an empty one is an empty text."""
    return _book(entry["file"])[entry["sheet"]]


@dataclass(frozen=True)
class Listed:
    """A line of a class list."""

    first: str
    last: str
    login: str


@cache
def class_list(klasse: str, skoleaar: str) -> tuple[Listed, ...]:
    """The pupils on a class's list, in its order."""
    (entry,) = [
        e
        for e in entries("classlist")
        if (e["options"]["klasse"], e["options"]["skoleaar"]) == (klasse, skoleaar)
    ]
    rows = rows_of(entry)
    top = next(i for i, row in enumerate(rows) if "Fornavn" in row)
    first, last = rows[top].index("Fornavn"), rows[top].index("Efternavn")
    login = next(c for c, text in enumerate(rows[top]) if str(text).lower() in ("unilogin", "uni-login"))
    return tuple(Listed(row[first], row[last], row[login]) for row in rows[top + 1 :])


def _called(pupils: tuple[Listed, ...]) -> set[str]:
    """Every way these pupils can be called on a sheet without doubt."""
    ways: set[str] = set()
    for p in pupils:
        ways |= {p.login, f"{p.first} {p.last}", f"{p.login} {p.first} {p.last}"}
        if [q.first for q in pupils].count(p.first) == 1:
            ways.add(p.first)
    return ways


def results(entry: Entry) -> dict[str, list[float | None]]:
    """The points of a test sheet by what its pupils are called there; None is a missing result."""
    rows, labels = rows_of(entry), entry["task_labels"]
    top, left = _labels_at(rows, labels)
    known = _called(class_list(entry["options"]["klasse"], entry["options"]["skoleaar"]))
    asked = {key.split("@")[1] for key in entry["answers"] if "@" in key}
    found: dict[str, list[float | None]] = {}
    for number, row in enumerate(rows[top + 1 :], start=top + 2):
        said = " ".join(cell for cell in row[:left] if isinstance(cell, str) and cell)
        cells = {f"{letter}{number}" for letter in "ABC"}
        if said in known or asked & cells:
            assert said not in found, f"{said} stands twice"
            found[said] = [_number(cell) for cell in row[left : left + len(labels)]]
    return found


def maxima(entry: Entry) -> list[float] | None:
    """The maxima a test sheet prints in a row or behind its labels, None if it prints none."""
    rows, labels = rows_of(entry), entry["task_labels"]
    top, left = _labels_at(rows, labels)
    heads = [str(cell) for cell in rows[top][left : left + len(labels)]]
    if all(head.endswith(")") for head in heads):
        return [float(head.split("(")[1][:-1]) for head in heads]
    below = rows[top + 1]
    printed = any(cell in ("Maks", "Max", "Maks. point") for cell in below[:left])
    return [float(cell) for cell in below[left : left + len(labels)]] if printed else None


def _labels_at(rows: Rows, labels: list[str]) -> tuple[int, int]:
    """The row of the task labels and the column of the first."""
    for number, row in enumerate(rows):
        texts = [_label(cell) for cell in row]
        if labels[0] in texts and texts[(left := texts.index(labels[0])) :][: len(labels)] == labels:
            return number, left
    raise AssertionError("the task labels stand nowhere in one row")


def _label(cell: Any) -> str:
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return str(cell).split(" (")[0]


def ratings(entry: Entry) -> dict[str, list[float | None]]:
    """The ratings of an assessment sheet by pupil, in all its columns."""
    rows = rows_of(entry)
    top = next(i for i, row in enumerate(rows) if sum(str(c).lower() in SUBJECT_WORDS for c in row) > 2)
    columns = [c for c, cell in enumerate(rows[top]) if str(cell).lower() in SUBJECT_WORDS]
    known = set().union(*_lists_of(entry))
    found: dict[str, list[float | None]] = {}
    for row in rows[top + 1 :]:
        said = [cell for cell in row[: columns[0]] if isinstance(cell, str) and cell in known]
        if said:
            assert said[0] not in found, f"{said[0]} stands twice"
            found[said[0]] = [_number(row[c]) for c in columns]
    return found


def _lists_of(entry: Entry) -> Iterator[set[str]]:
    years = {e["options"]["skoleaar"] for e in entries("classlist")}
    for klasse, skoleaar in entry["skoleaar_by_klasse"].items():
        if skoleaar in years:
            yield _called(class_list(klasse, skoleaar))


def _number(cell: Any) -> float | None:
    return float(cell) if isinstance(cell, float | int) else None
