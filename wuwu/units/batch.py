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

from wuwu.diagnostics import Place, Problem, Rejected
from wuwu.identity import identity_of, spell_out
from wuwu.rubric.lookup import find_rubric, refer
from wuwu.scoring.scorecard import Scorecard
from wuwu.source.files import STDIN, expand, find_barren, no_units, read_document, shown_name
from wuwu.units.pipeline import Pipeline, stray_rubric
from wuwu.units.ranking import Failure
from wuwu.units.summary import RubricHead, UnitResult, describe, summarize

Render: TypeAlias = Callable[[Scorecard], str]
Settled: TypeAlias = UnitResult | Failure

# Files that one process takes at a time: enough to spread the cost of handing them over, few enough to share evenly.
_CHUNK = 64
# Below this many logs a second process costs more than it saves.
_WORTH_A_PROCESS = 250
# How many of the other logs of a unit each of them names: all of them in all would be a page for every one.
_MOST_NAMED = 3


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
        find_rubric(refer(asked.rubric)).require()  # said once, not for every log
    outcomes: list[Settled] = []
    for some in _score_all(files, asked, _processes(files, asked, jobs)):
        outcomes += some
        if advance is not None:
            advance(len(outcomes), len(files))
    _refuse_doubles(files, outcomes)
    named = {str(Path(path)) for path in paths}
    results = tuple([each for each in outcomes if isinstance(each, UnitResult)])
    failures: list[Failure] = []
    strays: list[Problem] = []
    for file, each in zip(files, outcomes, strict=True):
        if isinstance(each, Failure):
            if (stray := stray_rubric(file, paths, each.problems)) is not None:
                strays.append(stray)
            else:
                failures.append(each._replace(no_access=each.no_access and file in named))
    if not results and not failures:
        raise Rejected([no_units(paths), *strays])
    return Batch(results, tuple(failures), (*find_barren(paths), *strays))


def _processes(files: Sequence[str], asked: Asked, jobs: int | None) -> int:
    if asked.keep or STDIN in files:
        return 1  # neither whole scorecards nor standard input go through a pipe
    wanted = min(os.cpu_count() or 1, len(files) // _WORTH_A_PROCESS) if jobs is None else jobs
    return max(1, min(wanted, len(files)))


def _score_all(files: Sequence[str], asked: Asked, jobs: int) -> Iterator[list[Settled]]:
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
    except BrokenExecutor:
        raise Rejected([Problem("process-ended", None)]) from None
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


def _score_chunk(asked: Asked, files: Sequence[str]) -> list[Settled]:
    pipeline = Pipeline(asked.rubric, asked.as_of)
    heads: dict[str, RubricHead] = {}
    settled: list[Settled] = []
    for file in files:
        outcome = pipeline.score(file)
        card = outcome.card
        if card is None:
            settled.append(Failure(outcome.name, outcome.problems, outcome.cannot_be_read))
            continue
        rubric = card.bound.plan.rubric
        head = heads.get(rubric.document.name)
        if head is None:
            head = heads[rubric.document.name] = describe(rubric)
        settled.append(summarize(card, head, asked.render(card) if asked.render else None, keep=asked.keep))
    return settled


# --- all files ---------------------------------------------------------------------------------------------------


def _refuse_doubles(files: Sequence[str], outcomes: list[Settled]) -> None:
    """Put a failure in the place of every log of a unit met twice: nobody can tell which of them is the right one."""
    scored = [(index, each) for index, each in enumerate(outcomes) if isinstance(each, UnitResult)]
    units = [ScoredUnit(files[index], each.unit, each.rubric.id, each.rubric.year) for index, each in scored]
    for (index, _), problem in zip(scored, find_doubled_units(units), strict=True):
        if problem is not None:
            outcomes[index] = Failure(shown_name(files[index]), (problem,))


class ScoredUnit(NamedTuple):
    """Whose log a file is, and the rubric it falls under."""

    file: str
    unit: str
    rubric: str
    year: int


def find_doubled_units(units: Sequence[ScoredUnit]) -> list[Problem | None]:
    """For each unit whether there is another log of it, in whatever spelling, under the same rubric and year."""
    met: dict[tuple[str, str, int], list[int]] = {}
    for index, each in enumerate(units):
        met.setdefault((identity_of(each.unit), each.rubric, each.year), []).append(index)
    found: list[Problem | None] = [None] * len(units)
    for indices in met.values():
        if len(indices) == 1:
            continue
        places = [_place_of_unit(units[index].file) for index in indices]
        for index, place in zip(indices, places, strict=True):
            others = [other for other in places[: _MOST_NAMED + 1] if other is not place][:_MOST_NAMED]
            more = ["…"] if len(indices) > _MOST_NAMED + 1 else []
            unit = spell_out(units[index].unit)
            params = {"unit": unit, "count": len(indices), "others": [*(other.file for other in others), *more]}
            found[index] = Problem("doubled-unit", place, params, related=tuple(others))
    return found


def _place_of_unit(file: str) -> Place:
    if file == STDIN:  # read once and gone
        return Place(shown_name(file))
    document = read_document(file).value
    return document.place(("unit",)) if document is not None else Place(shown_name(file))
