"""Everything that leaves the program: text and bytes on the standard streams, and files that appear whole or not."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from wuwu.diagnostics import Place, Problem, Rejected

if TYPE_CHECKING:
    from rich.console import Console


_NARROWEST = 40


def prepare_streams() -> None:
    """Keep the encoding of the standard streams, and have them replace what it cannot say instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def write_output(data: str | bytes, path: str | Path | None = None, made_from: Iterable[str] = ()) -> None:
    """Write a result: to standard output, or to a file when a path other than `-` is given.

    Text for a person is a `str` (in the encoding of the screen; in a file UTF-8), a machine format is UTF-8 `bytes`.
    `made_from`: files that the result was made from without being named, such as the rubric of a log: it never takes
    their place, nor that of a bundled rubric. A file is replaced at once or stays as it was; a pipe or a device is written
    to. Raises Rejected (unwritable-file and its like) when it cannot be written, and BrokenPipeError when the reader has gone.
    """
    if path == "":
        raise Rejected([Problem("empty-path", None)])
    if path is None or names_stdout(path):
        _write_stream(data, sys.stdout, "<stdout>")
    elif _is_open_as(path, sys.stderr):
        _write_stream(data, sys.stderr, "<stderr>")
    else:
        _refuse_source(path, made_from)
        _write_file(data.encode("utf-8", "replace") if isinstance(data, str) else data, Path(path))


def _refuse_source(path: str | Path, made_from: Iterable[str]) -> None:
    from wuwu.rubric.bundled import bundled_files

    sources = [*map(Path, made_from), *bundled_files()]
    for source in sources if os.path.exists(path) else ():  # noqa: PTH110 - never raises
        with contextlib.suppress(OSError, ValueError):
            if os.path.samestat(os.stat(path), os.stat(source)):  # noqa: PTH116 - pathlib would turn "" into a folder
                raise Rejected([Problem("output-is-input", Place(str(path)), {"file": str(path)})])


def names_stdout(path: str | Path) -> bool:
    """Whether a path means standard output: `-`, or a name of the system for it such as /dev/stdout."""
    return str(path) == "-" or _is_open_as(path, sys.stdout)


def flush_output() -> None:
    """Push out what standard output still holds. Raises as write_output does."""
    if sys.stdout is not None and not sys.stdout.closed:
        with _stream_errors("<stdout>"):
            sys.stdout.flush()


def abandon_output() -> None:
    """Point standard output nowhere, so that the interpreter's own flush at exit finds no broken pipe."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def tell(sentence: str) -> None:
    """Write a sentence to standard error, on lines that fit its screen."""
    from wuwu.report.layout.screen import hang

    complain("\n".join(hang("", sentence, line_width(sys.stderr))) + "\n")


def complain(text: str) -> None:
    """Write to standard error, whole lines; when nobody listens there, nothing can be said about it."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()


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
    if given.isdecimal() and int(given):
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
        width=120 if piped and not os.environ.get("COLUMNS") else None,
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


def _write_stream(data: str | bytes, stream: TextIO | None, name: str) -> None:
    if stream is None or stream.closed:  # `>&-`: nobody wants to read it
        return
    with _stream_errors(name):
        if isinstance(data, str):
            stream.write(data)
        else:
            stream.flush()
            stream.buffer.write(data)
            stream.buffer.flush()


@contextlib.contextmanager
def _stream_errors(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        # Windows says "invalid argument" where others say "broken pipe".
        if os.name == "nt" and error.errno == errno.EINVAL:
            raise BrokenPipeError(errno.EPIPE, error.strerror) from error
        raise _refusal(name, error) from error


def _write_file(data: bytes, path: Path) -> None:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # a device or a named pipe is written to, not replaced
        else:
            _replace_file(data, _behind_links(path))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _refusal(str(path), error) from error


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
    """The problem with a path that cannot be written, told apart by what the user can do about it."""
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
