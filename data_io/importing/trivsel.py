"""What an import of a trivselsmåling would do: which classes it is of, and in which year."""

from dataclasses import replace

from data_io.importing.directory import read_directory
from data_io.importing.options import ImportOptions, KlasseKey, answer_to, with_options
from data_io.importing.records import RecordPlan, with_learned
from data_io.layouts.context import trin_of
from data_io.layouts.reading import SheetReading
from data_io.store.store import Store


def plan_trivsel(store: Store, school_id: str, reading: SheetReading, options: ImportOptions) -> RecordPlan:
    """The plan for one sheet of indicators with these options; nothing is written."""
    options = with_learned(store, school_id, reading, options)
    reading = _told(reading, options)
    years = next((p for p in reading.problems if p.code == "trivsel_years"), None)
    followed = years is not None and answer_to(years, options) == "followed"
    reading = _followed(reading) if followed else reading
    targets = _targets(reading)
    directory = read_directory(store, school_id, targets)
    return RecordPlan(reading, options, directory, targets, problems=reading.problems)


def _told(reading: SheetReading, options: ImportOptions) -> SheetReading:
    """The reading with class and year as they are told, where its rows do not say them."""
    told = with_options(reading, options)
    own = {t.klasse for t in reading.trivsel if t.klasse}
    alone = told.klasser[0] if len(told.klasser) == 1 else None
    rows = tuple(
        t._replace(
            klasse=(t.klasse if len(own) > 1 else alone) if t.whose == "klasse" else None,
            skoleaar=t.skoleaar or told.skoleaar,
        )
        for t in reading.trivsel
    )
    klasser = tuple(dict.fromkeys(t.klasse for t in rows if t.klasse)) or told.klasser
    return replace(told, trivsel=rows, klasser=klasser)


def _followed(reading: SheetReading) -> SheetReading:
    """The reading where a class is one group of pupils through the years: 7.A was 6.A the year before."""
    newest = max((t.skoleaar for t in reading.trivsel if t.skoleaar), default=None)
    if newest is None:
        return reading
    rows = []
    for one in reading.trivsel:
        back = int(newest[:4]) - int((one.skoleaar or newest)[:4])
        trin = trin_of(one.klasse or "")
        klasse = one.klasse
        if klasse and trin is not None and 0 < back <= trin:
            klasse = f"{trin - back}.{klasse.partition('.')[2]}"
        rows.append(one._replace(klasse=klasse))
    return replace(reading, trivsel=tuple(rows))


def _targets(reading: SheetReading) -> tuple[KlasseKey, ...]:
    """The classes the rows are of, each in its year."""
    own = [t for t in reading.trivsel if t.whose == "klasse" and t.klasse and t.skoleaar]
    return tuple(dict.fromkeys(KlasseKey(t.klasse, t.skoleaar) for t in own if t.klasse and t.skoleaar))
