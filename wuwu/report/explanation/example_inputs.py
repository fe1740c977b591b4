"""What a worked example has in its log, in words: entries alike but for their day are shown once, days by the month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from wuwu.checks.examples import example_log
from wuwu.messages import Words
from wuwu.report.explanation.bounds import amount
from wuwu.rubric.plan import Plan
from wuwu.rules.kind import Example, Rule
from wuwu.rules.lines import Does
from wuwu.rules.measure import Amount, Share, Target
from wuwu.schema.event import Event, Status

_FEW = 3


class Told(NamedTuple):
    """Entries of a clause that are alike: one of them without its day, how often they count together, their days."""

    event: Event
    times: int
    days: tuple[date, ...]


def given_sentence(plan: Plan, rule: Rule, example: Example, words: Words) -> str:
    """What the example logs."""
    events = _events(plan, rule, example)
    if events is None:
        return words("outcome.between").join(_raw(each, words) for each in example.given)
    said = [words("outcome.members", members=example.members)] if example.members else []
    days = [event.date if "date" in given else None for event, given in zip(events, example.given, strict=True)]
    for clause, some in groupby(_alike(events, days), key=lambda told: told.event.clause):
        entries = words("outcome.comma").join(_entry(plan, told, words) for told in some)
        said.append(entries if _is_plain(plan, rule, clause) else _of(clause, entries, words))
    return words("outcome.between").join([*said, *_unsaid(plan, rule, example, events, words)])


def _events(plan: Plan, rule: Rule, example: Example) -> Sequence[Event] | None:
    """The entries of the example; None where it shows what is not even an entry of this table."""
    log = example_log(plan, rule, example)
    if log.value is None or log.failed:
        return None
    events = log.value.events[: len(example.given)]
    return events if all(event.clause in plan.clauses for event in events) else None


def _raw(given: object, words: Words) -> str:
    fields = given.items() if isinstance(given, dict) else ()
    return words("outcome.comma").join(words("outcome.raw", field=name, value=value) for name, value in fields)


def _of(clause: str, entries: str, words: Words) -> str:
    return words("outcome.of", clause=words("price.clause", clause=clause), entries=entries)


def _is_plain(plan: Plan, rule: Rule, clause: str) -> bool:
    """Whether it is clear without a name which clause is meant: the rule's own, or one that names itself."""
    return clause in (rule.id, rule.source) or isinstance(plan.clauses[clause].declared, Share)


def _unsaid(plan: Plan, rule: Rule, example: Example, events: Sequence[Event], words: Words) -> Iterator[str]:
    """What the example leaves out, where that is the point."""
    clause = plan.clauses[rule.id]
    if clause.judged and clause.forms and all(event.clause != rule.id for event in events):
        yield words("outcome.no-finding" if example.unassessed else "found.met")
    elif not events:
        yield words("outcome.nothing")


def _alike(events: Sequence[Event], days: Sequence[date | None]) -> Iterator[Told]:
    """The entries in their order, those that are alike but for their day and count drawn together."""
    found: dict[Event, Told] = {}
    for event, day in zip(events, days, strict=True):
        bare = replace(event, date=None, count=None) if event.member is None else replace(event, date=None)
        count, several = (1 if event.count is None else event.count), (day,) if day else ()
        before = found.get(bare)
        found[bare] = (
            Told(bare, count, several)
            if before is None
            else before._replace(times=before.times + count, days=(*before.days, *several))
        )
    yield from sorted(found.values(), key=lambda told: [event.clause for event in events].index(told.event.clause))


def _entry(plan: Plan, told: Told, words: Words) -> str:
    details = [*_details(told.event, words), *_days(plan, told, words)]
    said = words("outcome.details", details=words("outcome.comma").join(details)) if details else ""
    return _what(plan, told, words) + said


def _what(plan: Plan, told: Told, words: Words) -> str:
    """The heart of an entry: a finding, a figure, an amount, or how often."""
    event, clause = told.event, plan.clauses[told.event.clause]
    if event.finding is not None:
        return words(f"found.{event.finding.name.lower()}")
    if event.value is not None:
        if not isinstance(clause.declared, Share | Amount):  # an example that is refused
            return words("outcome.raw", field="value", value=event.value)
        code, unit = clause.declared.measured_in
        named = words("price.clause", clause=event.clause)
        return words(f"outcome.{code}", clause=named, value=event.value, unit=unit)
    if isinstance(clause.declared, Target):
        return _target(event, words)
    if event.points is not None:
        act = clause.rule.does.value if clause.rule is not None else "award"
        return words(f"outcome.judged.{act}", points=amount(event.points, words))
    if clause.rule is not None and clause.rule.does is Does.AWARD and event.level is not None and event.member is None:
        return words("outcome.level", level=event.level)
    code = "outcome.member" if event.member is not None else "outcome.count"
    return words(code, member=event.member, count=told.times, unit=_unit(plan, told, words))


def _target(event: Event, words: Words) -> str:
    if event.done is not None:
        return words("outcome.done" if event.done else "outcome.undone", name=event.name)
    code = "outcome.rate" if event.rate is not None else "outcome.target"
    return words(code, name=event.name, rate=event.rate, plan=event.plan, actual=event.actual)


def _unit(plan: Plan, told: Told, words: Words) -> str:
    declared: object = plan.clauses[told.event.clause].declared
    unit: str | None = getattr(declared, "unit", None) or getattr(getattr(declared, "scale", None), "unit", None)
    return unit or words("price.unit")


def _details(event: Event, words: Words) -> Iterator[str]:
    """Whatever else the entry says, in few words."""
    yield from (each for each in (event.level, event.factor, event.subject) if each)
    verified = event.verified_by is not None and event.status is Status.UPHELD
    if verified:
        yield words("outcome.verified", body=event.verified_by)
    elif event.status is not None:
        yield words(f"status.{event.status.name.lower()}")
    if event.verified_by is not None and not verified:
        yield words("outcome.verifier", body=event.verified_by)
    yield from (each for each in (event.reason, event.note) if each)
    if event.case is not None:
        yield words("outcome.case", case=event.case)
    if event.decided_by is not None:
        yield words("outcome.decided", who=event.decided_by)
    yield from event.evidence


def _days(plan: Plan, told: Told, words: Words) -> list[str]:
    """The days of the entries; of many only the months, and how often in each."""
    if len(told.days) <= _FEW:
        return [words("outcome.day", date=day.isoformat(), month=day.month, day=day.day) for day in told.days]
    unit = _unit(plan, told, words)
    counts = sorted(Counter(day.month for day in told.days).items())
    said = []
    # months that follow each other with the same count differ from their place in the list by the same number
    for (count, _), run in groupby(enumerate(counts), key=lambda each: (each[1][1], each[1][0] - each[0])):
        months = [month for _, (month, _) in run]
        code = "outcome.months" if len(months) > 1 else "outcome.month"
        said.append(words(code, first=months[0], last=months[-1], month=months[0], count=count, unit=unit))
    return said
