"""`wuwu diff`, as it is typed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from wuwu.messages import Words
from wuwu.report.layout.width import display_width
from wuwu.report.schemas import schema_document
from wuwu.rubric.bundled import bundled_rubrics

Run = Callable[..., tuple[int, str, str]]
IDS = [f"{bundled.id}@{bundled.year}" for bundled in bundled_rubrics()]
SHIZHI = next(bundled.path for bundled in bundled_rubrics() if (bundled.id, bundled.year) == ("shizhi", 2018))
FORMATS = ("text", "markdown", "json")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """old.yaml; new.yaml, where a complaint costs 2; words.yaml, where only words differ; logs of three units."""
    text = SHIZHI.read_text(encoding="utf-8")
    head, clause, rest = text.partition("- id: D1.投诉\n")
    assert clause
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(head + clause + rest.replace("each: 1,", "each: 2,", 1), encoding="utf-8")
    (tmp_path / "words.yaml").write_text(text.replace("title: 市", "title: 全市", 1), encoding="utf-8")
    (tmp_path / "logs").mkdir()
    for unit, events in (
        ("甲", "{clause: D1.投诉, date: 2018-06-02, status: 查实, count: 2}"),
        ("乙", "{clause: A5.迟报, date: 2018-06-02, count: 4}"),
    ):
        log(tmp_path / "logs" / f"{unit}.yaml", unit, events)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def log(path: Path, unit: str, events: str, rubric: str = "shizhi") -> None:
    path.write_text(f"unit: {unit}\nrubric: {rubric}\nyear: 2018\nevents: [{events}]\n", encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("rubric", IDS)
def test_a_rubric_against_itself_says_nothing(rubric: str, form: str, run: Run) -> None:
    code, out, err = run("diff", rubric, rubric, "--format", form, "--fail-on", "any")
    assert (code, out) == (0, "")
    assert err == "两版评分标准没有差别。\n"


def test_the_same_with_units_says_nothing_either(files: Path, run: Run) -> None:
    assert run("diff", "old.yaml", "shizhi@2018", "--units", "logs")[:2] == (0, "")


def test_as_json_nothing_is_an_empty_list(run: Run) -> None:
    code, out, _ = run("diff", "shizhi", "shizhi", "--format", "json")
    assert code == 0
    assert json.loads(out)["changes"] == []


def test_an_edit_and_what_it_does(files: Path, run: Run) -> None:
    code, out, err = run("diff", "old.yaml", "new.yaml", "--units", "logs")
    assert code == 0
    assert err == "注意：新版未通过检查（3个错误），以下比较仅供参考；先运行 wuwu validate-rubric new.yaml\n"
    assert "影响计分的改动（1处）\n  条款 D1.投诉：每次 1 → 2\n" in out
    assert "比较了2个单位，得分变化1个，名次变化1个，状态变化0个" in out
    assert "D1.投诉 -2 → -4（-2）" in out
    assert "1 → 2" in out.split("单位 ")[1]


@pytest.mark.parametrize(
    ("new", "fail_on", "expected"),
    [
        ("new.yaml", "score", 1),
        ("new.yaml", "rank", 1),
        ("new.yaml", "status", 0),
        ("new.yaml", "any", 1),
        ("words.yaml", "score", 0),
        ("words.yaml", "any", 0),
        ("old.yaml", "any", 0),
    ],
)
def test_fail_on(new: str, fail_on: str, expected: int, files: Path, run: Run) -> None:
    assert run("diff", "old.yaml", new, "--units", "logs", "--fail-on", fail_on)[0] == expected


def test_any_needs_no_units(files: Path, run: Run) -> None:
    assert run("diff", "old.yaml", "new.yaml", "--fail-on", "any")[0] == 1
    assert run("diff", "old.yaml", "words.yaml", "--fail-on", "any")[0] == 0


def test_json_holds_to_its_schema(files: Path, run: Run) -> None:
    log(files / "logs" / "丙.yaml", "丙", "", "xianshiqu")
    log(files / "logs" / "丁.yaml", "丁", "{clause: Z.无}")
    code, out, _ = run("diff", "old.yaml", "new.yaml", "--units", "logs", "--format", "json")
    document = json.loads(out)
    jsonschema.validate(document, schema_document("diff", Words("en")))
    assert code == 1  # 丁 cannot be scored
    assert [each["reason"] for each in document["skipped"]] == ["rubric"]
    assert [each["lost"] for each in document["unbound"]] == ["both"]
    (unit,) = (each for each in document["units"] if each["delta"])
    assert (unit["unit"], unit["delta"], unit["old"]["rank"], unit["new"]["rank"]) == ("甲", -2, 1, 2)
    assert unit["clauses"] == [{"clause": "D1.投诉", "bound": False, "old": -2, "new": -4, "delta": -2}]


def test_json_of_two_tables_holds_to_its_schema(run: Run) -> None:
    out = run("diff", "shizhi@2018", "xianshiqu@2018", "--format", "json")[1]
    jsonschema.validate(json.loads(out), schema_document("diff", Words("zh")))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_two_tables_are_laid_side_by_side(language: str, run: Run) -> None:
    code, out, _ = run("diff", "shizhi@2018", "xianshiqu@2018", "--lang", language)
    assert code == 0
    assert ("不同之处" in out) == (language == "zh")
    for row in ("A2 2", "E7 ", "F6 "):
        assert row in out
    markdown = run("diff", "shizhi@2018", "xianshiqu@2018", "--format", "markdown", "--lang", language)[1]
    assert all(line.count(" | ") == 2 for line in markdown.splitlines() if line.startswith("| "))


def test_markdown_escapes_what_files_hold(files: Path, run: Run) -> None:
    log(
        files / "logs" / "丙.yaml",
        '"<b>|x|</b> @someone [a](b) `c` #1 $d$"',
        "{clause: D1.投诉, date: 2018-01-02, status: 查实}",
    )
    out = run("diff", "old.yaml", "new.yaml", "--units", "logs", "--format", "markdown")[1]
    (row,) = (line for line in out.splitlines() if "someone" in line)
    assert r"\<b\>\|x\|\</b\> &#64;someone \[a\](b) \`c\` \#1 \$d\$" in row
    assert out.count("<details>") == out.count("</details>")


def test_a_log_that_no_longer_fits_fails_without_being_asked(files: Path, run: Run) -> None:
    text = (files / "old.yaml").read_text(encoding="utf-8").replace("A5.迟报", "A5.晚报")
    (files / "renamed.yaml").write_text(text, encoding="utf-8")
    code, out, _ = run("diff", "old.yaml", "renamed.yaml", "--units", "logs")
    assert code == 1
    assert "A5.迟报 改名为 A5.晚报" in out
    assert "logs/乙.yaml:4:19" in out.replace("\\", "/")
    assert "台账里改写为 A5.晚报" in out
    # the log mended in the same change: it fits the new rubric only, and that is as it should be
    log(files / "logs" / "乙.yaml", "乙", "{clause: A5.晚报, date: 2018-06-02}")
    assert run("diff", "old.yaml", "renamed.yaml", "--units", "logs")[0] == 0


def test_unreadable_logs_and_missing_ones(files: Path, run: Run) -> None:
    (files / "logs" / "坏.yaml").write_text("unit: 坏\n", encoding="utf-8")
    code, out, err = run("diff", "old.yaml", "new.yaml", "--units", "logs")
    assert code == 1
    assert "比较了2个单位" in out
    assert "missing-field" in err
    assert run("diff", "old.yaml", "new.yaml", "--units", "nowhere")[0] == 3


def test_no_log_at_all_is_a_finding(files: Path, run: Run) -> None:
    (files / "空").mkdir()
    code, out, err = run("diff", "old.yaml", "new.yaml", "--units", "空")
    assert code == 1
    assert "D1.投诉" in out
    assert "[no-units]" in err
    assert "没有可比较的台账" not in err
    code, _, err = run("diff", "old.yaml", "new.yaml", "--units", "空", "--units", "logs")
    assert code == 0
    assert "空: 说明: 文件夹里没有台账，已跳过 [empty-folder]" in err
    log(files / "空" / "丙.yaml", "丙", "", "xianshiqu")
    code, _, err = run("diff", "old.yaml", "new.yaml", "--units", "空")
    assert code == 0  # a change to one table may well concern no unit of the other
    assert "没有可比较的台账" in err
    assert run("diff", "old.yaml", "new.yaml", "--units", "")[0] == 3


def test_the_problems_of_both_rubrics_are_told_at_once(files: Path, run: Run) -> None:
    (files / "a.yaml").write_text("rubric: a\n", encoding="utf-8")
    (files / "b.yaml").write_text("rubric: b\n", encoding="utf-8")
    code, out, err = run("diff", "a.yaml", "b.yaml")
    assert (code, out) == (1, "")
    assert "a.yaml" in err
    assert "b.yaml" in err


def test_an_id_that_does_not_exist_is_a_usage_error_and_a_missing_file_is_not(files: Path, run: Run) -> None:
    assert run("diff", "shizi", "shizhi")[0] == 2
    assert run("diff", "none.yaml", "shizhi")[0] == 3
    assert run("diff", "shizhi")[0] == 2


def test_into_a_file(files: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for form in FORMATS:
        code, out, _ = run("diff", "old.yaml", "new.yaml", "--units", "logs", "--format", form, "-o", "out")
        written = (files / "out").read_bytes()
        assert (code, out) == (0, "")
        assert "D1.投诉".encode() in written
        assert b"\033" not in written


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_revision_of_a_repository(files: Path, run: Run) -> None:
    for arguments in (
        ("init", "-q"),
        ("add", "old.yaml"),
        ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "commit", "-qm", "first"),
    ):
        subprocess.run(["git", *arguments], cwd=files, check=True, capture_output=True)
    code, out, _ = run("diff", "HEAD:old.yaml", "new.yaml")
    assert code == 0
    assert "HEAD:old.yaml" in out
    assert "每次 1 → 2" in out
    assert "先运行 wuwu validate-rubric" not in run("diff", "new.yaml", "HEAD:old.yaml")[2]
    assert run("diff", "HEAD:old.yaml", "HEAD:old.yaml")[:2] == (0, "")
    assert run("diff", "HEAD:none.yaml", "new.yaml")[0] == 3
    assert run("diff", "nowhere:old.yaml", "new.yaml")[0] == 3


@pytest.mark.parametrize("form", FORMATS)
def test_a_new_rubric_that_fails_its_checks_is_told_of_in_every_format(form: str, files: Path, run: Run) -> None:
    _, out, err = run("--lang", "en", "diff", "old.yaml", "new.yaml", "--format", form)
    assert out
    assert err == (
        "The new rubric does not pass its checks (3 errors), so this comparison is only preliminary. "
        "First run: wuwu validate-rubric new.yaml\n"
    )
    # a sound one gives no reason to say anything, whatever is wrong with the old one
    assert run("diff", "new.yaml", "old.yaml", "--format", form)[2] == ""
    assert run("diff", "old.yaml", "words.yaml", "--format", form)[2] == ""


def _bounded(name: str, bound: str) -> str:
    rules = (
        "{id: A1.好, kind: award, points: 2, presumed: true}, {id: A1.错, kind: deduction, occurrence: {each: PRICE}}, "
        "{id: A1.奖, kind: bonus, occurrence: {each: PRICE}}"
    )
    item = f"{{id: A1, points: 2, text: 好的，计2分, {bound if name == 'A1' else 'floor: none'}, rules: [{rules}]}}"
    inside = f"{bound}, " if name == "A" else ""
    return (
        f"rubric: r\ntitle: 标准\nyear: 2018\npoints: 2\n{bound if name == 'r' else ''}\ndimensions:\n"
        f"  - {{id: A, name: 项目, points: 2, {inside}items: [{item}]}}\n"
    )


@pytest.mark.parametrize(
    ("name", "bound", "events", "told"),
    [
        ("A1", "floor: 0", "A1.错, count: 3", ("A1扣完为止，少扣3分", "A1 stops at 0: 3 points less deducted")),
        ("A", "floor: -1", "A1.错, count: 4", ("A以-1分为下限，少扣4分", "stops at its floor -1: 4 points less")),
        ("A", "cap: 4", "A1.奖, count: 3", ("A以4分为上限，少计3分", "A stops at its cap 4: 3 points less counted")),
        ("r", "floor: 0", "A1.错, count: 3", ("总表扣完为止，少扣3分", "table stops at 0: 3 points less deducted")),
    ],
)
def test_which_bound_it_is_and_what_it_does_otherwise(
    name: str, bound: str, events: str, told: tuple[str, str], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    Path("old.yaml").write_text(_bounded(name, bound).replace("PRICE", "1"), encoding="utf-8")
    Path("new.yaml").write_text(_bounded(name, bound).replace("PRICE", "2"), encoding="utf-8")
    log(tmp_path / "log.yaml", "甲", f"{{clause: {events}, date: 2018-01-02}}", "r.yaml")
    for language, words in zip(("zh", "en"), told, strict=True):
        assert words in run("--lang", language, "diff", "old.yaml", "new.yaml", "--units", "log.yaml")[1]
    opposite = words.replace("less", "more")
    assert opposite in run("--lang", "en", "diff", "new.yaml", "old.yaml", "--units", "log.yaml")[1]


def test_what_did_it_stands_under_the_unit(files: Path, run: Run) -> None:
    lines = run("diff", "old.yaml", "new.yaml", "--units", "logs")[1].splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("甲 "))
    assert "-2" in lines[at].split()
    assert lines[at + 1] == "  相关条款：D1.投诉 -2 → -4（-2）"
    assert max(map(display_width, lines)) <= 80


@pytest.mark.parametrize("columns", ["60", "200"])
def test_nothing_is_cut_on_any_screen(columns: str, files: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    text = run("diff", "old.yaml", "new.yaml", "--units", "logs")[1]
    words = "".join(text.split())
    assert "相关条款" in words
    assert "D1.投诉" in words
