"""The pictures of the Excel ledger: `python docs/images/make_ledger.py` (with LibreOffice and pdftoppm on the path).

The template of `wuwu template`, printed by LibreOffice, one picture for the first page of each sheet.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import openpyxl

from wuwu.cli import main

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "shizhi"
NAMES = {
    "填写说明": "guide",
    "单位": "units",
    "认定": "findings",
    "认定依据": "grounds",
    "月度": "months",
    "次数": "counts",
    "台账": "events",
    "数据": "figures",
    "条款": "clauses",
}


def make() -> None:
    """Write a picture of each sheet: the first page that it is printed on."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        units = room / "名单.txt"
        units.write_text("\n".join(sorted(each.stem for each in EXAMPLES.glob("*.yaml"))), encoding="utf-8")
        template = room / "台账.xlsx"
        if main(["--lang", "zh", "template", "shizhi", "--units", str(units), "-o", str(template)]):
            raise SystemExit("no template")
        for sheet, name in NAMES.items():
            book = openpyxl.load_workbook(template)
            for other in book.sheetnames:
                if other != sheet:
                    book[other].sheet_state = "hidden"
            book.active = book.sheetnames.index(sheet)
            alone = room / f"{name}.xlsx"
            book.save(alone)
            office = ["soffice", f"-env:UserInstallation={(room / 'profile').as_uri()}", "--headless"]
            subprocess.run(
                [*office, "--convert-to", "pdf", "--outdir", folder, str(alone)], check=True, capture_output=True
            )
            picture = HERE / f"ledger-{name}"
            command = ["pdftoppm", "-r", "75", "-png", "-f", "1", "-l", "1", "-singlefile"]
            subprocess.run([*command, str(alone.with_suffix(".pdf")), str(picture)], check=True)


if __name__ == "__main__":
    make()
