"""Paths in, bytes and documents out; folders in, the files to read out."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from wuwu.diagnostics import Place, Problem, Result, Severity, nearest
from wuwu.source.document import Document
from wuwu.source.encoding import OLE_MARK, ZIP_MARK
from wuwu.source.yaml_reader import MAX_BYTES, parse_document, too_large

STDIN = "-"
EMPTY_PATH = Problem("empty-path", None)
"""The problem of a path that is an empty text, such as a variable of the shell that is not set."""
SUFFIXES = (".yaml", ".yml")
"""The endings of YAML files, in small letters or capitals."""
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et")
"""What is read out of folders, text and workbooks (of which some are refused); a file named by itself may be called anything."""

# A folder may hold ten thousand files; nobody reads more than a few names.
_MOST_LOOKED_AT, _MOST_NAMED = 2000, 3
_MISNAMED = re.compile(r"\.ya?ml\.txt$")
_UNPRINTABLE = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def ends_as_yaml(path: str | Path) -> bool:
    """Whether the name of a file says that it holds YAML."""
    return str(path).lower().endswith(SUFFIXES)


def is_workbook(raw: bytes, name: str) -> bool:
    """Whether a file is a workbook by its first bytes or, whatever it holds, by its name."""
    return raw.startswith((ZIP_MARK, OLE_MARK)) or name.lower().endswith(WORKBOOKS)


def typed(word: str) -> str:
    """A path or an id as it is typed on a command line, in quotes where it needs them."""
    return word if re.fullmatch(r"[\w./\\@:~+-]+", word) else f'"{word}"'


def read_document(path: str | Path) -> Result[Document]:
    """The document in a file, or on standard input for `-`, and every problem of reading it."""
    read = read_bytes(path)
    return parse_document(read.value, shown_name(path)) if read.value is not None else Result(None, read.problems)


def read_bytes(path: str | Path) -> Result[bytes]:
    """The bytes of a file, or of standard input for `-`; else the problem, one of CANNOT_BE_READ or `file-too-large`."""
    name = shown_name(path)
    if path == "":
        return Result(None, (EMPTY_PATH,))
    try:
        if str(path) == STDIN:
            raw = _read_stdin()
        else:
            refusal = _refuse_non_file(path, name)
            if refusal is not None:
                return Result(None, (refusal,))
            with open(path, "rb") as file:  # noqa: PTH123 - pathlib would turn "" into the current folder
                raw = file.read()  # a limit here would have so much memory set aside for every file
    except FileNotFoundError:
        near = [shown_name(Path(path).with_name(each)) for each in near_names(path)]
        return Result(None, (_cannot("missing-file", name, nearest=near),))
    except (OSError, ValueError) as error:
        from wuwu.source.refusal import reason_of

        return Result(None, (_cannot("unreadable-file", name, reason=reason_of(error)),))
    return Result(raw) if len(raw) <= MAX_BYTES else Result(None, (too_large(name),))


def near_names(path: str | Path) -> list[str]:
    """The names in the folder of a missing file that come nearest to its own; none where there is no such folder."""
    if not Path(path).name:
        return []
    try:
        with os.scandir(Path(path).parent) as inside:
            names = sorted(each.name for each in islice(inside, _MOST_LOOKED_AT) if _may_be_meant(each))
    except (OSError, ValueError):
        return []
    # the ending is no likeness: a folder of logs is full of it
    stems: dict[str, list[str]] = {}
    for name in names:
        stems.setdefault(Path(name).stem, []).append(name)
    near = [name for stem in nearest(Path(path).stem, stems) for name in stems[stem]]
    return near[:_MOST_NAMED]


def no_units(paths: Iterable[str | Path]) -> Problem:
    """The problem of paths under which there is no log; what an editor saved as `x.yaml.txt` there is named."""
    folders = list(map(Path, paths))
    misnamed: list[str] = []
    for folder in folders:
        with suppress(OSError):
            misnamed += [shown_name(each) for each in sorted(folder.iterdir()) if _MISNAMED.search(each.name.lower())]
    more = ["…"] if len(misnamed) > _MOST_NAMED else []
    params = {"paths": list(map(shown_name, folders)), "misnamed": [*misnamed[:_MOST_NAMED], *more]}
    return Problem("no-units", None, params)


def find_barren(paths: Iterable[str | Path]) -> list[Problem]:
    """A note on each folder among the paths that holds nothing to read: who names one expects something of it."""
    return [
        Problem("empty-folder", Place(shown_name(path)), {}, Severity.NOTE)
        for path in dict.fromkeys(map(Path, paths))
        if _is_folder(path) and next(_files_below(path, set()), None) is None
    ]


def find_locks(paths: Iterable[str | Path]) -> list[Problem]:
    """A note on each file in the folders among the paths that an office program keeps beside a workbook that is open."""
    locks: list[Path] = []
    for folder in map(Path, paths):
        if _is_folder(folder):
            with suppress(OSError):
                locks += sorted(folder.rglob("~$*.xls*"))
    return [Problem("lock-file", Place(shown_name(lock)), {}, Severity.NOTE) for lock in locks]


def _may_be_meant(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith((".", "~$")) and entry.is_file()


def expand(paths: Iterable[str | Path]) -> Result[list[Path]]:
    """The files to read: those named, in that order, and those in the folders named, with all folders below, sorted.

    Hidden files and the lock and backup files of office programs are left out of folders; a file met twice counts
    once. What is missing, and a folder that cannot be listed, stays in the list, so that reading it says why. An empty
    path, which would be the current folder, is an error.
    """
    files: dict[object, Path] = {}
    folders: set[object] = set()
    for path in paths:
        if path == "":
            return Result(None, (EMPTY_PATH,))
        for file in _files_below(Path(path), folders):
            files.setdefault(_identity(file), file)
    return Result(list(files.values()))


def shown_name(path: str | Path) -> str:
    """The path as messages show it: printable on one line, also when the name is no proper Unicode."""
    name = str(path)
    if name == STDIN:
        return "<stdin>"
    if name.isprintable():
        return name
    if any("\ud800" <= each <= "\udfff" for each in name):
        raw = name.encode("utf-8", "surrogateescape") if _is_escaped(name) else name.encode("utf-8", "replace")
        try:
            name = raw.decode("gb18030")  # a name from an archive made on Windows
        except UnicodeDecodeError:
            name = raw.decode("utf-8", "replace")
    # compiled on first use: so wide a class of characters takes as long as reading a log
    return re.sub(_UNPRINTABLE, "\ufffd", name)


def _is_escaped(name: str) -> bool:
    return all("\udc80" <= each <= "\udcff" for each in name if "\ud800" <= each <= "\udfff")


def _read_stdin() -> bytes:
    if sys.stdin is None:  # a program without a console
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _refuse_non_file(path: str | Path, name: str) -> Problem | None:
    """Look before opening: a pipe without a writer would wait for ever."""
    status = os.stat(path)  # noqa: PTH116 - pathlib would turn "" into the current folder
    if stat.S_ISDIR(status.st_mode):
        os.listdir(path)  # noqa: PTH208 - a folder that cannot be listed is unreadable, and says so
        return _cannot("is-folder", name)
    if not stat.S_ISREG(status.st_mode):
        return _cannot("special-file", name)
    return too_large(name) if status.st_size > MAX_BYTES else None


def _cannot(code: str, name: str, **params: object) -> Problem:
    return Problem(code, Place(name), params)


def _files_below(start: Path, folders: set[object]) -> Iterator[Path]:
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if not _is_folder(path):
            yield path
        elif (identity := _identity(path)) not in folders:  # else named twice, or a link back to a folder above
            folders.add(identity)
            try:
                inside = sorted(path.iterdir(), key=lambda each: each.name, reverse=True)
            except OSError:
                yield path
            else:
                waiting += filter(_is_wanted, inside)


def _is_wanted(path: Path) -> bool:
    if path.name.startswith((".", "~$")) or path.name.endswith("~"):
        return False
    return path.name.lower().endswith(SUFFIXES + WORKBOOKS) or _is_folder(path)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder; what cannot even be asked about is none, and reading it says why."""
    return os.path.isdir(path)  # noqa: PTH112 - pathlib's raises where a folder above is closed


def _identity(path: Path) -> object:
    """What two paths to one file share, through links and other spellings of the name."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return str(path)
    return status.st_dev, status.st_ino
