"""Choosing the pupils of a fagligt løft, nominations beside suggestions, and making the hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from data_io.errors import KlasseblikError
from data_io.groups import Considered, create_group
from data_io.holds import Hold
from data_io.importing.options import KlasseKey
from metrics.groups import FEWEST, MOST, Agreement, Suggestion
from ui import cached
from ui.card import draw_heading
from ui.days import read_day
from ui.formats import as_text
from ui.group_choice import Material
from ui.group_nominate import begin_again
from ui.group_words import unmeasured_said, why
from ui.messages import say_next
from ui.session import Session

# More names than these are a list to read, not a hint.
NEAR_SHOWN = 4


@dataclass(frozen=True)
class Picking:
    """What one chooses from: the pupils with their results, the suggestion, and who pointed at whom."""

    material: Material
    suggestion: Suggestion
    said: Agreement

    @property
    def near(self) -> list[str]:
        """The nearest, by id, whom neither teacher nor tests point at."""
        ids = [c.pupil.pupil_id for c in self.suggestion.near]
        return [i for i in ids if i not in self.said.only_teacher][:NEAR_SHOWN]


def pick_pupils(picking: Picking) -> list[str]:
    """The ticked pupils by id: who both point at first, then the teacher's, the tests', and others."""
    said, chosen = picking.said, list[str]()
    with st.container(border=True):
        draw_heading(_("Hvem skal med?"), _("lavest øverst; få opgaver trækkes mod det forventede"))
        together = (
            (_("Både du og prøverne"), said.both, True),
            (_("Kun du"), said.only_teacher, True),
            (_("Kun prøverne"), said.only_data, False),
        )
        shown = [part for part in together if part[1]]
        for column, (title, ids, ticked) in zip(st.columns(len(shown) or 1), shown, strict=False):
            with column:
                chosen += _ticks(picking, title, ids, ticked=ticked)
        chosen += _ticks(picking, _("Lige efter: forskellen kan være tilfældig"), picking.near, ticked=False)
        chosen += _others(picking, [*said.both, *said.only_teacher, *said.only_data, *picking.near])
        st.caption(
            _(
                "Forventet: elevens andel i hele faget, rettet for, om området er lettere eller sværere end "
                "resten for alle."
            )
        )
        _draw_count(len(chosen))
    return chosen


def _ticks(picking: Picking, title: str, ids: Sequence[str], *, ticked: bool) -> list[str]:
    """A box for each pupil with why; gives those that are ticked."""
    if not ids:
        return []
    found = []
    with st.container(gap="xsmall"):
        st.markdown(f"**{title}** ({len(ids)})")
        for pupil_id in ids:
            name = as_text(picking.material.names[pupil_id])
            rests = as_text(why(picking.suggestion.of(pupil_id)))
            label = f"{name} :small[:gray[{rests}]]"
            if st.checkbox(label, value=ticked, key=f"group-{_key(picking)}-{pupil_id}"):
                found.append(pupil_id)
    return found


def _key(picking: Picking) -> str:
    """A box ticked for one area is not ticked for another."""
    area = picking.suggestion.size.area
    return f"{picking.material.subject}-{area.kind}-{area.name}"


def _others(picking: Picking, shown: Sequence[str]) -> list[str]:
    """Pupils to add whom nobody pointed at, and in small who was not measured."""
    rest = [pupil_id for pupil_id in picking.material.names if pupil_id not in shown]
    more = len(picking.suggestion.near) - sum(
        i in shown for i in (c.pupil.pupil_id for c in picking.suggestion.near)
    )
    if more > 0:
        text = ngettext("{n} anden ligger også tæt på.", "{n} andre ligger også tæt på.", more)
        st.caption(text.format(n=more))
    added = st.multiselect(
        _("Andre elever"),
        rest,
        format_func=picking.material.names.__getitem__,
        placeholder=_("Vælg navne"),
        key=f"group-others-{_key(picking)}",
    )
    missing = unmeasured_said(picking.suggestion)
    if missing:
        st.caption(as_text(missing))
    return list(added)


def _draw_count(n: int) -> None:
    said = ngettext("**{n} elev valgt.**", "**{n} elever valgt.**", n).format(n=n)
    if not FEWEST <= n <= MOST:
        said += " " + _("Et fagligt løft er til {fewest}–{most} elever.").format(fewest=FEWEST, most=MOST)
    st.markdown(said)


def make_group(session: Session, school_id: str, picking: Picking, chosen: Sequence[str]) -> None:
    """Asks the hold's name, teacher and dates, and makes it when told."""
    material, area = picking.material, picking.suggestion.size.area
    with st.form("new-group"):
        draw_heading(_("Nyt hold"), _("eleverne bliver i deres klasse; holdet kan tages tilbage igen"))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name = st.text_input(_("Holdets navn"), _free_name(session, picking), width=260)
            teacher = st.text_input(_("Lærer"), width=200)
            first = st.text_input(_("Fra"), placeholder=_("fx 14.1.2026"), width=120)
            last = st.text_input(_("Til"), placeholder=_("fx 14.6.2026"), width=120)
            pressed = st.form_submit_button(_("Opret hold"), type="primary")
    if not pressed:
        return
    try:
        create_group(
            session.store,
            school_id,
            KlasseKey(name, material.klasse.skoleaar),
            Hold(teacher.strip() or None, read_day(first), read_day(last)),
            (material.subject, area),
            considered(picking, chosen),
            session.scope.person,
        )
    except KlasseblikError as error:
        # here, so that what was typed and ticked stays to be put right
        st.error(as_text(error.message))
        return
    begin_again()
    text = ngettext(
        "Holdet {name} er oprettet med {n} elev.", "Holdet {name} er oprettet med {n} elever.", len(chosen)
    )
    say_next(text.format(name=name.strip(), n=len(chosen)))
    st.rerun()


def _free_name(session: Session, picking: Picking) -> str:
    """A name to begin with that no hold of the year has."""
    material = picking.material
    whom = material.klasse.name
    if len(material.klasse_ids) > 1:
        whom = _("{trin}. årgang").format(trin=material.klasse.trin)
    taken = {k.name for k in cached.klasser(session) if k.skoleaar == material.klasse.skoleaar}
    first = f"{picking.suggestion.size.area.name} {whom}"
    more = (f"{first} ({n})" for n in range(2, len(taken) + 3))
    return next(name for name in (first, *more) if name not in taken)


def considered(picking: Picking, chosen: Sequence[str]) -> list[Considered]:
    """Everybody who was thought of, by anybody, with what is seen now."""
    said, suggestion = picking.said, picking.suggestion
    near = {c.pupil.pupil_id for c in suggestion.near}
    thought_of = dict.fromkeys([*said.both, *said.only_teacher, *said.only_data, *near, *chosen])
    rows = []
    for pupil_id in sorted(thought_of):
        found = suggestion.of(pupil_id)
        rows.append(
            Considered(
                pupil_id,
                pupil_id in chosen,
                pupil_id in (*said.both, *said.only_teacher),
                pupil_id in (*said.both, *said.only_data),
                pupil_id in near,
                found.evidence.points if found else None,
                found.evidence.max_points if found else None,
                found.evidence.tasks if found else 0,
                found.expected if found else None,
                found.score if found else None,
            )
        )
    return rows
