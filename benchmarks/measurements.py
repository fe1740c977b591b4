"""The claims about speed, each measured beside something known and given as a ratio."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.logs import RUBRIC, compose_log, write_logs
from benchmarks.machine import Cost, in_turns, run
from benchmarks.rubrics import compose_long_text, compose_rubric
from wuwu.api import load_rubric
from wuwu.log.binding import bind
from wuwu.log.declared import declare_log
from wuwu.messages import Words
from wuwu.scoring.engine import evaluate
from wuwu.units.batch import Asked, score_files
from wuwu.units.ranking import rank


class Measured(NamedTuple):
    """A row of the table. `bound` is the most (or, of a growth, the most per step) that is promised; None: for the record."""

    what: str
    against: str
    figure: float
    bound: float | None
    told: str


class Size(NamedTuple):
    """How much is measured: logs of a folder, their events, the events of the largest single log, repetitions."""

    logs: int
    events: int
    largest: int
    times: int


_PARSE = (
    "import sys, pathlib, yaml\n"
    "for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):\n"
    "    with path.open('rb') as file:\n"
    "        yaml.load(file, yaml.CSafeLoader)\n"
)


def measure_all(size: Size, folder: Path) -> Iterator[Measured]:
    """Every measurement, each as soon as it is done."""
    yield from _cold_starts(size, folder)
    logs = folder / "logs"
    write_logs(logs, size.logs, size.events)
    yield from _batch(size, logs)
    yield _memory(size, folder)
    yield from _growth(size)
    yield from _growth_of_rubrics(size, folder)
    yield from _workbook(size, folder)
    yield _ledger(size, folder)


_READ = (
    "import sys, openpyxl\n"
    "for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True):\n"
    "    for row in sheet.iter_rows():\n"
    "        for cell in row:\n"
    "            cell.value\n"
)


def _ledger(size: Size, folder: Path) -> Measured:
    """A ledger of 50 units and 5,000 entries, read, validated, scored and ranked."""
    write_logs(folder / "units", 50, 100)
    ledger = folder / "ledger.xlsx"
    run("-m", "wuwu", "convert", str(folder / "units"), "-o", str(ledger))
    read, score = in_turns(
        [partial(run, "-c", _READ, str(ledger)), partial(run, "-m", "wuwu", "score", str(ledger))], size.times
    )
    told = f"CPU {score.cpu:.2f} s / {read.cpu:.2f} s"
    return Measured("a ledger of 50 units, 5,000 entries", "openpyxl reading it", score.cpu / read.cpu, 3.0, told)


# What no change of ours can take off a cold start: the libraries, and one model made and used as wuwu does it.
_LIBRARIES = (
    "import gc, os\n"
    "gc.disable()\n"
    "os.environ['PYDANTIC_DISABLE_PLUGINS'] = '__all__'\n"
    "import click, decimal, yaml\n"
    "from pydantic import BaseModel\n"
    "class Log(BaseModel):\n"
    "    unit: str\n"
    "Log.model_validate({'unit': 'a'})\n"
)


def _cold_starts(size: Size, folder: Path) -> Iterator[Measured]:
    (path,) = write_logs(folder / "one", 1, 60)
    nothing, libraries, score, about, version = in_turns(
        [
            partial(run, "-c", "pass"),
            partial(run, "-c", _LIBRARIES),
            partial(run, "-m", "wuwu", "score", str(path)),
            partial(run, "-m", "wuwu", "--help"),
            partial(run, "-m", "wuwu", "--version"),
        ],
        5 * size.times,
    )
    rows = (
        ("click, PyYAML and pydantic alone", libraries, None),
        *(("wuwu score, 60 events", score, 18.0), ("wuwu --help", about, 9.0), ("wuwu --version", version, 9.0)),
    )
    for what, cost, bound in rows:
        told = f"CPU {cost.cpu * 1000:.0f} ms / {nothing.cpu * 1000:.0f} ms"
        yield Measured(what, "python -c pass", cost.cpu / nothing.cpu, bound, told)


def _batch(size: Size, logs: Path) -> Iterator[Measured]:
    alone, one, two = in_turns(
        [
            partial(run, "-c", _PARSE, str(logs)),
            partial(run, "-m", "wuwu", "score", str(logs), "--jobs", "1"),
            partial(run, "-m", "wuwu", "score", str(logs), "--jobs", "2"),
        ],
        size.times,
    )
    what = f"wuwu score, {size.logs} logs of {size.events} events"
    told = f"CPU {one.cpu:.2f} s / {alone.cpu:.2f} s"
    yield Measured(what, "CSafeLoader alone on the same files", one.cpu / alone.cpu, 0.8, told)
    told = f"wall {two.wall:.2f} s / {one.wall:.2f} s"
    yield Measured("the same with --jobs 2", "--jobs 1", two.wall / one.wall, 0.65, told)


def _memory(size: Size, folder: Path) -> Measured:
    few = max(1, size.logs // 10)
    write_logs(folder / "few", few, size.events)
    small, large = (run("-m", "wuwu", "score", str(folder / name), "--jobs", "1").memory for name in ("few", "logs"))
    told = f"{large:.0f} MiB / {small:.0f} MiB"
    return Measured(f"peak memory, {size.logs} logs", f"{few} logs", large / small, None, told)


def _growth(size: Size) -> Iterator[Measured]:
    """Ten times the events, ten times the time: linear, with the collector at rest, as in every run of the program."""
    plan = load_rubric(RUBRIC)
    before: float | None = None
    events = 1_000
    while events <= size.largest:
        text = compose_log(plan, 1, events)
        cpu = _scoring(text, size.times)
        if before is not None:
            told = f"CPU {cpu:.2f} s / {before:.2f} s"
            yield Measured(f"one log of {events} events", "a tenth of the events", cpu / before, 13.0, told)
        before = cpu
        events *= 10


def _growth_of_rubrics(size: Size, folder: Path) -> Iterator[Measured]:
    """Ten times the rules, or the characters of a text: ten times the time of the checks, and no more."""
    makers = (
        ("a rubric of {} rules", compose_rubric, 100, 10_000),
        ("a text of {} characters", compose_long_text, 10_000, 1_000_000),
    )
    for what, compose, least, most in makers:
        before: Cost | None = None
        number = least
        while number <= min(most, size.largest * 10):
            path = folder / f"{compose.__name__}-{number}.yaml"
            path.write_text(compose(number), encoding="utf-8")
            cost = in_turns([partial(run, "-m", "wuwu", "validate-rubric", str(path))], size.times)[0]
            if before is not None:
                told = f"CPU {cost.cpu:.2f} s / {before.cpu:.2f} s, {cost.memory:.0f} MiB"
                yield Measured(
                    f"validate-rubric, {what.format(number)}", "a tenth of it", cost.cpu / before.cpu, 13.0, told
                )
            before = cost
            number *= 10


def _scoring(text: str, times: int) -> float:
    from wuwu.source.yaml_reader import parse_document

    plan = load_rubric(RUBRIC)
    costs = []
    gc.disable()
    for _ in range(times):
        began = time.process_time()
        evaluate(bind(plan, declare_log(parse_document(text.encode(), "log.yaml").require()).require()).require())
        costs.append(time.process_time() - began)
    gc.enable()
    return statistics.median(costs)


def _workbook(size: Size, folder: Path) -> Iterator[Measured]:
    if find_spec("wuwu.report.workbook") is None:
        return
    from benchmarks.workbooks import write_naively
    from wuwu.report.workbook import render_workbook

    write_logs(folder / "fifty", 50, size.events)
    batch = score_files([folder / "fifty"], Asked(keep=True)).require()
    ranking = rank(batch.results)
    raw = render_workbook(ranking, Words("zh"))
    ours, naive = _alternating(partial(render_workbook, ranking, Words("zh")), write_naively(raw), size.times)
    told = f"CPU {ours:.2f} s / {naive:.2f} s"
    yield Measured("the workbook of 50 units", "the same cells by openpyxl, a style each", ours / naive, 0.6, told)


def _alternating(first: Callable[[], object], second: Callable[[], object], times: int) -> tuple[float, float]:
    costs: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for some, each in zip(costs, (first, second), strict=True):
            began = time.process_time()
            each()
            some.append(time.process_time() - began)
    return statistics.median(costs[0]), statistics.median(costs[1])
