"""How the lines of a node become its score: what each bound moves is on its line, and base and bonus make the score."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest

from wuwu.rubric.plan import Bounds
from wuwu.rules.lines import Line
from wuwu.scoring.settlement import settle


class Child(NamedTuple):
    base: Decimal
    bonus: Decimal


def line(points: int) -> Line:
    return Line("any", None, None, Decimal(points), (), "any", {})


@pytest.mark.parametrize(
    ("bounds", "children", "lines", "adds", "base", "bonus", "moved"),
    [
        # 20 by the base and 6 by the bonus over a cap of 15: 11 are over, and the bonus goes first
        (Bounds(cap=Decimal(15)), [(20, 6)], [], [], 15, 0, [-11]),
        (Bounds(cap=Decimal(15)), [(10, 8)], [], [], 10, 5, [-3]),
        (Bounds(cap=Decimal(15)), [], [10], [8], 10, 5, [10, 8, -3]),
        (Bounds(cap=Decimal(15)), [(18, 0)], [], [], 15, 0, [-3]),
        (Bounds(cap=Decimal(15)), [(10, 5)], [], [], 10, 5, []),
        # a bonus inside counts towards the floor of the whole, so it gives back less
        (Bounds(floor=Decimal(0)), [(-9, 4)], [], [], -4, 4, [5]),
        (Bounds(floor=Decimal(2)), [(-9, 4)], [], [], -2, 4, [7]),
        (Bounds(floor=Decimal(0)), [(-3, 4)], [], [], -3, 4, []),
        # a bonus of its own comes after the floor
        (Bounds(floor=Decimal(0)), [], [5, -8], [3], 0, 3, [5, -8, 3, 3]),
        (Bounds(), [(-9, 4)], [], [], -9, 4, []),
    ],
)
def test_floor_and_cap(
    bounds: Bounds,
    children: list[tuple[int, int]],
    lines: list[int],
    adds: list[int],
    base: int,
    bonus: int,
    moved: list[int],
) -> None:
    inside = [Child(Decimal(one), Decimal(other)) for one, other in children]
    settled = settle(bounds, inside, [line(each) for each in lines], [], [line(each) for each in adds])
    assert list(map(int, settled[:3])) == [base, bonus, base + bonus]
    assert sorted(each.points for each in settled[3]) == sorted(moved)
    assert sum([each.points for each in settled[3]]) + sum(map(sum, children)) == base + bonus
