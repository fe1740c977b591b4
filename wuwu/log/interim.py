"""A bound log in, the same log as it stood on a day of its year out: for an interim answer (阶段性)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wuwu.diagnostics import Problem, Result
from wuwu.log.binding import BoundLog, Idle
from wuwu.rubric.plan import Plan
from wuwu.rules.kind import Entry, Reason
from wuwu.schema.event import Status

# what nobody knew before it was verified: all that counts, and what moves nothing by who verified it or how
_BY_STATUS = frozenset({Reason.DISMISSED, Reason.WRONG_BODY})


def stand_on(bound: BoundLog, wanted: date | None) -> Result[BoundLog]:
    """The log on the day `wanted`, else on the day when it says it was assessed; as it is where the year is over by then.

    Occurrences after the day are left out, and what was verified after it is pending. A day before the year is a problem.
    """
    year = bound.plan.year
    if wanted is not None and wanted.year < year:
        place = bound.log.document.place(("year",))
        return Result(None, (Problem("as-of-before-year", place, {"date": wanted.isoformat(), "year": year}),))
    day = wanted or bound.log.assessed_on
    if day is None or day.year != year or day == date(year, 12, 31):
        return Result(bound)
    left = [entry for entry in _every(bound) if _is_later(bound.plan, entry, day)]
    later = {entry.index for entry in left}
    verified_later = [entry for entry in _known_by_status(bound) if _verified_after(entry, day)]
    reopened = [entry for entry in verified_later if entry.index not in later and _could_count(bound.plan, entry)]
    out = later | {entry.index for entry in reopened}
    if not out:
        return Result(bound._replace(as_of=day))
    entries = {clause: [each for each in some if each.index not in out] for clause, some in bound.entries.items()}
    pending = [each for each in bound.pending if each.index not in out]
    ignored = [idle for idle in bound.ignored if idle.entry.index not in out]
    stood = bound._replace(
        entries={clause: some for clause, some in entries.items() if some},
        pending=tuple(sorted([*pending, *reopened], key=_index)),
        ignored=tuple(
            sorted([*ignored, *(Idle(entry, Reason.LATER) for entry in left)], key=lambda idle: idle.entry.index)
        ),
        as_of=day,
        left_out=True,
    )
    return Result(stood)


def _every(bound: BoundLog) -> Iterator[Entry]:
    for some in bound.entries.values():
        yield from some
    yield from bound.pending
    yield from (idle.entry for idle in bound.ignored)


def _known_by_status(bound: BoundLog) -> Iterator[Entry]:
    for some in bound.entries.values():
        yield from some
    yield from (idle.entry for idle in bound.ignored if idle.reason in _BY_STATUS)


def _is_later(plan: Plan, entry: Entry, day: date) -> bool:
    """Whether an entry is an occurrence after the day. Findings, figures and attendance may well be dated later."""
    event = entry.event
    if event.date is None or event.date <= day:
        return False
    forms = plan.clauses[event.clause].forms
    return any("date" in form.required and form.required <= event.fields for form in forms)


def _verified_after(entry: Entry, day: date) -> bool:
    return entry.event.verified_on is not None and entry.event.verified_on > day


def _could_count(plan: Plan, entry: Entry) -> bool:
    """Whether an entry moves something once it is upheld: what another body than the clause names looks into does not."""
    still_open = replace(entry, event=replace(entry.event, status=Status.PENDING))
    return plan.clauses[entry.event.clause].declared.admit(still_open, plan.vocabulary) is Reason.PENDING


def _index(entry: Entry) -> int:
    return entry.index
