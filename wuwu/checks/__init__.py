"""Everything that validate-rubric asks of a rubric that compiles, in order; each check is a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from wuwu.checks.alternatives import check_alternatives
from wuwu.checks.coverage import Coverage, check_coverage, measure_coverage
from wuwu.checks.example_checks import Exercise, check_examples, measure_exercise, run_examples
from wuwu.checks.finding import rule_locations, warning
from wuwu.checks.shape import check_shape
from wuwu.checks.wording import check_wording
from wuwu.diagnostics import Problem
from wuwu.rubric.plan import Plan
from wuwu.rules.veto import Veto

Check: TypeAlias = Callable[[Plan], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_coverage,
    check_wording,
    check_shape,
    check_alternatives,
)


class Findings(NamedTuple):
    """What the checks found, what the rubric accepts of it, and the figures of the summary."""

    problems: tuple[Problem, ...]
    accepted: int
    coverage: Coverage
    exercise: Exercise
    readings: int
    unconfirmed: int
    missing_lists: int


def check_rubric(plan: Plan) -> Findings:
    """Run every check; findings the rubric accepts with a reason are taken out, stale acceptances are reported."""
    rubric = plan.rubric
    runs = [run_examples(plan, location) for location in rule_locations(rubric)]
    found = [problem for check in CHECKS for problem in check(plan)]
    found += [problem for run in runs for problem in check_examples(plan, run)]
    accepted = {(each.code, each.at) for each in rubric.accepted}
    standing = [problem for problem in found if _key(problem) not in accepted]
    occurring = {_key(problem) for problem in found}
    stale = [
        warning(each.at, "stale-acceptance", rubric.place(each), code=each.code)
        for each in rubric.accepted
        if (each.code, each.at) not in occurring
    ]
    vetoes = [rule for item in rubric.items() for rule in item.all_rules() if isinstance(rule, Veto)]
    return Findings(
        problems=(*standing, *stale),
        accepted=len(found) - len(standing),
        coverage=measure_coverage(rubric),
        exercise=measure_exercise(runs),
        readings=len(rubric.readings),
        unconfirmed=sum(reading.status == "proposed" for reading in rubric.readings),
        missing_lists=sum(veto.circumstances is not None and not veto.circumstances.listed for veto in vetoes),
    )


def _key(problem: Problem) -> tuple[str, str]:
    return problem.code, str(problem.params.get("id", ""))
