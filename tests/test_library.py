"""The doors of the library: what they hand out is what the file says now."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from openpyxl import load_workbook

from wuwu import Rejected, evaluate, load_log, load_rubric, rank, score_folder, write_workbook
from wuwu.units.pipeline import Pipeline

ROW = "{id: A1, points: 2, text: 落实责任的，计2分, rules: [{id: A1.责任, kind: award, points: 2, quote: 落实责任的，计2分}]}"
RUBRIC = f"""
rubric: demo
title: 示例
year: 2018
points: 2
dimensions: [{{id: A, name: 示例, points: 2, items: [{ROW}]}}]
"""


def test_a_rubric_that_was_edited_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "rubric.yaml"
    file.write_text(RUBRIC, encoding="utf-8")
    assert load_rubric(str(file)).rubric.title == "示例"
    file.write_text(RUBRIC.replace("title: 示例", "title: 改过"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert load_rubric(str(file)).rubric.title == "改过"


def test_a_relative_path_is_of_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rubric.yaml").write_text(RUBRIC.replace("title: 示例", f"title: {name}"), encoding="utf-8")
        monkeypatch.chdir(tmp_path / name)
        assert load_rubric("rubric.yaml").rubric.title == name
        assert load_rubric("rubric.yaml") is load_rubric("rubric.yaml")


def test_a_path_may_be_a_text_or_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rubric, log = tmp_path / "rubric.yaml", tmp_path / "log.yaml"
    rubric.write_text(RUBRIC, encoding="utf-8")
    log.write_text("unit: 甲\nrubric: rubric.yaml\nyear: 2018\nevents: []\n", encoding="utf-8")
    assert load_rubric(rubric) is load_rubric(str(rubric))
    scores = [evaluate(load_rubric(form(rubric)), load_log(form(log))).total.score for form in (str, Path)]
    assert scores[0] == scores[1]
    monkeypatch.chdir(tmp_path)
    assert load_rubric(Path("rubric.yaml")).rubric.title == "示例"


def test_an_id_is_a_text_and_a_path_is_never_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Rejected) as caught:
        load_rubric(Path("shizhi"))
    assert [each.code for each in caught.value.problems] == ["missing-file"]
    Path("shizhi").write_text(RUBRIC, encoding="utf-8")
    Path("standard").write_text(RUBRIC, encoding="utf-8")
    assert load_rubric("shizhi").rubric.title != "示例"
    assert load_rubric(Path("shizhi")).rubric.title == load_rubric("standard").rubric.title == "示例"


HEAD = "unit: 甲\nrubric: shizhi\nyear: 2018\nmembers: [张三]\nevents:\n"
# entries that cannot be read, those that can be and are wrong, and sound ones
BROKEN = (
    "  - {clause: A5.迟报, date: 2018-05-10",
    '  - {clause: "A5.迟报, date: 2018-05-10}',
    "  - {clause: A5.迟报，date: 2018-05-10}",
)
WRONG = (
    ("  - {clause: A5.迟到, date: 2018-04-10}", "unknown-clause"),
    ("  - {clause: A5.迟报, date: 2018-4-10}", "not-a-date"),
    ("  - {clause: A5.迟报, date: 2019-04-10}", "date-outside-year"),
    ("  - {clause: C3.参加组织生活, member: 李四, count: 2}", "stranger-member"),
    ("  - clause: A5.迟报\n    day: 2018-04-10", "unknown-field"),
)
SOUND = "  - {clause: A5.缺报, date: 2018-04-10, evidence: [通报, 台账]}"


def told(path: Path) -> list[tuple[str, int]]:
    found = Pipeline().score(path).problems
    return [(each.code, (each.place.line or 0) if each.place else 0) for each in found]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize(("wrong", "code"), WRONG, ids=[code for _, code in WRONG])
def test_entries_that_cannot_be_read_keep_no_others_from_being_looked_at(
    broken: str, wrong: str, code: str, tmp_path: Path
) -> None:
    file = tmp_path / "log.yaml"
    for before, after in ((broken, wrong), (wrong, broken)):
        file.write_text(f"{HEAD}{SOUND}\n{before}\n# 二季度\n{after}\n{SOUND}\n", encoding="utf-8")
        found = told(file)
        assert [each for each, _ in found].count(code) == 1
        assert len(found) == 2
        lines = [line for _, line in found]
        assert lines == sorted(lines)


def test_what_else_is_wrong_with_a_log_whose_head_cannot_be_read_has_to_wait(tmp_path: Path) -> None:
    file = tmp_path / "log.yaml"
    file.write_text(HEAD.replace("甲", "@甲") + f"{WRONG[0][0]}\n{BROKEN[0]}\n", encoding="utf-8")
    assert [line for _, line in told(file)] == [1, 7]


def test_a_log_of_which_no_entry_can_be_read_is_told_no_more_than_that(tmp_path: Path) -> None:
    file = tmp_path / "log.yaml"
    file.write_text(HEAD + "\n".join(BROKEN[::2]) + "\n", encoding="utf-8")
    assert [line for _, line in told(file)] == [6, 7]
    file.write_text(HEAD.replace("shizhi", "shizi") + "\n".join(BROKEN[::2]) + "\n", encoding="utf-8")
    assert told(file)[0] == ("unknown-rubric", 2)


FIELD_AND_CLAUSE = (
    ("{clause: A5.迟到, date: 2018/4/10}", ["unknown-clause", "not-a-date"]),
    ("{clause: A5.迟报, date: 2018/4/10, level: 市级}", ["not-a-date", "idle-field"]),
    ("{clause: A5.迟报, date: 2018/4/10}", ["not-a-date"]),
    ("{clause: A5.迟报, day: 2018-04-10}", ["unknown-field"]),
    ("{date: 2018/4/10}", ["missing-field", "not-a-date"]),
)


@pytest.mark.parametrize(("entry", "codes"), FIELD_AND_CLAUSE)
def test_a_wrong_field_of_an_entry_hides_nothing_else_of_it(entry: str, codes: list[str], tmp_path: Path) -> None:
    """A field whose value is wrong is there: it is not reported as missing besides."""
    file = tmp_path / "log.yaml"
    file.write_text(f"{HEAD}  - {entry}\n", encoding="utf-8")
    assert sorted(code for code, _ in told(file)) == sorted(codes)


def test_a_log_needs_no_rubric_to_be_loaded(tmp_path: Path) -> None:
    file = tmp_path / "log.yaml"
    file.write_text(HEAD.replace("shizhi", "unknown") + f"{WRONG[0][0]}\n", encoding="utf-8")
    assert load_log(file).events[0].clause == "A5.迟到"


def test_a_rubric_says_what_it_is() -> None:
    rubric = load_rubric("shizhi", 2018)
    assert (rubric.id, rubric.year, rubric.title) == ("shizhi", 2018, rubric.rubric.title)
    assert [each.id for each in rubric.dimensions] == ["A", "B", "C", "D", "E", "F"]


def test_a_workbook_from_python_has_the_fonts_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "甲.yaml"
    log.write_text("unit: 甲\nrubric: shizhi\nyear: 2018\nevents: []\n", encoding="utf-8")
    monkeypatch.setenv("WUWU_FONTS", "某标宋")
    write_workbook(rank(score_folder(log, keep=True)), tmp_path / "排名.xlsx")
    titles = {sheet["A1"].font.name for sheet in load_workbook(tmp_path / "排名.xlsx")}
    assert "某标宋" in titles
