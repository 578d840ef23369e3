"""How tasks are numbered, and how a heading can carry its task's maximum."""

from collections.abc import Sequence

# 1.1 as a number and as a text are two sheets that mean the same.
LABEL_STYLES = tuple("dotted dotted_number plain plain_text opg opgave letter restart paren two_rows".split())
MAXIMUM_STYLES = (
    "{label} /{money}",
    "{label} (max {max})",
    "{label} ({max} p)",
    "{label}\n(maks. {max} point)",
)


def task_labels(style: str, groups: Sequence[int]) -> list[str | None]:
    """The label of every task, for groups of neighbouring tasks."""
    labels: list[str | None] = []
    for number, size in enumerate(groups, start=1):
        for place in range(1, size + 1):
            labels.append(_label(style, number, place, len(labels) + 1))
    return labels


def _label(style: str, group: int, place: int, running: int) -> str:
    said = {
        "dotted": f"{group}.{place}",
        "dotted_number": f"{group}.{place}",
        "opg": f"Opg. {running}",
        "opgave": f"Opgave {running}",
        "letter": f"{group}{'abcdefgh'[place - 1]}",
        "two_rows": f"{group}{'abcdefgh'[place - 1]}",
        "restart": str(place),
        "paren": f"{running})",
    }
    return said.get(style, str(running))


def as_cell(style: str, label: str | None) -> str | float | None:
    """The label as its cell holds it: a number where a program makes one of it."""
    if label is None:
        return None
    if style == "dotted_number":
        return float(label)
    if style == "two_rows":
        return float(label[:-1])
    return float(label) if style in ("plain", "restart") else label


def with_maximum(form: str, label: str, maximum: float) -> str:
    """A heading that says the task and what it gives."""
    shown = {"max": f"{maximum:g}", "money": f"{maximum:.2f}"}
    return form.format(label=label, **{name: text.replace(".", ",") for name, text in shown.items()})
