"""A sheet as its writers see it: rows added one below the other, each as tall as its text, cells spanned over rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from wuwu.messages import Words
from wuwu.report.workbook.measure import break_lines, column_width, height_of, line_width, lines_within
from wuwu.report.workbook.pages import A4_PORTRAIT, Paper, plan_breaks, set_up_page
from wuwu.report.workbook.safety import cell_number, is_literal, safe_text
from wuwu.report.workbook.styles import Style, Stylist


class Formula(str):
    """A formula of wuwu's own; any other text is a text, whatever it begins with."""

    __slots__ = ()


Value: TypeAlias = Formula | str | Decimal | int | date | None
Columns: TypeAlias = Sequence[tuple[int, int]]
"""The first and the last column of each cell of a row."""

# A row may be 409 points tall, and two of this height fill an upright page; what needs more goes on in a further row.
_TALLEST = 345.0
_LOWEST = 16.5


class RowSpan(NamedTuple):
    """A cell over several rows: the first of the `looks` that fits is shown, on each of its pages."""

    column: int
    first: int
    last: int
    looks: Sequence[tuple[str, Style]]


class Sheet:
    """A sheet under construction. Columns and rows count from 1; `widths` are millimetres."""

    def __init__(self, sheet: Worksheet, stylist: Stylist, widths: Sequence[float], paper: Paper = A4_PORTRAIT) -> None:
        self._sheet = sheet
        self._stylist = stylist
        self._widths = widths
        self._paper = paper
        self._single: Columns = [(column, column) for column in range(1, len(widths) + 1)]
        self._heights: list[float] = []
        self._spans: list[RowSpan] = []
        self._kept: list[tuple[int, int]] = []
        self._head = self._table_end = self._tail = 0
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
    def width(self) -> float:
        """The width of all columns together, in millimetres."""
        return sum(self._widths)

    @property
    def last(self) -> int:
        """The number of the last row so far."""
        return len(self._heights)

    @property
    def left(self) -> float:
        """The height, in points, that the last page still has for rows."""
        breaks = self._breaks()
        used = sum(self._heights[breaks[-1] if breaks else 0 :])
        return self._paper.room(self.width) - used - (self._repeated if breaks else 0.0)

    def add(
        self, values: Sequence[Value], styles: Sequence[Style], least: float = _LOWEST, columns: Columns | None = None
    ) -> tuple[int, int]:
        """Add a row, as tall as its longest text, over several rows where one could not hold it; first and last row.

        `columns`: which ones each cell takes, where it is not one each.
        """
        places = columns or self._single
        first = self.last + 1
        rows: Iterable[Sequence[Value]] = (values,)
        height = self._height(values, styles, places, least)
        if height > _TALLEST:
            rows = self._parted(values, styles, places)
        for row in rows:
            self._heights.append(height if row is values else self._height(row, styles, places, least))
            for value, style, (begin, end) in zip(row, styles, places, strict=True):
                self._put(self.last, begin, value, style)
                if end > begin:
                    self._widen(self.last, begin, end, style)
        return first, self.last

    def banner(self, text: str, style: Style, least: float = _LOWEST) -> int:
        """Add a row that is one cell over all columns; the number of the last row it takes."""
        return self.add((text,), (style,), least, ((1, len(self._widths)),))[1]

    def gap(self, height: float) -> int:
        """Add an empty row."""
        self._heights.append(height)
        return self.last

    def head(self, titles: Sequence[str], frozen_columns: int = 0) -> int:
        """Add the head of the table: repeated on every page and always in sight."""
        self._head = self.add(titles, [Style.HEAD] * len(titles), 21)[1]
        self._sheet.freeze_panes = f"{get_column_letter(frozen_columns + 1)}{self._head + 1}"
        return self._head

    def end_table(self, together: int = 0) -> None:
        """Say that the table ends here.

        A page on which nothing of the table stands needs no head: where only that is left of the sheet, its rows from
        `together` on move to it, and a sheet that fits on one page repeats nothing.
        """
        self._table_end, self._tail = self.last, together

    def span(self, column: int, rows: tuple[int, int], looks: Sequence[tuple[str, Style]]) -> None:
        """Make one cell of a column's rows, which grow where the last of the looks needs it."""
        first, last = rows
        lacking = self._needs(*looks[-1], (column, column)) - sum(self._heights[first - 1 : last])
        if lacking > 0:
            for row in range(first, last + 1):
                self._heights[row - 1] += lacking / (last - first + 1)
        self._spans.append(RowSpan(column, first, last, looks))

    def keep(self, first: int, last: int) -> None:
        """Keep rows on one page where they fit on one."""
        if first <= last:
            self._kept.append((first, last))

    @property
    def aside_column(self) -> int:
        """The column to the right of the table that is not printed."""
        return len(self._widths) + 2

    def aside(self, row: int, text: str) -> None:
        """Put a text to the right of the table, where it is not printed."""
        self._put(row, self.aside_column, text, Style.FAINT)

    def finish(self, words: Words, font: str) -> None:
        """Settle pages, spans and heights, and set up the print."""
        breaks = self._breaks()
        for span in self._spans:
            self._settle(span, breaks)
        sheet = self._sheet
        for row, height in enumerate(self._heights, 1):
            sheet.row_dimensions[row].height = height
        for row in breaks:
            sheet.row_breaks.append(Break(id=row))
        if self._head and any(row < (self._table_end or self.last) for row in breaks):
            sheet.print_title_rows = f"{self._head}:{self._head}"
        sheet.print_area = f"A1:{get_column_letter(len(self._widths))}{max(1, self.last)}"
        set_up_page(sheet, self._paper, self.width, words("workbook.page", pages=len(breaks) + 1), font)

    @property
    def _repeated(self) -> float:
        return self._heights[self._head - 1] if self._head else 0.0

    def _breaks(self) -> tuple[int, ...]:
        room = self._paper.room(self.width)
        breaks = plan_breaks(self._heights, self._kept, self._repeated, room)
        if self._tail and breaks and breaks[-1] >= self._table_end:
            kept = [each for each in self._kept if each[1] < self._tail]
            breaks = plan_breaks(self._heights, [*kept, (self._tail, self.last)], self._repeated, room)
        return breaks

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

    def _widen(self, row: int, begin: int, end: int, style: Style) -> None:
        for column in range(begin + 1, end + 1 if style.value.grid else begin):
            self._put(row, column, None, style)
        self._merge(begin, row, end, row)

    def _settle(self, span: RowSpan, breaks: Iterable[int]) -> None:
        starts = [span.first, *(row + 1 for row in breaks if span.first <= row < span.last)]
        ends = [*(start - 1 for start in starts[1:]), span.last]
        for first, last in zip(starts, ends, strict=True):
            room = sum(self._heights[first - 1 : last])
            fitting = (look for look in span.looks if self._needs(*look, (span.column, span.column)) <= room)
            text, style = next(fitting, (None, span.looks[-1][1]))
            self._put(first, span.column, text, style)
            for row in range(first + 1, last + 1):
                self._put(row, span.column, None, style)
            if last > first:
                self._merge(span.column, first, span.column, last)

    def _merge(self, first_column: int, first_row: int, last_column: int, last_row: int) -> None:
        # openpyxl's own way redraws every border of the range; here each cell has its own already
        self._sheet.merged_cells.ranges.add(
            CellRange(min_col=first_column, min_row=first_row, max_col=last_column, max_row=last_row)
        )

    # --- room ---

    def _height(self, values: Sequence[Value], styles: Sequence[Style], places: Columns, least: float) -> float:
        needs = [self._needs(*each) for each in zip(values, styles, places, strict=True)]
        return max(least, *needs)

    def _needs(self, value: Value, style: Style, place: tuple[int, int]) -> float:
        if not isinstance(value, str) or isinstance(value, Formula):
            return 0.0
        size = style.value.size
        return height_of(len(value) if style.value.stacked else len(self._lines(value, size, place)), size)

    def _lines(self, text: str, size: float, place: tuple[int, int]) -> Sequence[str]:
        begin, end = place
        width = self._widths[begin - 1] if begin == end else sum(self._widths[begin - 1 : end])
        return break_lines(safe_text(text), line_width(width, size))

    def _parted(self, values: Sequence[Value], styles: Sequence[Style], places: Columns) -> Iterator[Sequence[Value]]:
        """The rows that a row becomes when a text is too long for one: texts go on, anything else stands once."""
        columns: list[Sequence[Value]] = []
        for value, style, place in zip(values, styles, places, strict=True):
            columns.append((value,))
            if isinstance(value, str) and not isinstance(value, Formula):
                lines = self._lines(value, style.value.size, place)
                most = lines_within(_TALLEST, style.value.size)
                if len(lines) > most:
                    columns[-1] = ["\n".join(lines[start : start + most]) for start in range(0, len(lines), most)]
        for index in range(max(map(len, columns))):
            yield [column[index] if index < len(column) else None for column in columns]
