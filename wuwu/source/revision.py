"""`REV:path` in, the bytes of that file in that git revision out."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from wuwu.diagnostics import Place, Problem, Rejected
from wuwu.source.files import shown_name

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def is_revision(text: str) -> bool:
    """Whether `text` means a file in a git revision and not a path: it has a colon, and no such file exists."""
    return ":" in text[1:] and not _DRIVE.match(text) and not os.path.exists(text)  # noqa: PTH110 - never raises


def read_revision(spec: str, cwd: str | Path = ".") -> bytes:
    """The bytes of `REV:path` in the repository around `cwd`; `path` counts from its top, or from `cwd` after `./`.

    Rejected with `no-git` (no git, or no repository here), `unknown-revision` or `not-in-revision`.
    """
    name = shown_name(spec)
    revision, _, path = spec.partition(":")
    if "\0" in spec:
        raise _cannot("unknown-revision", name, revision=shown_name(revision))
    if _git(cwd, name, "rev-parse", "--git-dir") is None:
        raise _cannot("no-git", name)
    # A revision never begins with a dash; what does would be an option to git.
    if revision.startswith("-") or _git(cwd, name, "rev-parse", "--verify", "--quiet", revision + "^{tree}") is None:
        raise _cannot("unknown-revision", name, revision=shown_name(revision))
    raw = _git(cwd, name, "cat-file", "blob", f"{revision}:{path}")
    if raw is None:
        raise _cannot("not-in-revision", name, revision=shown_name(revision), path=shown_name(path))
    return raw


def _git(cwd: str | Path, name: str, *arguments: str) -> bytes | None:
    """What git prints; None when it fails."""
    try:
        done = subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        raise _cannot("no-git", name) from None
    return done.stdout if done.returncode == 0 else None


def _cannot(code: str, name: str, **params: object) -> Rejected:
    return Rejected([Problem(code, Place(name), params)])
