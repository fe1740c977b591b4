"""A path in, its outcome out: read, declared, bound to the rubric that it names, scored; or every problem met on the way.

Every command and the Python API take this way, for one log and for ten thousand.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wuwu.diagnostics import CANNOT_BE_READ, Place, Problem, Result, Severity, in_order
from wuwu.log.binding import Binder
from wuwu.log.declared import Log, declare_log
from wuwu.log.entry_checks import name_fields
from wuwu.log.interim import stand_on
from wuwu.rubric.lookup import Reference, find_named, find_rubric, is_path, refer, table_with
from wuwu.rubric.plan import Plan
from wuwu.scoring.engine import evaluate
from wuwu.scoring.scorecard import Scorecard
from wuwu.source.document import Document
from wuwu.source.files import STDIN, is_workbook, read_bytes, read_document, shown_name
from wuwu.source.yaml_reader import parse_document

if TYPE_CHECKING:
    from wuwu.ledger.units import LedgerDocument


class Outcome(NamedTuple):
    """What became of one log: the stages it got through, and every problem, notes and warnings included.

    `name`: the file as messages show it. `log` may hold no more than the sound part of a log with errors.
    """

    name: str
    problems: tuple[Problem, ...]
    log: Log | None = None
    plan: Plan | None = None
    card: Scorecard | None = None
    unit: str | None = None
    """Which unit it concerns, where a file holds several."""

    @property
    def cannot_be_read(self) -> bool:
        """Whether it is the log that cannot be read at all, and not what stands in it or a rubric that it names."""
        return any(
            each.code in CANNOT_BE_READ and each.place is not None and each.place.file == self.name
            for each in self.problems
        )


# Far more rubrics than the logs of one run name; where each of ten thousand has its own, they are not all kept.
_MOST_BINDERS = 64


class Pipeline:
    """Takes logs from their source to their scorecard. What the logs share, their rubrics, is found once."""

    def __init__(self, rubric: str | None = None, as_of: date | None = None) -> None:
        """`rubric`: an id or a path that replaces what the logs name. `as_of`: the day of an interim score."""
        self._wanted, self._as_of = rubric, as_of
        self._binders: dict[Reference, Result[Binder]] = {}

    def score(self, path: str | Path) -> Outcome:
        """The outcome of the log in a file, or on standard input for `-`."""
        return self.score_log(read_log(path), shown_name(path))

    def score_all(self, path: str | Path) -> list[Outcome]:
        """The outcomes of a file: one of a log, one for each unit of a ledger and one for what is wrong with the file."""
        return [self.score_log(each.log, each.name, each.unit) for each in read_source(path)]

    def score_log(self, read: Result[Log], name: str, unit: str | None = None) -> Outcome:
        """The outcome of a log that was read: what is sound of it goes on, so that all problems are reported at once."""
        log, problems = read.value, read.problems
        if log is None:
            return Outcome(name, in_order(problems), unit=unit)
        found = self.binder_for(log)
        if found.value is None:
            return Outcome(name, in_order((*problems, *found.problems)), log, unit=unit)
        binder = found.value
        bound = binder.bind(log).then(lambda bound: stand_on(bound, self._as_of))
        problems = (*problems, *_other_edition(log, binder.plan))
        if bound.value is None or read.failed:
            named = [name_fields(each, binder.plan) for each in problems]
            return Outcome(name, in_order((*named, *bound.problems)), log, binder.plan, unit=unit)
        return Outcome(name, problems, log, binder.plan, evaluate(bound.value), unit)

    def binder_for(self, log: Log) -> Result[Binder]:
        """What binds a log to the rubric that is wanted, else to the one it names.

        A rubric that has no edition for the log's year is a problem of the log.
        """
        if self._wanted is not None:
            reference = refer(self._wanted, log.year)
        elif is_path(log.rubric):  # it counts from the folder of the log that names it
            reference = Reference(log.rubric, None, Path(log.document.name).parent)
        else:
            reference = Reference(log.rubric, log.year)
        found = self._binders.get(reference)
        if found is None:
            find, field = (find_named, "rubric") if self._wanted is None else (find_rubric, "year")
            plan = find(reference, partial(log.document.place, (field,)))
            found = Result(Binder(plan.value, table_with) if plan.value is not None else None, plan.problems)
            # what is wrong inside the rubric is wrong for every log; a name that leads nowhere is reported at its own place
            if all(each.place is not None and each.place.file != log.document.name for each in plan.problems):
                if len(self._binders) >= _MOST_BINDERS:
                    self._binders.clear()
                self._binders[reference] = found
        return found


class SourceRead(NamedTuple):
    """A log as it was read. `unit`: which one, where a file holds several."""

    name: str
    log: Result[Log]
    unit: str | None = None


def read_log(path: str | Path) -> Result[Log]:
    """The log in a file, or on standard input for `-`, as declared; and every problem of it by itself, in order."""
    return _declared(read_document(path))


def read_source(path: str | Path) -> list[SourceRead]:
    """The logs in a file: the one of a YAML file; of a ledger that of each unit and, first, what is wrong with the file."""
    name = shown_name(path)
    raw = read_bytes(path)
    if raw.value is None:
        return [SourceRead(name, Result(None, raw.problems))]
    if str(path) == STDIN or not is_workbook(raw.value, name):
        return [SourceRead(name, _declared(parse_document(raw.value, name)))]
    ledger = _ledger(raw.value, name)
    reads = [SourceRead(name, Result(None, ledger.problems))] if ledger.problems else []
    documents = ledger.value or ()
    several = len(documents) > 1 or bool(reads)
    for document in documents:
        declared = declare_log(document)
        log = Result(declared.value, (*document.notes, *document.problems, *declared.problems))
        reads.append(SourceRead(name, log, str(document.data["unit"]) if several else None))
    return reads


@lru_cache(4)
def _ledger(raw: bytes, name: str) -> Result[tuple[LedgerDocument, ...]]:
    from wuwu.ledger.reading import read_ledger

    return read_ledger(raw, name)


def _declared(read: Result[Document]) -> Result[Log]:
    if read.value is None:
        return Result(None, read.problems)
    declared = declare_log(read.value)
    return Result(declared.value, in_order((*read.problems, *declared.problems)))


def _other_edition(log: Log, plan: Plan) -> tuple[Problem, ...]:
    """A note where a ledger was made from another edition of its rubric."""
    edition = getattr(log.document, "edition", "")
    if not edition or edition == plan.rubric.document.sha256:
        return ()
    return (Problem("ledger-of-other-edition", Place(log.document.name), {"rubric": log.rubric}, Severity.NOTE),)


def stray_file(file: str | Path, named: Iterable[str | Path], problems: Iterable[Problem]) -> Problem | None:
    """The note on a file that lies among the logs of a folder and is none, instead of the problems of reading it as one.

    A rubric, and a result of wuwu's own. None for any other, and for what is `named` as a log by the user.
    """
    found = [(each.place, _STRAYS[each.code]) for each in problems if each.code in _STRAYS]
    if not found or Path(file) in map(Path, named):
        return None
    place, code = found[0]
    return Problem(code, place, {}, Severity.NOTE)


_STRAYS = {"rubric-not-log": "rubric-among-logs", "result-workbook": "result-among-logs"}
