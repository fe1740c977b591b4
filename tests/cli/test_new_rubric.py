"""Next year's table: made from this year's by one command, and of use wherever it is put."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from wuwu.api import load_rubric
from wuwu.rubric.bundled import bundled_rubrics
from wuwu.rubric.next_year import write_edition
from wuwu.source.yaml_reader import parse_document

Run = Callable[..., tuple[int, str, str]]
BUNDLED = {each.id: each.path for each in bundled_rubrics() if each.year == 2018}

LOG = "unit: 甲\nrubric: {}\nyear: {}\nevents:\n  - {{clause: A5.迟报, date: {}-04-10}}\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("rubric", sorted(BUNDLED))
def test_only_the_year_and_the_days_of_the_examples_move(run: Run, desk: Path, rubric: str) -> None:
    assert run("new-rubric", f"{rubric}@2018", "--year", "2019")[0] == 0
    old = BUNDLED[rubric].read_text(encoding="utf-8").splitlines()
    new = (desk / f"{rubric}-2019.yaml").read_text(encoding="utf-8").splitlines()
    changed = [line for line in difflib.ndiff(old, new) if line[0] in "-+"]
    for removed, added in zip(
        [line[2:] for line in changed if line[0] == "-"], [line[2:] for line in changed if line[0] == "+"], strict=True
    ):
        assert re.sub(r"\b2018(?=-\d\d-\d\d|$)", "2019", removed) == added
        assert "text:" not in added


def test_the_file_is_scored_under_by_its_path_at_once(run: Run, desk: Path) -> None:
    code, out, err = run("new-rubric", "shizhi@2018", "--year", "2019", "-o", "明年.yaml")
    assert (code, out) == (0, "")
    assert "wuwu validate-rubric 明年.yaml" in err
    assert "wuwu diff shizhi@2018 明年.yaml" in err
    (desk / "甲.yaml").write_text(LOG.format("明年.yaml", 2019, 2019), encoding="utf-8")
    assert run("score", "甲.yaml")[0] == 0
    assert run("diff", "shizhi@2018", "明年.yaml")[0] == 0
    # what is left to do is named: the old year still stands in the official text
    assert "[words-contradict]" in run("validate-rubric", "明年.yaml")[1]


def test_among_the_bundled_ones_both_editions_score(run: Run, desk: Path, use_bundled: Callable[[Path], None]) -> None:
    folder = desk / "rubrics"
    folder.mkdir()
    (folder / "shizhi.yaml").write_bytes(BUNDLED["shizhi"].read_bytes())
    use_bundled(folder)
    assert run("new-rubric", "shizhi@2018", "--year", "2019", "-o", "rubrics/shizhi-2019.yaml")[0] == 0
    use_bundled(folder)
    assert load_rubric("shizhi").year == 2019
    for year in (2018, 2019):
        (desk / f"{year}.yaml").write_text(LOG.format("shizhi", year, year), encoding="utf-8")
        assert run("score", f"{year}.yaml")[0] == 0


def test_a_rubric_of_ones_own_by_its_path(run: Run, desk: Path) -> None:
    (desk / "我的.yaml").write_bytes(BUNDLED["shizhi"].read_bytes())
    assert run("new-rubric", "我的.yaml", "--year", "2019", "-o", "我的 2019.yml")[0] == 0
    code, _, err = run("new-rubric", "我的 2019.yml", "--year", "2020")
    assert code == 0
    assert 'wuwu diff "我的 2019.yml" shizhi-2020.yaml' in err
    assert load_rubric("shizhi-2020.yaml").year == 2020


def test_standard_output_takes_it_too(run: Run, desk: Path) -> None:
    code, out, err = run("new-rubric", "shizhi@2018", "--year", "2019", "-o", "-")
    assert (code, err, list(desk.iterdir())) == (0, "", [])
    assert "\nyear: 2019\n" in out


def test_what_is_there_stays(run: Run, desk: Path) -> None:
    kept = desk / "shizhi-2019.yaml"
    for content in (BUNDLED["shizhi"].read_bytes(), b"unit: x\nrubric: shizhi\n", b"notes of my own\n"):
        kept.write_bytes(content)
        for more in ((), ("-o", "shizhi-2019.yaml"), ("-o", "./shizhi-2019.yaml")):
            code, out, err = run("new-rubric", "shizhi@2018", "--year", "2019", *more)
            assert (code, out) == (2, "")
            assert "[output-replaces]" in err
        assert kept.read_bytes() == content


@pytest.mark.parametrize("year", ["20190", "0", "19", "二〇一九", "2019.5"])
def test_a_year_that_is_none(run: Run, desk: Path, year: str) -> None:
    code, _, err = run("new-rubric", "shizhi@2018", "--year", year)
    assert code == 2
    assert "1900 到 9999" in err
    assert list(desk.iterdir()) == []


SMALL = """\
rubric: 小
year: 2020  # 年度
title: 2020年度（2020-02-29 定）
examples:
  - {given: [{date: 2020-02-29, verified_on: "2021-01-05", note: 2020-01-01 起}]}
readings: [{id: R01, basis: 2020-02-29}]
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_line_ends_and_remarks_stay(encoding: str, end: str) -> None:
    raw = SMALL.replace("\n", end).encode(encoding)
    expected = (
        SMALL.replace("year: 2020", "year: 2021")
        .replace("date: 2020-02-29", "date: 2021-02-28")
        .replace('"2021-01-05"', "2022-01-05")
    )
    assert write_edition(parse_document(raw, "小.yaml").require(), 2021) == expected.replace("\n", end).encode(encoding)
