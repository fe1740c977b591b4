"""A cell of a ledger in, the text that a log would have in its place out.

What people type into cells is read as a person reads it: 4月10日, 3,000, √. What could mean two things stays as it is, and the
log's own checks say what is wrong with it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from wuwu.diagnostics import Place, Problem, Result, bare
from wuwu.schema.event import Finding
from wuwu.source.workbook import Cell

_DAYS = frozenset({"date", "verified_on", "assessed_on"})
_FIGURES = frozenset({"value", "plan", "actual", "rate", "points", "count"})
_SHARES = frozenset({"value", "rate"})

YES = frozenset("√✓✔☑是有")
NO = frozenset("×✗✘☒否无")
_FINDINGS = {**dict.fromkeys("√✓✔☑是", Finding.MET), **dict.fromkeys("×✗✘☒否", Finding.UNMET)}
_FLAGS = {
    **dict.fromkeys([*YES, "已完成", "完成", "完成了", "true"], "true"),
    **dict.fromkeys([*NO, "未完成", "没完成", "没有完成", "尚未完成", "false"], "false"),
}

_LONG_DAY = re.compile(r"([0-9]{4})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})日?(?:(?:T|00:00).*)?")
_SHORT_DAY = re.compile(r"([0-9]{1,2})月([0-9]{1,2})[日号]?")
_COMPACT_DAY = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SERIAL = re.compile(r"[34][0-9]{4}")
_EPOCH = date(1899, 12, 30)
# From here on a workbook has dropped the last digits.
_KEPT_DIGITS = 15


def read_cell(field: str, cell: Cell, place: Place, year: str) -> Result[str]:
    """The cell as a log writes it; none where it cannot be read at all. `year`: the one that a day without a year lies in."""
    fault = find_cell_fault(field, cell, place)
    return Result(None, (fault,)) if fault is not None else Result(as_written(field, cell, year))


def find_cell_fault(field: str, cell: Cell, place: Place) -> Problem | None:
    """What keeps a cell from being read at all: an error, a formula never worked out, digits that the workbook has dropped."""
    if cell.kind == "error":
        return Problem("cell-error", place, {"value": cell.text})
    if cell.kind == "formula":
        return Problem("formula-without-value", place, {})
    if cell.kind != "number":
        return None
    if field in _DAYS:
        if _SERIAL.fullmatch(cell.text):
            day = (_EPOCH + timedelta(int(cell.text))).isoformat()
            return Problem("serial-date", place, {"value": cell.text, "day": day})
    elif field not in _FIGURES and len(cell.text.lstrip("-")) > _KEPT_DIGITS and "." not in cell.text:
        return Problem("digits-lost", place, {"value": cell.text, "digits": _KEPT_DIGITS})
    return None


def as_written(field: str, cell: Cell, year: str) -> str:
    """The cell as a log writes it."""
    if cell.kind == "percent":
        return cell.text if field in _SHARES else f"{cell.text}%"
    if field in _DAYS:
        return cell.text if cell.kind == "date" else _day(cell.text, year)
    if field in _FIGURES:
        return _figure(cell.text, field in _SHARES) if cell.kind in ("text", "number") else cell.text
    word = cell.text.strip()
    if field == "done":
        return _FLAGS.get(bare(word).lower(), word)
    if field == "finding":
        return _FINDINGS.get(bare(word), word)
    if cell.kind == "flag":
        return "是" if cell.text == "true" else "否"
    return word


def is_day(text: str) -> bool:
    """Whether a text is a day as a log writes it."""
    return re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None


def _day(text: str, year: str) -> str:
    plain = "".join(bare(text).split())
    found = _LONG_DAY.fullmatch(plain) or _COMPACT_DAY.fullmatch(plain)
    if found:
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    short = _SHORT_DAY.fullmatch(plain)
    return f"{year}-{int(short[1]):02}-{int(short[2]):02}" if short and _YEAR.fullmatch(year) else text.strip()


def _figure(text: str, share: bool) -> str:
    plain = "".join(bare(text).split())
    if share and plain.endswith("%"):
        plain = plain[:-1]
    return plain.replace(",", "") if _THOUSANDS.fullmatch(plain) else plain
