"""Lines in, the separators out that are no colon with a blank: full-width ones, and those without their blank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wuwu.diagnostics import Problem
from wuwu.source.document import Span, place_at

_LINE_OF_FIELD = re.compile(
    r"""[ ]*(?:-[ ]+)*
    (?P<key>"[^"]*"[ ]*|'[^']*'[ ]*|[^\s{}\[\]\#&*!|>'"%@`:：，-][^：:]*)
    (?:(?P<full>：)|(?P<bare>:)(?=\S)(?!//)|:(?P<blank>[\u3000\u00a0]))""",
    re.VERBOSE,
)
_INDENTED_WIDE = re.compile("[ ]*(?P<blank>[\u3000\u00a0]+)")


def misspelt_separators(lines: Sequence[str], numbers: Iterable[int], name: str) -> list[Problem]:
    """A problem for each of these lines (from 0) whose colon is full-width or lacks its blank, or with a wide blank."""
    problems: list[Problem] = []
    for number in numbers:
        line = lines[number]
        found = _INDENTED_WIDE.match(line) or _LINE_OF_FIELD.match(line)
        if found is None:
            continue
        groups = found.groupdict()
        part = next(each for each in ("blank", "full", "bare") if groups.get(each))
        code = {"blank": "full-width-blank", "full": "full-width-colon", "bare": "missing-blank"}[part]
        params = {} if part == "blank" else {"key": groups["key"].strip(" \"'")}
        span = Span(number + 1, found.start(part) + 1, len(found[part]))
        problems.append(Problem(code, place_at(name, lines, span), params))
    return problems
