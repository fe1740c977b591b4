"""Problems in, text for a person out: the place, the line with a caret under what is wrong, and how to mend it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from wuwu.messages import Words
from wuwu.problem import Place, Problem, Severity
from wuwu.report.selection import count_by_grade, select, tell_left_out
from wuwu.report.width import display_width

_EXCERPT_COLUMNS = 100
# Advice of which one piece is enough, the best first; and what may stand beside the general way to mend a problem.
_ENOUGH = ("instead", "misnamed")
_BESIDE = ("nearest", "dated", "more")
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def render_problems(problems: Iterable[Problem], words: Words, color: bool) -> str:
    """The problems sorted by file and line, with a count at the end; "" for none. `color` adds ANSI escapes.

    A list too long to be read is cut, the gravest problems first, and says what it leaves out.
    """
    ordered = in_order(problems)
    if not ordered:
        return ""
    shown = select(ordered)
    blocks = ["\n".join(_lines(each, words, color)) for each in shown]
    left_out = [_visible(line) for line in tell_left_out(ordered, shown, words)]
    return "\n".join([*blocks, *left_out, count_sentence(ordered, words)]) + "\n"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file, line and column; those of one place as they came."""
    return sorted(problems, key=_position)


def message(problem: Problem, words: Words) -> str:
    """What is wrong, in one sentence."""
    return words(f"problem.{problem.code}", **problem.params)


def _position(problem: Problem) -> tuple[str, str, int, int]:
    place = problem.place
    return (place.file, place.sheet or "", place.line or 0, place.column or 0) if place else ("", "", 0, 0)


def _lines(problem: Problem, words: Words, color: bool) -> list[str]:
    place = _painted(_visible(str(problem.place)), "1", color) + ": " if problem.place else ""
    grade = _painted(words(f"problems.{problem.severity}"), f"1;{_COLORS[problem.severity]}", color)
    what = _visible(message(problem, words))
    mends = [f"  → {_visible(mend)}" for mend in mending(problem, words)]
    return [f"{place}{grade}: {what} [{problem.code}]", *_excerpt(problem.place, color), *mends]


def mending(problem: Problem, words: Words) -> list[str]:
    """How to mend a problem: exactly what to write where that is known, else the nearest valid names and the general way."""
    for hint in _ENOUGH:
        if problem.params.get(hint):
            return [words(f"hint.{hint}", **problem.params)]
    advice = [words(f"hint.{hint}", **problem.params) for hint in _BESIDE if problem.params.get(hint)]
    general = f"problem.{problem.code}.mend"
    return [*advice, words(general, **problem.params)] if general in words else advice


def _excerpt(place: Place | None, color: bool) -> list[str]:
    """The source line and, under it, the caret."""
    if place is None or place.excerpt is None or place.line is None:
        return []
    number = str(place.line)
    column = max(1, min(place.column or 1, len(place.excerpt) + 1)) - 1
    start, text = _window(place.excerpt, column)
    marked = _visible(text[column - start :][: max(place.length, 1)])
    blanks = " " * display_width(_visible(text[: column - start]))
    caret = _painted("^" * max(display_width(marked), 1), "1;32", color)
    return [f"  {number} | {_visible(text)}", f"  {' ' * len(number)} | {blanks}{caret}"]


def _window(line: str, column: int) -> tuple[int, str]:
    """The part of a very long line around a column (from 0), and the number of characters left out before it."""
    if display_width(line) <= _EXCERPT_COLUMNS:
        return 0, line
    start = max(0, column - _EXCERPT_COLUMNS // 4)
    end, used = start, 0
    while end < len(line) and used < _EXCERPT_COLUMNS:
        used += display_width(line[end])
        end += 1
    return start, line[start:end]


def _visible(text: str) -> str:
    """The text with one blank for a tab and a mark for other control characters, which would disturb the screen."""
    if text.isprintable():
        return text
    return "".join(
        " " if character == "\t" else "\ufffd" if unicodedata.category(character) in {"Cc", "Cs"} else character
        for character in text
    )


def count_sentence(problems: Sequence[Problem], words: Words) -> str:
    """How many problems there are, by severity."""
    return words("problems.count", counts=count_by_grade(problems, words))


def _painted(text: str, style: str, color: bool) -> str:
    return f"\033[{style}m{text}\033[0m" if color else text
