"""Everything that validate-rubric asks of a rubric that compiles, in order; each check is a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from wuwu.checks.alternatives import check_alternatives
from wuwu.checks.coverage import Coverage, check_coverage, measure_coverage
from wuwu.checks.shape import check_shape
from wuwu.checks.wording import check_floors, check_wording
from wuwu.checks.worked import Exercise, check_examples, measure_exercise
from wuwu.plan import Plan
from wuwu.problem import Problem, Severity
from wuwu.rubric import Rubric
from wuwu.rules.denial import Veto

Check: TypeAlias = Callable[[Rubric, Plan], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    lambda rubric, _: check_coverage(rubric),
    check_wording,
    check_floors,
    check_shape,
    check_examples,
    check_alternatives,
)


class Findings(NamedTuple):
    """What the checks found, what the rubric accepts of it, and the figures of the summary."""

    problems: tuple[Problem, ...]
    accepted: int
    coverage: Coverage
    exercise: Exercise
    unconfirmed: int
    missing_lists: int


def check_rubric(plan: Plan) -> Findings:
    """Run every check; findings the rubric accepts with a reason are taken out, stale acceptances are reported."""
    rubric = plan.rubric
    found = [problem for check in CHECKS for problem in check(rubric, plan)]
    accepted = {(each.code, each.at): each for each in rubric.accepted}
    open_ = [problem for problem in found if _key(problem) not in accepted]
    used = {_key(problem) for problem in found}
    for key, acceptance in accepted.items():
        if key not in used:
            params = {"id": acceptance.at, "code": acceptance.code}
            open_.append(Problem("stale-acceptance", rubric.place(acceptance), params, Severity.WARNING))
    vetoes = [rule for item in rubric.items() for rule in item.all_rules() if isinstance(rule, Veto)]
    return Findings(
        tuple(open_),
        len(found) - (len(open_) - sum(key not in used for key in accepted)),
        measure_coverage(rubric),
        measure_exercise(rubric),
        sum(reading.status == "proposed" for reading in rubric.readings),
        sum(veto.circumstances is not None and not veto.circumstances.listed for veto in vetoes),
    )


def _key(problem: Problem) -> tuple[str, str]:
    return problem.code, str(problem.params.get("id", ""))
