"""Where the pages of a sheet end: between rows that belong to different things, as the heights of the rows allow.

A sheet is printed at a size that is set, never fitted to the page: only so do all programs keep to the ends set here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet

from wuwu.report.workbook.measure import POINTS_PER_MM


class Paper(NamedTuple):
    """A sheet of paper and its margins, in millimetres.

    The margins at the side are less than one sees: the table stands in the middle, and a program that draws its columns
    a little wider still has room for all of them.
    """

    orientation: Literal["landscape", "portrait"]
    width: float
    height: float
    side: float = 6.5
    top: float = 15.0
    bottom: float = 16.0

    def scale(self, width: float) -> int:
        """At how many percent a table is printed: its own size, but for one that is wider than the paper."""
        return min(100, int((self.width - 2 * self.side) * _SPARE / width * 100))

    def room(self, width: float) -> float:
        """The height that rows may fill, in points; a little is left for printers that measure otherwise."""
        return (self.height - self.top - self.bottom) * POINTS_PER_MM * 0.98 * 100 / self.scale(width)


A4_PORTRAIT = Paper("portrait", 210, 297)
A4_LANDSCAPE = Paper("landscape", 297, 210)
_A4 = 9
_SPARE = 0.965
_EDGE = 8.0


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


def set_up_page(sheet: Worksheet, paper: Paper, width: float, page_words: str, font: str) -> None:
    """Paper, margins, size, the sheet's name and the page number below, each sheet counting from 1."""
    setup = sheet.page_setup
    setup.paperSize = _A4
    setup.orientation = paper.orientation
    setup.scale = paper.scale(width)
    setup.firstPageNumber, setup.useFirstPageNumber = 1, True
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = paper.side / 25.4
    margins.top, margins.bottom = paper.top / 25.4, paper.bottom / 25.4
    margins.header = margins.footer = _EDGE / 25.4
    # the sheet's name goes by its code: a name written out could itself hold codes
    footer = HeaderFooterItem()
    footer.center.text, footer.center.font, footer.center.size = page_words, font, 9
    sheet.HeaderFooter.oddFooter = footer
