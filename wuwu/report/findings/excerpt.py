"""A place in, its source line with a caret under what is meant out; and any text in, fit for a screen out."""

from __future__ import annotations

import unicodedata

from wuwu.problem import Place
from wuwu.report.layout.screen import styled
from wuwu.report.layout.width import display_width

_COLUMNS = 100
_CARET = "1;32"


def excerpt_lines(place: Place | None, *, color: bool) -> list[str]:
    """The source line and, under it, the caret; nothing for a place without a line."""
    if place is None or place.excerpt is None or place.line is None:
        return []
    number = str(place.line)
    column = max(1, min(place.column or 1, len(place.excerpt) + 1)) - 1
    start, text = _window(place.excerpt, column)
    marked = visible(text[column - start :][: max(place.length, 1)])
    blanks = " " * display_width(visible(text[: column - start]))
    caret = styled("^" * max(display_width(marked), 1), _CARET, color)
    return [f"  {number} | {visible(text)}", f"  {' ' * len(number)} | {blanks}{caret}"]


def visible(text: str) -> str:
    """The text with one blank for a tab and a mark for other control characters, which would disturb the screen."""
    if text.isprintable():
        return text
    return "".join(
        " " if character == "\t" else "\ufffd" if unicodedata.category(character) in {"Cc", "Cs"} else character
        for character in text
    )


def _window(line: str, column: int) -> tuple[int, str]:
    """The part of a very long line around a column (from 0), and the number of characters left out before it."""
    if display_width(line) <= _COLUMNS:
        return 0, line
    start = max(0, column - _COLUMNS // 4)
    end, used = start, 0
    while end < len(line) and used < _COLUMNS:
        used += display_width(line[end])
        end += 1
    return start, line[start:end]
