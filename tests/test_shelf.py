"""The shelf of bundled rubrics: what stands on it, and what a bad file there does to the others."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wuwu.cli import main
from wuwu.library import load_rubric
from wuwu.problem import Rejected
from wuwu.shelf import bundled_rubrics

Put = Callable[[Path], None]


@pytest.fixture
def shelf(tmp_path: Path, put_shelf: Put) -> Path:
    folder = tmp_path / "rubrics"
    shutil.copytree(Path(__file__).parent.parent / "rubrics", folder)
    put_shelf(folder)
    return folder


def test_editions_are_told_apart_by_their_year(shelf: Path, put_shelf: Put) -> None:
    text = (shelf / "shizhi.yaml").read_text(encoding="utf-8").replace("year: 2018", "year: 2019")
    (shelf / "anything.yaml").write_text(text, encoding="utf-8")
    put_shelf(shelf)
    assert [each.year for each in bundled_rubrics() if each.id == "shizhi"] == [2019, 2018]
    assert (load_rubric("shizhi").year, load_rubric("shizhi", 2018).year) == (2019, 2018)


def test_a_second_file_of_one_edition_is_never_taken_for_the_first(shelf: Path, put_shelf: Put) -> None:
    shutil.copy(shelf / "shizhi.yaml", shelf / "shizhi-2019.yaml")
    put_shelf(shelf)
    with pytest.raises(Rejected, match="doubled-rubric"):
        load_rubric("shizhi")
    assert load_rubric("xianshiqu").year == 2018


@pytest.mark.parametrize(
    "content", [b"rubric: x\ntitle: x\nyear: 2019\xe5\xb9\xb4\n", b"year: 2019\n", b"\xff\xfe\xff", b"rubric: [\n", b""]
)
def test_a_file_that_does_not_say_which_rubric_it_is_spoils_no_other(
    shelf: Path, put_shelf: Put, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (shelf / "bad.yaml").write_bytes(content)
    (shelf / "folder.yaml").mkdir()
    put_shelf(shelf)
    assert [each.id for each in bundled_rubrics()] == ["shizhi", "xianshiqu"]
    assert main(["explain", "shizhi", "A5"]) == 0
    capsys.readouterr()
    # whoever checks the shelf is told
    assert main(["validate-rubric"]) == 1
    told = capsys.readouterr().out
    assert "rubrics/bad.yaml" in told
    assert "rubrics/folder.yaml" in told
