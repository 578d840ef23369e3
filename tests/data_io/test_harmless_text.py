"""What a file says beside its values does nothing: macros, links to other files, names like code."""

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from data_io.importing.directory import read_directory
from data_io.importing.options import KlasseKey
from data_io.layouts.read_sheet import read_file
from data_io.school import the_school
from data_io.store.store import open_store
from tests.data_io.command_line import run
from tests.data_io.odd_names import LINK, NAMES, odd_sheet
from tests.data_io.result_sheets import CLASS, HEADINGS, MAXIMA, xlsx_of
from tests.data_io.workbook_files import MAIN, cell, raw_xlsx, row

SOUND = [*HEADINGS, ["Maks. point", *MAXIMA], *CLASS[:2]]
TOLD = ("--skole", "Skolen", "--klasse", "7.A", "--date", "2026-01-14", "--title", "MAT 7")
MACRO = b"Attribute VB_Name = MAKROENSNAVN"


def kept_in(folder: Path) -> bytes:
    """Every byte of the store and of what else the reading left beside it."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_of_a_workbook_with_macros_the_data_are_read_and_the_macros_are_not_kept(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path / "mat.xlsx", SOUND).rename(tmp_path / "mat.xlsm")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/vbaProject.bin", MACRO)
    (tmp_path / "skole").mkdir()

    said = run("import", path, "--store", tmp_path / "skole" / "skole.duckdb", *TOLD)

    assert (said.code, "18 resultater læst" in said.out) == (0, True)
    assert MACRO in path.read_bytes()
    kept = kept_in(tmp_path / "skole")
    assert b"Anna" in kept  # a name stands in the store as it is, so that a macro's would be found
    assert b"MAKROENSNAVN" not in kept
    assert b"vbaProject" not in kept


def test_a_value_from_another_workbook_is_the_one_that_was_kept_and_the_link_is_not(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(xlsx_of(tmp_path / "kladde.xlsx", SOUND))
    book.save(tmp_path / "mat.xlsx")
    changed = tmp_path / "linket.xlsx"
    with zipfile.ZipFile(tmp_path / "mat.xlsx") as old, zipfile.ZipFile(changed, "w") as new:
        for part in old.namelist():
            body = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                formula = b"<f>'file:///etc/[HEMMELIGT.xlsx]Ark1'!A1</f><v>2</v>"
                assert body.count(b'<c r="B5" t="n"><v>3</v>') == 1
                body = body.replace(b'<c r="B5" t="n"><v>3</v>', b'<c r="B5">' + formula)
            new.writestr(part, body)
        new.writestr("xl/externalLinks/externalLink1.xml", '<externalLink xmlns="x"/>')
        new.writestr(
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            '<Relationships><Relationship Id="r" TargetMode="External" Target="file:///etc/HEMMELIGT"/>'
            "</Relationships>",
        )
    (tmp_path / "skole").mkdir()

    (reading,) = read_file(changed).sheets
    said = run("import", changed, "--store", tmp_path / "skole" / "skole.duckdb", *TOLD)

    assert next(r.value for r in reading.results if r.pupil == 0 and r.column == 0) == 2
    assert said.code == 0
    assert b"HEMMELIGT" not in kept_in(tmp_path / "skole")


def test_names_like_code_are_read_and_kept_as_they_stand(tmp_path: Path) -> None:
    path, store = odd_sheet(tmp_path / "mat.xlsx"), tmp_path / "skole.duckdb"

    checked = run("check", path, "--json")
    imported = run("import", path, "--store", store, *TOLD)

    assert [pupil.label for pupil in read_file(path).sheets[0].pupils] == list(NAMES)
    assert (checked.code, imported.code) == (0, 0)
    assert checked.objects[0]["sheets"][0]["pupils"] == len(NAMES)
    opened = open_store(store)
    klasse = KlasseKey("7.A", "2025/26")
    directory = read_directory(opened, the_school(opened) or "", [klasse])
    opened.close()
    assert sorted(pupil.name for pupil in directory.pupils[klasse]) == sorted(NAMES)


def test_a_formula_in_place_of_a_name_is_never_worked_out(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path / "mat.xlsx", [*SOUND, [LINK, *[1] * 9]])

    checked = run("check", path, "--json")

    problems = checked.objects[0]["sheets"][0]["problems"]
    assert checked.code == 1
    assert [problem["cell"] for problem in problems if problem["severity"] != "note"] == ["A7"]
    assert "klik" not in json.dumps(checked.objects)


@pytest.mark.parametrize("name", ["=1+1", LINK])
def test_a_csv_with_a_formula_for_a_name_keeps_it_as_text(tmp_path: Path, name: str) -> None:
    quoted = name.replace('"', '""')
    (tmp_path / "mat.csv").write_text(
        f'Opgave;1;2\nAnna Holm;1;2\n"{quoted}";2;1\nBo Ørn;0;2\n', encoding="utf-8"
    )

    (reading,) = read_file(tmp_path / "mat.csv").sheets

    assert [pupil.label for pupil in reading.pupils] == ["Anna Holm", name, "Bo Ørn"]


def test_a_csv_without_a_delimiter_is_one_column(tmp_path: Path) -> None:
    (tmp_path / "mat.csv").write_text("Elev\nAnna Holm\nBo Ørn\n", encoding="utf-8")

    (reading,) = read_file(tmp_path / "mat.csv").sheets

    assert reading.kind in ("unknown", "classlist")
    assert not reading.tasks


def test_a_sheet_that_names_a_web_query_asks_no_other_machine(tmp_path: Path) -> None:
    query = '<connection><webPr url="http://127.0.0.1:9/"/></connection>'
    path = raw_xlsx(
        tmp_path / "mat.xlsx",
        row(1, '<c r="A1" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>svar</v></c>', cell("B1", 2)),
        parts={"connections": f'<connections xmlns="{MAIN}">{query}</connections>'},
    )

    assert [sheet.kind for sheet in read_file(path).sheets] == ["unknown"]
