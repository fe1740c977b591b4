"""What the user asked `wuwu score` for: one value, handed to whichever path answers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from wuwu.problem import Problem

STDOUT = "-"
Format = Literal["text", "json", "markdown", "csv"]
Ties = Literal["competition", "dense"]


class ScoreOptions(NamedTuple):
    """The options of `wuwu score`, as parsed.

    `rubric` is a bundled id or a path that replaces what the logs name; `xlsx` and `output` are paths of files to write
    (None: no workbook; standard output); `jobs` is the number of processes, None for as many as there are cores.
    """

    rubric: str | None = None
    format: Format = "text"
    xlsx: str | None = None
    explain: bool = False
    final: bool = False
    ties: Ties = "competition"
    jobs: int | None = None
    output: str | None = None


def refuse_unknown(rubric: str | None) -> tuple[Problem, ...]:
    """Why no rubric bears the id that `--rubric` gives: said once, not for every log. Raises Rejected for a faulty file."""
    from wuwu.library import load_rubric
    from wuwu.problem import Rejected

    try:
        if rubric is not None:
            load_rubric(rubric)
    except Rejected as rejected:
        if any(problem.code == "unknown-rubric" for problem in rejected.problems):
            return rejected.problems
        raise
    return ()


def find_clash(paths: Sequence[str], options: ScoreOptions) -> Problem | None:
    """The problem of a result that would be written over one of the logs, or over another result; None where there is none."""
    from wuwu.problem import Place, Problem

    results = [each for each in (options.output, options.xlsx) if each is not None]
    for result in results:
        if result != STDOUT and any(_same(result, path) for path in paths):
            return Problem("output-is-input", Place(result), {"file": result})
    if options.xlsx == STDOUT and options.output in (None, STDOUT):
        return Problem("outputs-clash", None, {"file": STDOUT})
    if len(results) == 2 and _same(*results):
        return Problem("outputs-clash", Place(results[0]), {"file": results[0]})
    return None


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 - pathlib raises where this does too
    except (OSError, ValueError):
        return os.path.abspath(one) == os.path.abspath(other)  # noqa: PTH100
