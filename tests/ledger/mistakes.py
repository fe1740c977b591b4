"""Mistakes that people make in a ledger: what stands in which cell, or what became of the workbook."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import openpyxl

from tests.ledger.sheets import ONE, TWO, Cells, blank, fill

EVENT = {"A4": ONE, "B4": "A5.迟报", "C4": "4月10日"}


def event(**cells: Any) -> Cells:
    return {"台账": {**EVENT, **cells}}


def target(**cells: Any) -> Cells:
    return {"数据": {"A20": "E1.目标任务", "B20": ONE, "C20": "城镇新增就业", **cells}}


MISTAKES: Mapping[str, Cells] = {
    "date-impossible": event(C4="4月31日"),
    "date-without-year": event(C4="4/10"),
    "date-of-two-digits": event(C4="18.4.10"),
    "date-as-range": event(C4="4月10日至12日"),
    "date-in-words": event(C4="四月上旬"),
    "date-as-serial": event(C4=(43200, "General")),
    "date-of-this-year": event(C4=date(2026, 4, 10)),
    "date-missing": event(C4=None, O4="忘了日期"),
    "count-with-unit": event(D4="3次"),
    "count-in-half": event(D4=2.5),
    "count-zero": event(D4=0),
    "count-in-words": event(D4="两次"),
    "clause-misspelt": event(B4="A5.迟交"),
    "clause-of-a-row": event(B4="A5"),
    "clause-of-other-table": event(B4="F3.优质服务窗口"),
    "clause-missing": event(B4=None),
    "unit-misspelt": event(A4="市就业服务中新"),
    "unit-missing": event(A4=None),
    "level-missing": event(B4="A7.宣传推介", F4="社保卡"),
    "level-unknown": event(B4="A7.宣传推介", E4="厅级", F4="社保卡"),
    "level-idle": event(E4="市级"),
    "subject-missing": event(B4="A7.宣传推介", E4="省级"),
    "status-unknown": event(B4="D1.投诉", G4="已办结"),
    "points-out-of-bounds": event(B4="C5.资料不完整", J4=5, K4="无签到表", L4="考核办"),
    "points-without-reason": event(B4="C5.资料不完整", J4=0.5, L4="考核办"),
    "finding-of-another-word": {"认定": {"D4": "基本符合"}},
    "finding-misspelt": {"认定": {"D4": "符和"}},
    "finding-na-without-reason": {"认定": {"D4": "不适用"}},
    "finding-for-a-count": {"认定": {"D7": "符合"}},
    "ground-without-finding": {"认定依据": {"A4": "A1.实施方案", "B4": ONE, "C4": "新设单位"}},
    "month-in-words": {"月度": {"C4": "开展"}},
    "month-with-another-day": {"月度": {"C4": "2月9日"}},
    "member-unknown": {"次数": {"C8": "王五", "E8": 2}},
    "members-in-one-cell": {"次数": {"C8": "张三、李四", "E8": 2}},
    "share-over-whole": {"数据": {"D4": 925}},
    "share-in-words": {"数据": {"D4": "九成"}},
    "figure-with-unit": target(E20="3000人", F20=3600),
    "plan-zero": target(E20=0, F20=3600),
    "actual-without-plan": target(F20=3600),
    "target-by-two-ways": target(E20=3000, F20=3600, G20=120),
    "done-unclear": target(H20="基本完成"),
    "error-cell": {"数据": {"D4": "#DIV/0!"}},
    "formula-without-value": {"数据": {"D4": "=3/4*100"}},
    "digits-lost": event(M4=(201806021234567890, "0")),
    "year-without-edition": {"填写说明": {"B4": 2019}},
    "several-at-once": {
        "认定": {"D4": "符和", "E5": "不适用"},
        "台账": {
            **EVENT,
            "C4": "4月31日",
            "A5": TWO,
            "B5": "A7.宣传推介",
            "C5": "7月2日",
            "A6": "某单位",
            "B6": "A5.迟报",
            "C6": "5月1日",
        },
        "月度": {"C4": "好"},
        "数据": {"D4": "九成"},
    },
}
"""Cells that are filled in wrongly, by what is wrong with them."""


def _retitled(old: str, new: str) -> Callable[[Any], object]:
    def change(book: Any) -> None:
        book[old].title = new

    return change


def _put(sheet: str, cell: str, text: str) -> Callable[[Any], object]:
    def change(book: Any) -> None:
        book[sheet][cell] = text

    return change


def _plain_workbook(creator: str) -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = creator
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _with_part(name: str) -> bytes:
    out = io.BytesIO(blank())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, b"x")
    return out.getvalue()


def _too_large() -> bytes:
    out = io.BytesIO(blank())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet99.xml", bytes(30 << 20))
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

WORKBOOKS: Mapping[str, Callable[[], bytes]] = {
    "not-a-workbook": lambda: b"unit,clause\n",
    "workbook-damaged": lambda: blank()[:3000],
    "workbook-encrypted": lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
    "workbook-old-format": lambda: OLE + "Workbook".encode("utf-16-le"),
    "workbook-macros": lambda: _with_part("xl/vbaProject.bin"),
    "workbook-links": lambda: _with_part("xl/externalLinks/externalLink1.xml"),
    "workbook-too-large": _too_large,
    "not-a-ledger": lambda: _plain_workbook("somebody"),
    "result-workbook": lambda: _plain_workbook("wuwu 0.1"),
    "ledger-of-other-version": lambda: fill(blank(), {}, _put("_wuwu", "A1", "wuwu/ledger@9")),
    "ledger-of-other-edition": lambda: fill(blank(), {}, _put("_wuwu", "E2", "0" * 64)),
    "sheet-missing": lambda: fill(blank(), {}, _retitled("台账", "台帐")),
    "sheet-passed-over": lambda: fill(blank(), {}, lambda book: book.create_sheet("草稿")),
    "head-missing": lambda: fill(blank(), {}, _put("台账", "A3", "")),
    "head-twice": lambda: fill(blank(), {}, _put("台账", "D3", "日期")),
    "unknown-head": lambda: fill(blank(), {}, _put("台账", "C3", "日斯")),
    "no-unit-listed": lambda: blank(()),
    "unit-listed-twice": lambda: fill(blank(), {"单位": {"A5": ONE}}),
    "unit-rubric-unknown": lambda: fill(blank(), {"单位": {"C4": "省直"}}),
    "unknown-unit": lambda: fill(blank(), event(A4="市就业服务中新")),
    "row-without-unit": lambda: fill(blank(), event(A4=None)),
    "row-without-clause": lambda: fill(blank(), event(B4=None)),
    "cell-error": lambda: fill(blank(), {"数据": {"D4": "#DIV/0!"}}),
    "formula-without-value": lambda: fill(blank(), {"数据": {"D4": "=3/4*100"}}),
    "serial-date": lambda: fill(blank(), event(C4=(43200, "General"))),
    "digits-lost": lambda: fill(blank(), event(M4=(201806021234567890, "0"))),
    "not-a-tick": lambda: fill(blank(), {"月度": {"C4": "开展"}}),
    "date-in-other-month": lambda: fill(blank(), {"月度": {"C4": "2月9日"}}),
    "ground-missing": lambda: fill(blank(), {"认定": {"D4": "不适用"}}),
    "ground-without-finding": lambda: fill(blank(), {"认定依据": {"A4": "A1.实施方案", "B4": ONE, "C4": "新设"}}),
    "ground-twice": lambda: fill(
        blank(),
        {
            "认定": {"D4": "不适用"},
            "认定依据": {"A4": "A1.实施方案", "B4": ONE, "C4": "新设", "A5": "A1.实施方案", "B5": ONE, "C5": "合并"},
        },
    ),
}
"""Workbooks that bring a problem about, by its code."""
