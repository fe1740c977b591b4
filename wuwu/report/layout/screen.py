"""Lines for a screen: styled by ANSI escapes where colour is wanted, broken by display width, never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wuwu.report.layout.table import fold, printable
from wuwu.report.layout.width import display_width, wrap

BOLD, DIM, RED, GREEN, YELLOW, MAGENTA, CYAN = "1", "2", "31", "32", "33", "35", "36"
BOLD_RED, BOLD_GREEN, BOLD_YELLOW, BOLD_MAGENTA, BOLD_CYAN = (
    f"{BOLD};{each}" for each in (RED, GREEN, YELLOW, MAGENTA, CYAN)
)
ALARM = "1;37;41"
"""White on red: what nobody may overlook."""
_ESCAPE = re.compile(r"\033\[[0-9;]*m")


def styled(text: str, style: str, color: bool) -> str:
    """The text in a style (the figures of an ANSI escape), where colour is wanted."""
    return f"\033[{style}m{text}\033[0m" if color and style and text else text


def hang(head: str, text: str, columns: int | None, indent: int = 0) -> list[str]:
    """A head as it is and a text after it, in lines of so many columns, all but the first indented; in one line without columns."""
    if columns is None:
        return [head + text]
    room = columns - display_width(_ESCAPE.sub("", head))
    first = wrap(text, room)[0] if room > 0 and text else ""
    if display_width(first) > room or (not first and text):  # its first word already goes on the next line
        first = ""
    rest = " ".join(text.split())[len(first) :].strip()
    more = fold(rest, columns - indent) if rest else []
    return [(head + first).rstrip(), *(" " * indent + line for line in more)]


class Screen:
    """A screen of so many columns, with or without colour."""

    def __init__(self, width: int, *, color: bool) -> None:
        self.width = width
        self.color = color

    def styled(self, text: str, style: str) -> str:
        """The text in a style, as far as this screen has any."""
        return styled(text, style, self.color)

    def paragraph(self, text: str, style: str = "", indent: int = 0) -> Iterator[str]:
        """A text, broken over lines, all of them indented alike."""
        for line in fold(printable(text), self.width - indent):
            yield " " * indent + self.styled(line, style)

    def hanging(self, head: str, text: str, *, column: int, head_style: str = "", style: str = "") -> Iterator[str]:
        """A short head set right before a column, and the text beside it from that column on."""
        before = " " * max(0, column - 2 - display_width(head))
        for number, line in enumerate(fold(printable(text), self.width - column)):
            margin = f"{before}{self.styled(head, head_style)}  " if number == 0 else " " * column
            yield margin + self.styled(line, style)
