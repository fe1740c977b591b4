"""A sheet as its writers see it: rows added one below the other, each as tall as its text, cells spanned over rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from wuwu.report.workbook.measure import break_lines, column_width, columns_in, height_of, lines_within
from wuwu.report.workbook.pages import A4_LANDSCAPE, plan_breaks, set_up_page
from wuwu.report.workbook.safety import cell_number, is_literal, safe_text
from wuwu.report.workbook.styles import Style, Stylist


class Formula(str):
    """A formula of wuwu's own; any other text is a text, whatever it begins with."""

    __slots__ = ()


Value: TypeAlias = Formula | str | Decimal | int | date | None

# A row may be 409 points tall and must fit on a page with its head; what needs more goes on in a further row.
_TALLEST = 330.0
_LOWEST = 19.0


class Span(NamedTuple):
    """A cell over several rows; `again` is what it shows on a further page."""

    column: int
    first: int
    last: int
    value: Value
    style: Style
    again: str | None


class Sheet:
    """A sheet under construction. Columns and rows count from 1; `widths` are millimetres."""

    def __init__(self, sheet: Worksheet, stylist: Stylist, widths: Sequence[float]) -> None:
        self._sheet = sheet
        self._stylist = stylist
        self._widths = widths
        self._heights: list[float] = []
        self._spans: list[Span] = []
        self._kept: list[tuple[int, int]] = []
        self._head = self._table_end = 0
        for index, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(index)].width = column_width(width)

    @property
    def name(self) -> str:
        """The name on the tab."""
        return self._sheet.title

    @property
    def worksheet(self) -> Worksheet:
        """The sheet as openpyxl has it, for charts."""
        return self._sheet

    @property
    def room(self) -> float:
        """The height, in points, that a page has for rows under the head of the table."""
        return A4_LANDSCAPE.room - self._heights[self._head - 1]

    @property
    def last(self) -> int:
        """The number of the last row so far."""
        return len(self._heights)

    def add(self, values: Sequence[Value], styles: Sequence[Style], least: float = _LOWEST) -> tuple[int, int]:
        """Add a row, as tall as its longest text, over several rows where one could not hold it; first and last row."""
        first = self.last + 1
        rows = [values]
        height = max([least, *(self._needs(index, value, style) for index, value, style in _each(values, styles))])
        if height > _TALLEST:
            rows = list(self._parted(values, styles))
        for row in rows:
            self._heights.append(height if len(rows) == 1 else self._height(row, styles, least))
            for column, value, style in _each(row, styles):
                self._put(self.last, column, value, style)
        return first, self.last

    def banner(self, text: str, style: Style, least: float = _LOWEST) -> int:
        """Add a row that is one cell over all columns; its number. What one row cannot hold goes on in further ones."""
        columns = columns_in(sum(self._widths), style.value.size)
        most = lines_within(_TALLEST, style.value.size)
        lines = break_lines(safe_text(text), columns)
        for start in range(0, len(lines), most):
            some = lines[start : start + most]
            self._heights.append(max(least, height_of(len(some), style.value.size)))
            self._put(self.last, 1, text if len(lines) <= most else "\n".join(some), style)
            for column in range(2, len(self._widths) + 1 if style.value.grid else 0):
                self._put(self.last, column, None, style)
            self._merge(1, self.last, len(self._widths), self.last)
        return self.last

    def gap(self, height: float) -> int:
        """Add an empty row."""
        self._heights.append(height)
        return self.last

    def head(self, titles: Sequence[str], frozen_columns: int = 0) -> int:
        """Add the head of the table: repeated on every page and always in sight."""
        self._head = self.add(titles, [Style.HEAD] * len(titles), 24)[1]
        self._sheet.freeze_panes = f"{get_column_letter(frozen_columns + 1)}{self._head + 1}"
        return self._head

    def end_table(self) -> None:
        """Say that the table ends here: where no page begins before this row, the head need not be repeated."""
        self._table_end = self.last

    def span(self, column: int, rows: tuple[int, int], value: Value, style: Style, again: str | None = None) -> None:
        """Make one cell of a column's rows, which grow where the text needs it."""
        first, last = rows
        lacking = self._needs(column, value, style) - sum(self._heights[first - 1 : last])
        if lacking > 0:
            for row in range(first, last + 1):
                self._heights[row - 1] += lacking / (last - first + 1)
        self._spans.append(Span(column, first, last, value, style, again))

    def is_crowded(self, column: int, rows: tuple[int, int], text: str, style: Style) -> bool:
        """Whether a text asks more of rows than the tallest rows give: then more rows are needed before it is spanned."""
        return self._needs(column, text, style) > _TALLEST * (rows[1] - rows[0] + 1)

    def keep(self, first: int, last: int) -> None:
        """Keep rows on one page where they fit on one."""
        if first <= last:
            self._kept.append((first, last))

    def finish(self, page_words: str, font: str) -> None:
        """Settle pages, spans and heights, and set up the print."""
        breaks = plan_breaks(self._heights, self._kept, self._heights[self._head - 1], A4_LANDSCAPE.room)
        for span in self._spans:
            self._settle(span, breaks)
        sheet = self._sheet
        for row, height in enumerate(self._heights, 1):
            sheet.row_dimensions[row].height = height
        for row in breaks:
            sheet.row_breaks.append(Break(id=row))
        if any(row < (self._table_end or self.last) for row in breaks):
            sheet.print_title_rows = f"{self._head}:{self._head}"
        sheet.print_area = f"A1:{get_column_letter(len(self._widths))}{max(1, self.last)}"
        set_up_page(sheet, A4_LANDSCAPE, page_words, font)

    # --- cells ---

    def _put(self, row: int, column: int, value: Value, style: Style) -> None:
        cell = self._sheet.cell(row, column)
        held = cell_number(value) if isinstance(value, (Decimal, int)) else value
        quoted = False
        if isinstance(held, str) and not isinstance(held, Formula):
            held = safe_text(held)
            quoted = is_literal(held)
            cell.value, cell.data_type = held, "s"
        elif held is not None:
            cell.value = held
        self._stylist.dress(cell, style, quoted)

    def _settle(self, span: Span, breaks: Iterable[int]) -> None:
        starts = [span.first, *(row + 1 for row in breaks if span.first <= row < span.last)]
        ends = [*(start - 1 for start in starts[1:]), span.last]
        segments = list(zip(starts, ends, strict=True))
        for (first, last), value in zip(segments, self._shared_out(span, segments), strict=True):
            self._put(first, span.column, value, span.style)
            for row in range(first + 1, last + 1):
                self._put(row, span.column, None, span.style)
            if last > first:
                self._merge(span.column, first, span.column, last)

    def _shared_out(self, span: Span, segments: Sequence[tuple[int, int]]) -> Sequence[Value]:
        """What a span shows on each of its pages: a text goes on where its first page has no room for it all."""
        heights = [sum(self._heights[first - 1 : last]) for first, last in segments]
        if not isinstance(span.value, str) or self._needs(span.column, span.value, span.style) <= heights[0]:
            fits = [self._needs(span.column, span.again, span.style) <= height for height in heights[1:]]
            return [span.value, *(span.again if each else None for each in fits)]
        lines = list(self._lines(span.column, span.value, span.style))
        shown: list[Value] = []
        for height in heights[:-1]:
            most = lines_within(height, span.style.value.size)
            shown.append("\n".join(lines[:most]) or None)
            del lines[:most]
        return [*shown, "\n".join(lines) or None]

    def _merge(self, first_column: int, first_row: int, last_column: int, last_row: int) -> None:
        # openpyxl's own way redraws every border of the range; here each cell has its own already
        self._sheet.merged_cells.ranges.add(
            CellRange(min_col=first_column, min_row=first_row, max_col=last_column, max_row=last_row)
        )

    # --- room ---

    def _needs(self, column: int, value: Value, style: Style) -> float:
        if not isinstance(value, str) or isinstance(value, Formula):
            return _LOWEST
        return height_of(len(self._lines(column, value, style)), style.value.size)

    def _lines(self, column: int, text: str, style: Style) -> Sequence[str]:
        return break_lines(safe_text(text), columns_in(self._widths[column - 1], style.value.size))

    def _height(self, values: Sequence[Value], styles: Sequence[Style], least: float) -> float:
        return max([least, *(self._needs(column, value, style) for column, value, style in _each(values, styles))])

    def _parted(self, values: Sequence[Value], styles: Sequence[Style]) -> Iterable[Sequence[Value]]:
        """The rows that a row becomes when a text is too long for one: texts go on, anything else stands once."""
        texts: dict[int, list[str]] = {}
        for column, value, style in _each(values, styles):
            if isinstance(value, str) and not isinstance(value, Formula):
                lines = self._lines(column, value, style)
                most = lines_within(_TALLEST, style.value.size)
                parts = ["\n".join(lines[start : start + most]) for start in range(0, len(lines), most)]
                texts[column] = parts if len(parts) > 1 else [value]
        for index in range(max(map(len, texts.values()))):
            row: list[Value] = []
            for column, value in enumerate(values, 1):
                parts_of = texts.get(column)
                if parts_of is None:
                    row.append(value if index == 0 else None)
                else:
                    row.append(parts_of[index] if index < len(parts_of) else None)
            yield row


def _each(values: Sequence[Value], styles: Sequence[Style]) -> Iterable[tuple[int, Value, Style]]:
    return zip(range(1, len(values) + 1), values, styles, strict=True)
