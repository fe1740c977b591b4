"""A line of the working as a sentence: clause, arithmetic, and the events with their date, note and evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from wuwu.effects import Line
from wuwu.event_log import Event
from wuwu.messages import Words, plain
from wuwu.scorecard import Warn

_RATE_PLACES = 4


def signed(number: Decimal) -> str:
    """A number with its sign, for what was moved."""
    return f"+{plain(number)}" if number > 0 else plain(number)


def line_sentence(line: Line, events: Sequence[Event], words: Words) -> str:
    """What a line says: who, how much and why, then the events it rests on."""
    told = {**line.figures, **_worded(line, words), "points": signed(line.points)}
    body = words(f"line.{line.word}", **told)
    head = line.clause or line.rule or ""
    if line.clause is None:
        head = f"{head} {words(f'line.label.{line.kind}')}".strip()
    cited = events_sentence([events[index] for index in line.events], words)
    return words("line.frame", head=head, body=body, events=words("line.events", events=cited) if cited else "")


def _worded(line: Line, words: Words) -> dict[str, object]:
    """The figures of a line that are words or sums to be written out."""
    figures: Mapping[str, Any] = line.figures
    return {name: write(figures, words) for name, write in _WRITERS.get(line.kind, {}).items()}


def _sum_of_terms(figures: Mapping[str, Any], words: Words) -> str:
    return _sum(
        (f"{word} " if word else "") + (f"{count}{words('line.unit', unit=figures['unit'])} × {plain(price)}")
        for count, price, word in figures["terms"]
    )


def _targets(figures: Mapping[str, Any], words: Words) -> str:
    return words.join(f"{name} {rate_text(rate)}%" for _, name, rate, _ in figures["terms"])


def _target_sum(figures: Mapping[str, Any], words: Words) -> str:
    return _sum(plain(points) for *_, points in figures["terms"])


def _incomplete(figures: Mapping[str, Any], words: Words) -> str:
    return words(f"line.incomplete.{figures['incomplete']}")


def _members(figures: Mapping[str, Any], words: Words) -> str:
    names = figures.get("names", ())
    return words("line.names", names=words.join(names)) if names else ""


_Writers = Mapping[str, Callable[[Mapping[str, Any], Words], str]]
_OCCURRENCES: _Writers = {"sum": _sum_of_terms}
_TARGETS: _Writers = {"targets": _targets, "sum": _target_sum, "incomplete": _incomplete}
_ZERO: _Writers = {"scope": lambda figures, words: words(f"line.zero.{figures['zeroes']}")}
_WRITERS: Mapping[str, _Writers] = {
    "deduction": _OCCURRENCES,
    "bonus": _OCCURRENCES,
    "highest": _OCCURRENCES,
    "once": _OCCURRENCES,
    "shortfall": _TARGETS,
    "excess": _TARGETS,
    "zero": _ZERO,
    "discretion": {"sum": lambda figures, words: _sum(plain(amount) for amount in figures["amounts"])},
    "veto": {"reasons": lambda figures, words: words.join(figures["reasons"])},
    "quota": {
        "names": _members,
        "how": lambda figures, words: words(f"line.quota-members.{figures.get('how', 'worst')}"),
    },
}


def _sum(terms: Iterable[str]) -> str:
    return " + ".join(terms)


def rate_text(rate: Fraction) -> str:
    """A rate in percent for reading: exact where it is a short decimal, else cut (never rounded up) and marked so."""
    scaled = rate * 10**_RATE_PLACES
    text = plain(Decimal(int(scaled)).scaleb(-_RATE_PLACES))
    return text if scaled.denominator == 1 else f"{text}…"


def events_sentence(events: Iterable[Event], words: Words) -> str:
    """The events one after the other."""
    return words("line.between").join(filter(None, (event_sentence(event) for event in events)))


def event_sentence(event: Event) -> str:
    """An event in few words: when, who or what, note, reason, evidence."""
    said: list[str] = []
    if event.date is not None:
        said.append(event.date.isoformat())
    said += [word for word in (event.member, event.name, event.level, event.subject, event.case) if word]
    said += [word for word in (event.note, event.reason, event.decided_by) if word]
    said += event.evidence
    if event.count is not None and (event.count != 1 or event.member):
        said.append(f"×{event.count}")
    return " ".join(said)


def warning_sentence(warning: Warn, words: Words) -> str:
    """What a warning says."""
    return words(f"warning.{warning.code}", **warning.figures)
