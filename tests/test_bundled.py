"""The folder of bundled rubrics: what stands on it, and what a bad file there does to the others."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wuwu.api import load_rubric
from wuwu.cli import main
from wuwu.diagnostics import Rejected
from wuwu.rubric.bundled import bundled_files, bundled_rubrics

Put = Callable[[Path], None]


@pytest.fixture
def folder(tmp_path: Path, use_bundled: Put) -> Path:
    # the tables of 2018 only, whatever else stands on the real folder by now
    folder = tmp_path / "rubrics"
    folder.mkdir()
    for name in ("shizhi.yaml", "xianshiqu.yaml"):
        shutil.copy(Path(__file__).parent.parent / "rubrics" / name, folder)
    use_bundled(folder)
    return folder


def test_editions_are_told_apart_by_their_year(folder: Path, use_bundled: Put) -> None:
    text = (folder / "shizhi.yaml").read_text(encoding="utf-8").replace("year: 2018", "year: 2019")
    (folder / "anything.yaml").write_text(text, encoding="utf-8")
    use_bundled(folder)
    assert [each.year for each in bundled_rubrics() if each.id == "shizhi"] == [2019, 2018]
    assert (load_rubric("shizhi").year, load_rubric("shizhi", 2018).year) == (2019, 2018)


@pytest.mark.parametrize("name", ["2019.yml", "2019.YAML", "2019.Yml", "二〇一九.yaml"])
def test_a_bundled_file_has_any_of_the_endings_of_yaml(folder: Path, use_bundled: Put, name: str) -> None:
    text = (folder / "shizhi.yaml").read_text(encoding="utf-8").replace("year: 2018", "year: 2019", 1)
    (folder / name).write_text(text.replace("2018-", "2019-"), encoding="utf-8")
    for other in ("shizhi.yaml.bak", "说明.txt", "yml"):
        shutil.copy(folder / "shizhi.yaml", folder / other)
    use_bundled(folder)
    assert {each.name for each in bundled_files()} == {"shizhi.yaml", "xianshiqu.yaml", name}
    assert load_rubric("shizhi").rubric.document.name == f"rubrics/{name}"
    assert main(["explain", "shizhi@2019", "A5.迟报"]) == 0


@pytest.fixture
def two_editions(folder: Path, use_bundled: Put) -> Path:
    """The folder with next year's table, where a report that comes late costs 0.7."""
    text = (folder / "shizhi.yaml").read_text(encoding="utf-8").replace("year: 2018", "year: 2019", 1)
    head, clause, rest = text.replace("2018-", "2019-").partition("- id: A5.迟报\n")
    (folder / "next.yaml").write_text(head + clause + rest.replace("each: 0.5", "each: 0.7", 1), encoding="utf-8")
    use_bundled(folder)
    return folder


def test_an_edition_is_named_by_id_and_year(two_editions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [load_rubric(ref).year for ref in ("shizhi", "shizhi@2018", "shizhi@2019")] == [2019, 2018, 2019]
    for ref, heading, price in (("shizhi@2018", "shizhi@2018", "0.5"), ("shizhi", "shizhi@2019", "0.7")):
        # the examples of the new edition still say the old price
        assert main(["--lang", "en", "explain", ref, "A5.迟报"]) == (1 if ref == "shizhi" else 0)
        told = capsys.readouterr().out
        assert told.startswith(f"{heading} A5.迟报 (")
        assert f"deduct {price} points" in told
    assert main(["--lang", "en", "diff", "shizhi@2018", "shizhi@2019"]) == 0
    assert "0.5 → 0.7" in capsys.readouterr().out
    assert main(["--lang", "en", "validate-rubric", "shizhi@2018"]) == 0


@pytest.mark.parametrize("command", ["score", "validate-log"])
def test_a_log_is_scored_under_the_edition_that_is_named(
    command: str, two_editions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "甲.yaml"
    log.write_text("unit: 甲\nrubric: shizhi\nyear: 2018\nevents: []\n", encoding="utf-8")
    assert main([command, str(log), "--rubric", "shizhi@2018"]) == 0
    capsys.readouterr()
    # an edition of another year than the log's is not quietly exchanged for the log's own
    assert main([command, str(log), "--rubric", "shizhi@2019"]) == 1
    told = capsys.readouterr()
    assert "year-mismatch" in told.out + told.err


@pytest.mark.parametrize(
    ("ref", "code"),
    [("shizhi@2031", "no-rubric-for-year"), ("shizhi@0000", "no-rubric-for-year"), ("shizi@2018", "unknown-rubric"),
     ("shizhi@18", "unknown-rubric"), ("shizhi@", "unknown-rubric"), ("shizhi@二〇一八", "unknown-rubric")],
)  # fmt: skip
def test_an_edition_that_is_not_there_is_usage(ref: str, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["explain", ref], ["diff", ref, "shizhi"], ["validate-rubric", ref]):
        assert main(command) == 2
        told = capsys.readouterr()
        assert (told.out, code in told.err) == ("", True)


def test_a_file_with_an_at_in_its_name_is_still_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(Path(__file__).parent.parent / "rubrics" / "xianshiqu.yaml", tmp_path / "mine@2018")
    shutil.copy(tmp_path / "mine@2018", tmp_path / "shizhi@2018")
    assert load_rubric("mine@2018").rubric.rubric == "xianshiqu"
    assert load_rubric("shizhi@2018").rubric.rubric == "shizhi"  # an id comes first


def test_every_explanation_of_a_piece_names_its_edition(capsys: pytest.CaptureFixture[str]) -> None:
    for piece in ("A", "A5", "A5.迟报", "R14"):
        assert main(["--lang", "zh", "explain", "shizhi@2018", piece]) == 0
        assert capsys.readouterr().out.lstrip().startswith(f"shizhi@2018 {piece}")
    assert main(["--lang", "zh", "explain", "shizhi@2018"]) == 0
    assert "2018年度" in capsys.readouterr().out.partition("\n\n")[0]


def test_a_second_file_of_one_edition_is_never_taken_for_the_first(folder: Path, use_bundled: Put) -> None:
    shutil.copy(folder / "shizhi.yaml", folder / "shizhi-2019.yaml")
    use_bundled(folder)
    with pytest.raises(Rejected, match="doubled-rubric"):
        load_rubric("shizhi")
    assert load_rubric("xianshiqu").year == 2018


@pytest.mark.parametrize(
    "content", [b"rubric: x\ntitle: x\nyear: 2019\xe5\xb9\xb4\n", b"year: 2019\n", b"\xff\xfe\xff", b"rubric: [\n", b""]
)
def test_a_file_that_does_not_say_which_rubric_it_is_spoils_no_other(
    folder: Path, use_bundled: Put, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.yaml").write_bytes(content)
    (folder / "folder.yaml").mkdir()
    use_bundled(folder)
    assert [each.id for each in bundled_rubrics()] == ["shizhi", "xianshiqu"]
    assert main(["explain", "shizhi", "A5"]) == 0
    capsys.readouterr()
    # whoever checks the folder is told
    assert main(["validate-rubric"]) == 1
    told = capsys.readouterr().out
    assert "rubrics/bad.yaml" in told
    assert "rubrics/folder.yaml" in told
