"""Why a file is not read, said to the person who chose it."""

from gettext import gettext as _

from data_io.errors import Refused
from data_io.workbook.limits import (
    MAX_COLUMNS,
    MAX_FILE_BYTES,
    MAX_FILLED,
    MAX_FILLED_IN_FILE,
    MAX_ROWS,
    MAX_SHEETS,
    MAX_UNPACKED_BYTES,
    MIB,
    SECONDS_PER_FILE,
)


def refusal(code: str, name: str, sheet: str = "", where: str = "") -> Refused:
    """The refusal of a file: its message names the file and what is known of the place."""
    messages = _of_the_path() | _of_the_file() | _of_the_archive() | _of_the_size()
    file = _("»{name}«").format(name=name)
    if sheet:
        file = _("»{name}« (ark »{sheet}«)").format(name=name, sheet=sheet)
    return Refused(_PUBLIC.get(code, code), messages[code].format(file=file, where=where, **_LIMITS))


# a person needs to hear which limit it was; a program only that the file is too large, or unreadable
_PUBLIC = {
    "too_many_cells": "too_large",
    "too_many_cells_in_file": "too_large",
    "too_far_apart": "too_large",
    "too_slow": "unreadable",
}

_LIMITS = {
    "columns": MAX_COLUMNS,
    "filled": f"{MAX_FILLED:,}".replace(",", "."),
    "filled_in_file": f"{MAX_FILLED_IN_FILE:,}".replace(",", "."),
    "megabytes": MAX_FILE_BYTES // MIB,
    "rows": f"{MAX_ROWS:,}".replace(",", "."),
    "seconds": SECONDS_PER_FILE,
    "sheets": MAX_SHEETS,
    "unpacked": MAX_UNPACKED_BYTES // MIB,
}


def _of_the_path() -> dict[str, str]:
    return {
        "missing_file": _("Filen {file} findes ikke: se efter, om navnet og mappen er rigtige."),
        "folder": _("{file} er en mappe og ikke en fil: vælg en af filerne i den."),
        "no_permission": _(
            "Filen {file} må ikke læses: giv dig selv læseadgang til den, eller vælg en kopi."
        ),
        "unreadable_path": _(
            "Filen {file} kan ikke hentes: kopiér den til din egen maskine, og vælg kopien."
        ),
        "reader_not_started": _(
            "Filen {file} er ikke læst, fordi Klasseblik ikke kan starte sin læser: "
            "bed den, der passer Klasseblik, om at installere det igen."
        ),
    }


def _of_the_file() -> dict[str, str]:
    return {
        "not_a_workbook": _(
            "Filen {file} er ikke et regneark, Klasseblik kan læse: "
            "åbn den i Excel, gem den som .xlsx, .ods eller .csv, og indlæs den."
        ),
        "password": _(
            "Filen {file} er beskyttet med adgangskode: "
            "gem filen uden adgangskode i Excel, og indlæs den igen."
        ),
        "empty": _("Filen {file} er tom: se efter, om det er den rigtige fil, og om den er gemt."),
        "unreadable": _(
            "Filen {file} kan ikke læses: "
            "åbn den i Excel, gem den som en ny .xlsx-fil, og indlæs den nye fil."
        ),
        "too_slow": _(
            "Filen {file} er ikke læst færdig på {seconds} sekunder: "
            "gem det ark, der skal bruges, i en fil for sig, og indlæs den."
        ),
    }


def _of_the_archive() -> dict[str, str]:
    return {
        "broken_zip": _(
            "Filen {file} er beskadiget eller kun hentet delvist: hent den igen, eller gem den på ny i Excel."
        ),
        "dangerous_zip": _(
            "Filen {file} er pakket på en måde, der kan være skadelig: "
            "gem den på ny i Excel, og indlæs den nye fil."
        ),
        "dangerous_xml": _(
            "Filen {file} indeholder en dokumenttype (DOCTYPE), der kan være skadelig: "
            "gem den på ny i Excel, og indlæs den nye fil."
        ),
        "unpacks_too_large": _(
            "Filen {file} fylder for meget, når den pakkes ud (Klasseblik læser højst {unpacked} MB): "
            "gem det ark, der skal bruges, i en fil for sig, og indlæs den."
        ),
    }


def _of_the_size() -> dict[str, str]:
    return {
        "too_large": _(
            "Filen {file} er større end {megabytes} MB: "
            "gem det ark, der skal bruges, i en fil for sig, og indlæs den."
        ),
        "too_many_cells": _(
            "Filen {file} har for meget i sine celler, højst {filled} i et ark må være udfyldt: "
            "gem det, der skal bruges, i en fil for sig, og indlæs den."
        ),
        "too_many_cells_in_file": _(
            "Filen {file} har over {filled_in_file} udfyldte celler i alt: "
            "gem de ark, der skal bruges, i en fil for sig, og indlæs den."
        ),
        "too_far_apart": _(
            "Filen {file} har værdier helt nede i række {where} og langt mod højre: "
            "slet det, der står langt fra tabellen, og indlæs filen igen."
        ),
        "too_many_sheets": _(
            "Filen {file} har mere end {sheets} ark: "
            "gem de ark, der skal bruges, i en fil for sig, og indlæs den."
        ),
        "too_many_rows": _(
            "Filen {file} har værdier helt nede i række {where}, men kun {rows} rækker læses: "
            "slet det, der står langt fra tabellen, og indlæs filen igen."
        ),
        "too_many_columns": _(
            "Filen {file} har værdier helt ude i kolonne {where}, men kun {columns} kolonner læses: "
            "slet det, der står langt fra tabellen, og indlæs filen igen."
        ),
    }
