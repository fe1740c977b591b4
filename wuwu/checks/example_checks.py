"""Whether every rule has worked examples, and whether the rubric scores each of them as it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from wuwu.checks.branches import branches_of, branches_taken, promised
from wuwu.checks.examples import ExampleOutcome, Figure, own_points, run_example
from wuwu.checks.finding import RuleLocation, error, rule_locations, warning
from wuwu.diagnostics import Problem, Severity
from wuwu.messages import Phrase, plain
from wuwu.rubric.plan import Plan
from wuwu.rules.kind import Example, Rule


class Exercise(NamedTuple):
    """How far the examples go: how many there are, of how many rules they move points, how many branches they take.

    What a kind promises counts as shown.
    """

    examples: int
    rules: int
    moving: int
    branches: int
    taken: int


class ExampleRun(NamedTuple):
    """The examples of a rule, run: what became of each, the branches they took, and those there are."""

    rule: Rule
    outcomes: tuple[tuple[Example, ExampleOutcome], ...]
    taken: frozenset[str]
    branches: Mapping[str, bool]
    moves: bool


def run_examples(plan: Plan, location: RuleLocation) -> ExampleRun:
    """Run every example of a rule; what its kind promises counts as taken."""
    outcomes = tuple((example, run_example(plan, location.rule, example)) for example in location.rule.examples)
    taken = promised(location.rule).union(*(branches_taken(plan, location, *each) for each in outcomes))
    moves = "met" in taken or any(_moves(location.rule, outcome) for _, outcome in outcomes)
    return ExampleRun(location.rule, outcomes, taken, branches_of(plan, location), moves)


def measure_exercise(runs: Sequence[ExampleRun]) -> Exercise:
    """How many of the rules and of their branches the examples exercise."""
    return Exercise(
        examples=sum(len(run.outcomes) for run in runs),
        rules=len(runs),
        moving=sum(run.moves for run in runs),
        branches=sum(len(run.branches) for run in runs),
        taken=sum(len(run.taken & run.branches.keys()) for run in runs),
    )


def expected_figures(plan: Plan) -> dict[tuple[str | int, ...], str]:
    """The figures that examples say otherwise than the rubric scores them, as they would have to read, by their place.

    An example that is refused, or is not as it says, has no figure to go by and stays.
    """
    figures: dict[tuple[str | int, ...], str] = {}
    for location in rule_locations(plan.rubric):
        for example, outcome in run_examples(plan, location).outcomes:
            for what, _, got in outcome.mismatches:
                if isinstance(got, bool):
                    figures[(*plan.rubric.path_of(example), what)] = str(got).lower()
                elif isinstance(got, Decimal):
                    figures[(*plan.rubric.path_of(example), what)] = plain(got)
    return figures


def check_examples(plan: Plan, run: ExampleRun) -> Iterator[Problem]:
    """Whether one of a rule's examples moves points and one stands at a boundary, and which come out otherwise."""
    rubric, rule, branches = plan.rubric, run.rule, run.branches
    bounds = [name for name, is_bound in branches.items() if is_bound]
    if not run.moves:
        yield warning(rule.id, "no-moving-example", rubric.place(rule, "id"))
    if bounds and not run.taken.intersection(bounds):
        yield warning(rule.id, "no-boundary-example", rubric.place(rule, "id"), branches=_worded(bounds))
    elif missing := [name for name in branches if name not in run.taken]:
        params = {"id": rule.id, "branches": _worded(missing)}
        yield Problem("branch-untested", rubric.place(rule, "id"), params, Severity.NOTE)
    for example, outcome in run.outcomes:
        if outcome.mismatches:
            says = [_figure(wrong.what, wrong.says) for wrong in outcome.mismatches]
            got = [_figure(wrong.what, wrong.got) for wrong in outcome.mismatches]
            yield error(rule.id, "example-fails", rubric.place(example), says=says, got=got)
        if not outcome.passed and not outcome.mismatches:
            why: dict[str, Phrase] = {}  # one mistake made at every entry is reported once
            for each in outcome.problems:
                why.setdefault(each.code, Phrase(f"problem.{each.code}", each.params))
            place = next((each.place for each in outcome.problems if each.place is not None), rubric.place(example))
            yield error(rule.id, "example-refused", place, why=[*why.values()])


def _moves(rule: Rule, outcome: ExampleOutcome) -> bool:
    card = outcome.card
    if card is None:
        return False
    return bool(own_points(rule, card)) or any(line.rule == rule.id for line in card.vetoes)


def _worded(branches: Iterable[str]) -> list[Phrase]:
    parted = (name.partition(" ") for name in branches)
    return [Phrase(f"branch.{code}", {"of": of}) for code, _, of in parted]


def _figure(what: str, value: Figure) -> Phrase:
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
