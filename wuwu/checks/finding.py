"""How the checks walk a rubric, and how they put down what they find: every finding names the id it can be accepted by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wuwu.diagnostics import Place, Problem, Severity
from wuwu.rubric.declared import Dimension, Item, Part, Rubric
from wuwu.rubric.plan import Plan
from wuwu.rules.award import Award
from wuwu.rules.kind import Rule, Surroundings
from wuwu.rules.lines import ZERO


def error(at: str, code: str, place: Place, /, **params: object) -> Problem:
    """What keeps a rubric from being right; `at` is the id of the node, rule, measure or reading concerned."""
    return Problem(code, place, {"id": at, **params})


def warning(at: str, code: str, place: Place, /, **params: object) -> Problem:
    """What deserves a look: fixed, or accepted with a reason."""
    return Problem(code, place, {"id": at, **params}, Severity.WARNING)


def note(at: str, code: str, place: Place, /, **params: object) -> Problem:
    """What is worth knowing and asks for nothing."""
    return Problem(code, place, {"id": at, **params}, Severity.NOTE)


class RuleLocation(NamedTuple):
    """A rule and where it stands."""

    dimension: Dimension
    item: Item
    node: Item | Part
    rule: Rule


def surroundings(plan: Plan, location: RuleLocation) -> Surroundings:
    """What a rule is asked about where it stands."""
    node = location.node
    worth = sum([rule.points for rule in node.rules if isinstance(rule, Award)], ZERO)
    return Surroundings(plan.vocabulary, plan.declared, node.rules, node.floor, worth)


def rule_locations(rubric: Rubric) -> Iterator[RuleLocation]:
    """Every rule with where it stands, in the order of the table."""
    for location in rubric.locations():
        yield from (RuleLocation(*location, rule) for rule in location.node.rules)
