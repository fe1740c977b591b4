"""A sheet of a ledger while it is written: title, remark, heads that stay in sight, rows, and how it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from openpyxl.comments import Comment
from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break, ColBreak
from openpyxl.worksheet.worksheet import Worksheet

from wuwu.report.workbook.measure import break_lines, column_width, height_of, line_width
from wuwu.report.workbook.safety import cell_number, is_literal, safe_text
from wuwu.report.workbook.styles import Style, Stylist

HEAD_ROW = 3
"""Title, remark, heads: entries begin below."""

_A4 = 9
_PAPER = 297 - 20
_INCH = 25.4
_TALLEST = 400.0
_LEAST = 18.0


class GridColumn(NamedTuple):
    """A column: its head, its width in millimetres, and how its cells look."""

    head: str
    width: float
    style: Style = Style.SMALL


class Grid:
    """A sheet of the ledger."""

    def __init__(self, sheet: Worksheet, stylist: Stylist, columns: Sequence[GridColumn]) -> None:
        self.sheet = sheet
        self.columns = columns
        self._stylist = stylist
        self._next = HEAD_ROW + 1
        for index, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(index)].width = column_width(column.width)

    @property
    def last(self) -> int:
        """The last row so far."""
        return self._next - 1

    def top(self, title: str, remark: str, *, stacked_from: int | None = None) -> None:
        """Title, remark and heads; from a column on the heads stand upright, as names of units above narrow columns do."""
        across = max(1, sum(1 for _ in self.columns) if stacked_from is None else stacked_from)
        for row, text, style in ((1, title, Style.HEADLINE), (2, remark, Style.NOTE)):
            self.put(row, 1, text, style)
            width = sum(each.width for each in self.columns[: max(across, 8)])
            self.sheet.row_dimensions[row].height = max(_LEAST, self._height(text, width, style))
            self.sheet.merge_cells(
                start_row=row, end_row=row, start_column=1, end_column=min(len(self.columns), max(across, 8))
            )
        tallest = _LEAST
        for index, column in enumerate(self.columns, 1):
            upright = stacked_from is not None and index > stacked_from
            self.put(HEAD_ROW, index, column.head, Style.STACKED if upright else Style.HEAD)
            size = (Style.STACKED if upright else Style.HEAD).value.size
            tallest = max(
                tallest,
                height_of(len(column.head), size) if upright else self._height(column.head, column.width, Style.HEAD),
            )
        self.sheet.row_dimensions[HEAD_ROW].height = min(tallest, _TALLEST)

    def add(self, values: Sequence[object], styles: Sequence[Style] | None = None) -> int:
        """Add a row; its number."""
        row, height = self._next, _LEAST
        for index, (value, column) in enumerate(zip(values, self.columns, strict=True), 1):
            style = styles[index - 1] if styles else column.style
            self.put(row, index, value, style)
            if isinstance(value, str):
                height = max(height, self._height(value, column.width, style))
        self.sheet.row_dimensions[row].height = min(height, _TALLEST)
        self._next += 1
        return row

    def put(self, row: int, column: int, value: object, style: Style) -> None:
        """Put a value into a cell; whatever a text begins with, it stays a text."""
        cell = self.sheet.cell(row, column)
        quoted = False
        if isinstance(value, str):
            held = safe_text(value)
            quoted = is_literal(held)
            cell.value, cell.data_type = held or None, "s"
        elif isinstance(value, (Decimal, int)) and not isinstance(value, bool):
            figure = cell_number(value)
            cell.value = figure
        elif isinstance(value, date):
            cell.value = value
        self._stylist.dress(cell, style, quoted)

    def remark(self, row: int, column: int, text: str) -> None:
        """A comment on a cell."""
        self.sheet.cell(row, column).comment = Comment(text, "wuwu")

    def offer(self, validation: DataValidation, column: int, last: int) -> None:
        """Have a column's cells offer and check what may stand in them."""
        letter = get_column_letter(column)
        validation.add(f"{letter}{HEAD_ROW + 1}:{letter}{last}")
        if validation not in self.sheet.data_validations.dataValidation:
            self.sheet.add_data_validation(validation)

    def finish(self, page: str, font: str, *, fixed: int, filters: bool = True, breaks: Iterable[int] = ()) -> None:
        """Freeze and repeat the heads and the first `fixed` columns, filter, and set up the print on A4 across."""
        sheet = self.sheet
        sheet.freeze_panes = f"{get_column_letter(fixed + 1)}{HEAD_ROW + 1}"
        if filters and self.last > HEAD_ROW:
            sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(self.columns))}{self.last}"
        sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
        setup = sheet.page_setup
        setup.paperSize, setup.orientation = _A4, "landscape"
        width = sum(each.width for each in self.columns)
        ends = list(breaks)
        if ends:
            sheet.print_title_cols = f"A:{get_column_letter(fixed)}"
            sheet.col_breaks = ColBreak()
            for column in ends:
                sheet.col_breaks.append(Break(id=column, min=0, max=16383, man=True))
            setup.scale = 100
        else:
            setup.scale = max(10, min(100, int(_PAPER * 0.96 / width * 100)))
        sheet.print_options.horizontalCentered = not ends
        margins = sheet.page_margins
        margins.left = margins.right = 10 / _INCH
        margins.top, margins.bottom, margins.header, margins.footer = 12 / _INCH, 14 / _INCH, 6 / _INCH, 6 / _INCH
        footer = HeaderFooterItem()
        footer.center.text, footer.center.font, footer.center.size = page, font, 9
        sheet.HeaderFooter.oddFooter = footer

    def lock(self) -> None:
        """Protect the sheet from being typed over, without a password."""
        self.sheet.protection.sheet = True
        self.sheet.protection.formatColumns = self.sheet.protection.formatRows = False
        self.sheet.protection.autoFilter = False

    def unlock(self, row: int, column: int) -> None:
        """Leave a cell of a locked sheet open."""
        self.sheet.cell(row, column).protection = Protection(locked=False)

    def _height(self, text: str, width: float, style: Style) -> float:
        size = style.value.size
        return height_of(len(break_lines(safe_text(text), line_width(width, size))), size)


def columns_per_page(fixed: float, each: float) -> int:
    """How many columns of a width stand on a page beside those that are repeated on it."""
    return max(1, int((_PAPER * 0.96 - fixed) / each))
