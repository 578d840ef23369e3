"""What a heading row is by its label and its texts, and which columns are no tasks by their headings."""

import re
from collections.abc import Iterable, Sequence

from data_io.layouts.embedded_maxima import one_embedded_maximum
from data_io.layouts.heading_level import Level
from data_io.layouts.values import danish_number
from data_io.layouts.who import tells_of_pupils
from data_io.layouts.word_lists import FAGOMRAADE_WORDS, KEY_WORDS, MAX_WORDS, SIGNALORD_WORDS, TASK_WORDS
from data_io.layouts.words import (
    fold,
    is_heading,
    is_statistic,
    is_task_like,
    tokens,
)

# "Alle opgaver giver højst 4 point" heads nothing.
_IN_A_SENTENCE = frozenset({"højst", "højest"})
_CLASS_NAME = re.compile(r"\d{1,2}\.\s?[A-ZÆØÅ]")


def left_out(levels: Sequence[Level], columns: Iterable[int]) -> list[int]:
    """The columns whose heading is a total, a percentage, a mark, a remark or a number: they are no tasks."""
    return [c for c in columns if _is_no_task(levels, c)]


def _is_no_task(levels: Sequence[Level], column: int) -> bool:
    """True where the lowest word over a column says so; "Procent" over a numbered task is a fagområde."""
    said = [(level, text) for level in levels if (text := level.own.get(column))]
    words = [i for i, (_level, text) in enumerate(said) if danish_number(text) is None]
    if not words:
        return False
    level, word = said[words[-1]]
    word, _maximum = one_embedded_maximum(word)
    if not is_statistic(word) and not tells_of_pupils(word):
        return False
    below = said[words[-1] + 1 :]
    return _holds_labels(level, column) or not any(
        role_by_label(level.label) != "max" and not _is_sum(level, column) for level, _text in below
    )


def _holds_labels(level: Level, column: int) -> bool:
    """True where the other columns have their task labels in this row: a word among them names no tasks."""
    if role_by_label(level.label) == "task":
        return True
    others = [text for c, text in level.own.items() if c != column]
    return sum(map(is_task_like, others)) * 2 > len(others)


def _is_sum(level: Level, column: int) -> bool:
    """True where a heading is the sum of the others in its row: the maximum of a total."""
    own = level.numbers.get(column)
    return own is not None and len(level.numbers) > 2 and own == sum(level.numbers.values()) - own


def role_by_label(label: str) -> str | None:
    """What a level is by the words at its left: fagomraade, signalord, task, max or statistic."""
    words = set(tokens(label))
    if words and words <= KEY_WORDS:
        return "key"
    if words & MAX_WORDS:
        return "max"
    if words & _IN_A_SENTENCE:
        return None
    for role, said in (
        ("signalord", SIGNALORD_WORDS),
        ("fagomraade", FAGOMRAADE_WORDS),
        ("task", TASK_WORDS),
    ):
        if words & said:
            return role
    if words and words <= {"point", "points", "mulige", "p"}:
        return "max"
    return "statistic" if is_statistic(label) and not is_heading(label) else None


def role_by_content(level: Level, columns: Sequence[int], known: dict[str, frozenset[str]]) -> str | None:
    """What a level is by what it says: words the school knows, or numbers that can be task labels."""
    texts = level.covers(columns)
    for role, vocabulary in known.items():
        if texts and sum(fold(text) in vocabulary for text in texts) * 2 >= len(texts):
            return role
    if texts and all(map(_CLASS_NAME.fullmatch, texts)) and len({text.split(".")[0] for text in texts}) == 1:
        return "klasse"
    if texts and sum(map(is_task_like, texts)) >= 0.8 * len(texts):
        return "number"
    return None
