"""A finished workbook in, a function that writes its cells once more the naive way out: openpyxl, each cell its own style."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side


def write_naively(raw: bytes) -> Callable[[], bytes]:
    """A function that writes the same values with the same look, cell by cell, as a first script would."""
    sheets = [(sheet.title, [_seen(cell) for row in sheet for cell in row]) for sheet in load_workbook(BytesIO(raw))]

    def write() -> bytes:
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, cells in sheets:
            sheet = book.create_sheet(title)
            for row, column, value, size, bold in cells:
                cell = sheet.cell(row, column, value)
                cell.font = Font(name="仿宋", size=size, bold=bold)
                cell.alignment = Alignment(wrap_text=True, vertical="center")
                side = Side(style="thin")
                cell.border = Border(left=side, right=side, top=side, bottom=side)
                cell.fill = PatternFill()
        out = BytesIO()
        book.save(out)
        return out.getvalue()

    return write


def _seen(cell: Any) -> tuple[int, int, Any, float, bool]:
    value = f"'{cell.value}" if isinstance(cell.value, str) and cell.value.startswith("=") else cell.value
    return cell.row, cell.column, value, cell.font.sz, bool(cell.font.b)
