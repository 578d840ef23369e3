"""Cells that were typed on the screen and that a sheet would overwrite: named, and asked about."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext
from typing import Any, Final

from data_io.importing.register import Register
from data_io.layouts.reading import Problem, SheetReading
from data_io.layouts.values import danish

TYPED: Final = "typed:"  # how the content hash of what was typed on the screen begins
_NAMED: Final = 5  # cells; the rest are counted

Place = tuple[str, str, int]  # the key of a slice, a pupil's id, the number of a task


def typed_over(
    register: Register,
    slices: Mapping[str, Sequence[int]],
    pupil_ids: Sequence[str | None],
    names: Mapping[str, str],
    reading: SheetReading,
) -> list[Problem]:
    """The question where a sheet says something else than cells that somebody has typed.

    `slices` are the columns of each slice the sheet fills. It has no default: until somebody says that
    the sheet holds, what was typed is kept and the sheet is not read in.
    """
    seen = register.slices(slices)
    typed = [key for key, row in seen.items() if (row["content_hash"] or "").startswith(TYPED)]
    if not typed:
        return []
    now = _of_sheet(slices, pupil_ids, reading)
    rows = register.rows_written("entry_cells", slice_keys=typed)
    changed = [row for row in rows if _is_lost(row, now)]
    return [_question(changed, now, names, reading, slices)] if changed else []


def _of_sheet(
    slices: Mapping[str, Sequence[int]], pupil_ids: Sequence[str | None], reading: SheetReading
) -> dict[Place, float | None]:
    key_of = {column: key for key, columns in slices.items() for column in columns}
    test = reading.kind == "test"
    found: dict[Place, float | None] = {}
    for result in reading.results:
        pupil_id, key = pupil_ids[result.pupil], key_of.get(result.column)
        if pupil_id and key:
            found[key, pupil_id, result.column + 1 if test else 0] = result.value
    return found


def _is_lost(row: Mapping[str, Any], now: Mapping[Place, float | None]) -> bool:
    """True where a typed value or reason is another in the sheet, or not there."""
    if not (row["origin"] or "").startswith(TYPED) or row["missing"] == "empty":
        return False
    said = now.get((row["slice_key"], row["pupil_id"], row["task_no"]))
    return bool(said != row["value"])


def _question(
    rows: Sequence[Mapping[str, Any]],
    now: Mapping[Place, float | None],
    names: Mapping[str, str],
    reading: SheetReading,
    slices: Mapping[str, Sequence[int]],
) -> Problem:
    cells = [_cell(row, now, names, reading, slices) for row in rows]
    more = len(cells) - _NAMED
    if more > 0:
        rest = ngettext("og {n} felt til", "og {n} felter til", more).format(n=more)
        cells = [*cells[:_NAMED], rest]
    text = ngettext(
        "Arket siger noget andet end {n} felt, som er indtastet på skærmen: {cells}. Skal arket gælde dér?",
        "Arket siger noget andet end {n} felter, som er indtastet på skærmen: {cells}. Skal arket gælde dér?",
        len(rows),
    )
    message = text.format(n=len(rows), cells="; ".join(cells))
    return Problem(None, "question", "typed_cells", message, options=(("sheet", _("Ja, arket gælder")),))


def _cell(
    row: Mapping[str, Any],
    now: Mapping[Place, float | None],
    names: Mapping[str, str],
    reading: SheetReading,
    slices: Mapping[str, Sequence[int]],
) -> str:
    """ "Ida Uldum, dansk: 3, i arket 2"."""
    if reading.kind == "test":
        column = _("opgave {task}").format(task=reading.tasks[row["task_no"] - 1].label)
    else:
        column = reading.ratings[slices[row["slice_key"]][0]].subject
    typed = _("ingen vurdering") if row["value"] is None else danish(row["value"])
    said = now.get((row["slice_key"], row["pupil_id"], row["task_no"]))
    sheet = _("ingenting") if said is None else danish(said)
    text = _("{pupil}, {column}: {typed}, i arket {sheet}")
    pupil = names.get(row["pupil_id"], _("en elev"))
    return text.format(pupil=pupil, column=column, typed=typed, sheet=sheet)
