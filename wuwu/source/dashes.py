"""Lines in, the entries out whose dash is missing, is another sign or touches what follows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from wuwu.diagnostics import Problem
from wuwu.source.document import TextSpan, place_at

MISTAKEN_DASHES = "—–―−‐‑－•●·*＊"
"""Signs that people write at the head of an entry instead of `-`."""

BARE_DASH = re.compile(r"[ ]*(?P<dash>-)(?=[{\[]|[a-z_]+:)")
MISTAKEN_DASH = re.compile(rf"[ ]*(?P<dash>[{MISTAKEN_DASHES}])(?=[ \u3000\u00a0]*(?:[{{\[｛［]|[a-z_]+ *[:：]))")
_ENTRY = re.compile(r"[ ]*(?P<entry>\{.*\})\s*(?:#.*)?$")
_END_OF_ENTRY = re.compile(r"[}\]]\s*(?:#.*)?$")
_FIRST_FIELD = re.compile(r"[ ]*-[ ]+(?P<key>[\w.-]+):(?:\s|$)")


def find_dash_slips(lines: Sequence[str], first: int, stop: int, name: str) -> list[Problem]:
    """The slips of a kind that is met on the lines from `first` to `stop` (counted from 0): all of the file, as one habit
    makes them.
    """
    found: list[Problem] = []
    for code, is_slip in _SLIPS:
        if any(is_slip(lines, number) for number in range(first, stop + 1)):
            slips = [(number, slip) for number in range(len(lines)) if (slip := is_slip(lines, number))]
            found += [_problem(code, lines, number, slip, name) for number, slip in slips]
    return found


def begins_entry(lines: Sequence[str], number: int, column: int) -> bool:
    """Whether the line reads like the entry above it, whose dash stands at that column, but for the dash."""
    for above in reversed(lines[:number]):
        if above[column : column + 1] == "-" and (field := _FIRST_FIELD.match(above)):
            return lines[number][column:].startswith(f"{field['key']}:")
    return False


def _bare(lines: Sequence[str], number: int) -> re.Match[str] | None:
    return BARE_DASH.match(lines[number])


def _mistaken(lines: Sequence[str], number: int) -> re.Match[str] | None:
    return MISTAKEN_DASH.match(lines[number])


def _missing(lines: Sequence[str], number: int) -> re.Match[str] | None:
    """An entry in brackets that follows another one, or begins a list, without a dash."""
    entry = _ENTRY.match(lines[number])
    if entry is None:
        return None
    before = next(_filled(lines, range(number - 1, -1, -1)), "")
    begins = before.rstrip().endswith(":") and _ENTRY.match(next(_filled(lines, range(number + 1, len(lines))), ""))
    return entry if begins or _END_OF_ENTRY.search(before) else None


def _filled(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[str]:
    return (lines[number] for number in numbers if lines[number].strip())


_SLIPS = (("missing-blank-after-dash", _bare), ("mistaken-dash", _mistaken), ("missing-dash", _missing))


def _problem(code: str, lines: Sequence[str], number: int, slip: re.Match[str], name: str) -> Problem:
    column = slip.start("entry" if code == "missing-dash" else "dash")
    params = {"dash": slip["dash"]} if code == "mistaken-dash" else {}
    return Problem(code, place_at(name, lines, TextSpan(number + 1, column + 1, 1)), params)
