"""What a person says of one sheet, and what of it holds for the next sheet of the kind."""

from data_io.layouts.guidance import NO_GUIDANCE, Guidance
from data_io.layouts.read_sheet import read_parts
from data_io.layouts.reading import SheetReading
from data_io.layouts.vocabulary import Vocabulary
from data_io.workbook.cells import Sheet
from tests.data_io.mapping_sheets import ANNE, ANNE_NEXT, BOARD, LABELLED
from tests.data_io.result_sheets import Rows


def sheet_of(rows: Rows) -> Sheet:
    return Sheet("Ark1", False, tuple(tuple(row) for row in rows))


def read(sheet: Sheet, guidance: Guidance = NO_GUIDANCE) -> tuple[SheetReading, ...]:
    return read_parts(sheet, "ark.xlsx", Vocabulary(), guidance)


def carried(rows: Rows, guidance: Guidance) -> Guidance:
    sheet = sheet_of(rows)
    return guidance.carried(sheet, read(sheet, guidance), read(sheet))


def turned(rows: Rows) -> Rows:
    return [list(column) for column in zip(*rows, strict=True)]


def test_a_role_is_added_changed_and_taken_back() -> None:
    said = NO_GUIDANCE.with_role((1, 2), (), "signalord").with_role((2,), (), "fagomraade")
    assert said.rows == {1: "signalord", 2: "fagomraade"}

    back = said.with_role((1, 2), (), None)

    assert not back and back == NO_GUIDANCE


def test_a_turned_sheet_keeps_only_what_is_left_out() -> None:
    said = Guidance({0: "signalord", 5: "left-out"}, {0: "pupil", 3: "left-out"})
    assert said.turned(True) == Guidance({5: "left-out"}, {3: "left-out"}, True)


def test_headings_and_the_columns_before_the_tasks_hold_for_the_next_sheet() -> None:
    said = Guidance({1: "signalord", 2: "fagomraade"}, {0: "pupil"})
    assert carried(ANNE, said) == said


def test_what_was_said_of_one_pupil_holds_for_this_sheet_alone() -> None:
    said = Guidance({1: "signalord", 5: "left-out", 6: "pupil"})
    assert carried(ANNE, said) == Guidance({1: "signalord"})


def test_the_first_pupils_that_were_left_out_are_not_left_out_of_the_next_sheet() -> None:
    assert not carried(ANNE, Guidance({4: "left-out", 5: "left-out"}))
    of_unknown = carried(BOARD, Guidance({0: "task", 1: "left-out"}))
    assert of_unknown == Guidance({0: "task"})


def test_a_heading_row_that_was_taken_for_a_pupil_holds_and_is_no_single_pupil() -> None:
    said = Guidance({3: "left-out"})
    assert carried(LABELLED, said) == said


def test_a_column_behind_the_tasks_is_found_again_by_its_heading_where_it_has_moved() -> None:
    kept = carried(ANNE, Guidance({1: "signalord", 2: "fagomraade"}, {5: "left-out"}))
    assert (kept.columns, kept.headed) == ({}, {"bordnr": "left-out"})

    following = sheet_of(ANNE_NEXT)

    fitted = kept.fitted(following, read(following))
    assert fitted == Guidance({1: "signalord", 2: "fagomraade"}, {7: "left-out"})


def test_a_task_that_was_left_out_is_not_left_out_of_the_next_test() -> None:
    by_number = carried(ANNE, Guidance(columns={2: "left-out"}))
    words_lowest = [ANNE[0], ANNE[3], ANNE[2], ANNE[1], *ANNE[4:]]
    by_words = carried(words_lowest, Guidance({3: "signalord", 2: "fagomraade"}, {2: "left-out"}))
    assert not by_number
    assert by_words == Guidance({3: "signalord", 2: "fagomraade"})


def test_words_that_stand_over_other_columns_too_tell_no_column() -> None:
    rows = [[*line, line[-1]] for line in ANNE]
    assert not carried(rows, Guidance(columns={5: "left-out"}))
    assert carried(rows, Guidance(columns={5: "left-out", 6: "left-out"})).headed == {"bordnr": "left-out"}


def test_where_pupils_stand_across_rows_and_columns_change_places() -> None:
    rows = [*turned(LABELLED), [None, None, "Bordnr", None, 4, 4, 5]]
    said = Guidance({0: "pupil", 5: "left-out"}, {0: "signalord", 1: "fagomraade", 5: "left-out"}, True)

    kept = carried(rows, said)

    assert kept == Guidance({0: "pupil"}, {0: "signalord", 1: "fagomraade"}, True, {"bordnr": "left-out"})


def test_a_layout_without_headings_to_look_for_is_the_same_in_every_sheet() -> None:
    said = Guidance({1: "signalord"})
    following = sheet_of(ANNE_NEXT)
    assert said.fitted(following, read(following)) is said
