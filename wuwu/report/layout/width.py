"""How wide a text stands on a screen, where a Chinese character takes two columns, and lines broken by that measure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate, takewhile

# A line neither begins with a closing mark nor ends with an opening one.
_CLOSING = "，。；：、！？）》」』】〕”’％…,.;:!?)]}%"
_OPENING = "（《「『【〔“‘"
PIECE = re.compile(rf"[{_OPENING}]*(?:[!-~]+|[^\s{_OPENING}])[{re.escape(_CLOSING)}]*|[{_OPENING}]+|\s+")
"""What a text may be broken between: a word, a Chinese character, blanks, each with the marks that stay beside it."""


def display_width(text: str) -> int:
    """The number of columns a text takes: two for a wide or full-width character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(map(character_width, text))


@cache
def character_width(character: str) -> int:
    """The number of columns of one character."""
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 1


def pad(text: str, columns: int) -> str:
    """The text, filled with blanks on the right up to a number of columns."""
    return text + " " * max(0, columns - display_width(text))


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, broken at blanks and between Chinese characters.

    A single piece wider than a line stays whole: nothing is cut.
    """
    lines, line, used = [], "", 0
    for piece in PIECE.findall(" ".join(text.split())):
        width = display_width(piece)
        if line and used + width > columns and not piece.isspace():
            lines.append(line.rstrip())
            line, used = "", 0
        if line or not piece.isspace():
            line, used = line + piece, used + width
    return [*lines, line.rstrip()] if line else lines


def chop(text: str, most: int, width_of: Callable[[str], int] = character_width) -> Iterator[str]:
    """The text in pieces no wider than `most`, each as long as it can be and of one character at least.

    `width_of` measures one character. One pass, because a word may be as long as a file.
    """
    start = used = 0
    for index, character in enumerate(text):
        width = width_of(character)
        if used + width > most and index > start:
            yield text[start:index]
            start, used = index, 0
        used += width
    yield text[start:]


def shorten(text: str, columns: int, mark: str) -> str:
    """The beginning of a text that fits into so many columns, ending at a punctuation mark and with `mark` for the rest."""
    if display_width(text) <= columns:
        return text
    room = columns - display_width(mark)
    widths = accumulate(map(character_width, text))
    fitting = sum(1 for _ in takewhile(room.__ge__, widths))
    pause = max((text.rfind(each, 0, fitting) for each in "，、。；："), default=-1)
    return text[: pause if pause >= fitting // 2 else fitting].rstrip() + mark if fitting > 0 else ""
