"""A workbook as bytes that depend on nothing but its content: no clock, no temporary name."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_EPOCH = (1980, 1, 1, 0, 0, 0)


class _Archive(ZipFile):
    """A zip whose entries all bear the same date."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        entry = ZipInfo(str(zinfo_or_arcname), _EPOCH)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        super().writestr(entry, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        self.writestr(arcname, Path(filename).read_bytes())


def pack(workbook: Workbook, day: date) -> bytes:
    """The bytes of the .xlsx file, dated with a day that comes from its content."""
    # `Workbook.save` would put the time of day into the properties
    workbook.properties.created = workbook.properties.modified = datetime(day.year, day.month, day.day)
    buffer = io.BytesIO()
    ExcelWriter(workbook, _Archive(buffer, "w", ZIP_DEFLATED)).save()
    return buffer.getvalue()
