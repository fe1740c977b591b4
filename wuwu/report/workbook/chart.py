"""The scores of a group as stacked bars, one colour a dimension; few enough units to a chart that it fills a page well."""

from __future__ import annotations

from math import ceil, floor

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

from wuwu.effects import ZERO
from wuwu.messages import Words
from wuwu.ranking import GroupRanking
from wuwu.report.workbook.measure import POINTS_PER_MM
from wuwu.report.workbook.safety import safe_text
from wuwu.report.workbook.sheet import Sheet
from wuwu.report.workbook.styles import Style

# Told apart in print without colour too: light and dark take turns.
_COLORS = ("1F4E79", "9DC3E6", "2E7D5B", "F2C14E", "8C3B4A", "C9B8DB", "4A4A4A", "A9D18E")
_FEWEST, _MOST = 4, 25
_WIDTH_CM = 25.0
_ROW_POINTS = 20.0
_BAR_POINTS, _AROUND_POINTS, _TITLE_POINTS = 16.0, 88.0, 44.0
_STEPS = 12
_FIRST_DIMENSION = 3


def draw_scores(sheet: Sheet, group: GroupRanking, rows: tuple[int, int], words: Words) -> None:
    """Draw the rows of the ranked units under the table, on a page of their own where the rest of the page is too low."""
    first, last = rows
    count = last - first + 1
    most = int((sheet.room - 2 * _ROW_POINTS - _TITLE_POINTS - _AROUND_POINTS) / _BAR_POINTS)
    charts = ceil(count / max(1, min(most, _MOST)))
    size = ceil(count / charts)
    axis = _axis(group)
    for start in range(first, last + 1, size):
        end = min(start + size - 1, last)
        height = _AROUND_POINTS + _BAR_POINTS * max(end - start + 1, _FEWEST)
        title = sheet.gap(_TITLE_POINTS / 2)
        sheet.banner(words("workbook.chart.title"), Style.SECTION, _TITLE_POINTS / 2)
        anchor = sheet.last + 1
        for _ in range(ceil(height / _ROW_POINTS)):
            sheet.gap(_ROW_POINTS)
        sheet.keep(title, sheet.last)
        chart = _stacked(sheet.worksheet, group, (start, end))
        chart.anchor, chart.height, chart.width = f"A{anchor}", height / POINTS_PER_MM / 10, _WIDTH_CM  # type: ignore[assignment]
        chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit = axis
        sheet.worksheet.add_chart(chart)


def _axis(group: GroupRanking) -> tuple[int, int, int]:
    """The same axis for every chart of the group: from zero, unless somebody fell below it, to the first full step."""
    parts = [[dimension.score for dimension in each.result.dimensions] for each in group.ranked]
    lowest = min(sum([min(part, ZERO) for part in some], ZERO) for some in parts)
    highest = max(sum([max(part, ZERO) for part in some], ZERO) for some in parts)
    step = next((step for step in (1, 2, 5, 10, 20, 50) if highest - lowest <= _STEPS * step), 100)
    return floor(lowest / step) * step, max(1, ceil(highest / step)) * step, step


def _stacked(sheet: Worksheet, group: GroupRanking, rows: tuple[int, int]) -> BarChart:
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 45
    for offset, dimension in enumerate(group.rubric.dimensions):
        column = _FIRST_DIMENSION + offset
        series = Series(
            Reference(sheet, min_col=column, min_row=rows[0], max_row=rows[1]), title=safe_text(dimension.name)
        )
        series.graphicalProperties = GraphicalProperties(solidFill=_COLORS[offset % len(_COLORS)])
        series.invertIfNegative = False
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=_FIRST_DIMENSION - 1, min_row=rows[0], max_row=rows[1]))
    chart.legend.position = "b"
    chart.legend.txPr = _letters()
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = _letters()
    # the first rank on top, the figures below
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblPos = "low"
    chart.y_axis.crosses = "max"
    chart.y_axis.number_format = "General"
    chart.y_axis.majorGridlines = ChartLines(GraphicalProperties(ln=LineProperties(solidFill="D9D9D9")))
    return chart


def _letters() -> RichText:
    """Letters of 10 points, in whatever font the program draws charts with."""
    return RichText(
        p=[Paragraph(pPr=ParagraphProperties(defRPr=CharacterProperties(sz=1000)), endParaRPr=CharacterProperties())]
    )
