"""What a rule leaves behind: the closed set of what can happen to a node, and the lines that say so."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

ZERO = Decimal(0)


class Does(Enum):
    """What a rule does to the node it concerns; nothing else ever moves a point."""

    AWARD = "award"
    DEDUCT = "deduct"
    ADD = "add"
    ZERO = "zero"
    VETO = "veto"
    GRADE = "grade"


class Unassessed(NamedTuple):
    """A clause that nobody settled yet, and the points it could still bring.

    `together`: the awards of a node of which nothing is applicable (缺项折算), so that each of them is open.
    """

    clause: str
    points: Decimal
    together: tuple[str, ...] = ()


class Line(NamedTuple):
    """One step of the working: who moved how many points, on which events, and the words and figures that say why.

    `word` names the sentence in the catalogue (`line.<word>`) and `figures` fills it. A bound (floor, cap, highest
    only, …) has no clause. `open` is there where the step is only taken because something is not settled yet. `scale` is how
    the rule measured, "" where it measures nothing.
    """

    kind: str
    clause: str | None
    rule: str | None
    points: Decimal
    events: tuple[int, ...]
    word: str
    figures: Mapping[str, object]
    open: Unassessed | None = None
    scale: str = ""
