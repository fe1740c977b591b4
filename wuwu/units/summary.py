"""A scorecard in, what a ranking keeps of it out: small, and the same from whichever process it comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from wuwu.diagnostics import Problem
from wuwu.identity import identity_of
from wuwu.rubric.declared import Annual, RankingOrder, Rubric
from wuwu.rules.lines import ZERO, Line
from wuwu.schema.event import Event
from wuwu.schema.period import Cycles, Period
from wuwu.scoring.losses import find_losses
from wuwu.scoring.scorecard import Scorecard, Span, Standing
from wuwu.scoring.self_assessment import SelfAssessment

_COMMA = re.compile("[,，]")


class DimensionHead(NamedTuple):
    """A dimension column: what stands above the figures."""

    id: str
    name: str
    points: Decimal

    @property
    def short_name(self) -> str:
        """What stands before the first comma (`比学习,创一流素质`): the slogan behind it has no room above a figure."""
        return _COMMA.split(self.name)[0].strip() or self.name


class RubricHead(NamedTuple):
    """Which rubric a unit was scored under, and what a table of results says of it."""

    id: str
    title: str
    year: int
    path: str
    sha256: str
    points: Decimal
    graded: bool
    dimensions: tuple[DimensionHead, ...]
    grades: tuple[str, ...] = ()
    quotas: tuple[tuple[str, Decimal, str], ...] = ()
    """Grades of which only a part of the units may have: the grade, percent, and how a broken number is rounded."""
    tie_break: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    """The official order of groups and of units."""
    cycle: object = Cycles.YEAR
    annual: Annual | None = None
    """How a year is made of the periods of the rubric, where it is."""

    def __hash__(self) -> int:
        return hash((self.id, self.year, self.path, self.sha256))


class DimensionResult(NamedTuple):
    """What a dimension came to: `score` counts the bonus in."""

    score: Decimal
    bonus: Decimal


class Denial(NamedTuple):
    """A veto: the clause and the events it rests on, without their notes: those are for the office and the unit itself."""

    clause: str
    events: tuple[Event, ...]
    measured_in: tuple[str, str]


class UnitLoss(NamedTuple):
    """Points that a unit lost under a clause (below 0)."""

    clause: str
    points: Decimal


class UnitResult(NamedTuple):
    """What a ranking keeps of a scorecard. `unassessed`, `pending` and `warnings` are counts.

    `losses`: points by clause before a floor gave some back; `returned`: what the floors gave back; `bounded`: what the
    bounds of the total itself moved. `rendered` and `card` are there only when they were asked for: the result as a report
    wrote it, and the whole scorecard.
    """

    path: str
    unit: str
    group: str | None
    rubric: RubricHead
    standing: Standing
    score: Decimal | None
    reference_score: Decimal
    span: Span
    grade: str | None
    grade_range: tuple[str | None, str | None]
    as_of: date | None
    dimensions: tuple[DimensionResult, ...]
    bonus: Decimal
    unassessed: int
    pending: int
    warnings: int
    vetoes: tuple[Denial, ...]
    losses: tuple[UnitLoss, ...]
    returned: Decimal
    bounded: Decimal = ZERO
    period: Period | None = None
    tie_break: tuple[Decimal, ...] = ()
    """The scores that decide between units of one total, in their order."""
    notes: tuple[Problem, ...] = ()
    rendered: str | None = None
    card: Scorecard | None = None
    recorded_by: str | None = None
    also: tuple[str, ...] = ()
    self_assessment: SelfAssessment | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What no other result shares: a file may hold many units."""
        return self.path, self.unit

    @property
    def group_key(self) -> str:
        """What the spellings of its group's name share; "" for none."""
        return identity_of(self.group or "")


def place_in(order: Sequence[str], name: str) -> int:
    """The place in an official order; what it does not name comes after."""
    return order.index(name) if name in order else len(order)


def describe(rubric: Rubric) -> RubricHead:
    """What results say of the rubric they stand under."""
    document = rubric.document
    columns = tuple(DimensionHead(each.id, each.name, each.points) for each in rubric.dimensions)
    return RubricHead(
        rubric.rubric,
        rubric.title,
        rubric.year,
        document.name,
        document.sha256,
        rubric.points,
        bool(rubric.grades),
        columns,
        tuple(grade.name for grade in rubric.grades),
        tuple((each.name, each.quota.percent, each.quota.by) for each in rubric.grades if each.quota is not None),
        *(_order(rubric.ranking) if rubric.ranking is not None else ((), (), ())),
        rubric.period,
        rubric.annual,
    )


def _order(ranking: RankingOrder) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return ranking.tie_break, ranking.groups, ranking.units


def summarize(
    card: Scorecard,
    head: RubricHead,
    rendered: str | None = None,
    *,
    keep: bool = False,
    notes: tuple[Problem, ...] | None = None,
) -> UnitResult:
    """What a ranking needs of a scorecard, `head` describing its rubric; with `keep` the scorecard goes along.

    `notes`: what was noted on the way to it; those of the reading if not given.
    """
    log, total = card.bound.log, card.total
    losses, returned = _losses(card)
    return UnitResult(
        path=log.document.name,
        unit=log.unit,
        group=log.group,
        rubric=head,
        standing=card.standing,
        score=card.score,
        reference_score=total.score,
        span=card.span,
        grade=card.grade,
        grade_range=card.grade_range,
        as_of=card.as_of,
        dimensions=tuple([_dimension(each.score, each.bonus) for each in total.children]),
        bonus=total.bonus,
        unassessed=len(card.unassessed),
        pending=len(card.pending),
        warnings=len(card.warnings),
        vetoes=tuple([_denial(line, card) for line in card.vetoes]),
        losses=losses,
        returned=returned,
        bounded=sum([line.points for line in total.lines], ZERO),
        period=log.period,
        tie_break=_tie_break(card, head.tie_break) if head.tie_break else (),
        notes=log.document.notes if notes is None else notes,
        rendered=rendered,
        card=card if keep else None,
        recorded_by=log.recorded_by,
        also=getattr(log.document, "also", ()),
        self_assessment=card.self_assessment,
    )


def _tie_break(card: Scorecard, nodes: Sequence[str]) -> tuple[Decimal, ...]:
    scores = {each.node.id: each.score for each in card.total.walk()}
    return tuple([scores[node] for node in nodes])


def _denial(line: Line, card: Scorecard) -> Denial:
    events = tuple([replace(card.bound.log.events[index], note=None) for index in line.events])
    clause = events[0].clause if events else line.clause or ""
    return Denial(line.clause or "", events, card.bound.plan.clauses[clause].declared.measured_in)


def _losses(card: Scorecard) -> tuple[tuple[UnitLoss, ...], Decimal]:
    """Points lost by clause (below 0), and what floors gave back."""
    lost: dict[str, Decimal] = {}
    returned = ZERO
    for loss in find_losses(card):
        for clause, kind, points in loss.causes:
            if clause is not None:
                lost[clause] = lost.get(clause, ZERO) + points
            elif kind == "floor":
                returned += points
    return tuple([_loss(clause, points) for clause, points in lost.items() if points < 0]), returned


# Ten thousand units lose the same few amounts under the same few clauses: they share them.
_loss = lru_cache(8192)(UnitLoss)
_dimension = lru_cache(8192)(DimensionResult)
