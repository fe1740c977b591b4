"""Values that a rubric can hardly mean: each is one problem at its place, and none of them stops wuwu."""

from __future__ import annotations

from pathlib import Path

import pytest

from wuwu.checks import check_rubric
from wuwu.diagnostics import Problem, Severity
from wuwu.rubric.plan import compile_document
from wuwu.source.yaml_reader import parse_document

GALLERY = Path(__file__).parents[1] / "gallery"
SOUND = (
    (GALLERY / "deduction-idle/rubric.yaml")
    .read_text(encoding="utf-8")
    .replace("      - id: A2\n", "      - id: A2\n        floor: none\n")
    .replace("扣1分", "扣1分，扣分不设下限")
)
SCALE = "occurrence: {each: 1, unit: 次}"

SCALES = {
    "occurrence: {each: [], unit: 次}": ("empty-list", "[]"),
    "occurrence: {each: ~, unit: 次}": ("empty-text", "~"),
    "occurrence: {each: 一, unit: 次}": ("not-a-number", "一"),
    "occurrence: {each: {一: 1}, unit: 次}": ("not-a-value", "{一: 1}"),
    "occurrence: {each: [1, 二], unit: 次}": ("not-a-number", "二"),
    "occurrence: {each: 1, unit: 次, factors: {}}": ("empty-list", "{}"),
    "word: {each: {}}": ("empty-list", "{}"),
    "step: {of: A9.无, above: 1, each: 1}": ("unknown-reference", "A9.无"),
    "proportion: {full: 3, none: 3, points: 1, rounding: {to: 1, by: down}}": ("nothing-between", "3,"),
    "occurrence: {each: 1, unit: 次}\n            judged: {at_most: 1}": ("two-scales", "{at_most"),
    "occurrence: {each: 1, unit: 次}\n            cap: 0": ("price-not-positive", "0"),
}
HEADS = {
    "limits: [{id: 合计, kind: deduction, of: [A1], cap: 1}]": ("never-bites", "[A1]"),
    "limits: [{id: 合计, kind: deduction, of: [A2], cap: 0}]": ("price-not-positive", "0}"),
    "limits: [{id: 合计, kind: deduction, of: [A2.通报批评, A], cap: 1}]": ("limit-names-twice", "A2.通报批评"),
    "limits: [{id: 合计, kind: deduction, of: [demo, A], cap: 1}]": ("limit-names-twice", "A]"),
    "grades: [{name: 优秀, at_least: 1, minima: {A: 5}}]": ("never-reached", "5"),
    "period: month\nannual: {of: sum, weights: {Q1: 1}}": ("never-bites", "{Q1"),
    "period: quarter\nannual: {of: weights, weights: {Q1: 0.5, Q2: 0.5}}": ("annual-weights-unfit", "{Q1"),
    "period: half\nannual: {of: weights, weights: {H1: 0.5, Q2: 0.5}}": ("annual-weights-unfit", "0.5}"),
    "period: half\nannual: {of: weights, weights: {H1: 1.5, H2: -0.5}}": ("not-above-zero", "-0.5"),
}


def errors(text: str) -> list[Problem]:
    compiled = compile_document(parse_document(text.encode(), "标准.yaml").require())
    found = compiled.problems if compiled.value is None else check_rubric(compiled.value).problems
    # what the text and the examples then say against it follows from the value
    follows = ("words-contradict", "example-fails", "example-refused")
    return [each for each in found if each.severity is Severity.ERROR and each.code not in follows]


def test_the_rubric_is_sound_as_it_is() -> None:
    assert errors(SOUND) == []


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        *((SOUND.replace(SCALE, scale), *told) for scale, told in SCALES.items()),
        *((SOUND.replace("dimensions:", f"{head}\ndimensions:", 1), *told) for head, told in HEADS.items()),
    ],
)
def test_a_bad_value_is_one_problem_at_its_place(text: str, code: str, where: str) -> None:
    (problem,) = errors(text)
    assert problem.code == code
    assert problem.place is not None
    assert (problem.place.excerpt or "")[(problem.place.column or 1) - 1 :].startswith(where)
