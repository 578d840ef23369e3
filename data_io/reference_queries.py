"""What other classes earned on a class's tests: without names, and only to be added up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data_io.queries import answers
from data_io.scope import Scope
from data_io.store.store import Store
from metrics.model import Answer, paper_of
from metrics.reference import Reference, Sitting, reference_of


def references(
    store: Store, scope: Scope, klasse_id: str, skoleaar: str, test_ids: Sequence[str], *, few_allowed: bool
) -> dict[str, Reference]:
    """Whom the class is compared with on each of its tests; empty for a class outside the scope.

    A test taken again is compared with whoever took its paper, the first time they did.
    """
    if not scope.sees(klasse_id):
        return {}
    rows = store.rows(
        "sittings_of_tests", klasse_id=klasse_id, test_ids=sorted({paper_of(i) for i in test_ids})
    )
    sittings = [Sitting(**row) for row in rows]
    return {
        test_id: reference_of(
            klasse_id,
            skoleaar,
            [s for s in sittings if s.test_id == paper_of(test_id)],
            few_allowed=few_allowed,
        )
        for test_id in test_ids
    }


def reference_answers(
    store: Store, scope: Scope, found: Mapping[str, Reference], own: Sequence[str]
) -> list[Answer]:
    """The answers of the reference groups, test by test; `own` pupils (by id) are never among them.

    They reach beyond the scope, so pupils are numbers, the same over all the tests, and no cell or file is
    given: the answers serve sums, and nobody can be looked up in them.
    """
    classes = sorted({klasse_id for reference in found.values() for klasse_id in reference.klasse_ids})
    wider = Scope(scope.person, tuple(classes), scope.why)
    numbers: dict[str, str] = {}
    kept: list[Answer] = []
    for klasse_id in classes:
        tests: dict[str, list[str]] = {}
        for test_id, reference in found.items():
            if klasse_id in reference.klasse_ids:
                tests.setdefault(paper_of(test_id), []).append(test_id)
        for answer in answers(store, wider, [klasse_id]):
            if answer.pupil_id in own:
                continue
            for test_id in tests.get(answer.test_id, ()):
                number = numbers.setdefault(answer.pupil_id, f"#{len(numbers) + 1}")
                nameless = replace(answer, pupil_id=number, row=None, column=None, source=None)
                kept.append(nameless if test_id == answer.test_id else replace(nameless, test_id=test_id))
    return _once(kept)


def _once(found: Sequence[Answer]) -> list[Answer]:
    """One answer a pupil and task: who changed class among the others is counted once."""
    best: dict[tuple[str, str, int], Answer] = {}
    for answer in found:
        place = (answer.pupil_id, answer.test_id, answer.task)
        if place not in best or (best[place].points is None and answer.points is not None):
            best[place] = answer
    return list(best.values())
