"""No result is ever written over what it was made from, nor over another result."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from wuwu.rubric.bundled import bundled_rubrics

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]

LOG = "unit: 甲\nrubric: shizhi\nyear: 2018\nevents: []\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "台账").mkdir()
    for name in ("甲.yaml", "台账/甲.yaml"):
        (tmp_path / name).write_text(LOG, encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to("甲.yaml")
    shutil.copy(ROOT / "rubrics" / "shizhi.yaml", tmp_path / "标准.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def state(desk: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}


def check_refused(run: Run, desk: Path, command: str, reason: str) -> None:
    before = state(desk)
    code, out, err = run(*command.split())
    assert (code, out) == (2, "")
    assert re.search(rf"\[{reason}\]", err)
    assert state(desk) == before


@pytest.mark.parametrize(
    "command",
    [
        "score 甲.yaml -o 甲.yaml",
        "score 甲.yaml -o ./台账/../甲.yaml",
        "score 甲.yaml --xlsx 甲.yaml",
        "score 甲.yaml -o link.yaml",
        "score link.yaml -o 甲.yaml",
        "score 甲.yaml --rubric 标准.yaml -o 标准.yaml",
        "score 台账 -o 台账/甲.yaml",
        "validate-log 甲.yaml -o 甲.yaml",
        "validate-log . --format json -o 台账/甲.yaml",
        "validate-rubric 标准.yaml -o 标准.yaml",
        "explain 标准.yaml -o 标准.yaml",
        "diff shizhi 标准.yaml -o 标准.yaml",
        "diff shizhi 标准.yaml --units 台账 -o 台账/甲.yaml",
    ],
)
def test_a_result_never_takes_the_place_of_what_is_read(run: Run, desk: Path, command: str) -> None:
    check_refused(run, desk, command, "output-is-input")


@pytest.mark.parametrize(
    "command",
    [
        "score 甲.yaml -o 标准.yaml",
        "score 甲.yaml --xlsx 标准.yaml",
        "score 甲.yaml 乙.yaml -o 标准.yaml",
        "score 甲.yaml 乙.yaml --xlsx 标准.yaml",
        "validate-log 甲.yaml -o 标准.yaml",
        "explain shizhi -o 自带.yaml",
        "validate-rubric -o 自带.yaml",
        "diff shizhi xianshiqu -o 自带.yaml",
    ],
)
def test_a_result_never_takes_the_place_of_a_rubric_that_nobody_named(run: Run, desk: Path, command: str) -> None:
    for name in ("甲", "乙"):
        text = LOG.replace("shizhi", "标准.yaml").replace("甲", name)
        (desk / f"{name}.yaml").write_text(text, encoding="utf-8")
    # another name of the bundled file; the file itself is never at risk, as a result replaces its name only
    (desk / "自带.yaml").hardlink_to(
        next(each.path for each in bundled_rubrics() if (each.id, each.year) == ("shizhi", 2018))
    )
    check_refused(run, desk, command, "output-is-input")


def test_a_result_never_takes_the_place_of_standard_input(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (desk / "甲.yaml").open(encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert run("score", "-", "-o", "甲.yaml")[0] == 2
    assert (desk / "甲.yaml").read_text(encoding="utf-8") == LOG


@pytest.mark.parametrize("places", ["--xlsx -", "--xlsx - -o -", "--xlsx a -o a", "--xlsx a -o ./a"])
def test_two_results_never_go_to_one_place(run: Run, desk: Path, places: str) -> None:
    check_refused(run, desk, f"score 甲.yaml {places}", "outputs-clash")


@pytest.mark.parametrize(
    "command",
    [
        "score 台账 -o 台账/排名.txt",
        "score 甲.yaml -o 台账/甲.yaml",
        "explain shizhi -o shizhi",
        "score 甲.yaml --xlsx 甲.xlsx -o 甲.txt",
    ],
)
def test_any_other_place_is_free(run: Run, command: str) -> None:
    assert run(*command.split())[0] == 0
    assert Path(command.rsplit(maxsplit=1)[-1]).stat().st_size > 0
