"""填写说明: what is filled in at the top, how each sheet is filled in, and one filled example of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from wuwu.ledger.layout import (
    ASSESSED,
    COLUMNS,
    FINDINGS,
    GIVEN,
    GROUNDS,
    HEADS,
    MONTH_HEADS,
    MONTHS,
    PERIOD,
    RECORDER,
    YEAR,
)
from wuwu.messages import Words
from wuwu.report.explanation.samples import sample_fields
from wuwu.report.ledger.contents import TICK, Contents, LedgerTable
from wuwu.report.ledger.grid import Grid, GridColumn
from wuwu.report.workbook.fonts import Fonts
from wuwu.report.workbook.styles import Style, Stylist
from wuwu.schema.event import Finding
from wuwu.schema.period import Cycles

_WIDTHS = (28.0, 42.0, 42.0, 32.0, 32.0, 34.0, 34.0, 30.0)
_PLAIN = [Style.STRONG_TEXT, Style.ENTRY_FIELD, *[Style.NOTE] * (len(_WIDTHS) - 2)]


def write_guide(sheet: Worksheet, stylist: Stylist, contents: Contents, words: Words, fonts: Fonts) -> None:
    """Write the first sheet."""
    grid = Grid(sheet, stylist, [GridColumn("", width) for width in _WIDTHS])
    year = contents.tables[0].plan.year
    title = words.join(table.plan.rubric.title for table in contents.tables)
    for row, text, style in ((1, words("ledger.guide.title", year=year), Style.HEADLINE), (2, title, Style.NOTE)):
        grid.put(row, 1, text, style)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_WIDTHS))
    sheet.row_dimensions[1].height = 26
    rows: Mapping[str, object] = {
        YEAR: str(year),
        **({PERIOD: contents.period.label if contents.period else ""} if _has_periods(contents) else {}),
        RECORDER: contents.recorded_by or "",
        ASSESSED: contents.assessed_on.isoformat() if isinstance(contents.assessed_on, date) else "",
        **({GIVEN: words.join(contents.given)} if contents.given else {}),
    }
    for label, value in rows.items():
        remark = words(f"ledger.guide.field.{_CODES[label]}")
        row = grid.add([label, value, remark, *[""] * (len(_WIDTHS) - 3)], _PLAIN)
        sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=len(_WIDTHS))
        sheet.row_dimensions[row].height = 21
    _write_paragraphs(grid, words)
    for table in contents.tables[:1]:
        for name in (FINDINGS, *COLUMNS):
            _write_example(grid, contents, table, name, words)
    grid.finish(words("ledger.page"), fonts.body, fixed=0, filters=False)
    sheet.print_title_rows = None
    sheet.page_setup.scale = None
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.freeze_panes = None


def _has_periods(contents: Contents) -> bool:
    """Whether a table is for periods that the ledger has to name."""
    cycles = [table.plan.rubric.period for table in contents.tables]
    return contents.period is not None or any(isinstance(each, Cycles) and each is not Cycles.YEAR for each in cycles)


def _write_paragraphs(grid: Grid, words: Words) -> None:
    for text in words("ledger.guide.text").split("\n"):
        row = grid.add([text, *[""] * (len(_WIDTHS) - 1)], [Style.NOTE] * len(_WIDTHS))
        grid.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_WIDTHS))
        grid.sheet.row_dimensions[row].height = 18


def _write_example(grid: Grid, contents: Contents, table: LedgerTable, name: str, words: Words) -> None:
    """The heads of a sheet that an entry fills in and, below them, one filled in."""
    fields = _example(contents, table, name, words)
    if not fields:
        return
    room = len(_WIDTHS) - 1
    heads = list(fields)[:room]
    blank = [None] * (room - len(heads))
    row = grid.add(
        [words("ledger.guide.sheet", sheet=name), words(f"ledger.guide.how.{_CODES[name]}"), *[None] * (room - 1)]
    )
    grid.put(row, 1, words("ledger.guide.sheet", sheet=name), Style.SECTION)
    grid.put(row, 2, words(f"ledger.guide.how.{_CODES[name]}"), Style.NOTE)
    for column in range(3, len(_WIDTHS) + 1):
        grid.put(row, column, None, Style.NOTE)
    grid.sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=len(_WIDTHS))
    grid.sheet.row_dimensions[row].height = 27
    used = 1 + len(heads)
    grid.add(["", *heads, *blank], [Style.NOTE, *[Style.HEAD] * len(heads), *[Style.NOTE] * (len(_WIDTHS) - used)])
    values = [fields[head] for head in heads]
    grid.add(
        [words("ledger.guide.example"), *values, *blank],
        [Style.NOTE, *[Style.CENTER] * len(heads), *[Style.NOTE] * (len(_WIDTHS) - used)],
    )


def _example(contents: Contents, table: LedgerTable, name: str, words: Words) -> dict[str, str]:
    """One entry of a sheet, by its heads, from the rubric's own examples."""
    unit = next((each.name for each in contents.units), words("ledger.guide.unit"))
    clauses = contents.clauses_of(table, FINDINGS if name == GROUNDS else name)
    if not clauses:
        return {}
    clause, form = max(
        (
            (clause, form)
            for clause in clauses
            for form in clause.forms
            if ("finding" in form.required) == (name in (FINDINGS, GROUNDS))
            and ("months" in form.required) == (name == MONTHS)
        ),
        key=lambda pair: len(pair[1].required),
    )
    if name == FINDINGS:
        return {"条款": clauses[0].id, unit: Finding.MET.value}
    if name == MONTHS:
        return {"条款": clause.id, "单位": unit, **dict.fromkeys(MONTH_HEADS[:3], TICK)}
    finding = Finding.NA if name == GROUNDS else Finding.MET
    told = {"unit": unit, **sample_fields(table.plan, clause, form, finding, words)}
    if name == GROUNDS:
        reasons = ("explain.sample.na-reason", "explain.sample.decided_by")
        told |= dict(zip(("reason", "decided_by"), map(words, reasons), strict=True))
    if told.get("done"):
        told["done"] = "是"
    order = COLUMNS[name]
    return {HEADS[field]: told[field] for field in order if field in told}


_CODES = {
    YEAR: "year",
    PERIOD: "period",
    RECORDER: "recorder",
    ASSESSED: "assessed",
    GIVEN: "given",
    FINDINGS: "findings",
    **dict(zip(COLUMNS, ("grounds", "months", "counts", "events", "figures"), strict=True)),
}
