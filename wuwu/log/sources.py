"""A record in, where its entries come from out: the files and sheets, who recorded them, and the place of each entry."""

from __future__ import annotations

from typing import NamedTuple

from wuwu.log.declared import Log
from wuwu.log.merging import Record


class SourceRef(NamedTuple):
    """A file, or a sheet of one, and who recorded it."""

    path: str
    sheet: str | None
    sha256: str
    recorded_by: str | None


class EventPlace(NamedTuple):
    """Where an entry stands: the number of its source, and the cell or the line and column there."""

    source: int
    place: str


class Sources(NamedTuple):
    """The sources of a record in their order, and the place of each of its entries.

    A log that is one YAML file has one source and no list of places: an entry's number says where it stands.
    """

    refs: tuple[SourceRef, ...]
    events_at: tuple[EventPlace, ...]


def sources_of(log: Log) -> Sources:
    """Where the entries of a log come from."""
    document = log.document
    logs = document.logs if isinstance(document, Record) else (log,)
    if len(logs) == 1 and document.text:
        return Sources((SourceRef(document.name, None, document.sha256, log.recorded_by),), ())
    refs: dict[SourceRef, int] = {}
    places: list[EventPlace] = []
    for index in range(len(log.events)):
        source = document.origins[index].source if isinstance(document, Record) else 0
        at, its = document.place(("events", index)), logs[source]
        sheet, _, cell = (at.cell or "").rpartition("!")
        ref = SourceRef(its.document.name, sheet or None, its.document.sha256, its.recorded_by)
        places.append(EventPlace(refs.setdefault(ref, len(refs)), cell or f"{at.line}:{at.column}"))
    for its in logs:
        if all(ref.path != its.document.name for ref in refs):
            ref = SourceRef(its.document.name, None, its.document.sha256, its.recorded_by)
            refs.setdefault(ref, len(refs))
    return Sources(tuple(refs), tuple(places))
