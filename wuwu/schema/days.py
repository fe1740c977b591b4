"""A text that is no date as dates are written in, the day that was meant by it out: one of the calendar, in its file's year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wuwu.diagnostics import bare

_TIME = r"(?:[ T]*[0-9]{1,2}[:时点][0-9]{0,2}(?:[:分][0-9]{0,2}秒?)?)?"
_WITH_YEAR = re.compile(
    rf"(?P<year>[0-9]{{4}}|[0-9]{{2}})[-/.年 ](?P<month>[0-9]{{1,2}})[-/.月 ](?P<day>[0-9]{{1,2}})[日号]?{_TIME}"
)
_WITHOUT_YEAR = re.compile(rf"(?P<month>[0-9]{{1,2}})[-/.月](?P<day>[0-9]{{1,2}})[日号]?{_TIME}")
_FIGURES = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_OF_A_SHEET = re.compile(r"[0-9]{5}")
_FIRST_OF_SHEETS = date(1899, 12, 30)
"""The day that spreadsheets count days from."""


def meant_day(text: str, year: int | None, *, within: bool) -> date | str | None:
    """The day that somebody meant in a file of that year; what is written of it where the calendar has no such day.

    `within`: the day has to lie in that year. None where nobody can tell.
    """
    plain = bare(text)
    if _OF_A_SHEET.fullmatch(plain):
        counted = _FIRST_OF_SHEETS + timedelta(int(plain))
        return counted if year is not None and year <= counted.year <= year + (not within) else None
    found = _FIGURES.fullmatch(plain) or _WITH_YEAR.fullmatch(plain) or _WITHOUT_YEAR.fullmatch(plain)
    if found is None:
        return None
    # a day without a year lies in that of the file, if it has to; else nobody knows which one is meant
    said = found.groupdict().get("year") or (str(year or "") if within else "")
    written = said if len(said) != 2 else f"20{said}"
    month, day = int(found["month"]), int(found["day"])
    if not written:
        return None
    try:
        meant = date(int(written), month, day)
    except ValueError:
        return f"{written}-{month:02}-{day:02}"
    return meant if not within or year is None or meant.year == year else None
