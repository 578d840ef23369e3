"""The headings of a test sheet: which level is what, and the tasks they name."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from itertools import pairwise

from data_io.layouts.block import Block
from data_io.layouts.embedded_maxima import embedded_maxima
from data_io.layouts.headers import spread
from data_io.layouts.heading_level import Level
from data_io.layouts.heading_roles import role_by_content, role_by_label
from data_io.layouts.printed_maxima import max_notes, max_row_of, no_points, printed_maxima
from data_io.layouts.reading import Problem, TaskColumn
from data_io.layouts.sums import is_total_of
from data_io.layouts.values import danish_number, maximum_in, read_cell
from data_io.layouts.view import View
from data_io.layouts.vocabulary import Vocabulary
from data_io.layouts.who import said_of_pupils
from data_io.layouts.words import clean, is_beside, is_statistic

ROLES = ("fagomraade", "signalord", "task", "max")


@dataclass(frozen=True)
class Roles:
    """Which level is what; `unsure` names the rows whose part was guessed from their place alone."""

    levels: dict[str, Level]
    unsure: tuple[int, ...] = ()


def find_roles(
    sheet: View, block: Block, levels: Sequence[Level], vocabulary: Vocabulary, columns: Sequence[int]
) -> Roles:
    """Which level holds fagområder, signalord, task labels and maxima: by label, content, then place."""
    found: dict[str, Level] = {}
    open_levels = []
    for level in sorted(levels, key=lambda level: level.row not in sheet.row_roles):
        role = sheet.row_roles.get(level.row) or role_by_label(level.label)
        if role == "max" and not any(maximum_in(text) for text in level.own.values()):
            role = None  # Words beside "Maks pr. opgave" are another row of a turned sheet.
        if role in ROLES and role not in found:
            found[role] = level
        elif role is None and not is_beside(level.label):
            open_levels.append(level)
    unsure: list[int] = []
    numbers = []
    for level in open_levels:
        role = role_by_content(level, columns, vocabulary.by_role())
        if role == "number":
            numbers.append(level)
        elif role and role not in found:
            found[role] = level
        elif not role:
            guess = _by_place(sheet, level, columns, found)
            if guess:
                # Under labelled rows for fagområde and signalord, the row that is left holds the tasks.
                labelled = {"fagomraade", "signalord"} <= found.keys() and not unsure
                certain = guess == "task" and (labelled or _is_proven(sheet, block, level, columns, found))
                found[guess] = level
                unsure += [] if certain else [level.row]
    for level in sorted(numbers, key=lambda level: label_likeness(level, columns), reverse=True):
        role = "task" if "task" not in found or _are_parts(found["task"], level) else "max"
        printed = "max" in found or block.max_row is not None
        if role == "task" or (not printed and _tops_pupils(sheet, block, level)):
            found[role] = level
    return Roles(found, tuple(unsure))


def _are_parts(labels: Level, above: Level) -> bool:
    """True for letters under a row of numbers in order: 1 over a, b and 2 over a, b, c."""
    said = list(labels.own.values())
    whole = list(dict.fromkeys(n for c, n in above.numbers.items() if c in labels.own))
    counts = bool(whole) and whole == [float(n) for n in range(1, len(whole) + 1)]
    letters = all(text.isalpha() and len(text) == 1 for text in said)
    return above.row < labels.row and counts and len(whole) < len(said) and letters


def _by_place(sheet: View, level: Level, columns: Sequence[int], found: dict[str, Level]) -> str | None:
    """A guess for a level of unknown words: few and wide is a fagområde, one for each column a signalord."""
    texts = level.covers(columns)
    beside_names = any(said_of_pupils(v) for v in sheet.rows[level.row][: columns[0]]) if columns else False
    if "task" not in found and len(set(texts)) == len(columns) > 1 and beside_names:
        return "task"
    wide = len(texts) * 2 <= len(columns)
    order = ("fagomraade", "signalord") if wide else ("signalord", "task", "fagomraade")
    return next((role for role in order if role not in found), None)


def _is_proven(
    sheet: View, block: Block, level: Level, columns: Sequence[int], found: dict[str, Level]
) -> bool:
    """True for words beside the names' heading where each has a maximum, or a total adds them up."""
    row = sheet.rows[level.row]
    if not any(said_of_pupils(v) for v in row[: columns[0]]):
        return False
    printed = max_row_of(block, found)
    worth = [printed is not None and maximum_in(sheet.at(printed, c)) is not None for c in columns]
    totals = [c for c, v in enumerate(row) if c > columns[0] and c not in columns and is_statistic(v)]
    return all(worth) or (not any(worth) and any(is_total_of(sheet, block, c, columns) for c in totals))


def label_likeness(level: Level, columns: Sequence[int]) -> tuple[bool, bool, float]:
    """How much a row of numbers looks like tasks in order (Opg. 1, 1.2, 1)), and not like what they give."""
    texts = level.covers(columns) or list(level.own.values())
    named = sum(maximum_in(text) is None for text in texts) * 2 > len(texts)
    numbers = [n for text in texts if (n := danish_number(text.replace(".", ","))) is not None]
    rising = len(numbers) == len(texts) and all(a < b for a, b in pairwise(numbers))
    return named, rising, len(set(texts)) / len(texts)


def _tops_pupils(sheet: View, block: Block, level: Level) -> bool:
    wins = 0
    for column, text in level.own.items():
        points = [n for r in block.pupil_rows if (n := read_cell(sheet.at(r, column)).number) is not None]
        wins += (danish_number(text) or 0) >= max(points, default=0)
    return wins * 2 > len(level.own)


def read_tasks(
    sheet: View, block: Block, roles: Roles, columns: Sequence[int], levels: Sequence[Level]
) -> tuple[list[TaskColumn], list[Problem]]:
    """The tasks with label, tags and maximum; columns that carry no heading at all are a question."""
    fagomraade = roles.levels.get("fagomraade")
    starts = fagomraade.own.keys() if fagomraade else ()
    problems = [*_unsure_levels(sheet, roles), *_dates_for_labels(sheet, roles, columns)]
    named = [c for c in columns if any(level.own.get(c) for level in levels)]
    for column in columns:
        if column not in named and not _has_label(roles, column, columns):
            problems.append(_nameless_column(sheet, block, column))
    columns = named
    labels = _labels(sheet, roles, levels, columns)
    maxima = printed_maxima(sheet, block, roles.levels, columns)
    taken = embedded_maxima(labels)
    if taken and not maxima:
        maxima = {c: maximum for c, (_label, maximum) in taken.items()}
    if taken:
        labels |= {c: label for c, (label, _maximum) in taken.items()}
    areas = spread(sheet, fagomraade, columns) if fagomraade and columns else {}
    words = roles.levels.get("signalord")
    signals = spread(sheet, words, columns, starts) if words and columns else {}
    problems += no_points(sheet, block, roles.levels, maxima)
    maxima = {c: maximum for c, maximum in maxima.items() if maximum > 0}
    row = max((level.row for role, level in roles.levels.items() if role != "max"), default=block.first_row)
    tasks = [
        TaskColumn(c, labels.get(c) or str(i), areas.get(c), _signalord(signals.get(c)), maxima.get(c), row)
        for i, c in enumerate(columns, start=1)
    ]
    return tasks, problems + _untagged(sheet, tasks, fagomraade, words) + max_notes(tasks)


def _labels(sheet: View, roles: Roles, levels: Sequence[Level], columns: Sequence[int]) -> dict[int, str]:
    """The task labels; where numbers stand over letters (1 over a, b) both are the label: 1a, 1b."""
    level = roles.levels.get("task")
    if level is None:
        return {}
    finer = next((lv for lv in levels if lv.row > level.row and role_by_label(lv.label) == "task"), None)
    said = level.covers(columns)
    if finer is None or (len(said) == len(columns) and len(set(said)) == len(said)):
        return {c: level.own[c] for c in columns if c in level.own}
    whole = spread(sheet, level, columns)
    parts = {c: text for c, text in finer.own.items() if c in columns}
    return {c: _joined(whole.get(c, ""), text) for c, text in parts.items()}


def _joined(whole: str, part: str) -> str:
    """A task and its part as one label: "1" and "a" are "1a", "1" and "2" are "1.2"."""
    return f"{whole}.{part}" if whole[-1:].isdigit() and part[:1].isdigit() else f"{whole}{part}"


def _signalord(text: str | None) -> str | None:
    return clean(text) if text else None


def _has_label(roles: Roles, column: int, columns: Sequence[int]) -> bool:
    return not roles.levels and column in columns


def _dates_for_labels(sheet: View, roles: Roles, columns: Sequence[int]) -> list[Problem]:
    """A question where Excel made dates of task numbers."""
    level = roles.levels.get("task")
    dates = [c for c in columns if level and isinstance(sheet.at(level.row, c), datetime.date)]
    if level is None or not dates:
        return []
    place = sheet.place(level.row, dates[0])
    text = _("{cell}: Excel har gjort opgavenumre til datoer. Er den første opgave {label}?")
    options = (("yes", _("Ja")),)
    message = text.format(cell=place, label=level.own[dates[0]])
    return [Problem(place, "question", "date_labels", message, options=options)]


def _unsure_levels(sheet: View, roles: Roles) -> list[Problem]:
    if not roles.unsure:
        return []
    said = {"fagomraade": _("fagområder"), "signalord": _("signalord"), "task": _("opgavenumre")}
    return [
        Problem(
            sheet.place(level.row, min(level.own)),
            "question",
            "heading_role",
            _("{line} er læst som {role}. Passer det?").format(line=sheet.line(level.row), role=said[role]),
            options=(("yes", _("Ja")),),
        )
        for role, level in roles.levels.items()
        if level.row in roles.unsure
    ]


def _nameless_column(sheet: View, block: Block, column: int) -> Problem:
    return Problem(
        sheet.place(block.first_row, column),
        "question",
        "nameless_column",
        _("{lane} har tal, men ingen overskrift. Den tages ikke med.").format(lane=sheet.lane(column)),
        default="leave_out",
        options=(("leave_out", _("Udelad kolonnen")),),
    )


def _untagged(
    sheet: View, tasks: Sequence[TaskColumn], fagomraade: Level | None, words: Level | None
) -> list[Problem]:
    problems = []
    for level, name in ((fagomraade, "fagomraade"), (words, "signalord")):
        bare = [task for task in tasks if getattr(task, name) is None]
        if level is None or not bare:
            continue
        part = _("fagområde") if name == "fagomraade" else _("signalord")
        labels = ", ".join(task.label for task in bare)
        message = ngettext(
            "Opgave {labels} har intet {part}.", "Opgaverne {labels} har intet {part}.", len(bare)
        ).format(labels=labels, part=part)
        problems.append(Problem(sheet.place(level.row, bare[0].column), "note", f"no_{name}", message))
    return problems
