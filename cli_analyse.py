"""The command analyse: the item analysis of one test, as JSON by the contract or as a table to read."""

import json
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import typer

from data_io.analyse_file import TestFile, read_test
from data_io.layouts.values import danish
from metrics.item_analysis import ItemAnalysis, PupilFigures, TaskFigures, item_analysis


def analyse_file(path: Path, sheet: str | None, *, as_json: bool) -> None:
    """Prints the analysis of the test in a file; what was left out of it goes to stderr."""
    test = read_test(path, sheet)
    found = item_analysis(test.matrix)
    for note in test.notes:
        typer.echo(note, err=True)
    if as_json:
        typer.echo(json.dumps(_as_contract(test, found), ensure_ascii=False, allow_nan=False))
        return
    for line in _table(test, found):
        typer.echo(line)


def _as_contract(test: TestFile, found: ItemAnalysis) -> dict[str, object]:
    tasks = [
        {
            "task": label,
            "n": task.n,
            "max_points": _plain(task.max_points),
            "share": task.share,
            "rest_correlation": task.rest_correlation,
        }
        for label, task in zip(test.matrix.tasks, found.tasks, strict=True)
    ]
    pupils = [
        {
            "pupil": label,
            "points": _plain(pupil.points),
            "sato_c": pupil.caution.sato_c if pupil.caution else None,
            "mci": pupil.caution.mci if pupil.caution else None,
        }
        for label, pupil in zip(test.matrix.pupils, found.pupils, strict=True)
    ]
    return {"tasks": tasks, "pupils": pupils, "alpha": found.alpha}


def _plain(number: float | None) -> float | None:
    """A whole number without decimals, as the contract's examples have it."""
    return int(number) if number is not None and number == int(number) else number


def _table(test: TestFile, found: ItemAnalysis) -> list[str]:
    """The analysis as lines of text: the test, its tasks in paper order, and the odd patterns."""
    pupils, tasks = len(found.pupils), len(found.tasks)
    counts = (
        ngettext("{n} elev", "{n} elever", pupils).format(n=pupils),
        ngettext("{n} opgave", "{n} opgaver", tasks).format(n=tasks),
    )
    alpha = _("sikkerhed (Cronbachs alfa) {alpha}").format(alpha=_figure(found.alpha))
    wide = max([len(_("Opgave")), *map(len, test.matrix.tasks)])
    heads = (_("Opgave"), _("Svar"), _("Maks."), _("Andel"), _("Hænger sammen med resten"))
    return [
        f"{test.name}: {', '.join(counts)}, {alpha}.",
        _missing(found),
        "",
        f"{heads[0]:<{wide}}  {heads[1]:>6}  {heads[2]:>6}  {heads[3]:>6}  {heads[4]}",
        *(_line(label, wide, task) for label, task in zip(test.matrix.tasks, found.tasks, strict=True)),
        "",
        *_patterns(test, found),
    ]


def _missing(found: ItemAnalysis) -> str:
    left = len(found.pupils) - found.complete
    if not left:
        return _("Alle elever har svar på alle opgaver.")
    return ngettext(
        "{n} elev mangler svar og er kun med i andelene.",
        "{n} elever mangler svar og er kun med i andelene.",
        left,
    ).format(n=left)


def _line(label: str, wide: int, task: TaskFigures) -> str:
    maximum = "–" if task.max_points is None else danish(task.max_points)
    said = {"everybody": _("løst af alle"), "nobody": _("løst af ingen")}.get(task.solved_by or "", "")
    figures = f"{label:<{wide}}  {task.n:>6}  {maximum:>6}  {_figure(task.share):>6}  "
    return f"{figures}{_figure(task.rest_correlation):>6}  {said}".rstrip()


def _figure(number: float | None) -> str:
    """Two decimals with a comma, or a dash where a figure cannot be had."""
    return "–" if number is None else f"{number:.2f}".replace(".", ",").replace("-", "−")


def _patterns(test: TestFile, found: ItemAnalysis) -> list[str]:
    if not found.enough:
        return [_("Mønstre: for lidt at bygge på (det kræver 10 opgaver og 15 elever med svar på dem alle).")]
    if not found.unexpected:
        return [_("Ingen elever har et uventet mønster.")]
    odd = [(test.matrix.pupils[i], found.pupils[i]) for i in found.unexpected]
    return [_("Uventet mønster – kig på besvarelsen:"), *(_odd(name, pupil) for name, pupil in odd)]


def _odd(name: str, pupil: PupilFigures) -> str:
    text = _("  {name}: løste {solved} af {tasks} opgaver, MCI {mci}")
    mci = _figure(pupil.caution.mci if pupil.caution else None)
    return text.format(name=name, solved=pupil.solved, tasks=pupil.answered, mci=mci)
