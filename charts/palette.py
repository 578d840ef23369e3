"""The only colour codes in Python: what a colour means, and what is written upon it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from metrics.model import Zone

Role = Literal[
    "pupil",
    "fagomraade",
    "signalord",
    "task",
    "max",
    "round",
    "subject",
    "klasse",
    "value",
]

INK: Final = "#1d2733"
MUTED: Final = "#5b6875"
HAIRLINE: Final = "#e3e7eb"
EDGE: Final = "#b9c2cb"  # the dashed edge of what is missing, and the hollow letters of last time
PANEL: Final = "#f6f8f9"
ACCENT: Final = "#2b4c7e"
ACCENT_TINT: Final = "#dbe3ee"  # the accent where it is unsure
WHITE: Final = "#ffffff"
TRANSPARENT: Final = "rgba(0,0,0,0)"
MARK: Final = "#d5dce6"  # marks of the 7-trinsskala: neither good nor bad by colour


@dataclass(frozen=True)
class Swatch:
    """A fill and the colour of the digit that can be read upon it."""

    fill: str
    text: str


LEVELS: Final[Mapping[int, Swatch]] = {
    1: Swatch("#a52a2a", WHITE),
    2: Swatch("#e8833a", INK),
    3: Swatch("#f9df74", INK),
    4: Swatch("#8fc7a0", INK),
    5: Swatch("#2f7d6b", WHITE),
}
ZONES: Final[Mapping[Zone, str]] = {"red": "#dd6b62", "yellow": "#fae27f", "green": "#62b39b"}
LIGHT_ZONES: Final[Mapping[Zone, str]] = {"red": "#f6d8d5", "yellow": "#fdf5d3", "green": "#d3ebe4"}

# Blue to mauve only: in the preview of a sheet a colour says what a cell is, never how it went.
ROLES: Final[Mapping[Role, str]] = {
    "pupil": "#bcd0ea",
    "fagomraade": "#c9bfe6",
    "signalord": "#e1d6f2",
    "task": "#e9cfe6",
    "max": "#f3e4ef",
    "round": "#b3b9de",
    "subject": "#bfe0ef",
    "klasse": "#dbe3fa",
    "value": "#eceff3",
}


def css_variables() -> dict[str, str]:
    """Every colour of the palette under the name that stylesheets know it by, such as `--kb-level-1`."""
    variables = {
        "--kb-ink": INK,
        "--kb-muted": MUTED,
        "--kb-hairline": HAIRLINE,
        "--kb-edge": EDGE,
        "--kb-panel": PANEL,
        "--kb-accent": ACCENT,
        "--kb-white": WHITE,
        "--kb-mark": MARK,
    }
    for level, swatch in LEVELS.items():
        variables[f"--kb-level-{level}"] = swatch.fill
        variables[f"--kb-level-{level}-text"] = swatch.text
    for zone in get_args(Zone):
        variables[f"--kb-zone-{zone}"] = ZONES[zone]
        variables[f"--kb-light-{zone}"] = LIGHT_ZONES[zone]
    variables.update({f"--kb-role-{role}": tint for role, tint in ROLES.items()})
    return variables
