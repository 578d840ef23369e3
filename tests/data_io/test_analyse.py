"""`analyse` gives the figures of one test by its contract, from bare matrices and from teachers' sheets."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.data_io.command_line import Said, one_sentence, run
from tests.data_io.result_sheets import ULLERUP, ULLERUP_MERGES, add_sheet, xlsx_of

TINY = """"pupil","X1","X2","X3","X4","X5","score","caution_sato","mci","guttman"
1,1,1,1,1,0,4,0,0,0
2,1,1,1,0,0,3,0.3125,0.1667,1
3,1,1,0,1,0,3,0,0,0
4,0,1,0,1,1,3,1.25,0.6667,4
5,1,0,0,0,0,1,0,0,0
6,1,1,1,1,0,4,0,0,0
"""


def analysed(said: Said) -> dict[str, Any]:
    """The one object on stdout, of a run that ended well."""
    assert said.code == 0, said.err
    (found,) = said.objects
    assert "NaN" not in said.out
    return found


def of_text(folder: Path, text: str) -> dict[str, Any]:
    path = folder / "prøve.csv"
    path.write_text(text, encoding="utf-8")
    return analysed(run("analyse", path, "--json"))


def tasks(found: dict[str, Any]) -> list[str]:
    return [task["task"] for task in found["tasks"]]


# ---- bare matrices ----


def test_the_published_example_has_its_figures_and_its_own_are_no_tasks(tmp_path: Path) -> None:
    path = tmp_path / "tiny.csv"
    path.write_text(TINY, encoding="utf-8")

    said = run("analyse", path, "--json")
    found = analysed(said)

    assert one_sentence(said) == "Ikke regnet som opgaver: score, caution_sato, mci, guttman."
    assert set(found) == {"tasks", "pupils", "alpha"}
    assert set(found["tasks"][0]) == {"task", "n", "max_points", "share", "rest_correlation"}
    assert [(t["task"], t["n"], t["max_points"]) for t in found["tasks"]] == [
        (name, 6, 1) for name in ("X1", "X2", "X3", "X4", "X5")
    ]
    assert found["pupils"][1] == {
        "pupil": "2",
        "points": 3,
        "sato_c": pytest.approx(0.3125),
        "mci": pytest.approx(1 / 6),
    }
    assert [round(p["sato_c"], 4) for p in found["pupils"]] == [0, 0.3125, 0, 1.25, 0, 0]


def test_likert_items_without_a_column_of_pupils_are_numbered_by_row(tmp_path: Path) -> None:
    found = of_text(tmp_path, "a1,a2,a3\n1,5,3\n2,4,NA\n5,5,3\n1,2,2\n")

    assert tasks(found) == ["a1", "a2", "a3"]
    assert [p["pupil"] for p in found["pupils"]] == ["1", "2", "3", "4"]
    assert [t["n"] for t in found["tasks"]] == [4, 4, 3]
    assert found["tasks"][1] == {
        "task": "a2",
        "n": 4,
        "max_points": 5,
        "share": pytest.approx(0.8),
        "rest_correlation": pytest.approx(0.6546536707),
    }
    assert found["pupils"][1] == {"pupil": "2", "points": 6, "sato_c": None, "mci": None}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("id,1,2\n7,1,0\n9,0,1\n8,1,1\n", ["7", "9", "8"]),
        ('"","a","b"\n"1",1,0\n"2",0,1\n', ["1", "2"]),
        ("X,a,b\n1,1,0\n2,0,1\n3,1,1\n4,1,0\n5,0,0\n6,1,1\n", ["1", "2", "3", "4", "5", "6"]),
        ("who;a;b\np1;1;0\np2;0;1\n", ["p1", "p2"]),
        ("Person ID\ta\tb\n1\t1\t0\n5\t0\t1\n", ["1", "5"]),
        ("pupil,a,b\nÅse,TRUE,FALSE\nBo,FALSE,TRUE\n", ["Åse", "Bo"]),
    ],
    ids=["id", "row names", "counted", "texts", "person id", "logical"],
)
def test_the_column_that_says_who_a_pupil_is_is_no_task(tmp_path: Path, text: str, names: list[str]) -> None:
    found = of_text(tmp_path, text)

    assert [p["pupil"] for p in found["pupils"]] == names
    assert len(found["tasks"]) == 2


def test_what_is_said_of_pupils_and_a_total_at_the_end_are_no_tasks(tmp_path: Path) -> None:
    found = of_text(
        tmp_path, "pupil,gender,klasse,q1,q2,q3,all\na,F,7.A,1,0,2,3\nb,M,7.A,0,1,2,3\nc,F,7.A,1,1,2,4\n"
    )

    assert tasks(found) == ["q1", "q2", "q3"]


def test_decimals_are_read_with_a_point_and_with_a_comma(tmp_path: Path) -> None:
    assert of_text(tmp_path, "id,a,b\n1,0.125,1\n2,1,0\n")["tasks"][0]["share"] == pytest.approx(0.5625)
    assert of_text(tmp_path, "id;a;b\n1;0,5;1\n2;1;0\n")["tasks"][0]["share"] == pytest.approx(0.75)


def test_maxima_in_the_headings_are_used(tmp_path: Path) -> None:
    found = of_text(tmp_path, "Navn;1.1 (2);1.2 (3)\nIda;1;3\nBo;0;0\n")

    assert [(t["task"], t["max_points"], t["share"]) for t in found["tasks"]] == [
        ("1.1", 2, 0.25),
        ("1.2", 3, 0.5),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "pupil,a\nx,1\ny,0\n",
        "pupil,a,b\nx,1,0\n",
        "pupil,a,b\nx,1,1\ny,1,1\n",
        "pupil,a,b\nx,0,0\ny,0,0\n",
        "pupil,a,b\nx,NA,NA\ny,,\n",
    ],
    ids=["one task", "one pupil", "all right", "all wrong", "all absent"],
)
def test_too_little_gives_null(tmp_path: Path, text: str) -> None:
    found = of_text(tmp_path, text)

    assert found["alpha"] is None
    assert {t["rest_correlation"] for t in found["tasks"]} == {None}


def test_a_task_nobody_solved_has_null_for_its_share(tmp_path: Path) -> None:
    found = of_text(tmp_path, "pupil,a,b\nx,1,0\ny,0,0\n")

    assert found["tasks"][1] == {
        "task": "b",
        "n": 2,
        "max_points": 0,
        "share": None,
        "rest_correlation": None,
    }


# ---- teachers' sheets ----


def test_a_teachers_workbook_is_read_as_import_reads_it(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path / "7A mat.xlsx", ULLERUP, ULLERUP_MERGES)

    said = run("analyse", path, "--json")
    found = analysed(said)

    assert tasks(found) == ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4"]
    assert [t["max_points"] for t in found["tasks"]] == [3, 2, 2, 3, 2, 2, 3, 2, 2]
    assert [p["points"] for p in found["pupils"]][:2] == [11, 12]
    assert "Var eleven fraværende?" in said.err


def test_printed_maxima_marks_of_absence_and_totals_are_understood(tmp_path: Path) -> None:
    found = of_text(tmp_path, "Navn;1.1;1.2;I alt\nMaks;2;3;5\nIda;1;3;4\nBo;2;0;2\nEva;syg;;\nUlf;0;1;1\n")

    assert [(t["task"], t["n"], t["max_points"], t["share"]) for t in found["tasks"]] == [
        ("1.1", 3, 2, 0.5),
        ("1.2", 3, 3, pytest.approx(4 / 9)),
    ]
    assert found["pupils"][2] == {"pupil": "Eva", "points": None, "sato_c": None, "mci": None}


def test_one_of_several_tests_is_chosen_by_its_sheet(tmp_path: Path) -> None:
    path = tmp_path / "to.xlsx"
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, points in (("Efterår", 1), ("Forår", 2)):
        add_sheet(book, name, [["Navn", "1", "2"], ["Ida", points, 0], ["Bo", 0, points]])
    book.save(path)

    several = run("analyse", path, "--json")
    assert several.code == 2
    assert one_sentence(several).startswith("»to.xlsx« har flere prøver (Efterår, Forår).")

    chosen = analysed(run("analyse", path, "--json", "--sheet", "Forår"))
    assert [p["points"] for p in chosen["pupils"]] == [2, 2]


# ---- refusals, and the table for people ----


@pytest.mark.parametrize("content", ["hej\n", "pupil,a,b\n", "", "1,0,1\n0,1,1\n"])
def test_what_is_no_test_is_refused_in_one_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "brev.csv"
    path.write_text(content, encoding="utf-8")

    said = run("analyse", path, "--json")

    assert (said.code, said.out) == (2, "")
    assert "brev.csv" in one_sentence(said)


def test_a_file_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    said = run("analyse", tmp_path / "væk.csv")

    assert said.code == 2
    assert "findes ikke" in one_sentence(said)


def test_without_json_the_table_is_for_people(tmp_path: Path) -> None:
    path = tmp_path / "tiny.csv"
    path.write_text(TINY, encoding="utf-8")

    said = run("analyse", path)

    assert said.code == 0
    assert said.out.startswith("tiny.csv: 6 elever, 5 opgaver, sikkerhed (Cronbachs alfa) 0,14.")
    assert "for lidt at bygge på" in said.out
    with pytest.raises(json.JSONDecodeError):
        json.loads(said.out)
