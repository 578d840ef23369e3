"""Maxima that stand in the tasks' own headings: "1.1 (3)", "Opg. 3 /4,00"."""

import re
from functools import lru_cache

from data_io.layouts.words import MOST_REMEMBERED

_EMBEDDED_MAX = re.compile(
    r"^(?P<label>.*?\S)\s*(?:\(|/)\s*(?:maks|max)?\.?:?\s*(?P<max>\d+(?:[.,]\d+)?)\s*(?:p|point)?\.?\s*\)?$",
    re.IGNORECASE,
)


def embedded_maxima(labels: dict[int, str]) -> dict[int, tuple[str, float]] | None:
    """Labels that carry their maximum ("1.1 (3)", "Opg. 3 /4,00") taken apart; None where most do not."""
    taken = {c: one_embedded_maximum(label) for c, label in labels.items()}
    carried = {c: (label, maximum) for c, (label, maximum) in taken.items() if maximum is not None}
    return carried if labels and len(carried) >= 0.8 * len(labels) else None


@lru_cache(MOST_REMEMBERED)
def one_embedded_maximum(text: str) -> tuple[str, float | None]:
    """A label and the maximum it carries, if it carries one."""
    found = _EMBEDDED_MAX.match(text) if "(" in text or "/" in text else None
    return (found["label"].strip(), float(found["max"].replace(",", "."))) if found else (text, None)
