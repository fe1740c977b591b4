"""What each event of a log did by itself, in a few words.

A floor, or a zero that voids what was there, bites on a whole row or more; that stands in the unit's sheet, not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from wuwu.messages import Words
from wuwu.report.sentences import ignored_reason, signed
from wuwu.rules.lines import Line
from wuwu.scoring.scorecard import Scorecard

_Effects: TypeAlias = Iterator[tuple[int, str]]
_CODE = "workbook.effect."
_VERBS = {"award": "earn", "deduction": "take", "bonus": "add"}


def effects_of(card: Scorecard, words: Words) -> list[str]:
    """What each event did, in the order of the log."""
    told: dict[int, list[str]] = {}
    for index, effect in _all(card, words):
        known = told.setdefault(index, [])
        if effect not in known:
            known.append(effect)
    nothing = [words(_CODE + "counted")]
    return [words("line.between").join(told.get(index, nothing)) for index in range(len(card.bound.log.events))]


def _all(card: Scorecard, words: Words) -> _Effects:
    for pending in card.pending:
        yield pending.event, words("pending.status")
    for idle in card.ignored:
        yield idle.event, ignored_reason(idle, card, words)
    for line in (*card.total.all_lines(), *card.vetoes, *card.gradings):
        # a limit of a rule is shown with the rule's own line
        if line.clause is not None:
            yield from _WRITERS.get(line.scale or line.kind, _any)(line, card, words)


def _any(line: Line, _: Scorecard, words: Words) -> _Effects:
    """A line of which no more is known: its points, which several events may share."""
    name = "alone" if len(line.events) == 1 else "together"
    effect = words(_CODE + name, points=signed(line.points), count=len(line.events))
    yield from ((index, effect) for index in line.events)


def _alike(name: str) -> Callable[[Line, Scorecard, Words], _Effects]:
    """Every event of the line did the same."""

    def write(line: Line, _: Scorecard, words: Words) -> _Effects:
        effect = words(_CODE + name, **{**line.figures, "points": abs(line.points)})
        yield from ((index, effect) for index in line.events)

    return write


# --- occurrences -------------------------------------------------------------------------------------------------


def _occurrences(line: Line, card: Scorecard, words: Words) -> _Effects:
    if line.kind == "award":
        yield from _any(line, card, words)
        return
    rule: Any = card.bound.plan.clauses[line.clause or ""].declared
    if rule.scale.in_order:
        yield from _any(line, card, words)  # the first and the second cost otherwise, whichever they are
        return
    limits = [each for each in card.total.all_lines() if each.rule == rule.id and each.clause is None]
    for entry in card.bound.entries[rule.id]:
        count, why = entry.count, ""
        for limit in limits:
            for index, dropped in limit.figures.get("dropped", ()):  # type: ignore[attr-defined]
                if index == entry.index:
                    count, why = count - dropped, limit.kind
        name = ("add" if rule.sign > 0 else "take") if count else why
        effect = words(_CODE + name, points=rule.scale.worth(entry) * count)
        if 0 < count < entry.count:
            effect += words(_CODE + "partly", counted=count, count=entry.count)
        for limit in limits if count else ():
            month = limit.kind == "month" and entry.event.date is not None and entry.event.date.month in _months(limit)
            if limit.kind == "cap" or month:
                effect += words(f"{_CODE}{limit.kind}", cap=limit.figures["cap"])
        yield entry.index, effect


def _months(limit: Line) -> Sequence[int]:
    """The months in which a monthly cap bit."""
    months: Any = limit.figures["months"]
    return tuple(months)


# --- figures and findings ----------------------------------------------------------------------------------------


def _award(line: Line, card: Scorecard, words: Words) -> _Effects:
    events = card.bound.log.events
    found = tuple(index for index in line.events if events[index].clause == line.clause)
    given = bool(line.points) and bool(found)
    # the points are the finding's; the figures that could have refuted it did not
    told = line._replace(events=found) if given else line
    yield from (_alike(line.word) if _CODE + line.word in words else _any)(told, card, words)
    met = words(_CODE + "condition", clause=line.clause)
    yield from ((index, met) for index in line.events if given and index not in found)


def _missing(line: Line, card: Scorecard, words: Words) -> _Effects:
    if line.word.endswith("missing-tasks"):
        price = line.figures["price"]
        yield from ((index, words(_CODE + "take", points=price)) for index in line.events)
        return
    months: set[int] = set()
    for index in line.events:
        day = card.bound.log.events[index].date
        again = line.word.endswith("missing-months") and day is not None and day.month in months
        if day is not None:
            months.add(day.month)
        yield index, words(_CODE + ("same-month" if again else "in"))


def _steps(line: Line, card: Scorecard, words: Words) -> _Effects:
    rule: Any = card.bound.plan.clauses[line.clause or ""].declared
    terms: Any = line.figures["terms"]
    capped = rule.cap is not None and abs(line.points) > rule.cap
    for events, _, _, points in terms:
        name = _VERBS[line.kind] if points else "no-step"
        effect = words(_CODE + name, points=points, step=line.figures["step"])
        for index in events:
            yield index, effect + (words(_CODE + "cap", cap=rule.cap) if capped and points else "")


def _judged(line: Line, card: Scorecard, words: Words) -> _Effects:
    name = _VERBS[line.kind]
    for index in line.events:
        yield index, words(_CODE + name, points=card.bound.log.events[index].points)


def _band(line: Line, card: Scorecard, words: Words) -> _Effects:
    name = _VERBS[line.kind] if line.points else "no-band"
    yield from _alike(name)(line, card, words)


def _zero(line: Line, _: Scorecard, words: Words) -> _Effects:
    scope = words(f"line.scope.{line.figures['zeroes']}")
    name = "zero" if line.points else "zero.kept"
    for index in line.events:
        yield index, words(_CODE + name, scope=scope, points=abs(line.points))


def _grade(line: Line, _: Scorecard, words: Words) -> _Effects:
    effect = words(f"line.grade.{line.figures['effect']}", to=line.figures["to"])
    yield from ((index, effect) for index in line.events)


_WRITERS: Mapping[str, Callable[[Line, Scorecard, Words], _Effects]] = {
    "award": _award,
    "occurrence": _occurrences,
    "word": _occurrences,
    "missing": _missing,
    "step": _steps,
    "judged": _judged,
    "band": _band,
    "zero": _zero,
    "veto": _alike("veto"),
    "grade": _grade,
}
