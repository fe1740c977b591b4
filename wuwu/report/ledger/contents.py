"""What goes into a ledger: its tables, its units, and the entries of their logs by the sheet they belong on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from wuwu.ledger.layout import COLUMNS, COUNTS, EVENTS, FIGURES, FINDINGS, GROUNDS, MONTH_HEADS, MONTHS, sheets_of
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.kind import Rule
from wuwu.rules.missing import Missing
from wuwu.schema.event import FIELDS, Event
from wuwu.schema.period import Period

Row = Mapping[str, object]
"""A row of a sheet: values by field; `unit` beside the fields of an entry, and a tick by the head of its month."""

TICK = "√"


class LedgerTable(NamedTuple):
    """A rubric as a ledger has it: its plan, the reference that a log gives for it, and what it is called for short."""

    plan: Plan
    ref: str
    label: str


class LedgerUnit(NamedTuple):
    """A unit on the list: its table by label, and the entries there are of it already."""

    name: str
    table: str
    group: str | None = None
    members: Sequence[str] = ()
    assessed_on: date | None = None
    also: Sequence[str] = ()
    events: Sequence[Event] = ()


class Contents(NamedTuple):
    """All of a ledger. `given`: the rows and clauses that it is for, none for all; `recorded_by`: the section that fills it in."""

    tables: Sequence[LedgerTable]
    units: Sequence[LedgerUnit]
    recorded_by: str | None = None
    given: Sequence[str] = ()
    assessed_on: date | None = None
    period: Period | None = None
    filled: bool = False
    """Whether it holds entries of logs; else rows are prepared for them."""

    def units_of(self, table: LedgerTable) -> list[LedgerUnit]:
        """The units scored under a table."""
        return [unit for unit in self.units if unit.table == table.label]

    def clauses_of(self, table: LedgerTable, sheet: str) -> list[Clause]:
        """The clauses of a table whose entries are kept on a sheet, as far as this ledger is for them."""
        wanted = set(self.given)
        return [
            clause
            for clause in table.plan.clauses.values()
            if sheet in sheets_of(clause, table.plan)
            and (not wanted or wanted & {clause.id, clause.item, clause.item[:1]})
        ]

    def rows_of(self, table: LedgerTable, sheet: str) -> list[Row]:
        """The rows of a sheet: the entries that there are, else those prepared for every unit."""
        if self.filled:
            return [row for unit in self.units_of(table) for row in _rows(unit, table.plan, sheet)]
        return list(self._prepared(table, sheet))

    def _prepared(self, table: LedgerTable, sheet: str) -> Iterator[Row]:
        if sheet not in (MONTHS, COUNTS, FIGURES):
            return
        for clause in self.clauses_of(table, sheet):
            for unit in self.units_of(table):
                yield from ({"unit": unit.name, "clause": clause.id, **each} for each in _blanks(clause, unit, sheet))


def columns_of(sheet: str, rows: Sequence[Row]) -> list[str]:
    """The columns of a sheet: those it always has, and one for each other field that its rows fill in."""
    usual = COLUMNS[sheet]
    used = {name for row in rows for name in row}
    return [*usual, *(name for name in FIELDS if name in used and name not in usual)]


def finding_of(unit: LedgerUnit, clause: str) -> Event | None:
    """What a unit's log finds under a clause."""
    return next((event for event in unit.events if event.clause == clause and event.finding is not None), None)


def sheet_of(event: Event, plan: Plan) -> str:
    """The sheet that an entry belongs on, by what it says."""
    if event.finding is not None:
        return FINDINGS
    if event.months:
        return MONTHS
    if event.member is not None or event.clause in plan.counted:
        return COUNTS
    return FIGURES if event.value is not None or event.name is not None else EVENTS


def _blanks(clause: Clause, unit: LedgerUnit, sheet: str) -> Sequence[Row]:
    """The rows prepared for a unit under a clause: one for each member or time that is asked for; targets are named by hand."""
    rule = clause.declared
    scale = rule.scale if isinstance(rule, Rule) else None
    if sheet == COUNTS and isinstance(scale, Missing):
        if scale.counted == "members":
            return [{"member": member} for member in unit.members] or [{}]
        return [{}] * min(scale.required or 1, 12)
    if sheet == FIGURES and any("name" in form.required for form in clause.forms):
        return [{}] * 3
    return [{}]


def _rows(unit: LedgerUnit, plan: Plan, sheet: str) -> Iterator[Row]:
    wanted = FINDINGS if sheet == GROUNDS else sheet
    for event in unit.events:
        if sheet_of(event, plan) != wanted:
            continue
        said: dict[str, object] = {**vars(event), "unit": unit.name}
        if sheet == GROUNDS:
            del said["finding"]
            if said.keys() == {"unit", "clause"}:
                continue
        for month in said.pop("months", ()):  # type: ignore[attr-defined]
            said[MONTH_HEADS[month - 1]] = TICK
        if "evidence" in said:
            said["evidence"] = "\n".join(event.evidence)
        yield said
