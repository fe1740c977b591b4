"""The standard streams: text and bytes in, all of it out or a refusal; what an encoding cannot say is remembered."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from wuwu.diagnostics import Place, Problem, Rejected

LOSSY = "wuwu.lossy"
"""The error handler that writes `?` for a character that an encoding lacks, and remembers it."""

_lost: dict[str, None] = {}


def prepare_streams() -> None:
    """Keep the encoding of the standard streams, and have them replace what it cannot say instead of failing."""
    _lost.clear()
    codecs.register_error(LOSSY, _replace)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=LOSSY)


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    _lost.update(dict.fromkeys(missing))
    return "?" * len(missing), error.end


def take_lost() -> list[str]:
    """The characters that were replaced since this was asked last, in the order in which they came."""
    lost = list(_lost)
    _lost.clear()
    return lost


def can_say(stream: TextIO | None, text: str) -> bool:
    """Whether the encoding of a stream has every character of a text."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def write_stream(data: str | bytes, stream: TextIO | None, name: str) -> None:
    """Write all of it, text in the encoding of the stream. A stream that is closed has nobody who wants to read it.

    Raises Rejected (incomplete-output) when it cannot be written, BrokenPipeError when the reader has gone.
    """
    if stream is None or stream.closed:
        return
    with stream_errors(name):
        stream.flush()
        _write_whole(_encoded(data, stream) if isinstance(data, str) else data, stream)


def flush_stream(stream: TextIO | None, name: str) -> None:
    """Push out what a stream still holds. Raises as write_stream does."""
    if stream is None or stream.closed:
        return
    with stream_errors(name):
        while True:
            try:
                stream.flush()
            except BlockingIOError:
                _wait_for_room(stream)
            else:
                return


def flush_output() -> None:
    """Push out what standard output still holds. Raises as write_stream does."""
    flush_stream(sys.stdout, "<stdout>")


def abandon_output() -> None:
    """Point standard output nowhere, so that the interpreter's own flush at exit finds no broken pipe."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def complain(text: str) -> None:
    """Write to standard error, whole lines; when nobody listens there, nothing can be said about it."""
    with contextlib.suppress(OSError, ValueError, Rejected):
        write_stream(text, sys.stderr, "<stderr>")
        flush_stream(sys.stderr, "<stderr>")


@contextlib.contextmanager
def stream_errors(name: str) -> Iterator[None]:
    """What is written piece by piece and fails is a beginning without its end: Rejected with the problem that says so."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        # Windows says "invalid argument" where others say "broken pipe".
        if os.name == "nt" and error.errno == errno.EINVAL:
            raise BrokenPipeError(errno.EPIPE, error.strerror) from error
        from wuwu.source.refusal import reason_of

        raise Rejected([Problem("incomplete-output", Place(name), {"reason": reason_of(error)})]) from error


def _encoded(text: str, stream: TextIO) -> bytes:
    # the text layer is passed by, as it drops what an unbuffered stream did not take
    if stream in (sys.__stdout__, sys.__stderr__):
        text = text.replace("\n", os.linesep)
    return text.encode(stream.encoding or "utf-8", stream.errors or LOSSY)


def _write_whole(data: bytes, stream: TextIO) -> None:
    """Write until nothing is left: an unbuffered stream takes what there is room for, one that does not wait says so."""
    rest = memoryview(data)
    while rest:
        try:
            taken = stream.buffer.write(rest)
        except BlockingIOError as full:
            taken = full.characters_written
        if not taken:  # None is what an unbuffered stream says
            _wait_for_room(stream)
        rest = rest[taken or 0 :]


def _wait_for_room(stream: TextIO) -> None:
    import select

    select.select([], [stream.fileno()], [])
