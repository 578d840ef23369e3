"""Absence and trivsel on the screen Indlæs: what was understood, and the period that a sheet leaves out."""

from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from data_io.importing.staging import Committed
from data_io.layouts.context import date_in
from data_io.layouts.reading import SheetReading
from data_io.layouts.records import Period
from ui.formats import as_text, danish_date, listed


def record_counts(reading: SheetReading) -> str:
    """What was understood, in one line."""
    klasser = [as_text(listed(reading.klasser))] if reading.klasser else []
    if reading.kind == "trivsel":
        values = sum(t.value is not None for t in reading.trivsel)
        said = ngettext("{n} tal", "{n} tal", values).format(n=values)
        return " · ".join([_("**Trivselsmåling**"), *klasser, said])
    pupils = ngettext("{n} elev", "{n} elever", len(reading.pupils)).format(n=len(reading.pupils))
    counted = reading.counted
    values = sum(a.amount is not None for a in counted)
    if any(a.day for a in counted):
        said = ngettext("{n} registrering", "{n} registreringer", values).format(n=values)
    else:
        said = ngettext("{n} tal", "{n} tal", values).format(n=values)
    gaps = len(counted) - values
    missing = [_("{n} mangler").format(n=gaps)] if gaps else []
    days = "–".join(danish_date(day) for day in reading.period or ())
    return " · ".join([_("**Fravær**"), *klasser, *([days] if days else []), pupils, said, *missing])


def ask_period(reading: SheetReading, key: str) -> Period | None:
    """The first and last day the sheet is about, as Danes write them; None while one is missing."""
    first, last = reading.period or (None, None)
    known = [danish_date(day) if day else "" for day in (first, last)]
    typed = [
        st.text_input(label, said, key=f"{key}-{name}", placeholder=example, width=150)
        for label, said, name, example in (
            (_("Fravær fra"), known[0], "from", _("fx 1.8.2025")),
            (_("til"), known[1], "to", _("fx 31.12.2025")),
        )
    ]
    days = [date_in(text) for text in typed]
    if days[0] is None or days[1] is None or days[1] < days[0]:
        return None
    return days[0], days[1]


def record_summary(done: Committed) -> str:
    """What reading a sheet of absence or trivsel gave."""
    text = {
        "absence": ngettext("{n} fraværstal læst ind", "{n} fraværstal læst ind", done.values),
        "trivsel": ngettext("{n} trivselstal læst ind", "{n} trivselstal læst ind", done.values),
    }[done.kind]
    return text.format(n=done.values)
