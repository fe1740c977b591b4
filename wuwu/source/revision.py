"""`REV:path` in, the bytes of that file in that git revision out."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from wuwu.diagnostics import Place, Problem, Result
from wuwu.source.files import shown_name

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def is_revision(text: str) -> bool:
    """Whether `text` means a file in a git revision and not a path: it has a colon, and no such file exists."""
    return ":" in text[1:] and not _DRIVE.match(text) and not os.path.exists(text)  # noqa: PTH110 - never raises


def read_revision(spec: str, cwd: str | Path = ".") -> Result[bytes]:
    """The bytes of `REV:path` in the repository around `cwd`; `path` counts from its top, or from `cwd` after `./`.

    Else the problem: `no-git` (no git, or no repository here), `unknown-revision` or `not-in-revision`.
    """
    name = shown_name(spec)
    revision, _, path = spec.partition(":")
    shown = shown_name(revision)
    if "\0" in spec:
        return _cannot("unknown-revision", name, revision=shown)
    try:
        if _git(cwd, "rev-parse", "--git-dir") is None:
            return _cannot("no-git", name)
        # A revision never begins with a dash; what does would be an option to git.
        if revision.startswith("-") or _git(cwd, "rev-parse", "--verify", "--quiet", revision + "^{tree}") is None:
            return _cannot("unknown-revision", name, revision=shown)
        raw = _git(cwd, "cat-file", "blob", f"{revision}:{path}")
    except OSError:
        return _cannot("no-git", name)
    return Result(raw) if raw is not None else _cannot("not-in-revision", name, revision=shown, path=shown_name(path))


def _git(cwd: str | Path, *arguments: str) -> bytes | None:
    """What git prints; None when it fails. Raises OSError where there is no git."""
    done = subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    return done.stdout if done.returncode == 0 else None


def _cannot(code: str, name: str, **params: object) -> Result[bytes]:
    return Result(None, (Problem(code, Place(name), params),))
