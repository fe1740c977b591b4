"""What official texts say and the two tables of 2018 do not: each a small rubric, written as its text says, and what it scores.

The points beside each log are worked out by hand from the text.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from wuwu.api import evaluate, log_from_data
from wuwu.checks import check_rubric
from wuwu.diagnostics import Rejected, Severity
from wuwu.messages import LANGUAGES, Words
from wuwu.report.explanation import explain
from wuwu.report.sentences import line_sentence
from wuwu.rubric.plan import Plan, compile_document
from wuwu.scoring.scorecard import Scorecard
from wuwu.source.yaml_reader import parse_document

Entry = dict[str, Any]

HEAD = """
rubric: mini
title: 小型评分办法
year: 2025
source: 自拟
points: {points}
levels: [{{name: 县级}}, {{name: 市级}}, {{name: 省级}}]
"""


def plan_of(text: str) -> Plan:
    return compile_document(parse_document(text.encode(), "rubric.yaml").require()).require()


def row_plan(row: str, points: int = 10, **head: str) -> Plan:
    """A rubric of one row; `head`: what else stands at the top."""
    more = "".join(f"{name}: {value}\n" for name, value in head.items())
    indented = "\n".join(f"        {line}" for line in row.strip("\n").splitlines())
    body = f"dimensions:\n  - id: A\n    name: 工作\n    points: {points}\n    items:\n      - id: A1\n{indented}\n"
    return plan_of(HEAD.format(points=points) + more + body)


def score(plan: Plan, *entries: str, members: str = "") -> Scorecard:
    text = "\n".join(f"  - {{{entry}}}" for entry in entries)
    head = f"unit: 甲局\nrubric: mini\nyear: 2025\n{members}\nevents:\n{text if entries else '  []'}\n"
    data = parse_document(head.encode(), "log.yaml").require().data
    return evaluate(plan, log_from_data(data, "log.yaml"))


def total(plan: Plan, *entries: str, **more: str) -> Decimal:
    return score(plan, *entries, **more).total.score


def span(plan: Plan, *entries: str) -> tuple[object, ...]:
    """The lowest and the highest score that is left open."""
    return tuple(score(plan, *entries).span[:2])


def assert_sound(plan: Plan) -> None:
    """Validated without an error, and told whole in both languages."""
    errors = [(each.code, dict(each.params)) for each in check_rubric(plan).problems if each.severity is Severity.ERROR]
    assert errors == []
    for language in LANGUAGES:
        assert explain(plan, None, Words(language), full=True)


def said(card: Scorecard, rule: str) -> list[str]:
    events = card.bound.log.events
    lines = [line for line in card.total.all_lines() if line.rule == rule]
    for line in lines:
        assert line_sentence(line, events, Words("en"))
    return [line_sentence(line._replace(events=()), events, Words("zh")) for line in lines]


# --- 1: base points that are not all or nothing ------------------------------------------------------------------

GRADED = row_plan("""
points: 10
text: 工作完成好的计10分、较好8分、一般5分、差0分。
rules:
  - id: A1.完成
    kind: award
    points: 10
    quote: 工作完成好的计10分、较好8分、一般5分、差0分
    word: {points: {好: 10, 较好: 8, 一般: 5, 差: 0}}
    examples:
      - {given: [{level: 好}], scores: 10}
      - {given: [{level: 较好}], scores: 8}
      - {given: [{level: 一般}], scores: 5}
      - {given: [{level: 差}], scores: 0}
      - {given: [], unassessed: true, scores: 0}
""")


def test_a_finding_in_words() -> None:
    assert_sound(GRADED)
    assert total(GRADED, "clause: A1.完成, level: 较好") == 8
    card = score(GRADED)
    assert card.total.score == 0
    assert [card.span.low, card.span.high] == [0, 10]
    assert [each.clause for each in card.unassessed] == ["A1.完成"]
    assert total(GRADED, "clause: A1.完成, finding: 不适用, reason: 新设") == 10
    assert said(score(GRADED, "clause: A1.完成, level: 一般"), "A1.完成") == ["A1.完成：评为“一般”，计5分"]


BY_BAND = row_plan("""
points: 10
floor: 0
text: 群众满意度在90%以上的计10分，在80%以上的计8分，在70%以上的计6分；70%以下的不计分。
measures:
  - {id: A1.满意度, figure: share, quote: 群众满意度, expected: true}
rules:
  - id: A1.分档
    kind: award
    points: 10
    band: {of: A1.满意度, bands: [{at_least: 90, points: 10}, {at_least: 80, points: 8}, {at_least: 70, points: 6}]}
    quote: [在90%以上的计10分，在80%以上的计8分，在70%以上的计6分, 70%以下的不计分]
    examples:
      - {given: [{clause: A1.满意度, value: 90}], scores: 10, item: 10}
      - {given: [{clause: A1.满意度, value: 80}], scores: 8, item: 8}
      - {given: [{clause: A1.满意度, value: 70}], scores: 6, item: 6}
      - {given: [{clause: A1.满意度, value: 69.9}], scores: 0, item: 0}
      - {given: [], unassessed: true, scores: 0}
""")


@pytest.mark.parametrize(("rate", "points"), [("100", 10), ("90", 10), ("89.9", 8), ("80", 8), ("79", 6), ("0", 0)])
def test_base_points_by_band(rate: str, points: int) -> None:
    assert_sound(BY_BAND)
    assert total(BY_BAND, f"clause: A1.满意度, value: {rate}") == points


def test_a_missing_figure_of_an_award_may_bring_nothing_or_all() -> None:
    card = score(BY_BAND)
    assert card.total.score == 0
    assert [card.span.low, card.span.high] == [0, 10]
    assert [each.clause for each in card.unassessed] == ["A1.满意度"]


LOWER_IS_BETTER = row_plan("""
points: 10
floor: 0
text: 投诉率不超过1%的，计10分；超过1%但不超过2%的，计6分；超过2%的，不计分。
measures:
  - {id: A1.投诉率, figure: share, quote: 投诉率, expected: true}
rules:
  - id: A1.低投诉
    kind: award
    points: 10
    band: {of: A1.投诉率, bands: [{at_most: 1, points: 10}, {at_most: 2, points: 6}]}
    quote: [不超过1%的，计10分, 超过1%但不超过2%的，计6分, 超过2%的，不计分]
    examples:
      - {given: [{clause: A1.投诉率, value: 1}], scores: 10}
      - {given: [{clause: A1.投诉率, value: 2}], scores: 6}
      - {given: [{clause: A1.投诉率, value: 2.01}], scores: 0}
""")


@pytest.mark.parametrize(("rate", "points"), [("0", 10), ("1", 10), ("1.01", 6), ("2", 6), ("2.01", 0)])
def test_lower_is_better(rate: str, points: int) -> None:
    assert_sound(LOWER_IS_BETTER)
    assert total(LOWER_IS_BETTER, f"clause: A1.投诉率, value: {rate}") == points


def test_bands_beside_each_other_say_the_same() -> None:
    beside = row_plan("""
points: 10
text: 投诉率不超过1%的，计10分；超过1%但不超过2%的，计6分。
measures:
  - {id: A1.投诉率, figure: share, quote: 投诉率}
rules:
  - id: A1.低投诉
    kind: award
    points: 10
    band: {of: A1.投诉率, bands: [{at_most: 1, points: 10}, {above: 1, at_most: 2, points: 6}]}
    quote: [不超过1%的，计10分, 超过1%但不超过2%的，计6分]
    examples:
      - {given: [{clause: A1.投诉率, value: 1}], scores: 10}
""")
    assert_sound(beside)
    for rate in ("0", "1", "1.5", "2", "3"):
        entry = f"clause: A1.投诉率, value: {rate}"
        assert total(beside, entry) == total(LOWER_IS_BETTER, entry)


BY_JUDGEMENT = row_plan("""
points: 20
text: 由分管领导评价0至20分。
rules:
  - id: A1.评价
    kind: award
    points: 20
    judged: {}
    quote: 由分管领导评价0至20分
    examples:
      - {given: [{points: 17.5, reason: 全面完成, decided_by: 分管领导}], scores: 17.5}
      - {given: [{points: 20, reason: 全面完成, decided_by: 分管领导}], scores: 20}
      - {given: [{points: 21, reason: 全面完成, decided_by: 分管领导}], refused: amount-outside}
      - {given: [], unassessed: true, scores: 0}
""", points=20)  # fmt: skip


def test_points_that_a_leader_gives() -> None:
    assert_sound(BY_JUDGEMENT)
    assert total(BY_JUDGEMENT, "clause: A1.评价, points: 0, reason: 未开展, decided_by: 分管领导") == 0
    assert span(BY_JUDGEMENT) == (0, 20)


IN_PROPORTION = row_plan("""
points: 30
text: 得分=任务完成率×30，四舍五入到0.01分。
measures:
  - {id: A1.完成率, figure: share, quote: 任务完成率, expected: true}
rules:
  - id: A1.完成
    kind: award
    points: 30
    proportion: {of: A1.完成率, full: 100, rounding: {to: 0.01, by: half_up}}
    quote: [得分=, ×30，四舍五入到0.01分]
    examples:
      - {given: [{clause: A1.完成率, value: 95}], scores: 28.5}
      - {given: [{clause: A1.完成率, value: 100}], scores: 30}
      - {given: [{clause: A1.完成率, value: 0}], scores: 0}
""", points=30)  # fmt: skip


def test_points_in_proportion() -> None:
    assert_sound(IN_PROPORTION)
    assert total(IN_PROPORTION, "clause: A1.完成率, value: 97.25") == Decimal("29.18")  # 29.175
    assert span(IN_PROPORTION) == (0, 30)


UP_TO_THE_POINTS = row_plan("""
points: 10
text: 开展专项活动，每项计2分，计满10分为止。
rules:
  - id: A1.活动
    kind: award
    points: 10
    occurrence: {each: 2, unit: 项}
    quote: 开展专项活动，每项计2分，计满10分为止
    examples:
      - {given: [{count: 3}], scores: 6}
      - {given: [{count: 5}], scores: 10}
      - {given: [{count: 6}], scores: 10}
""")


def test_so_much_each_up_to_the_points_of_the_row() -> None:
    assert_sound(UP_TO_THE_POINTS)
    assert total(UP_TO_THE_POINTS) == 0
    assert score(UP_TO_THE_POINTS).unassessed == ()
    assert total(UP_TO_THE_POINTS, "clause: A1.活动, date: 2025-03-01, count: 4") == 8
    assert total(UP_TO_THE_POINTS, "clause: A1.活动, date: 2025-03-01, count: 7") == 10


# --- 2 and 3: steps of any figure, from any threshold ------------------------------------------------------------

STEPS = row_plan("""
points: 10
floor: 0
text: 抽检规范，计10分；每低于96%一个百分点扣0.5分；低于90%的，每低1个百分点扣1分。收入超过1000元的，每超100元加1分；连续值守每满3天加1分。
measures:
  - {id: A1.合格率, figure: share, quote: 抽检, expected: true}
  - {id: A1.收入, figure: amount, unit: 元, quote: 收入}
  - {id: A1.值守, figure: amount, unit: 天, several: sum, quote: 连续值守}
rules:
  - {id: A1.规范, kind: award, points: 10, presumed: true, quote: 规范，计10分}
  - id: A1.不足
    kind: deduction
    step: {of: A1.合格率, below: 96, until: 90, size: 1, each: 0.5}
    quote: 每低于96%一个百分点扣0.5分
    examples:
      - {given: [{clause: A1.合格率, value: 94}], scores: -1}
      - {given: [{clause: A1.合格率, value: 94.5}], scores: -0.5}
      - {given: [{clause: A1.合格率, value: 80}], scores: -3}
  - id: A1.严重不足
    kind: deduction
    step: {of: A1.合格率, below: 90, size: 1, each: 1}
    quote: 低于90%的，每低1个百分点扣1分
    examples:
      - {given: [{clause: A1.合格率, value: 88}], scores: -2}
      - {given: [{clause: A1.合格率, value: 88.5}], scores: -1}
      - {given: [{clause: A1.合格率, value: 80}], scores: -10, item: 0}
  - id: A1.增收
    kind: bonus
    step: {of: A1.收入, above: 1000, size: 100, each: 1}
    quote: 超过1000元的，每超100元加1分
    examples:
      - {given: [{clause: A1.收入, value: 1250}], scores: 2}
      - {given: [{clause: A1.收入, value: 1300}], scores: 3}
  - id: A1.连续值守
    kind: bonus
    step: {of: A1.值守, above: 0, size: 3, each: 1}
    quote: 每满3天加1分
    examples:
      - {given: [{clause: A1.值守, value: 8}], scores: 2}
      - {given: [{clause: A1.值守, value: 9}], scores: 3}
""")


def test_steps_from_any_threshold_and_a_second_price() -> None:
    assert_sound(STEPS)
    # 96 to 90: 6 × 0.5; 90 to 87: 3 × 1
    assert total(STEPS, "clause: A1.合格率, value: 87") == 10 - 3 - 3
    assert total(STEPS, "clause: A1.收入, value: 1250") == 12
    days = ("clause: A1.值守, value: 4, name: 一月", "clause: A1.值守, value: 4, name: 二月")
    assert total(STEPS, *days) == 12  # 8 days, twice 3
    assert said(score(STEPS, "clause: A1.合格率, value: 94"), "A1.不足") == [
        "A1.不足：“A1.合格率”94%，扣1分：比96%每少1个百分点扣0.5分，不足1个的不计"
    ]
    assert said(score(STEPS, "clause: A1.收入, value: 1250"), "A1.增收") == [
        "A1.增收：“A1.收入”1250元，加2分：比1000元每多100元加1分，不足100元的不计"
    ]


def test_the_range_of_a_missing_figure_that_two_rules_look_at() -> None:
    assert span(STEPS) == (0, 10)


# --- raters, sums, means -----------------------------------------------------------------------------------------

RATERS = row_plan("""
points: 10
floor: 0
text: 由考核组成员打分，去掉一个最高分和一个最低分后取平均分，计10分，四舍五入到0.01分。
rules:
  - id: A1.打分
    kind: award
    points: 10
    judged: {several: trimmed, rounding: {to: 0.01, by: half_up}}
    quote: 由考核组成员打分，去掉一个最高分和一个最低分后取平均分，计10分，四舍五入到0.01分
    examples:
      - given:
          - {points: 6, decided_by: 甲}
          - {points: 8, decided_by: 乙}
          - {points: 9, decided_by: 丙}
          - {points: 10, decided_by: 丁}
        scores: 8.5
      - {given: [{points: 11, decided_by: 甲}], refused: amount-outside}
""")


def test_raters_without_the_highest_and_the_lowest() -> None:
    assert_sound(RATERS)

    def rated(*points: str) -> Scorecard:
        return score(
            RATERS, *(f"clause: A1.打分, points: {each}, decided_by: 评委{at}" for at, each in enumerate(points))
        )

    assert rated("6", "8", "9", "10").total.score == Decimal("8.5")
    assert rated("6", "7", "7.5", "8", "10").total.score == Decimal("7.5")
    assert rated("9", "9", "9.5", "8", "7.5").total.score == Decimal("8.67")  # (9 + 9 + 8) / 3
    few = rated("8", "9")
    assert few.total.score == 0
    assert [each.clause for each in few.unassessed] == ["A1.打分"]
    assert said(rated("6", "8", "9", "10"), "A1.打分") == ["A1.打分：4人评分去掉最高最低后平均，得8.5分（6、8、9、10）"]


def test_two_amounts_of_one_rater_are_one_too_many() -> None:
    entries = [f"clause: A1.打分, points: 8, decided_by: {name}" for name in ("张三", "李四", "张三")]
    with pytest.raises(Rejected) as caught:
        score(RATERS, *entries)
    (problem,) = caught.value.problems
    assert (problem.code, "“张三”" in problem.message("zh")) == ("double-entry", True)


MEANS = row_plan("""
points: 10
text: 各抽查点平均得分折算，计10分，四舍五入到0.1分。
measures:
  - {id: A1.抽查, figure: amount, several: mean, at_most: 100, quote: 各抽查点}
rules:
  - id: A1.得分
    kind: award
    points: 10
    proportion: {of: A1.抽查, full: 100, rounding: {to: 0.1, by: half_up}}
    quote: 平均得分折算，计10分，四舍五入到0.1分
    examples:
      - {given: [{clause: A1.抽查, value: 80, name: 一}, {clause: A1.抽查, value: 90, name: 二}], scores: 8.5}
      - {given: [{clause: A1.抽查, value: 100, name: 一}], scores: 10}
""")


def test_the_mean_of_several_figures_stays_a_fraction_to_the_end() -> None:
    assert_sound(MEANS)
    points = [
        f"clause: A1.抽查, value: {value}, name: {name}" for value, name in (("85", "甲"), ("84", "乙"), ("84", "丙"))
    ]
    assert total(MEANS, *points) == Decimal("8.4")  # 84.33
    # one person may look at several places, and several people at one
    assert total(MEANS, *(f"{point}, decided_by: 张三" for point in points)) == Decimal("8.4")
    people = [
        f"clause: A1.抽查, value: {value}, name: 甲, decided_by: {who}" for value, who in (("80", "乙"), ("90", "丙"))
    ]
    assert total(MEANS, *people) == Decimal("8.5")
    with pytest.raises(Rejected, match="double-entry"):
        score(MEANS, people[0], people[0])
    assert span(MEANS) == (0, 10)


# --- 4: conditions on counts, prices one after the other ---------------------------------------------------------

ESCALATION = row_plan("""
points: 10
floor: 0
text: 按时完成工作的，计10分；迟报的，第一次扣0.5分，第二次扣1分，第三次起每次扣2分，扣完为止；全年迟报5次以上的，该项不计分。
rules:
  - {id: A1.完成, kind: award, quote: 按时完成工作的，计10分, points: 10, presumed: true}
  - id: A1.迟报
    kind: deduction
    quote: 迟报的，第一次扣0.5分，第二次扣1分，第三次起每次扣2分，扣完为止
    occurrence: {each: [0.5, 1, 2], unit: 次}
    examples:
      - {given: [{count: 1}], scores: -0.5, item: 9.5}
      - {given: [{count: 2}], scores: -1.5, item: 8.5}
      - {given: [{count: 4}], scores: -5.5, item: 4.5}
      - {given: [{count: 7}], scores: -11.5, item: 0}
  - id: A1.迟报过多
    kind: zero
    quote: 全年迟报5次以上的，该项不计分
    zeroes: item
    when: [{measure: A1.迟报, at_least: 5}]
    examples:
      - {given: [{clause: A1.迟报, count: 5}], scores: -2.5, item: 0}
      - {given: [{clause: A1.迟报, count: 4}], scores: 0, item: 4.5}
""")


@pytest.mark.parametrize(
    ("times", "points"), [(0, "10"), (1, "9.5"), (2, "8.5"), (3, "6.5"), (4, "4.5"), (5, "0"), (9, "0")]
)
def test_the_first_the_second_and_every_further_one(times: int, points: str) -> None:
    assert_sound(ESCALATION)
    entries = [f"clause: A1.迟报, date: 2025-0{at}-05" for at in range(1, times + 1)]
    assert total(ESCALATION, *entries) == Decimal(points)


def test_each_price_is_told() -> None:
    card = score(ESCALATION, "clause: A1.迟报, date: 2025-01-05, count: 4")
    assert said(card, "A1.迟报") == ["A1.迟报：扣5.5分：第1次 1次 × 0.5分 + 第2次 1次 × 1分 + 第3次 2次 × 2分"]
    void = score(ESCALATION, "clause: A1.迟报, date: 2025-01-05, count: 5")
    assert said(void, "A1.迟报过多") == ["A1.迟报过多：“A1.迟报”为5次，达到5次，本行不计分，已得的2.5分核减"]


PER_TWO = row_plan("""
points: 10
floor: 0
text: 按时完成工作的，计10分；迟报的，每两次扣1分；投诉超过三件的，每超一件扣0.5分。
rules:
  - {id: A1.完成, kind: award, quote: 按时完成工作的，计10分, points: 10, presumed: true}
  - id: A1.迟报
    kind: deduction
    quote: 迟报的，每两次扣1分
    step: {size: 2, each: 1, unit: 次}
    examples:
      - {given: [{count: 1}], scores: 0, item: 10}
      - {given: [{count: 2}], scores: -1}
      - {given: [{count: 5}], scores: -2, item: 8}
      - {given: [{count: 22}], scores: -11, item: 0}
  - id: A1.投诉
    kind: deduction
    quote: 投诉超过三件的，每超一件扣0.5分
    step: {above: 3, each: 0.5, unit: 件}
    examples:
      - {given: [{count: 3}], scores: 0, item: 10}
      - {given: [{count: 5}], scores: -1, item: 9}
      - {given: [{count: 24}], scores: -10.5, item: 0}
""")


def test_every_two_and_what_passes_three() -> None:
    assert_sound(PER_TWO)
    assert total(PER_TWO, "clause: A1.迟报, date: 2025-02-01, count: 3") == 9
    assert total(PER_TWO, "clause: A1.投诉, date: 2025-02-01, count: 4") == Decimal("9.5")
    pending = "clause: A1.投诉, date: 2025-02-01, count: 4, status: 待查"
    assert span(PER_TWO, pending) == (Decimal("9.5"), 10)


# --- 5: caps -----------------------------------------------------------------------------------------------------

CAPPED = row_plan("""
points: 10
floor: 0
text: 按时完成工作的，计10分；受到市级、省级通报批评的，每次分别扣1分、2分，累计扣分不超过3分。
rules:
  - {id: A1.完成, kind: award, quote: 按时完成工作的，计10分, points: 10, presumed: true}
  - id: A1.通报
    kind: deduction
    quote: 受到市级、省级通报批评的，每次分别扣1分、2分，累计扣分不超过3分
    word: {each: {市级: 1, 省级: 2}, unit: 次}
    cap: 3
    examples:
      - {given: [{level: 省级}], scores: -2, item: 8}
      - {given: [{level: 市级}], scores: -1}
      - {given: [{level: 县级}], scores: 0}
      - {given: [{level: 省级, count: 2}], scores: -3, item: 7}
""")


def test_a_deduction_has_a_cap_of_its_own() -> None:
    assert_sound(CAPPED)
    assert total(CAPPED, "clause: A1.通报, date: 2025-02-01, level: 省级, count: 2") == 7


MONTHLY = row_plan("""
points: 10
floor: 0
text: 出勤良好的，计10分；迟到的，每次扣1分，每月最多扣2分。
rules:
  - {id: A1.出勤, kind: award, quote: 出勤良好的，计10分, points: 10, presumed: true}
  - id: A1.迟到
    kind: deduction
    quote: 迟到的，每次扣1分，每月最多扣2分
    occurrence: {each: 1, unit: 次, monthly_cap: 2}
    examples:
      - {given: [{count: 2}], scores: -2}
      - {given: [{count: 3}], scores: -2}
      - given: [{date: 2025-01-02, count: 2}, {date: 2025-02-02, count: 2}, {date: 2025-03-02, count: 2},
                {date: 2025-04-02, count: 2}, {date: 2025-05-02, count: 2}, {date: 2025-06-02, count: 2}]
        scores: -12
        item: 0
""")


def test_at_most_so_much_a_month() -> None:
    assert_sound(MONTHLY)
    card = score(MONTHLY, "clause: A1.迟到, date: 2025-03-01, count: 3", "clause: A1.迟到, date: 2025-04-01")
    assert card.total.score == 7
    assert said(card, "A1.迟到") == [
        "A1.迟到：扣4分：4次 × 1分",
        "A1.迟到（每月上限）：每月以2分为限，3月超出，不再扣1分",
    ]


def two_rows(limits: str) -> Plan:
    return plan_of(
        HEAD.format(points=10)
        + limits
        + """
dimensions:
  - id: A
    name: 工作
    points: 10
    items:
      - id: A1
        points: 10
        floor: 0
        text: 按时完成工作的，计10分；受表扬的，每次加3分。
        rules:
          - {id: A1.完成, kind: award, quote: 按时完成工作的，计10分, points: 10, presumed: true}
          - id: A1.表扬
            kind: bonus
            quote: 受表扬的，每次加3分
            occurrence: {each: 3, unit: 次}
            examples:
              - {given: [{count: 1}], scores: 3, item: 13}
              - {given: [{count: 2}], scores: 6, item: 16}
      - id: A2
        text: 经验被推广的，每次加4分。各类加分合计不超过5分。
        rules:
          - id: A2.推广
            kind: bonus
            quote: 经验被推广的，每次加4分。各类加分合计不超过5分
            occurrence: {each: 4, unit: 次}
            examples:
              - {given: [{count: 1}], scores: 4, item: 4}
              - {given: [{count: 2}], scores: 8, item: 8}
"""
    )


@pytest.mark.parametrize("of", ["[A1.表扬, A2.推广]", "[A1, A2]", "[A]", "[mini]"])
def test_bonuses_of_several_rows_under_one_cap(of: str) -> None:
    plan = two_rows(f"limits:\n  - {{id: 加分合计, kind: bonus, of: {of}, cap: 5}}\n")
    assert_sound(plan)
    assert total(plan, "clause: A1.表扬, date: 2025-02-01") == 13
    card = score(plan, "clause: A1.表扬, date: 2025-02-01", "clause: A2.推广, date: 2025-02-01")
    assert card.total.score == 15  # 10 + 3 + 4, of which 5 count
    assert said(card, "加分合计") == ["加分合计（上限）：累计7分，以5分为限，减去2分"]


# --- 6: one affair under several clauses -------------------------------------------------------------------------

AFFAIRS = row_plan("""
points: 10
floor: 0
text: 服务规范，计10分；被投诉的，每件扣1分；被通报的，每次扣3分；同一事项只按最高的扣。
rules:
  - {id: A1.规范, kind: award, quote: 服务规范，计10分, points: 10, presumed: true}
  - id: A1.投诉
    kind: deduction
    quote: 被投诉的，每件扣1分
    occurrence: {each: 1, unit: 件}
    examples:
      - {given: [{count: 2}], scores: -2}
      - {given: [{count: 11}], scores: -11, item: 0}
  - id: A1.通报
    kind: deduction
    quote: 被通报的，每次扣3分；同一事项只按最高的扣
    occurrence: {each: 3, unit: 次}
    examples:
      - {given: [{case: 甲案}, {clause: A1.投诉, case: 甲案}], scores: -3, item: 7}
      - {given: [{count: 4}], scores: -12, item: 0}
""", limits="[{id: 同一事项, kind: deduction, of: [A1], highest: case}]")  # fmt: skip


def test_of_one_affair_under_two_clauses_the_heavier_counts() -> None:
    assert_sound(AFFAIRS)
    complaint, notice = "clause: A1.投诉, date: 2025-02-01, case: 甲案", "clause: A1.通报, date: 2025-03-01, case: 甲案"
    assert total(AFFAIRS, complaint) == 9
    card = score(AFFAIRS, complaint, notice)
    assert card.total.score == 7
    assert said(card, "A1.投诉") == [
        "A1.投诉：扣1分：1件 × 1分",
        "A1.投诉（同一事项）：同一事项在几个条款之间只计最重的，这里的 1件 × 1分 不计，不再扣1分",
    ]
    assert total(AFFAIRS, complaint, notice.replace("甲案", "乙案")) == 6


# --- 7 and 8: judged amounts, factors ----------------------------------------------------------------------------

JUDGED = row_plan("""
points: 10
floor: 0
text: 工作落实的，计10分；落实不力的，酌情扣1－3分，隐瞒不报的加倍；有创新的，酌情加1－5分。弄虚作假的，每次扣2分，主动纠正的减半。
rules:
  - {id: A1.落实, kind: award, quote: 工作落实的，计10分, points: 10, presumed: true}
  - id: A1.不力
    kind: deduction
    quote: 落实不力的，酌情扣1－3分，隐瞒不报的加倍
    judged: {at_least: 1, at_most: 3}
    examples:
      - {given: [{points: 2, reason: 推诿, decided_by: 考核办}], scores: -2}
      - {given: [{points: 1, reason: 推诿, decided_by: 考核办}], scores: -1}
      - {given: [{points: 3, reason: 推诿, decided_by: 考核办}], scores: -3}
      - {given: [{points: 0.5, reason: 推诿, decided_by: 考核办}], refused: amount-below}
      - given: [{points: 3, reason: 甲, decided_by: 考核办}, {points: 3, reason: 乙, decided_by: 考核办},
                {points: 3, reason: 丙, decided_by: 考核办}, {points: 3, reason: 丁, decided_by: 考核办}]
        scores: -12
        item: 0
  - id: A1.创新
    kind: bonus
    quote: 有创新的，酌情加1－5分
    judged: {at_least: 1, at_most: 5}
    examples:
      - {given: [{points: 5, reason: 首创, decided_by: 考核办}], scores: 5}
      - {given: [{points: 1, reason: 改进, decided_by: 考核办}], scores: 1}
      - {given: [{points: 6, reason: 首创, decided_by: 考核办}], refused: amount-outside}
  - id: A1.作假
    kind: deduction
    quote: 弄虚作假的，每次扣2分，主动纠正的减半
    occurrence: {each: 2, unit: 次, factors: {减半: 0.5, 加倍: 2}}
    examples:
      - {given: [{}, {factor: 减半}], scores: -3}
      - {given: [{factor: 加倍}], scores: -4}
      - {given: [{count: 6}], scores: -12, item: 0}
""")


def test_judged_amounts_and_factors() -> None:
    assert_sound(JUDGED)
    one, half = "clause: A1.作假, date: 2025-02-01", "clause: A1.作假, date: 2025-03-01, factor: 减半"
    card = score(JUDGED, one, half, "clause: A1.创新, date: 2025-03-01, points: 1.5, reason: 改进, decided_by: 考核办")
    assert card.total.score == 10 - 2 - 1 + Decimal("1.5")
    assert said(card, "A1.作假") == ["A1.作假：扣3分：1次 × 2分 + 减半 1次 × 1分"]
    assert said(card, "A1.创新") == ["A1.创新：酌情加1.5分"]


# --- 10: 折算 ----------------------------------------------------------------------------------------------------

PRORATED = """
prorate: {to: 0.01, by: half_up}
dimensions:
  - id: A
    name: 工作
    points: 10
    items:
      - id: A1
        points: 6
        floor: 0
        text: 招商任务完成的，计6分；没有招商任务的，该项不考核，其余各项得分按比例折算为满分。
        unscored:
          - {text: 没有招商任务的，该项不考核，其余各项得分按比例折算为满分, why: 写在开头的 prorate 里}
        rules:
          - {id: A1.招商, kind: award, quote: 招商任务完成的，计6分, points: 6}
      - id: A2
        points: 4
        floor: 0
        text: 资料齐全的，计4分；缺一件扣1分，扣完为止。
        rules:
          - {id: A2.资料, kind: award, quote: 资料齐全的，计4分, points: 4, presumed: true}
          - id: A2.缺件
            kind: deduction
            quote: 缺一件扣1分，扣完为止
            occurrence: {each: 1, unit: 件}
            examples:
              - {given: [{count: 1}], scores: -1, item: 3}
              - {given: [{count: 5}], scores: -5, item: 0}
"""
NOTHING_TO_ATTRACT = "clause: A1.招商, finding: 不适用, reason: 没有招商任务"


def test_what_is_not_applicable_leaves_both_sides() -> None:
    plan = plan_of(HEAD.format(points=10) + PRORATED)
    assert_sound(plan)
    card = score(plan, NOTHING_TO_ATTRACT, "clause: A2.缺件, date: 2025-03-01, count: 2")
    assert card.total.score == 5  # 2 of 4, as 5 of 10
    assert [each.points for each in card.total.lines] == [-3]  # 8 before
    events = card.bound.log.events
    assert line_sentence(card.total.lines[0], events, Words("zh")) == (
        "缺项折算：不适用的6分不计入，其余4分得2分，折算为 2 × 10/4 = 5分"
    )
    assert score(plan, NOTHING_TO_ATTRACT).total.score == 10
    assert score(plan, "clause: A1.招商, finding: 不符合").total.score == 4


def test_where_all_is_not_applicable_all_is_open() -> None:
    plan = plan_of(HEAD.format(points=10) + PRORATED)
    card = score(plan, NOTHING_TO_ATTRACT, "clause: A2.资料, finding: 不适用, reason: 新设")
    assert card.total.score == 0
    assert [card.span.low, card.span.high] == [0, 10]
    assert card.unassessed


WEIGHTS = """
dimensions:
  - id: A
    name: 平时考核
    points: 100
    weight: 0.4
    floor: 0
    items:
      - id: A1
        points: 100
        floor: 0
        text: 平时考核计100分，缺勤一次扣5分，占40%。
        unscored: [{text: 占40%, why: 写在项目的 weight 里}]
        rules:
          - {id: A1.平时, kind: award, quote: 平时考核计100分, points: 100, presumed: true}
          - id: A1.缺勤
            kind: deduction
            quote: 缺勤一次扣5分
            occurrence: {each: 5, unit: 次}
            examples:
              - {given: [{count: 1}], scores: -5, item: 95}
              - {given: [{count: 21}], scores: -105, item: 0}
  - id: B
    name: 年度测评
    points: 100
    weight: 0.6
    items:
      - id: B1
        points: 100
        text: 年度测评由领导评价0至100分，占60%。
        unscored: [{text: 占60%, why: 写在项目的 weight 里}]
        rules:
          - id: B1.测评
            kind: award
            quote: 年度测评由领导评价0至100分
            points: 100
            judged: {}
            examples:
              - {given: [{points: 90, reason: 优, decided_by: 领导}], scores: 90}
              - {given: [{points: 100, reason: 优, decided_by: 领导}], scores: 100}
              - {given: [{points: 101, reason: 优, decided_by: 领导}], refused: amount-outside}
"""


def test_tables_of_a_hundred_points_count_by_their_weights() -> None:
    plan = plan_of(HEAD.format(points=100) + WEIGHTS)
    assert_sound(plan)
    given = ("clause: A1.缺勤, date: 2025-03-01", "clause: B1.测评, points: 88, reason: 良, decided_by: 领导")
    card = score(plan, *given)
    assert card.total.score == 95 * Decimal("0.4") + 88 * Decimal("0.6")
    assert [dimension.score for dimension in card.total.children] == [38, Decimal("52.8")]
    lines = card.total.children[0].lines
    assert [line_sentence(line, (), Words("zh")) for line in lines] == ["折算：得95分，按40%计入"]
    assert span(plan) == (40, 100)


# --- 13: for the record, a negative floor ------------------------------------------------------------------------

RECORD = row_plan("""
points: 10
floor: -5
text: 台账完整的，计10分；错漏一处扣4分，最多倒扣5分。参加义务劳动的，予以记录。
unscored: [{text: 最多倒扣5分, why: 写在本行的 floor 里}]
measures:
  - {id: A1.义务劳动, figure: activity, unit: 次, record: true, quote: 参加义务劳动的，予以记录}
rules:
  - {id: A1.台账, kind: award, quote: 台账完整的，计10分, points: 10, presumed: true}
  - id: A1.错漏
    kind: deduction
    quote: 错漏一处扣4分
    occurrence: {each: 4, unit: 处}
    examples:
      - {given: [{count: 1}], scores: -4}
      - {given: [{count: 4}], scores: -16, item: -5}
""", accepted="[{code: floor-not-in-text, at: A1, why: 最多倒扣5分}]")  # fmt: skip


def test_for_the_record_and_a_floor_below_nothing() -> None:
    assert_sound(RECORD)
    assert total(RECORD, "clause: A1.错漏, date: 2025-02-01, count: 4") == -5
    card = score(RECORD, "clause: A1.义务劳动, date: 2025-02-01, count: 2")
    assert card.total.score == 10
    assert said(card, "A1.义务劳动") == ["A1.义务劳动：记录2次，不计分"]


# --- 9: grades ---------------------------------------------------------------------------------------------------

GRADES = """
grades:
  - {name: 优秀, at_least: 9, minima: {A: 7, B: 1}, quota: {percent: 30}}
  - {name: 合格, at_least: 6}
  - {name: 不合格, at_least: 0, vetoed: true}
dimensions:
  - id: A
    name: 工作
    points: 8
    items:
      - id: A1
        points: 8
        floor: 0
        text: 按时完成工作的，计8分；被通报的，每次扣0.5分，且不得评为优秀。被约谈的，降一档；发生安全事故的，实行一票否决，确定为不合格等次；拒不整改的，直接评为不合格；受处分的，不得评先。
        rules:
          - {id: A1.完成, kind: award, quote: 按时完成工作的，计8分, points: 8, presumed: true}
          - id: A1.通报
            kind: deduction
            quote: 被通报的，每次扣0.5分
            occurrence: {each: 0.5, unit: 次}
            examples:
              - {given: [{count: 1}], scores: -0.5, item: 7.5}
              - {given: [{count: 17}], scores: -8.5, item: 0}
          - id: A1.通报限等
            kind: grade
            at_most: 合格
            when: [{measure: A1.通报, at_least: 1}]
            quote: 且不得评为优秀
            examples:
              - {given: [{clause: A1.通报, count: 1}], item: 7.5}
          - {id: A1.约谈, kind: grade, lower: 1, quote: 被约谈的，降一档, examples: [{given: [{}], item: 8}, {given: [{status: 待查}]}]}
          - id: A1.事故
            kind: veto
            quote: 发生安全事故的，实行一票否决，确定为不合格等次
            examples:
              - {given: [{reason: 事故}], vetoed: true}
              - {given: [{reason: 事故, status: 不属实}], vetoed: false}
          - {id: A1.拒改, kind: grade, becomes: 不合格, quote: 拒不整改的，直接评为不合格, examples: [{given: [{}], item: 8}, {given: [{status: 待查}]}]}
          - {id: A1.处分, kind: grade, bars: 评先, quote: 受处分的，不得评先, examples: [{given: [{}], item: 8}, {given: [{status: 待查}]}]}
  - id: B
    name: 测评
    points: 2
    items:
      - id: B1
        points: 2
        text: 测评合格的，计2分。
        rules:
          - {id: B1.测评, kind: award, quote: 测评合格的，计2分, points: 2, presumed: true}
"""


@pytest.fixture(scope="module")
def grades() -> Plan:
    return plan_of(HEAD.format(points=10) + GRADES)


@pytest.mark.parametrize(
    ("entries", "points", "grade"),
    [
        ([], 10, "优秀"),
        (["clause: A1.通报, date: 2025-03-01"], Decimal("9.5"), "合格"),
        (["clause: A1.约谈, date: 2025-03-01"], 10, "合格"),
        (["clause: A1.约谈, date: 2025-03-01", "clause: A1.约谈, date: 2025-04-01, status: 不属实"], 10, "合格"),
        (["clause: A1.拒改, date: 2025-03-01"], 10, "不合格"),
        (["clause: A1.处分, date: 2025-03-01"], 10, "优秀"),
        (["clause: B1.测评, finding: 不符合"], 8, "合格"),
        (["clause: A1.事故, date: 2025-03-01, reason: 事故"], 10, "不合格"),
    ],
)
def test_events_conditions_and_minima_limit_the_grade(
    grades: Plan, entries: list[str], points: int, grade: str
) -> None:
    assert_sound(grades)
    card = score(grades, *entries)
    assert card.total.score == points
    assert (card.grade, card.grade_range) == (grade, (grade, grade))


def test_what_limits_the_grade_is_a_line_without_points(grades: Plan) -> None:
    card = score(grades, "clause: A1.通报, date: 2025-03-01")
    said = [line_sentence(line, card.bound.log.events, Words("zh")) for line in card.gradings]
    assert said == ["A1.通报限等：“A1.通报”为1次，达到1次，最高评为“合格”（2025-03-01）"]
    assert all(line.points == 0 for line in card.gradings)
    barred = score(grades, "clause: A1.处分, date: 2025-03-01, note: 警告")
    assert [line_sentence(line, barred.bound.log.events, Words("zh")) for line in barred.gradings] == [
        "A1.处分：不得评先（2025-03-01，警告）"
    ]


def test_a_component_below_its_minimum_is_named() -> None:
    text = GRADES.replace("minima: {A: 7, B: 1}", "minima: {A: 8, B: 1}").replace("at_least: 9,", "at_least: 8,")
    card = score(plan_of(HEAD.format(points=10) + text), "clause: A1.通报, date: 2025-03-01, status: 不属实")
    assert card.grade == "优秀"
    text = text.replace("A1.通报, at_least: 1", "A1.通报, at_least: 9")
    card = score(plan_of(HEAD.format(points=10) + text), "clause: A1.通报, date: 2025-03-01")
    assert card.grade == "合格"
    assert [line_sentence(line, (), Words("zh")) for line in card.gradings] == [
        "等次：A得7.5分，不到8分，不得评为“优秀”"
    ]


def test_a_pending_event_leaves_the_grade_open(grades: Plan) -> None:
    card = score(grades, "clause: A1.约谈, date: 2025-03-01, status: 待查")
    assert (card.grade, card.grade_range) == ("优秀", ("合格", "优秀"))
    veto = score(grades, "clause: A1.事故, date: 2025-03-01, reason: 事故, status: 待查")
    assert veto.grade_range == ("不合格", "优秀")
