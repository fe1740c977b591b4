"""What several sources of a record have to settle between them, though it moves no number."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.log.binding import BoundLog
from wuwu.log.merging import Record, recorded_twice
from wuwu.scoring.scorecard import Warn


def find_recorder_warnings(bound: BoundLog) -> Iterator[Warn]:
    """One occurrence that several sources seem to have, and what a section recorded of a row given to another."""
    record = bound.log.document
    if not isinstance(record, Record):
        return
    for events in recorded_twice(bound.log):
        who = [record.logs[record.origins[event].source].recorded_by for event in events]
        clause = bound.log.events[events[0]].clause
        yield Warn("recorded-twice", {"clause": clause, "recorders": list(dict.fromkeys(who))}, events)
    yield from _by_another(bound, record)


def _by_another(bound: BoundLog, record: Record) -> Iterator[Warn]:
    given = [frozenset(getattr(log.document, "given", ())) for log in record.logs]
    found: dict[tuple[str, str, str], list[int]] = {}
    for index, event in enumerate(bound.log.events):
        source = record.origins[index].source
        names = {event.clause, bound.plan.clauses[event.clause].item}
        owners = [number for number, rows in enumerate(given) if rows & names]
        if owners and source not in owners:
            owner, recorder = (record.logs[each].recorded_by or "" for each in (owners[0], source))
            found.setdefault((event.clause, owner, recorder), []).append(index)
    for (clause, owner, recorder), events in found.items():
        yield Warn("recorded-by-another", {"clause": clause, "owner": owner, "recorder": recorder}, tuple(events))
