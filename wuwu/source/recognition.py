"""A path in, what kind of file lies there by its content out: enough to know what must not be replaced."""

from __future__ import annotations

import re
from pathlib import Path

from wuwu.source.encoding import decode

_HEAD = 65536
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# A key at the top of a file, also of one that was typed with a full-width colon or written as JSON. Results of wuwu in JSON
# have objects under these keys, or none of them.
_KEY = r"(?m)(?:^|[{{,])\s*[\"']?{}[\"']?\s*[:：]\s*[^\s{{\[]"
_RUBRIC, _UNIT, _YEAR = (re.compile(_KEY.format(key)) for key in ("rubric", "unit", "year"))
# What no log has; `unit` stands in the rules of a rubric, too.
_DIMENSIONS = re.compile(r"(?m)^dimensions\s*[:：]")
_CREATOR = re.compile(rb"<dc:creator>wuwu ")


def recognize(path: str) -> str | None:
    """`log` or `rubric`, `result` (a workbook that wuwu wrote), `workbook` (any other), else `text`; None where nothing is.

    What cannot be read counts as nothing: writing it says why.
    """
    try:
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return None
    if not head:
        return None
    if head.startswith((_ZIP, _OLD_OFFICE)):
        return "result" if _is_ours(path) else "workbook"
    text = decode(head if len(head) < _HEAD else head.rpartition(b"\n")[0], path).value
    if text is None or not _RUBRIC.search(text):
        return "text"
    if _DIMENSIONS.search(text):
        return "rubric"
    return "log" if _UNIT.search(text) else "rubric" if _YEAR.search(text) else "text"


def _is_ours(path: str) -> bool:
    import zipfile  # only an office file needs it

    try:
        with zipfile.ZipFile(path) as archive:
            return _CREATOR.search(archive.read("docProps/core.xml")) is not None
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
