"""The answers that were given at an import, in words."""

from collections.abc import Mapping
from gettext import gettext as _


def questions() -> dict[str, str]:
    """What was asked, by the question's code."""
    return {
        "who_is": _("Hvem er eleven?"),
        "all_zeros": _("Kun nuller: var eleven fraværende?"),
        "same_test": _("Er det samme prøve som en anden klasses?"),
        "correction": _("Er det en rettelse af en prøve, klassen har, eller er den taget igen?"),
        "codes_differ": _("Opgaverne er beskrevet anderledes: hvad gælder?"),
        "emptied": _("En kolonne er tømt: skal vurderingerne fjernes?"),
        "scale": _("Karakterer eller niveauer?"),
        "several_klasser": _("Elever fra flere klasser: er det et hold?"),
        "hold_trin": _("Hvilken årgang er holdet fra?"),
        "which_klasse": _("Hvilken klasse?"),
        "which_year": _("Er datoen rigtig?"),
        "max_row": _("Er rækken Max læst rigtigt?"),
        "text_column": _("En kolonne med tekst"),
        "second_table": _("En tabel mere i arket"),
        "nameless_row": _("En række uden navn"),
        "typed_cells": _("Skal arket gælde over det, der er indtastet på skærmen?"),
    }


def answers() -> dict[str, str]:
    """What may be answered, by the answer's code."""
    return {
        "new": _("en ny elev"),
        "absent": _("ja, fraværende"),
        "answers": _("nej, det er besvarelsen"),
        "yes": _("ja"),
        "again": _("prøven er taget igen"),
        "no": _("nej"),
        "keep": _("behold det, der var"),
        "recode": _("det, der står i arket"),
        "remove": _("ja, fjern"),
        "mark": _("karakterer"),
        "level": _("niveauer"),
        "hold": _("ja, et hold"),
        "klasser": _("nej, klasserne hver for sig"),
        "all": _("flere årgange"),
        "leave_out": _("udeladt"),
        "sheet": _("ja, arket gælder"),
    }


def answer_line(question: str, answer: str, names: Mapping[str, str]) -> str:
    """One answer as a line: "Hvem er eleven? (A5): Ida Uldum"; `names` are the pupils one may see, by id."""
    code, _at, cell = question.partition("@")
    asked = questions().get(code, _("Spørgsmål i arket"))
    place = f" ({cell})" if cell else ""
    hidden = _("en anden elev") if code == "who_is" else answer
    return f"{asked}{place}: {names.get(answer) or answers().get(answer, hidden)}"
