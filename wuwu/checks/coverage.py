"""Whether the quotes of a row account for its whole official text: what no rule quotes is shown where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from wuwu.model import Declared
from wuwu.problem import Place, Problem
from wuwu.rubric import Item, Rubric


class Coverage(NamedTuple):
    """Characters of the official texts, punctuation aside: quoted by a rule, marked as not scored, left over."""

    quoted: int = 0
    unscored: int = 0
    left: int = 0


def measure_coverage(rubric: Rubric) -> Coverage:
    """How much of all texts is quoted, marked and left."""
    counts = dict.fromkeys("qul", 0)
    for item in rubric.items():
        for letter, mark in zip(item.text, _marks(item), strict=True):
            if not _is_mere_punctuation(letter):
                counts[mark] += 1
    return Coverage(counts["q"], counts["u"], counts["l"])


def check_coverage(rubric: Rubric) -> Iterator[Problem]:
    """Quotes that are no fragment of the text or stand in it twice, and what neither a quote nor `unscored` takes in."""
    for item in rubric.items():
        for owner, field, fragment, name in _fragments(item):
            times = item.text.count(fragment)
            if times != 1:
                code = "quote-not-in-text" if times == 0 else "quote-ambiguous"
                params = {"id": name, "quote": fragment, "times": times, "item": item.id}
                yield Problem(code, rubric.place(owner, field), params)
        yield from _leftovers(rubric, item)


def _fragments(item: Item) -> Iterator[tuple[Declared, str, str, str]]:
    for declared in (*item.measures, *item.all_rules()):
        for quote in declared.quote:
            yield declared, "quote", quote, declared.id
    for unscored in item.unscored:
        yield unscored, "text", unscored.text, item.id


def _marks(item: Item) -> str:
    """For each character of the text: q quoted, u marked as unscored, l left."""
    marks = ["l"] * len(item.text)
    for _, field, fragment, _ in sorted(_fragments(item), key=lambda each: each[1], reverse=True):
        at = item.text.find(fragment)
        if at >= 0:
            marks[at : at + len(fragment)] = ["u" if field == "text" else "q"] * len(fragment)
    return "".join(marks)


def _leftovers(rubric: Rubric, item: Item) -> Iterator[Problem]:
    marks = _marks(item) + "q"
    start = None
    for index, mark in enumerate(marks):
        if mark == "l" and start is None:
            start = index
        elif mark != "l" and start is not None:
            fragment = item.text[start:index]
            if not all(_is_mere_punctuation(letter) for letter in fragment):
                place = _underlined(rubric, item, start, len(fragment))
                yield Problem("text-left", place, {"id": item.id, "fragment": fragment})
            start = None


def _underlined(rubric: Rubric, item: Item, start: int, length: int) -> Place:
    """The place of the text, narrowed to the fragment where the text stands on one line."""
    place = rubric.place(item, "text")
    at = place.excerpt.find(item.text) if place.excerpt else -1
    return replace(place, column=at + start + 1, length=length) if at >= 0 else place


def _is_mere_punctuation(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PZSC" and letter != "%"
