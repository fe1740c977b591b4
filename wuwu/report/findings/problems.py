"""Problems in, text for a person out: the place, the line with a caret under what is wrong, and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wuwu.diagnostics import Problem, Severity
from wuwu.ledger.layout import HEADS
from wuwu.messages import Phrase, Words
from wuwu.report.findings.excerpt import around, excerpt_lines, visible
from wuwu.report.findings.selection import count_by_grade, report_left_out, select
from wuwu.report.layout.screen import BOLD, BOLD_CYAN, BOLD_RED, BOLD_YELLOW, hang, styled

# Advice of which one piece is enough, the best first; and what may stand beside the general way to fix a problem.
_ENOUGH = ("instead", "misnamed")
_BESIDE = ("nearest", "dated", "alike", "more")
_INDENT = 4
# the longest value that a sentence holds, in characters, and how much of a list, in entries and characters
_LONGEST, _MOST, _LONGEST_LIST = 120, 40, 500
_COLORS = {Severity.ERROR: BOLD_RED, Severity.WARNING: BOLD_YELLOW, Severity.NOTE: BOLD_CYAN}


def render_problems(problems: Iterable[Problem], words: Words, color: bool, columns: int | None = None) -> str:
    """The problems sorted by file and line, with a count at the end; "" for none. `color` adds ANSI escapes.

    `columns`: how wide the screen is; without them every problem begins with one whole line, which programs look for.
    A list too long to be read is cut, the gravest problems first, and says what it leaves out.
    """
    ordered = in_order(problems)
    if not ordered:
        return ""
    shown = select(ordered)
    blocks = ["\n".join(_lines(each, words, color, columns)) for each in shown]
    last = [*map(visible, report_left_out(ordered, shown, words)), count_sentence(ordered, words)]
    return "\n".join([*blocks, *(line for each in last for line in hang("", each, columns, _INDENT))]) + "\n"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file, line and column; those of one place as they came."""
    return sorted(problems, key=_position)


def message(problem: Problem, words: Words) -> str:
    """What is wrong, in one sentence; what cannot be seen is shown in it, and a long value is cut."""
    return visible(words(_said(problem, "", words), **_as_shown(problem)))


def _short(value: object) -> object:
    """A value of a file as a sentence can hold it: neither a page of text nor a list that fills the screen."""
    if isinstance(value, Phrase):
        return Phrase(value.code, {name: _short(each) for name, each in value.params.items()})
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
    if isinstance(value, (list, tuple)):
        shown, room = [*map(_short, value[:_MOST])], _LONGEST_LIST
        for index, each in enumerate(shown):
            room -= len(each) if isinstance(each, str) else 0
            if room < 0:
                return [*shown[: max(1, index)], "…"]
        return [*shown, "…"] if len(value) > _MOST else shown
    return value


def _position(problem: Problem) -> tuple[str, str, int, int]:
    place = problem.place
    if place is None:
        return "", "", 0, 0
    return place.file, (place.cell or "").partition("!")[0], place.line or 0, place.column or 0


def _lines(problem: Problem, words: Words, color: bool, columns: int | None) -> list[str]:
    place = styled(visible(str(problem.place)), BOLD, color) + ": " if problem.place else ""
    grade = styled(words(f"problems.{problem.severity}"), _COLORS[problem.severity], color)
    lines = hang(f"{place}{grade}: ", f"{message(problem, words)} [{problem.code}]", columns, _INDENT)
    lines += excerpt_lines(problem.place, color=color, columns=columns)
    for other in problem.related:
        lines.append("  " + words("problems.related", place=styled(visible(str(other)), BOLD, color)))
        lines += excerpt_lines(other, color=color, columns=columns)
    return [*lines, *(line for fix in fixes(problem, words) for line in hang("  → ", fix, columns, _INDENT))]


def name_related(problem: Problem, words: Words) -> list[str]:
    """The other places that a problem is about, each in one line with what stands there."""
    return [
        words("problems.related", place=f"{place} | {around(place).strip()}" if place.excerpt else str(place))
        for place in problem.related
    ]


def fixes(problem: Problem, words: Words) -> list[str]:
    """How to fix a problem: exactly what to write where that is known, else the nearest valid names and the general way."""
    params = _as_shown(problem)
    # what is cut is nothing to write
    codes = [f"hint.{hint}" for hint in _ENOUGH if params.get(hint) and params[hint] == problem.params[hint]][:1]
    if not codes:
        codes = [f"hint.{hint}" for hint in _BESIDE if problem.params.get(hint)]
        codes += [general for general in (_said(problem, ".fix", words),) if general in words]
    return [visible(words(code, **params)) for code in codes]


def _said(problem: Problem, part: str, words: Words) -> str:
    """The code of the sentence: what stands in a cell may need words of its own."""
    code = f"problem.{problem.code}{part}"
    in_cell = f"{code}.cell"
    return in_cell if problem.place is not None and problem.place.cell is not None and in_cell in words else code


def _as_shown(problem: Problem) -> Mapping[str, object]:
    """The params of its sentences, none too long; in a ledger the fields are called as the heads of their columns."""
    params = {name: _short(value) for name, value in problem.params.items()}
    if problem.place is None or problem.place.cell is None:
        return params
    return {name: _by_heads(value) if name in _FIELDS else value for name, value in params.items()}


_FIELDS = frozenset({"field", "takes", "forms", "nearest"})


def _by_heads(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return [_by_heads(each) for each in value]
    if isinstance(value, str):
        return " + ".join(HEADS.get(word, word) for word in value.split(" + "))
    return value


def count_sentence(problems: Sequence[Problem], words: Words) -> str:
    """How many problems there are, by severity."""
    return words("problems.count", counts=count_by_grade(problems, words))
