"""Files and folders in, results and failures out: one bad log beside good ones, in one process or several."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from typing import NamedTuple, TypeAlias

from wuwu.diagnostics import Problem, Result
from wuwu.log.declared import Log
from wuwu.rubric.lookup import find_rubric, refer
from wuwu.scoring.scorecard import Scorecard
from wuwu.source.files import STDIN, expand, find_barren, find_locks, no_units, shown_name
from wuwu.units.joining import Found, UnitOutcome, join
from wuwu.units.pipeline import Outcome, Pipeline, stray_file
from wuwu.units.ranking import Failure
from wuwu.units.summary import RubricHead, UnitResult, describe, summarize

Render: TypeAlias = Callable[[Scorecard], str]

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
) -> Result[Batch]:
    """Score every log among files and folders. A log that cannot be scored becomes a failure, the others go on.

    `jobs`: the number of processes, None for as many as there are cores and work for. `advance` is called with the
    number of files done and of all. No batch: there is no log, the rubric asked for does not exist or hold, or a process ended.
    """
    asked = asked or Asked()
    expanded = expand(paths)
    if expanded.value is None:
        return Result(None, expanded.problems)
    files = list(map(str, expanded.value))
    if not files:
        return Result(None, (no_units(paths),))
    if asked.rubric is not None:
        rubric = find_rubric(refer(asked.rubric))
        if rubric.value is None or rubric.failed:
            return Result(None, rubric.problems)  # reported once, not for every log
    found: list[Found] = []
    done = 0
    try:
        for some in _score_all(files, asked, _processes(files, asked, jobs)):
            for file, settled in zip(files[done:], some, strict=False):
                found += [Found(file, each) for each in settled]
            done += len(some)
            if advance is not None:
                advance(done, len(files))
    except BrokenExecutor:
        return Result(None, (Problem("process-ended", None),))
    return _put_together(found, paths, asked)


def _put_together(found: Sequence[Found], paths: Sequence[str | Path], asked: Asked) -> Result[Batch]:
    """The outcomes of the files as one for each unit."""
    kept, strays = _without_strays(found, paths)
    named = {str(Path(path)) for path in paths}
    joined = join(kept, partial(_rescore, asked), partial(_summed_up, asked))
    results = tuple([each for each in joined if isinstance(each, UnitResult)])
    failures = [
        each._replace(no_access=each.no_access and each.path in {shown_name(name) for name in named})
        for each in joined
        if isinstance(each, Failure)
    ]
    if not results and not failures:
        return Result(None, (no_units(paths), *strays))
    return Result(Batch(results, tuple(failures), (*find_barren(paths), *find_locks(paths), *strays)))


def _processes(files: Sequence[str], asked: Asked, jobs: int | None) -> int:
    if asked.keep or STDIN in files:
        return 1  # neither whole scorecards nor standard input go through a pipe
    wanted = min(os.cpu_count() or 1, len(files) // _WORTH_A_PROCESS) if jobs is None else jobs
    return max(1, min(wanted, len(files)))


def _score_all(files: Sequence[str], asked: Asked, jobs: int) -> Iterator[list[list[UnitOutcome]]]:
    size = max(1, min(_CHUNK, len(files) // (4 * jobs)))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    if jobs == 1:
        with _collector_at_rest():
            yield from map(_Scorer(asked).score, chunks)
        return
    pool = ProcessPoolExecutor(jobs, initializer=_begin_worker, initargs=(asked,))
    try:
        yield from pool.map(_score_in_worker, chunks)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin_worker(asked: Asked) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is for the parent to answer, once
    Thread(target=_leave_with_parent, daemon=True).start()
    _of_worker.append(_Scorer(asked))
    gc.freeze()
    gc.disable()


_of_worker: list[_Scorer] = []
"""What scores the files of a worker process, as long as that lives; empty in any other."""


def _score_in_worker(files: Sequence[str]) -> list[list[UnitOutcome]]:
    return _of_worker[0].score(files)


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


class _Scorer:
    """Scores files, some at a time. What their logs share, the rubrics and how entries fit them, is found once."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._pipeline = Pipeline(asked.rubric, asked.as_of)
        self._heads: dict[str, RubricHead] = {}

    def score(self, files: Sequence[str]) -> list[list[UnitOutcome]]:
        """What became of each file: one outcome of a log; of a ledger one for each unit and one for what is wrong with the file."""
        return [list(map(self._settle, self._pipeline.score_all(file))) for file in files]

    def _settle(self, outcome: Outcome) -> UnitOutcome:
        card, asked = outcome.card, self._asked
        if card is None:
            return Failure(outcome.name, outcome.problems, outcome.cannot_be_read, outcome.unit)
        rubric = card.bound.plan.rubric
        head = self._heads.get(rubric.document.name)
        if head is None:
            head = self._heads[rubric.document.name] = describe(rubric)
        rendered = asked.render(card) if asked.render else None
        return summarize(card, head, rendered, keep=asked.keep, notes=outcome.problems)


def _rescore(asked: Asked, read: Result[Log]) -> Outcome:
    return Pipeline(asked.rubric, asked.as_of).score_log(read, "")


def _summed_up(asked: Asked, card: Scorecard) -> UnitResult:
    rendered = asked.render(card) if asked.render else None
    return summarize(card, describe(card.bound.plan.rubric), rendered, keep=asked.keep)


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
