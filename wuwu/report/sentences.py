"""A line of the working as a sentence: clause, arithmetic, and the events with their date, note and evidence.

Each way to come about has its sentence in the catalogue; here stand the parts of it that are sums and lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from wuwu.effects import Line
from wuwu.event_log import Event
from wuwu.messages import Words, plain
from wuwu.scorecard import Warn

_RATE_PLACES = 4
_MONTHS = range(1, 13)


def signed(number: Decimal) -> str:
    """A number with its sign, for what was moved."""
    return f"+{plain(number)}" if number > 0 else plain(number)


def line_sentence(line: Line, events: Sequence[Event], words: Words) -> str:
    """What a line says: who, how much and why, then the events it rests on (`events` are those of the whole log)."""
    return words("line.frame", head=line_head(line, words), body=line_body(line, events, words))


def line_head(line: Line, words: Words) -> str:
    """Who speaks: the clause, the rule whose limit bites, or the bound of the node."""
    if line.clause is not None:
        return line.clause
    label = words(f"line.label.{line.kind}")
    return words("line.label", rule=line.rule, label=label) if line.rule else label


def line_body(line: Line, events: Sequence[Event], words: Words) -> str:
    """How much and why, with the events in brackets."""
    told: dict[str, object] = {**line.figures, "amount": abs(line.points), "points": signed(line.points)}
    told["moved"] = words("line.given" if line.points > 0 else "line.taken", amount=abs(line.points))
    told |= {name: write(line, events, words) for name, write in _WRITERS.get(line.kind, {}).items()}
    cited = _cited(line, [events[index] for index in line.events], words)
    return words(_code(line, words), **told) + (words("line.events", events=cited) if cited else "")


def _code(line: Line, words: Words) -> str:
    """The sentence of a line; one that took nothing says so, where there is a sentence for that."""
    code = f"line.{line.kind if line.word == 'occurrences' else line.word}"
    return code if line.points or f"{code}.kept" not in words else f"{code}.kept"


# --- the parts of a sentence -------------------------------------------------------------------------------------


def _terms(line: Line, _: Sequence[Event], words: Words) -> str:
    unit = line.figures["unit"]
    return _sum(
        words("line.term", word=f"{word} " if word else "", count=count, unit=unit, price=price)
        for count, price, word in _items(line, "terms")
    )


def _targets(line: Line, events: Sequence[Event], words: Words) -> str:
    told = []
    for index, name, rate, _ in _items(line, "terms"):
        event = events[index]
        figures = words("line.target.figures", actual=event.actual, plan=event.plan) if event.plan else ""
        gap = rate_text(abs(rate - 100))
        told.append(words(f"line.target.{line.kind}", name=name, rate=rate_text(rate), figures=figures, gap=gap))
    return words("line.between").join(told)


def _target_sum(line: Line, _: Sequence[Event], words: Words) -> str:
    terms = [plain(points) for *_, points in _items(line, "terms")]
    return words("line.sum", sum=_sum(terms)) if len(terms) > 1 else ""


def _incomplete(line: Line, _: Sequence[Event], words: Words) -> str:
    return words(f"line.incomplete.{line.figures['incomplete']}")


def _names(line: Line, _: Sequence[Event], words: Words) -> str:
    names = _items(line, "names")
    return words("line.named", names=names) if names else ""


def _lacking(line: Line, _: Sequence[Event], words: Words) -> str:
    """The months without a record, where every month is asked for."""
    covered = _items(line, "months")
    if line.figures["required"] != len(_MONTHS) or not covered:
        return ""
    return words("line.quota-months.lacking", months=[month for month in _MONTHS if month not in covered])


def _how(line: Line, _: Sequence[Event], words: Words) -> str:
    return words(f"line.quota-members.{line.figures.get('how', 'worst')}")


def _amounts(line: Line, _: Sequence[Event], words: Words) -> str:
    amounts = [plain(amount) for amount in _items(line, "amounts")]
    return words("line.terms", sum=_sum(amounts)) if len(amounts) > 1 else ""


def _scope(line: Line, _: Sequence[Event], words: Words) -> str:
    return words(f"line.scope.{line.figures['zeroes']}")


def _figure(line: Line, _: Sequence[Event], words: Words) -> str:
    return _measured(line.figures["figure"], _mark(line)) if "figure" in line.figures else ""


def _condition(line: Line, _: Sequence[Event], words: Words) -> str:
    return condition_text(line.figures.get("condition"), _mark(line), words)


def _mark(line: Line) -> str:
    # a share is a decimal, in percent; what was counted is whole
    return "%" if isinstance(line.figures.get("figure"), Decimal) else ""


def condition_text(condition: object, mark: str, words: Words) -> str:
    """The bounds of a condition in words; `mark` is the percent sign for a share."""
    bounds = ((name, getattr(condition, name, None)) for name in ("at_least", "above", "at_most", "below"))
    return words.join(
        words(f"line.{name}", bound=_measured(bound, mark)) for name, bound in bounds if bound is not None
    )


def _measured(figure: object, mark: str) -> str:
    return (plain(figure) if isinstance(figure, Decimal | int) else "") + mark


def _items(line: Line, name: str) -> Sequence[Any]:
    items: Any = line.figures.get(name, ())
    return tuple(items)


_Writers = Mapping[str, Callable[[Line, Sequence[Event], Words], str]]
_OCCURRENCES: _Writers = {"sum": _terms}
_TARGETS: _Writers = {"targets": _targets, "sum": _target_sum, "incomplete": _incomplete}
_WRITERS: Mapping[str, _Writers] = {
    "award": {"figure": _figure, "condition": _condition},
    "deduction": _OCCURRENCES,
    "bonus": _OCCURRENCES,
    "highest": _OCCURRENCES,
    "once": _OCCURRENCES,
    "shortfall": _TARGETS,
    "excess": _TARGETS,
    "zero": {"scope": _scope, "figure": _figure, "condition": _condition},
    "discretion": {"sum": _amounts},
    "quota": {"names": _names, "how": _how, "lacking": _lacking},
}


def _sum(terms: Iterable[str]) -> str:
    return " + ".join(terms)


def rate_text(rate: Fraction) -> str:
    """A rate in percent for reading: exact where it is a short decimal, else cut (never rounded up) and marked so."""
    scaled = rate * 10**_RATE_PLACES
    text = plain(Decimal(int(scaled)).scaleb(-_RATE_PLACES))
    return text if scaled.denominator == 1 else f"{text}…"


# --- the events --------------------------------------------------------------------------------------------------


def _cited(line: Line, events: Sequence[Event], words: Words) -> str:
    """The events of a line; those that were only counted by their day, targets without the name told already."""
    if line.word in {"quota-events", "quota-months"}:
        return words.join(_day(event) for event in events)
    if line.kind in {"shortfall", "excess"}:
        events = [replace(event, name=None) for event in events]
    return events_sentence(events, words)


def _day(event: Event) -> str:
    times = f"×{event.count}" if event.count is not None and event.count != 1 else ""
    return (event.date.isoformat() if event.date else event_sentence(event)) + times


def events_sentence(events: Iterable[Event], words: Words) -> str:
    """The events one after the other."""
    return words("line.between").join(filter(None, (event_sentence(event) for event in events)))


def event_sentence(event: Event) -> str:
    """An event in few words: when, who or what, how often, then note, reason and evidence."""
    said = [event.date.isoformat()] if event.date is not None else []
    said += [word for word in (event.member, event.name, event.level, event.subject, event.case) if word]
    if event.count is not None and (event.count != 1 or event.member):
        said.append(f"×{event.count}")
    told = (event.note, event.reason, event.decided_by, event.verified_by)
    more = [word for word in told if word] + list(event.evidence)
    comma = ", " if "".join(more).isascii() else "，"
    return " ".join([*said, *([comma.join(more)] if more else [])])


def warning_sentence(warning: Warn, words: Words) -> str:
    """What a warning says."""
    return words(f"warning.{warning.code}", **warning.figures)
