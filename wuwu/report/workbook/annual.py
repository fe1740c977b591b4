"""全年: the scores of a group's units by period, and what they come to for the year."""

from __future__ import annotations

from wuwu.messages import Words
from wuwu.report.ranking.annual import annual_cells, annual_columns, annual_notes
from wuwu.report.workbook.pages import A4_LANDSCAPE, A4_PORTRAIT, Paper
from wuwu.report.workbook.sheet import Sheet, Value
from wuwu.report.workbook.styles import Style
from wuwu.units.annual import AnnualGroup

_PORTRAIT = 188.0
_RANK, _UNIT, _PERIOD, _YEAR = 10.0, 36.5, 14.5, 16.0
_LOW = 15.0


def lay_out(year: AnnualGroup) -> tuple[Paper, tuple[float, ...]]:
    """The paper, and the widths of the columns in millimetres: upright unless there are too many periods."""
    widths = (_RANK, _UNIT, *[_PERIOD] * len(year.labels), _YEAR)
    return A4_PORTRAIT if sum(widths) <= _PORTRAIT else A4_LANDSCAPE, widths


def write_annual(sheet: Sheet, year: AnnualGroup, words: Words) -> None:
    """Write the sheet."""
    sheet.banner(year.rubric.title, Style.TITLE, 25.5)
    subtitle = words("workbook.annual.subtitle", year=year.rubric.year)
    if year.group:
        subtitle += words("workbook.summary.group", group=year.group)
    sheet.banner(subtitle, Style.SUBTITLE, 19.5)
    sheet.head([column.heading for column in annual_columns(year, words)], frozen_columns=2)
    inner = [Style.CENTER] * len(year.labels)
    for each in year.units:
        name = each.unit + (words("annual.open") if each.open else "")
        values: list[Value] = [each.rank, name, *annual_cells(each, year, words)]
        sheet.add(values, [Style.CENTER, Style.TEXT, *inner, Style.STRONG])
    sheet.end_table()
    first = sheet.gap(3)
    for note in annual_notes(year, words):
        sheet.banner(note, Style.NOTE, _LOW)
    signatures = sheet.banner(words("workbook.summary.signatures"), Style.SIGNATURE, 27)
    sheet.keep(first if signatures - first < 12 else signatures - 1, signatures)
