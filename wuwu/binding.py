"""A declared log, bound to a compiled rubric: every entry with its clause, its level and whether it counts.

Every binding error of the log is found at once; after this the engine meets no unknown id and no doubtful field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from wuwu.entry_faults import (
    Elsewhere,
    choose_form,
    find_doubles,
    find_faults,
    find_misfits,
    find_poll_faults,
    find_stranger,
)
from wuwu.event_log import Event, Finding, Log
from wuwu.plan import Clause, Plan
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


def bind(plan: Plan, log: Log, elsewhere: Elsewhere | None = None) -> BoundLog:
    """Bind a log to a rubric.

    `elsewhere` names the other table that an unknown clause belongs to. Raises Rejected with every entry that does not
    fit.
    """
    entries: dict[str, list[Entry]] = {}
    pending: list[Entry] = []
    ignored: list[Idle] = []
    faulty: list[Problem] = []
    for clause, entry in _fit(plan, log, elsewhere, faulty):
        reason = clause.declared.admit(entry, plan.vocabulary)
        if reason is None:
            entries.setdefault(clause.id, []).append(entry)
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


def _fit(plan: Plan, log: Log, elsewhere: Elsewhere | None, faulty: list[Problem]) -> Iterator[tuple[Clause, Entry]]:
    """Each entry whose fields and values suit its clause; the others' problems go to `faulty`."""
    if log.year != plan.rubric.year:
        params = {"year": log.year, "rubric_year": plan.rubric.year, "rubric": plan.rubric.rubric}
        faulty.append(Problem("year-mismatch", log.document.place(("year",)), params))
    members = frozenset(log.members)
    for index, event in enumerate(log.events):
        clause = plan.clauses.get(event.clause)
        if clause is None:
            faulty.append(find_stranger(plan, log, index, elsewhere))
        elif (form := choose_form(clause, event)) is None:
            faulty += find_misfits(plan, log, index, clause)
        elif faults := find_faults(plan, log, index, clause, form, members):
            faulty += faults
        else:
            count = 1 if event.count is None else event.count
            yield clause, Entry(index, event, count, plan.level_of(event.level))


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
            event.note or "",
            event.reason or "",
            event.evidence,
            entry.count,
            entry.index,
        )

    return order
