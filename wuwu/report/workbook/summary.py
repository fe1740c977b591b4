"""汇总: the units of one group by rank, vetoed ones below, and their scores as bars where the page has room for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from wuwu.messages import Words
from wuwu.report.citations import cite_events
from wuwu.report.ranking.tables import as_of_text, awarded_text, spellings_text
from wuwu.report.sentences import period_name, range_text
from wuwu.report.workbook.measure import POINTS_PER_MM, printed_width
from wuwu.report.workbook.pages import A4_LANDSCAPE, A4_PORTRAIT, Paper
from wuwu.report.workbook.sheet import Sheet, Value
from wuwu.report.workbook.styles import Style
from wuwu.scoring.scorecard import Standing
from wuwu.units.ranking import GroupRanking, Ranked, Ranking, rounded
from wuwu.units.summary import UnitResult

_PORTRAIT, _LANDSCAPE = 188.0, 262.0
_RANK, _UNIT, _BONUS, _TOTAL, _REMARKS = 10.0, 36.5, 11.0, 12.5, 30.0
_OWN = (12.5, 12.5)
_NARROWEST, _WIDEST, _BESIDE = 11.8, 24.0, 2.3
_ROW, _LOW = 17.25, 15.0


class SummaryRows(NamedTuple):
    """Where the figures of the units stand, for whoever checks them: the sheet, its first dimension column, the rows."""

    sheet: str
    first_column: int
    total_column: int
    rows: Mapping[tuple[str, str], int]


def lay_out(group: GroupRanking) -> tuple[Paper, tuple[float, ...]]:
    """The paper, and the widths of the columns in millimetres: upright unless there are too many dimensions."""
    each = [_width(dimension.short_name) for dimension in group.rubric.dimensions]
    own = _OWN if _with_own(group) else ()
    fixed = _RANK + _UNIT + _BONUS + _TOTAL + sum(each) + sum(own)
    paper, whole = (A4_PORTRAIT, _PORTRAIT) if fixed + _REMARKS <= _PORTRAIT else (A4_LANDSCAPE, _LANDSCAPE)
    return paper, (_RANK, _UNIT, *each, _BONUS, _TOTAL, *own, max(_REMARKS, whole - fixed))


def _with_own(group: GroupRanking) -> bool:
    """Whether a unit of the group has assessed itself: only then are there columns for it."""
    return any(each.self_assessment for each in group.results)


def _width(short_name: str) -> float:
    """What a short name needs to stand on one line of the head."""
    needed = printed_width(short_name) / 100 * Style.HEAD.value.size / POINTS_PER_MM + _BESIDE
    return min(_WIDEST, max(_NARROWEST, needed))


def write_summary(sheet: Sheet, group: GroupRanking, ranking: Ranking, words: Words) -> SummaryRows:
    """Write the sheet; where its figures stand."""
    rubric = group.rubric
    sheet.banner(rubric.title, Style.TITLE, 25.5)
    subtitle = words("workbook.summary.subtitle", period=period_name(rubric.year, group.period, words))
    if group.group:
        subtitle += words("workbook.summary.group", group=group.group)
    sheet.banner(subtitle, Style.SUBTITLE, 19.5)
    if ranking.incomplete:
        sheet.banner(words("workbook.summary.incomplete", failed=len(ranking.failed)), Style.DENIED, 19.5)
    if interim := as_of_text(group, words):
        sheet.banner(interim, Style.OPEN, 19.5)
    if spellings := spellings_text(group, words):
        sheet.banner(spellings, Style.NOTE)
    sheet.head(_titles(group, words), frozen_columns=2)
    own = _with_own(group)
    rows: dict[tuple[str, str], int] = {}
    for each in group.ranked:
        rows[each.result.key] = _write_unit(sheet, each.result, each.rank, _remarks(each, group, words), own=own)
    _write_spreads(sheet, group, words)
    if group.vetoed:
        _write_vetoed(sheet, group, rows, words)
    sheet.end_table()
    _write_notes(sheet, group, ranking, words)
    return SummaryRows(sheet.name, 3, len(rubric.dimensions) + 4, rows)


def _titles(group: GroupRanking, words: Words) -> list[str]:
    dimensions = [
        words("workbook.summary.dimension", name=each.short_name, points=each.points)
        for each in group.rubric.dimensions
    ]
    column = "workbook.summary.column."
    own = ("self", "self-difference") if _with_own(group) else ()
    ends = [words(column + name) for name in ("bonus", "total", *own, "remarks")]
    return [words(column + "rank"), words(column + "unit"), *dimensions, *ends]


def _write_unit(sheet: Sheet, result: UnitResult, place: Value, remarks: str, *, own: bool) -> int:
    scores = [each.score for each in result.dimensions]
    values: list[Value] = [place, result.unit, *scores, result.bonus, result.reference_score]
    styles = [Style.CENTER, Style.TEXT, *[Style.CENTER] * (len(scores) + 1), Style.STRONG]
    if own:
        theirs = result.self_assessment.reference_score if result.self_assessment else None
        values += [theirs, None if theirs is None else theirs - result.reference_score]
        styles += [Style.CENTER, Style.MOVE]
    return sheet.add([*values, remarks or None], [*styles, Style.SMALL], _ROW)[0]


def _write_vetoed(sheet: Sheet, group: GroupRanking, rows: dict[tuple[str, str], int], words: Words) -> None:
    """The units that are not ranked, and under each what it is denied for."""
    heading = sheet.banner(words("workbook.summary.vetoed"), Style.STRONG_TEXT)
    for result in group.vetoed:
        place, remarks = words("workbook.summary.no-rank"), words("standing.vetoed")
        rows[result.key] = _write_unit(sheet, result, place, remarks, own=_with_own(group))
        causes = [
            words("ranking.denied", clause=each.clause, events=cite_events(each.events, words, each.measured_in))
            for each in result.vetoes
        ]
        causes_told = words("workbook.summary.between").join(causes)
        cause = sheet.banner(words("workbook.summary.denied", causes=causes_told), Style.VETO)
        sheet.keep(heading, cause)
        heading = cause + 1


def _remarks(each: Ranked, group: GroupRanking, words: Words) -> str:
    result = each.result
    told = []
    if each.tied:
        told.append(words("workbook.summary.tied"))
    if grade := awarded_text(each, words):
        told.append(grade)
    if result.standing is Standing.PROVISIONAL:
        name = "interim" if result.as_of else "provisional"
        told.append(words(f"workbook.summary.{name}", range=range_text(result.span, words, "workbook.range")))
    if each.worst is None:
        told.append(words("workbook.summary.place-veto", best=each.best))
    elif each.unsettled:
        told.append(words("workbook.summary.places", best=each.best, worst=min(each.worst, len(group.ranked))))
    return words("workbook.summary.between").join(told)


def _write_spreads(sheet: Sheet, group: GroupRanking, words: Words) -> None:
    if len(group.ranked) < 2:
        return
    spreads = group.spreads()
    blanks = [None] * (3 if _with_own(group) else 1)
    first = sheet.last + 1
    for name in ("highest", "lowest", "mean", "median"):
        figures = [rounded(getattr(spread, name)) for spread in spreads]
        values: list[Value] = [None, words(f"ranking.{name}"), *figures[:-1], None, figures[-1], *blanks]
        sheet.add(values, [Style.STRONG] * len(values), _LOW)
    sheet.keep(first, sheet.last)


def _write_notes(sheet: Sheet, group: GroupRanking, ranking: Ranking, words: Words) -> None:
    first = sheet.gap(3)
    notes = [words(f"ranking.ties.{ranking.ties}")]
    if any(result.standing is Standing.PROVISIONAL for result in group.results):
        notes.append(words("workbook.summary.note-provisional"))
    if len(group.ranked) > 1:
        notes.append(words("workbook.summary.note-rounded"))
    numbered = [words("workbook.summary.note", number=number, note=note) for number, note in enumerate(notes, 1)]
    sheet.banner(words("workbook.summary.notes", notes="".join(numbered)), Style.NOTE, _LOW)
    for failure in ranking.failed:
        sheet.banner(words("workbook.summary.failed", path=failure.path, problems=len(failure.problems)), Style.NOTE)
    signatures = sheet.banner(words("workbook.summary.signatures"), Style.SIGNATURE, 27)
    sheet.keep(first if signatures - first < 12 else signatures - 1, signatures)
