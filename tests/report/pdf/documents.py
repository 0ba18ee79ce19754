"""Every kind of document that Ladder makes, each in the states that are hardest on tags, fonts and fields."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

from ladder_app.domain.assessment import Assessment
from ladder_app.domain.cycle import Agreed, Conversation, PromotionCase, Review
from ladder_app.domain.entries import Change, Rating
from ladder_app.domain.history import next_cycle
from ladder_app.domain.team import member
from ladder_app.errors import Problem
from ladder_app.report.content import report
from ladder_app.report.parts import Preset
from ladder_app.report.pdf.export import Paper, pdf_bytes
from ladder_app.report.pdf.team import team_pdf
from ladder_app.storage.assessments import assessment_text, sample_assessment
from tests.report.pdf.material import DAY, HARD_TEXTS, assessed

# Each in a script of its own, then in scripts that no font here has a glyph for, then of private use.
SCRIPTS = (
    "Ελληνικά γράμματα και Русский текст",
    "مرحبا بالعالم هذا نص, and 40 words in English, ثم العربية",
    "שלום עולם זה טקסט with (brackets) ושוב עברית",
    "नमस्ते दुनिया क्षत्रिय हिन्दी रर्र को",
    "สวัสดีชาวโลก กำลังทดสอบ การพัฒนาซอฟต์แวร์",
    "தமிழ் மொழி",
    "名前は山田太郎です。漢字かな交じり文、한국어 문장",
    "done 🎉 by 👩\u200d💻 and 🇩🇪 👍🏽 today",
    "q\u0323 and e\u0308\u0323 x\u20dd Z\u0351\u036b",
    "𓀀 ᚠᛇᚻ \U0001f9ff \U0001d518 \u2e3b",
    "private \ue000 \uf8ff \U000f0000 zero\u200bwidth \ufeff\ufffe soft\u00adhyphen",
)
LINKED = "See [the docs](https://example.com/docs) and `code`, or write to [me](mailto:a@example.com), at length. "
_UNREAD = (Problem("Something is missing.", "lost.assessment.yaml", 3, 1), Problem("شيء ناقص", "مفقود.yaml"))
_LONG = "A very long text, with 🎉 in it. " * 600


def talked(about: Assessment) -> Assessment:
    """The same with a review, a conversation and what was agreed, in the words of the criteria."""
    level = about.role.level(about.target)
    criteria = (*level.responsibilities, *level.requirements)
    words = {criterion.id: criterion.text for criterion in criteria}
    ratings = {key: Rating(step=i % 4) for i, key in enumerate(words)}
    said = "\n\n".join(words.values())
    reviews = (
        Review(reviewer="Sample Manager", date=date(2026, 11, 3), ratings=ratings, comments=words, overall=said),
        Review(reviewer="مدير", date=date(2026, 11, 4), ratings=dict(list(ratings.items())[:2]), overall="👍"),
    )
    agreed = {key: Agreed(rating=Rating(step=i % 5), text=text) for i, (key, text) in enumerate(words.items()) if i % 2}
    case = PromotionCase(summary=said, justification=said)
    held = Conversation(held=date(2026, 11, 10), summary=said, discussed=dict.fromkeys(words, date(2026, 11, 10)))
    return about.with_cycle(reviews=reviews, agreed=agreed, notes=words, promotion=case, conversation=held)


def with_results(about: Assessment) -> Assessment:
    """The same with a figure before and after in every piece of evidence."""
    change = Change(before="4 h", after="2 h")
    return about.with_cycle(evidence=tuple(one.model_copy(update={"change": change}) for one in about.cycle.evidence))


def commented(about: Assessment, comment: str) -> Assessment:
    """The same with one more comment in its first review."""
    first, *others = about.cycle.reviews
    first = first.model_copy(update={"comments": {**first.comments, "c1": comment}})
    return about.with_cycle(reviews=(first, *others))


STATES: dict[str, Callable[[], Assessment]] = {
    "sample": sample_assessment,
    "two cycles": lambda: next_cycle(sample_assessment(), "2027 H1", date(2026, 11, 23)),
    "no criteria": lambda: assessed([], current=False),
    "unrated": lambda: assessed(["One", "Two"], steps=()),
    "few": lambda: talked(with_results(assessed([LINKED, "Two", "Three"], evidence=[LINKED]))),
    "links": lambda: talked(assessed([LINKED * 5] * 12, evidence=[LINKED])),
    "scripts": lambda: talked(assessed(SCRIPTS, evidence=SCRIPTS, name=SCRIPTS[1], title=SCRIPTS[4])),
    "missing": lambda: talked(assessed(SCRIPTS[9:], evidence=SCRIPTS[9:], name=SCRIPTS[9], role_title=SCRIPTS[10])),
    "hard": lambda: talked(
        assessed(HARD_TEXTS, evidence=HARD_TEXTS, name="Maximiliane " * 30, title="Principal " * 20)
    ),
    "many": lambda: talked(assessed([f"Criterion {i}, done well and on time." for i in range(150)], evidence=["Done"])),
    "long": lambda: commented(talked(assessed(["One", "Two"], name="N" * 17_000, title="T" * 17_000)), _LONG),
}
"""Assessments, by what is hard about them."""

PLAIN = "sample"


def of_preset(preset: Preset, state: str, paper: Paper = "a4", *, bare: bool = False) -> bytes:
    """A document of one person; a bare one leaves out all that can be left out, and carries no data."""
    about = STATES[state]()
    if preset is Preset.FILLABLE:  # one review alone is what its fields begin with
        about = about.with_cycle(reviews=about.cycle.reviews[:1])
    whole = not bare
    made = report(about, DAY, preset=preset, with_evidence=whole, with_notes=whole, with_inherited=whole)
    return pdf_bytes(made, paper=paper, attachment=None if bare else assessment_text(about).encode())


def of_team(state: str, paper: Paper = "a4", *, bare: bool = False) -> bytes:
    """A document of a team: of nobody if bare."""
    people = [] if bare else [member(STATES[state](), DAY), member(sample_assessment(), DAY)] * 9
    title = "Team" if bare else f"Team {SCRIPTS[2]}"
    return team_pdf(title, people, () if bare else _UNREAD, DAY, paper)


KINDS: dict[str, Callable[..., bytes]] = {
    **{preset.value: partial(of_preset, preset) for preset in Preset},
    "team": of_team,
}
"""Makers by the kind of document."""

DOCUMENTS: dict[str, Callable[[], bytes]] = {
    **{f"{kind} of {state}": partial(make, state) for kind, make in KINDS.items() for state in STATES},
    **{f"{kind} on letter": partial(make, "scripts", "letter") for kind, make in KINDS.items()},
    **{f"bare {kind}": partial(make, PLAIN, bare=True) for kind, make in KINDS.items()},
}
"""All of them by what they are."""


@lru_cache(maxsize=256)
def document(name: str) -> bytes:
    """One of `DOCUMENTS`, made once."""
    return DOCUMENTS[name]()
