"""What the cells of a ledger offer and what they check, in Chinese, while somebody types.

Fixed lists stand in the check itself; the others on a hidden sheet, each with a name. A list that depends on the clause of its
row is found by that name, so it works wherever named ranges do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from wuwu.ledger.layout import LISTS_SHEET, MONTH_HEADS, UNITS
from wuwu.messages import Words
from wuwu.report.ledger.contents import TICK, LedgerTable
from wuwu.report.ledger.grid import HEAD_ROW
from wuwu.report.workbook.safety import safe_text
from wuwu.schema.event import Finding, Status

FIRST = HEAD_ROW + 1
_MOST_UNITS = 300
_UNIT_LIST = "单位名单"
_LEVELS = "级别"
_NOT_A_NAME = re.compile(r"\W")


class Dropdowns:
    """The named lists of one ledger, and the checks that use them."""

    def __init__(self, book: Workbook, words: Words, year: int) -> None:
        self._book = book
        self._words = words
        self._year = year
        self.sheet = book.create_sheet(LISTS_SHEET)
        self.sheet.sheet_state = "hidden"
        self._named: dict[tuple[str, ...], str] = {}
        where = f"{quote_sheetname(UNITS)}!$A${FIRST}"
        counted = f"{quote_sheetname(UNITS)}!$A${FIRST}:$A${FIRST + _MOST_UNITS - 1}"
        self._define(_UNIT_LIST, f"OFFSET({where},0,0,MAX(1,COUNTA({counted})),1)")

    def name(self, wanted: str, words: Sequence[str]) -> str:
        """The name under which a list of words is offered; lists alike share one."""
        key = tuple(words)
        if wanted.startswith(_LEVELS) or key not in self._named:
            column = self.sheet.max_column + (1 if self.sheet.cell(1, 1).value is not None else 0)
            letter = get_column_letter(column)
            for row, word in enumerate([wanted, *words], 1):
                self.sheet.cell(row, column, safe_text(word)).data_type = "s"
            name = plain = _NOT_A_NAME.sub("_", wanted)
            alike = 1
            while name in self._book.defined_names:
                alike += 1
                name = f"{plain}_{alike}"
            self._define(name, f"{quote_sheetname(LISTS_SHEET)}!${letter}$2:${letter}${len(words) + 1}")
            self._named[key] = name
            return name
        return self._named[key]

    def offer_levels(self, table: LedgerTable) -> None:
        """A list for each clause whose entries say a level, under a name that its row can make up."""
        for clause in table.plan.clauses.values():
            if clause.words and any("level" in form.takes for form in clause.forms):
                self.name(f"{_LEVELS}_{table.label}_{clause.id}", table.plan.words_for(clause))

    def checks(self, table: LedgerTable, clauses: Sequence[str], clause_column: str) -> Mapping[str, DataValidation]:
        """The check of each column of a sheet, by its field; `clause_column` is the letter of the clause's own."""
        plan = table.plan
        found = {
            "unit": self._listed(f"={_UNIT_LIST}", "unit"),
            "finding": self.findings(),
            "date": self._dated(self._year),
            "verified_on": self._check(
                "date", "verified_on", operator="greaterThanOrEqual", formula1=self._day(self._year)
            ),
            "count": self._check("whole", "count", operator="greaterThanOrEqual", formula1="0"),
            "status": self._listed(_inline(Status), "status"),
            "done": self._listed('"是,否"', "done"),
            **{head: self._listed(f'"{TICK}"', "month", stop=False) for head in MONTH_HEADS},
        }
        for name in ("points", "plan", "actual"):
            found[name] = self._check("decimal", name, operator="greaterThanOrEqual", formula1="0")
        for name in ("value", "rate"):
            found[name] = self._check("decimal", name, operator="greaterThanOrEqual", formula1="0", stop=False)
        if clauses:
            found["clause"] = self._listed(f"={self.name(f'条款_{table.label}', clauses)}", "clause")
        label = _NOT_A_NAME.sub("_", table.label)
        levels = f'=INDIRECT("{_LEVELS}_{label}_"&SUBSTITUTE(${clause_column}{FIRST},".","_"))'
        found["level"] = self._listed(levels, "level", stop=False)
        if bodies := [body.name for body in plan.rubric.bodies]:
            found["verified_by"] = self._listed(
                f"={self.name(f'查实单位_{table.label}', bodies)}", "verified_by", stop=False
            )
        for name in ("subject", "reason", "evidence", "case", "member", "name"):
            found[name] = self._hint(name)
        return found

    def findings(self, only: Iterable[Finding] = Finding) -> DataValidation:
        """The check of a finding, all of them or those that a clause takes."""
        return self._listed(_inline(only), "finding")

    def tables(self, tables: Sequence[LedgerTable]) -> DataValidation:
        """The check of the table that a unit is scored under."""
        return self._listed(_inline([table.label for table in tables]), "rubric")

    def reasons(self) -> DataValidation:
        """What is said beside the reason of a finding."""
        return self._hint("ground")

    # --- one check ---

    def _listed(self, formula: str, name: str, *, stop: bool = True) -> DataValidation:
        return self._check("list", name, formula1=formula.removeprefix("="), stop=stop)

    def _dated(self, year: int) -> DataValidation:
        return self._check(
            "date", "date", operator="between", formula1=self._day(year), formula2=self._day(year, 12, 31)
        )

    def _day(self, year: int, month: int = 1, day: int = 1) -> str:
        return f"DATE({year},{month},{day})"

    def _check(self, kind: Any, name: str, *, stop: bool = True, **terms: Any) -> DataValidation:
        """`stop`: whether anything else is refused on the spot; else it is the program that judges it."""
        check = DataValidation(type=kind, allow_blank=True, showErrorMessage=stop, showInputMessage=True, **terms)
        check.errorStyle = "stop"
        check.errorTitle, check.error = (
            self._words("ledger.refused"),
            self._words(f"ledger.error.{name}", year=self._year)[:225],
        )
        return self._prompted(check, name)

    def _hint(self, name: str) -> DataValidation:
        return self._prompted(DataValidation(allow_blank=True, showInputMessage=True), name)

    def _prompted(self, check: DataValidation, name: str) -> DataValidation:
        check.promptTitle = self._words(f"ledger.prompt-title.{name}")[:32]
        check.prompt = self._words(f"ledger.prompt.{name}", year=self._year)[:255]
        return check

    def _define(self, name: str, target: str) -> None:
        self._book.defined_names[name] = DefinedName(name, attr_text=target)


def _inline(words: Iterable[str]) -> str:
    return '"' + ",".join(map(str, words)) + '"'
