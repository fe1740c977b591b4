"""Shapes of a rubric that can be declared but hardly meant: tiers that fall, bands out of order, bounds that never bite."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from wuwu.effects import Does
from wuwu.model import Declared
from wuwu.plan import Plan
from wuwu.problem import Problem, Severity
from wuwu.rubric import Item, Rubric
from wuwu.rules.band import Band
from wuwu.rules.denial import Zero
from wuwu.rules.discretion import Discretion
from wuwu.rules.kind import Rule
from wuwu.rules.occurrence import Bonus, Deduction, OccurrenceRule
from wuwu.rules.quota import Quota
from wuwu.rules.target import TargetRule

Found = Iterator[tuple[str, str]]


def check_shape(rubric: Rubric, plan: Plan) -> Iterator[Problem]:
    """Every doubtful shape, rule by rule, then node by node."""
    for item in rubric.items():
        for rule in item.all_rules():
            for look in _LOOKS:
                for code, field in look(rule, plan):
                    yield Problem(code, rubric.place(rule, field), {"id": rule.id, "field": field})
        yield from _nodes(rubric, item)


def _prices(rule: Rule, _: Plan) -> Found:
    single = getattr(rule, "points", None)
    if isinstance(single, Decimal) and single <= 0:
        yield "price-not-positive", "points"
    if isinstance(rule, OccurrenceRule) and any(price <= 0 for price in (rule.prices or {}).values()):
        yield "price-not-positive", "prices"
    if isinstance(rule, Band) and any(step.points <= 0 for step in rule.bands):
        yield "price-not-positive", "bands"


def _tiers(rule: Rule, plan: Plan) -> Found:
    if isinstance(rule, OccurrenceRule) and rule.prices:
        ranked = sorted((plan.vocabulary.ranks[w], p) for w, p in rule.prices.items() if w in plan.vocabulary.ranks)
        if any(upper < lower for (_, lower), (_, upper) in pairwise(ranked)):
            yield "tiers-fall", "prices"


def _bands(rule: Rule, _: Plan) -> Found:
    if isinstance(rule, Band):
        bounds = [step.at_least if step.at_least is not None else step.above for step in rule.bands]
        if None in bounds or any(a is not None and b is not None and b <= a for a, b in pairwise(bounds)):
            yield "bands-unordered", "bands"
        elif any(b.points <= a.points for a, b in pairwise(rule.bands)):
            yield "tiers-fall", "bands"


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
    if isinstance(rule, Quota) and rule.counted == "months" and (rule.required or 0) > 12:
        yield "never-reached", "required"
    if isinstance(rule, Zero) and rule.zeroes == "part" and rule.when and rule.from_level:
        yield "never-bites", "from_level"
    lowest = next(iter(plan.vocabulary.ranks), None)
    if getattr(rule, "from_level", None) is not None and getattr(rule, "from_level", None) == lowest:
        yield "never-bites", "from_level"
    if isinstance(rule, TargetRule) and rule.rounding is not None and rule.incomplete != "proportional":
        yield "never-bites", "rounding"
    if isinstance(rule, Bonus) and not rule.quote:
        yield "rule-without-quote", "kind"


_LOOKS: tuple[Callable[[Rule, Plan], Found], ...] = (_prices, _tiers, _bands, _caps, _limits)


def _nodes(rubric: Rubric, item: Item) -> Iterator[Problem]:
    takes = (Does.DEDUCT,)
    nodes: list[tuple[Declared, str, Decimal | None, Decimal | None, tuple[Rule, ...], bool]] = [
        (part, part.id, part.floor, part.points, part.rules, False) for part in item.parts
    ]
    nodes.append((item, item.id, item.floor, item.points, item.rules, bool(item.parts)))
    for node, name, floor, points, rules, has_parts in nodes:
        deducts = any(rule.does in takes for rule in rules)
        inner_open = has_parts and any(part.floor is None for part in item.parts)
        if floor is None and not deducts and not inner_open:
            yield Problem("floor-idle", rubric.place(node, "floor"), {"id": name}, Severity.WARNING)
        for rule in rules:
            if isinstance(rule, Discretion) and points is not None and rule.at_most > points:
                params = {"id": rule.id, "at_most": rule.at_most, "points": points}
                yield Problem("at-most-over-part", rubric.place(rule, "at_most"), params)
            if isinstance(rule, Discretion) and rule.at_most <= 0:
                yield Problem("price-not-positive", rubric.place(rule, "at_most"), {"id": rule.id, "field": "at_most"})
