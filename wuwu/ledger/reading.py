"""A ledger in, the log of each of its units out, with the cell of every value; and what is wrong with the cells themselves.

A head is found by its name, wherever its column stands; empty rows, hidden and further columns do not matter. What an entry
means is for the log to judge, as if it came from YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from wuwu.diagnostics import Place, Problem, Rejected, Severity, bare, nearest
from wuwu.identity import identity_of
from wuwu.ledger.cells import NO, YES, as_period, as_written, find_cell_fault, is_day
from wuwu.ledger.layout import (
    ASSESSED,
    CLAUSE_HEAD,
    COLUMNS,
    COUNTS,
    FIGURES,
    FINDINGS,
    GROUNDS,
    GUIDE,
    HEADS,
    LISTS_SHEET,
    MARK,
    MARK_SHEET,
    MONTH_HEADS,
    MONTHS,
    PERIOD,
    POINTS_HEAD,
    RECORDER,
    ROW_HEAD,
    TEXT_HEAD,
    UNIT_COLUMNS,
    UNITS,
    YEAR,
    bare_head,
    field_of,
    kind_of,
)
from wuwu.schema.event import Finding
from wuwu.source.document import Document, KeyPath
from wuwu.source.workbook import Cell, Sheet, Workbook

# What is filled in on the first sheet, and the field of a log that it is.
_GUIDE_FIELDS = {YEAR: "year", PERIOD: "period", RECORDER: "recorded_by", ASSESSED: "assessed_on"}
# Heads stand at the top, below a title and a remark at most.
_HEAD_ROWS = 12
_TICKS = frozenset({*YES, "1", "true"})
_NO_TICKS = frozenset({*NO, "0", "x", "X", "false"})
_BESIDE_UNITS = frozenset({CLAUSE_HEAD, ROW_HEAD, TEXT_HEAD, POINTS_HEAD, "考评内容", "项目", "序号", "备注"})
# What a row holds that stands ready on these sheets before anybody has filled it in.
_READY = frozenset({MONTHS, COUNTS, FIGURES})
_PREPARED = frozenset({"unit", "clause", "member", "name"})


@dataclass(frozen=True, eq=False)
class LedgerDocument(Document):
    """What a ledger says of one unit, with the cell of each value."""

    places: Mapping[tuple[str | int, ...], Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What is wrong with cells of this unit; what they say is not among the data."""
    edition: str = ""
    """The SHA-256 of the rubric that the ledger was made from."""
    also: tuple[str, ...] = ()
    """Other names of the unit."""
    given: tuple[str, ...] = ()
    """The rows and clauses that the ledger was made for; none where it holds all."""

    def place(self, path: KeyPath = (), part: Literal["value", "key"] = "value") -> Place:
        """The cell of the value at `path`, or of the nearest one above it."""
        steps = tuple(path)
        while steps and steps not in self.places:
            steps = steps[:-1]
        return self.places.get(steps) or Place(self.name)


class Edition(NamedTuple):
    """A rubric that a ledger was made from: what it calls it, the reference, its year and its SHA-256."""

    label: str
    ref: str
    year: str
    sha256: str


class Ledger(NamedTuple):
    """A ledger: the document of each unit in the order of its list; `problems` are those that concern no single unit."""

    documents: tuple[LedgerDocument, ...]
    problems: tuple[Problem, ...]
    recorded_by: str | None
    given: tuple[str, ...]
    """The rows and clauses that this ledger was made for; none where it holds all."""


def read_ledger(raw: bytes, name: str) -> Ledger:
    """The ledger in the bytes of a file. Raises Rejected for a file that is none, or that cannot be read."""
    return _Reading(Workbook(raw, name)).whole()


class _Unit:
    """A unit while its entries are gathered."""

    def __init__(self, head: dict[str, Any], places: dict[tuple[str | int, ...], Place], edition: Edition) -> None:
        self.head = head
        self.places = places
        self.edition = edition
        self.also: list[str] = []
        self.events: list[dict[str, Any]] = []
        self.problems: list[Problem] = []

    @property
    def year(self) -> str:
        return str(self.head["year"])

    def add(self, event: dict[str, Any], places: Mapping[str, Place], at: Place) -> int:
        index = len(self.events)
        self.events.append(event)
        self.places["events", index] = at
        self.places.update({("events", index, name): place for name, place in places.items()})
        return index


class _Table(NamedTuple):
    """A sheet with its heads: the row they stand in, and the columns by their heads."""

    sheet: Sheet
    row: int
    columns: Mapping[str, int]
    heads: Mapping[int, Cell]


class _Reading:
    """One pass over a workbook."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.problems: list[Problem] = []
        self.units: dict[str, _Unit] = {}
        self.names: dict[str, _Unit] = {}
        self.findings: dict[tuple[int, str], int] = {}
        self.editions, self.made, self.given = _mark_of(book)

    def whole(self) -> Ledger:
        guide = dict(self._guide())
        self._find_sheets()
        self._read_units(guide)
        grounds: list[str] = []
        for name in self.book.names:
            kind = kind_of(name)
            if kind == FINDINGS:
                self._read_findings(self.book.sheet(name))
            elif kind == GROUNDS:
                grounds.append(name)
            elif kind in COLUMNS:
                self._read_rows(self.book.sheet(name), str(kind))
        for name in grounds:
            self._read_grounds(self.book.sheet(name))
        self._refuse_unfounded()
        recorder = guide.get(RECORDER)
        notes = tuple(each for each in self.problems if each.severity is not Severity.ERROR)
        problems = tuple(each for each in self.problems if each.severity is Severity.ERROR)
        documents = tuple(self._document(unit, recorder, notes) for unit in self.units.values())
        return Ledger(documents, problems, recorder[0] if recorder else None, self.given)

    def _document(self, unit: _Unit, recorder: tuple[str, Place] | None, notes: tuple[Problem, ...]) -> LedgerDocument:
        data = {**unit.head, "events": unit.events}
        if recorder is not None:
            data["recorded_by"], unit.places["recorded_by",] = recorder
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
            given=self.given,
        )

    # --- what the ledger is ---

    def _guide(self) -> Iterator[tuple[str, tuple[str, Place]]]:
        """What is filled in on the first sheet: the value to the right of each label."""
        name = next((each for each in self.book.names if kind_of(each) == GUIDE), None)
        if name is None:
            return
        for row in self.book.sheet(name).rows.values():
            for column, label in row.items():
                head, value = bare_head(label.text), row.get(column + 1)
                if head in _GUIDE_FIELDS and value is not None:
                    text = as_written(_GUIDE_FIELDS[head], value, "")
                    yield head, (text, self._place(name, value))

    def _find_sheets(self) -> None:
        names = self.book.names
        for each in self.made:
            if each not in names and kind_of(each) in (UNITS, FINDINGS, *COLUMNS):
                others = [name for name in names if name not in self.made and kind_of(name) is None]
                params = {"sheet": each, "nearest": nearest(each, others)}
                self.problems.append(Problem("sheet-missing", Place(self.book.name), params))
        for each in names:
            if kind_of(each) is None and each not in (MARK_SHEET, LISTS_SHEET):
                place = Place(self.book.name, cell=each)
                self.problems.append(Problem("sheet-passed-over", place, {"sheet": each}, Severity.NOTE))

    def _read_units(self, guide: Mapping[str, tuple[str, Place]]) -> None:
        name = next((each for each in self.book.names if kind_of(each) == UNITS), None)
        if name is None:
            raise Rejected(self.problems or [Problem("sheet-missing", Place(self.book.name), {"sheet": UNITS})])
        sheet = self.book.sheet(name)
        table = self._table(sheet, {head: field for field, head in UNIT_COLUMNS.items()}, ("unit",))
        for row in _rows_below(table) if table else ():
            cells = _by_field(table, row) if table else {}
            if "unit" in cells:
                self._add_unit(name, cells, guide)
        if not self.units and not any(each.severity is Severity.ERROR for each in self.problems):
            self.problems.append(Problem("no-unit-listed", Place(self.book.name, cell=name), {}))

    def _add_unit(self, sheet: str, cells: Mapping[str, Cell], guide: Mapping[str, tuple[str, Place]]) -> None:
        problems: list[Problem] = []
        fields = {name: text for name, cell in cells.items() if (text := self._text(sheet, name, cell, "", problems))}
        self.problems += problems
        if "unit" not in fields:
            return
        places: dict[tuple[str | int, ...], Place] = {(name,): self._place(sheet, cell) for name, cell in cells.items()}
        edition = self._edition(fields.pop("rubric", ""), places.get(("rubric",)) or places["unit",])
        if edition is None:
            return
        head: dict[str, Any] = {"unit": fields["unit"], "rubric": edition.ref, "year": edition.year}
        head |= {name: fields[name] for name in ("group", "assessed_on") if name in fields}
        if "members" in fields:
            head["members"] = _parted(fields["members"])
        for label, name in _GUIDE_FIELDS.items():
            if label in guide and (name in ("year", "period") or name == "assessed_on" not in head):
                head[name], places[name,] = guide[label]
        if "period" in head:
            head["period"] = as_period(head["period"])
        unit = _Unit(head, places, edition)
        for spelling in (fields["unit"], *_parted(fields.get("also", ""))):
            key = _key(spelling)
            if key in self.names:
                first = next(each.places["unit",] for each in self.names.values() if each is self.names[key])
                params = {"unit": spelling}
                self.problems.append(Problem("unit-listed-twice", places["unit",], params, related=(first,)))
                return
        self.units[fields["unit"]] = unit
        unit.also += _parted(fields.get("also", ""))
        for spelling in (fields["unit"], *_parted(fields.get("also", ""))):
            self.names[_key(spelling)] = unit

    def _edition(self, word: str, place: Place) -> Edition | None:
        """The rubric that a unit names, by what the ledger calls it or by its reference; the only one where it names none."""
        if not word and len(self.editions) == 1:
            return self.editions[0]
        for each in self.editions:
            if _key(word) in (_key(each.label), _key(each.ref)):
                return each
        labels = [each.label for each in self.editions]
        params = {"rubric": word, "known": labels, "nearest": nearest(word, labels)}
        self.problems.append(Problem("unit-rubric-unknown" if word else "unit-rubric-missing", place, params))
        return None

    # --- the sheets of entries ---

    def _read_findings(self, sheet: Sheet) -> None:
        """Clauses down, units across, the cell is the finding."""
        table = self._table(sheet, {CLAUSE_HEAD: "clause"}, ("clause",), others=True)
        if table is None:
            return
        columns: dict[int, _Unit] = {}
        for column, head in table.heads.items():
            if bare_head(head.text) in _BESIDE_UNITS or field_of(head.text) == "clause":
                continue
            unit = self.names.get(_key(head.text))
            if unit is not None:
                columns[column] = unit
            elif self._holds_findings(table, column):
                self._tell_unknown_unit(sheet.name, head)
        for row in _rows_below(table):
            clause = row.get(table.columns["clause"])
            for column, unit in columns.items():
                if (cell := row.get(column)) is not None:
                    self._add_finding(sheet, clause, cell, unit)

    def _add_finding(self, sheet: Sheet, clause: Cell | None, cell: Cell, unit: _Unit) -> None:
        place = self._place(sheet.name, cell)
        if clause is None:
            self.problems.append(Problem("row-without-clause", place, {}))
            return
        text = self._text(sheet.name, "finding", cell, unit.year, unit.problems)
        if text is not None:
            event: dict[str, Any] = {"clause": clause.text.strip(), "finding": text}
            at = {"clause": self._place(sheet.name, clause), "finding": place}
            self._note(sheet, cell, event, at)
            index = unit.add(event, at, place)
            self.findings.setdefault((id(unit), _key(event["clause"])), index)

    def _holds_findings(self, table: _Table, column: int) -> bool:
        words = {_key(each) for each in Finding}
        held = (row[column] for row in _rows_below(table) if column in row)
        return any(_key(as_written("finding", cell, "")) in words for cell in held)

    def _read_grounds(self, sheet: Sheet) -> None:
        """What findings rest on, put to the findings themselves."""
        table = self._table(sheet, HEADS_BY_WORD, ("clause", "unit"))
        for row in _rows_below(table) if table else ():
            cells = _by_field(table, row) if table else {}
            found = self._unit_and_clause(sheet.name, cells)
            if found is None or not cells.keys() - {"unit", "clause"}:
                continue
            unit, clause = found
            fields, at = self._fields(sheet, cells, unit)
            index = self.findings.get((id(unit), _key(clause)))
            if index is None and "finding" in fields:
                unit.add({"clause": clause, **fields}, at, at["clause"])
            elif index is None:
                params = {"clause": clause, "unit": unit.head["unit"]}
                unit.problems.append(Problem("ground-without-finding", at["clause"], params))
            else:
                self._put_ground(unit, index, fields, at)

    def _put_ground(self, unit: _Unit, index: int, fields: dict[str, Any], at: Mapping[str, Place]) -> None:
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

    def _refuse_unfounded(self) -> None:
        """不适用 without a reason: the finding, and the cell that its reason belongs in as far as there is a row for it."""
        for unit in self.units.values():
            for index, event in enumerate(unit.events):
                if event.get("finding") == Finding.NA and "reason" not in event:
                    place = unit.places["events", index, "finding"]
                    there = unit.places.get(("events", index, "reason"))
                    params = {"clause": event["clause"], "unit": unit.head["unit"]}
                    related = (there,) if there is not None else ()
                    unit.problems.append(Problem("ground-missing", place, params, related=related))
                    event["reason"] = "?"  # told here, and not once more

    def _read_rows(self, sheet: Sheet, kind: str) -> None:
        """One entry a row; a ticked month is one of a list."""
        table = self._table(sheet, HEADS_BY_WORD, ("clause", "unit"))
        for row in _rows_below(table) if table else ():
            cells = _by_field(table, row) if table else {}
            if not cells or (kind in _READY and cells.keys() <= _PREPARED):
                continue
            found = self._unit_and_clause(sheet.name, cells)
            if found is None:
                continue
            unit, clause = found
            months = self._months(sheet.name, cells, unit)
            fields, at = self._fields(sheet, cells, unit)
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

    def _months(self, sheet: str, cells: Mapping[str, Cell], unit: _Unit) -> _Months:
        ticked: dict[str, Place] = {}
        days: list[tuple[str, Place]] = []
        for number, head in enumerate(MONTH_HEADS, 1):
            if (cell := cells.get(head)) is None:
                continue
            place = self._place(sheet, cell)
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

    def _fields(self, sheet: Sheet, cells: Mapping[str, Cell], unit: _Unit) -> tuple[dict[str, Any], dict[str, Place]]:
        """The fields of an entry and their cells, without those that tell the unit, the clause and the months."""
        fields: dict[str, Any] = {}
        at = {name: self._place(sheet.name, cell) for name, cell in cells.items()}
        members = {"".join(each.split()): each for each in unit.head.get("members", ())}
        for name, cell in cells.items():
            if name in ("unit", "clause") or name in MONTH_HEADS:
                continue
            text = self._text(sheet.name, name, cell, unit.year, unit.problems)
            if text is None:
                continue
            fields[name] = text
            if name == "evidence" and "\n" in text:
                fields[name] = [each.strip() for each in text.split("\n") if each.strip()]
            elif name == "member":
                fields[name] = members.get("".join(text.split()), text)
        for cell in cells.values():
            self._note(sheet, cell, fields, at)
        return fields, at

    def _note(self, sheet: Sheet, cell: Cell, fields: dict[str, Any], at: dict[str, Place]) -> None:
        """A comment on a cell belongs to the note of its entry."""
        comment = sheet.comments.get((cell.row, cell.column))
        if comment:
            fields["note"] = f"{fields['note']}；{comment}" if "note" in fields else comment
            at.setdefault("note", self._place(sheet.name, cell))

    # --- cells ---

    def _unit_and_clause(self, sheet: str, cells: Mapping[str, Cell]) -> tuple[_Unit, str] | None:
        some = next(iter(cells.values()))
        for name, code in (("unit", "row-without-unit"), ("clause", "row-without-clause")):
            if name not in cells:
                self.problems.append(Problem(code, self._place(sheet, some), {}))
                return None
        unit = self.names.get(_key(cells["unit"].text))
        if unit is None:
            self._tell_unknown_unit(sheet, cells["unit"])
            return None
        return unit, cells["clause"].text.strip()

    def _tell_unknown_unit(self, sheet: str, cell: Cell) -> None:
        place = self._place(sheet, cell)
        fault = find_cell_fault("unit", cell, place)
        params = {"unit": cell.text.strip(), "nearest": nearest(cell.text, self.units)}
        self.problems.append(fault or Problem("unknown-unit", place, params))

    def _text(self, sheet: str, name: str, cell: Cell, year: str, problems: list[Problem]) -> str | None:
        fault = find_cell_fault(name, cell, self._place(sheet, cell))
        if fault is not None:
            problems.append(fault)
            return None
        return as_written(name, cell, year)

    def _place(self, sheet: str, cell: Cell) -> Place:
        return self.book.place(sheet, cell.row, cell.column, cell.text)

    # --- heads ---

    def _table(
        self, sheet: Sheet, fields: Mapping[str, str], required: Sequence[str], *, others: bool = False
    ) -> _Table | None:
        """A sheet with its heads, None where it has none or lacks one that it cannot do without."""
        heads = max(
            (row for number, row in sheet.rows.items() if number <= _head_limit(sheet)),
            key=lambda row: len({_head(cell.text, fields) for cell in row.values()} - {None}),
            default={},
        )
        columns: dict[str, int] = {}
        params: dict[str, object]
        for column, cell in heads.items():
            name = _head(cell.text, fields)
            if name is not None and name in columns:
                first = heads[columns[name]]
                params = {"head": cell.text.strip()}
                related = (self._place(sheet.name, first),)
                self.problems.append(Problem("head-twice", self._place(sheet.name, cell), params, related=related))
            elif name is not None:
                columns[name] = column
        missing = [name for name in required if name not in columns]
        words = [head for head, name in fields.items() if name not in columns]
        if missing:
            given = [cell.text for cell in heads.values() if _head(cell.text, fields) is None]
            head = next(head for head, name in fields.items() if name == missing[0])
            params = {"sheet": sheet.name, "head": head, "nearest": [] if others else nearest(head, given)}
            self.problems.append(Problem("head-missing", Place(self.book.name, cell=sheet.name), params))
            return None
        for cell in () if others else heads.values():
            if _head(cell.text, fields) is None and (near := nearest(bare_head(cell.text), words)):
                params = {"head": cell.text.strip(), "nearest": near}
                self.problems.append(Problem("unknown-head", self._place(sheet.name, cell), params))
        row = next((cell.row for cell in heads.values()), 0)
        return _Table(sheet, row, columns, heads)


class _Months(NamedTuple):
    """The months of a row: those ticked, and the days written in the place of a tick."""

    ticked: Mapping[str, Place]
    days: Sequence[tuple[str, Place]]


HEADS_BY_WORD: Mapping[str, str] = {head: name for name, head in HEADS.items()}
"""The fields of a row of entries by the heads that a ledger writes."""


def _head(text: str, fields: Mapping[str, str]) -> str | None:
    """The field that a head means on a sheet with these."""
    word = bare_head(text)
    if word in fields:
        return fields[word]
    name = field_of(text)
    return name if name in fields.values() else None


def _head_limit(sheet: Sheet) -> int:
    return min(sheet.rows, default=0) + _HEAD_ROWS


def _rows_below(table: _Table) -> Iterator[Mapping[int, Cell]]:
    return (row for number, row in table.sheet.rows.items() if number > table.row)


def _by_field(table: _Table, row: Mapping[int, Cell]) -> dict[str, Cell]:
    """The cells of a row that hold something, by the fields of their columns."""
    return {name: row[column] for name, column in table.columns.items() if column in row}


def _parted(text: str) -> list[str]:
    """Names written in one cell."""
    for mark in "，,；;\n":
        text = text.replace(mark, "、")
    return [name.strip() for name in text.split("、") if name.strip()]


def _key(text: str) -> str:
    """What two spellings of a name share."""
    return identity_of(text)


def _mark_of(book: Workbook) -> tuple[list[Edition], list[str], tuple[str, ...]]:
    """What a ledger says of itself on its hidden sheet. Raises Rejected for a workbook that is no ledger."""
    name = book.names
    rows = book.sheet(MARK_SHEET).rows.values() if MARK_SHEET in name else ()
    lines = [[cell.text for cell in row.values()] for row in rows]
    if not lines or not lines[0][0].startswith(MARK.partition("@")[0]):
        code = "result-workbook" if book.creator.startswith("wuwu ") else "not-a-ledger"
        raise Rejected([Problem(code, Place(book.name))])
    if lines[0][0] != MARK:
        raise Rejected([Problem("ledger-of-other-version", Place(book.name), {"mark": lines[0][0]})])
    editions = [Edition(*line[1:5]) for line in lines if line[0] == "rubric" and len(line) >= 5]
    made = [line[1] for line in lines if line[0] == "sheet"]
    given = tuple(line[1] for line in lines if line[0] == "given")
    if not editions:
        raise Rejected([Problem("not-a-ledger", Place(book.name))])
    return editions, made, given
