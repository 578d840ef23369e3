"""Writes the whole school: every workbook, and the manifest of what each must read as."""

import json
import shutil
import sys
from itertools import groupby
from pathlib import Path

from sample_data.school_files import write
from sample_data.school_plan import Planned, plan

HERE = Path(__file__).resolve().parent


def make(target: Path) -> int:
    """Write `workbooks/` and `manifest.json` into a folder, in place of older ones; the number of files."""
    sheets = plan()
    shutil.rmtree(target / "workbooks", ignore_errors=True)
    by_file = groupby(sorted(sheets, key=lambda sheet: sheet.file), key=lambda sheet: sheet.file)
    files = {file: [sheet.grid for sheet in group] for file, group in by_file}
    for file, grids in files.items():
        write(target / file, grids)
    text = json.dumps(_manifest(sheets), ensure_ascii=False, indent=1)
    (target / "manifest.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    return len(files)


def _manifest(sheets: list[Planned]) -> dict[str, object]:
    results = [sheet for sheet in sheets if sheet.expect is not None]
    first_of: dict[str, int] = {}
    with_maximum: set[str] = set()
    imports = []
    for index, sheet in enumerate(results):
        answers, same = dict(sheet.answers), None
        if sheet.test:
            key, prints = sheet.test.key, bool(sheet.expect and sheet.expect.max_source == "sheet")
            if first_of.setdefault(key, index) != index:
                same, answers["same_test"] = first_of[key], True
                if prints and key not in with_maximum:
                    answers["codes_differ"] = "recode"  # the test had no maxima until this sheet
            with_maximum |= {key} if prints else set()
        imports.append(_entry(sheet, answers, same))
    beside = [{"file": sheet.file, "sheet": sheet.grid.name} for sheet in sheets if sheet.expect is None]
    return {"school": "Fjordskolen", "imports": imports, "not_results": beside}


def _entry(sheet: Planned, answers: dict[str, object], same_test_as: int | None) -> dict[str, object]:
    expect = sheet.expect.as_dict() if sheet.expect else {}
    entry: dict[str, object] = {
        "file": sheet.file,
        "sheet": sheet.grid.name,
        "kind": expect["kind"],
        "options": sheet.options,
        "answers": answers,
        "expect": expect,
    }
    if sheet.test:
        entry["task_labels"] = [task.label for task in sheet.test.tasks]
        entry["same_test_as"] = same_test_as
    if sheet.skoleaar_by_klasse:
        entry["skoleaar_by_klasse"] = sheet.skoleaar_by_klasse
    return entry


if __name__ == "__main__":
    count = make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
    print(f"Fjordskolen: {count} files")
