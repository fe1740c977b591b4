"""Whether what a quote says in fixed wordings and what its rule does agree. The wordings are data (wordings.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeAlias

from wuwu.messages import plain
from wuwu.model import Declared, DeclaredFile, Flag, Text, Texts, validate
from wuwu.plan import Plan
from wuwu.problem import Problem
from wuwu.rubric import Item, Part, Rubric
from wuwu.rules.kind import Rule
from wuwu.source.yaml_reader import parse_document

Value: TypeAlias = Decimal | str | bool | None


class Wording(Declared):
    """One wording: how to recognise it, the kinds it speaks to, and the fact it states."""

    id: Text
    pattern: Text
    kinds: Texts
    says: Text
    value: Text | None = None
    only: Flag = False


class Wordings(DeclaredFile):
    """The table of wordings and the numerals they use."""

    numerals: Mapping[str, Text]
    wordings: tuple[Wording, ...]


class Stated(NamedTuple):
    """What a quote states: the wording it used, the fact and its value."""

    wording: str
    fact: str
    value: Value


@lru_cache(1)
def load_wordings() -> Wordings:
    """The packaged table."""
    return validate(Wordings, parse_document((files("wuwu.checks") / "wordings.yaml").read_bytes(), "wordings.yaml"))


def check_wording(rubric: Rubric, plan: Plan) -> Iterator[Problem]:
    """Contradictions between a quote and its rule, and figures of a rule that none of its quotes states."""
    table = load_wordings()
    floors = _floors(plan)
    for item in rubric.items():
        for rule in item.all_rules():
            held = facts(rule, floors, plan)
            stated = [_in_own_words(each, plan) for quote in rule.quote for each in _stated(table, rule.kind, quote)]
            for each in dict.fromkeys(stated):
                if each.value not in held.get(each.fact, ()):
                    does = [_shown(value) for value in held.get(each.fact, ())]
                    told = {"id": rule.id, "wording": each.wording, "says": _shown(each.value), "does": does}
                    yield Problem("words-contradict", rubric.place(rule, "quote"), told)
            yield from _unsaid(rubric, rule, table, held, stated)


def _in_own_words(stated: Stated, plan: Plan) -> Stated:
    """A level as the rubric itself names it: the text may use another word for the same one."""
    if stated.fact != "level" or not isinstance(stated.value, str):
        return stated
    return stated._replace(value=plan.level_of(stated.value))


def _unsaid(
    rubric: Rubric, rule: Rule, table: Wordings, held: Mapping[str, Sequence[Value]], stated: Sequence[Stated]
) -> Iterator[Problem]:
    """Facts that only the text can give, held without a quote that says so."""
    needed = dict.fromkeys(each.says for each in table.wordings if each.only and rule.kind in each.kinds)
    for fact in needed:
        said = [each.value for each in stated if each.fact == fact]
        for value in held.get(fact, ()):
            if value not in (None, False, "sum") and value not in said and not (fact == "kind" and value == rule.kind):
                params = {"id": rule.id, "fact": fact, "does": _shown(value)}
                yield Problem(f"{fact.replace('_', '-')}-not-in-text", rubric.place(rule, "quote"), params)


def check_floors(rubric: Rubric, plan: Plan) -> Iterator[Problem]:
    """Rows whose deductions never stop although no quote says so."""
    table = load_wordings()
    for item in rubric.items():
        said = {
            each.value
            for rule in item.all_rules()
            for q in rule.quote
            for each in _stated(table, rule.kind, q)
            if each.fact == "floor"
        }
        nodes: list[Item | Part] = [item, *item.parts]
        for node in nodes:
            if node.floor is None and None not in said:
                yield Problem("floor-not-in-text", rubric.place(node, "floor"), {"id": node.id})


def _stated(table: Wordings, kind: str, quote: str) -> Iterator[Stated]:
    for wording in table.wordings:
        if kind not in wording.kinds:
            continue
        for match in re.finditer(wording.pattern, quote):
            for value in _values(wording, match, table.numerals):
                yield Stated(wording.id, wording.says, value)


def _values(wording: Wording, match: re.Match[str], numerals: Mapping[str, str]) -> Iterator[Value]:
    groups = match.groupdict()
    if "list" in groups:
        yield from (Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", groups["list"]))
    elif "n" in groups:
        yield Decimal(numerals.get(groups["n"], groups["n"]))
    elif "word" in groups:
        yield groups["word"]
    else:
        value = wording.value or "true"
        constants: dict[str, Value] = {"none": None, "true": True}
        yield constants[value] if value in constants else Decimal(value) if value.isdigit() else value


def _floors(plan: Plan) -> Mapping[str, Decimal | None]:
    """The floor that stops each rule's deductions: its node's own."""
    found: dict[str, Decimal | None] = {}
    for dimension in plan.total.children:
        for item in dimension.children:
            for node in (item, *item.children):
                for rule in (*node.base, *node.zeros, *node.adds, *node.vetoes):
                    found.setdefault(rule.id, node.bounds.floor)
    return found


def facts(rule: Rule, floors: Mapping[str, Decimal | None], plan: Plan) -> Mapping[str, tuple[Value, ...]]:
    """What a rule does, by the names that the wordings use. A rule holds several values where it prices several."""

    def get(name: str) -> Any:
        return getattr(rule, name, None)  # kinds differ in what they have

    bands: Sequence[Any] = get("bands") or ()
    conditions: Sequence[Any] = (*(get("when") or ()), *(get("refuted_by") or ()))
    prices: Mapping[str, Decimal] = get("prices") or {}
    points = (
        tuple(prices.values()) or tuple(band.points for band in bands) or ((get("points"),) if get("points") else ())
    )
    counted = [c for c in conditions if c.measure in plan.counted]
    quota = plan.clauses[get("measured_by")].declared if get("measured_by") else None
    shares = [c for c in conditions if c.measure not in plan.counted]
    return {
        "points": points,
        "cap": (get("cap"),),
        "floor": (floors.get(rule.id),),
        "step": (get("step"),),
        "at_least": tuple(x.at_least for x in (*bands, *shares) if x.at_least is not None),
        "at_most": tuple(c.at_most for c in shares if c.at_most is not None),
        "below": tuple(c.below for c in shares if c.below is not None),
        "required": tuple(
            Decimal(n) for n in (get("required"), getattr(quota, "required", None), *(c.below for c in counted)) if n
        ),
        "upheld": (bool(get("upheld_only")),),
        "level": (get("from_level"),),
        "subject": (get("within_subject"),) if rule.kind == "bonus" else (),
        "once": (bool(get("once_per_word")),),
        "kind": (rule.kind,) if rule.kind in ("veto", "discretion") else (),
        "unit": (get("unit"),),
    }


def _shown(value: Value) -> str:
    return "none" if value is None else plain(value) if isinstance(value, Decimal) else str(value)
