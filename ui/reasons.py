"""Codes of the store in a teacher's words: why a result is missing, what a colour rests on."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from charts.template import number
from data_io.layouts.conditions import condition_words
from metrics.evidence import Evidence
from metrics.model import OTHER_TEST, Source
from ui.formats import danish_date, listed


def why_missing(code: str | None) -> str:
    """The reason a result is missing, as one word or two."""
    words = {
        "syg": _("syg"),
        "fravaer": _("fraværende"),
        "fritaget": _("fritaget"),
        "ny": _("ny"),
        "modtageklasse": _("i modtageklasse"),
        "andet_maal": _("andet mål"),
        "flyttet": _("flyttet"),
        "ikke_bedoemt": _("ikke bedømt"),
        "kode": _("ingen karakter"),
        "not_in_sheet": _("ikke i arket"),
    }
    return words.get(code or "", _("mangler"))


def count_missing(code: str | None, n: int) -> str:
    """So many without a result, and why: "1 syg", "2 syge"."""
    said = {
        "syg": ngettext("{n} syg", "{n} syge", n),
        "fravaer": ngettext("{n} fraværende", "{n} fraværende", n),
        "fritaget": ngettext("{n} fritaget", "{n} fritagne", n),
        "ny": ngettext("{n} ny", "{n} nye", n),
        "modtageklasse": ngettext("{n} i modtageklasse", "{n} i modtageklasse", n),
        "andet_maal": ngettext("{n} med andet mål", "{n} med andet mål", n),
        "flyttet": ngettext("{n} flyttet", "{n} flyttede", n),
        "ikke_bedoemt": ngettext("{n} ikke bedømt", "{n} ikke bedømt", n),
        "kode": ngettext("{n} uden karakter", "{n} uden karakter", n),
        "not_in_sheet": ngettext("{n} ikke i arket", "{n} ikke i arket", n),
    }
    return said.get(code or "", ngettext("{n} mangler", "{n} mangler", n)).format(n=n)


def conditions_said(conditions: Sequence[str]) -> str:
    """On which conditions a pupil took a test, in words; empty for none."""
    words = condition_words()
    own = listed([word for c, word in words.items() if c in conditions and c != OTHER_TEST])
    outside = _("uden for klassens tal: anden prøve") if OTHER_TEST in conditions else ""
    return ", ".join(text for text in (own, outside) if text)


def conditions_lines(pupils: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Every pupil with conditions, by name: "Ida Uldum: oplæst"."""
    return [f"{name}: {conditions_said(conditions)}" for name, conditions in pupils if conditions]


def evidence_note(evidence: Evidence) -> str:
    """What a colour rests on: "12 af 18 point i 4 opgaver; lys, fordi …"."""
    tasks = ngettext("{n} opgave", "{n} opgaver", evidence.tasks).format(n=evidence.tasks)
    said = _("{points} af {max} point i {tasks}").format(
        points=number(evidence.points), max=number(evidence.max_points), tasks=tasks
    )
    if evidence.observed:
        said += f" ({unknown_maximum()})"
    why = {
        "few_tasks": _("lys, fordi der er få opgaver"),
        "few_pupils": _("lys, fordi der er få elever"),
        "near_cut": _("lys, fordi den ligger tæt på grænsen"),
    }.get(evidence.why)
    return f"{said}; {why}{_could_be(evidence)}" if why else said


def unknown_maximum() -> str:
    """The words for a maximum that no sheet printed, wherever one is used."""
    return _("maksimum ikke angivet")


def _could_be(evidence: Evidence) -> str:
    """The other zones that the evidence leaves open: ": den kan også være gul"."""
    words = {"red": _("rød"), "yellow": _("gul"), "green": _("grøn")}
    others = [words[zone] for zone in evidence.may_be if zone != evidence.zone]
    return _(": den kan også være {zones}").format(zones=listed(others, either=True)) if others else ""


def source_note(source: Source, cell: str | None = None) -> str:
    """Where a result was read: file, sheet, cell, day and person."""
    place = _("{file}, ark {sheet}").format(file=source.file_name, sheet=source.sheet)
    if cell:
        place = _("{place}, celle {cell}").format(place=place, cell=cell)
    day = danish_date(source.imported_at.date())
    return _("{place}, indlæst {day} af {who}").format(place=place, day=day, who=source.imported_by)
