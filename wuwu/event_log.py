"""A unit's log (台账) as declared: one unit, one year, one file (docs/log-format)."""

from collections.abc import KeysView
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict

from wuwu.blueprint import build
from wuwu.model import DeclaredFile
from wuwu.problem import Problem, Rejected
from wuwu.scalars import Day, Flag, Name, Number, Text, Texts, Whole, words_of
from wuwu.source.document import Document
from wuwu.validation import validate


class Finding(StrEnum):
    """认定: what a person found of an award."""

    MET = "符合"
    UNMET = "不符合"
    NA = "不适用"


class Status(StrEnum):
    """The state of a complaint, or of anything in dispute."""

    UPHELD = "查实"
    PENDING = "待查"
    DISMISSED = "不属实"


_FINDINGS = {"met": Finding.MET, "unmet": Finding.UNMET, "na": Finding.NA}
_STATUSES = {
    "upheld": Status.UPHELD,
    "pending": Status.PENDING,
    "dismissed": Status.DISMISSED,
    "属实": Status.UPHELD,
    "不实": Status.DISMISSED,
}


@dataclass(frozen=True)
class Event:
    """事项: one entry of the log. Which of the fields a clause takes is settled when the log is bound.

    A dataclass, because a year of a city holds thousands of them: each holds only the fields that it fills in, the
    others are read from the class.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    clause: Text
    date: Day | None = None
    count: Whole | None = None
    finding: Annotated[Finding | None, words_of(Finding, _FINDINGS)] = None
    level: Text | None = None
    subject: Text | None = None
    name: Text | None = None
    value: Number | None = None
    plan: Number | None = None
    actual: Number | None = None
    rate: Number | None = None
    done: Flag | None = None
    points: Number | None = None
    reason: Text | None = None
    decided_by: Text | None = None
    member: Text | None = None
    status: Annotated[Status | None, words_of(Status, _STATUSES)] = None
    verified_by: Text | None = None
    verified_on: Day | None = None
    case: Text | None = None
    evidence: Texts = ()
    note: Text | None = None

    def __post_init__(self) -> None:
        """Keep only what the entry fills in."""
        said = {name: value for name, value in vars(self).items() if value is not None and value != ()}
        vars(self).clear()
        vars(self).update(said)

    @property
    def fields(self) -> KeysView[str]:
        """The names of the fields that the entry fills in."""
        return vars(self).keys()


FIELDS: tuple[str, ...] = tuple(each.name for each in fields(Event))
"""Every field an entry may have, in the order in which people write them."""


class Log(DeclaredFile):
    """台账: a unit's record for the year."""

    unit: Text
    rubric: Text
    year: Whole
    group: Text | None = None
    assessed_on: Day | None = None
    members: tuple[Name, ...] = ()
    events: tuple[Event, ...]


def declare_log(document: Document) -> Log:
    """The log that a document declares. A field left empty counts as left out. Raises Rejected with every problem."""
    if isinstance(document.data, dict) and "dimensions" in document.data:
        raise Rejected([Problem("rubric-not-log", document.place(("dimensions",), "key"))])
    return validate(Log, document, _without_empty(document.data))


def declare_rest(document: Document) -> tuple[Log | None, tuple[int, ...]]:
    """What remains of a log that cannot be declared: its head and the entries that can, and which of them these are.

    The others keep their places, hollow; None where not even the head can be declared.
    """
    data = _without_empty(document.data)
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        return None, ()
    head = build(Log, {**data, "events": []})
    if head is None:
        return None, ()
    entries = [build(Event, each) for each in data["events"]]
    sound = tuple(index for index, entry in enumerate(entries) if entry is not None)
    hollow = Event(clause="?")
    log = head.model_copy(update={"events": tuple(entry or hollow for entry in entries)})
    log.bind_document(document)
    return log, sound


def _without_empty(data: Any) -> Any:
    """The data without the fields left empty, as in a skeleton half filled in; `events:` with nothing is no events yet."""
    if not isinstance(data, dict):
        return data
    events = data.get("events", ())
    if isinstance(events, list):
        if not any(each.__class__ is dict and None in each.values() for each in events) and None not in data.values():
            return data
        events = [_filled(each) for each in events]
    kept = _filled(data)
    return {**kept, "events": [] if events is None else events} if "events" in data else kept


def _filled(fields: Any) -> Any:
    return {key: value for key, value in fields.items() if value is not None} if isinstance(fields, dict) else fields
