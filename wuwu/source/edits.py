"""A document and new values for some of its scalars in, the file with these and nothing else changed out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from wuwu.source.document import Document, KeyPath, split_lines
from wuwu.source.encoding import encode_like


def replace_scalars(document: Document, values: Mapping[tuple[str | int, ...], str]) -> bytes:
    """The file of a document with the scalars at these paths written anew: its encoding, line ends and remarks stay.

    Every path leads to a scalar that stands on one line, and what is written in its place is plain YAML.
    """
    text = document.text
    starts = _line_starts(text)
    spots = {path: _offset(document, path, starts) for path in values}
    for path, (start, end) in sorted(spots.items(), key=lambda each: -each[1][0]):
        text = text[:start] + values[path] + text[end:]
    return encode_like(text, document.raw)


def _offset(document: Document, path: KeyPath, starts: list[int]) -> tuple[int, int]:
    place = document.place(path)
    if place.line is None or place.column is None:
        raise AssertionError("a value of a document has a place")
    start = starts[place.line - 1] + place.column - 1
    return start, start + place.length


def _line_starts(text: str) -> list[int]:
    lengths = []
    rest = 0
    for line in split_lines(text):
        rest += len(line)
        end = 2 if text.startswith("\r\n", rest) else 1
        lengths.append(len(line) + end)
        rest += end
    return [0, *accumulate(lengths)]
