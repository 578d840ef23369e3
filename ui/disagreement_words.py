"""What the screen says where level and tests point apart: the sentence, who could not be seen, the rule."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from charts.template import cut_percent
from metrics.disagreement import Beside, Disagreement, WhyNot, window
from metrics.model import CutScores, Test
from ui.formats import danish_date, listed, short_names
from ui.level_grid import round_label, subject_name
from ui.reasons import evidence_note, why_missing

_MOST_NAMES = 3


def apart_sentence(found: Disagreement) -> str:
    """For how many pupils level and tests point apart, and who they are."""
    subject = subject_name(found.column.subject).lower()
    apart = found.apart
    if not found.looked_at:
        text = _("I {subject} er der for lidt at bygge på: ingen elev har både et niveau og en sikker farve.")
    elif not apart:
        text = _("I {subject} er der ingen elever, hvor vurdering og prøve peger hver sin vej.")
    else:
        text = ngettext(
            "I {subject} peger vurdering og prøve hver sin vej for {n} elev: {names}.",
            "I {subject} peger vurdering og prøve hver sin vej for {n} elever: {names}.",
            len(apart),
        )
    return text.format(subject=subject, n=len(apart), names=_names(found, apart))


def _names(found: Disagreement, apart: Sequence[Beside]) -> str:
    short = short_names([line.pupil.name for line in found.lines])
    names = [short[line.pupil.name] for line in apart[:_MOST_NAMES]]
    more = len(apart) - len(names)
    return listed([*names, *([ngettext("{n} anden", "{n} andre", more).format(n=more)] if more else [])])


def looked_words(found: Disagreement) -> str:
    """How many pupils were looked at, and why nothing can be said of the others."""
    text = _("Set på {n} af {all} elever.")
    said = text.format(n=len(found.looked_at), all=len(found.lines))
    reasons = [line.why_not for line in found.left_out if line.why_not]
    if not reasons:
        return said
    counted = [_count(why, reasons.count(why)) for why in _ORDER if why in reasons]
    text = _("Om {n} kan der ikke siges noget: {why}.")
    return f"{said} " + text.format(n=len(reasons), why=", ".join(counted))


_ORDER: tuple[WhyNot, ...] = ("not_sure", "no_level", "no_test", "other_test")


def _count(why: WhyNot, n: int) -> str:
    said = {
        "not_sure": _("{n} med lys farve (få opgaver eller tæt på grænsen)"),
        "no_level": _("{n} uden niveau"),
        "no_test": _("{n} uden mindst en halv prøve"),
        "other_test": _("{n} med en anden prøve"),
    }
    return said[why].format(n=n)


def why_not_words(line: Beside) -> str:
    """Why nothing can be said of a pupil, with what there is: "uden niveau: ny"."""
    if line.why_not == "no_level":
        return _("uden niveau: {why}").format(why=why_missing(line.missing))
    if line.evidence is not None:
        return evidence_note(line.evidence)
    return _("tog en anden prøve") if line.why_not == "other_test" else _("uden mindst en halv prøve")


def way_words(line: Beside) -> str:
    """Which of the two lies higher."""
    return _("prøverne ligger højere") if line.direction == "test_higher" else _("prøverne ligger lavere")


def rule_words(cuts: CutScores) -> str:
    """The rule, with the school's own cut scores."""
    text = _(
        "De peger hver sin vej, når prøverne sikkert er grønne (fra {green}) og niveauet er 1 eller 2, "
        "eller når prøverne sikkert er røde (under {red}) og niveauet er 4 eller 5. Kun fuld farve tæller. "
        "Hverken prøve eller vurdering er facit."
    )
    return text.format(green=cut_percent(cuts.green_from), red=cut_percent(cuts.red_below))


def tests_words(found: Disagreement) -> str:
    """Which tests count for the round, and from when to when."""
    first, last = window(found.column.round)
    counted = [test for test in found.tests if any(test in line.tests for line in found.lines)]
    text = _(
        "Til {round} hører fagets prøver fra {first} til {last}: {tests}. En prøve tæller for en elev, "
        "der har svaret på mindst halvdelen af den."
    )
    if not counted:
        text = _("Til {round} hører fagets prøver fra {first} til {last}; der er ingen.")
    return text.format(
        round=round_label(found.column).lower(),
        first=danish_date(first),
        last=danish_date(last),
        tests=listed([_test_name(test) for test in counted]),
    )


def _test_name(test: Test) -> str:
    return f"{test.title} ({danish_date(test.taken_on)})"
