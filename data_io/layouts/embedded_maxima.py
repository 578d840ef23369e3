"""Maxima that stand in the tasks' own headings: "1.1 (3)", "Opg. 3 /4,00"."""

import re

_EMBEDDED_MAX = re.compile(
    r"^(?P<label>.*?\S)\s*(?:\(|/)\s*(?:maks|max)?\.?:?\s*(?P<max>\d+(?:[.,]\d+)?)\s*(?:p|point)?\.?\s*\)?$",
    re.IGNORECASE,
)


def embedded_maxima(labels: dict[int, str]) -> dict[int, tuple[str, float]] | None:
    """Labels that carry their maximum ("1.1 (3)", "Opg. 3 /4,00") taken apart; None where most do not."""
    taken = {c: m for c, label in labels.items() if (m := _EMBEDDED_MAX.match(label))}
    if not labels or len(taken) < 0.8 * len(labels):
        return None
    return {c: (m["label"].strip(), float(m["max"].replace(",", "."))) for c, m in taken.items()}


def one_embedded_maximum(text: str) -> tuple[str, float | None]:
    """A label and the maximum it carries, if it carries one."""
    found = _EMBEDDED_MAX.match(text)
    return (found["label"].strip(), float(found["max"].replace(",", "."))) if found else (text, None)
