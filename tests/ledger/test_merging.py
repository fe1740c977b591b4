"""Several sources of one unit: one record, contradictions and doubled entries told, the unit's own assessment apart."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from wuwu.cli import main

UNITS = ["甲单位", "乙单位", "丙单位", "丁单位", "戊单位", "己单位", "庚单位"]
HEAD = "unit: {unit}\nrubric: shizhi\nyear: 2018\n"
Answer = tuple[int, Any, str]


@pytest.fixture
def score(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """The exit code, the JSON and what is told when these paths are scored."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Answer:
        code = main(["--lang", "zh", "score", *arguments, "--format", "json"])
        captured = capsys.readouterr()
        return code, json.loads(captured.out or "null"), captured.err

    return run


def section(name: str, rows: str, **cells: dict[str, Any]) -> None:
    """The ledger of a section, for its rows, filled in."""
    Path("名单.txt").write_text("\n".join(UNITS))
    assert main(["template", "shizhi", "--units", "名单.txt", "--for", f"{name}={rows}", "-o", f"三/{name}.xlsx"]) == 0
    book = openpyxl.load_workbook(f"三/{name}.xlsx")
    for sheet, some in cells.items():
        for cell, value in some.items():
            book[sheet][cell] = value
    book.save(f"三/{name}.xlsx")


def log(name: str, unit: str, *entries: str, **head: str) -> str:
    lines = [f"{field}: {value}" for field, value in head.items()]
    events = ["events:", *(f"  - {{{each}}}" for each in entries)] if entries else ["events: []"]
    Path(name).write_text(HEAD.format(unit=unit) + "\n".join([*lines, *events]) + "\n")
    return name


def units(answer: Any) -> dict[str, Any]:
    return {each["unit"]: each for group in answer["groups"] for each in group["units"]}


def test_three_sections_one_contradiction_and_one_doubled_event(score: Callable[..., Answer]) -> None:
    Path("三").mkdir()
    complaint = {"A4": UNITS[0], "B4": "D1.投诉", "C4": "2018-06-02", "G4": "查实", "M4": "12345-0601"}
    section("机关党委", "B5,D1", 认定={"D4": "符合", "E4": "不符合"}, 台账=complaint)
    section("纪检", "D1,F5", 台账=complaint)
    section("办公室", "A,B5", 认定={"D4": "符合", "E4": "符合", "E10": "符合", "F4": "符合"})
    code, answer, err = score("三")
    found = units(answer)
    assert code == 1
    assert sorted(found) == sorted(set(UNITS) - {UNITS[1]})
    (failed,) = answer["failed"]
    assert failed["unit"] == UNITS[1]
    (problem,) = failed["problems"]
    assert problem["code"] == "sources-disagree"
    assert {problem["cell"], problem["related"][0]["cell"]} == {"认定!E4", "认定!E10"}
    assert "办公室和机关党委记得不一样" in err
    first = found[UNITS[0]]
    assert [each["recorded_by"] for each in first["sources"]] == ["办公室", "机关党委", "机关党委", "纪检"]
    assert [each["sheet"] for each in first["sources"]] == ["认定", "认定", "台账", "台账"]
    twice = [each for each in first["warnings"] if each["code"] == "recorded-twice"]
    assert [len(each["events"]) for each in twice] == [2]
    assert [first["events_at"][event]["source"] for event in twice[0]["events"]] == [2, 3]
    lines = [line for row in first["dimensions"] for item in row["items"] for line in item["lines"]]
    (line,) = [each for each in lines if each["rule"] == "D1.投诉"]
    assert line["points"] == -2, "each counts, until somebody has looked"


def test_what_two_sources_settle_alike_counts_once(score: Callable[..., Answer]) -> None:
    log("甲.yaml", "甲", "clause: A1.实施方案, finding: 符合", "clause: C6.优秀率, value: 92.50", recorded_by="办公室")
    log("乙.yaml", "甲", "clause: C6.优秀率, value: 92.5, note: 民主测评", recorded_by="人事")
    code, answer, _ = score("甲.yaml", "乙.yaml")
    unit = units(answer)["甲"]
    assert code == 0
    assert unit["events_at"] == [{"source": 0, "place": "6:5"}, {"source": 0, "place": "7:5"}]
    assert [each["path"] for each in unit["sources"]] == ["甲.yaml", "乙.yaml"]


def test_a_row_that_was_given_to_another_is_remarked(score: Callable[..., Answer]) -> None:
    Path("三").mkdir()
    section("机关党委", "B5")
    log("三/办公室.yaml", UNITS[0], "clause: B5.主题活动, finding: 符合", recorded_by="办公室")
    _, answer, _ = score("三")
    (remark,) = [each for each in units(answer)[UNITS[0]]["warnings"] if each["code"] == "recorded-by-another"]
    assert "归机关党委登记，办公室也登记了" in remark["message"]


def test_split_logs_without_recorders_are_refused_and_told_how(score: Callable[..., Answer], tmp_path: Path) -> None:
    log("甲.yaml", "甲局", "clause: A5.迟报, date: 2018-02-01")
    log("乙.yaml", "甲局", "clause: A5.缺报, date: 2018-03-01")
    code, answer, err = score("甲.yaml", "乙.yaml")
    assert (code, answer["groups"], len(answer["failed"])) == (1, [], 2)
    assert "recorded_by" in err
    for name, who in (("甲.yaml", "办公室"), ("乙.yaml", "机关党委")):
        Path(name).write_text(Path(name).read_text().replace("events:", f"recorded_by: {who}\nevents:"))
    code, answer, err = score("甲.yaml", "乙.yaml")
    together = units(answer)["甲局"]["reference_score"]
    log("合.yaml", "甲局", "clause: A5.迟报, date: 2018-02-01", "clause: A5.缺报, date: 2018-03-01")
    shutil.move("甲.yaml", "甲.bak")
    assert (code, err) == (0, "")
    assert together == score("合.yaml")[1]["reference_score"]


def test_a_target_and_a_group_in_two_spellings_are_one(score: Callable[..., Answer]) -> None:
    target = "clause: E1.目标任务, name: {}, plan: 100, actual: 100"
    log("甲.yaml", "甲局", target.format("社保扩面（一）"), group="局属单位（一）", recorded_by="办公室")
    log("乙.yaml", "甲局", target.format("社保扩面(一)"), group="局属单位(一)", recorded_by="人事科")
    code, answer, err = score("甲.yaml", "乙.yaml")
    assert (code, err) == (0, "")
    assert len(units(answer)["甲局"]["events_at"]) == 1


def test_a_log_by_another_name_of_the_unit_joins_it(score: Callable[..., Answer]) -> None:
    Path("三").mkdir()
    section("机关党委", "B5", 单位={"B4": "甲中心"}, 认定={"D4": "符合"})
    log("三/办公室.yaml", "甲中心", "clause: A5.迟报, date: 2018-02-01", recorded_by="办公室")
    _, answer, _ = score("三")
    assert sorted(units(answer)) == sorted(UNITS)
    assert [each["recorded_by"] for each in units(answer)[UNITS[0]]["sources"]] == ["办公室", "机关党委"]


def test_a_units_own_assessment_stands_beside_the_official_one(score: Callable[..., Answer]) -> None:
    log(
        "核定.yaml",
        "甲",
        "clause: A5.迟报, date: 2018-02-01",
        "clause: A1.实施方案, finding: 符合",
        recorded_by="考核办",
    )
    log(
        "自评.yaml",
        "甲",
        "clause: A1.实施方案, finding: 符合",
        "clause: A2.主体责任, finding: 符合",
        recorded_by="自评",
    )
    code, answer, _ = score("核定.yaml", "自评.yaml")
    unit = units(answer)["甲"]
    alone = score("核定.yaml")[1]
    assert code == 0
    assert (unit["score"], unit["reference_score"]) == (alone["score"], alone["reference_score"])
    assert alone["self"] is None
    assert unit["self"]["score"] == unit["reference_score"] + 2.5
    assert unit["self"]["differences"] == [
        {"item": "A2", "self": 2, "score": 0, "clauses": ["A2.主体责任"]},
        {"item": "A5", "self": 2, "score": 1.5, "clauses": ["A5.迟报"]},
    ]


def test_the_summary_of_the_workbook_has_a_units_own_score_where_there_is_one(score: Callable[..., Answer]) -> None:
    log("核定.yaml", "甲", "clause: A1.实施方案, finding: 符合", recorded_by="考核办")
    log(
        "自评.yaml",
        "甲",
        "clause: A1.实施方案, finding: 符合",
        "clause: A2.主体责任, finding: 符合",
        recorded_by="自评",
    )
    log("乙.yaml", "乙")

    def summary(*paths: str) -> dict[object, tuple[object, ...]]:
        assert score(*paths, "--xlsx", "结果.xlsx")[0] == 0
        rows = openpyxl.load_workbook("结果.xlsx")["汇总"].iter_rows(values_only=True)
        return {row[1]: row[9:12] for row in rows if row[1] in ("单位", "甲", "乙", "最高")}

    assert summary("核定.yaml", "自评.yaml", "乙.yaml") == {
        "单位": ("总分", "自评", "自评减\n核定"),
        "甲": (49, 51, 2),
        "乙": (47, None, None),
        "最高": (49, None, None),
    }
    assert summary("核定.yaml", "乙.yaml")["单位"][:2] == ("总分", "备注")


def test_the_list_of_vetoed_units_has_their_own_score_where_there_is_one(
    score: Callable[..., Answer], capsys: pytest.CaptureFixture[str]
) -> None:
    veto = "clause: F5.处分, date: 2018-11-19, level: 市级, reason: 违规接受吃请"
    log("核定.yaml", "甲", veto, recorded_by="考核办")
    log("自评.yaml", "甲", "clause: A1.实施方案, finding: 符合", recorded_by="自评")
    log("乙.yaml", "乙")

    def vetoed(*paths: str) -> str:
        assert main(["--lang", "zh", "score", *paths, "--format", "markdown"]) == 0
        return capsys.readouterr().out.partition("一票否决（不参加排名）")[2].partition("失分")[0]

    assert "| 单位 | 一票否决事项 | 参考分 | 自评 | 自评减核定 |" in vetoed("核定.yaml", "自评.yaml", "乙.yaml")
    assert "| 47 | 49 | +2 |" in vetoed("核定.yaml", "自评.yaml", "乙.yaml")
    assert "自评" not in vetoed("核定.yaml", "乙.yaml")


def test_a_unit_that_only_assessed_itself_has_no_official_score(score: Callable[..., Answer]) -> None:
    log("自评.yaml", "甲", recorded_by="自评")
    log("乙.yaml", "乙")
    code, answer, err = score("自评.yaml", "乙.yaml")
    assert (code, list(units(answer))) == (1, ["乙"])
    assert "甲只有自评" in err
    code, answer, err = score("自评.yaml")
    assert (code, answer) == (1, None)
    assert "甲只有自评" in err
