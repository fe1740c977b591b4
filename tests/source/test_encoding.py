from __future__ import annotations

import codecs

import pytest

from wuwu.diagnostics import Rejected, Severity
from wuwu.source.yaml_reader import parse_document

TEXT = "unit: 市就业服务中心\nnote: 岳人社发〔2018〕5号\n"
DATA = {"unit": "市就业服务中心", "note": "岳人社发〔2018〕5号"}


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), None),
        (codecs.BOM_UTF8 + TEXT.encode(), None),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "UTF-32"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "UTF-32"),
        (TEXT.encode("gb18030"), "GB18030"),
        (TEXT.encode("gbk"), "GB18030"),
    ],
)
def test_encodings(raw: bytes, encoding: str | None) -> None:
    document = parse_document(raw, "a.yaml").require()
    assert document.data == DATA
    assert str(document.place(("note",))) == "a.yaml:2:7"
    assert [(each.code, each.severity, each.params) for each in document.notes] == (
        [("not-utf8", Severity.NOTE, {"encoding": encoding})] if encoding else []
    )


@pytest.mark.parametrize(
    ("raw", "encoding", "where", "byte"),
    [
        (TEXT.encode() + b"a: \xff\n", "UTF-8", "a:3:4", "0xFF"),
        ("甲乙: ".encode() + b"\xe4\xb8", "UTF-8", "a:1:5", "0xE4"),
        (codecs.BOM_UTF8 + b"a: 1\r\nb: \xff\n", "UTF-8", "a:2:4", "0xFF"),
        (TEXT.encode("gb18030") + "甲: ".encode("gb18030") + b"\xff\n", "GB18030", "a:3:4", "0xFF"),
        (codecs.BOM_UTF16_LE + "甲: 1\n".encode("utf-16-le") + b"\x00", "UTF-16", "a:2:1", "0x00"),
        (b"\x80\xff", "GB18030", "a:1:1", "0x80"),
    ],
)
def test_a_bad_byte_has_a_place(raw: bytes, encoding: str, where: str, byte: str) -> None:
    with pytest.raises(Rejected) as caught:
        parse_document(raw, "a").require()
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.place), problem.params) == (
        "bad-encoding",
        where,
        {"byte": byte, "encoding": encoding},
    )


def test_the_note_on_the_encoding_accompanies_errors() -> None:
    with pytest.raises(Rejected) as caught:
        parse_document("甲: 1\n甲: 2\n".encode("gbk"), "a").require()
    assert [each.code for each in caught.value.problems] == ["duplicate-key", "not-utf8"]
