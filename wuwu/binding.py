"""A declared log, bound to a compiled rubric: every entry with its clause, its level and whether it counts.

Every binding error of the log is found at once; after this the engine meets no unknown id and no doubtful field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from wuwu.entry_faults import (
    Elsewhere,
    Fit,
    find_doubles,
    find_misfits,
    find_poll_faults,
    find_stranger,
    fit_entry,
)
from wuwu.event_log import Event, Finding, Log
from wuwu.plan import Plan
from wuwu.problem import Problem, Rejected
from wuwu.rules.kind import Entry, Reason


class Idle(NamedTuple):
    """An entry that moves no number, and why."""

    entry: Entry
    reason: Reason


class BoundLog(NamedTuple):
    """A log under a plan: the entries that count, by clause, those still pending and those that move nothing."""

    plan: Plan
    log: Log
    entries: Mapping[str, Sequence[Entry]]
    not_applicable: frozenset[str]
    pending: tuple[Entry, ...]
    ignored: tuple[Idle, ...]


def bind(plan: Plan, log: Log, elsewhere: Elsewhere | None = None, only: Iterable[int] | None = None) -> BoundLog:
    """Bind a log to a rubric, or those of its entries that `only` names by index.

    `elsewhere` names the other table that an unknown clause belongs to. Raises Rejected with every entry that does not
    fit.
    """
    events = log.events
    entries: dict[str, list[Entry]] = {}
    pending: list[Entry] = []
    ignored: list[Idle] = []
    faulty: list[Problem] = []
    if log.year != plan.year:
        params = {"year": log.year, "rubric_year": plan.year, "rubric": plan.rubric.rubric}
        faulty.append(Problem("year-mismatch", log.document.place(("year",)), params))
    for index, event in enumerate(events) if only is None else [(each, events[each]) for each in only]:
        # entries alike in clause and fields are many, and asked about once
        names = (event.clause, *event.fields)
        fit: Fit = plan.fits.get(names) or plan.fits.setdefault(names, fit_entry(plan, event))
        if found := _faults_of(fit, plan, log, index, elsewhere):
            faulty += found
            continue
        level = fit.words[event.level] if event.level is not None else None
        entry = Entry(index, event, 1 if event.count is None else event.count, level)
        reason = fit.admit(entry, plan.vocabulary) if fit.admit is not None else None
        if reason is None:
            entries.setdefault(event.clause, []).append(entry)
        elif reason is Reason.PENDING:
            pending.append(entry)
        else:
            ignored.append(Idle(entry, reason))
    faulty += find_doubles(plan, log, entries)
    faulty += find_poll_faults(plan, log, entries)
    if faulty:
        raise Rejected(faulty)
    in_time = _in_time(log.members)
    for some in entries.values():
        if len(some) > 1:
            # days that all differ are an order by themselves, and the cheaper one
            differ = len({entry.event.date for entry in some}) == len(some)
            some.sort(key=_day if differ else in_time)
    return BoundLog(plan, log, entries, _not_applicable(plan, entries), tuple(pending), tuple(ignored))


def _faults_of(fit: Fit, plan: Plan, log: Log, index: int, elsewhere: Elsewhere | None) -> list[Problem]:
    if fit.form is not None:
        found: list[Problem] = []
        for check in fit.checks:
            found += check(plan, log, index)
        return found
    if fit.clause is None:
        return [find_stranger(plan, log, index, elsewhere)]
    return find_misfits(plan, log, index, fit.clause)


def _not_applicable(plan: Plan, entries: Mapping[str, Sequence[Entry]]) -> frozenset[str]:
    """The clauses found 不适用, and the counts that such a finding on their award settles with it."""
    found = [clause for clause, some in entries.items() if some[0].event.finding is Finding.NA]
    return frozenset(found).union(*(plan.settles.get(clause, ()) for clause in found))


def _day(entry: Entry) -> date:
    return entry.event.date or date.min


def _in_time(members: Sequence[str]) -> Callable[[Entry], tuple[object, ...]]:
    """An order that does not depend on where in the log an entry stands, as long as two entries differ at all.

    By day; members as the log lists them; then whatever else an entry says.
    """
    places = {name: place for place, name in enumerate(members)}

    def order(entry: Entry) -> tuple[object, ...]:
        event: Event = entry.event
        return (
            event.date or date.min,
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
