"""The lines of a text in, the parts of it that can be looked at by themselves out: where to look besides a syntax error.

A part begins with an entry or with a key at the margin: of nothing else is it sure that it is not the rest of what went
wrong. Lines are counted from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import inf

# with the slips that are made of it: a tab before it, no blank after it
_DASH = re.compile(r"(?P<blanks>[ \t]*)-(?=[ {\[]|$|[a-z_]+:)")
_KEY = re.compile(r"[^\W\d][\w-]* *:(?: |$)")
_NO_TEXT = re.compile(r"\s*(?:#|$)")
_MARK = re.compile(r"(?:---|\.\.\.)(?:\s|$)")


def parts_after(lines: Sequence[str], number: int, stop: int) -> Iterator[range]:
    """What makes sense without the line `number` and those before it, up to `stop`: entries not deeper than its own, keys."""
    return _parts(lines, number + 1, stop, _level(lines, number))


def parts_from(lines: Sequence[str], number: int, stop: int) -> Iterator[range]:
    """The parts from the entry or key that the line `number` stands in, up to `stop`."""
    return _parts(lines, _opening(lines, number), stop, inf)


def entry_of(lines: Sequence[str], number: int, stop: int) -> range:
    """The entry that the line `number` belongs to, without those that follow it."""
    following = _parts(lines, number + 1, stop, _level(lines, number))
    return range(_opening(lines, number), next((each.start for each in following), stop))


def parts_between(lines: Sequence[str], first: int, last: int) -> Sequence[range]:
    """The entries from that of the line `first` up to that of the line `last`, without it."""
    return tuple(parts_from(lines, first, _opening(lines, last)))


def _parts(lines: Sequence[str], start: int, stop: int, level: float) -> Iterator[range]:
    while start < stop and not _MARK.match(lines[start]):
        dash = _DASH.match(lines[start])
        if dash and len(dash["blanks"]) <= level:
            part = range(start, _end(lines, start, stop, len(dash["blanks"])))
        elif _KEY.match(lines[start]):
            part = range(start, stop)
        else:
            start += 1
            continue
        yield part
        start, level = part.stop, inf


def _opening(lines: Sequence[str], number: int) -> int:
    while number > 0 and not (_DASH.match(lines[number]) or _KEY.match(lines[number])):
        number -= 1
    return number


def _level(lines: Sequence[str], number: int) -> float:
    """The deepest indentation that an entry after the line may have: that of the entry it belongs to, if it does to any."""
    for above in range(number, -1, -1):
        dash = _DASH.match(lines[above])
        if dash and "\t" not in dash["blanks"]:
            return len(dash["blanks"])
        if _KEY.match(lines[above]):
            break
    return inf


def _end(lines: Sequence[str], start: int, stop: int, level: int) -> int:
    for number in range(start, stop):
        line = lines[number]
        indented = len(line) - len(line.lstrip(" \t"))
        if not _NO_TEXT.match(line) and indented < level + (_DASH.match(line) is None):
            return number
    return stop
