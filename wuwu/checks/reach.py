"""How low and how high the points of a node can go under any log: what a bound, a zero or a deduction can still take."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wuwu.rubric.declared import Dimension, Item, Part, Rubric
from wuwu.rules.award import Award
from wuwu.rules.band import Band
from wuwu.rules.kind import Rule
from wuwu.rules.lines import ZERO, Does
from wuwu.rules.occurrence import Deduction
from wuwu.rules.quota import Quota

NO_LIMIT = Decimal("Infinity")


def greatest_loss(rule: Rule) -> Decimal:
    """The most that a deducting rule can take off; Infinity where nothing limits it."""
    match rule:
        case Deduction(once_per_word=True):
            return sum(_dearest_first(rule)[: rule.times], ZERO)
        case Deduction(times=int(times)):
            return times * _dearest_first(rule)[0]
        case Quota(required=int(required), counted="events" | "months"):
            return required * rule.points
        case Quota(required=int(required), members="worst"):
            return required * rule.points
    return NO_LIMIT


def _dearest_first(rule: Deduction) -> list[Decimal]:
    return sorted((rule.prices or {"": rule.points or ZERO}).values(), reverse=True)


def greatest_bonus(rule: Rule) -> Decimal:
    """The most that an adding rule can bring; Infinity where no cap holds it."""
    if isinstance(rule, Band):
        return max(step.points for step in rule.bands)
    cap = getattr(rule, "cap", None)
    return cap if cap is not None else NO_LIMIT


def _awarded(rules: Sequence[Rule]) -> Decimal:
    return sum([rule.points for rule in rules if isinstance(rule, Award)], ZERO)


def _lost(rules: Sequence[Rule]) -> Decimal:
    return sum([greatest_loss(rule) for rule in rules if rule.does is Does.DEDUCT], ZERO)


def lowest_base(node: Item | Part) -> Decimal:
    """The lowest that deductions can bring a node to, its own floor aside.

    An award that a quota settles is never lost by a finding; any other can be, and then the deductions come on top.
    """
    quotas = {rule.id for rule in node.rules if isinstance(rule, Quota)}
    kept = [rule for rule in node.rules if isinstance(rule, Award) and rule.measured_by in quotas]
    parts = node.parts if isinstance(node, Item) else ()
    inside = [lowest_base(part) if part.floor is None else max(part.floor, lowest_base(part)) for part in parts]
    return sum(inside, ZERO) + _awarded(kept) - _lost(node.rules)


def highest_base(node: Item | Part) -> Decimal:
    """What a node is worth before any bonus when nothing is lost."""
    parts = node.parts if isinstance(node, Item) else ()
    return _awarded(node.rules) + sum([_awarded(part.rules) for part in parts], ZERO)


def highest_score(node: Rubric | Dimension | Item) -> Decimal:
    """The highest score of a node under any log, its own cap aside."""
    if isinstance(node, Item):
        return highest_base(node) + sum([greatest_bonus(rule) for rule in node.rules if rule.does is Does.ADD], ZERO)
    inside = node.dimensions if isinstance(node, Rubric) else node.items
    scores = [highest_score(each) for each in inside]
    caps = [getattr(each, "cap", None) for each in inside]
    return sum([score if cap is None else min(cap, score) for score, cap in zip(scores, caps, strict=True)], ZERO)
