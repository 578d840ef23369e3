"""A school as plans read it: asked of the store once a run, and kept current as sheets are taken in."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from data_io.importing.coding import KnownTask
from data_io.importing.directory import Directory, KnownPupil, read_directory, read_pupils
from data_io.importing.options import KlasseKey
from data_io.store.store import Store

Row = dict[str, Any]
Known = TypeVar("Known")

_LONG_AGO = datetime.date.min


class Register:
    """One school in memory; for one thread at a time.

    Directory, tests and slices count what was taken in and is not written yet. `write_pending` writes it,
    for the few questions that only the store can answer.
    """

    def __init__(
        self, store: Store, school_id: str, write_pending: Callable[[], None] = lambda: None
    ) -> None:
        self.store = store
        self.school_id = school_id
        self._write_pending = write_pending
        self._forget()

    def refresh(self) -> None:
        """Forgets what was read where somebody else has changed the store since."""
        if self._revision != self.store.revision:
            self._forget()

    def doubt(self) -> None:
        """Something was taken in that is not counted here whole: it is to be written and read again."""
        self.in_doubt = True

    def _forget(self) -> None:
        self.in_doubt = False
        self._revision = self.store.revision
        self._directory: Directory | None = None
        self._whole_classes: set[KlasseKey] = set()
        self._tests: dict[tuple[str, str, str], Row] | None = None
        self._tasks: dict[str, list[KnownTask]] = {}
        self._by_labels: dict[tuple[str, ...], set[str]] = {}
        self._slices: dict[str, Row] | None = None
        self._kept: dict[object, Any] = {}

    def written(self) -> None:
        """Everything taken in stands in the store now, as it stands here; the rest is asked anew."""
        if self.in_doubt:
            self._forget()
        self._revision = self.store.revision
        self._kept.clear()

    def kept(self, name: object, read: Callable[[], Known]) -> Known:
        """What `read` answers, asked once until something is written."""
        if name not in self._kept:
            self._kept[name] = read()
        found: Known = self._kept[name]
        return found

    def rows_written(self, name: str, /, **parameters: object) -> list[Row]:
        """The answer of a query about what is written, which everything taken in is first."""
        self._write_pending()
        return self.store.rows(name, **parameters)

    def directory(self, klasser: Iterable[KlasseKey] = ()) -> Directory:
        """The school's directory with at least the pupils of these classes."""
        wanted = set(klasser) - self._whole_classes
        self._whole_classes |= wanted
        if self._directory is None:
            self._directory = read_directory(self.store, self.school_id, wanted)
            return self._directory
        ids = self._directory.klasse_ids
        if known := {key: ids[key] for key in wanted if key in ids}:
            self._directory.pupils.update(read_pupils(self.store, known))
        return self._directory

    def tests_with(self, labels: Sequence[str]) -> list[Row]:
        """The tests with exactly these tasks, a row for each time a class took one, newest first."""
        tests = self._all_tests()
        same = self._by_labels.get(tuple(labels), set())
        found = [row for row in tests.values() if row["test_id"] in same]
        return sorted(found, key=lambda row: row["taken_on"] or _LONG_AGO, reverse=True)

    def tasks_of(self, test_id: str) -> list[KnownTask]:
        """The tasks of a test, by place."""
        self._all_tests()
        return self._tasks.get(test_id, [])

    def test(self, test_id: str) -> Row | None:
        """A test as any class took it."""
        return next((row for row in self._all_tests().values() if row["test_id"] == test_id), None)

    def slices(self, keys: Iterable[str]) -> dict[str, Row]:
        """Those of some slices that exist, by key, with the import that is seen of each."""
        known = self._all_slices()
        return {key: known[key] for key in keys if key in known}

    def take_klasse(self, key: KlasseKey, klasse_id: str) -> None:
        """Knows a new class."""
        self.directory().klasse_ids[key] = klasse_id
        self._whole_classes.add(key)

    def take_pupil(self, key: KlasseKey, pupil: KnownPupil) -> None:
        """Knows that a pupil is in a class too."""
        pupils = self.directory([key]).pupils
        pupils[key] = (*pupils.get(key, ()), pupil)

    def take_key(self, row: Mapping[str, Any]) -> None:
        """Knows what a sheet calls a pupil."""
        directory, pupil_id = self.directory(), row["pupil_id"]
        if row["kind"] == "unilogin":
            directory.unilogins[row["said"]] = pupil_id
            directory.logins_of.setdefault(pupil_id, set()).add(row["said"])
        else:
            directory.names[row["said"], KlasseKey(row["klasse"], row["skoleaar"])] = pupil_id

    def take_test(self, row: Row, tasks: Sequence[KnownTask] | None) -> None:
        """Knows a test in a class, and its tasks where they are new or coded anew."""
        self._all_tests()[row["test_id"], row["klasse_id"], row["sitting"]] = row
        if tasks is not None:
            self._know_tasks(row["test_id"], list(tasks))

    def take_slice(self, row: Row) -> None:
        """Knows which import is seen of a slice."""
        self._all_slices()[row["slice_key"]] = row

    def _all_slices(self) -> dict[str, Row]:
        if self._slices is None:
            rows = self.store.rows("active_slices_of_school", school_id=self.school_id)
            self._slices = {row["slice_key"]: row for row in rows}
        return self._slices

    def _all_tests(self) -> dict[tuple[str, str, str], Row]:
        if self._tests is None:
            rows = self.store.rows("tests_of_school", school_id=self.school_id)
            self._tests = {(row["test_id"], row["klasse_id"], row["sitting"]): row for row in rows}
            for test_id, tasks in _tasks(self.store, rows).items():
                self._know_tasks(test_id, tasks)
        return self._tests

    def _know_tasks(self, test_id: str, tasks: list[KnownTask]) -> None:
        self._tasks[test_id] = tasks
        self._by_labels.setdefault(tuple(task.label for task in tasks), set()).add(test_id)


def _tasks(store: Store, tests: Sequence[Mapping[str, Any]]) -> dict[str, list[KnownTask]]:
    known: dict[str, list[KnownTask]] = {}
    ids = list({t["test_id"] for t in tests})
    for row in store.rows("tasks_of_tests", test_ids=ids):
        task = KnownTask(row["label"], row["fagomraade"], row["signalord"], row["max_points"])
        known.setdefault(row["test_id"], []).append(task)
    return known
