"""The scores of a group as stacked bars, one colour a dimension: under the summary where the page has room, else apart."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties

from wuwu.messages import Words
from wuwu.report.workbook.measure import POINTS_PER_MM
from wuwu.report.workbook.safety import fit, safe_text
from wuwu.report.workbook.sheet import Sheet
from wuwu.report.workbook.styles import Style
from wuwu.report.workbook.summary import SummaryRows
from wuwu.rules.lines import ZERO
from wuwu.scoring.scorecard import Standing
from wuwu.units.ranking import GroupRanking, Ranked

WIDTHS = (20.0,) * 9
"""A sheet that holds charts only: columns of no meaning, in millimetres."""

# Told apart in print without colour too: light and dark take turns.
_COLORS = ("1F4E79", "9DC3E6", "2E7D5B", "F2C14E", "8C3B4A", "C9B8DB", "4A4A4A", "A9D18E")
_FEWEST, _MOST = 4, 40
# Of a long name the bars have no room for more.
_LONGEST = 18
_ROW = 15.0
_BAR, _THINNEST, _AROUND, _TITLE, _NOTE = 17.0, 10.5, 54.0, 18.0, 15.0
_STEPS = 14
_SIZE = 9.0
# A program leaves out every second name where their lines would touch.
_PITCH = 1.55
_HAIR, _THICK = 6350, 28575


class Axis(NamedTuple):
    """The axis of the figures, the same for every chart of a group."""

    lowest: int
    highest: int
    step: int


def chart_fits(sheet: Sheet, group: GroupRanking) -> bool:
    """Whether the last page of the summary has room for all units in one chart."""
    return len(group.ranked) <= _MOST and _bar_height(sheet, group) >= _THINNEST


def _bar_height(sheet: Sheet, group: GroupRanking) -> float:
    left = sheet.left - _TITLE - (_NOTE if _axis(group).lowest else 0) - _AROUND - _ROW
    return left / max(len(group.ranked), _FEWEST)


def draw_scores(sheet: Sheet, group: GroupRanking, source: Sheet, summary: SummaryRows, words: Words) -> None:
    """Draw the ranked units of the summary, which stands on the sheet `source`, under what `sheet` holds so far."""
    bar = min(_BAR, _bar_height(sheet, group)) if sheet is source else _BAR
    rows = [summary.rows[each.result.key] for each in group.ranked]
    for row, each in zip(rows, group.ranked, strict=True):
        source.aside(row, _label(each, words))
    charts = ceil(len(rows) / _MOST)
    size = ceil(len(rows) / charts)
    axis = _axis(group)
    for start in range(rows[0], rows[-1] + 1, size):
        end = min(start + size - 1, rows[-1])
        height = _AROUND + bar * max(end - start + 1, _FEWEST)
        first = sheet.banner(words("workbook.chart.title"), Style.SECTION, _TITLE)
        if axis.lowest:
            sheet.banner(words(f"workbook.chart.{_how_to_read(group)}"), Style.NOTE, _NOTE)
        anchor = sheet.last + 1
        for _ in range(ceil(height / _ROW)):
            sheet.gap(_ROW)
        sheet.keep(first, sheet.last)
        chart = _stacked(source, group, (start, end), axis, bar)
        chart.anchor = f"A{anchor}"
        chart.height, chart.width = height / POINTS_PER_MM / 10, (sheet.width - 1) / 10  # type: ignore[assignment]
        sheet.worksheet.add_chart(chart)


def _how_to_read(group: GroupRanking) -> str:
    results = [each.result for each in group.ranked]
    adds_up = all(sum([part.score for part in each.dimensions], ZERO) == each.reference_score for each in results)
    return "negative" if adds_up else "negative-bounded"


def _label(each: Ranked, words: Words) -> str:
    name = "label-provisional" if each.result.standing is Standing.PROVISIONAL else "label"
    unit = fit(" ".join(each.result.unit.split()), _LONGEST)
    return words(f"workbook.chart.{name}", unit=unit, score=each.result.reference_score)


def _axis(group: GroupRanking) -> Axis:
    """From zero, unless a dimension fell below it, to the first full step."""
    parts = [[dimension.score for dimension in each.result.dimensions] for each in group.ranked]
    lowest = min(sum([min(part, ZERO) for part in some], ZERO) for some in parts)
    highest = max(sum([max(part, ZERO) for part in some], ZERO) for some in parts)
    step = next((step for step in (1, 2, 5, 10, 20, 50) if highest - lowest <= _STEPS * step), 100)
    return Axis(floor(lowest / step) * step, max(1, ceil(highest / step)) * step, step)


def _stacked(source: Sheet, group: GroupRanking, rows: tuple[int, int], axis: Axis, bar: float) -> BarChart:
    sheet, first = source.worksheet, 3
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 45
    for offset, dimension in enumerate(group.rubric.dimensions):
        figures = Reference(sheet, min_col=first + offset, min_row=rows[0], max_row=rows[1])
        series = Series(figures, title=safe_text(dimension.short_name))
        series.graphicalProperties = GraphicalProperties(solidFill=_COLORS[offset % len(_COLORS)])
        series.invertIfNegative = False
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=source.aside_column, min_row=rows[0], max_row=rows[1]))
    _dress(chart, axis, min(_SIZE, bar / _PITCH))
    return chart


def _dress(chart: BarChart, axis: Axis, size: float) -> None:
    chart.legend.position = "b"
    chart.legend.txPr = _letters(_SIZE)
    for each, letters in ((chart.x_axis, size), (chart.y_axis, _SIZE)):
        each.delete = False
        each.txPr = _letters(letters)
    # the first rank on top, the figures below
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblPos = "low"
    chart.x_axis.tickLblSkip = 1
    # the line of the names stands at zero
    chart.x_axis.graphicalProperties = _line("000000", _THICK if axis.lowest else _HAIR)
    chart.y_axis.crosses = "max"
    chart.y_axis.number_format = "General"
    chart.y_axis.majorGridlines = ChartLines(_line("D9D9D9", _HAIR))
    chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit = axis


def _line(color: str, width: int) -> GraphicalProperties:
    return GraphicalProperties(ln=LineProperties(solidFill=color, w=width))


def _letters(size: float) -> RichText:
    """Letters of so many points, in whatever font the program draws charts with."""
    look = CharacterProperties(sz=int(size * 100))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=CharacterProperties())])
