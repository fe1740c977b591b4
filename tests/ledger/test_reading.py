"""What people type into a ledger is read as a person reads it, or refused with its cell."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from tests.ledger.sheets import ONE, TWO, Cells, blank, fill, read, read_cells
from wuwu.schema.event import Finding, Status


def row(number: int, *values: Any, sheet: str = "台账") -> Cells:
    return {
        sheet: {f"{chr(ord('A') + index)}{number}": value for index, value in enumerate(values) if value is not None}
    }


def test_an_untouched_template_says_nothing_and_nothing_is_wrong() -> None:
    found = read(blank())
    assert found.told() == []
    assert [log.events for log in found.logs.values()] == [(), ()]
    assert [(log.unit, log.rubric, log.year) for log in found.logs.values()] == [
        (ONE, "shizhi", 2018),
        (TWO, "shizhi", 2018),
    ]


@pytest.mark.parametrize(
    "written",
    [
        date(2018, 4, 10),
        datetime(2018, 4, 10),
        (43200, "yyyy-mm-dd"),
        (43200, 'yyyy"年"m"月"d"日"'),
        (43200, "[$-804]m月d日"),
        "2018-04-10",
        "2018/4/10",
        "2018.4.10",
        "2018年4月10日",
        "2018 年 4 月 10 日",
        "4月10日",
        "4月10号",
        " 2018-4-10 ",
        "２０１８－０４－１０",
        "20180410",
        20180410,
        "2018-04-10 00:00:00",
    ],
    ids=str,
)
def test_a_date_as_people_write_it(written: object) -> None:
    found = read_cells(row(4, ONE, "A5.迟报", written))
    assert found.told() == []
    assert found.events() == [{"clause": "A5.迟报", "date": date(2018, 4, 10)}]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("4月31日", "impossible-date"),
        ("2018-13-01", "impossible-date"),
        ("4/10", "not-a-date"),
        ("18.4.10", "not-a-date"),
        ("4月上旬", "not-a-date"),
        ("4月10日-12日", "not-a-date"),
        ((43200, "General"), "serial-date"),
        ((4.1, "General"), "not-a-date"),
        (date(2019, 4, 10), "date-outside-year"),
    ],
    ids=str,
)
def test_a_date_that_could_be_another_is_refused(written: object, code: str) -> None:
    from wuwu.api import rubric_of
    from wuwu.log.binding import bind

    found = read_cells(row(4, ONE, "A5.迟报", written))
    told = found.told()
    for log in found.logs.values():
        told += [(each.place.cell or "", each.code) for each in bind(rubric_of(log), log).problems if each.place]
    assert told == [("台账!C4", code)]


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        (92.5, "92.5"),
        ("92.5", "92.5"),
        ("92.5%", "92.5"),
        ("９２．５％", "92.5"),
        ((0.925, "0.00%"), "92.5"),
        ((0.925, "0%"), "92.5"),
        (0.925, "0.925"),
        (0, "0"),
        (0.1 + 0.2, "0.3"),
    ],
    ids=str,
)
def test_a_share_as_people_write_it(written: object, figure: str) -> None:
    found = read_cells({"数据": {"D4": written}})
    assert found.told() == []
    assert found.events() == [{"clause": "C6.优秀率", "value": Decimal(figure)}]


@pytest.mark.parametrize("written", ["3,000", "３０００", 3000, "3000 ", "3，000"], ids=str)
def test_a_figure_as_people_write_it(written: object) -> None:
    found = read_cells(row(20, "E1.目标任务", ONE, "城镇新增就业", None, written, 3600, sheet="数据"))
    assert found.told() == []
    assert found.events()[0] | {} == {
        "clause": "E1.目标任务",
        "name": "城镇新增就业",
        "plan": Decimal(3000),
        "actual": Decimal(3600),
    }


@pytest.mark.parametrize("written", ["3000人", "约3000", "3,00", "三千", (30, "0%")], ids=str)
def test_a_figure_with_anything_else_is_refused(written: object) -> None:
    found = read_cells(row(20, "E1.目标任务", ONE, "城镇新增就业", None, written, 3600, sheet="数据"))
    assert found.told() == [("数据!E20", "not-a-number")]


@pytest.mark.parametrize(
    ("written", "done"), [("√", True), ("是", True), ("已完成", True), ("×", False), ("否", False), (True, True)]
)
def test_whether_a_task_is_done(written: object, done: bool) -> None:
    found = read_cells(row(20, "E1.目标任务", ONE, "系统建设", None, None, None, None, written, sheet="数据"))
    assert found.told() == []
    assert found.events()[0]["done"] is done


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("符合", Finding.MET),
        (" 符合 ", Finding.MET),
        ("√", Finding.MET),
        ("×", Finding.UNMET),
        ("不符合", Finding.UNMET),
    ],
)
def test_a_finding_as_people_write_it(written: str, finding: Finding) -> None:
    found = read_cells({"认定": {"D4": written}})
    assert found.told() == []
    assert found.events() == [{"clause": "A1.实施方案", "finding": finding}]


@pytest.mark.parametrize("written", ["基本符合", "/", "待定", "2"])
def test_a_finding_of_another_word_is_refused(written: str) -> None:
    assert read_cells({"认定": {"D4": written}}).told() == [("认定!D4", "unknown-word")]


@pytest.mark.parametrize(
    ("written", "members"),
    [
        ("张三、李四", ("张三", "李四")),
        ("张三 李四", ("张三", "李四")),
        ("张三　欧阳修文\n王五", ("张三　欧阳修文", "王五")),
        ("张 三", ("张 三",)),
        ("张三，李 四；王五", ("张三", "李 四", "王五")),
        ("John Smith", ("John Smith",)),
    ],
)
def test_names_in_one_cell(written: str, members: tuple[str, ...]) -> None:
    assert read_cells({"单位": {"E4": written}}).logs[ONE].members == members


def test_what_is_counted_elsewhere_is_shaded_and_names_its_sheet() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(blank()))["认定"]
    aside = {row[0].value: row[2].value for row in sheet.iter_rows(min_row=4) if row[3].fill.fill_type == "solid"}
    assert aside["A4.主题活动"] == "次数"
    assert aside["B3.集中学习"] == "月度"
    assert aside["C6.优秀率"] == aside["E1.目标任务"] == "数据"
    assert "A1.实施方案" not in aside


def test_no_day_is_made_of_a_year_that_is_none() -> None:
    found = read_cells({"填写说明": {"B4": "考核办"}, "台账": {"A4": ONE, "B4": "A5.迟报", "C4": "4月10日"}})
    assert ("填写说明!B4", "not-a-year") in found.told()
    assert "考核办-04-10" not in found.words()


@pytest.mark.parametrize("sheet", ["认定依据", "月度", "次数", "台账", "数据"])
def test_what_is_written_beside_the_columns_does_not_matter(sheet: str) -> None:
    found = read_cells({sheet: {"Z40": "核对过，张三"}})
    assert (found.told(), found.events()) == ([], [])


def test_grounds_go_to_the_finding_they_are_of() -> None:
    found = read_cells(
        {
            "认定": {"D4": "不适用"},
            "认定依据": {"A4": "A1.实施方案", "B4": ONE, "C4": "新设单位", "D4": "考核办", "E4": "甲\n乙"},
        }
    )
    assert found.told() == []
    assert found.events() == [
        {
            "clause": "A1.实施方案",
            "finding": Finding.NA,
            "reason": "新设单位",
            "decided_by": "考核办",
            "evidence": ("甲", "乙"),
        }
    ]


def test_na_without_a_reason_shows_both_cells() -> None:
    found = read_cells({"认定": {"D4": "不适用"}, "认定依据": {"A4": "A1.实施方案", "B4": ONE, "D4": "考核办"}})
    assert found.told() == [("认定!D4", "ground-missing")]
    assert [place.cell for place in found.problems[0].related] == ["认定依据!A4"]


def test_ticked_months_invent_no_day_and_a_day_is_kept() -> None:
    found = read_cells(
        {"月度": {"C4": "√", "D4": "是", "E4": "×", "F4": "4月9日", "G4": "", "H4": True, "O4": "签到表"}}
    )
    assert found.told() == []
    assert found.events() == [
        {"clause": "B3.集中学习", "date": date(2018, 4, 9), "evidence": ("签到表",)},
        {"clause": "B3.集中学习", "months": (1, 2, 6), "evidence": ("签到表",)},
    ]


@pytest.mark.parametrize(
    ("written", "code"), [("好", "not-a-tick"), ("5月3日", "date-in-other-month"), (3, "not-a-tick")]
)
def test_a_month_that_says_neither(written: object, code: str) -> None:
    assert read_cells({"月度": {"D4": written}}).told() == [("月度!D4", code)]


def test_members_are_known_with_blanks_inside_their_names() -> None:
    found = read_cells({"次数": {"C8": "张　三", "E8": 2, "C9": "李四", "E9": 0}})
    assert [(each["member"], each["count"]) for each in found.events()] == [("张三", 2), ("李四", 0)]


def test_every_field_of_an_occurrence() -> None:
    values = (
        ONE,
        "D1.投诉",
        "6月2日",
        "２",
        None,
        "窗口",
        "查实",
        "局督查",
        date(2019, 1, 3),
        None,
        "拖延",
        "考核办",
        "12345-0601",
        "转办单",
        "已整改",
    )
    found = read_cells(row(4, *values))
    assert found.told() == []
    assert found.events() == [
        {
            "clause": "D1.投诉",
            "date": date(2018, 6, 2),
            "count": 2,
            "subject": "窗口",
            "status": Status.UPHELD,
            "verified_by": "局督查",
            "verified_on": date(2019, 1, 3),
            "reason": "拖延",
            "decided_by": "考核办",
            "case": "12345-0601",
            "evidence": ("转办单",),
            "note": "已整改",
        }
    ]


def test_numbers_and_dates_in_text_columns_are_texts() -> None:
    found = read_cells(
        {"台账": {"A4": ONE, "B4": "D1.投诉", "C4": "6月2日", "M4": 12345, "N4": (date(2018, 6, 2), "yyyy-mm-dd")}}
    )
    assert (found.events()[0]["case"], found.events()[0]["evidence"]) == ("12345", ("2018-06-02",))


def test_a_case_number_whose_digits_are_gone_is_refused() -> None:
    found = read_cells({"台账": {"A4": ONE, "B4": "D1.投诉", "C4": "6月2日", "M4": (12345678901234567890, "0")}})
    assert found.told() == [("台账!M4", "digits-lost")]


def test_a_comment_is_the_note_of_its_entry() -> None:
    def comment(book: Any) -> None:
        book["认定"]["D4"].comment = Comment("见会议纪要", "张三")

    found = read_cells({"认定": {"D4": "符合"}}, comment)
    assert found.events()[0]["note"] == "见会议纪要"


def test_columns_moved_hidden_and_added_do_not_matter() -> None:
    def change(book: Any) -> None:
        sheet = book["台账"]
        sheet.insert_cols(1)
        sheet["A3"], sheet["A4"] = "序号", 1
        sheet.column_dimensions["D"].hidden = True
        sheet.insert_rows(4, 3)
        sheet.row_dimensions[8].hidden = True

    found = read_cells(
        row(4, ONE, "A5.迟报", "4月10日", None, None, None, None, None, None, None, None, None, None, None, "备注"),
        change,
    )
    assert found.told() == []
    assert found.events() == [{"clause": "A5.迟报", "date": date(2018, 4, 10), "note": "备注"}]


def test_heads_over_two_rows_and_with_remarks() -> None:
    def change(book: Any) -> None:
        sheet = book["台账"]
        sheet["C3"] = "日 期\n（必填）"
        sheet["K3"] = "原因"

    found = read_cells(row(4, ONE, "A5.迟报", "4月10日", None, None, None, None, None, None, None, "迟了"), change)
    assert found.told() == []
    assert found.events()[0]["reason"] == "迟了"


def test_a_unit_merged_over_rows_is_that_of_each() -> None:
    def merge(book: Any) -> None:
        book["台账"].merge_cells("A4:A6")

    cells = {
        "台账": {"A4": ONE, **{f"B{n}": "A5.迟报" for n in (4, 5, 6)}, **{f"C{n}": f"{n}月1日" for n in (4, 5, 6)}}
    }
    assert [each["date"].month for each in read_cells(cells, merge).events()] == [4, 5, 6]


def test_a_head_that_is_almost_one_is_asked_about() -> None:
    def change(book: Any) -> None:
        book["台账"]["C3"] = "日斯"

    found = read_cells(row(4, ONE, "A5.迟报", "4月10日"), change)
    assert ("台账!C3", "unknown-head") in found.told()
    assert "是不是：日期" in found.words()


def test_a_unit_is_known_by_another_name_and_an_unknown_one_is_told_with_the_nearest() -> None:
    found = read_cells({"单位": {"B4": "市就业中心、就业中心"}, **row(4, "就业中心", "A5.迟报", "4月10日")})
    assert found.events() == [{"clause": "A5.迟报", "date": date(2018, 4, 10)}]
    found = read_cells(row(4, "市就业服务中", "A5.迟报", "4月10日"))
    assert found.told() == [("台账!A4", "unknown-unit")]
    assert f"是不是：{ONE}" in found.words()


def test_error_cells_and_formulas_never_worked_out_are_refused() -> None:
    found = read_cells({"数据": {"D4": "=1/0", "D5": "#N/A"}, "认定": {"D4": "=A1"}})
    assert sorted(found.told()) == [
        ("数据!D4", "formula-without-value"),
        ("数据!D5", "cell-error"),
        ("认定!D4", "formula-without-value"),
    ]


def test_a_text_that_looks_like_a_formula_is_a_text() -> None:
    def change(book: Any) -> None:
        cell = book["台账"]["O4"]
        cell.value, cell.data_type = "=cmd|' /C calc'!A0", "s"

    found = read_cells(row(4, ONE, "A5.迟报", "4月10日"), change)
    assert found.events()[0]["note"] == "=cmd|' /C calc'!A0"


def test_a_missing_sheet_is_told_with_what_it_may_be_called_now() -> None:
    def change(book: Any) -> None:
        book["台账"].title = "台帐"

    found = read_cells({}, change)
    assert ("", "sheet-missing") in found.told()
    assert "是不是：台帐" in found.words()


def test_every_mistake_at_once() -> None:
    cells = {
        "认定": {"D4": "基本符合"},
        "台账": {
            "A4": "某单位",
            "B4": "A5.迟报",
            "C4": "4月10日",
            "A5": ONE,
            "C5": "4月10日",
            "B6": "A5.迟报",
            "C6": "4月10日",
        },
        "月度": {"C4": "好"},
    }
    assert sorted(code for _, code in read_cells(cells).told()) == [
        "not-a-tick",
        "row-without-clause",
        "row-without-unit",
        "unknown-unit",
        "unknown-word",
    ]


def test_the_year_and_the_recorder_are_those_of_the_first_sheet() -> None:
    found = read_cells({"填写说明": {"B4": 2019, "B5": "机关党委", "B6": "2019-01-15"}})
    log = found.logs[ONE]
    assert (log.year, log.recorded_by, log.assessed_on) == (2019, "机关党委", date(2019, 1, 15))


def test_a_ledger_for_a_section_has_its_rows_alone() -> None:
    raw = blank(recorded_by="机关党委", given=("B5", "F2"))
    found = read(fill(raw, {"认定": {"D4": "符合"}}))
    assert {each.given for each in found.documents} == {("B5", "F2")}
    assert {each.recorded_by for each in found.logs.values()} == {"机关党委"}
    assert found.events() == [{"clause": "B5.主题活动", "finding": Finding.MET}]
