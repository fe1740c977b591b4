"""Bytes in, text out: a byte order mark decides, then UTF-8, then GB18030 (what Windows in Chinese writes)."""

from __future__ import annotations

import codecs

from wuwu.diagnostics import Place, Problem, Result, Severity
from wuwu.source.document import TextSpan, place_at, split_lines

# The marks of UTF-32 come first: its little-endian one begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Excel, Word and WPS write: a ZIP archive, or the older format.
ZIP_MARK, OLE_MARK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE_MARKS = (ZIP_MARK, OLE_MARK, b"%PDF-")
_OFFICE_NAMES = (
    ".csv",
    ".tsv",
    ".xls",
    ".xlsx",
    ".xlsm",
    ".et",
    ".doc",
    ".docx",
    ".wps",
    ".ods",
    ".odt",
    ".pdf",
    ".rtf",
)


def encode_like(text: str, raw: bytes) -> bytes:
    """A text in the encoding of the bytes that an earlier form of it was decoded from, with their byte order mark."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return mark + text.encode(encoding)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return text.encode("gb18030")
    return text.encode("utf-8")


def decode(raw: bytes, name: str) -> Result[str]:
    """The text of `raw`, with a note when it was not UTF-8; or the problem: the first bad byte, a file of an office program."""
    if raw.startswith(_OFFICE_MARKS):
        return Result(None, (office_file(name),))
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], encoding, name)
    try:
        return Result(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        # Han characters before the bad byte mean UTF-8 with one damaged spot, not GB18030: text in GB18030 fails as
        # UTF-8 at its first Han characters, while damaged UTF-8 may well decode as GB18030, into nonsense.
        if any("\u4e00" <= each <= "\u9fff" for each in raw[: error.start].decode("utf-8")):
            return Result(None, (_bad_byte(error, "UTF-8", name),))
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError as error:
        return Result(None, (_bad_byte(error, "GB18030", name),))
    return Result(text, (_not_utf8("GB18030", name),))


def is_office_name(name: str) -> bool:
    """Whether a file is called as an office program calls its own, some of which are text: CSV, or a web page as .xls."""
    return name.lower().endswith(_OFFICE_NAMES)


def office_file(name: str) -> Problem:
    """The problem of a file of an office program where YAML is needed."""
    return Problem("office-file", Place(name))


def _decode_marked(raw: bytes, encoding: str, name: str) -> Result[str]:
    shown = encoding.upper().removesuffix("-LE").removesuffix("-BE")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        return Result(None, (_bad_byte(error, shown, name),))
    return Result(text, () if shown == "UTF-8" else (_not_utf8(shown, name),))


def _not_utf8(encoding: str, name: str) -> Problem:
    return Problem("not-utf8", Place(name), {"encoding": encoding}, Severity.NOTE)


def _bad_byte(error: UnicodeDecodeError, encoding: str, name: str) -> Problem:
    raw = error.object
    before = split_lines(raw[: error.start].decode(error.encoding, "replace"))
    # A few hundred bytes are enough to show the rest of the line.
    rest = split_lines(raw[error.start : error.start + 300].decode(error.encoding, "replace"))[0]
    column = len(before[-1]) + 1
    line = len(before)
    before[-1] += rest
    params = {"byte": f"0x{raw[error.start]:02X}", "encoding": encoding}
    return Problem("bad-encoding", place_at(name, before, TextSpan(line, column, 1)), params)
