"""The mutation drill: every number, floor, cap, level, threshold, scope and kind of both tables is changed, one at a
time, and the checks of a rubric have to catch it through the model, the text, the arithmetic or the worked examples.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from wuwu.checks.shape import check_shape
from wuwu.checks.wording import check_floors, check_wording
from wuwu.checks.worked import check_rule
from wuwu.library import compile_document
from wuwu.problem import Problem, Rejected
from wuwu.source.document import Document
from wuwu.source.files import read_document

RUBRICS = Path(__file__).parent.parent / "rubrics"
TABLES = ("shizhi", "xianshiqu")
LEVELS = ["局级", "县级", "市级", "省级", "国家级"]
OTHER_KIND = {"deduction": "bonus", "bonus": "deduction", "shortfall": "excess", "excess": "shortfall", "zero": "veto"}
OTHER_WORD = {
    "within_subject": ("sum", "highest"),
    "zeroes": ("item", "dimension"),
    "counted": ("events", "months"),
    "members": ("worst", "sum"),
    "incomplete": ("dropped", "whole"),
}
FLAGS = ("presumed", "upheld_only", "once_per_word")
NUMBERS = ("points", "cap", "step", "required", "times", "at_most", "at_least", "above", "below")

# Changes that nothing could notice, each with the reason why it changes no score.
EQUIVALENT: dict[str, str] = {}


class Mutant(NamedTuple):
    """A change of the source: where, from what, to what."""

    item: str
    at: str
    owner: dict[str, Any]
    key: str
    value: Any

    @property
    def name(self) -> str:
        return f"{self.at}.{self.key}: {self.owner.get(self.key)} -> {self.value}"


def mutants_of_rule(item: str, rule: dict[str, Any]) -> Iterator[Mutant]:
    name = rule["id"]
    for key in NUMBERS:
        if key in rule:
            yield from (Mutant(item, name, rule, key, value) for value in _other_numbers(rule[key]))
    for word in rule.get("prices", {}):
        prices = rule["prices"]
        yield from (Mutant(item, f"{name}.prices", prices, word, value) for value in _other_numbers(prices[word]))
    for listed in ("bands", "when", "refuted_by"):
        for index, entry in enumerate(rule.get(listed, [])):
            for key in NUMBERS:
                if key in entry:
                    where = f"{name}.{listed}[{index}]"
                    yield from (Mutant(item, where, entry, key, value) for value in _other_numbers(entry[key]))
    for key in FLAGS:
        if rule["kind"] in {"presumed": ("award",), "once_per_word": ("deduction",)}.get(key, ("deduction", "bonus")):
            yield Mutant(item, name, rule, key, "false" if rule.get(key) == "true" else "true")
    for key, (one, other) in OTHER_WORD.items():
        if key in rule:
            yield Mutant(item, name, rule, key, other if rule[key] == one else one)
    if "from_level" in rule:
        rank = LEVELS.index(rule["from_level"])
        yield from (Mutant(item, name, rule, "from_level", LEVELS[near]) for near in (rank - 1, rank + 1))
        yield Mutant(item, name, rule, "from_level", None)
    yield from (Mutant(item, name, rule, key, None) for key in ("verified_by", "cap", "times") if key in rule)
    if rule["kind"] in OTHER_KIND:
        yield Mutant(item, name, rule, "kind", OTHER_KIND[rule["kind"]])


def _other_numbers(text: str) -> list[str]:
    number = Decimal(text)
    return [str(number + 1), str(number * 2 if number != 1 else number / 2)]


def mutants_of(data: dict[str, Any]) -> Iterator[Mutant]:
    for dimension in data["dimensions"]:
        first = dimension["items"][0]["id"]
        yield from (Mutant(first, dimension["id"], dimension, "points", n) for n in _other_numbers(dimension["points"]))
        for item in dimension["items"]:
            for node in (item, *item.get("parts", [])):
                if "points" in node:
                    numbers = _other_numbers(node["points"])
                    yield from (Mutant(item["id"], node["id"], node, "points", number) for number in numbers)
                floor = "0" if node.get("floor", "0") == "none" else "none"
                yield Mutant(item["id"], node["id"], node, "floor", floor)
            for rule in (*item.get("rules", []), *(rule for part in item.get("parts", []) for rule in part["rules"])):
                yield from mutants_of_rule(item["id"], rule)


def survives(document: Document, mutant: Mutant) -> bool:
    """Whether nothing notices. The mutant's owner belongs to the document's data, and is put back."""
    before = copy.copy(mutant.owner)
    if mutant.value is None:
        mutant.owner.pop(mutant.key)
    else:
        mutant.owner[mutant.key] = mutant.value
    try:
        plan = compile_document(document)
        return not any(_findings(plan.rubric, plan, mutant.item))
    except Rejected:
        return False
    finally:
        mutant.owner.clear()
        mutant.owner.update(before)


def _findings(rubric: Any, plan: Any, item_id: str) -> Iterator[Problem]:
    accepted = {(each.code, each.at) for each in rubric.accepted}
    for check in (check_wording, check_floors, check_shape):
        for problem in check(rubric, plan):
            if (problem.code, problem.params["id"]) not in accepted:
                yield problem
    # a row of the rubric stands alone: its own examples are the only ones that a change in it can touch
    for item in rubric.items():
        if item.id == item_id:
            for rule in item.all_rules():
                yield from check_rule(rubric, plan, rule)


@pytest.mark.parametrize("table", TABLES)
def test_every_change_of_a_rubric_is_caught(table: str) -> None:
    document = read_document(RUBRICS / f"{table}.yaml")
    mutants = list(mutants_of(document.data))
    assert len(mutants) > 300
    survivors = [f"{table} {mutant.name}" for mutant in mutants if survives(document, mutant)]
    assert [name for name in survivors if name not in EQUIVALENT] == []


def test_the_unchanged_tables_raise_nothing() -> None:
    for table in TABLES:
        plan = compile_document(read_document(RUBRICS / f"{table}.yaml"))
        for item in plan.rubric.items():
            assert list(_findings(plan.rubric, plan, item.id)) == []


def test_no_justified_survivor_is_out_of_date() -> None:
    names = set()
    for table in TABLES:
        document = read_document(RUBRICS / f"{table}.yaml")
        names |= {f"{table} {mutant.name}" for mutant in mutants_of(document.data)}
    assert set(EQUIVALENT) <= names
