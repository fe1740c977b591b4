"""Compiled rubric + bound log → scorecard. Pure: no file, no clock, no print; every sum exact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Clamped, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from itertools import product
from typing import NamedTuple

from wuwu.identity import identity_of
from wuwu.log.binding import BoundLog
from wuwu.rubric.declared import Rubric
from wuwu.rubric.plan import Joint, Node, Plan, Pricing
from wuwu.rules.kind import Entry, Facts
from wuwu.rules.lines import ZERO, Line, Unassessed
from wuwu.scoring.completion import (
    AS_NOW,
    Completion,
    Entries,
    Undue,
    combine,
    find_matters,
    find_too_few,
    find_undue,
    without,
)
from wuwu.scoring.grading import Graded, grade_unit
from wuwu.scoring.scorecard import Ignored, NodeScore, Open, Pending, Scorecard, Span, Stake, Standing
from wuwu.scoring.settlement import find_overs, prorate, settle, weigh
from wuwu.scoring.warnings import find_warnings

# Wide enough for every product the models admit; anything that would be rounded all the same is a defect, not a score.
EXACT = Context(prec=120, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow, Clamped])

# No log comes to as much (a number has twelve digits before the point); what does has no bound (上不封顶).
_BEYOND = Decimal("1e30")


class Run(NamedTuple):
    """One pass over the tree: the total, what it found denied and what it found open."""

    total: NodeScore
    vetoes: tuple[Line, ...]
    gradings: tuple[Line, ...]
    unassessed: tuple[Unassessed, ...]


def evaluate(bound: BoundLog) -> Scorecard:
    """Score a bound log, with its whole working and the exact range of what is still open."""
    with localcontext(EXACT):
        plan = bound.plan
        undue = find_undue(bound)
        entries = without(bound.entries, (*undue.targets, *find_too_few(bound)))
        run = _run(plan.total, _facts(bound, entries, undue))
        unassessed = _unassessed(bound, run, undue)
        matters = find_matters(bound, undue, unassessed) if unassessed or bound.pending else ()
        open_ = Open(entries, undue, matters)
        as_of = bound.as_of if undue.counts or undue.targets or bound.left_out else None
        unsettled = Standing.PROVISIONAL if matters or as_of else Standing.FINAL
        ends = _ends(bound, run, open_)
        rubric = plan.rubric
        graded = grade_unit(rubric, run.total, run.gradings, denied=bool(run.vetoes))
        return Scorecard(
            bound=bound,
            standing=Standing.VETOED if run.vetoes else unsettled,
            total=run.total,
            span=_span(run, *ends),
            vetoes=run.vetoes,
            gradings=(*run.gradings, *graded.lines),
            grade=graded.name,
            grades=_grades(rubric, run, *ends),
            unassessed=unassessed,
            pending=tuple(Pending(entry.event.clause, entry.index) for entry in bound.pending),
            ignored=tuple(Ignored(idle.entry.event.clause, idle.entry.index, idle.reason) for idle in bound.ignored),
            warnings=tuple(find_warnings(bound, run.total)),
            as_of=as_of,
            open=open_,
        )


def find_stakes(card: Scorecard) -> dict[str, Stake]:
    """What each unassessed clause can still take and bring, the others being as they are or at their best.

    Not kept in the scorecard: every clause costs some runs, and only those who print them want them.
    """
    with localcontext(EXACT):
        return {each.clause: _stake(card, each.clause) for each in card.unassessed}


def _stake(card: Scorecard, clause: str) -> Stake:
    own = [each for each in card.open.matters if clause in each.clauses]
    others = [each for each in card.open.matters if clause not in each.clauses]
    loss = gain = ZERO
    for beside in (AS_NOW, combine(each.best[0] for each in others)):
        now = _total(card, beside)
        low = min(_total(card, combine((beside, *some))) for some in product(*(each.worst for each in own)))
        high = max(_total(card, combine((beside, *some))) for some in product(*(each.best for each in own)))
        loss, gain = max(loss, now - low), max(gain, high - now)
    return Stake(_bounded(loss), _bounded(gain))


def _total(card: Scorecard, outcome: Completion) -> Decimal:
    return _run_again(card.bound, card.total, card.open, outcome).total.score


def _unassessed(bound: BoundLog, run: Run, undue: Undue) -> tuple[Unassessed, ...]:
    """What the run found open, figures that are expected and missing, and what is not due yet."""
    named = {each.clause for each in run.unassessed}
    expected = [each.id for each in bound.plan.measures if each.expected and each.id not in bound.entries]
    more = [clause for clause in dict.fromkeys((*expected, *undue.clauses)) if clause not in named]
    return (*run.unassessed, *(Unassessed(clause, ZERO) for clause in more))


def _ends(bound: BoundLog, run: Run, open_: Open) -> tuple[list[Run], list[Run]]:
    """The engine run on the worst and the best completions of the log; as every step is monotone, the range is exact."""
    lowest = [_run_again(bound, run.total, open_, each) for each in _completions(each.worst for each in open_.matters)]
    highest = [_run_again(bound, run.total, open_, each) for each in _completions(each.best for each in open_.matters)]
    return lowest, highest


def _span(run: Run, lowest: Sequence[Run], highest: Sequence[Run]) -> Span:
    low = min([each.total.score for each in lowest])
    high = max([each.total.score for each in highest])
    denied = not run.vetoes and any(each.vetoes for each in lowest)
    return Span(None if denied else _bounded(low), _bounded(high), denied)


def _grades(rubric: Rubric, run: Run, lowest: Sequence[Run], highest: Sequence[Run]) -> tuple[str | None, str | None]:
    """The lowest and the highest grade that is left open. What limits the grade already does so at both ends."""
    if not rubric.grades:
        return None, None

    def graded(each: Run) -> Graded:
        # only what was scored again says what limits it: the rest is as before
        known = {line.rule for line in each.gradings}
        lines = [*each.gradings, *(line for line in run.gradings if line.rule not in known)]
        return grade_unit(rubric, each.total, lines, denied=bool(run.vetoes or each.vetoes))

    worst = max([graded(each) for each in lowest], key=_place)
    best = min([graded(each) for each in highest], key=_place)
    return worst.name, best.name


def _place(graded: Graded) -> int:
    return graded.place


def _completions(choices: Iterable[Sequence[Completion]]) -> Iterable[Completion]:
    return map(combine, product(*choices))


def _bounded(points: Decimal) -> Decimal | None:
    return points if abs(points) < _BEYOND else None


def _facts(bound: BoundLog, entries: Entries, undue: Undue, outcome: Completion = AS_NOW) -> Facts:
    applicable = bound.not_applicable.intersection(outcome.clauses) if bound.not_applicable else frozenset()
    known = (bound.log.members, bound.plan.declared, bound.not_applicable - applicable)
    kept = {clause: some for clause, some in entries.items() if clause not in applicable} if applicable else entries
    more = _with(kept, outcome.more) if outcome.more else kept
    withheld = _withheld(bound.plan, more) if bound.plan.affairs else None
    return Facts(more, *known, outcome.met, bound.as_of, undue.counts - outcome.due, bound.window.last, withheld)


def _withheld(plan: Plan, entries: Entries) -> Mapping[str, frozenset[int]]:
    """Of one affair under several clauses of a joint limit, the entries under all clauses but the one where it weighs most."""
    out: dict[str, set[int]] = {}
    for affairs in plan.affairs:
        weights: dict[str, dict[str, Decimal]] = {}
        for clause in affairs.clauses:
            scale = plan.declared[clause].scale  # type: ignore[attr-defined]
            for entry in entries.get(clause, ()):
                if (name := getattr(entry.event, affairs.by)) is not None:
                    some = weights.setdefault(identity_of(name), {})
                    some[clause] = some.get(clause, ZERO) + scale.worth(entry) * entry.count
        for clause in affairs.clauses:
            for entry in entries.get(clause, ()):
                some = weights.get(identity_of(getattr(entry.event, affairs.by) or ""), {})
                if some and clause != max(some, key=lambda each: some[each]):
                    out.setdefault(clause, set()).add(entry.index)
    return {clause: frozenset(some) for clause, some in out.items()}


def _with(entries: Entries, more: Iterable[Entry]) -> Entries:
    merged = dict(entries)
    for entry in more:
        merged[entry.event.clause] = [*merged.get(entry.event.clause, ()), entry]
    return merged


def _run(node: Node, facts: Facts) -> Run:
    vetoes: list[Line] = []
    unassessed: list[Unassessed] = []
    total = _score(node, facts, vetoes, unassessed)
    return Run(total, *_denials(vetoes), tuple(unassessed))


def _denials(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What denies the year, and what limits the grade."""
    if not lines:
        return (), ()
    vetoes = tuple([line for line in lines if line.kind == "veto"])
    return vetoes, tuple([line for line in lines if line.kind == "grade"])


def _run_again(bound: BoundLog, total: NodeScore, open_: Open, outcome: Completion) -> Run:
    """The run with what was open come out so: only the nodes that lean on it are scored again, and only these are reported."""
    changed = set(outcome.clauses)
    vetoes: list[Line] = []
    unassessed: list[Unassessed] = []
    for affairs in bound.plan.affairs:
        # what counts of an affair under one clause rests on the others
        if not changed.isdisjoint(affairs.clauses):
            changed.update(affairs.clauses)
    if changed:
        facts = _facts(bound, open_.entries, open_.undue, outcome)
        total = _score(total.node, facts, vetoes, unassessed, total, changed)
    return Run(total, *_denials(vetoes), tuple(unassessed))


def _score(
    node: Node,
    facts: Facts,
    vetoes: list[Line],
    unassessed: list[Unassessed],
    before: NodeScore | None = None,
    changed: Set[str] = frozenset(),
) -> NodeScore:
    """The score of a node; what leans on nothing that changed is as `before`, where it was scored before."""
    children: tuple[NodeScore, ...] = ()
    if before is None:
        if node.children:
            children = tuple([_score(child, facts, vetoes, unassessed) for child in node.children])
    elif node.sources.isdisjoint(changed):
        return before
    else:
        children = tuple([_score(each.node, facts, vetoes, unassessed, each, changed) for each in before.children])
    base = _lines(node.base, facts, unassessed) if node.base else ()
    zeros = _lines(node.zeros, facts, unassessed) if node.zeros else ()
    adds = _lines(node.adds, facts, unassessed) if node.adds else ()
    if node.vetoes:
        vetoes += _lines(node.vetoes, facts, unassessed)
    if node.whole:
        score = _bound_whole(node, children, base, zeros, adds, facts.assumed)
        unassessed += [line.open for line in score.lines if line.open is not None and line.clause is None]
        return score
    # spelt out, as every node of every log comes through here
    own, bonus, points, lines = settle(node.bounds, children, base, zeros, adds)
    return NodeScore(node, own, bonus, points, lines, children)


# --- what looks at a node with and without some of it ------------------------------------------------------------


def _bound_whole(
    node: Node,
    children: tuple[NodeScore, ...],
    base: Sequence[Line],
    zeros: Sequence[Line],
    adds: Sequence[Line],
    assumed: frozenset[str],
) -> NodeScore:
    """The score of a node with joint limits, 折算 or a weight."""
    bounds = node.bounds
    overs = _overs(bounds.joints, children, (*base, *adds)) if bounds.joints else []
    settled = settle(bounds, children, base, zeros, adds, overs)
    if bounds.prorate is not None:
        out = [
            line for line in (*base, *_lines_below(children)) if line.word == "award-na" and line.rule not in assumed
        ]
        if out:
            bare = NodeScore(node, *settled, children)
            left = _without(bare, lambda line: line in out, prorate=False)
            points = sum([line.points for line in base if line in out], ZERO)
            points += sum([_weighed(child, out) for child in children], ZERO)
            settled = prorate(
                bounds.prorate,
                node.points or ZERO,
                bounds.floor,
                settled,
                (left.base, left.bonus),
                points,
                [str(line.rule) for line in out],
            )
    if bounds.weight is not None:
        settled = weigh(bounds.weight, settled)
    return NodeScore(node, *settled, children)


def _overs(joints: Sequence[Joint], children: tuple[NodeScore, ...], lines: Sequence[Line]) -> list[Decimal]:
    """By how much each joint limit of a node is passed; one of which nothing is there is not."""
    there = {line.rule for line in (*lines, *_lines_below(children)) if line.points}
    live = [joint for joint in joints if not joint.rules.isdisjoint(there)]

    def come_to(left_out: frozenset[str]) -> Decimal:
        own = sum([line.points for line in lines if line.rule not in left_out], ZERO)
        return own + sum([_without(child, _of(left_out)).score for child in children], ZERO)

    overs = dict(zip((joint.id for joint in live), find_overs(live, come_to), strict=True))
    return [overs.get(joint.id, ZERO) for joint in joints]


def _of(rules: frozenset[str]) -> Callable[[Line], bool]:
    return lambda line: line.rule in rules


def _lines_below(children: Iterable[NodeScore]) -> list[Line]:
    return [line for child in children for line in child.all_lines()]


def _weighed(score: NodeScore, lines: Sequence[Line]) -> Decimal:
    """What of these lines stands in a node, as far as it counts above it."""
    own = sum([line.points for line in score.lines if line in lines], ZERO)
    whole = own + sum([_weighed(child, lines) for child in score.children], ZERO)
    return whole if score.node.bounds.weight is None else whole * score.node.bounds.weight


def _without(score: NodeScore, drops: Callable[[Line], bool], *, prorate: bool = True) -> NodeScore:
    """The node as it would be without some of the lines in it; nothing is priced again for that."""
    if not any(drops(line) for line in score.all_lines()):
        return score
    node = score.node
    children = tuple([_without(child, drops) for child in score.children])
    kept = [line for line in score.lines if not drops(line)]
    base, zeros, adds = (
        [line for line in kept if line.rule in _ids(some)] for some in (node.base, node.zeros, node.adds)
    )
    if not prorate:
        node = replace(node, bounds=node.bounds._replace(prorate=None, weight=None))
    return _bound_whole(node, children, base, zeros, adds, frozenset())


def _ids(pricings: Sequence[Pricing]) -> frozenset[str]:
    return frozenset(pricing.rule.id for pricing in pricings)


# --- lines -------------------------------------------------------------------------------------------------------


def _lines(pricings: Sequence[Pricing], facts: Facts, unassessed: list[Unassessed]) -> list[Line]:
    lines: list[Line] = []
    entries = facts.entries
    for _, source, price in pricings:
        if source is None or source in entries:
            for line in price(facts):
                lines.append(line)
                if line.open is not None:
                    unassessed.append(line.open)
    return lines
