"""Tasks that the subject team takes out of a test after it was taken, and puts in again."""

import datetime
from gettext import gettext as _

from data_io.errors import KlasseblikError
from data_io.queries import tests
from data_io.scope import Scope
from data_io.store.store import Store
from metrics.model import Test


def leave_out(store: Store, scope: Scope, test: Test, task_no: int, reason: str) -> None:
    """The task stands outside every sum and colour from now on, in all classes that took the test.

    Its answers are kept. Nothing happens to a task that is out already, or of a test outside the scope.

    Raises:
        KlasseblikError: no reason is given, or it is the last task that counts.
    """
    said = reason.strip()
    if not said:
        raise KlasseblikError("no_reason", _("Skriv, hvorfor opgaven tages ud, fx »trykfejl i opgaven«."))
    if [task.number for task in test.counted] == [task_no]:
        raise KlasseblikError(
            "last_task", _("Det er prøvens sidste opgave. Fortryd i stedet indlæsningen af prøven.")
        )
    _write(store, scope, test, "leave_task_out", task_no=task_no, reason=said)


def put_back(store: Store, scope: Scope, test: Test, task_no: int) -> None:
    """The task counts again; that it was out is kept."""
    _write(store, scope, test, "put_task_back", task_no=task_no)


def _write(store: Store, scope: Scope, test: Test, name: str, **what: object) -> None:
    seen = {one.paper for one in tests(store, scope, scope.klasse_ids)}
    if test.paper not in seen:
        return
    now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    with store.write() as transaction:
        transaction.run(name, test_id=test.paper, moment=now, person=scope.person, **what)
