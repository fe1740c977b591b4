"""Files and folders in, results and failures out: one bad log beside good ones, in one process or several."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from os import cpu_count
from pathlib import Path
from typing import NamedTuple, TypeAlias

from wuwu.event_log import Log, declare_log
from wuwu.library import evaluate, is_path, load_rubric, rubric_of
from wuwu.plan import Plan
from wuwu.problem import Place, Problem, Rejected
from wuwu.ranking import Failure
from wuwu.scorecard import Scorecard
from wuwu.source.files import CANNOT_BE_READ, STDIN, expand, read_document, shown_name
from wuwu.unit_result import RubricHead, UnitResult, describe, summarize

Render: TypeAlias = Callable[[Scorecard], bytes]
Outcome: TypeAlias = UnitResult | Failure

# Files that one process takes at a time: enough to spread the cost of handing them over, few enough to share evenly.
_CHUNK = 64
# Below this many logs a second process costs more than it saves.
_WORTH_A_PROCESS = 250


class Asked(NamedTuple):
    """What is wanted of each unit.

    `rubric`: an id or a path that replaces what the logs name. `render`: writes the result of a unit where it is scored
    (it goes to other processes, so it must be a function of a module or a partial of one). `keep`: whole scorecards,
    which stay in this process.
    """

    rubric: str | None = None
    render: Render | None = None
    keep: bool = False


class Batch(NamedTuple):
    """What became of the files, each in the order of the paths."""

    results: tuple[UnitResult, ...]
    failures: tuple[Failure, ...]


def score_files(
    paths: Sequence[str | Path],
    asked: Asked | None = None,
    *,
    jobs: int | None = None,
    advance: Callable[[int, int], None] | None = None,
) -> Batch:
    """Score every log among files and folders. A log that cannot be scored becomes a failure, the others go on.

    `jobs`: the number of processes, None for as many as there are cores and work for. `advance` is called with the
    number of files done and of all. Raises Rejected: `no-units`, or a rubric asked for that does not exist or hold.
    """
    asked = asked or Asked()
    named = {str(path) for path in paths}
    files = [str(path) for path in expand(paths)]
    if not files:
        raise Rejected([Problem("no-units", None, {"paths": [shown_name(path) for path in paths]})])
    if asked.rubric is not None:
        load_rubric(asked.rubric)  # said once, not for every log
    outcomes: list[Outcome] = []
    for some in _score_all(files, asked, _processes(files, asked, jobs)):
        outcomes += some
        if advance is not None:
            advance(len(outcomes), len(files))
    results, twice = _part_doubles([each for each in outcomes if isinstance(each, UnitResult)])
    failures = {each.path: each for each in (*outcomes, *twice) if isinstance(each, Failure)}
    ordered = [failures[name] for name in map(shown_name, files) if name in failures]
    return Batch(tuple(results), tuple([each._replace(named=_named(each, named)) for each in ordered]))


def _processes(files: Sequence[str], asked: Asked, jobs: int | None) -> int:
    if asked.keep or STDIN in files:
        return 1  # neither whole scorecards nor standard input go through a pipe
    wanted = min(cpu_count() or 1, len(files) // _WORTH_A_PROCESS) if jobs is None else jobs
    return max(1, min(wanted, len(files)))


def _score_all(files: Sequence[str], asked: Asked, jobs: int) -> Iterator[list[Outcome]]:
    size = max(1, min(_CHUNK, len(files) // (4 * jobs)))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    score = partial(_score_chunk, asked)
    if jobs == 1:
        with _collector_at_rest():
            yield from map(score, chunks)
        return
    pool = ProcessPoolExecutor(jobs, initializer=_begin_worker)
    try:
        yield from pool.map(score, chunks)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is for the parent to answer, once
    gc.freeze()
    gc.disable()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Nothing of a log refers back to itself, so the collector would only walk what is alive, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


# --- one file ----------------------------------------------------------------------------------------------------

_Shelf: TypeAlias = dict[tuple[str, int, str], tuple[Plan, RubricHead] | Rejected]
# What the logs of one process named so far. Paths of rubrics count from the folder of the log.
_SHELF: _Shelf = {}


def _score_chunk(asked: Asked, files: Sequence[str]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for file in files:
        try:
            outcomes.append(_score_file(asked, file))
        except Rejected as rejected:
            outcomes.append(Failure(shown_name(file), rejected.problems, named=False))
    return outcomes


def _score_file(asked: Asked, file: str) -> UnitResult:
    log = declare_log(read_document(file))
    plan, head = _rubric_for(log, asked.rubric, file)
    card = evaluate(plan, log)
    return summarize(card, head, asked.render(card) if asked.render else None, keep=asked.keep)


def _rubric_for(log: Log, wanted: str | None, file: str) -> tuple[Plan, RubricHead]:
    ref = wanted or log.rubric
    folder = str(Path(file).parent) if wanted is None and is_path(ref) else ""
    found = _SHELF.get((ref, log.year, folder))
    if found is None:
        try:
            plan = load_rubric(ref, log.year) if wanted else rubric_of(log)
            found = plan, describe(plan)
        except Rejected as rejected:
            # a reference that leads nowhere is the log's own fault and says where; a bad rubric is everybody's
            if wanted is None and any(each.code in _REFERENCE for each in rejected.problems):
                raise
            found = rejected
        _SHELF[ref, log.year, folder] = found
    if isinstance(found, Rejected):
        raise Rejected(found.problems)
    return found


_REFERENCE = frozenset({"unknown-rubric", "no-rubric-for-year"})


# --- all files ---------------------------------------------------------------------------------------------------


def _named(failure: Failure, named: Iterable[str]) -> bool:
    """Whether the user named the path himself and it is the path that cannot be read, not something in it."""
    own = any(each.place is not None and each.place.file == failure.path for each in failure.problems)
    return own and failure.path in {shown_name(path) for path in named}


def _part_doubles(results: Sequence[UnitResult]) -> tuple[list[UnitResult], list[Failure]]:
    """The units met once, and a failure for each file of a unit met twice: nobody can tell which log is the right one."""
    files: dict[tuple[str, str, int], list[str]] = {}
    for each in results:
        files.setdefault((each.unit, each.rubric.id, each.rubric.year), []).append(each.path)
    doubled = {key: paths for key, paths in files.items() if len(paths) > 1}
    if not doubled:
        return list(results), []
    failures = [
        Failure(path, (_double(unit, path, [other for other in paths if other != path]),), named=False)
        for (unit, *_), paths in doubled.items()
        for path in paths
    ]
    failed = {each.path for each in failures}
    return [each for each in results if each.path not in failed], failures


def _double(unit: str, path: str, others: list[str]) -> Problem:
    try:
        place = read_document(path).place(("unit",))
    except Rejected:  # standard input is read once only
        place = Place(path)
    return Problem("doubled-unit", place, {"unit": unit, "others": others})
