"""佐证材料目录: the files that the entries of each unit cite, row by row, with their SHA-256, and those that nothing cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from wuwu.messages import Words
from wuwu.source.files import shown_name
from wuwu.units.evidence import Exhibit


def evidence_text(exhibits: Sequence[Exhibit], uncited: Iterable[Path], words: Words) -> str:
    """The list as text."""
    lines = [words("evidence.heading", count=len(exhibits))]
    for unit, some in groupby(exhibits, lambda each: each.unit):
        lines += ["", unit]
        for row, files in groupby(
            sorted(some, key=lambda each: (each.clause, each.event)), lambda each: each.clause.partition(".")[0]
        ):
            lines.append(f"  {row}")
            for each in files:
                digest = each.sha256 or words("evidence.missing")
                lines.append(words("evidence.line", clause=each.clause, file=each.name, sha256=digest))
    left = [shown_name(each) for each in uncited]
    if left:
        lines += ["", words("evidence.uncited", count=len(left)), *(f"  {each}" for each in left)]
    return "\n".join(lines) + "\n"
