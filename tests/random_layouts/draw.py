"""Draws a layout by lot, so that no choice contradicts another."""

from collections.abc import Sequence
from random import Random
from typing import Any

from tests.random_layouts.labels import LABEL_STYLES, MAXIMUM_STYLES
from tests.random_layouts.layout import HARMLESS, Layout

# A layout's fields by name, as far as they are drawn.
_Drawn = dict[str, Any]

_KINDS = ("xlsx", "xls", "ods", "csv", "xlsx_as_xls")
_WHOLE_NAME = (
    *(("name",), ("nr", "name"), ("name", "login"), ("login", "name"), ("name", "klasse")),
    *(("nr", "name", "klasse", "login"), ("nr", "first", "last"), ("first", "last"), ("last", "first")),
    *(("name", "sex"), ("nr", "klasse", "name"), ("klasse", "last", "first", "login")),
)
_IDENTITIES = {
    "full": _WHOLE_NAME,
    "first_only": (("name",), ("nr", "name")),
    "login": (("login",), ("nr", "login")),
    "numbered": (("name",),),
    "id": (("id",),),
    "comma": (("name",), ("nr", "name")),
}
_STATISTICS = ("Gennemsnit", "Løsningsprocent", "Min+Max", "Drenge+Piger", "I alt", "Antal besvarelser")
_MAXIMUM_LABELS = ("Maks. point", "Max", "Maks", "Maxpoint", "Mulige point", "Maksimum")
_TOTALS = ("I alt", "%", "Karakter", "Gns.", "Bemærkninger", "Placering", "areas")
_BARE = ("plain", "plain_text", "restart")


def draw_layout(random: Random) -> Layout:
    """A layout by lot; what was drawn first rules out what would contradict it."""
    drawn = _basis(random)
    for draw in (_text_file, _tables, _headings_meant, _points_written, _around_tasks, _room, _sheets):
        drawn |= draw(random, drawn)
    return Layout(**drawn)


def _basis(random: Random) -> _Drawn:
    """What most other choices depend on."""
    answers = random.choices(("points", "letters", "total"), (12, 2, 1))[0]
    kind = random.choices(_KINDS, (8, 2, 2, 5, 1))[0]
    arrangement = random.choices(("one", "beside", "blocks_beside", "under", "sheets"), (10, 3, 2, 2, 2))[0]
    if answers == "total" or (arrangement == "sheets" and kind == "csv"):
        arrangement = "one"
    called = random.choices(tuple(_IDENTITIES), (6, 3, 2, 2, 1, 1))[0]
    transposed = answers == "points" and arrangement in ("one", "sheets") and random.random() < 0.12
    maxima = _maxima(random, answers, no_margin=transposed or arrangement in ("under", "blocks_beside"))
    headings = _headings(random, answers, arrangement, maxima)
    identity = random.choice(_IDENTITIES[called])
    unlabelled = _unlabelled(random, answers, headings)
    style = _label_style(random, kind, unlabelled, maxima)
    if style == "two_rows":
        below = headings.index("task") + 1
        headings = (*headings[:below], "part", *headings[below:])
    return {
        **{"answers": answers, "kind": kind, "arrangement": arrangement, "pupils_called": called},
        **{"transposed": transposed, "maxima": maxima, "headings": headings, "identity": identity},
        **{"unlabelled": unlabelled, "label_style": style},
        "tags": random.choice(("merged", "once", "repeated")),
        "subtotals": answers == "points" and random.random() < 0.12,
        "gap_between_groups": int(random.random() < 0.06),
    }


def _text_file(random: Random, drawn: _Drawn) -> _Drawn:
    return {
        "encoding": random.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252")),
        "delimiter": random.choices((";", ",", "\t"), (5, 2, 2))[0],
        "newline": random.choice(("\r\n", "\n", "\r", "mixed")),
        "decimal_comma": random.random() < 0.7,
        "quoted": random.random() < 0.15,
        "ragged": random.random() < 0.15,
        "sep_line": drawn["kind"] == "csv" and random.random() < 0.05,
    }


def _tables(random: Random, drawn: _Drawn) -> _Drawn:
    letters = drawn["answers"] == "letters"
    own_tables = drawn["arrangement"] in ("blocks_beside", "under", "sheets")
    return {
        "tests": 1 if drawn["arrangement"] == "one" else random.choice((2, 2, 3)),
        "other_classes": own_tables and random.random() < 0.3,
        "klasse": f"{random.randrange(4, 10)}.{random.choice('ABC')}",
        "key_row": random.choice(("Facit", "KEY", "Rigtigt svar", "Svarnøgle")) if letters else "",
        "key_below": letters and random.random() < 0.2,
    }


def _headings_meant(random: Random, drawn: _Drawn) -> _Drawn:
    in_groups = drawn["subtotals"] or drawn["gap_between_groups"]
    called, identity, headings = drawn["pupils_called"], drawn["identity"], drawn["headings"]
    return {
        "label_place": random.choice(("name", "first")),
        "identity_headings": _identity_headings(random, called, identity, headings),
        "words": random.choices(("known", "new"), (6, 1))[0],
        "scattered": drawn["tags"] == "repeated" and not in_groups and random.random() < 0.3,
        "signalord_gaps": random.random() < 0.1,
        "maximum_label": random.choice(_MAXIMUM_LABELS),
        "maximum_form": random.choice(MAXIMUM_STYLES),
    }


def _points_written(random: Random, drawn: _Drawn) -> _Drawn:
    kind = drawn["kind"]
    may_be_text = kind != "csv" and drawn["label_style"] != "dotted_number"
    return {
        "decimals": random.random() < 0.3,
        "numbers_as_text": may_be_text and random.random() < 0.06,
        "formulas": kind in ("xlsx", "xlsx_as_xls") and random.random() < 0.3,
    }


def _around_tasks(random: Random, drawn: _Drawn) -> _Drawn:
    """Columns to the right, and rows above and below the pupils."""
    points = drawn["answers"] == "points"
    grouped = points and "fagomraade" in drawn["headings"] and not drawn["transposed"]
    return {
        "totals": _some(random, _TOTALS, 0.2) if drawn["answers"] != "total" else (),
        "copies": points and random.random() < 0.05,
        "above": _some(random, ("Facit", "Gennemsnit"), 0.08) if points else (),
        "below": _some(random, _STATISTICS, 0.15) if points else (),
        "summary": grouped and random.random() < 0.08,
    }


def _room(random: Random, drawn: _Drawn) -> _Drawn:
    """Titles, margins and empty rows and columns."""
    return {
        "gap_above_statistics": random.choice((0, 0, 1, 2)),
        "titles": random.choice((0, 0, 1, 1, 2, 3)),
        "gap_below_titles": random.choice((0, 1, 1)),
        "margin_rows": random.choice((0, 0, 0, 1, 2)),
        "margin_columns": random.choice((0, 0, 0, 1, 2)),
        "gap_after_identity": random.choice((0, 0, 0, 0, 0, 1)),
        "gap_above_pupils": random.choice((0, 0, 0, 0, 1)),
        "gap_among_pupils": int(random.random() < 0.06),
        "gap_between_tests": random.choice((0, 0, 1)),
        "empty_lines": random.choice((0, 0, 3, 8)) if "nr" in drawn["identity"] else 0,
    }


def _sheets(random: Random, drawn: _Drawn) -> _Drawn:
    """Sheets beside, and what stands around the tables of one."""
    several = drawn["kind"] != "csv"
    known_pupils = several and drawn["pupils_called"] in ("full", "login")
    alone = drawn["arrangement"] in ("one", "sheets") and not drawn["transposed"]
    return {
        "hidden_sheet": several and random.random() < 0.15,
        "notes_sheet": several and random.random() < 0.15,
        "class_sheet": known_pupils and random.random() < 0.06,
        "legend": alone and random.random() < 0.07,
        "footers": random.choice((0, 0, 0, 1, 2)),
    }


def _some(random: Random, names: Sequence[str], chance: float) -> tuple[str, ...]:
    return tuple(name for name in names if random.random() < chance)


def _maxima(random: Random, answers: str, *, no_margin: bool) -> str:
    if answers == "letters":
        return "nowhere"
    if answers == "total":
        return random.choice(("nowhere", "in_label", "above_pupils"))
    places = ["row", "row", "above_pupils", "below_pupils", "name_row", "in_label", "nowhere", "nowhere"]
    return random.choice([*places, "pair_above", "sentence_above", *([] if no_margin else ["pair_left"])])


def _headings(random: Random, answers: str, arrangement: str, maxima: str) -> tuple[str, ...]:
    """The heading rows from the top."""
    if answers == "total":
        return ("task",)
    rows = ["task", *_some(random, ("fagomraade", "signalord"), 0.6)]
    if maxima == "row":
        rows.append("max")
    harmless = _some(random, HARMLESS, 0.05 if random.random() < 0.8 else 0.5)
    if maxima != "name_row":
        rows += harmless[: 10 - len(rows) - 1]
    random.shuffle(rows)
    if arrangement == "beside" or (arrangement == "one" and random.random() < 0.15):
        rows.insert(0 if random.random() < 0.7 else random.randrange(len(rows) + 1), "test")
    return tuple(rows)


def _unlabelled(random: Random, answers: str, headings: tuple[str, ...]) -> tuple[str, ...]:
    """The rows without a word at their left: harmless ones always say what they are."""
    telling = tuple(h for h in headings if h not in HARMLESS)
    if answers == "total":
        return telling
    share = random.choices((0.0, 0.5, 1.0), (6, 1, 2))[0]
    return _some(random, telling, share)


def _label_style(random: Random, kind: str, unlabelled: tuple[str, ...], maxima: str) -> str:
    """How tasks are numbered; bare numbers without a label at their left could be anything."""
    styles = [s for s in LABEL_STYLES if s != "dotted_number" or kind != "csv"]
    if "task" in unlabelled or maxima in ("in_label", "name_row"):
        styles = [s for s in styles if s != "two_rows"]
    if "task" in unlabelled:
        styles = [s for s in styles if s not in _BARE]
    return random.choice(styles)


def _identity_headings(
    random: Random, called: str, identity: tuple[str, ...], headings: tuple[str, ...]
) -> str:
    """Where "Navn" stands: in the lowest row of headings, in the tasks' row, in a row of its own, nowhere."""
    if headings == ("task",) and random.random() < 0.5:
        return "lowest"
    plain = called != "id" and not {"login", "klasse", "last", "sex"} & set(identity)
    places = ["task", "own", "own"] + (["nowhere"] if plain else [])
    if headings[-1] in ("task", "signalord"):
        places += ["lowest"] * 3
    return random.choice(places)
