"""YAML text in, the problems of its structure out, as far as the parser gets: the slow look, with the place of everything."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)

from wuwu.diagnostics import Problem, Severity
from wuwu.source.dashes import BARE_DASH
from wuwu.source.document import TextSpan, place_at, span_of, split_lines
from wuwu.source.events import MAX_DEPTH, is_null, is_plain, next_event
from wuwu.source.nesting import find_too_deep
from wuwu.source.preamble import find_directives
from wuwu.source.separators import WIDE_BLANKS, WIDE_OPENING, code_point, misspelt_separators, wide_signs
from wuwu.source.syntax import explain

# U+0085, U+2028 and U+2029 end a line for libyaml and for nobody's editor; U+FEFF inside a text is invisible.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NAME_THEN_COLON = re.compile(r"\s*(?P<key>[^\W\d][\w.-]*)\s*(?P<colon>：|[=＝]|:(?!//))")
_SWALLOWED_FIELD = re.compile(r"，(?=\s*[a-z_]+\s*[:：])")
_FIELD_AT_START = re.compile(r"\s*[a-z_]+ *(?P<colon>：)")
_WIDE_ENTRY = re.compile(rf"{WIDE_OPENING}\s*[a-z_]+\s*[:：]")
_WIDE_OPENING = re.compile(WIDE_OPENING)
_GROUPED_NUMBER = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![\w.])")
_HASH_IN_VALUE = re.compile(r"[ \t]+(?P<hash>#)(?=\S)")
_SIGNED = {sign: re.compile(rf"{sign}\S*") for sign in "&!"}


@dataclass
class _Frame:
    """A mapping or sequence that the inspection is inside of."""

    start: Any
    """The event that began it."""
    keys: dict[str, TextSpan] = field(default_factory=dict)
    key: Any = None
    """The event of the key whose value comes next."""
    doubled: list[tuple[str, TextSpan]] = field(default_factory=list)
    """The keys that stand there already, in their order."""
    is_entry: bool = False
    """Whether it is one of a list."""

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.start, MappingStartEvent)

    @property
    def in_flow(self) -> bool:
        return bool(self.start.flow_style)

    @property
    def awaits_key(self) -> bool:
        return self.is_mapping and self.key is None


class MarkedPass:
    """One look at a text, as far as the parser gets: `problems` met on the way, and in `explained` why it got no further."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.lines = split_lines(text)
        self.problems: list[Problem] = []
        self.frames: list[_Frame] = []
        self.documents = 0
        self.passed = 0
        self.explained: list[Problem] = []
        """Why the parser could not go on to the end."""
        self.stopped = 0
        """The line, from 0, where it gave up then."""
        self.grouped: dict[int, list[re.Match[str]]] = {}
        self.last: Any = None
        self.root: Any = None
        self.controls = len(_CONTROL.findall(text))
        # The rest of the text can still be checked, so what stands in for a control character is as wide.
        self.text = _CONTROL.sub("x", text) if self.controls else text

    def run(self) -> None:
        """Look at the text, once."""
        if self.controls:
            self._report_control()
        following = next_event(self.text)
        try:
            while self._take(following()):
                pass
        except YAMLError as error:
            for frame in self.frames:
                self._report_doubled(frame)
            # Where characters were replaced, the parser may only stumble over the replacement.
            if not self.controls:
                self.explained = self._explain(error)

    @property
    def understood(self) -> int:
        """The line, from 0, on which the last key or value that was understood begins."""
        return self.last.start_mark.line if self.last else 0

    def _explain(self, error: YAMLError) -> list[Problem]:
        stop: Any = getattr(error, "problem_mark", None)
        self.stopped = stop.line if stop else 0
        if stop and "nesting depth" in str(error):
            index = find_too_deep(self.text, self.passed, stop.index, MAX_DEPTH - len(self.frames))
            line = stop.line - len(split_lines(self.text[index : stop.index])) + 1
            column = index - max(self.text.rfind(end, 0, index) for end in "\r\n")
            place = place_at(self.name, self.lines, TextSpan(line + 1, column, 1))
            return [Problem("too-deep", place, {"limit": MAX_DEPTH})]
        around = self.frames[-1].start if self.frames else None
        lines = range(self.last.end_mark.line if self.last else 0, min(stop.line + 1, len(self.lines)) if stop else 0)
        return find_directives(self.lines, lines, self.name) or explain(error, self.last, around, self.lines, self.name)

    def _take(self, event: Any) -> bool:
        """Look at one event; False when the rest is not worth looking at."""
        self.passed = event.end_mark.index
        if isinstance(event, StreamEndEvent):
            self._check_root()
            return False
        if isinstance(event, DocumentStartEvent):
            return self._take_document(event)
        if isinstance(event, CollectionEndEvent):
            self._report_doubled(self.frames[-1])
            self.frames.pop()
        elif isinstance(event, NodeEvent):
            self.last = event
            return self._take_node(event)
        return True

    def _take_document(self, event: Any) -> bool:
        self.documents += 1
        if self.documents > 1:
            self._report("several-documents", span_of(event, self.lines))
            return False
        if event.version or event.tags:
            lines = range(event.start_mark.line, event.end_mark.line + 1)
            self.problems += find_directives(self.lines, lines, self.name)
        return True

    def _take_node(self, event: Any) -> bool:
        self._check_properties(event)
        frame = self.frames[-1] if self.frames else None
        if frame is None:
            self.root = event
        elif frame.awaits_key:
            self._check_key(frame, event)
            frame.key = event
        else:
            self._check_value(frame, event)
            frame.key = None
        if isinstance(event, CollectionStartEvent):
            if len(self.frames) == MAX_DEPTH:
                self._report("too-deep", self._start(event), limit=MAX_DEPTH)
                return False
            self.frames.append(_Frame(event, is_entry=frame is not None and not frame.is_mapping))
        return True

    def _check_properties(self, event: Any) -> None:
        """No anchors, aliases and tags: nobody at a desk writes them on purpose. No control characters by escape."""
        if isinstance(event, AliasEvent):
            self._report("alias", span_of(event, self.lines))
            return
        mark = event.start_mark
        for code, value in (("anchor", event.anchor), ("tag", event.tag)):
            if value is not None:
                sign = _SIGNED["&" if code == "anchor" else "!"].search(self.lines[mark.line], mark.column)
                if sign is not None:
                    self._report(code, TextSpan(mark.line + 1, sign.start() + 1, len(sign[0])))
        if isinstance(event, ScalarEvent) and event.style == '"' and (control := _CONTROL.search(event.value)):
            self._report("control-character", span_of(event, self.lines), char=code_point(control[0]), count=1)
        if is_plain(event) and _WIDE_ENTRY.match(event.value):
            self.problems += wide_signs(self.lines, mark.line, mark.column, self.name)
        end = event.end_mark
        if is_plain(event) and (remark := _HASH_IN_VALUE.match(self.text, end.index)):
            column = end.column + remark.start("hash") - end.index
            self._warn("hash-in-value", TextSpan(end.line + 1, column + 1, 1))

    def _check_root(self) -> None:
        root = self.root
        if root is None or is_null(root):
            if not self.problems:
                self._report("empty-file", TextSpan(1, 1, 1))
        elif is_plain(root):
            lines = range(root.start_mark.line, root.end_mark.line + 1)
            self.problems += misspelt_separators(self.lines, lines, self.name)

    def _check_key(self, frame: _Frame, event: Any) -> None:
        if isinstance(event, CollectionStartEvent):
            self._report("complex-key", self._start(event))
        elif isinstance(event, ScalarEvent):
            span = span_of(event, self.lines)
            key = event.value
            if is_null(event):
                self._report("empty-key", span)
            elif not event.style and key.startswith(("-{", "-[")):
                self._report("missing-blank-after-dash", TextSpan(span.line, span.column, 1))
            elif key in frame.keys and not self._grouped_number(span):
                if not event.style and BARE_DASH.match(f"{key}:"):
                    self._report("missing-blank-after-dash", TextSpan(span.line, span.column, 1))
                else:
                    frame.doubled.append((key, span))
            else:
                frame.keys[key] = span
            if not event.style and key != (bare := key.strip(WIDE_BLANKS)):
                offset = 0 if key[0] in WIDE_BLANKS else len(key.rstrip(WIDE_BLANKS))
                self._report("full-width-blank", TextSpan(span.line, span.column + offset, len(key) - len(bare)))
            if not event.style and _WIDE_OPENING.match(self.lines[span.line - 1], span.column - 1):
                self.problems += wide_signs(self.lines, span.line - 1, span.column - 1, self.name)

    def _report_doubled(self, frame: _Frame) -> None:
        """Each key that is given twice; where the fields begin anew, that a second entry or a second document begins."""
        first = next(iter(frame.keys), None)
        keys = [key for key, _ in frame.doubled]
        restarts = not frame.in_flow and len(set(keys)) > 1 and keys[0] == first
        for key, span in frame.doubled:
            other = frame.keys[key]
            related = (place_at(self.name, self.lines, other),)
            place = place_at(self.name, self.lines, span)
            if restarts and (frame.is_entry or frame is self.frames[0]):
                if key == first:
                    code = "missing-dash" if frame.is_entry else "several-documents"
                    self.problems.append(Problem(code, place, {}, related=() if frame.is_entry else related))
            else:
                params = {"key": key, "first_line": other.line}
                self.problems.append(Problem("duplicate-key", place, params, related=related))

    def _check_value(self, frame: _Frame, event: Any) -> None:
        if is_plain(event) and event.value:
            self._check_swallowed(frame, event)
        elif is_plain(event) and isinstance(frame.key, ScalarEvent):
            key: Any = frame.key
            between = self.text[key.end_mark.index : event.start_mark.index]
            if ":" not in between:
                self._report_lone_key(key)

    def _report_lone_key(self, key: Any) -> None:
        """A key that no colon follows: its colon is full-width or lacks its blank, or it is the rest of a text."""
        span = span_of(key, self.lines)
        if number := self._grouped_number(span):
            # every further group is a key too, but one mistake of the person's
            if span.column == number.start() + number[0].index(",") + 2:
                plain = number[0].replace(",", "")
                self._report("thousands-comma", TextSpan(span.line, number.start() + 1, len(number[0])), instead=plain)
            return
        separator = None if key.style else _NAME_THEN_COLON.match(key.value)
        if separator is None:
            self._report("key-without-colon", span, key=key.value)
            return
        column = span.column + separator.start("colon")
        after = self.lines[span.line - 1][column : column + 1]
        if separator["colon"] == ":" and after in tuple(WIDE_BLANKS):
            self._report("full-width-blank", TextSpan(span.line, column + 1, 1))
            return
        code = {"：": "full-width-colon", ":": "missing-blank"}.get(separator["colon"], "equals-sign")
        self._report(code, TextSpan(span.line, column, 1), key=separator["key"])
        if code == "full-width-colon":  # a habit: the other signs of the entry are like it
            self.problems += wide_signs(self.lines, span.line - 1, column, self.name)

    def _grouped_number(self, span: TextSpan) -> re.Match[str] | None:
        """The number with thousands commas, like 3,000, that the text at `span` is a group of."""
        groups = self.grouped.get(span.line)
        if groups is None:
            groups = self.grouped[span.line] = list(_GROUPED_NUMBER.finditer(self.lines[span.line - 1]))
        before = bisect_left(groups, span.column - 1, key=re.Match.start) - 1
        return groups[before] if before >= 0 and span.column - 1 < groups[before].end() else None

    def _check_swallowed(self, frame: _Frame, event: Any) -> None:
        """Warn of a text that seems to have a field of its own inside, after full-width punctuation."""
        start, end = event.start_mark, event.end_mark
        for number in range(start.line, end.line + 1):
            first = start.column if number == start.line else 0
            text = self.lines[number][first : end.column if number == end.line else None]
            if frame.in_flow:
                for comma in _SWALLOWED_FIELD.finditer(text):
                    self._warn("suspicious-comma", TextSpan(number + 1, first + comma.start() + 1, 1))
            colon = _FIELD_AT_START.match(text)
            if colon and (number > start.line or not frame.is_mapping):
                self._warn("suspicious-colon", TextSpan(number + 1, first + colon.start("colon") + 1, 1))

    def _report_control(self) -> None:
        for number, line in enumerate(self.lines, 1):
            if found := _CONTROL.search(line):
                span = TextSpan(number, found.start() + 1, 1)
                self._report("control-character", span, char=code_point(found[0]), count=self.controls)
                return

    def _start(self, event: Any) -> TextSpan:
        return TextSpan(event.start_mark.line + 1, event.start_mark.column + 1, 1)

    def _report(self, code: str, span: TextSpan, **params: object) -> None:
        self.problems.append(Problem(code, place_at(self.name, self.lines, span), params))

    def _warn(self, code: str, span: TextSpan) -> None:
        self.problems.append(Problem(code, place_at(self.name, self.lines, span), {}, Severity.WARNING))
