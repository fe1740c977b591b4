"""Text coverage: the quotes of a row account for its whole official text, word for word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from wuwu.checks.finding import error, warning
from wuwu.diagnostics import Place, Problem
from wuwu.identity import identity_of
from wuwu.messages import Phrase
from wuwu.rubric.declared import Item, Rubric
from wuwu.rubric.plan import Plan
from wuwu.source.document import Document, TextSpan, place_at

_SENTENCE = re.compile(r"[^。；]+")


class Tally(NamedTuple):
    """How many characters (punctuation aside) or sentences of the official text are quoted, marked unscored, or left."""

    quoted: int
    unscored: int
    left: int


class Coverage(NamedTuple):
    """What accounts for the official texts, by characters and by sentences."""

    characters: Tally
    sentences: Tally


class _Marks(NamedTuple):
    """For every character of a text whether a quote covers it, and whether an `unscored` fragment does."""

    quoted: list[bool]
    marked: list[bool]


def check_coverage(plan: Plan) -> Iterator[Problem]:
    """Quotes that are no fragment of the text or several, and what of the text nobody quotes."""
    rubric = plan.rubric
    for item in rubric.items():
        yield from _strays(rubric, item)
        yield from _leftovers(rubric, item)


def measure_coverage(rubric: Rubric) -> Coverage:
    """How much of all official texts is quoted, marked and left."""
    characters, sentences = [0, 0, 0], [0, 0, 0]
    for item in rubric.items():
        marks = _marks(item)
        for sentence in _SENTENCE.finditer(item.text):
            fates = [_fate(marks, place) for place in range(*sentence.span()) if _speaks(item.text[place])]
            for fate in fates:
                characters[fate] += 1
            if fates:
                # a sentence with a gap is a gap; one that is quoted in part and marked in part is quoted
                sentences[2 if 2 in fates else min(fates)] += 1
    return Coverage(Tally(*characters), Tally(*sentences))


def _fate(marks: _Marks, place: int) -> int:
    return 0 if marks.quoted[place] else 1 if marks.marked[place] else 2


def _speaks(character: str) -> bool:
    """Whether a character says anything: punctuation, blanks and the like do not."""
    return unicodedata.category(character)[0] not in "PZC"


def _marks(item: Item) -> _Marks:
    quoted, marked = [False] * len(item.text), [False] * len(item.text)
    for declared in (*item.measures, *item.all_rules()):
        for quote in declared.quote:
            _mark(quoted, item.text, quote)
    for fragment in item.unscored:
        _mark(marked, item.text, fragment.text)
    return _Marks(quoted, marked)


def _mark(marks: list[bool], text: str, fragment: str) -> None:
    start, end = _find_alike(text, fragment)
    marks[start:end] = [True] * (end - start)


def _find_alike(text: str, fragment: str) -> tuple[int, int]:
    """Where a fragment stands in a text, else what only looks like it; (0, 0) where neither does."""
    start = text.find(fragment)
    if start >= 0:
        return start, start + len(fragment)
    folded, places = _fold(text)
    sought, _ = _fold(fragment)
    start = folded.find(sought)
    return (places[start], places[start + len(sought) - 1] + 1) if sought and start >= 0 else (0, 0)


def _fold(text: str) -> tuple[str, list[int]]:
    """A text without the differences that hardly can be seen, and where each of its characters comes from."""
    folded = [(each, place) for place, character in enumerate(text) for each in identity_of(character)]
    return "".join(each for each, _ in folded), [place for _, place in folded]


def _strays(rubric: Rubric, item: Item) -> Iterator[Problem]:
    for declared in (*item.measures, *item.all_rules()):
        if not declared.quote:
            yield error(declared.id, "rule-without-quote", rubric.place(declared, "id"))
        for index, quote in enumerate(declared.quote):
            yield from _stray(item, declared.id, quote, rubric.place(declared, "quote", index))
    marks = _marks(item)
    for fragment in item.unscored:
        yield from _stray(item, item.id, fragment.text, rubric.place(fragment, "text"))
        start = item.text.find(fragment.text)
        if start >= 0 and any(marks.quoted[start : start + len(fragment.text)]):
            yield warning(item.id, "unscored-but-quoted", rubric.place(fragment, "text"), quote=fragment.text)


def _stray(item: Item, at: str, quote: str, place: Place) -> Iterator[Problem]:
    count = item.text.count(quote)
    if count == 0:
        yield error(at, "quote-not-in-text", place, quote=quote, item=item.id, alike=_difference(item.text, quote))
    elif count > 1:
        yield error(at, "quote-ambiguous", place, quote=quote, times=count, item=item.id)


def _difference(text: str, quote: str) -> Phrase | str:
    """The first character of a quote that only looks like that of the text, in words; "" where more than that is different."""
    start, end = _find_alike(text, quote)
    pair = next((pair for pair in zip(text[start:end], quote, strict=False) if pair[0] != pair[1]), None)
    if pair is None:
        return ""
    return Phrase("alike", {"text": pair[0], "quote": pair[1]})


def _leftovers(rubric: Rubric, item: Item) -> Iterator[Problem]:
    marks = _marks(item)
    for start, end in _gaps(item.text, marks):
        place = locate(rubric.document, rubric.place(item, "text"), item.text, start, end)
        yield error(item.id, "text-left", place, fragment=item.text[start:end])


def _gaps(text: str, marks: _Marks) -> Iterator[tuple[int, int]]:
    """Where the text is left alone, punctuation between two gaps belonging to them."""
    start: int | None = None
    end = 0
    for place, character in enumerate(text):
        if not _speaks(character):
            continue
        if _fate(marks, place) == 2:
            start, end = place if start is None else start, place + 1
        elif start is not None:
            yield start, end
            start = None
    if start is not None:
        yield start, end


def locate(document: Document, value: Place, text: str, start: int, end: int) -> Place:
    """Where a fragment of a scalar stands in the file, in whatever style the scalar is written.

    Reads the source along with the text: line ends, quotes and indentation of the source are passed over. Of a fragment over
    several lines, what stands on the first.
    """
    lines = document.lines
    line, column = (value.line or 1) - 1, (value.column or 1) - 1
    if lines[line][column : column + 1] in (">", "|"):
        line, column = line + 1, 0
    first: tuple[int, int] | None = None
    last = 0
    for index, character in enumerate(text[:end]):
        if character.isspace():
            continue
        while line < len(lines) and (column := lines[line].find(character, column)) < 0:
            line, column = line + 1, 0
        if line >= len(lines):
            return value
        if index >= start:
            first = first or (line, column)
            last = column if first[0] == line else last
        column += 1
    if first is None:
        return value
    return place_at(document.name, lines, TextSpan(first[0] + 1, first[1] + 1, max(1, last - first[1] + 1)))
