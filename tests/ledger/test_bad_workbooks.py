"""Files that are no ledger, or none that should be read: each refused for what it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from tests.ledger.sheets import blank
from wuwu.ledger.reading import read_ledger

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def code_of(raw: bytes) -> str:
    found = read_ledger(raw, "台账.xlsx")
    assert found.value is None
    (problem,) = found.problems
    return problem.code


def repacked(change: Callable[[str, bytes], bytes | None], **more: bytes) -> bytes:
    """A template with the parts of its archive changed, and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blank())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (data := change(name, old.read(name))) is not None:
                new.writestr(name, data)
        for name, data in more.items():
            new.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def kept(_: str, data: bytes) -> bytes:
    return data


def test_what_is_no_archive() -> None:
    assert code_of(b"unit: a\n") == "not-a-workbook"
    assert code_of(b"") == "not-a-workbook"


def test_a_document_of_another_kind() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert code_of(out.getvalue()) == "not-a-workbook"


@pytest.mark.parametrize("length", [4, 30, 1000, -200, -1])
def test_a_file_cut_off(length: int) -> None:
    assert code_of(blank()[:length]) == "workbook-damaged"


def test_a_damaged_part() -> None:
    assert code_of(repacked(lambda name, data: data[:200] if name == "xl/workbook.xml" else data)) == "workbook-damaged"
    assert (
        code_of(repacked(lambda name, data: None if name == "xl/worksheets/sheet2.xml" else data)) == "workbook-damaged"
    )


def test_older_formats_and_passwords() -> None:
    assert code_of(OLE + bytes(2000) + "Workbook".encode("utf-16-le")) == "workbook-old-format"
    assert code_of(OLE + bytes(2000) + "EncryptedPackage".encode("utf-16-le")) == "workbook-encrypted"


def test_macros_and_links_to_other_files() -> None:
    assert code_of(repacked(kept, xl__vbaProject_dot_bin=b"x")) == "workbook-macros"
    assert code_of(repacked(kept, xl__externalLinks__externalLink1_dot_xml=b"<x/>")) == "workbook-links"


def test_an_archive_that_swells() -> None:
    assert code_of(repacked(kept, xl__worksheets__sheet99_dot_xml=bytes(200 << 20))) == "workbook-too-large"


def test_entities_are_not_expanded() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    assert code_of(repacked(lambda name, data: bomb if name == "xl/workbook.xml" else data)) == "workbook-damaged"


def test_a_million_rows_that_are_only_formatted() -> None:
    rows = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(4, 1_000_000))

    def swell(name: str, data: bytes) -> bytes:
        if name != "xl/worksheets/sheet7.xml":
            return data
        return data.replace(b"</sheetData>", rows.encode() + b"</sheetData>")

    assert code_of(repacked(swell)) == "workbook-too-large"


def test_a_workbook_that_wuwu_did_not_make_and_one_of_its_results() -> None:
    book = openpyxl.Workbook()
    out = io.BytesIO()
    book.save(out)
    assert code_of(out.getvalue()) == "not-a-ledger"
    book.properties.creator = "wuwu 1.0"
    out = io.BytesIO()
    book.save(out)
    assert code_of(out.getvalue()) == "result-workbook"


def test_a_ledger_of_a_later_format() -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank()))
    book["_wuwu"]["A1"] = "wuwu/ledger@9"
    out = io.BytesIO()
    book.save(out)
    assert code_of(out.getvalue()) == "ledger-of-other-version"
