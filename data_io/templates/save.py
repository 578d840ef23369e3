"""Puts finished templates into a folder, and never over a file that somebody may have filled in."""

import io
import re
from collections.abc import Callable, Mapping
from gettext import gettext as _
from pathlib import Path
from typing import BinaryIO

from data_io.errors import KlasseblikError

Write = Callable[[BinaryIO], None]


def file_name(*parts: str) -> str:
    """A workbook's name that every system takes: "7.A MAT 7, januar.xlsx"."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", " ".join(parts)).strip(". ")
    return f"{name[:120] or 'skabelon'}.xlsx"


def save_all(folder: Path, files: Mapping[str, Write], *, force: bool = False) -> list[Path]:
    """The files' paths once all are written; none is, where one of them is there already.

    Raises:
        KlasseblikError: a file is there and `force` is not given, or the folder cannot be written to.
    """
    taken = [name for name in files if (folder / name).exists()]
    if taken and not force:
        message = _("{file} findes allerede i {folder}. Vælg en anden mappe, eller overskriv med --force.")
        raise KlasseblikError("file_exists", message.format(file=taken[0], folder=folder))
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, write in files.items():
            # whole in memory first, so that a file is there whole or not at all
            body = io.BytesIO()
            write(body)
            (folder / name).write_bytes(body.getvalue())
            written.append(folder / name)
    except OSError as error:
        message = _("Der kan ikke skrives i {folder}. Vælg en anden mappe med --out.").format(folder=folder)
        raise KlasseblikError("folder", message) from error
    return written
