"""What an import costs, against markdown-it-py parsing the same pages alone in the same run."""

import gc
from collections.abc import Callable
from functools import _lru_cache_wrapper
from pathlib import Path
from statistics import median
from time import process_time

from markdown_it import MarkdownIt

from ladder_app.importers.markdown import import_markdown

_ROUNDS = 9
_GOAL = 3.0
_PAGES = Path(__file__).parents[3] / "shared" / "corpus" / "job-families"


def rows() -> list[tuple[str, float, float]]:
    """For each figure its name, the ratio measured and the ratio aimed at; none where the pages are not there."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_PAGES.glob("*.md"))]
    if not texts:
        return []
    ratio = _ratio(_Imported(texts), _Parsed(texts))
    return [(f"Importing {len(texts)} pages ÷ markdown-it-py parsing them alone", ratio, _GOAL)]


class _Imported:
    def __init__(self, texts: list[str]) -> None:
        self._texts = texts

    def __call__(self) -> None:
        for text in self._texts:
            import_markdown(text, "page")


class _Parsed:
    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._parser = MarkdownIt("commonmark").enable("table")

    def __call__(self) -> None:
        for text in self._texts:
            self._parser.parse(text)


def _ratio(way: Callable[[], None], baseline: Callable[[], None]) -> float:
    """The median of the ratios of rounds in which each takes its turn, in time of the processor: what else the
    machine does meets both."""
    ratios = []
    for _ in range(_ROUNDS):
        _forget()
        ratios.append(_seconds(way) / _seconds(baseline))
    return median(ratios)


def _forget() -> None:
    """Empties what is remembered of texts, so that every round reads its pages as for the first time."""
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and one.__module__.startswith("ladder_app."):
            one.cache_clear()


def _seconds(way: Callable[[], None]) -> float:
    start = process_time()
    way()
    return process_time() - start
