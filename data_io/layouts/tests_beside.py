"""Several tests over one list of pupils: the heading row that names them, and the columns of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data_io.layouts.block import Block
from data_io.layouts.context import date_in
from data_io.layouts.headers import levels_above, spread
from data_io.layouts.heading_level import Level
from data_io.layouts.heading_roles import role_by_label
from data_io.layouts.printed_maxima import one_for_all
from data_io.layouts.task_headings import label_likeness
from data_io.layouts.view import View, pick, with_row_role
from data_io.layouts.words import fold, is_beside, is_statistic, is_task_like, tokens

TEST_WORDS = frozenset(
    "prøve prøver prøven test tests testen eksamen terminsprøve årsprøve screening quiz exam".split()
)
_NAMES_A_TEST = re.compile(
    r"(\w*prøve|\w*test|quiz|screening|exam|fp\s?9|fp\s?10|fsa|afleveringssæt|afleveringsopgave|opgavesæt)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class TestBeside:
    """One of several tests: what its heading says, and the sheet without the others."""

    said: str
    view: View


def tests_beside(view: View, block: Block, areas: frozenset[str] = frozenset()) -> list[TestBeside]:
    """The tests that a heading row names over the columns: one, several, or none where no row does so.

    `areas` are the fagområder the school knows: they name no test.
    """
    levels = levels_above(view, block, block.value_columns)
    left_out = [c for c in range(block.first_value_column, view.width) if view.is_left_out(c)]
    columns = sorted({*block.value_columns, *left_out})
    level = next((lv for lv in levels if _names_tests(view, lv, columns)), None)
    level = level or _over_restarts(levels, columns, areas, view.words)
    if level is None:
        return []
    everywhere = spread(view, level, columns)
    over = {c: text for c, text in everywhere.items() if not is_statistic(text)}
    said = list(dict.fromkeys(text for c, text in over.items() if c not in left_out))
    each = one_for_all(view, block, block.value_columns[:1])
    titled = replace(with_row_role(view, level.row, "title"), each_max=each or view.each_max)
    if len(said) == 1:
        return [TestBeside(said[0], titled)]
    left = [c for c in range(view.width) if c < block.first_value_column]
    return [
        TestBeside(text, pick(titled, columns=[*left, *(c for c, word in over.items() if word == text)]))
        for text in said
    ]


def _over_restarts(
    levels: Sequence[Level], columns: Sequence[int], areas: frozenset[str], words: frozenset[str]
) -> Level | None:
    """The row whose texts begin where the tasks' numbers begin again, where another row holds fagområder."""
    of_areas = [lv for lv in levels if _holds_areas(lv, columns, areas)]
    if not of_areas:
        return None
    numbers = [lv for lv in levels if sum(map(is_task_like, lv.covers(columns))) > len(columns) / 2]
    labels = max(numbers, key=lambda lv: label_likeness(lv, columns), default=None)
    restarts = _restarts(labels, columns) if labels else []
    if not 1 < len(restarts) < len(columns):
        return None
    bare = (lv for lv in levels if lv not in of_areas and lv not in numbers and _says_no_role(lv, words))
    return next((lv for lv in bare if _starts(lv, columns) == restarts), None)


def _says_no_role(level: Level, words: frozenset[str]) -> bool:
    known = all(fold(text) in words for text in level.own.values())
    return role_by_label(level.label) is None and not is_beside(level.label) and not known


def _holds_areas(level: Level, columns: Sequence[int], areas: frozenset[str]) -> bool:
    texts = level.covers(columns)
    known = sum(fold(text) in areas for text in texts)
    return bool(texts) and (role_by_label(level.label) == "fagomraade" or known * 2 > len(texts))


def _starts(level: Level, columns: Sequence[int]) -> list[int]:
    """The columns in which another text begins than the one before it."""
    said = [(c, level.own[c]) for c in columns if c in level.own]
    return [c for i, (c, text) in enumerate(said) if i == 0 or text != said[i - 1][1]]


def _restarts(level: Level, columns: Sequence[int]) -> list[int]:
    """The columns in which task numbers begin again with the first, where none comes twice between."""
    said = [(c, level.own[c]) for c in columns if is_task_like(level.own.get(c, ""))]
    starts = [c for c, text in said if text == said[0][1]]
    for begin, end in pairwise([*starts, columns[-1] + 1]):
        texts = [text for c, text in said if begin <= c < end]
        if len(set(texts)) < len(texts):
            return []
    return starts


def _names_tests(view: View, level: Level, columns: Sequence[int]) -> bool:
    """True for a row whose texts are tests, each over some of the columns, or one over all of them."""
    texts = [text for text in dict.fromkeys(level.covers(columns)) if not is_statistic(text)]
    if level.row in view.row_roles:
        return view.row_roles[level.row] == "test" and bool(texts)
    own = [c for c in columns if not is_statistic(level.own.get(c, ""))]
    if not texts or (len(texts) == len(own) and len(texts) > 1):
        return False
    # "Årsprøve i matematik" left of the columns is a title and says nothing of them.
    known = all(fold(text) in view.words for text in texts)
    words = set(tokens(level.label))
    labelled = bool(words & TEST_WORDS) and role_by_label(level.label) is None and not known
    if len(texts) == 1 and len(level.covers(columns)) < 2:
        return labelled
    named = all(_NAMES_A_TEST.fullmatch(fold(text)) for text in texts)
    dated = all(date_in(text) is not None for text in texts)
    return labelled or named or (dated and len(texts) > 1)
