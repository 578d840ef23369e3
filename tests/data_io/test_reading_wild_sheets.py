"""Sheets of the kinds found in the open are read as a teacher reads them or asked about, never misread."""

import re
from pathlib import Path

import pytest

from tests.data_io import wild_lists
from tests.data_io.wild_sheets import MAKERS, Maker, differences, read_wild

_NATIONAL_NUMBER = re.compile(r"\d{6}(?:\d\d)?-\d{4}")


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_wild_sheet_is_read_right_or_asked_about(make: Maker, tmp_path: Path) -> None:
    path, expected = make(tmp_path)

    verdict, tables = read_wild(path)

    if verdict and expected.or_question:
        return
    wrong = differences(expected, tables)
    assert not (wrong and verdict == 0), f"misread in silence: {wrong}. {expected.why}"
    assert not wrong, f"asked, and read otherwise: {wrong}. {expected.why}"
    questions = [p.message for table in tables for p in table.problems if p.severity != "note"]
    assert verdict == 0, f"asked without need: {questions}. {expected.why}"


@pytest.mark.parametrize(
    "make",
    [
        wild_lists.class_list_with_parents,
        wild_lists.class_list_in_old_excel,
        wild_lists.class_list_with_cpr,
        wild_lists.swedish_class_list,
        wild_lists.list_with_contact_teacher,
    ],
    ids=lambda make: make.__name__,
)
def test_only_the_pupils_of_a_class_list_are_kept(make: Maker, tmp_path: Path) -> None:
    _verdict, tables = read_wild(make(tmp_path)[0])

    labels = [pupil.label for table in tables for pupil in table.pupils]
    assert labels
    others = ("Mor ", "Far ", "Juul", "@")
    assert [name for name in labels if any(word in name for word in others)] == []
    assert _NATIONAL_NUMBER.search(str(tables)) is None
