"""The branches of a rule, which its examples should each take at least once; those at a boundary told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from wuwu.checks.examples import Outcome, nodes_around
from wuwu.checks.finding import Seat
from wuwu.rubric.plan import Plan
from wuwu.rules.award import Award
from wuwu.rules.band import Band
from wuwu.rules.denial import Veto, Zero
from wuwu.rules.discretion import Discretion
from wuwu.rules.kind import Condition, DatedRule, Example, Rule
from wuwu.rules.lines import Line
from wuwu.rules.occurrence import Bonus, Deduction, OccurrenceRule
from wuwu.rules.quota import Quota
from wuwu.rules.target import TargetRule, rate_of

Branches = Iterator[tuple[str, bool]]


def branches_of(plan: Plan, seat: Seat) -> Mapping[str, bool]:
    """The branches that the rule has, by name, and whether each lies at a boundary.

    A name is the code of its words in the catalogue (`branch.<code>`), with what it is of after a blank.
    """
    rule = seat.rule
    found: list[tuple[str, bool]] = []
    if isinstance(rule, DatedRule):
        found += _gates(plan, rule)
    if isinstance(rule, OccurrenceRule):
        found += _prices(plan, rule)
    found += _own(seat)
    if (
        isinstance(rule, (Deduction, TargetRule, Discretion))
        and not getattr(rule, "times", None)
        and rule.does.value == "deduct"
    ):
        found.append(("below-zero" if seat.node.floor is None else "floor", True))
    return dict(found)


def _gates(plan: Plan, rule: DatedRule) -> Branches:
    if rule.from_level is not None:
        yield "at-level", True
        if plan.vocabulary.ranks.get(rule.from_level):
            yield "below-level", True
    if rule.upheld_only or (isinstance(rule, (Zero, Veto)) and not getattr(rule, "when", ())):
        yield "pending", True
    if rule.upheld_only:
        yield "dismissed", False
    if rule.verified_by is not None:
        yield "wrong-body", True


def _prices(plan: Plan, rule: OccurrenceRule) -> Branches:
    words = rule.prices or {}
    for word in words:
        yield f"price {word}", False
    if words and all(word in plan.vocabulary.ranks for word in words) and len(words) < len(plan.vocabulary.ranks):
        yield "unpriced-level", True
    if rule.within_subject == "highest":
        yield "highest", True
    if isinstance(rule, Deduction):
        yield from ((name, True) for name in ("times", "once_per_word") if getattr(rule, name))
    if isinstance(rule, Bonus) and rule.cap is not None:
        yield "cap", True
    if not words:
        yield "priced", False


def _own(seat: Seat) -> Branches:
    rule = seat.rule
    match rule:
        case Award(measured_by=None):
            yield from (("met", False), ("unmet", True), ("open", True))
            yield from _bounds(rule.refuted_by)
        case Award():
            yield from (("met", False), ("open", True))
        case Quota():
            yield from (("missing", False), ("none-missing", True))
        case TargetRule():
            yield from (("whole-step", True), ("started-step", True))
            if rule.cap is not None:
                yield "cap", True
        case Band():
            yield from ((f"band {index}", True) for index in range(1, len(rule.bands) + 1))
            yield "no-band", True
        case Discretion():
            yield from (("priced", False), ("at-most", True), ("refused", True))
        case Zero():
            yield "void", False
            yield from _bounds(rule.when)
        case Veto():
            yield "vetoed", False


def _bounds(conditions: tuple[Condition, ...]) -> Branches:
    for index in range(1, len(conditions) + 1):
        yield from ((f"condition-at {index}", True), (f"condition-off {index}", True))


def promised(rule: Rule) -> frozenset[str]:
    """The branches that the kind itself promises, whatever its text: they need no example beside every rule of it."""
    by_finding = isinstance(rule, Award) and rule.measured_by is None
    return frozenset({"met", "unmet", "open"}) if by_finding else frozenset()


# --- what an example takes ---------------------------------------------------------------------------------------


def branches_taken(plan: Plan, seat: Seat, example: Example, outcome: Outcome) -> set[str]:
    """The names of the branches that an example takes."""
    if outcome.card is None:
        return {"refused"} if outcome.passed and example.refused == "amount-outside" else set()
    rule, card = seat.rule, outcome.card
    lines = [line for line in (*card.total.all_lines(), *card.vetoes) if line.rule == rule.id]
    taken = {name for line in lines for name in _told(line)}
    taken |= {each.reason.value for each in card.ignored if each.clause == rule.id}
    taken |= {"pending" for each in card.pending if each.clause == rule.id}
    if example.unassessed:
        taken.add("open")
    entries = card.bound.entries.get(rule.source, ())
    for entry in entries:
        taken.add(f"price {entry.level}")
        if isinstance(rule, DatedRule) and entry.level == rule.from_level:
            taken.add("at-level")
        if isinstance(rule, Discretion) and entry.event.points == rule.at_most:
            taken.add("at-most")
        if isinstance(rule, TargetRule) and (rate := rate_of(entry.event)) is not None:
            steps = rule.sign * (rate - 100) / Fraction(rule.step)
            taken |= {"whole-step" if steps.denominator == 1 else "started-step"} if steps > 0 else set()
    if isinstance(rule, Quota) and rule.counted == "tasks" and entries and not lines:
        taken.add("none-missing")
    figures = {name: entry[0].event.value for name, entry in card.bound.entries.items()}
    counts = {name: sum(e.count for e in card.bound.entries.get(name, ())) for name in plan.counted}
    taken |= set(_compared(rule, {**figures, **counts}))
    around = nodes_around(rule, card.total)
    node = around.get("part") or around["item"]
    if any(line.points < 0 for line in lines):
        taken |= {"floor"} & {line.kind for line in node.lines}
        taken |= {"below-zero"} if node.base < 0 else set()
    return taken


def _told(line: Line) -> Iterator[str]:
    """What a line of the rule's own tells of the way it came about."""
    words = {
        "award-met": "met",
        "award-presumed": "met",
        "award-counted": "met",
        "award-unmet": "unmet",
        "deduction": "priced",
        "bonus": "priced",
        "discretion": "priced",
        "once": "once_per_word",
        "zero": "void",
        "zero-measured": "void",
        "veto": "vetoed",
    }
    yield words.get(line.word, line.word)
    if line.kind == "quota":
        yield "missing" if line.figures["missing"] else "none-missing"


def _compared(rule: Rule, figures: Mapping[str, object]) -> Iterator[str]:
    """Which bounds of the rule a figure hits exactly, and which it passes by."""
    if isinstance(rule, Band):
        figure = figures.get(rule.measure)
        bounds = [step.at_least if step.above is None else step.above for step in rule.bands]
        yield from (f"band {index}" for index, bound in enumerate(bounds, 1) if figure == bound)
        if figure is not None and all(bound is not None and figure < bound for bound in bounds):  # type: ignore[operator]
            yield "no-band"
    conditions = rule.refuted_by if isinstance(rule, Award) else rule.when if isinstance(rule, Zero) else ()
    for index, condition in enumerate(conditions, 1):
        figure = figures.get(condition.measure)
        if figure is not None:
            yield f"condition-{'at' if figure in condition.bounds().values() else 'off'} {index}"
