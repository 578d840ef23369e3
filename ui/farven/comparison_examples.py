"""A class's own figures against others: its signalord, whom it is compared with, and who moved."""

from gettext import gettext as _

from metrics.areas import AreaKey
from metrics.course import Part, since, suggested_pair
from metrics.groups import suggest
from ui.comparison_card import level_sentence, signalord_of
from ui.farven.figures import ClassFigures, TestFigures
from ui.formats import short_names
from ui.group_words import why
from ui.progress_words import chance_line, class_sentence
from ui.signalord_sentence import signalord_sentence, whom


def signalord_example(_figures: ClassFigures, newest: TestFigures) -> str:
    """What Signalord says of the school year, and where the class lies in all of it."""
    found = newest.year.compare(signalord_of)
    others = whom(newest.year.references.values())
    said = [signalord_sentence(found, others, newest.cuts)]
    if found.level:
        said.append(level_sentence(found.level, others))
    return " ".join(said)


def reference_example(figures: ClassFigures, newest: TestFigures) -> str:
    """Whom the class is compared with on its newest test."""
    reference = newest.year.references.get(newest.test.test_id)
    if reference is None or not reference.klasse_ids:
        text = _("{klasse} har ingen at sammenligne med i {test}.")
        return text.format(klasse=figures.klasse.name, test=newest.test.title)
    text = _("{klasse} sammenlignes i {test} med {others}: {n} klasser.")
    return text.format(
        klasse=figures.klasse.name,
        test=newest.test.title,
        others=whom([reference]),
        n=len(reference.klasse_ids),
    )


def shrunken_example(figures: ClassFigures, newest: TestFigures) -> str:
    """The pupil the tests point at first, in the area the class earned least in."""
    areas = dict.fromkeys(t.fagomraade for test in newest.year.tests.values() for t in test.counted)
    for area in areas:
        if not area:
            continue
        key = AreaKey("fagomraade", area)
        found = suggest(key, figures.pupils, newest.year.answers, newest.year.tests, newest.cuts)
        if found.suggested:
            first = found.suggested[0]
            names = short_names([pupil.name for pupil in figures.pupils])
            text = _("{name} står først i {area}: {why}.")
            return text.format(name=names[first.pupil.name], area=area, why=why(first))
    return ""


def progress_example(figures: ClassFigures, newest: TestFigures) -> str:
    """What Fremgang says of the two tests it holds against each other."""
    course = newest.progress.course(Part(), len(figures.pupils))
    if len(course.steps) < 2:
        return ""
    before, after = (course.steps[place] for place in suggested_pair(course.steps))
    found = since(before, after, newest.progress.answers)
    names = {pupil.pupil_id: pupil.name for pupil in figures.pupils}
    group = newest.progress.group([before.test, after.test])
    said = (class_sentence(figures.klasse.name, found, group, names), chance_line(found))
    return " ".join(text for text in said if text)
