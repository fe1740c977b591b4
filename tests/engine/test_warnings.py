"""The questions about a log: each moves no number, and `validate-log` asks what the scorecard asks."""

from __future__ import annotations

from typing import Any

import pytest

from wuwu.api import evaluate, load_rubric
from wuwu.diagnostics import Severity
from wuwu.log.declared import declare_log
from wuwu.scoring.scorecard import Scorecard
from wuwu.scoring.warnings import locate_warnings
from wuwu.source.document import hold_data
from wuwu.source.yaml_reader import parse_document

Data = dict[str, Any]
LATE: Data = {"clause": "A5.迟报", "date": "2018-04-10"}
COMPLAINT: Data = {"clause": "D1.投诉", "date": "2018-06-02", "status": "查实"}
HONOUR: Data = {"clause": "F1.荣誉", "date": "2018-05-01", "level": "市级"}


def score(*events: Data) -> Scorecard:
    data = {"unit": "甲", "rubric": "shizhi", "year": 2018, "events": list(events)}
    return evaluate(load_rubric("shizhi", 2018), declare_log(hold_data(data, "log.yaml")).require())


def asked(*events: Data) -> list[tuple[str, tuple[int, ...]]]:
    return [(warn.code, warn.events) for warn in score(*events).warnings]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LATE, LATE),
        (LATE, LATE | {"count": 3}),
        (LATE | {"note": "一季度 信息"}, LATE | {"note": "一季度信息"}),
        (COMPLAINT, {**COMPLAINT, "status": "待查"}),
        (COMPLAINT | {"verified_by": "市信访局"}, COMPLAINT),
    ],
)
def test_the_same_line_twice_is_a_question(one: Data, other: Data) -> None:
    assert asked(one, other) == [("repeated-line", (0, 1))]


@pytest.mark.parametrize(
    "apart",
    [
        {"date": "2018-04-11"},
        {"note": "二季度信息"},
        {"evidence": "局通报第2期"},
        {"case": "12345-0602"},
        {"subject": "二季度信息"},
        {"reason": "系统故障"},
    ],
)
def test_what_tells_two_lines_apart(apart: Data) -> None:
    assert asked(LATE, LATE | apart) == []


def test_what_was_dismissed_repeats_nothing() -> None:
    assert asked(COMPLAINT, {**COMPLAINT, "status": "不属实"}) == []


def test_one_document_under_two_clauses_is_a_question_though_it_names_a_kind_only() -> None:
    plaque = {"evidence": "奖牌"}
    assert asked(HONOUR | plaque, HONOUR | plaque | {"clause": "E7.表彰奖励"}) == [("repeated-evidence", (0, 1))]


def test_one_document_twice_under_one_clause_is_a_question_where_it_can_be_told_from_others() -> None:
    first, second = HONOUR | {"note": "甲"}, HONOUR | {"note": "乙"}
    assert asked(first | {"evidence": "奖牌"}, second | {"evidence": "奖牌"}) == []
    numbered = {"evidence": ["奖牌", "岳政发〔2018〕3号"]}
    assert asked(first | numbered, second | numbered) == [("repeated-evidence", (0, 1))]


def test_a_document_may_support_several_findings_and_counts() -> None:
    plan = {"evidence": "岳人社发〔2018〕5号"}
    met = {"finding": "符合"} | plan
    held = {"date": "2018-05-08"} | plan
    assert asked(
        {"clause": "A1.实施方案"} | met,
        {"clause": "A2.主体责任"} | met,
        {"clause": "A4.主题活动"} | held,
        {"clause": "B3.集中学习"} | held,
    ) == []  # fmt: skip


def test_the_same_entries_are_asked_about_once() -> None:
    alike = {"case": "12345-0601", "subject": "窗口态度", "evidence": "转办单第7号"}
    assert asked(COMPLAINT | alike, COMPLAINT | alike | {"clause": "D4.投诉"}) == [("repeated-case", (0, 1))]


@pytest.mark.parametrize(("verified_on", "doubtful"), [
    ("2018-06-01", True), ("2018-06-02", False), ("2019-01-15", False), ("2020-12-31", False), ("2021-01-01", True),
    ("2118-06-20", True),
])  # fmt: skip
def test_a_verification_before_the_event_or_years_later_is_a_question(verified_on: str, doubtful: bool) -> None:
    expected = [("doubtful-verification", (0,))] if doubtful else []
    assert asked(COMPLAINT | {"verified_on": verified_on}) == expected


def test_two_targets_of_one_name_in_two_spellings_are_one_target() -> None:
    from wuwu.diagnostics import Rejected

    target = {"clause": "E1.目标任务", "rate": "101"}
    with pytest.raises(Rejected) as caught:
        score(target | {"name": "创业培训（市级）"}, target | {"name": "创业培训(市级)"})
    assert [problem.code for problem in caught.value.problems] == ["double-entry"]


def test_penalties_of_one_title_in_two_spellings_are_one() -> None:
    penalty = {"clause": "D6.处罚", "date": "2018-09-01"}
    card = score(
        penalty | {"level": "黄牌警告", "subject": "市级文明单位"},
        penalty | {"level": "撤销荣誉称号", "subject": "市级“文明单位”"},
    )
    assert card.total.children[3].children[5].score == -10
    assert [warn.code for warn in card.warnings] == ["taken-as-one"]


def test_a_question_stands_at_its_last_entry_and_names_three_others_at_most() -> None:
    line = "  - {clause: A5.迟报, date: 2018-04-10}\n"
    text = "unit: 甲\nrubric: shizhi\nyear: 2018\nevents:\n" + line * 6
    log = declare_log(parse_document(text.encode(), "log.yaml").require()).require()
    (problem,) = locate_warnings(log, evaluate(load_rubric("shizhi", 2018), log).warnings)
    assert (problem.code, problem.severity) == ("repeated-line", Severity.WARNING)
    assert problem.place is not None
    assert (problem.place.line, [place.line for place in problem.related]) == (10, [5, 6, 7])
