from hypothesis import given

from ladder_app.domain.role import HiringProcess, Kind, Note, Role
from ladder_app.domain.role_editing import Place, changed, criterion_changed
from ladder_app.domain.role_tidying import tidied
from tests.domain.builders import level, one, role
from tests.domain.strategies import AREAS, roles


@given(roles())
def test_that_a_tidy_role_stays_itself(about: Role) -> None:
    assert tidied(about) is about


def test_that_spaces_at_the_ends_go_wherever_they_are() -> None:
    about = role(level("a", [one("x", " Bakes. \n"), one("y")]), areas=AREAS, notes=(Note(title=" ", text="\tText"),))
    about = changed(about, areas={**AREAS, "craft": "Craft "}, hiring_process=HiringProcess(steps=("Talk ", "Bake")))
    after = tidied(about)
    assert after.levels[0].responsibilities[0].text == "Bakes."
    assert after.levels[0].responsibilities[1] is about.levels[0].responsibilities[1]
    assert after.areas == AREAS
    assert after.hiring_process == HiringProcess(steps=("Talk", "Bake"))
    assert after.notes == (Note(title="", text="Text"),)


def test_that_what_stood_there_before_stays_as_it_is() -> None:
    base = role(level("a", [one("x", " Bakes."), one("y", "Sweeps.")]))
    after = tidied(criterion_changed(base, Place(0, Kind.RESPONSIBILITY, 1), text="Sweeps. "), base)
    assert after == base
