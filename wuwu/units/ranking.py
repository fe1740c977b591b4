"""Many scorecards in, a ranking out: apart by rubric and group, ties sharing a rank, vetoed units unranked.

A scorecard is summed up first (`UnitResult`), so that ten thousand of them stay small.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from wuwu.diagnostics import Problem
from wuwu.identity import identity_of
from wuwu.rules.lines import ZERO
from wuwu.schema.period import Period
from wuwu.scoring.scorecard import Span
from wuwu.units.annual import AnnualGroup, find_annuals
from wuwu.units.summary import RubricHead, UnitResult, place_in

Ties: TypeAlias = Literal["competition", "dense"]


GradeReason: TypeAlias = Literal["own", "quota", "tied-at-quota"]
"""What decided the awarded grade: the unit itself, a quota that was full, or a tie in which the quota ends (and is passed)."""


class Ranked(NamedTuple):
    """A unit in its place.

    `best` and `worst`: the places that its range and those of the others leave open; `worst` is None while a veto is
    pending.
    """

    rank: int
    tied: bool
    best: int
    worst: int | None
    result: UnitResult
    awarded_grade: str | None = None
    """The grade after the quotas of the group."""
    grade_reason: GradeReason | None = None

    @property
    def unsettled(self) -> bool:
        """Whether what is still open can change the order around this unit."""
        return self.best != self.worst


class Spread(NamedTuple):
    """How figures of several units lie: exact, whoever prints them rounds."""

    highest: Decimal
    lowest: Decimal
    mean: Fraction
    median: Fraction


def rounded(figure: Decimal | Fraction) -> Decimal:
    """A mean or a median, half up (四舍五入, away from zero) to two places; any other figure as it is."""
    if isinstance(figure, Decimal):
        return figure
    hundredths = (abs(figure) * 100 + Fraction(1, 2)).__floor__()
    return Decimal(hundredths if figure >= 0 else -hundredths).scaleb(-2)


class ClauseLoss(NamedTuple):
    """What a clause cost over a group: points (below 0) and the number of units that lost some."""

    clause: str
    points: Decimal
    units: int


class GroupRanking(NamedTuple):
    """The units of one rubric and one group: ranked ones by rank, vetoed ones apart, by name.

    `group`: its name, in the spelling that most of its units have; None for units without a group.
    """

    rubric: RubricHead
    group: str | None
    period: Period | None
    ranked: tuple[Ranked, ...]
    vetoed: tuple[UnitResult, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        """The spellings that its units have for the name of the group."""
        return tuple(sorted({each.group for each in self.results if each.group is not None}))

    @property
    def results(self) -> tuple[UnitResult, ...]:
        """Every unit of the group, in the order of the table."""
        return (*(each.result for each in self.ranked), *self.vetoed)

    def spreads(self) -> tuple[Spread, ...]:
        """The spread of each dimension and, last, of the total over the ranked units; empty where none is ranked."""
        if not self.ranked:
            return ()
        totals = [each.result.reference_score for each in self.ranked]
        columns = zip(*([d.score for d in each.result.dimensions] for each in self.ranked), strict=True)
        return (*(_spread(column) for column in columns), _spread(totals))

    def losses(self) -> tuple[ClauseLoss, ...]:
        """The clauses that cost points over all units of the group, vetoed ones included; the dearest first."""
        points: dict[str, Decimal] = {}
        units: dict[str, int] = {}
        for result in self.results:
            for loss in result.losses:
                points[loss.clause] = points.get(loss.clause, ZERO) + loss.points
                units[loss.clause] = units.get(loss.clause, 0) + 1
        found = [ClauseLoss(clause, sum_, units[clause]) for clause, sum_ in points.items()]
        return tuple(sorted(found, key=lambda each: (each.points, each.clause)))

    def days(self) -> dict[date | None, int]:
        """How many units stand on which day, the whole year (None) last."""
        counts = Counter(result.as_of for result in self.results)
        return dict(sorted(counts.items(), key=lambda each: each[0] or date.max))

    @property
    def returned(self) -> Decimal:
        """What floors (扣完为止) gave back of the losses."""
        return sum((result.returned for result in self.results), ZERO)


class Failure(NamedTuple):
    """A file that gave no result. `no_access`: the user named it, and it cannot be read at all."""

    path: str
    problems: tuple[Problem, ...]
    no_access: bool = False
    unit: str | None = None


class Ranking(NamedTuple):
    """The answer for several units."""

    groups: tuple[GroupRanking, ...]
    failed: tuple[Failure, ...]
    ties: Ties
    annuals: tuple[AnnualGroup, ...] = ()
    """The years that are made of the periods above."""

    @property
    def incomplete(self) -> bool:
        """Whether a unit is missing because its log could not be scored."""
        return bool(self.failed)


def rank(results: Iterable[UnitResult], failed: Iterable[Failure] = (), ties: Ties = "competition") -> Ranking:
    """The ranking of results, apart by rubric and group; within a group by official score, then by name.

    `ties`: competition counts 1, 2, 2, 4 and dense 1, 2, 2, 3.
    """
    ordered = sorted(results, key=_belonging)
    parted = groupby(ordered, lambda each: (each.rubric, each.group_key, each.period))
    groups = [_rank_group(head, period, list(some), ties) for (head, _, period), some in parted]
    return Ranking(tuple(groups), tuple(failed), ties, find_annuals(ordered, dense=ties == "dense"))


def _belonging(result: UnitResult) -> tuple[object, ...]:
    head, group = result.rubric, result.group_key
    period = (result.period.first, result.period.last) if result.period is not None else (date.min, date.min)
    order = place_in(tuple(map(identity_of, head.groups)), group)
    return head.id, -head.year, head.path + head.sha256, period, result.group is not None, order, group


def _group_name(results: Iterable[UnitResult]) -> str | None:
    """The spelling of most units; of as many, the first as texts go."""
    counts = Counter(each.group for each in results)
    return min(counts, key=lambda name: (-counts[name], name or ""))


def _name(result: UnitResult) -> tuple[int, str, str]:
    return place_in(result.rubric.units, result.unit), result.unit, result.path


def _achieved(result: UnitResult) -> tuple[Decimal, ...]:
    """What the place is decided by: the total, then what the rubric breaks ties with."""
    return -result.reference_score, *(-score for score in result.tie_break)


def _official(result: UnitResult) -> tuple[tuple[Decimal, ...], tuple[int, str, str]]:
    return _achieved(result), _name(result)


def _rank_group(head: RubricHead, period: Period | None, results: list[UnitResult], ties: Ties) -> GroupRanking:
    vetoed = sorted([each for each in results if each.score is None], key=_name)
    official = sorted([each for each in results if each.score is not None], key=_official)
    reach = _reaching([each.span for each in official], ties)
    ranked: list[Ranked] = []
    for step, (_, some) in enumerate(groupby(official, _achieved)):
        equals = list(some)
        place = 1 + (step if ties == "dense" else len(ranked))
        ranked += [Ranked(place, len(equals) > 1, *reach(each.span), each) for each in equals]
    if head.graded:
        ranked = _award_grades(head, ranked, len(results))
    return GroupRanking(head, _group_name(results), period, tuple(ranked), tuple(vetoed))


def _award_grades(head: RubricHead, ranked: Sequence[Ranked], units: int) -> list[Ranked]:
    """The grades after the quotas, from the highest on: units beyond a quota get the next grade; a tie in which it ends stays
    together and passes it, for a person to decide.
    """
    awarded = [
        each._replace(awarded_grade=each.result.grade, grade_reason="own" if each.result.grade else None)
        for each in ranked
    ]
    for grade, percent, by in head.quotas:
        left = _share(units, percent, by)
        below = head.grades[head.grades.index(grade) + 1]
        holders = [at for at, each in enumerate(awarded) if each.awarded_grade == grade]
        last = awarded[holders[left - 1]] if 0 < left < len(holders) else None
        for at in holders[left:]:
            tied = last is not None and _achieved(awarded[at].result) == _achieved(last.result)
            awarded[at] = awarded[at]._replace(
                awarded_grade=grade if tied else below, grade_reason="tied-at-quota" if tied else "quota"
            )
    return awarded


def _share(units: int, percent: Decimal, by: str) -> int:
    """How many of so many units are that percentage, in whole units."""
    exact = Fraction(units) * Fraction(percent) / 100
    if by == "up":
        return -(-exact.numerator // exact.denominator)
    return int(exact + (Fraction(1, 2) if by == "half_up" else 0))


def _reaching(spans: Sequence[Span], ties: Ties) -> Callable[[Span], tuple[int, int | None]]:
    """A function that gives the best and the worst place that one of these can come to, whatever becomes of all ranges."""
    ends = [_ends(span) for span in spans]
    sure, possible = _dense_counts(ends) if ties == "dense" else _unit_counts(ends)

    def reach(span: Span) -> tuple[int, int | None]:
        low, high = _ends(span)
        best = 1 + sure(high)
        if low is None:
            return best, None
        own = high > low  # a unit is not ahead of itself
        return best, 1 + possible(low) - own

    return reach


_Ends: TypeAlias = tuple[Decimal | None, Decimal]


def _ends(span: Span) -> _Ends:
    """The ends of a range, without limit where nothing bounds it; no lowest one while a veto is pending."""
    low = Decimal("-Infinity") if span.low is None and not span.denied else span.low
    return low, Decimal("Infinity") if span.high is None else span.high


_Count: TypeAlias = Callable[[Decimal], int]


def _unit_counts(ends: Sequence[_Ends]) -> tuple[_Count, _Count]:
    """How many units are ahead of a score for sure, and how many may be."""
    lows = sorted([low for low, _ in ends if low is not None])
    highs = sorted([high for _, high in ends])
    return (lambda score: _above(lows, score)), (lambda score: _above(highs, score))


def _dense_counts(ends: Sequence[_Ends]) -> tuple[_Count, _Count]:
    """How many different scores are ahead of a score at the least, and how many at the most.

    At the least: units whose ranges meet may come to one score. At the most: every open range to one of its own.
    """
    certain = sorted([(low, high) for low, high in ends if low is not None], reverse=True)
    fewest, shared = [0], None
    for low, high in certain:
        apart = shared is None or high < shared
        fewest.append(fewest[-1] + apart)
        shared = low if apart else shared
    lows = sorted([low for low, _ in certain])
    settled = sorted({high for low, high in ends if low == high})
    moving = sorted([high for low, high in ends if low != high])
    return (
        lambda score: fewest[_above(lows, score)],
        lambda score: _above(settled, score) + _above(moving, score),
    )


def _above(ordered: Sequence[Decimal], score: Decimal) -> int:
    return len(ordered) - bisect_right(ordered, score)


def _spread(figures: Sequence[Decimal]) -> Spread:
    ordered = sorted(figures)
    count, middle = len(ordered), len(ordered) // 2
    median = Fraction(ordered[middle]) if count % 2 else (Fraction(ordered[middle - 1]) + Fraction(ordered[middle])) / 2
    return Spread(ordered[-1], ordered[0], sum(map(Fraction, ordered), Fraction(0)) / count, median)
