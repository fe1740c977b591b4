"""What keeps the bounds of a rubric from being compiled: joint limits, 折算, grades and orders that name nothing or clash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from wuwu.diagnostics import Problem, nearest
from wuwu.rubric.declared import Annual, Dimension, Item, JointLimit, NodeLocation, Part, Rubric
from wuwu.rules.kind import AmountRule, Rule
from wuwu.rules.lines import Does
from wuwu.schema.models import Declared
from wuwu.schema.period import Cycles, Period, labels_of, longer_cycles

_DOES = {"bonus": Does.ADD, "deduction": Does.DEDUCT}


def members_of(rubric: Rubric, limit: JointLimit) -> list[tuple[NodeLocation, Rule]]:
    """The rules that a joint limit holds together, each with where it stands."""
    wanted = frozenset(limit.of)
    found: list[tuple[NodeLocation, Rule]] = []
    for location in rubric.locations():
        around = _around(rubric, location)
        alike = [rule for rule in location.node.rules if rule.does is _DOES[limit.kind]]
        found += [(location, rule) for rule in alike if rule.id in wanted or around & wanted]
    return found


def find_node_faults(rubric: Rubric) -> Iterator[Problem]:
    """Every fault in what bounds nodes, grades and ranks."""
    for limit in rubric.limits:
        yield from _limit(rubric, limit)
    yield from _prorated(rubric)
    yield from _grades(rubric)
    nodes = _nodes(rubric)
    for name in rubric.ranking.tie_break if rubric.ranking is not None else ():
        if name not in nodes:
            yield _unknown(rubric, rubric.ranking, "tie_break", name, list(nodes))
    yield from _annual(rubric)


def _nodes(rubric: Rubric) -> Mapping[str, Declared]:
    found: dict[str, Declared] = {dimension.id: dimension for dimension in rubric.dimensions}
    return found | {item.id: item for item in rubric.items()}


def _limit(rubric: Rubric, limit: JointLimit) -> Iterator[Problem]:
    known = {rubric.rubric, *_nodes(rubric)} | {part.id for item in rubric.items() for part in item.parts}
    known |= {rule.id for item in rubric.items() for rule in item.all_rules()}
    for name in limit.of:
        if name not in known:
            yield _unknown(rubric, limit, "of", name, sorted(known), id=limit.id)
    yield from _named_twice(rubric, limit)
    if (limit.cap is None) == (limit.highest is None):
        yield Problem("limit-without-bound", rubric.place(limit, "id"), {"id": limit.id})
    members = members_of(rubric, limit)
    kinds = {rule.id for _, rule in members}
    for name in limit.of:
        clause = next((rule for item in rubric.items() for rule in item.all_rules() if rule.id == name), None)
        if clause is not None and name not in kinds:
            params = {"id": limit.id, "clause": name, "kind": limit.kind, "is": clause.kind}
            yield Problem("limit-of-other-kind", rubric.place(limit, "of"), params)
    if limit.highest is not None:
        yield from _affairs(rubric, limit, members)


def _named_twice(rubric: Rubric, limit: JointLimit) -> Iterator[Problem]:
    """A name that a limit has twice, or one beside that of the row, dimension or table that it stands in."""
    inside = {
        rule.id: {rule.id, *_around(rubric, location)}
        for location in rubric.locations()
        for rule in location.node.rules
    }
    inside |= {location.node.id: _around(rubric, location) for location in rubric.locations()}
    inside |= {dimension.id: {rubric.rubric} for dimension in rubric.dimensions}
    for at, name in enumerate(limit.of):
        wider = [other for other in limit.of if other != name and other in inside.get(name, ())]
        if name in limit.of[:at] or wider:
            params = {"id": limit.id, "name": name, "within": wider[0] if wider else name}
            yield Problem("limit-names-twice", rubric.place(limit, "of", at), params)


def _around(rubric: Rubric, location: NodeLocation) -> set[str]:
    return {rubric.rubric, location.dimension.id, location.item.id, location.node.id}


def _affairs(rubric: Rubric, limit: JointLimit, members: list[tuple[NodeLocation, Rule]]) -> Iterator[Problem]:
    """Of one affair the dearest counts: monotone only where nothing between the clauses takes a part of it back."""
    for _, rule in members:
        limited = isinstance(rule, AmountRule) and rule.ceiling is not None
        if limited or rule.scale is None or not rule.scale.independent:
            yield Problem("limit-in-limit", rubric.place(limit, "highest"), {"id": limit.id, "clause": rule.id})
    nodes: list[Item | Part] = []
    for location, _ in members:
        if location.node not in nodes:
            nodes.append(location.node)
    dimensions = {location.dimension.id for location, _ in members}
    bounded = [
        node.id
        for node in nodes
        if limit.kind == "deduction" and len(nodes) > 1 and (node.floor is not None or _row_floor(members, node))
    ]
    held = [d for d in rubric.dimensions if d.id in dimensions and len(dimensions) > 1]
    bounded += [each.id for each in held if each.floor is not None or each.cap is not None or each.weight is not None]
    if bounded:
        yield Problem("limit-across-bounds", rubric.place(limit, "highest"), {"id": limit.id, "nodes": bounded})


def _row_floor(members: list[tuple[NodeLocation, Rule]], node: Item | Part) -> bool:
    return any(location.node is node and location.item.floor is not None for location, _ in members)


def _prorated(rubric: Rubric) -> Iterator[Problem]:
    """缺项折算 inside another 折算 would take what is not applicable out twice."""
    for dimension in rubric.dimensions:
        outer: Rubric | Dimension | None = rubric if rubric.prorate is not None else None
        if dimension.prorate is not None and outer is not None:
            yield _twice(rubric, dimension, outer)
        outer = dimension if dimension.prorate is not None else outer
        for item in dimension.items:
            if item.prorate is not None and outer is not None:
                yield _twice(rubric, item, outer)
            if item.prorate is not None and item.points is None:
                yield Problem("nothing-to-prorate", rubric.place(item, "prorate"), {"id": item.id})


def _twice(rubric: Rubric, node: Dimension | Item, outer: Rubric | Dimension) -> Problem:
    params = {"id": node.id, "outer": outer.rubric if isinstance(outer, Rubric) else outer.id}
    return Problem("prorated-twice", rubric.place(node, "prorate"), params, related=(rubric.place(outer, "prorate"),))


def _grades(rubric: Rubric) -> Iterator[Problem]:
    nodes = _nodes(rubric)
    seen: set[str] = set()
    for grade in rubric.grades:
        if grade.name in seen:
            yield Problem("doubled-grade", rubric.place(grade, "name"), {"id": rubric.rubric, "name": grade.name})
        seen.add(grade.name)
        for name in grade.minima or ():
            if name not in nodes:
                yield _unknown(rubric, grade, "minima", name, list(nodes))
        if grade.quota is not None and grade is rubric.grades[-1]:
            yield Problem("quota-of-last", rubric.place(grade, "quota"), {"id": rubric.rubric, "name": grade.name})
        if grade.quota is not None and grade.quota.percent >= 100:
            yield Problem(
                "quota-of-all", rubric.place(grade.quota, "percent"), {"id": rubric.rubric, "name": grade.name}
            )
    denied = [grade for grade in rubric.grades if grade.vetoed]
    if len(denied) > 1:
        yield Problem("two-vetoed-grades", rubric.place(denied[1], "vetoed"), {"id": rubric.rubric})


def _annual(rubric: Rubric) -> Iterator[Problem]:
    annual = rubric.annual
    if annual is None:
        return
    if rubric.period is Cycles.YEAR or isinstance(rubric.period, Period):
        yield Problem("annual-of-whole", rubric.place(rubric, "annual"), {"id": rubric.rubric})
    if annual.of != "weights" and annual.weights is not None:
        params = {"id": rubric.rubric, "field": "weights"}
        yield Problem("never-bites", rubric.place(annual, "weights"), params)
    if annual.of == "weights" and annual.weights is None:
        yield Problem("missing-field", rubric.place(annual), {"field": "weights", "instead": "", "nearest": []})
    if annual.through is not None and annual.through not in longer_cycles(rubric.period):
        yield Problem("annual-through-idle", rubric.place(annual, "through"), {"id": rubric.rubric})
    divided = annual.of == "mean" or annual.missing == "left_out" or annual.through is not None
    if annual.of != "sum" and annual.rounding is None and divided:
        yield Problem("missing-field", rubric.place(annual), {"field": "rounding", "instead": "", "nearest": []})
    if annual.of == "weights" and annual.weights is not None:
        yield from _weights(rubric, annual, annual.weights)


def _weights(rubric: Rubric, annual: Annual, weights: Mapping[str, Decimal]) -> Iterator[Problem]:
    """The weights are 1 together; each period of the year has one, under its name with its year or without, nothing else has."""
    if (together := sum(weights.values(), Decimal(0))) != 1:
        yield Problem("annual-weights-off", rubric.place(annual, "weights"), {"id": rubric.rubric, "sum": together})
    cycle = rubric.period if annual.through is None else Cycles(annual.through)
    if cycle not in (Cycles.MONTH, Cycles.QUARTER, Cycles.HALF):
        return
    labels = labels_of(cycle, rubric.year)
    parts = [label.partition("-")[2] for label in labels]
    named = [name if name in labels else f"{rubric.year}-{name}" for name in weights]
    if sorted(named) != sorted(labels):
        stray = next((name for name, label in zip(weights, named, strict=True) if label not in labels), None)
        place = rubric.place(annual, "weights", *([] if stray is None else [stray]))
        yield Problem("annual-weights-unfit", place, {"id": rubric.rubric, "given": list(weights), "takes": parts})


def _unknown(rubric: Rubric, owner: Declared | None, field: str, word: str, known: list[str], **more: str) -> Problem:
    params = {
        "id": rubric.rubric,
        **more,
        "field": field,
        "word": word,
        "known": known,
        "nearest": nearest(word, known),
    }
    return Problem("unknown-reference", rubric.place(owner or rubric, field), params)
