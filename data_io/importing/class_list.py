"""A sheet that is a class list, on its way into the school's classes."""

from gettext import gettext as _

from data_io.importing.options import ImportOptions, KlasseKey, klasse_keys, with_options
from data_io.importing.outcome import SheetOutcome
from data_io.layouts.reading import Problem, SheetReading
from data_io.school import ListedPupil, save_class_list
from data_io.store.store import Store


def import_class_list(
    store: Store, school_id: str, sheet: SheetReading, options: ImportOptions
) -> SheetOutcome:
    """Saves the class lists of a sheet; one that was announced as a test is held back."""
    blocking = [p for p in sheet.problems if p.severity == "error"]
    if options.title or options.date:
        text = _("Arket “{sheet}” er en klasseliste: der er navne, men ingen point. Det er ikke en prøve.")
        blocking.append(Problem(None, "error", "not_a_test", text.format(sheet=sheet.sheet)))
    reading = with_options(sheet, options)
    if blocking or reading.context_missing:
        return SheetOutcome(reading, blocking=tuple(blocking), context_missing=reading.context_missing)
    saved = tuple(
        save_class_list(store, school_id, klasse, pupils) for klasse, pupils in class_lists(reading).items()
    )
    return SheetOutcome(reading, class_lists=saved)


def class_lists(reading: SheetReading) -> dict[KlasseKey, list[ListedPupil]]:
    """The pupils of a class list by class; a row without a class belongs to the sheet's only one."""
    keys = klasse_keys(reading)
    only = next(iter(keys.values())) if len(keys) == 1 else None
    lists: dict[KlasseKey, list[ListedPupil]] = {}
    for pupil in reading.pupils:
        key = keys.get(pupil.klasse or "", only)
        if key is not None:
            lists.setdefault(key, []).append(ListedPupil(pupil.label, pupil.unilogin))
    return lists
