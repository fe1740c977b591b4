"""Whether each reading concerns something, and each of its alternatives says something, changes something and compiles."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.checks.finding import error, warning
from wuwu.diagnostics import Problem, Rejected
from wuwu.rubric.declared import Rubric
from wuwu.rubric.plan import Plan
from wuwu.rubric.readings import apply_alternative


def check_alternatives(plan: Plan) -> Iterator[Problem]:
    """Alternatives that do not hold or change nothing, and readings that concern an id the rubric does not have."""
    rubric = plan.rubric
    known = {stand.node.id for stand in rubric.stands()} | set(plan.clauses)
    known |= {dimension.id for dimension in rubric.dimensions} | {rubric.rubric}
    for reading in rubric.readings:
        for name in reading.clauses:
            if name not in known:
                yield error(reading.id, "reading-names-nothing", rubric.place(reading, "clauses"), clause=name)
        for alternative in reading.alternatives:
            place = rubric.place(alternative)
            if alternative.patch is None:
                if alternative.words is None:
                    yield warning(reading.id, "alternative-empty", place, alternative=alternative.name)
                continue
            try:
                patched = apply_alternative(rubric, reading, alternative)
            except Rejected as rejected:
                for each in rejected.problems:
                    # an acceptance names the reading, as everywhere
                    yield Problem(each.code, each.place, {**each.params, "id": each.params.get("id", reading.id)})
                continue
            if _scoring(patched.rubric) == _scoring(rubric):
                yield error(reading.id, "alternative-idle", place, alternative=alternative.name)


def _scoring(rubric: Rubric) -> object:
    """All of a rubric that a score depends on."""
    return _without(rubric.model_dump(exclude={"readings", "accepted", "title", "source"}))


_TOLD = frozenset({"text", "unscored", "notes", "quote", "examples"})


def _without(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without(each) for key, each in value.items() if key not in _TOLD}
    return [_without(each) for each in value] if isinstance(value, (list, tuple)) else value
