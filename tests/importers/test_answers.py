"""Questions that can be denied: each answer has its effect, every line stays placed, and the question is settled."""

import pytest

from ladder_app.domain.effective import effective_level
from ladder_app.domain.role_integrity import role_faults
from ladder_app.gui.importing.words import Answer, asked
from ladder_app.importers.deciding import decided, with_decision
from ladder_app.importers.decisions import Says, decision_on
from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks, Imported, Place
from ladder_app.importers.sources import import_text

_TOP = "# Baker\n\n## Junior Baker\n\n### Requirements\n\n- Bakes bread every day of the week.\n\n"
_SENIOR = "## Senior Baker\n\n### Requirements\n\n- Bakes rye bread of every kind there is.\n\n"
_LISTS = (
    f"{_TOP}{_SENIOR}## What we like\n\n- People who come early to the oven each day.\n"
    "- People who stay until the last bread\n  is sold.\n"
)
_TRACKS = (
    "# Engineer\n\n## Backend\n\n### Junior\n\n- Writes services.\n\n### Senior\n\n- Designs services.\n\n"
    "## Frontend\n\n### Junior\n\n- Writes pages.\n\n### Senior\n\n- Designs pages.\n"
)
_EXEMPT = (
    "# Baker\n\n## Requirements\n\n- Comes on time.\n- Knows the oven.\n\n## Apprentice Baker\n\n"
    "Apprentices are not required to meet the requirements above.\n\n### Responsibilities\n\n- Sweeps the floor.\n\n"
    "## Baker\n\n### Requirements\n\n- Bakes bread.\n\n## Senior Baker\n\n### Requirements\n\n- Bakes rye.\n"
)
_ODD = (
    "# Bakers\n## Junior Engineer\n- Heats the oven.\n## Senior Engineer\n- Mends the oven.\n"
    "## Staff Engineer\n### Requirements\n"
)
_TWICE = (
    "# Ladder\n## Code\n### Junior\n- Reads.\n### Junior\n- Writes.\n### Senior\n- Designs.\n"
    "## People\n### Junior\n- Asks.\n### Senior\n- Helps.\n"
)
_ALIKE = (
    "# Weaving\n\n## Duties\n\n| | Weaver Level 6 | Weaver Level 7 | Senior Weaver |\n|---|---|---|---|\n"
    "| 1 | Weaves cloth | Weaves silk | Weaves gold |\n| 2 | Sells cloth | Sells silk | Sells gold |\n\n## Skills\n\n"
    "| | Weaver L6 | Weaver L7 | Senior Weaver L8 |\n|---|---|---|---|\n"
    "| 1 | Knows looms | Knows many looms | Knows all looms |\n| 2 | Knows yarn | Knows much yarn | Knows all yarn |\n"
)
_GUESSED = (
    "# Baker\n\n## Requirements\n\n- Knows rye.\n\n## Daily life\n\n"
    "- Sweeps the floor each evening.\n- Orders flour and salt on time.\n"
)
_PARTS = (
    "# Baker\n\n## Responsibilities\n\n- Bakes.\n\n### Rye\n\n#### Responsibilities\n\n- Bakes rye.\n\n"
    "#### Requirements\n\n- Knows rye.\n\n### Cakes\n\n#### Responsibilities\n\n- Bakes cakes.\n\n"
    "#### Requirements\n\n- Knows cakes.\n"
)
_RULES = (
    "# Our rules\n\n## Alpha\n\n- Bakes bread and so on.\n- Sells it to people.\n\n"
    "## Beta\n\n- Bakes rye.\n- Grinds flour.\n"
)
_TOLD = "# Bakers\n\n## Levels\n\n### Junior Baker\n\nBakes bread\nand sells it.\n\n### Senior Baker\n\nBakes rye.\n"
_NONE = "# Pitfalls\n\n- Burns the bread\n  each day.\n- Wastes flour.\n"
_BOLD = "**Alpha**\n\nWhat alphas do.\n\n**Beta**\n\nWhat betas do.\n"
_COUNTED = (
    "# Baking\n\n## Levels\n\n### Oven\n\n1. Heats the oven every single morning.\n2. Mends the oven.\n\n"
    "### Shop\n\n1. Sells the bread to all the people.\n2. Runs the whole shop for a day.\n"
)
_JOBS = (
    "# Shop\n\n## Baker\n\n### Responsibilities\n\n- Bakes bread.\n- Sells it.\n\n"
    "## Driver\n\n### Responsibilities\n\n- Drives the van.\n- Washes it.\n"
)
_RATING = "Level,Criterion\nBelow expectations,Is late each day\nMeets expectations,Is on time\n"
_ALL = {
    "jobs": _JOBS,
    "guessed": _GUESSED, "parts": _PARTS, "rules": _RULES, "told": _TOLD, "counted": _COUNTED,
    "lists": _LISTS, "tracks": _TRACKS, "exempt": _EXEMPT, "odd": _ODD, "twice": _TWICE, "alike": _ALIKE,
}  # fmt: skip


def _read(page: str) -> Imported:
    return import_markdown(page, "page")


def _answered(found: Imported, words: str, *, fewer: bool = True) -> Imported:
    """The page after the first answer that begins so; it holds when the page is read again."""
    question, answer = next((q, a) for q in asked(found) for a in q.answers if a.words.startswith(words))
    line = next(line for line in found.account if line.line >= question.line)
    decision = decision_on(line, answer.says, answer.value)
    after = with_decision(found, decision)
    assert after is not None
    assert (len(after.questions) < len(found.questions)) is fewer
    assert decided(found, [decision]).imported == after
    return after


def _criteria(found: Imported) -> dict[str, list[str]]:
    assert found.role is not None
    return {level.title: [c.text for _, c in level.criteria()] for level in found.role.levels}


def _asked_of(found: Imported, level: str) -> set[str]:
    assert found.role is not None
    return {one.text for one in effective_level(found.role, level).criteria}


@pytest.mark.parametrize("name", list(_ALL))
def test_that_every_question_has_two_answers_and_each_keeps_lines_and_texts(name: str) -> None:
    found = _read(_ALL[name])
    assert found.role is not None
    questions = [one for one in asked(found) if not one.is_suggestion]
    assert questions
    for question in questions:
        assert len(question.answers) + bool(question.closing) > 1, question.words
        line = next(line for line in found.account if line.line >= question.line)
        for answer in question.answers:
            after = with_decision(found, decision_on(line, answer.says, answer.value))
            assert after is not None, answer
            assert after.role is not None
            assert not role_faults(after.role)
            assert [a.text for a in after.account] == [a.text for a in found.account]
            assert len(after.questions) < len(found.questions)
            assert _texts(after) >= _texts(found), answer


def _texts(found: Imported) -> set[str]:
    """Every word that criteria and notes hold."""
    assert found.role is not None
    said = [c.text for _, _, c in found.role.criteria()] + [note.text for note in found.role.notes]
    return {word for text in said for word in text.replace("-", " ").split()}


def test_that_lists_kept_as_notes_are_asked_of_every_level_or_of_one() -> None:
    found = _read(_LISTS)
    every = _answered(found, "No, every level")
    assert list(_criteria(every)) == ["Shared by all levels", "Junior Baker", "Senior Baker"]
    early = "People who come early to the oven each day."
    assert early in _asked_of(every, "junior-baker")
    assert early in _asked_of(every, "senior-baker")
    assert [line.place for line in every.account if "come early" in line.text] == [Place.REQUIREMENT]
    one = _answered(found, "No, “Senior Baker”")
    assert len(_criteria(one)["Senior Baker"]) == 3
    assert early not in _asked_of(one, "junior-baker")


def test_that_areas_can_be_ladders_of_their_own() -> None:
    after = _answered(_read(_TRACKS), "Ladders of their own")
    assert _criteria(after) == {
        "Junior (Backend)": ["Writes services."],
        "Senior (Backend)": ["Designs services."],
        "Junior (Frontend)": ["Writes pages."],
        "Senior (Frontend)": ["Designs pages."],
    }
    lines = {line.text: line.level for line in after.account if line.place is Place.REQUIREMENT}
    assert len(set(lines.values())) == len(lines)


def test_that_a_level_said_to_be_exempt_can_be_bound_to_what_all_share_and_to_nothing_else() -> None:
    after = _answered(_read(_EXEMPT), "All of it")
    assert _asked_of(after, "apprentice-baker") == {"Comes on time.", "Knows the oven.", "Sweeps the floor."}
    assert "Comes on time." in _asked_of(after, "senior-baker")


def test_that_a_level_that_is_none_becomes_a_note() -> None:
    after = _answered(_read(_ODD), "No, it is a note")
    assert list(_criteria(after)) == ["Junior Engineer", "Senior Engineer"]


def test_that_the_second_of_a_level_named_twice_can_be_meant_for_another() -> None:
    after = _answered(_read(_TWICE), "For “Senior”")
    assert _criteria(after) == {"Junior": ["Reads.", "Asks."], "Senior": ["Writes.", "Designs.", "Helps."]}


def test_that_a_level_taken_for_another_can_be_one_of_its_own() -> None:
    after = _answered(_read(_ALIKE), "No, “Weaver L6”")
    assert _criteria(after)["Weaver Level 6"] == ["Weaves cloth", "Sells cloth"]
    assert _criteria(after)["Weaver L6"] == ["Knows looms", "Knows yarn"]


def test_that_what_does_not_fit_the_question_is_refused() -> None:
    found = _read(_TRACKS)
    for line in found.account:
        for says in (Says.LISTED, Says.NO_LEVELS, Says.MEANT, Says.OWN_LEVEL, Says.HOLDS):
            assert with_decision(found, decision_on(line, says)) is None
    assert with_decision(_read(_LISTS), decision_on(found.account[0], Says.TRACKS)) is None
    assert Answer("", Says.TRACKS, "") not in asked(_read(_LISTS))[0].answers


def test_that_levels_asked_about_in_one_line_are_answered_one_by_one() -> None:
    found = _read(_ALIKE)
    assert len(found.questions) == 3
    after = _answered(_answered(found, "Yes, the same"), "No, “Weaver L7”")
    assert len(after.questions) == 1
    assert list(_criteria(after)) == ["Weaver Level 6", "Weaver Level 7", "Weaver L7", "Senior Weaver"]


def test_that_a_list_taken_for_responsibilities_can_be_requirements_or_a_note() -> None:
    found = _read(_GUESSED)
    assert found.role is not None
    assert len(found.role.levels[0].responsibilities) == 2
    needs = _answered(found, "No, requirements")
    assert needs.role is not None
    assert len(needs.role.levels[0].requirements) == 3
    notes = _answered(found, "No, notes")
    assert _criteria(notes) == {"Baker": ["Knows rye."]}
    assert [line.place for line in notes.account if "Sweeps" in line.text] == [Place.NOTE]


def test_that_what_all_share_can_be_given_up_before_it_is_asked_for_whom_it_holds() -> None:
    found = _read(_EXEMPT)
    for text in ("- Comes on time.", "- Knows the oven."):
        line = next(line for line in found.account if line.text == text)
        after = with_decision(found, decision_on(line, Says.NOTE))
        assert after is not None
        found = after
    question = next(q for q in found.questions if q.level == "apprentice-baker")
    line = next(line for line in found.account if line.line == question.line)
    assert with_decision(found, decision_on(line, Says.HOLDS)) is None


def test_that_headings_of_a_page_that_was_read_as_one_level_can_be_its_levels() -> None:
    found = _read(_RULES)
    assert list(_criteria(found)) == ["Our rules"]
    after = _answered(found, "No, its levels are “Alpha”, “Beta”")
    assert _criteria(after) == {
        "Alpha": ["Bakes bread and so on.", "Sells it to people."],
        "Beta": ["Bakes rye.", "Grinds flour."],
    }
    assert not after.questions


def test_that_a_page_without_a_level_is_one_or_its_headings_are_levels() -> None:
    found = _read(_NONE)
    assert found.role is None
    one = _answered(found, "All of it is one level, “Pitfalls”")
    assert one.role is not None
    assert (one.role.title, _criteria(one)) == (
        "Pitfalls",
        {"Pitfalls": ["Burns the bread\neach day.", "Wastes flour."]},
    )
    bold = _read(_BOLD)
    assert bold.role is None
    levels = _answered(bold, "The headings “Alpha”, “Beta” are levels", fewer=False)
    assert _criteria(levels) == {"Alpha": [], "Beta": []}
    assert [q.asks for q in levels.questions] == [Asks.TITLE, Asks.LEVELS]
    asked_for = _answered(levels, "The 2 texts below the levels, as responsibilities")
    assert _criteria(asked_for) == {"Alpha": ["What alphas do."], "Beta": ["What betas do."]}
    assert asked_for.role is not None
    assert not asked_for.role.notes
    assert with_decision(bold, decision_on(bold.account[0], Says.HEADINGS, "2")) is None


def test_that_texts_below_levels_that_ask_nothing_are_what_they_ask_for() -> None:
    found = _read(_TOLD)
    after = _answered(found, "The 2 texts below the levels, as requirements")
    assert _criteria(after) == {"Junior Baker": ["Bakes bread\nand sells it."], "Senior Baker": ["Bakes rye."]}
    assert not after.questions
    assert after.role is not None
    assert not [level.summary for level in after.role.levels if level.summary], "nothing is said twice"
    assert with_decision(after, decision_on(after.account[0], Says.ENTRIES, "requirement")) is None


def test_that_a_ladder_can_be_one_level_after_all() -> None:
    found = _read(_TOP + _SENIOR.replace("Every", "Any"))
    after = with_decision(found, decision_on(found.account[0], Says.ONE_LEVEL))
    assert after is not None
    assert _criteria(after) == {
        "Baker": ["Bakes bread every day of the week.", "Bakes rye bread of every kind there is."]
    }
    assert {line.level for line in after.account if line.place is Place.REQUIREMENT} == {"junior-baker"}
    assert with_decision(after, decision_on(after.account[0], Says.ONE_LEVEL)) is None


def test_that_of_jobs_that_are_no_levels_of_one_ladder_one_is_kept_and_the_others_are_notes() -> None:
    found = _read(_JOBS)
    after = _answered(found, "Jobs of their own: keep “Driver”")
    assert _criteria(after) == {"Driver": ["Drives the van.", "Washes it."]}
    assert after.role is not None
    assert after.role.title == "Driver"
    assert "Bakes bread." in " ".join(note.text for note in after.role.notes)
    assert not after.questions
    assert _answered(found, "Levels of one ladder").role == found.role
    assert with_decision(found, decision_on(found.account[0], Says.ONLY, "nobody")) is None


def test_that_what_is_doubted_as_a_whole_can_be_agreed_to_or_given_up() -> None:
    found = import_text(_RATING, "talk")
    question = next(one for one in asked(found) if "answers of a rating" in one.words)
    assert [answer.words for answer in question.answers] == ["Yes, they are", "No, all of it is one level"]
    assert question.closing == "No – close"


def test_that_areas_that_are_called_as_levels_are_can_be_levels() -> None:
    sheet = "Level,Area,Criterion\nBaker,Senior,Bakes rye\nBaker,Junior,Bakes bread\nMiller,Junior,Grinds\n"
    found = import_text(sheet, "shop")
    question = next(one for one in asked(found) if "were taken for areas" in one.words)
    assert [answer.words for answer in question.answers] == ["No, they are areas", "Yes, they are"]
    after = _answered(found, "Yes, they are")
    assert after.role is not None
    swapped = {
        level.title: [(after.role.areas[c.area or ""], c.text) for _, c in level.criteria()]
        for level in after.role.levels
    }
    assert swapped == {"Junior": [("Baker", "Bakes bread"), ("Miller", "Grinds")], "Senior": [("Baker", "Bakes rye")]}
    assert {line.level for line in after.account if line.place is Place.REQUIREMENT} == {"junior", "senior"}
    assert not role_faults(after.role)
    assert with_decision(_read(_SENIOR), decision_on(_read(_SENIOR).account[0], Says.AREAS)) is None
