"""The scalars of every declared model: text in, a typed value or the reason why not out.

Every scalar arrives as text and is typed here, so one rule decides what a number or a date is, whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from wuwu.diagnostics import bare, nearest

# Twelve digits before and six after the point leave every sum and product exact in the engine's context.
_DIGITS, _DECIMALS, _DIGITS_OF_WHOLE = 12, 6, 9
_NUMBER = re.compile(rf"[-+]?(?:[0-9]{{1,{_DIGITS}}}(?:\.[0-9]{{0,{_DECIMALS}}})?|\.[0-9]{{1,{_DECIMALS}}})")
_WHOLE = re.compile(rf"\+?[0-9]{{1,{_DIGITS_OF_WHOLE}}}")
_YEAR = re.compile("[1-9][0-9]{3}")
_LONG_NUMBER = r"[-+]?(?P<digits>[0-9]*)(?:\.(?P<decimals>[0-9]*))?"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _wrong(code: str, value: object, instead: str = "", **params: object) -> PydanticCustomError:
    shown = value if isinstance(value, str) else type(value).__name__
    return PydanticCustomError(code, "{value}", {"value": shown, "instead": instead, **params})


def _plain(text: str) -> str:
    """What a person meant by full-width digits, a percent sign, thousands commas or a unit."""
    return bare(text).replace(",", "").strip().rstrip(_UNITS).strip()


_UNITS = "%分次件项人个名例处年度"


def _too_long(text: str, digits: int) -> PydanticCustomError | None:
    """Why a number is refused that is written as one, with more digits than are reckoned with."""
    number = re.fullmatch(_LONG_NUMBER, text)
    if number is None or not any(number.groups()):
        return None
    if len(number["decimals"] or "") > _DECIMALS:
        return _wrong("too-many-decimals", text, limit=_DECIMALS)
    return _wrong("too-many-digits", text, limit=digits) if len(number["digits"]) > digits else None


@lru_cache(4096)
def _number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        plain = _plain(text)
        raise _too_long(text, _DIGITS) or _wrong("not-a-number", text, plain if _NUMBER.fullmatch(plain) else "")
    return Decimal(text)


def _to_number(value: object) -> object:
    if isinstance(value, str):
        return _number(value)
    if isinstance(value, (Decimal, int)) and not isinstance(value, bool):
        return _number(format(Decimal(value), "f"))
    raise _wrong("not-a-number", value)


def _to_positive(value: object) -> object:
    number = _to_number(value)
    if isinstance(number, Decimal) and number <= 0:
        raise _wrong("not-above-zero", str(number))
    return number


def _to_whole(value: object) -> object:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str):
        if _WHOLE.fullmatch(text):
            return int(text)
        plain = _plain(text)
        long = _too_long(text, _DIGITS_OF_WHOLE) if "." not in text else None
        raise long or _wrong("not-whole", text, plain if _WHOLE.fullmatch(plain) else "")
    raise _wrong("not-whole", value)


def _to_year(value: object) -> object:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str) and _YEAR.fullmatch(text):
        return int(text)
    plain = _plain(text) if isinstance(text, str) else ""
    raise _wrong("not-a-year", text, plain if _YEAR.fullmatch(plain) else "")


@lru_cache(4096)
def _day(text: str) -> date:
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise _wrong("impossible-date", text) from None
    raise _wrong("not-a-date", text)  # what was meant is for whoever knows the year of the file


def _to_day(value: object) -> object:
    if isinstance(value, str):
        return _day(value)
    if isinstance(value, date):
        return value
    raise _wrong("not-a-date", value)


_BETWEEN_NAMES = "，、；,;"
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_MEANT_FLAGS = {
    "yes": "true",
    "y": "true",
    "on": "true",
    "是": "true",
    "已完成": "true",
    "完成": "true",
    "完成了": "true",
    "未完成": "false",
    "没完成": "false",
    "没有完成": "false",
    "尚未完成": "false",
    "no": "false",
    "n": "false",
    "off": "false",
    "否": "false",
}


def _to_flag(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _FLAGS:
        return _FLAGS[value]
    raise _wrong("not-a-flag", value, _MEANT_FLAGS.get(value.lower(), "") if isinstance(value, str) else "")


def to_text(value: object) -> object:
    """Text without the blanks around it; an error where none is left."""
    if isinstance(value, str) and (text := value.strip()):
        return text
    raise PydanticCustomError("empty-text" if isinstance(value, str) else "not-text", "")


def _to_name(value: object) -> object:
    text = to_text(value)
    for mark in str(text):
        if mark in _BETWEEN_NAMES:
            raise _wrong("joined-names", text, mark=mark)
    return text


def _to_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _to_floor(value: object) -> object:
    return None if value in ("none", None) else _to_number(value)


def _quoted(pattern: str) -> dict[str, str]:
    """What a value looks like where it stands in quotes, which wuwu does not mind: a part of its JSON schema."""
    return {"pattern": f"^(?:{pattern})$"}


Number = Annotated[Decimal, PlainValidator(_to_number), WithJsonSchema({"type": "number", **_quoted(_NUMBER.pattern)})]
"""A decimal exactly as written: at most 12 digits before the point and 6 after."""
Positive = Annotated[
    Decimal,
    PlainValidator(_to_positive),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, **_quoted(_NUMBER.pattern)}),
]
"""A decimal above 0."""
Whole = Annotated[
    int, PlainValidator(_to_whole), WithJsonSchema({"type": "integer", "minimum": 0, **_quoted(_WHOLE.pattern)})
]
"""A count: a whole number, 0 or more."""
Year = Annotated[
    int,
    PlainValidator(_to_year),
    WithJsonSchema({"type": "integer", "minimum": 1000, "maximum": 9999, **_quoted(_YEAR.pattern)}),
]
"""A year of the calendar, in four digits."""
Day = Annotated[date, PlainValidator(_to_day), WithJsonSchema({"type": "string", "pattern": f"^{_DAY.pattern}$"})]
"""A calendar day, written 2018-04-10."""
Flag = Annotated[bool, PlainValidator(_to_flag), WithJsonSchema({"type": "boolean", **_quoted("|".join(_FLAGS))})]
"""true or false."""
Text = Annotated[str, PlainValidator(to_text), WithJsonSchema({"type": "string", "minLength": 1})]
"""Text that is not blank."""
Name = Annotated[
    str,
    PlainValidator(_to_name),
    WithJsonSchema({"type": "string", "minLength": 1, "pattern": f"^[^{_BETWEEN_NAMES}]+$"}),
]
"""One person's name."""
Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(_to_list),
    WithJsonSchema({"type": ["string", "array"], "minLength": 1, "items": {"type": "string", "minLength": 1}}),
]
"""One text or a list of them."""
Floor = Annotated[
    Decimal | None, PlainValidator(_to_floor), WithJsonSchema({"oneOf": [{"type": "number"}, {"enum": ["none"]}]})
]
"""How far deductions may go: a number (扣完为止 is 0) or none (扣分不设下限)."""

Member = TypeVar("Member", bound=StrEnum)


_NEGATIONS = ("不", "未", "非", "无", "没有", "没", "un", "not ", "in", "dis")


def _is_opposite(one: str, other: str) -> bool:
    """Whether one of the words is the other with a negation in front."""
    return any(one == negation + other or other == negation + one for negation in _NEGATIONS)


def words_of(kind: type[Member], other: Mapping[str, Member]) -> object:
    """A validator that reads an enumeration by its own values and by other words for them."""
    known: dict[object, Member] = {member.value: member for member in kind}
    known.update(other)

    def read(value: object) -> object:
        try:
            return known[value]
        except (KeyError, TypeError):
            word = "".join(bare(value).split()).lower() if isinstance(value, str) else ""
            words = [str(key) for key in known]
            near: list[str] = []
            for each in nearest(word, words):
                if not any(_is_opposite(each, other) for other in (word, *near)):
                    near.append(each)
            instead = word if word in words else ""
            params = {"value": str(value), "expected": words, "nearest": near, "instead": instead}
            raise PydanticCustomError("unknown-word", "{value}", params) from None

    return PlainValidator(read, json_schema_input_type=Literal[tuple(known)])
