"""What is allowed in a role but seldom meant."""

from ladder_app.domain.role import Criterion, Extends, Level, Role, Years
from ladder_app.domain.role_warnings import role_warnings


def _role(*levels: Level, **more: object) -> Role:
    return Role.model_validate({"id": "r", "title": "R", "levels": levels, **more})


def _messages(role: Role) -> list[str]:
    return [warning.message for warning in role_warnings(role)]


def _level(name: str, *texts: str, **more: object) -> Level:
    criteria = tuple(Criterion(id=f"{name}-{i}", text=text) for i, text in enumerate(texts))
    return Level.model_validate({"id": name, "title": name.title(), "requirements": criteria, **more})


def test_that_a_sound_role_has_none() -> None:
    senior = _level("senior", "Leads a project from start to end", extends=(Extends(level="junior"),), grade=7)
    assert _messages(_role(_level("junior", "Writes tests for all code", grade=6), senior)) == []


def test_that_the_same_text_in_two_levels_is_named_with_its_place() -> None:
    role = _role(_level("junior", "Writes tests."), _level("senior", "Plans work.", "writes tests"))
    (warning,) = role_warnings(role)
    assert warning.path == ("levels", 1, "requirements", 1)
    assert "“junior-0” of “Junior”" in warning.message


def test_that_nearly_the_same_text_counts_only_where_both_are_rated_for_one_level() -> None:
    one, other = "Plans and leads small projects of the team", "Plans and leads large projects of the team"
    apart = _role(_level("junior", one), _level("senior", other))
    together = _role(_level("junior", one), _level("senior", other, extends=(Extends(level="junior"),)))
    assert _messages(apart) == []
    assert _messages(together) == ["This says nearly the same as “junior-0”; if it takes its place, say “refines”."]


def test_that_a_refinement_is_no_repetition() -> None:
    junior = _level("junior", "Plans and leads small projects of the team")
    refining = Criterion(id="x", text="Plans and leads large projects of the team", refines="junior-0")
    senior = Level(id="senior", title="Senior", extends=(Extends(level="junior"),), requirements=(refining,))
    assert _messages(_role(junior, senior)) == []


def test_that_two_steps_of_refinement_are_no_repetition() -> None:
    texts = [f"{years}+ years of work in the same field" for years in (2, 5, 8)]
    levels = []
    for i, text in enumerate(texts):
        criterion = Criterion(id=f"c{i}", text=text, refines=f"c{i - 1}" if i else None)
        extends = (Extends(level=f"l{i - 1}"),) if i else ()
        levels.append(Level(id=f"l{i}", title=f"L{i}", requirements=(criterion,), extends=extends))
    assert _messages(_role(*levels)) == []


def test_that_levels_of_one_title_are_named_unless_their_grades_tell_them_apart() -> None:
    role = _role(_level("a", title="Cook"), _level("b", title="cook"), _level("c", title="Cook", grade=3))
    (warning,) = role_warnings(role)
    assert warning.path == ("levels", 1, "title")
    assert warning.message == "“cook” is also what “a” is called."


def test_that_a_level_outside_all_that_extend_each_other_is_named() -> None:
    role = _role(_level("junior"), _level("senior", extends=(Extends(level="junior"),)), _level("fellow"))
    (warning,) = role_warnings(role)
    assert warning.path == ("levels", 2)
    assert "“Fellow” cannot be reached" in warning.message


def test_that_levels_without_any_extends_are_all_right() -> None:
    assert _messages(_role(_level("junior"), _level("senior"))) == []


def test_that_a_grade_below_the_one_before_is_named() -> None:
    role = _role(_level("junior", grade=7), _level("senior", grade=6))
    assert [w.path for w in role_warnings(role)] == [("levels", 1, "grade")]


def test_that_a_level_below_its_base_is_named() -> None:
    role = _role(_level("junior", grade=6, extends=(Extends(level="senior"),)), _level("senior", grade=7))
    assert [w.path for w in role_warnings(role)] == [("levels", 0, "extends", 0, "level")]


def test_that_a_criterion_without_area_is_named_only_where_areas_are_used() -> None:
    bare = Criterion(id="a", text="Plans the work")
    placed = Criterion(id="b", text="Leads the people", area="people")
    mixed = _role(Level(id="l", title="L", requirements=(bare, placed)), areas={"people": "People"})
    assert [w.path for w in role_warnings(mixed)] == [("levels", 0, "requirements", 0, "area")]
    assert _messages(_role(Level(id="l", title="L", requirements=(bare,)), areas={"people": "People"})) == []


def test_that_fewer_years_and_a_plus_weaken_what_they_refine() -> None:
    eight = Criterion(id="eight", text="8+ years", years=Years(minimum=8, of="work"))
    five = Criterion(id="five", text="5+ years", years=Years(minimum=5, of="work"), refines="eight", plus=True)
    role = _role(
        Level(id="a", title="A", requirements=(eight,)),
        Level(id="b", title="B", requirements=(five,), extends=(Extends(level="a"),)),
    )
    messages = _messages(role)
    assert "5 years refine 8 of “eight”; that is less." in messages
    assert "“eight” is required, and what refines it only a plus." in messages


def test_that_levels_that_meet_again_below_are_gone_through_once() -> None:
    base = _level("base", "Writes tests for all code", grade=5)
    left = _level("left", "Plans releases with three teams", extends=(Extends(level="base"),), grade=6)
    right = _level("right", "Mentors whoever joins the group", extends=(Extends(level="base"),), grade=6)
    top = _level("top", "Owns what the product costs", extends=(Extends(level="left"), Extends(level="right")), grade=7)
    assert _messages(_role(base, left, right, top)) == []


def test_that_smaller_figures_in_the_words_weaken_what_they_refine() -> None:
    low = _level("low", "8+ years of baking", "At least 500 loaves a day", "Talks to 10+ people")
    refining = tuple(
        Criterion(id=f"high-{i}", text=text, refines=f"low-{i}")
        for i, text in enumerate(["5+ years of baking", "At least 200 loaves a day", "Talks to 20+ people"])
    )
    high = Level(id="high", title="High", requirements=refining, extends=(Extends(level="low"),))
    found = {warning.path: warning.message for warning in role_warnings(_role(low, high))}
    assert found == {
        ("levels", 1, "requirements", 0, "refines"): "5 years refine 8 of “low-0”; that is less.",
        ("levels", 1, "requirements", 1, "refines"): "At least 200 refine 500 of “low-1”; that is less.",
    }
