"""The tests of a class that can be typed into, and making a new one."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from data_io import queries
from data_io.errors import KlasseblikError
from data_io.ids import new_id
from data_io.layouts.values import danish_number
from data_io.layouts.words import clean
from data_io.scope import Scope
from data_io.store.batch import Batch
from data_io.store.store import Store

MOST_TASKS = 120  # more than any school test has
_BETWEEN = re.compile(r"\t|;")


@dataclass(frozen=True)
class ChosenTest:
    """A test to type into: the id of its sitting, and what it is called."""

    test_id: str
    title: str
    subject: str
    taken_on: datetime.date | None


@dataclass(frozen=True)
class NewTask:
    """A task as it is written in the list: its label, maximum, fagområde and signalord."""

    label: str
    max_points: float
    fagomraade: str | None = None
    signalord: str | None = None


def typeable_tests(store: Store, scope: Scope, klasse_id: str) -> list[ChosenTest]:
    """The class's own tests, newest first, also those made here that nobody has typed into."""
    seen = [
        ChosenTest(t.test_id, t.title, t.subject, t.taken_on)
        for t in queries.tests(store, scope, [klasse_id])
        if t.hold is None
    ]
    known = {t.test_id for t in seen}
    made = store.rows("entered_tests", klasse_id=klasse_id) if scope.sees(klasse_id) else []
    return [*(ChosenTest(**row) for row in made if row["test_id"] not in known), *seen]


def read_tasks(said: str) -> tuple[NewTask, ...]:
    """The tasks of a list, a line each: maximum alone, or label, maximum, fagområde and signalord.

    A single line of several numbers ("2 2 3 4", or cells pasted beside each other) is a maximum a task.

    Raises:
        KlasseblikError: a line does not give a maximum above zero, or there is none.
    """
    lines = [line for line in said.splitlines() if line.strip()]
    if len(lines) == 1 and len(lines[0].split()) > 1:
        numbers = [danish_number(word) for word in re.split(r"[\s;]+", lines[0].strip())]
        if None not in numbers:
            lines = re.split(r"[\s;]+", lines[0].strip())
    if not 0 < len(lines) <= MOST_TASKS:
        text = _("Skriv mellem 1 og {most} opgaver, en på hver linje.")
        raise KlasseblikError("how_many_tasks", text.format(most=MOST_TASKS))
    return tuple(_task(line, number) for number, line in enumerate(lines, start=1))


def _task(line: str, number: int) -> NewTask:
    parts = [clean(part) for part in _BETWEEN.split(line)]
    label, said, *tags = [str(number), parts[0]] if len(parts) == 1 else parts
    most = danish_number(said)
    if most is None or most <= 0:
        text = _("Linje {number}, “{line}”: maksimum mangler. Skriv et tal over 0, eller opgave; maksimum.")
        raise KlasseblikError("which_maximum", text.format(number=number, line=clean(line)[:60]))
    fagomraade, signalord = [*(tag or None for tag in tags), None, None][:2]
    return NewTask(label or str(number), most, fagomraade, signalord)


def make_test(
    store: Store,
    scope: Scope,
    school_id: str,
    klasse: queries.Klasse,
    test: tuple[str, str, datetime.date],
    tasks: Sequence[NewTask],
) -> str:
    """Makes a test (title, subject, day) for a class and gives its id.

    Raises:
        KlasseblikError: it has no title, or its day is not in the class's school year.
    """
    title, subject, day = clean(test[0]), test[1], test[2]
    first = int(klasse.skoleaar[:4])
    if not title:
        raise KlasseblikError("no_title", _("Skriv prøvens navn."))
    if not datetime.date(first, 8, 1) <= day < datetime.date(first + 1, 8, 1):
        text = _("Datoen {day} ligger ikke i skoleåret {year}. Ret datoen eller skoleåret.")
        raise KlasseblikError("which_year", text.format(day=f"{day:%d-%m-%Y}", year=klasse.skoleaar))
    test_id = new_id()
    row = {
        "test_id": test_id,
        "school_id": school_id,
        "subject": subject,
        "trin": klasse.trin,
        "title": title,
    }
    batch = Batch()
    batch.add("tests", [row], tuple(row))
    rows = [{"test_id": test_id, "task_no": n, **vars(task)} for n, task in enumerate(tasks, start=1)]
    batch.add("test_tasks", rows, tuple(rows[0]))
    now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    with store.write() as transaction:
        batch.write(transaction)
        transaction.run(
            "entered_test",
            test_id=test_id,
            klasse_id=klasse.klasse_id,
            taken_on=day,
            made_at=now,
            made_by=scope.person,
        )
    return test_id
