"""`wuwu score` for one log: the scorecard on a screen and in a pipe, the exit codes, and nothing on stdout when rejected."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from wuwu.report.layout.width import display_width

Run = Callable[..., tuple[int, str, str]]

HEAD = "unit: 市就业服务中心\nrubric: {rubric}\nyear: 2018\nmembers: [张三]\nevents:\n"
MET = [
    "A1.实施方案",
    "A2.主体责任",
    "A3.部署会",
    "A6.宣传引导",
    "B1.学习计划",
    "B4.创新学习",
    "B5.主题活动",
    "C4.谈心交心",
    "C5.集体活动",
    "D3.扶贫攻坚",
    "D3.志愿服务",
    "D5.建议提案",
    "D6.文明创建",
    "E4.一线工作法",
    "E5.互联网人社",
    "E6.督查指导",
    "F3.评选设立",
]
FULL = [
    *(f"{{clause: {clause}, finding: 符合}}" for clause in MET),
    "{clause: A4.主题活动, date: 2018-05-04, count: 2}",
    *(f"{{clause: B3.集中学习, date: 2018-{month:02}-15}}" for month in range(1, 13)),
    "{clause: C3.参加组织生活, member: 张三, count: 2}",
    "{clause: C6.优秀率, value: 85}",
    "{clause: C6.不称职率, value: 0}",
    "{clause: E1.目标任务, name: 城镇新增就业, rate: 100}",
    "{clause: E6.督查轮次, date: 2018-05-03, count: 2}",
]
LATE = "{clause: A5.迟报, date: 2018-04-10, note: '一季度信息[red]迟报[/]，[/] :smile:'}"
PENDING = "{clause: D1.投诉, date: 2018-06-02, status: 待查, case: 12345-0601}"
DENIED = "{clause: F5.处分, date: 2018-10-08, level: 市级, reason: 违规收受礼金}"
LONG = "{clause: D1.通报, date: 2018-10-08, level: 市级, note: " + "窗口工作人员上班时间玩手机" * 12 + "X" * 300 + "}"


@pytest.fixture
def log(tmp_path: Path) -> Callable[..., str]:
    """The path of a log with full marks and further entries."""

    def write(*entries: str, rubric: str = "shizhi") -> str:
        path = tmp_path / "台账.yaml"
        text = HEAD.format(rubric=rubric) + "".join(f"  - {entry}\n" for entry in (*FULL, *entries))
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_full_marks_are_final(run: Run, log: Callable[..., str]) -> None:
    code, out, err = run("score", log(), "--final")
    assert (code, err) == (0, "")
    assert "\n得分 100 分（最终）\n" in out
    assert "各行都按基本分计，没有失分和加分。" in out
    assert "未评定（" not in out


def test_a_moved_point_is_told_in_one_line(run: Run, log: Callable[..., str]) -> None:
    code, out, err = run("score", log(LATE))
    assert (code, err) == (0, "")
    assert "得分 99.5 分" in out
    assert "A5  1.5 / 2 分" in out
    told = "A5.迟报：扣0.5分：1次 × 0.5分（2018-04-10，一季度信息[red]迟报[/]，[/] :smile:）"
    assert "".join(told.split()) in "".join(out.split())
    assert "A1  " not in out


def test_explain_shows_every_row(run: Run, log: Callable[..., str]) -> None:
    _, out, _ = run("score", log(LATE), "--explain")
    rows = re.findall(r"^([A-F]\d+)  ", out, re.MULTILINE)
    assert len(rows) == len(set(rows)) == 38
    assert "未作“不符合”的认定，计2分" in out


def test_provisional_tells_what_is_open_and_where_it_leads(run: Run, log: Callable[..., str]) -> None:
    code, out, err = run("score", log(PENDING))
    assert (code, err) == (0, "")
    assert "得分 100 分（暂定：未评定0条，待查1件；全部认定后在 99 到 100 分之间）" in "".join(out.splitlines())
    assert "12345-0601" in out


def test_what_is_open_brings_no_more_than_it_can(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    path.write_text(
        "unit: 甲\nrubric: shizhi\nyear: 2018\nevents:\n  - {clause: C6.优秀率, value: 79}\n", encoding="utf-8"
    )
    _, out, _ = run("score", str(path))
    assert "A1.实施方案：暂计0分，评定后最多得2分\n" in out
    assert "C4.谈心交心：C已不计分，认定符合也不得分\n" in out  # 优秀 not above 80 % voids the whole dimension
    assert "E6.督查指导：按目前的登记，认定符合也不增加得分\n" in out  # not two rounds on record
    assert "C4.谈心交心：暂计0分" not in out
    _, out, _ = run("score", str(path), "--explain")
    assert "E6.督查指导：未评定；“E6.督查轮次”为0次，低于2次，计分的条件不成立，认定符合也不计2分" in "".join(
        out.split()
    )


def test_a_missing_figure_that_makes_the_range_wide_is_named(run: Run, log: Callable[..., str]) -> None:
    path = Path(log())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - {clause: C6.优秀率, value: 85}\n", ""), encoding="utf-8")
    _, out, _ = run("score", str(path))
    assert (
        "得分 100 分（暂定：未评定1条，待查0件；全部认定后在 85 到 102 分之间，其中“C6.优\n秀率”缺数据，影响 17 分）"
        in out
    )
    assert "C6.优秀率：没有数据，暂不计；最多减15分，最多加2分\n" in out


def test_full_points_for_what_does_not_apply_are_said(run: Run, log: Callable[..., str]) -> None:
    path = Path(log())
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("D5.建议提案, finding: 符合", "D5.建议提案, finding: 不适用, reason: 没有交办"), encoding="utf-8"
    )
    code, out, _ = run("score", str(path))
    assert code == 0
    assert "+2D5.建议提案：认定不适用，按满分计2分（没有交办）" in "".join(out.split())


INTERIM = ["{clause: A5.迟报, date: 2018-04-10}", "{clause: A5.迟报, date: 2018-07-10}"]


@pytest.fixture
def half(tmp_path: Path) -> Callable[..., str]:
    """The path of a log of which no count is full."""

    def write(unit: str = "甲", *events: str) -> str:
        path = tmp_path / f"{unit}.yaml"
        head = f"unit: {unit}\nrubric: shizhi\nyear: 2018\nmembers: [张三]\nevents:\n"
        path.write_text(head + "".join(f"  - {event}\n" for event in (*INTERIM, *events)), encoding="utf-8")
        return str(path)

    return write


def test_an_interim_score_says_its_day_on_every_output(run: Run, half: Callable[..., str]) -> None:
    asked = ("score", half(), "--as-of", "2018-06-30")
    line = "阶段性得分，截至2018-06-30，不含以后发生的事项"
    _, out, _ = run(*asked)
    assert "分（阶段性：未评定" in out
    assert line in out
    assert "A5.迟报（2018-07-10）：发生在截至日期以后，不计" in out
    assert "A4.主题活动：未到期，暂不扣分；最多减2分\n" in out
    assert line in run(*asked, "--format", "markdown")[1]
    result = json.loads(run(*asked, "--format", "json")[1])
    assert (result["as_of"], result["status"]) == ("2018-06-30", "provisional")
    assert [each["event"] for each in result["ignored"]] == [1]
    assert "A4.主题活动" in [each["clause"] for each in result["unassessed"]]
    heading, row = run(*asked, "--format", "csv")[1].splitlines()
    assert heading.endswith(",截至")
    assert row.endswith(",2018-06-30")
    assert json.loads(run("score", half(), "--format", "json")[1])["as_of"] is None


def test_a_ranking_says_the_day_above_the_table_and_days_that_differ(run: Run, half: Callable[..., str]) -> None:
    folder = str(Path(half()).parent)
    half("乙")
    _, out, _ = run("score", folder, "--as-of", "2018-06-30")
    assert out.index("阶段性得分，截至2018-06-30，不含以后发生的事项") < out.index("名次")
    path = Path(half("乙"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("events:", "assessed_on: 2018-09-30\nevents:"), encoding="utf-8")
    _, out, _ = run("score", folder)
    assert "截至日期不一致（2018-09-30 1个单位、全年 1个单位）" in out.replace("\n", "")
    _, out, _ = run("score", folder, "--as-of", "2018-06-30")
    assert "截至日期不一致" not in out


@pytest.mark.parametrize("day", ["2018-06-31", "2018-6-30", "20180630", "六月"])
def test_a_day_that_the_calendar_has_not_is_a_usage_error(run: Run, half: Callable[..., str], day: str) -> None:
    code, out, err = run("score", half(), "--as-of", day)
    assert (code, out) == (2, "")
    assert f"--as-of 要写日历上有的日期，如 2018-06-30，不能是“{day}”。" in err


def test_a_day_before_the_year_fails_the_logs_of_that_year(run: Run, half: Callable[..., str]) -> None:
    code, _, err = run("score", half(), "--as-of", "2017-06-30")
    assert code == 1
    assert "截至日期2017-06-30早于本台账的年度（2018）" in err


def test_an_interim_score_is_never_final(run: Run, log: Callable[..., str]) -> None:
    late = log("{clause: A5.迟报, date: 2018-12-30}")
    code, _, err = run("score", late, "--as-of", "2018-12-29", "--final")
    assert (code, err) == (1, "还不能定稿：这是截至2018-12-29的阶段性得分。\n")
    code, _, err = run("score", str(Path(late).parent), "--as-of", "2018-12-29", "--final")
    assert (code, err) == (1, "还不能定稿：1个单位为阶段性得分：市就业服务中心\n")
    assert run("score", late, "--final")[0] == 0


def test_final_is_not_met(run: Run, log: Callable[..., str]) -> None:
    code, out, err = run("score", log(PENDING), "--final")
    assert code == 1
    assert out.startswith("市就业服务中心")
    assert err == "还不能定稿：未评定0条，待查1件。\n"
    code, _, err = run("--lang", "en", "score", log(PENDING), "--final")
    assert (code, err) == (1, "Not final yet: 0 unassessed, 1 pending.\n")


def test_a_veto_is_a_result_and_unmissable(run: Run, log: Callable[..., str]) -> None:
    code, out, err = run("score", log(DENIED))
    assert (code, err) == (0, "")
    above = out[: out.index("基本分")]
    assert "一票否决" in above
    assert "参考分 100 分" in above
    assert "F5.处分" in above
    assert "违规收受礼金" in above
    _, out, _ = run("--lang", "en", "score", log(DENIED))
    assert "VETOED: no score, no rank (reference score 100)" in out


def test_final_looks_at_the_lists_not_at_the_veto(run: Run, log: Callable[..., str]) -> None:
    assert run("score", log(DENIED), "--final")[0] == 0
    assert run("score", log(DENIED, PENDING), "--final")[0] == 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [60, 80, 200])
def test_no_line_is_too_wide_and_nothing_is_cut(
    run: Run, log: Callable[..., str], monkeypatch: pytest.MonkeyPatch, columns: int, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for more in ([], ["--explain"]):
        code, out, _ = run("--lang", language, "score", log(LATE, LONG, PENDING), *more)
        assert code == 0
        assert max(map(display_width, out.splitlines())) <= columns
        together = re.sub(r"\s", "", out)
        assert "窗口工作人员上班时间玩手机" * 12 in together
        assert "X" * 300 in together


def test_colour_only_where_it_is_wanted(run: Run, log: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("score", log(DENIED))[1]
    assert "\033" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("score", log(DENIED))[1]
    assert "\033[" in coloured
    assert re.sub(r" +$", "", re.sub(r"\033\[[0-9;]*m", "", coloured), flags=re.MULTILINE) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("score", log(DENIED))[1] == plain


def test_a_cp936_pipe_loses_no_character(log: Callable[..., str], root: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "cp936", "WUWU_LANG": "zh"}
    command = [sys.executable, "-m", "wuwu", "score", log(LATE, LONG, PENDING, DENIED), "--explain"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    out = done.stdout.decode("cp936")
    assert "?" not in out
    assert out.startswith("市就业服务中心")


def test_stdin(run: Run, log: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    raw = Path(log(LATE)).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
    code, out, _ = run("score", "-", "--format", "json")
    assert code == 0
    assert json.loads(out)["log"]["path"] == "<stdin>"


def test_json_is_exact_and_the_same_for_every_language_but_the_sentences(run: Run, log: Callable[..., str]) -> None:
    results = [
        json.loads(run("--lang", lang, "score", log(LATE), "--format", "json")[1], parse_float=Decimal)
        for lang in ("zh", "en")
    ]
    for result in results:
        assert result["schema"] == "wuwu/result@1"
        assert result["score"] == result["reference_score"] == Decimal("99.5")
        assert result["range"] == {"low": Decimal("99.5"), "high": Decimal("99.5")}
    assert results[0]["dimensions"][0]["score"] == Decimal("11.5")
    assert results[0]["dimensions"][0]["items"][4]["lines"] != results[1]["dimensions"][0]["items"][4]["lines"]


def test_markdown_escapes_what_the_log_says(run: Run, log: Callable[..., str]) -> None:
    entry = "{clause: A5.迟报, date: 2018-04-10, note: 'a|b <script> *c*'}"
    code, out, _ = run("score", log(entry), "--format", "markdown")
    assert code == 0
    assert out.startswith("#")
    assert "a|b" not in out
    assert "<script>" not in out
    assert " *c*" not in out


def test_a_gbk_log_is_read_and_said_so(run: Run, log: Callable[..., str]) -> None:
    path = log()
    Path(path).write_bytes(Path(path).read_text("utf-8").encode("gb18030"))
    code, out, err = run("score", path)
    assert code == 0
    assert "得分 100 分" in out
    assert "not-utf8" in err


# --- what cannot be scored ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_rejected_log_prints_and_writes_nothing(run: Run, log: Callable[..., str], tmp_path: Path, form: str) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before")
    path = log("{clause: A5.迟报}", "{clause: Z9.没有, date: 2018-01-01}")
    for output in ([], ["-o", str(target)]):
        code, out, err = run("score", path, "--format", form, *output)
        assert (code, out) == (1, "")
        assert "missing-date" in err
        assert "unknown-clause" in err
    assert target.read_text() == "before"


def test_an_output_file_holds_the_scorecard_without_colour(
    run: Run, log: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = run("score", log(LATE))[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    code, out, _ = run("score", log(LATE), "-o", str(tmp_path / "得分单.txt"))
    assert (code, out) == (0, "")
    assert (tmp_path / "得分单.txt").read_text("utf-8") == plain


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["没有.yaml"], 3, "missing-file"),
        (["LOG", "--rubric", "shizi"], 2, "shizhi"),
        (["LOG", "--rubric", "./没有.yaml"], 3, "missing-file"),
        (["LOG", "-o", "没有/out.txt"], 3, "missing-folder"),
        (["LOG", "--format", "xml"], 2, "--format"),
        (["LOG", "--ties", "none"], 2, "--ties"),
        (["LOG", "--jobs", "0"], 2, "--jobs"),
        ([], 2, "PATH"),
    ],
)
def test_exit_codes(
    run: Run,
    log: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    got, out, err = run("score", *(log() if each == "LOG" else each for each in arguments))
    assert (got, out) == (code, "")
    assert said in err
    assert "Traceback" not in err


def test_a_log_that_names_no_known_rubric_is_a_finding(run: Run, log: Callable[..., str]) -> None:
    code, out, err = run("score", log(rubric="shizi"))
    assert (code, out) == (1, "")
    assert "台账.yaml:2:9" in err


def test_a_workbook_is_written_beside_the_scorecard(run: Run, log: Callable[..., str], tmp_path: Path) -> None:
    book = tmp_path / "k.xlsx"
    code, out, err = run("score", log(LATE), "--xlsx", str(book))
    assert (code, err) == (0, "")
    assert "A5  1.5 / 2 分" in out
    assert book.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("more", [["LOG"], ["--format", "json"], ["--format", "markdown"], ["--format", "csv"]])
def test_explain_is_never_passed_over_in_silence(run: Run, log: Callable[..., str], more: list[str]) -> None:
    first = log(LATE)
    arguments = [str(Path(first).parent) if each == "LOG" else each for each in more]
    code, out, err = run("score", *([] if more == ["LOG"] else [first]), *arguments, "--explain")
    assert (code, err) == (0, "--explain 未起作用：只适用于一份台账的文字得分单。\n")
    assert out


def test_final_is_for_many_logs_too(run: Run, log: Callable[..., str], tmp_path: Path) -> None:
    folder = str(Path(log(PENDING)).parent)
    for form in ("text", "json", "markdown", "csv"):
        code, out, err = run("score", folder, "--format", form, "--final")
        assert (code, bool(out)) == (1, True)
        assert err.startswith("还不能定稿：1个单位有未评定或待查的事项：")


GRADED = """
rubric: mini
title: 小型评分办法
year: 2018
points: 10
grades: [{name: 优秀, at_least: 9}, {name: 合格, at_least: 6}, {name: 不合格, at_least: 0}]
dimensions:
  - id: A
    name: 工作
    points: 10
    items:
      - id: A1
        points: 10
        text: 计10分；被投诉并查实的，每件扣2分；有重大事故的，一票否决。
        rules:
          - {id: A1.完成, kind: award, points: 10, presumed: true}
          - {id: A1.投诉, kind: deduction, points: 2, upheld_only: true}
          - {id: A1.事故, kind: veto}
"""


@pytest.mark.parametrize(
    ("event", "grade"),
    [
        ("{clause: A1.投诉, date: 2018-03-01}", "合格～优秀"),
        ("{clause: A1.投诉, date: 2018-03-01, status: 查实}", "合格"),
        ("{clause: A1.事故, date: 2018-03-01, status: 待查, reason: 待核}", "一票否决～优秀"),
    ],
)
def test_a_grade_whose_bound_the_range_crosses_is_shown_as_a_range(
    run: Run, tmp_path: Path, event: str, grade: str
) -> None:
    (tmp_path / "mini.yaml").write_text(GRADED, encoding="utf-8")
    path = tmp_path / "甲.yaml"
    path.write_text(f"unit: 甲\nrubric: mini.yaml\nyear: 2018\nevents:\n  - {event}\n", encoding="utf-8")
    book = tmp_path / "book.xlsx"
    assert f"\n等次：{grade}\n" in run("score", str(path), "--xlsx", str(book))[1]
    assert f"\n等次：{grade}\n" in run("score", str(path), "--format", "markdown")[1]
    assert f",{grade}," in run("score", str(path), "--format", "csv")[1]
    assert grade in run("score", str(path), str(path.parent / "没有.yaml"))[1]
    workbook = load_workbook(book)
    assert f"等次：{grade}" in workbook["甲"]["A4"].value
    assert any(str(cell.value).startswith(grade) for row in workbook["汇总"].iter_rows() for cell in row)


def test_the_workbook_says_the_day_of_an_interim_score(run: Run, half: Callable[..., str], tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    run("score", half(), "--as-of", "2018-06-30", "--xlsx", str(book))
    workbook = load_workbook(book)
    line = "阶段性得分，截至2018-06-30，不含以后发生的事项"
    for name in ("甲", "汇总"):
        assert line in [cell.value for row in workbook[name].iter_rows() for cell in row]
    assert workbook["甲"]["A2"].value.endswith("（阶段性）")
