"""A period as written, `2018-03`, `2018-Q1` or from a day to a day → its first and last day, by which a log's dates are held."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic_core import core_schema

from wuwu.diagnostics import bare
from wuwu.schema.scalars import Reason, Scalar

_WRITTEN = re.compile(r"([0-9]{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_QUARTER, _HALF, _YEAR = 3, 6, 12


class Cycles(StrEnum):
    """How long a period of a rubric is; a term is whatever the log says."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    TERM = "term"


class Period(NamedTuple):
    """A stretch of days, and how it is written."""

    first: date
    last: date
    label: str

    @property
    def cycle(self) -> Cycles:
        """Which cycle it is one of."""
        whole = self.first.day == 1 and self.last.day == monthrange(self.last.year, self.last.month)[1]
        months = (self.last.year - self.first.year) * _YEAR + self.last.month - self.first.month + 1
        lengths = {_YEAR: Cycles.YEAR, _HALF: Cycles.HALF, _QUARTER: Cycles.QUARTER, 1: Cycles.MONTH}
        fits = whole and months in lengths and (self.first.month - 1) % months == 0
        return lengths[months] if fits else Cycles.TERM

    @property
    def written(self) -> str | dict[str, str]:
        """The period as a log writes it."""
        if self.label == _stretch_label(self.first, self.last):
            return {"from": self.first.isoformat(), "to": self.last.isoformat()}
        return self.label

    @property
    def part(self) -> int:
        """Which month, quarter or half of its year it is; 1 for a year or a term."""
        return (
            1 if self.cycle is Cycles.TERM else (self.first.month - 1) // (self.last.month - self.first.month + 1) + 1
        )


def labels_of(cycle: object, year: int) -> tuple[str, ...]:
    """The periods of a year, as they are written."""
    match cycle:
        case Cycles.MONTH:
            return tuple(f"{year}-{month:02}" for month in range(1, _YEAR + 1))
        case Cycles.QUARTER:
            return tuple(f"{year}-Q{quarter}" for quarter in range(1, 5))
        case Cycles.HALF:
            return (f"{year}-H1", f"{year}-H2")
    return (str(year),)


def longer_cycles(cycle: object) -> tuple[Cycles, ...]:
    """The cycles below a year that several of these make up."""
    return {Cycles.MONTH: (Cycles.QUARTER, Cycles.HALF), Cycles.QUARTER: (Cycles.HALF,)}.get(cycle, ())  # type: ignore[call-overload, no-any-return]


def labels_within(stage: str, labels: Sequence[str]) -> tuple[str, ...]:
    """Those of the periods that lie in a longer one."""
    whole = read_period(stage)
    return tuple([label for label in labels if whole.first <= read_period(label).first <= whole.last])


@lru_cache(16)
def year_period(year: int) -> Period:
    """A calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31), str(year))


def read_period(value: object) -> Period:
    """The period that is written. Raises ValueError for what is none."""
    if isinstance(value, Period):
        return value
    if isinstance(value, str) and (match := _WRITTEN.fullmatch(value)):
        year, month, quarter, half = match.groups()
        length = 1 if month else _QUARTER if quarter else _HALF if half else _YEAR
        first = (int(month or quarter or half or 1) - 1) * (1 if month else length) + 1
        last = first + length - 1
        return Period(date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1]), value)
    if isinstance(value, Mapping) and set(value) == {"from", "to"}:
        first_day, last_day = _day(value["from"]), _day(value["to"])
        if first_day is not None and last_day is not None and first_day <= last_day:
            return Period(first_day, last_day, _stretch_label(first_day, last_day))
    raise ValueError(value)


def _stretch_label(first: date, last: date) -> str:
    return f"{first}—{last}"


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if _DAY.fullmatch(str(value)) else None
    except ValueError:
        return None


def read_cycle(value: object) -> Cycles | Period:
    """The cycle of a rubric, or the one stretch of days that it is for."""
    if isinstance(value, str) and value in set(Cycles):
        return Cycles(value)
    return read_period(value)


def meant_period(text: str) -> str | dict[str, str] | None:
    """The period that somebody meant by 2025年3月, 2025年第一季度, or the first and the last day, as a log writes it; else None."""
    word = "".join(bare(text).split())
    if days := _MEANT_STRETCH.fullmatch(word):
        return {"from": days[1], "to": days[2]}
    if month := _MEANT_MONTH.fullmatch(word):
        return f"{month[1]}-{int(month[2]):02}"
    if quarter := _MEANT_QUARTER.fullmatch(word):
        return f"{quarter[1]}-Q{'一二三四'.find(quarter[2]) + 1 or quarter[2]}"
    if half := _MEANT_HALF.fullmatch(word):
        return f"{half[1]}-H{'上下'.index(half[2]) + 1}"
    return None


_MEANT_STRETCH = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[—–~～至到-]+)([0-9]{4}-[0-9]{2}-[0-9]{2})")
# a cell of a workbook in which 2025-3 was typed holds the first day of that month
_MEANT_MONTH = re.compile(r"([0-9]{4})(?:年|[-/.])(0?[1-9]|1[0-2])(?:月份?|-01)?")
_MEANT_QUARTER = re.compile(r"([0-9]{4})年?第?([1-4一二三四])季度")
_MEANT_HALF = re.compile(r"([0-9]{4})年?([上下])半年")


def _explain(value: object) -> Reason:
    text = value if isinstance(value, str) else ""
    meant = meant_period(text)
    year = text[:4] if re.match("[0-9]{4}", text) else "YYYY"
    return "not-a-period", {"value": text, "instead": meant if isinstance(meant, str) else "", "year": year}


_STRETCH: dict[str, object] = {
    "type": "object",
    "required": ["from", "to"],
    "additionalProperties": False,
    "properties": {name: {"type": "string", "pattern": f"^{_DAY.pattern}$"} for name in ("from", "to")},
}
Stretch = Annotated[
    Period,
    Scalar(
        core_schema.no_info_plain_validator_function(read_period),
        {"oneOf": [{"type": "string", "pattern": f"^{_WRITTEN.pattern}$"}, _STRETCH]},
        _explain,
    ),
]
"""A period as a log writes it."""
Cycle = Annotated[
    Any,
    Scalar(
        core_schema.no_info_plain_validator_function(read_cycle),
        {"oneOf": [{"enum": [each.value for each in Cycles]}, _STRETCH]},
        _explain,
    ),
]
"""The cycle of a rubric, or its one period."""
