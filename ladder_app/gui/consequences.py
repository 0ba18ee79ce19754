"""What follows from an assessment: levels with all they ask for, readiness, and how two see it – worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.domain.comparison import Comparison, compared
from ladder_app.domain.effective import EffectiveLevel, effective_level
from ladder_app.domain.raters import raters, ratings_by
from ladder_app.domain.readiness import Readiness, readiness_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ladder_app.domain.assessment import Assessment
    from ladder_app.domain.cycle import Cycle
    from ladder_app.domain.entries import Rating
    from ladder_app.domain.voices import Voice


class Consequences:
    """Of one state of an assessment as a voice sees it, and kept where the next state does not touch them."""

    def __init__(self) -> None:
        self._levels: dict[str, EffectiveLevel] = {}
        self._readiness: dict[tuple[str, str], Readiness] = {}
        self._comparisons: dict[str, Comparison] = {}
        self._seen: tuple[Cycle, Voice, Cycle] | None = None

    def cycle(self, assessment: Assessment, voice: Voice) -> Cycle:
        """The current cycle as the voice sees it: its `ratings` and `notes` are what that voice writes."""
        cycle = assessment.cycle
        if self._seen is None or self._seen[0] is not cycle or self._seen[1] is not voice:
            self._seen = cycle, voice, voice.seen(cycle)
        return self._seen[2]

    def level(self, assessment: Assessment, level_id: str) -> EffectiveLevel:
        """A level of the role with all it asks for. Raises `UnknownName`."""
        if level_id not in self._levels:
            self._levels[level_id] = effective_level(assessment.role, level_id)
        return self._levels[level_id]

    def readiness(self, assessment: Assessment, level_id: str, rater: str, voice: Voice) -> Readiness:
        """Readiness for a level as one rater sees it. Raises `UnknownName` for somebody who has not rated."""
        found = self._readiness.get((level_id, rater))
        if found is None:
            evidenced = assessment.cycle.evidenced()
            ratings = self._ratings(assessment, rater, voice)
            found = readiness_of(self.level(assessment, level_id), ratings, evidenced, rater)
            self._readiness[level_id, rater] = found
        return found

    def comparison(self, assessment: Assessment, reviewer: str) -> Comparison:
        """The person's own view of the target level beside a reviewer's. Raises `UnknownName`."""
        found = self._comparisons.get(reviewer)
        if found is None:
            found = compared(self.level(assessment, assessment.target), assessment.cycle, reviewer)
            self._comparisons[reviewer] = found
        return found

    def touch(self, assessment: Assessment, touched: frozenset[str], voice: Voice) -> None:
        """The assessment is this one now; what is about these criteria alone is worked out anew."""
        self._comparisons.clear()
        evidenced = assessment.cycle.evidenced()
        ratings = {rater: self._ratings(assessment, rater, voice) for rater in {*raters(assessment.cycle), voice.rater}}
        self._readiness = {
            (level_id, rater): known.updated(ratings[rater], evidenced, touched)
            for (level_id, rater), known in self._readiness.items()
            if rater in ratings
        }

    def forget_views(self) -> None:
        """Another voice rates, or everybody may have rated otherwise."""
        self._readiness.clear()
        self._comparisons.clear()

    def forget(self) -> None:
        """Everything may be another, the role as well."""
        self.forget_views()
        self._levels.clear()

    def _ratings(self, assessment: Assessment, rater: str, voice: Voice) -> Mapping[str, Rating]:
        if rater == voice.rater:
            return self.cycle(assessment, voice).ratings
        return ratings_by(assessment.cycle, rater)
