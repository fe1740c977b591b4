"""`wuwu explain`, and the pages under docs/rubrics/ that it makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from wuwu.api import load_rubric
from wuwu.cli import main
from wuwu.messages import Words
from wuwu.report.explanation import explain, explanation_markdown, explanation_text, ids

ROOT = Path(__file__).parent.parent.parent
TABLES = ("shizhi", "xianshiqu")


@pytest.mark.parametrize("table", TABLES)
def test_the_page_of_a_table_is_up_to_date(table: str, accept: bool) -> None:
    page = ROOT / "docs" / "rubrics" / f"{table}.md"
    made = explanation_markdown(explain(load_rubric(table, 2018), None, Words("zh"), full=True))
    if accept:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(made, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == made


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_id_can_be_explained(table: str, language: str) -> None:
    plan, words = load_rubric(table, 2018), Words(language)
    for name in ids(plan):
        about = plan.rubric.dimensions[0].id if name == table else name
        assert about.split(".")[0].split("-")[0] in explanation_text(explain(plan, name, words), 80)


def test_a_clause_shows_its_quote_in_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "shizhi@2018", "A5.迟报", "--lang", "zh"]) == 0
    told = capsys.readouterr().out
    assert "【迟报一次扣0.5分" in told.replace("\n", "").replace("  ", "")
    assert "{clause: A5.迟报, date: 2018-04-10}" in told


def test_a_clause_is_told_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "shizhi@2018", "F5.投诉举报", "--lang", "zh"]) == 0
    told = "".join(capsys.readouterr().out.split())
    for said in (
        "计分：每次扣2分；查实的才扣，且须由局纪检监察查实；本行3分，可扣成负分",
        "必写：clause（条款）、date（日期）；查实后须加写status（查实情况：查实）、verified_by（查实单位：",
        "R19（待确认）哪些扣分要查实了才算？执行口径：",
        "登记2次（局纪检监察查实）→扣4分，本行得-1分",
    ):
        assert said in told


@pytest.mark.parametrize(("language", "most"), [("zh", 350), ("en", 420)])
def test_a_table_is_told_in_brief_and_says_where_there_is_more(
    language: str, most: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["explain", "shizhi@2018", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) < most
    assert lines[-1].endswith("wuwu explain shizhi@2018 A1.实施方案")
    assert not any("→" in line for line in lines)


@pytest.mark.parametrize("about", ["D1", "C", "B1-2", "R14"])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_row_a_dimension_a_part_and_a_reading_can_be_explained(
    about: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "shizhi@2018", about, "--format", form]) == 0
    assert about in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("A5.迟到", "A5.迟报"), ("迟报", "A5.迟报"), ("a5", "A5"), ("A5。迟报", "A5.迟报"), ("R99", "R49")],
)
def test_an_unknown_id_is_usage_and_names_the_nearest(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "shizhi@2018", typed, "--lang", "zh"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"没有“{typed}”。是不是：" in told.err
    assert meant in told.err


def test_an_id_like_no_other_is_told_where_all_of_them_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "shizhi@2018", "零", "--lang", "zh"]) == 2
    assert capsys.readouterr().err == "“shizhi@2018”里没有“零”。全部编号：wuwu explain shizhi@2018\n"


def test_an_unknown_rubric_is_usage_an_unreadable_one_is_not() -> None:
    assert main(["explain", "nosuch"]) == 2
    assert main(["explain", "nosuch.yaml"]) == 3
