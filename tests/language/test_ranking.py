"""Official orders, tie-breaks and quotas of grades, and periods that are no calendar year."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.language.test_constructs import assert_sound
from wuwu.api import evaluate, log_from_data
from wuwu.diagnostics import Rejected
from wuwu.messages import LANGUAGES, Words
from wuwu.report.ranking.tables import tabulate
from wuwu.rubric.plan import Plan, compile_document
from wuwu.schema.period import read_period
from wuwu.source.yaml_reader import parse_document
from wuwu.units.ranking import GroupRanking, Ranking, rank
from wuwu.units.summary import UnitResult, describe, summarize

RUBRIC = """
rubric: mini
title: 小型评分办法
year: 2025
source: 自拟
points: 20
{head}
dimensions:
  - id: A
    name: 工作
    points: 10
    items:
      - id: A1
        points: 10
        floor: 0
        text: 按时完成工作的，计10分；迟报的，每次扣0.1分。
        rules:
          - {{id: A1.完成, kind: award, points: 10, presumed: true, quote: 按时完成工作的，计10分}}
          - id: A1.迟报
            kind: deduction
            quote: 迟报的，每次扣0.1分
            occurrence: {{each: 0.1, unit: 次}}
            examples:
              - {{given: [{{count: 3}}], scores: -0.3, item: 9.7}}
              - {{given: [{{count: 101}}], scores: -10.1, item: 0}}
  - id: B
    name: 效能
    points: 10
    items:
      - id: B1
        points: 10
        floor: 0
        text: 效能好的，计10分；缺报的，每次扣0.3分。
        rules:
          - {{id: B1.效能, kind: award, points: 10, presumed: true, quote: 效能好的，计10分}}
          - id: B1.缺报
            kind: deduction
            quote: 缺报的，每次扣0.3分
            occurrence: {{each: 0.3, unit: 次}}
            examples:
              - {{given: [{{count: 1}}], scores: -0.3, item: 9.7}}
              - {{given: [{{count: 34}}], scores: -10.2, item: 0}}
"""


def plan_of(head: str = "") -> Plan:
    return compile_document(parse_document(RUBRIC.format(head=head).encode(), "r.yaml").require()).require()


def ranking(plan: Plan, *units: tuple[str, dict[str, int]], groups: dict[str, str] | None = None) -> Ranking:
    head = describe(plan.rubric)
    cards = []
    for unit, counts in units:
        events: list[dict[str, Any]] = [{"clause": c, "date": "2025-03-01", "count": n} for c, n in counts.items() if n]
        data = {"unit": unit, "rubric": "mini", "year": 2025, "events": events}
        if groups:
            data["group"] = groups[unit]
        cards.append(summarize(evaluate(plan, log_from_data(data)), head))
    return rank(cards)


def places(group: GroupRanking) -> list[tuple[int, str]]:
    return [(each.rank, each.result.unit) for each in group.ranked]


@pytest.mark.parametrize(
    "head",
    [
        "ranking: {tie_break: [B, A]}",
        "ranking: {groups: [机关科室, 局属单位, 县区], units: [丙局, 甲局]}",
        "grades: [{name: 优秀, at_least: 19, quota: {percent: 30}}, {name: 合格, at_least: 0}]",
        "period: {from: 2024-12-01, to: 2025-11-30}",
        "period: month\nannual: {of: mean, rounding: {to: 0.01, by: half_up}}",
    ],
)
def test_orders_quotas_and_periods_are_validated_without_an_error(head: str) -> None:
    assert_sound(plan_of(head))


LATE, MISSING = ("甲局", {"A1.迟报": 3}), ("乙局", {"B1.缺报": 1})


def test_equal_totals_are_parted_by_the_scores_that_the_rubric_names() -> None:
    (group,) = ranking(plan_of(), LATE, MISSING).groups
    assert [place for place, _ in places(group)] == [1, 1]
    parted = ranking(plan_of("ranking: {tie_break: [B, A]}"), LATE, MISSING)
    assert places(parted.groups[0]) == [(1, "甲局"), (2, "乙局")]  # 效能 10 against 9.7
    for language in LANGUAGES:
        (section,) = tabulate(parted, Words(language))
        assert any("B" in note for _, notes in section.tables for note in notes)
    again = ranking(plan_of("ranking: {tie_break: [B]}"), LATE, ("丙局", {"A1.迟报": 3}))
    assert [place for place, _ in places(again.groups[0])] == [1, 1]


def test_groups_and_equal_units_stand_in_their_official_order() -> None:
    groups = {"科室一": "机关科室", "县区一": "县区", "单位一": "局属单位"}
    units: list[tuple[str, dict[str, int]]] = [(unit, {}) for unit in groups]
    plain = ranking(plan_of(), *units, groups=groups)
    assert [group.group for group in plain.groups] == sorted(groups.values())
    ordered = ranking(plan_of("ranking: {groups: [机关科室, 局属单位, 县区]}"), *units, groups=groups)
    assert [group.group for group in ordered.groups] == ["机关科室", "局属单位", "县区"]
    named = ranking(plan_of("ranking: {units: [丙局, 甲局]}"), ("甲局", {}), ("乙局", {}), ("丙局", {}))
    assert [unit for _, unit in places(named.groups[0])] == ["丙局", "甲局", "乙局"]


GRADES = "grades:\n  - {name: 优秀, at_least: 19, quota: {percent: 40}}\n  - {name: 良好, at_least: 15}\n  - {name: 合格, at_least: 0}"


def awarded(group: GroupRanking) -> list[tuple[str, str | None, str | None]]:
    return [(each.result.unit, each.awarded_grade, each.grade_reason) for each in group.ranked]


def test_a_quota_of_a_grade_is_settled_by_the_ranking() -> None:
    units = [(f"单位{at}", {"A1.迟报": at}) for at in range(5)]  # 20, 19.9, … all of them 优秀 by their points
    (group,) = ranking(plan_of(GRADES), *units).groups
    assert awarded(group) == [
        ("单位0", "优秀", "own"),
        ("单位1", "优秀", "own"),
        ("单位2", "良好", "quota"),
        ("单位3", "良好", "quota"),
        ("单位4", "良好", "quota"),
    ]
    assert {each.result.grade for each in group.ranked} == {"优秀"}


def test_a_tie_in_which_the_quota_ends_stays_together_and_is_said() -> None:
    units = [
        ("甲", {}),
        ("乙", {"A1.迟报": 1}),
        ("丙", {"A1.迟报": 1}),
        ("丁", {"A1.迟报": 2}),
        ("戊", {"A1.迟报": 90}),
    ]
    whole = ranking(plan_of(GRADES), *units)
    assert awarded(whole.groups[0])[:4] == [
        ("甲", "优秀", "own"),
        ("丙", "优秀", "own"),
        ("乙", "优秀", "tied-at-quota"),
        ("丁", "良好", "quota"),
    ]
    (section,) = tabulate(whole, Words("zh"))
    notes = [note for _, some in section.tables for note in some]
    assert (
        "“优秀”不超过参评单位的40%：名额止于并列的单位，其中1个超出名额，一并列入，由考核办决定；另有1个评为下一等次。"
        in notes
    )


@pytest.mark.parametrize(
    ("percent", "by", "first"), [("30", "down", 1), ("30", "half_up", 2), ("30", "up", 2), ("10", "down", 0)]
)
def test_a_broken_number_of_units_is_rounded_as_named(percent: str, by: str, first: int) -> None:
    head = GRADES.replace("percent: 40", f"percent: {percent}, by: {by}")
    (group,) = ranking(plan_of(head), *[(f"单位{at}", {"A1.迟报": at}) for at in range(5)]).groups
    assert [each.awarded_grade for each in group.ranked].count("优秀") == first


# --- periods -----------------------------------------------------------------------------------------------------


def score(plan: Plan, day: str, **head: Any) -> Decimal:
    data = {"unit": "甲局", "rubric": "mini", "year": 2025, "events": [{"clause": "A1.迟报", "date": day}], **head}
    return evaluate(plan, log_from_data(data)).total.score


def test_a_year_that_is_no_calendar_year() -> None:
    plan = plan_of("period: {from: 2024-12-01, to: 2025-11-30}")
    assert score(plan, "2024-12-15") == Decimal("19.9")
    with pytest.raises(Rejected, match="date-outside-period"):
        score(plan, "2025-12-15")


@pytest.mark.parametrize(
    ("cycle", "period", "inside", "outside"),
    [
        ("month", "2025-03", "2025-03-31", "2025-04-01"),
        ("quarter", "2025-Q1", "2025-03-31", "2025-04-01"),
        ("half", "2025-H2", "2025-07-01", "2025-06-30"),
        ("term", {"from": "2025-09-01", "to": "2026-01-15"}, "2026-01-15", "2026-01-16"),
        ("year", "2025", "2025-12-31", "2024-12-31"),
    ],
)
def test_a_log_says_which_period_it_is_about(cycle: str, period: Any, inside: str, outside: str) -> None:
    plan = plan_of(f"period: {cycle}")
    assert score(plan, inside, period=period) == Decimal("19.9")
    with pytest.raises(Rejected, match="date-outside"):
        score(plan, outside, period=period)


@pytest.mark.parametrize(
    ("cycle", "head", "code"),
    [
        ("month", {}, "missing-period"),
        ("month", {"period": "2025-Q1"}, "unfit-period"),
        ("quarter", {"period": "2024-Q1"}, "unfit-period"),
        ("year", {"period": "2025-03"}, "unfit-period"),
        ("month", {"period": "三月"}, "not-a-period"),
        ("term", {"period": {"from": "2025-09-01", "to": "2025-08-01"}}, "not-a-period"),
        ("{from: 2024-12-01, to: 2025-11-30}", {"period": "2025-03"}, "unfit-period"),
    ],
)
def test_a_period_that_is_missing_or_another_one(cycle: str, head: dict[str, Any], code: str) -> None:
    with pytest.raises(Rejected, match=code):
        score(plan_of(f"period: {cycle}"), "2025-03-01", **head)


def test_periods_of_a_unit_are_several_results() -> None:
    plan = plan_of("period: month")
    head = describe(plan.rubric)
    cards = [
        evaluate(plan, log_from_data({"unit": unit, "rubric": "mini", "year": 2025, "period": period, "events": []}))
        for unit in ("甲局", "乙局")
        for period in ("2025-02", "2025-01")
    ]
    groups = rank([summarize(card, head) for card in cards]).groups
    assert [group.period.label for group in groups if group.period] == ["2025-01", "2025-02"]
    assert all(len(group.ranked) == 2 for group in groups)


# --- a year made of its periods ----------------------------------------------------------------------------------


def year_of(annual: str, months: dict[str, int], cycle: str = "quarter") -> Any:
    """What a unit's periods come to, each with so many late reports."""
    plan = plan_of(f"period: {cycle}\nannual: {annual}")
    (group,) = rank(periods_of(plan, "甲局", months)).annuals
    (unit,) = group.units
    return unit


def periods_of(plan: Plan, unit: str, months: dict[str, int]) -> list[UnitResult]:
    """The result of each period of a unit, with so many late reports."""
    head = describe(plan.rubric)
    results = []
    for period, late in months.items():
        first = read_period(period).first.isoformat()
        events = [{"clause": "A1.迟报", "date": first, "count": late}] if late else []
        data = {"unit": unit, "rubric": "mini", "year": 2025, "period": period, "events": events}
        results.append(summarize(evaluate(plan, log_from_data(data)), head))
    return results


FOUR = {"2025-Q1": 0, "2025-Q2": 10, "2025-Q3": 20, "2025-Q4": 10}  # 20, 19, 18, 19


@pytest.mark.parametrize(
    ("annual", "score"),
    [
        ("{of: mean, rounding: {to: 0.01, by: half_up}}", "19"),
        ("{of: sum}", "76"),
        ("{of: weights, weights: {Q1: 0.1, Q2: 0.2, Q3: 0.3, Q4: 0.4}}", "18.8"),  # 2 + 3.8 + 5.4 + 7.6
    ],
)
def test_a_year_is_the_mean_the_sum_or_by_weights(annual: str, score: str) -> None:
    unit = year_of(annual, FOUR)
    assert (unit.score, unit.missing, unit.rank) == (Decimal(score), (), 1)


def test_units_of_one_score_share_a_rank_of_the_year_as_of_a_period() -> None:
    plan = plan_of("period: quarter\nannual: {of: sum, missing: left_out}\nranking: {units: [丁局, 乙局, 甲局]}")
    late = {"甲局": 0, "乙局": 10, "丙局": 20, "丁局": 10}  # 20, 19, 18, 19
    results = [result for unit, often in late.items() for result in periods_of(plan, unit, {"2025-Q1": often})]
    for ties, last in (("competition", 4), ("dense", 3)):
        (group,) = rank(results, ties=ties).annuals  # type: ignore[arg-type]
        assert [(each.unit, each.rank) for each in group.units] == [
            ("甲局", 1),
            ("丁局", 2),
            ("乙局", 2),
            ("丙局", last),
        ]


def test_months_make_quarters_and_quarters_the_year() -> None:
    # January to March: 20, 19, 18 is 19; April: 17.5 alone; (19 + 17.5) / 2
    late = {"2025-01": 0, "2025-02": 10, "2025-03": 20, "2025-04": 25}
    rounded = "missing: left_out, rounding: {to: 0.01, by: half_up}"
    unit = year_of(f"{{of: mean, through: quarter, {rounded}}}", late, "month")
    assert dict(unit.stages) == {"2025-Q1": 19, "2025-Q2": Decimal("17.5"), "2025-Q3": None, "2025-Q4": None}
    assert unit.score == Decimal("18.25")
    assert year_of(f"{{of: mean, {rounded}}}", late, "month").score == Decimal("18.63")  # by months: 74.5 / 4
    summed = year_of("{of: sum, through: half, missing: left_out}", late, "month")
    assert (dict(summed.stages), summed.score) == ({"2025-H1": Decimal("74.5"), "2025-H2": None}, Decimal("74.5"))
    strict = year_of("{of: mean, through: quarter, rounding: {to: 0.01, by: half_up}}", late, "month")
    assert (dict(strict.stages)["2025-Q1"], dict(strict.stages)["2025-Q2"], strict.score) == (19, None, None)


def test_a_missing_period_is_an_error_or_left_out_as_the_rubric_says() -> None:
    three = {period: late for period, late in FOUR.items() if period != "2025-Q4"}
    strict = year_of("{of: mean, rounding: {to: 0.01, by: half_up}}", three)
    assert (strict.score, strict.missing, strict.rank) == (None, ("2025-Q4",), None)
    lenient = year_of("{of: mean, missing: left_out, rounding: {to: 0.01, by: half_up}}", three)
    assert lenient.score == 19
    weights = "{of: weights, weights: {Q1: 0.1, Q2: 0.2, Q3: 0.3, Q4: 0.4}, missing: left_out, rounding: {to: 0.01, by: half_up}}"
    assert year_of(weights, three).score == Decimal("18.67")  # (2 + 3.8 + 5.4) / 0.6
