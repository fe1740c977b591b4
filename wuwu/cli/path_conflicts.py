"""What a command reads and what it writes in, the problem of a result that would take the place of another file out."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from wuwu.cli.output import names_stdout
from wuwu.diagnostics import Place, Problem, Rejected

STDOUT = "-"
"""Standard output where something is written, standard input where something is read."""


def find_clash(reads: Sequence[str], writes: Sequence[str]) -> Problem | None:
    """The problem of a result that would be written over something that is read, or over another; None where there is none."""
    for result in writes:
        if result != STDOUT and any(_is_read_at(path, result) for path in reads):
            return Problem("output-is-input", Place(result), {"file": result})
    if len(writes) > 1:
        if all(map(names_stdout, writes)):
            return Problem("outputs-clash", None, {"file": writes[-1]})
        if os.path.realpath(writes[0]) == os.path.realpath(writes[1]):
            return Problem("outputs-clash", Place(writes[0]), {"file": writes[0]})
    return None


def _is_read_at(path: str, result: str) -> bool:
    """Whether a file that is there already is what is read at a path: that file, standard input, or one of a folder."""
    try:
        found = os.stat(result)  # noqa: PTH116 - pathlib would turn "" into the current folder
        at = os.fstat(sys.stdin.fileno()) if path == STDOUT else os.stat(path)  # noqa: PTH116
    except (OSError, ValueError, AttributeError):
        return False
    return os.path.samestat(found, at) or (stat.S_ISDIR(at.st_mode) and _is_log_inside(result, path))


def _is_log_inside(result: str, folder: str) -> bool:
    from wuwu.source.files import SUFFIXES, WORKBOOKS

    if not Path(os.path.realpath(result)).is_relative_to(os.path.realpath(folder)):
        return False
    return Path(result).suffix.lower() in SUFFIXES or (Path(result).suffix.lower() in WORKBOOKS and _is_ledger(result))


def _is_ledger(file: str) -> bool:
    """Whether a workbook is a log; a result of an earlier run is none, and may be replaced."""
    from wuwu.ledger.layout import MARK_SHEET
    from wuwu.source.files import read_bytes
    from wuwu.source.workbook import Workbook

    try:
        return MARK_SHEET in Workbook(read_bytes(file), file).names
    except Rejected:
        return False
