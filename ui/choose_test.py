"""Which of the class's tests a screen shows."""

from collections.abc import Sequence
from gettext import gettext as _

from metrics.model import Test
from ui import keys
from ui.choice import choose_by_id
from ui.formats import danish_date


def choose_test(tests: Sequence[Test]) -> Test:
    """The chosen test; the newest until somebody chooses."""
    by_id = {test.test_id: test for test in tests}
    chosen = choose_by_id(_("Prøve"), {i: test_label(t) for i, t in by_id.items()}, keys.TEST)
    return by_id[chosen or tests[0].test_id]


def test_label(test: Test) -> str:
    """A test as it stands in a list: title, subject and day."""
    return f"{test.title} · {test.subject} · {danish_date(test.taken_on)}"
