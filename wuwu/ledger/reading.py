"""A ledger in, the log of each of its units out, with the cell of every value; and what is wrong with the cells themselves.

Columns that are moved, hidden or added and empty rows do not matter. What an entry means is for the log to judge, as if it came
from YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wuwu.diagnostics import Place, Problem, Result, Severity, bare, nearest
from wuwu.identity import identity_of
from wuwu.ledger.cells import NO, YES, as_written, find_cell_fault, is_day, read_cell
from wuwu.ledger.layout import (
    CLAUSE_HEAD,
    CLAUSES,
    COLUMNS,
    COUNTS,
    FIGURES,
    FINDINGS,
    GROUNDS,
    GUIDE,
    GUIDE_FIELDS,
    LISTS_SHEET,
    MARK_SHEET,
    MONTH_HEADS,
    MONTHS,
    POINTS_HEAD,
    RECORDER,
    ROW_HEAD,
    TEXT_HEAD,
    UNIT_COLUMNS,
    UNITS,
    bare_head,
    field_of,
    kind_of,
)
from wuwu.ledger.mark import Mark, read_mark
from wuwu.ledger.tables import FIELDS_BY_HEAD, SheetTable, find_table
from wuwu.ledger.units import Guide, LedgerDocument, Unit, Units
from wuwu.schema.event import Finding
from wuwu.source.workbook import Cell, SourceSheet, Workbook, open_workbook, place_of

_TICKS = frozenset({*YES, "1", "true"})
_NO_TICKS = frozenset({*NO, "0", "x", "X", "false"})
_BESIDE_UNITS = frozenset({CLAUSE_HEAD, ROW_HEAD, TEXT_HEAD, POINTS_HEAD, "考评内容", "项目", "序号", "备注"})
# What a row holds that stands ready on these sheets before anybody has filled it in.
_READY = frozenset({MONTHS, COUNTS, FIGURES})
_PREPARED = frozenset({"unit", "clause", "member", "name"})


def read_ledger(raw: bytes, name: str) -> Result[tuple[LedgerDocument, ...]]:
    """The document of each unit of a ledger, in the order of its list, and the errors that concern no single unit.

    Nothing for a file that is no ledger.
    """
    book = open_workbook(raw, name)
    if book.value is None:
        return Result(None, book.problems)
    mark = read_mark(book.value)
    if mark.value is None:
        return Result(None, mark.problems)
    read = {each: book.value.sheet(each) for each in book.value.names if kind_of(each) not in (None, CLAUSES)}
    damaged = [problem for each in read.values() for problem in each.problems]
    if damaged:
        return Result(None, tuple(dict.fromkeys(damaged)))
    sheets = {each: found.value for each, found in read.items() if found.value is not None}
    return _Reading(book.value, sheets, mark.value).whole()


class _Reading:
    """One pass over the sheets of a ledger."""

    def __init__(self, book: Workbook, sheets: Mapping[str, SourceSheet], mark: Mark) -> None:
        self.book, self.sheets, self.mark = book, sheets, mark
        self.problems: list[Problem] = []
        self.guide: Guide = dict(self._guide())
        self.units = Units(mark, self.guide)
        self.findings: dict[tuple[int, str], int] = {}

    def whole(self) -> Result[tuple[LedgerDocument, ...]]:
        self._find_sheets()
        self._read_units()
        if self.units.listed:
            self._read_entries()
        notes = tuple(each for each in self.problems if each.severity is not Severity.ERROR)
        problems = tuple(each for each in self.problems if each.severity is Severity.ERROR)
        return Result(tuple(self._document(unit, notes) for unit in self.units.listed.values()), problems)

    def _read_entries(self) -> None:
        for name, sheet in self.sheets.items():
            kind = kind_of(name)
            if kind == FINDINGS:
                self._read_findings(sheet)
            elif kind in COLUMNS and kind != GROUNDS:
                self._read_rows(sheet, str(kind))
        # behind the findings that they are put to, wherever their sheet stands
        for name, sheet in self.sheets.items():
            if kind_of(name) == GROUNDS:
                self._read_grounds(sheet)
        self._refuse_unfounded()

    def _document(self, unit: Unit, notes: tuple[Problem, ...]) -> LedgerDocument:
        data = {**unit.head, "events": unit.events}
        if RECORDER in self.guide:
            data["recorded_by"], unit.places["recorded_by",] = self.guide[RECORDER]
        return LedgerDocument(
            self.book.name,
            self.book.raw,
            "",
            data,
            notes,
            places=unit.places,
            problems=tuple(unit.problems),
            edition=unit.edition.sha256,
            also=tuple(unit.also),
            given=self.mark.given,
        )

    # --- what the ledger is ---

    def _guide(self) -> Iterator[tuple[str, tuple[str, Place]]]:
        """What is filled in on the first sheet: the value to the right of each label."""
        sheet = next((each for name, each in self.sheets.items() if kind_of(name) == GUIDE), None)
        for row in sheet.rows.values() if sheet is not None else ():
            for column, label in row.items():
                head, value = bare_head(label.text), row.get(column + 1)
                if sheet is not None and head in GUIDE_FIELDS and value is not None:
                    text = as_written(GUIDE_FIELDS[head], value, "")
                    yield head, (text, place_of(self.book.name, sheet.name, value.row, value.column, value.text))

    def _find_sheets(self) -> None:
        names = self.book.names
        for each in self.mark.sheets:
            if each not in names and kind_of(each) in (UNITS, FINDINGS, *COLUMNS):
                others = [name for name in names if name not in self.mark.sheets and kind_of(name) is None]
                params = {"sheet": each, "nearest": nearest(each, others)}
                self.problems.append(Problem("sheet-missing", Place(self.book.name), params))
        for each in names:
            if kind_of(each) is None and each not in (MARK_SHEET, LISTS_SHEET):
                place = Place(self.book.name, cell=each)
                self.problems.append(Problem("sheet-passed-over", place, {"sheet": each}, Severity.NOTE))

    def _read_units(self) -> None:
        sheet = next((each for name, each in self.sheets.items() if kind_of(name) == UNITS), None)
        if sheet is None:
            if not self.problems:
                self.problems.append(Problem("sheet-missing", Place(self.book.name), {"sheet": UNITS}))
            return
        table = self._table(sheet, {head: field for field, head in UNIT_COLUMNS.items()}, ("unit",))
        if table is not None:
            self.units.read(table)
        self.problems += self.units.problems
        if not self.units.listed and not any(each.severity is Severity.ERROR for each in self.problems):
            self.problems.append(Problem("no-unit-listed", Place(self.book.name, cell=sheet.name), {}))

    # --- the sheets of entries ---

    def _read_findings(self, sheet: SourceSheet) -> None:
        """Clauses down, units across, the cell is the finding."""
        table = self._table(sheet, {CLAUSE_HEAD: "clause"}, ("clause",), others=True)
        if table is None:
            return
        columns: dict[int, Unit] = {}
        for column, head in table.heads.items():
            if bare_head(head.text) in _BESIDE_UNITS or field_of(head.text) == "clause":
                continue
            unit = self.units.find(head.text)
            if unit is not None:
                columns[column] = unit
            elif self._holds_findings(table, column):
                self._report_unknown_unit(table, head)
        for row in table.rows():
            clause = row.get(table.columns["clause"])
            for column, unit in columns.items():
                if (cell := row.get(column)) is not None:
                    self._add_finding(table, clause, cell, unit)

    def _add_finding(self, table: SheetTable, clause: Cell | None, cell: Cell, unit: Unit) -> None:
        place = table.place(cell)
        if clause is None:
            self.problems.append(Problem("row-without-clause", place, {}))
            return
        read = read_cell("finding", cell, place, unit.year)
        unit.problems += read.problems
        if read.value is not None:
            event: dict[str, Any] = {"clause": clause.text.strip(), "finding": read.value}
            at = {"clause": table.place(clause), "finding": place}
            _add_note(table, cell, event, at)
            index = unit.add(event, at, place)
            self.findings.setdefault((id(unit), identity_of(event["clause"])), index)

    def _holds_findings(self, table: SheetTable, column: int) -> bool:
        words = {identity_of(each) for each in Finding}
        held = (row[column] for row in table.rows() if column in row)
        return any(identity_of(as_written("finding", cell, "")) in words for cell in held)

    def _read_grounds(self, sheet: SourceSheet) -> None:
        """What findings rest on, put to the findings themselves."""
        table = self._table(sheet, FIELDS_BY_HEAD, ("clause", "unit"))
        if table is None:
            return
        for cells in table.entries():
            found = self._unit_and_clause(table, cells)
            if found is None or not cells.keys() - {"unit", "clause"}:
                continue
            unit, clause = found
            fields, at = _read_fields(table, cells, unit)
            index = self.findings.get((id(unit), identity_of(clause)))
            if index is None and "finding" in fields:
                unit.add({"clause": clause, **fields}, at, at["clause"])
            elif index is None:
                params = {"clause": clause, "unit": unit.name}
                unit.problems.append(Problem("ground-without-finding", at["clause"], params))
            else:
                _put_ground(unit, index, fields, at)

    def _refuse_unfounded(self) -> None:
        """不适用 without a reason: the finding, and the cell that its reason belongs in as far as there is a row for it."""
        for unit in self.units.listed.values():
            for index, event in enumerate(unit.events):
                if event.get("finding") == Finding.NA and "reason" not in event:
                    place = unit.places["events", index, "finding"]
                    there = unit.places.get(("events", index, "reason"))
                    params = {"clause": event["clause"], "unit": unit.name}
                    related = (there,) if there is not None else ()
                    unit.problems.append(Problem("ground-missing", place, params, related=related))
                    event["reason"] = "?"  # reported here, and not once more

    def _read_rows(self, sheet: SourceSheet, kind: str) -> None:
        """One entry a row; a ticked month is one of a list."""
        table = self._table(sheet, FIELDS_BY_HEAD, ("clause", "unit"))
        if table is None:
            return
        for cells in table.entries():
            if kind in _READY and cells.keys() <= _PREPARED:
                continue
            found = self._unit_and_clause(table, cells)
            if found is None:
                continue
            unit, clause = found
            months = _read_months(table, cells, unit)
            fields, at = _read_fields(table, cells, unit)
            event: dict[str, Any] = {"clause": clause, **fields}
            here = at["clause"]
            for day, place in months.days:
                unit.add({**event, "date": day}, {**at, "date": place}, place)
            if months.ticked:
                event["months"] = list(months.ticked)
                at["months"] = next(iter(months.ticked.values()))
            if months.ticked or (not (cells.keys() & set(MONTH_HEADS)) and fields):
                index = unit.add(event, at, here)
                unit.places.update(
                    {("events", index, "months", number): place for number, place in enumerate(months.ticked.values())}
                )

    # --- what a row is about ---

    def _unit_and_clause(self, table: SheetTable, cells: Mapping[str, Cell]) -> tuple[Unit, str] | None:
        if not cells:  # what stands beside the columns of the ledger
            return None
        some = next(iter(cells.values()))
        for name, code in (("unit", "row-without-unit"), ("clause", "row-without-clause")):
            if name not in cells:
                self.problems.append(Problem(code, table.place(some), {}))
                return None
        unit = self.units.find(cells["unit"].text)
        if unit is None:
            self._report_unknown_unit(table, cells["unit"])
            return None
        return unit, cells["clause"].text.strip()

    def _report_unknown_unit(self, table: SheetTable, cell: Cell) -> None:
        place = table.place(cell)
        fault = find_cell_fault("unit", cell, place)
        params = {"unit": cell.text.strip(), "nearest": nearest(cell.text, self.units.listed)}
        self.problems.append(fault or Problem("unknown-unit", place, params))

    def _table(
        self, sheet: SourceSheet, fields: Mapping[str, str], required: Sequence[str], *, others: bool = False
    ) -> SheetTable | None:
        found = find_table(sheet, self.book.name, fields, required, others=others)
        self.problems += found.problems
        return found.value


# --- the fields of a row ---


class _Months(NamedTuple):
    """The months of a row: those ticked, and the days written in the place of a tick."""

    ticked: Mapping[str, Place]
    days: Sequence[tuple[str, Place]]


def _read_months(table: SheetTable, cells: Mapping[str, Cell], unit: Unit) -> _Months:
    ticked: dict[str, Place] = {}
    days: list[tuple[str, Place]] = []
    for number, head in enumerate(MONTH_HEADS, 1):
        if (cell := cells.get(head)) is None:
            continue
        place = table.place(cell)
        word, day = bare(cell.text), as_written("date", cell, unit.year)
        fault = find_cell_fault("", cell, place)
        if fault is not None:
            unit.problems.append(fault)
        elif word in _TICKS:
            ticked[str(number)] = place
        elif is_day(day):
            days.append((day, place))
            if int(day[5:7]) != number:
                unit.problems.append(Problem("date-in-other-month", place, {"date": day, "head": head}))
        elif word not in _NO_TICKS:
            unit.problems.append(Problem("not-a-tick", place, {"value": cell.text}))
    return _Months(ticked, days)


def _read_fields(table: SheetTable, cells: Mapping[str, Cell], unit: Unit) -> tuple[dict[str, Any], dict[str, Place]]:
    """The fields of an entry and their cells, without those that tell the unit, the clause and the months."""
    fields: dict[str, Any] = {}
    at = {name: table.place(cell) for name, cell in cells.items()}
    members = {"".join(each.split()): each for each in unit.head.get("members", ())}
    for name, cell in cells.items():
        if name in ("unit", "clause") or name in MONTH_HEADS:
            continue
        read = read_cell(name, cell, at[name], unit.year)
        unit.problems += read.problems
        if (text := read.value) is None:
            continue
        fields[name] = text
        if name == "evidence" and "\n" in text:
            fields[name] = [each.strip() for each in text.split("\n") if each.strip()]
        elif name == "member":
            fields[name] = members.get("".join(text.split()), text)
    for cell in cells.values():
        _add_note(table, cell, fields, at)
    return fields, at


def _add_note(table: SheetTable, cell: Cell, fields: dict[str, Any], at: dict[str, Place]) -> None:
    """A comment on a cell belongs to the note of its entry."""
    comment = table.sheet.comments.get((cell.row, cell.column))
    if comment:
        fields["note"] = f"{fields['note']}；{comment}" if "note" in fields else comment
        at.setdefault("note", table.place(cell))


def _put_ground(unit: Unit, index: int, fields: dict[str, Any], at: Mapping[str, Place]) -> None:
    event = unit.events[index]
    for name, text in fields.items():
        if name in event and event[name] != text:
            params = {"field": name, "clause": event["clause"]}
            there = unit.places["events", index, name]
            unit.problems.append(Problem("ground-twice", at[name], params, related=(there,)))
        else:
            event[name] = text
            unit.places["events", index, name] = at[name]
    unit.places.setdefault(("events", index, "reason"), at["clause"])
