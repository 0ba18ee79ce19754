"""The parser of a page: rules that have nothing to find are left out, and nothing is read otherwise for that."""

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ladder_app.importers.markdown_tokens import block_tokens

_PARTS = st.sampled_from(
    ["- ", "* ", "> ", "  ", "\t", "1. ", "#", "# ", "---", "===", "***", "_ _ _", "- - -", "```", "~~~", "|", "|-|-|",
     "<p>", "</p>", "<!---->", "[a]:", " /b", "a", "b c", "**", "\u00a0"]
)  # fmt: skip
_LINES = st.lists(st.lists(_PARTS, max_size=4).map("".join), max_size=8)


@given(_LINES)
@example(["Baker", "---"])
@example(["Baker", "=== "])
@example(["- Bake", "* * *\t", "- Sell"])
@example(["> Bake", "> ___"])
@example(["[a]: /b", "", "| a |", "|---|", "| b |"])
@example(["- ```", "  - a", "  ```", "<div>", "- b", "</div>"])
def test_that_the_blocks_are_those_of_all_rules(lines: list[str]) -> None:
    every_rule = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join", "code"])
    assert block_tokens(lines) == every_rule.parse("\n".join(lines))


def test_that_a_null_byte_is_read_as_what_cannot_be_shown() -> None:
    assert block_tokens(["Bake\x00bread"])[1].content == "Bake\ufffdbread"
