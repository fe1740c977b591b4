"""The logs of one unit from several sources in, one record out: who recorded what, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from wuwu.diagnostics import Place, Problem
from wuwu.identity import identity_of
from wuwu.log.declared import Log
from wuwu.schema.event import Event
from wuwu.source.document import Document, KeyPath

SELF = "自评"
"""The recorder of a unit's own assessment, which is scored apart."""

_HEAD = ("group", "assessed_on", "members")
# What two entries of one occurrence share; how each source words and proves it is its own.
_OCCURRENCE = ("clause", "date", "months", "count", "level", "subject", "member", "points", "case")


class Origin(NamedTuple):
    """Where an entry of a record comes from: the number of its source, and its number there."""

    source: int
    entry: int


@dataclass(frozen=True, eq=False)
class Record(Document):
    """The document of a record: its places are those of the sources."""

    logs: tuple[Log, ...] = ()
    origins: tuple[Origin, ...] = ()

    def place(self, path: KeyPath = (), part: Literal["value", "key"] = "value") -> Place:
        """The place in the source that an entry comes from; of the head, in the first source that has it."""
        steps = tuple(path)
        if len(steps) > 1 and steps[0] == "events" and isinstance(steps[1], int):
            source, entry = self.origins[steps[1]]
            return self.logs[source].document.place(("events", entry, *steps[2:]), part)
        said = next((log for log in self.logs if steps and getattr(log, str(steps[0]), None)), self.logs[0])
        return said.document.place(steps, part)


def merge(logs: Sequence[Log]) -> tuple[Log, list[Problem]]:
    """The record of a unit from its logs, and where they contradict each other; what they agree on counts once.

    Entries stand in the order of the sources. A log alone is its own record.
    """
    first = logs[0]
    if len(logs) == 1:
        return first, []
    problems = list(_differing_heads(logs))
    events: list[Event] = []
    origins: list[Origin] = []
    settled: dict[Hashable, tuple[Event, Origin]] = {}
    for source, log in enumerate(logs):
        for index, event in enumerate(log.events):
            key, origin = _settles(event), Origin(source, index)
            earlier = settled.get(key) if key is not None else None
            if earlier is not None and earlier[1].source != source:
                if not _agree(earlier[0], event):
                    problems.append(_contradiction(logs, earlier, (event, origin)))
                continue
            if key is not None:
                settled.setdefault(key, (event, origin))
            events.append(event)
            origins.append(origin)
    head = {
        name: next((getattr(log, name) for log in logs if getattr(log, name)), getattr(first, name)) for name in _HEAD
    }
    # a list of units says which of the names of one is its own
    head["unit"] = next((log.unit for log in logs if getattr(log.document, "also", ())), first.unit)
    record = first.model_copy(update={**head, "events": tuple(events)})
    document = first.document
    record.bind_document(
        Record(
            document.name, document.raw, document.text, None, document.notes, logs=tuple(logs), origins=tuple(origins)
        )
    )
    return record, problems


def recorded_twice(log: Log) -> Iterator[tuple[int, ...]]:
    """The entries of a record that several sources seem to have for one occurrence, each group by their numbers."""
    record = log.document
    if not isinstance(record, Record):
        return
    alike: dict[Hashable, list[int]] = {}
    for index, event in enumerate(log.events):
        if _settles(event) is None:
            alike.setdefault(tuple(getattr(event, name) for name in _OCCURRENCE), []).append(index)
    for group in alike.values():
        if len({record.origins[index].source for index in group}) > 1:
            yield tuple(group)


def _settles(event: Event) -> Hashable:
    """What an entry settles once and for all, so that no other may settle it otherwise; None for an occurrence."""
    if event.finding is not None:
        return event.clause, "finding"
    if event.value is not None:
        return event.clause, "value"
    if event.name is not None:
        return event.clause, "name", identity_of(event.name)
    return None


def _agree(one: Event, other: Event) -> bool:
    """Whether two entries settle something alike, however they are worded and proved."""
    return all(
        getattr(one, name) == getattr(other, name) for name in ("finding", "value", "plan", "actual", "rate", "done")
    )


def _contradiction(logs: Sequence[Log], earlier: tuple[Event, Origin], later: tuple[Event, Origin]) -> Problem:
    places = [_value_place(logs, *each) for each in (earlier, later)]
    params = {
        "clause": later[0].clause,
        "first_by": logs[earlier[1].source].recorded_by or "",
        "second_by": logs[later[1].source].recorded_by or "",
    }
    return Problem("sources-disagree", places[1], params, related=(places[0],))


def _value_place(logs: Sequence[Log], event: Event, origin: Origin) -> Place:
    field = next(name for name in ("finding", "value", "actual", "rate", "done") if getattr(event, name) is not None)
    return logs[origin.source].document.place(("events", origin.entry, field))


def _same(one: object, other: object) -> bool:
    """Whether two sources say one thing, in whatever spelling."""
    return identity_of(one) == identity_of(other) if isinstance(one, str) and isinstance(other, str) else one == other


def _differing_heads(logs: Sequence[Log]) -> Iterator[Problem]:
    for name in _HEAD:
        said = [log for log in logs if getattr(log, name)]
        other = next((log for log in said if not _same(getattr(log, name), getattr(said[0], name))), None)
        if other is not None:
            related = (said[0].document.place((name,)),)
            yield Problem(
                "heads-differ", other.document.place((name,)), {"field": name, "unit": other.unit}, related=related
            )
