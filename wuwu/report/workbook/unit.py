"""One unit's sheet, in the layout of the official form: row by row the text, what it was judged by, and the points."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from wuwu.effects import Line
from wuwu.messages import Words, plain
from wuwu.ranking import Ranked
from wuwu.report.citations import cite_event
from wuwu.report.sentences import ignored_reason, line_sentence, warning_sentence
from wuwu.report.workbook.sheet import Sheet, Value
from wuwu.report.workbook.styles import Style
from wuwu.rubric import Item
from wuwu.scorecard import NodeScore, Scorecard

WIDTHS = (23, 13, 97, 87, 20, 15)
"""项目, 分值, 考评内容和计分办法, 计分依据, 扣分/加分, 得分: in millimetres."""

_DIMENSION, _POINTS, _TEXT, _BASIS, _MOVED, _SCORE = range(1, 7)
_ROW = (Style.STRONG, Style.CENTER, Style.TEXT, Style.TEXT, Style.MOVE, Style.CENTER)
_SUM = (Style.STRONG, Style.STRONG, Style.STRONG_TEXT, Style.STRONG_TEXT, Style.STRONG_MOVE, Style.STRONG)


class SumRows(NamedTuple):
    """Where a sum stands on the sheet: the rows it adds up, those of them that are its own lines, and its own row."""

    first: int
    last: int
    own: int
    total: int


class UnitRows(NamedTuple):
    """Where everything that was added up stands on a unit's sheet."""

    sheet: str
    dimensions: tuple[SumRows, ...]
    own: tuple[int, int]
    total: int


def write_unit(sheet: Sheet, card: Scorecard, place: Ranked | None, words: Words) -> UnitRows:
    """Write the sheet; where its sums stand. `place`: the unit's rank, None for a vetoed one."""
    _write_facts(sheet, card, place, words)
    sheet.head(
        [words(f"workbook.unit.column.{name}") for name in ("dimension", "points", "text", "basis", "moved", "score")]
    )
    items = {item.id: item for item in card.bound.plan.rubric.items()}
    dimensions = tuple([_write_dimension(sheet, score, card, items, words) for score in card.total.children])
    first = sheet.last + 1
    for line in card.total.lines:
        _write_own(sheet, line, card, words)
    own = (first, sheet.last)
    total = _write_sum(sheet, words("workbook.unit.total"), card.total, words)
    _write_open(sheet, card, words)
    _write_signatures(sheet, words)
    return UnitRows(sheet.name, dimensions, own, total)


def points_moved(line: Line) -> Decimal | None:
    """What a line takes from or adds to the points of its row: an award given moves nothing, one not given its points."""
    if line.kind == "veto":
        return None
    full = line.figures.get("full") if line.kind == "award" else None
    return line.points - full if isinstance(full, Decimal) else line.points


def _write_facts(sheet: Sheet, card: Scorecard, place: Ranked | None, words: Words) -> None:
    log, rubric = card.bound.log, card.bound.plan.rubric
    sheet.banner(rubric.title, Style.TITLE, 34)
    sheet.banner(words("workbook.unit.subtitle", year=rubric.year), Style.SUBTITLE, 22)
    facts = [words("workbook.unit.name", unit=log.unit)]
    if log.group:
        facts.append(words("workbook.unit.group", group=log.group))
    if log.assessed_on:
        facts.append(words("workbook.unit.assessed", day=log.assessed_on.isoformat()))
    sheet.banner(words("workbook.between").join(facts), Style.FACTS, 22)
    sheet.banner(words("workbook.between").join(_result(card, place, words)), Style.FACTS, 22)


def _result(card: Scorecard, place: Ranked | None, words: Words) -> list[str]:
    state = words("workbook.unit.state", state=words(f"ranking.state.{card.standing.value}"))
    if card.score is None:
        return [words("workbook.unit.reference", score=card.reference_score), state]
    facts = [words("workbook.unit.score", score=card.score, points=card.total.node.points), state]
    if card.grade:
        facts.append(words("workbook.unit.grade", grade=card.grade))
    if place is not None:
        facts.append(words("workbook.unit.rank-tied" if place.tied else "workbook.unit.rank", rank=place.rank))
    return facts


# --- the table ---------------------------------------------------------------------------------------------------


def _write_dimension(sheet: Sheet, score: NodeScore, card: Scorecard, items: dict[str, Item], words: Words) -> SumRows:
    first = sheet.last + 1
    blocks = [_write_item(sheet, item, items[item.node.id], card, words) for item in score.children]
    own = sheet.last + 1
    for line in score.lines:
        _write_own(sheet, line, card, words)
    last = sheet.last
    name = next(each.name for each in card.bound.plan.rubric.dimensions if each.id == score.node.id)
    title = words("workbook.unit.dimension", name=name, points=score.node.points)
    sheet.span(_DIMENSION, (first, last), title, Style.STRONG, words("workbook.unit.continued", name=name))
    total = _write_sum(sheet, words("workbook.unit.subtotal"), score, words)
    for begin, end in blocks[:-1]:
        sheet.keep(begin, end)
    sheet.keep(blocks[-1][0] if blocks else total, total)
    return SumRows(first, last, own, total)


def _write_item(sheet: Sheet, score: NodeScore, item: Item, card: Scorecard, words: Words) -> tuple[int, int]:
    clauses = card.bound.plan.clauses
    vetoes = [line for line in card.vetoes if line.clause and clauses[line.clause].item == item.id]
    lines = [*(line for part in score.children for line in part.lines), *score.lines, *vetoes]
    first = sheet.last + 1
    for line in lines:
        _write_line(sheet, line, card, words)
    if not lines:
        sheet.add((None, None, None, words("workbook.unit.nothing"), None, None), _ROW)
    while sheet.is_crowded(_TEXT, (first, sheet.last), item.text, Style.TEXT):
        sheet.add([None] * len(_ROW), _ROW)
    rows = (first, sheet.last)
    sheet.span(_POINTS, rows, score.node.points, Style.CENTER)
    sheet.span(_TEXT, rows, item.text, Style.TEXT)
    sheet.span(_SCORE, rows, score.score, Style.CENTER)
    return rows


def _write_line(sheet: Sheet, line: Line, card: Scorecard, words: Words, text: str | None = None) -> None:
    sentence = line_sentence(line, card.bound.log.events, words)
    sheet.add((None, None, text, sentence, points_moved(line), None), _ROW)


def _write_own(sheet: Sheet, line: Line, card: Scorecard, words: Words) -> None:
    """A line of a dimension or of the total itself, which no row of the official table holds."""
    _write_line(sheet, line, card, words, words("workbook.unit.whole"))


def _write_sum(sheet: Sheet, title: str, score: NodeScore, words: Words) -> int:
    points = score.node.points
    moved = None if points is None else score.score - points
    bonus = words("workbook.unit.bonus", bonus=score.bonus) if score.bonus else None
    row: Sequence[Value] = (title, points, None, bonus, moved, score.score)
    return sheet.add(row, _SUM)[1]


# --- what stands under it ----------------------------------------------------------------------------------------


def _write_open(sheet: Sheet, card: Scorecard, words: Words) -> None:
    if not card.unassessed and not card.pending:
        heading = sheet.banner(words("workbook.unit.settled-heading"), Style.SECTION, 22)
        sheet.banner(words("workbook.unit.none"), Style.NOTE)
        sheet.keep(heading, sheet.last)
    for name, sentences in _open_matters(card, words).items():
        if sentences:
            heading = sheet.banner(words(f"workbook.unit.{name}-heading", count=len(sentences)), Style.SECTION, 22)
            for number, sentence in enumerate(sentences, 1):
                sheet.banner(f"{number}. {sentence}", Style.NOTE)
            sheet.keep(heading, heading + 1)
    first = sheet.banner(words("workbook.unit.range-heading"), Style.SECTION, 22)
    sheet.banner(range_sentence(card, words), Style.NOTE)
    sheet.keep(first, sheet.last)


def _open_matters(card: Scorecard, words: Words) -> dict[str, list[str]]:
    """What a person has to look at beside the table, under the names of its headings."""

    def told(name: str, clause: str, event: int, reason: str = "") -> str:
        sentence = cite_event(card.bound.log.events[event], words)
        return words(f"workbook.unit.{name}", clause=clause, event=sentence, reason=reason)

    unassessed = [
        words(f"workbook.unit.unassessed{'' if each.points else '-neutral'}", clause=each.clause, points=each.points)
        for each in card.unassessed
    ]
    pending = [told("pending", each.clause, each.event) for each in card.pending]
    ignored = [told("ignored", each.clause, each.event, ignored_reason(each, card, words)) for each in card.ignored]
    warnings = [warning_sentence(each, words) for each in card.warnings]
    return {"unassessed": unassessed, "pending": pending, "ignored": ignored, "warnings": warnings}


def range_sentence(card: Scorecard, words: Words) -> str:
    """Between what the score still lies."""
    low, high = card.span
    if low is None:
        return words("workbook.range.veto-pending", high=high)
    name = "settled" if low == high else "open"
    about = words("workbook.range.reference") if card.score is None else words("workbook.range.score")
    return words(f"workbook.range.{name}", about=about, low=plain(low), high=plain(high))


def _write_signatures(sheet: Sheet, words: Words) -> None:
    first = sheet.gap(16)
    sheet.banner(words("workbook.unit.signatures"), Style.SIGNATURE, 30)
    sheet.banner(words("workbook.unit.seal"), Style.SIGNATURE, 30)
    sheet.keep(first, sheet.last)
