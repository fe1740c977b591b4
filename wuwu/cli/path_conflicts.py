"""What a command reads and what it writes in, the problem of a result that would take the place of another file out.

Nothing that is a log, a rubric or a workbook is ever replaced by a result of another kind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from wuwu.cli.output import is_device, names_stdout
from wuwu.diagnostics import Place, Problem
from wuwu.messages import Phrase

STDOUT = "-"
"""Standard output where something is written, standard input where something is read."""


class ReadPath(click.types.StringParamType):
    """The type of a path that is read."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Files, which a shell knows best."""
        return [CompletionItem(incomplete, type="file")]


class WrittenPath(click.types.StringParamType):
    """The type of a path that is written: what is written there, the endings that fit it, what it may replace.

    `content` names it in the catalogue (`output.CONTENT`); `endings` are in small letters, the empty one is a name without;
    `replaces` are the kinds of file (as `recognize` names them) that may lie there already.
    """

    def __init__(self, content: str, endings: Sequence[str], replaces: Sequence[str] = ()) -> None:
        self.content = content
        self.endings = endings
        self.replaces = replaces

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Files, which a shell knows best."""
        return [CompletionItem(incomplete, type="file")]


class ReadRubric(ReadPath):
    """The type of a rubric that is read: a path, or the id of a bundled one, which a shell completes."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The bundled rubrics that fit, by id and by edition; a shell knows the files."""
        from wuwu.rubric.bundled import bundled_rubrics

        named = {name: each.title for each in bundled_rubrics() for name in (each.id, f"{each.id}@{each.year}")}
        fitting = [CompletionItem(name, help=title) for name, title in named.items() if name.startswith(incomplete)]
        return [*super().shell_complete(ctx, param, incomplete), *fitting]


READ, READ_RUBRIC = ReadPath(), ReadRubric()
TEXT = WrittenPath("text", ("", ".txt", ".md", ".csv", ".json", ".sarif", ".xml"), ("text",))
WORKBOOK = WrittenPath("workbook", ("", ".xlsx"), ("text", "result"))
# somebody works on it as soon as it is there: it is made once and never again
RUBRIC = WrittenPath("rubric", (".yaml", ".yml"))
LOG = WrittenPath("log", (".yaml", ".yml"))
LEDGER = WrittenPath("workbook", ("", ".xlsx"))


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


def find_misplaced(path: str, kind: WrittenPath) -> Problem | None:
    """The problem of a result whose name does not fit it, or that would replace a file of another kind; None without."""
    if path in ("", STDOUT) or names_stdout(path) or is_device(path) or os.path.isdir(path):  # noqa: PTH112
        return None  # nothing is replaced; a path that cannot be written is reported when it is tried
    from wuwu.source.recognition import recognize

    if any(_ending(each) not in kind.endings for each in (path, os.path.realpath(path))):
        endings = [each for each in kind.endings if each]
        params = {"file": path, "content": Phrase(f"output.{kind.content}"), "endings": endings}
        return Problem("output-ending", Place(path), params)
    found = recognize(path)
    if found is None or found in kind.replaces:
        return None
    return Problem("output-replaces", Place(path), {"file": path, "found": Phrase(f"output.found.{found}")})


def _ending(path: str) -> str:
    """The ending of a name in small letters; a figure after a point, as in `2018.12`, is none."""
    ending = Path(path).suffix.lower()
    return "" if ending[1:].isdecimal() else ending


def _is_read_at(path: str, result: str) -> bool:
    """Whether a file that is there already is what is read at a path: that file, or standard input."""
    try:
        found = os.stat(result)  # noqa: PTH116 - pathlib would turn "" into the current folder
        at = os.fstat(sys.stdin.fileno()) if path == STDOUT else os.stat(path)  # noqa: PTH116
    except (OSError, ValueError, AttributeError):
        return False
    return os.path.samestat(found, at)
