"""Each check of validate-rubric: a small rubric that it finds fault with, and the same mended."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wuwu.api import load_rubric
from wuwu.checks import check_rubric, example_checks
from wuwu.checks.examples import ExampleOutcome, Figure, run_example
from wuwu.cli import main
from wuwu.messages import Words
from wuwu.report.findings.problems import message
from wuwu.rubric.plan import Plan, compile_document
from wuwu.rules.kind import Example, Rule
from wuwu.source.document import hold_data

Data = dict[str, Any]
TEXT = "干得好的，计4分；迟到的，每次扣1分，扣完为止；表扬的，按照市级、省级分别加计1分、3分，累计不超过5分。"


def sound() -> Data:
    """A rubric of one row in which nothing is wrong."""
    award: Data = {"id": "A1.干", "kind": "award", "points": "4", "quote": "干得好的，计4分", "presumed": "true"}
    award["examples"] = [{"given": [], "scores": "4"}, {"given": [{"finding": "不符合"}], "scores": "0"}]
    award["examples"].append({"given": [], "unassessed": "true", "scores": "4"})
    late: Data = {"id": "A1.迟", "kind": "deduction", "occurrence": {"each": "1", "unit": "次"}}
    late["quote"] = "迟到的，每次扣1分，扣完为止"
    late["examples"] = [{"given": [{"count": "5"}], "scores": "-5", "item": "0"}]
    praise: Data = {"id": "A1.扬", "kind": "bonus", "word": {"each": {"市级": "1", "省级": "3"}}, "cap": "5"}
    praise["quote"] = "表扬的，按照市级、省级分别加计1分、3分，累计不超过5分"
    praise["examples"] = [
        {"given": [{"level": "市级"}], "scores": "1"},
        {"given": [{"level": "省级", "count": "2"}], "scores": "5", "item": "9"},
        {"given": [{"level": "县级"}], "scores": "0"},
    ]
    item = {"id": "A1", "points": "4", "text": TEXT, "rules": [award, late, praise]}
    return {
        "rubric": "r",
        "title": "标准",
        "year": "2020",
        "points": "4",
        "levels": [{"name": "县级"}, {"name": "市级"}, {"name": "省级"}],
        "dimensions": [{"id": "A", "name": "项目", "points": "4", "items": [item]}],
    }


def codes(data: Data) -> list[str]:
    plan = compile_document(hold_data(data, "r.yaml")).require()
    return [problem.code for problem in check_rubric(plan).problems]


def row(data: Data) -> Data:
    found: Data = data["dimensions"][0]["items"][0]
    return found


def rule(data: Data, index: int) -> Data:
    found: Data = row(data)["rules"][index]
    return found


def set_in(index: int, **fields: Any) -> Callable[[Data], None]:
    return lambda data: rule(data, index).update(fields)


def drop_floor(data: Data) -> None:
    """Take 扣完为止 out of the text, and the floor away."""
    row(data)["floor"] = "none"
    for owner, field in ((row(data), "text"), (rule(data, 1), "quote")):
        owner[field] = owner[field].replace("，扣完为止", "")


def test_a_sound_rubric_has_no_findings() -> None:
    assert codes(sound()) == []


EDITS: dict[str, list[Callable[[Data], None]]] = {
    "text-left": [lambda data: row(data).update(text=TEXT + "另有一句。")],
    "quote-not-in-text": [set_in(0, quote="干得很好的，计4分")],
    "quote-ambiguous": [set_in(0, quote=["干得好的，计4分", "的，"])],
    "words-contradict": [
        set_in(1, occurrence={"each": "2", "unit": "次"}),
        set_in(2, cap="6"),
        set_in(2, word={"each": {"市级": "1", "省级": "4"}}),
        lambda data: row(data).update(floor="none"),
    ],
    "points-not-in-text": [set_in(2, word={"each": {"县级": "2", "市级": "1", "省级": "3"}})],
    "level-not-in-text": [set_in(2, from_level="省级")],
    "upheld-not-in-text": [set_in(1, upheld_only="true")],
    "floor-not-in-text": [drop_floor],
    "price-not-positive": [set_in(1, occurrence={"each": "0"})],
    "tiers-fall": [set_in(2, word={"each": {"市级": "3", "省级": "1"}})],
    "cap-below-bonus": [set_in(2, cap="2")],
    "never-bites": [set_in(1, occurrence={"each": "1", "times": "0"}), set_in(1, from_level="县级")],
    "no-moving-example": [set_in(1, examples=[])],
    "no-boundary-example": [set_in(1, examples=[{"given": [{"count": "1"}], "scores": "-1"}])],
    "example-fails": [set_in(1, examples=[{"given": [{"count": "2"}], "scores": "-1", "item": "2"}])],
    "example-refused": [set_in(1, examples=[{"given": [{"points": "2"}], "scores": "-1", "item": "2"}])],
    "stale-acceptance": [lambda data: data.update(accepted=[{"code": "text-left", "at": "A1", "why": "旧"}])],
}


@pytest.mark.parametrize(("code", "edit"), [(code, edit) for code, edits in EDITS.items() for edit in edits])
def test_an_edit_that_is_wrong_is_found(code: str, edit: Callable[[Data], None]) -> None:
    data = sound()
    edit(data)
    assert code in codes(data)


def test_a_reading_that_leads_nowhere_is_found() -> None:
    reading: Data = {"id": "R1", "question": "问", "choice": "取", "basis": "据", "clauses": ["A9"]}
    same = {"name": "同", "patch": {"A1.迟": {"occurrence": {"each": "1"}}}}
    stranger = {"name": "无", "patch": {"B9": {"floor": "none"}}}
    broken = {"name": "坏", "patch": {"A1.迟": {"occurrence": {"each": "x"}}}}
    data = sound() | {"readings": [reading | {"alternatives": [same, stranger, broken]}]}
    found = list(dict.fromkeys(codes(data)))
    assert found == ["reading-names-nothing", "alternative-idle", "patch-names-nothing", "alternative-invalid"]


def test_an_alternative_says_which_of_its_fields_change_nothing() -> None:
    patch = {
        "A1.迟": {"occurrence": {"each": "2", "unit": "次"}, "notes": "另记"},
        "A1": {"floor": "none"},
        "A1.扬": None,
    }
    reading: Data = {
        "id": "R1",
        "question": "问",
        "choice": "取",
        "basis": "据",
        "alternatives": [{"name": "半", "patch": patch}],
    }
    plan = compile_document(hold_data(sound() | {"readings": [reading]}, "r.yaml")).require()
    (problem,) = check_rubric(plan).problems
    assert (problem.code, problem.params["fields"]) == ("alternative-idle", ["A1.迟 occurrence.unit", "A1.迟 notes"])


def test_a_fragment_marked_as_unscored_counts_as_accounted_for() -> None:
    data = sound()
    row(data).update(text=TEXT + "另有一句。", unscored=[{"text": "另有一句", "why": "不计分"}])
    assert codes(data) == []


def test_an_accepted_finding_is_left_out() -> None:
    data = sound()
    row(data).update(text=TEXT + "另有一句。")
    data["accepted"] = [{"code": "text-left", "at": "A1", "why": "附则"}]
    assert codes(data) == []


def test_every_finding_has_its_words() -> None:
    for language in ("zh", "en"):
        words = Words(language)
        for code in [*EDITS, "reading-names-nothing", "alternative-idle", "bands-unordered", "at-most-over-part"]:
            assert f"problem.{code}" in words
            assert f"problem.{code}.fix" in words


@pytest.mark.parametrize("table", ["shizhi", "xianshiqu"])
def test_the_bundled_tables_have_nothing_left(table: str) -> None:
    findings = check_rubric(load_rubric(table))
    assert findings.problems == ()
    assert findings.coverage.characters.left == findings.coverage.sentences.left == 0
    assert findings.exercise.moving == findings.exercise.rules
    assert findings.exercise.taken == findings.exercise.branches


def test_the_doubled_price_of_a_complaint_is_shown_against_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The edit that CI has to stop: D1's 1 point becomes 2."""
    source = (Path(__file__).parent.parent.parent / "rubrics" / "shizhi.yaml").read_text(encoding="utf-8")
    at = source.index("each: 1", source.index("- id: D1.投诉"))
    edited = tmp_path / "shizhi.yaml"
    edited.write_text(source[:at] + "each: 2" + source[at + len("each: 1") :], encoding="utf-8")
    assert main(["validate-rubric", str(edited), "--lang", "zh"]) == 1
    told = capsys.readouterr().out
    assert "words-contradict" in told
    assert "D1.投诉" in told
    assert "example-fails" in told


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif", "junit"])
def test_every_format_is_written_and_strict_passes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate-rubric", "--strict", "--format", name]) == 0
    assert capsys.readouterr().out


def test_a_rubric_that_does_not_exist_is_usage_and_a_missing_file_is_access() -> None:
    assert main(["validate-rubric", "nosuch"]) == 2
    assert main(["validate-rubric", "nosuch.yaml"]) == 3


def test_a_failed_example_is_one_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = sound()
    rule(data, 1)["examples"] = [{"given": [{"count": "2"}], "scores": "-1", "item": "3.5"}]
    plan = compile_document(hold_data(data, "r.yaml")).require()
    (problem,) = (each for each in check_rubric(plan).problems if each.code == "example-fails")
    assert message(problem, Words("zh")) == "“A1.迟”的算例写明扣1、本行3.5，实际算出扣2、本行2"
    assert message(problem, Words("en")) == (
        "the example of A1.迟 says -1 point, row 3.5; the result is -2 points, row 2"
    )


@pytest.mark.parametrize(
    ("what", "value", "zh"),
    [
        ("scores", Decimal(2), "得2"),
        ("scores", Decimal("-0.5"), "扣0.5"),
        ("part", None, "没有分项"),
        ("dimension", Decimal(0), "本项目0"),
        ("vetoed", True, "一票否决"),
        ("vetoed", False, "不否决"),
        ("refused", "missing-date", "登记有误（missing-date）"),
        ("refused", None, "登记无误"),
    ],
)
def test_each_figure_of_an_example_has_its_words(what: str, value: Figure, zh: str) -> None:
    from wuwu.checks.example_checks import _figure

    code, params = _figure(what, value)
    assert Words("zh")(code, **params) == zh
    assert Words("en")(code, **params)


def test_an_example_refused_otherwise_names_each_problem_in_the_words_of_the_language() -> None:
    data = sound()
    given = [{"points": "2"}, {"date": "2019-01-01"}]
    rule(data, 1)["examples"].append({"given": given, "refused": "stranger-member"})
    plan = compile_document(hold_data(data, "r.yaml")).require()
    said = [message(each, Words("en")) for each in check_rubric(plan).problems if each.code == "example-fails"]
    assert len(said) == 1
    assert "(date-outside-year, idle-field)" in said[0]


def test_every_example_is_run_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Example] = []

    def counted(plan: Plan, rule: Rule, example: Example) -> ExampleOutcome:
        ran.append(example)
        return run_example(plan, rule, example)

    monkeypatch.setattr(example_checks, "run_example", counted)
    findings = check_rubric(compile_document(hold_data(sound(), "r.yaml")).require())
    assert len(ran) == findings.exercise.examples == 7
