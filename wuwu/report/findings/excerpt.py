"""A place in, its source line with a caret under what is meant out; and any text in, fit for a screen out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from unicodedata import category

from wuwu.diagnostics import Place
from wuwu.report.layout.screen import BOLD_GREEN, styled
from wuwu.report.layout.width import display_width

_COLUMNS = 100
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
_LOOK_LIKE_OTHERS = "[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]"
_WIDE_BLANK = "\u3000"  # of another kind, and nobody overlooks it


def excerpt_lines(place: Place | None, *, color: bool, columns: int | None = None) -> list[str]:
    """The source line and, under it, the caret, on a screen of so many columns; nothing for a place without a line."""
    if place is None or place.excerpt is None or place.line is None or (place.cell and not place.excerpt):
        return []
    number = str(place.line) if place.cell is None else place.cell.rpartition("!")[2]
    column = max(1, min(place.column or 1, len(place.excerpt) + 1)) - 1
    margin = len(f"  {number} | ")
    start, text = _window(place.excerpt, column, min(_COLUMNS, (columns or _COLUMNS + margin) - margin))
    marked = visible(text[column - start :][: max(place.length, 1)])
    blanks = " " * display_width(visible(text[: column - start]))
    caret = styled("^" * max(display_width(marked), 1), BOLD_GREEN, color)
    return [f"  {number} | {visible(text)}", f"  {' ' * len(number)} | {blanks}{caret}"]


def around(place: Place) -> str:
    """What stands around a place on its line, as much as fits a screen."""
    line = place.excerpt or ""
    return _window(line, max(1, min(place.column or 1, len(line) + 1)) - 1, _COLUMNS)[1]


def visible(text: str) -> str:
    """The text with one blank for a tab, and with their code points the characters that disturb a screen, cannot be seen or look
    like others: a radical or a compatibility form beside its ideograph.
    """
    if text.isprintable() and not re.search(_LOOK_LIKE_OTHERS, text):
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character in "\t ":
        return " "
    if re.match(_LOOK_LIKE_OTHERS, character):
        return f"{character}<U+{ord(character):04X}>"
    return f"<U+{ord(character):04X}>" if character != _WIDE_BLANK and category(character) in _UNSEEN else character


def _window(line: str, column: int, columns: int) -> tuple[int, str]:
    """The part of a line around a column (from 0) that fits a screen, and the number of characters left out before it.

    Most of it lies to the right, where what is meant goes on; what room is left there is filled up from the left.
    """
    after = [_columns(each) for each in line[column : column + columns]]
    before = [_columns(each) for each in reversed(line[max(0, column - columns) : column])]
    right = _fitting(after, columns * 3 // 4)
    left = _fitting(before, columns - sum(after[:right]))
    right = _fitting(after, columns - sum(before[:left]))
    return column - left, line[column - left : column + right]


def _columns(character: str) -> int:
    return display_width(visible(character))


def _fitting(widths: Iterable[int], room: int) -> int:
    """How many of these stand beside one another in so many columns."""
    return sum(1 for used in accumulate(widths) if used <= room)
