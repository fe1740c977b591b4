"""A workbook, a list or a document where a log is needed: told by what the bytes are, and where these are text, by the name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

FILES = {
    "台账.xlsx": (b"PK\x03\x04" + bytes(range(256)), "workbook-damaged"),
    "台账.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "workbook-old-format"),
    "台账.yaml": (b"PK\x03\x04 renamed", "workbook-damaged"),
    "台账.pdf": (b"%PDF-1.7\n", "office-file"),
    "台账.csv": ("条款,日期\nA5.迟报,2018-04-10\n".encode(), "office-file"),
    "台账.CSV": ('条款,日期\n"A5.迟报",2018-04-10\n'.encode("gbk"), "office-file"),
    "网页.xls": (b"<html><table><tr><td>1</td></tr></table></html>", "not-a-workbook"),
}
"""Bytes, and what is said of them where a log is needed; a rubric is never a workbook."""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", ["score", "validate-log", "validate-rubric"])
@pytest.mark.parametrize("name", FILES)
def test_it_is_one_problem(run: Run, desk: Path, name: str, command: str) -> None:
    raw, as_log = FILES[name]
    (desk / name).write_bytes(raw)
    code, out, err = run(command, name)
    told = "office-file" if command == "validate-rubric" else as_log
    assert code == 1
    assert re.findall(r"^(.*?): .* \[([a-z-]+)\]$", out + err, re.MULTILINE) == [(name, told)]
    if command == "score":
        assert out == ""


def test_a_log_may_have_any_name(run: Run, desk: Path) -> None:
    (desk / "台账.csv").write_text("unit: 甲\nrubric: shizhi\nyear: 2018\nevents: []\n", encoding="utf-8")
    assert run("score", "台账.csv")[0] == 0
