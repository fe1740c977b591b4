"""`wuwu explain`, and the pages under docs/rubrics/ that it makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from wuwu.cli import main
from wuwu.library import load_rubric
from wuwu.messages import Words
from wuwu.report.explanation import explain, explanation_markdown, explanation_text, ids

ROOT = Path(__file__).parent.parent.parent
TABLES = ("shizhi", "xianshiqu")


@pytest.mark.parametrize("table", TABLES)
def test_the_page_of_a_table_is_up_to_date(table: str, accept: bool) -> None:
    page = ROOT / "docs" / "rubrics" / f"{table}.md"
    made = explanation_markdown(explain(load_rubric(table), None, Words("zh")))
    if accept:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(made, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == made


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_id_can_be_explained(table: str, language: str) -> None:
    plan, words = load_rubric(table), Words(language)
    for name in ids(plan):
        about = plan.rubric.dimensions[0].id if name == table else name
        assert about.split(".")[0].split("-")[0] in explanation_text(explain(plan, name, words), 80)


def test_a_clause_shows_its_quote_in_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "shizhi", "A5.迟报", "--lang", "zh"]) == 0
    told = capsys.readouterr().out
    assert "【迟报一次扣0.5分" in told.replace("\n", "").replace("  ", "")
    assert "{clause: A5.迟报, date: 2018-04-10}" in told


def test_a_row_a_dimension_and_a_table_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for about in (["D1"], ["C"], []):
        assert main(["explain", "xianshiqu", *about, "--format", "markdown"]) == 0
    assert "# " in capsys.readouterr().out


def test_an_unknown_clause_is_usage_and_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "shizhi", "A5.迟到", "--lang", "zh"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "A5.迟报" in told.err
    assert main(["explain", "nosuch"]) == 2
    assert main(["explain", "nosuch.yaml"]) == 3
