"""Logs in, the files that their evidence names out: which are there, which are missing, and which nothing cites."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from wuwu.diagnostics import Problem, Severity
from wuwu.log.declared import Log
from wuwu.source.files import read_bytes

# A file is known by its ending, or by a folder that is there: 岳人社发〔2018〕5号 and 省报7月2日3版 have neither.
_ENDINGS = re.compile(
    r"\.(?:pdf|ofd|jpe?g|png|gif|bmp|tiff?|heic|docx?|wps|xlsx?|et|pptx?|txt|csv|zip|rar|7z|mp[34]|m4a|mov|avi)$",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(r"^(?:[A-Za-z]:|[/\\~])")


class Exhibit(NamedTuple):
    """A file that an entry cites: the unit, the clause, the number of the entry, its name, and its SHA-256 if it is there."""

    unit: str
    clause: str
    event: int
    name: str
    path: Path
    sha256: str | None


def find_exhibits(log: Log) -> tuple[list[Exhibit], list[Problem]]:
    """The files that the evidence of a log names, from the folder of the source; what is missing or lies elsewhere."""
    found: list[Exhibit] = []
    problems: list[Problem] = []
    for index, event in enumerate(log.events):
        place = log.document.place(("events", index, "evidence")) if event.evidence else None
        folder = Path(place.file).parent if place is not None else Path()
        for name in event.evidence:
            if not is_file(name, folder):
                continue
            if _ABSOLUTE.match(name) or ".." in PurePosixPath(name.replace("\\", "/")).parts:
                problems.append(Problem("evidence-elsewhere", place, {"file": name}, Severity.WARNING))
                continue
            path = folder / name.replace("\\", "/")
            digest = _digest(path)
            found.append(Exhibit(log.unit, event.clause, index, name, path, digest))
            if digest is None:
                problems.append(Problem("evidence-missing", place, {"file": name}, Severity.WARNING))
    return found, problems


def is_file(name: str, folder: Path) -> bool:
    """Whether a piece of evidence names a file: by its ending, or by a folder that lies in that of the source."""
    plain = name.replace("\\", "/")
    if _ENDINGS.search(plain):
        return True
    first, slash, rest = plain.partition("/")
    return bool(slash and first and rest) and os.path.isdir(folder / first)  # noqa: PTH112 - never raises


def find_uncited(exhibits: Iterable[Exhibit], logs: Sequence[Log]) -> Iterator[Path]:
    """The files in the folders of the exhibits that no entry cites."""
    cited = {os.path.realpath(each.path) for each in exhibits}
    sources = {os.path.realpath(log.document.name) for log in logs}
    roots = dict.fromkeys(
        Path(path).parent for path in cited if Path(path).parent not in {Path(each).parent for each in sources}
    )
    for root in roots:
        for path in sorted(root.glob("*")):
            if path.is_file() and not path.name.startswith((".", "~$")) and os.path.realpath(path) not in cited:
                yield Path(os.path.relpath(path))


def _digest(path: Path) -> str | None:
    from hashlib import sha256

    read = read_bytes(path)
    return sha256(read.value).hexdigest() if read.value is not None else None
