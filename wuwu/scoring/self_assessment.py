"""自评 beside 核定: two scorecards of one unit in, where they differ out, by row and with the clauses that make it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from wuwu.rules.lines import ZERO
from wuwu.scoring.scorecard import NodeScore, Scorecard


class Difference(NamedTuple):
    """A row that came out otherwise: its points by the unit and by the office, and the clauses that moved them."""

    row: str
    own: Decimal
    official: Decimal
    clauses: tuple[str, ...]


class SelfAssessment(NamedTuple):
    """What a unit makes of its own year. `score` is None where its own log denies it."""

    score: Decimal | None
    reference_score: Decimal
    differences: tuple[Difference, ...]


def compare(own: Scorecard, official: Scorecard) -> SelfAssessment:
    """The unit's own score, and the rows in which the office came to another."""
    return SelfAssessment(own.score, own.reference_score, tuple(_differences(own, official)))


def _differences(own: Scorecard, official: Scorecard) -> Iterator[Difference]:
    rows = [
        {score.node.id: score for score in card.total.walk() if score.node.level == "item"} for card in (own, official)
    ]
    for name, theirs in rows[1].items():
        ours = rows[0][name]
        if ours.score != theirs.score:
            moved = [_by_clause(ours), _by_clause(theirs)]
            clauses = [
                each
                for each in dict.fromkeys((*moved[1], *moved[0]))
                if moved[0].get(each, ZERO) != moved[1].get(each, ZERO)
            ]
            yield Difference(name, ours.score, theirs.score, tuple(clauses))


def _by_clause(row: NodeScore) -> dict[str, Decimal]:
    moved: dict[str, Decimal] = {}
    for line in row.all_lines():
        if line.rule is not None:
            moved[line.rule] = moved.get(line.rule, ZERO) + line.points
    return moved
