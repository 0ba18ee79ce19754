"""Levels of the same name in several tracks are levels of their own; under competencies they are one."""

import pytest

from ladder_app.importers.markdown import import_markdown
from ladder_app.importers.result import Asks
from tests.importers.pages import bases, rungs

_ONE = "## {}\n### Level 1\n- Bakes with {}.\n### Level 2\n- Plans with {}.\n"


def _page(*tracks: str) -> str:
    return "# Ladder\n" + "".join(_ONE.format(track, track, track) for track in tracks)


@pytest.mark.parametrize(
    "tracks",
    [
        ("Individual Contributor Track", "Manager Track"),
        ("IC", "Management"),
        ("Engineers", "Designers"),
        ("Backend Engineer", "Frontend Engineer"),
        ("Career path: rye", "Career path: salt"),
    ],
)
def test_that_tracks_have_levels_of_their_own(tracks: tuple[str, str]) -> None:
    found = rungs(_page(*tracks))
    assert [level.title for level in found] == [f"Level {n} ({track})" for track in tracks for n in (1, 2)]
    assert [level.duties for level in found][::2] == [[f"Bakes with {track}."] for track in tracks]


@pytest.mark.parametrize("areas", [("Communication", "Management"), ("Oven", "Town")])
def test_that_competencies_share_their_levels(areas: tuple[str, str]) -> None:
    assert [level.title for level in rungs(_page(*areas))] == ["Level 1", "Level 2"]
    assert import_markdown(_page(*areas), "x").questions == ()


def test_that_fields_of_work_are_asked_about() -> None:
    found = import_markdown(_page("Backend", "Frontend"), "x")
    assert [(q.line, q.asks) for q in found.questions] == [(2, Asks.LEVELS)]
    assert "“Backend”, “Frontend”" in found.questions[0].message


def test_that_a_name_means_the_level_of_the_same_track() -> None:
    page = _page("Engineers", "Managers").replace("### Level 2\n", "### Level 2\n- Extends the Level 1 role\n")
    assert [(level, base) for level, base, _ in bases(page)] == [
        ("Level 2 (Engineers)", "Level 1 (Engineers)"),
        ("Level 2 (Managers)", "Level 1 (Managers)"),
    ]
    above = page.replace("Extends the Level 1 role", "Everything above, plus")
    assert bases(above) == bases(page)


def test_that_the_first_level_of_a_track_takes_over_nothing_from_another() -> None:
    page = _page("Engineers", "Managers").replace("- Bakes with Managers", "- Everything above, plus\n- Bakes")
    assert all(level != "Level 1 (Managers)" for level, _, _ in bases(page))
