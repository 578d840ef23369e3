"""The one door for sheets of absence and trivsel: planned, and committed when nothing more is needed."""

from data_io.importing.absence import plan_absence
from data_io.importing.commit_records import commit_records
from data_io.importing.options import ImportOptions
from data_io.importing.records import RecordPlan
from data_io.importing.remembered import with_remembered
from data_io.importing.staging import Committed
from data_io.importing.trivsel import plan_trivsel
from data_io.layouts.reading import FileReading, SheetReading
from data_io.store.store import Store

RECORDS = frozenset({"absence", "trivsel"})


def plan_records(store: Store, school_id: str, reading: SheetReading, options: ImportOptions) -> RecordPlan:
    """The plan for one sheet of either kind; nothing is written."""
    planned = plan_absence if reading.kind == "absence" else plan_trivsel
    return planned(store, school_id, reading, options)


def import_records(
    store: Store, school_id: str, file: FileReading, reading: SheetReading, options: ImportOptions
) -> tuple[RecordPlan, Committed | None]:
    """The plan of one sheet, and what committing it gave; None where something is still to be asked."""
    with store.writing:
        options = with_remembered(store, school_id, file.sha256, reading, options)
        plan = plan_records(store, school_id, reading, options)
        done = commit_records(store, plan, file.file_name, file.sha256) if plan.ready else None
    return plan, done
