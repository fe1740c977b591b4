"""The scalars of every declared model: text in, a typed value or the reason why not out.

Every scalar arrives as text. pydantic judges it natively: first a pattern, because its own parsing takes more than people
mean (1_000, 1e3, ０.５), then the type. Only a text that is refused is checked again here, to say why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from wuwu.diagnostics import bare, nearest

Reason: TypeAlias = tuple[str, dict[str, object]]
"""Why a value is refused: a problem code and what its message names."""


# Twelve digits before and six after the point leave every sum and product exact in the engine's context.
_DIGITS, _DECIMALS, _DIGITS_OF_WHOLE = 12, 6, 9
_NUMBER = rf"[-+]?(?:[0-9]{{1,{_DIGITS}}}(?:\.[0-9]{{0,{_DECIMALS}}})?|\.[0-9]{{1,{_DECIMALS}}})"
_WHOLE = rf"\+?[0-9]{{1,{_DIGITS_OF_WHOLE}}}"
_LONG_NUMBER = r"[-+]?(?P<digits>[0-9]*)(?:\.(?P<decimals>[0-9]*))?"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_YEAR = "[1-9][0-9]{3}"


class Native:
    """A scalar as pydantic sees it: the native schema that judges it, whose errors say it all, and its JSON schema."""

    def __init__(self, schema: CoreSchema, json: Mapping[str, object]) -> None:
        self.schema, self.json = schema, json

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        """The native schema."""
        return self.schema

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> dict[str, Any]:
        """The JSON schema."""
        return dict(self.json)


class Scalar(Native):
    """A scalar of which somebody has to say why one is refused."""

    def __init__(self, schema: CoreSchema, json: Mapping[str, object], explain: Callable[[object], Reason]) -> None:
        super().__init__(schema, json)
        self.explain = explain

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        """One error for whatever the schema refuses, with the scalar itself in it to say more."""
        return core_schema.custom_error_schema(
            self.schema,
            custom_error_type="scalar",
            custom_error_message="not such a scalar",
            custom_error_context={"scalar": self},
        )


def _matching(pattern: str) -> CoreSchema:
    return core_schema.str_schema(pattern=f"^(?:{pattern})$", strict=True)


def _chain(*steps: CoreSchema) -> CoreSchema:
    return core_schema.chain_schema(list(steps))


def _quoted(pattern: str) -> dict[str, str]:
    """What a value looks like where it stands in quotes, which wuwu does not mind: a part of its JSON schema."""
    return {"pattern": f"^(?:{pattern})$"}


# --- why a text is refused ---------------------------------------------------------------------------------------


def _wrong(code: str, value: object, instead: str = "", **params: object) -> Reason:
    shown = value if isinstance(value, str) else type(value).__name__
    return code, {"value": shown, "instead": instead, **params}


def _plain(text: str) -> str:
    """What a person meant by full-width digits, a percent sign, thousands commas or a unit."""
    return bare(text).replace(",", "").strip().rstrip(_UNITS).strip()


_UNITS = "%分次件项人个名例处年度"


def _too_long(text: str, digits: int) -> Reason | None:
    """Why a number is refused that is written as one, with more digits than are reckoned with."""
    number = re.fullmatch(_LONG_NUMBER, text)
    if number is None or not any(number.groups()):
        return None
    if len(number["decimals"] or "") > _DECIMALS:
        return _wrong("too-many-decimals", text, limit=_DECIMALS)
    return _wrong("too-many-digits", text, limit=digits) if len(number["digits"]) > digits else None


def _explain_number(value: object) -> Reason:
    if not isinstance(value, str):
        return _wrong("not-a-number", value)
    plain = _plain(value)
    return _too_long(value, _DIGITS) or _wrong("not-a-number", value, plain if re.fullmatch(_NUMBER, plain) else "")


def _explain_positive(value: object) -> Reason:
    if isinstance(value, str) and re.fullmatch(_NUMBER, value):
        return _wrong("not-above-zero", str(Decimal(value)))
    return _explain_number(value)


def _explain_whole(value: object) -> Reason:
    if not isinstance(value, str):
        return _wrong("not-whole", value)
    plain = _plain(value)
    long = _too_long(value, _DIGITS_OF_WHOLE) if "." not in value else None
    return long or _wrong("not-whole", value, plain if re.fullmatch(_WHOLE, plain) else "")


def _explain_day(value: object) -> Reason:
    if not isinstance(value, str):
        return _wrong("not-a-date", value)
    if re.fullmatch(_DAY, value):
        return _wrong("impossible-date", value)
    return _wrong("not-a-date", value)  # what was meant is for whoever knows the year of the file


def _explain_year(value: object) -> Reason:
    plain = _plain(value) if isinstance(value, str) else ""
    return _wrong("not-a-year", value, plain if re.fullmatch(_YEAR, plain) else "")


_BETWEEN_NAMES = "，、；,;"
_FLAGS = ("true", "True", "TRUE", "false", "False", "FALSE")
_MEANT_FLAGS = {
    **dict.fromkeys(("yes", "y", "on", "是", "已完成", "完成", "完成了"), "true"),
    **dict.fromkeys(("no", "n", "off", "否", "未完成", "没完成", "没有完成", "尚未完成"), "false"),
}


def _explain_flag(value: object) -> Reason:
    return _wrong("not-a-flag", value, _MEANT_FLAGS.get(value.lower(), "") if isinstance(value, str) else "")


def _explain_text(value: object) -> Reason:
    return "empty-text" if isinstance(value, str) else "not-text", {}


def _explain_name(value: object) -> Reason:
    marks = [mark for mark in str(value) if mark in _BETWEEN_NAMES] if isinstance(value, str) else []
    return _wrong("joined-names", str(value).strip(), mark=marks[0]) if marks else _explain_text(value)


# --- the scalars -------------------------------------------------------------------------------------------------

_TEXT_SCHEMA = core_schema.str_schema(strip_whitespace=True, min_length=1, strict=True)
_NUMBER_SCHEMA = _chain(_matching(_NUMBER), core_schema.decimal_schema())

Number = Annotated[Decimal, Scalar(_NUMBER_SCHEMA, {"type": "number", **_quoted(_NUMBER)}, _explain_number)]
"""A decimal exactly as written: at most 12 digits before the point and 6 after."""
Positive = Annotated[
    Decimal,
    Scalar(
        _chain(_matching(_NUMBER), core_schema.decimal_schema(gt=Decimal(0))),
        {"type": "number", "exclusiveMinimum": 0, **_quoted(_NUMBER)},
        _explain_positive,
    ),
]
"""A decimal above 0."""
Whole = Annotated[
    int,
    Scalar(
        _chain(_matching(_WHOLE), core_schema.int_schema()),
        {"type": "integer", "minimum": 0, **_quoted(_WHOLE)},
        _explain_whole,
    ),
]
"""A count: a whole number, 0 or more."""
Year = Annotated[
    int,
    Scalar(
        _chain(_matching(_YEAR), core_schema.int_schema()),
        {"type": "integer", "minimum": 1000, "maximum": 9999, **_quoted(_YEAR)},
        _explain_year,
    ),
]
"""A year of the calendar, in four digits."""
Day = Annotated[
    date,
    Scalar(
        _chain(_matching(_DAY), core_schema.date_schema()), {"type": "string", "pattern": f"^{_DAY}$"}, _explain_day
    ),
]
"""A calendar day, written 2018-04-10."""
Flag = Annotated[
    bool,
    Scalar(
        _chain(core_schema.literal_schema(list(_FLAGS)), core_schema.bool_schema()),
        {"type": "boolean", **_quoted("|".join(_FLAGS))},
        _explain_flag,
    ),
]
"""true or false."""
Text = Annotated[str, Native(_TEXT_SCHEMA, {"type": "string", "minLength": 1})]
"""Text that is not blank."""
Name = Annotated[
    str,
    Scalar(
        _chain(_TEXT_SCHEMA, _matching(f"[^{_BETWEEN_NAMES}]+")),
        {"type": "string", "minLength": 1, "pattern": f"^[^{_BETWEEN_NAMES}]+$"},
        _explain_name,
    ),
]
"""One person's name."""


class _OneOrMore:
    """A list of texts, or one text in its stead."""

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        many = handler.generate_schema(tuple[Text, ...])
        return core_schema.no_info_before_validator_function(_to_list, many)

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "array"], "minLength": 1, "items": {"type": "string", "minLength": 1}}


def _to_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_MONTHS = range(1, 13)


def _to_months(value: object) -> tuple[int, ...]:
    given = value if isinstance(value, (list, tuple)) else [value]
    months = [int(each) if isinstance(each, str) and re.fullmatch(_WHOLE, each) else 0 for each in given]
    if not months or len(set(months)) < len(months) or not set(months) <= {*_MONTHS}:
        raise ValueError
    return tuple(months)


def _explain_months(value: object) -> Reason:
    seen: set[object] = set()
    for each in value if isinstance(value, (list, tuple)) else [value]:
        if not isinstance(each, str) or not re.fullmatch(_WHOLE, each) or int(each) not in _MONTHS:
            return _wrong("not-a-month", each)
        if int(each) in seen:
            return _wrong("doubled-month", each)
        seen.add(int(each))
    return "empty-list", {}


Months = Annotated[
    tuple[int, ...],
    Scalar(
        core_schema.no_info_plain_validator_function(_to_months),
        {
            "type": ["integer", "string", "array"],
            "minItems": 1,
            "uniqueItems": True,
            "items": {"type": ["integer", "string"], "minimum": 1, "maximum": 12, **_quoted(_WHOLE)},
        },
        _explain_months,
    ),
]
"""Months of the year by their numbers, one or a list of them, each once."""
Texts = Annotated[tuple[Text, ...], _OneOrMore()]
"""One text or a list of them."""


class _NumberOrMore:
    """A list of numbers, or one number in its stead."""

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        many = handler.generate_schema(Annotated[tuple[Number, ...], Field(min_length=1)])
        return core_schema.no_info_before_validator_function(_to_several, many)

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["number", "array"], "minItems": 1, "items": {"type": "number"}}


def _to_several(value: object) -> object:
    return value if isinstance(value, (list, tuple)) else (value,)


Prices = Annotated[tuple[Number, ...], _NumberOrMore()]
"""One number, or several one after the other."""
Floor = Annotated[
    Decimal | None,
    Scalar(
        core_schema.union_schema(
            [
                _chain(
                    core_schema.literal_schema(["none"]), core_schema.no_info_plain_validator_function(lambda _: None)
                ),
                core_schema.none_schema(),
                _NUMBER_SCHEMA,
            ]
        ),
        {"oneOf": [{"type": "number"}, {"enum": ["none"]}]},
        _explain_number,
    ),
]
"""How far deductions may go: a number (扣完为止 is 0) or none (扣分不设下限)."""

Member = TypeVar("Member", bound=StrEnum)


_NEGATIONS = ("不", "未", "非", "无", "没有", "没", "un", "not ", "in", "dis")


def _is_opposite(one: str, other: str) -> bool:
    """Whether one of the words is the other with a negation in front."""
    return any(one == negation + other or other == negation + one for negation in _NEGATIONS)


def words_of(kind: type[Member], other: Mapping[str, Member]) -> Scalar:
    """An enumeration, read by its own values and by other words for them."""
    known = {**{member.value: member for member in kind}, **other}
    words = list(known)

    def explain(value: object) -> Reason:
        word = "".join(bare(value).split()).lower() if isinstance(value, str) else ""
        near: list[str] = []
        for each in nearest(word, words):
            if not any(_is_opposite(each, another) for another in (word, *near)):
                near.append(each)
        instead = word if word in words else ""
        return "unknown-word", {"value": str(value), "expected": words, "nearest": near, "instead": instead}

    # the words are judged natively; what then looks one up is no function of Python either
    read = core_schema.no_info_plain_validator_function(known.__getitem__)
    return Scalar(_chain(core_schema.literal_schema(words), read), {"type": "string", "enum": words}, explain)
