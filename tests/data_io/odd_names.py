"""Names that mean something to a browser, to a spreadsheet or to Markdown, and must stay names."""

from pathlib import Path

import openpyxl

from tests.data_io.result_sheets import xlsx_of

SCRIPT = '<script>document.title="taget"</script>'
LINK = '=HYPERLINK("http://example.invalid","klik")'
NAMES = (
    "Anna Holm",
    SCRIPT,
    LINK,
    "<img src=x onerror=\"document.title='taget'\">",
    "Bo & Søn <b>fed</b> &amp; &lt;",
    "@Bo",
    "-Ida",
    "[klik](http://example.invalid)",
    "**Per** :red[rød] $x^2$ `kode`",
    "Noah Uldum",
)


def odd_sheet(path: Path, title: str = "MAT 7") -> Path:
    """A test of three tasks with those pupils, ordinary ones first and last; what begins with = is text."""
    rows: list[list[object]] = [
        [title],
        ["Fagområde", "Algebra", None, None],
        ["Signalord", "Vis", "Skriv", "Vis"],
        ["Opgave", "1", "2", "3"],
        ["Maks. point", 2, 2, 4],
        *([name, 1, 2, number % 5] for number, name in enumerate(NAMES)),
    ]
    book = openpyxl.load_workbook(xlsx_of(path, rows))
    for row in book.worksheets[0].iter_rows(min_row=6, max_col=1):
        row[0].value, row[0].data_type = NAMES[row[0].row - 6], "s"
    book.save(path)
    return path
