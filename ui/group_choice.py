"""What a fagligt løft is made of: whose pupils, which subject and area, and the year's results in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

import streamlit as st

from data_io.groups import ClassPupil
from data_io.queries import Klasse
from metrics.areas import AreaKey, AreaSize, area_sizes
from metrics.groups import Suggestion, suggest
from metrics.model import Answer, CutScores, Test
from ui import cached, go
from ui.formats import as_text
from ui.session import Session


@dataclass(frozen=True)
class Material:
    """The pupils who can be chosen, with the year's tests of one subject and everybody's answers to them."""

    klasse: Klasse
    klasse_ids: tuple[str, ...]
    subject: str
    pupils: tuple[ClassPupil, ...]
    tests: Mapping[str, Test]
    answers: Sequence[Answer]
    cuts: CutScores

    @property
    def names(self) -> dict[str, str]:
        """Every pupil's name by id; with the class where there are several."""
        several = len(self.klasse_ids) > 1
        return {
            one.pupil.pupil_id: f"{one.pupil.name}, {one.klasse}" if several else one.pupil.name
            for one in self.pupils
        }

    def suggestion(self, area: AreaKey) -> Suggestion:
        """Whom the tests point at in an area."""
        pupils = [one.pupil for one in self.pupils]
        return suggest(area, pupils, self.answers, self.tests, self.cuts)


def choose_material(session: Session, klasse: Klasse) -> Material | None:
    """The choice of whose pupils and which subject; None where they have no test divided into areas."""
    classes = dict(cached.year_group(session, klasse.klasse_id))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = _choose_classes(klasse, classes)
        tests = [t for t in cached.tests_together(session, chosen) if area_sizes([t])]
        subjects = {test.subject: test.subject.capitalize() for test in tests}
        if not subjects:
            return None
        subject = next(iter(subjects))
        if len(subjects) > 1:
            subject = _segments(_("Fag"), subjects, f"group-subject-{klasse.klasse_id}")
    return Material(
        klasse,
        chosen,
        subject,
        tuple(cached.class_pupils(session, chosen)),
        {test.test_id: test for test in tests if test.subject == subject},
        cached.answers_together(session, chosen),
        cached.cuts(session, subject, klasse.trin),
    )


def say_no_tests(klasse: Klasse) -> None:
    """The year has no test that is divided into areas: read one in."""
    text = _("Der er ingen prøver med fagområder eller signalord i {klasse} i {year} endnu.")
    st.info(as_text(text.format(klasse=klasse.name, year=klasse.skoleaar)))
    st.page_link(go.INDLAES, label=_("Indlæs et prøveark"))


def _choose_classes(klasse: Klasse, classes: Mapping[str, str]) -> tuple[str, ...]:
    if len(classes) < 2:
        return (klasse.klasse_id,)
    texts = {"one": klasse.name, "all": _("Hele {trin}. årgang").format(trin=klasse.trin)}
    chosen = _segments(_("Elever fra"), texts, f"group-classes-{klasse.klasse_id}")
    return (klasse.klasse_id,) if chosen == "one" else tuple(classes)


def _segments(label: str, texts: Mapping[str, str], key: str) -> str:
    chosen = st.segmented_control(
        label,
        list(texts),
        default=next(iter(texts)),
        required=True,
        key=key,
        format_func={code: as_text(text) for code, text in texts.items()}.__getitem__,
    )
    return str(chosen)


def choose_area(material: Material) -> AreaSize:
    """The fagområde or signalord the group is for, with how many tasks the year has in it."""
    sizes = area_sizes(material.tests.values())
    return st.selectbox(
        _("Område"),
        sizes,
        format_func=area_label,
        key=f"group-area-{material.klasse.klasse_id}-{material.subject}",
        width=420,
    )


def area_label(size: AreaSize) -> str:
    """An area as it stands in a list: its name, what it is, and its tasks."""
    kind = {"fagomraade": _("fagområde"), "signalord": _("signalord")}[size.area.kind]
    return f"{size.area.name} · {kind} · {tasks_and_tests(size)}"


def tasks_and_tests(size: AreaSize) -> str:
    """What an area rests on: "8 opgaver i 2 prøver"."""
    tasks = ngettext("{n} opgave", "{n} opgaver", size.tasks).format(n=size.tasks)
    tests = ngettext("{n} prøve", "{n} prøver", size.tests).format(n=size.tests)
    return _("{tasks} i {tests}").format(tasks=tasks, tests=tests)
