"""A random school's results: tests with tagged tasks, and what each pupil got."""

from dataclasses import dataclass, replace
from random import Random

from tests.random_layouts.answers import LETTERS, Answer, absent, draw_letters, draw_points
from tests.random_layouts.labels import task_labels
from tests.random_layouts.layout import Layout
from tests.random_layouts.people import Pupil, draw_pupils

FAGOMRAADER = (
    *("Matematik i anvendelse", "Funktioner", "Statistik", "Sandsynlighed", "Algebra", "Geometri"),
    *("Tal og algebra", "Geometri og måling", "Læseforståelse", "Retstavning"),
)
NEW_FAGOMRAADER = ("Brøker", "Rumfang", "Pythagoras", "Økonomi og renter", "Ligninger")
SIGNALORD = (
    *("Vis", "Hvor mange", "Skriv", "Undersøg", "Under-\nsøg", "Hvilket", "Hvor stor", "Beskriv"),
    *("Giv et", "Tegn", "Beregn", "Forklar", "Find", "Bestem", "Begrund"),
)
NEW_SIGNALORD = ("Sammenlign", "Aflæs", "Indsæt", "Vurder", "Opstil")
TITLES = (
    *("Matematikprøve 1", "Matematikprøve 2", "Prøve 3: Funktioner", "Årsprøve i matematik"),
    *("Terminsprøve uden hjælpemidler", "FP9-træningsprøve", "Læseprøve", "Kapiteltest 4", "MAT 7"),
    *("Færdighedsprøve", "Test i retstavning", "Problemløsningsprøve"),
)
_ABSENT = 0.06


@dataclass(frozen=True)
class Task:
    """A task: what it is called, which group of neighbours it stands in, and what it gives at most.

    `label` is None where the sheet names none.
    """

    label: str | None
    fagomraade: str | None
    signalord: str | None
    maximum: float
    group: int


@dataclass(frozen=True)
class Test:
    """One test of one class: `answers[pupil][task]`, and the right letters where answers are letters."""

    title: str
    klasse: str
    pupils: tuple[Pupil, ...]
    tasks: tuple[Task, ...]
    answers: tuple[tuple[Answer, ...], ...]
    key: tuple[str, ...] = ()

    @property
    def maximum(self) -> float:
        """All points of the test."""
        return sum(task.maximum for task in self.tasks)


Results = tuple[Test, ...]


def draw_results(random: Random, layout: Layout) -> Results:
    """The tests that such a file can hold: of one class, or the same test of several classes."""
    pupils = draw_pupils(random, layout, layout.klasse)
    same = random.choice((1.0, 2.0, 3.0, 4.0, 5.0)) if layout.same_maximum else None
    tests = []
    for title in random.sample(TITLES, layout.tests):
        tasks = _tasks(random, layout, same)
        key = tuple(random.choice(LETTERS) for _ in tasks) if layout.answers == "letters" else ()
        tests.append(Test(title, layout.klasse, pupils, tasks, (), key))
    if layout.other_classes:
        letters = "ABC" if layout.klasse[-1] in "ABC" else "xyz"
        classes = [layout.klasse[:-1] + letter for letter in letters[: layout.tests]]
        tests = [replace(tests[0], klasse=k, pupils=draw_pupils(random, layout, k)) for k in classes]
    return tuple(replace(test, answers=_answers(random, layout, test)) for test in tests)


def _answers(random: Random, layout: Layout, test: Test) -> tuple[tuple[Answer, ...], ...]:
    rows = []
    maxima = [task.maximum for task in test.tasks]
    for number in range(len(test.pupils)):
        if number and random.random() < _ABSENT:
            row = absent(random, len(maxima))
        elif test.key:
            row = draw_letters(random, test.key)
        else:
            row = draw_points(random, maxima, halves=layout.decimals)
        rows.append(tuple(row))
    return tuple(rows)


def _groups(random: Random, count: int) -> list[int]:
    """How many tasks each group of neighbours has."""
    groups: list[int] = []
    while sum(groups) < count:
        groups.append(min(random.choice((2, 3, 3, 4, 5)), count - sum(groups)))
    if len(groups) > 1 and groups[-1] == 1:
        groups[-2:] = [groups[-2] + 1]
    return groups


def _tasks(random: Random, layout: Layout, same: float | None) -> tuple[Task, ...]:
    count = 1 if layout.answers == "total" else random.choice((3, 4, 5, 6, 8, 9, 12, 16, 24))
    groups = _groups(random, count)
    nothing: list[str | None] = [None] * count
    areas = _areas(random, layout, groups) if layout.has("fagomraade") else nothing
    words = _words(random, layout, count) if layout.has("signalord") else nothing
    maxima = _maxima(random, layout, count, same)
    labels = task_labels(layout.label_style, groups) if layout.has("task") else nothing
    places = [group for group, size in enumerate(groups) for _ in range(size)]
    return tuple(map(Task, labels, areas, words, maxima, places))


def _areas(random: Random, layout: Layout, groups: list[int]) -> list[str | None]:
    known = FAGOMRAADER if layout.words == "known" else NEW_FAGOMRAADER
    areas: list[str | None] = []
    last = None
    for size in groups:
        last = random.choice([area for area in known if area != last])
        areas += [last] * size
    if layout.scattered:
        random.shuffle(areas)
    return areas


def _words(random: Random, layout: Layout, count: int) -> list[str | None]:
    known = SIGNALORD if layout.words == "known" else NEW_SIGNALORD
    words: list[str | None] = [random.choice(known) for _ in range(count)]
    if layout.signalord_gaps and count > 5:
        words[random.randrange(1, count)] = None
    return words


def _maxima(random: Random, layout: Layout, count: int, same: float | None) -> list[float]:
    if layout.answers == "letters":
        return [1.0] * count
    if layout.answers == "total":
        return [random.choice((40.0, 50.0, 60.0, 100.0, 2000.0))]
    sizes = (1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 6.0, *((1.5, 2.5) if layout.decimals else ()))
    return [same or random.choice(sizes) for _ in range(count)]
