"""The reading child's whole work: a file's bytes parsed, and its sheets laid out."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from data_io.layouts.fill_sheet import may_be_coloured
from data_io.layouts.read_sheet import read_all
from data_io.layouts.reading import FileReading
from data_io.layouts.reading_wire import Knowledge, decode_knowledge, encode_reading
from data_io.workbook.cells import Workbook
from data_io.workbook.child import serve
from data_io.workbook.replies import sheets_of
from data_io.workbook.wire import Question, SheetReply


def lay_out(
    known: bytes, question: Question, sheets: Sequence[SheetReply], add_colours: Callable[[], None]
) -> bytes:
    """The reading of a file's sheets, as bytes; colours are looked at only where cells say too little."""

    def read() -> FileReading:
        workbook = Workbook(question["name"], question["sha256"], sheets_of(sheets))
        return read_all(workbook, knowledge.vocabulary, knowledge.guidance.get)

    knowledge = _knowledge(known)
    reading = read()
    if not question["fills"] and may_be_coloured(reading):
        add_colours()
        reading = read()
    return encode_reading(reading)


@lru_cache(maxsize=1)
def _knowledge(known: bytes) -> Knowledge:
    return decode_knowledge(known) if known else Knowledge()


if __name__ == "__main__":
    serve(lay_out)
