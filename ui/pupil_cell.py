"""A pupil's name as the header of a row in every grid of pupils."""

from gettext import gettext as _

from metrics.model import Pupil
from ui.grid.model import GridCell

UNCONFIRMED = "·"
ON_CONDITIONS = "°"


def pupil_cell(pupil: Pupil, conditions: str = "") -> GridCell:
    """The name, which opens the pupil; a dot after it where no class list has confirmed them.

    A small circle stands for the conditions the pupil took the test on, which the note says in words.
    """
    key = f"pupil/{pupil.pupil_id}"
    notes = [conditions] if conditions else []
    marks = ON_CONDITIONS if conditions else ""
    if not pupil.confirmed:
        marks = UNCONFIRMED + marks
        notes.insert(0, _("Ubekræftet: står ikke på en klasseliste endnu"))
    if not marks:
        return GridCell(pupil.name, key=key)
    spoken = f"{pupil.name}, {conditions}" if conditions else pupil.name
    return GridCell(f"{pupil.name} {marks}", key=key, note="\n".join(notes), spoken=spoken)
