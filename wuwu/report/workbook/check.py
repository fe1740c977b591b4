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
from wuwu.scoring.scorecard import Scorecard
from wuwu.units.summary import describe

WIDTHS = (44, 26, 16, 16, 16, 16, 16, 16, 16)
_COLUMNS = ("unit", "dimension", "wuwu", "points", "rows", "subtotal", "summary", "apart", "difference")
# What should equal wuwu's figure, and what should be 0 as it is.
_FIGURES, _APART = ("D", "E", "F", "G"), "H"
_STYLES = (Style.TEXT, Style.TEXT, *[Style.CENTER] * 6, Style.STRONG)
_SUM_STYLES = (Style.STRONG_TEXT, Style.STRONG_TEXT, *[Style.STRONG] * 7)
# Binary sums of exact decimals are off by less than this many places can show.
_PLACES = 6


class Written(NamedTuple):
    """A unit's scorecard and where its figures stand on the other sheets."""

    card: Scorecard
    key: tuple[str, str]
    unit: UnitRows
    summary: SummaryRows


def write_check(sheet: Sheet, written: list[Written], words: Words) -> None:
    """Write the sheet: for every unit its dimensions and its total."""
    sheet.banner(words("workbook.check.title"), Style.TITLE, 27)
    sheet.banner(words("workbook.check.note"), Style.NOTE)
    head = sheet.head([words(f"workbook.check.column.{name}") for name in _COLUMNS], frozen_columns=1)
    for each in written:
        first = sheet.last + 1
        for name, score, formulas in _dimensions(each):
            _write_row(sheet, each, name, score, formulas, _STYLES)
        _write_total(sheet, each, first, words)
        sheet.keep(first, sheet.last)
    everything = Formula(f"=SUM(I{head + 1}:I{sheet.last})")
    sheet.add((words("workbook.check.all"), *[None] * 7, everything), _SUM_STYLES)


def _dimensions(each: Written) -> Iterator[tuple[str, Decimal, tuple[str, ...]]]:
    tab = quote_sheetname(each.unit.sheet)
    names = [head.short_name for head in describe(each.card.bound.plan.rubric).dimensions]
    for index, (name, score) in enumerate(zip(names, each.card.total.children, strict=True)):
        rows = each.unit.dimensions[index]
        summary = _summary(each, each.summary.first_column + index)
        sums = (_by_points(tab, rows), f"SUM({_cells(tab, 'F', rows)})", f"{tab}!F{rows.total}", summary)
        yield name, score.score, (*sums, _apart(tab, rows))


def _by_points(tab: str, rows: SumRows) -> str:
    """The points of the rows and everything that was taken from them or added."""
    return f"SUM({_cells(tab, 'B', rows)})+SUM({_cells(tab, 'E', rows)})"


def _apart(tab: str, rows: SumRows) -> str:
    """By how much the rows miss, each by itself, points and what was moved making the score."""
    points, moved, score = (_cells(tab, column, rows) for column in "BEF")
    return f"SUMPRODUCT(ABS({points}+{moved}-{score}))"


def _cells(tab: str, column: str, rows: SumRows) -> str:
    return f"{tab}!{column}{rows.first}:{column}{rows.last}"


def _summary(each: Written, column: int) -> str:
    row = each.summary.rows[each.key]
    return f"{quote_sheetname(each.summary.sheet)}!{get_column_letter(column)}{row}"


def _write_total(sheet: Sheet, each: Written, first: int, words: Words) -> None:
    tab, unit = quote_sheetname(each.unit.sheet), each.unit
    own = f"+SUM({tab}!E{unit.own[0]}:E{unit.own[1]})" if unit.own[0] <= unit.own[1] else ""
    last = sheet.last
    summary = _summary(each, each.summary.total_column)
    apart = f"ABS({tab}!B{unit.total}+{tab}!E{unit.total}-{tab}!F{unit.total})"
    sums = (f"SUM(D{first}:D{last}){own}", f"SUM(E{first}:E{last}){own}", f"{tab}!F{unit.total}", summary)
    _write_row(sheet, each, words("workbook.unit.total"), each.card.total.score, (*sums, apart), _SUM_STYLES)


def _write_row(
    sheet: Sheet, each: Written, name: str, score: Decimal, formulas: tuple[str, ...], styles: tuple[Style, ...]
) -> None:
    row = sheet.last + 1
    apart = "+".join([*(f"ABS(C{row}-{column}{row})" for column in _FIGURES), f"{_APART}{row}"])
    values = [Formula(f"={formula}") for formula in formulas]
    sheet.add((each.card.bound.log.unit, name, score, *values, Formula(f"=ROUND({apart},{_PLACES})")), styles)
