"""What the screen Opgaver says in words: of the test, of a task, and of what the figures rest on."""

from gettext import gettext as _
from gettext import ngettext

from babel.numbers import format_decimal

from metrics.item_analysis import ENOUGH_PUPILS, ENOUGH_TASKS, ItemAnalysis, TaskFigures

# Usual words for α (Nunnally 1978) and for how a task hangs together with the rest (Ebel & Frisbie 1991).
_GOOD_ALPHA, _FAIR_ALPHA = 0.8, 0.7
_GOOD_TASK, _FAIR_TASK = 0.3, 0.15


def items_sentence(found: ItemAnalysis) -> str:
    """Whether the test hangs together, how many tasks tell nothing, and how many patterns are unexpected."""
    if not any(task.n for task in found.tasks):
        return _("Der er ingen besvarelser i prøven.")
    return " ".join([_together(found), _same_for_all(found)])


def _together(found: ItemAnalysis) -> str:
    if found.alpha is None or not found.enough_pupils:
        return _("Om prøven hænger sammen, er der for lidt at bygge på.")
    if found.alpha >= _GOOD_ALPHA:
        text = _("Prøven hænger godt sammen (sikkerhed {alpha}).")
    elif found.alpha >= _FAIR_ALPHA:
        text = _("Prøven hænger nogenlunde sammen (sikkerhed {alpha}).")
    else:
        text = _("Prøvens opgaver hænger kun lidt sammen (sikkerhed {alpha}).")
    return text.format(alpha=two_decimals(found.alpha))


def _same_for_all(found: ItemAnalysis) -> str:
    same = sum(task.solved_by is not None for task in found.tasks)
    odd = len(found.unexpected)
    one = ngettext("{n} opgave løste alle eller ingen", "{n} opgaver løste alle eller ingen", same)
    said = one.format(n=same) if same else _("Ingen opgave blev løst af alle eller af ingen")
    if not found.enough:
        return said + "."
    two = ngettext("{n} elev har et uventet mønster", "{n} elever har et uventet mønster", odd).format(n=odd)
    return _("{tasks}, og {pupils}.").format(
        tasks=said, pupils=two if odd else _("ingen elever har et uventet mønster")
    )


def rests_on(found: ItemAnalysis) -> str:
    """How many pupils and tasks the figures rest on, how sure they are, and who is not in them."""
    pupils = ngettext("{n} elev", "{n} elever", found.complete).format(n=found.complete)
    tasks = ngettext("{n} opgave", "{n} opgaver", found.taken).format(n=found.taken)
    said = [_("Bygger på {pupils} med svar på {tasks}.").format(pupils=pupils, tasks=tasks)]
    between = found.alpha_between
    if between and found.enough_pupils:
        text = _("Sikkerheden ligger formentlig mellem {low} og {high}.")
        said.append(text.format(low=two_decimals(between[0]), high=two_decimals(between[1])))
    left = sum(p.answered > 0 for p in found.pupils) - found.complete
    if left:
        text = ngettext(
            "{n} elev mangler svar på en opgave eller flere og er kun med i andelene.",
            "{n} elever mangler svar på en opgave eller flere og er kun med i andelene.",
            left,
        )
        said.append(text.format(n=left))
    return " ".join(said)


def too_little() -> str:
    """Why patterns are not shown."""
    text = _("For lidt at bygge på: det kræver {tasks} opgaver og {pupils} elever med svar på dem alle.")
    return text.format(tasks=ENOUGH_TASKS, pupils=ENOUGH_PUPILS)


def together_words(task: TaskFigures, found: ItemAnalysis) -> str:
    """How a task hangs together with the rest of the test: a word and the figure."""
    value = task.rest_correlation
    if not found.enough_pupils:
        return _("for lidt at bygge på")
    if value is None:
        return _("kan ikke ses: alle fik det samme") if task.n else "–"
    if value >= _GOOD_TASK:
        word = _("godt")
    elif value >= _FAIR_TASK:
        word = _("noget")
    else:
        word = _("lidt") if value >= 0 else _("slet ikke")
    return f"{word} · {two_decimals(value)}"


def solved_words(task: TaskFigures) -> str:
    """That all or none of those who answered solved a task; empty for some."""
    return {"everybody": _("løst af alle"), "nobody": _("løst af ingen")}.get(task.solved_by or "", "")


def two_decimals(value: float) -> str:
    """A figure as Danes write it, with two decimals: 0,84."""
    return str(format_decimal(value, format="0.00", locale="da_DK")).replace("-", "−")
