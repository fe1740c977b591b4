"""Shapes of a rubric that can be declared but hardly meant: tiers that fall, bands out of order, bounds that never bite."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from wuwu.checks.finding import Seat, error, seats, warning
from wuwu.checks.reach import highest_base, highest_score, lowest_base
from wuwu.diagnostics import Problem
from wuwu.rubric.declared import Dimension, Item, Part, Rubric
from wuwu.rubric.plan import Plan
from wuwu.rules.award import Award
from wuwu.rules.band import Band
from wuwu.rules.denial import Zero
from wuwu.rules.discretion import Discretion
from wuwu.rules.kind import Condition, DatedRule, Rule
from wuwu.rules.lines import ZERO, Does
from wuwu.rules.measure import WHOLE, Share
from wuwu.rules.occurrence import Deduction, OccurrenceRule
from wuwu.rules.quota import Quota
from wuwu.rules.target import TargetRule

Found: TypeAlias = Iterator[tuple[str, str]]
"""The code of what is doubtful and the field it stands in."""
MONTHS = 12


def check_shape(plan: Plan) -> Iterator[Problem]:
    """Every doubtful shape, rule by rule, then node by node."""
    rubric = plan.rubric
    for seat in seats(rubric):
        for look in _LOOKS:
            for code, field in look(seat.rule, plan):
                yield error(seat.rule.id, code, rubric.place(seat.rule, field), field=field)
        yield from _seated(rubric, seat)
    for stand in rubric.stands():
        yield from _floors(rubric, stand.node)
    yield from _reaches(rubric)
    yield from _idle_measures(plan)


def _prices(rule: Rule, _: Plan) -> Found:
    for field in ("points", "cap", "at_most"):
        single = getattr(rule, field, None)
        if isinstance(single, Decimal) and single <= 0:
            yield "price-not-positive", field
    if isinstance(rule, OccurrenceRule) and any(price <= 0 for price in (rule.prices or {}).values()):
        yield "price-not-positive", "prices"
    if isinstance(rule, Band) and any(step.points <= 0 for step in rule.bands):
        yield "price-not-positive", "bands"


def _tiers(rule: Rule, plan: Plan) -> Found:
    if isinstance(rule, OccurrenceRule) and rule.prices:
        ranks = plan.vocabulary.ranks
        ranked = sorted((ranks[word], price) for word, price in rule.prices.items() if word in ranks)
        if any(upper < lower for (_, lower), (_, upper) in pairwise(ranked)):
            yield "tiers-fall", "prices"
        if rule.from_level is not None and any(rank < ranks[rule.from_level] for rank, _ in ranked):
            yield "never-bites", "prices"


def _bands(rule: Rule, _: Plan) -> Found:
    if not isinstance(rule, Band):
        return
    bounds = [step.at_least if step.above is None else step.above for step in rule.bands]
    known = [bound for bound in bounds if bound is not None]
    if len(known) < len(bounds) or any(upper <= lower for lower, upper in pairwise(known)):
        yield "bands-unordered", "bands"
    elif any(upper.points <= lower.points for lower, upper in pairwise(rule.bands)):
        yield "tiers-fall", "bands"
    if any((s.at_least or ZERO) > WHOLE or (s.above is not None and s.above >= WHOLE) for s in rule.bands):
        yield "never-reached", "bands"


def _caps(rule: Rule, _: Plan) -> Found:
    cap = getattr(rule, "cap", None)
    if cap is not None:
        prices = list((getattr(rule, "prices", None) or {}).values()) or [getattr(rule, "points", cap)]
        if any(price > cap for price in prices):
            yield "cap-below-bonus", "cap"


def _limits(rule: Rule, plan: Plan) -> Found:
    if isinstance(rule, Deduction) and rule.times == 0:
        yield "never-bites", "times"
    if isinstance(rule, Deduction) and rule.once_per_word and not rule.prices:
        yield "never-bites", "once_per_word"
    if isinstance(rule, Quota) and rule.counted == "months" and (rule.required or 0) > MONTHS:
        yield "never-reached", "required"
    if isinstance(rule, DatedRule):
        if rule.from_level is not None and plan.vocabulary.ranks[rule.from_level] == 0:
            yield "never-bites", "from_level"
        if rule.body_presumed and rule.verified_by is None:
            yield "never-bites", "body_presumed"
        if isinstance(rule, Zero) and rule.when:
            gates = ("from_level", "upheld_only", "verified_by", "evidence_expected")
            yield from (("never-bites", field) for field in gates if getattr(rule, field))
    if isinstance(rule, TargetRule) and rule.rounding is not None and rule.incomplete != "proportional":
        yield "never-bites", "rounding"


def _conditions(rule: Rule, plan: Plan) -> Found:
    field = "when" if isinstance(rule, Zero) else "refuted_by"
    conditions = rule.when if isinstance(rule, Zero) else rule.refuted_by if isinstance(rule, Award) else ()
    for condition in conditions:
        highest = Decimal(WHOLE) if isinstance(plan.clauses[condition.measure].declared, Share) else None
        if _never(condition, highest):
            yield "never-reached", field
        elif condition.holds(ZERO) and (_is_open(condition) if highest is None else condition.holds(highest)):
            yield "always-holds", field


def _is_open(condition: Condition) -> bool:
    return condition.at_most is None and condition.below is None


def _never(condition: Condition, highest: Decimal | None) -> bool:
    """Whether no figure from 0 up to the highest meets the condition. Bounds are crossed where the one excludes the other."""
    low, over = condition.at_least or ZERO, condition.above
    top = [each for each in (condition.at_most, highest) if each is not None]
    under = condition.below
    least_too_high = any(low > each for each in top) or (under is not None and low >= under)
    over_too_high = over is not None and (any(over >= each for each in top) or (under is not None and over >= under))
    return least_too_high or over_too_high or (under is not None and under <= 0)


_LOOKS: tuple[Callable[[Rule, Plan], Found], ...] = (_prices, _tiers, _bands, _caps, _limits, _conditions)


def _seated(rubric: Rubric, seat: Seat) -> Iterator[Problem]:
    """What a rule cannot do where it stands."""
    rule, node = seat.rule, seat.node
    if isinstance(rule, Zero):
        if rule.zeroes == "part" and node is seat.item:
            yield error(rule.id, "scope-without-part", rubric.place(rule, "zeroes"))
        hit = highest_score(seat.dimension) if rule.zeroes == "dimension" else highest_base(seat.item)
        if hit <= 0:
            yield error(rule.id, "never-bites", rubric.place(rule, "zeroes"), field="zeroes")
    if rule.does is Does.DEDUCT and node.floor is not None and (points := highest_base(node)) <= node.floor:
        yield error(
            rule.id, "deduction-idle", rubric.place(rule, "kind"), node=node.id, points=points, floor=node.floor
        )
    if isinstance(rule, Discretion) and rule.at_most > (points := highest_base(node)):
        place = rubric.place(rule, "at_most")
        yield error(rule.id, "at-most-over-part", place, at_most=rule.at_most, points=points)


def _floors(rubric: Rubric, node: Item | Part) -> Iterator[Problem]:
    if node.floor is None and lowest_base(node) >= 0:
        yield warning(node.id, "floor-idle", rubric.place(node, "floor"))
    if node.floor is not None and node.floor > highest_base(node):
        yield error(node.id, "bounds-crossed", rubric.place(node, "floor"), floor=node.floor, points=highest_base(node))


def _reaches(rubric: Rubric) -> Iterator[Problem]:
    """Bounds of a dimension or of the total, and grades, against what the node can come to."""
    nodes: tuple[Rubric | Dimension, ...] = (rubric, *rubric.dimensions)
    for node in nodes:
        name = node.rubric if isinstance(node, Rubric) else node.id
        if node.cap is not None and node.cap >= highest_score(node):
            yield error(name, "never-reached", rubric.place(node, "cap"), field="cap")
        if node.floor is not None and node.cap is not None and node.floor > node.cap:
            yield error(name, "bounds-crossed", rubric.place(node, "floor"), floor=node.floor, points=node.cap)
    highest = highest_score(rubric) if rubric.cap is None else min(rubric.cap, highest_score(rubric))
    for higher, lower in pairwise(rubric.grades):
        if lower.at_least >= higher.at_least:
            yield error(rubric.rubric, "grades-unordered", rubric.place(lower, "at_least"), name=lower.name)
    for grade in rubric.grades:
        if grade.at_least > highest:
            yield error(rubric.rubric, "never-reached", rubric.place(grade, "at_least"), field="at_least")


def _idle_measures(plan: Plan) -> Iterator[Problem]:
    for item in plan.rubric.items():
        for measure in item.measures:
            if measure.id not in plan.fed:
                yield warning(measure.id, "measure-idle", plan.rubric.place(measure, "id"))
