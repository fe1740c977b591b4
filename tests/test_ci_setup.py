"""docs/ci.md: what it tells people to copy does what it says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from wuwu.cli import main
from wuwu.cli.program import COMMANDS
from wuwu.rubric.bundled import bundled_rubrics

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SHELL = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
YAML = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

needs_shell = pytest.mark.skipif(
    shutil.which("git") is None or shutil.which("sh") is None or os.name == "nt", reason="needs git and a POSIX shell"
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a repository that holds the table, the example logs and the documented script."""
    origin = tmp_path / "origin"
    folder = next(bundled.path for bundled in bundled_rubrics() if (bundled.id, bundled.year) == ("shizhi", 2018))
    (origin / "rubrics").mkdir(parents=True)
    shutil.copy(folder, origin / "rubrics")
    shutil.copytree(ROOT / "examples" / "shizhi", origin / "logs")
    script, _ = SHELL
    (origin / "check-rubrics.sh").write_text(script, encoding="utf-8")
    git(origin, "init", "-q", "-b", "main")
    git(origin, "add", ".")
    git(origin, "commit", "-qm", "the table")
    git(tmp_path, "clone", "-q", str(origin), "clone")
    return tmp_path / "clone"


def git(where: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=where, check=True, capture_output=True)


def run_documented(clone: Path) -> tuple[int, str]:
    """Run the commands of the guide in the clone, with a `wuwu` on the path; exit code and all that was printed."""
    tools = clone.parent / "bin"
    tools.mkdir(exist_ok=True)
    (tools / "wuwu").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m wuwu "$@"\n', encoding="utf-8")
    (tools / "wuwu").chmod(0o755)
    settings = {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(str(sys.modules["wuwu"].__file__)).parents[1]),
        "PYTHONUTF8": "1",
        "WUWU_LANG": "zh",
        "COLUMNS": "120",
    }
    _, commands = SHELL
    done = subprocess.run(
        ["sh", "-c", commands], cwd=clone, env=os.environ | settings, capture_output=True, check=False, text=True
    )
    return done.returncode, done.stdout + done.stderr


@needs_shell
def test_an_untouched_table_passes(clone: Path) -> None:
    code, said = run_documented(clone)
    assert (code, "没有差别" in said) == (0, True), said


@needs_shell
def test_a_price_against_the_text_is_stopped_and_its_effect_is_told(clone: Path) -> None:
    table = clone / "rubrics" / "shizhi.yaml"
    head, clause, rest = table.read_text(encoding="utf-8").partition("- id: D1.投诉\n")
    table.write_text(head + clause + rest.replace("each: 1,", "each: 2,", 1), encoding="utf-8")
    code, said = run_documented(clone)
    assert code == 1, said
    # the contradiction: the text says 1, the rule 2
    assert re.search(r"rubrics/shizhi\.yaml:\d+:\d+: 错误: (?=.*D1\.投诉)(?=.*扣1分).*2.*\[words-contradict\]", said), (
        said
    )
    # the effect: the edit, the units, and the clause that did it
    assert "条款 D1.投诉：每次 1 → 2" in said
    table_of_units = said[said.index("对单位的影响") :]
    hit = [path.stem for path in (clone / "logs").glob("*.yaml") if re.search("D1.投诉.*查实", path.read_text("utf-8"))]
    assert hit
    for unit in hit:
        assert unit in "".join(table_of_units.split())
    assert re.search(r"D1\.投诉 -\d+ → -\d+", table_of_units)


@needs_shell
def test_a_base_that_was_not_fetched_is_no_silent_pass(clone: Path) -> None:
    git(clone, "remote", "rename", "origin", "upstream")
    code, said = run_documented(clone)
    assert code != 0
    assert "没有差别" not in said


@needs_shell
def test_next_years_table_is_compared_by_the_command_that_is_shown(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (clone / "rubrics" / "shizhi.yaml").read_text(encoding="utf-8")
    head, clause, rest = (
        re.sub("2018(?=-|年度)", "2019", text).replace("year: 2018", "year: 2019").partition("- id: D1.投诉\n")
    )
    new = head + clause + rest.replace("each: 1,", "each: 2,", 1)
    (clone / "rubrics" / "shizhi-2019.yaml").write_text(new, encoding="utf-8")
    monkeypatch.chdir(clone)
    (command,) = re.findall(r"(?m)^\$ wuwu (.+)$", GUIDE)
    assert main(["--lang", "zh", *shlex.split(command)]) == 0
    said = capsys.readouterr().out
    assert "条款 D1.投诉：每次 1 → 2" in said
    assert "对单位的影响" in said


@needs_shell
def test_only_logs_that_name_the_path_are_held_against_the_repositorys_own_table(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table, log = clone / "rubrics" / "shizhi.yaml", clone / "logs" / "甲.yaml"
    table.write_text(table.read_text(encoding="utf-8").replace("A5.迟报", "A5.晚报"), encoding="utf-8")
    entry = "unit: 甲\nrubric: {}\nyear: 2018\nevents: [{{clause: A5.迟报, date: 2018-04-10}}]\n"
    monkeypatch.chdir(clone)
    for named, more, code in (
        ("shizhi", (), 0),
        ("../rubrics/shizhi.yaml", (), 1),
        ("shizhi", ("--rubric", "rubrics/shizhi.yaml"), 1),
    ):
        log.write_text(entry.format(named), encoding="utf-8")
        assert main(["validate-log", "logs/甲.yaml", *more]) == code
        assert ("clause-of-other-table" in capsys.readouterr().out) == (code == 1)


def test_every_yaml_of_the_guide_is_yaml() -> None:
    assert len(YAML) >= 5
    for each in YAML:
        yaml.safe_load(each)


def test_every_wuwu_command_of_the_guide_and_the_workflows_exists() -> None:
    texts = [GUIDE, *(path.read_text(encoding="utf-8") for path in WORKFLOWS)]
    named = {name for text in texts for name in re.findall(r"(?m)(?:^|[-`:] |    )wuwu ([a-z][a-z-]+)", text)}
    assert {"validate-rubric", "validate-log", "diff"} <= named <= set(COMMANDS)


def test_the_hooks_call_commands_and_look_where_the_guide_says() -> None:
    by_id = {hook["id"]: hook for hook in HOOKS}
    assert set(by_id) == {"wuwu-validate-rubric", "wuwu-validate-log"}
    for hook in HOOKS:
        program, command, *_ = shlex.split(hook["entry"])
        assert (program, command in COMMANDS, hook["require_serial"]) == ("wuwu", True, True)
    assert re.search(by_id["wuwu-validate-rubric"]["files"], "a/rubrics/b.yaml")
    for path in ("logs/甲.yaml", "2018/台账/甲.yaml", "rubrics/b.yaml"):
        assert re.search(by_id["wuwu-validate-log"]["files"], path)


@needs_shell
def test_the_hook_checks_the_logs_when_a_rubric_changes(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (hook,) = [hook for hook in HOOKS if hook["id"] == "wuwu-validate-log"]
    command = [*shlex.split(hook["entry"])[1:], *hook["args"]]
    assert hook["pass_filenames"] is False
    monkeypatch.chdir(clone)
    (clone / "logs" / "甲.yaml").write_text(
        "unit: 甲\nrubric: ../rubrics/shizhi.yaml\nyear: 2018\nevents: [{clause: A5.迟报, date: 2018-04-10}]\n",
        encoding="utf-8",
    )
    assert main(command) == 0
    table = clone / "rubrics" / "shizhi.yaml"
    table.write_text(table.read_text(encoding="utf-8").replace("A5.迟报", "A5.晚报"), encoding="utf-8")
    assert main(command) == 1
    assert "clause-of-other-table" in capsys.readouterr().out


def test_every_locked_package_bears_the_hashes_of_its_files_and_is_installed_by_them() -> None:
    lock = (ROOT / "requirements-ci.txt").read_text(encoding="utf-8")
    packages = re.split(r"(?m)^(?=[a-z])", lock)[1:]
    assert len(packages) > 30
    for package in packages:
        assert re.match(r"[a-z0-9-]+==\S+( ;[^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n", package), package
    users = [ROOT / ".ci" / "run", *WORKFLOWS]
    installs = [
        line for file in users for line in file.read_text("utf-8").splitlines() if "-r requirements-ci.txt" in line
    ]
    assert len(installs) == 3
    assert all("--no-deps --require-hashes" in line for line in installs)


def test_actions_are_pinned_by_commit() -> None:
    texts = [GUIDE, *(path.read_text(encoding="utf-8") for path in WORKFLOWS)]
    uses = [line for text in texts for line in text.splitlines() if re.search(r"\buses:", line)]
    assert len(uses) >= 6
    assert [line for line in uses if not re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v[\d.]+$", line)] == []
