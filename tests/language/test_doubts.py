"""What can be declared and can hardly be meant: each rule of its own, and the code by which the checks name it."""

from __future__ import annotations

import pytest

from tests.language.test_limits import problems

ROW = """
points: 10
text: 正文。
measures:
  - {id: A1.率, figure: share}
  - {id: A1.数, figure: amount, unit: 天, at_most: 100}
  - {id: A1.目标, figure: target}
rules:
  - {id: A1.分, kind: award, points: 10, presumed: true}
"""
HALF = "rounding: {to: 0.1, by: half_up}"


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("deduction, occurrence: {each: 0}", "price-not-positive"),
        ("deduction, occurrence: {each: 1, times: 0}", "never-bites"),
        ("deduction, occurrence: {each: 1, monthly_cap: 0}", "price-not-positive"),
        ("deduction, occurrence: {each: 1, times: 3, monthly_cap: 2}", "limits-clash"),
        ("deduction, occurrence: {each: 1, factors: {减半: 0}}", "price-not-positive"),
        ("deduction, occurrence: {each: [1, 2], factors: {减半: 0.5}}", "limits-clash"),
        ("deduction, cap: 0, occurrence: {each: 1}", "price-not-positive"),
        ("bonus, cap: 1, occurrence: {each: 2}", "cap-below-bonus"),
        ("bonus, word: {each: {市级: 0}}", "price-not-positive"),
        ("bonus, word: {each: {市级: 3, 省级: 1}}", "tiers-fall"),
        ("bonus, from_level: 市级, word: {each: {县级: 1, 市级: 3}}", "never-bites"),
        ("bonus, word: {each: {市级: 3}, once_per_word: true, monthly_cap: 4}", "limits-clash"),
        ("bonus, band: {of: A1.率, bands: [{at_least: 90, points: -1}]}", "price-not-positive"),
        ("bonus, band: {of: A1.率, bands: [{points: 1}]}", "bands-unordered"),
        ("bonus, band: {of: A1.率, bands: [{at_least: 90, points: 1}, {at_least: 95, points: 1}]}", "tiers-fall"),
        ("bonus, band: {of: A1.率, bands: [{at_least: 90, points: 1}, {at_least: 80, points: 2}]}", "tiers-fall"),
        ("bonus, band: {of: A1.率, bands: [{at_least: 50, at_most: 60, points: 2}, {above: 55, below: 70, points: 1}]}", "bands-overlap"),
        ("bonus, band: {of: A1.率, bands: [{at_least: 101, points: 1}]}", "never-reached"),
        ("bonus, step: {of: A1.率, above: 90, each: 0}", "price-not-positive"),
        ("bonus, step: {of: A1.率, above: 100, each: 1}", "never-reached"),
        ("deduction, step: {of: A1.率, below: 0, each: 1}", "never-reached"),
        ("bonus, step: {of: A1.率, each: 1}", "missing-field"),
        ("bonus, step: {of: A1.率, above: 50, below: 40, each: 1}", "missing-field"),
        ("bonus, step: {of: A1.率, above: 50, until: 40, each: 1}", "never-reached"),
        (f"bonus, step: {{of: A1.率, above: 50, each: 1, {HALF}}}", "never-bites"),
        ("bonus, step: {of: A1.率, above: 50, each: 1, incomplete: proportional}", "missing-field"),
        ("deduction, step: {below: 3, each: 1}", "counts-turn-round"),
        ("deduction, step: {of: A1.目标, below: 101, each: 1}", "past-target"),
        (f"bonus, proportion: {{of: A1.率, full: 101, points: 1, {HALF}}}", "never-reached"),
        (f"bonus, proportion: {{of: A1.率, full: 100, points: 0, {HALF}}}", "price-not-positive"),
        (f"bonus, proportion: {{none: 5, full: 1, points: 1, {HALF}}}", "counts-turn-round"),
        ("deduction, missing: {required: 2, each: 0}", "price-not-positive"),
        ("deduction, missing: {each: 1}", "missing-field"),
        ("deduction, missing: {counted: tasks, each: 1}", "missing-field"),
        ("deduction, missing: {required: 13, counted: months, each: 1}", "never-reached"),
        ("deduction, judged: {}", "missing-field"),
        ("deduction, judged: {at_most: 0}", "price-not-positive"),
        ("deduction, judged: {at_least: 3, at_most: 3}", "never-reached"),
        (f"deduction, judged: {{at_most: 3, {HALF}}}", "never-bites"),
        (f"deduction, judged: {{at_most: 3, several: mean, {HALF}}}", "counts-turn-round"),
        ("deduction, judged: {at_most: 3, several: mean}", "missing-field"),
        ("grade, lower: 0", "never-bites"),
        ("veto, upheld_only: true, when: [{measure: A1.率, below: 10}]", "never-bites"),
        ("zero, zeroes: item, when: [{measure: A1.率, at_least: 0}]", "always-holds"),
    ],
)  # fmt: skip
def test_what_can_hardly_be_meant(rule: str, code: str) -> None:
    assert code in problems(f"{ROW}  - {{id: A1.条, kind: {rule}}}\n")


@pytest.mark.parametrize(
    ("scale", "code"),
    [
        ("word: {points: {好: 9, 差: 0}}", "best-not-points"),
        ("word: {points: {好: 10, 差: -1}}", "price-not-positive"),
        ("band: {of: A1.率, bands: [{at_least: 90, points: 9}]}", "best-not-points"),
        ("judged: {at_most: 9}", "best-not-points"),
        ("judged: {several: mean}", "missing-field"),
    ],
)
def test_an_award_comes_to_its_points_at_best(scale: str, code: str) -> None:
    assert code in problems(ROW.replace("presumed: true", scale))


def test_an_award_without_points_can_hardly_be_meant() -> None:
    assert "price-not-positive" in problems(f"{ROW}  - {{id: A1.零, kind: award, points: 0}}\n")
