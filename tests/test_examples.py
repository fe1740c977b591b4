"""The example logs and rubrics: what they promise a reader who opens one as a model for their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wuwu import Rejected, evaluate, load_log, load_rubric
from wuwu.api import rubric_of
from wuwu.checks.examples import run_example
from wuwu.log.declared import declare_log
from wuwu.messages import Words
from wuwu.report.findings.problems import fixes
from wuwu.report.layout.exact_json import dump
from wuwu.report.scorecard.document import result_document
from wuwu.scoring.scorecard import Scorecard

EXAMPLES = Path(__file__).parent.parent / "examples"
LOGS = sorted(path for path in EXAMPLES.rglob("*.yaml") if path.read_text(encoding="utf-8").find("\nunit: ") > 0)
RUBRICS = sorted(set(EXAMPLES.rglob("*.yaml")) - set(LOGS))


def _name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", LOGS, ids=_name)
def test_a_log_opens_with_its_schema_and_with_what_it_shows(path: Path) -> None:
    first, second, *_ = path.read_text(encoding="utf-8").splitlines()
    up = "../" * len(path.relative_to(EXAMPLES).parts)
    assert first == f"# yaml-language-server: $schema={up}docs/schemas/log.schema.json"
    assert second.startswith("# ")
    assert "虚构" in second


@pytest.mark.parametrize("table", ["shizhi", "xianshiqu"])
def test_each_table_has_its_full_year_units(table: str) -> None:
    logs = [load_log(path) for path in LOGS if path.parent.name == table]
    assert len(logs) >= 6
    assert all(40 <= len(log.events) <= 80 for log in logs)
    cards = [evaluate(rubric_of(log), log) for log in logs]
    assert {card.standing.value for card in cards} == {"final", "provisional", "vetoed"}
    assert any(dimension.score < 0 for card in cards for dimension in card.total.children)
    assert any(line.kind == "zero" and line.points for card in cards for line in card.total.children[2].lines)
    assert any(line.kind == "highest" for card in cards for line in card.total.all_lines())


@pytest.mark.parametrize("path", LOGS, ids=_name)
def test_the_order_of_events_changes_no_word_of_the_working(path: Path) -> None:
    log = load_log(path)
    data = {**log.document.data, "events": log.document.data["events"][::-1]}
    turned = declare_log(replace(log.document, data=data)).require()
    assert list(_told(turned)) == list(_told(log))


def _told(log: Any) -> Iterator[tuple[str, object]]:
    """Every sentence of a scorecard with its points, in order."""
    document = json.loads(dump(result_document(evaluate(rubric_of(log), log), Words("zh"))), parse_float=Decimal)
    nodes = [document]
    while nodes:
        node = nodes.pop(0)
        yield from ((line["text"], line["points"]) for line in node["lines"])
        nodes += [child for level in ("dimensions", "items", "parts") for child in node.get(level, ())]


@pytest.mark.parametrize("path", RUBRICS, ids=_name)
def test_an_example_rubric_passes_its_own_examples(path: Path) -> None:
    plan = load_rubric(str(path))
    rules = [rule for item in plan.rubric.items() for rule in item.all_rules()]
    outcomes = [run_example(plan, rule, example) for rule in rules for example in rule.examples]
    assert len(outcomes) >= 2 * len(rules)
    assert all(outcome.passed for outcome in outcomes), [outcome for outcome in outcomes if not outcome.passed]


def test_a_dimension_without_points_is_no_bonus_to_wonder_about() -> None:
    log = load_log(EXAMPLES / "other" / "units" / "一号车间.yaml")
    assert evaluate(rubric_of(log), log).warnings == ()


SLIPS = [
    ("plan: 1000, actual: 930", "plan: 1,000, actual: 930", "thousands-comma", "写成 1000"),
    ("plan: 1000, actual: 930", "plan: 1000, actual: 930, rate: 93", "field-of-other-form", "name + rate"),
    ("plan: 1000, actual: 930", "plan: 1000", "missing-entry-field", "name + plan + actual"),
    ("rate: 99.5", "rate: 99.5%", "not-a-number", "写成 99.5"),
    ("rate: 99.5", "rate：99.5", "full-width-colon", "英文冒号"),
    ("date: 2018-03-26", "date: 2018/3/26", "not-a-date", "写成 2018-03-26"),
    ("date: 2018-03-26", "Date: 2018-03-26", "unknown-field", "是不是：date"),
    ("clause: A1.方案缺项", "clause: A1方案缺项", "unknown-clause", "是不是：A1.方案缺项"),
    ("clause: A1.方案缺项", "clause: A2.方案缺项", "clause-of-other-table", "是不是：A1.方案缺项"),
    ("level: 黄牌警告, ", "level: 黄牌, ", "unknown-level-word", "是不是：黄牌警告"),
    ("member: 熊志强", "member: 熊志", "stranger-member", "是不是：熊志强"),
    ("value: 2.5", "value: 12.6", "shares-over-whole", "核对"),
    ("{clause: F2.不参加, ", "{clause: F2.不参加，", "full-width-comma", "英文逗号"),
]


def _score(path: Path) -> Scorecard:
    log = load_log(path)
    return evaluate(rubric_of(log), log)


@pytest.mark.parametrize(("right", "wrong", "code", "mend"), SLIPS)
def test_a_slip_in_an_example_is_one_problem_with_its_mend(
    right: str, wrong: str, code: str, mend: str, tmp_path: Path
) -> None:
    text = (EXAMPLES / "shizhi" / "市职业技能鉴定中心.yaml").read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / "log.yaml"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(Rejected) as rejected:
        _score(path)
    (problem,) = rejected.value.problems
    assert problem.code == code
    assert problem.place is not None
    assert problem.place.excerpt is not None
    assert wrong.partition("：")[0] in problem.place.excerpt
    # the first word of advice is the one that a person follows
    assert mend in fixes(problem, Words("zh"))[0]
