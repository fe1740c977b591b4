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
_RULER = Font(name="Courier New", size=10, family=3)
_LINE = Side(style="thin", color="FF000000")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_GENERAL = "General"
_SIGNED = '+General;-General;"–"'
_OPEN = '"("+General")";"("-General")";"–"'
_DASHED = 'General;-General;"–"'
_DAY = "yyyy-mm-dd"
# Letters one below the other, as a workbook says it.
_STACKED = 255
_RED, _GREY, _WEAK, _BAND, _ALERT = "FFC00000", "FF7F7F7F", "FFF5F7FA", "FFE7ECF2", "FFFFF2CC"


class Look(NamedTuple):
    """What makes a style: a font of the four, its size in points, and how the text stands in its cell."""

    font: str
    size: float
    align: str = "left"
    grid: bool = True
    fill: str | None = None
    format: str = _GENERAL
    color: str | None = None
    stacked: bool = False


class Style(Enum):
    """The styles by what they are for."""

    TITLE = Look("title", 15, "center", grid=False)
    HEADLINE = Look("title", 14, grid=False)
    SUBTITLE = Look("aside", 12, "center", grid=False)
    FACTS = Look("body", 10.5, grid=False)
    RESULT = Look("heading", 10.5, grid=False)
    DENIED = Look("heading", 11, color=_RED)
    OPEN = Look("heading", 11, fill=_ALERT)
    SECTION = Look("heading", 10, grid=False)
    NOTE = Look("body", 9, grid=False)
    SIGNATURE = Look("body", 10, grid=False)
    HEAD = Look("heading", 9.5, "center", fill=_BAND)
    STACKED = Look("heading", 10, "center", fill=_WEAK, stacked=True)
    TEXT = Look("body", 9)
    VETO = Look("body", 9, color=_RED)
    CENTER = Look("body", 9, "center")
    SCORE = Look("body", 9, "center", format=_DASHED)
    MOVE = Look("body", 9, "center", format=_SIGNED)
    OPEN_MOVE = Look("body", 9, "center", format=_OPEN, color=_GREY)
    STRONG = Look("heading", 9, "center", fill=_WEAK)
    STRONG_TEXT = Look("heading", 9, fill=_WEAK)
    STRONG_MOVE = Look("heading", 9, "center", fill=_WEAK, format=_SIGNED)
    SMALL = Look("body", 8.5)
    SMALL_CENTER = Look("body", 8.5, "center")
    SMALL_DAY = Look("body", 8.5, "center", format=_DAY)
    ENTRY = Look("body", 9, format="@")
    ENTRY_CENTER = Look("body", 9, "center", format="@")
    ENTRY_ASIDE = Look("body", 9, "center", fill=_BAND, format="@")
    ENTRY_DAY = Look("body", 9, "center", format=_DAY)
    ENTRY_FIELD = Look("body", 11, fill=_ALERT, format="@")
    FAINT = Look("body", 8.5, grid=False, color=_GREY)


class Stylist:
    """The named styles of one workbook, put on cells without looking anything up."""

    def __init__(self, workbook: Workbook, fonts: Fonts) -> None:
        # Columns are measured in digits of the font called Normal. These are 8 pixels wide on every machine: a font that
        # stands in for this one is as wide, and so it is at every size of the screen.
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
    stacked = {"textRotation": _STACKED} if look.stacked else {}
    return NamedStyle(
        name=f"wuwu {style.name.lower().replace('_', ' ')}",
        font=Font(name=getattr(fonts, look.font), size=look.size, charset=_CHINESE, color=look.color),
        alignment=Alignment(horizontal=look.align, vertical="center", wrap_text=not look.stacked, **stacked),
        border=_GRID if look.grid else Border(),
        fill=PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill(),
        number_format=look.format,
    )
