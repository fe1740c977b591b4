"""Errors as values: what is wrong, where, and how grave. The words for them live in `wuwu.messages`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from wuwu.identity import identity_of
from wuwu.messages import Words


class Severity(StrEnum):
    """How grave a problem is: an error stops, a warning deserves a look, a note is for the record."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """A spot in a file: line and column, both from 1, in characters.

    `length` is how many characters the caret underlines, `excerpt` the source line without its line end. In a workbook `cell`
    names the sheet and the cell (`台账!C7`); the line is its row then, and the excerpt what stands in it.
    """

    file: str
    line: int | None = None
    column: int | None = None
    length: int = 1
    excerpt: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.cell is not None:
            return f"{self.file}[{self.cell}]"
        return ":".join(str(each) for each in (self.file, self.line, self.column) if each is not None)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: a stable code, its place, and the values that its message names.

    `related`: the other places that have a part in it, such as the first of two entries that exclude each other.
    """

    code: str
    place: Place | None
    params: Mapping[str, object] = field(default_factory=dict, hash=False)
    severity: Severity = Severity.ERROR
    related: tuple[Place, ...] = ()

    def message(self, language: str = "en") -> str:
        """What is wrong, in one sentence: in English (`en`) or Chinese (`zh`)."""
        return Words(language)(f"problem.{self.code}", **self.params)

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.message()} [{self.code}]"


CANNOT_BE_READ = frozenset(
    {
        "empty-path",
        "missing-file",
        "is-folder",
        "special-file",
        "unreadable-file",
        "no-git",
        "unknown-revision",
        "not-in-revision",
    }
)
"""Codes of problems that say: nothing could be read at all (the exit code distinguishes them from faults inside a file)."""


class Rejected(Exception):
    """An input that cannot be used, with every problem found in it (at least one)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        if not self.problems:
            raise ValueError("Rejected needs at least one problem")
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


Value = TypeVar("Value")
Next = TypeVar("Next")


@dataclass(frozen=True, slots=True)
class Result(Generic[Value]):
    """What a stage makes of its input, and every problem it met: errors, warnings and notes.

    `value` is None where nothing could be made of the input. Beside errors it holds the sound part, so that the next stage
    can report its own problems in the same run.
    """

    value: Value | None
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return any(each.severity is Severity.ERROR for each in self.problems)

    def then(self, stage: Callable[[Value], Result[Next]]) -> Result[Next]:
        """The result of the next stage, with the problems of both; nothing is handed on beside an error."""
        if self.value is None or self.failed:
            return Result(None, self.problems)
        after = stage(self.value)
        return Result(after.value, (*self.problems, *after.problems))

    def require(self) -> Value:
        """The value. Raises Rejected with all problems where there is an error or no value."""
        if self.value is None or self.failed:
            raise Rejected(self.problems)
        return self.value


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of one file in the order of its text, those without a line first.

    What is an error needs no warning at the same place.
    """
    found = sorted(problems, key=_position)
    errors = {_position(each) for each in found if each.severity is Severity.ERROR} - {(0, 0)}
    return tuple([each for each in found if each.severity is Severity.ERROR or _position(each) not in errors])


def _position(problem: Problem) -> tuple[int, int]:
    place = problem.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


def nearest(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """The known words most like a word, best first; a shared beginning or ending counts, as names here are short.

    Where one is the same but for capitals and another spelling (`wuwu.identity`), it is the only one.
    """
    from difflib import get_close_matches  # only a mistake needs it

    folded: dict[str, list[str]] = {}
    for each in known:
        folded.setdefault(identity_of(each).casefold(), []).append(each)
    sought = identity_of(word).casefold()
    alike = [sought] if sought in folded else get_close_matches(sought, folded, n=count, cutoff=0.5)
    return [each for fold in alike for each in folded[fold]][:count]


def bare(word: str) -> str:
    """A word as somebody meant it: ordinary signs for full-width ones, and nothing that cannot be seen."""
    from unicodedata import category, normalize  # as above

    return "".join([each for each in normalize("NFKC", word) if category(each) != "Cf"]).strip()
