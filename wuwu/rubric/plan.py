"""A declared rubric → a compiled plan: ids resolved, every clause knowing what its entries may hold, the tree.

After this no unknown id exists and the points add up; what stands in the way is a located problem, all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from wuwu.diagnostics import Result
from wuwu.rubric.declared import Dimension, Item, Part, Rubric, declare_rubric
from wuwu.rubric.node_references import members_of
from wuwu.rubric.references import find_rubric_faults
from wuwu.rules.award import Award
from wuwu.rules.judged import Judged
from wuwu.rules.kind import Facts, Form, Loggable, Rule, Vocabulary
from wuwu.rules.lines import Does, Line
from wuwu.rules.measure import Activity, Measure, Share
from wuwu.rules.missing import Missing
from wuwu.rules.scale import Rounding
from wuwu.rules.zero import Zero
from wuwu.schema.event import Finding
from wuwu.source.document import Document


class Joint(NamedTuple):
    """A limit that holds several clauses together at the lowest node that has them all."""

    id: str
    rules: frozenset[str]
    cap: Decimal
    sign: int


class Bounds(NamedTuple):
    """How far the sum of a node may go (None is no limit), what holds some of its clauses together, and how much of it counts."""

    floor: Decimal | None = None
    cap: Decimal | None = None
    joints: tuple[Joint, ...] = ()
    prorate: Rounding | None = None
    weight: Decimal | None = None


class Clause(NamedTuple):
    """条款: what a log entry cites, a rule or a measure, with the forms its entries may take."""

    id: str
    declared: Rule | Measure
    item: str
    forms: tuple[Form, ...]
    judged: bool
    once: bool
    """Whether some of its entries cannot stand beside others."""
    dated: bool
    """Whether what is logged are occurrences of a rule: what is priced, or denied, by itself."""
    words: Mapping[str, str]
    """The words an entry's level may be, each with the rubric's own name for it."""

    @property
    def rule(self) -> Rule | None:
        """The rule, or None for a measure."""
        return self.declared if isinstance(self.declared, Rule) else None


class Pricing(NamedTuple):
    """A rule (or what is kept for the record) in its node, ready to be asked for its price; `source` is the clause without which it
    has none to name.
    """

    rule: Rule | Activity
    source: str | None
    price: Callable[[Facts], Sequence[Line]]


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A part, item, dimension or the total, with its rules sorted by what they do."""

    level: Literal["part", "item", "dimension", "total"]
    id: str
    points: Decimal | None
    bounds: Bounds
    base: tuple[Pricing, ...]
    zeros: tuple[Pricing, ...]
    adds: tuple[Pricing, ...]
    vetoes: tuple[Pricing, ...]
    children: tuple[Node, ...]
    sources: frozenset[str]
    """Every clause that the rules here and below lean on: where none of them changed, neither did the node."""
    whole: bool
    """Whether its bounds look at it with and without some of what is in it."""


class Row(NamedTuple):
    """A row of the table: the nodes it is scored by, and what may be logged under it."""

    dimension: Node
    node: Node
    clauses: tuple[Clause, ...]
    measures: tuple[Measure, ...]


class Affairs(NamedTuple):
    """Clauses of which one affair counts once, where it weighs most; `by` the field of an entry that names the affair."""

    by: str
    clauses: tuple[str, ...]


class Plan(NamedTuple):
    """A compiled rubric. Immutable, shared by every unit that is scored under it."""

    rubric: Rubric
    year: int
    clauses: Mapping[str, Clause]
    vocabulary: Vocabulary
    # everything that can be logged, by its id
    declared: Mapping[str, Loggable]
    # what is counted, and may be missing
    counted: frozenset[str]
    measures: tuple[Measure, ...]
    total: Node
    # by the id of a row
    rows: Mapping[str, Row]
    # counts that an award of the same node settles with it when it is not applicable
    settles: Mapping[str, tuple[str, ...]]
    # rules by the clause that feeds them: what a figure moves
    fed: Mapping[str, tuple[Rule, ...]]
    # the shares of one poll, which cannot pass 100 together
    polls: Mapping[str, tuple[str, ...]]
    # by the finding of an award: the clauses whose entries contradict it, or take what it took once more
    beside: Mapping[Finding, Mapping[str, tuple[str, ...]]]
    # clauses between which one affair counts once
    affairs: tuple[Affairs, ...]
    # the clauses whose text asks for a document
    evidenced: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the rubric: what a log names."""
        return self.rubric.rubric

    @property
    def title(self) -> str:
        """The title of the table."""
        return self.rubric.title

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """项目: the dimensions of the table, each with its rows."""
        return self.rubric.dimensions

    def words_for(self, clause: Clause) -> list[str]:
        """The words an entry's level may be, in the rubric's own names and order."""
        ranked = [name for name in self.vocabulary.ranks if name in clause.words]
        return ranked or [*clause.words]

    def level_of(self, word: str) -> str:
        """The rubric's own name of a level word; any other word as it stands."""
        return self.vocabulary.levels.get(word, word)


def compile_document(document: Document) -> Result[Plan]:
    """The plan of a rubric that was read, or every problem of it."""
    return declare_rubric(document).then(compile_rubric)


def compile_rubric(rubric: Rubric) -> Result[Plan]:
    """The plan of a declared rubric, or every unresolved or doubled id and every sum that is off."""
    vocabulary = _vocabulary(rubric)
    faults = find_rubric_faults(rubric, vocabulary)
    if faults:
        return Result(None, tuple(faults))
    rules = [rule for item in rubric.items() for rule in item.all_rules()]
    fed: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for source in dict.fromkeys([rule.source, *(clause for _, clause in rule.references())]):
            if source != rule.id:
                fed[source] = (*fed.get(source, ()), rule)
    measures = [measure for item in rubric.items() for measure in item.measures]
    counted = {each.id for each in measures if each.counted} | {
        rule.id for rule in rules if isinstance(rule.scale, Missing)
    }
    clauses = tuple(_clauses(rubric, vocabulary.levels))
    total = _total(rubric)
    plan = Plan(
        rubric=rubric,
        year=rubric.year,
        clauses={clause.id: clause for clause in clauses},
        vocabulary=vocabulary,
        declared={each.id: each for each in (*measures, *rules)},
        counted=frozenset(counted),
        measures=tuple(measures),
        total=total,
        rows=dict(_rows(total, clauses, measures)),
        settles=dict(_settling(rubric)),
        fed=fed,
        polls=dict(_polls(measures)),
        beside=_beside(rubric),
        affairs=tuple(
            Affairs(limit.highest, tuple(rule.id for _, rule in members_of(rubric, limit)))
            for limit in rubric.limits
            if limit.highest is not None
        ),
        evidenced=tuple(rule.id for rule in rules if rule.evidence_expected),
    )
    return Result(plan)


def narrow_plan(plan: Plan, rows: Iterable[str]) -> Plan:
    """The plan with these rows alone, by their ids: a log that cites nothing else scores there as it does under the whole.

    Rows do not depend on each other, so an example need not score a table of thousands of them to check one.
    """
    kept = [plan.rows[name] for name in dict.fromkeys(rows)]
    inside: dict[str, tuple[Node, list[Node]]] = {}
    for row in kept:
        inside.setdefault(row.dimension.id, (row.dimension, []))[1].append(row.node)
    dimensions = [_with_children(dimension, tuple(nodes)) for dimension, nodes in inside.values()]
    return plan._replace(
        clauses={clause.id: clause for row in kept for clause in row.clauses},
        measures=tuple(measure for row in kept for measure in row.measures),
        total=_with_children(plan.total, tuple(dimensions)),
    )


def _with_children(node: Node, children: tuple[Node, ...]) -> Node:
    """The node with some of its children. Its own bounds would hold a sum that is no longer whole, so they go with the rest."""
    bounds = node.bounds if children == node.children else Bounds(joints=node.bounds.joints)
    return replace(node, children=children, bounds=bounds)


def _rows(total: Node, clauses: Iterable[Clause], measures: Iterable[Measure]) -> Iterator[tuple[str, Row]]:
    of_row: dict[str, list[Clause]] = {}
    for clause in clauses:
        of_row.setdefault(clause.item, []).append(clause)
    known = {measure.id: measure for measure in measures}
    for dimension in total.children:
        for item in dimension.children:
            own = tuple(of_row.get(item.id, ()))
            yield item.id, Row(dimension, item, own, tuple(known[each.id] for each in own if each.id in known))


def _polls(measures: Iterable[Measure]) -> Iterator[tuple[str, tuple[str, ...]]]:
    shares = [measure for measure in measures if isinstance(measure, Share) and measure.poll is not None]
    for poll in dict.fromkeys(share.poll for share in shares):
        yield poll or "", tuple(share.id for share in shares if share.poll == poll)


def _settling(rubric: Rubric) -> Iterator[tuple[str, tuple[str, ...]]]:
    for item in rubric.items():
        for rules in (item.rules, *(part.rules for part in item.parts)):
            counts = tuple(rule.source for rule in rules if isinstance(rule.scale, Missing))
            yield from ((rule.id, counts) for rule in rules if counts and isinstance(rule, Award))


def _beside(rubric: Rubric) -> Mapping[Finding, Mapping[str, tuple[str, ...]]]:
    """不适用: whatever takes points all the same, and the figures it is said of. 不符合: an amount that was to settle it
    (酌情), and whatever no floor stops.
    """
    found: dict[Finding, dict[str, tuple[str, ...]]] = {Finding.NA: {}, Finding.UNMET: {}}
    for item in rubric.items():
        nodes: tuple[Item | Part, ...] = (item, *item.parts)
        for node in nodes:
            takes = [rule for rule in node.rules if rule.does in (Does.DEDUCT, Does.ZERO)]
            again = [
                rule
                for rule in takes
                if rule.does is Does.DEDUCT and (node.floor is None or isinstance(rule.scale, Judged))
            ]
            for rule in node.rules:
                if isinstance(rule, Award) and rule.takes_finding:
                    measured = (condition.measure for condition in rule.refuted_by)
                    found[Finding.NA][rule.id] = tuple(dict.fromkeys([*(each.source for each in takes), *measured]))
                    found[Finding.UNMET][rule.id] = tuple(each.source for each in again)
    return found


def _vocabulary(rubric: Rubric) -> Vocabulary:
    levels = {word: level.name for level in rubric.levels for word in (level.name, *level.also)}
    ranks = {level.name: rank for rank, level in enumerate(rubric.levels)}
    bodies = {word: body.name for body in rubric.bodies for word in (body.name, *body.also)}
    return Vocabulary(ranks, levels, bodies)


def _clauses(rubric: Rubric, levels: Mapping[str, str]) -> Iterator[Clause]:
    for item in rubric.items():
        for declared in (*item.measures, *item.all_rules()):
            words: Mapping[str, str] = {}
            if isinstance(declared, Rule) and declared.takes_level:
                own = {word: word for word in declared.words()}
                words = own if own and not own.keys() <= levels.keys() else {**levels, **(declared.level_words or {})}
            forms, judged = declared.forms(), isinstance(declared, Award) and declared.takes_finding
            once = judged or any("finding" in form.takes for form in forms)
            dated = isinstance(declared, Rule) and any("status" in form.takes for form in forms)
            yield Clause(declared.id, declared, item.id, forms, judged, once, dated, words)


# --- the tree ----------------------------------------------------------------------------------------------------


def _total(rubric: Rubric) -> Node:
    joints = _joints_by_node(rubric)
    children = tuple(_dimension(dimension, joints) for dimension in rubric.dimensions)
    bounds = Bounds(rubric.floor, rubric.cap, tuple(joints.get(rubric.rubric, ())), rubric.prorate)
    return _node("total", rubric.rubric, rubric.points, bounds, children=children)


def _joints(rubric: Rubric) -> Iterator[Joint]:
    for limit in rubric.limits:
        if limit.cap is not None:
            rules = frozenset(rule.id for _, rule in members_of(rubric, limit))
            yield Joint(limit.id, rules, limit.cap, 1 if limit.kind == "bonus" else -1)


_Joints: TypeAlias = Mapping[str, Sequence[Joint]]
"""The joint limits of a node, by its id: the lowest node that has all clauses of the limit."""


def _joints_by_node(rubric: Rubric) -> _Joints:
    found: dict[str, list[Joint]] = {}
    for joint in _joints(rubric):
        paths = [
            (rubric.rubric, location.dimension.id, location.item.id, location.node.id)
            for location in rubric.locations()
            if any(rule.id in joint.rules for rule in location.node.rules)
        ]
        shared = [names[0] for names in zip(*paths, strict=True) if len(set(names)) == 1]
        if shared:
            found.setdefault(shared[-1], []).append(joint)
    return found


def _dimension(dimension: Dimension, joints: _Joints) -> Node:
    children = tuple(_item(item, joints) for item in dimension.items)
    zeros = _hitting("dimension", (rule for item in dimension.items for rule in item.all_rules()))
    own = tuple(joints.get(dimension.id, ()))
    bounds = Bounds(dimension.floor, dimension.cap, own, dimension.prorate, dimension.weight)
    return _node("dimension", dimension.id, dimension.points, bounds, zeros=zeros, children=children)


def _item(item: Item, joints: _Joints) -> Node:
    children = tuple(_part(part, joints) for part in item.parts)
    # in a row of one part, the part is the row
    zeros = _hitting("item", item.all_rules()) + _hitting("part", item.rules)
    bounds = Bounds(item.floor, joints=tuple(joints.get(item.id, ())), prorate=item.prorate)
    adds = _doing(item.rules, Does.ADD)
    vetoes = tuple(rule for rule in item.all_rules() if rule.does in (Does.VETO, Does.GRADE))
    recorded = tuple(each for each in item.measures if isinstance(each, Activity) and each.record)
    base: tuple[Rule | Activity, ...] = (*_based(item.rules), *recorded)
    return _node("item", item.id, item.points, bounds, base, zeros, adds, vetoes, children)


def _part(part: Part, joints: _Joints) -> Node:
    zeros = _hitting("part", part.rules)
    bounds = Bounds(part.floor, joints=tuple(joints.get(part.id, ())))
    return _node("part", part.id, part.points, bounds, _based(part.rules), zeros)


def _node(
    level: Literal["part", "item", "dimension", "total"],
    name: str,
    points: Decimal | None,
    bounds: Bounds,
    base: tuple[Rule | Activity, ...] = (),
    zeros: tuple[Rule, ...] = (),
    adds: tuple[Rule, ...] = (),
    vetoes: tuple[Rule, ...] = (),
    children: tuple[Node, ...] = (),
) -> Node:
    own = {
        clause
        for rule in (*base, *zeros, *adds, *vetoes)
        for clause in (
            (rule.id, rule.source, *(target for _, target in rule.references()))
            if isinstance(rule, Rule)
            else (rule.id,)
        )
    }
    own.update(*(joint.rules for joint in bounds.joints))
    sources = frozenset(own).union(*(child.sources for child in children))
    pricings = (_pricings(base), _pricings(zeros), _pricings(adds), _pricings(vetoes))
    whole = bool(bounds.joints) or bounds.prorate is not None or bounds.weight is not None
    return Node(level, name, points, bounds, *pricings, children, sources, whole)


def _pricings(rules: Iterable[Rule | Activity]) -> tuple[Pricing, ...]:
    return tuple(
        Pricing(rule, rule.source if rule.silent else None, rule.price)
        if isinstance(rule, Rule)
        else Pricing(rule, rule.id, rule.price)
        for rule in rules
    )


def _based(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return _doing(rules, Does.AWARD, Does.DEDUCT)


def _doing(rules: tuple[Rule, ...], *does: Does) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.does in does)


def _hitting(scope: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if isinstance(rule, Zero) and rule.zeroes == scope)
