"""Where a run begins and ends: arguments and streams made ready, the language chosen, the rest behind the door."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Sequence

from wuwu.cli.errors import guard
from wuwu.cli.language import choose_language
from wuwu.cli.program import run_program
from wuwu.cli.streams import prepare_streams
from wuwu.messages import Words

_SIZE_DIGITS = 4
COMPLETION = "_WUWU_COMPLETE"
"""The variable by which a shell asks what fits on the command line."""


def run(argv: Sequence[str] | None = None) -> int:
    """Run wuwu with arguments (the process's own by default); the exit code."""
    prepare_streams()
    # pydantic would search every installed package for plugins, which costs each run a tenth of its start
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for size in ("COLUMNS", "LINES"):
        if not _is_size(os.environ.get(size, "")):
            os.environ.pop(size, None)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # a library's advice to programmers says nothing to an assessment office
    arguments = _expand(sys.argv[1:]) if argv is None else list(argv)
    words = Words(choose_language(arguments, os.environ))
    if argv is None and (asked := os.environ.get(COMPLETION)):
        return guard(lambda: _answer_shell(words, asked), words)
    return guard(lambda: run_program(words, arguments), words)


def _answer_shell(words: Words, asked: str) -> int:
    from wuwu.cli.completion import answer_shell

    return answer_shell(words, COMPLETION, asked)


def _is_size(given: str) -> bool:
    """Whether a variable gives a number of columns or lines that a screen can have; the libraries take it as it stands."""
    return given.isascii() and given.isdecimal() and len(given) <= _SIZE_DIGITS and int(given) > 0


def _expand(arguments: Sequence[str]) -> list[str]:
    """The arguments with `*` and `?` filled in, which the Windows shells leave to the program."""
    if os.name != "nt":
        return list(arguments)
    from glob import glob

    expanded: list[str] = []
    for each in arguments:
        is_pattern = not each.startswith("-") and any(mark in each for mark in "*?")
        expanded += (sorted(glob(each)) if is_pattern else []) or [each]  # noqa: PTH207 - the result is text again
    return expanded
