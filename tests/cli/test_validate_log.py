"""`wuwu validate-log` and `wuwu rubrics`: all problems at once, nothing scored; the list of bundled rubrics."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

GOOD = "unit: 甲\nrubric: shizhi\nyear: 2018\nevents: []\n"
BAD = "unit: 乙\nrubric: shizhi\nyear: 2018\nevents:\n  - {clause: A5.迟报}\n  - {clause: A5.迟报, date: 2018/4/10}\n"
WRONG = (
    "unit: 丙\nrubric: shizhi\nyear: 2018\nevents:\n  - {clause: A5.迟报}\n  - {clause: A5.迟到, date: 2018-04-10}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("甲.yaml", GOOD), ("乙.yaml", BAD), ("丙.yaml", WRONG)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_problem_of_every_file(run: Run, folder: Path) -> None:
    code, out, _ = run("validate-log", str(folder))
    assert code == 1
    assert "乙.yaml:6" in out
    assert "丙.yaml:5" in out
    assert "丙.yaml:6" in out
    assert "甲.yaml:" not in out


def test_a_good_log_is_good(run: Run, folder: Path) -> None:
    assert run("validate-log", str(folder / "甲.yaml"))[0] == 0


def test_two_logs_of_one_unit_are_an_error_as_in_a_ranking(run: Run, tmp_path: Path) -> None:
    for name, unit in (("1.yaml", "（一科）"), ("2.yaml", "(一科)"), ("3.yaml", "二科")):
        (tmp_path / name).write_text(GOOD.replace("甲", unit), encoding="utf-8")
    code, out, _ = run("validate-log", str(tmp_path))
    assert (code, re.findall(r"\[([a-z-]+)\]$", out, re.MULTILINE)) == (1, ["doubled-unit"] * 2)


def test_what_the_scorecard_asks_is_asked_here_and_is_no_error(run: Run, tmp_path: Path) -> None:
    log = tmp_path / "甲.yaml"
    line = "  - {clause: A5.迟报, date: 2018-04-10}\n"
    log.write_text(GOOD.replace(" []\n", f"\n{line}{line}"), encoding="utf-8")
    code, out, _ = run("validate-log", str(log), "--format", "json")
    (found,) = json.loads(out)["problems"]
    assert (code, found["code"], found["severity"]) == (0, "repeated-line", "warning")
    _, out, _ = run("score", str(log), "--format", "json")
    (warning,) = json.loads(out)["warnings"]
    assert (warning["code"], warning["message"]) == (found["code"], found["message"])


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_machine_formats_are_json(run: Run, folder: Path, form: str) -> None:
    code, out, err = run("validate-log", str(folder), "--format", form)
    assert (code, err) == (1, "")
    json.loads(out)


def test_exit_codes(run: Run, folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    assert run("validate-log", str(empty))[0] == 1
    assert run("validate-log")[0] == 2


def test_an_unknown_rubric_is_a_usage_error(run: Run, folder: Path) -> None:
    code, out, err = run("validate-log", str(folder), "--rubric", "shizi")
    assert (code, out) == (2, "")
    assert err.count("unknown-rubric") == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_bundled_rubrics(run: Run, language: str) -> None:
    code, out, _ = run("--lang", language, "rubrics")
    assert code == 0
    assert re.findall(r"^(\S+)  2018", out, re.MULTILINE) == ["shizhi", "xianshiqu"]
    code, out, _ = run("--lang", language, "rubrics", "--format", "json")
    listed = json.loads(out)["rubrics"]
    assert [(each["id"], each["year"], each["points"], each["items"]) for each in listed if each["year"] == 2018] == [
        ("shizhi", 2018, 100, 38),
        ("xianshiqu", 2018, 100, 35),
    ]
