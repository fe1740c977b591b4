"""How much room a wrapped text takes in a cell: openpyxl fits no row to its text, so it is measured."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from wuwu.report.width import display_width, wrap

POINTS_PER_MM = 72 / 25.4

# A line stands this many times the size of its letters; the widest of the usual Chinese fonts need it.
_LEADING = 1.45
_PADDING = 3.0
# The inner margins of a cell, and what a program's own idea of a column's width may differ by.
_INSET = 5.0
_SLACK = 0.95


def column_width(millimetres: float) -> float:
    """A column's width in the unit of a workbook: characters of 7 pixels at 96 to the inch, and 5 pixels around them."""
    return round((millimetres / 25.4 * 96 - 5) / 7, 2)


def columns_in(millimetres: float, size: float) -> int:
    """How many half-width characters of that size stand on a line of a cell."""
    return max(2, int((millimetres * POINTS_PER_MM - _INSET) * _SLACK / (size / 2)))


@lru_cache(8192)
def break_lines(text: str, columns: int) -> tuple[str, ...]:
    """The text in the lines that a cell of so many half-width characters shows."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        for line in wrap(paragraph, columns) or [""]:
            lines += _chopped(line, columns)
    return tuple(lines)


def _chopped(line: str, columns: int) -> list[str]:
    """A line that has no place to break, broken anywhere, as a spreadsheet does."""
    if display_width(line) <= columns:
        return [line]
    pieces, piece, used = [], "", 0
    for character in line:
        width = display_width(character)
        if used + width > columns:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + character, used + width
    return [*pieces, piece]


def height_of(lines: int, size: float) -> float:
    """The height in points of a row that shows so many lines."""
    return ceil((lines * size * _LEADING + _PADDING) * 4) / 4


def lines_within(height: float, size: float) -> int:
    """How many lines a row of that height shows."""
    return max(1, int((height - _PADDING) / (size * _LEADING)))
