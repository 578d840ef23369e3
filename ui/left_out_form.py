"""Taking a task out of a test after it was taken, with a reason, and putting it in again."""

from gettext import gettext as _

import streamlit as st

from data_io.left_out import leave_out, put_back
from metrics.model import Test
from ui.formats import as_text
from ui.messages import say_next
from ui.open_cell import task_title
from ui.session import Session
from ui.task_grid import left_out_words


def draw_left_out(session: Session, test: Test) -> None:
    """The tasks that are out, each with the way back, and the form that takes one out."""
    for task in test.tasks:
        if task.left_out is None:
            continue
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(as_text(f"{task_title(task)}: {left_out_words(task)}"))
            if st.button(_("Sæt den ind igen"), key=f"put-back-{test.paper}-{task.number}"):
                put_back(session.store, session.scope, test, task.number)
                say_next(_("{task} er med igen.").format(task=task_title(task)))
                st.rerun()
    with st.expander(_("Tag en opgave ud af prøven")):
        _ask(session, test)


def _ask(session: Session, test: Test) -> None:
    st.markdown(
        _(
            "Er der en fejl i en opgave, kan I tage den ud. Den står så uden for alle tal og farver i alle "
            "klasser, der har taget prøven. Svarene bliver gemt, og opgaven kan sættes ind igen."
        )
    )
    titles = {task.number: task_title(task) for task in test.counted}
    with st.form(f"left-out-{test.paper}", border=False):
        chosen = st.selectbox(
            _("Opgave"),
            list(titles),
            index=None,
            format_func=titles.__getitem__,
            placeholder=_("Vælg opgave"),
        )
        reason = st.text_input(_("Hvorfor?"), placeholder=_("fx trykfejl i opgaven"))
        pressed = st.form_submit_button(_("Tag opgaven ud"))
    if pressed and chosen is None:
        st.info(_("Vælg først opgaven."))
    elif pressed and chosen is not None:
        leave_out(session.store, session.scope, test, chosen, reason)
        say_next(_("{task} er taget ud af prøven.").format(task=titles[chosen]))
        st.rerun()
