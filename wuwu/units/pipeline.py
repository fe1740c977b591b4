"""A path in, its outcome out: read, declared, bound to the rubric that it names, scored; or every problem met on the way.

Every command and the Python API take this way, for one log and for ten thousand.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wuwu.diagnostics import CANNOT_BE_READ, Place, Problem, Result, Severity, in_order
from wuwu.log.binding import Binder
from wuwu.log.declared import Log, declare_log
from wuwu.log.entry_checks import name_fields
from wuwu.log.interim import stand_on
from wuwu.rubric.lookup import Reference, find_named, find_rubric, is_path, refer, table_with
from wuwu.rubric.plan import Plan
from wuwu.scoring.engine import evaluate
from wuwu.scoring.scorecard import Scorecard
from wuwu.source.files import read_document, shown_name


class Outcome(NamedTuple):
    """What became of one log: the stages it got through, and every problem, notes and warnings included.

    `name`: the file as messages show it. `log` may hold no more than the sound part of a log with errors.
    """

    name: str
    problems: tuple[Problem, ...]
    log: Log | None = None
    plan: Plan | None = None
    card: Scorecard | None = None

    @property
    def cannot_be_read(self) -> bool:
        """Whether it is the log that cannot be read at all, and not what stands in it or a rubric that it names."""
        return any(
            each.code in CANNOT_BE_READ and each.place is not None and each.place.file == self.name
            for each in self.problems
        )


class Pipeline:
    """Takes logs from their source to their scorecard. What the logs share, their rubrics, is found once."""

    def __init__(self, rubric: str | None = None, as_of: date | None = None) -> None:
        """`rubric`: an id or a path that replaces what the logs name. `as_of`: the day of an interim score."""
        self._wanted, self._as_of = rubric, as_of
        self._binders: dict[Reference, Result[Binder]] = {}

    def score(self, path: str | Path) -> Outcome:
        """The outcome of the log in a file, or on standard input for `-`."""
        return self.score_log(read_log(path), shown_name(path))

    def score_log(self, read: Result[Log], name: str) -> Outcome:
        """The outcome of a log that was read: what is sound of it goes on, so that all problems are reported at once."""
        log, problems = read.value, read.problems
        if log is None:
            return Outcome(name, in_order(problems))
        found = self.binder_for(log)
        if found.value is None:
            return Outcome(name, in_order((*problems, *found.problems)), log)
        binder = found.value
        bound = binder.bind(log).then(lambda bound: stand_on(bound, self._as_of))
        if bound.value is None or read.failed:
            named = [name_fields(each, binder.plan) for each in problems]
            return Outcome(name, in_order((*named, *bound.problems)), log, binder.plan)
        return Outcome(name, problems, log, binder.plan, evaluate(bound.value))

    def binder_for(self, log: Log) -> Result[Binder]:
        """What binds a log to the rubric that is wanted, else to the one it names.

        A rubric that has no edition for the log's year is a problem of the log.
        """
        if self._wanted is not None:
            reference, field = refer(self._wanted, log.year), "year"
        else:
            # the path of a rubric counts from the folder of the log that names it
            folder = Path(log.document.name).parent if is_path(log.rubric) else Path()
            reference, field = Reference(log.rubric, None if is_path(log.rubric) else log.year, folder), "rubric"
        found = self._binders.get(reference)
        if found is None:
            find = find_named if self._wanted is None else find_rubric
            plan = find(reference, log.document.place((field,)))
            found = Result(Binder(plan.value, table_with) if plan.value is not None else None, plan.problems)
            # what is wrong inside the rubric is wrong for every log; a name that leads nowhere is said at its own place
            if all(each.place is not None and each.place.file != log.document.name for each in plan.problems):
                self._binders[reference] = found
        return found


def read_log(path: str | Path) -> Result[Log]:
    """The log in a file, or on standard input for `-`, as declared; and every problem of it by itself, in order."""
    read = read_document(path)
    if read.value is None:
        return Result(None, read.problems)
    declared = declare_log(read.value)
    return Result(declared.value, in_order((*read.problems, *declared.problems)))


def stray_rubric(file: str | Path, named: Iterable[str | Path], problems: Iterable[Problem]) -> Problem | None:
    """The note on a rubric that lies among the logs of a folder, instead of the problems of reading it as a log.

    None where the file is no rubric, or `named` as a log by the user.
    """
    places: list[Place | None] = [each.place for each in problems if each.code == "rubric-not-log"]
    if not places or Path(file) in map(Path, named):
        return None
    return Problem("rubric-among-logs", places[0], {}, Severity.NOTE)
