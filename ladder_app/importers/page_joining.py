"""Several pages in Markdown → the text of one: every page a chapter, its headings as much deeper as that takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ladder_app.importers.front_matter import front_matter
from ladder_app.importers.source_files import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?P<rest>[ \t].*|$)")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|-{2,})[ \t]*$")
_DEEPEST = 6
_CHAPTER = 2
"""How deep the heading of a page stands; above it stands the name of all of them."""


def joined_pages(name: str, pages: Sequence[tuple[str, str]], *, is_by_level: bool) -> str:
    """One page by this name. Each of `pages` is the name of a file and its text.

    A page is called by its one heading of depth 1; a competency without any by its front matter or its file. The lines
    of the front matter are left blank: what they say is about the page alone.
    """
    return "\n".join(_parts(name, pages, is_by_level=is_by_level)[0])


def files_joined(name: str, pages: Sequence[tuple[str, str]], *, is_by_level: bool) -> tuple[SourceFile, ...]:
    """Where the lines of each page stand in `joined_pages`; each is called as `pages` say."""
    return tuple(_parts(name, pages, is_by_level=is_by_level)[1])


def _parts(name: str, pages: Sequence[tuple[str, str]], *, is_by_level: bool) -> tuple[list[str], list[SourceFile]]:
    parts, files, line = [f"# {name}\n"], [], 3
    for file, text in pages:
        front, heading, body = _chapter(file.split(".")[0] or file, text, is_by_level=is_by_level)
        parts.append("\n".join([*[""] * front, *heading, *body]))
        files.append(SourceFile(file, line, front, len(heading)))
        line += parts[-1].count("\n") + 1
    return parts, files


def _chapter(file: str, text: str, *, is_by_level: bool) -> tuple[int, list[str], list[str]]:
    """How many lines of front matter a page has, the heading it lacks, and the rest of its lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front = front_matter(lines)
    body = _with_marks(lines[front.length :])
    depths = [len(found["marks"]) for found in map(_HEADING.match, _outside_fences(body)) if found is not None]
    first = next((line for line in body if line.strip()), "")
    if depths.count(1) == 1 and first.lstrip().startswith("# "):
        return front.length, [], _deeper(body, 1)
    said = front.text("title", "name", "role", "job_title")
    title = said or (file if is_by_level else file.replace("-", " ").replace("_", " ").capitalize())
    by = _CHAPTER + 1 - min(depths, default=_CHAPTER + 1)
    return front.length, [f"## {title}", ""], _deeper(body, by)


def _outside_fences(lines: list[str]) -> Iterator[str]:
    fence = ""
    for line in lines:
        before, fence = fence, _fence_after(fence, line)
        if not before and not fence:
            yield line


def _with_marks(lines: list[str]) -> list[str]:
    """The lines, headings that are underlined written with marks in front."""
    result: list[str] = []
    fence = ""
    for line in lines:
        fence = _fence_after(fence, line)
        under = None if fence or not result else _UNDERLINE.match(line)
        if under is not None and result[-1].strip() and not result[-1].lstrip().startswith(("#", "-", "*", ">", "|")):
            result[-1] = f"{'#' if under[1] else '##'} {result[-1].strip()}"
            result.append("")
        else:
            result.append(line)
    return result


def _deeper(lines: list[str], by: int) -> list[str]:
    result = []
    fence = ""
    for line in lines:
        fence = _fence_after(fence, line)
        found = None if fence else _HEADING.match(line)
        if found is None:
            result.append(line)
        else:
            result.append("#" * max(1, min(_DEEPEST, len(found["marks"]) + by)) + found["rest"])
    return result


def _fence_after(fence: str, line: str) -> str:
    """The fence that is open after a line; empty if none is."""
    found = _FENCE.match(line)
    if found is None:
        return fence
    if not fence:
        return found["fence"]
    return "" if found["fence"].startswith(fence) and line.strip() == found["fence"] else fence
