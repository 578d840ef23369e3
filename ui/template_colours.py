"""The palette as workbooks take it: six hex digits without a sign."""

from charts.palette import EDGE, LEVELS, PANEL, WHITE, ZONES
from data_io.templates.model import TemplateColours


def template_colours() -> TemplateColours:
    """The same colours on paper and in Excel as on the screens."""
    return TemplateColours(
        zones={zone: _digits(colour) for zone, colour in ZONES.items()},
        levels={level: (_digits(s.fill), _digits(s.text)) for level, s in LEVELS.items()},
        heading=_digits(PANEL),
        open_cell=_digits(WHITE),
        muted=_digits(EDGE),
    )


def _digits(colour: str) -> str:
    return colour.removeprefix("#").upper()
