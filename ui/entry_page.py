"""The table to type in, with what is wrong, what two have typed, and what became of a sitting."""

import datetime
from collections.abc import Mapping, Sequence
from functools import partial
from gettext import gettext as _
from gettext import ngettext
from typing import Final

import streamlit as st

from data_io.entries.drafts import forget_draft, keep_draft, let_draft_hold
from data_io.entries.model import Cell, EntryTable, Place, What
from data_io.entries.read import read_table
from data_io.entries.save import SavedSitting, save_sitting
from data_io.queries import COPENHAGEN
from ui import go, keys
from ui.entry_grid.component import batch_in, draw_entry_grid
from ui.finding import draw_finding
from ui.formats import as_text
from ui.messages import say_next
from ui.session import Session

_SAVED: Final = "entry-saved"
_MOST: Final = 8  # sentences about cells; the rest are counted


def draw_entry(session: Session, school_id: str, what: What, fields: Sequence[str], caption: str) -> None:
    """The sentence, the table, and below it what needs an answer."""
    table = read_table(session.store, session.scope, school_id, what, fields)
    if not table.pupils:
        st.info(_("Klassen har ingen elever endnu."))
        st.page_link(go.KLASSELISTER, label=_("Skriv en klasseliste"))
        return
    draw_finding(*_said(table))
    _ask_disputed(session, table)
    key = f"entry-{what.klasse_id}-{what.key}"
    draw_entry_grid(table, caption, key=key, on_typed=partial(_take, session, school_id, what, key))
    _tell_wrong(table)
    saved = st.session_state.get(_SAVED)
    if saved and saved[0] == what.key:
        label = _("Se eller fortryd det gemte")
        st.page_link(go.INDLAESNING, label=label, query_params={keys.IMPORT: saved[1]})


def _take(session: Session, school_id: str, what: What, key: str) -> None:
    """Keeps a batch as a draft, and saves the sitting where it says so."""
    batch = batch_in(key)
    if batch is None:
        return
    keep_draft(session.store, session.scope, what, batch.cells)
    if batch.save:
        saved = save_sitting(session.store, session.scope, school_id, what)
        if saved.import_id:
            st.session_state[_SAVED] = what.key, saved.import_id
        say_next(_outcome(saved))


def _outcome(saved: SavedSitting) -> str:
    n = saved.changed
    texts = [ngettext("{n} felt er gemt.", "{n} felter er gemt.", n).format(n=n)]
    if not n:
        texts = [_("Der er ikke noget nyt at gemme.")]
    if saved.wrong:
        text = ngettext("{n} felt skal rettes først.", "{n} felter skal rettes først.", saved.wrong)
        texts.append(text.format(n=saved.wrong))
    if saved.disputed:
        text = ngettext("{n} felt skal afgøres.", "{n} felter skal afgøres.", saved.disputed)
        texts.append(text.format(n=saved.disputed))
    return " ".join(texts)


def _said(table: EntryTable) -> tuple[str, str]:
    """How much is filled in, and what is not saved."""
    filled = sum(cell.said != "" for cell in table.cells.values())
    text = _("{filled} af {all} felter er udfyldt.").format(filled=filled, all=len(table.cells))
    drafts = sum(cell.changed for cell in table.cells.values())
    if not drafts:
        return text, _("Alt er gemt.")
    below = ngettext(
        "{n} felt er kladde: kun du ser det, til du gemmer.",
        "{n} felter er kladde: kun du ser dem, til du gemmer.",
        drafts,
    )
    return text, below.format(n=drafts)


def _names(table: EntryTable, place: Place) -> str:
    pupil = next(p.name for p in table.pupils if p.pupil_id == place[0])
    column = next(c.label for c in table.columns if c.key == place[1])
    if table.what.kind == "test":
        return _("{pupil}, opgave {task}").format(pupil=pupil, task=column)
    return f"{pupil}, {column.lower()}"


def _tell_wrong(table: EntryTable) -> None:
    wrong = list(table.wrong.items())
    for place, cell in wrong[:_MOST]:
        st.markdown(as_text(f"{_names(table, place)}: {cell.problem}"))
    if len(wrong) > _MOST:
        more = len(wrong) - _MOST
        st.caption(ngettext("og {n} felt til.", "og {n} felter til.", more).format(n=more))


def _ask_disputed(session: Session, table: EntryTable) -> None:
    """Both versions of a cell that two have typed in, and a button for each."""
    disputed: Mapping[Place, Cell] = table.disputed
    for place, cell in disputed.items():
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(as_text(_question(table, place, cell)), width="content")
            key = "-".join(place)
            forget = (session.store, session.scope, table.what, [place])
            hold = (session.store, session.scope, table.what, place, cell.stored)
            theirs, mine = _shown(cell.stored), _shown(cell.said)
            keep, use = _("Behold {value}").format(value=theirs), _("Brug {value}").format(value=mine)
            st.button(as_text(keep), key=f"theirs-{key}", on_click=forget_draft, args=forget)
            st.button(as_text(use), key=f"mine-{key}", on_click=let_draft_hold, args=hold)


def _question(table: EntryTable, place: Place, cell: Cell) -> str:
    moment = ""
    if cell.written_at:
        moment = _(" kl. {time}").format(
            time=f"{cell.written_at.replace(tzinfo=datetime.UTC).astimezone(COPENHAGEN):%H.%M}"
        )
    text = _("{where}: {who} skrev {theirs}{moment}, du skrev {mine}: hvilken gælder?")
    return text.format(
        where=_names(table, place),
        who=cell.by or _("en anden"),
        theirs=_shown(cell.stored),
        moment=moment,
        mine=_shown(cell.said),
    )


def _shown(text: str) -> str:
    return text or _("ingenting")
