"""Sheets that the reader cannot know by their shape alone, and what a teacher would say of them."""

from tests.data_io.result_sheets import Rows, xlsx_of

__all__ = ["ANNE", "ANNE_NEXT", "BOARD", "LABELLED", "PLAIN_NEXT", "PLAIN_TAGS", "xlsx_of"]

# Two rows of words without a label, and a column of numbers that are no points of a task.
ANNE: Rows = [
    ["Matematik 7.A", None, None, None, None, None],
    [None, "Skriv", "Vis", "Skriv", "Vis", None],
    [None, "Tal", "Tal", "Rum", "Rum", None],
    ["Elev", "1", "2", "3", "4", "Bordnr"],
    ["Ida Uldum", 3, 2, 0, 1, 4],
    ["Noah Bach", 2, 1, 1, 2, 4],
    ["Alma Krogh", 1, 2, 1, 0, 5],
    ["Otto Friis", 3, 2, 2, 2, 5],
]
# The same teacher's next test: two tasks more, so that the last column has moved.
ANNE_NEXT: Rows = [
    ["Matematik 7.A", None, None, None, None, None, None, None],
    [None, "Vis", "Vis", "Skriv", "Skriv", "Vis", "Vis", None],
    [None, "Tal", "Tal", "Tal", "Rum", "Rum", "Rum", None],
    ["Elev", "1", "2", "3", "4", "5", "6", "Bordnr"],
    ["Ida Uldum", 2, 2, 0, 1, 1, 1, 4],
    ["Noah Bach", 2, 1, 1, 2, 1, 0, 4],
    ["Alma Krogh", 1, 2, 1, 0, 2, 1, 5],
    ["Otto Friis", 2, 2, 2, 2, 0, 1, 5],
]
# The same two without the last column.
PLAIN_TAGS: Rows = [line[:-1] for line in ANNE]
PLAIN_NEXT: Rows = [line[:-1] for line in ANNE_NEXT]
# Numbers under words that name neither tasks nor fagområder: nothing is understood by itself.
BOARD: Rows = [
    ["Hold", "Hvem", "alfa", "beta"],
    ["rød", "Ida Uldum", 3, 2],
    ["blå", "Noah Bach", 2, 2],
    ["rød", "Alma Krogh", 1, 2],
]
# What a school with labels of its own keeps; every row is known by its label.
LABELLED: Rows = [
    ["Fagligt område", "Tal", "Tal", "Rum", "Rum"],
    ["Signalord", "Vis", "Skriv", "Vis", "Skriv"],
    ["Opgave", "1.1", "1.2", "2.1", "2.2"],
    ["Maks", 3, 3, 2, 2],
    ["Ida Uldum", 3, 2, 0, 1],
    ["Noah Bach", 2, 1, 1, 2],
    ["Alma Krogh", 1, 2, 1, 0],
]
