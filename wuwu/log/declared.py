"""A unit's log (台账) as declared: one unit, one year, one file (docs/log-format)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from wuwu.diagnostics import Problem, Rejected
from wuwu.rubric.bundled import bundled_rubrics
from wuwu.schema.blueprint import build, fields_of
from wuwu.schema.event import Event, by_other_names
from wuwu.schema.models import DeclaredFile
from wuwu.schema.scalars import Day, Name, Text, Year
from wuwu.schema.validation import validate
from wuwu.source.document import Document

_LOG_FIELDS = {
    "unit": "单位 单位名称 被考核单位",
    "rubric": "标准 评分标准 考核标准",
    "year": "年度 年份 考核年度",
    "group": "组别 分组 组",
    "assessed_on": "考评日期 考核日期",
    "members": "班子成员 成员 领导班子",
    "events": "事项 台账 事件 记录",
}


class Log(DeclaredFile):
    """台账: a unit's record for the year."""

    other_names: ClassVar[Mapping[str, str]] = by_other_names(_LOG_FIELDS)

    unit: Text
    rubric: Text
    year: Year
    group: Text | None = None
    assessed_on: Day | None = None
    members: tuple[Name, ...] = ()
    events: tuple[Event, ...]


def declare_log(document: Document) -> Log:
    """The log that a document declares. A field left empty counts as left out. Raises Rejected with every problem."""
    if isinstance(document.data, dict) and "dimensions" in document.data:
        raise Rejected([Problem("rubric-not-log", document.place(("dimensions",), "key"))])
    log = build(Log, document.data)  # which knows no empty field: most logs have none
    if log is None:
        try:
            return validate(Log, document, _without_empty(document.data))
        except Rejected as rejected:
            raise Rejected(map(_name_rubrics, rejected.problems)) from None
    log.bind_document(document)
    return log


def _name_rubrics(problem: Problem) -> Problem:
    """A log that does not say its rubric is told those that there are."""
    if problem.code != "missing-field" or problem.params["field"] != "rubric":
        return problem
    known = dict.fromkeys(f"{each.id}（{each.title}）" for each in bundled_rubrics())
    return replace(problem, code="missing-rubric", params={"known": [*known]})


def declare_rest(document: Document) -> tuple[Log | None, tuple[int, ...]]:
    """What remains of a log that cannot be declared: its head and the entries that can, and which of them these are.

    The others keep their places, hollow; None where not even the head can be declared. A field that a log has not is no
    reason for that.
    """
    data = _without_empty(document.data)
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        return None, ()
    head = build(Log, {name: data[name] for name in fields_of(Log) if name in data} | {"events": []})
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
    kept = _filled(data)
    if isinstance(events := data.get("events"), list):
        events = [_filled(each) for each in events]
    return {**kept, "events": [] if events is None else events} if "events" in data else kept


def _filled(fields: Any) -> Any:
    return {key: value for key, value in fields.items() if value is not None} if isinstance(fields, dict) else fields
