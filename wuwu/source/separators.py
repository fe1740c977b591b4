"""Lines in, the signs between fields out that are not what they should be.

Full-width colons, commas and brackets, equals signs, a colon without its blank, and what is no ordinary blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wuwu.diagnostics import Problem
from wuwu.source.document import TextSpan, place_at

WIDE_BLANKS = "\u3000\u00a0"
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
"""Characters that cannot be seen, as a class of a pattern."""

_ROUND, _ROUND_END = "（(【〔", "）)】〕"
WIDE_OPENING = rf"(?:[｛［]|[{_ROUND}](?=\s*[a-z_]+\s*[:：]))"
"""A bracket of another kind than YAML's that is meant to open an entry or a list, as a pattern."""

_LINE_OF_FIELD = re.compile(
    rf"""[ ]*(?:-[ ]+)*
    (?:(?P<field>[a-z_]+)[ ]*(?P<equals>[=＝])|
    (?P<key>"[^"]*"[ ]*|'[^']*'[ ]*|[^\s{{}}\[\]\#&*!|>'"%@`:：，-][^：:]*)
    (?:(?P<full>：)|(?P<bare>:)(?=\S)(?!//)|:(?P<blank>[{WIDE_BLANKS}])))""",
    re.VERBOSE,
)
_INDENTED_WIDE = re.compile(f"[ ]*(?P<blank>[{WIDE_BLANKS}]+)")
_INDENTED_UNSEEN = re.compile(f"[ ]*(?P<unseen>[{UNSEEN}])")
_CODES = {
    "blank": "full-width-blank",
    "unseen": "control-character",
    "equals": "equals-sign",
    "full": "full-width-colon",
    "bare": "missing-blank",
}
_QUOTED = re.compile(r"""(?<=[\s:,\[{])(?:"[^"]*"|'[^']*')""")
_WIDE_SIGN = re.compile(
    rf"""(?P<bracket>{WIDE_OPENING}|[｝］]|[{_ROUND_END}](?=\s*$))
    |(?P<comma>，)(?=\s*["']?(?:[a-z_]+["']?\s*[:：]|\w+["']?:\s))
    |(?:(?<=[{{,，｛{_ROUND}])|(?<=[{{,，｛{_ROUND}]\s))(?P<key>[a-z_]+)\s*(?P<colon>：)""",
    re.VERBOSE,
)


def wide_signs(lines: Sequence[str], number: int, first: int, name: str) -> list[Problem]:
    """A problem for each full-width bracket, comma and colon that parts the fields of an entry, on a line from a column on."""
    text = _QUOTED.sub(lambda quoted: '"' * len(quoted[0]), lines[number])
    problems: list[Problem] = []
    for sign in _WIDE_SIGN.finditer(text, first):
        part = sign.lastgroup or ""
        params = {"bracket": {"bracket": sign[0]}, "colon": {"key": sign["key"]}}.get(part, {})
        span = TextSpan(number + 1, sign.start(part) + 1, 1)
        problems.append(Problem(f"full-width-{part}", place_at(name, lines, span), params))
    return problems


def misspelt_separators(lines: Sequence[str], numbers: Iterable[int], name: str) -> list[Problem]:
    """A problem for each of these lines (from 0) whose field and value are parted by something else than a colon and a blank,
    or that is indented by something else than blanks.
    """
    problems: list[Problem] = []
    for number in numbers:
        line = lines[number]
        found = _INDENTED_WIDE.match(line) or _INDENTED_UNSEEN.match(line) or _LINE_OF_FIELD.match(line)
        if found is None:
            continue
        groups = found.groupdict()
        part = next(each for each in _CODES if groups.get(each))
        params: dict[str, object] = {"key": (groups.get("key") or groups.get("field") or "").strip(" \"'")}
        if part == "unseen":
            params = {"char": code_point(found[part]), "count": 1}
        span = TextSpan(number + 1, found.start(part) + 1, len(found[part]))
        problems.append(Problem(_CODES[part], place_at(name, lines, span), params))
    return problems


def code_point(character: str) -> str:
    """A character by its number, as U+200B."""
    return f"U+{ord(character):04X}"
