"""Where files come from: paths, folders, and zips of workbooks, each file fetched when its turn comes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from data_io.errors import Refused
from data_io.workbook.bundle import Bundle, bundle_refusal, zip_in_zip
from data_io.workbook.limits import MAX_BUNDLE_BYTES
from data_io.workbook.reader import FileBytes, fetch

READABLE = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".tsv"})
ZIP = ".zip"


@dataclass(frozen=True)
class Source:
    """One file: `label` names it among the others, with its folder; `said` is how it was asked for.

    `fetch` gives its bytes, or raises Refused.
    """

    label: str
    said: str
    fetch: Callable[[], FileBytes]


def source_of(path: Path) -> Source:
    """A path as one file, whatever it is called."""
    return Source(path.name, str(path), lambda: fetch(path))


def sources_of(paths: Iterable[Path]) -> list[Source]:
    """The files of paths, folders and zips; a folder gives the tables in it, also further down, by name."""
    found: list[Source] = []
    for path in paths:
        if not path.is_dir():
            found += _of_file(path, path.name)
            continue
        for inside in sorted(path.rglob("*")):
            if inside.suffix.lower() in READABLE | {ZIP} and not inside.name.startswith((".", "~$")):
                found += _of_file(inside, inside.relative_to(path).as_posix())
    return found


def sources_in(bundle: Callable[[], Bundle], label: str, said: str) -> Iterator[Source]:
    """The tables in a zip; a zip in it is refused, everything else passed over."""
    for name in bundle().names():
        suffix = PurePosixPath(name).suffix.lower()
        if suffix == ZIP:
            yield Source(f"{label}/{name}", f"{said}/{name}", _refusing(zip_in_zip(name)))
        elif suffix in READABLE:
            yield Source(f"{label}/{name}", f"{said}/{name}", _member(bundle, name))


def _of_file(path: Path, label: str) -> list[Source]:
    if path.suffix.lower() != ZIP:
        return [Source(label, str(path), lambda: fetch(path))]
    try:
        if _open(path).is_workbook:
            return [Source(label, str(path), lambda: fetch(path))]
        return list(sources_in(lambda: _open(path), label, str(path)))
    except Refused as refused:
        return [Source(label, str(path), _refusing(refused))]


def _member(bundle: Callable[[], Bundle], name: str) -> Callable[[], FileBytes]:
    return lambda: bundle().fetch(name)


def _refusing(refused: Refused) -> Callable[[], FileBytes]:
    def refuse() -> FileBytes:
        raise refused

    return refuse


@lru_cache(maxsize=1)
def _open(path: Path) -> Bundle:
    """A zip by its path; only the last one is kept open."""
    try:
        return Bundle(path.name, fetch(path, at_most=MAX_BUNDLE_BYTES).data)
    except Refused as refused:
        if refused.code == "too_large":
            raise bundle_refusal("too_large", path.name) from refused
        raise
