"""A pupil's name as the header of a row in every grid of pupils."""

from gettext import gettext as _

from metrics.model import Pupil
from ui.grid.model import GridCell

UNCONFIRMED = "·"


def pupil_cell(pupil: Pupil) -> GridCell:
    """The name, which opens the pupil; a dot after it where no class list has confirmed them."""
    key = f"pupil/{pupil.pupil_id}"
    if pupil.confirmed:
        return GridCell(pupil.name, key=key)
    note = _("Ubekræftet: står ikke på en klasseliste endnu")
    return GridCell(f"{pupil.name} {UNCONFIRMED}", key=key, note=note, spoken=pupil.name)
