"""Passages, the pieces of an explanation → text for a screen, or Markdown for a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from wuwu.report.layout.markdown import escape
from wuwu.report.layout.width import wrap

_STEP = 2


class Passage(NamedTuple):
    """A heading of a `level`, or (level 0) an entry at a `depth`.

    `marked` are the quotes to set off in its text, `code` is what to write in a file, word for word.
    """

    level: int
    depth: int
    text: str
    marked: tuple[str, ...] = ()
    code: str = ""


def heading(level: int, text: str) -> Passage:
    """A heading: the table 1, a dimension 2, a row 3, a clause 4."""
    return Passage(level, 0, text)


def entry(text: str, depth: int = 0, marked: tuple[str, ...] = (), code: str = "") -> Passage:
    """An entry under the heading before it."""
    return Passage(0, depth, text, marked, code)


def explanation_text(passages: Iterable[Passage], width: int) -> str:
    """For a screen: a blank line before each heading, entries wrapped with a hanging indent, quotes in 【】."""
    rows: list[str] = []
    for passage in passages:
        text = _mark(passage.text, passage.marked, "【", "】") + passage.code
        if passage.level:
            rows += ["", *wrap(text, width)]
        else:
            first = " " * _STEP * (passage.depth + 1)
            lines = wrap(text, width - len(first) - _STEP)
            rows += [first + (" " * _STEP if number else "") + line for number, line in enumerate(lines)]
    return "\n".join(rows).lstrip("\n") + "\n"


def explanation_markdown(passages: Iterable[Passage]) -> str:
    """For a page: headings and nested lists, quotes in bold."""
    rows: list[str] = []
    for passage in passages:
        if passage.level:
            # one blank line around a heading, also where one follows the other
            rows += [*([] if rows and not rows[-1] else [""]), f"{'#' * passage.level} {escape(passage.text)}", ""]
        else:
            marked = tuple(escape(quote) for quote in passage.marked)
            code = f"`{passage.code}`" if passage.code else ""
            rows.append("  " * passage.depth + f"- {_mark(escape(passage.text), marked, '**', '**')}{code}")
    return "\n".join(rows).strip("\n") + "\n"


def _mark(text: str, quotes: tuple[str, ...], before: str, after: str) -> str:
    """The text with the quotes marked; overlapping ones are marked as one."""
    inside = [False] * len(text)
    for quote in quotes:
        at = text.find(quote)
        if at >= 0:
            inside[at : at + len(quote)] = [True] * len(quote)
    marked = ""
    for index, letter in enumerate(text):
        if inside[index] and not (index and inside[index - 1]):
            marked += before
        marked += letter
        if inside[index] and not (index + 1 < len(text) and inside[index + 1]):
            marked += after
    return marked
