"""How the screen Opgaver is read: what its lines are, and what each figure says and does not say."""

from gettext import gettext as _
from math import sqrt

import streamlit as st

from metrics.item_analysis import ENOUGH_PUPILS, ENOUGH_TASKS, ItemAnalysis
from ui.item_said import two_decimals

_MOST = 1.2816  # standard errors on each side of an 80 % interval


def draw_item_help(found: ItemAnalysis) -> None:
    """The foldable explanation under the screen's pictures."""
    with st.expander(_("Sådan læses det")):
        st.markdown("\n".join(f"- {line}" for line in _lines(found)))


def _lines(found: ItemAnalysis) -> list[str]:
    lines = [
        _(
            "**Skemaet** har dem, der løste flest opgaver, øverst og de opgaver, flest løste, til venstre. "
            "En opgave er *løst* fra halvdelen af pointene."
        ),
        _(
            "**Linjerne:** Til venstre for den fuldt optrukne linje er der lige så mange felter, som eleven "
            "løste opgaver. Over den prikkede er der lige så mange, som der er elever, der løste opgaven. "
            "Ligger de tæt, følger svarene prøvens sværhed; langt fra hinanden er der mange overraskelser."
        ),
        _(
            "**Uventet mønster:** Eleven løste svære opgaver, men ikke lettere. Tallet siger ikke hvorfor: "
            "kig på besvarelsen. Det vises, når MCI (fra 0 til 1) er over 0,3, først fra {tasks} opgaver og "
            "{pupils} elever, og ikke for en, der løste alle på nær en eller to: en smutter er intet mønster."
        ).format(tasks=ENOUGH_TASKS, pupils=ENOUGH_PUPILS),
        _(
            "**Hænger sammen med resten:** Får de, der klarer resten af prøven bedst, også flest point i "
            "opgaven? 1 er helt, 0 er slet ikke. En opgave, der ikke hænger sammen, kan være uklar eller "
            "måle noget andet."
        ),
        _(
            "**Sikkerhed** (Cronbachs alfa) siger, hvor ens eleverne ville komme til at ligge i en lignende "
            "prøve. Fra 0,8 kan man bygge på elevens samlede point; under 0,7 skal der mere til."
        ),
    ]
    if found.complete > 3:
        text = _(
            "**Hvor sikkert?** Med {n} elever kan tallet for en opgave let være {far} højere eller lavere "
            "ved en anden klasse. Tag hele årgangen med, hvis flere klasser har taget prøven."
        )
        lines.append(text.format(n=found.complete, far=two_decimals(_MOST / sqrt(found.complete - 3))))
    return [*lines, _("Kilder: Sato 1975; Harnisch & Linn 1981; Cronbach 1951; Feldt 1965.")]
