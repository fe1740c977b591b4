"""How much room a wrapped text takes in a cell: openpyxl fits no row to its text, so it is measured."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from math import ceil

from wuwu.report.layout.width import PIECE, chop

POINTS_PER_MM = 72 / 25.4

# A line stands this many times the size of its letters; the widest of the usual Chinese fonts need it.
_LEADING = 1.45
_PADDING = 2.5
# Heights of rows are whole pixels at 96 to the inch, so that no program rounds them.
_PIXEL = 0.75
# The inner margins of a cell, and what a program's own idea of a column's width may differ by.
_INSET = 5.0
_SLACK = 0.97
# Half a size in a font of the official form, more in most fonts that stand in for one.
_NARROW, _BROAD, _WIDE = 57, 85, 100
_BROADER = frozenset("%+=<>~@&#mwMW")


class _Widths(dict[str, int]):
    """The width of each character in hundredths of its size, as a Chinese font draws it: quotes and × as wide as 字."""

    def __missing__(self, character: str) -> int:
        if unicodedata.east_asian_width(character) in "WFA":
            width = _WIDE
        elif unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            width = 0
        else:
            width = _BROAD if character in _BROADER else _NARROW
        self[character] = width
        return width


_WIDTHS = _Widths()


def printed_width(text: str) -> int:
    """The width of a text on one line, in hundredths of its size."""
    return sum([_WIDTHS[character] for character in text])


def column_width(millimetres: float) -> float:
    """A column's width in the unit of a workbook: digits of 8 pixels at 96 to the inch."""
    return round(millimetres / 25.4 * 96) / 8


@lru_cache(256)
def line_width(millimetres: float, size: float) -> int:
    """How much stands on a line of a cell, in hundredths of the size of its letters."""
    return max(_WIDE, int((millimetres * POINTS_PER_MM - _INSET) * _SLACK / size * 100))


@lru_cache(8192)
def break_lines(text: str, most: int) -> tuple[str, ...]:
    """The text in the lines that a cell shows; `most` is what stands on one."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if printed_width(paragraph) <= most:
            lines.append(paragraph)
        else:
            lines += _wrapped(paragraph, most)
    return tuple(lines)


# Programs keep a row of numbers with 、 between them on one line as long as they can.
_PIECE = re.compile(rf"[（(]?\d+(?:、\d+)+|{PIECE.pattern}")


def _wrapped(paragraph: str, most: int) -> list[str]:
    """A paragraph in lines, broken at blanks and between Chinese characters; one without such a place, anywhere."""
    lines, line, used = [], "", 0
    for piece in _PIECE.findall(paragraph):
        width = printed_width(piece)
        if used + width <= most:
            line, used = line + piece, used + width
            continue
        if line:
            lines.append(line)
        line, used = ("", 0) if piece.isspace() else (piece, width)
        if used > most:
            *full, line = chop(line, most, _WIDTHS.__getitem__)
            lines += full
            used = printed_width(line)
    return [*lines, line] if line else lines


def height_of(lines: int, size: float) -> float:
    """The height in points of a row that shows so many lines, or so many characters one below the other."""
    return ceil((lines * size * _LEADING + _PADDING) / _PIXEL) * _PIXEL


def lines_within(height: float, size: float) -> int:
    """How many lines a row of that height shows."""
    return max(1, int((height - _PADDING) / (size * _LEADING)))
