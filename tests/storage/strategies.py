"""Roles and assessments whose every text is out to break a YAML file."""

import string
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from ladder_app.domain.assessment import Assessment, Experience, Person
from ladder_app.domain.cycle import Agreed, Cycle, IndicatorValue, Review
from ladder_app.domain.entries import Action, ActionStatus, Change, Evidence, Rating
from ladder_app.domain.role import (
    Criterion,
    EvidencePolicy,
    Extends,
    HiringProcess,
    Kind,
    Level,
    Note,
    PerformanceIndicator,
    ReadinessPolicy,
    Role,
    Source,
    Weights,
    Years,
)
from ladder_app.domain.scale import DEFAULT_SCALE, Scale, Step

T = TypeVar("T")

PIECES = (
    *(" ", "  ", "\t", "\n", "\n\n", "\r", "\r\n", ":", ": ", " #", "#", "---", "...", "- ", "? ", "'", '"', "\\", "|"),
    *(
        ">",
        "%",
        "@",
        "`",
        "&a",
        "*a",
        "!!str",
        "{",
        "}",
        "[",
        "]",
        ",",
        "<<",
        "=",
        "~",
        "null",
        "no",
        "Yes",
        "8",
        "1.5",
    ),
    *("1e3", "0x1F", "12:30", "2026-11-23", ".inf", "word", "a longer run of words that has to be wrapped", "x" * 120),
    *("é", "ß", "日本語", "שלום", "😀", "👩\u200d🚀", "\u00a0", "\u0085", "\u2028", "\u2029", "\ufeff", "\x00", "\x07"),
    *("\x7f", "\uffff", "\U0010ffff", "\u00ad"),
)

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join),
    st.lists(st.sampled_from(["word", "and", "–", "no:", "#1", "-", "“x”", " "]), min_size=20, max_size=60).map(
        " ".join
    ),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
)
possible = st.none() | texts
days = st.dates()
ids = st.one_of(
    st.sampled_from(["8", "no", "null", "y", "1e3", "2026-11-23", "_", "ё", "a.b", "step", "weight", "format"]),
    st.text(string.ascii_lowercase + string.digits + "_é日", min_size=1, max_size=12),
)
some_ids = st.lists(ids, unique=True, max_size=4)
weights = st.floats(1e-6, 1e6)


def tuples(entries: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(entries, max_size=most).map(tuple)


def _plain_label(step: Step) -> str:
    return " ".join(step.label.split()).casefold()


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    step = st.builds(Step, label=texts, descriptor=st.just("") | texts)
    steps = draw(st.lists(step, min_size=2, max_size=10, unique_by=_plain_label))
    return Scale(meets=draw(st.integers(1, len(steps) - 1)), steps=tuple(steps))


@st.composite
def criteria(draw: st.DrawFn, names: list[str], areas: list[str], refinable: list[str]) -> tuple[Criterion, ...]:
    return tuple(
        Criterion(
            id=name,
            text=draw(texts),
            area=draw(st.none() | st.sampled_from(areas)) if areas else None,
            weight=draw(st.none() | weights),
            years=draw(st.none() | st.builds(Years, minimum=st.floats(0, 100, exclude_min=True), of=texts)),
            plus=draw(st.booleans()),
            refines=draw(st.none() | st.sampled_from(refinable)) if refinable else None,
        )
        for name in names
    )


@st.composite
def roles(draw: st.DrawFn) -> Role:
    areas = draw(st.dictionaries(ids, texts, max_size=3))
    names = draw(some_ids)
    half = len(names) // 2
    levels: list[Level] = []
    for level_id, (own, below) in zip(
        draw(st.lists(ids, unique=True, min_size=1, max_size=2)),
        ((names[:half], []), (names[half:], names[:half])),
        strict=False,
    ):
        kinds = st.lists(st.sampled_from(Kind), min_size=1, max_size=2, unique=True).map(tuple)
        extends = [draw(st.builds(Extends, level=st.just(level.id), kinds=kinds, text=possible)) for level in levels]
        split = draw(st.integers(0, len(own)))
        levels.append(
            Level(
                id=level_id,
                title=draw(texts),
                grade=draw(st.none() | st.integers(-(10**20), 10**20)),
                grade_text=draw(possible),
                grade_url=draw(possible),
                summary=draw(possible),
                extends=tuple(extends),
                responsibilities=draw(criteria(own[:split], list(areas), below)),
                requirements=draw(criteria(own[split:], list(areas), below)),
            )
        )
    indicators = st.builds(PerformanceIndicator, id=ids, text=texts, url=possible, measure=possible)
    return Role(
        id=draw(ids),
        title=draw(texts),
        description=draw(possible),
        summary=draw(possible),
        source=draw(st.none() | st.builds(Source, title=texts, url=possible, licence=possible)),
        base_url=draw(possible),
        scale=draw(st.just(DEFAULT_SCALE) | scales()),
        readiness=draw(
            st.builds(
                ReadinessPolicy,
                near=st.floats(0, 1),
                evidence=st.sampled_from(EvidencePolicy),
                weights=st.builds(Weights, requirement=weights, responsibility=weights),
            )
        ),
        areas=areas,
        levels=tuple(levels),
        performance_indicators=tuple(draw(st.lists(indicators, max_size=2, unique_by=lambda found: found.id))),
        hiring_process=draw(
            st.none() | st.builds(HiringProcess, intro=possible, steps=tuples(texts, 3), outro=possible)
        ),
        notes=draw(tuples(st.builds(Note, title=st.just("") | texts, text=texts))),
    )


@st.composite
def cycles(draw: st.DrawFn, role: Role, *, closed: bool) -> Cycle:
    names = [criterion.id for _, _, criterion in role.criteria()]
    keys = st.sampled_from(names or [""])
    most = 3 if names else 0
    about = tuples(keys, most)
    marks = {"carried": st.booleans(), "check_again": st.booleans()}
    ratings = st.one_of(
        st.builds(Rating, step=st.integers(0, role.scale.highest), **marks),
        st.builds(Rating, not_applicable=st.just("") | texts, **marks),
    )
    indicators = [indicator.id for indicator in role.performance_indicators]
    reviews = st.builds(
        Review,
        reviewer=texts,
        date=days,
        ratings=st.dictionaries(keys, ratings, max_size=most),
        comments=st.dictionaries(keys, st.just("") | texts, max_size=most),
        overall=possible,
    )
    evidence = st.builds(
        Evidence,
        id=ids,
        date=days,
        text=texts,
        result=possible,
        change=st.none() | st.builds(Change, of=possible, before=texts, after=texts),
        link=possible,
        source=possible,
        criteria=about,
    )
    actions = st.builds(
        Action,
        id=ids,
        text=texts,
        due=st.none() | days,
        done_when=possible,
        status=st.sampled_from(ActionStatus),
        criteria=about,
    )
    values = st.builds(IndicatorValue, indicator=st.sampled_from(indicators or [""]), period=texts, value=texts)
    return Cycle(
        name=draw(texts),
        opened=date(2026, 7, 1),
        closed=date(2026, 12, 31) if closed else None,
        ratings=draw(st.dictionaries(keys, ratings, max_size=most)),
        notes=draw(st.dictionaries(keys, st.just("") | texts, max_size=most)),
        evidence=tuple(draw(st.lists(evidence, max_size=2, unique_by=lambda found: found.id))),
        actions=tuple(draw(st.lists(actions, max_size=2, unique_by=lambda found: found.id))),
        indicators=draw(tuples(values, 2 if indicators else 0)),
        reviews=tuple(draw(st.lists(reviews, max_size=2, unique_by=lambda found: found.reviewer))),
        agreed=draw(st.dictionaries(keys, st.builds(Agreed, rating=st.none() | ratings, text=possible), max_size=most)),
    )


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    role = draw(roles())
    levels = [level.id for level in role.levels]
    done = draw(st.lists(cycles(role, closed=True), max_size=1))
    experience = tuples(st.builds(Experience, of=texts, since=days))
    return Assessment(
        id="sample",
        person=draw(
            st.builds(Person, name=texts, title=possible, in_role_since=st.none() | days, experience=experience)
        ),
        current=draw(st.none() | st.sampled_from(levels)),
        target=draw(st.sampled_from(levels)),
        cycles=(*done, draw(cycles(role, closed=False))),
        role=role,
    )
