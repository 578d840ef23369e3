"""The limits that docs/udvikling.md names are those of the code."""

from pathlib import Path

from data_io.workbook import limits

PAGE = Path(__file__).resolve().parents[2] / "docs" / "udvikling.md"
EVERYWHERE, NOT_TEXT, ZIP = 3, 2, 1


def megabytes(size: int) -> str:
    return f"{size // limits.MIB:,} MB"


# what the table says, and of how many of its three columns of files
FIGURES = {
    "size of the file": (megabytes(limits.MAX_FILE_BYTES), EVERYWHERE),
    "all parts unpacked, counted while unpacking": (megabytes(limits.MAX_UNPACKED_BYTES), ZIP),
    f"a part of over {megabytes(limits.RATIO_COUNTS_FROM_BYTES)}, unpacked to packed": (
        f"{limits.MAX_RATIO}:1",
        ZIP,
    ),
    "parts in the zip": (f"{limits.MAX_PARTS:,}", ZIP),
    "sheets": (f"{limits.MAX_SHEETS:,}", NOT_TEXT),
    "last row with a value": (f"{limits.MAX_ROWS:,}", EVERYWHERE),
    "last column with a value": (f"{limits.MAX_COLUMNS:,}", EVERYWHERE),
    "rows × columns down to that cell": (f"{limits.MAX_AREA:,}", EVERYWHERE),
    "filled cells in a sheet": (f"{limits.MAX_FILLED:,}", EVERYWHERE),
    "filled cells in the file": (f"{limits.MAX_FILLED_IN_FILE:,}", NOT_TEXT),
    "merged ranges in a sheet": (f"{limits.MAX_MERGES:,}", NOT_TEXT),
    "text in a sheet": (megabytes(limits.MAX_TEXT), EVERYWHERE),
    "the child's answer": (megabytes(limits.MAX_REPLY_BYTES), EVERYWHERE),
    "time in the child": (f"{limits.SECONDS_PER_FILE} s", EVERYWHERE),
    "memory of the child, on Linux": (megabytes(limits.CHILD_MEMORY_BYTES), EVERYWHERE),
}


def test_the_table_of_limits_says_what_the_code_keeps_to() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("## Limits on files")[2].partition("\n## ")[0]
    lines = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    said = {name: [figure.partition(" (")[0] for figure in figures] for name, *figures in lines[1:]}

    assert said == {
        name: [figure] * columns + ["–"] * (EVERYWHERE - columns)
        for name, (figure, columns) in FIGURES.items()
    }
