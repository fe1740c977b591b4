"""Files and folders in, results and failures out: one bad log beside good ones, in one process or several."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from typing import NamedTuple, TypeAlias

from wuwu.api import evaluate, is_path, load_rubric, read_source, rubric_of, stray_file
from wuwu.diagnostics import CANNOT_BE_READ, Problem, Rejected
from wuwu.log.declared import Log
from wuwu.rubric.plan import Plan
from wuwu.scoring.scorecard import Scorecard
from wuwu.source.files import STDIN, expand, find_barren, find_locks, no_units, shown_name
from wuwu.units.joining import Found, Outcome, join
from wuwu.units.ranking import Failure
from wuwu.units.summary import RubricHead, UnitResult, describe, summarize

Render: TypeAlias = Callable[[Scorecard], bytes]

# Files that one process takes at a time: enough to spread the cost of handing them over, few enough to share evenly.
_CHUNK = 64
# Below this many logs a second process costs more than it saves.
_WORTH_A_PROCESS = 250


class Asked(NamedTuple):
    """What is wanted of each unit.

    `rubric`: an id or a path that replaces what the logs name. `as_of`: the day of an interim score. `render`: writes the
    result of a unit where it is scored (it goes to other processes, so it must be a function of a module or a partial of
    one). `keep`: whole scorecards, which stay in this process.
    """

    rubric: str | None = None
    as_of: date | None = None
    render: Render | None = None
    keep: bool = False


class Batch(NamedTuple):
    """What became of the files, each in the order of the paths; the notes tell of those that were passed over."""

    results: tuple[UnitResult, ...]
    failures: tuple[Failure, ...]
    notes: tuple[Problem, ...] = ()


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
    files = [str(path) for path in expand(paths)]
    if not files:
        raise Rejected([no_units(paths)])
    if asked.rubric is not None:
        load_rubric(asked.rubric)  # said once, not for every log
    found: list[Found] = []
    done = 0
    for some in _score_all(files, asked, _processes(files, asked, jobs)):
        for file, outcomes in zip(files[done:], some, strict=False):
            found += [Found(file, each) for each in outcomes]
        done += len(some)
        if advance is not None:
            advance(done, len(files))
    named = {str(Path(path)) for path in paths}
    kept, strays = _without_strays(found, paths)
    joined = join(kept, asked.rubric, partial(_evaluate, asked), partial(_finish, asked))
    results = tuple([each for each in joined if isinstance(each, UnitResult)])
    failures = [each._replace(no_access=_cannot_be_read(each, named)) for each in joined if isinstance(each, Failure)]
    if not results and not failures:
        raise Rejected([no_units(paths), *strays])
    return Batch(results, tuple(failures), (*find_barren(paths), *find_locks(paths), *strays))


def _without_strays(found: Sequence[Found], paths: Sequence[str | Path]) -> tuple[list[Found], list[Problem]]:
    """The outcomes but for files that are no logs and were not named as such; the notes on those."""
    kept: list[Found] = []
    strays: list[Problem] = []
    for each in found:
        stray = stray_file(each.file, paths, each.outcome.problems) if isinstance(each.outcome, Failure) else None
        if stray is None:
            kept.append(each)
        else:
            strays.append(stray)
    return kept, strays


def _processes(files: Sequence[str], asked: Asked, jobs: int | None) -> int:
    if asked.keep or STDIN in files:
        return 1  # neither whole scorecards nor standard input go through a pipe
    wanted = min(os.cpu_count() or 1, len(files) // _WORTH_A_PROCESS) if jobs is None else jobs
    return max(1, min(wanted, len(files)))


def _score_all(files: Sequence[str], asked: Asked, jobs: int) -> Iterator[list[list[Outcome]]]:
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
    Thread(target=_leave_with_parent, daemon=True).start()
    gc.freeze()
    gc.disable()


def _leave_with_parent() -> None:
    """End this process as soon as its parent is gone, however that ended: a worker alone waits for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


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


def _score_chunk(asked: Asked, files: Sequence[str]) -> list[list[Outcome]]:
    """The outcomes of each file: one of a log, one for each unit of a ledger and one for what is wrong with the file."""
    shelf: _Shelf = {}
    chunk: list[list[Outcome]] = []
    for file in files:
        try:
            source = read_source(file, asked.rubric)
        except Rejected as rejected:
            chunk.append([Failure(shown_name(file), rejected.problems)])
            continue
        outcomes: list[Outcome] = [Failure(shown_name(file), problems, unit=unit) for unit, problems in source.faults]
        for log in source.logs:
            try:
                plan, head = _rubric_for(log, asked.rubric, file, shelf)
                outcomes.append(_summed_up(evaluate(plan, log, asked.as_of), head, asked))
            except Rejected as rejected:
                outcomes.append(Failure(shown_name(file), rejected.problems, unit=_unit_in(log)))
        chunk.append(outcomes)
    return chunk


def _unit_in(log: Log) -> str | None:
    """The unit that a failure of one among several logs in a file concerns."""
    return None if log.document.text else log.unit


def _evaluate(asked: Asked, log: Log) -> Scorecard:
    return evaluate(rubric_of(log, asked.rubric), log, asked.as_of)


def _finish(asked: Asked, card: Scorecard) -> UnitResult:
    return _summed_up(card, describe(card.bound.plan.rubric), asked)


def _summed_up(card: Scorecard, head: RubricHead, asked: Asked) -> UnitResult:
    rendered = asked.render(card) if asked.render else None
    return summarize(card, head, rendered, keep=asked.keep)


def _rubric_for(log: Log, wanted: str | None, file: str, shelf: _Shelf) -> tuple[Plan, RubricHead]:
    """The rubric that is asked for, else the one the log names; `shelf` holds what the logs before it named."""
    ref = wanted or log.rubric
    # the path of a rubric counts from the folder of the log that names it
    key = (ref, log.year, str(Path(file).parent) if wanted is None and is_path(ref) else "")
    found = shelf.get(key)
    if found is None:
        try:
            plan = rubric_of(log, wanted)
            found = shelf[key] = plan, describe(plan.rubric)
        except Rejected as rejected:
            # what is wrong inside the rubric is wrong for every log; a name that leads nowhere is said at its own place
            if all(each.place is not None and each.place.file != log.document.name for each in rejected.problems):
                shelf[key] = rejected
            raise
    if isinstance(found, Rejected):
        raise Rejected(found.problems)
    return found


def _cannot_be_read(failure: Failure, named: Collection[str]) -> bool:
    """Whether the user named a log that cannot be read at all; not what stands in it, nor a rubric that it names."""
    return any(
        each.code in CANNOT_BE_READ
        and each.place is not None
        and each.place.file == failure.path
        and failure.path in {shown_name(name) for name in named}
        for each in failure.problems
    )
