"""A unit's log (台账) as declared: one unit, one year, one file (docs/log-format)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import field_validator, model_validator

from wuwu.model import Day, Declared, DeclaredFile, Flag, Number, Text, Texts, Whole, validate, words_of
from wuwu.problem import Problem, Rejected
from wuwu.source.document import Document


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
_STATUSES = {"upheld": Status.UPHELD, "pending": Status.PENDING, "dismissed": Status.DISMISSED}


class Event(Declared):
    """事项: one entry of the log. Which of the fields a clause takes is settled when the log is bound."""

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


class Log(DeclaredFile):
    """台账: a unit's record for the year."""

    unit: Text
    rubric: Text
    year: Whole
    group: Text | None = None
    assessed_on: Day | None = None
    members: tuple[Text, ...] = ()
    events: tuple[Event, ...]

    @model_validator(mode="before")
    @classmethod
    def _fill_empty(cls, data: Any) -> Any:
        # `events:` with nothing under it is a log without events, as a unit has it in January
        if isinstance(data, dict) and None in data.values():
            kept = {key: value for key, value in data.items() if value is not None}
            return {"events": [], **kept} if "events" in data else kept
        return data

    @field_validator("events", mode="before")
    @classmethod
    def _drop_empty(cls, events: Any) -> Any:
        # a field left empty (`note:`) is a field left out: people fill in skeletons
        return [_filled(event) for event in events] if isinstance(events, list) else events


def _filled(event: Any) -> Any:
    if isinstance(event, dict) and None in event.values():
        return {key: value for key, value in event.items() if value is not None}
    return event


def declare_log(document: Document) -> Log:
    """The log that a document declares. A field left empty counts as left out. Raises Rejected with every problem."""
    if isinstance(document.data, dict) and "dimensions" in document.data:
        raise Rejected([Problem("rubric-not-log", document.place(("dimensions",), "key"))])
    return validate(Log, document)
