"""A sheet's reading in the school's own words: the tags of its tasks, and the subjects of its columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data_io.importing.context_words import with_klasser, with_rounds, with_subject
from data_io.importing.options import ImportOptions, answer_to
from data_io.importing.school_words import LearnedWord, SchoolWords
from data_io.importing.word_questions import Use, Words, judge_words
from data_io.layouts.reading import Problem, RatingColumn, SheetReading, TaskColumn
from data_io.workbook.cells import cell_name


@dataclass(frozen=True)
class InOwnWords:
    """A reading with the school's terms, what is asked about its words, and what somebody decided."""

    reading: SheetReading
    problems: tuple[Problem, ...] = ()
    learned: tuple[LearnedWord, ...] = ()

    def settled(self, options: ImportOptions) -> bool:
        """True when no word is left to ask about, so that its tags can be held against another sheet's."""
        return all(answer_to(problem, options) is not None for problem in self.problems)

    def then(
        self, reading: SheetReading, problems: Sequence[Problem], learned: Sequence[LearnedWord]
    ) -> "InOwnWords":
        """The same with one more step done."""
        return InOwnWords(reading, (*self.problems, *problems), (*self.learned, *learned))


def in_own_words(reading: SheetReading, words: SchoolWords, options: ImportOptions) -> InOwnWords:
    """The reading with the school's terms, and what is left to ask about them; pupils are not touched."""
    done = InOwnWords(reading)
    if reading.kind not in ("test", "assessment"):
        return done
    done = done.then(*with_klasser(done.reading, words, options))
    if reading.kind == "test":
        done = done.then(*with_subject(done.reading, words, options))
        return done.then(*_with_tags(done.reading, words, options))
    done = done.then(*with_rounds(done.reading, words, options))
    return done.then(*_with_subjects(done.reading, words, options))


Step = tuple[SheetReading, Sequence[Problem], Sequence[LearnedWord]]


def _with_tags(reading: SheetReading, words: SchoolWords, options: ImportOptions) -> Step:
    """The tasks with the terms of the school's word list."""
    areas = judge_words("fagomraade", _uses(reading, "fagomraade"), words, options)
    signals = judge_words("signalord", _uses(reading, "signalord"), words, options)
    tasks = tuple(_tagged(task, areas, signals) for task in reading.tasks)
    told = replace(reading, tasks=tasks)
    # Whether a row holds signalord at all is answered before its words are asked about.
    if any(p.code == "heading_role" and answer_to(p, options) is None for p in reading.problems):
        return told, (), ()
    return told, (*areas.problems, *signals.problems), (*areas.learned, *signals.learned)


def _tagged(task: TaskColumn, areas: Words, signals: Words) -> TaskColumn:
    fagomraade = areas.terms.get(task.fagomraade or "", task.fagomraade)
    signalord = signals.terms.get(task.signalord or "", task.signalord)
    if (fagomraade, signalord) == (task.fagomraade, task.signalord):
        return task
    return replace(task, fagomraade=fagomraade, signalord=signalord)


def _uses(reading: SheetReading, role: str) -> Iterator[Use]:
    """The fagområder or signalord of the tasks, each with its first heading cell."""
    band = next((band for band in reading.bands if band.role == role), None)
    first: dict[str | None, TaskColumn] = {}
    for task in reading.tasks:
        first.setdefault(task.fagomraade if role == "fagomraade" else task.signalord, task)
    for said, task in first.items():
        row, column = task.row, task.column
        if band is not None:
            row, column = (row, band.left) if reading.transposed else (band.top, column)
        yield Use(said or "", cell_name(row, column))


def _with_subjects(reading: SheetReading, words: SchoolWords, options: ImportOptions) -> Step:
    """The rating columns with their subjects' own names; a subject nobody has used is asked about."""
    uses = [Use(r.subject, cell_name(r.row, r.column)) for r in reading.ratings]
    judged = judge_words("subject", uses, words, options)

    def named(column: RatingColumn) -> RatingColumn:
        term = judged.terms.get(column.subject) or words.known("subject", column.subject)
        return replace(column, subject=term or column.subject)

    ratings, empty = map(named, reading.ratings), map(named, reading.empty_ratings)
    reading = replace(reading, ratings=tuple(ratings), empty_ratings=tuple(empty))
    return reading, judged.problems, judged.learned
