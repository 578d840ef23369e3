"""That the cut scores a screen uses are new, said beside its legend."""

import datetime
from collections.abc import Sequence
from gettext import gettext as _

from charts.template import cut_percent
from data_io.queries import COPENHAGEN
from metrics.cuts import CutStep, cut_steps
from metrics.model import CutScores, Test
from ui import cached
from ui.formats import danish_date
from ui.session import Session

# So long a change is told, also where newer results have come since.
TOLD_FOR = datetime.timedelta(days=60)


def cut_change(session: Session, subject: str, trin: int | None, tests: Sequence[Test]) -> str:
    """What the legend adds where the cut scores of these tests are new; empty where they are not."""
    steps = cut_steps(cached.cut_changes(session), subject, trin)
    newest = max((test.source.imported_at for test in tests), default=None)
    return change_words(steps, newest, datetime.datetime.now(COPENHAGEN))


def change_words(steps: Sequence[CutStep], newest: datetime.datetime | None, now: datetime.datetime) -> str:
    """The newest change in words, while it is recent or no result has been read since (`newest`)."""
    if not steps:
        return ""
    step = steps[-1]
    if now - step.at > TOLD_FOR and (newest is None or newest > step.at):
        return ""
    text = _("grænserne blev ændret {day} (før {cuts})")
    return text.format(day=danish_date(step.at.date()), cuts=both_cuts(step.before))


def both_cuts(cuts: CutScores) -> str:
    """The two cut scores: "40 % og 70 %"."""
    text = _("{red} og {green}")
    return text.format(red=cut_percent(cuts.red_below), green=cut_percent(cuts.green_from))
