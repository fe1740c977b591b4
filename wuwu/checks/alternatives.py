"""Whether each executable alternative of a reading names something, changes something and still compiles."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.plan import Plan
from wuwu.problem import Problem, Rejected
from wuwu.readings import apply_alternative
from wuwu.rubric import Rubric


def check_alternatives(rubric: Rubric, plan: Plan) -> Iterator[Problem]:
    """Alternatives that do not hold or change nothing, and readings that concern an id the rubric does not have."""
    known = {item.id for item in rubric.items()} | set(plan.clauses)
    known |= {part.id for item in rubric.items() for part in item.parts}
    known |= {dimension.id for dimension in rubric.dimensions} | {rubric.rubric}
    for reading in rubric.readings:
        for name in reading.clauses:
            if name not in known:
                yield Problem(
                    "reading-names-nothing", rubric.place(reading, "clauses"), {"id": reading.id, "clause": name}
                )
        for alternative in reading.alternatives:
            if alternative.patch is None:
                continue
            try:
                patched = apply_alternative(rubric, reading, alternative)
            except Rejected as rejected:
                yield from rejected.problems
                continue
            if patched.rubric.document.data == rubric.document.data:
                params = {"id": reading.id, "alternative": alternative.name}
                yield Problem("alternative-idle", rubric.place(alternative), params)
