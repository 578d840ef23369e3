"""Answers that hold for the next sheet of the same layout, so that it asks nothing that was said before."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from data_io.importing.options import ImportOptions, question_key
from data_io.importing.school_words import LearnedWord, write_learned_words
from data_io.importing.word_questions import answered
from data_io.layouts.fill_legend import CODE as FILL_LEGEND
from data_io.layouts.fill_legend import agrees, full_answer
from data_io.layouts.reading import Problem, SheetReading
from data_io.store.store import Store, Transaction

# What a register keeps a layout's answers under; a lesson makes it read them again.
ANSWERS = "learned answers"
# Questions of how such a sheet is built. What is about the very sheet is never answered from another one:
# who was absent, whether it is a correction, which class, and whether a line is a pupil (a boy called Max,
# a pupil below the table).
LAYOUT_QUESTIONS = frozenset({"heading_role", "nameless_column", "text_column", "scale"})


def with_learned(known: Mapping[str, str], reading: SheetReading, options: ImportOptions) -> ImportOptions:
    """The options with what the school has answered before, under all that is answered now."""
    return replace(options, answers=under(options.answers, answers_for(known, reading))) if known else options


def answers_for(known: Mapping[str, str], reading: SheetReading) -> dict[str, str]:
    """What is known as answers to a sheet's questions.

    What colours mean is known for the whole school, as levels or as points. A sheet that says otherwise
    itself asks, and so does one of whose colours the school has said two things.
    """
    answers = {question: said for question, said in known.items() if "@" in question}
    if not reading.fill_legend:
        return answers
    said = (legend for key, legend in known.items() if key.startswith(f"{FILL_LEGEND}:{reading.kind}:"))
    legends = {whole for legend in said if (whole := full_answer(reading, legend)) is not None}
    legend = next(iter(legends), None)
    if legend is not None and len(legends) == 1 and agrees(reading, legend):
        answers[f"{FILL_LEGEND}@"] = legend
    return answers


def learned_answers(store: Store, school_id: str, layout: str) -> dict[str, str]:
    """What the school has answered for a layout, and for all of them, by question."""
    rows = store.rows("learned_answers", school_id=school_id, layout=layout)
    return {row["question"]: row["answer"] for row in rows}


def under(now: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """Earlier answers under those given now; one given for a whole kind goes before any single one."""
    kept = {question: said for question, said in before.items() if question.partition("@")[0] not in now}
    return {**kept, **now}


class LearnedAnswer(NamedTuple):
    """An answer that holds for a layout; layout "" is the whole school."""

    layout: str
    question: str
    answer: str


@dataclass(frozen=True)
class Lesson:
    """What an import teaches: words somebody has decided, and answers about how such a sheet is built."""

    school_id: str
    words: tuple[LearnedWord, ...] = ()
    answers: tuple[LearnedAnswer, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.answers)

    def write(self, transaction: Transaction, store: Store, import_id: str, person: str) -> None:
        """Keeps it, with the import it was said at; when that is undone it no longer holds."""
        now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
        common = {"import_id": import_id, "learned_at": now, "learned_by": person}
        write_learned_words(transaction, store, self.school_id, self.words, common)
        rows = [{"school_id": self.school_id, **answer._asdict(), **common} for answer in self.answers]
        transaction.add("learned_answers", rows, ("school_id", *LearnedAnswer._fields, *common))


def lesson_of(
    store: Store,
    school_id: str,
    reading: SheetReading,
    problems: Sequence[Problem],
    words: tuple[LearnedWord, ...],
    options: ImportOptions,
) -> Lesson:
    """What somebody's answers teach, as far as it is not known yet."""
    said = list(_answers_of(reading, problems, options))
    known = learned_answers(store, school_id, reading.layout) if said else {}
    return Lesson(school_id, words, tuple(a for a in said if known.get(a.question) != a.answer))


def _answers_of(
    reading: SheetReading, problems: Sequence[Problem], options: ImportOptions
) -> Iterator[LearnedAnswer]:
    """The answers somebody gave that hold for the next sheet too; without a layout there is no next one."""
    for problem in problems:
        said = answered(problem, options) if problem.severity == "question" else None
        if said is not None and problem.code in LAYOUT_QUESTIONS and reading.layout:
            yield LearnedAnswer(reading.layout, question_key(problem), said)
        elif said is not None and problem.code == FILL_LEGEND:
            legend = full_answer(reading, said)
            if legend is not None:
                colours = ";".join(sorted(meaning.colour for meaning in reading.fill_legend))
                yield LearnedAnswer("", f"{FILL_LEGEND}:{reading.kind}:{colours}", legend)
