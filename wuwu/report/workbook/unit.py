"""One unit's sheet, in the layout of the official form: row by row the text, what it was judged by, and the points.

On every row the points, and what was taken off or put on top, make the score.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wuwu.messages import Words
from wuwu.report.citations import cite_logged
from wuwu.report.scorecard.text import interim_sentence
from wuwu.report.sentences import grade_text, line_sentence, period_name, range_text
from wuwu.report.workbook.basis import Asides, asides_of, basis_of, basis_of_lines, sum_moved
from wuwu.report.workbook.closing import write_closing
from wuwu.report.workbook.sheet import Sheet, Value
from wuwu.report.workbook.styles import Style
from wuwu.rubric.declared import Item
from wuwu.rules.lines import ZERO, Line
from wuwu.scoring.scorecard import NodeScore, Scorecard, Standing
from wuwu.units.ranking import Ranked
from wuwu.units.summary import describe

WIDTHS = (8.5, 8, 73, 66, 11, 11)
"""项目, 分值, 考评内容和计分办法, 计分依据, 扣分加分, 得分: in millimetres."""

_COLUMNS = ("dimension", "points", "text", "basis", "moved", "score")
_DIMENSION = 1
_SUM = (Style.STRONG, Style.STRONG, Style.STRONG_TEXT, Style.STRONG_TEXT, Style.STRONG_MOVE, Style.STRONG)


class SumRows(NamedTuple):
    """Where a sum stands on the sheet: the rows it adds up, and its own row."""

    first: int
    last: int
    total: int


class UnitRows(NamedTuple):
    """Where everything that was added up stands on a unit's sheet; `own` are the rows of the total's own lines."""

    sheet: str
    dimensions: tuple[SumRows, ...]
    own: tuple[int, int]
    total: int


def write_unit(sheet: Sheet, card: Scorecard, place: Ranked | None, words: Words) -> UnitRows:
    """Write the sheet; where its sums stand. `place`: the unit's rank, None for a vetoed one."""
    _write_facts(sheet, card, place, words)
    sheet.head([words(f"workbook.unit.column.{name}") for name in _COLUMNS])
    items = {item.id: item for item in card.bound.plan.rubric.items()}
    asides = asides_of(card)
    dimensions = []
    for score in card.total.children:
        rows, closing = _write_dimension(sheet, score, card, items, asides, words)
        dimensions.append(rows)
    first = sheet.last + 1
    _write_own(sheet, card.total.lines, "workbook.unit.whole-total", card, words)
    own = (first, sheet.last)
    total = _write_sum(sheet, words("workbook.unit.total"), card.total, words)
    sheet.keep(closing, total)
    sheet.end_table(together=closing)
    write_closing(sheet, card, words)
    return UnitRows(sheet.name, tuple(dimensions), own, total)


# --- what stands above it ----------------------------------------------------------------------------------------


def _write_facts(sheet: Sheet, card: Scorecard, place: Ranked | None, words: Words) -> None:
    log, rubric = card.bound.log, card.bound.plan.rubric
    sheet.banner(rubric.title, Style.TITLE, 27)
    provisional = "-provisional" if card.standing is Standing.PROVISIONAL else ""
    how = "-interim" if card.as_of else provisional
    sheet.banner(
        words(f"workbook.unit.subtitle{how}", period=period_name(rubric.year, log.period, words)), Style.SUBTITLE, 19.5
    )
    facts = [words("workbook.unit.name", unit=log.unit)]
    if log.group:
        facts.append(words("workbook.unit.group", group=log.group))
    if log.assessed_on:
        facts.append(words("workbook.unit.assessed", day=log.assessed_on.isoformat()))
    sheet.banner(words("workbook.between").join(facts), Style.FACTS, 17.25)
    if interim := interim_sentence(card, words):
        sheet.banner(interim, Style.OPEN, 19.5)
    style = {Standing.PROVISIONAL: Style.OPEN, Standing.VETOED: Style.DENIED, Standing.FINAL: Style.RESULT}
    sheet.banner(_result(card, place, words), style[card.standing], 19.5)
    for line in card.gradings:
        sheet.banner(line_sentence(line, log.events, words), Style.FACTS, 17.25)


def _result(card: Scorecard, place: Ranked | None, words: Words) -> str:
    if card.score is None:
        between = words("workbook.summary.between")
        causes = between.join([_denied(line, card, words) for line in card.vetoes])
        return words("workbook.unit.denied", causes=causes, score=card.reference_score)
    total = card.total
    facts = [words("workbook.unit.score", score=total.score, base=total.base, bonus=total.bonus)]
    if grade := grade_text(card.grade_range, card.span, words):
        facts.append(words("workbook.unit.grade", grade=grade))
    if place is not None:
        facts.append(_rank(place, words))
    if card.standing is Standing.PROVISIONAL:
        facts[0] = words("workbook.unit.score-provisional", score=total.score, base=total.base, bonus=total.bonus)
        counts = {"unassessed": len(card.unassessed), "pending": len(card.pending)}
        span = range_text(card.span, words, "workbook.range")
        facts.append(words("workbook.unit.still-open", range=span, **counts))
    return words("workbook.between").join(facts)


def _rank(place: Ranked, words: Words) -> str:
    told = words("workbook.unit.rank", rank=place.rank) + (words("workbook.unit.rank-tied") if place.tied else "")
    if place.worst is None:
        return told + words("workbook.unit.rank-veto", best=place.best)
    return told + (words("workbook.unit.rank-places", best=place.best, worst=place.worst) if place.unsettled else "")


def _denied(line: Line, card: Scorecard, words: Words) -> str:
    events = words("line.between").join(filter(None, [cite_logged(card, index, words) for index in line.events]))
    return words("workbook.unit.cause", clause=line.clause, events=events)


# --- the table ---------------------------------------------------------------------------------------------------


def _write_dimension(
    sheet: Sheet, score: NodeScore, card: Scorecard, items: dict[str, Item], asides: Asides, words: Words
) -> tuple[SumRows, int]:
    """Write a dimension; its rows, and the first of those that stay beside its subtotal."""
    first = closing = sheet.last + 1
    for each in score.children:
        closing = _write_item(sheet, each, items[each.node.id], card, asides, words)
    _write_own(sheet, score.lines, "workbook.unit.whole", card, words)
    last = sheet.last
    head = next(each for each in describe(card.bound.plan.rubric).dimensions if each.id == score.node.id)
    looks = [(head.name, Style.STACKED), (head.short_name, Style.STACKED), (head.short_name, Style.STRONG)]
    sheet.span(_DIMENSION, (first, last), looks)
    total = _write_sum(sheet, words("workbook.unit.subtotal"), score, words)
    if score is not card.total.children[-1]:
        sheet.keep(closing, total)
    return SumRows(first, last, total), closing


def _write_item(sheet: Sheet, score: NodeScore, item: Item, card: Scorecard, asides: Asides, words: Words) -> int:
    basis = basis_of(score, item, card, asides, words)
    points = score.node.points
    moved = score.score - (points or ZERO)
    styles = (
        Style.STRONG,
        Style.CENTER,
        Style.SMALL,
        Style.VETO if basis.vetoed else Style.TEXT,
        Style.OPEN_MOVE if basis.open else Style.MOVE,
        Style.CENTER if points is not None else Style.SCORE,
    )
    return sheet.add((None, points, item.text, basis.text, moved, score.score), styles)[0]


def _write_own(sheet: Sheet, lines: Sequence[Line], name: str, card: Scorecard, words: Words) -> None:
    """The lines of a dimension or of the total itself, which no row of the official table holds, as one row."""
    if lines:
        moved = sum_moved(lines)
        row: Sequence[Value] = (None, None, words(name), basis_of_lines(lines, card, words), moved, moved)
        sheet.add(row, (Style.STRONG, Style.CENTER, Style.TEXT, Style.TEXT, Style.MOVE, Style.SCORE))


def _write_sum(sheet: Sheet, title: str, score: NodeScore, words: Words) -> int:
    points = score.node.points
    moved = None if points is None else score.score - points
    bonus = words("workbook.unit.bonus", bonus=score.bonus) if score.bonus else None
    return sheet.add((title, points, None, bonus, moved, score.score), _SUM, 18)[1]
