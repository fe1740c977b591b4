"""Text coverage: what is left over is underlined where it stands, whatever style the text is written in."""

from __future__ import annotations

import pytest

from wuwu.checks.coverage import Tally, check_coverage, measure_coverage
from wuwu.rubric.plan import Plan, compile_document
from wuwu.source.yaml_reader import parse_document

HEAD = "rubric: demo\ntitle: 示例\nyear: 2018\npoints: 2\ndimensions:\n- {id: A, name: 示例, points: 2, items: [\n"
HEAD += "  {id: A1, points: 2,\n"
RULES = "   rules: [{id: A1.责任, kind: award, points: 2, quote: %s}]}]}\n"
TEXT = "明确“专人”负责，落实责任的，计2分。否则：不计分。"


def plan_of(written: str, quote: str = "落实责任的，计2分") -> Plan:
    return compile_document(
        parse_document((HEAD + written + RULES % quote).encode(), "rubric.yaml").require()
    ).require()


@pytest.mark.parametrize(
    "written",
    [
        f"   text: '{TEXT}',\n",
        f'   text: "{TEXT}",\n',
        f"   text: {TEXT},\n",
        "   text: '明确“专人”负责，落实责任的，\n     计2分。否则：不\n     计分。',\n",
        '   text: "明确“专人”负责，落实责任的，\\\n     计2分。否则：不计分。",\n',
    ],
    ids=["single", "double", "plain", "single over lines", "double over lines"],
)
def test_what_is_left_is_underlined_in_the_text_itself(written: str) -> None:
    folded = "不\n" in written
    plan = plan_of(written, "计2分" if folded else "落实责任的，计2分")
    places = [problem.place for problem in check_coverage(plan) if problem.code == "text-left"]
    marked = [
        place.excerpt[place.column - 1 :][: place.length]
        for place in places
        if place and place.excerpt and place.column
    ]
    first = "明确“专人”负责，落实责任的" if folded else "明确“专人”负责"
    assert marked == [first, "否则：不" if folded else "否则：不计分"]


def test_a_block_text_is_underlined_too() -> None:
    rows = "  - id: A1\n    points: 2\n    text: >- # 计2分\n      明确专人负责，\n      落实责任的，计2分。\n"
    rules = "    rules:\n    - {id: A1.责任, kind: award, points: 2, quote: 计2分}\n"
    head = (
        "rubric: demo\ntitle: 示例\nyear: 2018\npoints: 2\ndimensions:\n- id: A\n  name: 示例\n  points: 2\n  items:\n"
    )
    plan = compile_document(parse_document((head + rows + rules).encode(), "rubric.yaml").require()).require()
    (problem,) = check_coverage(plan)
    assert problem.place is not None
    assert (problem.place.line, problem.place.column, problem.place.length) == (13, 7, 7)
    assert problem.params["fragment"] == "明确专人负责， 落实责任的"


def test_the_figures_count_what_speaks_and_punctuation_never() -> None:
    coverage = measure_coverage(
        plan_of(f"   text: {TEXT},\n   unscored: [{{text: 否则：不计分, why: 示例}}],\n").rubric
    )
    assert coverage.characters == Tally(quoted=8, unscored=5, left=6)
    assert coverage.sentences == Tally(quoted=0, unscored=1, left=1)
    assert sum(coverage.characters) == sum(character.isalnum() for character in TEXT)
