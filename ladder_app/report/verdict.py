"""The verdict on a level, in the words of a fair manager."""

from dataclasses import dataclass

from ladder_app.domain.readiness import Readiness, Verdict
from ladder_app.markup import isolated
from ladder_app.report.sentences import level_name, requires_evidence
from ladder_app.report.words import capitalised, counted, number

_VERDICT_WORDS = {
    Verdict.NO_CRITERIA: "Nothing to rate",
    Verdict.NOT_READY: "Not ready yet",
    Verdict.OPEN: "Still open",
    Verdict.NEARLY: "Nearly ready",
    Verdict.READY: "Ready",
}


@dataclass(frozen=True, slots=True)
class VerdictSentence:
    """What a fair manager would say: `Not ready for grade 9 yet.` (set bold) and the rest (may be empty)."""

    lead: str
    rest: str

    @property
    def text(self) -> str:
        return f"{self.lead} {self.rest}".strip()


def verdict_word(verdict: Verdict) -> str:
    """The verdict in a word or three: `Not ready yet`."""
    return _VERDICT_WORDS[verdict]


def verdict_sentence(readiness: Readiness, current: str | None = None) -> VerdictSentence:
    """The verdict as a fair manager would put it.

    `current` is the id of the level the person is at; about that one the question is not whether
    they are ready for it but whether they meet it.
    """
    figures = readiness.figures
    name = isolated(level_name(readiness.level.level))
    if not figures.required:
        return _nothing_to_say(readiness, name)
    if not figures.rated:
        return VerdictSentence("Nothing is rated yet.", f"{capitalised(_waiting(figures.required, name))}.")
    is_current = readiness.level.level.id == current
    return VerdictSentence(_lead(readiness.verdict, name, is_current=is_current), _rest(readiness))


def _nothing_to_say(readiness: Readiness, name: str) -> VerdictSentence:
    lead = f"There is nothing to rate for {name}."
    if readiness.not_applicable:
        return VerdictSentence(lead, "None of its required criteria applies.")
    return VerdictSentence(lead, "The role lists no required criteria for it.")


def _waiting(required: int, name: str) -> str:
    return f"{counted(required, 'criterion', 'criteria')} of {name} {'waits' if required == 1 else 'wait'} for a rating"


def _lead(verdict: Verdict, name: str, *, is_current: bool) -> str:
    if is_current:
        return {
            Verdict.READY: f"Meets all of {name}.",
            Verdict.NEARLY: f"Meets nearly all of {name}.",
            Verdict.NOT_READY: f"Does not meet all of {name} yet.",
        }.get(verdict, f"Still open for {name}.")
    return {
        Verdict.READY: f"Ready for {name}.",
        Verdict.NEARLY: f"Nearly ready for {name}.",
        Verdict.NOT_READY: f"Not ready for {name} yet.",
    }.get(verdict, f"Still open for {name}.")


def _rest(readiness: Readiness) -> str:
    figures = readiness.figures
    sentences = [f"{_met(readiness)}{_below(readiness)}."]
    if figures.unrated:
        decides = readiness.verdict is Verdict.OPEN
        subject = capitalised(counted(figures.unrated, "is", "are"))
        pronoun = "it decides" if figures.unrated == 1 else "they decide"
        sentences.append(f"{subject} not rated yet, and {pronoun}." if decides else f"{subject} not rated.")
    elif readiness.verdict is Verdict.READY and readiness.no_evidence:
        missing = len(readiness.no_evidence)
        some = f"{capitalised(counted(missing, 'has', 'have'))} no evidence yet."
        sentences.append("There is no evidence yet." if missing == figures.required else some)
    return " ".join(sentences)


def _met(readiness: Readiness) -> str:
    met, required = readiness.figures.met, readiness.figures.required
    how = " with evidence" if requires_evidence(readiness) else ""
    if required == 1:
        if readiness.gaps and readiness.gaps[0].standing.without_evidence:
            return "Its only criterion is rated as met, but shows no evidence, which this role requires"
        return f"Its only criterion is met{how}" if met else "Its only criterion is not met"
    if met == required:
        return f"Both criteria are met{how}" if met == 2 else f"All {required} criteria are met{how}"
    if met == 0:
        return f"{'Neither criterion' if required == 2 else f'None of the {required} criteria'} is met{how}"
    return f"{met} of {required} criteria {'is' if met == 1 else 'are'} met{how}"


def _below(readiness: Readiness) -> str:
    """What stands below the bar; apart from it, what only lacks the evidence that the role requires."""
    if readiness.figures.required == 1:
        return ""
    held = sum(gap.standing.without_evidence for gap in readiness.gaps)
    waiting = f"; {counted(held, 'is', 'are')} rated as met but {'shows' if held == 1 else 'show'} none" if held else ""
    below = len(readiness.gaps) - held
    if not below:
        return waiting
    far = sum(gap.standing.steps_to_go > 1 for gap in readiness.gaps)
    return f"{waiting}{_below_the_bar(below, far)}"


def _below_the_bar(below: int, far: int) -> str:
    if far in (0, below):
        how = "more than one step" if far else "one step"
        return f"; {counted(below, 'is', 'are')} {how} below the bar"
    return f"; {counted(below, 'is', 'are')} below the bar, {number(far)} of them by more than one step"
