"""What a ledger says of itself on its hidden sheet: the rubrics it was made from, its sheets, the rows it was made for."""

from __future__ import annotations

from typing import NamedTuple

from wuwu.diagnostics import Place, Problem, Result
from wuwu.ledger.layout import MARK, MARK_SHEET
from wuwu.source.workbook import SourceSheet, Workbook


class Edition(NamedTuple):
    """A rubric that a ledger was made from: what it calls it, the reference, its year and its SHA-256."""

    label: str
    ref: str
    year: str
    sha256: str


class Mark(NamedTuple):
    """What a ledger was made with. `given`: the rows and clauses that it was made for; none where it holds all."""

    editions: tuple[Edition, ...]
    sheets: tuple[str, ...]
    given: tuple[str, ...]


def read_mark(book: Workbook) -> Result[Mark]:
    """The mark of a ledger; none for any other workbook."""
    if MARK_SHEET not in book.names:
        return Result(None, (_no_ledger(book),))
    return book.sheet(MARK_SHEET).then(lambda sheet: _marked(sheet, book))


def _marked(sheet: SourceSheet, book: Workbook) -> Result[Mark]:
    lines = [[cell.text for cell in row.values()] for row in sheet.rows.values()]
    if not lines or not lines[0][0].startswith(MARK.partition("@")[0]):
        return Result(None, (_no_ledger(book),))
    if lines[0][0] != MARK:
        return Result(None, (Problem("ledger-of-other-version", Place(book.name), {"mark": lines[0][0]}),))
    editions = tuple(Edition(*line[1:5]) for line in lines if line[0] == "rubric" and len(line) >= 5)
    if not editions:
        return Result(None, (Problem("not-a-ledger", Place(book.name)),))
    sheets, given = (tuple(line[1] for line in lines if line[0] == word) for word in ("sheet", "given"))
    return Result(Mark(editions, sheets, given))


def _no_ledger(book: Workbook) -> Problem:
    return Problem("result-workbook" if book.creator.startswith("wuwu ") else "not-a-ledger", Place(book.name))
