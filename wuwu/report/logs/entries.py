"""A log in, its file out, as a careful person would have typed it: one entry a line, grouped by dimension."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from wuwu.messages import plain
from wuwu.rubric.plan import Clause, Plan
from wuwu.schema.event import FIELDS, Event
from wuwu.schema.period import Period
from wuwu.source.yaml_scalar import yaml_scalar


class Head(NamedTuple):
    """What stands above the entries."""

    unit: str
    rubric: str
    year: int
    period: Period | None = None
    group: str | None = None
    assessed_on: date | None = None
    members: tuple[str, ...] = ()
    recorded_by: str | None = None


def render_log(head: Head, events: Iterable[Event], plan: Plan | None = None) -> str:
    """The text of a log. With the plan its entries stand in the order of the table, a comment above each dimension."""
    ordered = list(events)
    lines = [*render_head(head), "events:" if ordered else "events: []"]
    if plan is None:
        return "\n".join([*lines, *map(render_entry, ordered)]) + "\n"
    order = {clause: number for number, clause in enumerate(plan.clauses)}
    ordered.sort(key=lambda event: order.get(event.clause, len(order)))
    names = {
        clause.id: dimension.name for dimension in plan.rubric.dimensions for clause in _clauses(plan, dimension.id)
    }
    above = None
    for event in ordered:
        name = names.get(event.clause)
        if name is not None and name != above:
            lines += [""] * (above is not None) + [f"  # {name}"]
            above = name
        lines.append(render_entry(event))
    return "\n".join(lines) + "\n"


def render_head(head: Head) -> list[str]:
    """The lines above the entries."""
    return [f"{name}: {_value(value)}" for name, value in head._asdict().items() if value not in (None, ())]


def render_entry(event: Event) -> str:
    """An entry on one line."""
    said = vars(event)
    fields = (f"{name}: {_value(_single(name, said[name]))}" for name in FIELDS if name in said)
    return "  - {" + ", ".join(fields) + "}"


def _single(name: str, value: object) -> object:
    """A list of one piece of evidence is written as that piece."""
    return value[0] if name == "evidence" and isinstance(value, tuple) and len(value) == 1 else value


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal() | int():
            return plain(value)
        case date():
            return value.isoformat()
        case Period():
            return _value(value.written)
        case dict():
            return "{" + ", ".join(f"{name}: {_value(each)}" for name, each in value.items()) + "}"
        case tuple():
            return "[" + ", ".join(_value(each) for each in value) + "]"
        case _:
            return yaml_scalar(str(value))


def _clauses(plan: Plan, dimension: str) -> Iterator[Clause]:
    rows = {item.id for each in plan.rubric.dimensions if each.id == dimension for item in each.items}
    return (clause for clause in plan.clauses.values() if clause.item in rows)
