"""The results of the periods of a year in, the year's scores out: their mean, their sum, or each by its weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple, TypeAlias

from wuwu.identity import identity_of
from wuwu.rubric.declared import Annual
from wuwu.schema.period import Cycles, labels_of, labels_within
from wuwu.units.summary import RubricHead, UnitResult, place_in

Scores: TypeAlias = tuple[tuple[str, Decimal | None], ...]
"""Each period as it is written, and its score."""


class AnnualUnit(NamedTuple):
    """A unit's year: the score of each period (None: no result, or denied), and what they come to.

    `stages`: the score of each quarter or half-year, where the rubric makes the year of these. `score` is None where a period is
    missing that must be there, or was denied; `rank` is None then. `open`: whether a period is provisional.
    """

    unit: str
    periods: Scores
    stages: Scores
    missing: tuple[str, ...]
    denied: tuple[str, ...]
    score: Decimal | None
    open: bool
    rank: int | None = None


class AnnualGroup(NamedTuple):
    """The units of one rubric and one group, by their year's score; those without one last.

    `labels`: the periods that any has, each quarter or half-year behind those that it is made of.
    """

    rubric: RubricHead
    group: str | None
    annual: Annual
    labels: tuple[str, ...]
    units: tuple[AnnualUnit, ...]


def find_annuals(results: Iterable[UnitResult], *, dense: bool = False) -> tuple[AnnualGroup, ...]:
    """The years of all units whose rubric makes a year of its periods, a ranking for each rubric and group.

    `dense`: equal scores take up one place (1, 2, 2, 3), else as many as they are (1, 2, 2, 4).
    """
    kept = [each for each in results if each.rubric.annual is not None and each.period is not None]
    kept.sort(key=_belonging)
    return tuple([_group(list(some), dense) for _, some in groupby(kept, _belonging)])


def _belonging(result: UnitResult) -> tuple[object, ...]:
    head = result.rubric
    return head.id, -head.year, head.sha256, result.group_key


def _group(results: Sequence[UnitResult], dense: bool) -> AnnualGroup:
    head, group = results[0].rubric, results[0].group
    annual = head.annual
    if annual is None:
        raise AssertionError("only results of such rubrics are kept")
    met = sorted({each.period for each in results if each.period is not None})
    labels = labels_of(head.cycle, head.year) if head.cycle is not Cycles.TERM else tuple(each.label for each in met)
    by_unit: dict[str, list[UnitResult]] = {}
    for each in results:
        by_unit.setdefault(identity_of(each.unit), []).append(each)
    longer = labels_of(Cycles(annual.through), head.year) if annual.through else ()
    stages = {stage: labels_within(stage, labels) for stage in longer}
    found = [_year(annual, some, labels, stages) for some in by_unit.values()]
    units = sorted(found, key=lambda each: _official(each, head.units))
    scores = [each.score for each in units if each.score is not None]
    places = [*dict.fromkeys(scores)] if dense else scores
    ranked = [each._replace(rank=None if each.score is None else 1 + places.index(each.score)) for each in units]
    return AnnualGroup(head, group, annual, tuple(_columns(units, labels, stages)), tuple(ranked))


def _columns(units: Sequence[AnnualUnit], labels: Sequence[str], stages: Mapping[str, Sequence[str]]) -> Iterator[str]:
    closing = {inside[-1]: stage for stage, inside in stages.items()}
    for label in labels:
        if any(label not in each.missing for each in units):
            yield label
        if any(score is not None for each in units for stage, score in each.stages if stage == closing.get(label)):
            yield closing[label]


def _official(unit: AnnualUnit, order: Sequence[str]) -> tuple[bool, Decimal, int, str]:
    return unit.score is None, -(unit.score or Decimal(0)), place_in(order, unit.unit), unit.unit


def _year(
    annual: Annual, results: Sequence[UnitResult], labels: Sequence[str], longer: Mapping[str, Sequence[str]]
) -> AnnualUnit:
    found = {each.period.label: each for each in results if each.period is not None}
    scores = {label: found[label].score if label in found else None for label in labels}
    missing = tuple([label for label in labels if label not in found])
    denied = tuple([label for label in labels if label in found and scores[label] is None])
    stages: dict[str, Decimal | None] = {}
    for stage, within in longer.items():
        inside = {label: scores[label] for label in within}
        stages[stage] = _together(annual, inside, None) if inside.keys().isdisjoint(denied) else None
    whole = None if denied else _together(annual, stages or scores, annual.weights)
    unsettled = any(each.unassessed or each.pending or each.as_of for each in results)
    return AnnualUnit(results[0].unit, tuple(scores.items()), tuple(stages.items()), missing, denied, whole, unsettled)


def _together(
    annual: Annual, parts: Mapping[str, Decimal | None], weights: Mapping[str, Decimal] | None
) -> Decimal | None:
    """What periods come to; None where one that must be there is missing. A division is rounded as the rubric names it."""
    scores = {label: score for label, score in parts.items() if score is not None}
    if not scores or (len(scores) < len(parts) and annual.missing == "error"):
        return None
    if annual.of == "sum":
        return sum(scores.values(), Decimal(0))
    weigh = {label: _weight(weights, label) for label in scores}
    if not any(weigh.values()):  # a term, which nobody can name beforehand
        return None
    exact = sum([Fraction(score) * weigh[label] for label, score in scores.items()], Fraction(0)) / sum(weigh.values())
    if annual.rounding is not None:
        return annual.rounding.round(exact)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _weight(weights: Mapping[str, Decimal] | None, label: str) -> Fraction:
    """What a period weighs: one each, or as it is named, with its year or without (`2018-Q1` or `Q1`)."""
    return Fraction(1) if weights is None else Fraction(weights.get(label, weights.get(label[5:], Decimal(0))))
