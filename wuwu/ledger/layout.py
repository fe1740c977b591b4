"""What stands where in a ledger: its sheets, their heads, and the sheet on which the entries of a clause are kept.

The heads are the Chinese names of the fields of a log. Writing and reading both go by this page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wuwu.rubric.declared import Rubric
from wuwu.rubric.plan import Clause, Plan
from wuwu.schema.event import FIELDS, Event

MARK = "wuwu/ledger@1"
MARK_SHEET = "_wuwu"
"""The hidden sheet by which a ledger is known: what it was made from and which sheets it had."""
LISTS_SHEET = "_lists"
"""The hidden sheet of the lists that the dropdowns offer."""

GUIDE, UNITS, FINDINGS, GROUNDS = "填写说明", "单位", "认定", "认定依据"
MONTHS, COUNTS, EVENTS, FIGURES, CLAUSES = "月度", "次数", "台账", "数据", "条款"
BETWEEN = "-"
"""What stands between the kind of a sheet and the table it belongs to: 认定-市直."""

YEAR, PERIOD, RECORDER, ASSESSED, GIVEN = "年度", "期间", "填报", "考评日期", "负责条款"
"""The labels of the cells on the first sheet that are filled in, their values to the right of them."""
GUIDE_FIELDS = {YEAR: "year", PERIOD: "period", RECORDER: "recorded_by", ASSESSED: "assessed_on"}
"""The field of a log that each of them is."""

MONTH_HEADS = tuple(f"{month}月" for month in range(1, 13))

COLUMNS: Mapping[str, Sequence[str]] = {
    GROUNDS: ("clause", "unit", "reason", "decided_by", "evidence", "note"),
    MONTHS: ("clause", "unit", *MONTH_HEADS, "evidence", "note"),
    COUNTS: ("clause", "unit", "member", "date", "count", "evidence", "note"),
    EVENTS: (
        *("unit", "clause", "date", "count", "level", "subject", "status", "verified_by", "verified_on", "points"),
        *("reason", "decided_by", "case", "evidence", "note"),
    ),
    FIGURES: ("clause", "unit", "name", "value", "plan", "actual", "rate", "done", "evidence", "note"),
}
"""The sheets with one entry a row, and the fields in their columns. Another field of a log may have a column of its own."""

UNIT_COLUMNS = {
    "unit": "单位",
    "also": "别名",
    "rubric": "标准",
    "group": "组别",
    "members": "班子成员",
    "assessed_on": ASSESSED,
}
CLAUSE_HEAD, ROW_HEAD, TEXT_HEAD, POINTS_HEAD = "条款", "行", "条文", "分值"

HEADS: Mapping[str, str] = {
    **Event.chinese_names,
    "unit": UNIT_COLUMNS["unit"],
    **{head: head for head in MONTH_HEADS},
}
"""The head of each column, by its field."""

_FIELD_OF_HEAD: Mapping[str, str] = {
    **Event.other_names,
    **{head: field for field, head in HEADS.items()},
    "单位名称": "unit",
    "被考核单位": "unit",
    "被考评单位": "unit",
}
_HINT = re.compile(r"[(（〔\[].*$", re.DOTALL)


def field_of(head: str) -> str | None:
    """The field that a head means, whatever blanks or remarks in brackets stand in it; None for any other."""
    word = bare_head(head)
    return _FIELD_OF_HEAD.get(word) or (word if word in FIELDS else None)


def bare_head(head: str) -> str:
    """A head without blanks and without what stands in brackets behind it."""
    return _HINT.sub("", "".join(head.split()))


def kind_of(sheet: str) -> str | None:
    """What a sheet is for by its name, None for one that is not of the ledger."""
    kind = sheet.strip().partition(BETWEEN)[0].strip()
    return kind if kind in (GUIDE, UNITS, FINDINGS, CLAUSES, *COLUMNS) else None


def label_of(rubric: Rubric) -> str:
    """What a table is called for short: the brackets at the end of its title, else its id."""
    found = re.search(r"[（(]([^（）()]{1,8})[)）]\s*$", rubric.title)
    return found[1] if found else rubric.rubric


def sheets_of(clause: Clause, plan: Plan) -> tuple[str, ...]:
    """The sheets on which the entries of a clause are kept: one for each way to fill them in, none where others feed it."""
    found: dict[str, None] = {}
    for form in clause.forms:
        if "finding" in form.required:
            found[FINDINGS] = None
        elif "months" in form.required:
            found[MONTHS] = None
        elif "member" in form.required or clause.id in plan.counted:
            found.setdefault(MONTHS if MONTHS in found else COUNTS)
        elif form.required & {"value", "name"}:
            found[FIGURES] = None
        else:
            found[EVENTS] = None
    if MONTHS in found:
        found.pop(COUNTS, None)
    return tuple(found)
