import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ladder_app.storage.positions import Lines
from ladder_app.storage.yaml_reading import MAX_DEPTH, MAX_EVENTS, PlainDocument, SyntaxFault
from tests.storage.strategies import PIECES

LOADERS = (yaml.CSafeLoader, yaml.SafeLoader)

awkward = st.lists(st.sampled_from([*PIECES, "a: ", "- ", "\n", "\n  "]), max_size=30).map("".join) | st.text()


def fault(text: str) -> tuple[str, int, int]:
    with pytest.raises(SyntaxFault) as caught:
        PlainDocument(text)
    return caught.value.message, *Lines(text).place(caught.value.index)


def faults(text: str) -> list[tuple[str, int, int]]:
    return [(message, *Lines(text).place(index)) for message, index in PlainDocument(text).faults]


@pytest.mark.parametrize("loader", LOADERS)
def test_that_scalars_stay_the_text_a_person_wrote_and_nothing_is_none(loader: type) -> None:
    text = "a: 2026\nb: No\nc: '~'\nd: ~\ne:\nf: \"\"\ng: [null, 1.0, NULL, {h: yes}]\nno: |\n  x\n"
    assert PlainDocument(text, loader).value == {
        "a": "2026",
        "b": "No",
        "c": "~",
        "d": None,
        "e": None,
        "f": "",
        "g": [None, "1.0", None, {"h": "yes"}],
        "no": "x\n",
    }


@given(awkward)
def test_that_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    for loader in LOADERS:
        try:
            places = [index for _, index in PlainDocument(text, loader).faults]
        except SyntaxFault as found:
            places = [found.index]
        assert all(0 <= index <= len(text) for index in places)


def test_that_a_quoted_merge_key_is_a_key_like_any_other() -> None:
    assert PlainDocument("'<<': x").value == {"<<": "x"}
    assert faults("'<<': x") == []


@given(
    st.recursive(st.text("ab:", max_size=3), lambda inside: st.lists(inside) | st.dictionaries(st.text("ab"), inside))
)
def test_that_plain_values_are_what_the_yaml_library_reads(value: object) -> None:
    text = yaml.safe_dump({"root": value})
    assert PlainDocument(text).value == yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - builds text only


def test_that_places_count_characters_and_every_kind_of_line_break() -> None:
    text = "a: '😀😀'\r\nb: [x,\r\n  😀😀y, {ключ: 1}]\rc: \u2028 z\n"
    positions = PlainDocument(text).positions
    lines = Lines(text)
    assert lines.place(positions.find(("a",))) == (1, 4)
    assert lines.place(positions.find(("b",))) == (2, 1)
    assert lines.place(positions.find(("b", 0))) == (2, 5)
    assert lines.place(positions.find(("b", 1))) == (3, 3)
    assert lines.place(positions.find(("b", 2))) == (3, 8)
    assert lines.place(positions.find(("b", 2, "ключ"))) == (3, 15)
    assert lines.place(positions.find(("b", 2, "ключ"), key=True)) == (3, 9)
    assert lines.place(positions.find(("c",))) == (4, 6)


def test_that_what_is_not_there_is_placed_at_the_nearest_thing_around_it() -> None:
    positions = PlainDocument("\na:\n  - b: c\n").positions
    assert positions.find(()) == 1
    assert positions.find(("x",)) == 1
    assert positions.find(("a", 7)) == 1
    assert positions.find(("a", "x")) == 1
    assert positions.find(("a", 0, "x")) == 8
    assert positions.find(("a", 0, "b", "x")) == 11
    assert positions.find(("a", 0, "b", "x"), key=True) == 11
    assert positions.has(("a", 0, "b"))
    assert not positions.has(("a", 1))


def test_that_doubled_keys_anchors_aliases_tags_and_merges_are_all_told_at_once() -> None:
    text = "a: &x 1\na: *x\nb: !!python/object:os.system [1]\n<<: {c: 1}\nd: [*x, !t y]\n*y : z\n\n"
    assert faults(text) == [
        ("“&x” marks a value for use elsewhere; write it out instead.", 1, 4),
        ("“a” is there a second time; keep one of them.", 2, 1),
        ("“*x” stands for a value from elsewhere; write it out, or put it in quotes.", 2, 4),
        ("“tag:yaml.org,2002:python/object:os.system” is a YAML tag; remove it.", 3, 4),
        ("“<<” would merge another mapping; write the keys out instead.", 4, 1),
        ("“*x” stands for a value from elsewhere; write it out, or put it in quotes.", 5, 5),
        ("“!t” is a YAML tag; remove it.", 5, 9),
        ("“*y” stands for a value from elsewhere; write it out, or put it in quotes.", 6, 1),
    ]


def test_that_a_second_document_is_told() -> None:
    assert faults("a: 1\n---\nb: 2\n") == [("A second document starts here; a file holds one.", 2, 1)]
    assert faults("---\na: 1\n...\n") == []


@pytest.mark.parametrize(
    ("text", "line", "column", "part"),
    [
        ("", 1, 1, "empty"),
        ("# only a remark\n", 1, 1, "empty"),
        ("- a\n", 1, 1, "must hold keys with values"),
        ("\njust text\n", 2, 1, "must hold keys with values"),
        ("*a", 1, 1, "must hold keys with values"),
        ("&a [x]\n", 1, 1, "must hold keys with values"),
        ("? [a]\n: b\n", 1, 3, "key must be plain text"),
        ("a: b: c\n", 1, 5, "A colon followed by a space"),
        ("a: 1\nb: 'it\nc: 2\n", 2, 4, "never closed"),
        ("a: 'x\n---\n", 1, 4, "is not closed before"),
        ("a:\n\tb: c\n", 2, 1, "may not start with this character"),
        ("a: @x\n", 1, 4, "may not start with this character"),
        ("a: [1, 2\nb: 3\n", 1, 4, "is not closed"),
        ("a:\n  - b\n  c: d\n", 3, 3, "must start with “- ”"),
        ("a: 'x'y\n", 1, 7, "does not fit the lines above"),
        ("a: - b\n", 1, 4, "on a line of its own"),
        ("a: 1\nb\nc: 2\n", 2, 1, "A colon is missing"),
        ("a: 1\nb\n", 2, 1, "A colon is missing"),
        ('a: "\\q"\n', 1, 5, "write “\\\\”"),
        ("a: ]\n", 1, 4, "A value was expected"),
        ("a: |x\n", 1, 5, "must start on a new line"),
        ("%YAML 3.0\n---\na: b\n", 1, 1, "remove the line"),
        ("a: ? b\n", 1, 4, "may not start a key"),
        ("{a: b} c\n", 1, 8, "has ended before this"),
        ('a: "\\U00110000"\n', 1, 7, "comes no character"),
        ("%YAML 1.1\n%YAML 1.1\n---\na: b\n", 2, 1, "not valid YAML"),
        ("a: x\x00y\n", 1, 5, "U+0000"),
        ("a: 1\n😀: \x07\n", 2, 4, "U+0007"),
        ("a: \ud800\n", 1, 4, "U+D800"),
    ],
)
def test_that_what_stops_the_reading_is_told_with_its_place(text: str, line: int, column: int, part: str) -> None:
    message, *place = fault(text)
    assert part in message
    assert place == [line, column]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_that_a_hundred_thousand_openings_are_refused_and_not_followed(opening: str) -> None:
    assert fault("a:\n " + opening * 100_000)[0].startswith(
        "A key must be" if opening == "? " else f"Values lie more than {MAX_DEPTH} deep"
    )


def test_that_values_may_lie_thirty_deep_and_no_deeper() -> None:
    assert PlainDocument("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)).value["a"]
    assert fault("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH)[2] == 3 + MAX_DEPTH


def test_that_a_file_with_more_values_than_anybody_writes_is_refused() -> None:
    assert "more values than are read" in fault("a: [" + ",".join(["x"] * MAX_EVENTS) + "]")[0]


def test_that_nested_aliases_are_never_expanded() -> None:
    bomb = "a: &a [x, x, x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}, *{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    document = PlainDocument(bomb)
    assert document.value["i"] == ["*h"] * 4
    assert len(document.faults) == 9 + 8 * 4
