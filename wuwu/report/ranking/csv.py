"""A ranking as CSV for a spreadsheet: one row a unit, numbers as numbers, and no text that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from typing import TypeAlias

from wuwu.messages import Words, plain
from wuwu.report.layout.table import printable
from wuwu.report.ranking.tables import denials_text, list_failed, places_text
from wuwu.report.sentences import grade_text
from wuwu.units.ranking import GroupRanking, Ranked, Ranking
from wuwu.units.summary import DimensionHead, UnitResult

_Cell: TypeAlias = str | int | Decimal | None

_BOM = "\ufeff"
# What makes a spreadsheet take a text for a formula, full-width forms included; it also looks behind blanks.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_HEAD = ("rubric", "year", "group", "rank", "tied", "unit", "status", "total", "reference", "low", "high", "grade")
_TAIL = (
    "bonus",
    "places",
    "unassessed",
    "pending",
    "warnings",
    "veto",
    "path",
    "problems",
    "period",
    "awarded",
    "as_of",
    "self",
    "self-difference",
)


def ranking_csv(ranking: Ranking, words: Words) -> bytes:
    """The table as UTF-8 with a byte order mark; a log that could not be scored has a row with its problems."""
    out = StringIO()
    writer = csv.writer(out)
    dimensions = _dimensions(ranking)
    names = [words("ranking.column.dimension", name=each.name, points=each.points) for each in dimensions]
    idle = _idle_columns(ranking)
    head, tail = ([words(f"ranking.column.{name}") for name in some] for some in (_HEAD, _TAIL))
    rows: list[list[_Cell]] = [[*head, *names, *tail], *_rows(ranking, dimensions, words)]
    columns = [*_HEAD, *names, *_TAIL]
    for row in rows:
        writer.writerow([_shown(cell) for name, cell in zip(columns, row, strict=True) if name not in idle])
    return (_BOM + out.getvalue()).encode("utf-8", "replace")


def _idle_columns(ranking: Ranking) -> set[str]:
    """The columns that say nothing of any unit: of periods, of grades that a quota limits, of own assessments."""
    results = [each for group in ranking.groups for each in group.results]
    idle = {"self", "self-difference"} if not any(each.self_assessment for each in results) else set()
    if not any(each.period for each in results):
        idle.add("period")
    if not any(each.grade_reason not in (None, "own") for group in ranking.groups for each in group.ranked):
        idle.add("awarded")
    return idle


def _dimensions(ranking: Ranking) -> list[DimensionHead]:
    """The dimensions of all rubrics; alike ones of two rubrics share a column."""
    return list(dict.fromkeys(each for group in ranking.groups for each in group.rubric.dimensions))


def _rows(ranking: Ranking, dimensions: list[DimensionHead], words: Words) -> Iterator[list[_Cell]]:
    for group in ranking.groups:
        for each in group.ranked:
            yield _row(group, each.result, each, dimensions, words)
        for result in group.vetoed:
            yield _row(group, result, None, dimensions, words)
    blanks: list[_Cell] = [None] * (len(_HEAD) - 7 + len(dimensions) + len(_TAIL) - 7)
    for path, problems in list_failed(ranking, words):
        yield [*[None] * 6, words("ranking.state.failed"), *blanks, path, problems, *[None] * 5]


def _row(
    group: GroupRanking, result: UnitResult, ranked: Ranked | None, dimensions: list[DimensionHead], words: Words
) -> list[_Cell]:
    scores = dict(zip(group.rubric.dimensions, result.dimensions, strict=True))
    return [
        group.rubric.id,
        group.rubric.year,
        group.group,
        ranked.rank if ranked else None,
        words("ranking.tied.yes") if ranked and ranked.tied else None,
        result.unit,
        words(f"standing.{result.standing.value}"),
        result.score,
        result.reference_score,
        result.span.low,
        result.span.high,
        grade_text(result.grade_range, result.span, words) or None,
        *(scores[each].score if each in scores else None for each in dimensions),
        result.bonus,
        places_text(ranked, words) if ranked else None,
        result.unassessed,
        result.pending,
        result.warnings,
        denials_text(result.vetoes, words) or None,
        result.path,
        None,
        result.period.label if result.period else None,
        ranked.awarded_grade if ranked else result.grade,
        result.as_of.isoformat() if result.as_of else None,
        own.reference_score if (own := result.self_assessment) else None,
        own.reference_score - result.reference_score if own else None,
    ]


def _shown(cell: _Cell) -> str:
    """A cell as it is written: a text that a spreadsheet could run gets an apostrophe in front, and stays a text."""
    if cell is None:
        return ""
    if isinstance(cell, (int, Decimal)):
        return plain(cell)
    text = printable(" ".join(cell.splitlines()))
    return f"'{text}" if text.lstrip(" \u3000\u00a0").startswith(_DANGEROUS) else text
