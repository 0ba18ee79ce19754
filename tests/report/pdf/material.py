"""Reports that the tests of the PDF set: a plain one, and ones that are hard on a page."""

from collections.abc import Sequence
from datetime import date

from ladder_app.domain.assessment import Assessment, Person
from ladder_app.domain.cycle import Cycle, Review
from ladder_app.domain.entries import Action, Evidence, Rating
from ladder_app.domain.role import Criterion, Level, Role
from ladder_app.domain.scale import DEFAULT_SCALE, Scale, Step
from ladder_app.report.content import report
from ladder_app.report.parts import Preset, Report

DAY = date(2026, 11, 23)

LONG_WORD = "".join("abcdefghijklmnopqrstuvwxyz"[i * i % 26] for i in range(10_000))
HARD_TEXTS = (
    "A <font color=red>red</font> & <b>bold</b> claim ]]> that ends here",
    "Back\\slash (and (nested) parens) and a stray ) too",
    LONG_WORD,
    "Grüße – “quoted” … naïve façade, Ωmega, Жизнь, ffi ﬁ",
    "名前は山田太郎です。漢字かな交じり文" * 8,
    "שלום עולם, مرحبا بالعالم",
    "emoji 🎉👩\u200d💻 and e\u0301 combining, tab\there, nbsp\u00a0here",
    "line one\nline two\n\nline four",
    "https://example.com/" + "a-very-long-path/" * 30 + "?q=1&r=2",
)


def assessed(
    texts: Sequence[str],
    *,
    steps: Sequence[int | None] = (3, 2, 4, None, 1),
    evidence: Sequence[str] = (),
    name: str = "Sample Engineer",
    title: str = "Senior Engineer",
    role_title: str = "Engineer",
    scale: Scale = DEFAULT_SCALE,
    current: bool = True,
    reviewed: bool = False,
) -> Assessment:
    """An assessment of criteria with these texts, rated by turns; each has all of the evidence."""
    criteria = tuple(Criterion(id=f"c{i}", text=text, area=("work", "people")[i % 2]) for i, text in enumerate(texts))
    half = (len(criteria) + 1) // 2
    levels = (
        Level(id="junior", title="Engineer", grade=5, requirements=(Criterion(id="base", text="Writes code."),)),
        Level(id="senior", title=title, grade=6, responsibilities=criteria[:half], requirements=criteria[half:]),
    )
    ids = tuple(c.id for c in criteria)
    given = {c: steps[i % len(steps)] for i, c in enumerate(ids)} if steps else {}
    ratings = {c: Rating(step=step) for c, step in given.items() if step is not None}
    items = tuple(
        Evidence(id=f"e{i}", date=date(2026, 9, 1 + i % 28), text=text, link=f"https://example.com/{i}", criteria=ids)
        for i, text in enumerate(evidence)
    )
    actions = (Action(id="a1", text="Write the plan", due=date(2027, 3, 15), criteria=ids[1:2]),) if ids[1:] else ()
    review = Review(
        reviewer="Sample Manager", date=date(2026, 11, 3), ratings={c: Rating(step=2) for c in ids[:3]}, overall="Good."
    )
    cycle = Cycle(
        name="2026 H2",
        opened=date(2026, 7, 1),
        ratings=ratings,
        evidence=items,
        actions=actions,
        reviews=(review,) if reviewed else (),
    )
    role = Role(
        id="engineer", title=role_title, areas={"work": "The work", "people": "People"}, levels=levels, scale=scale
    )
    return Assessment(
        id="sample",
        person=Person(name=name),
        role=role,
        current="junior" if current else None,
        target="senior",
        cycles=(cycle,),
    )


def reported(assessment: Assessment, preset: Preset = Preset.FULL) -> Report:
    return report(assessment, DAY, preset=preset, with_notes=True)


def scale_of(count: int) -> Scale:
    """A scale of so many steps, the bar in its upper part."""
    return Scale(meets=max(1, count * 2 // 3), steps=tuple(Step(label=f"Step {i}") for i in range(count)))


def plain_report(count: int = 12, preset: Preset = Preset.FULL) -> Report:
    """Ordinary criteria, each with two pieces of evidence."""
    texts = [f"Criterion number {i} asks for a certain kind of work, done well and on time." for i in range(count)]
    evidence = ["Shipped the first release with two others.", "Wrote the guide that the team now uses, twice."]
    return reported(assessed(texts, evidence=evidence, reviewed=True), preset)


def hard_report(preset: Preset = Preset.FULL) -> Report:
    """Everything that is hard on a page at once."""
    return reported(
        assessed(
            HARD_TEXTS,
            evidence=HARD_TEXTS,
            name="Maximiliane " * 30 + LONG_WORD[:300],
            title="Principal Staff Engineer for Everything " * 5,
            role_title="A Role With a Name of Some Length " * 6,
            steps=(1, 0, 2, 1, 3, 4, None),
            reviewed=True,
        ),
        preset,
    )
