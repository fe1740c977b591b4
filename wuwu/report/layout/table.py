"""Rows of texts in, a plain table for a screen out: by display width, broken over lines where it must be, never cut.

Ten thousand rows are laid out in less time than it takes to score a hundred logs; that is why this is no rich table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from wuwu.report.layout.width import chop, display_width, wrap

_GAP = 1
_WIDE_GAP = 2


class Column(NamedTuple):
    """A column: its heading, whether its texts are figures (set right), how narrow it may become (None: never)."""

    heading: str
    figures: bool = False
    least: int | None = None
    heading_width: int = 4
    """How narrow the heading may be broken."""


def lay_out(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[list[str]] | None:
    """The lines of the heading, then those of each row; None where the columns need more than `width`."""
    texts = [[printable(text) for text in row] for row in rows]
    widths = [
        max(_heading_width(column), *map(display_width, cells)) if cells else _heading_width(column)
        for column, cells in zip(columns, _columns(texts, len(columns)), strict=True)
    ]
    gap = _WIDE_GAP if sum(widths) + _WIDE_GAP * (len(columns) - 1) <= width else _GAP
    over = sum(widths) + gap * (len(columns) - 1) - width
    for index in sorted(range(len(columns)), key=lambda each: -widths[each]):
        least = columns[index].least
        if over > 0 and least is not None:
            smaller = max(least, _heading_width(columns[index]), widths[index] - over)
            if smaller < widths[index]:
                over -= widths[index] - smaller
                widths[index] = smaller
    if over > 0:
        return None
    heading = _heading(columns, widths, gap)
    return [heading, *(_row(columns, widths, gap, row) for row in texts)]


def _columns(rows: Sequence[Sequence[str]], count: int) -> list[list[str]]:
    return [[row[index] for row in rows] for index in range(count)]


def _heading_width(column: Column) -> int:
    return max(map(display_width, _broken(column.heading, column.heading_width)), default=0)


def _broken(heading: str, width: int) -> list[str]:
    return [line for part in heading.split("\n") for line in wrap(part, width)]


def _heading(columns: Sequence[Column], widths: Sequence[int], gap: int) -> list[str]:
    folded = [_broken(column.heading, width) for column, width in zip(columns, widths, strict=True)]
    height = max(map(len, folded))
    return _lines(columns, widths, gap, [[""] * (height - len(lines)) + lines for lines in folded])


def _row(columns: Sequence[Column], widths: Sequence[int], gap: int, row: Sequence[str]) -> list[str]:
    return _lines(columns, widths, gap, [fold(text, width) for text, width in zip(row, widths, strict=True)])


def _lines(columns: Sequence[Column], widths: Sequence[int], gap: int, cells: Sequence[Sequence[str]]) -> list[str]:
    lines: list[str] = []
    for number in range(max(map(len, cells))):
        line = ""
        for column, width, texts in zip(columns, widths, cells, strict=True):
            text = texts[number] if number < len(texts) else ""
            blanks = " " * (width - _width(text))
            line += (blanks + text if column.figures else text + blanks) + " " * gap
        lines.append(line.rstrip())
    return lines


def fold(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns; a word that is longer than a line is broken too."""
    if _width(text) <= columns:
        return [text]
    return list(_folded(text, columns)) or [""]


def _folded(text: str, columns: int) -> Iterator[str]:
    for line in wrap(text, columns):
        yield from chop(line, columns)


@lru_cache(8192)
def _width(text: str) -> int:
    return display_width(text)


def printable(text: str) -> str:
    """The text on one line, with a mark for every character that would disturb the screen."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else " " if each.isspace() else "\ufffd" for each in text)
