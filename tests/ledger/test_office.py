"""A ledger that went through an office program: its lists hold what they should, and nothing is lost."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.ledger.sheets import ONE, TWO, blank, fill, read, table
from wuwu.ledger.layout import COLUMNS, FINDINGS
from wuwu.report.ledger.contents import Contents, LedgerUnit

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed: nothing was opened"),
]


def saved(raw: bytes, folder: Path, kind: str = "xlsx") -> Path:
    """The file as LibreOffice saves it."""
    folder.mkdir(exist_ok=True)
    source = folder / "台账.xlsx"
    source.write_bytes(raw)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder / "out" / f"台账.{kind.partition(':')[0]}"


def test_nothing_is_lost_when_it_is_saved(tmp_path: Path) -> None:
    cells: dict[str, dict[str, Any]] = {
        "认定": {"D4": "符合", "E4": "不适用"},
        "认定依据": {"A4": "A1.实施方案", "B4": TWO, "C4": "新设单位"},
        "月度": {"C4": "√", "D4": date(2018, 2, 9)},
        "次数": {"C8": "张三", "E8": 2, "C9": "李四", "E9": 0},
        "台账": {
            "A4": ONE,
            "B4": "A7.宣传推介",
            "C4": date(2018, 7, 2),
            "E4": "省级",
            "F4": "社保卡",
            "N4": "省报7月2日3版\n照片",
        },
        "数据": {"D4": (0.925, "0.0%"), "D6": 3.5},
    }
    raw = fill(blank(), cells)
    before, after = read(raw), read(saved(raw, tmp_path).read_bytes())
    assert before.told() == after.told() == []
    assert {unit: before.events(unit) for unit in before.logs} == {unit: after.events(unit) for unit in after.logs}
    assert len(after.events()) == 8
    assert [log.members for log in after.logs.values()] == [("张三", "李四")] * 2


def test_each_list_that_depends_on_a_clause_is_the_one_the_clause_has(tmp_path: Path) -> None:
    """The formula of the check itself, asked cell by cell: LibreOffice joins what it finds under the name."""
    raw = blank()
    book = openpyxl.load_workbook(io.BytesIO(raw))
    checks = book["台账"].data_validations.dataValidation
    formula = next(each.formula1 for each in checks if "E4" in each.sqref)
    shizhi = table().plan
    clauses = [clause for clause in shizhi.clauses.values() if clause.words]
    probe = book.create_sheet("探", 0)
    for row, clause in enumerate(clauses, 1):
        probe.cell(row, 1, clause.id)
        probe.cell(row, 2).value = f'=_xlfn.TEXTJOIN("|",TRUE,{formula.replace("$B4", f"$A{row}")})'
    book.active = 0
    out = io.BytesIO()
    book.save(out)
    found = saved(out.getvalue(), tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76,1").read_text()
    lists = {row[0]: row[1].split("|") for row in csv.reader(io.StringIO(found)) if len(row) > 1}
    assert lists == {clause.id: shizhi.words_for(clause) for clause in clauses}


def test_fixed_lists_and_named_ones_survive(tmp_path: Path) -> None:
    contents = Contents([table()], [LedgerUnit(ONE, table().label)])
    book = openpyxl.load_workbook(saved(blank((ONE,)), tmp_path))

    def offered(sheet: str, cell: str) -> list[str]:
        """What the check on a cell offers."""
        checks = book[sheet].data_validations.dataValidation
        formula = next(each.formula1 for each in checks if cell in each.sqref and each.type == "list")
        if formula.startswith('"'):
            return str(formula).strip('"').split(",")
        target = book.defined_names[formula].attr_text
        name, first, last = re.fullmatch(r"'?(.*?)'?!\$?([A-Z]+\$?[0-9]+):\$?([A-Z]+\$?[0-9]+)", target).groups()  # type: ignore[union-attr]
        return [row[0].value for row in book[name][f"{first}:{last}".replace("$", "")]]

    assert offered(FINDINGS, "D4") == ["符合", "不符合", "不适用"]
    assert offered("台账", "G4") == ["查实", "待查", "不属实"]
    for sheet, fields in COLUMNS.items():
        cell = f"{'ABCDEFGH'[list(fields).index('clause')]}4"
        source = FINDINGS if sheet == "认定依据" else sheet
        assert offered(sheet, cell) == [clause.id for clause in contents.clauses_of(table(), source)]


def test_the_list_of_units_grows_with_the_units(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(fill(blank((ONE,)), {"单位": {"A5": TWO, "A6": "新单位"}})))
    checks = book["台账"].data_validations.dataValidation
    formula = next(each.formula1 for each in checks if "A4" in each.sqref)
    probe = book.create_sheet("探", 0)
    probe["A1"] = f'=_xlfn.TEXTJOIN("|",TRUE,{formula})'
    book.active = 0
    out = io.BytesIO()
    book.save(out)
    found = saved(out.getvalue(), tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76,1").read_text()
    assert found.strip().strip('"') == f"{ONE}|{TWO}|新单位"
