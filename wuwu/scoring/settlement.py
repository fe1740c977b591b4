"""How the lines of a node become its score: floor, zero, bonuses and cap, and their order, written once.

base = what the children and the node's own lines add up to, down to the floor (扣完为止, or none: 扣分不设下限), then
min(0, ·) where the node is void (不计分). The bonuses come after, so that none fills a hole that a floor closed; a cap
comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from wuwu.rubric.plan import Bounds
from wuwu.rules.lines import ZERO, Line

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
) -> Settled:
    """Settle one node from its children, its own lines, the causes that void it, and its bonuses.

    A zero of an item leaves the item's own bonuses (`adds`); what its children brought as a bonus is void with them.
    """
    base = bonus = ZERO
    for line in lines:
        base += line.points
    for child in children:
        base += child.base
        bonus += child.bonus
    working = [*lines]
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
        working += adds
        bonus += sum([line.points for line in adds], ZERO)
    score = base + bonus
    if bounds.cap is not None and score > bounds.cap:
        over = score - bounds.cap
        working.append(_bound("cap", -over, cap=bounds.cap, total=score))
        score = bounds.cap
        bonus = max(ZERO, bonus - over) if bonus else bonus
        base = score - bonus
    return base, bonus, score, tuple(working)


def _bound(kind: str, points: Decimal, **figures: Decimal) -> Line:
    return Line(kind, None, None, points, (), f"node-{kind}", figures)
