"""“How is this computed?”: the sum behind the percentages and the verdict, with this person's numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TermRow:
    """One line of the sum; every column in words, as it is set.

    `criteria` counts those that count, `weight` is Σ w of them, `score` what one of them scores
    where all score the same (`⅔`, `0.67`; empty where they differ), `earned` is Σ w·score over
    the rated, `unrated` Σ w over the unrated, and `points` what the line adds to `shown`.
    """

    name: str
    criteria: str
    weight: str
    score: str
    earned: str
    unrated: str
    points: str


@dataclass(frozen=True, slots=True)
class Computation:
    """The explanation: what is summed, the lines of the sum twice over, the results, the verdict.

    `intro` says the rule in sentences. `by_step` splits the sum by rating and `by_section` by
    section; `total` is the last line of both. `results` are the two formulas with the numbers put
    in (`shown = 100 × 15.3 ÷ 24 = 64 %`). `verdict` says, in sentences, which rule decided.
    """

    intro: tuple[str, ...]
    by_step: tuple[TermRow, ...]
    by_section: tuple[TermRow, ...]
    total: TermRow
    results: tuple[str, ...]
    verdict: tuple[str, ...]
