"""What the two official tables do not use but the language has: bounds, roundings, sums, listed circumstances."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from wuwu.api import evaluate
from wuwu.diagnostics import Rejected
from wuwu.log.binding import Binder
from wuwu.log.declared import Log, declare_log
from wuwu.messages import Words
from wuwu.report.sentences import line_sentence
from wuwu.rubric.plan import Plan, compile_document
from wuwu.rules.lines import Unassessed
from wuwu.rules.target import Rounding, rate_of
from wuwu.schema.event import Event
from wuwu.scoring.engine import evaluate as evaluate_bound
from wuwu.scoring.scorecard import Scorecard, Span, Standing
from wuwu.source.document import hold_data

Data = dict[str, Any]


def plan_of(rules: list[Data], *, points: int = 10, measures: list[Data] | None = None, **more: Any) -> Plan:
    """A rubric of one dimension with one row that holds the rules beside a presumed award."""
    award = {"id": "A1.基本", "kind": "award", "points": points, "presumed": "true"}
    item = {
        "id": "A1",
        "points": points,
        "floor": "none",
        "text": "正文",
        "measures": measures or [],
        "rules": [award, *rules],
    }
    dimension = {"id": "A", "name": "项目", "points": points, "items": [item]} | more.pop("dimension", {})
    data = {
        "rubric": "r",
        "title": "标准",
        "year": 2020,
        "points": points,
        "levels": [{"name": "县级"}, {"name": "市级", "also": ["全市"]}, {"name": "省级"}],
        "dimensions": [dimension],
    }
    return compile_document(hold_data(data | more, "r.yaml")).require()


def log_of(*events: Data, members: list[str] | None = None) -> Log:
    given = [{"date": "2020-06-30", **event} if "finding" not in event else event for event in events]
    data = {"unit": "甲", "rubric": "r", "year": 2020, "members": members or [], "events": given}
    return declare_log(hold_data(data, "log.yaml")).require()


def score(plan: Plan, *events: Data, members: list[str] | None = None) -> Scorecard:
    return evaluate(plan, log_of(*events, members=members))


def total(plan: Plan, *events: Data, **more: Any) -> Decimal:
    return score(plan, *events, **more).total.score


DEDUCTION = {"id": "A1.扣", "kind": "deduction", "points": 3}
BONUS = {"id": "A1.加", "kind": "bonus", "points": 4}


def test_a_dimension_can_be_bounded() -> None:
    plan = plan_of([DEDUCTION, BONUS], dimension={"floor": "0", "cap": 12})
    assert total(plan, {"clause": "A1.扣", "count": 9}) == 0
    assert total(plan, {"clause": "A1.加"}) == 12


def test_the_total_can_be_bounded_and_graded() -> None:
    grades = [{"name": "优", "at_least": 9}, {"name": "差", "at_least": 0}]
    plan = plan_of([DEDUCTION, BONUS], floor="0", cap=11, grades=grades)
    assert score(plan, {"clause": "A1.加"}).total.score == 11
    assert score(plan, {"clause": "A1.加"}).grade == "优"
    assert score(plan, {"clause": "A1.扣", "count": 2}).grade == "差"
    assert score(plan, {"clause": "A1.扣", "count": 9}).total.score == 0


def test_a_cap_without_any_bonus_takes_from_the_base() -> None:
    card = score(plan_of([], cap=7))
    assert [card.total.base, card.total.bonus, card.total.score] == [7, 0, 7]


def test_a_zero_keeps_what_is_already_below_nothing() -> None:
    zero = {"id": "A1.零", "kind": "zero", "zeroes": "dimension"}
    plan = plan_of([DEDUCTION, BONUS, zero])
    voided = score(plan, {"clause": "A1.零"}, {"clause": "A1.扣", "count": 4}, {"clause": "A1.加"})
    assert voided.total.children[0].score == 0  # 10 − 12 + 4 = 2, void
    assert [voided.total.children[0].base, voided.total.children[0].bonus] == [-2, 2]
    assert total(plan, {"clause": "A1.零"}, {"clause": "A1.扣", "count": 5}) == -5


def test_two_zeros_take_the_points_once() -> None:
    zeros = [{"id": f"A1.零{n}", "kind": "zero", "zeroes": "item"} for n in "甲乙"]
    card = score(plan_of(zeros), {"clause": "A1.零甲"}, {"clause": "A1.零乙"})
    assert [line.points for line in card.total.all_lines() if line.kind == "zero"] == [-10, 0]


# --- what every award by finding promises: no rubric needs to show it again -----------------------------------------


@pytest.mark.parametrize("in_part", [False, True], ids=["row", "part"])
@pytest.mark.parametrize("presumed", [False, True], ids=["open", "presumed"])
@pytest.mark.parametrize(
    ("finding", "points"),
    [("符合", 4), ("不符合", 0), ("不适用", 4), (None, None)],
)
def test_what_every_award_by_finding_promises(
    finding: str | None, points: int | None, *, presumed: bool, in_part: bool
) -> None:
    award: Data = {"id": "A1.计", "kind": "award", "points": 4, "presumed": str(presumed).lower()}
    other: Data = {"id": "A1.另", "kind": "award", "points": 6, "presumed": "true"}
    if in_part:
        nodes = {
            "parts": [
                {"id": f"A1-{n}", "points": rule["points"], "rules": [rule]} for n, rule in enumerate((award, other))
            ]
        }
    else:
        nodes = {"rules": [award, other]}
    plan = plan_of([], dimension={"items": [{"id": "A1", "points": 10, "text": "正文", **nodes}]})
    card = score(plan, *([{"clause": "A1.计", "finding": finding, "reason": "新设单位"}] if finding else []))
    earned = (4 if presumed else 0) if points is None else points
    open_ = [] if finding or presumed else ["A1.计"]
    assert card.total.score == 6 + earned
    assert sum(line.points for line in card.total.all_lines() if line.rule == "A1.计") == earned
    assert [each.clause for each in card.unassessed] == open_
    assert card.span == Span(Decimal(6 + earned), Decimal(10 if open_ else 6 + earned))


def test_a_zero_of_one_part_leaves_the_other() -> None:
    def part(name: str, *more: Data) -> Data:
        award = {"id": f"A1.{name}", "kind": "award", "points": 5, "presumed": "true"}
        return {"id": f"A1-{name}", "points": 5, "rules": [award, *more]}

    zero = {"id": "A1.零", "kind": "zero", "zeroes": "part"}
    item = {"id": "A1", "points": 10, "text": "正文", "parts": [part("一", zero), part("二")]}
    plan = plan_of([], dimension={"items": [item]})
    assert total(plan, {"clause": "A1.零"}) == 5


PENALTIES = {
    "id": "A1.罚",
    "kind": "deduction",
    "prices": {"警告": 6, "撤销": 10},
    "within_subject": "highest",
    "once_per_word": "true",
}


@pytest.mark.parametrize(
    ("given", "points"),
    [
        ("甲警告", 6),
        ("甲警告 甲撤销", 10),  # the heavier of one title
        ("甲警告 乙警告", 6),  # each kind once
        ("甲警告 乙撤销", 16),
        ("甲撤销 乙撤销", 10),
        ("甲撤销 乙警告 乙撤销", 16),  # the last one adds nothing, and takes nothing back
        ("甲警告 甲撤销 乙警告 乙撤销", 16),
        ("甲警告 甲警告 甲撤销", 10),
    ],
)
def test_each_title_and_each_kind_of_penalty_counts_once_as_it_weighs_most(given: str, points: int) -> None:
    plan = plan_of([PENALTIES])
    events = [{"clause": "A1.罚", "subject": each[0], "level": each[1:]} for each in given.split()]
    assert total(plan, *events) == 10 - points
    for number in range(len(events)):
        assert total(plan, *events[:number]) >= 10 - points, "a further penalty never gives points back"
    open_ones = [{**event, "status": "待查"} for event in events]
    assert score(plan, *open_ones).span.low == 10 - points


LEVELS = {"id": "A1.级", "kind": "deduction", "prices": {"县级": 1, "市级": 2, "省级": 4}, "times": 2}


@pytest.mark.parametrize(
    ("more", "given", "points"),
    [
        ({}, "县县", 2),
        ({}, "县县县县县", 2),
        ({}, "县县市", 3),  # the cheaper one is left out, wherever it stands
        ({}, "市县县", 3),
        ({}, "县市省市", 6),
        ({"times": 1}, "县市", 2),
        ({"times": 0}, "县市", 0),
        ({"once_per_word": "true"}, "县县市", 3),
        ({"once_per_word": "true"}, "县市市省省", 6),
        ({"prices": None, "points": 3}, "县县县", 6),
        ({"within_subject": "highest"}, "县市", 2),
    ],
)
def test_of_different_prices_the_dearest_count_so_often(more: Data, given: str, points: int) -> None:
    rule = {name: value for name, value in (LEVELS | more).items() if value is not None}
    plan = plan_of([rule if "prices" in rule else rule | {"from_level": "县级"}])
    events = [{"clause": "A1.级", "level": f"{each}级", "subject": "甲"} for each in given]
    assert total(plan, *events) == 10 - points
    for number in range(len(events)):
        assert total(plan, *events[:number]) >= 10 - points, "a further entry never gives points back"
    counted = [{**event, "count": events.count(event)} for event in events]
    alike = [event for index, event in enumerate(counted) if event not in counted[:index]]
    assert total(plan, *alike) == 10 - points, "a count is as many entries"


def test_the_line_of_a_count_limit_names_what_is_left_out() -> None:
    events: list[Data] = [{"clause": "A1.级", "level": "县级", "count": 2}, {"clause": "A1.级", "level": "市级"}]
    card = score(plan_of([LEVELS]), *events)
    line = next(line for line in card.total.all_lines() if line.kind == "times")
    assert line.points == 1
    assert line.events == (0,)
    assert line.figures["dropped"] == ((0, 1),)
    said = line_sentence(line._replace(events=()), card.bound.log.events, Words("zh"))
    assert said == "A1.级（次数上限）：最多计2次，超出的 县级 1次 × 1分 不计，不再扣1分"


@pytest.mark.parametrize(
    ("incomplete", "rate", "points"),
    [("dropped", "97.2", 8), ("whole", "97.2", 7), ("whole", "97", 7), ("proportional", "97.25", Decimal("7.2"))],
)
def test_an_incomplete_step(incomplete: str, rate: str, points: Decimal) -> None:
    rounding = {"rounding": {"to": "0.1", "by": "half_up"}} if incomplete == "proportional" else {}
    rule = {"id": "A1.少", "kind": "shortfall", "measure": "A1.目标", "step": 1, "points": 1, "incomplete": incomplete}
    plan = plan_of([rule | rounding], measures=[{"id": "A1.目标", "figure": "target"}])
    assert total(plan, {"clause": "A1.目标", "name": "一", "rate": rate}) == points


def test_a_cap_on_what_is_missed_gives_back_what_passes_it() -> None:
    rule = {"id": "A1.少", "kind": "shortfall", "measure": "A1.目标", "step": 1, "points": 1, "cap": 5}
    plan = plan_of([rule], measures=[{"id": "A1.目标", "figure": "target"}])
    card = score(plan, {"clause": "A1.目标", "name": "一", "rate": "93"})
    assert [line.points for line in card.total.all_lines() if line.rule == "A1.少"] == [-7, 2]
    assert card.total.score == 5


@pytest.mark.parametrize(
    ("by", "points", "rounded"),
    [
        ("half_up", Fraction(1, 20), "0.1"),
        ("half_up", Fraction(49, 1000), "0"),
        ("half_even", Fraction(1, 20), "0"),
        ("half_even", Fraction(3, 20), "0.2"),
        ("half_even", Fraction(51, 1000), "0.1"),
        ("down", Fraction(99, 1000), "0"),
        ("half_up", Fraction(1, 3), "0.3"),
    ],
)
def test_rounding_compares_the_half_exactly(by: Any, points: Fraction, rounded: str) -> None:
    assert Rounding.model_validate({"to": "0.1", "by": by}).round(points) == Decimal(rounded)


def test_members_can_be_summed() -> None:
    quota = {"id": "A1.次", "kind": "quota", "counted": "members", "members": "sum", "required": 2, "points": 1}
    plan = plan_of([quota])
    assert total(plan, {"clause": "A1.次", "member": "甲", "count": 1}, members=["甲", "乙"]) == 7
    open_card = score(plan)
    assert [open_card.total.score, open_card.span.high, open_card.unassessed[0].points] == [8, 10, 2]


def test_a_quota_can_count_an_activity() -> None:
    quota = {"id": "A1.少", "kind": "quota", "counted": "events", "measure": "A1.轮次", "required": 2, "points": 1}
    plan = plan_of([quota], measures=[{"id": "A1.轮次", "figure": "activity"}])
    assert total(plan, {"clause": "A1.轮次"}) == 9
    with pytest.raises(Rejected, match="clause-is-fed"):
        score(plan, {"clause": "A1.少"})


def test_a_band_can_lie_above_its_bound() -> None:
    band = {"id": "A1.档", "kind": "band", "measure": "A1.率", "bands": [{"above": 90, "points": 1}]}
    plan = plan_of([band], measures=[{"id": "A1.率", "figure": "share"}])
    assert total(plan, {"clause": "A1.率", "value": 90}) == 10
    assert total(plan, {"clause": "A1.率", "value": 91}) == 11
    assert total(plan) == 10


def test_above_and_below_refute_without_their_bound() -> None:
    zero = {"id": "A1.零", "kind": "zero", "zeroes": "item", "when": [{"measure": "A1.率", "above": 50, "below": 60}]}
    plan = plan_of([zero], measures=[{"id": "A1.率", "figure": "share"}])
    assert [total(plan, {"clause": "A1.率", "value": v}) for v in (50, 55, 60)] == [10, 0, 10]


def test_listed_circumstances_are_the_only_ones() -> None:
    veto = {"id": "A1.否", "kind": "veto", "circumstances": {"document": "办法", "listed": ["失火"]}}
    plan = plan_of([veto])
    assert score(plan, {"clause": "A1.否", "reason": "失火"}).score is None
    with pytest.raises(Rejected, match="unknown-circumstance"):
        score(plan, {"clause": "A1.否", "reason": "漏水"})


def test_a_bonus_in_dispute_widens_the_range_upward() -> None:
    card = score(plan_of([BONUS]), {"clause": "A1.加", "status": "待查"})
    assert [card.span.low, card.score, card.span.high] == [10, 10, 14]


def test_a_pending_veto_leaves_no_lowest_score() -> None:
    card = score(plan_of([{"id": "A1.否", "kind": "veto"}]), {"clause": "A1.否", "reason": "失火", "status": "待查"})
    assert card.span.low is None
    assert card.span.high == 10
    assert card.standing.value == "provisional"


def test_an_award_not_applicable_settles_the_count_beside_it() -> None:
    quota = {"id": "A1.次", "kind": "quota", "counted": "events", "required": 2, "points": 1}
    assert total(plan_of([quota]), {"clause": "A1.基本", "finding": "na", "reason": "未设班子"}) == 10


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ({"id": "A1.错", "kind": "deduction"}, "points-or-prices"),
        ({"id": "A1.错", "kind": "bonus", "prices": {"市级": 1, "黄牌": 2}}, "mixed-words"),
        ({"id": "A1.错", "kind": "bonus", "prices": {"全市": 1}}, "unknown-level"),
        ({"id": "A1.错", "kind": "deduction", "points": 1, "from_level": "乡级"}, "unknown-level"),
        ({"id": "A1.错", "kind": "deduction", "points": 1, "verified_by": "某局"}, "unknown-body"),
        ({"id": "A1.错", "kind": "quota", "counted": "events", "points": 1}, "missing-field"),
        ({"id": "A1.错", "kind": "quota", "counted": "tasks", "points": 1}, "missing-field"),
        (
            {"id": "A1.错", "kind": "band", "measure": "A1.无", "bands": [{"at_least": 1, "points": 1}]},
            "unknown-reference",
        ),
        (
            {"id": "A1.错", "kind": "band", "measure": "A1.基本", "bands": [{"at_least": 1, "points": 1}]},
            "unfit-reference",
        ),
        ({"id": "A1.基本", "kind": "bonus", "points": 1}, "doubled-id"),
        ({"id": "B2.错", "kind": "bonus", "points": 1}, "misplaced-id"),
        ({"id": "A1.错", "kind": "award", "points": 1}, "points-off"),
        ({"id": "A1.错", "kind": "excess", "measure": "A1.无", "step": 0, "points": 1}, "not-above-zero"),
        ({"id": "A1.错", "kind": "gift"}, "unknown-word"),
    ],
)
def test_a_rule_that_does_not_hold_is_refused(rule: Data, code: str) -> None:
    with pytest.raises(Rejected, match=code):
        plan_of([rule])


def test_an_award_is_settled_one_way_only() -> None:
    quota = {"id": "A1.次", "kind": "quota", "counted": "events", "required": 2, "points": 1}
    award = {"id": "A1.双", "kind": "award", "points": 0, "measured_by": "A1.次", "presumed": "true"}
    with pytest.raises(Rejected, match="award-settled-twice"):
        plan_of([quota, award])


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ({"clause": "A1.率", "value": 101}, "share-outside"),
        ({"clause": "A1.目标", "name": "一", "plan": 0, "actual": 1}, "plan-not-positive"),
        ({"clause": "A1.目标", "name": "一", "plan": 1, "actual": -1}, "figure-below-zero"),
        ({"clause": "A1.目标", "name": "一", "rate": -1}, "figure-below-zero"),
        ({"clause": "A1.酌", "points": 3, "reason": "差", "decided_by": "办"}, "amount-outside"),
        ({"clause": "A1.酌", "points": 0, "reason": "差", "decided_by": "办"}, "amount-outside"),
        ({"clause": "A1.档"}, "clause-is-fed"),
        ({"clause": "A1.基本", "finding": "不适用"}, "reason-missing"),
        ({"clause": "A1.率", "finding": "符合", "reason": "好"}, "finding-not-taken"),
        ({"clause": "A1.扣", "count": 0}, "count-zero"),
        ({"clause": "A1.扣", "level": "市级"}, "idle-field"),
        ({"clause": "A1.低", "level": "乡级"}, "unknown-level-word"),
        ({"clause": "A1.低"}, "missing-level"),
        ({"clause": "A1.没有"}, "unknown-clause"),
        ({"clause": "A1.扣", "date": "2021-01-01"}, "date-outside-year"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused(event: Data, code: str) -> None:
    rules: list[Data] = [
        DEDUCTION,
        {"id": "A1.酌", "kind": "discretion", "at_most": 2},
        {"id": "A1.档", "kind": "band", "measure": "A1.率", "bands": [{"at_least": 90, "points": 1}]},
        {"id": "A1.低", "kind": "deduction", "points": 1, "from_level": "市级"},
    ]
    measures = [{"id": "A1.率", "figure": "share"}, {"id": "A1.目标", "figure": "target"}]
    plan = plan_of(rules, measures=measures)
    with pytest.raises(Rejected, match=code):
        score(plan, event if "value" not in event and "name" not in event else {**event, "date": "2020-06-30"})


def test_entries_that_contradict_each_other_are_refused() -> None:
    measures = [{"id": f"A1.{name}", "figure": "share", "poll": "测评"} for name in "优差"]
    plan = plan_of([], measures=measures)
    both = [{"clause": "A1.优", "value": 60}, {"clause": "A1.差", "value": 41}]
    with pytest.raises(Rejected, match="shares-over-whole"):
        score(plan, *both)
    with pytest.raises(Rejected, match="double-entry"):
        score(plan, both[0], both[0])


def test_discretion_adds_up_and_bonuses_over_the_dimension_are_remarked() -> None:
    plan = plan_of([{"id": "A1.酌", "kind": "discretion", "at_most": 2}, BONUS])
    amount = {"clause": "A1.酌", "points": 2, "reason": "差", "decided_by": "办"}
    assert total(plan, amount, amount) == 6
    assert score(plan).grade is None
    assert [warning.code for warning in score(plan, {"clause": "A1.加", "count": 3}).warnings] == [
        "bonus-over-dimension"
    ]
    assert score(plan_of([{"id": "A1.否", "kind": "veto"}]), {"clause": "A1.否", "reason": "失火"}).grade is None


def test_sums_stay_exact_at_the_ends_of_what_can_be_written() -> None:
    rule = {"id": "A1.扣", "kind": "deduction", "points": "0.000001"}
    assert total(plan_of([rule]), {"clause": "A1.扣", "count": 999999999}) == Decimal(10) - Decimal("999.999999")


def test_a_log_may_leave_its_events_and_other_fields_empty() -> None:
    data = {"unit": "甲", "rubric": "r", "year": 2020, "group": None, "events": None}
    assert evaluate(plan_of([]), declare_log(hold_data(data, "log.yaml")).require()).score == 10


def test_a_figure_that_reaches_no_band_is_still_told() -> None:
    band = {"id": "A1.档", "kind": "band", "measure": "A1.率", "bands": [{"at_least": 90, "points": 1}]}
    card = score(plan_of([band], measures=[{"id": "A1.率", "figure": "share"}]), {"clause": "A1.率", "value": 88})
    [line] = [line for line in card.total.all_lines() if line.kind == "band"]
    assert line.points == 0
    assert line.word == "band-none"


def test_a_rubric_is_no_log_and_a_log_is_no_rubric() -> None:
    with pytest.raises(Rejected, match="rubric-not-log"):
        declare_log(hold_data({"dimensions": []}, "r.yaml")).require()
    with pytest.raises(Rejected, match="log-not-rubric"):
        compile_document(hold_data({"events": []}, "l.yaml")).require()


def test_not_applicable_settles_figures_and_counts() -> None:
    measures = [{"id": "A1.目标", "figure": "target"}, {"id": "A1.率", "figure": "share"}]
    rules = [
        {"id": "A1.完成", "kind": "award", "points": 5, "measured_by": "A1.目标"},
        {"id": "A1.档", "kind": "band", "measure": "A1.率", "bands": [{"at_least": 90, "points": 1}]},
        {"id": "A1.超", "kind": "excess", "measure": "A1.目标", "step": 10, "points": 1},
    ]
    award = {"id": "A1.基本", "kind": "award", "points": 10, "presumed": "true"}
    item = {"id": "A1", "points": 15, "text": "正文", "measures": measures, "rules": [award, *rules]}
    whole = {"id": "A", "name": "项目", "points": 15, "items": [item]}
    plan = compile_document(
        hold_data({"rubric": "r", "title": "标准", "year": 2020, "points": 15, "dimensions": [whole]}, "r.yaml")
    ).require()
    settled = {"finding": "不适用", "reason": "没有任务"}
    assert total(plan, {"clause": "A1.目标", **settled}, {"clause": "A1.率", **settled}) == 15
    assert total(plan) == 10
    assert score(plan).span == Span(Decimal(15), None)  # an excess that nothing caps


def test_two_findings_on_one_clause_are_refused() -> None:
    with pytest.raises(Rejected, match="double-entry"):
        score(plan_of([]), *[{"clause": "A1.基本", "finding": finding} for finding in ("符合", "不符合")])


def test_a_log_of_another_year_is_told_so_once_and_not_at_every_day() -> None:
    days = ["2019-03-01", "2020-04-01", "2021-05-01"]
    events = [{"clause": "A1.扣", "date": day} for day in days]
    data = {"unit": "甲", "rubric": "r", "year": 2019, "events": events}
    with pytest.raises(Rejected) as caught:
        evaluate(plan_of([DEDUCTION]), declare_log(hold_data(data, "log.yaml")).require())
    told = [(each.code, each.params.get("date")) for each in caught.value.problems]
    assert told == [("year-mismatch", None), ("date-outside-year", "2021-05-01")]


@pytest.mark.parametrize(("body", "points"), [("纪检组", 7), ("纪委", 7), ("办公室", 10), (None, 10)])
def test_only_the_named_body_verifies(body: str | None, points: int) -> None:
    rule = DEDUCTION | {"upheld_only": "true", "verified_by": "纪检组"}
    plan = plan_of([rule], bodies=[{"name": "纪检组", "also": ["纪委"]}])
    event = {"clause": "A1.扣", "status": "查实"} | ({"verified_by": body} if body else {})
    assert total(plan, event) == points


def test_a_level_without_a_price_is_listed_and_moves_nothing() -> None:
    plan = plan_of([{"id": "A1.加", "kind": "bonus", "prices": {"市级": 1, "省级": 3}}])
    card = score(plan, {"clause": "A1.加", "level": "县级"}, {"clause": "A1.加", "level": "全市"})
    assert card.total.score == 11
    assert [idle.reason.value for idle in card.ignored] == ["unpriced-level"]


def test_what_is_kept_of_entries_alike_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wuwu.log.binding._MOST_FITS", 2)
    plan = plan_of([DEDUCTION, {"id": "A1.级", "kind": "bonus", "points": 1, "from_level": "市级"}])
    binder = Binder(plan)
    for level, points in (("省级", 8), ("市级", 8), ("县级", 7), ("全市", 8)):
        log = log_of({"clause": "A1.扣"}, {"clause": "A1.级", "level": level})
        assert evaluate_bound(binder.bind(log).require()).total.score == points
        assert len(binder._fits) <= 2


def test_a_row_settled_before_is_told_by_each_log_in_its_own_words() -> None:
    """A plan is the same whatever was scored under it."""
    met, unmet, na = ({"clause": "A1.基本", "finding": word, "reason": "说明"} for word in ("符合", "不符合", "不适用"))
    other, taken = {"clause": "A1.扣", "status": "不属实"}, {"clause": "A1.扣"}
    logs = [[], [met], [unmet], [other, met], [met, other], [na], [other, unmet], [other], [met, taken], [taken], []]
    used = plan_of([DEDUCTION])
    for log in [*logs, *reversed(logs)]:
        before, afresh = score(used, *log), score(plan_of([DEDUCTION]), *log)
        assert before.total.all_lines() == afresh.total.all_lines()
        assert before[4:] == afresh[4:]
        assert (before.total.score, before.standing, before.span) == (afresh.total.score, afresh.standing, afresh.span)


def test_an_award_that_is_open_is_open_in_every_log() -> None:
    award = {"id": "A1.基本", "kind": "award", "points": 10}
    item = {"id": "A1", "points": 10, "text": "正文", "rules": [award]}
    whole = {"id": "A", "name": "项目", "points": 10, "items": [item]}
    data = {"rubric": "r", "title": "标准", "year": 2020, "points": 10, "dimensions": [whole]}
    plan = compile_document(hold_data(data, "r.yaml")).require()
    for _ in range(2):
        card = score(plan)
        assert [each.clause for each in card.unassessed] == ["A1.基本"]
        assert card.span == Span(Decimal(0), Decimal(10))
        assert total(plan, {"clause": "A1.基本", "finding": "符合"}) == 10


def test_a_kind_without_demands_of_its_own_finds_no_fault() -> None:
    rule = plan_of([DEDUCTION]).clauses["A1.扣"].declared
    assert list(rule.faults(Event(clause="A1.扣"))) == []


def test_a_task_has_no_rate() -> None:
    assert rate_of(Event(clause="A1.目标", name="一")) is None


def test_a_quota_of_members_whom_nobody_named_is_open_until_they_are_known() -> None:
    quota = {"id": "A1.次", "kind": "quota", "counted": "members", "required": 2, "points": 3}
    plan = plan_of([quota])
    card = score(plan)
    assert card.total.score == 10 - 6
    assert card.unassessed == (Unassessed("A1.次", Decimal(6)),)
    assert card.standing is Standing.PROVISIONAL
    assert card.span == Span(Decimal(4), Decimal(10))
    assert score(plan, members=["甲"]).unassessed == ()
    assert score(plan, members=["甲"]).standing is Standing.FINAL
