"""Whether each reading concerns something, and each of its alternatives says something, changes something and compiles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wuwu.checks.finding import error, warning
from wuwu.diagnostics import Problem
from wuwu.rubric.declared import Rubric
from wuwu.rubric.plan import Plan
from wuwu.rubric.readings import apply_alternative
from wuwu.rules.scale import Scale
from wuwu.schema.models import Declared


def check_alternatives(plan: Plan) -> Iterator[Problem]:
    """Alternatives that do not hold or change nothing, and readings that concern an id the rubric does not have."""
    rubric = plan.rubric
    known = {location.node.id for location in rubric.locations()} | set(plan.clauses)
    known |= {dimension.id for dimension in rubric.dimensions} | {rubric.rubric}
    for reading in rubric.readings:
        for name in reading.clauses:
            if name not in known:
                yield error(reading.id, "reading-names-nothing", rubric.place(reading, "clauses"), clause=name)
        for alternative in reading.alternatives:
            place = rubric.place(alternative)
            if not alternative.patch:
                if alternative.words is None:
                    yield warning(reading.id, "alternative-empty", place, alternative=alternative.name)
                continue
            applied = apply_alternative(rubric, reading, alternative)
            patched = applied.value
            if patched is None:
                for each in applied.problems:
                    # an acceptance names the reading, as everywhere
                    yield Problem(each.code, each.place, {**each.params, "id": each.params.get("id", reading.id)})
                continue
            if idle := find_idle_fields(rubric, patched.rubric, alternative.patch):
                yield error(reading.id, "alternative-idle", place, alternative=alternative.name, fields=idle)


# what a patch may say and no score depends on
_TOLD = frozenset({"text", "gloss", "unscored", "notes", "quote", "examples", "title", "source"})


def find_idle_fields(before: Rubric, after: Rubric, patch: Mapping[str, Mapping[str, Any] | None]) -> list[str]:
    """The fields, each behind the id of its node or rule, in which a patch changes nothing that scores.

    An id alone where the patch names no field of it.
    """
    was, now = _by_id(before), _by_id(after)
    named = [(name, change) for name, change in patch.items() if name in was and name in now]  # else added or taken out
    return [name for name, change in named if not change] + [
        f"{name} {field}" for name, change in named for field in _idle(was[name], now[name], change or {})
    ]


def _idle(was: Declared, now: Declared, change: Mapping[str, Any]) -> Iterator[str]:
    """The fields that are as before; of a scale, which is patched field by field, those in it."""
    for field, value in change.items():
        old, new = getattr(was, field, None), getattr(now, field, None)
        if isinstance(value, Mapping) and isinstance(old, Scale) and isinstance(new, Scale):
            yield from (f"{field}.{inner}" for inner in _idle(old, new, value))
        elif field in _TOLD or old == new:
            yield field


def _by_id(rubric: Rubric) -> dict[str, Declared]:
    """Whatever a patch may name."""
    found: dict[str, Declared] = {rubric.rubric: rubric}
    for dimension in rubric.dimensions:
        found[dimension.id] = dimension
        for item in dimension.items:
            found |= {item.id: item, **{part.id: part for part in item.parts}}
            found |= {each.id: each for each in (*item.measures, *item.all_rules())}
    return found
