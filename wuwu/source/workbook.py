"""The bytes of a workbook (.xlsx) in, its sheets as cells out, each value exact and with its place; or why it is refused.

Read with the standard library alone. openpyxl's read-only mode knows neither merged cells nor comments and its other mode takes
three times as long; calamine is faster than either, but says neither whether 0.925 is shown as a percentage nor whether a formula
was ever worked out, and both decide what a cell means.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias, TypeVar
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import BadZipFile, ZipFile

from wuwu.diagnostics import Place, Problem, Result
from wuwu.messages import plain
from wuwu.source.encoding import OLE_MARK

Kind: TypeAlias = Literal["text", "number", "percent", "date", "flag", "error", "formula"]

_ZIP_MARK = b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SUFFIX = ".xlsx"
"""What a workbook is called that can be read."""

# A year of 50 units takes a twentieth of this; a column formatted down to the last row takes more.
_LARGEST_PART, _LARGEST = 24 << 20, 96 << 20
_MOST_ROWS, _MOST_COLUMNS = 50_000, 1000
# The digits of a number that a workbook keeps.
_DIGITS = 15
_UNREAL_LEAP_DAY = 60
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_QUOTED_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATE_FORMATS = frozenset([*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58])
_PERCENT_FORMATS = frozenset([9, 10])
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class Cell(NamedTuple):
    """A cell that holds something, its row and column counted from 1.

    `text`: a number as an exact decimal, a percentage as the figure before its sign, a date as 2018-04-10, an error as #N/A;
    "" for a formula that was never worked out.
    """

    row: int
    column: int
    kind: Kind
    text: str


class SourceSheet(NamedTuple):
    """A sheet: its cells row by row, and its comments by row and column. A merged cell stands in every row it covers."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    comments: Mapping[tuple[int, int], str]


class Workbook:
    """A workbook: the names of its sheets in their order, and each sheet as it is asked for. Made by `open_workbook`."""

    def __init__(self, raw: bytes, name: str) -> None:
        self.name = name
        self.raw = raw
        self._archive = _open(raw, name)
        self._book = _root(self._part("xl/workbook.xml"))
        self._targets = self._relations("xl/workbook.xml")
        found = (each for each in self._book.iter() if _local(each) == "sheet")
        self._sheets = {each.get("name", ""): each.get(_RELATION) or each.get(_STRICT_RELATION) or "" for each in found}
        settings = next((each for each in self._book if _local(each) == "workbookPr"), None)
        self._epoch = date(1904, 1, 1) if settings is not None and settings.get("date1904") in ("1", "true") else None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sheets."""
        return tuple(self._sheets)

    def sheet(self, name: str) -> Result[SourceSheet]:
        """A sheet by its name; none where it is damaged or holds far more than anybody filled in."""

        def read() -> SourceSheet:
            part = self._targets.get(self._sheets[name], "")
            rows, merged = self._rows(name, part)
            _spread(rows, merged)
            return SourceSheet(name, rows, dict(self._comments(part)))

        return _answer(self.name, read)

    def place(self, sheet: str, row: int, column: int, text: str = "") -> Place:
        """The place of a cell, with what stands in it as the excerpt."""
        return place_of(self.name, sheet, row, column, text)

    @cached_property
    def creator(self) -> str:
        """The program that made the workbook, as far as it says so."""
        if "docProps/core.xml" not in self._archive.namelist():
            return ""
        properties = _answer(self.name, lambda: list(_root(self._part("docProps/core.xml")))).value or ()
        return next((each.text or "" for each in properties if _local(each) == "creator"), "")

    # --- the parts of the file ---

    def _part(self, name: str) -> bytes:
        return self._archive.read(name)

    def _relations(self, part: str) -> dict[str, str]:
        """The parts that a part refers to, by the id it gives them."""
        folder, _, file = part.rpartition("/")
        name = f"{folder}/_rels/{file}.rels"
        if name not in self._archive.namelist():
            return {}
        return {each.get("Id", ""): _joined(folder, each.get("Target", "")) for each in _root(self._part(name))}

    @cached_property
    def _texts(self) -> Sequence[str]:
        name = next((each for each in self._archive.namelist() if each.lower() == "xl/sharedstrings.xml"), None)
        if name is None:
            return ()
        return [_text_of(each) for each in _root(self._part(name)) if _local(each) == "si"]

    @cached_property
    def _formats(self) -> Sequence[Kind]:
        """What a number is shown as, by the number of its style."""
        if "xl/styles.xml" not in self._archive.namelist():
            return ()
        root = _root(self._part("xl/styles.xml"))
        own = {each.get("numFmtId", ""): each.get("formatCode", "") for each in root.iter() if _local(each) == "numFmt"}
        styles = next((each for each in root if _local(each) == "cellXfs"), ())
        return [_shown_as(each.get("numFmtId", "0"), own) for each in styles]

    def _rows(self, sheet: str, part: str) -> tuple[dict[int, dict[int, Cell]], list[str]]:
        rows: dict[int, dict[int, Cell]] = {}
        merged: list[str] = []
        number = seen = 0
        for _, element in iterparse(io.BytesIO(self._part(part))):
            match _local(element):
                case "row":
                    number, seen = int(element.get("r") or number + 1), seen + 1
                    if seen > _MOST_ROWS:
                        raise _Refused("workbook-too-large", self.name, sheet=sheet)
                    if len(element) and (cells := dict(self._cells(element, number))):
                        rows[number] = cells
                    element.clear()
                case "mergeCell":
                    merged.append(element.get("ref", ""))
                case "sheetData":
                    element.clear()
                case _:
                    pass
        return rows, merged

    def _cells(self, row: Element, number: int) -> Iterator[tuple[int, Cell]]:
        column = 0
        for element in row:
            reference = element.get("r")
            column = _column_of(reference) if reference else column + 1
            if len(element) and column <= _MOST_COLUMNS:
                kind, text = self._value(element)
                if text.strip() or kind == "formula":
                    yield column, Cell(number, column, kind, text)

    def _value(self, element: Element) -> tuple[Kind, str]:
        kind = element.get("t", "n")
        parts = {_local(part): part for part in element}
        if "is" in parts:
            return "text", _text_of(parts["is"])
        value = parts["v"].text if "v" in parts else None
        if not value:
            return ("formula", "") if "f" in parts and kind != "str" else ("text", "")
        match kind:
            case "n":
                return self._number(value, int(element.get("s", 0)))
            case "s":
                return "text", self._texts[int(value)]
            case "b":
                return "flag", "true" if value == "1" else "false"
            case "e":
                return "error", value
            case "d":
                return "date", value[:10]
            case _:
                return "text", _decoded(value)

    def _number(self, value: str, style: int) -> tuple[Kind, str]:
        shown = self._formats[style] if style < len(self._formats) else "number"
        number = Decimal(f"{float(value):.{_DIGITS}g}")
        if shown == "date" and 0 < number < 2_958_466:
            return "date", self._day(int(number)).isoformat()
        return ("percent", plain(number * 100)) if shown == "percent" else ("number", plain(number))

    def _day(self, serial: int) -> date:
        """The day of a number: from 1900, a year that workbooks take for a leap year, or from 1904."""
        if self._epoch is not None:
            return self._epoch + timedelta(serial)
        return date(1899, 12, 31 if serial < _UNREAL_LEAP_DAY else 30) + timedelta(serial)

    def _comments(self, part: str) -> Iterator[tuple[tuple[int, int], str]]:
        for target in self._relations(part).values():
            if re.search(r"/comments?[0-9]*\.xml$", target) and target in self._archive.namelist():
                for each in _root(self._part(target)).iter():
                    if _local(each) == "comment" and (text := _text_of(each).strip()):
                        yield _row_and_column(each.get("ref", "")), text


def open_workbook(raw: bytes, name: str) -> Result[Workbook]:
    """The workbook in the bytes of a file; none where it is no workbook, or none that can be read."""
    return _answer(name, lambda: Workbook(raw, name))


def place_of(file: str, sheet: str, row: int, column: int, text: str = "") -> Place:
    """The place of a cell, with what stands in it as the excerpt; of a text over several lines, the first."""
    excerpt = text.split("\n", 1)[0]
    return Place(file, row, 1, max(1, len(excerpt)), excerpt, f"{sheet}!{letters(column)}{row}")


def letters(column: int) -> str:
    """The letters of a column, counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


# --- what is refused ---------------------------------------------------------------------------------------------


class _Refused(Exception):
    """A workbook that is not read, from wherever in it that turns out."""

    def __init__(self, code: str, name: str, **params: object) -> None:
        self.problem = Problem(code, Place(name), params)


Value = TypeVar("Value")


def _answer(name: str, read: Callable[[], Value]) -> Result[Value]:
    """What is read, or the one reason why it is not."""
    try:
        return Result(read())
    except _Refused as refused:
        return Result(None, (refused.problem,))
    except (BadZipFile, zlib.error, ParseError, KeyError, IndexError, ValueError, EOFError, NotImplementedError):
        return Result(None, (Problem("workbook-damaged", Place(name), {}),))


def _open(raw: bytes, name: str) -> ZipFile:
    if raw.startswith(OLE_MARK):
        raise _Refused("workbook-encrypted" if _ENCRYPTED in raw else "workbook-old-format", name)
    if not raw.startswith(_ZIP_MARK):
        raise _Refused("not-a-workbook", name)
    archive = ZipFile(io.BytesIO(raw))
    parts = archive.infolist()
    names = {each.filename for each in parts}
    if any(each.flag_bits & 1 for each in parts):
        raise _Refused("workbook-encrypted", name)
    if "xl/workbook.xml" not in names:
        raise _Refused("not-a-workbook", name)
    if any(each.lower().endswith("vbaproject.bin") for each in names):
        raise _Refused("workbook-macros", name)
    if any("externallinks/" in each.lower() for each in names):
        raise _Refused("workbook-links", name)
    read = [each.file_size for each in parts if each.filename.endswith((".xml", ".rels"))]
    if max(read) > _LARGEST_PART or sum(read) > _LARGEST:
        raise _Refused("workbook-too-large", name, sheet="")
    return archive


# --- XML ---------------------------------------------------------------------------------------------------------


def _root(part: bytes) -> Element:
    """The root of a part. What declares entities of its own is taken for damaged."""
    if b"<!DOCTYPE" in part[:1000]:
        raise ParseError
    root: Element | None = None
    for _, element in iterparse(io.BytesIO(part)):
        root = element
    if root is None:
        raise ParseError
    return root


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _text_of(element: Element) -> str:
    """The text of an element in however many runs, without what only says how it is pronounced."""
    if _local(element) == "t":
        return _decoded(element.text or "")
    return "".join(_text_of(each) for each in element if _local(each) not in ("rPh", "phoneticPr", "rPr"))


def _decoded(text: str) -> str:
    """A text with the characters that a workbook writes by their number (`_x000D_`)."""
    return _CODED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _joined(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    steps = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _shown_as(number: str, own: Mapping[str, str]) -> Kind:
    code = own.get(number)
    if code is None:
        known = int(number)
        return "date" if known in _DATE_FORMATS else "percent" if known in _PERCENT_FORMATS else "number"
    bare = _QUOTED_FORMAT.sub("", code.partition(";")[0]).lower()
    if "%" in bare:
        return "percent"
    return "date" if "y" in bare or "d" in bare or ("m" in bare and "h" not in bare and "s" not in bare) else "number"


# --- cells -------------------------------------------------------------------------------------------------------


def _column_of(reference: str) -> int:
    column = 0
    for each in reference:
        if not "A" <= each <= "Z":
            break
        column = column * 26 + ord(each) - ord("A") + 1
    return column


def _row_and_column(reference: str) -> tuple[int, int]:
    return int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), _column_of(reference)


def _spread(rows: dict[int, dict[int, Cell]], merged: Sequence[str]) -> None:
    """Put what a merged cell holds into every row that it covers and that holds something else besides."""
    for reference in merged:
        first, _, last = reference.partition(":")
        (top, left), (bottom, _) = _row_and_column(first), _row_and_column(last or first)
        cell = rows.get(top, {}).get(left)
        for row in range(top + 1, min(bottom, top + _MOST_ROWS) + 1) if cell is not None else ():
            if cell is not None and row in rows:
                rows[row].setdefault(left, cell)
