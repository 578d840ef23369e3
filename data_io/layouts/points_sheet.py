"""Reads a test sheet: fagområde over signalord over opgave, a pupil a row, points in the cells."""

from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _
from math import inf, isnan

from data_io.layouts.block import Block
from data_io.layouts.condition_columns import with_conditions
from data_io.layouts.headers import levels_above
from data_io.layouts.heading_level import Level
from data_io.layouts.heading_roles import left_out
from data_io.layouts.leftovers import leftovers, unread_columns
from data_io.layouts.odd_points import odd_points
from data_io.layouts.parsed import parsed_of
from data_io.layouts.printed_maxima import max_notes, unused_maxima
from data_io.layouts.pupils import pupil_rows
from data_io.layouts.reading import Band, Problem, PupilRow, SheetReading, TaskColumn
from data_io.layouts.results import Results
from data_io.layouts.sums import sum_columns
from data_io.layouts.task_headings import Roles, find_roles, read_tasks
from data_io.layouts.totals_only import total_task
from data_io.layouts.values import Cell, danish, read_cell
from data_io.layouts.view import View
from data_io.layouts.vocabulary import Vocabulary
from data_io.layouts.words import is_task_like

_NO_POINTS = 0.0
_FEWEST_ZEROS = 3


def read_test(sheet: View, block: Block, vocabulary: Vocabulary) -> SheetReading:
    """The sheet as a test: pupils, tasks, points, and what is doubtful about them."""
    levels = levels_above(sheet, block, block.value_columns)
    aside = with_conditions(sheet, levels, block.value_columns, pupil_rows(sheet, block))
    said = {c for c, role in sheet.column_roles.items() if role == "value"}
    out = {*left_out(levels, block.value_columns), *aside.columns} - said
    roles = find_roles(sheet, block, levels, vocabulary, [c for c in block.value_columns if c not in out])
    out |= (
        set(sum_columns(sheet, block, [c for c in block.value_columns if c not in out], roles.levels)) - said
    )
    texts = [c for c in block.value_columns if c not in out and _is_text(sheet, block, levels, c)]
    columns = [c for c in block.value_columns if c not in out and c not in texts]
    tasks, task_problems = read_tasks(sheet, block, roles, columns, levels)
    columns = [task.column for task in tasks]
    unsure = not _is_a_test(roles, tasks)
    total = total_task(sheet, block, levels) if unsure else None
    if total is not None:
        tasks, columns = [total], [total.column]
        task_problems = max_notes(tasks)
    pupils = aside.pupils
    results, result_problems = read_points(sheet, pupils, tasks)
    known = vocabulary.fagomraader | vocabulary.signalord
    problems = [*leftovers(sheet, block, known), *task_problems, *result_problems, *aside.problems]
    problems += [
        *_all_zero(sheet, pupils, tasks, results),
        *odd_points(sheet, block, tasks, results),
        *unused_maxima(sheet, block, tasks, results),
        *unread_columns(sheet, block, texts, levels),
    ]
    bands = _bands(
        block, roles, columns, [c for c in block.value_columns if c not in (*columns, *aside.columns)]
    )
    return SheetReading(
        sheet=sheet.name,
        kind="test" if total is not None or not unsure else "unknown",
        hidden=sheet.hidden,
        pupils=pupils,
        tasks=tuple(tasks),
        results=results,
        problems=tuple(problems),
        bands=bands,
    )


def _is_a_test(roles: Roles, tasks: Sequence[TaskColumn]) -> bool:
    """True when a heading row says so by its label or words; tasks it only seems to name are asked about."""
    sure = {role for role, level in roles.levels.items() if level.row not in roles.unsure}
    return bool(tasks) and ("task" in roles.levels or bool(sure & {"signalord", "fagomraade"}))


def _is_text(sheet: View, block: Block, levels: Sequence[Level], column: int) -> bool:
    """True for a column of remarks: texts and no number, under a heading that is no task's number."""
    if column not in sheet.text_columns:
        return False
    cells = [read_cell(sheet.at(r, column)) for r in block.pupil_rows]
    headings = [text for level in levels if (text := level.own.get(column))]
    texts = any(cell.text is not None for cell in cells) and not any(cell.is_value for cell in cells)
    return texts and bool(headings) and not any(map(is_task_like, headings))


def read_points(
    sheet: View, pupils: Sequence[PupilRow], tasks: Sequence[TaskColumn]
) -> tuple[Results, list[Problem]]:
    """Every cell of pupils × tasks as a number or a missing code; what is neither is an error at its cell."""
    parsed = parsed_of(sheet)
    columns = [task.column for task in tasks]
    at = {column: t for t, column in enumerate(columns)}
    broken_in: dict[int, list[int]] = {}
    for row, column in sheet.broken:
        broken_in.setdefault(row, []).append(column)
    maxima = [inf if task.max_points is None else task.max_points for task in tasks]
    values: list[float | None] = []
    missing: list[str | None] = []
    problems: list[Problem] = []
    for pupil in pupils if tasks else ():
        cells = parsed.cells(pupil.row, columns)
        numbers, marks, texts, _is_value = zip(*cells, strict=True)
        begin = len(values)
        values += numbers
        missing += marks
        odd = {t for t, (n, most) in enumerate(zip(numbers, maxima, strict=True)) if n and not 0 <= n <= most}
        if texts.count(None) < len(texts):
            odd |= {t for t, text in enumerate(texts) if text is not None}
        broken = {at[c] for c in broken_in.get(pupil.row, ()) if c in at}
        for t in sorted(odd | broken):
            problems.append(_no_points(sheet, pupil, tasks[t], cells[t], broken=t in broken))
            missing[begin + t] = "unreadable" if numbers[t] is None else None
    return Results.grid([pupil.row for pupil in pupils], columns, values, missing), problems


def _no_points(sheet: View, pupil: PupilRow, task: TaskColumn, cell: Cell, *, broken: bool) -> Problem:
    """What is wrong with a cell that should hold points."""
    if broken:
        code, text = "broken_cell", _("{cell}: formlen har intet resultat. Skriv tallet i cellen.")
    elif cell.number is None:
        code, text = "not_points", _("{cell}: her står “{found}”, men der skal stå point eller “-”.")
    elif cell.number < 0:
        code, text = "negative", _("{cell}: {found} point. Point kan ikke være under 0.")
    else:
        code = "above_maximum"
        text = _("{cell}: {found} point, men opgave {task} giver højst {max}. Ret pointene eller maksimum.")
    found = cell.text if cell.number is None else danish(cell.number)
    maximum = danish(task.max_points) if task.max_points is not None else ""
    place = sheet.place(pupil.row, task.column)
    message = text.format(cell=place, found=found, task=task.label, max=maximum)
    return Problem(place, "error", code, message)


def _all_zero(
    sheet: View, pupils: Sequence[PupilRow], tasks: Sequence[TaskColumn], results: Results
) -> list[Problem]:
    """A question for every pupil with zeros only, which is also what an absent pupil looks like."""
    problems = []
    wide = len(tasks)
    for p, pupil in enumerate(pupils):
        row = results.values[p * wide : (p + 1) * wide]
        if any(map(_NO_POINTS.__lt__, row)):
            continue
        values = [value for value in row if not isnan(value)]
        if len(values) < _FEWEST_ZEROS or any(values):
            continue
        message = _("{name} har {n} nuller og ingen point. Var eleven fraværende?")
        problems.append(
            Problem(
                sheet.place(pupil.row, tasks[0].column),
                "question",
                "all_zeros",
                message.format(name=pupil.label, n=len(values)),
                default="absent",
                options=(("absent", _("Ja, fraværende")), ("answers", _("Nej, det er besvarelsen"))),
            )
        )
    return problems


def _bands(block: Block, roles: Roles, columns: Sequence[int], out: Sequence[int]) -> tuple[Band, ...]:
    """The parts of the sheet as rectangles, for the preview."""
    if not columns:
        return ()
    left, right = min(columns), max(columns)
    top, bottom = block.pupil_rows[0], block.pupil_rows[-1]
    bands = [Band("value", top, left, bottom, right)]
    bands += [Band("pupil", row, block.name_column, row, block.name_column) for row in block.pupil_rows]
    bands += [Band(role, level.row, left, level.row, right) for role, level in roles.levels.items()]
    if block.max_row is not None:
        bands.append(Band("max", block.max_row, left, block.max_row, right))
    first = min([level.row for level in roles.levels.values()], default=block.first_row)
    bands += [Band("left-out", first, column, bottom, column) for column in out]
    return tuple(bands)


def absent_rows(reading: SheetReading, rows: Sequence[int]) -> SheetReading:
    """The reading with the zeros of some pupils' rows taken as missing: somebody said they were absent."""
    results = (
        r._replace(value=None, missing="fravaer") if r.row in rows and r.value == 0 else r
        for r in reading.results
    )
    return replace(reading, results=Results.of(results))
