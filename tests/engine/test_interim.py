"""阶段性: what is not due on the day of assessment is open and never lost; what came after that day is left out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from wuwu.api import evaluate, load_rubric
from wuwu.diagnostics import Rejected
from wuwu.log.declared import declare_log
from wuwu.rubric.plan import Plan, compile_document
from wuwu.rules.kind import Reason
from wuwu.rules.lines import Unassessed
from wuwu.scoring.scorecard import Scorecard, Span, Standing
from wuwu.source.document import hold_data

Data = dict[str, Any]
SHIZHI = load_rubric("shizhi", 2018)
JUNE = date(2018, 6, 30)
FIGURES: list[Data] = [
    {"clause": "C6.优秀率", "value": 85},
    {"clause": "E1.目标任务", "name": "就业", "rate": 100},
]


def card_of(*events: Data, as_of: date | None = None, plan: Plan = SHIZHI, **head: Any) -> Scorecard:
    year = plan.rubric.year
    data = {
        "unit": "甲",
        "rubric": plan.rubric.rubric,
        "year": year,
        "members": ["张三"],
        "events": list(events),
        **head,
    }
    return evaluate(plan, declare_log(hold_data(data, "log.yaml")).require(), as_of)


def half_year(*events: Data, as_of: date | None = JUNE, **head: Any) -> Scorecard:
    """A year found met in everything that has a finding, with these events."""
    judged = [clause.id for clause in SHIZHI.clauses.values() if clause.judged and clause.forms]
    return card_of(*({"clause": clause, "finding": "符合"} for clause in judged), *events, as_of=as_of, **head)


def open_clauses(card: Scorecard) -> list[str]:
    return sorted(each.clause for each in card.unassessed)


def row(card: Scorecard, name: str) -> Decimal:
    return next(each.score for each in card.total.walk() if each.node.id == name)


def studies(*months: int) -> list[Data]:
    return [{"clause": "B3.集中学习", "date": f"2018-{month:02}-15"} for month in months]


def test_months_to_come_are_open_and_not_lost() -> None:
    card = half_year(*studies(*range(1, 7)), *FIGURES)
    assert card.standing is Standing.PROVISIONAL
    assert card.as_of == JUNE
    assert row(card, "B3") == 2
    assert open_clauses(card) == ["A4.主题活动", "B3.集中学习", "C3.参加组织生活", "E6.督查轮次"]
    assert card.total.score == 100
    # low loses all of it: two activities, six months down to the floor, two attendances, two rounds
    assert card.span == Span(Decimal(100 - 2 - 2 - 2 - 2), Decimal(100))


@pytest.mark.parametrize(
    ("day", "months", "scored", "lowest"),
    [
        ("2018-06-30", range(1, 7), "2", "0"),
        ("2018-06-30", range(1, 6), "1.5", "0"),  # June is due on its last day
        ("2018-06-29", range(1, 6), "2", "0"),
        ("2018-06-15", range(1, 7), "2", "0"),  # June is covered, and is not open beside it
        ("2018-11-30", range(1, 12), "2", "1.5"),
        ("2018-11-30", range(1, 11), "1.5", "1"),
        ("2018-12-01", range(1, 12), "1.5", "1.5"),  # December is due on the day of assessment
        ("2018-12-28", range(1, 13), "2", "2"),
        ("2018-02-28", range(1, 3), "2", "0"),
        ("2018-02-27", range(1, 2), "2", "0"),
    ],
)
def test_a_month_is_due_on_its_last_day(day: str, months: range, scored: str, lowest: str) -> None:
    done = [
        {"clause": "A4.主题活动", "date": "2018-01-10", "count": 2},
        {"clause": "C3.参加组织生活", "member": "张三", "count": 2},
        {"clause": "E6.督查轮次", "date": "2018-01-20", "count": 2},
    ]
    card = half_year(*studies(*months), *done, *FIGURES, as_of=date.fromisoformat(day))
    assert row(card, "B3") == Decimal(scored)
    assert card.span.low == card.total.score - Decimal(scored) + Decimal(lowest)
    assert ("B3.集中学习" in open_clauses(card)) is (scored != lowest)


def test_nothing_open_is_the_answer_of_the_whole_year() -> None:
    done = [
        *studies(*range(1, 13)),
        {"clause": "A4.主题活动", "date": "2018-01-10", "count": 2},
        {"clause": "C3.参加组织生活", "member": "张三", "count": 2},
        {"clause": "E6.督查轮次", "date": "2018-01-20", "count": 2},
        *FIGURES,
    ]
    late, whole = half_year(*done, as_of=date(2018, 12, 28)), half_year(*done, as_of=None)
    assert late.standing is whole.standing is Standing.FINAL
    assert late.as_of is None
    assert (late.span, late.total.score) == (whole.span, whole.total.score)


@pytest.mark.parametrize("day", [date(2018, 12, 31), date(2019, 1, 15)])
def test_everything_is_due_at_the_end_of_the_year(day: date) -> None:
    card = half_year(*FIGURES, as_of=day)
    assert card.as_of is None
    assert card.standing is Standing.FINAL
    assert card.total.score == 100 - 2 - 2 - 2 - 2


def test_the_day_of_assessment_inside_the_year_is_such_a_day_and_another_one_can_be_asked_for() -> None:
    assert half_year(assessed_on="2018-06-30", as_of=None).as_of == JUNE
    assert half_year(assessed_on="2018-06-30").as_of == JUNE
    assert half_year(assessed_on="2019-01-15").as_of == JUNE
    assert half_year(assessed_on="2018-06-30", as_of=date(2018, 3, 31)).as_of == date(2018, 3, 31)
    assert half_year(assessed_on="2019-01-15", as_of=None).as_of is None


def test_a_day_before_the_year_is_refused() -> None:
    with pytest.raises(Rejected, match="as-of-before-year"):
        card_of(as_of=date(2017, 12, 31))


def test_a_target_not_reached_yet_stands_as_without_a_figure() -> None:
    behind = [{"clause": "E1.目标任务", "name": "就业", "plan": 1000, "actual": 600}]
    card = card_of(*behind, as_of=JUNE)
    assert row(card, "E1") == 0
    assert Unassessed("E1.目标任务", Decimal(10)) in card.unassessed
    assert row(card_of(*behind, as_of=date(2018, 12, 31)), "E1") == 0
    reached = {"clause": "E1.目标任务", "name": "培训", "rate": 120}
    card = half_year(*behind, reached)
    assert row(card, "E1") == 12
    assert "E1.目标任务" in open_clauses(card)


@pytest.mark.parametrize(
    ("figure", "scored", "lowest", "highest"),
    [
        ({"rate": 60}, 12, 2, 15),
        ({"done": False}, 12, 10, 12),
        ({"rate": "99.5"}, 12, 12, 12),  # loses nothing, so nothing of it is open
        ({"rate": 110}, 13, 13, 13),
        ({"done": True}, 12, 12, 12),
    ],
)
def test_an_open_target_may_come_out_as_any_figure(figure: Data, scored: int, lowest: int, highest: int) -> None:
    reached = {"clause": "E1.目标任务", "name": "培训", "rate": 120}
    before = card_of(reached, as_of=JUNE)
    card = card_of(reached, {"clause": "E1.目标任务", "name": "就业", **figure}, as_of=JUNE)
    assert before.span.low is not None
    assert before.span.high is not None
    assert card.span.low is not None
    assert card.span.high is not None
    assert row(card, "E1") == scored
    assert card.span.low - before.span.low == lowest - 12
    assert card.span.high - before.span.high == highest - 12


def test_a_finding_stands_though_the_count_behind_it_is_not_full_yet() -> None:
    rounds = [{"clause": "E6.督查轮次", "date": "2018-03-01"}]
    card = half_year(*rounds)
    assert row(card, "E6") == 2
    assert "E6.督查轮次" in open_clauses(card)
    assert row(half_year(*rounds, as_of=None), "E6") == 0
    unmet = card_of(*rounds, {"clause": "E6.督查指导", "finding": "不符合"}, as_of=JUNE)
    assert "E6.督查轮次" not in open_clauses(unmet)


def test_members_without_a_name_cost_nothing_before_the_year_is_over() -> None:
    card = half_year(members=[])
    assert row(card, "C3") == 3
    assert "C3.参加组织生活" in open_clauses(card)
    assert row(half_year(members=[], as_of=None), "C3") == 1


def test_a_poll_that_was_held_counts_and_one_that_was_not_is_missing() -> None:
    assert row(half_year({"clause": "C6.优秀率", "value": 70}), "C") == 0
    assert "C6.优秀率" in open_clauses(half_year())


def test_a_count_whose_lack_voids_costs_nothing_before_it_is_due() -> None:
    zero = {"id": "A1.零", "kind": "zero", "zeroes": "item", "when": [{"measure": "A1.轮次", "below": 1}]}
    many = {"id": "A1.滥", "kind": "zero", "zeroes": "item", "when": [{"measure": "A1.轮次", "above": 5}]}
    award = {"id": "A1.基本", "kind": "award", "points": 10, "presumed": "true"}
    row_ = {"id": "A1", "points": 10, "text": "正文", "rules": [award, zero, many]}
    row_["measures"] = [{"id": "A1.轮次", "figure": "activity"}]
    whole = {"id": "A", "name": "项目", "points": 10, "items": [row_]}
    data = {"rubric": "r", "title": "标准", "year": 2018, "points": 10, "dimensions": [whole]}
    plan = compile_document(hold_data(data, "r.yaml")).require()
    card = card_of(plan=plan, as_of=JUNE)
    assert card.total.score == 10
    assert card.span == Span(Decimal(0), Decimal(10))
    assert open_clauses(card) == ["A1.轮次"]
    # too many are too many at once
    over = card_of({"clause": "A1.轮次", "date": "2018-03-01", "count": 6}, plan=plan, as_of=JUNE)
    assert over.span == Span(Decimal(0), Decimal(0))
    assert over.standing is Standing.FINAL


def test_what_came_after_the_day_is_left_out_with_its_place_in_the_log() -> None:
    events = [
        {"clause": "A5.迟报", "date": "2018-07-01"},
        {"clause": "A5.迟报", "date": "2018-06-30"},
        {"clause": "D1.投诉", "date": "2018-08-01", "status": "待查"},
        {"clause": "F1.荣誉", "date": "2018-09-01", "level": "县级"},
    ]
    card = card_of(*events, as_of=JUNE)
    later = [each for each in card.ignored if each.reason is Reason.LATER]
    assert [each.event for each in later] == [0, 2, 3]
    assert card.pending == ()
    [line] = [line for line in card.total.all_lines() if line.clause == "A5.迟报"]
    assert line.events == (1,)


def test_something_left_out_is_enough_to_be_interim() -> None:
    award = {"id": "A1.基本", "kind": "award", "points": 10, "presumed": "true"}
    row_ = {
        "id": "A1",
        "points": 10,
        "text": "正文",
        "rules": [award, {"id": "A1.扣", "kind": "deduction", "points": 1}],
    }
    whole = {"id": "A", "name": "项目", "points": 10, "items": [row_]}
    data = {"rubric": "r", "title": "标准", "year": 2018, "points": 10, "dimensions": [whole]}
    plan = compile_document(hold_data(data, "r.yaml")).require()
    assert card_of(plan=plan, as_of=JUNE).standing is Standing.FINAL
    card = card_of({"clause": "A1.扣", "date": "2018-07-01"}, plan=plan, as_of=JUNE)
    assert card.total.score == 10
    assert card.standing is Standing.PROVISIONAL
    assert card.as_of == JUNE
    assert card.unassessed == ()


@pytest.mark.parametrize("status", ["查实", "不属实"])
def test_what_was_verified_after_the_day_is_pending_on_it(status: str) -> None:
    complaint = {"clause": "D1.投诉", "date": "2018-06-02", "status": status}
    assert [each.event for each in card_of({**complaint, "verified_on": "2018-07-01"}, as_of=JUNE).pending] == [0]
    assert card_of({**complaint, "verified_on": "2018-06-30"}, as_of=JUNE).pending == ()


@pytest.mark.parametrize(("body", "pending"), [("局纪检组", [0]), (None, [0]), ("市信访局", [])])
def test_what_another_body_looks_into_is_not_even_open(body: str | None, pending: list[int]) -> None:
    named = {"verified_by": body} if body else {}
    report = {"clause": "F5.投诉举报", "date": "2018-06-02", "status": "查实", "verified_on": "2018-07-01", **named}
    card = card_of(report, as_of=JUNE)
    assert [each.event for each in card.pending] == pending
    assert [each.reason for each in card.ignored] == ([] if pending else [Reason.WRONG_BODY])


def test_a_finding_may_be_dated_after_the_day() -> None:
    card = card_of({"clause": "A1.实施方案", "finding": "符合", "date": "2018-07-10"}, as_of=JUNE)
    assert row(card, "A1") == 2
    assert card.ignored == ()
