"""What a careful reader finds in a sheet, counted from what was meant and not from what was written."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sample_data.school_grid import tidy


@dataclass(frozen=True)
class Expect:
    """The counts of `check --json` for one sheet; `missing` is pupils × tasks less `values`."""

    kind: str
    klasser: list[str]
    rounds: list[str]
    pupils: int
    tasks: int
    values: int
    missing: int
    points: float | None
    max_points: float | None
    max_source: str | None

    def as_dict(self) -> dict[str, object]:
        """As it stands in the manifest."""
        return asdict(self)


def of_class_list(klasse: str, pupils: int) -> Expect:
    """A class list has pupils and nothing else."""
    return Expect("classlist", [klasse], [], pupils, 0, 0, 0, None, None, None)


def of_test(klasse: str, rows: Sequence[Sequence[float | None]], printed: Sequence[int] | None) -> Expect:
    """A test by the points of each pupil; `printed` are the maxima the sheet shows, None if it shows none."""
    tasks = len(rows[0])
    seen = [[points for points in column if points is not None] for column in zip(*rows, strict=True)]
    values = sum(map(len, seen))
    top = sum(printed) if printed is not None else sum(max(column) for column in seen)
    return Expect(
        kind="test",
        klasser=[klasse],
        rounds=[],
        pupils=len(rows),
        tasks=tasks,
        values=values,
        missing=len(rows) * tasks - values,
        points=tidy(sum(map(sum, seen))),
        max_points=tidy(top),
        max_source="observed" if printed is None else "sheet",
    )


def of_assessment(klasser: list[str], rounds: list[str], rows: Sequence[Sequence[float | None]]) -> Expect:
    """An assessment by the ratings of each line; columns without any rating are not counted."""
    filled = [[v for v in column if v is not None] for column in zip(*rows, strict=True)]
    tasks = sum(map(bool, filled))
    values = sum(map(len, filled))
    missing = len(rows) * tasks - values
    return Expect(
        "assessment",
        klasser,
        rounds,
        len(rows),
        tasks,
        values,
        missing,
        points=None,
        max_points=None,
        max_source=None,
    )
