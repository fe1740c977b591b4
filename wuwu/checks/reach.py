"""How low and how high the points of a node can go under any log: what a bound, a zero or a deduction can still take."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wuwu.rubric.declared import Dimension, Item, Part, Rubric
from wuwu.rules.award import Award
from wuwu.rules.kind import AmountRule, Rule
from wuwu.rules.lines import ZERO, Does

NO_LIMIT = Decimal("Infinity")


def greatest(rule: Rule) -> Decimal:
    """The most that a rule can take off or bring; Infinity where nothing limits it."""
    most = rule.most if isinstance(rule, AmountRule) else None
    return NO_LIMIT if most is None else most


def _awarded(rules: Sequence[Rule]) -> Decimal:
    return sum([rule.points for rule in rules if isinstance(rule, Award)], ZERO)


def _sum(rules: Sequence[Rule], does: Does) -> Decimal:
    return sum([greatest(rule) for rule in rules if rule.does is does], ZERO)


def lowest_base(node: Item | Part) -> Decimal:
    """The lowest that deductions can bring a node to, its own floor aside.

    An award that a count settles is never lost by a finding; any other can be, and then the deductions come on top.
    """
    counts = {rule.id for rule in node.rules if rule.scale is not None and rule.scale.name == "missing"}
    kept = [rule for rule in node.rules if isinstance(rule, Award) and rule.measured_by in counts]
    parts = node.parts if isinstance(node, Item) else ()
    inside = [lowest_base(part) if part.floor is None else max(part.floor, lowest_base(part)) for part in parts]
    return sum(inside, ZERO) + _awarded(kept) - _sum(node.rules, Does.DEDUCT)


def highest_base(node: Item | Part) -> Decimal:
    """What a node is worth before any bonus when nothing is lost."""
    parts = node.parts if isinstance(node, Item) else ()
    return _awarded(node.rules) + sum([_awarded(part.rules) for part in parts], ZERO)


def highest_score(node: Rubric | Dimension | Item) -> Decimal:
    """The highest score of a node under any log, its own cap aside."""
    if isinstance(node, Item):
        return highest_base(node) + _sum(node.rules, Does.ADD)
    inside = node.dimensions if isinstance(node, Rubric) else node.items
    return sum([_counted(each) for each in inside], ZERO)


def _counted(node: Dimension | Item) -> Decimal:
    score, cap = highest_score(node), getattr(node, "cap", None)
    held = score if cap is None else min(cap, score)
    weight = getattr(node, "weight", None)
    return held if weight is None else held * weight
