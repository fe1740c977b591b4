"""Worked examples: the log that an example stands for, and whether the rubric scores it as the example says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeAlias

from wuwu.diagnostics import Place, Problem, Result
from wuwu.log.binding import bind
from wuwu.log.declared import Log, declare_log
from wuwu.rubric.plan import Plan, narrow_plan
from wuwu.rules.kind import Example, Rule
from wuwu.rules.lines import ZERO
from wuwu.schema.event import Finding
from wuwu.schema.period import Cycles, Period
from wuwu.scoring import engine
from wuwu.scoring.scorecard import NodeScore, Scorecard
from wuwu.source.document import Document, KeyPath

EXAMPLE_DAY = "06-30"
"""The day of the rubric's year that a given entry falls on where its clause demands a date and the example names none."""


Figure: TypeAlias = Decimal | bool | str | tuple[str, ...] | None
"""A figure of an example: points, whether the year is denied, or the codes of the problems it is refused with."""


class Mismatch(NamedTuple):
    """One figure of an example that came out otherwise."""

    what: Literal["scores", "part", "item", "dimension", "vetoed", "refused"]
    says: Figure
    got: Figure


class ExampleOutcome(NamedTuple):
    """What became of an example: the card it scores, or the problems its log was refused with; and what differs."""

    card: Scorecard | None
    problems: tuple[Problem, ...]
    mismatches: tuple[Mismatch, ...]
    expected: bool = False
    """Whether the example is there to be refused."""

    @property
    def passed(self) -> bool:
        """Whether everything came out as the example says."""
        return not self.mismatches and (self.card is not None or self.expected)


@dataclass(frozen=True, eq=False)
class ExampleDocument(Document):
    """A log that stands inside a rubric: its entries are placed where the example gives them."""

    at: Callable[[KeyPath, Literal["value", "key"]], Place] | None = None

    def place(self, path: KeyPath = (), part: Literal["value", "key"] = "value") -> Place:
        """The place in the rubric of the given entry that `path` leads to."""
        if self.at is None:
            raise AssertionError("an example stands in a rubric")
        return self.at(path, part)


def example_log(plan: Plan, rule: Rule, example: Example) -> Result[Log]:
    """The log that an example stands for.

    A given entry is of the rule's own clause unless it names another, and of the example day where its clause demands a date.
    Every award that takes a finding and is given none is found 符合, unless the example is `unassessed`; what is counted or
    measured stays as given. An entry that is not even an entry is a problem.
    """
    given = [_entry(plan, rule, entry) for entry in example.given]
    named = {str(entry["clause"]) for entry in given}
    added = [] if example.unassessed else [_met(clause) for clause in _judged(plan) if clause not in named]
    data = {
        "unit": rule.id,
        "rubric": plan.rubric.rubric,
        "year": str(plan.rubric.year),
        "members": list(example.members),
        **_period(plan),
        "events": [*given, *added],
    }
    return declare_log(_document(plan, example, data, len(given)))


def run_example(plan: Plan, rule: Rule, example: Example) -> ExampleOutcome:
    """Score an example and hold the result against what it says: `scores` is what the rule's own lines add up to."""
    plan = _narrowed(plan, rule, example)
    bound = example_log(plan, rule, example).then(lambda log: bind(plan, log))
    if bound.value is None:
        return _refused(example, bound.problems)
    card = engine.evaluate(bound.value)
    if example.refused is not None:
        return ExampleOutcome(card, (), (Mismatch("refused", example.refused, None),))
    return ExampleOutcome(card, (), tuple(_differences(rule, example, card)))


def _narrowed(plan: Plan, rule: Rule, example: Example) -> Plan:
    """The plan with the rows that the example speaks of; whole where it cites what is no clause, as any may be meant then."""
    own = plan.clauses[rule.id].item
    cited = [plan.clauses.get(str(entry.get("clause", rule.id))) for entry in example.given if isinstance(entry, dict)]
    if None in cited or len(cited) < len(example.given):
        return plan
    whole = plan.rows[own].dimension.children if example.dimension is not None else ()
    return narrow_plan(
        plan, [own, *(clause.item for clause in cited if clause is not None), *(row.id for row in whole)]
    )


def _refused(example: Example, problems: tuple[Problem, ...]) -> ExampleOutcome:
    codes = {problem.code for problem in problems}
    if example.refused is None or example.refused in codes:
        return ExampleOutcome(None, problems, (), expected=example.refused is not None)
    return ExampleOutcome(None, problems, (Mismatch("refused", example.refused, tuple(sorted(codes))),))


def _differences(rule: Rule, example: Example, card: Scorecard) -> Iterator[Mismatch]:
    if example.scores is not None:
        own = own_points(rule, card)
        if own != example.scores:
            yield Mismatch("scores", example.scores, own)
    around = nodes_around(rule, card.total)
    for level in ("part", "item", "dimension"):
        says = getattr(example, level)
        node = around.get(level)
        got = node.score if node is not None else None
        if says is not None and says != got:
            yield Mismatch(level, says, got)
    if example.vetoed is not None and example.vetoed != bool(card.vetoes):
        yield Mismatch("vetoed", example.vetoed, bool(card.vetoes))


def own_points(rule: Rule, card: Scorecard) -> Decimal:
    """What the rule's own lines add up to, wherever in the card they stand."""
    return sum([line.points for line in card.total.all_lines() if line.rule == rule.id], ZERO)


def nodes_around(rule: Rule, total: NodeScore) -> dict[str, NodeScore]:
    """The dimension, the item and (where there is one) the part that the rule stands in, by their level."""
    row = rule.id.partition(".")[0]
    for dimension in total.children:
        for item in dimension.children:
            if item.node.id == row:
                found = {"dimension": dimension, "item": item}
                for part in item.children:
                    node = part.node
                    if any(pricing.rule.id == rule.id for pricing in (*node.base, *node.zeros)):
                        found["part"] = part
                return found
    return {}


# --- the log -----------------------------------------------------------------------------------------------------


def _period(plan: Plan) -> dict[str, Any]:
    """The period of an example, where the rubric is for one that is no year: the one that holds the day of examples."""
    year, cycle = plan.rubric.year, plan.rubric.period
    written: dict[object, Any] = {
        Cycles.MONTH: f"{year}-06",
        Cycles.QUARTER: f"{year}-Q2",
        Cycles.HALF: f"{year}-H1",
        Cycles.TERM: {"from": f"{year}-01-01", "to": f"{year}-12-31"},
    }
    return {"period": written[cycle]} if cycle in written else {}


def _day(plan: Plan) -> str:
    """The day of an entry that names none: 30 June, or the first day of a period without it."""
    day = f"{plan.rubric.year}-{EXAMPLE_DAY}"
    period = plan.rubric.period
    within = not isinstance(period, Period) or period.first <= date.fromisoformat(day) <= period.last
    return day if within else period.first.isoformat()


def _entry(plan: Plan, rule: Rule, given: Any) -> dict[str, Any]:
    entry = {"clause": rule.id, **given}
    clause = plan.clauses.get(str(entry["clause"]))
    if clause is None or "date" in entry or not clause.forms:
        return entry
    fields = set(entry)
    closest = min(clause.forms, key=lambda form: len(form.required - fields - {"date"}) + len(fields - form.takes))
    if "date" in closest.required:
        entry["date"] = _day(plan)
    return entry


def _judged(plan: Plan) -> list[str]:
    """The awards that take a finding."""
    return [clause.id for clause in plan.clauses.values() if clause.judged]


def _met(clause: str) -> dict[str, str]:
    return {"clause": clause, "finding": Finding.MET.value}


def _document(plan: Plan, example: Example, data: dict[str, Any], given: int) -> Document:
    rubric = plan.rubric

    def place(path: KeyPath, part: Literal["value", "key"]) -> Place:
        inside = len(path) > 1 and path[0] == "events" and int(path[1]) < given
        return rubric.document.place((*rubric.path_of(example), *(("given", *path[1:]) if inside else ())), part)

    return ExampleDocument(rubric.document.name, b"", "", data, at=place)
