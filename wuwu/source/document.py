"""A YAML file after reading: plain data, and on demand the place of every value in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from wuwu.diagnostics import Place, Problem
from wuwu.source.events import NextEvent, next_event

KeyPath: TypeAlias = Sequence[str | int]
"""The way to a value: keys of mappings and indices of sequences, from the root."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class TextSpan(NamedTuple):
    """Where something stands on one line: line and column from 1, length in characters (at least 1)."""

    line: int
    column: int
    length: int


class YamlNode(NamedTuple):
    """A value's span, with the nodes under it; `keys` holds the spans of a mapping's keys."""

    span: TextSpan
    children: dict[str | int, YamlNode]
    keys: dict[str | int, TextSpan]


@dataclass(frozen=True, eq=False)
class Document:
    """One YAML file: its bytes, its text and its data, in which every scalar is text or None."""

    name: str
    """The file as messages show it."""
    raw: bytes = field(repr=False)
    text: str = field(repr=False)
    data: Any
    """dict, list, str and None only."""
    notes: tuple[Problem, ...] = ()
    """Warnings and notes of the reading; never errors."""
    other_names: Mapping[str, Sequence[str]] = field(default_factory=dict, repr=False)
    """What a key of the data may be called in the text instead."""

    @cached_property
    def sha256(self) -> str:
        """The file's SHA-256 in hexadecimal."""
        from hashlib import sha256  # only results name it, and its import is not free

        return sha256(self.raw).hexdigest()

    def place(self, path: KeyPath = (), part: Literal["value", "key"] = "value") -> Place:
        """The place of the value at `path`, or of its key; of the nearest value above when there is none."""
        if not self.text:  # data that stand in no file
            return Place(self.name)
        node = self._marks
        span = node.span
        for wanted in path:
            step = self._as_written(node, wanted)
            child = node.children.get(step)
            if child is None:
                return self._at(node.span)
            span = node.keys.get(step, child.span) if part == "key" else child.span
            node = child
        return self._at(span)

    def _as_written(self, node: YamlNode, step: str | int) -> str | int:
        if step in node.children or not isinstance(step, str):
            return step
        return next((name for name in self.other_names.get(step, ()) if name in node.children), step)

    def _at(self, span: TextSpan) -> Place:
        return place_at(self.name, self.lines, span)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return split_lines(self.text)

    @cached_property
    def _marks(self) -> YamlNode:
        # The data is built without marks, because most files are never complained about: this is the second reading.
        following = next_event(self.text)
        following(), following()
        return _node(following(), following, self.lines)

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in self.__dict__.items() if not key.startswith("_") and key != "lines"}


def hold_data(data: object, name: str) -> Document:
    """A document of plain data that stand in no file: dicts, lists, texts, numbers, dates and flags. `name` stands for the file."""
    return Document(name, b"", "", _as_text(data))


def _as_text(value: object) -> object:
    """Plain data as a file holds it: every scalar as text."""
    match value:
        case Mapping():
            return {str(key): _as_text(each) for key, each in value.items()}
        case list() | tuple():
            return [_as_text(each) for each in value]
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case float():
            # the shortest text that means this float is what its writer saw
            return format(Decimal(repr(value)), "f")
        case date():
            return value.isoformat()
        case None | str():
            return value
    return str(value)


def split_lines(text: str) -> list[str]:
    """The lines of a text, by the line ends of YAML only (a form feed or U+2028 ends no line)."""
    return _LINE_END.split(text)


def place_at(name: str, lines: Sequence[str], span: TextSpan) -> Place:
    """The place of a span in the file `name`, with its line as the excerpt."""
    excerpt = lines[span.line - 1] if span.line <= len(lines) else ""
    return Place(name, span.line, span.column, span.length, excerpt)


def span_of(event: Any, lines: Sequence[str]) -> TextSpan:
    """The span of an event; of a text over several lines, what stands on the first."""
    start, end = event.start_mark, event.end_mark
    stop = end.column if end.line == start.line else len(lines[start.line].rstrip())
    return TextSpan(start.line + 1, start.column + 1, max(1, stop - start.column))


def _node(event: Any, following: NextEvent, lines: list[str]) -> YamlNode:
    if isinstance(event, ScalarEvent):
        return YamlNode(span_of(event, lines), {}, {})
    children: dict[str | int, YamlNode] = {}
    keys: dict[str | int, TextSpan] = {}
    if isinstance(event, SequenceStartEvent):
        while not isinstance(inner := following(), SequenceEndEvent):
            children[len(children)] = _node(inner, following, lines)
    elif isinstance(event, MappingStartEvent):
        while not isinstance(key := following(), MappingEndEvent):
            keys[key.value] = span_of(key, lines)
            children[key.value] = _node(following(), following, lines)
    mark = event.start_mark
    opening = TextSpan(mark.line + 1, mark.column + 1, 1)
    # A mapping in block style has no bracket to point at: it starts where its first key does.
    first = opening if event.flow_style else next(iter(keys.values()), opening)
    return YamlNode(first, children, keys)
