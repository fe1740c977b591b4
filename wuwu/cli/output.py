"""Everything that leaves the program: text and bytes on the standard streams, and files that appear whole or not."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from wuwu.cli.streams import LOSSY, complain, stream_errors, write_stream
from wuwu.diagnostics import Place, Problem, Rejected

if TYPE_CHECKING:
    from rich.console import Console


_NARROWEST = 40


def write_output(data: str | bytes, path: str | Path | None = None) -> None:
    """Write a result: to standard output, or to a file when a path other than `-` is given.

    Text for a person is a `str` (in the encoding of the screen; in a file UTF-8), a machine format is UTF-8 `bytes`.
    A file is replaced at once or stays as it was; a pipe or a device is written to. Raises Rejected (unwritable-file and
    its like) when it cannot be written, and BrokenPipeError when the reader has gone.
    """
    if path == "":
        raise Rejected([Problem("empty-path", None)])
    if path is None or names_stdout(path):
        write_stream(data, sys.stdout, "<stdout>")
    elif _is_open_as(path, sys.stderr):
        write_stream(data, sys.stderr, "<stderr>")
    else:
        _write_file(data.encode("utf-8", LOSSY) if isinstance(data, str) else data, Path(path))


def names_stdout(path: str | Path) -> bool:
    """Whether a path means standard output: `-`, or a name of the system for it such as /dev/stdout."""
    return str(path) == "-" or _is_open_as(path, sys.stdout)


def report(sentence: str) -> None:
    """Write a sentence to standard error, on lines that fit its screen."""
    from wuwu.report.layout.screen import hang

    complain("\n".join(hang("", sentence, line_width(sys.stderr))) + "\n")


def uses_color(stream: TextIO | None) -> bool:
    """Whether to colour what goes to a stream: NO_COLOR and FORCE_COLOR decide, else whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream is not None and not stream.closed and stream.isatty() and os.environ.get("TERM") != "dumb"


def screen_width(*, most: int = 200, unknown: int = 100) -> int:
    """The columns of the screen: COLUMNS, else those of the terminal, else `unknown`; within what is readable."""
    return max(_NARROWEST, min(most, _columns_of(sys.__stdout__) or unknown))


def line_width(stream: TextIO | None) -> int | None:
    """The columns at which to break lines that a program might look for: only a terminal has any."""
    if stream is None or stream.closed or not stream.isatty():
        return None
    return max(_NARROWEST, _columns_of(stream) or 80)


def _columns_of(stream: TextIO | None) -> int:
    given = os.environ.get("COLUMNS", "")
    if given:
        return int(given)
    with contextlib.suppress(OSError, ValueError, AttributeError):
        return os.get_terminal_size(stream.fileno()).columns  # type: ignore[union-attr]
    return 0


def console() -> Console:
    """A rich console on standard output, which never reads data as markup; a pipe gets room for wide tables."""
    from rich.console import Console

    color = uses_color(sys.stdout)
    piped = not (sys.stdout is not None and sys.stdout.isatty())
    return Console(
        file=sys.stdout,
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        width=screen_width(unknown=120 if piped else 80),
        markup=False,
        emoji=False,
        highlight=False,
    )


def _is_open_as(path: str | Path, stream: TextIO | None) -> bool:
    """Whether what stands at a path is what a standard stream writes to already: to open it anew would cut it short."""
    if path == os.devnull:  # where nothing is lost
        return False
    try:
        found, open_as = os.stat(path), os.fstat(stream.fileno())  # type: ignore[union-attr]  # noqa: PTH116
    except (OSError, ValueError, AttributeError):
        return False
    return found.st_ino != 0 and os.path.samestat(found, open_as)  # Windows numbers neither pipes nor devices


def _write_file(data: bytes, path: Path) -> None:
    try:
        if is_device(path):  # written to, not replaced
            with stream_errors(str(path)):
                path.write_bytes(data)
        else:
            _replace_file(data, _behind_links(path))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _refusal(str(path), error) from error


def is_device(path: str | Path) -> bool:
    """Whether something stands at a path that is neither file nor folder: a device or a named pipe."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)  # noqa: PTH110, PTH112, PTH113


def _behind_links(path: Path) -> Path:
    """What a link leads to, so that it stays a link. Raises OSError where it leads back to itself."""
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def _replace_file(data: bytes, target: Path) -> None:
    """Write beside the target, then take its place: whatever fails on the way, the old file is still there."""
    mode = _mode_of(target)
    beside = target.with_name(f".wuwu-{os.urandom(6).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _mode_of(target: Path) -> int | None:
    """The permissions of the file that is there, None for a new one. Raises OSError for what must not be replaced."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not target.exists():
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(target.stat().st_mode)


def _lies_in_a_folder(path: str) -> bool:
    return Path(os.path.realpath(path)).parent.is_dir()


def _refusal(path: str, error: OSError) -> Rejected:
    """The problem with a path that cannot be written, distinguished by what the user can do about it."""
    if isinstance(error, IsADirectoryError):
        code = "is-folder"
    elif isinstance(error, FileNotFoundError | NotADirectoryError) and not _lies_in_a_folder(path):
        code = "missing-folder"
    elif error.errno in {errno.ENOSPC, errno.EDQUOT}:
        code = "full-disk"
    else:
        code = "unwritable-file"
    from wuwu.source.refusal import reason_of

    return Rejected([Problem(code, Place(path), {"file": path, "reason": reason_of(error)})])
