"""汇总: the units of one group by rank, vetoed ones below, and their scores as bars."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from wuwu.messages import Words
from wuwu.ranking import GroupRanking, Ranked, Ranking
from wuwu.report.citations import cite_events
from wuwu.report.workbook.chart import draw_scores
from wuwu.report.workbook.sheet import Sheet, Value
from wuwu.report.workbook.styles import Style
from wuwu.scorecard import Standing
from wuwu.unit_result import RubricHead, UnitResult

_WHOLE = 255.0
_RANK, _UNIT, _BONUS, _TOTAL, _STATUS, _REMARKS = 13.0, 40.0, 15.0, 17.0, 20.0, 48.0
_NARROWEST, _WIDEST = 15.0, 24.0


class SummaryRows(NamedTuple):
    """Where the figures of the units stand, for whoever checks them: the sheet, its first dimension column, the rows."""

    sheet: str
    first_column: int
    total_column: int
    rows: Mapping[str, int]


def summary_widths(rubric: RubricHead) -> tuple[float, ...]:
    """The widths of the columns in millimetres, however many dimensions there are."""
    fixed = _RANK + _UNIT + _BONUS + _TOTAL + _STATUS + _REMARKS
    count = len(rubric.dimensions)
    each = min(_WIDEST, max(_NARROWEST, (_WHOLE - fixed) / count))
    spare = max(0.0, _WHOLE - fixed - each * count)
    return (_RANK, _UNIT + spare / 2, *[each] * count, _BONUS, _TOTAL, _STATUS, _REMARKS + spare / 2)


def write_summary(sheet: Sheet, group: GroupRanking, ranking: Ranking, words: Words) -> SummaryRows:
    """Write the sheet; where its figures stand."""
    rubric = group.rubric
    sheet.banner(rubric.title, Style.TITLE, 34)
    subtitle = words("workbook.summary.subtitle", year=rubric.year)
    if group.group:
        subtitle += words("workbook.summary.group", group=group.group)
    sheet.banner(subtitle, Style.SUBTITLE, 24)
    if ranking.incomplete:
        sheet.banner(words("workbook.summary.incomplete", failed=len(ranking.failed)), Style.SECTION, 22)
    sheet.head(_titles(rubric, words), frozen_columns=2)
    rows: dict[str, int] = {}
    for each in group.ranked:
        rows[each.result.path] = _write_unit(sheet, each.result, each.rank, _remarks(each, group, words), words)
    ranked = (sheet.last - len(group.ranked) + 1, sheet.last)
    _write_spreads(sheet, group, words)
    if group.vetoed:
        row = sheet.banner(words("workbook.summary.vetoed"), Style.STRONG_TEXT, 22)
        sheet.keep(row, row + 1)
        for result in group.vetoed:
            rows[result.path] = _write_unit(
                sheet, result, words("workbook.summary.no-rank"), _denied(result, words), words
            )
    sheet.end_table()
    _write_notes(sheet, group, ranking, words)
    if group.ranked:
        draw_scores(sheet, group, ranked, words)
    return SummaryRows(sheet.name, 3, len(rubric.dimensions) + 4, rows)


def _titles(rubric: RubricHead, words: Words) -> list[str]:
    dimensions = [words("workbook.summary.dimension", name=each.name, points=each.points) for each in rubric.dimensions]
    column = "workbook.summary.column."
    ends = [words(column + name) for name in ("bonus", "total", "status", "remarks")]
    return [words(column + "rank"), words(column + "unit"), *dimensions, *ends]


def _write_unit(sheet: Sheet, result: UnitResult, place: Value, remarks: str, words: Words) -> int:
    scores = [each.score for each in result.dimensions]
    state = words(f"ranking.state.{result.standing.value}")
    styles = [Style.CENTER, Style.NAME, *[Style.CENTER] * (len(scores) + 1), Style.STRONG, Style.CENTER, Style.TEXT]
    values = [place, result.unit, *scores, result.bonus, result.reference_score, state, remarks or None]
    return sheet.add(values, styles, 24)[0]


def _remarks(each: Ranked, group: GroupRanking, words: Words) -> str:
    result = each.result
    told = []
    if each.tied:
        told.append(words("workbook.summary.tied"))
    if result.grade:
        told.append(result.grade)
    if result.standing is Standing.PROVISIONAL:
        told.append(words("workbook.summary.open", unassessed=result.unassessed, pending=result.pending))
        low, high = result.span
        name = "range" if low is not None else "range-veto"
        told.append(words(f"workbook.summary.{name}", low=low, high=high))
    if each.worst is None:
        told.append(words("workbook.summary.place-veto", best=each.best))
    elif each.unsettled:
        told.append(words("workbook.summary.places", best=each.best, worst=min(each.worst, len(group.ranked))))
    return words("workbook.summary.between").join(told)


def _denied(result: UnitResult, words: Words) -> str:
    causes = [
        words("ranking.denied", clause=each.clause, events=cite_events(each.events, words)) for each in result.vetoes
    ]
    return words("workbook.summary.between").join(causes)


def _write_spreads(sheet: Sheet, group: GroupRanking, words: Words) -> None:
    if len(group.ranked) < 2:
        return
    spreads = group.spreads()
    first = sheet.last + 1
    for name in ("highest", "lowest", "mean", "median"):
        figures = [_shown(getattr(spread, name)) for spread in spreads]
        values: list[Value] = [None, words(f"ranking.{name}"), *figures[:-1], None, figures[-1], None, None]
        sheet.add(values, [Style.STRONG] * len(values))
    sheet.keep(first, sheet.last)


def _shown(figure: Decimal | Fraction) -> Decimal:
    """A mean or a median, half up to two places; any other figure as it is."""
    if isinstance(figure, Decimal):
        return figure
    hundredths = (figure * 100 + Fraction(1, 2)).__floor__()
    return Decimal(hundredths).scaleb(-2)


def _write_notes(sheet: Sheet, group: GroupRanking, ranking: Ranking, words: Words) -> None:
    first = sheet.last + 1
    sheet.gap(8)
    notes = [words(f"ranking.ties.{ranking.ties}")]
    if any(result.standing is Standing.PROVISIONAL for result in group.results):
        notes.append(words("workbook.summary.note-provisional"))
    if len(group.ranked) > 1:
        notes.append(words("workbook.summary.note-rounded"))
    for number, note in enumerate(notes, 1):
        sheet.banner(words("workbook.summary.note", number=number, note=note), Style.NOTE)
    for failure in ranking.failed:
        sheet.banner(words("workbook.summary.failed", path=failure.path, problems=len(failure.problems)), Style.NOTE)
    sheet.gap(10)
    sheet.banner(words("workbook.summary.signatures"), Style.SIGNATURE, 30)
    if sheet.last - first < 12:
        sheet.keep(first, sheet.last)
