"""Shapes of a rubric that can be declared but hardly meant: tiers that fall, bands out of order, bounds that never bite."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from wuwu.checks.finding import RuleLocation, error, note, rule_locations, surroundings, warning
from wuwu.checks.reach import highest_base, highest_score, lowest_base
from wuwu.diagnostics import Place, Problem
from wuwu.rubric.declared import Dimension, Item, Part, Rubric
from wuwu.rubric.node_references import members_of
from wuwu.rubric.plan import Plan
from wuwu.rules.award import Award
from wuwu.rules.judged import Judged
from wuwu.rules.kind import Condition, Rule
from wuwu.rules.lines import Does
from wuwu.rules.measure import Activity
from wuwu.rules.triggered import GATES, Triggered
from wuwu.rules.zero import Zero


def check_shape(plan: Plan) -> Iterator[Problem]:
    """Every doubtful shape, rule by rule, then node by node."""
    rubric = plan.rubric
    for location in rule_locations(rubric):
        for code, field in (
            *location.rule.doubts(surroundings(plan, location)),
            *_gates(location.rule, plan),
            *_conditions(location.rule, plan),
        ):
            yield error(location.rule.id, code, _place(rubric, location.rule, field), field=field)
        yield from _check_location(rubric, location)
    for _, _, node in rubric.locations():
        yield from _floors(rubric, node)
    yield from _reaches(rubric)
    yield from _limits(rubric)
    yield from _grades(rubric)
    yield from _idle_measures(plan)


def _place(rubric: Rubric, rule: Rule, field: str) -> Place:
    """Where a field stands, in the rule or in its scale."""
    inside = field not in type(rule).model_fields and rule.scale is not None
    return rubric.place(rule.scale if inside and rule.scale is not None else rule, field)


def _gates(rule: Rule, plan: Plan) -> Iterator[tuple[str, str]]:
    if rule.from_level is not None and plan.vocabulary.ranks[rule.from_level] == 0:
        yield "never-bites", "from_level"
    if rule.body_presumed and rule.verified_by is None:
        yield "never-bites", "body_presumed"
    gated = isinstance(rule, Triggered) or any("status" in form.takes for form in rule.forms())
    if not gated:  # nothing that passes a gate is logged under it
        yield from (("never-bites", field) for field in GATES if getattr(rule, field))


def _conditions(rule: Rule, plan: Plan) -> Iterator[tuple[str, str]]:
    conditions: tuple[Condition, ...] = ()
    field = "when" if isinstance(rule, Triggered) else "refuted_by"
    if isinstance(rule, Triggered):
        conditions = rule.when
    elif isinstance(rule, Award):
        conditions = rule.refuted_by
    for condition in conditions:
        least, greatest = plan.declared[condition.measure].limits
        if not condition.is_within(least, greatest):
            yield "never-reached", field
        elif _always(condition, least, greatest):
            yield "always-holds", field


def _always(condition: Condition, least: Decimal | None, greatest: Decimal | None) -> bool:
    """Whether every figure from the least to the greatest meets the condition."""
    low = condition.is_down if least is None else condition.holds(least)
    high = condition.is_up if greatest is None else condition.holds(greatest)
    return low and high and (least is not None or condition.is_down) and (greatest is not None or condition.is_up)


def _check_location(rubric: Rubric, location: RuleLocation) -> Iterator[Problem]:
    """What a rule cannot do where it stands."""
    rule, node = location.rule, location.node
    if isinstance(rule, Zero):
        if rule.zeroes == "part" and node is location.item:
            yield error(rule.id, "scope-without-part", rubric.place(rule, "zeroes"))
        hit = highest_score(location.dimension) if rule.zeroes == "dimension" else highest_base(location.item)
        if hit <= 0:
            yield error(rule.id, "never-bites", rubric.place(rule, "zeroes"), field="zeroes")
    if rule.does is Does.DEDUCT and node.floor is not None and (points := highest_base(node)) <= node.floor:
        yield error(
            rule.id, "deduction-idle", rubric.place(rule, "kind"), node=node.id, points=points, floor=node.floor
        )
    scale = rule.scale
    if isinstance(scale, Judged) and rule.does is Does.DEDUCT and scale.at_most is not None:
        points = highest_base(node)
        if points and scale.at_most > points:
            place = rubric.place(scale, "at_most")
            yield error(rule.id, "at-most-over-part", place, at_most=scale.at_most, points=points)


def _floors(rubric: Rubric, node: Item | Part) -> Iterator[Problem]:
    if node.floor is None and lowest_base(node) >= 0:
        yield warning(node.id, "floor-idle", rubric.place(node, "floor"))
    if node.floor is not None and node.floor > highest_base(node):
        yield error(node.id, "bounds-crossed", rubric.place(node, "floor"), floor=node.floor, points=highest_base(node))


def _reaches(rubric: Rubric) -> Iterator[Problem]:
    """Bounds of a dimension or of the total against what the node can come to."""
    nodes: tuple[Rubric | Dimension, ...] = (rubric, *rubric.dimensions)
    for node in nodes:
        name = node.rubric if isinstance(node, Rubric) else node.id
        if node.cap is not None and node.cap >= highest_score(node):
            # an office may well write down what cannot be passed anyhow
            yield note(name, "cap-idle", rubric.place(node, "cap"), highest=highest_score(node))
        if node.floor is not None and node.cap is not None and node.floor > node.cap:
            yield error(name, "bounds-crossed", rubric.place(node, "floor"), floor=node.floor, points=node.cap)
        if node.cap is not None and node.cap < 0 <= highest_score(node):
            yield error(name, "price-not-positive", rubric.place(node, "cap"), field="cap")


def _grades(rubric: Rubric) -> Iterator[Problem]:
    """Grades in their order, each within reach."""
    highest = highest_score(rubric) if rubric.cap is None else min(rubric.cap, highest_score(rubric))
    for higher, lower in pairwise(rubric.grades):
        if lower.at_least >= higher.at_least:
            yield error(rubric.rubric, "grades-unordered", rubric.place(lower, "at_least"), name=lower.name)
    reached: dict[str, Dimension | Item] = {dimension.id: dimension for dimension in rubric.dimensions}
    reached |= {item.id: item for item in rubric.items()}
    for grade in rubric.grades:
        if grade.at_least > highest:
            yield error(rubric.rubric, "never-reached", rubric.place(grade, "at_least"), field="at_least")
        for name, least in (grade.minima or {}).items():
            if least > highest_score(reached[name]):
                place = rubric.place(grade, "minima", name)
                yield error(rubric.rubric, "never-reached", place, field=f"minima.{name}")


def _limits(rubric: Rubric) -> Iterator[Problem]:
    """Limits that hold nothing, or leave nothing."""
    for limit in rubric.limits:
        if not members_of(rubric, limit):
            yield error(limit.id, "never-bites", rubric.place(limit, "of"), field="of")
        if limit.cap is not None and limit.cap <= 0:
            yield error(limit.id, "price-not-positive", rubric.place(limit, "cap"), field="cap")


def _idle_measures(plan: Plan) -> Iterator[Problem]:
    for item in plan.rubric.items():
        for measure in item.measures:
            if measure.id not in plan.fed and not (isinstance(measure, Activity) and measure.record):
                yield warning(measure.id, "measure-idle", plan.rubric.place(measure, "id"))
