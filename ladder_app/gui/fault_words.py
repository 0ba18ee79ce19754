"""Faults as the window says them outside of a trouble box: what they quote keeps its own direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder_app.markup import isolated, isolated_quotations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ladder_app.errors import Problem


def fault_words(problems: Iterable[Problem], between: str = " ") -> str:
    """What went wrong, one sentence after the other."""
    return between.join(isolated_quotations(problem.message) for problem in problems)


def placed_fault_words(problem: Problem) -> str:
    """What went wrong and in which file, with line and column where they are known."""
    if problem.file is None:
        return isolated_quotations(problem.message)
    numbers = [str(number) for number in (problem.line, problem.column) if number is not None]
    return f"{':'.join([isolated(problem.file), *numbers])}: {isolated_quotations(problem.message)}"
