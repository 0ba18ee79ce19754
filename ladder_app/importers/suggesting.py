"""Which criteria an achievement could support, by the words they share. It is offered; only the person attaches."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from rapidfuzz import fuzz, process

from ladder_app.domain.entries import Evidence
from ladder_app.domain.role import Criterion
from ladder_app.markup import plain

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 7
_LEAST_ALIKE, _LEAST_SCORE = 84, 0.16
_SAYS_NOTHING = re.compile(
    "all|and|any|are|been|can|for|from|has|have|into|its|more|new|not|now|our|out|per|teams?|than|that|the|their|them|"
    "they|this|through|was|were|what|when|which|who|will|with|within|without|works?|you|your"
)


@dataclass(frozen=True)
class Suggesting:
    """Knows the words of some criteria, and tells which of the criteria a text is most likely about."""

    stems: Mapping[str, frozenset[str]]
    weights: Mapping[str, float]

    def for_text(self, text: str, most: int = 3) -> tuple[str, ...]:
        """The ids of at most so many criteria, the likeliest first; none where too little is alike."""
        said = self._known(_stems(text))
        total = sum(self.weights[stem] for stem in said)
        if not total:
            return ()
        scores = {name: self._score(stems, said) for name, stems in self.stems.items()}
        likely = sorted((name for name in scores if scores[name] >= _LEAST_SCORE), key=lambda name: -scores[name])
        return tuple(likely[:most])

    def for_evidence(self, evidence: Evidence, most: int = 3) -> tuple[str, ...]:
        """The same for an entry, without what it supports already."""
        change = evidence.change
        words = " ".join((plain(evidence.text), evidence.result or "", (change.of or "") if change else ""))
        found = self.for_text(words, most + len(evidence.criteria))
        return tuple(name for name in found if name not in evidence.criteria)[:most]

    def _known(self, stems: Iterable[str]) -> frozenset[str]:
        """The stems of a text as the criteria spell them."""
        vocabulary = list(self.weights)
        found: set[str] = set()
        for stem in stems:
            if stem in self.weights:
                found.add(stem)
            elif near := process.extractOne(stem, vocabulary, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE):
                found.add(near[0])
        return frozenset(found)

    def _score(self, stems: frozenset[str], said: frozenset[str]) -> float:
        shared = sum(self.weights[stem] for stem in stems & said)
        return shared / sqrt(sum(self.weights[s] for s in said) * sum(self.weights[s] for s in stems) or 1.0)


def suggesting(criteria: Sequence[Criterion]) -> Suggesting:
    """What these criteria can be known by: a word counts the more the fewer of them have it."""
    stems = {criterion.id: _stems(plain(criterion.text)) for criterion in criteria}
    counts = Counter(stem for found in stems.values() for stem in found)
    return Suggesting(stems, {stem: log(1 + len(stems) / count) for stem, count in counts.items()})


def _stems(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(_stem(word) for word in words if not _SAYS_NOTHING.fullmatch(word))


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:_STEM]
