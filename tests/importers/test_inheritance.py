"""Sentences that take over another level's criteria: resolved, or asked, never guessed."""

import pytest

from ladder_app.importers.inheritance import reference_in
from ladder_app.importers.likeness import Likeness
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks
from tests.importers.pages import bases, doubts, role_of

_DUTY, _NEED = "responsibility", "requirement"


def _page(bullet: str, section: str = "Responsibilities", first: str = "Baker", second: str = "Senior Baker") -> str:
    return (
        f"## Levels\n### {first}\n#### Responsibilities\n- Bakes.\n#### Requirements\n- Can.\n"
        f"### {second}\n#### {section}\n{bullet}\n- Leads.\n"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "- Extends that of the Baker responsibilities",
        "- Extends the Baker responsibilities",
        "- Extends Baker responsibilities, plus;",
        "- Extends: Baker",
        "- Extends responsibilities of Bakers",
        "- All of the responsibilities listed for Baker.",
        "- All of the responsibilities of a Baker plus the following:",
        "All the responsibilities of a Baker, plus:\n",
        "- The responsibilities of a Baker, plus;",
        "- Everything in the Baker role, plus:",
        "- Includes all [Baker](#baker) responsibilities",
        "- Includes all of the [Baker responsibilities](#baker)",
        "- The Senior Baker inherits the responsibilities of the Baker as well as the following:",
        "This role includes all of the responsibilities above, plus:\n",
        "This role includes all of the responsibilities of the previous level, plus:\n",
        "All of the above responsibilities, plus\n",
        "- Extends that of the [Chief Dough Officer](#baker) responsibilities",
        "- Extends the Bakr responsibilities",
    ],
)
def test_that_a_sentence_among_duties_takes_over_duties(sentence: str) -> None:
    page = _page(sentence)
    assert bases(page) == [("Senior Baker", "Baker", (_DUTY,))]
    assert not doubts(import_markdown(page, "x"))
    assert [c.text for c in role_of(page).levels[1].responsibilities] == ["Leads."]


def test_that_the_sentence_is_kept_with_what_it_takes_over() -> None:
    (extends,) = role_of(_page("* Extends that of the Baker responsibilities")).levels[1].extends
    assert extends.text == "Extends that of the Baker responsibilities"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Senior Baker role extends the [Baker](#baker) role.",
        "The Senior Baker role extends the Baker role as an individual contributor.",
        "Are Bakers who meet the following criteria:",
    ],
)
def test_that_a_sentence_under_the_level_takes_over_both_kinds(sentence: str) -> None:
    page = _page("- Bakes cake.").replace("### Senior Baker\n", f"### Senior Baker\n\n{sentence}\n\n")
    assert bases(page) == [("Senior Baker", "Baker", (_DUTY, _NEED))]


def test_that_a_heading_may_say_it_in_brackets() -> None:
    page = _page("- Bakes cake.", second="Senior Baker (extends the Baker role)")
    assert bases(page) == [("Senior Baker", "Baker", (_DUTY, _NEED))]
    assert role_of(page).levels[1].title == "Senior Baker"


def test_that_two_bases_are_both_taken() -> None:
    page = _page("- x").replace("### Senior", "### Miller\n#### Responsibilities\n- Mills.\n### Senior")
    page = page.replace("- x", "- Extends that of the Baker and the Miller responsibilities")
    assert bases(page) == [("Senior Baker", "Baker", (_DUTY,)), ("Senior Baker", "Miller", (_DUTY,))]


def test_that_alternatives_are_asked() -> None:
    page = _page("- x").replace("### Senior", "### Miller\n#### Responsibilities\n- Mills.\n### Senior")
    found = import_markdown(page.replace("- x", "- Extends either the Baker or the Miller responsibilities"), "x")
    (question,) = doubts(found)
    assert (question.asks, question.level, question.choices) == (Asks.EXTENDS, "senior-baker", ("baker", "miller"))
    assert found.role is not None
    assert found.role.levels[2].extends == ()


@pytest.mark.parametrize("name", ["Miller", "Senior Miller", "Junior Baker", "Senior Baker"])
def test_that_a_name_that_is_no_level_or_the_level_itself_is_asked_and_kept(name: str) -> None:
    sentence = f"Extends that of the {name} responsibilities"
    found = import_markdown(_page(f"- {sentence}"), "x")
    assert [q.asks for q in doubts(found)] == [Asks.EXTENDS]
    assert doubts(found)[0].line == 9
    assert found.role is not None
    assert all(not level.extends for level in found.role.levels)
    assert sentence in "".join(note.text for note in found.role.notes)


def test_that_a_link_to_another_page_is_asked_with_its_address() -> None:
    found = import_markdown(_page("- Extends that of the [Miller](/jobs/miller/#miller) responsibilities"), "x")
    assert [q.page for q in doubts(found)] == ["/jobs/miller/#miller"]


def test_that_a_contradicting_kind_is_asked() -> None:
    found = import_markdown(_page("- Extends the Baker requirements"), "x")
    assert "speaks of requirements among the responsibilities" in doubts(found)[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Extend our reach to new towns",
        "Extends our bakery with new ovens and better bread for everybody who lives in the town",
        "All cases are resolved in a fair process.",
        "Own all of the ovens of the shop",
        "Inherits nothing from nobody",
        "Work that extends across teams",
    ],
)
def test_that_other_sentences_are_criteria(text: str) -> None:
    page = _page(f"- {text}")
    assert [c.text for c in role_of(page).levels[1].responsibilities] == [text, "Leads."]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Engineering Productivity Team Manager", "Engineering Manager, Engineering Productivity"),
        ("Sr Program Managers", "Senior Business Technology Program Manager"),
        ("Technology Parnter Manager", "Technology Partner Manager"),
        ("Senior SREs", "Senior Site Reliability Engineer"),
        ("L&D Senior Manager", "Senior Manager, Learning & Development"),
        ("VP of Bread", "Vice President, Bread"),
        ("Baker (Intermediate)", "Baker"),
    ],
)
def test_that_names_that_resemble_a_title_are_resolved(name: str, title: str) -> None:
    assert Likeness([(0, title), (1, "Head Miller")]).resolve(name) == 0


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("Payroll Analyst", ["Payroll Analyst, US", "Payroll Analyst, EMEA"]),
        ("Senior Baker", ["Baker", "Staff Baker"]),
        ("AVP", ["Vice President, Bread", "Director, Bread"]),
        ("Director", ["Manager, Bread"]),
        ("", ["Baker"]),
    ],
)
def test_that_names_that_resemble_none_or_two_are_not(name: str, titles: list[str]) -> None:
    assert Likeness(list(enumerate(titles))).resolve(name) is None


def test_that_a_circle_is_asked_and_not_built() -> None:
    page = _page("- Extends the Baker responsibilities").replace(
        "- Bakes.", "- Extends the Senior Baker responsibilities"
    )
    found = import_markdown(page, "x")
    assert len(doubts(found)) == 1
    assert "extend itself" in doubts(found)[0].message


def test_that_a_plain_text_is_no_reference() -> None:
    assert reference_in("Bakes bread.") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Same as Baker, plus:",
        "Everything a Baker does, and:",
        "Does everything that a Baker does, plus:",
        "Meets all Baker expectations and",
        "Continues to meet all of the Baker requirements",
        "Has mastered all Baker skills",
        "Contains all Baker duties",
        "Assumes Baker responsibilities",
        "Builds on Baker",
        "In addition to the Baker responsibilities:",
        "Fulfils all expectations of a Baker, and additionally:",
        "A Head Baker is a Baker who also:",
        "As a Baker, plus:",
        "Baker, plus:",
        "Baker +",
        "Same as above",
        "Same as the previous level, and",
        "The same duties of a Baker, plus the below:",
        "Head Bakers share the same responsibilites as the Baker, but also:",
        "All Baker competencies, plus:",
        "You do everything a Baker does plus",
        "In addition to Baker:",
        "Continues to meet the duties of Baker",
        "The Head Baker has all of the duties of the Baker and will additionally:",
        "The duties of a Head Baker include those of a Baker, plus:",
        "Assumes the duties of Baker, and",
        "In addition to everything a Baker does, a Head Baker:",
        "In addition to the above:",
    ],
)
def test_that_shorter_sentences_take_over_too(sentence: str) -> None:
    page = "## Baker\n### Duties\n- Bakes.\n## Head Baker\n### Duties\n"
    for line in (f"- {sentence}\n", f"{sentence}\n\n"):
        assert bases(f"{page}{line}- Leads.\n") == [("Head Baker", "Baker", ("responsibility",))]


@pytest.mark.parametrize(
    "text",
    [
        "Same as usual, plus:",
        "Builds on past success",
        "Everything a customer does, and why",
        "In addition to the oven responsibilities",
        "Meets all safety requirements",
        "Five years, plus",
        "C++",
        "Assumes good faith",
    ],
)
def test_that_such_sentences_about_anything_else_are_criteria(text: str) -> None:
    page = f"## Baker\n### Duties\n- Bakes.\n## Head Baker\n### Duties\n- {text}\n- Leads.\n"
    assert [c.text for c in role_of(page).levels[1].responsibilities] == [text, "Leads."]


def test_that_a_bullet_that_points_to_what_all_share_is_no_criterion() -> None:
    page = "---\ntitle: Bakers\n---\n## Responsibilities\n- Bakes.\n## Levels\n### Junior Baker\n#### Job Grade\n5\n"
    page += (
        "#### Junior Baker Responsibilities\n- Includes responsibilities listed [here](#responsibilities)\n- Sleeps.\n"
    )
    role = role_of(page)
    assert [c.text for c in role.levels[0].responsibilities] == ["Bakes.", "Sleeps."]
    assert any("listed [here]" in note.text for note in role.notes)


def test_that_a_code_in_brackets_is_a_name() -> None:
    page = "## Baker (IC1)\n### Duties\n- Bakes.\n## Head Baker (IC2)\n\n"
    page += "All of the IC1 expectations, plus:\n\n### Duties\n- Leads.\n"
    assert bases(page) == [("Head Baker (IC2)", "Baker (IC1)", (_DUTY, _NEED))]
    assert bases(
        page.replace("Baker (IC1)", "L1 – Baker").replace("All of the IC1 expectations, plus", "In addition to L1")
    )


@pytest.mark.parametrize("verb", ["Extends", "Exends", "Extens", "Exteds", "Etxends"])
def test_that_a_verb_with_a_letter_amiss_takes_over_all_the_same(verb: str) -> None:
    page = (
        "# Bakery\n## Levels\n### Baker\n#### Baker Requirements\n- Knows rye.\n"
        f"### Senior Baker\n#### Senior Baker Requirements\n- {verb} that of the Baker requirements\n- Knows wheat.\n"
    )
    baker, senior = role_of(page).levels
    assert [extends.level for extends in senior.extends] == [baker.id]
    assert [criterion.text for criterion in senior.requirements] == ["Knows wheat."]


def test_that_what_is_a_huge_plus_takes_nothing_over() -> None:
    text = "Able to plan all of the weeks of a baker from your notes is a huge plus."
    page = f"# Bakery\n## Levels\n### Baker\n#### Requirements\n- Knows rye.\n- {text}\n"
    (baker,) = role_of(page).levels
    assert [criterion.text for criterion in baker.requirements] == ["Knows rye.", text]


def test_that_a_line_that_builds_on_a_level_heads_no_list() -> None:
    assert bases(_page("Builds upon the Baker responsibilities:\n")) == [("Senior Baker", "Baker", (_DUTY,))]


@pytest.mark.parametrize("said", ["in addition to the Baker responsibilities", "on top of Baker responsibilities"])
def test_that_brackets_of_a_heading_add_to_what_a_level_asks(said: str) -> None:
    assert bases(_page("- Sells.", f"Responsibilities ({said})")) == [("Senior Baker", "Baker", (_DUTY,))]


@pytest.mark.parametrize("said", ["previous levels", "levels above"])
def test_that_several_levels_above_are_all_taken_over(said: str) -> None:
    page = (
        _page("- Sells.")
        + f"### Head Baker\n#### Responsibilities\n- All of the responsibilities of the {said}, plus\n"
    )
    assert bases(page) == [("Head Baker", "Senior Baker", (_DUTY,)), ("Head Baker", "Baker", (_DUTY,))]


def test_that_a_level_above_that_builds_on_the_others_stands_for_them() -> None:
    page = _page("- Extends the Baker responsibilities")
    page += "### Head Baker\n#### Responsibilities\n- All of the responsibilities of the previous levels, plus\n"
    assert bases(page)[1:] == [("Head Baker", "Senior Baker", (_DUTY,))]


@pytest.mark.parametrize("rank", ["Area", "Associate", "Assistant"])
def test_that_an_avp_is_whichever_of_them_there_is(rank: str) -> None:
    assert Likeness([(0, f"{rank} Vice President, Bread"), (1, "Vice President, Bread")]).resolve("AVP") == 0


def test_that_an_avp_of_two_kinds_is_neither() -> None:
    titles = ["Area Vice President, Bread", "Assistant Vice President, Bread"]
    assert Likeness(list(enumerate(titles))).resolve("AVP") is None


@pytest.mark.parametrize(
    ("bullet", "is_asked"),
    [("- Extends Pastry Manager", True), ("- Extends the reach of the Pastry Manager guild", False)],
)
def test_that_a_title_alone_that_is_extended_and_is_no_level_here_is_asked_about(bullet: str, is_asked: bool) -> None:
    asked = [question.asks for question in import_markdown(_page(bullet), "x").questions]
    assert (Asks.EXTENDS in asked) is is_asked
