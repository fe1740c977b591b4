"""YAML text in, every problem of its structure out: one marked pass after another over what a syntax error leaves unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wuwu.diagnostics import Problem, Severity
from wuwu.source.document import split_lines
from wuwu.source.marked_pass import MarkedPass
from wuwu.source.recovery import Outline

# Who made one slip a thousand times fixes it everywhere: nobody reads of each, and their excerpts would fill the memory.
_MOST_ALIKE = 100
# Every further slip takes another look at what follows it: so many lines in all, a few seconds.
_MOST_READ = 2_000_000


def inspect(text: str, name: str) -> tuple[Problem, ...]:
    """Every problem of the document that can be found, in the order of the text; warnings among them.

    A syntax error ends what can be found out of its entry, and no more than that: the others are checked by themselves.
    """
    lines = split_lines(text)
    problems: list[Problem] = []
    outline = Outline(lines)
    waiting, read = [range(len(lines))], 0

    def look(part: range) -> MarkedPass:
        nonlocal read
        read += part.stop
        # the lines above stay, empty, so that every place is what it was
        own = text if len(part) == len(lines) else "\n".join([*[""] * part.start, *lines[part.start : part.stop], ""])
        marked = MarkedPass(own, name)
        marked.run()
        return marked

    while waiting and read < _MOST_READ:
        part = waiting.pop(0)
        marked = look(part)
        problems += marked.problems
        if not marked.explained:
            continue
        # libyaml ends lines where nobody else does, and so may count further than there are lines
        understood, stop = (max(part.start, min(each, part.stop - 1)) for each in (marked.understood, marked.stopped))
        hiding = next((each for each in _entries(outline, understood, stop) if look(each).explained), None)
        if hiding is not None:
            # an entry above is wrong, and where the parser stopped may be as it should be: each by itself
            waiting = [hiding, *outline.parts_from(hiding.stop, part.stop), *waiting]
        elif read < _MOST_READ or not problems:  # what is not verified is better than nothing, and only than that
            problems += marked.explained
            bad = min([part.stop, *(_position(each)[0] for each in marked.explained)]) - 1
            waiting = [*outline.parts_after(bad, part.stop), *waiting]
    return tuple(_ordered(problems))


def leave_out(text: str, problems: Iterable[Problem]) -> str | None:
    """The text without the entries in which errors stand, every other line where it was; None where one stands elsewhere."""
    lines = split_lines(text)
    outline = Outline(lines)
    outermost = next((each for each in outline.dashes if each is not None), None)
    for each in problems:
        if each.severity is Severity.ERROR and each.place is not None:
            entry = outline.entry_of(min(each.place.line or 1, len(lines)) - 1, len(lines))
            indented = outline.dashes[entry.start]
            if indented is None or (indented != outermost and outline.first[indented] < entry.start):
                return None
            lines[entry.start : entry.stop] = [""] * len(entry)
    return "\n".join(lines)


def _entries(outline: Outline, understood: int, stop: int) -> Iterator[range]:
    """The entries that may hide what is wrong with them behind the stop: that of what was understood last, and the next."""
    last = outline.opening(stop)
    entry = outline.entry_of(understood, last)
    if entry.start < last:
        yield entry
    if entry.stop < last:
        yield outline.entry_of(entry.stop, last)


def _ordered(problems: Sequence[Problem]) -> list[Problem]:
    """In the order of the text: one slip may be seen twice, and what is an error needs no warning besides."""
    errors = {(*_position(each), each.code): each for each in problems if each.severity is Severity.ERROR}
    taken = {_position(each) for each in errors.values()}
    warnings = [each for each in problems if each.severity is not Severity.ERROR and _position(each) not in taken]
    return sorted((*_shorten(errors.values()), *warnings), key=_position)


def _shorten(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those of which too many are alike; the last one that stays says how many follow."""
    ordered = sorted(problems, key=_position)
    counts = Counter(each.code for each in ordered)
    met: Counter[str] = Counter()
    for each in ordered:
        met[each.code] += 1
        if met[each.code] < _MOST_ALIKE or counts[each.code] == _MOST_ALIKE == met[each.code]:
            yield each
        elif met[each.code] == _MOST_ALIKE:
            yield replace(each, params={**each.params, "more": counts[each.code] - _MOST_ALIKE})


def _position(problem: Problem) -> tuple[int, int]:
    place = problem.place
    return (place.line or 0, place.column or 0) if place else (0, 0)
