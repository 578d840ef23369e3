"""A class's own figures of the test itself, and of the teachers' ratings."""

from gettext import gettext as _
from gettext import ngettext

from metrics.disagreement import disagreement
from metrics.item_analysis import item_analysis
from metrics.movement import movement
from metrics.score_matrix import matrix_of
from ui.disagreement_view import subjects_with_tests, tests_and_answers
from ui.disagreement_words import apart_sentence, looked_words
from ui.farven.figures import ClassFigures, TestFigures
from ui.item_said import items_sentence, rests_on
from ui.movement_view import subjects_by_scale, with_levels
from ui.movement_words import movement_sentence, spread_words


def reliability_example(_figures: ClassFigures, newest: TestFigures) -> str:
    """What Opgaver says of the newest test in all the classes that took it."""
    found = item_analysis(matrix_of(newest.everyone.result))
    return " ".join([f"{newest.test.title}:", items_sentence(found), rests_on(found)])


def patterns_example(_figures: ClassFigures, newest: TestFigures) -> str:
    """How many patterns are unexpected in the newest test."""
    found = item_analysis(matrix_of(newest.everyone.result))
    if not found.enough:
        return ""
    n = len(found.unexpected)
    text = ngettext(
        "I {test} har {n} af {all} elever et uventet mønster.",
        "I {test} har {n} af {all} elever et uventet mønster.",
        n,
    )
    return text.format(test=newest.test.title, n=n or _("ingen"), all=found.complete)


def movement_example(figures: ClassFigures) -> str:
    """What Bevægelse says of the subject with levels in which most pupils moved since the last round."""
    columns = [with_levels(figures.levels, s)[-2:] for s in subjects_by_scale(figures.levels)[0]]
    found = [movement(figures.pupils, *both) for both in columns if len(both) > 1]
    if not found:
        return ""
    most = max(found, key=lambda one: len(one.moved))
    return " ".join([movement_sentence(most, newest=True), *(f"{words}." for words in spread_words(most))])


def disagreement_example(figures: ClassFigures) -> str:
    """What Vurdering og prøve says of the newest round of the first subject that has both."""
    ids = tuple(pupil.pupil_id for pupil in figures.pupils)
    tests, answers = tests_and_answers(figures.session, figures.klasse, ids)
    choices = subjects_with_tests(figures.levels, figures.klasse.skoleaar, tests)
    if not choices or figures.newest is None:
        return ""
    column = next(iter(choices.values()))[-1]
    found = disagreement(figures.pupils, column, tests, answers, figures.newest.cuts)
    return f"{apart_sentence(found)} {looked_words(found)}"
