"""Invented pupils, and the ways a sheet calls them."""

from dataclasses import dataclass
from random import Random

from sample_data.school_names import FIRST_NAMES, LAST_NAMES
from tests.random_layouts.layout import Layout

_ASCII = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Pupil:
    """A pupil with everything a sheet may hold of them; `called` is what the sheet calls them."""

    called: str
    first: str
    last: str
    login: str
    klasse: str
    sex: str


def draw_pupils(random: Random, layout: Layout, klasse: str) -> tuple[Pupil, ...]:
    """The pupils of a class; no two are called the same."""
    count = random.choice((3, 5, 7, 8, 12, 18, 24))
    # A boy called Max is another test's matter.
    names = zip(random.sample(FIRST_NAMES, count), random.sample(LAST_NAMES, count), strict=True)
    ids = random.sample(range(1001, 9999), count)
    return tuple(
        _pupil(random, layout, klasse, first, last, number, ids[number])
        for number, (first, last) in enumerate(names)
    )


def _pupil(
    random: Random, layout: Layout, klasse: str, first: str, last: str, number: int, own_id: int
) -> Pupil:
    letters = "".join(x for x in first.lower() if x in _ASCII)[:4].ljust(4, "x")
    login = f"{letters}{random.randrange(10_000):04d}"
    called = {
        "login": login,
        "id": str(own_id),
        "numbered": f"Elev {number + 1}",
        "first_only": first if number % 4 else f"{first} {last[0]}.",
        "comma": f"{last}, {first}",
    }
    whole = called.get(layout.pupils_called, f"{first} {last}")
    return Pupil(whole, first, last, login, klasse, random.choice(("D", "P")))
