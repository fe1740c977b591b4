"""What goes where: findings are data, for standard output; a path or an id that leads nowhere is not, and has its exit code."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wuwu.cli import main

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]

GOOD = "unit: 甲\nrubric: shizhi\nyear: 2018\nevents: []\n"
# every command, with a place for the path of a log or of a rubric
LOGS = ("score {}", "validate-log {}", "diff shizhi xianshiqu --units {}")
RUBRICS = (
    "validate-rubric {}",
    "explain {}",
    "diff shizhi {}",
    "score 甲.yaml --rubric {}",
    "validate-log 甲.yaml --rubric {}",
)
MACHINES = ("json", "github", "sarif", "junit")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "甲.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "乙.yaml").write_text("unit: [\n", encoding="utf-8")
    (tmp_path / "空").mkdir()
    (tmp_path / "夹").mkdir()
    (tmp_path / "夹" / "丙.yaml").write_text(GOOD.replace("unit: ", "unit: 另一"), encoding="utf-8")
    shutil.copy(ROOT / "rubrics" / "shizhi.yaml", tmp_path / "标准")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def filled(command: str, path: str) -> list[str]:
    return [path if part == "{}" else part for part in command.split()]


def codes(text: str) -> set[str]:
    return set(re.findall(r" \[([a-z-]+)\]$", text, re.MULTILINE))


# path, exit code, code of the problem
NOWHERE = [
    ("没有.yaml", 3, "missing-file"),
    ("./没有.yaml", 3, "missing-file"),
    ("没有/../没有.yaml", 3, "missing-file"),
    ("a\nb.yaml", 3, "missing-file"),
    ("", 3, "empty-path"),
]


@pytest.mark.parametrize(("path", "code", "problem"), NOWHERE)
@pytest.mark.parametrize("command", LOGS + RUBRICS)
def test_a_path_that_leads_nowhere_is_told_on_standard_error(
    run: Run, command: str, path: str, code: int, problem: str
) -> None:
    got, out, err = run(*filled(command, path))
    assert (got, codes(err)) == (code, {problem})
    if "--units" not in command:  # the rubrics are compared all the same
        assert out == ""
    assert "a\n" not in err


@pytest.mark.parametrize("command", LOGS)
def test_the_name_of_a_log_needs_no_ending_and_a_line_break_in_it_disturbs_nothing(run: Run, command: str) -> None:
    code, _, err = run(*filled(command, "a\nb"))
    assert (code, codes(err)) == (3, {"missing-file"})
    assert "a\n" not in err


@pytest.mark.parametrize("command", RUBRICS)
def test_a_folder_where_a_rubric_is_needed(run: Run, command: str) -> None:
    for folder in ("空", "./空", "空/"):
        code, out, err = run(*filled(command, folder))
        assert (code, out, codes(err)) == (3, "", {"is-folder"})


@pytest.mark.parametrize("command", RUBRICS)
def test_an_id_that_no_rubric_bears_is_a_usage_error(run: Run, command: str) -> None:
    code, out, err = run(*filled(command, "shizi"))
    assert (code, out, codes(err)) == (2, "", {"unknown-rubric"})


@pytest.mark.parametrize("command", RUBRICS)
def test_a_rubric_in_a_file_without_an_ending(run: Run, command: str) -> None:
    assert run(*filled(command, "标准"))[0] == 0


@pytest.mark.parametrize("command", LOGS)
def test_a_folder_without_logs_is_a_finding(run: Run, command: str) -> None:
    code, _, err = run(*filled(command, "空"))
    assert (code, codes(err)) == (1, {"no-units"})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("command", LOGS)
def test_what_cannot_be_read_inside_a_folder_is_a_finding(run: Run, desk: Path, command: str) -> None:
    os.mkfifo(desk / "夹" / "管道.yaml")
    assert run(*filled(command, "夹"))[0] == 1
    assert run(*filled(command, "夹/管道.yaml"))[0] == 3


def test_findings_go_out_as_text_and_paths_that_lead_nowhere_do_not(run: Run) -> None:
    code, out, err = run("validate-log", "甲.yaml", "没有.yaml", "乙.yaml", "夹")
    assert (code, codes(out), codes(err)) == (3, {"unclosed-bracket"}, {"missing-file"})
    code, out, err = run("--lang", "en", "validate-log", "甲.yaml", "没有.yaml")
    assert (code, out, codes(err)) == (3, "1 file checked, no problems.\n", {"missing-file"})
    code, out, err = run("--lang", "en", "validate-rubric", "shizhi", "没有.yaml", "shizi")
    assert (code, codes(out), codes(err)) == (3, set(), {"missing-file", "unknown-rubric"})
    assert "1 file checked, no problems." in out


@pytest.mark.parametrize("command", ["validate-log", "validate-rubric"])
@pytest.mark.parametrize("form", MACHINES)
def test_a_machine_format_holds_the_paths_that_lead_nowhere_too(run: Run, command: str, form: str) -> None:
    code, out, err = run(command, "没有.yaml", "--format", form)
    assert (code, codes(err)) == (3, {"missing-file"})
    assert "missing-file" in out
    if form in ("json", "sarif"):
        json.loads(out)


def test_nothing_is_written_into_a_file_where_nothing_was_read(run: Run, desk: Path) -> None:
    assert run("validate-log", "没有.yaml", "-o", "结果.txt")[0] == 3
    assert not (desk / "结果.txt").exists()


@pytest.mark.parametrize("command", LOGS[:2])
def test_an_id_in_a_log_is_a_finding_of_the_log(run: Run, desk: Path, command: str) -> None:
    (desk / "丁.yaml").write_text(GOOD.replace("shizhi", "shizi"), encoding="utf-8")
    code, out, err = run(*filled(command, "丁.yaml"))
    assert (code, codes(out + err)) == (1, {"unknown-rubric"})


@pytest.mark.parametrize(
    "command",
    [
        ["score", "examples/shizhi/市就业服务中心.yaml"],
        ["score", "examples/shizhi"],
        ["diff", "shizhi", "xianshiqu"],
        ["explain", "shizhi", "D1.投诉"],
        ["validate-rubric", "shizhi", "--strict"],
    ],
    ids=" ".join,
)
def test_a_dash_is_standard_output_as_if_it_were_not_given(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    for colored in ("", "1"):
        monkeypatch.setenv("FORCE_COLOR", colored)
        main(command)
        plain = capsys.readouterr()
        main([*command, "-o", "-"])
        assert capsys.readouterr() == plain
