"""Folders of logs: everyone gets an answer, one bad log harms no other, and the number of processes changes nothing."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from wuwu.api import evaluate, load_log
from wuwu.cli import main
from wuwu.diagnostics import Rejected
from wuwu.messages import Words
from wuwu.report.ranking.csv import ranking_csv
from wuwu.report.ranking.document import dump_ranking, render_result
from wuwu.report.ranking.markdown import ranking_markdown
from wuwu.report.ranking.text import render_ranking
from wuwu.rubric.plan import compile_document
from wuwu.source.files import read_document
from wuwu.units.batch import Asked, Batch, score_files
from wuwu.units.ranking import rank

EXAMPLES = Path(__file__).parents[1] / "examples"
GOOD = "unit: {unit}\nrubric: shizhi\nyear: 2018\nevents:\n  - {{clause: A5.迟报, date: 2018-04-10, count: {count}}}\n"
# Ten ways to be broken, and the problem that says so.
BROKEN: dict[str, tuple[bytes, str]] = {
    "不是YAML": (b"unit: [\n", "unclosed-bracket"),
    "乱码": ("单位".encode() + b"\xff\xff\n", "bad-encoding"),
    "空文件": (b"", "empty-file"),
    "缺单位": (b"rubric: shizhi\nyear: 2018\nevents: []\n", "missing-field"),
    "没有这个标准": ("unit: 甲\nrubric: shizi\nyear: 2018\nevents: []\n".encode(), "unknown-rubric"),
    "没有这一年": ("unit: 乙\nrubric: shizhi\nyear: 1999\nevents: []\n".encode(), "no-rubric-for-year"),
    "没有这个条款": (
        "unit: 丙\nrubric: shizhi\nyear: 2018\nevents:\n  - {clause: A5.迟到, date: 2018-04-10}\n".encode(),
        "unknown-clause",
    ),
    "缺日期": ("unit: 丁\nrubric: shizhi\nyear: 2018\nevents:\n  - {clause: A5.迟报}\n".encode(), "missing-date"),
    "日期写法": (
        "unit: 戊\nrubric: shizhi\nyear: 2018\nevents:\n  - {clause: A5.迟报, date: 2018/4/10}\n".encode(),
        "not-a-date",
    ),
    "标准文件不在": ("unit: 己\nrubric: ./没有.yaml\nyear: 2018\nevents: []\n".encode(), "rubric-file-missing"),
}


def write_good(folder: Path, number: int, start: int = 0) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(start, start + number):
        text = GOOD.format(unit=f"第{index}单位", count=index % 7 + 1)
        (folder / f"{index:04}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Two hundred units, ten of them broken in ten different ways."""
    write_good(tmp_path / "台账", 190)
    for name, (raw, _) in BROKEN.items():
        (tmp_path / "台账" / f"坏-{name}.yaml").write_bytes(raw)
    return tmp_path / "台账"


def test_two_hundred_units_of_which_ten_are_broken(many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(many), "--format", "json"]) == 1
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert sum(len(group["units"]) for group in document["groups"]) == 190
    told = {Path(each["path"]).stem: [problem["code"] for problem in each["problems"]] for each in document["failed"]}
    assert told == {f"坏-{name}": [code] for name, (_, code) in BROKEN.items()}
    assert all(f"[{code}]" in err for _, code in BROKEN.values())


@pytest.mark.parametrize("form", ["text", "json", "markdown", "csv"])
def test_the_number_of_processes_changes_nothing(
    many: Path, form: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    told = []
    for jobs in ("1", "2", "3"):
        assert main(["score", str(many), "--format", form, "--jobs", jobs]) == 1
        told.append(capsysbinary.readouterr())
    assert told[0] == told[1] == told[2]


def test_a_unit_with_two_logs_is_refused_naming_both(tmp_path: Path) -> None:
    write_good(tmp_path, 3)
    (tmp_path / "又一份.yml").write_text(GOOD.format(unit="第1单位", count=1), encoding="utf-8")
    batch = score_files([tmp_path]).require()
    assert [each.unit for each in batch.results] == ["第0单位", "第2单位"]
    assert [(Path(each.path).name, each.problems[0].code) for each in batch.failures] == [
        ("0001.yaml", "doubled-unit"),
        ("又一份.yml", "doubled-unit"),
    ]
    first, second = (each.problems[0] for each in batch.failures)
    assert first.params["others"] == [str(tmp_path / "又一份.yml")]
    assert second.params["others"] == [str(tmp_path / "0001.yaml")]
    assert first.place is not None
    assert (first.place.line, first.place.excerpt) == (1, "unit: 第1单位")


@pytest.mark.parametrize(("one", "other"), [("甲\u200b局", "甲局"), ("（一科）", "(一科)"), ("ABC中心", "ＡＢＣ中心")])
def test_a_unit_in_two_spellings_is_one_unit(tmp_path: Path, one: str, other: str) -> None:
    for name, unit in (("1.yaml", one), ("2.yaml", other)):
        (tmp_path / name).write_text(GOOD.format(unit=unit, count=1), encoding="utf-8")
    batch = score_files([tmp_path]).require()
    assert batch.results == ()
    assert [each.problems[0].code for each in batch.failures] == ["doubled-unit"] * 2


def test_a_unit_with_many_logs_names_three_of_the_others_and_counts_them(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.yaml").write_text(GOOD.format(unit="甲", count=1), encoding="utf-8")
    params = [each.problems[0].params for each in score_files([tmp_path]).require().failures]
    assert {each["count"] for each in params} == {6}
    names = [[Path(str(name)).stem for name in each["others"]] for each in params]  # type: ignore[attr-defined]
    assert names[0] == ["1", "2", "3", "…"]
    assert names[2] == ["0", "1", "3", "…"]
    assert names[5] == ["0", "1", "2", "…"]


RUBRIC = """rubric: r
title: 标准
year: 2018
points: 2
dimensions:
  - {id: A, name: 项目, points: 2, items: [{id: A1, points: 2, text: 好的，计2分, rules: [{id: A1.好, kind: award, points: 2}]}]}
"""


def test_a_rubric_among_the_logs_of_a_folder_is_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "标准.yaml").write_text(RUBRIC, encoding="utf-8")
    (tmp_path / "台账").mkdir()
    log = "unit: 甲\nrubric: ../标准.yaml\nyear: 2018\nevents: [{clause: A1.好, finding: 符合}]\n"
    (tmp_path / "台账" / "甲.yaml").write_text(log, encoding="utf-8")
    batch = score_files([tmp_path]).require()
    assert [each.unit for each in batch.results] == ["甲"]
    assert not batch.failures
    assert [(each.code, each.severity) for each in batch.notes] == [("rubric-among-logs", "note")]
    for command in ("score", "validate-log"):
        assert main([command, str(tmp_path)]) == 0
        out, err = capsys.readouterr()
        assert "[rubric-among-logs]" in out + err
        assert "不完整" not in out
    assert main(["diff", str(tmp_path / "标准.yaml"), str(tmp_path / "标准.yaml"), "--units", str(tmp_path)]) == 0
    assert "[rubric-among-logs]" in capsys.readouterr().err
    # who names it as a log has made a mistake
    for command in ("score", "validate-log"):
        assert main([command, str(tmp_path), str(tmp_path / "标准.yaml")]) == 1
        assert "[rubric-not-log]" in "".join(capsys.readouterr())


def test_a_folder_of_rubrics_holds_no_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "标准.yaml").write_text(RUBRIC, encoding="utf-8")
    for command in ("score", "validate-log"):
        assert main([command, str(tmp_path)]) == 1
        err = capsys.readouterr().err
        assert "[no-units]" in err
        assert "[rubric-among-logs]" in err


def test_an_empty_folder_beside_good_logs_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_good(tmp_path / "a", 1)
    (tmp_path / "空").mkdir()
    for command in ("score", "validate-log"):
        assert main([command, str(tmp_path / "a" / "0000.yaml"), str(tmp_path / "空")]) == 0
        told = "".join(capsys.readouterr())
        assert f"{tmp_path / '空'}: 说明: 文件夹里没有台账，已跳过 [empty-folder]" in told


def test_a_variable_that_nobody_set_is_not_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_good(tmp_path, 2)
    monkeypatch.chdir(tmp_path)
    for arguments in (
        ["score", ""],
        ["score", "0000.yaml", ""],
        ["validate-log", ""],
        ["score", "0000.yaml", "-o", ""],
    ):
        assert main(arguments) == 3
        out, err = capsys.readouterr()
        assert out == ""
        assert "路径为空 [empty-path]" in err


def test_a_log_that_was_saved_as_text_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(5):
        (tmp_path / f"{number}.yaml.txt").write_text("", encoding="utf-8")
    for command in ("score", "validate-log"):
        assert main([command, str(tmp_path)]) == 1
        err = capsys.readouterr().err
        assert f"发现 {tmp_path / '0.yaml.txt'}、" in err
        assert "2.yaml.txt、…，请改名去掉 .txt" in err


def test_what_is_wrong_with_a_log_is_counted_in_the_ranking(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_good(tmp_path, 2)
    (tmp_path / "坏.yaml").write_text("rubric: 5\nyear: x\nevents: []\nfoo: 1\n", encoding="utf-8")
    for form in ("text", "markdown", "csv"):
        assert main(["score", str(tmp_path), "--format", form]) == 1
        out, err = capsys.readouterr()
        assert "3 个错误" in out
        assert "foo" not in out
        assert "foo" in err


def test_units_that_differ_in_case_or_year_or_rubric_only_are_different_units(tmp_path: Path) -> None:
    write_good(tmp_path, 0)
    for number, unit in enumerate(("Bureau", "BUREAU", "bureau")):
        (tmp_path / f"{number}.yaml").write_text(GOOD.format(unit=unit, count=1), encoding="utf-8")
    (tmp_path / "x.yaml").write_text("unit: Bureau\nrubric: xianshiqu\nyear: 2018\nevents: []\n", encoding="utf-8")
    batch = score_files([tmp_path]).require()
    assert not batch.failures
    assert len(rank(batch.results).groups) == 2


def test_any_mix_of_files_and_folders_each_log_once(tmp_path: Path) -> None:
    write_good(tmp_path / "a", 2)
    write_good(tmp_path / "b" / "c", 2, start=2)
    (tmp_path / "b" / "c" / "~$0002.yaml").write_bytes(b"\0lock")
    (tmp_path / "b" / "c" / ".~0002.yaml").write_bytes(b"\0lock")
    (tmp_path / "b" / "c" / "说明.txt").write_text("不是台账", encoding="utf-8")
    (tmp_path / "b" / "c" / "loop").symlink_to(tmp_path, target_is_directory=True)
    paths = [tmp_path / "b" / "c" / "0003.yaml", tmp_path / "b", tmp_path / "a", tmp_path / "a" / "0000.yaml"]
    batch = score_files(paths).require()
    assert [each.unit for each in batch.results] == ["第3单位", "第2单位", "第0单位", "第1单位"]
    assert not batch.failures


def test_no_log_at_all_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Rejected) as caught:
        score_files([tmp_path]).require()
    assert [each.code for each in caught.value.problems] == ["no-units"]
    assert main(["score", str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err


def test_a_path_of_the_user_that_cannot_be_read_is_3_and_the_rest_is_ranked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_good(tmp_path / "a", 2)
    assert main(["score", str(tmp_path / "a"), str(tmp_path / "没有.yaml"), "--format", "csv"]) == 3
    assert "第1单位" in capsys.readouterr().out


def test_an_unreadable_file_inside_a_folder_is_1(tmp_path: Path) -> None:
    write_good(tmp_path, 1)
    (tmp_path / "断了的链接.yaml").symlink_to(tmp_path / "不存在")
    batch = score_files([tmp_path]).require()
    assert [(each.problems[0].code, each.no_access) for each in batch.failures] == [("missing-file", False)]
    assert main(["score", str(tmp_path)]) == 1


def test_a_missing_rubric_of_a_log_is_a_finding_even_when_the_log_was_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(BROKEN["标准文件不在"][0])
    write_good(tmp_path / "b", 1)
    assert main(["score", str(tmp_path / "a.yaml"), str(tmp_path / "b")]) == 1


def test_a_rubric_asked_for_replaces_what_the_logs_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_good(tmp_path, 2)
    batch = score_files([tmp_path], Asked(rubric="xianshiqu")).require()
    assert {each.rubric.id for each in batch.results} == {"xianshiqu"}
    assert main(["score", str(tmp_path), "--rubric", "没有"]) == 2
    assert main(["score", str(tmp_path), "--rubric", "./没有.yaml"]) == 3
    capsys.readouterr()


def test_final_looks_at_every_unit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_good(tmp_path, 2)
    assert main(["score", str(tmp_path)]) == 0
    assert main(["score", str(tmp_path), "--final"]) == 1
    assert "第0单位" in capsys.readouterr().err


def test_nothing_but_broken_logs(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "a.yaml").write_bytes(b"unit: [\n")
    kept = tmp_path / "排名.txt"
    kept.write_bytes(b"as it was")
    for form in ("text", "markdown", "csv"):
        assert main(["score", str(tmp_path), "--format", form]) == 1
        assert main(["score", str(tmp_path), "--format", form, "-o", str(kept)]) == 1
        assert capsysbinary.readouterr().out == b""
    assert kept.read_bytes() == b"as it was"
    assert main(["score", str(tmp_path), "--format", "json"]) == 1
    assert b'"groups": [],' in capsysbinary.readouterr().out


def test_an_output_file_is_written_beside_the_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_good(tmp_path / "a", 3)
    (tmp_path / "a" / "bad.yaml").write_bytes(b"unit: [\n")
    assert main(["score", str(tmp_path / "a"), "--format", "csv", "-o", str(tmp_path / "排名.csv")]) == 1
    assert capsys.readouterr().out == ""
    assert (tmp_path / "排名.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_scorecards_are_kept_only_when_asked_for(tmp_path: Path) -> None:
    write_good(tmp_path, 2)
    assert all(each.card is None and each.rendered is None for each in score_files([tmp_path]).require().results)
    kept = score_files([tmp_path], Asked(keep=True), jobs=2).require()
    assert all(each.card is not None for each in kept.results)
    words = Words("zh")
    rendered = score_files([tmp_path], Asked(render=partial(render_result, words)), jobs=2).require()
    assert dump_ranking(rank(kept.results), words) == dump_ranking(rank(rendered.results), words)
    with pytest.raises(ValueError, match="neither"):
        dump_ranking(rank(score_files([tmp_path]).require().results), words)


def test_progress_is_told_and_the_collector_is_left_as_it_was(tmp_path: Path) -> None:
    write_good(tmp_path, 5)
    told: list[tuple[int, int]] = []
    score_files([tmp_path], advance=lambda done, total: told.append((done, total))).require()
    assert told[-1] == (5, 5)
    assert gc.isenabled()


def test_a_log_leaves_nothing_for_the_collector() -> None:
    """It rests while a batch is scored, and so whatever referred back to itself would stay till the end."""
    examples = [EXAMPLES / table for table in ("shizhi", "xianshiqu")]
    table, log = (
        read_document(EXAMPLES / "other/安全生产检查.yaml").require(),
        load_log(EXAMPLES / "other/units/一号车间.yaml"),
    )
    score_files(examples, jobs=1).require()  # what is worked out once stays
    gc.collect()
    gc.disable()
    try:
        score_files(examples, jobs=1).require()
        evaluate(compile_document(table).require(), log)
        assert gc.collect() == 0
    finally:
        gc.enable()


BUSY = """import multiprocessing, os, sys, time
from wuwu.units.batch import Asked, score_files

def linger(card):
    os.write(1, b"busy\\n")
    time.sleep(60)
    return b""

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    score_files([sys.argv[2]], Asked(render=linger), jobs=2).require()
"""


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_no_worker_outlives_the_run(tmp_path: Path, method: str) -> None:
    write_good(tmp_path / "台账", 8)
    (tmp_path / "busy.py").write_text(BUSY, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "busy.py"), method, str(tmp_path / "台账")]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(str(sys.modules["wuwu"].__file__)).parents[1])},
    ) as parent:
        assert parent.stdout is not None
        assert [parent.stdout.readline().strip() for _ in range(2)] == [b"busy"] * 2
        parent.kill()
        started = time.monotonic()
        assert parent.stdout.read() == b""  # whoever reads the output is told its end when the last of them has left
        assert time.monotonic() - started < 20


NAMES = (
    "=cmd|' /C calc'!A0",
    "[red]x[/]",
    "../../x",
    "岳阳市人力资源和社会保障局机关党委办公室组织人事科与下属事业单位联合支部委员会之一",
    "两行\n名字",
    "甲/乙",
    "+1",
    "@SUM(A1)",
    "\t=1",
    "｜名<b>&amp;|*_",
    "a-very-long-name-without-any-blank-0123456789",
    "\u202e反向",
)


@pytest.fixture
def named(tmp_path: Path) -> Batch:
    for number, name in enumerate(NAMES):
        text = GOOD.format(unit=json.dumps(name), count=1)
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    return score_files([tmp_path]).require()


FORMS: dict[str, Callable[[Batch], str]] = {
    "text": lambda batch: render_ranking(rank(batch.results), Words("zh"), width=80, color=True),
    "markdown": lambda batch: ranking_markdown(rank(batch.results), Words("zh")),
    "csv": lambda batch: ranking_csv(rank(batch.results), Words("zh")).decode("utf-8-sig"),
}


@pytest.mark.parametrize("form", FORMS)
def test_no_name_harms_anything(named: Batch, form: str) -> None:
    text = FORMS[form](named)
    assert len(named.results) == len(NAMES)
    assert "calc" in text
    assert "[red]x" in text.replace("\\", "")
    if form == "csv":
        units = [row.split(",")[5] for row in text.splitlines()[1:]]
        assert not any(unit.startswith(("=", "+", "-", "@", "\t")) for unit in units)
    assert "\u202e" not in text
