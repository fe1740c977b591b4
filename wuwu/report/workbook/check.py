"""核对: formulas that add up again what stands on the other sheets, beside wuwu's own figures; every difference is 0."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from openpyxl.utils import get_column_letter, quote_sheetname

from wuwu.messages import Words
from wuwu.report.workbook.sheet import Formula, Sheet
from wuwu.report.workbook.styles import Style
from wuwu.report.workbook.summary import SummaryRows
from wuwu.report.workbook.unit import SumRows, UnitRows
from wuwu.scorecard import Scorecard

WIDTHS = (58, 52, 26, 31, 31, 26, 26, 20)
_COLUMNS = ("unit", "dimension", "wuwu", "lines", "rows", "subtotal", "summary", "difference")
_FIGURES = ("D", "E", "F", "G")
_STYLES = (Style.NAME, Style.NAME, *[Style.CENTER] * 5, Style.STRONG)
_SUM_STYLES = (Style.STRONG_TEXT, Style.STRONG_TEXT, *[Style.STRONG] * 6)
# Binary sums of exact decimals are off by less than this many places can show.
_PLACES = 6


class Written(NamedTuple):
    """A unit's scorecard and where its figures stand on the other sheets."""

    card: Scorecard
    path: str
    unit: UnitRows
    summary: SummaryRows


def write_check(sheet: Sheet, written: list[Written], words: Words) -> None:
    """Write the sheet: for every unit its dimensions and its total."""
    sheet.banner(words("workbook.check.title"), Style.TITLE, 34)
    sheet.banner(words("workbook.check.note"), Style.NOTE)
    head = sheet.head([words(f"workbook.check.column.{name}") for name in _COLUMNS], frozen_columns=1)
    for each in written:
        first = sheet.last + 1
        for name, score, formulas in _dimensions(each):
            _write_row(sheet, each, name, score, formulas, _STYLES)
        _write_total(sheet, each, first, words)
    everything = Formula(f"=SUM(H{head + 1}:H{sheet.last})")
    sheet.add((words("workbook.check.all"), *[None] * 6, everything), _SUM_STYLES)


def _dimensions(each: Written) -> Iterator[tuple[str, Decimal, tuple[str, ...]]]:
    tab = quote_sheetname(each.unit.sheet)
    names = [dimension.name for dimension in each.card.bound.plan.rubric.dimensions]
    for index, (name, score) in enumerate(zip(names, each.card.total.children, strict=True)):
        rows = each.unit.dimensions[index]
        summary = _summary(each, each.summary.first_column + index)
        yield name, score.score, (_by_line(tab, rows), _by_row(tab, rows), f"{tab}!F{rows.total}", summary)


def _by_line(tab: str, rows: SumRows) -> str:
    """The points of the rows and everything that was taken from them or added."""
    return f"SUM({tab}!B{rows.first}:B{rows.last})+SUM({tab}!E{rows.first}:E{rows.last})"


def _by_row(tab: str, rows: SumRows) -> str:
    """The scores of the rows, and the dimension's own lines."""
    own = f"+SUM({tab}!E{rows.own}:E{rows.last})" if rows.own <= rows.last else ""
    return f"SUM({tab}!F{rows.first}:F{rows.last}){own}"


def _summary(each: Written, column: int) -> str:
    row = each.summary.rows[each.path]
    return f"{quote_sheetname(each.summary.sheet)}!{get_column_letter(column)}{row}"


def _write_total(sheet: Sheet, each: Written, first: int, words: Words) -> None:
    tab, unit = quote_sheetname(each.unit.sheet), each.unit
    own = f"+SUM({tab}!E{unit.own[0]}:E{unit.own[1]})" if unit.own[0] <= unit.own[1] else ""
    last = sheet.last
    summary = _summary(each, each.summary.total_column)
    formulas = (f"SUM(D{first}:D{last}){own}", f"SUM(E{first}:E{last}){own}", f"{tab}!F{unit.total}", summary)
    _write_row(sheet, each, words("workbook.unit.total"), each.card.total.score, formulas, _SUM_STYLES)


def _write_row(
    sheet: Sheet, each: Written, name: str, score: Decimal, formulas: tuple[str, ...], styles: tuple[Style, ...]
) -> None:
    row = sheet.last + 1
    apart = "+".join(f"ABS(C{row}-{column}{row})" for column in _FIGURES)
    values = [Formula(f"={formula}") for formula in formulas]
    sheet.add((each.card.bound.log.unit, name, score, *values, Formula(f"=ROUND({apart},{_PLACES})")), styles)
