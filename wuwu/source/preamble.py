"""Lines of a YAML text in, a problem for each directive among them out: what stands before `---` and begins with %."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wuwu.diagnostics import Problem
from wuwu.source.document import TextSpan, place_at

# The version that every file is read as may be named; another one would read words otherwise than wuwu does.
_HARMLESS = re.compile(r"%YAML[ \t]+1\.2[ \t]*(?:#.*)?")


def find_directives(lines: Sequence[str], numbers: Iterable[int], name: str) -> list[Problem]:
    """A problem for each of these lines (from 0) that is a directive, but for `%YAML 1.2`."""
    found: list[Problem] = []
    for number in numbers:
        line = lines[number].rstrip()
        if line.startswith("%") and not _HARMLESS.fullmatch(line):
            params = {"directive": line.split()[0]}
            found.append(Problem("directive", place_at(name, lines, TextSpan(number + 1, 1, len(line))), params))
    return found
