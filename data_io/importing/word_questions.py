"""Which of a sheet's words the school knows, and the questions for those that are new.

A word is a known one where it is only spelt differently; what is merely alike is asked about, since a
wrong word would put results under another heading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from gettext import ngettext

from data_io.importing.options import ImportOptions, answer_to, question_key
from data_io.importing.school_words import LearnedWord, SchoolWords, WordKind
from data_io.layouts.reading import Problem
from data_io.layouts.words import clean
from data_io.layouts.words_alike import by_likeness, fold_word, is_near, nearest

# Questions about words, whose answers are kept as words and not with the sheet.
WORD_QUESTIONS = frozenset({"new_word", "new_words", "new_subject", "new_round", "new_klasse"})
# The answer that keeps a word as it is written.
NEW = "new"
_EACH = "each"
_SHOWN_WORDS = 8


@dataclass(frozen=True)
class Use:
    """A word as a sheet has it, and the cell it stands in."""

    said: str
    cell: str | None = None


@dataclass(frozen=True)
class Words:
    """What became of some words: the term of each as it was written, what is asked, and what was decided."""

    terms: dict[str, str]
    problems: tuple[Problem, ...] = ()
    learned: tuple[LearnedWord, ...] = ()


def judge_words(kind: WordKind, uses: Iterable[Use], words: SchoolWords, options: ImportOptions) -> Words:
    """The term of every word; one like a term is a question of its own, all other new ones share one."""
    uses = [use for use in uses if fold_word(use.said)]
    first = {fold_word(use.said): use for use in reversed(uses)}
    terms = {folded: words.known(kind, use.said) or clean(use.said) for folded, use in first.items()}
    # Reversed twice: the first use of every word, in the sheet's own order.
    new = [use for use in reversed(list(first.values())) if words.known(kind, use.said) is None]
    problems, learned = _asked(kind, new, words.terms.get(kind, ()), options)
    terms |= {fold_word(word.said): word.term for word in learned if word.term}
    return Words({use.said: terms[fold_word(use.said)] for use in uses}, tuple(problems), tuple(learned))


def _asked(
    kind: WordKind, new: Sequence[Use], terms: Sequence[str], options: ImportOptions
) -> tuple[list[Problem], list[LearnedWord]]:
    """The questions about new words, and what was answered."""
    alone = [(use, nearest(use.said, terms)) for use in new if is_near(use.said, terms)]
    others = [use for use in new if not is_near(use.said, terms)]
    problems: list[Problem] = []
    learned: list[LearnedWord] = []
    if others:
        problems.append(_are_they_new(kind, others))
        if answer_to(problems[0], options) == _EACH:
            alone += [(use, by_likeness(use.said, terms)) for use in others]
        elif answered(problems[0], options) == NEW:
            learned += [LearnedWord(kind, clean(use.said), None) for use in others]
    for use, guesses in alone:
        problem = with_any_term(_is_it_new(kind, use, guesses), terms, options)
        problems.append(problem)
        if answered(problem, options):
            learned.append(LearnedWord(kind, clean(use.said), term_answered(problem, options)))
    return problems, learned


def answered(problem: Problem, options: ImportOptions) -> str | None:
    """The answer somebody gave; a safe default that was taken unasked teaches nothing."""
    return answer_to(problem, replace(options, accept_defaults=False))


def term_answered(problem: Problem, options: ImportOptions) -> str | None:
    """The term somebody chose; None for a word said to be new, and while nobody has answered."""
    said = answered(problem, options)
    return None if said in (None, NEW) else dict(problem.options)[said or ""]


def with_any_term(problem: Problem, terms: Sequence[str], options: ImportOptions) -> Problem:
    """The question with the term that was answered among its options, also one that was not guessed."""
    said = options.answers.get(question_key(problem)) or options.answers.get(problem.code) or ""
    term = next((term for term in terms if said and fold_word(term) == fold_word(said)), None)
    if term is None or said in dict(problem.options):
        return problem
    return replace(problem, options=((said, term), *problem.options))


def _is_it_new(kind: WordKind, use: Use, guesses: Sequence[str]) -> Problem:
    texts = {
        "fagomraade": _("Fagområdet “{word}” står ikke på ordlisten. Er det et af disse?"),
        "signalord": _("Signalordet “{word}” står ikke på ordlisten. Er det et af disse?"),
        "subject": _("Faget “{word}” er nyt. Er det et af disse?"),
    }
    options = tuple((term, term) for term in guesses)
    word = clean(use.said)
    return Problem(
        use.cell,
        "question",
        "new_word",
        texts[kind].format(word=word),
        default=NEW,
        options=(*options, (NEW, _("Nyt: {word}").format(word=word))),
    )


def _are_new(kind: WordKind, n: int) -> str:
    """The question whether so many words are new, with places left for them."""
    if kind == "fagomraade":
        return ngettext(
            "Fagområdet {words} står ikke på ordlisten. Er det nyt?",
            "{n} fagområder står ikke på ordlisten: {words}. Er de nye?",
            n,
        )
    if kind == "signalord":
        return ngettext(
            "Signalordet {words} står ikke på ordlisten. Er det nyt?",
            "{n} signalord står ikke på ordlisten: {words}. Er de nye?",
            n,
        )
    return ngettext(
        "Klasseblik kender ikke faget {words}. Er det et fag?",
        "Klasseblik kender ikke {n} fag: {words}. Er det fag?",
        n,
    )


def _are_they_new(kind: WordKind, uses: Sequence[Use]) -> Problem:
    n = len(uses)
    text = _are_new(kind, n)
    words = ", ".join(f"“{clean(use.said)}”" for use in uses[:_SHOWN_WORDS])
    words += _(" og {n} til").format(n=n - _SHOWN_WORDS) if n > _SHOWN_WORDS else ""
    return Problem(
        uses[0].cell,
        "question",
        "new_words",
        text.format(words=words, n=n),
        default=NEW,
        options=((NEW, _("Ja, husk det")), (_EACH, _("Nej, lad mig vælge"))),
    )
