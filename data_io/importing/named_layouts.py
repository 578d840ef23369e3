"""Layouts the school has named: what a person said of their rows and columns, for every sheet built so."""

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from gettext import gettext as _

from data_io.errors import KlasseblikError
from data_io.layouts.guidance import Guidance
from data_io.layouts.words import clean
from data_io.store.store import Store


@dataclass(frozen=True)
class NamedLayout:
    """A layout under the school's own name for it; `layout` is the fingerprint of the sheets it is for."""

    layout: str
    name: str
    guidance: Guidance
    saved_at: datetime.datetime
    saved_by: str


def save_layout(
    store: Store, school_id: str, layout: str, name: str, guidance: Guidance, person: str
) -> None:
    """Keeps what was said of a layout under a name; said again, it replaces what was kept.

    Raises:
        KlasseblikError: there is no name, or the sheet has no layout to know it by.
    """
    if not clean(name):
        raise KlasseblikError("no_name", _("Skriv, hvad layouten skal hedde."))
    if not layout:
        text = _("Arket kan ikke kendes igen på sin layout, så den kan ikke gemmes.")
        raise KlasseblikError("no_layout", text)
    with store.write() as transaction:
        transaction.run(
            "named_layout",
            school_id=school_id,
            layout=layout,
            name=clean(name),
            guidance=_as_json(guidance),
            saved_at=datetime.datetime.now(datetime.UTC).replace(tzinfo=None),
            saved_by=person,
        )


def delete_layout(store: Store, school_id: str, layout: str) -> None:
    """Forgets a named layout; its sheets are read by their shape again."""
    with store.write() as transaction:
        transaction.run("forget_layout", school_id=school_id, layout=layout)


def layouts_of(store: Store, school_id: str) -> list[NamedLayout]:
    """The school's named layouts by name."""
    return [
        NamedLayout(row["layout"], row["name"], _from_json(row["guidance"]), row["saved_at"], row["saved_by"])
        for row in store.rows("named_layouts", school_id=school_id)
    ]


def guidance_lookup(store: Store, school_id: str) -> Callable[[str], Guidance | None]:
    """What the reader asks for every sheet: what a person has said of its layout, None where nobody has."""
    known = {named.layout: named.guidance for named in layouts_of(store, school_id)}
    return known.get


def _as_json(guidance: Guidance) -> str:
    said = {
        "rows": dict(guidance.rows),
        "columns": dict(guidance.columns),
        "transposed": guidance.transposed,
        "headed": dict(guidance.headed),
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _from_json(text: str) -> Guidance:
    said = json.loads(text)
    headed = said.get("headed", {})
    return Guidance(_numbered(said["rows"]), _numbered(said["columns"]), said["transposed"], headed)


def _numbered(roles: Mapping[str, str]) -> dict[int, str]:
    """JSON knows no keys but texts."""
    return {int(number): role for number, role in roles.items()}
