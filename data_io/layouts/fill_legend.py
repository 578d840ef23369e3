"""What the colours of a sheet mean, as it is asked, answered and laid over a reading."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from gettext import gettext as _

from data_io.layouts.fill_levels import colour_names
from data_io.layouts.reading import FillMeaning, Problem, SheetReading, content_hash
from data_io.layouts.results import Result, Results

CODE = "fill_legend"
YES = "yes"
NO_RATING = "-"
# A colour says that the teacher saw the cell, and nothing of why there is no level.
_MISSING = "ikke_bedoemt"
_PAIR = re.compile(r"\s*#?([0-9A-Fa-f]{6})\s*[=:]\s*([0-9]|-)\s*")


@dataclass(frozen=True)
class FillQuestion(Problem):
    """The question about a sheet's colours: `legend` as it is proposed, `values` each colour can have.

    `levels` is True where they are levels, False where they are points.
    """

    legend: tuple[FillMeaning, ...] = ()
    values: tuple[int, ...] = ()
    levels: bool = True


def values_for(reading: SheetReading) -> range:
    """What a colour can be: a level in an assessment, points in a test."""
    return range(10) if reading.kind == "test" else range(1, 6)


def answer_of(legend: Mapping[str, int | None]) -> str:
    """A legend written out as an answer: "00B050=4;FF0000=1", and "-" for no rating."""
    said = {c: NO_RATING if value is None else str(value) for c, value in legend.items()}
    return ";".join(f"{colour}={said[colour]}" for colour in sorted(said))


def legend_from_answer(reading: SheetReading, answer: str) -> dict[str, int | None] | None:
    """The value of every colour of the reading: "yes" is the legend proposed; None for no answer to it.

    An answer may name more colours than the sheet has, but not fewer; "FF0000:1" is as good as "FF0000=1".
    """
    if answer == YES:
        whole = all(meaning.known for meaning in reading.fill_legend)
        return {m.colour: m.value for m in reading.fill_legend} if whole else None
    pairs = [_PAIR.fullmatch(part) for part in answer.split(";") if part.strip()]
    if not all(pairs):
        return None
    said = {p[1].upper(): None if p[2] == NO_RATING else int(p[2]) for p in pairs if p}
    if not {meaning.colour for meaning in reading.fill_legend} <= said.keys():
        return None
    legend = {meaning.colour: said[meaning.colour] for meaning in reading.fill_legend}
    allowed = values_for(reading)
    return legend if all(value is None or value in allowed for value in legend.values()) else None


def full_answer(reading: SheetReading, answer: str) -> str | None:
    """An answer with every colour written out, which holds for these colours alone; None for a wrong one."""
    legend = legend_from_answer(reading, answer)
    return answer_of(legend) if legend is not None else None


def agrees(reading: SheetReading, answer: str) -> bool:
    """True where an answer says nothing else than the legend that stands in the sheet itself."""
    legend = legend_from_answer(reading, answer)
    said = [meaning for meaning in reading.fill_legend if meaning.said]
    return legend is not None and all(legend[meaning.colour] == meaning.value for meaning in said)


def with_answers(reading: SheetReading, answers: Mapping[str, str]) -> tuple[SheetReading, Mapping[str, str]]:
    """The reading by the legend somebody confirmed, and the answers with it written out."""
    reading = _asked_in_full(reading)
    said = answers.get(f"{CODE}@") or answers.get(CODE)
    whole = full_answer(reading, said) if said and reading.fill_legend else None
    if whole is None:
        return reading, answers
    return relevel(reading, whole), {**answers, f"{CODE}@": whole}


def _asked_in_full(reading: SheetReading) -> SheetReading:
    """The reading with what a screen needs to ask, which a question from the reading child has lost."""
    if not reading.fill_legend:
        return reading
    question = question_of(reading)
    return replace(reading, problems=tuple(question if p.code == CODE else p for p in reading.problems))


def relevel(reading: SheetReading, answer: str) -> SheetReading:
    """The reading with the results by an answered legend; unchanged where it is no answer to the question.

    The question stays, with the answer among its options, so that it counts as answered.
    """
    legend = legend_from_answer(reading, answer) if reading.fill_legend else None
    if legend is None:
        return reading
    meanings = tuple(m._replace(value=legend[m.colour], known=True) for m in reading.fill_legend)
    told = with_legend(replace(reading, fill_legend=meanings))
    problems = tuple(_with_option(p, answer_of(legend)) if p.code == CODE else p for p in told.problems)
    return replace(told, problems=problems)


def _with_option(problem: Problem, answer: str) -> Problem:
    if answer in dict(problem.options):
        return problem
    return replace(problem, options=(*problem.options, (answer, answer)))


def with_legend(reading: SheetReading) -> SheetReading:
    """The reading with every coloured result by the meaning of its colour, points out of the highest."""
    values = {m.colour: m.value for m in reading.fill_legend}
    colours = {(row, column): colour for row, column, colour in reading.fills}
    results = Results.of(
        _rated(r, values[colour]) if (colour := colours.get((r.row, r.sheet_column))) else r
        for r in reading.results
    )
    tasks = reading.tasks
    if reading.kind == "test":
        highest = max((value for value in values.values() if value is not None), default=0)
        tasks = tuple(replace(task, max_points=float(highest)) for task in tasks)
    told = replace(reading, results=results, tasks=tasks)
    return replace(told, content_hash=content_hash(told))


def _rated(result: Result, value: int | None) -> Result:
    if value is None:
        return result._replace(value=None, missing=_MISSING)
    return result._replace(value=float(value), missing=None)


def question_of(reading: SheetReading) -> FillQuestion:
    """The one question about a sheet's colours, with the legend proposed as the answer that says yes."""
    legend = {m.colour: m.value for m in reading.fill_legend}
    known = [m for m in reading.fill_legend if m.known and m.value is not None]
    names = colour_names(legend)
    said = [f"{names[m.colour]} = {m.value}" for m in sorted(known, key=lambda m: m.value or 0)]
    unknown = [f"{names[m.colour]} ({m.colour})" for m in reading.fill_legend if not m.known]
    proposal = ", ".join(dict.fromkeys(said))
    if reading.kind == "test" and known:
        highest = max(m.value or 0 for m in known)
        proposal = _("{legend} point af {highest}").format(legend=proposal, highest=highest)
    if unknown and proposal:
        text = _("Cellerne er kun farvet. Hvad betyder {unknown}, og er {legend}?")
    elif unknown:
        text = _("Cellerne er kun farvet. Hvad betyder {unknown}?")
    else:
        text = _("Cellerne er kun farvet. Er {legend}?")
    yes = _("Ja, og {unknown} er ingen vurdering") if unknown else _("Ja")
    asked = ", ".join(unknown)
    return FillQuestion(
        None,
        "question",
        CODE,
        text.format(unknown=asked, legend=proposal),
        options=((answer_of(legend), yes.format(unknown=asked)),),
        legend=reading.fill_legend,
        values=tuple(values_for(reading)),
        levels=reading.kind == "assessment",
    )
