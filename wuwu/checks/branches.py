"""The branches of a rule, which its examples should each take at least once. Those at a boundary are marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wuwu.checks.examples import ExampleOutcome, nodes_around
from wuwu.checks.finding import RuleLocation, surroundings
from wuwu.rubric.plan import Plan
from wuwu.rules.award import Award
from wuwu.rules.kind import Condition, Entry, Example, Rule
from wuwu.rules.triggered import Triggered


def branches_of(plan: Plan, location: RuleLocation) -> Mapping[str, bool]:
    """The branches that the rule has, by name, and whether each lies at a boundary.

    A name is the code of its words in the catalogue (`branch.<code>`), with what it is of after a blank.
    """
    rule, around = location.rule, surroundings(plan, location)
    found = [*_gates(plan, rule)]
    if rule.scale is not None:
        found += rule.scale.branches(rule, around)
    found += rule.branches(around)
    return dict(found)


def _gates(plan: Plan, rule: Rule) -> Iterator[tuple[str, bool]]:
    if rule.from_level is not None:
        yield "at-level", True
        if plan.vocabulary.ranks.get(rule.from_level):
            yield "below-level", True
    if rule.upheld_only:
        yield from (("pending", True), ("dismissed", False))
    if rule.verified_by is not None:
        yield "wrong-body", True


def promised(rule: Rule) -> frozenset[str]:
    """The branches that the kind itself promises, whatever its text: they need no example beside every rule of it."""
    by_finding = isinstance(rule, Award) and rule.takes_finding
    return frozenset({"met", "unmet", "open"}) if by_finding else frozenset()


# --- what an example takes ---------------------------------------------------------------------------------------


def branches_taken(plan: Plan, location: RuleLocation, example: Example, outcome: ExampleOutcome) -> set[str]:
    """The names of the branches that an example takes."""
    if outcome.card is None:
        outside = ("amount-outside", "amount-below")
        return {"refused"} if outcome.passed and example.refused in outside else set()
    rule, card = location.rule, outcome.card
    every = (*card.total.all_lines(), *card.vetoes, *card.gradings)
    lines = [line for line in every if line.rule == rule.id]
    taken = {_WORDS.get(line.word, line.kind if line.clause is None else line.word) for line in lines}
    taken |= {"priced" for line in lines if line.scale in ("occurrence", "judged")}
    taken |= {each.reason.value for each in card.ignored if each.clause == rule.id}
    taken |= {"pending" for each in card.pending if each.clause == rule.id}
    if example.unassessed and any(each.clause in (rule.id, rule.source) for each in card.unassessed):
        taken.add("open")
    if example.unassessed and isinstance(rule, Award) and rule.scale is None:
        taken.add("open")
    entries = card.bound.entries.get(rule.source, ())
    taken |= set(_said(rule, entries))
    if rule.scale is not None:
        figure = plan.declared[rule.source].read(entries)
        taken |= set(rule.scale.taken(rule, entries, lines, figure))
    taken |= set(_compared(plan, rule, card.bound.entries))
    around = nodes_around(rule, card.total)
    node = around.get("part") or around["item"]
    if any(line.points < 0 for line in lines):
        taken |= {"floor"} & {line.kind for line in node.lines}
        taken |= {"below-zero"} if node.base < 0 else set()
    return taken


def _said(rule: Rule, entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"price {entry.level}"
        if rule.from_level is not None and entry.level == rule.from_level:
            yield "at-level"


# what a line of the rule says of how it came about
_WORDS = {
    "award-met": "met",
    "award-presumed": "met",
    "award-counted": "met",
    "award-unmet": "unmet",
    "once": "once_per_word",
    "zero": "void",
    "zero-measured": "void",
    "veto": "vetoed",
    "veto-measured": "vetoed",
    **{
        f"grade{how}.{effect}": "graded"
        for how in ("", "-measured")
        for effect in ("becomes", "at_most", "lower", "bars")
    },
}


def _compared(plan: Plan, rule: Rule, entries: Mapping[str, Sequence[Entry]]) -> Iterator[str]:
    """Which bounds of the rule's conditions a figure hits exactly, and which it passes by."""
    conditions: tuple[Condition, ...] = ()
    if isinstance(rule, Award):
        conditions = rule.refuted_by
    elif isinstance(rule, Triggered):
        conditions = rule.when
    for index, condition in enumerate(conditions, 1):
        figure = plan.declared[condition.measure].read(entries.get(condition.measure, ()))
        if figure is not None:
            yield f"condition-{'at' if figure in condition.bounds().values() else 'off'} {index}"
