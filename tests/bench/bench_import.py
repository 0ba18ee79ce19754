"""What an import costs, against markdown-it-py parsing the same pages alone in the same run."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from markdown_it import MarkdownIt

from ladder_app.importers.markdown import import_markdown

_ROUNDS = 5
_GOAL = 3.0
_PAGES = Path(__file__).parents[3] / "shared" / "corpus" / "job-families"


def rows() -> list[tuple[str, float, float]]:
    """For each figure its name, the ratio measured and the ratio aimed at; none where the pages are not there."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_PAGES.glob("*.md"))]
    if not texts:
        return []
    ours, plain = _medians(_Imported(texts), _Parsed(texts))
    return [(f"Importing {len(texts)} pages ÷ markdown-it-py parsing them alone", ours / plain, _GOAL)]


class _Imported:
    def __init__(self, texts: list[str]) -> None:
        self._texts = texts

    def __call__(self) -> None:
        for text in self._texts:
            import_markdown(text, "page")


class _Parsed:
    def __init__(self, texts: list[str]) -> None:
        self._texts = texts

    def __call__(self) -> None:
        for text in self._texts:
            MarkdownIt("commonmark").enable("table").parse(text)


def _medians(*ways: Callable[[], None]) -> list[float]:
    """The median seconds of each way, taken in turns so that a slow moment meets all of them."""
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(_ROUNDS):
        for way, taken in zip(ways, times, strict=True):
            start = perf_counter()
            way()
            taken.append(perf_counter() - start)
    return [median(taken) for taken in times]
