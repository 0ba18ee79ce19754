"""The parts of a report that a reviewer fills in."""

from dataclasses import dataclass

from ladder_app.domain.reviewing import Origin
from ladder_app.report.sentences import EVERY_CRITERION
from ladder_app.report.words import counted


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in the fields of a criterion before anybody fills them in: a choice or nothing, and a comment.

    `about` is the criterion without markup, for the description of its fields.
    """

    criterion_id: str
    about: str
    choice: str
    comment: str


@dataclass(frozen=True, slots=True)
class Form:
    """What a reviewer is asked, and what they answered earlier.

    `origin` is what the answers will be matched by, `choices` what a rating may be: the steps from
    the lowest, then that it does not apply. `answers` has every criterion of the origin, in its order.
    """

    origin: Origin
    choices: tuple[str, ...]
    answers: tuple[Answer, ...]
    reviewer: str
    overall: str

    @property
    def request(self) -> tuple[str, str]:
        """What the first page asks of the reviewer: whom it speaks to, and what for."""
        count = len(self.answers)
        waiting = f"{counted(count, 'criterion waits', 'criteria wait')} for your rating and a comment, "
        from_where = f"from “{EVERY_CRITERION}” on" if count else "Your comments go on the last page"
        ending = "Save the document when you are done and send it back."
        return "For the reviewer:", f"{waiting if count else ''}{from_where}. {ending}"
