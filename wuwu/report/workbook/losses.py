"""失分分析: the official rows on which the units of a group really lost points, and the clauses behind each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from wuwu.messages import Words
from wuwu.report.sentences import line_head, signed
from wuwu.report.workbook.basis import points_moved
from wuwu.report.workbook.sections import cards_of, name_group
from wuwu.report.workbook.sheet import Sheet
from wuwu.report.workbook.styles import Style
from wuwu.rubric.plan import Node
from wuwu.rules.lines import ZERO, Line
from wuwu.scoring.scorecard import Scorecard
from wuwu.units.ranking import GroupRanking, Ranking

WIDTHS = (10, 18, 20, 59, 14, 13, 48)
_COLUMNS = ("number", "dimension", "row", "clauses", "lost", "units", "who")
_STYLES = (Style.CENTER, Style.TEXT, Style.CENTER, Style.TEXT, Style.CENTER, Style.CENTER, Style.TEXT)
# Units named with each row: those that lost most.
_NAMED = 5


class RowLoss(NamedTuple):
    """What a row of the table cost: units with what they lost, and the lines behind it.

    A dimension or the total as a whole is a row too; what its bounds gave back is below 0. `causes`: by the head of the
    lines, their points and the number of units.
    """

    dimension: str
    node: Node
    units: list[tuple[Decimal, str]]
    causes: dict[str, tuple[Decimal, int]]

    @property
    def lost(self) -> Decimal:
        """The net loss of all units."""
        return sum([points for points, _ in self.units], ZERO)


def write_losses(sheet: Sheet, ranking: Ranking, words: Words) -> None:
    """Write the sheet."""
    sheet.banner(words("workbook.losses.title"), Style.TITLE, 27)
    sheet.banner(words("workbook.losses.note"), Style.NOTE)
    sheet.head([words(f"workbook.losses.column.{name}") for name in _COLUMNS])
    for group in ranking.groups:
        name = "with-vetoed" if group.vetoed else "without-vetoed"
        counts = {"units": len(group.results), "vetoed": len(group.vetoed)}
        told = words(f"workbook.losses.{name}", group=name_group(group, words), **counts)
        heading = sheet.banner(told, Style.SECTION, 19.5)
        _write_group(sheet, group, words)
        sheet.keep(heading, min(heading + 1, sheet.last))


def _write_group(sheet: Sheet, group: GroupRanking, words: Words) -> None:
    names = {dimension.id: dimension.short_name for dimension in group.rubric.dimensions}
    losses = row_losses(cards_of(group), words)
    for number, loss in enumerate(losses, 1):
        causes = "\n".join(_causes(loss, words))
        row = _row(loss.node, words)
        who = _named(loss, words)
        sheet.add((number, names.get(loss.dimension), row, causes, loss.lost, len(loss.units), who), _STYLES)
    if not losses:
        sheet.banner(words("workbook.losses.none"), Style.NOTE)


def _row(node: Node, words: Words) -> str:
    if node.level in {"dimension", "total"}:
        return words(f"workbook.losses.whole-{node.level}")
    return node.id if node.points is None else words("workbook.losses.row", row=node.id, points=node.points)


def _causes(loss: RowLoss, words: Words) -> Iterator[str]:
    for head, (points, units) in sorted(loss.causes.items(), key=lambda each: each[1][0]):
        yield words("workbook.losses.cause", head=head, points=signed(points), units=units)


def _named(loss: RowLoss, words: Words) -> str:
    losers = sorted(loss.units, key=lambda each: (-each[0], each[1]))
    told = [words("workbook.losses.unit", unit=unit, points=points) for points, unit in losers]
    more = words("workbook.losses.more", count=len(told) - _NAMED) if len(told) > _NAMED else ""
    return words.join(told[:_NAMED]) + more


# --- what was lost -----------------------------------------------------------------------------------------------


def row_losses(cards: Iterable[Scorecard], words: Words) -> list[RowLoss]:
    """The net losses over units by row, the dearest first: points of a row, less what it kept of them.

    What only waits for a finding is no loss, and a bonus makes up for none.
    """
    found: dict[str, RowLoss] = {}
    for card in cards:
        for dimension, node, lost, lines in _lost(card):
            loss = found.setdefault(node.id, RowLoss(dimension, node, [], {}))
            loss.units.append((lost, card.bound.log.unit))
            for head, points in _by_head(lines, words).items():
                known, count = loss.causes.get(head, (ZERO, 0))
                loss.causes[head] = (known + points, count + 1)
    return sorted(found.values(), key=lambda each: (-each.lost, each.node.id))


def _lost(card: Scorecard) -> Iterator[tuple[str, Node, Decimal, list[Line]]]:
    """The rows of a card that lost points: the dimension, the node, how many, and the lines of its base."""
    for dimension in card.total.children:
        for item in dimension.children:
            top = {seat.rule.id for seat in item.node.adds}
            lines = [line for line in item.all_lines() if line.rule not in top]
            waiting = sum([-points_moved(line) for line in lines if line.open], ZERO)
            lost = (item.node.points or ZERO) - item.base - waiting
            if lost > 0:
                yield dimension.node.id, item.node, lost, [line for line in lines if not line.open]
    for whole in (*card.total.children, card.total):
        own = sum([line.points for line in whole.lines], ZERO)
        if own:
            yield whole.node.id, whole.node, -own, list(whole.lines)


def _by_head(lines: Iterable[Line], words: Words) -> dict[str, Decimal]:
    """What the lines moved, by who speaks."""
    moved: dict[str, Decimal] = {}
    for line in lines:
        if points := points_moved(line):
            head = line_head(line, words)
            moved[head] = moved.get(head, ZERO) + points
    return moved
