"""A sheet of a ledger in, its rows by the fields of their columns out. A head is found by its name, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wuwu.diagnostics import Place, Problem, Result, nearest
from wuwu.ledger.layout import HEADS, bare_head, field_of
from wuwu.source.workbook import Cell, SourceSheet, place_of

# Heads stand at the top, below a title and a remark at most.
_HEAD_ROWS = 12

FIELDS_BY_HEAD: Mapping[str, str] = {head: name for name, head in HEADS.items()}
"""The fields of a row of entries by the heads that a ledger writes."""


class SheetTable(NamedTuple):
    """A sheet with its heads: the row they stand in, the columns by their fields, and all heads by their columns."""

    sheet: SourceSheet
    file: str
    row: int
    columns: Mapping[str, int]
    heads: Mapping[int, Cell]

    def rows(self) -> Iterator[Mapping[int, Cell]]:
        """What stands below the heads."""
        return (row for number, row in self.sheet.rows.items() if number > self.row)

    def entries(self) -> Iterator[dict[str, Cell]]:
        """The cells of each row that hold something, by the fields of their columns."""
        for row in self.rows():
            yield {name: row[column] for name, column in self.columns.items() if column in row}

    def place(self, cell: Cell) -> Place:
        """The place of one of its cells."""
        return place_of(self.file, self.sheet.name, cell.row, cell.column, cell.text)


def find_table(
    sheet: SourceSheet, file: str, fields: Mapping[str, str], required: Sequence[str], *, others: bool = False
) -> Result[SheetTable]:
    """A sheet with its heads; none where it lacks one that it cannot do without. `others`: any further head is of use."""
    top = min(sheet.rows, default=0) + _HEAD_ROWS
    heads = max(
        (row for number, row in sheet.rows.items() if number <= top),
        key=lambda row: len({_field(cell.text, fields) for cell in row.values()} - {None}),
        default={},
    )
    table = SheetTable(sheet, file, next((cell.row for cell in heads.values()), 0), {}, heads)
    columns, problems = _columns(table, fields)
    missing = [name for name in required if name not in columns]
    if missing:
        given = [cell.text for cell in heads.values() if _field(cell.text, fields) is None]
        head = next(head for head, name in fields.items() if name == missing[0])
        params: dict[str, object] = {"sheet": sheet.name, "head": head}
        params["nearest"] = [] if others else nearest(head, given)
        return Result(None, (*problems, Problem("head-missing", Place(file, cell=sheet.name), params)))
    if not others:
        problems += _unknown_heads(table, fields, [head for head, name in fields.items() if name not in columns])
    return Result(table._replace(columns=columns), tuple(problems))


def _columns(table: SheetTable, fields: Mapping[str, str]) -> tuple[dict[str, int], list[Problem]]:
    """The columns by their fields; a head that stands twice is a problem."""
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for column, cell in table.heads.items():
        name = _field(cell.text, fields)
        if name is not None and name in columns:
            first = table.place(table.heads[columns[name]])
            problems.append(Problem("head-twice", table.place(cell), {"head": cell.text.strip()}, related=(first,)))
        elif name is not None:
            columns[name] = column
    return columns, problems


def _unknown_heads(table: SheetTable, fields: Mapping[str, str], lacking: Sequence[str]) -> Iterator[Problem]:
    """Heads that mean nothing here, but are much like one that is not there."""
    for cell in table.heads.values():
        if _field(cell.text, fields) is None and (near := nearest(bare_head(cell.text), lacking)):
            yield Problem("unknown-head", table.place(cell), {"head": cell.text.strip(), "nearest": near})


def _field(text: str, fields: Mapping[str, str]) -> str | None:
    """The field that a head means on a sheet with these."""
    word = bare_head(text)
    if word in fields:
        return fields[word]
    name = field_of(text)
    return name if name in fields.values() else None
