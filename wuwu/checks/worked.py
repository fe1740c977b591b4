"""Whether every rule has worked examples, and whether the rubric scores each of them as it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wuwu.checks.examples import run_example
from wuwu.messages import plain
from wuwu.plan import Plan
from wuwu.problem import Problem, Severity
from wuwu.rubric import Rubric
from wuwu.rules.kind import Example, Rule


class Exercise(NamedTuple):
    """How far the examples go: rules, rules with an example that moves points, rules with one at a boundary, examples."""

    rules: int
    moving: int
    bounded: int
    examples: int


def measure_exercise(rubric: Rubric) -> Exercise:
    """How many of the rules the examples exercise."""
    rules = [rule for item in rubric.items() for rule in item.all_rules()]
    return Exercise(
        len(rules),
        sum(any(_moves(example) for example in rule.examples) for rule in rules),
        sum(any(_bounds(example) for example in rule.examples) for rule in rules),
        sum(len(rule.examples) for rule in rules),
    )


def check_examples(rubric: Rubric, plan: Plan) -> Iterator[Problem]:
    """Rules without an example that moves points or without one at a boundary, and examples that come out otherwise."""
    for item in rubric.items():
        for rule in item.all_rules():
            yield from check_rule(rubric, plan, rule)


def check_rule(rubric: Rubric, plan: Plan, rule: Rule) -> Iterator[Problem]:
    """The examples of one rule."""
    if not any(_moves(example) for example in rule.examples):
        yield Problem("no-moving-example", rubric.place(rule, "id"), {"id": rule.id}, Severity.WARNING)
    if not any(_bounds(example) for example in rule.examples):
        yield Problem("no-boundary-example", rubric.place(rule, "id"), {"id": rule.id}, Severity.WARNING)
    for example in rule.examples:
        outcome = run_example(plan, rule, example)
        for wrong in outcome.mismatches:
            params = {"id": rule.id, "what": wrong.what, "says": _shown(wrong.says), "got": _shown(wrong.got)}
            yield Problem("example-fails", rubric.place(example), params)
        if not outcome.passed and not outcome.mismatches:
            codes = [problem.code for problem in outcome.problems]
            yield Problem("example-refused", rubric.place(example), {"id": rule.id, "codes": codes})


def _shown(value: object) -> str:
    return plain(value) if hasattr(value, "as_tuple") else str(value)  # type: ignore[arg-type]


def _moves(example: Example) -> bool:
    return bool(example.scores) or bool(example.vetoed)


def _bounds(example: Example) -> bool:
    """Whether an example stands at an edge: nothing moved, refused, or the node's own score asked for."""
    at_edge = example.scores == 0 or example.vetoed is False or example.refused is not None
    return at_edge or any(figure is not None for figure in (example.part, example.item, example.dimension))
