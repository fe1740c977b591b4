"""A rubric and a year in, the file of that year's edition out, to be edited: its year and the days of its examples moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from wuwu.source.document import Document
from wuwu.source.edits import replace_scalars

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Where a day belongs to the year that is scored; one in a text or a reading is history.
_MOVED = frozenset({"examples", "period"})


def write_edition(document: Document, year: int) -> bytes:
    """The rubric's file as the edition of another year: the texts stay as they are, for somebody to compare with the new ones."""
    by = year - int(document.data["year"])
    days = {path: _moved(day, by) for path, day in _days(document.data, ())}
    return replace_scalars(document, {("year",): str(year), **days})


def _days(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], date]]:
    if isinstance(value, str):
        if _MOVED.intersection(path) and _DAY.fullmatch(value):
            yield path, date.fromisoformat(value)
    elif isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _days(each, (*path, key))


def _moved(day: date, years: int) -> str:
    """The same day in another year; the 28th where February has no 29th."""
    try:
        return day.replace(year=day.year + years).isoformat()
    except ValueError:
        return day.replace(year=day.year + years, day=28).isoformat()
