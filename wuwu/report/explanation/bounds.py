"""Where a clause stands, and how far the sums around it may go, in words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from wuwu.messages import Words
from wuwu.rubric.declared import Dimension, Item, NodeLocation, Part, Rubric
from wuwu.rules.kind import Rule
from wuwu.rules.lines import ZERO, Does


def find_location(rubric: Rubric, clause: str) -> NodeLocation:
    """Where a rule or measure stands. KeyError for none."""
    for location in rubric.locations():
        measures = location.node.measures if isinstance(location.node, Item) else ()
        if any(declared.id == clause for declared in (*location.node.rules, *measures)):
            return location
    raise KeyError(clause)


def amount(points: Decimal, words: Words) -> str:
    """So many points, singular or plural as the language has it."""
    return words("price.point" if points == 1 else "price.points", points=points)


def bounds_sentence(location: NodeLocation, words: Words) -> str:
    """What the node of a deduction has, and how far deductions go there."""
    node, row = location.node, location.item
    if node.points is None:
        said = words("bounds.nothing" if node.floor == ZERO else "bounds.without")
        return said if node.floor == ZERO else words("price.comma").join((said, floor_sentence(node.floor, words)))
    where = "part" if node is not row else "whole" if row.parts else "item"
    told = [words(f"bounds.{where}", points=amount(node.points, words)), floor_sentence(node.floor, words)]
    if node is not row and node.floor is None and row.floor is not None:
        told.append(words("bounds.row-holds", floor=floor_sentence(row.floor, words)))
    return words("price.comma").join(told)


def node_bounds(node: Item | Part, words: Words) -> list[str]:
    """How far deductions go in a row or part, for its heading: only where something deducts."""
    open_parts = [part for part in node.parts if part.floor is None] if isinstance(node, Item) else []
    held = _deducts(node.rules) or any(_deducts(part.rules) for part in open_parts)
    return [floor_sentence(node.floor, words)] if held else []


def sum_bounds(node: Dimension | Rubric, words: Words) -> list[str]:
    """How far the sum of a dimension or of the table may go, for its heading."""
    least = [words("bounds.least", floor=node.floor)] if node.floor is not None else []
    most = [words("bounds.most", cap=node.cap)] if node.cap is not None else []
    weight = getattr(node, "weight", None)
    counted = [words("bounds.weight", weight=weight * 100)] if weight is not None else []
    return least + most + counted + ([words("bounds.prorate")] if node.prorate is not None else [])


def _deducts(rules: Iterable[Rule]) -> bool:
    return any(rule.does is Does.DEDUCT for rule in rules)


def floor_sentence(floor: Decimal | None, words: Words) -> str:
    """How far deductions go."""
    if floor is None:
        return words("bounds.none")
    return words("bounds.floor" if floor == ZERO else "bounds.floor-at", floor=floor)
