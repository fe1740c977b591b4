"""What the user asked `wuwu score` for: one value, handed to whichever path answers."""

from __future__ import annotations

from typing import Literal, NamedTuple

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
