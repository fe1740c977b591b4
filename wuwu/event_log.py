"""A unit's log (台账) as declared: one unit, one year, one file (docs/log-format)."""

from collections.abc import KeysView, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict

from wuwu.blueprint import build, fields_of
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


# What people write who take the fields for Chinese ones: an error can then name the field that is meant.
_EVENT_FIELDS = {
    "clause": "条款 条款号 条款编号",
    "date": "日期 时间 发生日期",
    "count": "次数 件数 件次 人数 人次 数量",
    "finding": "认定 认定结论 认定结果 结论 考核结论",
    "level": "级别 层级 等级 种类",
    "subject": "内容 对象 主题 事由",
    "name": "名称 目标 目标任务 任务 项目",
    "value": "数值 比例 比率 百分比 百分数",
    "plan": "计划 计划数 目标数 任务数",
    "actual": "完成 完成数 实际 实际数",
    "rate": "完成率 完成比例",
    "done": "是否完成 完成情况",
    "points": "分数 分值 扣分 得分",
    "reason": "理由 原因",
    "decided_by": "决定人 决定 决定单位 认定人 认定单位",
    "member": "成员 班子成员 姓名",
    "status": "状态 查实情况 核查结果 核实情况 是否属实",
    "verified_by": "查实单位 核查单位 核实单位",
    "verified_on": "查实日期 核查日期 核实日期",
    "case": "案号 案件号 工单号 投诉编号",
    "evidence": "依据 证据 文号 证明材料 佐证材料",
    "note": "说明 备注",
}
_LOG_FIELDS = {
    "unit": "单位 单位名称 被考核单位",
    "rubric": "标准 评分标准 考核标准",
    "year": "年度 年份 考核年度",
    "group": "组别 分组 组",
    "assessed_on": "考评日期 考核日期",
    "members": "班子成员 成员 领导班子",
    "events": "事项 台账 事件 记录",
}


def _by_other_names(fields: Mapping[str, str]) -> Mapping[str, str]:
    return {word: name for name, words in fields.items() for word in words.split()}


@dataclass(frozen=True)
class Event:
    """事项: one entry of the log. Which of the fields a clause takes is settled when the log is bound.

    A dataclass, because a year of a city holds thousands of them: each holds only the fields that it fills in, the
    others are read from the class.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    other_names: ClassVar[Mapping[str, str]] = _by_other_names(_EVENT_FIELDS)

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

    other_names: ClassVar[Mapping[str, str]] = _by_other_names(_LOG_FIELDS)

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
    log = build(Log, document.data)  # which knows no empty field: most logs have none
    if log is None:
        return validate(Log, document, _without_empty(document.data))
    log.bind_document(document)
    return log


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
