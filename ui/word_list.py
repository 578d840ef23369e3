"""What sheets have called the school's words, as the screen Ordliste shows and forgets it."""

from collections.abc import Sequence
from gettext import gettext as _

import streamlit as st

from data_io.importing.school_words import Synonym, forget_synonym, synonyms_of
from data_io.layouts.words_alike import fold_word
from ui.formats import as_text
from ui.messages import say_next
from ui.session import Session


def draw_synonyms(session: Session, school_id: str) -> None:
    """What the school has answered about words, kind by kind, each with a way to forget it."""
    learned = synonyms_of(session.store, school_id)
    if not learned:
        return
    st.subheader(_("Skrives også"), anchor=False)
    st.caption(
        _("Det har I svaret, når et ark skrev et ord på en anden måde. Glemmes det, spørges der igen.")
    )
    kinds = {
        "fagomraade": _("Fagområder"),
        "signalord": _("Signalord"),
        "subject": _("Fag"),
        "round": _("Runder"),
        "klasse": _("Klasser"),
    }
    for kind, title in kinds.items():
        of_kind = [synonym for synonym in learned if synonym.kind == kind]
        if of_kind:
            st.markdown(f"**{title}**")
            _draw_kind(session, school_id, of_kind)


def _draw_kind(session: Session, school_id: str, synonyms: Sequence[Synonym]) -> None:
    for synonym in synonyms:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(as_text(_line(synonym)), width="content")
            forget = _("Glem “{word}”").format(word=as_text(synonym.said))
            if st.button(forget, key=f"forget-{synonym.kind}-{synonym.folded}"):
                forget_synonym(session.store, school_id, synonym.kind, synonym.folded)
                say_next(_("“{word}” er glemt.").format(word=synonym.said))
                st.rerun()


def _line(synonym: Synonym) -> str:
    """The word and what it is; a class holds for its school year, which stands in what it is known under."""
    if fold_word(synonym.term) == synonym.folded:
        return _("“{said}” er skolens eget").format(said=synonym.said)
    year = synonym.folded.partition(" ")[2]
    said = f"{synonym.said} ({year})" if year else synonym.said
    return _("“{said}” er {term}").format(said=said, term=synonym.term)
