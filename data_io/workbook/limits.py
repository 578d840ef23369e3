"""How large and how strange a file may be before Klasseblik refuses it."""

MIB = 2**20

MAX_FILE_BYTES = 20 * MIB
# a zip of workbooks; unpacked it has the same limit as a workbook, and is unpacked a file at a time
MAX_BUNDLE_BYTES = 100 * MIB
MAX_UNPACKED_BYTES = 200 * MIB
MAX_RATIO = 150
RATIO_COUNTS_FROM_BYTES = MIB
MAX_PARTS = 500

MAX_SHEETS = 60
MAX_ROWS = 100_000
MAX_COLUMNS = 500
# calamine keeps a sheet as a full rectangle, so two far corners cost as much as everything between them
MAX_AREA = 5_000_000
MAX_FILLED = 200_000
MAX_FILLED_IN_FILE = 1_000_000
MAX_MERGES = 20_000
MAX_TEXT = 16 * MIB
MAX_REPLY_BYTES = 48 * MIB
MAX_KNOWLEDGE_BYTES = 16 * MIB

CHILD_MEMORY_BYTES = 1536 * MIB
CHILD_TIRED_BYTES = 400 * MIB
SECONDS_PER_FILE = 60
# each may take CHILD_MEMORY_BYTES
MOST_READERS = 8


class RejectedError(Exception):
    """A file is not read; `code` names why, `sheet` and `where` (a row or a column) the place, if known."""

    def __init__(self, code: str, sheet: str = "", where: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.sheet = sheet
        self.where = where
