"""What a wild sheet must read as, with invented pupils and points for the makers of such sheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data_io.layouts.reading import Kind

Rows = Sequence[Sequence[Any]]
Grid = list[list[int]]

PEOPLE = [
    ("Astrid", "Bang"),
    ("Bertil", "Dam"),
    ("Clara", "Eskesen"),
    ("Ditte", "Fonnesbæk"),
    ("Emil", "Grøn"),
    ("Filippa", "Holm"),
    ("Gustav", "Iversen"),
    ("Hjalte", "Juul"),
]


@dataclass(frozen=True)
class Expected:
    """How a teacher would read a file; a figure that is None is not judged.

    `or_question` says that a question or a refusal is as fine; `others` are the further tables of the same
    file, `also` readings as right as this one. Of kind "unknown" only a question or a refusal is right.
    """

    kind: Kind
    why: str
    pupils: int | None = None
    tasks: int | None = None
    values: int | None = None
    points: float | None = None
    max_points: float | None = None
    klasser: tuple[str, ...] | None = None
    or_question: bool = False
    others: tuple["Expected", ...] = ()
    also: tuple["Expected", ...] = ()


Made = tuple[Path, Expected]


def grid(pupils: int, maxima: Sequence[int]) -> Grid:
    """Points between 0 and each maximum, well mixed, and something in every row."""
    rows = [[_mixed(i, j) % (m + 1) for j, m in enumerate(maxima)] for i in range(pupils)]
    return [row if any(row) else [1, *row[1:]] for row in rows]


def _mixed(i: int, j: int) -> int:
    return (i + 6 * j + 4 * i * j + 2 * i * j * j + 1) * 7 // 3


def a_test(points: Rows, why: str, maxima: Sequence[float] | None = None, **more: Any) -> Expected:
    """The reading of a test whose points are these; None is missing, no maxima are the highest points."""
    values = [value for row in points for value in row if value is not None]
    seen = [max(value for value in column if value is not None) for column in zip(*points, strict=True)]
    highest = sum(seen if maxima is None else maxima)
    counts = {"pupils": len(points), "tasks": len(points[0]), "values": len(values), "points": sum(values)}
    return Expected("test", why, **counts, max_points=highest, **more)


def ask(why: str, *also: Expected) -> Expected:
    """Nothing a program may decide alone."""
    return Expected("unknown", why, or_question=True, also=also)


def a_list(pupils: int, why: str, klasser: tuple[str, ...], **more: Any) -> Expected:
    """The reading of a class list."""
    return Expected("classlist", why, pupils=pupils, tasks=0, values=0, klasser=klasser, **more)


def text_of(path: Path, rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """A text file as other programs export it: quoted where needed, numbers as they are given."""
    lines = [delimiter.join(_quoted(value, delimiter) for value in row) for row in rows]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def _quoted(value: object, delimiter: str) -> str:
    said = "" if value is None else str(value)
    return f'"{said}"' if delimiter in said or "\n" in said else said


def folded(label: str) -> str:
    """A name as an address at a school writes it."""
    return label.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
