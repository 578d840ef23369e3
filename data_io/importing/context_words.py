"""Classes, rounds and subjects that a person or a title writes in another way than the school does."""

import re
from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _

from data_io.importing.options import ImportOptions, hold_of
from data_io.importing.school_words import LearnedWord, SchoolWords, WordKind
from data_io.importing.word_questions import NEW, answered, term_answered, with_any_term
from data_io.layouts.context import klasse_name
from data_io.layouts.reading import Problem, RatingColumn, SheetReading
from data_io.layouts.words import clean, round_of, tokens
from data_io.layouts.words_alike import fold_word, is_near, is_slip_of, nearest

Step = tuple[SheetReading, Sequence[Problem], Sequence[LearnedWord]]

_KLASSE_WORD = re.compile(r"\b(?:klassen?|kl)\b\.?", re.IGNORECASE)


def with_klasser(reading: SheetReading, words: SchoolWords, options: ImportOptions) -> Step:
    """The reading with classes called as the school calls them; "7.klasse A" is 7.A, and a hold is a hold.

    A name that is no usual one and like a class of the school is a question. What is answered holds for
    the school year alone.
    """
    if hold_of(reading, options) is not None:
        return reading, (), ()
    year, klasser = reading.skoleaar or "", words.terms.get("klasse", ())
    names: dict[str, str] = {}
    problems: list[Problem] = []
    learned: list[LearnedWord] = []
    for said in reading.klasser:
        name = _klasse_of(said, klasser) or words.known("klasse", said, year)
        if name is None and not problems and is_near(said, klasser):
            problems.append(with_any_term(_which(said, "klasse", nearest(said, klasser)), klasser, options))
            name = term_answered(problems[0], options)
            learned += [LearnedWord("klasse", clean(said), name, year)] if name else []
        names[said] = name or said

    def named(column: RatingColumn) -> RatingColumn:
        return replace(column, klasse=names.get(column.klasse or "", column.klasse))

    told = replace(
        reading,
        klasser=tuple(dict.fromkeys(names.values())),
        ratings=tuple(map(named, reading.ratings)),
        empty_ratings=tuple(map(named, reading.empty_ratings)),
    )
    return told, problems, learned


def _klasse_of(said: str, klasser: Sequence[str]) -> str | None:
    """The class a name is written for without any doubt."""
    usual = klasse_name(said) or klasse_name(clean(_KLASSE_WORD.sub(" ", said)))
    return usual or next((k for k in klasser if fold_word(k) == fold_word(said)), None)


def with_rounds(reading: SheetReading, words: SchoolWords, options: ImportOptions) -> Step:
    """The reading with rounds called as the school calls them; one like a round it has is a question."""
    terms = words.terms.get("round", ())
    names: dict[str, str] = {}
    problems: list[Problem] = []
    learned: list[LearnedWord] = []
    for said in dict.fromkeys(r.round for r in reading.ratings if r.round):
        name = round_of(said) or words.known("round", said)
        if name is None and not problems and is_near(said, terms):
            problems.append(with_any_term(_which(said, "round", nearest(said, terms)), terms, options))
            name = term_answered(problems[0], options)
            learned += [LearnedWord("round", clean(said), name)] if name else []
        names[said] = name or said
    ratings = tuple(replace(r, round=names.get(r.round or "", r.round)) for r in reading.ratings)
    rounds = tuple(dict.fromkeys(r.round for r in ratings if r.round)) or reading.rounds
    return replace(reading, ratings=ratings, rounds=rounds), problems, learned


def with_subject(reading: SheetReading, words: SchoolWords, options: ImportOptions) -> Step:
    """A test with its subject's own name; a subject that is misspelt, also in the title, is a question."""
    terms = words.terms.get("subject", ())
    if reading.subject is not None:
        said, doubtful = reading.subject, is_near(reading.subject, terms)
    else:
        said = next((w for w in tokens(reading.title or "") if _may_be_subject(w, words)), "")
        doubtful = bool(said)
    name = words.known("subject", said)
    if name is not None or not doubtful:
        return replace(reading, subject=name or reading.subject), (), ()
    problem = with_any_term(_which(said, "subject", nearest(said, terms)), terms, options)
    name = term_answered(problem, options)
    learned = [LearnedWord("subject", clean(said), name)] if name else []
    if reading.subject is not None and answered(problem, options) == NEW:
        learned = [LearnedWord("subject", clean(said), None)]
    return replace(reading, subject=name or reading.subject), (problem,), learned


def _may_be_subject(word: str, words: SchoolWords) -> bool:
    known = words.known("subject", word) if len(word) > 3 else None
    return known is not None or any(is_slip_of(word, term) for term in words.terms.get("subject", ()))


def _which(said: str, kind: WordKind, guesses: Sequence[str]) -> Problem:
    texts = {
        "klasse": _("Skolen har ingen klasse, der hedder “{word}”. Er det en af disse?"),
        "round": _("Skolen har ingen runde, der hedder “{word}”. Er det en af disse?"),
        "subject": _("Klasseblik kender ikke faget “{word}”. Er det et af disse?"),
    }
    word = clean(said)
    options = tuple((term, term) for term in guesses)
    return Problem(
        None,
        "question",
        f"new_{kind}",
        texts[kind].format(word=word),
        # A class nobody has is not made unasked.
        default=None if kind == "klasse" else NEW,
        options=(*options, (NEW, _("Nej, det er noget andet: {word}").format(word=word))),
    )
