"""The mutation drill: every number, floor, cap, level, threshold, scope and kind of both tables is changed, one at a
time, and the checks of a rubric have to catch it through the model, the text, the arithmetic or the worked examples.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from wuwu.checks.alternatives import find_idle_fields
from wuwu.checks.example_checks import check_examples, run_examples
from wuwu.checks.finding import rule_locations
from wuwu.checks.shape import check_shape
from wuwu.checks.wording import check_wording
from wuwu.diagnostics import Problem, Rejected, Severity
from wuwu.rubric.plan import Plan, compile_document
from wuwu.rubric.readings import apply_alternative
from wuwu.source.document import Document
from wuwu.source.files import read_document

# thousands of changes of the rubrics: what they run of the program is covered by the cases of the standard
pytestmark = pytest.mark.no_cover

RUBRICS = Path(__file__).parent.parent / "rubrics"
TABLES = ("shizhi", "xianshiqu")
LEVELS = ["局级", "县级", "市级", "省级", "国家级"]
KINDS = {
    "deduction": ("bonus", "zero"),
    "bonus": ("deduction",),
    "zero": ("veto", "grade"),
    "veto": ("zero",),
    "award": ("zero",),
}
# another scale for what one says, as far as its fields go
SCALES = {
    "occurrence": ("step", "judged"),
    "word": ("occurrence",),
    "band": ("step",),
    "step": ("occurrence", "band"),
    "missing": ("occurrence", "step"),
    "judged": ("occurrence",),
}
# what each of these may say instead
OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "within_subject": ("sum", "highest"),
    "zeroes": ("part", "item", "dimension"),
    "counted": ("events", "months", "members"),
    "members": ("worst", "sum"),
    "incomplete": ("dropped", "whole"),
    "unit": ("次", "件次", "人次", "项", "例"),
}
# what stands there when the source says nothing
DEFAULTS = {("missing", "counted"): "events", ("step", "incomplete"): "dropped"}
FLAGS = {
    "presumed": ("award",),
    "upheld_only": ("deduction", "bonus", "zero", "veto"),
    "body_presumed": ("deduction", "bonus"),
}
NUMBERS = ("points", "each", "cap", "size", "required", "times", "at_most", "at_least", "above", "below")
OPPOSITE = {"at_least": "at_most", "at_most": "at_least", "above": "below", "below": "above"}
STRICT = {"at_least": "above", "at_most": "below", "above": "at_least", "below": "at_most"}
# what a rule may lose
LOSES = (
    "verified_by",
    "cap",
    "times",
    "from_level",
    "refuted_by",
    "when",
    "measured_by",
    "unit",
    "of",
    "above",
    "below",
)


class Mutant(NamedTuple):
    """A change of the source: in which row, of what, and the fields as they are to be (None: gone)."""

    item: str
    at: str
    owner: dict[str, Any]
    change: dict[str, Any]

    @property
    def name(self) -> str:
        changes = ", ".join(f"{key}: {self.owner.get(key)} -> {value}" for key, value in self.change.items())
        return f"{self.at} {changes}"


def mutants_of_rule(item: str, rule: dict[str, Any]) -> Iterator[Mutant]:
    name, kind = rule["id"], rule["kind"]
    scale = next((key for key in SCALES if key in rule), None)
    yield from _of_owner(item, name, rule, kind)
    if scale is not None:
        yield from _of_owner(item, f"{name}.{scale}", rule[scale], kind)
        prices = rule[scale].get("each")
        yield from _of_prices(item, name, prices) if isinstance(prices, dict) else ()
        for other in SCALES[scale]:
            yield Mutant(item, name, rule, {scale: None, other: rule[scale]})
    for flag, kinds in FLAGS.items():
        if kind in kinds and not (flag == "upheld_only" and "when" in rule):
            yield Mutant(item, name, rule, {flag: "false" if rule.get(flag) == "true" else "true"})
    if scale == "word":
        turned = "false" if rule["word"].get("once_per_word") == "true" else "true"
        yield Mutant(item, f"{name}.word", rule["word"], {"once_per_word": turned})
    if "from_level" in rule:
        yield from (Mutant(item, name, rule, {"from_level": level}) for level in LEVELS if level != rule["from_level"])
    for other_kind in KINDS[kind]:
        yield Mutant(item, name, rule, {"kind": other_kind})


def _of_owner(item: str, name: str, owner: dict[str, Any], kind: str) -> Iterator[Mutant]:
    """Another number, word or bound in a rule or in its scale, and one less of what it says."""
    for key in NUMBERS:
        if isinstance(owner.get(key), str):
            yield from (Mutant(item, name, owner, {key: value}) for value in other_numbers(owner[key]))
    for listed in ("bands", "when", "refuted_by"):
        for index, entry in enumerate(owner.get(listed, [])):
            for key in (key for key in NUMBERS if key in entry):
                where = f"{name}.{listed}[{index}]"
                yield from (Mutant(item, where, entry, {key: value}) for value in other_numbers(entry[key]))
                for other in (OPPOSITE, STRICT):
                    if key in other and (listed != "bands" or other is STRICT):
                        yield Mutant(item, where, entry, {key: None, other[key]: entry[key]})
            if len(owner[listed]) > 1:
                yield Mutant(item, name, owner, {listed: [each for each in owner[listed] if each is not entry]})
    for key, words in OTHER_WORDS.items():
        now = owner.get(key, DEFAULTS.get((name.rpartition(".")[2], key)))
        if now is not None:
            yield from (Mutant(item, name, owner, {key: word}) for word in words if word != now)
    yield from (Mutant(item, name, owner, {key: None}) for key in LOSES if key in owner)


def _of_prices(item: str, name: str, prices: dict[str, str]) -> Iterator[Mutant]:
    """Another price for a word, another level for a price, and no price at all."""
    for word, price in prices.items():
        yield from (Mutant(item, f"{name}.prices", prices, {word: value}) for value in other_numbers(price))
        yield Mutant(item, f"{name}.prices", prices, {word: None})
        if word in LEVELS:
            others = (level for level in LEVELS if level != word and prices.get(level) != price)
            yield from (
                Mutant(item, f"{name}.prices", prices, {word: prices.get(other), other: price}) for other in others
            )


def other_numbers(text: str) -> list[str]:
    number = Decimal(text)
    # one more, one less, a little more, a little less, twice, half
    others = (number + 1, number - 1, number + Decimal("0.1"), number - Decimal("0.1"), number * 2, number / 2)
    return list(dict.fromkeys(str(other) for other in others if other != number))


def mutants_of(data: dict[str, Any]) -> Iterator[Mutant]:
    first = data["dimensions"][0]["items"][0]["id"]
    yield from (Mutant(first, data["rubric"], data, {"points": number}) for number in other_numbers(data["points"]))
    for dimension in data["dimensions"]:
        first = dimension["items"][0]["id"]
        numbers = other_numbers(dimension["points"])
        yield from (Mutant(first, dimension["id"], dimension, {"points": number}) for number in numbers)
        for item in dimension["items"]:
            for node in (item, *item.get("parts", [])):
                numbers = other_numbers(node["points"]) if "points" in node else []
                yield from (Mutant(item["id"], node["id"], node, {"points": number}) for number in numbers)
                floors = ("none", "0", "1", "-1")
                now = node.get("floor", "0")
                yield from (Mutant(item["id"], node["id"], node, {"floor": floor}) for floor in floors if floor != now)
            for rule in (*item.get("rules", []), *(rule for part in item.get("parts", []) for rule in part["rules"])):
                yield from mutants_of_rule(item["id"], rule)


def survives(document: Document, mutant: Mutant, accepted: frozenset[tuple[str, str]]) -> bool:
    """Whether nothing notices. The mutant's owner belongs to the document's data, and is put back."""
    before = copy.copy(mutant.owner)
    mutant.owner.update(mutant.change)
    for key in [key for key, value in mutant.change.items() if value is None]:
        del mutant.owner[key]
    try:
        plan = compile_document(document).require()
        return not any(findings(plan, mutant.item, accepted)) and not any(idle_alternatives(plan, mutant))
    except Rejected:
        return False
    finally:
        mutant.owner.clear()
        mutant.owner.update(before)


def findings(plan: Plan, item: str, accepted: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    """What --strict fails on. An example of another row can hardly be touched, so only the row's own are run."""
    own = (location for location in rule_locations(plan.rubric) if location.item.id == item)
    examples = (problem for location in own for problem in check_examples(plan, run_examples(plan, location)))
    for problem in chain(check_wording(plan), check_shape(plan), examples):
        if (problem.code, problem.params["id"]) not in accepted and problem.severity is not Severity.NOTE:
            yield problem


def idle_alternatives(plan: Plan, mutant: Mutant) -> Iterator[str]:
    """What --strict says of the alternatives; those that do not touch what the mutant changes are as they were."""
    for reading in plan.rubric.readings:
        for alternative in reading.alternatives:
            touched = (alternative.patch or {}).get(mutant.at) or {}
            if mutant.change.keys() & touched.keys():
                patched = apply_alternative(plan.rubric, reading, alternative).require()
                yield from find_idle_fields(plan.rubric, patched.rubric, {mutant.at: touched})


def accepted_by(plan: Plan) -> frozenset[tuple[str, str]]:
    return frozenset((each.code, each.at) for each in plan.rubric.accepted)


@pytest.mark.parametrize("table", TABLES)
def test_every_change_of_a_rubric_is_caught(table: str) -> None:
    document = read_document(RUBRICS / f"{table}.yaml").require()
    accepted = accepted_by(compile_document(document).require())
    mutants = list(mutants_of(document.data))
    assert len(mutants) > 1000
    survivors = [mutant.name for mutant in mutants if survives(document, mutant, accepted)]
    assert survivors == []


@pytest.mark.parametrize("table", TABLES)
def test_the_unchanged_tables_raise_nothing(table: str) -> None:
    plan = compile_document(read_document(RUBRICS / f"{table}.yaml").require()).require()
    for item in plan.rubric.items():
        assert list(findings(plan, item.id, accepted_by(plan))) == []
