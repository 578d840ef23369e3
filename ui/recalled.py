"""Questions answered before, for this file or for sheets built like it: shown, and open to change."""

from collections.abc import Mapping
from gettext import gettext as _

import streamlit as st

from data_io.importing.learned import answers_for, learned_answers, under
from data_io.importing.options import ImportOptions, answer_to, question_key
from data_io.importing.remembered import with_remembered
from data_io.layouts.reading import Problem, SheetReading
from ui.formats import as_text
from ui.session import Session
from ui.sheet_form import ask_questions


def answers_before(
    session: Session, school_id: str, file_hash: str, reading: SheetReading, options: ImportOptions
) -> dict[str, str]:
    """What was answered before, by question: of this very file, otherwise of its layout."""
    of_file = with_remembered(session.store, school_id, file_hash, reading, options).answers
    known = learned_answers(session.store, school_id, reading.layout)
    return under(of_file, answers_for(known, reading))


def recall_or_ask(problems: tuple[Problem, ...], before: Mapping[str, str], key: str) -> dict[str, str]:
    """A line for every question that was answered before, a field for the others; the answers of both."""
    answers: dict[str, str] = {}
    to_ask: list[Problem] = []
    for problem in problems:
        said = answer_to(problem, ImportOptions(answers=before))
        if said is None or _to_be_changed(problem, said, key):
            to_ask.append(problem)
        else:
            answers[question_key(problem)] = said
    return answers | ask_questions(tuple(to_ask), key)


def _to_be_changed(problem: Problem, said: str, key: str) -> bool:
    """Says what was answered, and lets it be answered again."""
    text = _("Som sidst: {question} **{answer}**").format(
        question=as_text(problem.message), answer=as_text(dict(problem.options).get(said, said))
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(text, width="content")
        return st.checkbox(_("Ret svaret"), key=f"{key}-{question_key(problem)}-change", width="content")
