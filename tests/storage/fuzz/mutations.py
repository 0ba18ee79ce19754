"""Files that no person would write: good ones with something done to them, and some made up as a whole."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from ladder_app.storage.places import resources_folder, roles_folder
from ladder_app.storage.yaml_reading import PlainDocument

if TYPE_CHECKING:
    from collections.abc import Callable

FORMATS = Path(__file__).parents[1] / "formats"

SETTINGS = """\
theme: dark
text_size_percent: 150
paper: letter
export_preset: summary
name: Sample Engineer
recent_files:
  - /home/sample/a.assessment.yaml
"""

NASTY = (
    *("", " ", "\n", "\r", "\r\n", "\t", "\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe"),
    *("\u202e", "\u2066", "\u200b", "\u200d", "\u00ad", "e\u0301", "😀", "👩\u200d🚀", "שלום", "ﷺ" * 20, "\U0010ffff"),
    *("'", '"', "\\", "|", ">", "|+", ">-", "|9", "%", "@", "`", "&a", "*a", "&a [*a]", "!!str", "!x", "!!binary x"),
    *("!!python/object/apply:os.system [id]", "!<tag:yaml.org,2002:int>", "%YAML 9.9\n---\n", "---\n", "...\n"),
    *("{", "}", "[", "]", ",", ": ", "- ", "? ", " #", "<<: {a: b}", "<<", "=", "~", "null", "true", "no", "-", ":"),
    *("0", "-1", "8", "1.5", "1e999", "-1e999", ".inf", ".nan", "0x1F", "0o7", "1_000", "12:30", "9" * 5000),
    *("2026-02-30", "0000-00-00", "99999-01-01", "2026-11-23T10:00:00Z", "20261123", "+2026-1-1"),
    *("javascript:alert(1)", "file:///etc/passwd", "<img src=file:///etc/passwd>", "<script>", "&amp;", "{{x}}", "%s"),
    *("self", "agreed", "format", "id", "step", "__class__", "../../x", "con", "x" * 101, "x" * 100_000),
    *("ladder-role/1", "ladder-assessment/1", "ladder-assessment/2", "ladder-role/99", "ladder-assessment/" + "9" * 30),
    *(
        "[" * 40,
        "{a: " * 40,
        "[" * 5000,
        "- " * 3000,
        "? " * 3000,
        "[a, " * 500,
        '"\\ud800"',
        '"\\x00"',
        '"\\U00110000"',
    ),
)

KEYS = (
    *("format", "id", "title", "levels", "level", "extends", "kinds", "refines", "responsibilities", "requirements"),
    *("years", "minimum", "of", "weight", "plus", "area", "areas", "scale", "meets", "steps", "label", "readiness"),
    *("near", "weights", "evidence", "person", "name", "experience", "since", "current", "target", "cycles", "opened"),
    *("closed", "ratings", "step", "not_applicable", "notes", "actions", "criteria", "due", "status", "indicators"),
    *("reviews", "reviewer", "comments", "agreed", "retired", "role", "theme", "recent_files", "paper", "date", "text"),
)

MADE_UP: tuple[Callable[[Random], str], ...] = (
    lambda chance: "".join(chance.choice(NASTY) for _ in range(chance.randint(0, 8))),
    lambda chance: "a: &a [x]\n" + "".join(f"k{i}: &b{i} [*a, *a, *a]\n" for i in range(chance.randint(1, 50))),
    lambda chance: "format: ladder-role/1\nlevels: " + "[" * chance.randint(1, 50_000),
    lambda chance: "format: ladder-role/1\n" + "".join(f"k{i}: v\n" for i in range(chance.randint(1, 140_000))),
    lambda chance: "format: ladder-assessment/2\ncycles:\n" + "  - x\n" * chance.randint(1, 140_000),
    lambda chance: (
        "format: ladder-role/1\ntitle: " + chance.choice(["x", "'", "é ", "\\ "]) * chance.randint(1, 200_000)
    ),
    lambda chance: "".join(
        chance.choice(KEYS) + ": " + chance.choice(NASTY) + "\n" for _ in range(chance.randint(1, 9))
    ),
    lambda chance: "format: ladder-role/1\n" + "\n" * chance.randint(1, 100_000) + chance.choice(NASTY),
    lambda chance: chance.randbytes(chance.randint(0, 3000)).decode("latin-1"),
)


class Mutations:
    """An endless supply of files, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
        small = [(FORMATS / f"assessment-{version}.yaml").read_text(encoding="utf-8") for version in (1, 2)]
        small.append(dedent(small[1].partition("\nrole:\n")[2]))
        large = [path.read_text(encoding="utf-8") for path in sorted(roles_folder().glob("*.role.yaml"))]
        large.append((resources_folder() / "sample.assessment.yaml").read_text(encoding="utf-8"))
        self._small, self._large = (*small, SETTINGS), tuple(large)

    def next(self) -> bytes:
        """The next file."""
        chance = self._chance
        way = chance.random()
        if way < 0.05:
            return chance.choice(MADE_UP)(chance).encode(errors="surrogatepass")
        text = chance.choice(self._large if way > 0.93 else self._small)
        if way < 0.5:
            return self._other_values(text).encode(errors="surrogatepass")
        for _ in range(chance.choice((1, 1, 2, 5))):
            text = chance.choice((self._lines, self._lines, self._slices, self._words))(text)
        content = text.encode(errors="surrogatepass")
        return self._bytes(content) if way > 0.9 else content

    def _lines(self, text: str) -> str:
        chance = self._chance
        lines = text.split("\n")
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        key, colon, value = lines[at].partition(":")
        match chance.randrange(8):
            case 0:
                del lines[at]
            case 1:
                lines.insert(other, lines[at])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = " " * chance.randint(0, 6) + lines[at].lstrip()
            case 4:
                lines[at] = f"{key}{colon} {chance.choice(NASTY)}"
            case 5:
                margin = " " * (len(key) - len(key.lstrip(" -")))
                lines[at] = margin + chance.choice(KEYS) + colon + value
            case 6:
                lines[at:other] = []
            case 7:
                lines[at] = key + colon + value[:1000] * chance.choice((2, 50, 2000))
        return "\n".join(lines)

    def _slices(self, text: str) -> str:
        chance = self._chance
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((1, 3, 30, 300)))
        to = chance.randint(0, len(text))
        match chance.randrange(4):
            case 0:
                return text[:start] + text[end:]
            case 1:
                return text[:to] + text[start:end] + text[to:]
            case 2:
                return text[:start]
            case _:
                return text[:start] + chance.choice(NASTY) + text[end:]

    def _words(self, text: str) -> str:
        chance = self._chance
        words = text.split(" ")
        for _ in range(chance.randint(1, 4)):
            words[chance.randrange(len(words))] = chance.choice(NASTY)
        return " ".join(words)

    def _bytes(self, content: bytes) -> bytes:
        chance = self._chance
        changed = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            changed[chance.randint(0, len(changed)) :][:1] = chance.randbytes(1)
            if changed:
                changed[chance.randrange(len(changed))] = chance.randrange(256)
        encoding = chance.random()
        return changed.decode("latin-1").encode("utf-16") if encoding < 0.1 else bytes(changed)

    def _other_values(self, text: str) -> str:
        """The same kind of file with values of other types in places, in another style."""
        value = PlainDocument(text).value
        for _ in range(self._chance.randint(1, 4)):
            self._change_inside(value)
        return json.dumps(value, ensure_ascii=self._chance.random() < 0.5, indent=self._chance.choice((None, 1)))

    def _change_inside(self, value: Any) -> None:
        chance = self._chance
        while True:
            keys = list(value) if isinstance(value, dict) else list(range(len(value)))
            if not keys:
                return
            key = chance.choice(keys)
            inner = value[key]
            if isinstance(inner, dict | list) and chance.random() < 0.85:
                value = inner
                continue
            junk: list[Any] = [
                None,
                [],
                {},
                "",
                0,
                -1,
                1e300,
                True,
                ["x"],
                {"x": "y"},
                [[[]]],
                inner,
                [inner],
                {"id": inner},
            ]
            value[key] = chance.choice([*junk, chance.choice(NASTY), chance.choice(KEYS)])
            if isinstance(value, dict) and chance.random() < 0.3:
                value[chance.choice(KEYS)] = value.pop(key)
            elif isinstance(value, list) and chance.random() < 0.3:
                value += [inner] * chance.choice((1, 2, 500))
            return
