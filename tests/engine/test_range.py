"""The range with figures missing: every value they may take is tried, and nothing lies outside what the range says."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wuwu.api import evaluate
from wuwu.log.declared import declare_log
from wuwu.rubric.plan import Plan, compile_document
from wuwu.rules.measure import Activity
from wuwu.scoring import completion
from wuwu.scoring.engine import find_stakes
from wuwu.scoring.scorecard import Scorecard, Span, Stake
from wuwu.source.document import hold_data

Data = dict[str, Any]

BOUNDS = (20, 50, 80)
# each bound, what lies between them, and the ends
GRID = (0, 19, 20, 21, 49, 50, 51, 79, 80, 81, 100)


def plan_of(items: list[Data], **more: Any) -> Plan:
    whole = {"id": "A", "name": "项目", "points": 10, "items": items, **more}
    data = {"rubric": "r", "title": "标准", "year": 2020, "points": 10, "dimensions": [whole]}
    return compile_document(hold_data(data, "r.yaml")).require()


def item_of(rules: list[Data], measures: list[Data], **more: Any) -> Data:
    award = {"id": "A1.基本", "kind": "award", "points": 10, "presumed": "true"}
    return {"id": "A1", "points": 10, "text": "正文", "measures": measures, "rules": [award, *rules], **more}


def score(plan: Plan, *events: Data) -> Scorecard:
    data = {"unit": "甲", "rubric": "r", "year": 2020, "events": list(events)}
    return evaluate(plan, declare_log(hold_data(data, "log.yaml")).require())


def span(plan: Plan, *events: Data) -> tuple[object, ...]:
    """The lowest and the highest score."""
    return score(plan, *events).span[:2]


# --- shares ------------------------------------------------------------------------------------------------------

RATES = ("A1.优", "A1.劣", "A1.满")


def conditions(draw: st.DrawFn) -> list[Data]:
    names = draw(st.lists(st.sampled_from(RATES), min_size=1, max_size=2))
    sides = st.sampled_from(["at_least", "above", "at_most", "below"])
    return [{"measure": name, draw(sides): draw(st.sampled_from(BOUNDS))} for name in names]


@st.composite
def rules(draw: st.DrawFn) -> list[Data]:
    """Bands that pay, causes to be void and conditions that refute, on three figures, at odds with one another."""
    found: list[Data] = []
    for number in range(draw(st.integers(1, 3))):
        points = sorted(draw(st.lists(st.integers(0, 6), min_size=3, max_size=3)))
        bands = [{"at_least": bound, "points": each} for bound, each in zip(BOUNDS, points, strict=True)]
        name = draw(st.sampled_from(RATES))
        found.append({"id": f"A1.档{number}", "kind": "band", "measure": name, "bands": bands})
    for number in range(draw(st.integers(0, 2))):
        scope = draw(st.sampled_from(["item", "dimension"]))
        found.append({"id": f"A1.零{number}", "kind": "zero", "zeroes": scope, "when": conditions(draw)})
    if draw(st.booleans()):
        refuted = {"presumed": draw(st.sampled_from(["true", "false"])), "refuted_by": conditions(draw)}
        found.append({"id": "A1.驳", "kind": "award", "points": 4, **refuted})
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_missing_shares_are_tried_at_every_value_and_together(data: st.DataObject) -> None:
    drawn = data.draw(rules())
    polled = data.draw(st.booleans())
    measures: list[Data] = [{"id": name, "figure": "share", "expected": "true"} for name in RATES]
    if polled:
        measures[0]["poll"] = measures[1]["poll"] = "测评"
    more = data.draw(st.sampled_from([{}, {"cap": 12}, {"floor": 3}]))
    extra = 4 if any(rule["kind"] == "award" for rule in drawn) else 0
    row = item_of(drawn, measures, points=10 + extra)
    whole = {"id": "A", "name": "项目", "points": 10 + extra, "items": [row], **more}
    text = {"rubric": "r", "title": "标准", "year": 2020, "points": 10 + extra, "dimensions": [whole]}
    plan = compile_document(hold_data(text, "r.yaml")).require()
    known = data.draw(st.sampled_from([{}, {"A1.满": 50}, {"A1.劣": 79}, {"A1.劣": 19, "A1.满": 100}]))
    logged = [{"clause": name, "value": value} for name, value in known.items()]
    missing = [name for name in RATES if name not in known]
    findings: list[list[Data]] = [[]]
    if any(rule["id"] == "A1.驳" and rule["presumed"] == "false" for rule in drawn):
        findings = [[{"clause": "A1.驳", "finding": finding}] for finding in ("符合", "不符合")]
    totals = []
    for values in itertools.product(GRID, repeat=len(missing)):
        figures = known | dict(zip(missing, values, strict=True))
        if polled and figures["A1.优"] + figures["A1.劣"] > 100:
            continue
        events = [{"clause": name, "value": value} for name, value in figures.items()]
        totals += [score(plan, *events, *finding).total.score for finding in findings]
    assert span(plan, *logged) == (min(totals), max(totals))


def test_a_share_of_a_poll_has_the_room_that_the_others_leave() -> None:
    band = {"id": "A1.档", "kind": "band", "measure": "A1.优", "bands": [{"at_least": 90, "points": 2}]}
    measures = [{"id": name, "figure": "share", "poll": "测评", "expected": "true"} for name in ("A1.优", "A1.劣")]
    plan = plan_of([item_of([band], measures)])
    assert span(plan) == (10, 12)
    assert span(plan, {"clause": "A1.劣", "value": 10}) == (10, 12)
    assert span(plan, {"clause": "A1.劣", "value": Decimal("10.5")}) == (10, 10)


def test_a_figure_that_pays_and_voids_is_weighed_against_the_others() -> None:
    """By itself the first figure is at its worst where it voids the row, and so it pays; not so once the second one voids it."""
    rows = [
        item_of(
            [
                {"id": "A1.零", "kind": "zero", "zeroes": "item", "when": [{"measure": "A1.一", "at_least": 50}]},
                {"id": "A1.也零", "kind": "zero", "zeroes": "item", "when": [{"measure": "A1.二", "at_least": 50}]},
                {"id": "A1.档", "kind": "band", "measure": "A1.一", "bands": [{"at_least": 50, "points": 3}]},
            ],
            [{"id": name, "figure": "share", "expected": "true"} for name in ("A1.一", "A1.二")],
        )
    ]
    assert span(plan_of(rows)) == (0, 10)


def test_a_figure_that_always_earns_lifts_the_whole_range_above_the_score() -> None:
    band = {"id": "A1.档", "kind": "band", "measure": "A1.率", "bands": [{"at_least": 0, "points": 1}]}
    card = score(plan_of([item_of([band], [{"id": "A1.率", "figure": "share", "expected": "true"}])]))
    assert card.total.score == 10
    assert card.span == Span(Decimal(11), Decimal(11))


# --- targets -----------------------------------------------------------------------------------------------------

TARGETS = [{"id": "A1.目标", "figure": "target"}]
MEASURED = {"id": "A1.完成", "kind": "award", "points": 10, "measured_by": "A1.目标"}
SHORTFALL = {"id": "A1.少", "kind": "shortfall", "measure": "A1.目标", "step": 1, "points": 1}
UNDONE = {"id": "A1.项", "kind": "quota", "counted": "tasks", "measure": "A1.目标", "points": 2}
EXCESS = {"id": "A1.超", "kind": "excess", "measure": "A1.目标", "step": 10, "points": 1}


def row_of(rules: list[Data], floor: str = "0") -> Data:
    return {"id": "A1", "points": 10, "floor": floor, "text": "正文", "measures": TARGETS, "rules": [MEASURED, *rules]}


@pytest.mark.parametrize(
    ("rules", "floor", "expected"),
    [
        ([], "0", (10, 10)),
        ([SHORTFALL], "0", (0, 10)),
        ([SHORTFALL], "none", (None, 10)),
        # one target at 0 % loses 1 point only, and nobody says that it is the only one
        ([{**SHORTFALL, "step": 100}], "0", (0, 10)),
        ([{**SHORTFALL, "step": 101}], "0", (10, 10)),
        ([UNDONE], "0", (0, 10)),
        ([{**SHORTFALL, "cap": 3}, UNDONE], "none", (None, 10)),
        ([{**SHORTFALL, "cap": 3}], "none", (7, 10)),
        ([SHORTFALL, {**EXCESS, "cap": 5}], "0", (0, 15)),
        ([EXCESS], "0", (10, None)),
        ([SHORTFALL, EXCESS], "none", (None, None)),
    ],
)
def test_missing_targets_may_be_any_number_of_any_rate(
    rules: list[Data], floor: str, expected: tuple[object, object]
) -> None:
    assert span(plan_of([row_of(rules, floor)])) == expected


def test_a_cap_of_the_dimension_bounds_what_the_rule_does_not() -> None:
    assert span(plan_of([row_of([SHORTFALL, EXCESS])], cap=30)) == (0, 30)


def test_targets_may_fail_in_several_ways_at_once() -> None:
    """The points below 100 % and the tasks not done stand in two parts, each with a floor of its own."""
    parts = [
        {"id": "A1-1", "points": 5, "floor": 0, "rules": [{**MEASURED, "points": 5}, SHORTFALL]},
        {
            "id": "A1-2",
            "points": 5,
            "floor": 0,
            "rules": [{"id": "A1.建设", "kind": "award", "points": 5, "presumed": "true"}, UNDONE],
        },
    ]
    row = {"id": "A1", "points": 10, "text": "正文", "measures": TARGETS, "parts": parts}
    assert span(plan_of([row])) == (0, 10)


def test_what_is_counted_is_never_missing() -> None:
    activity = Activity(id="A1.轮次", figure="activity")
    assert list(activity.possible([Decimal(2)])) == []


def _sets() -> Iterator[list[Data]]:
    figures: list[Data] = [{"rate": rate} for rate in (0, 50, 99, 100, 109, 110, 300)]
    figures += [{"done": True}, {"done": False}]
    for size in range(1, 4):
        for some in itertools.combinations_with_replacement(figures, size):
            yield [{"clause": "A1.目标", "name": str(number), **each} for number, each in enumerate(some)]


def test_no_set_of_targets_comes_to_more_or_less_than_the_range() -> None:
    plan = plan_of([row_of([SHORTFALL, UNDONE, {**EXCESS, "cap": 5}])])
    totals = [score(plan, *targets).total.score for targets in _sets()]
    assert span(plan) == (min(totals), max(totals))
    assert span(plan) == (0, 15)


# --- what each open clause can do --------------------------------------------------------------------------------


def test_a_pending_veto_leaves_no_lowest_score_and_says_so() -> None:
    plan = plan_of([item_of([{"id": "A1.否", "kind": "veto"}], [])])
    card = score(plan, {"clause": "A1.否", "date": "2020-03-01", "reason": "待核", "status": "待查"})
    assert card.span == Span(None, Decimal(10), denied=True)
    assert score(plan_of([row_of([SHORTFALL], "none")])).span == Span(None, Decimal(10), denied=False)


def test_what_a_clause_is_worth_counts_the_floor_that_swallows_it() -> None:
    part = {
        "id": "A1-1",
        "points": 10,
        "floor": 0,
        "rules": [
            {"id": "A1.作为", "kind": "award", "points": 10},
            {"id": "A1.扣", "kind": "deduction", "points": 8},
        ],
    }
    plan = plan_of([{"id": "A1", "points": 10, "text": "正文", "parts": [part]}])
    late = {"clause": "A1.扣", "date": "2020-03-01"}
    for count, gain in ((0, 10), (1, 2), (2, 0)):
        events = [{**late, "count": count}] if count else []
        assert find_stakes(score(plan, *events)) == {"A1.作为": Stake(Decimal(0), Decimal(gain))}


def test_what_a_clause_is_worth_has_no_bound_where_nothing_bounds_it() -> None:
    card = score(plan_of([row_of([SHORTFALL, EXCESS])]))
    assert find_stakes(card) == {"A1.目标": Stake(Decimal(0), None)}


def test_what_is_kept_of_some_rubrics_gives_way_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion, "_MOST_KEPT", 1)
    one, other = plan_of([row_of([UNDONE])]), plan_of([row_of([{**SHORTFALL, "cap": 3}], "none")])
    assert [span(plan) for plan in (one, other, one)] == [(0, 10), (7, 10), (0, 10)]


def test_the_grade_lies_between_those_of_the_lowest_and_the_highest_score() -> None:
    grades = [{"name": "优秀", "at_least": 9}, {"name": "合格", "at_least": 6}]
    row = item_of([{"id": "A1.扣", "kind": "deduction", "points": 2}, {"id": "A1.否", "kind": "veto"}], [])
    whole = {"id": "A", "name": "项目", "points": 10, "items": [row]}
    data = {"rubric": "r", "title": "标准", "year": 2020, "points": 10, "grades": grades, "dimensions": [whole]}
    plan = compile_document(hold_data(data, "r.yaml")).require()
    pending = {"date": "2020-03-01", "status": "待查"}
    off = {"clause": "A1.扣", **pending}
    assert score(plan).grade_range == ("优秀", "优秀")
    assert (score(plan, off).grade, score(plan, off).grade_range) == ("优秀", ("合格", "优秀"))
    assert score(plan, {**off, "count": 3}).grade_range == (None, "优秀")
    veto = {"clause": "A1.否", "reason": "待核", **pending}
    assert score(plan, veto).grade_range == (None, "优秀")
    assert score(plan, {**veto, "status": "查实"}).grade_range == (None, None)
