"""A line of the working as a sentence: clause, arithmetic, and the events with their date, note and evidence.

Each way to come about has its sentence in the catalogue; here stand the parts of it that are sums and lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from wuwu.messages import Words, plain
from wuwu.report.citations import SHARE, cite_day, cite_event
from wuwu.rules.kind import Condition, Reason
from wuwu.rules.lines import Line
from wuwu.schema.event import Event
from wuwu.schema.period import Period
from wuwu.scoring.scorecard import Ignored, Scorecard, Span, Warn

_RATE_PLACES = 4
_LIMITS = frozenset({"highest", "once", "times", "affair"})
_MONTHS = range(1, 13)


def signed(number: Decimal) -> str:
    """A number with its sign, for what was moved."""
    return f"+{plain(number)}" if number > 0 else plain(number)


def period_name(year: int, period: Period | None, words: Words) -> str:
    """What is assessed: the year, or the month, quarter, half-year or stretch of days that a log is for."""
    if period is None:
        return words("period.year", year=year)
    return words(f"period.{period.cycle.value}", year=period.first.year, part=period.part, label=period.label)


def line_sentence(line: Line, events: Sequence[Event], words: Words) -> str:
    """What a line says, whole: who, how much and why, then what it rests on (`events` are those of the whole log)."""
    details = line_details(line, events, words)
    cited = words("line.events", events=words("line.between").join(details)) if details else ""
    return line_statement(line, words) + cited


def line_statement(line: Line, words: Words) -> str:
    """Who, how much and why, without what it rests on."""
    return words("line.frame", head=line_head(line, words), body=_body(line, words))


def line_head(line: Line, words: Words) -> str:
    """Who speaks: the clause, the rule whose limit bites, or the bound of the node."""
    if line.clause is not None:
        return words.named(line.clause)
    label = words(f"line.label.{line.kind}")
    return words("line.label", rule=line.rule, label=label) if line.rule else label


def _body(line: Line, words: Words) -> str:
    told: dict[str, object] = {**line.figures, "amount": abs(line.points), "points": signed(line.points)}
    told["moved"] = words("line.given" if line.points > 0 else "line.taken", amount=abs(line.points))
    told |= {name: write(line, words) for name, write in _writers(line).items()}
    return words(_code(line, words), **told)


def _writers(line: Line) -> _Writers:
    return {} if line.word in _BARE else _WRITERS.get(line.scale or line.kind, {})


def _code(line: Line, words: Words) -> str:
    """The sentence of a line; one that took nothing says so, where there is a sentence for that."""
    code = f"line.{line.word}"
    if not line.points and line.figures.get("later") and f"{code}.undue" in words:
        return f"{code}.undue"
    return code if line.points or f"{code}.kept" not in words else f"{code}.kept"


# --- the parts of a sentence -------------------------------------------------------------------------------------


def _terms(line: Line, words: Words, name: str = "terms") -> str:
    unit = _unit(line, words)
    return _sum(
        words("line.term", word=_priced(word, unit, words), count=count, unit=unit, price=price)
        for count, price, word in _items(line, name)
    )


def _priced(word: str, unit: str, words: Words) -> str:
    """The word that is priced; of occurrences priced one after the other the place (`2#`)."""
    if word.endswith("#"):
        return words("line.term.nth", at=word[:-1], unit=unit)
    return f"{word} " if word else ""


def _left(line: Line, words: Words) -> str:
    return _terms(line, words, "left")


def _target_sum(line: Line, words: Words) -> str:
    terms = [plain(points) for *_, points in _items(line, "terms")]
    return words("line.sum", sum=_sum(terms)) if len(terms) > 1 else ""


def _side(line: Line, words: Words) -> str:
    """From where the steps are counted."""
    down, threshold = line.figures["down"], line.figures["threshold"]
    if line.word.endswith("targets"):
        return words("line.side.short" if down else "line.side.over", threshold=_figure_of(line, threshold, words))
    if not threshold:
        return words("line.side.each")
    return words("line.side.below" if down else "line.side.above", threshold=_figure_of(line, threshold, words))


def _size(line: Line, words: Words) -> str:
    code, unit = _measured_in(line)
    step = line.figures["step"]
    if code in ("share", "target"):
        return words("line.size.points", size=step)
    return words("line.size.unit", size=step, unit=unit or _unit(line, words)).strip()


def _incomplete(line: Line, words: Words) -> str:
    code, unit = _measured_in(line)
    step = line.figures["step"]
    if code == "count" and step == 1:
        return ""  # there is no part of an occurrence
    which = "points" if code in ("share", "target") else "unit"
    rest = words(f"line.rest.{which}", step=step, unit=unit or _unit(line, words))
    return words(f"line.incomplete.{line.figures['incomplete']}", rest=rest)


def _reached(line: Line, words: Words) -> str:
    """The figure that was measured, with its unit."""
    terms = _items(line, "terms")
    figure = terms[0][2] if terms else line.figures["figure"]
    return _figure_of(line, figure, words)


def _bound(line: Line, words: Words) -> str:
    """The bounds of the band reached."""
    tier: Any = line.figures["tier"]
    if tier is None:
        return ""
    told = [words(f"line.{name}", bound=_figure_of(line, bound, words)) for name, bound in tier.bounds().items()]
    return words("line.within").join(told)


def _whole(line: Line, words: Words) -> str:
    return _figure_of(line, line.figures["whole"], words)


def _none(line: Line, words: Words) -> str:
    return _figure_of(line, line.figures["none"], words)


def _figure_of(line: Line, figure: object, words: Words) -> str:
    return figure_text(figure, _measured_in(line), words)


def _measured_in(line: Line) -> tuple[str, str]:
    found: Any = line.figures["in"]
    return found[0], found[1]


def figure_text(figure: object, measured_in: tuple[str, str], words: Words) -> str:
    """A figure with the unit that it is measured in."""
    code, unit = measured_in
    shown = rate_text(figure) if isinstance(figure, Fraction) else figure
    return words(f"line.{code}", figure=shown, unit=unit).strip()


def _unit(line: Line, words: Words) -> str:
    return str(line.figures.get("unit") or words("line.unit"))


def _names(line: Line, words: Words) -> str:
    names = _items(line, "names")
    return words("line.named", names=names) if names else ""


def _lacking(line: Line, words: Words) -> str:
    """The months without a record, where every month is asked for."""
    covered = _items(line, "months")
    if line.figures["required"] != len(_MONTHS) or not covered or line.figures.get("later"):
        return ""
    return words("line.missing-months.lacking", months=[month for month in _MONTHS if month not in covered])


def _later(line: Line, words: Words) -> str:
    """What is missing and not due yet, in an interim answer."""
    count = line.figures.get("later")
    return words("line.missing.later", count=count, unit=_unit(line, words)) if count else ""


def _how(line: Line, words: Words) -> str:
    return words(f"line.missing-members.{line.figures.get('how', 'worst')}")


def _amounts(line: Line, words: Words) -> str:
    amounts = [plain(amount) for amount in _items(line, "amounts")]
    if line.word.endswith(("-mean", "-trimmed")):
        return words("line.amounts.list", amounts=amounts)
    return words("line.amounts.sum", sum=_sum(amounts)) if len(amounts) > 1 else ""


def _people(line: Line, _: Words) -> str:
    return str(len(_items(line, "amounts")))


def _months(line: Line, words: Words) -> str:
    return words.join(str(month) for month in _items(line, "months"))


def _scope(line: Line, words: Words) -> str:
    return words(f"line.scope.{line.figures['zeroes']}")


def _failing(line: Line, words: Words) -> str:
    """The figures that fail a condition, each with the bound that it fails."""
    return words("line.between").join(
        words(
            "line.failing",
            measure=measure,
            figure=figure_text(figure, measured_in, words),
            condition=condition_text(condition, measured_in, words),
        )
        for measure, figure, condition, measured_in in _items(line, "failing")
    )


def condition_text(condition: Condition, measured_in: tuple[str, str], words: Words) -> str:
    """The bounds of a condition in words."""
    bounds = condition.bounds()
    return words.join(
        words(f"line.{name}", bound=figure_text(bound, measured_in, words)) for name, bound in bounds.items()
    )


def _items(line: Line, name: str) -> Sequence[Any]:
    items: Any = line.figures.get(name, ())
    return tuple(items)


_Writers = Mapping[str, Callable[[Line, Words], str]]
_OCCURRENCES: _Writers = {"sum": _terms}
_WRITERS: Mapping[str, _Writers] = {
    "award": {"failing": _failing},
    "occurrence": _OCCURRENCES,
    "word": _OCCURRENCES,
    "highest": _OCCURRENCES,
    "once": _OCCURRENCES,
    "times": {"unit": _unit, "sum": _left},
    "affair": {"sum": _left},
    "month": {"months": _months},
    "band": {"reached": _reached, "bound": _bound},
    "step": {
        "sum": _target_sum,
        "incomplete": _incomplete,
        "side": _side,
        "size": _size,
        "reached": _reached,
    },
    "proportion": {"reached": _reached, "whole": _whole, "none": _none},
    "judged": {"sum": _amounts, "count": _people},
    "missing": {"unit": _unit, "names": _names, "how": _how, "lacking": _lacking, "later": _later},
    "record": {"unit": _unit},
    "zero": {"scope": _scope, "failing": _failing},
    "veto": {"failing": _failing},
    "grade": {"failing": _failing},
}
# awards without a figure to tell, whatever their scale would measure
_BARE = frozenset({"award-na", "award-presumed", "award-unassessed", "award-unmeasured"})


def _sum(terms: Iterable[str]) -> str:
    return " + ".join(terms)


def rate_text(rate: Fraction) -> str:
    """A rate in percent for reading: exact where it is a short decimal, else cut (never rounded up) and marked so."""
    scaled = rate * 10**_RATE_PLACES
    text = plain(Decimal(int(scaled)).scaleb(-_RATE_PLACES))
    return text if scaled.denominator == 1 else f"{text}…"


# --- the events --------------------------------------------------------------------------------------------------


def line_details(line: Line, events: Sequence[Event], words: Words) -> list[str]:
    """What a line rests on, one by one: the targets with their figures, else the events as the log has them."""
    cited = [events[index] for index in line.events]
    if line.word.endswith("step-targets"):
        return [_target(line, term, events[term[0][0]], words) for term in _items(line, "terms")]
    if line.word.endswith(("missing-events", "missing-months")) or line.kind in _LIMITS:
        # counted by their day; or shown in full by the line that the limit holds
        return [words.join(cite_day(event, words) for event in cited)] if cited else []
    if line.kind == "zero" or line.scale in {"band", "proportion", "step"}:  # the figure is in the sentence already
        cited = [replace(event, value=None) for event in cited]
    unit, figure = str(line.figures.get("unit", "")), _measured_in(line) if "in" in line.figures else SHARE
    return [said for event in cited if (said := cite_event(event, words, unit, figure))]


def _target(line: Line, term: tuple[int, str, Fraction, Decimal], event: Event, words: Words) -> str:
    _, name, rate, points = term
    code = "line.target.figures" if event.plan is not None else "line.target.rate"
    figures = words(code, actual=event.actual, plan=event.plan, rate=rate_text(rate))
    gap = rate_text(abs(rate - 100))
    worth = words(f"line.target.{'worth' if points else 'worthless'}.{line.kind}", points=points)
    told = words(
        f"line.target.{'down' if line.figures['down'] else 'up'}", name=name, figures=figures, gap=gap, worth=worth
    )
    rest = cite_event(replace(event, name=None, plan=None, actual=None, rate=None), words)
    return words("event.comma").join(filter(None, (told, rest)))


def warning_sentence(warning: Warn, words: Words) -> str:
    """What a warning says."""
    return words(f"problem.{warning.code}", **warning.figures)


def ignored_reason(ignored: Ignored, card: Scorecard, words: Words) -> str:
    """Why an event moves nothing, and what its clause would have needed."""
    rule = card.bound.plan.clauses[ignored.clause].rule
    needs = getattr(rule, "verified_by" if ignored.reason is Reason.WRONG_BODY else "from_level", None)
    event = card.bound.log.events[ignored.event]
    unnamed = ignored.reason is Reason.WRONG_BODY and event.verified_by is None
    return words(f"ignored.{'no-body' if unnamed else ignored.reason.value}", level=event.level, needs=needs)


# --- how far it is settled ---------------------------------------------------------------------------------------


def range_text(span: Span, words: Words, place: str) -> str:
    """The lowest and highest score once all is settled; `place` names the sentences for a range with two ends."""
    low, high, denied = span
    if high is None:
        return words("range.veto-up" if denied else "range.free" if low is None else "range.up", low=low)
    if denied:
        return words(f"{place}.veto", high=high)
    if low is None:
        return words("range.down", high=high)
    same = low == high and f"{place}.same" in words
    return words(f"{place}.same" if same else f"{place}.between", low=low, high=high)


def grade_text(grades: tuple[str | None, str | None], span: Span, words: Words) -> str:
    """The grade, or those between which it still lies (合格～优秀); "" where there is none."""
    low, high = grades
    if low == high:
        return low or ""
    lowest = low or words("grade.denied" if span.denied else "grade.none")
    return words("grade.between", low=lowest, high=high or words("grade.none"))
