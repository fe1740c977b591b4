"""YAML bytes in, documents out: the one reader. A fast pass builds the data; an inspection runs only where it must."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from yaml import YAMLError
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from wuwu.diagnostics import Place, Problem, Result, Severity
from wuwu.source.document import Document
from wuwu.source.encoding import decode, is_office_name, office_file
from wuwu.source.events import MAX_DEPTH, NULLS, NextEvent, is_null, next_event

MAX_BYTES = 256 * 1024 * 1024
"""The largest file that is read."""

# What the fast pass does not look at: anchors, aliases and tags; a full-width comma or colon beside a field's name; a # that
# cuts a text; full-width blanks and brackets; escapes; characters that libyaml takes for line ends. Most files lack the very
# sign, which is cheaper to see than to search for; a false alarm costs one more pass and nothing else.
_DOUBTS = {
    "&": re.compile(r"&(?<![^\s\[\]{},:]&)"),
    "*": re.compile(r"\*(?<![^\s\[\]{},:]\*)"),
    "!": re.compile(r"!(?<![^\s\[\]{},:]!)"),
    "：": re.compile("：(?<=[a-z_ ]：)"),
    "，": re.compile(r"，(?=\s*[a-z_]+\s*[:：])"),
    "#": re.compile(r"#(?<=[ \t]#)(?=\S)"),
}
_DOUBTFUL_CHARACTERS = ("\\", "\u3000", "\u00a0", "\x85", "\u2028", "\u2029", "\ufeff", "｛", "［")


class _Odd(Exception):
    """The fast pass met what only the inspection can explain."""


def parse_document(raw: bytes, name: str) -> Result[Document]:
    """The document in `raw`, shown as `name`, and every problem that can be found, each with its place.

    Every scalar stays text; plain empty, `~` and `null` are None. What the data should hold is not judged here. Where only
    entries of a list are broken, the value is the document without them, all else standing where it does.
    """
    if len(raw) > MAX_BYTES:
        return Result(None, (too_large(name),))
    decoded = decode(raw, name)
    text, notes = decoded.value, decoded.problems
    if text is None:
        return Result(None, notes)
    odd: list[str] = []
    try:
        data = _build(text, odd)
    except (YAMLError, _Odd):
        data = None
    if type(data) is not dict and is_office_name(name):
        return Result(None, (office_file(name),))
    if data is not None and not odd and not _is_doubtful(text):
        return Result(Document(name, raw, text, data, notes), notes)
    from wuwu.source.inspection import inspect, leave_out  # most runs never need it

    found = inspect(text, name)
    if data is None and all(each.severity is not Severity.ERROR for each in found):  # as it should never be
        found = (Problem("yaml-syntax", Place(name), {"detail": ""}), *found)
    if all(each.severity is not Severity.ERROR for each in found):
        notes = (*notes, *found)
        return Result(Document(name, raw, text, data, notes), notes)
    problems = (*found, *notes)
    rest = leave_out(text, found)
    with suppress(YAMLError, _Odd):
        if rest is not None and isinstance(data := _build(rest, []), dict):
            return Result(Document(name, raw, rest, data), problems)
    return Result(None, problems)


def peek(raw: bytes, keys: Iterable[str], name: str = "") -> dict[str, str]:
    """The texts under some keys at the top of a document, read no further than needed; a fault only ends the search."""
    missing = set(keys)
    found: dict[str, str] = {}
    following = next_event(decode(raw, name).value or "")
    try:
        following(), following()
        if not isinstance(following(), MappingStartEvent):
            return found
        while missing and isinstance(key := following(), ScalarEvent):
            value = following()
            if not isinstance(value, ScalarEvent):
                _skip(following)
            elif key.value in missing:
                missing.remove(key.value)
                if not is_null(value):
                    found[key.value] = value.value
    except YAMLError:
        pass  # whoever reads the whole file reports it
    return found


def too_large(name: str) -> Problem:
    """The problem of a file that is larger than MAX_BYTES."""
    return Problem("file-too-large", Place(name), {"limit": MAX_BYTES // 1024 // 1024})


def _build(text: str, odd: list[str]) -> Any:
    following = next_event(text)
    following()
    start = following()
    if isinstance(start, StreamEndEvent):
        raise _Odd
    if start.version or start.tags:
        odd.append("%")
    root = following()
    kind = type(root)
    if kind in _BUILDERS:
        data = _BUILDERS[kind](following, 1, odd)
    elif kind is ScalarEvent and not is_null(root):
        data = root.value
        odd.append(data)  # most often a file whose colons are all wrong
    else:
        raise _Odd
    following()
    if not isinstance(following(), StreamEndEvent):
        raise _Odd
    return data


# The two functions below see every value of every file, and so are written for speed: no marks, no calls that a
# comparison of classes can spare. They call each other at most MAX_DEPTH deep.
def _mapping(following: NextEvent, depth: int, odd: list[str]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    while type(event := following()) is ScalarEvent:
        key = event.value
        if key in data or (key in NULLS and not event.style):
            raise _Odd
        event = following()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if value in NULLS and not event.style:
                if not value:
                    odd.append(key)  # a key without a colon looks the same
                value = None
            data[key] = value
        elif kind in _BUILDERS and depth < MAX_DEPTH:
            data[key] = _BUILDERS[kind](following, depth + 1, odd)
        else:
            raise _Odd
    if type(event) is MappingEndEvent:
        return data
    raise _Odd


def _sequence(following: NextEvent, depth: int, odd: list[str]) -> list[Any]:
    data: list[Any] = []
    while (kind := type(event := following())) is not SequenceEndEvent:
        if kind is ScalarEvent:
            value = event.value
            data.append(None if value in NULLS and not event.style else value)
        elif kind in _BUILDERS and depth < MAX_DEPTH:
            data.append(_BUILDERS[kind](following, depth + 1, odd))
        else:
            raise _Odd
    return data


_BUILDERS: dict[type[Any], Callable[[NextEvent, int, list[str]], Any]] = {
    MappingStartEvent: _mapping,
    SequenceStartEvent: _sequence,
}


def _is_doubtful(text: str) -> bool:
    return any(each in text for each in _DOUBTFUL_CHARACTERS) or any(
        sign in text and doubt.search(text) for sign, doubt in _DOUBTS.items()
    )


def _skip(following: NextEvent) -> None:
    depth = 1
    while depth:
        event = following()
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            depth -= 1
