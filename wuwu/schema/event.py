"""An entry of a log (事项) as declared: the fields it may fill in, and the words for its values (docs/log-format)."""

from __future__ import annotations

from collections.abc import KeysView, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin, get_type_hints

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from wuwu.schema.scalars import Day, Flag, Months, Number, Text, Texts, Whole, words_of


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


# The Chinese names of each field, the first of which is the head of its column in a ledger.
_EVENT_FIELDS = {
    "clause": "条款 条款号 条款编号",
    "date": "日期 时间 发生日期",
    "months": "月份",
    "count": "次数 件数 件次 人数 人次 数量",
    "finding": "认定 认定结论 认定结果 结论 考核结论",
    "level": "级别 层级 等级 种类",
    "subject": "同一内容 内容 对象 主题 事由",
    "name": "名称 目标 目标任务 任务 项目",
    "value": "数值 比例 比率 百分比 百分数",
    "plan": "计划 计划数 目标数 任务数",
    "actual": "完成 完成数 实际 实际数",
    "rate": "完成率 完成比例",
    "done": "是否完成 完成情况",
    "points": "分数 分值 扣分 得分",
    "reason": "理由 原因",
    "decided_by": "认定人 认定单位 决定人 决定 决定单位",
    "member": "成员 班子成员 姓名",
    "status": "状态 查实情况 核查结果 核实情况 是否属实",
    "verified_by": "查实单位 核查单位 核实单位",
    "verified_on": "查实日期 核查日期 核实日期",
    "case": "案号 案件号 工单号 投诉编号",
    "evidence": "依据 证据 文号 证明材料 佐证材料",
    "note": "备注 说明",
}


def by_other_names(fields: Mapping[str, str]) -> Mapping[str, str]:
    """The field that each word means, from the words that mean each field."""
    return {word: name for name, words in fields.items() for word in words.split()}


@dataclass(frozen=True)
class Event:
    """事项: one entry of the log. Which of the fields a clause takes is settled when the log is bound.

    A year of a city holds thousands of entries, so each holds only the fields that it fills in; the others are read from
    the class.
    """

    other_names: ClassVar[Mapping[str, str]] = by_other_names(_EVENT_FIELDS)
    chinese_names: ClassVar[Mapping[str, str]] = {name: words.split()[0] for name, words in _EVENT_FIELDS.items()}

    clause: Text
    date: Day | None = None
    months: Months = ()
    count: Whole | None = None
    finding: Annotated[Finding, words_of(Finding, _FINDINGS)] | None = None
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
    status: Annotated[Status, words_of(Status, _STATUSES)] | None = None
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

    @classmethod
    def holding(cls, said: dict[str, Any]) -> Event:
        """The entry that holds these fields, which were validated before."""
        event = object.__new__(cls)
        object.__setattr__(event, "__dict__", said)
        return event

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A mapping with no field that is not named; a field that is left out is not made up, as most are."""
        hints = get_type_hints(cls, include_extras=True)
        given = {
            each.name: core_schema.typed_dict_field(
                handler.generate_schema(_filled(hints[each.name])), required=each.default is MISSING
            )
            for each in fields(cls)
        }
        said = core_schema.typed_dict_schema(given, cls=cls, extra_behavior="forbid")
        # the reference makes it a definition of its own in the JSON schema
        return core_schema.no_info_after_validator_function(cls.holding, said, ref=f"{__name__}.Event:{id(cls)}")


def _filled(hint: Any) -> Any:
    """The type of a field that is filled in: an optional one without None."""
    inner = [each for each in get_args(hint) if each is not NoneType]
    return inner[0] if get_origin(hint) in (Union, UnionType) else hint


FIELDS: tuple[str, ...] = tuple(each.name for each in fields(Event))
"""Every field an entry may have, in the order in which people write them."""
