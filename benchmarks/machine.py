"""Commands in, what they cost out: CPU seconds, wall seconds and peak memory of a child process and its own children."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Cost(NamedTuple):
    """Seconds of CPU (user and system), seconds on the clock, and MiB at the peak of the largest process."""

    cpu: float
    wall: float
    memory: float


def run(*arguments: str) -> Cost:
    """What one run of this Python with these arguments costs. What it prints is thrown away; it may end with 1."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "WUWU_LANG": "zh", "PYTHONDONTWRITEBYTECODE": ""}
    began = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert child.stderr is not None
    complaint = child.stderr.read()
    # wait4 counts the child's own children in, once they have ended
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stderr.close()
    if child.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(arguments)}: {complaint.decode(errors='replace')}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def in_turns(runs: Sequence[Callable[[], Cost]], times: int) -> list[Cost]:
    """The median cost of each, all of them run in turns, so that a busy minute of the machine falls on all alike."""
    costs: list[list[Cost]] = [[] for _ in runs]
    for _ in range(times):
        for some, each in zip(costs, runs, strict=True):
            some.append(each())
    return [Cost(*(statistics.median(column) for column in zip(*some, strict=True))) for some in costs]
