"""How the checks walk a rubric, and how they put down what they find: every finding names the id it can be accepted by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wuwu.problem import Place, Problem, Severity
from wuwu.rubric import Dimension, Item, Part, Rubric
from wuwu.rules.kind import Rule


def error(at: str, code: str, place: Place, /, **params: object) -> Problem:
    """What keeps a rubric from being right; `at` is the id of the node, rule, measure or reading concerned."""
    return Problem(code, place, {"id": at, **params})


def warning(at: str, code: str, place: Place, /, **params: object) -> Problem:
    """What deserves a look: mended, or accepted with a reason."""
    return Problem(code, place, {"id": at, **params}, Severity.WARNING)


class Seat(NamedTuple):
    """Where a rule stands: its dimension, its row, and the node whose points it moves (a part, or the row itself)."""

    dimension: Dimension
    item: Item
    node: Item | Part
    rule: Rule


def nodes(rubric: Rubric) -> Iterator[Item | Part]:
    """Every row and every part, in the order of the table."""
    for item in rubric.items():
        yield item
        yield from item.parts


def seats(rubric: Rubric) -> Iterator[Seat]:
    """Every rule with where it stands, in the order of the table."""
    for dimension in rubric.dimensions:
        for item in dimension.items:
            for part in item.parts:
                for rule in part.rules:
                    yield Seat(dimension, item, part, rule)
            for rule in item.rules:
                yield Seat(dimension, item, item, rule)
