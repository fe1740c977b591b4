"""Compiled rubric + bound log → scorecard. Pure: no file, no clock, no print; every sum exact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Clamped, Context, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from typing import NamedTuple

from wuwu.log.binding import BoundLog
from wuwu.rubric.plan import Node, Plan, Pricing
from wuwu.rules.kind import Entry, Facts
from wuwu.rules.lines import ZERO, Does, Line, Unassessed
from wuwu.scoring.scorecard import Ignored, NodeScore, Pending, Scorecard, Span, Standing
from wuwu.scoring.settlement import settle
from wuwu.scoring.warnings import find_warnings

# Wide enough for every product the models admit; anything that would be rounded all the same is a defect, not a score.
EXACT = Context(prec=120, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow, Clamped])


class Run(NamedTuple):
    """One pass over the tree: the total, what it found denied and what it found open."""

    total: NodeScore
    vetoes: tuple[Line, ...]
    unassessed: tuple[Unassessed, ...]


def evaluate(bound: BoundLog) -> Scorecard:
    """Score a bound log, with its whole working and the exact range of what may still come."""
    with localcontext(EXACT):
        plan = bound.plan
        run = _run(plan, bound, bound.entries, assume_met=False)
        unassessed = (*run.unassessed, *_expected(plan, bound))
        span = _span(plan, bound, run)
        unsettled = Standing.PROVISIONAL if unassessed or bound.pending else Standing.FINAL
        standing = Standing.VETOED if run.vetoes else unsettled
        return Scorecard(
            bound=bound,
            standing=standing,
            total=run.total,
            span=span,
            vetoes=run.vetoes,
            unassessed=unassessed,
            pending=tuple(Pending(entry.event.clause, entry.index) for entry in bound.pending),
            ignored=tuple(Ignored(idle.entry.event.clause, idle.entry.index, idle.reason) for idle in bound.ignored),
            warnings=tuple(find_warnings(bound, run.total)),
        )


def _expected(plan: Plan, bound: BoundLog) -> Iterable[Unassessed]:
    return [Unassessed(each.id, ZERO) for each in plan.measures if each.expected and each.id not in bound.entries]


def _span(plan: Plan, bound: BoundLog, run: Run) -> Span:
    """The engine run on the worst and the best completion of the log; as every step is monotone, the range is exact."""
    low, high = run.total, run.total
    denied = False
    adverse, favourable = _completions(plan, bound)
    if adverse:
        again = _run_again(run, plan, bound, adverse, assume_met=False)
        low, denied = again.total, bool(again.vetoes) and not run.vetoes
    if favourable or run.unassessed:
        high = _run_again(run, plan, bound, favourable, assume_met=True).total
    return Span(None if denied else low.score, high.score)


def _completions(plan: Plan, bound: BoundLog) -> tuple[list[Entry], list[Entry]]:
    """The pending entries that would lower the score if upheld, and those that would raise it."""
    adverse: list[Entry] = []
    favourable: list[Entry] = []
    for entry in bound.pending:
        rule = plan.clauses[entry.event.clause].rule
        (favourable if rule is not None and rule.does is Does.ADD else adverse).append(entry)
    return adverse, favourable


def _with(entries: Mapping[str, Sequence[Entry]], more: Iterable[Entry]) -> Mapping[str, Sequence[Entry]]:
    merged = dict(entries)
    for entry in more:
        merged[entry.event.clause] = [*merged.get(entry.event.clause, ()), entry]
    return merged


def _run(plan: Plan, bound: BoundLog, entries: Mapping[str, Sequence[Entry]], *, assume_met: bool) -> Run:
    facts = Facts(entries, bound.log.members, plan.counted, bound.not_applicable, assume_met)
    vetoes: list[Line] = []
    unassessed: list[Unassessed] = []
    total = _score(plan.total, facts, vetoes, unassessed)
    return Run(total, tuple(vetoes), tuple(unassessed))


def _run_again(run: Run, plan: Plan, bound: BoundLog, more: Sequence[Entry], *, assume_met: bool) -> Run:
    """The run with what was open settled: only the nodes that lean on it are scored again, and only they are told of."""
    entries = _with(bound.entries, more)
    facts = Facts(entries, bound.log.members, plan.counted, bound.not_applicable, assume_met)
    changed = {entry.event.clause for entry in more}
    if assume_met:
        changed.update(each.clause for each in run.unassessed)
    vetoes: list[Line] = []
    unassessed: list[Unassessed] = []
    total = _rescore(run.total, facts, vetoes, unassessed, changed)
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
