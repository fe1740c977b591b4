"""The workbook, read back by openpyxl and recalculated by LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter

from wuwu.api import evaluate
from wuwu.log.declared import declare_log
from wuwu.messages import Words
from wuwu.report.ranking.text import render_ranking
from wuwu.report.scorecard.document import result_document
from wuwu.report.workbook import GB_FONTS, choose_fonts, render_workbook
from wuwu.report.workbook.measure import break_lines, printed_width
from wuwu.report.workbook.pages import plan_breaks
from wuwu.report.workbook.safety import SheetNames, cell_number, fit, safe_text
from wuwu.report.workbook.summary import lay_out
from wuwu.rubric.plan import compile_document
from wuwu.rules.lines import Line
from wuwu.scoring.scorecard import Scorecard, Standing
from wuwu.source.yaml_reader import parse_document
from wuwu.units.batch import Asked, score_files
from wuwu.units.ranking import Failure, Ranking, rank
from wuwu.units.summary import describe, summarize

ZH, EN = Words("zh"), Words("en")
EXAMPLES = Path(__file__).parents[2] / "examples"
OFFICIAL = ("失分分析", "事项明细", "口径", "核对")

RUBRIC = """
rubric: invented
year: 2030
title: 虚构标准[1]*（“一部曲”）
points: 10
levels: [{name: 市级}]
dimensions:
  - id: A
    name: 甲
    points: 10
    floor: 2
    items:
      - {id: A1, points: 10, floor: none, text: 做到的，计10分；误一次扣3分。, rules: [
          {id: A1.做到, kind: award, points: 10, presumed: true, quote: 做到的，计10分},
          {id: A1.误, kind: deduction, occurrence: {each: 3, unit: 次}, quote: 误一次扣3分}]}
      - {id: A2, text: 好的，加0.1分。有大错的，一票否决。, rules: [
          {id: A2.好, kind: bonus, occurrence: {each: 0.1}, quote: 好的，加0.1分},
          {id: A2.错, kind: veto, quote: 有大错的，一票否决}]}
cap: 10.2
"""
RUBRIC_OF_EFFECTS = (
    RUBRIC.replace("rubric: invented", "rubric: effects")
    .replace("points: 10\nlevels: [{name: 市级}]", "points: 22\nlevels: [{name: 县级}, {name: 市级}, {name: 省级}]")
    .replace("cap: 10.2\n", "")
    + """
  - id: B
    name: 乙，另一半
    points: 12
    items:
      - {id: B1, text: 受奖的，市级加1分，省级加3分，同一内容取最高，以4分为限。, rules: [
          {id: B1.奖, kind: bonus, word: {each: {市级: 1, 省级: 3}, within_subject: highest}, cap: 4, quote: 受奖的}]}
      - {id: B2, floor: none, text: 黄牌扣1分，红牌扣2分，各计一次。, rules: [
          {id: B2.牌, kind: deduction, word: {each: {黄牌: 1, 红牌: 2}, once_per_word: true}, quote: 黄牌扣1分}]}
      - {id: B3, floor: none, text: 迟到一次扣1分，最多计3次。, rules: [
          {id: B3.迟, kind: deduction, occurrence: {each: 1, unit: 次, times: 3}, quote: 迟到一次扣1分}]}
      - {id: B4, points: 0, floor: none, text: 每月开会，少一次扣1分。, rules: [
          {id: B4.会, kind: deduction, missing: {required: 12, counted: months, each: 1, unit: 次}, quote: 少一次扣1分}]}
      - {id: B5, points: 2, text: 办好的，计2分；率达到90%的，加1分。, measures: [{id: B5.率, figure: share}], rules: [
          {id: B5.办好, kind: award, points: 2, refuted_by: [{measure: B5.率, below: 50}], quote: 办好的，计2分},
          {id: B5.加, kind: bonus, band: {of: B5.率, bands: [{at_least: 90, points: 1}]}, quote: 加1分}]}
      - {id: B6, points: 2, text: 办到的，计2分；草率的，酌情扣减。, rules: [
          {id: B6.办到, kind: award, points: 2, quote: 办到的，计2分},
          {id: B6.酌, kind: deduction, judged: {at_most: 2}, quote: 酌情扣减}]}
      - {id: B7, points: 6, text: 完成任务，计6分。, measures: [{id: B7.任务, figure: target}], rules: [
          {id: B7.完成, kind: award, points: 6, presumed: true, quote: 计6分},
          {id: B7.少, kind: deduction, step: {of: B7.任务, below: 100, size: 1, each: 1}, quote: 完成任务},
          {id: B7.缺, kind: deduction, missing: {of: B7.任务, counted: tasks, each: 2, unit: 项}, quote: 完成任务},
          {id: B7.超, kind: bonus, step: {of: B7.任务, above: 100, size: 10, each: 1}, cap: 2, quote: 完成任务}]}
      - {id: B8, points: 2, text: 不乱的，计2分；乱了，不计分。, rules: [
          {id: B8.不乱, kind: award, points: 2, presumed: true, quote: 不乱的，计2分},
          {id: B8.乱, kind: zero, zeroes: item, quote: 乱了，不计分}]}
"""
)
PLAN = compile_document(parse_document(RUBRIC.encode(), "invented.yaml").require()).require()


def card_of(name: str, events: str = "[]", path: str = "log.yaml") -> Scorecard:
    text = f"unit: {name}\nrubric: invented\nyear: 2030\nevents: {events}\n"
    return evaluate(PLAN, declare_log(parse_document(text.encode(), path).require()).require())


def card_of_data(name: str, path: str) -> Scorecard:
    """The card of a unit whose name stands in every text too. Not from YAML, whose reader refuses control characters."""
    events = [
        {"clause": "A1.误", "date": "2030-01-01", "evidence": [name], "note": name},
        {"clause": "A2.好", "date": "2030-01-02", "reason": name},
    ]
    document = parse_document(b"unit: x", path).require()
    data = {"unit": name, "rubric": "invented", "year": "2030", "events": events}
    return evaluate(PLAN, declare_log(replace(document, data=data)).require())


def ranking_of(*cards: Scorecard) -> Ranking:
    return rank([summarize(card, describe(PLAN.rubric), keep=True) for card in cards])


def opened(data: bytes) -> Any:  # the stubs of openpyxl allow every cell to be anything
    return load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def examples() -> Ranking:
    batch = score_files([EXAMPLES / "shizhi", EXAMPLES / "xianshiqu"], Asked(keep=True)).require()
    return rank(batch.results, batch.failures)


@pytest.fixture(scope="module")
def written(examples: Ranking) -> bytes:
    return render_workbook(examples, ZH)


@pytest.fixture(scope="module")
def book(written: bytes) -> Any:
    return opened(written)


def cards(ranking: Ranking) -> Iterator[Scorecard]:
    for group in ranking.groups:
        for result in group.results:
            assert result.card is not None
            yield result.card


# --- what stands in it -------------------------------------------------------------------------------------------


def told(line: dict[str, Any], own: Line, card: Scorecard) -> tuple[str | None, Decimal]:
    """The sentence by which a line of the JSON stands in its row, None where it needs none, and what it moved."""
    full = card.bound.plan.clauses[line["rule"]].declared.points if line["kind"] == "award" else 0  # type: ignore[union-attr]
    moved = line["points"] - full
    if own.open and line["kind"] == "award":
        return f"({moved.normalize():f})　{line['clause']}：尚未评定，暂计0分", moved
    if own.word in {"award-presumed", "award-counted"} and not moved:
        return None, moved
    if not moved:
        return line["text"], moved
    figure = f"{'+' if moved > 0 else ''}{moved.normalize():f}"
    return f"({figure})　{line['text']}" if own.open else f"{figure}　{line['text']}", moved


def expected_rows(card: Scorecard) -> Iterator[tuple[list[str], Any, Any, Any]]:
    """What stands on the rows of the table beside the official text: sentences, points, moved, score."""
    document: Any = result_document(card, ZH)
    vetoes = [(line, own) for line, own in zip(document["lines"][-len(card.vetoes) :], card.vetoes, strict=False)]
    for dimension, own_dimension in zip(document["dimensions"], card.total.children, strict=True):
        for item, own in zip(dimension["items"], own_dimension.children, strict=True):
            lines = [line for part in item["parts"] for line in part["lines"]] + item["lines"]
            pairs = [*zip(lines, [line for part in own.children for line in part.lines] + list(own.lines), strict=True)]
            pairs += [pair for pair in vetoes if pair[0]["clause"].startswith(f"{item['id']}.")]
            sentences = [told(*pair, card)[0] for pair in pairs]
            moved = sum((told(*pair, card)[1] for pair in pairs), Decimal(0))
            yield [each for each in sentences if each], item["points"], moved, item["score"]
        yield from own_row(dimension["lines"], own_dimension.lines, card)
        yield [], dimension["points"], dimension["score"] - dimension["points"], dimension["score"]
    bounds = [line for line in document["lines"] if line["kind"] != "veto"]
    yield from own_row(bounds, card.total.lines, card)
    points, score = card.total.node.points or Decimal(0), document["reference_score"]
    yield [], points, score - points, score


def own_row(lines: Any, own: Any, card: Scorecard) -> Iterator[tuple[list[str], Any, Any, Any]]:
    if lines:
        pairs = [told(*pair, card) for pair in zip(lines, own, strict=True)]
        moved = sum((each[1] for each in pairs), Decimal(0))
        yield [each[0] for each in pairs if each[0]], None, moved, moved


def table_of(sheet: Any) -> list[Any]:
    """The rows of a unit's table, subtotals and total among them."""
    rows = list(sheet.iter_rows(values_only=True, max_col=6))
    head = next(index for index, row in enumerate(rows) if row[0] == "项目")
    total = next(index for index, row in enumerate(rows) if row[0] == "合计")
    return rows[head + 1 : total + 1]


def compare_unit(sheet: Any, card: Scorecard) -> None:
    table = table_of(sheet)
    for row, (sentences, points, moved, score) in zip(table, expected_rows(card), strict=True):
        figures = (points, moved, score)
        assert tuple(row[index] for index in (1, 4, 5)) == tuple(None if n is None else float(n) for n in figures)
        if row[0] in ("小计", "合计"):
            assert row[3] in (None, *(f"其中加分{n}分" for n in [str(row[3])[4:-1]]))
            continue
        asides = ("未登记", "没有计入", "（另有", *(f"{each.clause}：尚无数据" for each in card.unassessed))
        assert [line for line in str(row[3]).split("\n") if not line.startswith(asides)] == sentences
        assert row[3]
    texts = [row[2] for row in table if row[2] and not row[2].startswith("（")]
    assert texts == [item.text for item in card.bound.plan.rubric.items()]


def test_unit_sheets_equal_the_json(book: Any, examples: Ranking) -> None:
    for card in cards(examples):
        compare_unit(book[card.bound.log.unit], card)


def test_points_and_what_was_moved_make_the_score_on_every_row(book: Any, examples: Ranking) -> None:
    for card in cards(examples):
        table = table_of(book[card.bound.log.unit])
        for row in table:
            assert (row[1] or 0) + (row[4] or 0) == pytest.approx(row[5])
        rows = [row for row in table if row[0] not in ("小计", "合计")]
        assert sum(row[5] for row in rows) == pytest.approx(table[-1][5])


def test_a_row_on_which_nothing_counts_says_so() -> None:
    silent = {row[2]: row for row in table_of(opened(render_workbook(ranking_of(card_of("甲")), ZH))["甲"])}
    award, bonus = (row for text, row in silent.items() if text and text.startswith(("做到的", "好的")))
    assert award[3:] == ("未登记扣分事项，计满分", 0, 10)
    assert bonus[3:] == ("未登记加分事项，未登记“一票否决”情形", 0, 0)
    logged = "[{clause: A1.误, date: 2030-01-01, status: 待查}, {clause: A2.好, date: 2030-01-02, status: 不属实}]"
    rows = table_of(opened(render_workbook(ranking_of(card_of("甲", logged)), ZH))["甲"])
    assert [row[3] for row in rows[:2]] == [
        "没有计入的扣分事项，计满分\n（另有待查1件，见表后）",
        "没有计入的加分事项，没有计入的“一票否决”情形\n（另有已登记、不计分1件，见表后）",
    ]


def test_what_is_not_assessed_is_no_punishment(book: Any, examples: Ranking) -> None:
    seen = 0
    for card in cards(examples):
        sheet = book[card.bound.log.unit]
        for row in sheet.iter_rows(max_col=6):
            if (
                isinstance(row[3].value, str)
                and row[3].value.endswith("尚未评定，暂计0分")
                and "\n" not in row[3].value
            ):
                seen += 1
                assert row[4].value < 0
                assert row[4].number_format.startswith('"("')
                assert row[4].font.color.rgb == "FF7F7F7F"
    assert seen


def test_a_vetoed_or_provisional_unit_cannot_be_missed(book: Any, examples: Ranking) -> None:
    for card in cards(examples):
        sheet = book[card.bound.log.unit]
        result = sheet["A4"]
        if card.standing is Standing.VETOED:
            assert result.value.startswith("本年度考核实行“一票否决”（")
            assert all(line.clause in result.value for line in card.vetoes)
            assert f"参考分{card.reference_score.normalize():f}分" in result.value
            assert result.font.color.rgb == "FFC00000"
        elif card.standing is Standing.PROVISIONAL:
            assert result.value.startswith("暂定得分：")
            assert card.span.high is not None
            assert f"{card.span.high.normalize():f}分" in result.value
            assert sheet["A2"].value.endswith("（暂定）")
            assert result.fill.fgColor.rgb == "FFFFF2CC"
        else:
            total = card.total
            figures = [f"{n.normalize():f}分" for n in (total.score, total.base, total.bonus)]
            assert result.value.startswith("得分：{}（基本分{}，加分{}）".format(*figures))


def test_what_is_open_stands_at_the_end(book: Any, examples: Ranking) -> None:
    for card in cards(examples):
        rows = list(book[card.bound.log.unit].iter_rows(values_only=True, max_col=6))
        end = next(index for index, row in enumerate(rows) if row[0] == "合计")
        below = {row[0]: row[2] for row in rows[end + 1 :] if row[0]}
        groups: dict[str, Any] = {"未评定": card.unassessed, "待查": card.pending, "已登记、\n不计分": card.ignored}
        for name, matters in groups.items():
            assert (name in below) == bool(matters)
            assert all(each.clause in below[name] for each in matters)
        low = card.span.low
        assert low is None or f"{low.normalize():f}" in below["得分范围"]
        assert all(reading in below["涉及的\n口径"] for reading in card.readings)
        signed = "\n".join(list(below)[-3:])
        assert all(word in signed for word in ("□无异议", "□有异议", "签字", "盖章", "年", "月", "日"))


def test_summary_equals_the_json(book: Any, examples: Ranking) -> None:
    sheets = [sheet for sheet in book if sheet.title.startswith("汇总")]
    assert len(sheets) == len(examples.groups)
    for sheet, group in zip(sheets, examples.groups, strict=True):
        assert sheet["A1"].value == group.rubric.title
        rows = {row[1]: row for row in sheet.iter_rows(values_only=True) if row[1]}
        places: list[Any] = [*(each.rank for each in group.ranked), *["—"] * len(group.vetoed)]
        for place, result in zip(places, group.results, strict=True):
            row = rows[result.unit]
            figures = [float(each.score) for each in result.dimensions]
            assert list(row[: len(figures) + 4]) == [
                place,
                result.unit,
                *figures,
                float(result.bonus),
                float(result.reference_score),
            ]
        text = "\n".join(str(row[0]) for row in sheet.iter_rows(values_only=True))
        assert ZH(f"ranking.ties.{examples.ties}") in text
        assert "签字" in text
        assert len(sheet._charts) == 1


def test_a_summary_of_twelve_units_fits_on_a_page(examples: Ranking) -> None:
    group = examples.groups[0]
    results = [
        result._replace(unit=f"{result.unit}{turn}", path=f"{result.path}{turn}")
        for turn in (1, 2)
        for result in group.results
    ][:12]
    book = opened(render_workbook(rank(results), ZH))
    assert "得分图" not in book.sheetnames
    assert len(book["汇总"]._charts) == 1
    assert not book["汇总"].row_breaks.brk


def test_a_mean_below_zero_is_the_same_in_the_workbook_and_on_the_screen() -> None:
    ranking = ranking_of(card_of("甲", path="1.yaml"), card_of("乙", path="2.yaml"))
    scores = {"甲": Decimal(-1), "乙": Decimal("-1.01")}
    results = [
        each._replace(reference_score=scores[each.unit], score=scores[each.unit]) for each in ranking.groups[0].results
    ]
    below = rank(results)
    rows = {row[1]: row for row in opened(render_workbook(below, ZH))["汇总"].iter_rows(values_only=True)}
    assert (rows["均值"][4], rows["中位数"][4]) == (-1.01, -1.01)
    assert render_ranking(below, ZH, width=100, color=False).count("-1.01") == 4


def test_a_chart_that_finds_no_room_stands_on_a_sheet_without_a_head() -> None:
    many = [card_of(f"单位{index:02}", path=f"{index}.yaml") for index in range(30)]
    book = opened(render_workbook(ranking_of(*many), ZH))
    assert not book["汇总"]._charts
    (chart,) = book["得分图"]._charts
    assert not book["得分图"].print_title_rows
    assert chart.series[0].val.numRef.f.startswith("'汇总'!")


def test_bars_are_named_with_their_totals(book: Any, examples: Ranking) -> None:
    sheets = [sheet for sheet in book if sheet.title.startswith("汇总")]
    for sheet, group in zip(sheets, examples.groups, strict=True):
        (chart,) = sheet._charts
        names = [series.tx.v for series in chart.series]
        assert names == [dimension.name.replace("，", ",").split(",")[0] for dimension in group.rubric.dimensions]
        reference = chart.series[0].cat.numRef.f.split("!")[1].replace("$", "")
        labels = [cell.value for row in sheet[reference] for cell in row]
        wanted = [f"{r.result.unit} {r.result.reference_score.normalize():f}分" for r in group.ranked]
        assert [label.replace("（暂定）", "") for label in labels] == wanted
        below_zero = any(part.score < 0 for r in group.ranked for part in r.result.dimensions)
        said = "\n".join(str(row[0]) for row in sheet.iter_rows(values_only=True))
        assert ("零线" in said) == below_zero
        assert (chart.y_axis.scaling.min < 0) == below_zero


def test_ledger_has_every_event(book: Any, examples: Ranking) -> None:
    rows = [row for row in book["事项明细"].iter_rows(values_only=True) if isinstance(row[0], int)]
    logged = [
        (index, event.clause, event.date)
        for log in (card.bound.log for card in cards(examples))
        for index, event in enumerate(log.events, 1)
    ]
    assert [(r[0], r[1], r[2] and r[2].date()) for r in rows] == logged
    assert all(row[4] for row in rows)
    headings = [row[0] for row in book["事项明细"].iter_rows(values_only=True) if str(row[0]).endswith("件）")]
    assert headings == [f"{card.bound.log.unit}（{len(card.bound.log.events)}件）" for card in cards(examples)]


EFFECTS = (
    ("A1.误", "date: 2030-01-01, status: 不属实", "不属实，不计"),
    ("A1.误", "date: 2030-01-02", "扣3分"),
    ("A1.误", "date: 2030-01-02, status: 待查", "待查，暂不计"),
    ("A2.好", "date: 2030-01-03, count: 2", "加0.2分"),
    ("A2.错", "date: 2030-01-04, reason: 大错", "一票否决"),
    ("B1.奖", "date: 2030-01-05, level: 市级, subject: 一", "同一内容已计最高，不另加"),
    ("B1.奖", "date: 2030-01-06, level: 省级, subject: 一, count: 2", "加3分（2次只计1次）（合计以4分为限）"),
    ("B1.奖", "date: 2030-01-07, level: 市级, subject: 二", "加1分（合计以4分为限）"),
    ("B1.奖", "date: 2030-01-07, level: 市级, subject: 三", "加1分（合计以4分为限）"),
    ("B1.奖", "date: 2030-01-08, level: 县级, subject: 四", "本条没有规定县级的分值，不计"),
    ("B2.牌", "date: 2030-02-01, level: 黄牌", "扣1分"),
    ("B2.牌", "date: 2030-02-02, level: 黄牌", "同一种情形已计，不另扣"),
    ("B2.牌", "date: 2030-02-03, level: 红牌", "扣2分"),
    ("B3.迟", "date: 2030-03-01, count: 2", "扣2分"),
    ("B3.迟", "date: 2030-03-02, count: 2", "扣1分（2次只计1次）"),
    ("B3.迟", "date: 2030-03-03", "超出最多次数，不另扣"),
    ("B4.会", "date: 2030-04-01", "计入"),
    ("B4.会", "date: 2030-04-02", "当月已计，不另计"),
    ("B5.办好", "finding: 符合", "计2分"),
    ("B5.率", "value: 91", "是“B5.办好”的计分条件，已达到；加1分"),
    ("B6.办到", "finding: 不符合", "不计2分"),
    ("B6.酌", "date: 2030-05-01, points: 0.5, reason: 草率, decided_by: 考核办", "扣0.5分"),
    ("B7.任务", "name: 甲, rate: 98.5", "扣1分"),
    ("B7.任务", "name: 乙, rate: 99.5", "不足1个百分点，不增减分"),
    ("B7.任务", "name: 丙, done: false", "扣2分"),
    ("B7.任务", "name: 丁, done: true", "计入，不增减分"),
    ("B7.任务", "name: 戊, rate: 100", "计入，不增减分"),
    ("B7.任务", "name: 己, rate: 130", "加3分（合计以2分为限）"),
    ("B8.乱", "date: 2030-06-01", "本行不计分，失去2分"),
)


def test_each_event_says_what_it_did_by_itself() -> None:
    plan = compile_document(parse_document((RUBRIC_OF_EFFECTS).encode(), "effects.yaml").require()).require()
    events = ", ".join(f"{{clause: {clause}, {fields}}}" for clause, fields, _ in EFFECTS)
    text = f"unit: 甲\nrubric: effects\nyear: 2030\nevents: [{events}]\n"
    card = evaluate(plan, declare_log(parse_document(text.encode(), "log.yaml").require()).require())
    book = opened(render_workbook(rank([summarize(card, describe(plan.rubric), keep=True)]), ZH))
    rows = [row for row in book["事项明细"].iter_rows(values_only=True) if isinstance(row[0], int)]
    assert [(row[1], row[4]) for row in rows] == [(clause, effect) for clause, _, effect in EFFECTS]


def net_losses(card: Scorecard) -> dict[str, Decimal]:
    """By row of the JSON what it really lost, and by dimension what its own bounds took."""
    document: Any = result_document(card, ZH)
    waiting: dict[str, Decimal] = {}
    for each in card.unassessed:
        item = card.bound.plan.clauses[each.clause].item
        waiting[item] = waiting.get(item, Decimal(0)) + each.points
    lost: dict[str, Decimal] = {}
    for dimension in document["dimensions"]:
        for item in dimension["items"]:
            net = (item["points"] or 0) - item["base"] - waiting.get(item["id"], Decimal(0))
            if net > 0:
                lost[item["id"]] = net
        own = sum((line["points"] for line in dimension["lines"]), Decimal(0))
        if own:
            lost[dimension["id"]] = -own
    return lost


def test_losses_are_net_and_readings_are_all_there(book: Any, examples: Ranking) -> None:
    rows = [row for row in book["失分分析"].iter_rows(values_only=True) if isinstance(row[0], int)]
    shown = iter(rows)
    for group in examples.groups:
        lost_on: dict[str, list[Decimal]] = {}
        for result in group.results:
            assert result.card is not None
            for node, lost in net_losses(result.card).items():
                lost_on.setdefault(node, []).append(lost)
        ordered = sorted(lost_on.items(), key=lambda each: (-sum(each[1]), each[0]))
        for number, (node, losses) in enumerate(ordered, 1):
            row = next(shown)
            assert row[0] == number
            assert row[2].split("\n")[0] == (node if len(node) > 1 else "本项目")
            assert row[4:6] == (float(sum(losses)), len(losses))
    assert next(shown, None) is None
    said = "\n".join(str(row[0]) for row in book["失分分析"].iter_rows(values_only=True))
    for group in examples.groups:
        assert (f"{len(group.results)}个单位，含一票否决的{len(group.vetoed)}个" in said) == bool(group.vetoed)
    readings = [row[0] for row in book["口径"].iter_rows(values_only=True)]
    assert {reading for card in cards(examples) for reading in card.readings} <= {*readings}
    assert readings[-1].startswith("以上口径经核定（签字）")


def test_what_bounds_of_a_whole_give_back_is_told_among_the_losses() -> None:
    card = card_of("甲", "[{clause: A1.误, date: 2030-01-01, count: 9}]")
    rows = list(opened(render_workbook(ranking_of(card), ZH))["失分分析"].iter_rows(values_only=True))
    assert [row[2:6] for row in rows if isinstance(row[0], int)] == [
        ("A1\n（10分）", "A1.误 -27分，1个单位", 27, 1),
        ("本项目\n整体", "扣完为止 +19分，1个单位", -19, 1),
    ]


def test_values_everywhere_formulas_in_the_check_only(book: Any) -> None:
    for sheet in book:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
        assert ("f" in kinds) == (sheet.title == "核对")
        assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_bounds_of_dimension_and_total_are_rows_of_their_own() -> None:
    card = card_of("甲", "[{clause: A1.误, date: 2030-01-01, count: 9}, {clause: A2.好, date: 2030-01-02}]")
    top = card_of("乙", "[{clause: A2.好, date: 2030-01-02, count: 7}]", "b.yaml")
    book = opened(render_workbook(ranking_of(card, top), ZH))
    compare_unit(book["甲"], card)
    compare_unit(book["乙"], top)


def test_failed_logs_are_named() -> None:
    ranking = ranking_of(card_of("甲"))._replace(failed=(Failure("坏.yaml", ()),))
    text = "\n".join(str(row[0]) for row in opened(render_workbook(ranking, ZH))["汇总"].iter_rows(values_only=True))
    assert "坏.yaml" in text
    assert "不完整" in text


def test_english() -> None:
    book = opened(render_workbook(ranking_of(card_of("unit one")), EN))
    assert book.sheetnames == ["Summary", "Losses", "unit one", "Events", "Readings", "Check"]


def test_results_without_their_scorecards_are_refused() -> None:
    with pytest.raises(ValueError, match="scorecards"):
        render_workbook(rank([summarize(card_of("甲"), describe(PLAN.rubric))]), ZH)


# --- safe --------------------------------------------------------------------------------------------------------

NASTY = (
    "=cmd|' /C calc'!A0",
    "[red]x[/]",
    "../../x",
    "长" * 40,
    "一\n二",
    "a/b",
    "A/B",
    "History",
    "history",
    "'quoted'",
    "核对",
    "汇总",
    "@SUM(1)",
    "+1",
    "#N/A",
    "\x07bell\x1b[31m",
    "http://example.org",
    "&D&P",
    "𠮷" * 20,
    "?*:",
    "_x0041_",
    "\u202etxt",
)


@pytest.fixture(scope="module")
def nasty() -> bytes:
    return render_workbook(ranking_of(*(card_of_data(name, f"{i}.yaml") for i, name in enumerate(NASTY))), ZH)


def test_sheet_names_are_safe_and_unique(nasty: bytes) -> None:
    names = opened(nasty).sheetnames
    assert len(names) == len(NASTY) + 6  # the bars of so many stand on a sheet of their own
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\\n\x07\x1b\u202e")
        assert name.casefold() != "history"
        assert name.strip("' ") == name
    assert names[0] == "汇总"
    assert tuple(names[-3:]) == OFFICIAL[1:]


def test_no_text_becomes_a_formula(nasty: bytes) -> None:
    book = opened(nasty)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.hyperlink is None
                assert cell.data_type != "e"
                if cell.data_type == "f":
                    assert sheet.title == "核对"
                    assert str(cell.value).startswith(("=SUM(", "=ROUND(", "=SUMPRODUCT(", "=ABS(", "='", "=汇总!"))
    names = {row[1].value: row[1] for row in book["汇总"].iter_rows() if row[1].value}
    for name in NASTY:
        assert safe_text(name) in names
    assert names["=cmd|' /C calc'!A0"].quotePrefix


def test_text_is_kept_visible() -> None:
    assert safe_text("a\x07b\r\nc\x1b[0m") == "a␇b\nc␛[0m"
    assert safe_text("\ud800x\ufffe") == "\ufffdx\ufffd"
    assert safe_text("_x0041_") == "_x005F_x0041_"
    assert len(safe_text("长" * 40000)) == 32767
    assert fit("𠮷" * 20, 31) == "𠮷" * 15 + "…"


def test_a_blank_name_finds_a_stand_in() -> None:
    names = SheetNames(["核对"])
    assert [names.claim(each, "单位") for each in (" ", "''", "\n")] == ["单位", "单位（2）", "单位（3）"]
    assert names.claim("核对", "单位") == "核对（2）"


@given(st.lists(st.text(max_size=50), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_any_names_make_sheets(wanted: list[str]) -> None:
    names = SheetNames()
    claimed = [names.claim(each, "单位") for each in wanted]
    assert len({each.casefold() for each in claimed}) == len(claimed)
    for each in claimed:
        assert 0 < len(each.encode("utf-16-le", "surrogatepass")) // 2 <= 31
        Workbook().create_sheet(each)


def test_numbers_are_exact_or_text() -> None:
    assert cell_number(Decimal("-0.50")) == -0.5
    assert cell_number(Decimal("3.000")) == 3
    assert cell_number(Decimal("123456789012.123456")) == "123456789012.123456"


# --- print -------------------------------------------------------------------------------------------------------


def test_print_set_up(book: Any) -> None:
    for sheet in book:
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.orientation == "landscape") == (sheet.title == "口径")
        # at its own size: a sheet fitted to the page makes a program ignore where its pages end
        assert sheet.page_setup.scale == 100
        assert not sheet.sheet_properties.pageSetUpPr.fitToPage
        pages = len(sheet.row_breaks.brk) + 1
        assert sheet.oddFooter.center.text == f"&A　　第 &P 页　共 {pages} 页"
        assert (sheet.page_setup.firstPageNumber, sheet.page_setup.useFirstPageNumber) == (1, True)
        assert sheet.print_area
        assert sheet.freeze_panes
        if pages > 1 and not sheet.title.startswith("汇总"):
            first = next(cell.row for row in sheet.iter_rows(max_row=8) for cell in row if cell.value in HEADS)
            assert sheet.print_title_rows == f"${first}:${first}"


def test_columns_leave_room_for_a_program_that_draws_them_wider(book: Any) -> None:
    for sheet in book:
        area = sheet.print_area.split("!")[1].replace("$", "").split(":")[1].rstrip("0123456789")
        widths = [
            sheet.column_dimensions[get_column_letter(n)].width for n in range(1, column_index_from_string(area) + 1)
        ]
        paper = 297 if sheet.page_setup.orientation == "landscape" else 210
        printable = paper / 25.4 - sheet.page_margins.left - sheet.page_margins.right
        assert sum(widths) * 8 / 96 < printable * 0.96


HEADS = ("项目", "序号", "编号", "单位")


def test_a_summary_of_many_dimensions_lies_down_and_one_of_very_many_is_made_smaller(examples: Ranking) -> None:
    group = examples.groups[0]
    for count, orientation, smaller in ((6, "portrait", False), (12, "landscape", False), (25, "landscape", True)):
        dimensions = (group.rubric.dimensions * 5)[:count]
        paper, widths = lay_out(group._replace(rubric=group.rubric._replace(dimensions=dimensions)))
        assert paper.orientation == orientation
        assert (paper.scale(sum(widths)) < 100) == smaller
        assert sum(widths) * paper.scale(sum(widths)) / 100 < paper.width - 2 * paper.side


def test_its_progress_goes_on_while_sheets_are_made_and_packed() -> None:
    told: list[tuple[int, int]] = []
    ranking = ranking_of(*(card_of(f"单位{index}", path=f"{index}.yaml") for index in range(5)))
    render_workbook(ranking, ZH, advance=lambda done, total: told.append((done, total)))
    assert {total for _, total in told} == {15}
    done = [each for each, _ in told]
    assert done == sorted(done)
    assert done[:10] == list(range(1, 11))
    assert done[-1] == 15
    assert len(set(done)) > 12


def test_a_row_of_numbers_stays_on_one_line_as_long_as_it_fits() -> None:
    text = "B3.集中学习：不扣分（1、2、3、5、6、7、8、9、10、11、12月，2018-04-12）"
    lines = ("B3.集中学习：不扣分", "（1、2、3、5、6、7、8、9、10、11、12", "月，2018-04-12）")
    assert break_lines(text, 2000) == lines


def test_named_fonts_of_the_official_form(book: Any) -> None:
    sheet = book["市就业服务中心"]
    assert sheet["A1"].font.name == GB_FONTS.title
    assert sheet["D6"].font.name == GB_FONTS.body
    assert choose_fonts("") == GB_FONTS
    assert choose_fonts("宋体，, 楷体_GB2312") == ("宋体", "黑体", "楷体_GB2312", "仿宋")


def test_charts_start_at_zero_and_stay_on_their_page() -> None:
    many = [card_of(f"单位{index}", path=f"{index}.yaml") for index in range(90)]
    sheet = opened(render_workbook(ranking_of(*many), ZH))["得分图"]
    assert len(sheet._charts) > 1
    ends = [each.id for each in sheet.row_breaks.brk]
    for chart in sheet._charts:
        assert chart.y_axis.scaling.min == 0
        first = chart.anchor._from.row + 1
        last = first + int(chart.anchor.ext.height / 12700 / 15)
        assert not any(first <= end < last for end in ends)


def test_row_heights_show_every_line(book: Any) -> None:
    for sheet in book:
        for index, dimension in sheet.row_dimensions.items():
            assert dimension.height is not None, (sheet.title, index)
            assert 0 < dimension.height <= 409


def test_a_very_long_text_goes_on_in_further_rows() -> None:
    story = "很长的说明，写了又写。" * 600
    card = card_of("甲", f"[{{clause: A1.误, date: 2030-01-01, note: {story}}}]")
    book = opened(render_workbook(ranking_of(card), ZH))
    for name, column in (("甲", "D"), ("事项明细", "D")):
        sheet = book[name]
        assert all((row.height or 0) <= 409 for row in sheet.row_dimensions.values())
        cells = [cell.value for cell in sheet[column] if isinstance(cell.value, str)]
        assert story in "".join("".join(cells).split("\n"))


def test_dimensions_stay_named_on_every_page(book: Any, examples: Ranking) -> None:
    for card in cards(examples):
        sheet = book[card.bound.log.unit]
        merged = {(r.min_row, r.max_row) for r in sheet.merged_cells.ranges if r.min_col == r.max_col == 1}
        for page_end in (each.id for each in sheet.row_breaks.brk):
            assert not any(first <= page_end < last for first, last in merged)


@given(
    st.lists(st.floats(10, 300), min_size=1, max_size=60), st.lists(st.integers(1, 5), max_size=30), st.floats(0, 40)
)
@settings(max_examples=80, deadline=None)
def test_no_page_is_too_tall(heights: list[float], sizes: list[int], head: float) -> None:
    kept, row = [], 1
    for size in sizes:
        if row + size - 1 <= len(heights):
            kept.append((row, row + size - 1))
        row += size + 1
    room = 480.0
    breaks = plan_breaks(heights, kept, head, room)
    starts = [0, *breaks]
    for start, end in zip(starts, [*breaks, len(heights)], strict=True):
        assert sum(heights[start:end]) + (head if start else 0) <= room + 1e-6
    for first, last in kept:
        if sum(heights[first - 1 : last]) <= room - head:
            assert not any(first <= each < last for each in breaks)


def test_no_page_holds_a_head_without_a_row(book: Any, examples: Ranking) -> None:
    for card in cards(examples):
        sheet = book[card.bound.log.unit]
        total = next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == "合计")
        assert all(each.id < total for each in sheet.row_breaks.brk)


def test_a_dimension_is_written_down_the_page_and_again_only_where_one_begins(book: Any, examples: Ranking) -> None:
    for card in cards(examples):
        sheet = book[card.bound.log.unit]
        starts = {each.id + 1 for each in sheet.row_breaks.brk}
        names = [dimension.name for dimension in card.bound.plan.rubric.dimensions]
        shown = [row[0] for row in sheet.iter_rows(max_col=1) if row[0].alignment.textRotation == 255 and row[0].value]
        fresh = [cell for cell in shown if cell.row not in starts]
        assert [name for name in names if any(name.startswith(cell.value) for cell in fresh)] or not fresh
        assert len(fresh) <= len(names)


@given(st.text(max_size=80), st.integers(100, 1500))
@settings(max_examples=80, deadline=None)
def test_lines_keep_the_text(text: str, most: int) -> None:
    lines = break_lines(text, most)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(printed_width(line) <= most for line in lines)


# --- the file ----------------------------------------------------------------------------------------------------


def test_the_same_ranking_gives_the_same_bytes(written: bytes, examples: Ranking) -> None:
    assert render_workbook(examples, ZH) == written


def test_properties_say_where_the_figures_come_from(book: Any, examples: Ranking) -> None:
    properties = book.properties
    assert properties.creator.startswith("wuwu ")
    for group in examples.groups:
        assert group.rubric.sha256 in properties.description
    assert properties.created == properties.modified
    assert book.calculation.fullCalcOnLoad


# --- in an office program ----------------------------------------------------------------------------------------

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed: nothing printed")


def convert(data: bytes, kind: str, folder: Path) -> Path:
    source = folder / "book.xlsx"
    source.write_bytes(data)
    out = folder / "out"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return out / f"book.{kind}"


@needs_office
@pytest.mark.office
@pytest.mark.parametrize("which", ["written", "nasty"])
def test_recalculated_differences_are_zero(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    recalculated = load_workbook(convert(request.getfixturevalue(which), "xlsx", tmp_path), data_only=True)
    rows = [row for row in recalculated["核对"].iter_rows(values_only=True) if isinstance(row[2], int | float)]
    assert rows
    for row in rows:
        assert row[7:] == (0, 0)
        assert row[3:7] == tuple([pytest.approx(row[2])] * 4)
    assert [row[8] for row in recalculated["核对"].iter_rows(values_only=True) if row[0] == "差额合计"] == [0]


@needs_office
@pytest.mark.office
def test_it_prints_on_as_many_pages_as_it_says(written: bytes, book: Any, tmp_path: Path) -> None:
    printed = convert(written, "pdf", tmp_path).read_bytes()
    assert printed.startswith(b"%PDF")
    pages = re.findall(rb"/Type\s*/Page\b", printed)
    assert len(pages) == sum(len(sheet.row_breaks.brk) + 1 for sheet in book)
