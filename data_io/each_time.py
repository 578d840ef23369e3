"""Every time a pupil took a test: the newest under the test's id, the earlier ones under ids with a day."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from metrics.model import paper_of, sitting_id

Row = dict[str, Any]
# A test as one class or hold took it: its id there, and the class.
Copy = tuple[str, str]


@dataclass(frozen=True)
class EachTime:
    """The rows that are seen, and the ids that a class's copy of a test is seen under."""

    rows: list[Row]
    ids: Mapping[Copy, set[str]]


def each_time(rows: Sequence[Row], place: Mapping[Copy, int]) -> EachTime:
    """Sorts out answers of pupils who took the same test in several classes or holds.

    `place` is where a test in a class stands among all, newest first. What was taken on the same day, or on
    no known day, in two classes is one taking: rows with points before rows without, then the newest.
    """
    own_ids = _ids_of_takings(rows, place)
    kept: list[Row] = []
    ids: defaultdict[Copy, set[str]] = defaultdict(set)
    for row in rows:
        copy = row["test_id"], row["klasse_id"]
        own_id = own_ids.get((row["pupil_id"], *copy))
        if own_id is not None:
            kept.append(row if own_id == row["test_id"] else row | {"test_id": own_id})
            ids[copy].add(own_id)
    return EachTime(kept, ids)


def _ids_of_takings(rows: Sequence[Row], place: Mapping[Copy, int]) -> dict[tuple[str, str, str], str]:
    """The id each pupil's taking of a test in a class is seen under; takings that are not seen have none."""
    days: dict[tuple[str, str], dict[str, datetime.date | None]] = {}
    took: set[tuple[str, str, str]] = set()
    for row in rows:
        pupil_id, test_id, klasse_id = row["pupil_id"], row["test_id"], row["klasse_id"]
        days.setdefault((pupil_id, test_id), {})[klasse_id] = row["taken_on"]
        if row["points"] is not None:
            took.add((pupil_id, test_id, klasse_id))
    found: dict[tuple[str, str, str], str] = {}
    for (pupil_id, test_id), by_klasse in days.items():
        newest_first = sorted(
            by_klasse, key=lambda k: ((pupil_id, test_id, k) not in took, place[test_id, k], k)
        )
        found[pupil_id, test_id, newest_first[0]] = test_id
        seen = {by_klasse[newest_first[0]]}
        for klasse_id in newest_first[1:]:
            day = by_klasse[klasse_id]
            own_id = sitting_id(paper_of(test_id), str(day))
            taken = (pupil_id, test_id, klasse_id) in took and (pupil_id, own_id) not in days
            if taken and None not in seen and day not in (None, *seen):
                found[pupil_id, test_id, klasse_id] = own_id
                seen.add(day)
    return found
