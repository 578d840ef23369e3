"""What the command line says of sheets, problems and files."""

from collections import Counter
from collections.abc import Iterable
from gettext import gettext as _
from gettext import ngettext

from data_io.importing.changes import Change
from data_io.importing.options import question_key
from data_io.importing.outcome import FileOutcome, SheetOutcome, Status
from data_io.layouts.reading import FileReading, Problem
from data_io.layouts.values import danish

_MOST_CHANGES = 5


def lines_of(reading: FileReading, label: str) -> Iterable[str]:
    """How a file is understood: a line a sheet, and under it a line a problem."""
    kinds = {
        "test": _("prøve"),
        "assessment": _("vurderinger"),
        "classlist": _("klasseliste"),
        "absence": _("fravær"),
        "trivsel": _("trivselsmåling"),
        "unknown": _("ikke forstået"),
    }
    for sheet in reading.sheets:
        said = sheet.as_contract()
        counts = _("{pupils} elever, {tasks} kolonner, {values} resultater, {missing} mangler").format(**said)
        name = " · ".join(part for part in (label, sheet.sheet, sheet.part) if part)
        yield f"{name} · {kinds.get(sheet.kind, sheet.kind)} · {counts}"
        for problem in sheet.problems:
            yield f"  {placed(problem)}"


def placed(problem: Problem) -> str:
    """What a problem says, with its cell in front where the sentence does not name it."""
    if problem.cell is None or problem.message.startswith(f"{problem.cell}:"):
        return problem.message
    return f"{problem.cell}: {problem.message}"


def ways_to_answer(problem: Problem) -> str:
    """How a question is answered from here; an error is mended in the sheet."""
    if problem.severity != "question" or not problem.options:
        return ""
    # A pupil's id says nothing to a person; a uni-login is taken for it.
    codes = dict.fromkeys(_("<uni-login>") if len(code) > 30 else code for code, _text in problem.options)
    answers = _(" eller ").join(f"{question_key(problem)}={code}" for code in codes)
    return _(" Svar med --answer {answers}.").format(answers=answers)


def name_of(outcome: FileOutcome, sheet: SheetOutcome) -> str:
    """A sheet, or a table of it, by file and name."""
    said = (outcome.label or outcome.file_name, sheet.reading.sheet, sheet.reading.part)
    return " · ".join(part for part in said if part)


def said_of(sheet: SheetOutcome) -> str:
    """What became of a sheet."""
    if sheet.committed and sheet.committed.unchanged:
        return _("uændret, var læst i forvejen.")
    if sheet.committed:
        values, changes = sheet.committed.values, sheet.committed.changes
        said = ngettext("{n} resultat læst", "{n} resultater læst", values).format(n=values)
        said += _(", {n} mangler.").format(n=sheet.committed.missing) if sheet.committed.missing else "."
        changed = ngettext(" {n} rettelse: ", " {n} rettelser: ", len(changes)).format(n=len(changes))
        shown = "; ".join(_said_change(change) for change in changes[:_MOST_CHANGES])
        return said + (f"{changed}{shown}{' …' if len(changes) > _MOST_CHANGES else '.'}" if changes else "")
    if sheet.class_lists:
        left = [name for saved in sheet.class_lists for _id, name in saved.left]
        gone = _(" Ikke længere i klassen: {names}.").format(names=", ".join(left)) if left else ""
        return _("klasseliste gemt.") + gone
    if sheet.context_missing:
        return _("ikke læst ind. Angiv {options}.").format(
            options=", ".join(f"--{name}" for name in sheet.context_missing)
        )
    return _("ikke læst ind.")


def _said_change(change: Change) -> str:
    before, after = (_("mangler") if n is None else danish(n) for n in (change.before, change.after))
    return f"{change.pupil} {change.column}: {before} → {after}"


def status_words() -> dict[Status, str]:
    """How a file ended, in the order of a summary."""
    return {
        "read": _("læst ind"),
        "unchanged": _("uændret"),
        "before": _("læst i forvejen"),
        "asks": _("spørger"),
        "not_understood": _("ikke forstået"),
        "refused": _("afvist"),
    }


def summary_line(outcome: FileOutcome) -> str:
    """A file's line in the summary: how it ended, its name, what it gave and what is asked."""
    committed = [sheet.committed for sheet in outcome.sheets if sheet.committed]
    values = sum(c.values for c in committed)
    asked = sum(len(sheet.blocking) + len(sheet.context_missing) for sheet in outcome.sheets)
    parts = [f"{status_words()[outcome.status]:<16}{outcome.label or outcome.file_name}"]
    if values:
        parts.append(ngettext("{n} resultat", "{n} resultater", values).format(n=values))
    if outcome.status == "asks" and asked:
        parts.append(ngettext("{n} mangler svar", "{n} mangler svar", asked).format(n=asked))
    return " · ".join(parts)


def total_line(statuses: Counter[Status]) -> str:
    """The last line of a run: how many files ended how."""
    n = statuses.total()
    files = ngettext("{n} fil", "{n} filer", n).format(n=n)
    parts = [f"{statuses[status]} {word}" for status, word in status_words().items() if statuses[status]]
    return f"{files}: {', '.join(parts)}."
