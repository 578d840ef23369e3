"""Results kept as columns say what they said one by one, and columns that do not fit are no reading."""

from math import isnan

import msgspec
import pytest

from data_io.layouts.reading import FileReading, SheetReading
from data_io.layouts.reading_wire import NotAReadingError, decode_reading, encode_reading
from data_io.layouts.results import Result, Results

ONE_BY_ONE = (
    Result(0, 0, 2.0, None, 4, 1),
    Result(0, 1, None, "empty", 4, 3),
    Result(1, 0, 0.0, None, 6, 1),
    Result(1, 1, None, "syg", 6, 3),
)


def test_results_come_out_of_their_columns_as_they_went_in() -> None:
    columns = Results.of(ONE_BY_ONE)
    assert tuple(columns) == ONE_BY_ONE
    assert columns == ONE_BY_ONE
    assert columns[1] == ONE_BY_ONE[1]
    assert columns[2:] == ONE_BY_ONE[2:]
    assert len(columns) == 4


def test_a_result_that_is_missing_is_counted_as_no_value() -> None:
    columns = Results.of(ONE_BY_ONE)
    assert columns.count_values() == 2
    assert [isnan(value) for value in columns.values] == [False, True, False, True]


def test_a_grid_is_every_pupil_in_every_column() -> None:
    values, missing = [2.0, None, 0.0, None], [None, "empty", None, "syg"]
    assert Results.grid([4, 6], [1, 3], values, missing) == ONE_BY_ONE


def test_results_move_to_where_the_sheet_has_them() -> None:
    moved = Results.of(ONE_BY_ONE).at(lambda row, column: (column + 10, row))
    assert [(r.row, r.sheet_column) for r in moved] == [(11, 4), (13, 4), (11, 6), (13, 6)]


def test_no_results_are_columns_too() -> None:
    assert Results.of(()) == ()
    assert Results.grid([], [], [], []) == ()


def sent() -> list[list[object]]:
    sheet = SheetReading(sheet="7.A", kind="test", results=Results.of(ONE_BY_ONE))
    message = msgspec.msgpack.decode(encode_reading(FileReading("a.xlsx", "f00", (sheet,))))
    assert isinstance(message, list)
    return message


def test_columns_of_different_lengths_are_no_reading() -> None:
    bare, [columns] = sent()
    shorter = [columns[0][:-4], *columns[1:]]  # type: ignore[index] # as any child might send them
    with pytest.raises(NotAReadingError):
        decode_reading(msgspec.msgpack.encode([bare, [shorter]]))


def test_a_reason_that_is_not_told_is_no_reading() -> None:
    bare, [columns] = sent()
    unknown = [*columns[:4], [], *columns[5:]]  # type: ignore[index] # as above
    with pytest.raises(NotAReadingError):
        decode_reading(msgspec.msgpack.encode([bare, [unknown]]))


def test_a_sheet_without_its_results_is_no_reading() -> None:
    bare, _columns = sent()
    with pytest.raises(NotAReadingError):
        decode_reading(msgspec.msgpack.encode([bare, []]))
