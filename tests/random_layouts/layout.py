"""How a teacher lays a sheet of results out: every choice as a field."""

from dataclasses import dataclass, fields

# Rows of headings that say nothing of what a result means, by their label.
HARMLESS = ("Side", "Sværhedsgrad", "Lærer", "Dato", "Type", "Kapitel", "Hjælpemidler", "Rettet af")

_PLAIN = {
    **dict.fromkeys(("transposed", "signalord_gaps", "numbers_as_text", "subtotals", "copies"), False),
    **dict.fromkeys(("hidden_sheet", "notes_sheet", "class_sheet", "legend", "summary", "formulas"), False),
    **dict.fromkeys(("scattered", "other_classes", "key_below", "sep_line"), False),
    **dict.fromkeys(("gap_after_identity", "gap_above_pupils", "empty_lines", "footers", "titles"), 0),
    **dict.fromkeys(("margin_rows", "margin_columns", "gap_above_statistics", "gap_between_tests"), 0),
    **dict.fromkeys(("gap_between_groups", "gap_among_pupils"), 0),
    **{"arrangement": "one", "answers": "points", "words": "known", "unlabelled": ()},
}
_OF_TEXT_FILES = ("encoding", "delimiter", "newline", "decimal_comma", "quoted", "ragged", "sep_line")


@dataclass(frozen=True)
class Layout:
    """One way to lay out results; each field is a feature the bench counts failures by.

    `headings` are the heading rows from the top. `unlabelled` are those with nothing at their left.
    `scattered` tags do not stand together; `other_classes` says that every table has its own pupils and
    the same test. The gaps count empty rows or columns.
    """

    kind: str
    encoding: str
    delimiter: str
    newline: str
    decimal_comma: bool
    quoted: bool
    ragged: bool
    sep_line: bool
    arrangement: str
    tests: int
    other_classes: bool
    transposed: bool
    klasse: str
    answers: str
    key_row: str
    key_below: bool
    headings: tuple[str, ...]
    unlabelled: tuple[str, ...]
    label_place: str
    identity_headings: str
    tags: str
    words: str
    scattered: bool
    signalord_gaps: bool
    label_style: str
    maxima: str
    maximum_label: str
    maximum_form: str
    pupils_called: str
    identity: tuple[str, ...]
    decimals: bool
    numbers_as_text: bool
    formulas: bool
    totals: tuple[str, ...]
    subtotals: bool
    copies: bool
    above: tuple[str, ...]
    below: tuple[str, ...]
    summary: bool
    gap_above_statistics: int
    titles: int
    gap_below_titles: int
    margin_rows: int
    margin_columns: int
    gap_after_identity: int
    gap_above_pupils: int
    gap_among_pupils: int
    gap_between_groups: int
    gap_between_tests: int
    empty_lines: int
    hidden_sheet: bool
    notes_sheet: bool
    class_sheet: bool
    legend: bool
    footers: int

    def has(self, heading: str) -> bool:
        """True where the sheet has a row of these headings."""
        return heading in self.headings

    @property
    def same_maximum(self) -> bool:
        """True where one number is said for all tasks."""
        return self.maxima in ("pair_above", "sentence_above", "pair_left")

    @property
    def ambiguous(self) -> tuple[str, ...]:
        """Why a person who sees only the sheet would have to ask; empty where nobody would."""
        reasons = []
        tagged = self.has("fagomraade") or self.has("signalord")
        if self.words == "new" and tagged:
            reasons.append("tags in words the school does not know")
        if "test" in self.unlabelled and self.headings[0] != "test":
            reasons.append("a row of test names without a label, below other headings")
        if "max" in self.unlabelled:
            reasons.append("a row of maxima without a label")
        if self.label_style == "restart" and self._tasks_lack_a_label:
            reasons.append("small numbers that may be tasks or maxima, in a row without a label")
        if self.other_classes and self.arrangement in ("under", "blocks_beside"):
            reasons.append("the same tasks over lists of other pupils, whose class need not be printed")
        if self._max_may_be_a_boy:
            reasons.append("a row called Max among pupils called by first names")
        return tuple(reasons)

    @property
    def _tasks_lack_a_label(self) -> bool:
        """True where the row of tasks has nothing at its left, or "Navn" instead of "Opgave"."""
        if "task" in self.unlabelled or (self.identity_headings == "task" and self.maxima != "name_row"):
            return True
        lowest = self.identity_headings == "lowest" and self.maxima != "name_row"
        return lowest and self.headings[-1] == "task"

    @property
    def _max_may_be_a_boy(self) -> bool:
        beside = self.maxima in ("above_pupils", "below_pupils") and self.maximum_label in ("Max", "Maks")
        return self.pupils_called == "first_only" and (beside or "Min+Max" in self.below)

    @property
    def oddities(self) -> int:
        """How much there is to this layout beside pupils, tasks and points: a plain sheet has none."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        plain: int = sum(values[name] != plain for name, plain in _PLAIN.items())
        extras: int = sum(len(values[name]) for name in ("totals", "above", "below"))
        return plain + extras + sum(h in HARMLESS for h in self.headings)

    def features(self) -> dict[str, str]:
        """Every feature with its value, for counting."""
        said: dict[str, object] = {f.name: getattr(self, f.name) for f in fields(self)}
        said["depth"] = len(self.headings)
        said["ambiguous"] = bool(self.ambiguous)
        del said["klasse"]
        if self.kind != "csv":
            for name in _OF_TEXT_FILES:
                del said[name]
        for name in ("totals", "above", "below", "unlabelled"):
            for part in getattr(self, name):
                said[f"{name}: {part}"] = True
        return {name: _written(value) for name, value in said.items()}


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return "+".join(map(str, value)) or "none"
    return repr(value) if isinstance(value, str) and not value.isprintable() else str(value)
