"""validate-rubric as a whole: acceptances, branches, the figures of the bundled tables, the exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from wuwu.api import load_rubric
from wuwu.checks import check_rubric
from wuwu.checks.branches import branches_of
from wuwu.checks.finding import rule_locations
from wuwu.cli import main
from wuwu.messages import Words
from wuwu.rubric.bundled import bundled_rubrics
from wuwu.rubric.plan import Plan, compile_document
from wuwu.source.yaml_reader import parse_document

TABLES = [f"{bundled.id}@{bundled.year}" for bundled in bundled_rubrics()]
ROOT = Path(__file__).parents[2]
SHIZHI = (ROOT / "rubrics" / "shizhi.yaml").read_text(encoding="utf-8")


def edited(old: str, new: str) -> Plan:
    assert old in SHIZHI
    return compile_document(
        parse_document(SHIZHI.replace(old, new).encode(), "rubrics/shizhi.yaml").require()
    ).require()


@pytest.mark.parametrize("table", TABLES)
def test_the_bundled_tables_leave_nothing_to_say(table: str) -> None:
    findings = check_rubric(load_rubric(table))
    assert findings.problems == ()
    assert findings.coverage.characters.left == findings.coverage.sentences.left == 0
    exercise = findings.exercise
    assert (exercise.moving, exercise.taken) == (exercise.rules, exercise.branches)
    assert findings.unconfirmed == findings.readings - 1  # R27
    assert findings.missing_lists == 1


def test_every_rule_has_a_branch_at_a_boundary_or_nothing_bounds_it() -> None:
    for table in (*TABLES, str(ROOT / "examples/other/安全生产检查.yaml")):
        plan = load_rubric(table)
        for location in rule_locations(plan.rubric):
            branches = branches_of(plan, location)
            assert branches, location.rule.id
            assert any(branches.values()), location.rule.id
            assert all(f"branch.{name.partition(' ')[0]}" in Words("en") for name in branches)


def test_an_acceptance_covers_one_finding_and_goes_stale() -> None:
    accepted = "  - {code: floor-not-in-text, at: D6"
    told = {problem.code for problem in check_rubric(edited(accepted, accepted.replace("D6", "D5"))).problems}
    assert told == {"floor-not-in-text", "stale-acceptance"}


def test_strict_fails_on_warnings_only_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rubric.yaml"
    file.write_text(SHIZHI + "  - {code: text-left, at: A1, why: 试}\n", encoding="utf-8")
    assert main(["validate-rubric", str(file)]) == 0
    assert main(["validate-rubric", "--strict", str(file)]) == 1
    assert "stale-acceptance" in capsys.readouterr().out


def test_all_files_in_one_run_and_the_highest_code_wins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "空.yaml").write_text("", encoding="utf-8")
    files = [str(tmp_path / name) for name in ("空.yaml", "没有.yaml")]
    assert main(["validate-rubric", "--format", "json", "shizhi", *files]) == 3
    document = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in document["problems"]] == ["missing-file", "empty-file"]
    assert document["files"][0]["figures"]["left"] == 0
    assert main(["validate-rubric", "shizi"]) == 2


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "examples" / "other").glob("*.yaml")), ids=str)
def test_a_rubric_of_ones_own_passes_as_the_bundled_ones_do(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", "validate-rubric", "--strict", str(path)]) == 0
    assert "没有问题" in capsys.readouterr().out


@pytest.mark.parametrize("table", sorted((ROOT / "rubrics").glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_accepting_examples_writes_their_figures_and_nothing_else(
    table: Path, end: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = table.read_text(encoding="utf-8").replace("\n", end)
    rules, *readings = right.partition(f"{end}readings:")  # whose alternatives have examples that nobody runs
    wrong, count = re.subn(r"(?<=[ {])(scores|part|item|dimension): -?[\d.]+(?=[,}])", r"\1: 77.5", rules)
    wrong, flags = re.subn("vetoed: true", "vetoed: false", wrong)
    wrong += "".join(readings)
    assert count > 300
    assert flags > 0
    file = tmp_path / "rubric.yaml"
    file.write_bytes(wrong.encode("gb18030"))
    assert main(["--lang", "en", "validate-rubric", str(file), "--accept-examples", "--strict"]) == 0
    assert f"{count + flags} figures" in capsys.readouterr().err
    assert file.read_bytes() == right.encode("gb18030")
    assert main(["validate-rubric", str(file), "--accept-examples"]) == 0
    assert file.read_bytes() == right.encode("gb18030")


def test_an_example_that_is_refused_has_no_figure_to_accept(tmp_path: Path) -> None:
    file = tmp_path / "rubric.yaml"
    for old, new in (
        ("given: [{status: 查实}], scores: -1", "given: [{status: 查处}], scores: -7"),
        ("given: [{status: 查实}], scores: -1, item: 3}", "given: [{status: 查实}], refused: count-zero}"),
    ):
        text = SHIZHI.replace(old, new, 1)
        assert text != SHIZHI
        file.write_text(text, encoding="utf-8")
        assert main(["validate-rubric", str(file), "--accept-examples"]) == 1
        assert file.read_text(encoding="utf-8") == text


def test_only_files_of_the_users_own_are_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shizhi").write_text(
        "a note of mine\n", encoding="utf-8"
    )  # what is meant is the bundled one all the same
    for arguments in ((), ("shizhi",), ("shizhi@2018",)):
        assert main(["validate-rubric", "--accept-examples", *arguments]) == 2
        assert "[bundled-examples]" in capsys.readouterr().err
    assert (tmp_path / "shizhi").read_text(encoding="utf-8") == "a note of mine\n"
