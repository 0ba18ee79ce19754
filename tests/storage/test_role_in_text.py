"""A role file that was changed says so in few lines, and keeps what somebody wrote by hand."""

import json
from collections.abc import Callable
from difflib import unified_diff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.domain.role import Criterion, Extends, HiringProcess, Kind, Level, ReadinessPolicy, Role, Source
from ladder_app.domain.role_editing import (
    Place,
    changed,
    criterion_added,
    criterion_changed,
    criterion_renamed,
    level_added,
    level_changed,
    level_renamed,
    moved,
    removed,
)
from ladder_app.storage.entries_in_text import Rewriting
from ladder_app.storage.role_in_text import lost_comments, role_in_text
from ladder_app.storage.roles import role_from_text, role_text
from ladder_app.storage.yaml_flow import in_flow
from tests.domain.strategies import roles

BY_HAND = """\
# The ladder of the bakery: all of it
format: ladder-role/1
id: baker
title: Baker   # not Boulanger
areas: {craft: Craft, people: People}

levels:
  # --- the young ones
  - id: baker
    title: "Baker"
    grade: 1
    responsibilities:
      # bread first: always
      - {id: bread, text: Bakes the daily bread., area: craft}
      - {id: rolls, text: "Bakes the rolls, too.", area: craft}  # since 2020
    requirements:
      - {id: years, text: Two years at the oven., years: {minimum: 2, of: baking}}

  # --- the old ones
  - id: master-baker
    title: Master Baker
    grade: 2
    extends:
      - {level: baker, kinds: [responsibility], text: All of it.}
    responsibilities:
      - {id: better-bread, text: Bakes bread that people cross the town for., area: craft, refines: bread}
      - id: apprentice
        text: Teaches an apprentice, which
          takes three years.
        area: people
      # not to be forgotten
      - id: shop
        # the shop in town
        text: >-
          Runs the shop from the first customer in the morning to the last one in the evening, and
          keeps its books.
"""
ROLE = role_from_text(BY_HAND)
YOUNG, OLD = Place(0), Place(1)
BREAD, ROLLS = Place(0, Kind.RESPONSIBILITY, 0), Place(0, Kind.RESPONSIBILITY, 1)
APPRENTICE, SHOP = Place(1, Kind.RESPONSIBILITY, 1), Place(1, Kind.RESPONSIBILITY, 2)


def difference(before: str, after: str) -> str:
    """The lines that went and came."""
    lines = list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    return "\n".join(line for line in lines if not line.startswith("@@"))


def edited(role: Role, text: str = BY_HAND) -> str:
    """What changes in the text."""
    after = role_in_text(text, role)
    assert role_from_text(after) == role
    return difference(text, after)


def test_that_what_did_not_change_keeps_every_byte() -> None:
    assert role_in_text(BY_HAND, ROLE) == BY_HAND
    assert role_in_text("", ROLE) == role_text(ROLE)


def test_that_a_word_that_changes_is_a_line_that_changes() -> None:
    bread = "      - {id: bread, text: Bakes %s bread., area: craft}"
    assert (
        edited(criterion_changed(ROLE, BREAD, text="Bakes our bread.")) == f"-{bread % 'the daily'}\n+{bread % 'our'}"
    )
    rolls = '      - {id: rolls, text: "%s", area: craft}  # since 2020'
    role = criterion_changed(ROLE, ROLLS, text='Bakes "rolls"')
    assert edited(role) == f"-{rolls % 'Bakes the rolls, too.'}\n+" + rolls % 'Bakes \\"rolls\\"'
    assert (
        edited(changed(ROLE, title="Pâtissier"))
        == "-title: Baker   # not Boulanger\n+title: Pâtissier   # not Boulanger"
    )
    assert edited(level_changed(ROLE, YOUNG, title="Cook")) == '-    title: "Baker"\n+    title: "Cook"'
    shop = ROLE.levels[1].responsibilities[2].text
    role = criterion_changed(ROLE, SHOP, text=shop.replace("customer in the morning", "child at seven"))
    assert edited(role) == (
        "-          Runs the shop from the first customer in the morning to the last one in the evening, and\n"
        "+          Runs the shop from the first child at seven to the last one in the evening, and"
    )
    role = criterion_changed(ROLE, SHOP, text=f"{shop} And opens it.")
    assert edited(role) == "-          keeps its books.\n+          keeps its books. And opens it."
    role = criterion_changed(ROLE, APPRENTICE, text="Teaches an apprentice, which takes four years.")
    assert edited(role) == "-          takes three years.\n+          takes four years."


def test_that_a_longer_text_is_broken_where_it_got_longer() -> None:
    shop = ROLE.levels[1].responsibilities[2].text
    long = "and sweeps it every day before anybody comes, "
    lines = edited(criterion_changed(ROLE, SHOP, text=shop.replace("to the last", f"{long}to the last"))).split("\n")
    assert [line[0] for line in lines] == ["-", "+", "+"]
    assert edited(criterion_changed(ROLE, SHOP, text="Short.")).endswith("\n+          Short.")
    assert edited(criterion_changed(ROLE, SHOP, text="One.\nTwo.")).endswith(
        "\n+        text: |-\n+          One.\n+          Two."
    )
    cut = criterion_changed(ROLE, SHOP, text=shop.removesuffix(" keeps its books."))
    assert edited(cut) == "-          keeps its books."


def test_that_text_with_a_comment_behind_it_stays_on_its_line() -> None:
    title = "Two\nlines"
    assert edited(changed(ROLE, title=title)).endswith('\n+title: "Two\\nlines"   # not Boulanger')


def test_that_a_longer_text_becomes_a_block() -> None:
    role = level_changed(ROLE, OLD, title="Baker " * 25 + "of all")
    assert edited(role).startswith("-    title: Master Baker\n+    title: >-\n+      Baker Baker")


def test_that_keys_come_and_go_alone() -> None:
    assert edited(level_changed(ROLE, YOUNG, grade=None, summary="Young.")) == "-    grade: 1\n+    summary: Young."
    bread = "      - {id: bread, text: Bakes the daily bread., %s}"
    role = criterion_changed(ROLE, BREAD, area=None, weight=3, plus=True)
    assert edited(role) == f"-{bread % 'area: craft'}\n+{bread % 'weight: 3, plus: true'}"
    role = changed(ROLE, areas={"craft": "Handwork", "people": "People", "shop": "Shop, etc."})
    assert edited(role) == (
        "-areas: {craft: Craft, people: People}\n+areas: {craft: Handwork, people: People, shop: 'Shop, etc.'}"
    )
    role = changed(ROLE, readiness=ReadinessPolicy(near=0.8), source=Source(title="The guild"))
    assert edited(role) == "+source:\n+  title: The guild\n+readiness:\n+  near: 0.8"


def test_that_values_inside_of_others_come_and_go_alone() -> None:
    text = BY_HAND.replace(
        "areas: {", "hiring_process:\n  # by the book\n  steps: [Talk, Bake]\nreadiness: {near: 0.8}\nareas: {"
    )
    role = role_from_text(text)
    hiring = HiringProcess(intro="Come!", steps=("Talk", "Bake", "Sleep"))
    policy = ReadinessPolicy.model_validate({"near": 0.7, "weights": {"requirement": 2}})
    after = changed(role, hiring_process=hiring, readiness=policy)
    assert edited(after, text) == (
        "-  steps: [Talk, Bake]\n-readiness: {near: 0.8}\n"
        "+  steps: [Talk, Bake, Sleep]\n+readiness: {near: 0.7, weights: {requirement: 2}}"
    ).replace("-  steps", "+  intro: Come!\n-  steps", 1)
    assert "hiring_process:\n  intro: Come!\n  # by the book\n  steps:" in role_in_text(text, after)


def test_that_comments_go_with_what_they_stand_above() -> None:
    role, _ = moved(ROLE, BREAD, Place(0, Kind.RESPONSIBILITY, 2))
    after = role_in_text(BY_HAND, role)
    assert "# since 2020\n      # bread first: always\n      - {id: bread" in after
    role, _ = moved(ROLE, ROLLS, Place(1, Kind.RESPONSIBILITY, 0))
    after = role_in_text(BY_HAND, role)
    assert (
        '    responsibilities:\n      - {id: rolls, text: "Bakes the rolls, too.", area: craft}  # since 2020\n'
        in after
    )
    assert difference(BY_HAND, after).count("\n") == 1
    role, _ = moved(ROLE, SHOP, Place(0, Kind.REQUIREMENT, 0))
    after = role_in_text(BY_HAND, role)
    assert (
        "requirements:\n      # not to be forgotten\n      - id: shop\n        # the shop in town\n        text: >-"
        in after
    )
    assert lost_comments(BY_HAND, after) == ()


def test_that_what_moves_to_a_level_without_such_a_list_takes_its_lines_along() -> None:
    role, _ = moved(ROLE, SHOP, Place(1, Kind.REQUIREMENT, 0))
    after = role_in_text(BY_HAND, criterion_changed(role, Place(1, Kind.REQUIREMENT, 0), area="people"))
    assert "    requirements:\n      # not to be forgotten\n      - id: shop\n        # the shop in town\n" in after


def test_that_what_is_new_looks_like_what_stands_beside_it() -> None:
    new = Criterion(id="sweep", text="Sweeps: the floor, and [more]", area="people")
    role = criterion_added(ROLE, Place(0, Kind.RESPONSIBILITY, 1), new)
    assert edited(role) == "+      - {id: sweep, text: 'Sweeps: the floor, and [more]', area: people}"
    role = criterion_added(ROLE, Place(1, Kind.RESPONSIBILITY, 3), new)
    assert edited(role).startswith("+      - id: sweep\n+        text: ")
    long = new.model_copy(update={"text": "Sweeps. " * 20 + "Ends."})
    assert edited(criterion_added(ROLE, Place(0, Kind.RESPONSIBILITY, 2), long)).startswith("+      - id: sweep\n")
    level = Level(id="journeyman", title="Journeyman", extends=(Extends(level="baker"),))
    after = role_in_text(BY_HAND, level_added(ROLE, 1, level))
    assert (
        "of: baking}}\n\n  - id: journeyman\n    title: Journeyman\n    extends:\n      - level: baker\n\n  # ---"
        in after
    )
    role, _ = moved(ROLE, OLD, YOUNG)
    assert "levels:\n  # --- the old ones\n" in role_in_text(BY_HAND, role)
    assert "\n\n  # --- the young ones\n" in role_in_text(BY_HAND, role)


def test_that_what_is_called_otherwise_stays_where_it_is() -> None:
    lines = edited(criterion_renamed(ROLE, BREAD, "daily-bread")).split("\n")
    assert [line[0] for line in lines] == ["-", "+", "-", "+"]
    lines = edited(level_renamed(ROLE, YOUNG, "young")).split("\n")
    assert [line[0] for line in lines] == ["-", "+", "-", "+"]


def test_that_what_goes_leaves_the_rest_alone() -> None:
    role = removed(ROLE, SHOP)
    assert all(line.startswith("-") for line in edited(role).split("\n"))
    assert lost_comments(BY_HAND, role_in_text(BY_HAND, role)) == ("# not to be forgotten", "# the shop in town")
    assert lost_comments("", BY_HAND) == ()


@pytest.mark.parametrize("start", ["  -\n    id: baker", "  - # the young\n    id: baker"])
def test_that_what_cannot_be_followed_is_written_anew(start: str) -> None:
    text = BY_HAND.replace("  - id: baker", start)
    role, _ = moved(role_from_text(text), OLD, YOUNG)
    assert role_in_text(text, role) == role_text(role)


def test_that_empty_lines_that_belong_to_a_text_are_kept() -> None:
    text = BY_HAND.replace("areas: {", "summary: |+\n  Bread.\n\n\nareas: {")
    role = changed(role_from_text(text), source=Source(title="The guild"))
    assert role_in_text(text, role) == role_text(role)


def test_that_keys_that_cross_are_written_anew() -> None:
    text = BY_HAND.replace("- id: apprentice\n", "- weight: 2\n        plus: true\n        id: apprentice\n")
    role = role_from_text(text)
    assert edited(criterion_changed(role, APPRENTICE, weight=None), text) == (
        "-      - weight: 2\n-        plus: true\n+      - plus: true"
    )
    role = criterion_changed(role, APPRENTICE, weight=None, plus=False)
    assert role_in_text(text, role) == role_text(role)


def test_that_areas_below_each_other_change_one_by_one() -> None:
    text = BY_HAND.replace(" {craft: Craft, people: People}", "\n  # the hands\n  craft: Craft\n  people: People")
    areas = {"people": "Persons", "shop": "Shop"}
    role = changed(ROLE, areas={**ROLE.areas, **areas})
    assert edited(role, text) == "-  people: People\n+  people: Persons\n+  shop: Shop"
    assert edited(changed(ROLE, areas={"a": "A", **ROLE.areas}), text) == "+  a: A"
    levels = removed(removed(ROLE, YOUNG), BREAD).levels[0].model_copy(update={"extends": ()})
    role = changed(ROLE, areas=areas, levels=(levels,))
    assert edited(role, text).startswith("-  craft: Craft\n-  people: People\n+  people: Persons\n+  shop: Shop\n")
    role = changed(ROLE, areas={"people": "People", "craft": "Craft"})
    assert edited(role, text) == "-  # the hands\n+  people: People\n-  people: People"
    assert lost_comments(text, role_in_text(text, role)) == ("# the hands",)


def test_that_a_list_in_another_column_takes_new_lines() -> None:
    old, young = BY_HAND.split("  # --- the old ones\n")[::-1]
    lines = "".join(line[2:] if line.startswith("      ") else line for line in old.splitlines(keepends=True))
    text = f"{young}  # --- the old ones\n{lines}"
    assert role_from_text(text) == ROLE
    role, _ = moved(ROLE, SHOP, Place(0, Kind.REQUIREMENT, 0))
    assert "    requirements:\n      - id: shop\n        text: >-\n" in role_in_text(text, role)


def test_that_criteria_in_brackets_stay_there() -> None:
    text = BY_HAND.replace("requirements:\n      - {id: years", "requirements: [{id: years").replace(
        "baking}}", "baking}}]"
    )
    role = criterion_changed(role_from_text(text), Place(0, Kind.REQUIREMENT, 0), text="Two long years.")
    assert (
        edited(role, text)
        .split("\n")[1]
        .endswith("[{id: years, text: Two long years., years: {minimum: 2, of: baking}}]")
    )
    role = criterion_added(role, Place(0, Kind.REQUIREMENT, 1), Criterion(id="more", text="More of it. " * 12 + "Yes"))
    assert "+    requirements:\n+      - id: years\n" in edited(role, text)


def test_that_a_text_of_several_lines_can_become_one() -> None:
    text = BY_HAND.replace("grade: 1", "grade: 1\n    summary: |\n      One.\n      Two.\n    # and on")
    role = role_from_text(text)
    assert edited(level_changed(role, YOUNG, summary="One. Two."), text) == (
        "-    summary: |\n-      One.\n-      Two.\n+    summary: One. Two."
    )


def test_that_a_key_with_nothing_behind_it_is_filled() -> None:
    text = BY_HAND.replace("grade: 1", "grade: 1\n    summary:\n    extends: []")
    assert edited(level_changed(ROLE, YOUNG, summary="Young."), text) == "-    summary:\n+    summary: Young."


def test_that_line_breaks_of_windows_and_a_missing_last_one_are_kept() -> None:
    text = BY_HAND.replace("\n", "\r\n")
    after = role_in_text(text, changed(ROLE, title="Cook"))
    assert after.replace("\r\n", "\n") == BY_HAND.replace("title: Baker ", "title: Cook ")
    assert after.count("\r") == after.count("\n")
    assert edited(criterion_changed(ROLE, SHOP, text="Short."), BY_HAND.rstrip("\n")).endswith("+          Short.")


def _plain(text: str, _role: Role) -> str:
    return text


def _commented(text: str, _role: Role) -> str:
    """With a comment above whatever starts a line of its own."""
    lines = text.split("\n")
    return "\n".join(f"{' ' * (len(line) - len(line.lstrip()))}# line {n}\n{line}" for n, line in enumerate(lines))


def _in_flow(_text: str, role: Role) -> str:
    return in_flow(role)


def _as_json(_text: str, role: Role) -> str:
    return json.dumps(role.model_dump(mode="json", exclude_defaults=True) | {"format": role.format}, indent=1)


@given(roles(), roles(), st.sampled_from([_plain, _commented, _in_flow, _as_json]))
def test_that_any_role_is_written_over_any_other(
    before: Role, after: Role, written: Callable[[str, Role], str]
) -> None:
    text = written(role_text(before), before)
    assert role_from_text(text) == before
    assert role_from_text(Rewriting(text if text.endswith("\n") else f"{text}\n", before, after).text()) == after
    assert role_from_text(role_in_text(text, after)) == after


@given(roles(), st.data())
def test_that_no_comment_is_lost_where_nothing_goes(before: Role, data: st.DataObject) -> None:
    text = _commented(role_text(before), before)
    after = before
    for place, criterion in enumerate(before.levels[0].responsibilities):
        words = data.draw(st.sampled_from([criterion.text, "Other words.", f"{criterion.text} And more."]))
        after = criterion_changed(after, Place(0, Kind.RESPONSIBILITY, place), text=words)
    assert lost_comments(text, role_in_text(text, after)) == ()
