"""What the system says to a path that cannot be read or written in, the reason in the catalogue's words out."""

from __future__ import annotations

from errno import errorcode

from wuwu.messages import Phrase

# The system speaks the language of its own set-up, if any; these are what people meet.
_REASONS = {
    "EACCES": "access",
    "EBADF": "closed",
    "EBUSY": "busy",
    "EDQUOT": "full",
    "EFBIG": "too-large",
    "EHOSTDOWN": "far",
    "EHOSTUNREACH": "far",
    "EILSEQ": "odd-name",
    "EINVAL": "odd-name",
    "EIO": "damaged",
    "ELOOP": "loop",
    "EMFILE": "too-many",
    "ENAMETOOLONG": "long-name",
    "ENETUNREACH": "far",
    "ENFILE": "too-many",
    "ENODEV": "no-device",
    "ENOENT": "no-place",
    "ENOMEM": "no-memory",
    "ENOSPC": "full",
    "ENOTCONN": "far",
    "ENOTDIR": "not-a-folder",
    "ENXIO": "no-device",
    "EPERM": "access",
    "EROFS": "read-only",
    "ESTALE": "far",
    "ETIMEDOUT": "far",
    "ETXTBSY": "busy",
    "EUCLEAN": "damaged",
}


def reason_of(error: OSError | ValueError | MemoryError) -> Phrase | str:
    """Why the system refused, in a few words; those of the system where the catalogue has none."""
    if isinstance(error, ValueError):  # a NUL, or what no file name can be encoded with
        return Phrase("refusal.odd-name")
    if isinstance(error, MemoryError):
        return Phrase("refusal.no-memory")
    known = _REASONS.get(errorcode.get(error.errno or 0, ""))
    return Phrase(f"refusal.{known}") if known else error.strerror or type(error).__name__
