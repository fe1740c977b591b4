"""A ranking as people and programs read it: the screen, Markdown, CSV and JSON."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from wuwu.messages import Words
from wuwu.report.layout.exact_json import dump
from wuwu.report.layout.table import Column, fold, lay_out
from wuwu.report.layout.width import display_width
from wuwu.report.ranking.csv import ranking_csv
from wuwu.report.ranking.document import dump_ranking
from wuwu.report.ranking.markdown import ranking_markdown
from wuwu.report.ranking.text import render_ranking
from wuwu.report.scorecard.document import result_document
from wuwu.report.scorecard.markdown import scorecard_markdown
from wuwu.units.batch import Asked, score_files
from wuwu.units.ranking import Ranking, rank

HEAD = "rubric: shizhi\nyear: 2018\nevents:\n"
LOGS = {
    "甲": "  - {clause: A5.迟报, date: 2018-04-10, count: 2}\n",
    "乙": "  - {clause: A5.缺报, date: 2018-04-10}\n",
    "丙": "  - {clause: A8.一票否决, date: 2018-05-01, reason: 重大责任事故, evidence: 岳人社发〔2018〕9号}\n",
    "丁": "  - {clause: A1.实施方案, finding: 符合}\n",
    "岳阳市人力资源和社会保障局机关党委办公室组织人事科": "  - {clause: A5.迟报, date: 2018-04-10, count: 9}\n",
    "a-very-long-name-without-any-blank-0123456789": "  - {clause: A2.主体责任, finding: 不符合}\n",
}


@pytest.fixture
def ranking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ranking:
    monkeypatch.chdir(tmp_path)
    Path("台账").mkdir()
    for number, (unit, events) in enumerate(LOGS.items()):
        Path("台账", f"{number}.yaml").write_text(f"unit: {unit}\n{HEAD}{events}", encoding="utf-8")
    Path("台账", "坏.yaml").write_text("unit: [\n", encoding="utf-8")
    batch = score_files(["台账"], Asked(keep=True)).require()
    return rank(batch.results, batch.failures)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
@pytest.mark.parametrize("color", [False, True])
def test_the_screen_shows_everything_within_its_width(ranking: Ranking, language: str, width: int, color: bool) -> None:
    text = render_ranking(ranking, Words(language), width=width, color=color)
    joined = "".join(text.split())
    if not color:
        assert max(map(display_width, text.splitlines())) <= width
        assert "\033" not in text
        for unit in ("甲", "乙", "丁", "重大责任事故", "台账/坏.yaml"):
            assert unit in joined
    assert all(line == line.rstrip() for line in text.splitlines() if not color)


def test_ties_vetoes_and_failures_are_said(ranking: Ranking) -> None:
    text = render_ranking(ranking, Words("zh"), width=100)
    assert "1、2、2、4" in text
    tied = [each.rank for group in ranking.groups for each in group.ranked if each.tied]
    assert len(tied) >= 2
    assert text.count(f"\n{tied[0]} 并列") == tied.count(tied[0])
    assert "一票否决（不参加排名）" in text
    assert "排名不完整：有1份台账未能计分" in text
    assert "名次还可能变动" in text
    assert "1、2、2、3" in render_ranking(ranking._replace(ties="dense"), Words("zh"), width=100)


def test_markdown_escapes_and_tells_the_same(ranking: Ranking) -> None:
    text = ranking_markdown(ranking, Words("zh"))
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert len([line for line in tables if "并列" in line]) == 2
    assert all(line.endswith("|") for line in tables)
    assert "重大责任事故" in text


@pytest.mark.parametrize("page", ["scorecard", "ranking"])
def test_a_name_means_nothing_to_markdown(page: str, tmp_path: Path) -> None:
    name = '"a <b> @octocat $x$ &amp; {y}"'
    Path(tmp_path, "x.yaml").write_text(f"unit: {name}\n{HEAD}{LOGS['甲']}", encoding="utf-8")
    result = score_files([str(tmp_path)], Asked(keep=True)).require().results[0]
    assert result.card is not None
    words = Words("zh")
    text = scorecard_markdown(result.card, words) if page == "scorecard" else ranking_markdown(rank([result]), words)
    assert r"a \<b\> &#64;octocat \$x\$ \&amp; \{y\}" in text


def test_csv_holds_numbers_as_numbers(ranking: Ranking) -> None:
    raw = ranking_csv(ranking, Words("en"))
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(raw.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(LOGS) + 1
    by_unit = {row["Unit"]: row for row in rows}
    for group in ranking.groups:
        for each in group.ranked:
            row = by_unit[each.result.unit]
            assert (row["Rank"], Decimal(row["Total"])) == (str(each.rank), each.result.score)
            assert Decimal(row["Lowest"]) == each.result.span.low
    assert (by_unit["丙"]["Rank"], by_unit["丙"]["Total"], by_unit["丙"]["Status"]) == ("", "", "vetoed")
    assert rows[-1]["Status"] == "not scored"
    assert rows[-1]["Problems"]


def test_the_document_holds_each_result_as_it_is(ranking: Ranking) -> None:
    words = Words("zh")
    raw = dump_ranking(ranking, words)
    document = json.loads(raw, parse_float=Decimal)
    assert list(document) == ["schema", "groups", "failed"]
    assert document["schema"] == "wuwu/ranking@1"
    results = {result.unit: result for group in ranking.groups for result in group.results}
    ranks = {each.result.unit: each.rank for group in ranking.groups for each in group.ranked}
    for group in document["groups"]:
        assert list(group) == ["rubric", "group", "period", "units"]
        for unit in group["units"]:
            assert next(iter(unit)) == "rank"
            assert unit.pop("rank") == ranks.get(unit["unit"])
            assert (unit.pop("awarded_grade"), unit.pop("grade_reason")) == (None, None)
            card = results[unit["unit"]].card
            assert card is not None
            assert unit == json.loads(dump(result_document(card, words)), parse_float=Decimal)
    assert dump(json.loads(raw, parse_float=Decimal)) == raw  # laid out as every other document


def test_an_empty_ranking_is_a_document_too() -> None:
    assert json.loads(dump_ranking(rank([]), Words("zh"))) == {"schema": "wuwu/ranking@1", "groups": [], "failed": []}


def test_a_table_breaks_what_may_be_broken_and_says_when_it_cannot() -> None:
    columns = (Column("名"), Column("说明", least=4), Column("分", figures=True))
    laid = lay_out(columns, [("甲", "一二三四五六", "1.5"), ("乙", "x", "10")], 16)
    assert laid == [
        ["名 说明       分"],
        ["甲 一二三四  1.5", "   五六"],
        ["乙 x          10"],
    ]
    assert lay_out((Column("名"), Column("分")), [("一二三四五六", "一二三四五六")], 10) is None


def test_a_word_longer_than_its_column_is_broken_and_nothing_is_lost() -> None:
    assert "".join(fold("abcdefghij", 4)) == "abcdefghij"
    assert max(map(display_width, fold("岳阳abcdefghij岳阳", 5))) <= 5


NOTED = (
    "  - {clause: F5.处分, date: 2018-11-19, level: 市级, reason: 党内警告, evidence: 决定书, note: 副院长违规接受吃请}\n"
    '  - {clause: A5.迟报, date: 2018-04-10, note: "\\u202e反向\\u2066迟报"}\n'
)


@pytest.fixture
def denied(tmp_path: Path) -> Ranking:
    (tmp_path / "甲.yaml").write_text(f"unit: 甲\n{HEAD}{NOTED}", encoding="utf-8")
    return rank(score_files([tmp_path], Asked(keep=True)).require().results)


@pytest.mark.parametrize("form", ["text", "markdown", "csv", "scorecard"])
def test_what_a_unit_is_vetoed_for_is_told_to_others_without_its_note(denied: Ranking, form: str) -> None:
    words = Words("zh")
    card = denied.groups[0].vetoed[0].card
    assert card is not None
    told = {
        "text": lambda: render_ranking(denied, words, width=100, color=False),
        "markdown": lambda: ranking_markdown(denied, words),
        "csv": lambda: ranking_csv(denied, words).decode("utf-8-sig"),
        "scorecard": lambda: scorecard_markdown(card, words),
    }[form]()
    assert "F5.处分：2018-11-19" in told or "2018-11-19，市级" in told
    assert "决定书" in told
    assert "吃请" not in told


def test_markdown_holds_nothing_that_turns_the_reading_direction(denied: Ranking) -> None:
    card = denied.groups[0].vetoed[0].card
    assert card is not None
    told = scorecard_markdown(card, Words("zh"))
    assert "反向" in told
    assert told.replace("\n", "").isprintable()
