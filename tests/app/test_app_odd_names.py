"""Names that mean something to a browser or to Markdown are handed to the screens as letters."""

import datetime

from data_io.importing.options import ImportOptions
from data_io.importing.run import import_files
from tests.app.school import School
from tests.app.screen import CHOICE, SIGNALORD, names, open_screen
from tests.data_io.odd_names import NAMES, odd_sheet


def test_names_like_code_stand_in_the_grid_as_they_are_written(school: School) -> None:
    told = ImportOptions(klasse="7.A", date=datetime.date(2026, 1, 14), title="MAT 7", person="Mette Lund")
    path = odd_sheet(school.folder / "mat.xlsx")
    (outcome,) = import_files(school.store, school.school_id, [path], lambda _file, _sheet: told)
    assert [sheet.done for sheet in outcome.sheets] == [True]

    screen = open_screen(SIGNALORD, **CHOICE)

    shown = [name.removesuffix(" ·") for name in names(screen, "tasks")]
    assert sorted(shown) == sorted([*NAMES, "Hele klassen"])
