"""A scorecard in, the points it lost out: by row, net, with what took them and what gave some back. Every report asks here."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from wuwu.rubric.plan import Node
from wuwu.rules.lines import ZERO, Line
from wuwu.scoring.scorecard import NodeScore, Scorecard


class Cause(NamedTuple):
    """What moved points: a clause (with all the limits inside it), or, where `clause` is None, a bound of the node."""

    clause: str | None
    kind: str
    points: Decimal


class Loss(NamedTuple):
    """The points that a row lost, net: its points less the base it kept. What only waits for a finding is not lost.

    A dimension or the total is a row of its own for what its bounds and zeros moved; `points` is below 0 where they gave back.
    """

    dimension: str
    node: Node
    points: Decimal
    causes: tuple[Cause, ...]


def points_moved(line: Line) -> Decimal:
    """What a line takes from or adds to the points of its row: an award given moves nothing, one not given its points."""
    if line.kind != "award":
        return line.points
    full = line.figures["full"]
    assert isinstance(full, Decimal)
    return line.points - full


def find_losses(card: Scorecard) -> tuple[Loss, ...]:
    """Every row that lost points, then every whole whose bounds moved some, in the order of the table."""
    found: list[Loss] = []
    for dimension in card.total.children:
        for item in dimension.children:
            missing = (item.node.points or ZERO) - item.base
            if missing > 0:  # of most rows nothing is
                found += _of_row(dimension, item, missing)
    for whole in (*card.total.children, card.total):
        moved = sum([line.points for line in whole.lines], ZERO)
        if moved:
            found.append(Loss(whole.node.id, whole.node, -moved, _causes(whole.lines)))
    return tuple(found)


def _of_row(dimension: NodeScore, item: NodeScore, missing: Decimal) -> Iterable[Loss]:
    lines = item.all_lines()
    if adds := item.node.adds:
        bonuses = {pricing.rule.id for pricing in adds}  # a bonus makes up for no loss
        lines = [line for line in lines if line.rule not in bonuses]
    waiting = [line for line in lines if line.open]
    if waiting:
        missing += sum([points_moved(line) for line in waiting], ZERO)
        if missing <= 0:
            return ()
        lines = [line for line in lines if not line.open]
    return (Loss(dimension.node.id, item.node, missing, _causes(lines)),)


def _causes(lines: Iterable[Line]) -> tuple[Cause, ...]:
    """What the lines moved, by clause and by bound."""
    moved: dict[tuple[str | None, str], Decimal] = {}
    for line in lines:
        if points := points_moved(line):
            key = (line.rule, "" if line.rule else line.kind)
            moved[key] = moved.get(key, ZERO) + points
    return tuple([Cause(clause, kind, points) for (clause, kind), points in moved.items() if points])
