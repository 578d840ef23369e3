"""Klasseblik's command line: parse, one call, answer."""

import datetime
import getpass
import io
import sys
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

import cli_templates
from cli_analyse import analyse_file
from cli_check import check_all
from cli_import import import_all
from data_io import settings
from data_io.demo import build_demo, demo_is_current
from data_io.errors import KlasseblikError
from data_io.importing.options import ImportOptions
from data_io.importing.sources import Source, sources_of
from data_io.layouts.context import skoleaar_in
from data_io.layouts.periods import period_in
from data_io.layouts.records import Period
from data_io.store.store import open_store
from data_io.workbook.reader import start_readers

# typer keeps click's usage error to itself; the parent of its public BadParameter is that error.
UsageError: type[Exception] = typer.BadParameter.__bases__[0]

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
app.add_typer(cli_templates.app, name="templates")

Files = Annotated[list[Path], typer.Argument(help="Regneark, mapper eller zip-filer med regneark.")]
StoreOption = Annotated[Path | None, typer.Option("--store", help="Skolens fil.")]


@app.command()
def check(
    files: Files, as_json: Annotated[bool, typer.Option("--json", help="Et JSON-objekt pr. fil.")] = False
) -> None:
    """Siger, hvordan arkene forstås. Der gemmes intet."""
    raise typer.Exit(check_all(_tables(files), as_json=as_json))


def _tables(files: list[Path]) -> list[Source]:
    found = sources_of(files)
    if not found:
        text = _("Der er ingen regneark i {folder}. Angiv en fil eller en mappe med regneark.")
        raise KlasseblikError("no_files", text.format(folder=", ".join(str(f) for f in files)))
    return found


@app.command()
def analyse(
    file: Annotated[Path, typer.Argument(help="En prøve: en elev pr. række, en opgave pr. kolonne.")],
    as_json: Annotated[bool, typer.Option("--json", help="Et JSON-objekt.")] = False,
    sheet: Annotated[str | None, typer.Option(help="Arket, hvis filen har flere.")] = None,
) -> None:
    """Regner på en prøve opgave for opgave. Der gemmes intet."""
    analyse_file(file, sheet, as_json=as_json)


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
    hold: Annotated[str | None, typer.Option(help="Holdet, fx 'Mat 1', hvis arket er et holds.")] = None,
    answer: Annotated[list[str] | None, typer.Option(help="Svar: spørgsmål@celle=svar.")] = None,
    period: Annotated[str | None, typer.Option(help="Fraværets periode, fx 1.8.2025-31.12.2025.")] = None,
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
        period=_period(period),
        person=_person(),
        hold=hold,
    )
    tables = _tables(files)
    start_readers(len(tables))
    opened = open_store(_store_path(store), "school")
    try:
        raise typer.Exit(import_all(opened, skole, tables, options))
    finally:
        opened.close()


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


def _period(text: str | None) -> Period | None:
    found = period_in(text) if text else None
    if text and found is None:
        message = _("Perioden {text} kan ikke læses. Skriv den som 1.8.2025-31.12.2025.").format(text=text)
        raise KlasseblikError("period", message)
    return found


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
