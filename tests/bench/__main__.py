"""`python -m tests.bench [WORD]`: the table of all figures, or of the modules whose name holds the word.

A module takes part by its name, `bench_….py`, and by a function `rows()` that gives for each
figure its name, the ratio measured against a baseline of the same run, and the most it may be.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

Row = tuple[str, float, float]

_WIDTH = 66


def benches(word: str) -> Iterator[str]:
    """The names of the modules that take part."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if word in path.stem:
            yield path.stem


def line(row: Row) -> str:
    """One figure as the table shows it."""
    name, ratio, goal = row
    return f"{name:<{_WIDTH}} {ratio:>6.2f} {goal:>6.2f}  {'met' if ratio <= goal else 'missed'}"


def main(word: str = "") -> int:
    """Print the table as the figures come in; gives 1 if some could not be measured."""
    status = 0
    sys.stdout.write(f"{'':<{_WIDTH}} {'ratio':>6} {'goal':>6}\n")
    for name in benches(word):
        try:
            for row in import_module(f"tests.bench.{name}").rows():
                sys.stdout.write(line(row) + "\n")
                sys.stdout.flush()
        except Exception as error:  # one that cannot be measured says so and the others follow
            sys.stdout.write(f"{name}: {type(error).__name__}: {error}\n")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
