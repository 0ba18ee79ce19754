"""Roles of any shape, and ratings of them."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment, HiringRecord, Person
from ladder_app.domain.cycle import (
    Agreed,
    Conversation,
    Cycle,
    IndicatorValue,
    ProjectRow,
    PromotionCase,
    Review,
    SurveyAnswer,
)
from ladder_app.domain.entries import Action, ActionKind, ActionStatus, Change, Evidence, Rating
from ladder_app.domain.role import (
    Criterion,
    EvidencePolicy,
    Extends,
    Kind,
    Level,
    PerformanceIndicator,
    ReadinessPolicy,
    Role,
    Weights,
    Years,
)
from ladder_app.domain.scale import Scale, Step

AREAS = {"people": "People", "craft": "Craft", "process": "Process"}
REVIEWERS = ((), ("Sample Manager",), ("Sample Manager", "Sample Peer"))
KINDS = (Kind.RESPONSIBILITY, Kind.REQUIREMENT)
STEPS = tuple(Step(label=f"Step {i}") for i in range(10))

days = st.dates(date(2000, 1, 1), date(2040, 12, 31))
weights = st.one_of(
    st.sampled_from([1, 2, 3, 5, 0.5, 0.1, 0.3, 1 / 3]),
    st.floats(min_value=1e-6, max_value=1e6),
)
# Shares of whole counts and of tenths, where a comparison that rounds carelessly would go wrong.
nears = st.sampled_from([0, 0.1, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 1])
TEXTS = ("Lead a team.", "Write code.", "Plan work.", "Hire people.", "Explain choices.")


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    steps = draw(st.integers(2, 10))
    meets = draw(st.integers(1, steps - 1))
    return Scale(meets=meets, steps=STEPS[:steps])


_scales = scales()
policies = st.builds(
    ReadinessPolicy,
    near=nears,
    evidence=st.sampled_from(EvidencePolicy),
    weights=st.builds(Weights, requirement=weights, responsibility=weights),
)

# Drawing costs more than anything that is drawn here, so what is independent is drawn in one go.
_contents = st.sampled_from(
    [
        Criterion(id="unnamed", text=text, area=area, years=years, plus=plus)
        for plus, years, text, area in product(
            [False, False, True], [None, Years(minimum=5, of="coding")], TEXTS, [None, *AREAS]
        )
    ]
)
_criteria = st.lists(st.tuples(_contents, st.none() | weights), max_size=3)
_places = st.integers(0, 40)
_extends = st.lists(st.tuples(st.integers(0, 3), st.sampled_from([KINDS, KINDS[:1], KINDS[1:]])), max_size=3)
_grades = st.none() | st.integers(1, 12)
_level_counts = st.integers(1, 4)
_orders = [st.permutations(range(count)) for count in range(5)]


@st.composite
def roles(draw: st.DrawFn) -> Role:
    """Levels that extend any of those below, by any kinds; criteria that refine any below, in chains.

    The levels stand in the file in any order.
    """
    levels: list[Level] = []
    for i in range(draw(_level_counts)):
        below = [criterion.id for level in levels for _, criterion in level.criteria()]
        lists = {
            kind: tuple(
                content.model_copy(
                    update={
                        "id": f"l{i}-{kind.value[:3]}-{j}",
                        "refines": _one_of(below, draw(_places)),
                        "weight": weight,
                    }
                )
                for j, (content, weight) in enumerate(draw(_criteria))
            )
            for kind in KINDS
        }
        extended = [(place, kinds) for place, kinds in draw(_extends) if place < i]
        levels.append(
            Level(
                id=f"l{i}",
                title=f"Level {i}",
                grade=draw(_grades),
                extends=tuple(Extends(level=f"l{place}", kinds=kinds) for place, kinds in extended),
                responsibilities=lists[Kind.RESPONSIBILITY],
                requirements=lists[Kind.REQUIREMENT],
            )
        )
    return Role(
        id="role",
        title="Role",
        scale=draw(_scales),
        readiness=draw(policies),
        areas=AREAS,
        levels=tuple(levels[i] for i in draw(_orders[len(levels)])),
        performance_indicators=(PerformanceIndicator(id="rate", text="Completion rate"),),
    )


def _one_of(names: list[str], place: int) -> str | None:
    return names[place] if place < len(names) else None


def ids_of(role: Role) -> list[str]:
    return [criterion.id for _, _, criterion in role.criteria()]


_rating_seeds = st.integers(0, 41)


def _rating(role: Role, seed: int) -> Rating | None:
    """Two of 14 seeds leave it unrated and two say that it does not apply; a step past the highest starts over."""
    which, mark = seed % 14, seed // 14
    carried, check_again = mark == 1, mark == 2
    if which < 2:
        return None
    if which < 4:
        reason = "not in this team" if which == 2 else ""
        return Rating(not_applicable=reason, carried=carried, check_again=check_again)
    step = (which - 4) % (role.scale.highest + 1)
    return Rating(step=step, carried=carried, check_again=check_again)


@st.composite
def ratings_of(draw: st.DrawFn, role: Role, names: Sequence[str] | None = None) -> dict[str, Rating]:
    """Any of the role's criteria (or of `names`) rated, any left out."""
    wanted = ids_of(role) if names is None else names
    found = {name: _rating(role, draw(_rating_seeds)) for name in wanted}
    return {name: rating for name, rating in found.items() if rating is not None}


_action_facts = st.tuples(
    st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.sampled_from([None, *ActionKind]),
    st.sampled_from([None, "Sample Manager"]),
    st.sampled_from(
        [
            (ActionStatus.OPEN, None),
            (ActionStatus.DONE, None),
            (ActionStatus.DONE, date(2026, 5, 4)),
            (ActionStatus.DROPPED, None),
        ]
    ),
).map(lambda drawn: dict(zip(("due", "kind", "helper", "status", "done_on"), (*drawn[:3], *drawn[3]), strict=True)))

_evidence_facts = st.fixed_dictionaries(
    {},
    optional={
        "result": st.sampled_from([None, "Nobody waits any more."]),
        "change": st.sampled_from(
            [None, Change(before="40 min", after="9 min"), Change(of="Calls", before="22", after="6")]
        ),
        "source": st.sampled_from([None, f"git:{'a' * 40}", f"git:{'b' * 40} git:{'c' * 40}"]),
    },
)

_HIRING = (
    HiringRecord(step="A screening call.", date=date(2026, 5, 4), with_whom="Sample Recruiter", outcome="passed"),
    HiringRecord(step="An interview.", outcome="arranged"),
)
_measured: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {"value": "90 %"},
        {"projects": (ProjectRow(name="New runners", on_time=True, within_budget=False),), "note": "Two weeks late."},
        {
            "answers": (
                SurveyAnswer(by="Sample Peer", score=4.5),
                SurveyAnswer(by="Somebody", question="Help?", score=3),
            )
        },
    ]
)

_few_places = st.lists(st.integers(0, 40), max_size=4, unique=True)


@st.composite
def some_of(draw: st.DrawFn, role: Role) -> tuple[str, ...]:
    """A few of the role's criteria by id, in any order."""
    names = ids_of(role)
    return tuple(names[place] for place in draw(_few_places) if place < len(names))


@st.composite
def cycles(draw: st.DrawFn, role: Role, reviewers: Sequence[tuple[str, ...]] = REVIEWERS) -> Cycle:
    names = some_of(role)
    noted = names.map(lambda found: dict.fromkeys(found, "Something to say."))
    opened = draw(days)
    talked = draw(names)
    agreed = draw(ratings_of(role, talked))
    return Cycle(
        name=draw(st.sampled_from(["2025 H2", "2026 H1", "2026 H2"])),
        opened=opened,
        closed=opened + timedelta(days=180),
        ratings=draw(ratings_of(role)),
        notes=draw(noted),
        evidence=tuple(
            Evidence.model_validate(
                {"id": f"e{i}", "date": draw(days), "text": "Did it.", "criteria": draw(names), **draw(_evidence_facts)}
            )
            for i in range(draw(st.integers(0, 3)))
        ),
        actions=tuple(
            Action(id=f"a{i}", text="Do it.", criteria=draw(names), **draw(_action_facts))
            for i in range(draw(st.integers(0, 3)))
        ),
        indicators=tuple(
            IndicatorValue(indicator="rate", period=f"Q{i}", **draw(_measured)) for i in range(draw(st.integers(0, 2)))
        ),
        reviews=tuple(
            Review(reviewer=reviewer, date=opened, ratings=draw(ratings_of(role)), comments=draw(noted))
            for reviewer in draw(st.sampled_from(reviewers))
        ),
        agreed={
            name: Agreed(rating=agreed.get(name), text=draw(st.none() | st.just("Talked about."))) for name in talked
        },
        conversation=Conversation(
            held=draw(st.none() | days),
            summary=draw(st.none() | st.just("We go on as planned.")),
            discussed=dict.fromkeys(draw(names), opened),
        ),
        promotion=PromotionCase(summary=draw(st.none() | st.just("I lead it already."))),
    )


@st.composite
def reviewed(draw: st.DrawFn) -> Assessment:
    """Any role, one open cycle, one review."""
    about = draw(roles())
    cycle = draw(cycles(about, [("Sample Manager",)])).model_copy(update={"closed": None})
    target = draw(st.sampled_from(about.levels)).id
    return Assessment(id="sample", person=Person(name="Sample Engineer"), role=about, target=target, cycles=(cycle,))


@st.composite
def assessments(draw: st.DrawFn, role: Role | None = None) -> Assessment:
    """Any role unless given, with one to three cycles of which the last is open."""
    about = draw(roles()) if role is None else role
    level_ids = [level.id for level in about.levels]
    rounds = draw(st.lists(cycles(about), min_size=1, max_size=3))
    return Assessment(
        id="sample",
        person=Person(name="Sample Engineer"),
        role=about,
        current=draw(st.none() | st.sampled_from(level_ids)),
        target=draw(st.sampled_from(level_ids)),
        cycles=(*rounds[:-1], rounds[-1].model_copy(update={"closed": None})),
        hiring=draw(st.sampled_from([(), _HIRING[:1], _HIRING])),
    )
