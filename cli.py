"""Klasseblik's command line: parse, one call, answer."""

import datetime
import getpass
import io
import json
import sys
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import Annotated

import typer

from data_io import settings
from data_io.demo import build_demo, demo_is_current
from data_io.errors import KlasseblikError, Refused
from data_io.importing.changes import Change
from data_io.importing.options import ImportOptions, question_key
from data_io.importing.run import FileOutcome, SheetOutcome, files_in, import_files
from data_io.layouts.context import skoleaar_in
from data_io.layouts.points_sheet import danish
from data_io.layouts.read_sheet import read_file
from data_io.layouts.reading import FileReading, Problem
from data_io.school import create_school, the_school
from data_io.store.store import Store, open_store

# typer keeps click's usage error to itself; the parent of its public BadParameter is that error.
UsageError: type[Exception] = typer.BadParameter.__bases__[0]

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

Files = Annotated[list[Path], typer.Argument(help="Regneark eller mapper med regneark.")]
StoreOption = Annotated[Path | None, typer.Option("--store", help="Skolens fil.")]


@app.command()
def check(
    files: Files, as_json: Annotated[bool, typer.Option("--json", help="Et JSON-objekt pr. fil.")] = False
) -> None:
    """Siger, hvordan arkene forstås. Der gemmes intet."""
    verdict = 0
    for path in _tables(files):
        try:
            reading = read_file(path)
        except Refused as refused:
            verdict = 2
            _say_refused(path, refused, as_json=as_json)
            continue
        verdict = max(verdict, reading.verdict)
        if as_json:
            typer.echo(json.dumps(reading.as_contract() | {"file": str(path)}, ensure_ascii=False))
        else:
            _say_reading(reading)
    raise typer.Exit(verdict)


def _say_refused(path: Path, refused: Refused, *, as_json: bool) -> None:
    if as_json:
        said = {"code": refused.code, "message": refused.message}
        typer.echo(
            json.dumps({"file": str(path), "sha256": None, "refused": said, "sheets": []}, ensure_ascii=False)
        )
    typer.echo(refused.message, err=True)


def _say_reading(reading: FileReading) -> None:
    kinds = {
        "test": _("prøve"),
        "assessment": _("vurderinger"),
        "classlist": _("klasseliste"),
        "unknown": _("ikke forstået"),
    }
    for sheet in reading.sheets:
        said = sheet.as_contract()
        counts = _("{pupils} elever, {tasks} kolonner, {values} resultater, {missing} mangler").format(**said)
        typer.echo(f"{reading.file_name} · {sheet.sheet} · {kinds.get(sheet.kind, sheet.kind)} · {counts}")
        for problem in sheet.problems:
            typer.echo(f"  {_placed(problem)}")


def _placed(problem: Problem) -> str:
    """What a problem says, with its cell in front where the sentence does not name it."""
    if problem.cell is None or problem.message.startswith(f"{problem.cell}:"):
        return problem.message
    return f"{problem.cell}: {problem.message}"


def _tables(files: list[Path]) -> list[Path]:
    found = files_in(files)
    if not found:
        text = _("Der er ingen regneark i {folder}. Angiv en fil eller en mappe med regneark.")
        raise KlasseblikError("no_files", text.format(folder=", ".join(str(f) for f in files)))
    return found


@app.command(name="import")
def import_(
    files: Files,
    store: StoreOption = None,
    skole: Annotated[str | None, typer.Option(help="Skolens navn, første gang.")] = None,
    klasse: Annotated[str | None, typer.Option(help="Klassen, fx 7.A.")] = None,
    skoleaar: Annotated[str | None, typer.Option(help="Skoleåret, fx 2025/26.")] = None,
    date: Annotated[str | None, typer.Option(help="Prøvens dato, fx 2026-01-14.")] = None,
    title: Annotated[str | None, typer.Option(help="Prøvens titel.")] = None,
    subject: Annotated[str | None, typer.Option(help="Faget, fx matematik.")] = None,
    round_: Annotated[str | None, typer.Option("--round", help="Runden, fx Efterår.")] = None,
    answer: Annotated[list[str] | None, typer.Option(help="Svar: spørgsmål@celle=svar.")] = None,
    accept_defaults: Annotated[bool, typer.Option(help="Tag de sikre svar på spørgsmål.")] = False,
) -> None:
    """Læser arkene ind i skolens fil: hvert ark helt eller slet ikke."""
    options = ImportOptions(
        klasse=klasse,
        skoleaar=_skoleaar(skoleaar),
        date=_date(date),
        title=title,
        subject=subject.casefold() if subject else None,
        round=round_,
        answers=_answers(answer or []),
        accept_defaults=accept_defaults,
        person=_person(),
    )
    tables = _tables(files)
    opened = open_store(_store_path(store), "school")
    try:
        raise typer.Exit(_import_all(opened, skole, tables, options))
    finally:
        opened.close()


def _import_all(store: Store, skole: str | None, files: list[Path], options: ImportOptions) -> int:
    school_id = the_school(store) or create_school(store, skole or _("Skolen"))
    verdict = 0
    hidden = len(files) < 2 or not sys.stderr.isatty()
    bar = typer.progressbar(length=len(files), label=_("Læser"), file=sys.stderr, hidden=hidden)
    with bar:
        for outcome in import_files(store, school_id, files, lambda _file, _sheet: options):
            bar.update(1)
            verdict = max(verdict, _say_outcome(outcome))
    return verdict


def _store_path(named: Path | None) -> Path:
    path = named or settings.named_store()
    if path is None:
        raise KlasseblikError("no_store", _("Sig, hvilken fil skolens data ligger i, med --store."))
    return path


def _answers(said: list[str]) -> dict[str, str]:
    wrong = next((a for a in said if "=" not in a), None)
    if wrong is not None:
        message = _("Svaret {text} kan ikke læses. Skriv det som all_zeros@B6=absent.").format(text=wrong)
        raise KlasseblikError("answer", message)
    return {question: answer for question, _equals, answer in (a.rpartition("=") for a in said)}


def _person() -> str:
    """The name of whoever runs this; machines without a user list give none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return _("ukendt")


def _date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError as error:
        message = _("Datoen {text} kan ikke læses. Skriv den som 2026-01-14.").format(text=text)
        raise KlasseblikError("date", message) from error


def _skoleaar(text: str | None) -> str | None:
    if text and not skoleaar_in(text):
        message = _("Skoleåret {text} kan ikke læses. Skriv det som 2025/26.").format(text=text)
        raise KlasseblikError("skoleaar", message)
    return skoleaar_in(text) if text else None


def _say_outcome(outcome: FileOutcome) -> int:
    """Says what became of a file; 0 all in, 1 something held back, 2 refused or nothing understood."""
    if outcome.refused:
        typer.echo(outcome.refused.message, err=True)
        return 2
    understood = [sheet for sheet in outcome.sheets if sheet.reading.kind != "unknown"]
    for sheet in outcome.sheets:
        typer.echo(f"{outcome.file_name} · {sheet.reading.sheet}: {_said_of(sheet)}")
        for problem in sheet.blocking:
            typer.echo(f"  {_placed(problem)}{_ways_to_answer(problem)}", err=True)
    if not understood:
        return 2
    return 0 if all(sheet.done for sheet in understood) else 1


def _ways_to_answer(problem: Problem) -> str:
    """How a question is answered from here; an error is mended in the sheet."""
    if problem.severity != "question" or not problem.options:
        return ""
    # A pupil's id says nothing to a person; a uni-login is taken for it.
    codes = dict.fromkeys(_("<uni-login>") if len(code) > 30 else code for code, _text in problem.options)
    answers = _(" eller ").join(f"{question_key(problem)}={code}" for code in codes)
    return _(" Svar med --answer {answers}.").format(answers=answers)


def _said_of(sheet: SheetOutcome) -> str:
    if sheet.committed and sheet.committed.unchanged:
        return _("uændret, var læst i forvejen.")
    if sheet.committed:
        values, changes = sheet.committed.values, sheet.committed.changes
        said = ngettext("{n} resultat læst", "{n} resultater læst", values).format(n=values)
        said += _(", {n} mangler.").format(n=sheet.committed.missing) if sheet.committed.missing else "."
        changed = ngettext(" {n} rettelse: ", " {n} rettelser: ", len(changes)).format(n=len(changes))
        shown = "; ".join(_said_change(change) for change in changes[:5])
        return said + (f"{changed}{shown}{' …' if len(changes) > 5 else '.'}" if changes else "")
    if sheet.class_lists:
        left = [name for saved in sheet.class_lists for _id, name in saved.left]
        gone = _(" Ikke længere i klassen: {names}.").format(names=", ".join(left)) if left else ""
        return _("klasseliste gemt.") + gone
    if sheet.context_missing:
        names = {
            "klasse": "--klasse",
            "skoleaar": "--skoleaar",
            "date": "--date",
            "title": "--title",
            "round": "--round",
        }
        return _("ikke læst ind. Angiv {options}.").format(
            options=", ".join(names[name] for name in sheet.context_missing)
        )
    return _("ikke læst ind.")


def _said_change(change: Change) -> str:
    before, after = (_("mangler") if n is None else danish(n) for n in (change.before, change.after))
    return f"{change.pupil} {change.column}: {before} → {after}"


@app.command()
def demo(store: StoreOption = None) -> None:
    """Læser demoskolens regneark ind i dens egen fil, hvis den ikke er der i forvejen."""
    path = store or settings.DEMO_STORE
    if demo_is_current(path, settings.SAMPLE_DATA):
        return
    typer.echo(_("Læser demoskolens regneark ..."))
    with typer.progressbar(length=100, label=_("Demoskolen")) as bar:
        read = build_demo(
            path, settings.SAMPLE_DATA, lambda done, total: bar.update(int(100 * done / total) - bar.pos)
        )
    typer.echo(_("{n} ark er læst.").format(n=read))


def main() -> None:
    """Runs the command line; an error is one sentence on stderr."""
    settings.use_texts()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Names hold letters that older consoles and plain pipes do not know.
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(app(standalone_mode=False))
    except (KeyboardInterrupt, typer.Abort):
        typer.echo(_("Afbrudt. Ark, der er læst ind, er der helt; resten er der ikke."), err=True)
    except KlasseblikError as error:
        typer.echo(error.message, err=True)
    except UsageError as error:
        typer.echo(_("Kommandoen kan ikke forstås: {why}").format(why=error), err=True)
    sys.exit(2)


if __name__ == "__main__":
    main()
