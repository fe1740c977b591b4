"""失分分析: the official rows on which the units of a group really lost points, and the clauses behind each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from wuwu.messages import Words
from wuwu.report.sentences import signed
from wuwu.report.workbook.sections import cards_of, name_group
from wuwu.report.workbook.sheet import Sheet
from wuwu.report.workbook.styles import Style
from wuwu.rubric.plan import Node
from wuwu.rules.lines import ZERO
from wuwu.scoring.losses import find_losses
from wuwu.scoring.scorecard import Scorecard
from wuwu.units.ranking import GroupRanking, Ranking

WIDTHS = (10, 18, 20, 59, 14, 13, 48)
_COLUMNS = ("number", "dimension", "row", "clauses", "lost", "units", "who")
_STYLES = (Style.CENTER, Style.TEXT, Style.CENTER, Style.TEXT, Style.CENTER, Style.CENTER, Style.TEXT)
# Units named with each row: those that lost most.
_NAMED = 5


class RowLoss(NamedTuple):
    """What a row cost over all units: each with what it lost, and by cause the points and the number of units."""

    dimension: str
    node: Node
    units: list[tuple[Decimal, str]]
    causes: dict[tuple[str | None, str], tuple[Decimal, int]]

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
    losses = row_losses(cards_of(group))
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
    for (clause, kind), (points, units) in sorted(loss.causes.items(), key=lambda each: each[1][0]):
        head = clause or words(f"line.label.{kind}")
        yield words("workbook.losses.cause", head=head, points=signed(points), units=units)


def _named(loss: RowLoss, words: Words) -> str:
    losers = sorted(loss.units, key=lambda each: (-each[0], each[1]))
    told = [words("workbook.losses.unit", unit=unit, points=points) for points, unit in losers]
    more = words("workbook.losses.more", count=len(told) - _NAMED) if len(told) > _NAMED else ""
    return words.join(told[:_NAMED]) + more


def row_losses(cards: Iterable[Scorecard]) -> list[RowLoss]:
    """The losses of several units by row, the dearest first."""
    found: dict[str, RowLoss] = {}
    for card in cards:
        for loss in find_losses(card):
            row = found.setdefault(loss.node.id, RowLoss(loss.dimension, loss.node, [], {}))
            row.units.append((loss.points, card.bound.log.unit))
            for clause, kind, points in loss.causes:
                known, count = row.causes.get((clause, kind), (ZERO, 0))
                row.causes[clause, kind] = (known + points, count + 1)
    return sorted(found.values(), key=lambda each: (-each.lost, each.node.id))
