"""The page of one import: what it gave, who is in it, what was answered, what it changed, and undo."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext
from typing import Any

import streamlit as st

from charts.template import number
from data_io.importing.undo import undo
from data_io.provenance import ChangedCell, Filled, ImportedPupil, ImportRecord
from data_io.workbook.cells import cell_name
from metrics.model import Source
from ui.answers_said import answer_line
from ui.card import draw_heading
from ui.formats import as_text, danish_date, listed
from ui.grid.component import draw_grid
from ui.grid.model import Grid, GridCell, GridRow, HeaderCell, HeaderRow
from ui.level_grid import subject_name
from ui.messages import say_next
from ui.reasons import conditions_lines, source_note
from ui.session import Session

CHANGES_HEIGHT = 420  # pixels; a whole class corrected scrolls under its headings


def kind_names() -> dict[str, str]:
    """What kinds of sheets are imported."""
    return {
        "test": _("Prøve"),
        "assessment": _("Vurderinger"),
        "absence": _("Fravær"),
        "trivsel": _("Trivselsmåling"),
    }


def import_labels(found: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Imports by id as they stand in a list: title, classes, file and moment; every text is its own."""
    labels: dict[str, str] = {}
    for row in found:
        source: Source = row["source"]
        title = row["title"] or kind_names().get(row["kind"], row["kind"])
        moment = f"{danish_date(source.imported_at.date())} {source.imported_at:%H.%M.%S}"
        said = f"{title} · {row['klasser']} · {source.file_name}, {source.sheet} · {moment}"
        same = sum(text == said or text.startswith(f"{said} (") for text in labels.values())
        labels[row["import_id"]] = f"{said} ({same + 1})" if same else said
    return labels


def draw_record(session: Session, record: ImportRecord) -> None:
    """The whole page below its title."""
    part = _(", tabellen {part}").format(part=record.part) if record.part else ""
    at = _(", kl. {time}").format(time=f"{record.source.imported_at:%H.%M}")
    st.caption(as_text(source_note(record.source) + at + part))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(as_text(_status(record)), width="content")
        if record.is_seen and record.whole:
            _offer_undo(session, record)
    with st.container(border=True):
        draw_heading(_("Hvad den gav"))
        draw_grid(_filled_grid(record), key="filled")
        _draw_pupils(record.pupils)
    if record.answers:
        with st.container(border=True):
            draw_heading(_("Svar, der blev givet"))
            names = {p.pupil_id: p.name for p in record.pupils}
            lines = [answer_line(question, answer, names) for question, answer in record.answers]
            st.markdown("\n".join(f"- {as_text(line)}" for line in lines))
    with st.container(border=True):
        _draw_changes(record)
    if not record.whole:
        st.caption(_("Indlæsningen gav også klasser, som du ikke har adgang til. De vises ikke her."))


def _status(record: ImportRecord) -> str:
    """Whether it is seen now, and what is seen instead."""
    if record.undone_at is not None:
        return _("Fortrudt {day}. Den vises ikke.").format(day=danish_date(record.undone_at.date()))
    seen = [f for f in record.filled if f.seen and f.seen.import_id == record.source.import_id]
    if len(seen) == len(record.filled):
        return _("Vises nu.")
    if seen:
        return _("Vises delvist: en nyere indlæsning har erstattet noget af den.")
    return _("Erstattet af en nyere indlæsning. Den vises ikke.")


def _offer_undo(session: Session, record: ImportRecord) -> None:
    """Undo behind a question that says what will be seen then."""
    with st.popover(_("Fortryd")):
        st.markdown(as_text(_instead(record.after_undo)))
        if st.button(_("Ja, fortryd indlæsningen"), type="primary"):
            undo(session.store, record.source.import_id)
            say_next(_("{title} er taget tilbage.").format(title=record_title(record)))
            st.rerun()


def _instead(sources: Sequence[Source | None]) -> str:
    """What is seen after undo."""
    shown = [source_note(source) for source in sources if source]
    if not shown:
        return _("Der vises ingenting i stedet. Arket kan læses ind igen.")
    said = _("I stedet vises igen: {sources}.").format(sources="; ".join(shown))
    return said + (" " + _("Resten vises ikke længere.") if None in sources else "")


def record_title(record: ImportRecord) -> str:
    """What was imported, in few words: the test's title, otherwise the kind of sheet."""
    first = record.filled[0]
    return first.title or kind_names().get(record.kind, record.kind)


def _filled_grid(record: ImportRecord) -> Grid:
    heads = (_("Hvad"), _("Dag"), _("Elever"), _("Resultater"), _("Mangler"), _("Vistes før"), _("Vises nu"))
    rows = tuple(
        GridRow(
            GridCell(_("{name} (hold)").format(name=f.klasse) if f.is_hold else f.klasse),
            tuple(GridCell(text) for text in _filled_texts(f, record)),
            kind="plain",
        )
        for f in record.filled
    )
    header = HeaderRow(_("Klasse"), tuple(HeaderCell(head) for head in heads), look="subhead")
    return Grid(_("Hvad indlæsningen gav"), (header,), rows, style="sheet")


def _filled_texts(filled: Filled, record: ImportRecord) -> tuple[str, ...]:
    own, now = record.source, filled.seen
    what = filled.title or kind_names().get(record.kind, record.kind)
    if filled.round:
        what = f"{subject_name(filled.subject)}, {filled.round} {filled.skoleaar}"
    days = [danish_date(day) for day in filled.period or [filled.taken_on] if day]
    return (
        what,
        "–".join(days) or "–",
        str(filled.pupils),
        str(filled.values),
        str(filled.missing),
        _short(filled.previous),
        _("denne") if now and now.import_id == own.import_id else _short(now),
    )


def _short(source: Source | None) -> str:
    """Another import in few words."""
    if source is None:
        return _("ingenting")
    day = danish_date(source.imported_at.date())
    return _("{file}, {day}").format(file=source.file_name, day=day)


def _draw_pupils(pupils: Sequence[ImportedPupil]) -> None:
    """How many were known, who was new, and who took the test on conditions."""
    new = [p.name for p in pupils if p.is_new]
    known = len(pupils) - len(new)
    if not pupils:
        return
    said = ngettext("{n} elev var kendt i forvejen.", "{n} elever var kendt i forvejen.", known)
    texts = [said.format(n=known)]
    if new:
        word = ngettext("Ny elev: {names}.", "Nye elever: {names}.", len(new))
        texts.append(word.format(names=listed(new)))
    st.caption(as_text(" ".join(texts)))
    lines = conditions_lines([(p.name, p.conditions) for p in pupils])
    if lines:
        st.caption(as_text(_("Vilkår: {lines}.").format(lines="; ".join(lines))))


def _draw_changes(record: ImportRecord) -> None:
    draw_heading(_("Hvad den erstattede"))
    replaced = list(dict.fromkeys(f.previous for f in record.filled if f.previous))
    if not replaced:
        st.caption(_("Ingenting: der var ikke læst noget her før."))
        return
    for source in replaced:
        st.caption(as_text(source_note(source)))
    if not record.has_cells:
        st.caption(_("Felt for felt sammenlignes kun prøver og vurderinger."))
        return
    n = len(record.changes)
    if not n:
        st.caption(_("Ingen felter siger noget andet end før."))
        return
    st.markdown(ngettext("{n} felt siger noget andet:", "{n} felter siger noget andet:", n).format(n=n))
    draw_grid(_changes_grid(record.changes), key="changes", height=CHANGES_HEIGHT)


def _changes_grid(changes: Sequence[ChangedCell]) -> Grid:
    heads = (_("Opgave"), _("Celle"), _("Før"), _("Nu"))
    rows = tuple(
        GridRow(
            GridCell(change.pupil),
            tuple(
                GridCell(text)
                for text in (
                    change.task or change.klasse,
                    _cell(change),
                    _said(change.before),
                    _said(change.after),
                )
            ),
            kind="plain",
        )
        for change in changes
    )
    header = HeaderRow(_("Elev"), tuple(HeaderCell(head) for head in heads), look="subhead")
    return Grid(_("Ændrede felter"), (header,), rows, style="sheet")


def _cell(change: ChangedCell) -> str:
    if change.row is None or change.column is None:
        return "–"
    return cell_name(change.row, change.column)


def _said(value: float | None) -> str:
    return _("mangler") if value is None else number(value)
