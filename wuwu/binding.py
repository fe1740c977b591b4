"""A declared log, bound to a compiled rubric: every entry with its clause, its level and whether it counts.

Every binding error of the log is found at once; after this the engine meets no unknown id and no doubtful field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from wuwu.entry_faults import Elsewhere, find_doubles, find_faults, find_poll_faults, fit_entry
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
    exceptions: Mapping[str, Finding]
    """The findings that are not 符合, by clause."""
    not_applicable: frozenset[str]
    """The clauses found 不适用, and the counts that such a finding on their award settles with it."""
    pending: tuple[Entry, ...]
    ignored: tuple[Idle, ...]


def bind(plan: Plan, log: Log, elsewhere: Elsewhere | None = None, only: Iterable[int] | None = None) -> BoundLog:
    """Bind a log to a rubric, or those of its entries that `only` names by index.

    `elsewhere` names the other table that an unknown clause belongs to. Raises Rejected with every entry that does not
    fit.
    """
    events = log.events
    faulty: list[Problem] = []
    if log.year != plan.year:
        params = {"year": log.year, "rubric_year": plan.year, "rubric": plan.rubric.rubric}
        faulty.append(Problem("year-mismatch", log.document.place(("year",)), params))
    entries: dict[str, list[Entry]] = {}
    pending: list[Entry] = []
    ignored: list[Idle] = []
    # every entry of every log comes through here, and so it is written for speed
    for index, event in enumerate(events) if only is None else [(each, events[each]) for each in only]:
        fit = fit_entry(plan, event)
        if fit.doubtful or (fit.dated and event.date.year != plan.year):  # type: ignore[union-attr]
            found = find_faults(fit, plan, log, index, elsewhere)
            if found:
                faulty += found
                continue
        count = event.count
        entry = Entry(index, event, 1 if count is None else count, fit.level)
        if fit.idle is Reason.PENDING:
            pending.append(entry)
        elif fit.idle is not None:
            ignored.append(Idle(entry, fit.idle))
        elif event.clause in entries:
            entries[event.clause].append(entry)
        else:
            entries[event.clause] = [entry]
    faulty += (*find_doubles(plan, log, entries), *find_poll_faults(plan, log, entries))
    if faulty:
        raise Rejected(faulty)
    _put_in_time(entries.values(), log.members)
    told = _exceptions(entries)
    return BoundLog(plan, log, entries, told, _not_applicable(plan, told), tuple(pending), tuple(ignored))


def _put_in_time(groups: Iterable[list[Entry]], members: Sequence[str]) -> None:
    for some in groups:
        if len(some) > 1:
            # days that all differ are an order by themselves, and the cheaper one
            differ = len({entry.event.date for entry in some}) == len(some)
            some.sort(key=_day if differ else _in_time(members))


def _day(entry: Entry) -> date:
    return entry.event.date or date.min


def _exceptions(entries: Mapping[str, Sequence[Entry]]) -> Mapping[str, Finding]:
    return {
        clause: finding
        for clause, some in entries.items()
        if (finding := some[0].event.finding) is not None and finding is not Finding.MET
    }


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
