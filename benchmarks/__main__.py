"""`python -m benchmarks`: the table of ratios. It takes a minute or two; `--quick` a few seconds, for a look only."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.measurements import Size, measure_all


def main() -> int:
    """Measure and print; 1 when a promise is not kept and `--strict` is given."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--logs", type=int, default=2_000, help="logs in the folder (the promise is made for 10000)")
    parser.add_argument("--events", type=int, default=100, help="events of each log")
    parser.add_argument("--largest", type=int, default=100_000, help="events of the largest single log")
    parser.add_argument("--times", type=int, default=3, help="repetitions, of which the median counts")
    parser.add_argument("--quick", action="store_true", help="200 logs, once")
    parser.add_argument("--strict", action="store_true", help="exit 1 when a bound is passed")
    asked = parser.parse_args()
    size = Size(200, asked.events, 10_000, 1) if asked.quick else Size(*vars_of(asked))
    kept = True
    print("| what | against | ratio | promised | measured |\n| --- | --- | ---: | ---: | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for row in measure_all(size, Path(folder)):
            held = row.bound is None or row.figure <= row.bound
            kept = kept and held
            promised = "" if row.bound is None else f"{'≤' if held else 'NOT ≤'} {row.bound:g}"
            print(f"| {row.what} | {row.against} | {row.figure:.2f} | {promised} | {row.told} |", flush=True)
    return 0 if kept or not asked.strict else 1


def vars_of(asked: argparse.Namespace) -> tuple[int, int, int, int]:
    """The sizes asked for."""
    return asked.logs, asked.events, asked.largest, asked.times


if __name__ == "__main__":
    sys.exit(main())
