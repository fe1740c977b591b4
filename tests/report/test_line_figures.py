"""docs/lines.md lists what `Line.figures` holds for each word: every line of every example is held against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from wuwu.api import evaluate, load_log, load_rubric, rubric_of
from wuwu.checks.examples import run_example
from wuwu.rules.lines import Line
from wuwu.scoring.scorecard import Scorecard

ROOT = Path(__file__).parents[2]
KINDS = ("award", "deduction", "bonus")
LOGS = [path for path in sorted((ROOT / "examples").rglob("*.yaml")) if "\nunit: " in path.read_text(encoding="utf-8")]
RUBRICS = ["shizhi@2018", "xianshiqu@2018", *map(str, sorted((ROOT / "examples/other").glob("*.yaml")))]


def documented() -> dict[str, dict[str, bool]]:
    """By word the keys of its figures, and whether each is always there."""
    rows = re.findall(r"(?m)^\| (`.+?) \| (.+?) \| .+ \|$", (ROOT / "docs/lines.md").read_text(encoding="utf-8"))
    table: dict[str, dict[str, bool]] = {}
    for words, keys in rows:
        known = {key.rstrip("?"): not key.endswith("?") for key in re.findall(r"`([a-z_]+\??)`", keys)}
        for word in re.findall(r"`([a-z*._-]+)`", words):
            for kind in KINDS if word.startswith("*.") else ("",):
                table[word.replace("*", kind, 1)] = known
    return table


TABLE = documented()


def lines_of(card: Scorecard) -> Iterator[Line]:
    yield from (*card.total.all_lines(), *card.vetoes, *card.gradings)


def faults_of(line: Line) -> list[str]:
    if line.word not in TABLE:
        return [f"{line.word}: not in docs/lines.md"]
    keys, given = TABLE[line.word], set(line.figures)
    if line.word.startswith("award"):
        given.discard("full")
    missing = {key for key, always in keys.items() if always} - given
    return [f"{line.word}: {key}" for key in sorted(missing | (given - keys.keys()))]


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_the_lines_of_a_log_hold_what_the_table_says(path: Path) -> None:
    log = load_log(path)
    assert [fault for line in lines_of(evaluate(rubric_of(log), log)) for fault in faults_of(line)] == []


@pytest.mark.parametrize("ref", RUBRICS)
def test_the_lines_of_worked_examples_hold_what_the_table_says(ref: str) -> None:
    plan = load_rubric(ref)
    rules = [rule for item in plan.rubric.items() for rule in item.all_rules()]
    cards = [run_example(plan, rule, example).card for rule in rules for example in rule.examples]
    assert [fault for card in cards if card is not None for line in lines_of(card) for fault in faults_of(line)] == []
