"""The command import: files into the school's store, with progress, and a summary where they are many."""

import sys
from collections import Counter
from collections.abc import Sequence
from gettext import gettext as _

import typer

from cli_saying import name_of, placed, said_of, summary_line, total_line, ways_to_answer
from data_io.importing.options import ImportOptions
from data_io.importing.outcome import FileOutcome, SheetOutcome, Status
from data_io.importing.resuming import told
from data_io.importing.run import import_sources
from data_io.importing.sources import Source
from data_io.school import create_school, the_school
from data_io.store.store import Store


def import_all(store: Store, skole: str | None, sources: Sequence[Source], options: ImportOptions) -> int:
    """Reads the files in and gives the exit code: 0 all in, 1 something held back, 2 something refused.

    A single file is always read; of several, those that an earlier run read whole are passed over.
    """
    school_id = the_school(store) or create_school(store, skole or _("Skolen"))
    many = len(sources) > 1
    ended: Counter[Status] = Counter()
    summary: list[str] = []
    bar = typer.progressbar(
        length=len(sources), label=_("Læser"), file=sys.stderr, hidden=not many or not sys.stderr.isatty()
    )
    said = told(options) if many else None
    with bar:
        for outcome in import_sources(store, school_id, sources, lambda _file, _sheet: options, said):
            bar.update(1)
            ended[outcome.status] += 1
            summary.append(summary_line(outcome))
            _say(outcome, many=many)
    if many:
        typer.echo("\n".join([*summary, total_line(ended)]))
    return _verdict(ended)


def _verdict(ended: Counter[Status]) -> int:
    if ended["refused"] or ended["not_understood"]:
        return 2
    return 1 if ended["asks"] else 0


def _say(outcome: FileOutcome, *, many: bool) -> None:
    """What became of a file's sheets; of many files only what a summary cannot say."""
    if outcome.refused:
        typer.echo(outcome.refused.message, err=True)
    for sheet in outcome.sheets:
        if not many or _is_worth_a_line(sheet):
            typer.echo(f"{name_of(outcome, sheet)}: {said_of(sheet)}")
        for problem in sheet.blocking:
            typer.echo(f"  {placed(problem)}{ways_to_answer(problem)}", err=True)


def _is_worth_a_line(sheet: SheetOutcome) -> bool:
    """True for a sheet that is held back, corrected something, or changed a class list."""
    if sheet.reading.kind == "unknown":
        return False
    return sheet.committed is None or bool(sheet.committed.changes)
