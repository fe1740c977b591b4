"""How the lines of a node become its score: floor, zero, bonuses, cap and 折算, and their order, written once.

base = what the children and the node's own lines add up to, down to the floor (扣完为止, or none: 扣分不设下限), then
min(0, ·) where the node is void (不计分). The bonuses come after, so that none fills a hole that a floor closed; then a cap.
Last what is not applicable leaves both sides (缺项折算) of the base, and the whole counts by its weight.

A joint limit holds several clauses where the node has them all: the node never differs by more than its cap from what it came
to without them (`held`: what they bring or take as it is, below their own node's floors and zeros).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from wuwu.rubric.plan import Bounds, Joint
from wuwu.rules.lines import ZERO, Line, Unassessed
from wuwu.rules.scale import Rounding

if TYPE_CHECKING:
    from typing import Protocol

    class Child(Protocol):
        """A node under the one that is settled."""

        @property
        def base(self) -> Decimal: ...  # noqa: D102
        @property
        def bonus(self) -> Decimal: ...  # noqa: D102


Settled: TypeAlias = tuple[Decimal, Decimal, Decimal, tuple[Line, ...]]
"""What a node comes to: base, bonus, score and lines. `base + bonus == score`; lines and children's scores add up to it."""


def settle(
    bounds: Bounds,
    children: Iterable[Child],
    lines: Sequence[Line],
    zeros: Sequence[Line],
    adds: Sequence[Line],
    survivors: Sequence[Decimal] = (),
) -> Settled:
    """Settle one node from its children, its own lines, the causes that void it, and its bonuses.

    A zero of an item leaves the item's own bonuses (`adds`); what its children brought as a bonus is void with them.
    `survivors`: for each joint limit of the node, what its clauses come to in the children.
    """
    base = bonus = ZERO
    for line in lines:
        base += line.points
    for child in children:
        base += child.base
        bonus += child.bonus
    working = [*lines]
    base, bonus = _limit(bounds, survivors, lines, adds, working, base, bonus)
    if bounds.floor is not None and base + bonus < bounds.floor:
        short = bounds.floor - base - bonus
        working.append(_bound("floor", short, floor=bounds.floor))
        base += short
    for zero in zeros:
        void = max(ZERO, base + bonus)
        working.append(zero._replace(points=-void if void else ZERO))
        if void:
            base = min(base, ZERO)
            bonus = -base
    if adds:
        bonus += _added(bounds, adds, working)
    score = base + bonus
    if bounds.cap is not None and score > bounds.cap:
        over = score - bounds.cap
        working.append(_bound("cap", -over, cap=bounds.cap, total=score))
        score = bounds.cap
        bonus = max(ZERO, bonus - over) if bonus else bonus
        base = score - bonus
    return base, bonus, score, tuple(working)


def _limit(
    bounds: Bounds,
    survivors: Sequence[Decimal],
    lines: Sequence[Line],
    adds: Sequence[Line],
    working: list[Line],
    base: Decimal,
    bonus: Decimal,
) -> tuple[Decimal, Decimal]:
    """Base and bonus within the joint limits; those of bonuses that are yet to come (`adds`) wait for them."""
    for joint, inside in zip(bounds.joints, survivors, strict=False):
        if joint.sign < 0 and (over := _over(joint, lines, inside)):
            working.append(_joint(joint, over))
            base += over
        elif joint.sign > 0 and not adds and (over := _over(joint, (), inside)):
            working.append(_joint(joint, -over))
            bonus -= over
    return base, bonus


def _added(bounds: Bounds, adds: Sequence[Line], working: list[Line]) -> Decimal:
    """What a node's own bonuses bring within its joint limits."""
    working += adds
    bonus = sum([line.points for line in adds], ZERO)
    for joint in bounds.joints:
        if joint.sign > 0 and (over := _over(joint, adds, ZERO)):
            working.append(_joint(joint, -over))
            bonus -= over
    return bonus


def prorate(
    rounding: Rounding, full: Decimal, settled: Settled, left: tuple[Decimal, Decimal], out: Decimal, first: Line
) -> Settled:
    """缺项折算: what is not applicable leaves both sides. `left`: base and bonus without it; `out`: the points that leave.

    Where nothing else is there, all of it is open. `first`: a line of what is not applicable.
    """
    _, _, score, lines = settled
    base, bonus = left
    of = full - out
    if of > 0:
        new = rounding.round(Fraction(base) * Fraction(full) / Fraction(of))
        line = _bound("prorate", new + bonus - score, out=out, got=base, of=of, full=full, new=new)
        base = new
    else:
        line = _bound("prorate-none", base + bonus - score, full=full)
        line = line._replace(open=Unassessed(str(first.rule), full))
    return base, bonus, base + bonus, (*lines, line)


def weigh(weight: Decimal, settled: Settled) -> Settled:
    """A part of the score counts: 百分制按30%计入."""
    base, bonus, score, lines = settled
    line = _bound("weight", score * weight - score, weight=weight * 100, before=score)
    return base * weight, bonus * weight, score * weight, (*lines, line)


def _over(joint: Joint, lines: Sequence[Line], inside: Decimal) -> Decimal:
    own = sum([line.points for line in lines if line.rule in joint.rules], ZERO)
    return max(ZERO, joint.sign * own + inside - joint.cap)


def _joint(joint: Joint, points: Decimal) -> Line:
    return Line("cap", None, joint.id, points, (), "cap", {"cap": joint.cap, "total": joint.cap + abs(points)})


def _bound(kind: str, points: Decimal, **figures: Decimal) -> Line:
    return Line(kind, None, None, points, (), f"node-{kind}", figures)
