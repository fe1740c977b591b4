"""An event in a few words: when, what and how much, then what the log says of it and the evidence it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from wuwu.messages import Words
from wuwu.schema.event import Event
from wuwu.scoring.scorecard import Scorecard

MeasuredIn: TypeAlias = tuple[str, str]
"""What a figure is (a share, an amount, …), and its unit where the rubric names one."""
SHARE: MeasuredIn = ("share", "")


def cite_events(events: Iterable[Event], words: Words, figure: MeasuredIn = SHARE) -> str:
    """The events one after the other."""
    return words("line.between").join(filter(None, (cite_event(event, words, figure=figure) for event in events)))


def cite_event(event: Event, words: Words, unit: str = "", figure: MeasuredIn = SHARE) -> str:
    """One event; empty where it says no more than its clause. `unit`: what its count is counted in; `figure`: what its value is."""
    return words("event.comma").join(_said(event, words, unit, figure))


def cite_logged(card: Scorecard, index: int, words: Words) -> str:
    """One event of the log that was scored."""
    event = card.bound.log.events[index]
    return cite_event(event, words, figure=card.bound.plan.clauses[event.clause].declared.measured_in)


def cite_day(event: Event, words: Words) -> str:
    """An event that only counts by its day."""
    times = words("event.times", count=event.count) if event.count is not None and event.count != 1 else ""
    return event.date.isoformat() + times if event.date else cite_event(event, words)


def _said(event: Event, words: Words, unit: str, figure: MeasuredIn) -> Iterator[str]:
    if event.date is not None:
        yield event.date.isoformat()
    if event.months:
        yield words("event.months", months=event.months)
    yield from filter(None, (event.member, event.name, event.level, event.factor, event.subject))
    yield from _figures(event, words, figure)
    if event.count is not None and (event.count != 1 or event.member):
        yield words("event.count", count=event.count, unit=unit) if unit else words("event.times", count=event.count)
    if event.case is not None:
        yield words("event.case", case=event.case)
    yield from filter(None, (event.note, event.reason))
    for name in ("decided_by", "verified_by"):
        if (who := getattr(event, name)) is not None:
            yield words(f"event.{name}", who=who)
    if event.evidence:
        yield words("event.evidence", evidence=event.evidence)


def _figures(event: Event, words: Words, figure: MeasuredIn) -> Iterator[str]:
    code, unit = figure
    if event.value is not None:
        yield words(f"line.{code}", figure=event.value, unit=unit).strip()
    if event.plan is not None and event.actual is not None:
        yield words("event.plan", plan=event.plan, actual=event.actual)
    if event.rate is not None:
        yield words("line.share", figure=event.rate)
    if event.done is not None:
        yield words("event.done" if event.done else "event.undone")
