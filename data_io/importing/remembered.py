"""What was said of a sheet when the very same file was read in before, so that it is not asked again."""

from dataclasses import replace

from data_io.importing.learned import under
from data_io.importing.options import NO_SUBJECT, ImportOptions
from data_io.importing.word_questions import WORD_QUESTIONS
from data_io.layouts.context import klasse_name
from data_io.layouts.reading import SheetReading
from data_io.store.store import Store


def with_remembered(
    store: Store, school_id: str, file_hash: str, reading: SheetReading, options: ImportOptions
) -> ImportOptions:
    """The options with remembered class, year, day, title, round and answers where nothing else says them.

    Nothing is remembered of an import that was undone, or when the sheet or the options name another class.
    """
    rows = store.rows(
        "remembered_import",
        school_id=school_id,
        file_hash=file_hash,
        sheet=reading.sheet,
        part=reading.part,
    )
    rows = [row for row in rows if row["import_id"] == rows[0]["import_id"]]
    klasser = {row["klasse"] for row in rows}
    asked = options.hold or klasse_name(options.klasse or "") or options.klasse
    if rows and rows[0]["is_hold"] and asked is None:
        asked = rows[0]["klasse"]
        options = replace(options, hold=asked)
    if not rows or not klasser >= ({asked} if asked else set(reading.klasser) & _rated(reading)):
        return options
    newest = rows[0]
    rounds = {row["round"] for row in rows}
    subject = None if newest["subject"] == NO_SUBJECT else newest["subject"]
    return replace(
        options,
        klasse=options.klasse or (None if reading.klasser else newest["klasse"]),
        skoleaar=options.skoleaar or (None if options.date or reading.skoleaar else newest["skoleaar"]),
        date=options.date or (None if reading.date else newest["taken_on"]),
        title=options.title or (None if reading.title else newest["title"]),
        subject=options.subject or (None if reading.subject else subject),
        round=options.round or (newest["round"] if len(rounds) == 1 and not reading.rounds else None),
        answers=_answers(store, newest["import_id"], options),
    )


def _rated(reading: SheetReading) -> set[str]:
    """The classes a sheet has results of; an assessment names classes that are still to come."""
    rated = {r.klasse for r in reading.ratings if r.klasse}
    return rated if reading.kind == "assessment" else set(reading.klasser)


def _answers(store: Store, import_id: str, options: ImportOptions) -> dict[str, str]:
    """The remembered answers under those given now; words are remembered by the school's word list.

    That a sheet held over what was typed once says nothing of what is typed since.
    """
    rows = store.rows("import_answers", import_id=import_id)
    before = {r["question"]: r["answer"] for r in rows}
    return under(
        options.answers,
        {q: a for q, a in before.items() if q.partition("@")[0] not in (*WORD_QUESTIONS, "typed_cells")},
    )
