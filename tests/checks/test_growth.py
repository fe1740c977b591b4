"""An example is checked on the rows that it speaks of, and comes out as it would on the whole table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wuwu import load_rubric
from wuwu.checks.examples import example_log, own_points, run_example
from wuwu.checks.finding import rule_locations
from wuwu.log.binding import bind
from wuwu.rubric.plan import Plan, narrow_plan
from wuwu.scoring.engine import evaluate

PLANS = {name: load_rubric(name, 2018) for name in ("shizhi", "xianshiqu")}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_a_narrowed_plan_scores_an_example_as_the_whole_does(plan: Plan) -> None:
    compared = 0
    for location in rule_locations(plan.rubric):
        for example in location.rule.examples:
            outcome = run_example(plan, location.rule, example)
            if outcome.card is None:
                continue
            whole = evaluate(bind(plan, example_log(plan, location.rule, example).require()).require())
            assert own_points(location.rule, outcome.card) == own_points(location.rule, whole)
            rows = {node.node.id: node.score for node in whole.total.walk() if node.node.level in {"part", "item"}}
            for node in outcome.card.total.walk():
                if node.node.level in {"part", "item"}:
                    assert node.score == rows[node.node.id]
            compared += 1
    assert compared > 100


def test_a_narrowed_plan_holds_the_rows_asked_for_and_nothing_else() -> None:
    plan = narrow_plan(PLANS["shizhi"], ["A5", "C6"])
    assert [row.id for dimension in plan.total.children for row in dimension.children] == ["A5", "C6"]
    assert {clause.item for clause in plan.clauses.values()} == {"A5", "C6"}
    assert {measure.id.partition(".")[0] for measure in plan.measures} == {"C6"}


def test_bounds_of_a_whole_do_not_hold_a_part_of_it() -> None:
    plan = PLANS["shizhi"]
    bounded = plan._replace(total=plan.total)
    dimension = bounded.rows["A5"].dimension
    assert narrow_plan(plan, ["A5"]).total.children[0].children == (bounded.rows["A5"].node,)
    whole = narrow_plan(plan, [row.id for row in dimension.children]).total.children[0]
    assert whole.children == dimension.children
    assert whole.points == Decimal(12)
