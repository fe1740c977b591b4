"""A syntax error of the YAML parser in, the human slip behind it out, with a code of its own and at its own place.

The parser says where it gave up, which is often a line after the slip, and in words for programmers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from yaml import YAMLError
from yaml.events import MappingStartEvent, ScalarEvent

from wuwu.diagnostics import Problem
from wuwu.source.dashes import begins_entry, find_dash_slips
from wuwu.source.document import TextSpan, place_at
from wuwu.source.separators import WIDE_OPENING, misspelt_separators, wide_signs

_PLAIN_FIELD = re.compile(r"(?:^[ ]*(?:-[ ]+)*|[{,][ ]*)[a-z][a-z_]*[ ]*(?P<full>：)")
_INDENTED_BY_TAB = re.compile(r"[ ]*(?P<tab>\t)")
_REMARK = re.compile(r"(?<=\s)#")
_QUOTED = re.compile(r"""(?<=[\s:,\[{])(?:"[^"]*"|'[^']*')""")
_LAST_NAME = re.compile(r"\s(?P<name>[a-z_]+)$")
_WIDE_OPENING = re.compile(f"(?<![^ :,{{[]){WIDE_OPENING}")
_CLOSING = {"{": "}", "[": "]"}


@dataclass(frozen=True)
class _Stumble:
    """Where the parser gave up, and what is around it; lines and columns from 0 as the parser counts them."""

    problem: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int
    last: Any
    """The value before, None at the start."""
    around: Any
    """The start of the innermost mapping or sequence, None outside of any."""
    lines: Sequence[str]
    name: str

    @property
    def rest(self) -> str:
        """The text of the line from where the parser gave up."""
        return self.lines[self.line][self.column :]

    @property
    def awaits_key(self) -> bool:
        """Whether the value before may have been meant as the first field of a mapping."""
        return isinstance(self.last, ScalarEvent) and not isinstance(self.around, MappingStartEvent)

    @property
    def opening(self) -> str:
        """The character at the start of the construct that was being read."""
        return self.lines[self.context_line][self.context_column : self.context_column + 1]

    def report(self, code: str, line: int, column: int, length: int = 1, **params: object) -> list[Problem]:
        """One problem at a place counted from 0."""
        span = TextSpan(line + 1, column + 1, max(1, length))
        return [Problem(code, place_at(self.name, self.lines, span), params)]


def explain(error: YAMLError, last: Any, around: Any, lines: Sequence[str], name: str) -> list[Problem]:
    """The problems behind a syntax error (at least one).

    `last` is the event of the value before it, `around` the start of the innermost collection that is still open;
    either may be None.
    """
    stop: Any = getattr(error, "problem_mark", None)
    context: Any = getattr(error, "context_mark", None) or stop
    stumble = _Stumble(
        problem=getattr(error, "problem", None) or str(error),
        context=getattr(error, "context", None) or "",
        line=min(stop.line, len(lines) - 1) if stop else 0,
        column=stop.column if stop else 0,
        context_line=context.line if context else 0,
        context_column=context.column if context else 0,
        last=last,
        around=around,
        lines=lines,
        name=name,
    )
    first = min(stumble.last.start_mark.line if stumble.last else 0, stumble.context_line, stumble.line)
    if found := find_dash_slips(lines, first, stumble.line, name):
        return found
    for signs, explanation in _EXPLANATIONS:
        if any(sign in stumble.problem or sign in stumble.context for sign in signs) and (
            found := explanation(stumble)
        ):
            return found
    return stumble.report("yaml-syntax", stumble.line, stumble.column, detail=stumble.problem)


def _separators(stumble: _Stumble) -> list[Problem]:
    """Misspelt separators from the last good value to the stop; if any, the other full-width ones of the file too."""
    first = min(stumble.last.start_mark.line if stumble.last else 0, stumble.context_line)
    found = misspelt_separators(stumble.lines, range(first, stumble.line + 1), stumble.name)
    if any(each.code == "full-width-colon" for each in found):
        for number in range(stumble.line + 1, len(stumble.lines)):
            for field in _PLAIN_FIELD.finditer(stumble.lines[number]):
                key = field[0].strip(" -{,：")
                found += stumble.report("full-width-colon", number, field.start("full"), key=key)
    return found


def _explain_tab(stumble: _Stumble) -> list[Problem]:
    tab = _INDENTED_BY_TAB.match(stumble.lines[stumble.line])
    return stumble.report("tab-indentation", stumble.line, tab.start("tab")) if tab else []


def _explain_colon(stumble: _Stumble) -> list[Problem]:
    """A colon where none may stand."""
    found = _explain_tab(stumble) or _separators(stumble)
    if found:
        return found
    before = stumble.lines[stumble.line][: stumble.column]
    if bracket := _WIDE_OPENING.search(before):
        return wide_signs(stumble.lines, stumble.line, bracket.start(), stumble.name)
    if re.search(r":\s", before):
        return stumble.report("colon-in-value", stumble.line, stumble.column)
    if stumble.awaits_key and stumble.last.start_mark.line < stumble.line:
        mark = stumble.last.start_mark
        text = stumble.lines[mark.line].rstrip()
        return stumble.report("missing-colon", mark.line, mark.column, len(text) - mark.column)
    return _explain_indentation(stumble)


def _explain_missing_colon(stumble: _Stumble) -> list[Problem]:
    """A line that should be a field and has no colon."""
    text = stumble.lines[stumble.context_line].rstrip()
    return (
        _explain_tab(stumble)
        or _separators(stumble)
        or stumble.report(
            "missing-colon", stumble.context_line, stumble.context_column, len(text) - stumble.context_column
        )
    )


def _explain_block(stumble: _Stumble) -> list[Problem]:
    """Something that fits into no mapping or list around it."""
    if found := _explain_tab(stumble):
        return found
    if stumble.rest.startswith(":"):
        return stumble.report("empty-key", stumble.line, stumble.column)
    if stumble.rest[:1] in tuple("]}"):
        return stumble.report("stray-bracket", stumble.line, stumble.column, bracket=stumble.rest[0])
    if _follows_quote(stumble):
        return stumble.report("text-after-quote", stumble.line, stumble.column, len(stumble.rest.rstrip()))
    before = _line(stumble)[: stumble.column]
    if stumble.rest.strip() and before.rstrip().endswith(("}", "]")):
        return stumble.report("text-after-bracket", stumble.line, stumble.column, len(stumble.rest.rstrip()))
    if not before.strip() and begins_entry(stumble.lines, stumble.line, stumble.column):
        return stumble.report("missing-dash", stumble.line, stumble.column)
    if re.match(r"-[^\s-]", stumble.rest):
        return stumble.report("missing-blank-after-dash", stumble.line, stumble.column)
    if stumble.line and stumble.lines[stumble.line - 1].rstrip() == "...":
        return stumble.report("several-documents", stumble.line, stumble.column)
    return _separators(stumble) or _explain_indentation(stumble)


def _explain_indentation(stumble: _Stumble) -> list[Problem]:
    line = stumble.lines[stumble.line]
    start = len(line) - len(line.lstrip(" "))
    key = re.split(r":(?=\s|$)", line[start:].rstrip(), maxsplit=1)[0]
    return stumble.report("wrong-indentation", stumble.line, start, len(key))


def _explain_flow(stumble: _Stumble) -> list[Problem]:
    """Inside brackets something else than a comma or the closing bracket."""
    found: list[Problem] = []
    for number in range(stumble.context_line, stumble.line + 1):
        first = stumble.context_column if number == stumble.context_line else 0
        # Past the stop on its own line: one slip is often made several times in an entry.
        found += wide_signs(stumble.lines, number, first, stumble.name)
    if found := found or _hash_in_entry(stumble, stumble.context_line, stumble.context_column):
        return found
    closing = _CLOSING.get(stumble.opening, "}")
    here = stumble.rest[:1]
    if here in tuple("]}"):
        return stumble.report("wrong-bracket", stumble.line, stumble.column, bracket=here, opening=stumble.opening)
    if stumble.line > stumble.context_line and _line(stumble).count(closing) <= _line(stumble).count(stumble.opening):
        return stumble.report(
            "unclosed-bracket", stumble.context_line, stumble.context_column, bracket=stumble.opening, closing=closing
        )
    return _explain_missing_comma(stumble)


def _hash_in_entry(stumble: _Stumble, line: int, column: int) -> list[Problem]:
    """The first # between an opening bracket and the stop that makes a remark of what follows it, bracket and all."""
    for number in range(line, stumble.line + 1):
        text = _QUOTED.sub(lambda quoted: '"' * len(quoted[0]), stumble.lines[number])
        remark = _REMARK.search(text, column if number == line else 0)
        if remark and text[: remark.start()].strip():
            return stumble.report("hash-in-value", number, remark.start())
    return []


def _explain_missing_comma(stumble: _Stumble) -> list[Problem]:
    if stumble.rest.startswith(":"):
        before = _line(stumble)[: stumble.column].rstrip()
        start = stumble.last.start_mark
        name = _LAST_NAME.search(before)
        if name and (start.line, start.column) < (stumble.line, name.start("name")):
            return stumble.report("missing-comma", stumble.line, name.start("name"), len(name["name"]))
        return stumble.report("colon-in-value", stumble.line, stumble.column)
    if _follows_quote(stumble) and stumble.last.end_mark.column == stumble.column:
        return stumble.report("text-after-quote", stumble.line, stumble.column)
    touched = _line(stumble)[: stumble.column][-1:]
    if stumble.rest[:1] in tuple(_CLOSING) and touched not in tuple(" ,[{]}"):  # as in the number of a document
        return stumble.report("bracket-in-value", stumble.line, stumble.column, bracket=stumble.rest[0])
    return stumble.report("missing-comma", stumble.line, stumble.column)


def _explain_tight_colon(stumble: _Stumble) -> list[Problem]:
    """A name whose colon touches a comma or bracket, as where a field was left empty."""
    key = _line(stumble)[stumble.context_column : stumble.column]
    return stumble.report("missing-blank", stumble.line, stumble.column, key=key) if key else []


def _explain_nothing(stumble: _Stumble) -> list[Problem]:
    """Inside brackets no value where one should be."""
    here = stumble.rest[:1]
    if here == ":":
        return stumble.report("empty-key", stumble.line, stumble.column)
    if here == ",":
        return stumble.report("stray-comma", stumble.line, stumble.column)
    if here == "-":
        return stumble.report("reserved-character", stumble.line, stumble.column, char=here)
    if stumble.around is None or not stumble.around.flow_style:
        return (
            stumble.report("stray-bracket", stumble.line, stumble.column, bracket=here) if here in tuple("]}") else []
        )
    mark = stumble.around.start_mark
    if found := _hash_in_entry(stumble, mark.line, mark.column):
        return found
    opening = "{" if isinstance(stumble.around, MappingStartEvent) else "["
    if here in tuple("]}"):
        return stumble.report("wrong-bracket", stumble.line, stumble.column, bracket=here, opening=opening)
    return stumble.report("unclosed-bracket", mark.line, mark.column, bracket=opening, closing=_CLOSING[opening])


def _explain_open_quote(stumble: _Stumble) -> list[Problem]:
    return stumble.report("unclosed-quote", stumble.context_line, stumble.context_column, quote=stumble.opening)


def _explain_escape(stumble: _Stumble) -> list[Problem]:
    return stumble.report("bad-escape", stumble.line, stumble.column, 2 if stumble.rest.startswith("\\") else 1)


def _explain_sign(stumble: _Stumble) -> list[Problem]:
    """A text that begins with a sign that means something in YAML."""
    return _explain_tab(stumble) or stumble.report(
        "reserved-character", stumble.context_line, stumble.context_column, char=stumble.opening
    )


def _explain_dash(stumble: _Stumble) -> list[Problem]:
    return _explain_tab(stumble) or stumble.report("dash-after-key", stumble.line, stumble.column)


def _line(stumble: _Stumble) -> str:
    return stumble.lines[stumble.line]


def _follows_quote(stumble: _Stumble) -> bool:
    last = stumble.last
    return getattr(last, "style", None) in {"'", '"'} and bool(last.end_mark.line == stumble.line)


_EXPLANATIONS: tuple[tuple[tuple[str, ...], Callable[[_Stumble], list[Problem]]], ...] = (
    (("tab character",), _explain_tab),
    (("mapping values are not allowed",), _explain_colon),
    (("could not find expected ':'",), _explain_missing_colon),
    (("unexpected ':'",), _explain_tight_colon),
    (("expected ',' or",), _explain_flow),
    (("node content",), _explain_nothing),
    (("unexpected end of stream", "unexpected document"), _explain_open_quote),
    (("escape",), _explain_escape),
    (("cannot start any token", "an alias", "an anchor", "a tag", "undefined tag", "a block scalar"), _explain_sign),
    (("sequence entries are not allowed",), _explain_dash),
    (("expected key", "'-' indicator", "<block end>", "<document start>"), _explain_block),
)
"""What the parser says (in part), and the function that knows what it means; the first that fits is asked."""
