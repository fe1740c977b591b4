"""No result is ever written over what it was made from, nor over another result."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

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
        "validate-log 甲.yaml -o 甲.yaml",
        "validate-rubric 标准.yaml -o 标准.yaml",
        "explain 标准.yaml -o 标准.yaml",
        "diff shizhi 标准.yaml -o 标准.yaml",
    ],
)
def test_a_result_never_takes_the_place_of_what_is_read(run: Run, desk: Path, command: str) -> None:
    check_refused(run, desk, command, "output-is-input")


@pytest.mark.parametrize(
    "command",
    [
        # a folder that is read, a rubric that only a log names, scored or not, and another unit's log
        "score 台账 -o 台账/甲.yaml",
        "validate-log . --format json -o 台账/甲.yaml",
        "diff shizhi 标准.yaml --units 台账 -o 台账/甲.yaml",
        "score 乙.yaml -o 标准.yaml",
        "score 坏.yaml 甲.yaml -o 标准.yaml",
        "validate-log 坏.yaml -o 标准.yaml",
        "diff xianshiqu shizhi --units 乙.yaml -o 标准.yaml",
        "score 甲.yaml -o 台账/甲.yaml",
        "explain shizhi -o 标准.yml",
        "rubrics -o 标准.yaml",
        "schema log -o 新.yaml",
        # endings that say something else than what is written
        "score 甲.yaml 乙.yaml -o x.xlsx",
        "score 甲.yaml -o x.XLS",
        "score 甲.yaml 乙.yaml --xlsx r.xls",
        "score 甲.yaml --xlsx r.pdf",
        "score 甲.yaml --xlsx r.txt",
        "score 甲.yaml --xlsx 标准.yaml",
        "rubrics -o link.txt",
    ],
)
def test_the_ending_of_a_result_fits_what_is_written(run: Run, desk: Path, command: str) -> None:
    fill(desk)
    check_refused(run, desk, command, "output-ending")


def fill(desk: Path) -> None:
    """Logs that name a rubric of their own, one of which cannot be scored; a workbook; and all of them without an ending."""
    log = LOG.replace("shizhi", "标准.yaml").replace("甲", "乙")
    (desk / "乙.yaml").write_text(log, encoding="utf-8")
    (desk / "坏.yaml").write_text(log.replace("events: []", "events: 3"), encoding="utf-8")
    (desk / "link.txt").symlink_to("甲.yaml")
    (desk / "台账.txt").write_text(LOG, encoding="utf-8")
    (desk / "全角.txt").write_text(LOG.replace(": ", "："), encoding="gb18030")
    (desk / "台账.json").write_text('{"unit": "甲", "rubric": "shizhi", "year": 2018}', encoding="utf-8")
    shutil.copy(ROOT / "rubrics" / "shizhi.yaml", desk / "标准")
    Workbook().save(desk / "工资.xlsx")
    shutil.copy(desk / "工资.xlsx", desk / "工资")
    # another name of the bundled file; the file itself is never at risk, as a result replaces its name only
    (desk / "自带.txt").hardlink_to(
        next(each.path for each in bundled_rubrics() if (each.id, each.year) == ("shizhi", 2018))
    )


@pytest.mark.parametrize("name", ["台账.txt", "全角.txt", "台账.json", "标准", "自带.txt", "工资"])
@pytest.mark.parametrize("command", ["score 甲.yaml -o", "rubrics -o", "explain shizhi -o", "validate-log 甲.yaml -o"])
def test_a_log_a_rubric_or_a_workbook_is_kept_whatever_its_name(run: Run, desk: Path, command: str, name: str) -> None:
    fill(desk)
    check_refused(run, desk, f"{command} {name}", "output-replaces")


@pytest.mark.parametrize("name", ["工资.xlsx", "工资", "标准"])
def test_a_workbook_replaces_none_that_wuwu_did_not_write(run: Run, desk: Path, name: str) -> None:
    fill(desk)
    check_refused(run, desk, f"score 甲.yaml --xlsx {name}", "output-replaces")


def test_an_earlier_result_is_replaced(run: Run, desk: Path) -> None:
    for command in ("score 甲.yaml --xlsx r.xlsx -o r.txt", "score 台账 -o r.txt --format json", "rubrics -o r.txt"):
        assert run(*command.split())[0] == 0
    assert run("score", "甲.yaml", "--xlsx", "r.xlsx")[0] == 0
    assert run("rubrics", "-o", "r.xlsx")[0] == 2


def test_nothing_is_scored_before_the_names_are_found_fit(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wuwu.api.load_log", lambda *_: pytest.fail("a log was read"))
    assert run("score", "甲.yaml", "-o", "x.xlsx")[0] == 2


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
        "score 甲.yaml -o 台账/甲.md",
        "score 甲.yaml -o 得分2018.12",
        "explain shizhi -o shizhi",
        "score 甲.yaml --xlsx 甲.xlsx -o 甲.txt",
    ],
)
def test_any_other_place_is_free(run: Run, command: str) -> None:
    assert run(*command.split())[0] == 0
    assert Path(command.rsplit(maxsplit=1)[-1]).stat().st_size > 0
