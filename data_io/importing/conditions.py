"""The rows an import writes of the conditions its pupils took a test on."""

from typing import Any

from data_io.importing.plan import ImportPlan

CONDITION_COLUMNS = ("import_id", "slice_no", "pupil_id", "condition")


def condition_rows(plan: ImportPlan, pupil_ids: tuple[str, ...], import_id: str) -> list[dict[str, Any]]:
    """One row a pupil, condition and slice; `pupil_ids` stand as the plan's matches do."""
    if plan.reading.kind != "test":
        return []
    return [
        {"import_id": import_id, "slice_no": number, "pupil_id": pupil_ids[row], "condition": condition}
        for number, target in enumerate(plan.targets)
        for row, match in enumerate(plan.matches)
        if target.pupils is None or row in target.pupils
        for condition in dict.fromkeys(match.pupil.conditions)
    ]
