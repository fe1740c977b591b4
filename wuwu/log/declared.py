"""A unit's log (台账) as declared: one unit, one year, one file (docs/log-format)."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from functools import lru_cache
from typing import Any, ClassVar

from pydantic import PrivateAttr, TypeAdapter, ValidationError

from wuwu.diagnostics import Problem, Result
from wuwu.rubric.bundled import bundled_rubrics
from wuwu.schema.event import FIELDS, Event, by_other_names
from wuwu.schema.models import DeclaredFile
from wuwu.schema.period import Stretch
from wuwu.schema.scalars import Day, Name, Text, Year
from wuwu.schema.validation import validate
from wuwu.source.document import Document

_LOG_FIELDS = {
    "unit": "单位 单位名称 被考核单位",
    "rubric": "标准 评分标准 考核标准",
    "year": "年度 年份 考核年度",
    "period": "期间 月份 季度 考核期",
    "group": "组别 分组 组",
    "assessed_on": "考评日期 考核日期",
    "members": "班子成员 成员 领导班子",
    "recorded_by": "填报 填报人 填报单位 填报科室 登记人",
    "events": "事项 台账 事件 记录",
}


class EntryFault(Enum):
    """What is wrong with an entry by itself: the value of a field, or a field that there is not."""

    VALUE = "value"
    NAME = "name"


class Log(DeclaredFile):
    """台账: a unit's record for the year."""

    other_names: ClassVar[Mapping[str, str]] = by_other_names(_LOG_FIELDS)
    chinese_names: ClassVar[Mapping[str, str]] = {name: words.split()[0] for name, words in _LOG_FIELDS.items()}

    unit: Text
    rubric: Text
    year: Year
    period: Stretch | None = None
    group: Text | None = None
    assessed_on: Day | None = None
    members: tuple[Name, ...] = ()
    recorded_by: Text | None = None
    events: tuple[Event, ...]

    _faulty: Mapping[int, EntryFault] = PrivateAttr(default={})

    @property
    def faulty(self) -> Mapping[int, EntryFault]:
        """By index the entries that hold only what is sound of them; the clause of one that names none is empty."""
        return self._faulty

    def mark_faulty(self, faulty: Mapping[int, EntryFault]) -> None:
        """Name these entries, once, where the log is declared."""
        self._faulty = faulty


def declare_log(document: Document) -> Result[Log]:
    """The log that a document declares, with every problem of it. A field left empty counts as left out.

    Beside errors in its entries the value holds what is sound, if the head is; `faulty` names these entries.
    """
    if isinstance(document.data, dict) and "dimensions" in document.data:
        return Result(None, (Problem("rubric-not-log", document.place(("dimensions",), "key")),))
    result = validate(Log, document)
    if not result.failed:
        return result
    from wuwu.log.chinese_keys import by_english_names  # most logs have no Chinese key

    document, doubled = by_english_names(document)
    data = _without_empty(document.data)  # and no empty field
    result = validate(Log, document, data)
    if result.failed:
        return Result(_sound_part(document, data), (*doubled, *map(_name_rubrics, result.problems)))
    return Result(result.value, (*doubled, *result.problems))


def _name_rubrics(problem: Problem) -> Problem:
    """Where a log does not name its rubric, the problem names those that there are."""
    if problem.code != "missing-field" or problem.params["field"] != "rubric":
        return problem
    known = dict.fromkeys(f"{each.id}（{each.title}）" for each in bundled_rubrics())
    return replace(problem, code="missing-rubric", params={"known": [*known]})


def _sound_part(document: Document, data: Any) -> Log | None:
    """The log with what is sound of every entry; None where not even its head can be declared."""
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        return None
    known = {name: data[name] for name in Log.model_fields if name in data}  # an unknown field is no reason to stop
    try:
        head = Log.model_validate(known | {"events": []})
    except ValidationError:
        return None
    entries = [_sound_entry(each) for each in data["events"]]
    log = head.model_copy(update={"events": tuple(entry for entry, _ in entries)})
    log.bind_document(document)
    log.mark_faulty({index: fault for index, (_, fault) in enumerate(entries) if fault is not None})
    return log


def _sound_entry(data: Any) -> tuple[Event, EntryFault | None]:
    """An entry, and what is wrong with it. A field whose value is wrong is there without a value: it is not missing."""
    adapter = _entry_adapter()
    try:
        return adapter.validate_python(data), None
    except ValidationError as error:
        if not isinstance(data, dict):
            return Event(clause=""), EntryFault.VALUE
        wrong = {str(each["loc"][0]) for each in error.errors(include_url=False) if each["loc"]}
    sound = {name: value for name, value in data.items() if name not in wrong}
    has_clause = "clause" in sound
    entry = adapter.validate_python(sound if has_clause else {**sound, "clause": "?"})
    empty = dict.fromkeys(wrong & {*FIELDS})
    fault = EntryFault.VALUE if wrong <= {*FIELDS} else EntryFault.NAME
    return Event.holding({**vars(entry), **empty, "clause": entry.clause if has_clause else ""}), fault


@lru_cache(1)
def _entry_adapter() -> TypeAdapter[Event]:
    """Built for the first log with a wrong entry: most runs never need it."""
    return TypeAdapter(Event)


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
