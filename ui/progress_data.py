"""What a screen of progress asks for: the others' answers to tests of several years, and the course."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_io.layouts.context import skoleaar_of
from data_io.queries import Klasse
from metrics.course import Course, Part, course
from metrics.model import Answer, Test
from metrics.reference import Reference
from ui import cached
from ui.progress_words import group_name
from ui.session import Session


@dataclass(frozen=True)
class Compared:
    """Tests of one subject, their answers, and what the others answered in them."""

    tests: Sequence[Test]
    answers: Sequence[Answer]
    references: Mapping[str, Reference]
    others: Sequence[Answer]

    def course(self, part: Part, pupils: int = 1) -> Course:
        """The course in one part of the tests; of a class of so many pupils."""
        known = [test_id for test_id, reference in self.references.items() if reference.klasse_ids]
        return course(self.tests, self.answers, self.others, known, part, pupils)

    @property
    def groups(self) -> dict[str, str]:
        """Whom each test is compared with, in words."""
        return {test_id: group_name([found.kind]) for test_id, found in self.references.items()}

    def group(self, tests: Sequence[Test]) -> str:
        """Whom some tests are compared with, in words."""
        return group_name(self.references[t.test_id].kind for t in tests if t.test_id in self.references)


def compared(
    session: Session, klasse: Klasse, tests: Sequence[Test], answers: Sequence[Answer], subject: str
) -> Compared:
    """A subject's tests beside the others of the school who took them, each by the year it was taken in."""
    mine = [t for t in tests if t.subject == subject]
    few = cached.few_references(session, subject)
    years: dict[str, list[str]] = {}
    for test in mine:
        year = skoleaar_of(test.taken_on) if test.taken_on else klasse.skoleaar
        years.setdefault(year, []).append(test.test_id)
    by_year = tuple((year, tuple(sorted(ids))) for year, ids in sorted(years.items()))
    references: dict[str, Reference] = {}
    for year, ids in by_year:
        references |= cached.references(session, klasse.klasse_id, year, ids, few)
    others = cached.answers_of_others(session, klasse.klasse_id, by_year, few)
    return Compared(mine, answers, references, others)
