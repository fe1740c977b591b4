"""A declared log, bound to a compiled rubric: every entry with its clause, its level and whether it counts.

Every binding error of the log is found at once; after this the engine meets no unknown id and no doubtful field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from wuwu.diagnostics import Problem, Result
from wuwu.log.declared import EntryFault, Log
from wuwu.log.entry_checks import (
    Elsewhere,
    Fit,
    find_doubled_members,
    find_doubles,
    find_faults,
    find_fit,
    find_poll_faults,
    window_of,
)
from wuwu.messages import Phrase
from wuwu.rubric.plan import Plan
from wuwu.rules.kind import Entry, Reason
from wuwu.schema.event import Event, Finding
from wuwu.schema.period import Cycles, Period


class Idle(NamedTuple):
    """An entry that moves no number, and why."""

    entry: Entry
    reason: Reason


class BoundLog(NamedTuple):
    """A log under a plan: the entries that count, by clause, those still pending and those that move nothing."""

    plan: Plan
    log: Log
    entries: Mapping[str, Sequence[Entry]]
    exceptions: Mapping[str, Finding]
    """The findings that are not 符合, by clause."""
    not_applicable: frozenset[str]
    """The clauses found 不适用, and the counts that such a finding on their award settles with it."""
    pending: tuple[Entry, ...]
    ignored: tuple[Idle, ...]
    window: Period
    """The days that the log is about."""
    as_of: date | None = None
    """The day inside the year on which an interim answer stands."""
    left_out: bool = False
    """Whether something is not counted only because it came after that day."""


# More than the entries of any number of sound logs make; what is over it comes from slips, and none of them recurs.
_MOST_FITS = 10_000


def bind(plan: Plan, log: Log, elsewhere: Elsewhere | None = None) -> Result[BoundLog]:
    """One log bound to a rubric, or every entry that does not fit; see `Binder`."""
    return Binder(plan, elsewhere).bind(log)


class Binder:
    """Binds logs to one rubric. How entries alike fit it is found out once and kept from log to log."""

    def __init__(self, plan: Plan, elsewhere: Elsewhere | None = None) -> None:
        """`elsewhere` names the other table that an unknown clause belongs to."""
        self.plan = plan
        self._elsewhere = elsewhere
        self._fits: dict[object, Fit] = {}

    def bind(self, log: Log) -> Result[BoundLog]:
        """The log bound to the rubric, or every entry that does not fit.

        Of a log with faulty entries what is sound is checked all the same; it is never bound.
        """
        plan, events, faulty = self.plan, log.events, log.faulty
        window = window_of(plan, log)
        first, last = window.first, window.last
        problems = [*_check_year(plan, log), *_check_period(plan, log), *find_doubled_members(log)]
        entries: dict[str, list[Entry]] = {}
        exceptions: dict[str, Finding] = {}
        pending: list[Entry] = []
        ignored: list[Idle] = []
        fits = self._fits
        # every entry of every log comes through here, and so it is written for speed
        for index, event in enumerate(events):
            # spelt out rather than gathered by name
            alike = (event.clause, event.finding, event.level, event.status, event.verified_by, *event.__dict__)
            fit = fits.get(alike) or self._find_fit(alike, event)
            if faulty and index in faulty:
                problems += self._of_faulty(fit, log, index)
                continue
            if fit.doubtful or (fit.dated and not first <= event.date <= last):  # type: ignore[operator]
                found = find_faults(fit, plan, log, index, self._elsewhere)
                if found:
                    problems += found
                    continue
            count = event.count
            entry = Entry(index, event, 1 if count is None else count, fit.level)
            idle = fit.idle
            if idle is None:
                clause = event.clause
                if clause in entries:
                    entries[clause].append(entry)
                else:
                    entries[clause] = [entry]
                if fit.exception is not None:
                    exceptions[clause] = fit.exception
            elif idle is Reason.PENDING:
                pending.append(entry)
            else:
                ignored.append(Idle(entry, idle))
        problems += (*find_doubles(plan, log, entries), *find_poll_faults(plan, log, entries))
        if problems or faulty:
            return Result(None, tuple(problems))
        _put_in_time(entries.values(), log.members)
        settled = _not_applicable(plan, exceptions)
        return Result(BoundLog(plan, log, entries, exceptions, settled, tuple(pending), tuple(ignored), window))

    def _of_faulty(self, fit: Fit, log: Log, index: int) -> Iterator[Problem]:
        """What else is wrong with a faulty entry. A field under an unknown name is most likely the one that seems missing."""
        if log.events[index].clause:
            for problem in find_faults(fit, self.plan, log, index, self._elsewhere):
                if log.faulty[index] is EntryFault.VALUE or not problem.code.startswith("missing-"):
                    yield problem

    def _find_fit(self, alike: object, event: Event) -> Fit:
        """How an entry fits: asked once for all entries alike in their clause, their fields and their words."""
        if len(self._fits) >= _MOST_FITS:
            self._fits.clear()
        fit = self._fits[alike] = find_fit(self.plan, event)
        return fit


def _check_period(plan: Plan, log: Log) -> Iterator[Problem]:
    """Whether the log says which period it is about, where the rubric is for one that is no year."""
    cycle, period = plan.rubric.period, log.period
    params: dict[str, object] = {"rubric": plan.rubric.rubric}
    if isinstance(cycle, Period):
        if period is not None and period[:2] != cycle[:2]:
            params |= {"period": period.label, "cycle": cycle.label}
            yield Problem("unfit-period", log.document.place(("period",)), params)
        return
    name = Phrase(f"cycle.{cycle.value}")
    if period is None:
        if cycle is not Cycles.YEAR:
            example = _EXAMPLES[cycle].format(year=log.year)
            place = log.document.place(("year",), "key")
            yield Problem("missing-period", place, params | {"cycle": name, "example": example})
    elif period.first.year != log.year or (cycle is not Cycles.TERM and period.cycle is not cycle):
        told: dict[str, object] = {"period": period.label, "cycle": name}
        yield Problem("unfit-period", log.document.place(("period",)), params | told)


_EXAMPLES = {
    Cycles.MONTH: "period: {year}-03",
    Cycles.QUARTER: "period: {year}-Q1",
    Cycles.HALF: "period: {year}-H1",
    Cycles.TERM: "period: {{from: {year}-09-01, to: {year}-12-31}}",
}


def _check_year(plan: Plan, log: Log) -> Iterator[Problem]:
    if log.year != plan.year:
        params = {"year": log.year, "rubric_year": plan.year, "rubric": plan.rubric.rubric}
        yield Problem("year-mismatch", log.document.place(("year",)), params)


def _put_in_time(groups: Iterable[list[Entry]], members: Sequence[str]) -> None:
    in_time = None
    for some in groups:
        if len(some) > 1:
            days = {entry.event.date for entry in some}
            if len(days) == len(some) and None not in days:
                some.sort(key=_DAY)  # days that all differ are an order by themselves, and the cheaper one
            else:
                in_time = in_time or _in_time(members)
                some.sort(key=in_time)


_DAY = attrgetter("event.date")


def _not_applicable(plan: Plan, exceptions: Mapping[str, Finding]) -> frozenset[str]:
    found = [clause for clause, finding in exceptions.items() if finding is Finding.NA]
    return frozenset(found).union(*(plan.settles.get(clause, ()) for clause in found))


def _in_time(members: Sequence[str]) -> Callable[[Entry], tuple[object, ...]]:
    """An order that does not depend on where in the log an entry stands, as long as two entries differ at all.

    By day; members as the log lists them; then whatever else an entry says.
    """
    places = {name: place for place, name in enumerate(members)}

    def order(entry: Entry) -> tuple[object, ...]:
        event: Event = entry.event
        return (
            event.date or date.min,
            event.months,
            places.get(event.member or "", 0),
            event.name or "",
            entry.level or "",
            event.subject or "",
            event.case or "",
            event.points or 0,
            event.note or "",
            event.reason or "",
            event.evidence,
            entry.count,
            entry.index,
        )

    return order
