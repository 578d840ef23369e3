"""The question what a sheet's colours mean: each as it is in the sheet, with a box for its level."""

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import Final

import streamlit as st

from charts.palette import css_variables
from data_io.layouts.fill_legend import FillQuestion, answer_of
from data_io.layouts.fill_levels import colour_names
from data_io.layouts.reading import FillMeaning
from ui.formats import as_text
from ui.level_grid import level_words

_HERE: Final = Path(__file__).parent
_NONE: Final = "-"
_mount = st.components.v2.component(
    "klasseblik_swatch",
    html='<p class="fill"><span class="swatch" aria-hidden="true"></span><span class="words"></span></p>',
    css=(_HERE / "fill_legend.css").read_text(encoding="utf-8"),
    js=(_HERE / "fill_legend.js").read_text(encoding="utf-8"),
)


def ask_fill_legend(question: FillQuestion, key: str) -> str | None:
    """The legend as somebody confirmed it, written out; None until then, and while a colour has no answer."""
    st.markdown(as_text(question.message))
    names = colour_names(meaning.colour for meaning in question.legend)
    said = {m.colour: _ask_colour(question, m, names[m.colour], f"{key}-{m.colour}") for m in question.legend}
    confirmed = st.checkbox(_("Ja, det betyder farverne"), key=f"{key}-yes", disabled=None in said.values())
    if not confirmed or None in said.values():
        return None
    return answer_of({c: int(v) if v is not None and v != _NONE else None for c, v in said.items()})


def _ask_colour(question: FillQuestion, meaning: FillMeaning, name: str, key: str) -> str | None:
    """What one colour means: a level or points as text, "-" for no rating."""
    options = [*map(str, question.values), _NONE]
    proposed = _NONE if meaning.value is None else str(meaning.value)
    with st.container(horizontal=True, vertical_alignment="center"):
        cells = ngettext("{n} celle", "{n} celler", meaning.cells).format(n=meaning.cells)
        data = {"colour": meaning.colour, "words": f"{name} · {cells}", "colours": css_variables()}
        _mount(key=f"{key}-swatch", data=data, width=165)
        return st.selectbox(
            _("{colour} betyder").format(colour=name.capitalize()),
            options,
            index=options.index(proposed) if meaning.known and proposed in options else None,
            key=key,
            format_func=_level_text if question.levels else _points_text,
            placeholder=_("Vælg"),
            label_visibility="collapsed",
            width=189,
        )


def _level_text(option: str) -> str:
    return _("ingen vurdering") if option == _NONE else f"{option} · {level_words()[int(option) - 1]}"


def _points_text(option: str) -> str:
    return _("intet svar") if option == _NONE else _("{n} point").format(n=option)
