"""The command `templates`: ready workbooks for a class, for a test or for ratings."""

import datetime
from collections.abc import Iterable, Sequence
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from data_io import settings
from data_io.errors import KlasseblikError
from data_io.layouts.context import date_in, klasse_name, skoleaar_in, skoleaar_of, trin_of
from data_io.scope import local_scope
from data_io.store.store import open_store
from data_io.templates.class_of import TemplateClass, class_of
from data_io.templates.model import AssessmentTemplate, TemplateTask, TestTemplate
from data_io.templates.save import Write, file_name, save_all
from data_io.templates.task_list import tasks_from_areas, tasks_from_file, tasks_from_texts
from data_io.templates.write import write_assessment, write_test
from ui.template_colours import template_colours

app = typer.Typer(help="Laver regneark til en klasse, klar til at fylde ud.", no_args_is_help=True)

OLDEST_WITHOUT_MARKS = 7

Klasser = Annotated[list[str], typer.Option("--klasse", help="Klassen, fx 7.A. Kan gentages.")]
Skoleaar = Annotated[str | None, typer.Option("--skoleaar", help="Skoleåret, fx 2025/26.")]
StoreOption = Annotated[Path | None, typer.Option("--store", help="Skolens fil med klasselister.")]
Out = Annotated[Path, typer.Option("--out", help="Mappen, regnearkene lægges i.")]
Force = Annotated[bool, typer.Option("--force", help="Overskriv regneark, der findes i forvejen.")]


@app.command()
def test(
    klasse: Klasser,
    title: Annotated[str, typer.Option(help="Prøvens titel, fx 'MAT 7, januar'.")],
    date: Annotated[str, typer.Option(help="Prøvens dato, fx 14.1.2026.")],
    task: Annotated[list[str] | None, typer.Option(help="En opgave, fx '1.1,Algebra,Vis,3'.")] = None,
    area: Annotated[list[str] | None, typer.Option(help="Et fagområde med opgaver, fx 'Algebra=3'.")] = None,
    tasks: Annotated[Path | None, typer.Option(help="Et ark med opgave, fagområde, signalord, maks.")] = None,
    subject: Annotated[str, typer.Option(help="Faget.")] = "matematik",
    skoleaar: Skoleaar = None,
    store: StoreOption = None,
    out: Out = Path(),
    force: Force = False,
) -> None:
    """En prøve: elever ned, opgaver hen, point åbne. Angiv opgaverne på én af de tre måder."""
    day, wanted = _day(date), _tasks(task, area, tasks)
    name = _required(title, "--title")
    files: dict[str, Write] = {}
    for found in _classes(klasse, _year(skoleaar, skoleaar_of(day)), store):
        template = TestTemplate(
            found.name,
            found.skoleaar,
            name,
            subject.strip().casefold(),
            day,
            wanted,
            found.pupils,
            found.signalord,
        )
        files[file_name(found.name, name)] = partial(
            write_test, template=template, colours=template_colours()
        )
    _save(out, files, force=force)


@app.command()
def assessment(
    klasse: Klasser,
    skoleaar: Annotated[str, typer.Option("--skoleaar", help="Skoleåret, fx 2025/26.")],
    rounds: Annotated[str | None, typer.Option(help="Runderne, fx 'Efterår,Forår'.")] = None,
    subjects: Annotated[str, typer.Option(help="Fagene, der vurderes.")] = "dansk,matematik,social",
    marks: Annotated[
        bool | None, typer.Option("--marks/--no-marks", help="Karakterer i terminerne; ellers niveauer 1–5.")
    ] = None,
    store: StoreOption = None,
    out: Out = Path(),
    force: Force = False,
) -> None:
    """Vurderinger: elever ned, runder og fag hen, niveauer 1–5 åbne."""
    files: dict[str, Write] = {}
    words = _words(subjects.casefold(), "--subjects")
    for found in _classes(klasse, _year(skoleaar, ""), store):
        oldest = (trin_of(found.name) or 0) > OLDEST_WITHOUT_MARKS
        usual = "1. termin,2. termin" if oldest else "Efterår,Forår"
        graded = frozenset(words) - {"social"} if (oldest if marks is None else marks) else frozenset[str]()
        template = AssessmentTemplate(
            found.name,
            found.skoleaar,
            _words(usual if rounds is None else rounds, "--rounds"),
            words,
            found.pupils,
            graded,
        )
        name = file_name(found.name, "elevvurdering", found.skoleaar)
        files[name] = partial(write_assessment, template=template, colours=template_colours())
    _save(out, files, force=force)


def _classes(said: Iterable[str], skoleaar: str, store: Path | None) -> list[TemplateClass]:
    """The classes with their pupils; open lines for a class that has no list, which is said."""
    names = list(dict.fromkeys(klasse_name(text) or _required(text, "--klasse") for text in said))
    path = store or settings.named_store()
    if path is None:
        found = [TemplateClass(name, skoleaar) for name in names]
    elif not path.is_file():
        message = _("Skolens fil {file} findes ikke. Angiv den rigtige med --store.").format(file=path)
        raise KlasseblikError("no_store", message)
    else:
        opened = open_store(path)
        try:
            found = [class_of(opened, local_scope(opened), name, skoleaar) for name in names]
        finally:
            opened.close()
    for one in found:
        if not one.pupils:
            text = _("{klasse} {year} har ingen klasseliste, så regnearket får tomme linjer til navnene.")
            typer.echo(text.format(klasse=one.name, year=skoleaar), err=True)
    return found


def _save(out: Path, files: dict[str, Write], *, force: bool) -> None:
    for path in save_all(out, files, force=force):
        typer.echo(str(path))


def _tasks(texts: Sequence[str] | None, areas: Sequence[str] | None, file: Path | None) -> list[TemplateTask]:
    ways = [way for way in (texts, areas, file) if way]
    if len(ways) != 1:
        message = _("Angiv opgaverne på én måde: med --task, med --area eller med --tasks og en fil.")
        raise KlasseblikError("tasks", message)
    if file:
        return tasks_from_file(file)
    return tasks_from_texts(texts) if texts else tasks_from_areas(areas or [])


def _day(text: str) -> datetime.date:
    day = date_in(text)
    if day is None:
        message = _("Datoen {text} kan ikke læses. Skriv den som 14.1.2026.").format(text=text)
        raise KlasseblikError("date", message)
    return day


def _year(text: str | None, otherwise: str) -> str:
    year = skoleaar_in(text) if text else otherwise
    if not year:
        message = _("Skoleåret {text} kan ikke læses. Skriv det som 2025/26.").format(text=text)
        raise KlasseblikError("skoleaar", message)
    return year


def _words(text: str, option: str) -> list[str]:
    return [_required(word, option) for word in text.split(",")]


def _required(text: str, option: str) -> str:
    if not text.strip():
        raise KlasseblikError("empty_option", _("Der står intet ved {option}.").format(option=option))
    return text.strip()
