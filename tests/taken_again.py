"""Twelve pupils who take the same four tasks twice: most a little better, one far up, one far down."""

from tests.app.school import Values

NAMES = (
    "Alma Bech",
    "Asger Dahl",
    "Bo Friis",
    "Carl Gade",
    "Ella Holm",
    "Freja Juhl",
    "Gustav Krogh",
    "Ida Lund",
    "Johan Munk",
    "Karla Nygaard",
    "Laust Olesen",
    "Maja Ravn",
)
# Maxima 2, 2, 2 and 4. Ella goes from next to nothing to nearly all, Maja the other way.
_BEFORE = (
    (0, 0, 0, 1),
    (1, 0, 0, 1),
    (1, 1, 0, 1),
    (1, 0, 1, 2),
    (0, 0, 0, 0.5),
    (1, 1, 1, 2),
    (1, 1, 2, 2),
    (2, 1, 1, 3),
    (2, 2, 1, 3),
    (2, 2, 2, 3),
    (2, 2, 2, 4),
    (2, 2, 2, 4),
)
_AFTER = (
    (0, 0, 1, 1),
    (1, 1, 0, 1),
    (1, 1, 1, 1),
    (1, 1, 1, 2),
    (2, 2, 2, 3),
    (1, 1, 1, 3),
    (1, 2, 2, 2),
    (2, 1, 2, 3),
    (2, 2, 1, 4),
    (2, 2, 2, 4),
    (2, 2, 2, 4),
    (0, 1, 0, 0.5),
)
POINTS_BEFORE: Values = {name: list(row) for name, row in zip(NAMES, _BEFORE, strict=True)}
POINTS_AFTER: Values = {name: list(row) for name, row in zip(NAMES, _AFTER, strict=True)}
