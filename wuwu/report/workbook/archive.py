"""A workbook as bytes that depend on nothing but its content: no clock, no temporary name."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_EPOCH = (1980, 1, 1, 0, 0, 0)


class _Archive(ZipFile):
    """A zip whose entries all bear the same date, and that reports each sheet as it is written."""

    def __init__(self, file: io.BytesIO, sheet_written: Callable[[], None]) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        self._sheet_written = sheet_written

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        entry = ZipInfo(str(zinfo_or_arcname), _EPOCH)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        super().writestr(entry, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        # openpyxl writes what is not a sheet by `writestr`
        self.writestr(arcname, Path(filename).read_bytes())
        self._sheet_written()


def pack(workbook: Workbook, day: date, sheet_written: Callable[[], None] = lambda: None) -> bytes:
    """The bytes of the .xlsx file, dated with a day that comes from its content; `sheet_written` is called for each sheet."""
    # `Workbook.save` would put the time of day into the properties
    workbook.properties.created = workbook.properties.modified = datetime(day.year, day.month, day.day)
    buffer = io.BytesIO()
    ExcelWriter(workbook, _Archive(buffer, sheet_written)).save()
    return buffer.getvalue()
