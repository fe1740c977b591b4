"""How the lines of a node become its score: floor, zero, bonuses, cap and 折算, and their order, written once.

base = what the children and the node's own lines add up to, down to the floor (扣完为止, or none: 扣分不设下限), then
min(0, ·) where the node is void (不计分). The bonuses come after, so that none fills a hole that a floor closed; then a cap.
Last what is not applicable leaves both sides (缺项折算) of the base, and the whole counts by its weight.

A joint limit holds several clauses where the node has them all: the node never differs by more than its cap from what it came
to without them, whatever floors and zeros lie below. Several limits bind one after the other, each on what the ones before it
left; in which order makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
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
    overs: Sequence[Decimal] = (),
) -> Settled:
    """Settle one node from its children, its own lines, the causes that void it, and its bonuses.

    A zero of an item leaves the item's own bonuses (`adds`); what its children brought as a bonus is void with them.
    `overs`: for each joint limit of the node, by how much it is passed (`find_overs`).
    """
    base = bonus = ZERO
    for line in lines:
        base += line.points
    for child in children:
        base += child.base
        bonus += child.bonus
    working = [*lines]
    off: Sequence[Line] = ()
    if bounds.joints:
        back, off = _limited(bounds.joints, overs)
        base += _added(back, working)
        if not adds:
            bonus += _added(off, working)
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
        bonus += _added([*adds, *off], working)
    score = base + bonus
    if bounds.cap is not None and score > bounds.cap:
        over = score - bounds.cap
        working.append(_bound("cap", -over, cap=bounds.cap, total=score))
        score = bounds.cap
        bonus = max(ZERO, bonus - over) if bonus else bonus
        base = score - bonus
    return base, bonus, score, tuple(working)


def find_overs(joints: Sequence[Joint], come_to: Callable[[frozenset[str]], Decimal]) -> list[Decimal]:
    """By how much each joint limit is passed. `come_to`: what the node has without the lines of some rules, before its bounds.

    Where limits share clauses or a floor, what one of them gives back the next one does not give back again.
    """
    known: dict[tuple[int, frozenset[str]], Decimal] = {}

    def held(number: int, left_out: frozenset[str]) -> Decimal:
        """What the node has within the first so many limits."""
        if (number, left_out) not in known:
            known[number, left_out] = _hold(number, left_out)
        return known[number, left_out]

    def _hold(number: int, left_out: frozenset[str]) -> Decimal:
        if number == 0:
            return come_to(left_out)
        joint = joints[number - 1]
        whole = held(number - 1, left_out)
        bare = held(number - 1, left_out | joint.rules)
        return max(whole, bare - joint.cap) if joint.sign < 0 else min(whole, bare + joint.cap)

    sums = [held(number, frozenset()) for number in range(len(joints) + 1)]
    return [abs(after - before) for before, after in pairwise(sums)]


def prorate(
    rounding: Rounding,
    full: Decimal,
    floor: Decimal | None,
    settled: Settled,
    left: tuple[Decimal, Decimal],
    out: Decimal,
    rules: Sequence[str],
) -> Settled:
    """缺项折算: what is not applicable leaves both sides. `left`: base and bonus without it; `out`: the points that leave.

    Where nothing else is there, all of it is open. `rules`: what is not applicable. A `floor` leaves both sides alike, and
    holds again: what a bonus had made up for grows, but the bonus does not.
    """
    _, _, score, lines = settled
    base, bonus = left
    of = full - out
    if of > 0:
        new = rounding.round(Fraction(base) * Fraction(full) / Fraction(of))
        line = _bound("prorate", new + bonus - score, out=out, got=base, of=of, full=full, new=new)
        lines, base = (*lines, line), new
        if floor is not None:
            least = rounding.round(Fraction(floor) * Fraction(full) / Fraction(of))
            if new + bonus < least:
                base = least - bonus
                lines = (*lines, _bound("floor", base - new, floor=least))
    else:
        line = _bound("prorate-none", base + bonus - score, full=full)
        lines = (*lines, line._replace(open=Unassessed(rules[0], full, tuple(rules))))
    return base, bonus, base + bonus, lines


def weigh(weight: Decimal, settled: Settled) -> Settled:
    """A part of the score counts: 百分制按30%计入."""
    base, bonus, score, lines = settled
    line = _bound("weight", score * weight - score, weight=weight * 100, before=score)
    return base * weight, bonus * weight, score * weight, (*lines, line)


def _limited(joints: Sequence[Joint], overs: Sequence[Decimal]) -> tuple[list[Line], list[Line]]:
    """The lines of the joint limits that bite: of deductions, and of bonuses."""
    back: list[Line] = []
    off: list[Line] = []
    for joint, over in zip(joints, overs, strict=True) if overs else ():
        if over:
            points = over if joint.sign < 0 else -over
            line = Line("cap", None, joint.id, points, (), "cap", {"cap": joint.cap, "total": joint.cap + over})
            (back if joint.sign < 0 else off).append(line)
    return back, off


def _added(lines: Sequence[Line], working: list[Line]) -> Decimal:
    """Put down the lines; what they come to."""
    working += lines
    return sum([line.points for line in lines], ZERO)


def _bound(kind: str, points: Decimal, **figures: Decimal) -> Line:
    return Line(kind, None, None, points, (), f"node-{kind}", figures)
