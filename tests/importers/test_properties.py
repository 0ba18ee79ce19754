"""For any page: every line accounted for, text in is text out, and the same page gives the same role again."""

import re
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ladder_app.errors import InvalidFile
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Imported, Place
from ladder_app.importers.sources import import_text

_WORD = st.sampled_from(
    ("bake", "bread", "oven", "dough", "plan", "lead", "teach", "write", "cake", "rye", "salt", "mill")
)
_SENTENCE = st.lists(_WORD, min_size=3, max_size=8).map(lambda words: " ".join(words).capitalize() + ".")
_MARK = st.sampled_from(["- ", "* ", "+ ", "1. "])


_KINDS = (
    "Responsibilities", "Requirements", "Nice-to-haves", "Job Grade", "What you’ll do", "Who are you?", "Bonus points",
    "Requirements (all levels)", "Technical skills", "Delivery", "Requirements for Senior and Staff", "Overview",
    "Anti-patterns", "What does a Staff Baker do?", "Can I switch tracks?",
)  # fmt: skip
_BETWEEN = st.sampled_from(
    (
        "", "Preferred Qualifications\n\n", "Oven:\n\n", "**Lead a town**\n\n", "TBD\n\n", "Bakers must have:\n\n",
        "In addition to the above:\n\n", "The Baker reports to the [Head](#head).\n\n",
        "- Includes the [Baker requirements](#junior-baker)\n", "- Performance Indicators\n",
        "- Staff Baker only – bakes.\n",
    )
)  # fmt: skip


@st.composite
def _section(draw: st.DrawFn, depth: int) -> str:
    kind = draw(st.sampled_from(_KINDS))
    if kind == "Job Grade":
        return f"{'#' * depth} {kind}\n\nThe baker is a grade {draw(st.integers(1, 12))}.\n"
    mark = draw(_MARK)
    bullets = "\n".join(mark + text for text in draw(st.lists(_SENTENCE, min_size=1, max_size=5)))
    lead = draw(st.one_of(st.just(""), _SENTENCE.map(lambda text: text[:-1] + ":\n\n"), _BETWEEN))
    more = draw(st.one_of(st.just(""), st.tuples(_BETWEEN, _SENTENCE).map(lambda both: f"\n{both[0]}- {both[1]}\n")))
    return f"{'#' * depth} {kind}\n\n{lead}{bullets}\n{more}"


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page as somebody could write it."""
    depth = draw(st.integers(1, 4))
    parts = [draw(st.sampled_from(["---\ntitle: Bakers\n---\n\n", "", "Welcome to the bakers.\n\n"]))]
    ranks = draw(st.lists(st.sampled_from(["Junior", "Senior", "Staff", "Principal", "Head"]), unique=True, max_size=4))
    for rank in ranks:
        parts.append(f"{'#' * depth} {rank} Baker\n\n")
        parts += draw(st.lists(_section(depth + 1), min_size=1, max_size=3))
    if len(ranks) > 1 and draw(st.booleans()):
        parts.append(f"{'#' * depth} {ranks[0]} and {ranks[1]} Bakers\n\n")
        parts += draw(st.lists(_section(depth + 1), min_size=1, max_size=2))
    if draw(st.booleans()):
        parts += [f"## {track}\n\n### Level 1\n\n- {draw(_SENTENCE)}\n\n" for track in ("Managers", "Engineers")]
    if not ranks:
        parts += draw(st.lists(_section(depth), min_size=1, max_size=3))
    parts.append(
        draw(
            st.sampled_from(
                [
                    "",
                    "\n## Hiring Process\n\n1. A call.\n",
                    "\n## How do we hire?\n\nSo:\n\n### Call\n\n- Short.\n\n### Offer\n\nQuick.\n",
                    "\n## Hiring Process\n\n- Call.\n\nFor bakers:\n\n- Bread.\n\nFor heads:\n\n- Talk.\n",
                    "\n## Tools\n\n| a | b |\n|---|---|\n| c | d |\n",
                ]
            )
        )
    )
    return "\n".join(parts)


def _account_is_whole(text: str, found: Imported) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [(line.line, line.text) for line in found.account] == [(i, t) for i, t in enumerate(lines, 1) if t.strip()]


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inside in value.values() for text in _texts(inside)]
    if isinstance(value, (list, tuple)):
        return [text for inside in value for text in _texts(inside)]
    return [value] if isinstance(value, str) else []


_STRUCTURE = (Place.HEADING, Place.LAYOUT, Place.FRONT_MATTER, Place.UNPLACED)


@given(pages())
@settings(max_examples=60)
def test_that_text_in_is_text_out(page: str) -> None:
    found = import_markdown(page, "page")
    _account_is_whole(page, found)
    if found.role is None:
        return
    role = found.role.model_dump(mode="json")
    written = _letters(" ".join(_texts(role)))
    titles = {level.id: _letters(level.title) for level in found.role.levels}
    for line in found.account:
        named = line.place is Place.LEVEL and titles.get(line.level or "", "-") in _letters(line.text)
        if line.place not in _STRUCTURE and not named:
            text = re.sub(r"^(?:\s*(?:[-*+]|\d+\.)\s+|title:)", "", line.text)
            assert _letters(text) in written, line
    source = _letters(page)
    for level in found.role.levels:
        for _, criterion in level.criteria():
            assert _letters(criterion.text) in source


_RANKS = st.lists(
    st.sampled_from(["Junior Baker", "Senior Baker", "Staff Baker", "Level 4", "L5"]),
    min_size=2,
    max_size=4,
    unique=True,
)
_SKILLS = st.lists(st.sampled_from(["Oven", "Dough", "Town", "Till"]), min_size=2, max_size=4, unique=True)


@st.composite
def ladders(draw: st.DrawFn) -> tuple[str, dict[str, list[str]]]:
    """The same ladder in one of many arrangements, and what each level is to say."""
    ranks, skills = draw(_RANKS), draw(_SKILLS)
    texts = {(rank, skill): draw(_SENTENCE) for rank in ranks for skill in skills}
    how = draw(st.sampled_from(["across", "down", "csv", "csv down", "long", "headings", "bold", "list", "by level"]))
    rows: list[list[str]] = [["Skill", *ranks], *([skill, *(texts[rank, skill] for rank in ranks)] for skill in skills)]
    if how.endswith("down"):
        rows = [["Level", *skills], *([rank, *(texts[rank, skill] for skill in skills)] for rank in ranks)]
    if how == "long":
        rows = [["Level", "Skill", "Text"], *([rank, skill, texts[rank, skill]] for rank, skill in texts)]
    page = "# Bakery\n\n"
    if how in ("csv", "csv down", "long"):
        page = draw(st.sampled_from(["", "Our bakery,,\n"])) + "".join(",".join(row) + "\n" for row in rows)
    elif how in ("across", "down"):
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        page += "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]) + "\n"
    elif how == "by level":
        for rank in ranks:
            page += f"## {rank}\n\n" + "".join(f"### {skill}\n- {texts[rank, skill]}\n" for skill in skills)
    else:
        mark = {"headings": "### {}\n- ", "bold": "**{}**\n\n- ", "list": "- **{}:** "}[how]
        for skill in skills:
            page += f"## {skill}\n\n"
            page += "".join(mark.format(rank) + texts[rank, skill] + "\n\n"[how == "list" :] for rank in ranks) + "\n"
    return page, {rank: [texts[rank, skill] for skill in skills] for rank in ranks}


@given(ladders())
@settings(max_examples=120)
def test_that_every_arrangement_gives_each_level_its_texts_and_no_others(
    ladder: tuple[str, dict[str, list[str]]],
) -> None:
    page, expected = ladder
    found = import_text(page, "page")
    _account_is_whole(page, found)
    assert not list(found.unplaced())
    assert found.role is not None
    got = {level.title: [c.text for _, c in level.criteria()] for level in found.role.levels}
    assert got == expected


@given(pages())
@settings(max_examples=30)
def test_that_criteria_keep_their_order(page: str) -> None:
    found = import_markdown(page, "page")
    if found.role is None:
        return
    lines = {line.target: line.line for line in reversed(found.account) if line.target}
    for level in found.role.levels:
        for criteria in (level.responsibilities, level.requirements):
            places = [lines[criterion.id] for criterion in criteria]
            assert places == sorted(places)


@given(pages())
@settings(max_examples=30)
def test_that_the_same_page_gives_the_same_again(page: str) -> None:
    assert import_markdown(page, "page") == import_markdown(page, "page")


@given(pages(), _SENTENCE)
@settings(max_examples=30)
def test_that_another_bullet_elsewhere_leaves_ids_alone(page: str, text: str) -> None:
    before = import_markdown(page, "page").role
    added = import_markdown(page + "\n## Other Baker\n\n### Requirements\n\n- Zzz " + text + "\n", "page").role
    if before is None or added is None:
        return
    if [level.title for level in added.levels] != [*(level.title for level in before.levels), "Other Baker"]:
        return
    kept = {criterion.id for _, _, criterion in added.criteria()}
    assert {criterion.id for _, _, criterion in before.criteria()} <= kept


@given(st.text(alphabet=st.sampled_from("ab #*-_1.:|<>[](){}&\"'`~\\\n\t=+/%!?é•é\u00a0\x0b\u2028\x00"), max_size=300))
@example('"\t')
@example("`\n>")
@settings(max_examples=150)
def test_that_nothing_that_is_written_stops_an_import(text: str) -> None:
    _account_is_whole(text, import_markdown(text, "page"))
    with suppress(InvalidFile):
        import_text(text, "page")


def test_that_absurd_texts_take_no_absurd_time() -> None:
    absurd = (
        "all of the responsibilities of " * 3_000,
        "[" * 10_000,
        "**a" * 5_000,
        "5 years " * 3_000,
        "is an a " * 3_000,
    )
    for text in absurd:
        page = f"# Baker\n## Requirements\n- {text}\n"
        _account_is_whole(page, import_markdown(page, "page"))


def test_that_a_page_without_line_breaks_or_with_many_levels_takes_no_absurd_time() -> None:
    bullets = "".join(f"<li>Bakes the bread of day {day}</li>" for day in range(9_000))
    found = import_text(f"<h1>Baker</h1><h2>Responsibilities</h2><ul>{bullets}</ul>", "page")
    assert found.role is not None
    assert sum(1 for _ in found.role.criteria()) == 9_000
    levels = "".join(f"### Baker {n}\n#### Responsibilities\n- Bakes {n} loaves.\n" for n in range(6_000))
    with pytest.raises(InvalidFile, match="6000 levels"):
        import_text(f"# Baker\n## Levels\n{levels}", "page")


def test_that_a_long_table_with_a_competency_in_each_row_takes_no_absurd_time() -> None:
    rows = "".join(f"| Dough {n} | Kneads {n} | Kneads {n} at once |\n" for n in range(9_000))
    found = import_text(f"| Competency | Baker | Senior Baker |\n|---|---|---|\n{rows}", "page")
    assert found.role is not None
    assert sum(1 for _ in found.role.criteria()) == 18_000
