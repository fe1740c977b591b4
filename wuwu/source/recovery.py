"""The lines of a text in, the parts of it that can be checked by themselves out: where to look besides a syntax error.

A part begins with an entry or with a key at the margin: of nothing else is it sure that it is not the rest of what went
wrong. Lines are counted from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import inf

from wuwu.source.dashes import MISTAKEN_DASHES
from wuwu.source.separators import WIDE_BLANKS

# with the slips that are made of it: a tab or a wide blank before it, no blank after it, another sign for it
_ANOTHER_SIGN = rf"[{MISTAKEN_DASHES}](?=[ \u3000]*(?:[{{\[]|[a-z_]+ *:))"
_DASH = re.compile(rf"(?P<blanks>[ \t{WIDE_BLANKS}]*)(?:-(?=[ {{\[]|$|[a-z_]+:)|{_ANOTHER_SIGN})")
_KEY = re.compile(r"(?P<blanks> *)[^\W\d][\w-]* *:(?: |$)")
_MARK = re.compile(r"(?:---|\.\.\.)(?:\s|$)")


class Outline:
    """Where the entries and keys of a text begin, by their indentation alone: that is what a syntax error leaves standing."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        # the indentation of the entry that begins on a line, and the line on which an entry is first so far indented
        self.dashes = [len(dash["blanks"]) if (dash := _DASH.match(line)) else None for line in lines]
        self.first: dict[int, int] = {}
        for number, indented in enumerate(self.dashes):
            if indented is not None:
                self.first.setdefault(indented, number)

    def parts_after(self, number: int, stop: int) -> Iterator[range]:
        """What makes sense without the line `number` and those before it, up to `stop`."""
        return self._parts(number + 1, stop, self._level(number))

    def parts_from(self, number: int, stop: int) -> Iterator[range]:
        """The parts from the entry or key that the line `number` stands in, up to `stop`."""
        return self._parts(self.opening(number), stop, inf)

    def entry_of(self, number: int, stop: int) -> range:
        """The entry that the line `number` belongs to, without those that follow it."""
        following = self._parts(number + 1, stop, self._level(number))
        return range(self.opening(number), next((each.start for each in following), stop))

    def opening(self, number: int) -> int:
        """The line on which the entry or the key at the margin begins that the line `number` belongs to."""
        while number > 0 and not self.lines[number].strip():
            number -= 1
        indented = len(self.lines[number]) - len(self.lines[number].lstrip(" "))
        for above in range(number, -1, -1):
            dash = self.dashes[above]
            if self._is_head(above) or (dash is not None and (above == number or dash < indented)):
                return above
        return 0

    def _parts(self, start: int, stop: int, level: float) -> Iterator[range]:
        while start < stop and not _MARK.match(self.lines[start]):
            indented = self.dashes[start]
            if indented is not None and indented <= level:
                part = range(start, self._end(start, stop, indented))
            elif self._is_head(start):
                part = range(start, stop)
            else:
                start += 1
                continue
            yield part
            start, level = part.stop, inf

    def _is_head(self, number: int) -> bool:
        key = _KEY.match(self.lines[number])
        return key is not None and not key["blanks"]

    def _level(self, number: int) -> float:
        """The deepest indentation that an entry after the line may have: that of the entry it belongs to, if it does to any.

        Where that entry stands as none before it does, it may have slipped out of its list: the one before it counts too.
        """
        own: int | None = None
        for above in range(number, -1, -1):
            indented = self.dashes[above]
            if indented is not None and not self.lines[above][:indented].strip(" "):
                if own is not None or self.first[indented] < above:
                    return max(indented, own or 0)
                own = indented
            elif self._is_head(above):
                break
        return inf

    def _end(self, start: int, stop: int, level: int) -> int:
        """Where the list ends of which the entry on the line `start` is one: at an entry or a key further out.

        An entry further out must have had its like above, else it has slipped; a key must not be the rest of a bracket.
        """
        for number in range(start, stop):
            indented = self.dashes[number]
            if indented is not None:
                if indented < level and self.first[indented] < start:
                    return number
            elif (key := _KEY.match(self.lines[number])) and len(key["blanks"]) <= level:
                line = self.lines[number].rstrip()
                if not line.endswith(",") and line.count("}") <= line.count("{"):
                    return number
        return stop
