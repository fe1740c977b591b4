"""Ledgers for the tests: made as `wuwu template` makes them, filled in cell by cell, read again."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import openpyxl

from wuwu.api import load_rubric
from wuwu.diagnostics import Problem
from wuwu.ledger.layout import label_of
from wuwu.ledger.reading import read_ledger
from wuwu.ledger.units import LedgerDocument
from wuwu.log.declared import Log, declare_log
from wuwu.messages import Words
from wuwu.report.findings.problems import fixes, message
from wuwu.report.ledger import Contents, LedgerTable, LedgerUnit, render_ledger

ONE, TWO = "市就业服务中心", "市人事考试院"
Cells = Mapping[str, Mapping[str, Any]]
"""What to put into cells, by sheet and cell."""


def table(rubric: str = "shizhi") -> LedgerTable:
    plan = load_rubric(rubric)
    return LedgerTable(plan, rubric, label_of(plan.rubric))


@cache
def blank(units: tuple[str, ...] = (ONE, TWO), members: tuple[str, ...] = ("张三", "李四"), **contents: Any) -> bytes:
    """A template for these units."""
    only = table()
    listed = [LedgerUnit(name, only.label, None, members) for name in units]
    return render_ledger(Contents([only], listed, **contents), Words("zh"))


def fill(raw: bytes, cells: Cells, change: Callable[[Any], object] | None = None) -> bytes:
    """The ledger with these cells filled in as a spreadsheet would, and changed otherwise."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    for sheet, some in cells.items():
        for cell, value in some.items():
            if isinstance(value, tuple):
                book[sheet][cell].value, book[sheet][cell].number_format = value
            else:
                book[sheet][cell].value = value
    if change is not None:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class Read(NamedTuple):
    """A ledger after reading: its logs by unit, and every problem in the order in which they come."""

    logs: Mapping[str, Log]
    problems: Sequence[Problem]
    documents: Sequence[LedgerDocument]

    def events(self, unit: str = ONE) -> list[dict[str, Any]]:
        """The entries of a unit, each by its fields."""
        return [dict(vars(event)) for event in self.logs[unit].events]

    def told(self) -> list[tuple[str, str]]:
        """Each problem by its cell and its code."""
        return [((each.place.cell or "") if each.place else "", each.code) for each in self.problems]

    def words(self) -> str:
        """What is said of all problems, with the mends."""
        words = Words("zh")
        return "\n".join("\n".join([message(each, words), *fixes(each, words)]) for each in self.problems)


def read(raw: bytes, name: str = "台账.xlsx") -> Read:
    ledger = read_ledger(raw, name)
    problems = list(ledger.problems)
    logs: dict[str, Log] = {}
    documents = ledger.value or ()
    for document in documents:
        problems += document.problems
        declared = declare_log(document)
        problems += declared.problems
        if declared.value is not None and not declared.failed:
            logs[str(document.data["unit"])] = declared.value
    return Read(logs, problems, documents)


def read_cells(cells: Cells, change: Callable[[Any], object] | None = None, **contents: Any) -> Read:
    return read(fill(blank(**contents), cells, change))
