"""The look of the workbook: a few named styles, registered once and shared by every cell."""

from __future__ import annotations

from copy import copy
from enum import Enum
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray

from wuwu.report.workbook.fonts import Fonts

_CHINESE = 134
_RULER = Font(name="Arial", size=10, family=2)
_LINE = Side(style="thin", color="FF000000")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_GENERAL = "General"
_SIGNED = '+General;-General;"–"'
_DAY = "yyyy-mm-dd"


class Look(NamedTuple):
    """What makes a style: a font of the four, its size in points, and how the text stands in its cell."""

    font: str
    size: float
    align: str = "left"
    grid: bool = True
    fill: str | None = None
    format: str = _GENERAL
    vertical: str = "center"


class Style(Enum):
    """The styles by what they are for."""

    TITLE = Look("title", 20, "center", grid=False)
    SUBTITLE = Look("aside", 13, "center", grid=False)
    FACTS = Look("aside", 12, grid=False)
    SECTION = Look("heading", 12, grid=False)
    NOTE = Look("body", 10.5, grid=False)
    SIGNATURE = Look("body", 12, grid=False)
    HEAD = Look("heading", 11, "center", fill="FFE7ECF2")
    TEXT = Look("body", 9.5)
    NAME = Look("body", 10.5)
    CENTER = Look("body", 10.5, "center")
    MOVE = Look("body", 10.5, "center", format=_SIGNED)
    DAY = Look("body", 9.5, "center", format=_DAY)
    STRONG = Look("heading", 10.5, "center", fill="FFF5F7FA")
    STRONG_TEXT = Look("heading", 10.5, fill="FFF5F7FA")
    STRONG_MOVE = Look("heading", 10.5, "center", fill="FFF5F7FA", format=_SIGNED)


class Stylist:
    """The named styles of one workbook, put on cells without looking anything up."""

    def __init__(self, workbook: Workbook, fonts: Fonts) -> None:
        # Columns are measured in digits of the font called Normal: one that is as wide on every machine.
        workbook._named_styles["Normal"].font = _RULER  # type: ignore[attr-defined]  # noqa: SLF001
        self._plain: dict[Style, StyleArray] = {}
        self._quoted: dict[Style, StyleArray] = {}
        for style in Style:
            named = _named(style, fonts)
            workbook.add_named_style(named)
            self._plain[style] = named.as_tuple()
            self._quoted[style] = copy(named.as_tuple())
            self._quoted[style].quotePrefix = 1

    def dress(self, cell: Cell | MergedCell, style: Style, quoted: bool = False) -> None:
        """Give a cell its style; `quoted` marks a text that would be read as a formula when it is typed again."""
        # openpyxl's own way looks the style up for each cell and hashes every border and font: most of the time to write
        cell._style = (self._quoted if quoted else self._plain)[style]  # type: ignore[union-attr]  # noqa: SLF001


def _named(style: Style, fonts: Fonts) -> NamedStyle:
    look = style.value
    return NamedStyle(
        name=f"wuwu {style.name.lower().replace('_', ' ')}",
        font=Font(name=getattr(fonts, look.font), size=look.size, charset=_CHINESE),
        alignment=Alignment(horizontal=look.align, vertical=look.vertical, wrap_text=True),
        border=_GRID if look.grid else Border(),
        fill=PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill(),
        number_format=look.format,
    )
