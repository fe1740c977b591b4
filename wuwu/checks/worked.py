"""Whether every rule has worked examples, and whether the rubric scores each of them as it says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from wuwu.checks.branches import branches_of, branches_taken
from wuwu.checks.examples import Outcome, own_points, run_example
from wuwu.checks.finding import Seat, error, seats, warning
from wuwu.messages import Phrase
from wuwu.plan import Plan
from wuwu.problem import Problem, Severity
from wuwu.rubric import Rubric
from wuwu.rules.kind import Example


class Exercise(NamedTuple):
    """How far the examples go: how many there are, of how many rules they move points, how many branches they take."""

    examples: int
    rules: int
    moving: int
    branches: int
    taken: int


class _Run(NamedTuple):
    """The examples of a rule, run: what became of each, the branches they took, and those there are."""

    seat: Seat
    outcomes: tuple[tuple[Example, Outcome], ...]
    taken: frozenset[str]
    moves: bool


def measure_exercise(rubric: Rubric, plan: Plan) -> Exercise:
    """How many of the rules and of their branches the examples exercise."""
    runs = [(_run(plan, seat), branches_of(plan, seat)) for seat in seats(rubric)]
    return Exercise(
        examples=sum(len(run.outcomes) for run, _ in runs),
        rules=len(runs),
        moving=sum(run.moves for run, _ in runs),
        branches=sum(len(branches) for _, branches in runs),
        taken=sum(len(run.taken & branches.keys()) for run, branches in runs),
    )


def check_examples(rubric: Rubric, plan: Plan) -> Iterator[Problem]:
    """Rules without an example that moves points or without one at a boundary, and examples that come out otherwise."""
    for seat in seats(rubric):
        yield from check_rule(rubric, plan, seat)


def check_rule(rubric: Rubric, plan: Plan, seat: Seat) -> Iterator[Problem]:
    """The examples of one rule."""
    rule = seat.rule
    run = _run(plan, seat)
    branches = branches_of(plan, seat)
    bounds = [name for name, is_bound in branches.items() if is_bound]
    if not run.moves:
        yield warning(rule.id, "no-moving-example", rubric.place(rule, "id"))
    if bounds and not run.taken.intersection(bounds):
        yield warning(rule.id, "no-boundary-example", rubric.place(rule, "id"), branches=bounds)
    elif missing := [name for name in branches if name not in run.taken]:
        params = {"id": rule.id, "branches": missing}
        yield Problem("branch-untested", rubric.place(rule, "id"), params, Severity.NOTE)
    for example, outcome in run.outcomes:
        if outcome.mismatches:
            says = [_figure(wrong.what, wrong.says) for wrong in outcome.mismatches]
            got = [_figure(wrong.what, wrong.got) for wrong in outcome.mismatches]
            yield error(rule.id, "example-fails", rubric.place(example), says=says, got=got)
        if not outcome.passed and not outcome.mismatches:
            codes = list(dict.fromkeys(problem.code for problem in outcome.problems))
            yield error(rule.id, "example-refused", rubric.place(example), codes=codes)


def _run(plan: Plan, seat: Seat) -> _Run:
    outcomes = tuple((example, run_example(plan, seat.rule, example)) for example in seat.rule.examples)
    taken = frozenset(name for example, outcome in outcomes for name in branches_taken(plan, seat, example, outcome))
    return _Run(seat, outcomes, taken, any(_moves(seat, outcome) for _, outcome in outcomes))


def _moves(seat: Seat, outcome: Outcome) -> bool:
    card = outcome.card
    if card is None:
        return False
    return bool(own_points(seat.rule, card)) or any(line.rule == seat.rule.id for line in card.vetoes)


def _figure(what: str, value: Decimal | bool | str | None) -> Phrase:
    """One figure of an example in words, as it is given or as it came out."""
    if what == "vetoed":
        return Phrase("example.vetoed" if value else "example.not-vetoed")
    if what == "refused":
        return Phrase("example.refused", {"codes": value}) if value else Phrase("example.holds")
    if value is None:
        return Phrase(f"example.no-{what}")
    if what == "scores" and isinstance(value, Decimal) and value < 0:
        return Phrase("example.loses", {"points": -value})
    return Phrase(f"example.{what}", {"points": value})
