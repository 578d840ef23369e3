"""Which of many differences are said aloud: those that survive having looked at many, and matter."""

from collections.abc import Sequence
from typing import Final

from metrics.difference import Difference

# Of the areas that are flagged, so large a part may be chance.
FALSE_DISCOVERIES: Final = 0.05
# What is less than this is no reason to teach otherwise, however sure it is.
LEAST: Final = 0.10
_HAIR: Final = 1e-9


def weak_flags(looked_at: Sequence[Difference]) -> list[bool]:
    """For every area looked at, whether it is surely weaker than the class is otherwise.

    Source: Benjamini & Hochberg 1995, q = .05 over all the areas looked at, and at least .10 below.
    """
    survive = _survive([one.p for one in looked_at])
    return [sure and one.value <= -LEAST + _HAIR for sure, one in zip(survive, looked_at, strict=True)]


def _survive(chances: Sequence[float]) -> list[bool]:
    """Benjamini & Hochberg's step-up: the largest p at most q · its rank / how many, and all below it.

    Written here because scipy.stats, which has it, takes longer to load than all the rest of a screen.
    """
    ranked = sorted(chances)
    allowed = [p for rank, p in enumerate(ranked, start=1) if p <= FALSE_DISCOVERIES * rank / len(ranked)]
    return [bool(allowed) and p <= allowed[-1] for p in chances]
