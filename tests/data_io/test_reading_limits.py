"""A sheet that is no school's list of pupils is said to be none, and costs no time."""

from pathlib import Path

from data_io.layouts.read_sheet import MOST_LINES, read_file


def test_a_sheet_longer_than_a_school_has_pupils_is_not_understood(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    lines = [f"Elev {i};{i % 3};{i % 4}" for i in range(MOST_LINES + 1)]
    path.write_text("Navn;1.1;1.2\n" + "\n".join(lines), encoding="utf-8")

    (reading,) = read_file(path).sheets

    assert reading.kind == "unknown"
    assert [p.code for p in reading.problems] == ["not_understood"]
    assert "over 3000 linjer" in reading.problems[0].message


def test_a_whole_schools_pupils_are_read(tmp_path: Path) -> None:
    path = tmp_path / "skole.csv"
    lines = [f"Elev {i};{i % 3};{i % 4}" for i in range(900)]
    path.write_text("Opgave;1.1;1.2\n" + "\n".join(lines), encoding="utf-8")

    (reading,) = read_file(path).sheets

    assert (reading.kind, len(reading.pupils), len(reading.tasks)) == ("test", 900, 2)
