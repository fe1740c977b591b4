"""Joint limits that share clauses, affairs that are still open, and what is pending under an award: small rubrics, worked by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.language.test_constructs import HEAD, plan_of, row_plan, score, span, total
from wuwu.checks import check_rubric
from wuwu.messages import LANGUAGES, Words
from wuwu.report.sentences import line_sentence
from wuwu.rubric.former import as_now, written
from wuwu.rubric.plan import Plan, compile_document
from wuwu.source.yaml_reader import parse_document

DAY = "date: 2025-03-01"


def problems(row: str, **head: str) -> list[str]:
    """The codes by which a rubric is refused, or found wrong by its checks."""
    more = "".join(f"{name}: {value}\n" for name, value in head.items())
    indented = "\n".join(f"        {line}" for line in row.strip("\n").splitlines())
    body = f"dimensions:\n  - id: A\n    name: 工作\n    points: 10\n    items:\n      - id: A1\n{indented}\n"
    compiled = compile_document(parse_document((HEAD.format(points=10) + more + body).encode(), "r.yaml").require())
    found = compiled.problems if compiled.value is None else check_rubric(compiled.value).problems
    return [each.code for each in found]


# --- joint limits ------------------------------------------------------------------------------------------------

THREE = """
points: 10
text: 完成的，计10分。
rules:
  - {id: A1.完成, kind: award, points: 10, presumed: true}
  - {id: A1.甲, kind: deduction, occurrence: {each: 1}}
  - {id: A1.乙, kind: deduction, occurrence: {each: 1}}
"""


@pytest.mark.parametrize(
    ("one", "other", "points"),
    # 甲 takes 1 at most, both together 2
    [(1, 0, 9), (8, 0, 9), (0, 8, 8), (1, 1, 8), (8, 8, 8)],
)
def test_a_limit_inside_another_one_holds_as_well(one: int, other: int, points: int) -> None:
    inner, outer = "{id: 内, kind: deduction, of: [A1.甲], cap: 1}", "{id: 外, kind: deduction, of: [A1], cap: 2}"
    entries = [f"clause: A1.{name}, {DAY}, count: {n}" for name, n in (("甲", one), ("乙", other)) if n]
    for limits in (f"[{inner}, {outer}]", f"[{outer}, {inner}]"):
        assert total(row_plan(THREE, limits=limits), *entries) == points


def test_limits_that_overlap_bind_in_whatever_order_they_stand() -> None:
    row = THREE + "  - {id: A1.丙, kind: deduction, occurrence: {each: 1}}\n"
    one, other = (
        "{id: 一, kind: deduction, of: [A1.甲, A1.乙], cap: 2}",
        "{id: 二, kind: deduction, of: [A1.乙, A1.丙], cap: 2}",
    )
    entries = [f"clause: A1.{name}, {DAY}, count: 3" for name in "甲乙丙"]
    for limits in (f"[{one}, {other}]", f"[{other}, {one}]"):
        plan = row_plan(row, limits=limits)
        assert total(plan, f"clause: A1.乙, {DAY}, count: 8") == 8
        assert total(plan, *entries) == 6  # 2 by each


TWO_ROWS = """
dimensions:
  - id: A
    name: 工作
    points: 10
    items:
      - id: A1
        points: 10
        text: 完成的，计10分。
        rules:
          - {id: A1.完成, kind: award, points: 10, presumed: true}
          - {id: A1.甲, kind: deduction, occurrence: {each: 1}}
          - {id: A1.乙, kind: deduction, occurrence: {each: 1}}
          - {id: A1.表扬, kind: bonus, occurrence: {each: 3}}
      - id: A2
        floor: none
        text: 其他。
        rules:
          - {id: A2.甲, kind: deduction, occurrence: {each: 1}}
          - {id: A2.乙, kind: deduction, occurrence: {each: 1}}
          - {id: A2.推广, kind: bonus, occurrence: {each: 2}}
"""


def two_rows(limits: str) -> Plan:
    return plan_of(HEAD.format(points=10) + f"limits: {limits}\n" + TWO_ROWS)


def test_two_limits_over_one_floored_row_each_hold_what_is_theirs() -> None:
    """甲 of both rows takes 3 at most, 乙 of both rows too: 6 together, though the floor of the first row is passed."""
    limits = (
        "[{id: 甲, kind: deduction, of: [A1.甲, A2.甲], cap: 3}, {id: 乙, kind: deduction, of: [A1.乙, A2.乙], cap: 3}]"
    )
    plan = two_rows(limits)
    assert total(plan, f"clause: A1.甲, {DAY}, count: 8") == 7
    assert total(plan, f"clause: A1.甲, {DAY}, count: 8", f"clause: A1.乙, {DAY}, count: 8") == 4
    card = score(plan, f"clause: A1.甲, {DAY}, count: 8", f"clause: A2.乙, {DAY}, count: 4")
    assert card.total.score == 4
    lines = [(line.rule, line.points) for line in card.total.all_lines() if line.rule in ("甲", "乙")]
    assert lines == [("甲", Decimal(5)), ("乙", Decimal(1))]
    for line in card.total.all_lines():
        for language in LANGUAGES:
            assert line_sentence(line, card.bound.log.events, Words(language))


def test_bonuses_of_a_row_and_of_all_rows_have_a_cap_each() -> None:
    plan = two_rows("[{id: 行, kind: bonus, of: [A1], cap: 4}, {id: 全, kind: bonus, of: [A], cap: 5}]")
    assert total(plan, f"clause: A1.表扬, {DAY}, count: 2") == 14
    assert total(plan, f"clause: A1.表扬, {DAY}, count: 2", f"clause: A2.推广, {DAY}") == 15


# --- one affair --------------------------------------------------------------------------------------------------


def test_a_pending_entry_of_an_affair_moves_what_counts_elsewhere() -> None:
    plan = two_rows("[{id: 同一事项, kind: bonus, of: [A1.表扬, A2.推广], highest: case}]")
    praised, spread = f"clause: A1.表扬, {DAY}, case: 甲案", f"clause: A2.推广, {DAY}, case: 甲案"
    assert total(plan, spread) == 12
    assert total(plan, praised, spread) == 13
    assert span(plan, f"{praised}, status: 待查", spread) == (12, 13)
    assert span(plan, praised, f"{spread}, status: 待查") == (13, 13)


# --- awards ------------------------------------------------------------------------------------------------------


def award(scale: str, measure: str = "", points: int = 10, gates: str = "") -> Plan:
    measures = f"measures: [{{id: A1.数, {measure}}}]\n" if measure else ""
    rule = f"  - {{id: A1.分, kind: award, points: {points}, {gates}{scale}}}\n"
    return row_plan(f"points: {points}\ntext: 计{points}分。\n{measures}rules:\n{rule}", points=points)


@pytest.mark.parametrize(
    ("scale", "entry", "points"),
    [
        ("step: {of: A1.数, below: 100, each: 1}", "rate: 97", 7),
        ("step: {of: A1.数, below: 100, each: 1}", "rate: 100", 10),
        ("step: {of: A1.数, below: 100, each: 1}", "plan: 2, actual: 3", 10),
        ("step: {of: A1.数, above: 100, size: 10, each: 1}", "rate: 120", 2),
        ("step: {of: A1.数, above: 100, size: 10, each: 1}", "rate: 100", 0),
        ("missing: {of: A1.数, counted: tasks, each: 4}", "done: false", 6),
        ("missing: {of: A1.数, counted: tasks, each: 4}", "done: true", 10),
    ],
)
def test_an_award_by_targets_is_settled_by_them_also_where_none_is_missed(scale: str, entry: str, points: int) -> None:
    plan = award(scale, "figure: target")
    card = score(plan, f"clause: A1.数, name: 就业, {entry}")
    assert card.total.score == points
    assert not card.unassessed
    for line in card.total.all_lines():
        for language in LANGUAGES:
            assert line_sentence(line, card.bound.log.events, Words(language))
    assert score(plan).total.score == 0
    assert [each.clause for each in score(plan).unassessed] == ["A1.数"]
    assert span(plan) == (0, 10)


def test_a_word_without_points_moves_nothing() -> None:
    card = score(award("word: {points: {市级: 10, 省级: 8}}"), "clause: A1.分, level: 县级")
    assert card.total.score == 0
    assert [each.clause for each in card.unassessed] == ["A1.分"]
    assert [each.event for each in card.ignored] == [0]
    na = score(award("word: {points: {市级: 10, 省级: 8}}"), "clause: A1.分, finding: 不适用, reason: 新设")
    assert na.total.score == 10


@pytest.mark.parametrize(
    ("scale", "gates", "entries", "expected"),
    [
        ("occurrence: {each: 2}", "", [f"{DAY}, status: 待查"], (0, 2)),
        ("occurrence: {each: 2}", "", [DAY, f"{DAY}, count: 2, status: 待查, case: 二"], (2, 6)),
        ("step: {size: 2, each: 5}", "", [DAY, f"{DAY}, status: 待查, case: 二"], (0, 5)),
        ("missing: {required: 2, each: 4}", "", [DAY], (6, 6)),
        # fewer is better: what is upheld loses
        ("band: {bands: [{at_most: 0, points: 10}, {at_most: 2, points: 6}]}", "", [f"{DAY}, status: 待查"], (6, 10)),
        ("band: {bands: [{at_most: 0, points: 10}, {at_most: 2, points: 6}]}", "", [f"{DAY}, count: 3, status: 待查"], (0, 10)),
        # neither upheld nor dismissed yet, and without it there is no finding at all
        ("word: {points: {好: 10, 差: 3}}", "upheld_only: true, ", ["level: 好"], (0, 10)),
        ("word: {points: {好: 10, 差: 3}}", "upheld_only: true, ", ["level: 差"], (0, 10)),
        ("judged: {}", "upheld_only: true, ", ["points: 4, reason: 好, decided_by: 局长"], (0, 10)),
    ],
)  # fmt: skip
def test_what_is_pending_under_an_award_may_bring_points_or_lose_them(
    scale: str, gates: str, entries: list[str], expected: tuple[int, int]
) -> None:
    assert span(award(scale, gates=gates), *(f"clause: A1.分, {each}" for each in entries)) == expected


# --- 折算 ---------------------------------------------------------------------------------------------------------

PRORATED = """
prorate: {to: 0.1, by: half_up}
dimensions:
  - id: A
    name: 工作
    points: 10
    items:
      - {id: A1, points: 6, text: 计6分。, rules: [{id: A1.招商, kind: award, points: 6}]}
      - id: A2
        points: 4
        text: 率×4。
        measures: [{id: A2.率, figure: share}]
        rules: [{id: A2.率分, kind: award, points: 4, proportion: {of: A2.率, full: 100, rounding: {to: 0.1, by: half_up}}}]
      - {id: A3, floor: none, text: 每次扣1分。, rules: [{id: A3.扣, kind: deduction, occurrence: {each: 1}}]}
"""


@pytest.mark.parametrize(
    ("entries", "now", "expected"),
    [
        (
            ["clause: A1.招商, finding: 不适用, reason: 无", "clause: A2.率, value: 50"],
            "-2.5",
            (Decimal("-2.5"), Decimal("-2.5")),
        ),
        (["clause: A1.招商, finding: 不适用, reason: 无"], "-7.5", (Decimal("-7.5"), Decimal("2.5"))),
        # all of it is open: the lowest is the rate alone, at 0 (-3 × 10/4); the highest is both in full
        (
            ["clause: A1.招商, finding: 不适用, reason: 无", "clause: A2.率, finding: 不适用, reason: 无"],
            "-3",
            (Decimal("-7.5"), Decimal(7)),
        ),
    ],
)
def test_what_is_not_applicable_beside_what_only_takes(
    entries: list[str], now: str, expected: tuple[Decimal, Decimal]
) -> None:
    plan = plan_of(HEAD.format(points=10) + PRORATED)
    entries = [*entries, f"clause: A3.扣, {DAY}, count: 3"]
    assert total(plan, *entries) == Decimal(now)
    assert span(plan, *entries) == expected


@pytest.mark.parametrize(("praised", "expected"), [(0, "0"), (1, "0"), (4, "0"), (7, "0"), (8, "0.5"), (10, "2.5")])
def test_a_floor_still_holds_once_what_is_not_applicable_has_left(praised: int, expected: str) -> None:
    # -3 of the 4 points that apply are -7.5 of 10; the bonus is not multiplied
    praise = ", {id: A3.加, kind: bonus, occurrence: {each: 1}}"
    rubric = PRORATED.replace("扣1分。", "扣1分，表扬加1分。").replace("{each: 1}}]}", "{each: 1}}" + praise + "]}")
    plan = plan_of(HEAD.format(points=10) + "floor: 0" + rubric)
    entries = ["clause: A1.招商, finding: 不适用, reason: 无", f"clause: A3.扣, {DAY}, count: 3"]
    if praised:
        entries.append(f"clause: A3.加, {DAY}, count: {praised}")
    assert total(plan, *entries) == Decimal(expected)


@pytest.mark.parametrize(
    ("award", "na", "expected"),
    [
        # the 6 points alone, or the 4 alone, or both; nothing, or all of them
        ("word: {points: {好: 4, 差: 1}}", "A2.分", (Decimal("-7.5"), Decimal(7))),
        ("judged: {}", "A2.分", (Decimal("-7.5"), Decimal(7))),
        ("", "A2.分", (Decimal("-7.5"), Decimal(7))),
        # nothing counted is 0 points, and stays so
        ("occurrence: {each: 1}", "A2.分", (Decimal("-7.5"), Decimal(5))),
        ("measured_by: A2.目标", "A2.目标", (Decimal("-7.5"), Decimal(7))),
        ("measured_by: A2.次", "A2.次", (Decimal(-5), Decimal(5))),
    ],
)
def test_whatever_is_not_applicable_may_turn_out_to_be(award: str, na: str, expected: tuple[Decimal, Decimal]) -> None:
    more = {
        "measured_by: A2.次": "{id: A2.次, kind: deduction, missing: {required: 2, each: 1}}",
        "measured_by: A2.目标": "{id: A2.差, kind: deduction, step: {of: A2.目标, below: 100, size: 20, each: 1}}",
    }
    rules = [f"{{id: A2.分, kind: award, points: 4{award and ', '}{award}}}", *filter(None, [more.get(award)])]
    row = "- {id: A2, points: 4, text: 计4分。, measures: [{id: A2.目标, figure: target}], rules: [RULES]}"
    text = PRORATED[: PRORATED.index("- id: A2")] + row.replace("RULES", ", ".join(rules))
    text += PRORATED[PRORATED.index("\n      - {id: A3") :]
    plan = plan_of(HEAD.format(points=10) + text)
    entries = [f"clause: {each}, finding: 不适用, reason: 无" for each in ("A1.招商", na)]
    assert span(plan, *entries, f"clause: A3.扣, {DAY}, count: 3") == expected


# --- figures -----------------------------------------------------------------------------------------------------


def test_a_sum_that_is_missing_may_pass_what_one_entry_may_say() -> None:
    plan = row_plan("""
points: 10
text: 完成的，计10分；每10天加1分。
measures: [{id: A1.天数, figure: amount, several: sum, at_most: 31, expected: true}]
rules:
  - {id: A1.完成, kind: award, points: 10, presumed: true}
  - {id: A1.值守, kind: bonus, cap: 20, step: {of: A1.天数, above: 0, size: 10, each: 1}}
""")
    assert total(plan, *(f"clause: A1.天数, value: 31, name: {month}月" for month in range(1, 13))) == 30
    assert span(plan) == (10, 30)


def test_too_few_raters_leave_every_mark_open() -> None:
    plan = award(
        "proportion: {of: A1.数, full: 100, rounding: {to: 1, by: half_up}}",
        "figure: amount, several: trimmed, at_most: 100, expected: true",
    )
    few = [f"clause: A1.数, value: 0, name: {name}" for name in "甲乙"]
    assert span(plan, *few) == (0, 10)
    assert [each.clause for each in score(plan, *few).unassessed] == ["A1.数"]
    assert span(plan, *few, "clause: A1.数, value: 100, name: 丙") == (0, 0)


# --- what would turn round ---------------------------------------------------------------------------------------


def test_prices_one_after_the_other_take_no_monthly_cap() -> None:
    """Whether a month is full would depend on where in the year its occurrences stand."""
    row = THREE + "  - {id: A1.丙, kind: deduction, occurrence: {each: [2, 1, 0.5], monthly_cap: 1}}\n"
    assert "limits-clash" in problems(row)


@pytest.mark.parametrize(
    ("kind", "bands", "wrong"),
    [
        ("deduction", "[{at_least: 3, points: 2}]", False),
        ("deduction", "[{below: 3, points: 2}]", True),
        ("deduction", "[{at_least: 1, at_most: 3, points: 2}]", True),
        ("bonus", "[{at_least: 1, at_most: 3, points: 2}]", True),
        ("bonus", "[{at_least: 5, points: 3}, {at_least: 1, points: 2}]", False),
    ],
)
def test_bands_of_a_count_go_upward(kind: str, bands: str, *, wrong: bool) -> None:
    row = THREE + f"  - {{id: A1.丙, kind: {kind}, band: {{bands: {bands}}}}}\n"
    assert ("counts-turn-round" in problems(row)) == wrong


@pytest.mark.parametrize(
    ("counted", "figure", "problem"),
    [
        ("events", "activity", None),
        ("months", "activity", None),
        ("tasks", "target", None),
        ("members", "activity", "members-of-measure"),
        ("tasks", "activity", "unfit-reference"),
        ("events", "target", "unfit-reference"),
    ],
)
def test_what_is_missing_is_counted_under_a_measure_that_can_be_counted_so(
    counted: str, figure: str, problem: str | None
) -> None:
    required = "" if counted == "tasks" else "required: 2, "
    rule = f"  - {{id: A1.丙, kind: deduction, missing: {{of: A1.数, counted: {counted}, {required}each: 1}}}}\n"
    row = THREE.replace("rules:", f"measures: [{{id: A1.数, figure: {figure}}}]\nrules:") + rule
    found = [code for code in problems(row) if code in ("members-of-measure", "unfit-reference")]
    assert found == ([problem] if problem else [])


def test_a_judged_award_without_raters_enough_is_open() -> None:
    plan = award("judged: {several: trimmed, rounding: {to: 0.1, by: half_up}}")
    few = [f"clause: A1.分, points: 2, decided_by: {name}" for name in "甲乙"]
    assert span(plan, *few) == (0, 10)
    assert total(plan, *few, "clause: A1.分, points: 3.5, decided_by: 丙") == Decimal(2)


# --- one figure that two rules pull two ways -----------------------------------------------------------------------

PULLED = """
floor: none
text: 正文
measures:
  - {{id: A1.率, figure: share, expected: true}}
rules:
  - {{id: A1.加, kind: bonus, step: {{of: A1.率, above: 0, size: 7, each: 1}}}}
  - {{id: A1.扣, kind: deduction, step: {{of: A1.率, above: 0, size: 10, each: {each}}}}}
"""


def by_hand(each: str) -> list[Decimal]:
    """The total for every hundredth of a share: a point for each full 7, `each` off for each full 10."""
    rates = [Decimal(number) / 100 for number in range(10_001)]
    return [rate // 7 - Decimal(each) * (rate // 10) for rate in rates]


@pytest.mark.parametrize("each", ["1", "1.5", "2"])
def test_the_range_covers_every_step_between_the_thresholds(each: str) -> None:
    plan = row_plan(PULLED.format(each=each), points=0)
    totals = by_hand(each)
    assert span(plan) == (min(totals), max(totals))
    if each == "1.5":  # 7 to 9.99: one step up, none down; at neither end is it so
        assert max(totals) == 1 > max(totals[0], totals[-1])


def test_steps_that_go_one_way_are_tried_at_their_ends_alone() -> None:
    plan = row_plan(PULLED.format(each="1").replace("kind: deduction", "kind: bonus"), points=0)
    assert span(plan) == (0, 24)  # 14 + 10


def test_an_example_on_the_other_side_of_a_threshold_takes_no_step() -> None:
    row = """
points: 10
text: 完成的，计10分；率超过50%的，每超10个百分点加1分。
measures: [{id: A1.率, figure: share, quote: 率}]
rules:
  - {id: A1.完成, kind: award, points: 10, presumed: true, quote: 完成的，计10分}
  - id: A1.加
    kind: bonus
    step: {of: A1.率, above: 50, size: 10, each: 1}
    quote: 超过50%的，每超10个百分点加1分
    examples:
      - {given: [{clause: A1.率, value: 70}], scores: 2}
      - {given: [{clause: A1.率, value: 65}], scores: 1}
      - {given: [{clause: A1.率, value: 50}], scores: 0}
      - {given: [{clause: A1.率, value: 30}], scores: 0}
"""
    assert "example-fails" not in problems(row)


def test_steps_of_a_figure_without_an_end_are_tried_as_far_as_they_matter() -> None:
    row = """
floor: none
text: 正文
measures: [{id: A1.数, figure: amount, unit: 件, expected: true}]
rules:
  - {id: A1.加, kind: bonus, cap: 3, step: {of: A1.数, above: 0, size: 7, each: 1}}
  - {id: A1.扣, kind: deduction, cap: 2, step: {of: A1.数, above: 0, size: 10, each: 2}}
"""
    # up to 6: 0; 7 to 9: 1; 10 to 13: 1 − 2; 14 to 20: 2 − 2; from 21: 3 − 2
    assert span(row_plan(row, points=0)) == (-1, 1)


def test_a_former_rule_is_rewritten_so_that_it_can_be_pasted() -> None:
    former = {"id": "A1.奖", "kind": "bonus", "prices": {"国家级: 一等": "3", "省级": "1"}, "unit": "次"}
    fresh = as_now(former)
    assert fresh is not None
    text = f"- {written(fresh)}"
    assert text == '- {id: A1.奖, kind: bonus, word: {each: {"国家级: 一等": 3, 省级: 1}, unit: 次}}'
    assert parse_document(text.encode(), "r.yaml").require().data == [fresh]
