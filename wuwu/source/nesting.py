"""A text in which the parser lost count of brackets in, the bracket that goes too deep out."""

from __future__ import annotations

import re

# Quoted texts and comments are passed over.
_TOKEN = re.compile(r""""(?:\\.|[^"\\])*"|'[^']*'|(?<=\s)\#.*|[\[\]{}]""")


def find_too_deep(text: str, start: int, end: int, room: int) -> int:
    """The index of the first bracket after `start` that opens more than `room` levels, none of them closed; else `end`.

    The parser reads ahead of the values it hands out, so it may give up at its own limit before ours is met.
    """
    depth = 0
    for token in _TOKEN.finditer(text, start, end):
        if token[0] in ("[", "{"):
            depth += 1
            if depth > room:
                return token.start()
        elif token[0] in ("]", "}"):
            depth -= 1
    return end
