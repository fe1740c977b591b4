"""Compiled rubric + bound log → scorecard. Pure: no file, no clock, no print; every sum exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Clamped, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from itertools import product
from typing import NamedTuple

from wuwu.log.binding import BoundLog
from wuwu.rubric.plan import Node, Pricing
from wuwu.rules.kind import Entry, Facts
from wuwu.rules.lines import ZERO, Line, Unassessed
from wuwu.scoring.completion import AS_NOW, Entries, Outcome, Undue, combine, find_matters, find_undue, without
from wuwu.scoring.scorecard import Ignored, NodeScore, Open, Pending, Scorecard, Span, Stake, Standing
from wuwu.scoring.settlement import settle
from wuwu.scoring.warnings import find_warnings

# Wide enough for every product the models admit; anything that would be rounded all the same is a defect, not a score.
EXACT = Context(prec=120, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow, Clamped])

# No log comes to as much (a number has twelve digits before the point); what does has no bound (上不封顶).
_BEYOND = Decimal("1e30")


class Run(NamedTuple):
    """One pass over the tree: the total, what it found denied and what it found open."""

    total: NodeScore
    vetoes: tuple[Line, ...]
    unassessed: tuple[Unassessed, ...]


def evaluate(bound: BoundLog) -> Scorecard:
    """Score a bound log, with its whole working and the exact range of what is still open."""
    with localcontext(EXACT):
        plan = bound.plan
        undue = find_undue(bound)
        entries = without(bound.entries, undue.targets)
        run = _run(plan.total, _facts(bound, entries, undue))
        unassessed = _unassessed(bound, run, undue)
        matters = find_matters(bound, undue, unassessed) if unassessed or bound.pending else ()
        open_ = Open(entries, undue, matters)
        as_of = bound.as_of if undue.counts or undue.targets or bound.left_out else None
        unsettled = Standing.PROVISIONAL if matters or as_of else Standing.FINAL
        return Scorecard(
            bound=bound,
            standing=Standing.VETOED if run.vetoes else unsettled,
            total=run.total,
            span=_span(bound, run, open_),
            vetoes=run.vetoes,
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


def _total(card: Scorecard, outcome: Outcome) -> Decimal:
    return _run_again(card.bound, card.total, card.open, outcome).total.score


def _unassessed(bound: BoundLog, run: Run, undue: Undue) -> tuple[Unassessed, ...]:
    """What the run found open, figures that are expected and missing, and what is not due yet."""
    named = {each.clause for each in run.unassessed}
    expected = [each.id for each in bound.plan.measures if each.expected and each.id not in bound.entries]
    more = [clause for clause in dict.fromkeys((*expected, *undue.clauses)) if clause not in named]
    return (*run.unassessed, *(Unassessed(clause, ZERO) for clause in more))


def _span(bound: BoundLog, run: Run, open_: Open) -> Span:
    """The engine run on the worst and the best completion of the log; as every step is monotone, the range is exact."""
    lowest = [_run_again(bound, run.total, open_, each) for each in _completions(each.worst for each in open_.matters)]
    highest = [_run_again(bound, run.total, open_, each) for each in _completions(each.best for each in open_.matters)]
    low = min([each.total.score for each in lowest])
    high = max([each.total.score for each in highest])
    denied = not run.vetoes and any(each.vetoes for each in lowest)
    return Span(None if denied else _bounded(low), _bounded(high), denied)


def _completions(choices: Iterable[Sequence[Outcome]]) -> Iterable[Outcome]:
    return map(combine, product(*choices))


def _bounded(points: Decimal) -> Decimal | None:
    return points if abs(points) < _BEYOND else None


def _facts(bound: BoundLog, entries: Entries, undue: Undue, outcome: Outcome = AS_NOW) -> Facts:
    known = (bound.log.members, bound.plan.counted, bound.not_applicable)
    more = _with(entries, outcome.more) if outcome.more else entries
    return Facts(more, *known, outcome.met, bound.as_of, undue.counts - outcome.due)


def _with(entries: Entries, more: Iterable[Entry]) -> Entries:
    merged = dict(entries)
    for entry in more:
        merged[entry.event.clause] = [*merged.get(entry.event.clause, ()), entry]
    return merged


def _run(node: Node, facts: Facts) -> Run:
    vetoes: list[Line] = []
    unassessed: list[Unassessed] = []
    total = _score(node, facts, vetoes, unassessed)
    return Run(total, tuple(vetoes), tuple(unassessed))


def _run_again(bound: BoundLog, total: NodeScore, open_: Open, outcome: Outcome) -> Run:
    """The run with what was open come out so: only the nodes that lean on it are scored again, and only they are told of."""
    changed = set(outcome.clauses)
    vetoes: list[Line] = []
    unassessed: list[Unassessed] = []
    if changed:
        total = _rescore(total, _facts(bound, open_.entries, open_.undue, outcome), vetoes, unassessed, changed)
    return Run(total, tuple(vetoes), tuple(unassessed))


def _score(node: Node, facts: Facts, vetoes: list[Line], unassessed: list[Unassessed]) -> NodeScore:
    inside = node.children
    children = tuple([_score(child, facts, vetoes, unassessed) for child in inside]) if inside else ()
    return _settle(node, children, facts, vetoes, unassessed)


def _rescore(
    before: NodeScore, facts: Facts, vetoes: list[Line], unassessed: list[Unassessed], changed: set[str]
) -> NodeScore:
    if before.node.sources.isdisjoint(changed):
        return before
    children = tuple([_rescore(child, facts, vetoes, unassessed, changed) for child in before.children])
    return _settle(before.node, children, facts, vetoes, unassessed)


def _settle(
    node: Node, children: tuple[NodeScore, ...], facts: Facts, vetoes: list[Line], unassessed: list[Unassessed]
) -> NodeScore:
    base, bonus, score, lines = settle(
        node.bounds,
        children,
        _lines(node.base, facts, unassessed) if node.base else (),
        _lines(node.zeros, facts, unassessed) if node.zeros else (),
        _lines(node.adds, facts, unassessed) if node.adds else (),
    )
    if node.vetoes:
        vetoes += _lines(node.vetoes, facts, unassessed)
    return NodeScore(node, base, bonus, score, lines, children)


def _lines(pricings: Sequence[Pricing], facts: Facts, unassessed: list[Unassessed]) -> list[Line]:
    lines: list[Line] = []
    entries = facts.entries
    for _, source, price in pricings:
        if source is not None and source not in entries:
            continue
        for line in price(facts):
            lines.append(line)
            if line.open is not None:
                unassessed.append(line.open)
    return lines
