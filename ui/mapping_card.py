"""The picture of a sheet on the screen Indlæs, and the editor in which a person says what its lines are."""

from collections.abc import Sequence
from gettext import gettext as _

import streamlit as st

from data_io.errors import KlasseblikError
from data_io.importing.named_layouts import delete_layout, save_layout
from data_io.layouts.guidance import NO_GUIDANCE
from data_io.layouts.reading import SheetReading
from ui.card import draw_heading
from ui.formats import as_text
from ui.grid.component import draw_editor, draw_grid
from ui.grid.edit import TAKE_BACK, EditRole, Pick
from ui.grid.model import GridCell, Look
from ui.legend import draw_legend
from ui.mapping import SheetRead, read_again, saved_as, say, take_back
from ui.mapping_roles import BY_SHAPE, role_choices, said_words
from ui.messages import say_next
from ui.session import Session
from ui.sheet_preview import MOST_COLUMNS, MOST_ROWS, role_names, sheet_grid

HEIGHT = 420


def draw_picture(
    session: Session, school_id: str, read: SheetRead, shown: Sequence[SheetReading], counts: str
) -> None:
    """The sheet with its parts as bands, which a button turns into the editor.

    `shown` are its tables with what was answered; `counts` says in a line what they are.
    """
    editing = f"{read.key}-editing"
    is_open = read.can_be_corrected and bool(st.session_state.get(editing))
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            draw_heading(_("Sådan er arket forstået") if shown else _("Arket, som det er"))
            if read.can_be_corrected:
                label = _("Færdig") if is_open else _("Ret opdelingen")
                st.button(label, key=f"{read.key}-edit", on_click=_turn_over, args=(editing,))
        _draw_named(session, school_id, read)
        if is_open:
            _draw_editor(read, shown, counts)
            _draw_save(session, school_id, read)
        elif shown:
            _draw_still(read, shown)
        else:
            st.caption(_("Er det elevers resultater, så vis her, hvad rækkerne og kolonnerne er."))


def _turn_over(name: str) -> None:
    st.session_state[name] = not st.session_state.get(name)


def _draw_still(read: SheetRead, shown: Sequence[SheetReading]) -> None:
    grid = sheet_grid(read.sheet, *shown, guidance=read.guidance)
    draw_grid(grid, key=f"{read.key}-picture", height=HEIGHT)
    roles = {band.role for reading in shown for band in reading.bands}
    said = {*read.guidance.rows.values(), *read.guidance.columns.values()} & {"test", "key", "left-out"}
    items = {word: _look(role) for role, word in role_names().items() if role in roles}
    items |= {said_words()[choice.code]: choice.look for choice in role_choices() if choice.code in said}
    draw_legend([(GridCell("", look), word) for word, look in items.items()], key=f"{read.key}-legend")


def _look(role: str) -> Look:
    looks: dict[str, Look] = {
        "pupil": "role-pupil",
        "fagomraade": "role-fagomraade",
        "signalord": "role-signalord",
        "task": "role-task",
        "max": "role-max",
        "klasse": "role-klasse",
        "round": "role-round",
        "subject": "role-subject",
        "value": "role-value",
    }
    return looks.get(role, "left-out")


def _draw_editor(read: SheetRead, shown: Sequence[SheetReading], counts: str) -> None:
    grid = sheet_grid(read.sheet, *shown, guidance=read.guidance, edit=True)
    pick = draw_editor(grid, _roles(read), counts, key=f"{read.key}-editor", height=HEIGHT)
    if pick is not None:
        _apply(read, pick)
    if len(read.sheet.rows) > MOST_ROWS or read.sheet.width > MOST_COLUMNS:
        text = _("Arket er større end billedet, som viser højst {rows} rækker og {columns} kolonner.")
        st.caption(text.format(rows=MOST_ROWS, columns=MOST_COLUMNS))
    with st.container(horizontal=True, vertical_alignment="center"):
        _draw_turn(read)
        st.button(
            _("Fortryd"),
            key=f"{read.key}-take-back",
            disabled=not read.corrections.said,
            on_click=take_back,
            args=(read,),
        )
        st.button(
            _("Begynd forfra"),
            key=f"{read.key}-afresh",
            disabled=not read.guidance,
            on_click=say,
            args=(read, NO_GUIDANCE),
        )


def _roles(read: SheetRead) -> list[EditRole]:
    """The buttons; what rows can be, columns can where pupils stand across."""
    across = read.readings[0].transposed
    return [
        EditRole(
            choice.code,
            choice.text,
            choice.letter,
            choice.look,
            for_rows=(choice.lane if across else choice.line) is not None,
            for_columns=(choice.line if across else choice.lane) is not None,
        )
        for choice in role_choices()
    ]


def _apply(read: SheetRead, pick: Pick) -> None:
    """Reads the sheet again with what was just said of it."""
    if pick.code == TAKE_BACK:
        take_back(read)
        st.rerun()
    choice = next(choice for choice in role_choices() if choice.code == pick.code)
    along = bool(pick.columns) if read.readings[0].transposed else bool(pick.rows)
    role = choice.line if along else choice.lane
    if role is not None:
        said = None if role == BY_SHAPE else role
        say(read, read.guidance.with_role(pick.rows, pick.columns, said))
    st.rerun()


def _draw_turn(read: SheetRead) -> None:
    """The switch that reads tasks down and pupils across, or the other way round."""
    key = f"{read.key}-turn"
    st.session_state[key] = read.readings[0].transposed
    st.toggle(_("Vend arket: eleverne står hen ad"), key=key, on_change=_turn, args=(read, key))


def _turn(read: SheetRead, key: str) -> None:
    say(read, read.guidance.turned(bool(st.session_state[key])))


def _draw_named(session: Session, school_id: str, read: SheetRead) -> None:
    """Says which of the school's layouts the sheet is read with, and how to be without it."""
    if read.named is None:
        return
    name = as_text(read.named.name)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("Læst med layoutet “{name}”.").format(name=name), width="content")
        st.button(
            _("Læs uden"), key=f"{read.key}-without", type="tertiary", on_click=say, args=(read, NO_GUIDANCE)
        )
        if st.button(_("Glem layoutet"), key=f"{read.key}-forget", type="tertiary"):
            delete_layout(session.store, school_id, read.layout)
            read_again(session, school_id)
            say_next(_("Layoutet “{name}” er glemt.").format(name=read.named.name))
            st.rerun()


def _draw_save(session: Session, school_id: str, read: SheetRead) -> None:
    """Keeps what was said for the next sheet of the kind, under a name."""
    if not read.corrections.said or not read.guidance:
        return
    if read.corrections.saved is not None:
        text = _("Gemt som layoutet “{name}”. Det næste ark af samme slags læses sådan.")
        st.caption(text.format(name=as_text(read.corrections.saved)))
        return
    if not read.carried:
        st.caption(_("Rettelsen gælder kun dette ark, så der er ikke noget at gemme til det næste."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        known = read.saved_layout.name if read.saved_layout else ""
        name = st.text_input(
            _("Layoutets navn"),
            known,
            key=f"{read.key}-layout",
            placeholder=_("fx Matematik, Anne"),
            width=240,
        )
        if st.button(_("Gem som layout"), key=f"{read.key}-save"):
            _save(session, school_id, read, name)


def _save(session: Session, school_id: str, read: SheetRead, name: str) -> None:
    try:
        person = session.scope.person
        save_layout(session.store, school_id, read.layout, name, read.carried, person)
    except KlasseblikError as error:
        st.error(as_text(error.message))
        return
    saved_as(read, name.strip())
    read_again(session, school_id)
    st.rerun()
