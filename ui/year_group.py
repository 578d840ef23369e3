"""A test as the chosen class took it, or as every class of the school year did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from typing import Final

import streamlit as st

from data_io.queries import Klasse
from metrics.class_test import ClassTest, class_test
from metrics.item_analysis import item_analysis
from metrics.model import Answer, Pupil, Test
from metrics.score_matrix import matrix_of
from ui import cached
from ui.formats import as_text, listed
from ui.session import Session

OWN: Final = "own"
ALL: Final = "all"


@dataclass(frozen=True)
class Takers:
    """The test in one or several classes; `home` is a class of each pupil, by id."""

    result: ClassTest
    home: Mapping[str, Klasse]
    classes: tuple[str, ...]

    @property
    def words(self) -> str:
        """The classes by name: "7.A, 7.B og 7.C"."""
        return listed(self.classes)


def chosen_takers(session: Session, klasse: Klasse, test: Test) -> Takers:
    """The class's test, or everybody's; everybody's first where the class is too small to build on."""
    own = takers(session, test, [klasse])
    everyone = classes_of(session, klasse, test)
    if len(everyone) < 2:
        return own
    texts = {OWN: as_text(klasse.name), ALL: _("Alle klasser, der tog prøven")}
    enough = item_analysis(matrix_of(own.result)).enough
    chosen = st.segmented_control(
        _("Hvem"),
        list(texts),
        default=OWN if enough else ALL,
        required=True,
        format_func=texts.__getitem__,
        label_visibility="collapsed",
        key=f"takers-{klasse.klasse_id}-{test.test_id}",
    )
    return own if chosen == OWN else takers(session, test, everyone)


def classes_of(session: Session, klasse: Klasse, test: Test) -> list[Klasse]:
    """The classes of the scope and the school year that took the test, the chosen one first."""
    others = [k for k in cached.klasser(session) if k.skoleaar == klasse.skoleaar and k != klasse]
    took = [k for k in others if _takes(cached.tests(session, k.klasse_id), test)]
    return [klasse, *sorted(took, key=lambda k: k.name)]


def _takes(tests: Sequence[Test], test: Test) -> bool:
    return any(one.test_id == test.test_id for one in tests)


def takers(session: Session, test: Test, classes: Sequence[Klasse]) -> Takers:
    """The test with the pupils of all these classes; who is in two of them counts once, in the first."""
    pupils: dict[str, Pupil] = {}
    home: dict[str, Klasse] = {}
    answers: list[Answer] = []
    for klasse in classes:
        for pupil in cached.pupils(session, klasse.klasse_id):
            name = pupil.name if len(classes) == 1 else f"{pupil.name}, {klasse.name}"
            pupils.setdefault(pupil.pupil_id, replace(pupil, name=name))
            home.setdefault(pupil.pupil_id, klasse)
        answers += cached.answers(session, klasse.klasse_id)
    own = test if len(classes) == 1 else replace(test, hold=None)
    names = tuple(klasse.name for klasse in classes)
    return Takers(class_test(own, list(pupils.values()), answers), home, names)
