"""The contents of a ledger in, the bytes of its workbook out: one set of sheets for each table, as far as they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from wuwu import __version__
from wuwu.ledger.layout import (
    BETWEEN,
    CLAUSE_HEAD,
    CLAUSES,
    COLUMNS,
    FINDINGS,
    GROUNDS,
    GUIDE,
    HEADS,
    MARK,
    MARK_SHEET,
    MONTH_HEADS,
    POINTS_HEAD,
    ROW_HEAD,
    TEXT_HEAD,
    UNIT_COLUMNS,
    UNITS,
    sheets_of,
)
from wuwu.messages import Words, plain
from wuwu.report.explanation.prices import price_sentence
from wuwu.report.ledger.contents import Contents, LedgerTable, Row, columns_of, finding_of
from wuwu.report.ledger.dropdowns import Dropdowns
from wuwu.report.ledger.grid import Grid, GridColumn, columns_per_page
from wuwu.report.ledger.guide import write_guide
from wuwu.report.workbook.archive import pack
from wuwu.report.workbook.fonts import GB_FONTS, Fonts
from wuwu.report.workbook.safety import SheetNames, safe_text
from wuwu.report.workbook.styles import Style, Stylist
from wuwu.rubric.plan import Clause
from wuwu.schema.event import Finding

# Rows and columns that stand ready to be filled in.
_SPARE_ROWS, _SPARE_UNITS = 20, 20
# Cells below them offer their lists, too.
_LAST_ROW = 3000
_UNIT_WIDTH = 11.5
_WIDTHS = {
    "unit": 40.0,
    **dict.fromkeys(("reason", "evidence", "note", "subject"), 29.0),
    **dict.fromkeys(("clause", "name"), 30.0),
    **dict.fromkeys(("date", "verified_on", "verified_by", "decided_by", "case"), 19.5),
    **dict.fromkeys(("plan", "actual", "value", "member", "level"), 18.0),
    **dict.fromkeys(MONTH_HEADS, 10.5),
}
_USUAL_WIDTH = 12.5
_DAYS = frozenset({"date", "verified_on"})
_FIGURES = frozenset({"count", "points", "plan", "actual", "value", "rate"})


def render_ledger(contents: Contents, words: Words, fonts: Fonts = GB_FONTS) -> bytes:
    """The bytes of the ledger, the same for the same contents whenever it is made."""
    book = _Book(contents, words, fonts)
    book.write_guide()
    book.write_units()
    for table in contents.tables:
        book.write_findings(table)
    for sheet in COLUMNS:
        for table in contents.tables:
            book.write_rows(table, sheet)
    book.write_clauses()
    return book.close()


class _Book:
    """The workbook under construction."""

    def __init__(self, contents: Contents, words: Words, fonts: Fonts) -> None:
        self._contents, self._words, self._fonts = contents, words, fonts
        self._workbook = Workbook()
        del self._workbook["Sheet"]
        self._stylist = Stylist(self._workbook, fonts)
        self._year = contents.tables[0].plan.year
        self._names = SheetNames()
        self._guide = self._workbook.create_sheet(GUIDE)
        self._drop = Dropdowns(self._workbook, words, self._year)
        for table in contents.tables:
            self._drop.offer_levels(table)

    # --- the sheets ---

    def write_guide(self) -> None:
        """填写说明."""
        write_guide(self._guide, self._stylist, self._contents, self._words, self._fonts)

    def write_units(self) -> None:
        """单位: in the official order."""
        widths = (60, 60, 30, 34, 80, 22)
        columns = [
            GridColumn(head, width, Style.ENTRY) for head, width in zip(UNIT_COLUMNS.values(), widths, strict=True)
        ]
        columns[-1] = columns[-1]._replace(style=Style.ENTRY_DAY)
        grid = self._grid(UNITS, columns)
        grid.top(UNITS, self._words("ledger.remark.units"))
        for unit in self._contents.units:
            grid.add(
                [unit.name, "、".join(unit.also), unit.table, unit.group, "、".join(unit.members), unit.assessed_on]
            )
        for _ in range(_SPARE_ROWS if not self._contents.filled else 0):
            grid.add([None] * len(columns))
        grid.offer(self._drop.tables(self._contents.tables), 3, _LAST_ROW)
        self._finish(grid, fixed=1)

    def write_findings(self, table: LedgerTable) -> None:
        """认定: clauses down, units across."""
        clauses = self._contents.clauses_of(table, FINDINGS)
        if not clauses:
            return
        units = self._contents.units_of(table)
        names = [unit.name for unit in units] or [""] * _SPARE_UNITS
        fixed = [
            GridColumn(CLAUSE_HEAD, 30, Style.STRONG_TEXT),
            GridColumn(TEXT_HEAD, 74),
            GridColumn(POINTS_HEAD, 11, Style.CENTER),
        ]
        grid = self._grid(
            self._sheet_name(FINDINGS, table),
            [*fixed, *(GridColumn(name, _UNIT_WIDTH, Style.ENTRY_CENTER) for name in names)],
        )
        grid.top(self._titled(FINDINGS, table), self._words("ledger.remark.findings"), stacked_from=len(fixed))
        last = get_column_letter(len(grid.columns))
        open_to_all, na_only = self._drop.findings(), self._drop.findings([Finding.NA])
        for clause in clauses:
            found = [finding_of(unit, clause.id) for unit in units] or [None] * len(names)
            values = [None if event is None else str(event.finding) for event in found]
            styles = None
            points: object = _points(clause)
            if not clause.judged:  # counted on another sheet: shaded, and where its entries go in the place of points
                styles = [*(each.style for each in fixed), *[Style.ENTRY_ASIDE] * len(values)]
                points = "\n".join(each for each in sheets_of(clause, table.plan) if each != FINDINGS)
            row = grid.add([clause.id, _wording(clause), points, *values], styles)
            check = open_to_all if clause.judged else na_only
            check.add(f"{get_column_letter(len(fixed) + 1)}{row}:{last}{row}")
        for check in (open_to_all, na_only):
            if check.sqref:
                grid.sheet.add_data_validation(check)
        fit = columns_per_page(sum(each.width for each in fixed), _UNIT_WIDTH)
        breaks = range(len(fixed) + fit, len(grid.columns), fit)
        self._finish(grid, fixed=len(fixed), filters=False, breaks=breaks)

    def write_rows(self, table: LedgerTable, sheet: str) -> None:
        """A sheet with one entry a row; tables whose clauses are the same share it."""
        source = FINDINGS if sheet == GROUNDS else sheet
        clauses = [clause.id for clause in self._contents.clauses_of(table, source)]
        rows = self._contents.rows_of(table, sheet)
        if (not clauses and not rows) or self._shared(table, source):
            return
        for other in self._contents.tables:
            if other is not table and self._alike(table, other, source):
                rows = [*rows, *self._contents.rows_of(other, sheet)]
        fields = columns_of(sheet, rows)
        columns = [GridColumn(HEADS[name], _WIDTHS.get(name, _USUAL_WIDTH), _style(name)) for name in fields]
        grid = self._grid(self._sheet_name(sheet, table, source), columns)
        grid.top(self._titled(sheet, table, source), self._words(f"ledger.remark.{_CODES[sheet]}"))
        for row in rows:
            grid.add([row.get(name) if name != "done" else _flag(row) for name in fields])
        for _ in range(0 if self._contents.filled else _SPARE_ROWS):
            grid.add([None] * len(fields))
        checks = self._drop.checks(table, clauses, get_column_letter(fields.index("clause") + 1))
        for index, name in enumerate(fields, 1):
            check = self._drop.reasons() if sheet == GROUNDS and name == "reason" else checks.get(name)
            if check is not None:
                grid.offer(check, index, _LAST_ROW)
        self._finish(grid, fixed=2)

    def write_clauses(self) -> None:
        """条款: every clause, its text, its price and where it is logged; locked."""
        for table in self._contents.tables:
            heads = self._words("ledger.clause-heads").split("|")
            columns = [
                GridColumn(ROW_HEAD, 11, Style.CENTER),
                GridColumn(CLAUSE_HEAD, 32, Style.STRONG_TEXT),
                GridColumn(TEXT_HEAD, 92),
                *(GridColumn(head, width) for head, width in zip(heads, (62, 24, 46), strict=True)),
            ]
            grid = self._grid(self._sheet_name(CLAUSES, table), columns)
            grid.top(self._titled(CLAUSES, table), self._words("ledger.remark.clauses", title=table.plan.rubric.title))
            for clause in table.plan.clauses.values():
                price = price_sentence(table.plan, clause, self._words, bounds=True)
                where = "、".join(sheets_of(clause, table.plan)) or self._words("ledger.fed")
                grid.add([clause.item, clause.id, _wording(clause), price, where, self._ways(clause)])
            grid.lock()
            self._finish(grid, fixed=2)

    def close(self) -> bytes:
        """Put down by what the ledger is known; the bytes."""
        book = self._workbook
        mark = book.create_sheet(MARK_SHEET)
        mark.sheet_state = "veryHidden"
        lines: list[list[str]] = [[MARK, __version__]]
        for table in self._contents.tables:
            document = table.plan.rubric.document
            lines.append(["rubric", table.label, table.ref, str(table.plan.year), document.sha256])
        lines += [["sheet", name] for name in book.sheetnames if not name.startswith("_")]
        lines += [["given", each] for each in self._contents.given]
        for row, line in enumerate(lines, 1):
            for column, text in enumerate(line, 1):
                mark.cell(row, column, safe_text(text)).data_type = "s"
        book.move_sheet(self._drop.sheet, len(book.sheetnames))
        book.active = 0
        book.properties.creator = f"wuwu {__version__}"
        book.properties.title = safe_text(self._words.join(table.plan.rubric.title for table in self._contents.tables))
        return pack(book, date(self._year, 1, 1))

    # --- what they share ---

    def _grid(self, name: str, columns: Sequence[GridColumn]) -> Grid:
        return Grid(self._workbook.create_sheet(name), self._stylist, columns)

    def _finish(self, grid: Grid, *, fixed: int, filters: bool = True, breaks: Sequence[int] = ()) -> None:
        grid.finish(self._words("ledger.page"), self._fonts.body, fixed=fixed, filters=filters, breaks=breaks)

    def _alike(self, one: LedgerTable, other: LedgerTable, sheet: str) -> bool:
        """Whether two tables have the same clauses on a sheet, with the same level words."""
        clauses = [[clause.id for clause in self._contents.clauses_of(each, sheet)] for each in (one, other)]
        return clauses[0] == clauses[1] and sheet not in (FINDINGS, CLAUSES)

    def _shared(self, table: LedgerTable, sheet: str) -> bool:
        """Whether a table before this one has written the sheet already."""
        tables = self._contents.tables
        return any(self._alike(table, other, sheet) for other in tables[: tables.index(table)])

    def _sheet_name(self, sheet: str, table: LedgerTable, source: str = "") -> str:
        tables = self._contents.tables
        if len(tables) == 1 or all(each is table or self._alike(table, each, source or sheet) for each in tables):
            return sheet
        return self._names.claim(f"{sheet}{BETWEEN}{table.label}", sheet)

    def _titled(self, sheet: str, table: LedgerTable, source: str = "") -> str:
        tables = self._contents.tables
        alone = len(tables) == 1 or all(each is table or self._alike(table, each, source or sheet) for each in tables)
        return self._words("ledger.title", year=self._year, sheet=sheet, table="" if alone else f"（{table.label}）")

    def _ways(self, clause: Clause) -> str:
        """The fields that an entry of the clause has to fill in, each way to do so on a line."""
        return "\n".join(dict.fromkeys(" + ".join(_heads(form.required)) for form in clause.forms))


_CODES = dict(zip(COLUMNS, ("grounds", "months", "counts", "events", "figures"), strict=True))


def _heads(fields: frozenset[str]) -> Iterator[str]:
    return (HEADS[name] for name in HEADS if name in fields and name != "clause")


def _wording(clause: Clause) -> str:
    return "；".join(clause.declared.quote)


def _points(clause: Clause) -> str:
    points = getattr(clause.declared, "points", None)
    return plain(points) if points is not None and clause.judged else ""


def _style(name: str) -> Style:
    if name in _DAYS:
        return Style.ENTRY_DAY
    return Style.CENTER if name in _FIGURES or name in MONTH_HEADS or name in ("status", "done") else Style.ENTRY


def _flag(row: Row) -> str | None:
    done = row.get("done")
    return None if done is None else "是" if done else "否"
