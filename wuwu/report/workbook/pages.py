"""Where the pages of a sheet end: between rows that belong to different things, as the heights of the rows allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from wuwu.report.workbook.measure import POINTS_PER_MM


class Paper(NamedTuple):
    """A sheet of paper and its margins, in millimetres."""

    orientation: Literal["landscape", "portrait"]
    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def room(self) -> float:
        """The height that rows may fill, in points; a little is left for printers that measure otherwise."""
        return (self.height - self.top - self.bottom) * POINTS_PER_MM * 0.97

    @property
    def printable(self) -> float:
        """The width that columns may fill, in millimetres."""
        return self.width - 2 * self.side


A4_LANDSCAPE = Paper("landscape", 297, 210, side=18, top=18, bottom=17)
_A4 = 9
_FOOTER = 8.0


def plan_breaks(
    heights: Sequence[float], kept: Iterable[tuple[int, int]], repeated: float, room: float
) -> tuple[int, ...]:
    """The rows (from 1) after which a page ends.

    `kept`: first and last rows of what should stay on one page, in order. `repeated`: the height of the head that every
    further page begins with.
    """
    breaks: list[int] = []
    used, budget = 0.0, room
    for first, last in _blocks(len(heights), kept):
        rows = heights[first - 1 : last]
        whole = sum(rows)
        # a block taller than a page begins on a fresh one, unless the page has hardly been begun
        if used and used + whole > budget and (whole <= room - repeated or used > budget / 3):
            breaks.append(first - 1)
            used, budget = 0.0, room - repeated
        for row, height in enumerate(rows, first):
            if used and used + height > budget:
                breaks.append(row - 1)
                used, budget = 0.0, room - repeated
            used += height
    return tuple(breaks)


def _blocks(count: int, kept: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    row = 1
    for first, last in kept:
        yield from ((single, single) for single in range(row, first))
        yield first, last
        row = last + 1
    yield from ((single, single) for single in range(row, count + 1))


def set_up_page(sheet: Worksheet, paper: Paper, page_words: str, font: str) -> None:
    """Paper, margins, width fitted to the page, the sheet's name and the page number below."""
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = paper.orientation
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = paper.side / 25.4
    margins.top, margins.bottom = paper.top / 25.4, paper.bottom / 25.4
    margins.header = margins.footer = _FOOTER / 25.4
    # the sheet's name goes by its code: a name written out could itself hold codes
    footer = HeaderFooterItem()
    for part, text in ((footer.left, "&A"), (footer.center, page_words)):
        part.text, part.font, part.size = text, font, 10
    sheet.HeaderFooter.oddFooter = footer
