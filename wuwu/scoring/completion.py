"""What a log leaves open, and how each of it may come out: at its worst and at its best.

A score never falls when one rule is worth more (`wuwu.scoring.settlement`), so of the ways in which a matter may come out
only those count than which no other one is worse, or better, for every rule at once. Mostly that is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, combinations, product
from operator import ge, le
from typing import NamedTuple, TypeAlias

from wuwu.log.binding import BoundLog
from wuwu.rubric.plan import Node, Plan
from wuwu.rules.award import Award
from wuwu.rules.kind import Entry, Facts, Rule
from wuwu.rules.lines import ZERO, Does, Unassessed
from wuwu.rules.measure import WHOLE, Measure
from wuwu.schema.event import Event, Finding

Entries: TypeAlias = Mapping[str, Sequence[Entry]]

# More entries than a rubric can price one by one: as many targets as it takes to lose or win all there is.
_MANY = 10**37
_NOWHERE = -1


class Completion(NamedTuple):
    """One way in which a matter may come out.

    `more`: the entries that it adds; `met`: the clauses that are met by it; `due`: the counts that grow no further.
    """

    more: tuple[Entry, ...] = ()
    met: frozenset[str] = frozenset()
    due: frozenset[str] = frozenset()

    @property
    def clauses(self) -> Iterator[str]:
        """The clauses that it touches."""
        return chain((entry.event.clause for entry in self.more), self.met, self.due)


AS_NOW = Completion()


class Matter(NamedTuple):
    """Something that is open: the clauses it concerns, and the outcomes of which one is the worst, and one the best."""

    clauses: tuple[str, ...]
    worst: tuple[Completion, ...] = (AS_NOW,)
    best: tuple[Completion, ...] = (AS_NOW,)


def combine(outcomes: Iterable[Completion]) -> Completion:
    """What several matters come to together."""
    some = tuple(outcomes)
    return Completion(
        tuple(entry for each in some for entry in each.more),
        frozenset().union(*(each.met for each in some)),
        frozenset().union(*(each.due for each in some)),
    )


class Undue(NamedTuple):
    """What is not due yet on the day of an interim answer: counts that may still grow, and targets not reached so far."""

    counts: frozenset[str] = frozenset()
    targets: tuple[Entry, ...] = ()

    @property
    def clauses(self) -> Iterator[str]:
        """The clauses of both, each once."""
        return iter(dict.fromkeys([*sorted(self.counts), *(entry.event.clause for entry in self.targets)]))


def find_undue(bound: BoundLog) -> Undue:
    """What would cost points if it were due on the day of the log, and is not."""
    if bound.as_of is None:
        return Undue()
    plan, day = bound.plan, bound.as_of
    counts = frozenset(clause for clause in plan.counted if _may_still_gain(bound, clause, day))
    targets = [
        entry
        for measure in plan.measures
        if measure.due_at_last
        for entry in bound.entries.get(measure.id, ())
        if min(_worths(plan, measure.id, [entry]), default=ZERO) < 0
    ]
    return Undue(counts, tuple(targets))


def _may_still_gain(bound: BoundLog, clause: str, day: date) -> bool:
    readers = _readers(bound.plan, clause)
    # an award that nobody settled yet would gain nothing by any count
    met = frozenset(rule.id for rule in readers if rule.id != clause)

    def facts(undue: frozenset[str]) -> Facts:
        known = (bound.entries, bound.log.members, bound.plan.declared, bound.not_applicable)
        return Facts(*known, met, day, undue, bound.window.last)

    return any(_worth(rule, facts(frozenset((clause,)))) != _worth(rule, facts(frozenset())) for rule in readers)


def find_too_few(bound: BoundLog) -> list[Entry]:
    """Figures that come to nothing yet, as more are needed (去掉最高最低 of two): it may still come out as anything."""
    return [
        entry
        for measure in bound.plan.measures
        if measure.fewest > 1
        for entry in bound.entries.get(measure.id, ())
        if measure.read(bound.entries[measure.id]) is None
    ]


def without(entries: Entries, some: Sequence[Entry]) -> Entries:
    """The entries but for some of them."""
    if not some:
        return entries
    out = {entry.index for entry in some}
    left = {clause: [entry for entry in held if entry.index not in out] for clause, held in entries.items()}
    return {clause: held for clause, held in left.items() if held}


def find_matters(bound: BoundLog, undue: Undue, unassessed: Sequence[Unassessed]) -> tuple[Matter, ...]:
    """Everything that is open."""
    measures = {measure.id: measure for measure in bound.plan.measures}
    found = [*_pending(bound)]
    missing: list[Measure] = []
    undue_targets = {entry.event.clause for entry in undue.targets}
    found += [_applicable(bound, each.together) for each in unassessed if each.together]
    apart = undue_targets.union(*(each.together for each in unassessed))
    for clause in dict.fromkeys(each.clause for each in unassessed):
        if clause in apart:
            continue
        if clause in measures and clause not in bound.plan.counted:
            missing.append(measures[clause])
        elif clause not in undue.counts:
            found.append(Matter((clause,), best=(Completion(met=frozenset((clause,))),)))
    found += [_undue_count(clause, unassessed) for clause in sorted(undue.counts)]
    for entry in undue.targets:
        measure = measures[entry.event.clause]
        found.append(_figure(bound.plan, [measure], _singly(bound.plan, measure, entry)))
    found += _missing(bound, missing)
    return tuple(found)


def _pending(bound: BoundLog) -> Iterator[Matter]:
    of_awards: dict[str, list[Entry]] = {}
    for entry in bound.pending:
        rule = bound.plan.clauses[entry.event.clause].rule
        upheld = (Completion(more=(entry,)),)
        clauses = (entry.event.clause,)
        if rule is not None and rule.does is Does.AWARD:
            of_awards.setdefault(rule.id, []).append(entry)
        else:
            gains = rule is not None and rule.does is Does.ADD
            yield Matter(clauses, best=upheld) if gains else Matter(clauses, worst=upheld)
    for clause, entries in of_awards.items():
        ways = tuple([Completion(more=tuple(some)) for some in _selections(entries)])
        yield Matter((clause,), ways, ways)


def _selections(entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    """Which entries of an award may be upheld in the end: none, so many of the least or of the greatest, all. What an award
    is worth may rise or fall by them (领导评价, 次数越少越好), so both ends look at all of these.
    """
    ordered = sorted(entries, key=lambda entry: (entry.event.points or ZERO, entry.count))
    sizes = range(len(ordered) + 1)
    return [*(ordered[:size] for size in sizes), *(ordered[size:] for size in sizes[1:-1])]


def _applicable(bound: BoundLog, awards: Sequence[str]) -> Matter:
    """What is not applicable may turn out to be, one of it or all: the fewer points there are, the more each of them counts."""
    worst: list[Completion] = []
    best: list[Completion] = []
    for name in awards:
        award = bound.plan.declared[name]
        assert isinstance(award, Award)
        feed = bound.plan.declared[award.measured_by or award.source]
        met = frozenset((name,))
        if isinstance(feed, Measure):
            figures = _known(bound.plan, [feed], None)
            worst.append(figures.worst[0])
            best.append(figures.best[0])
        elif award.takes_finding:
            unmet = Event(clause=name, finding=Finding.UNMET)
            worst.append(Completion((Entry(_NOWHERE, unmet, 1, None),)))
            best.append(Completion(met=met))
        else:  # what is measured is then counted from nothing
            worst.append(Completion(due=frozenset((feed.id,))))
            best.append(Completion(met=met, due=frozenset((feed.id,))))
    return Matter(tuple(awards), (AS_NOW, *worst, combine(worst)), (AS_NOW, *best, combine(best)))


def _undue_count(clause: str, unassessed: Iterable[Unassessed]) -> Matter:
    only = frozenset((clause,))
    met = Completion(met=only) if any(each.clause == clause for each in unassessed) else AS_NOW
    return Matter((clause,), worst=(Completion(due=only),), best=(met,))


# --- figures -----------------------------------------------------------------------------------------------------

_Way: TypeAlias = tuple[Entry, ...]
_Worths: TypeAlias = tuple[Decimal, ...]


def _missing(bound: BoundLog, measures: Sequence[Measure]) -> Iterator[Matter]:
    """The measures without a figure; those of one poll together, as their shares cannot pass the whole."""
    polls = list(bound.plan.polls.values())
    for shares in polls:
        polled = [measure for measure in measures if measure.id in shares]
        if polled:
            taken = _sum_of_shares([entry for share in shares for entry in bound.entries.get(share, ())])
            yield _known(bound.plan, polled, WHOLE - taken)
    for measure in measures:
        if not any(measure.id in shares for shares in polls):
            yield _known(bound.plan, [measure], None)


# How a missing figure may come out is the same in every log of a rubric: it is found once and kept, for a few rubrics.
_KEPT: dict[tuple[Node, tuple[str, ...], Decimal | None], Matter] = {}
_MOST_KEPT = 64


def _known(plan: Plan, measures: Sequence[Measure], room: Decimal | None) -> Matter:
    """The outcomes of figures that are missing; `room`: what their poll has left for them."""
    key = (plan.total, tuple(measure.id for measure in measures), room)
    if key not in _KEPT:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        if room is not None:
            ways = list(_within_poll(plan, measures, room))
        else:
            [measure] = measures
            ways = _severally(plan, measure) if measure.manifold else _singly(plan, measure)
        _KEPT[key] = _figure(plan, measures, ways)
    return _KEPT[key]


def _within_poll(plan: Plan, polled: Sequence[Measure], room: Decimal) -> Iterator[_Way]:
    for ways in product(*(_singly(plan, measure) for measure in polled)):
        way = tuple(chain.from_iterable(ways))
        if _sum_of_shares(way) <= room:
            yield way


def _sum_of_shares(entries: Iterable[Entry]) -> Decimal:
    return sum([entry.event.value or ZERO for entry in entries], ZERO)


def _singly(plan: Plan, measure: Measure, instead_of: Entry | None = None) -> list[_Way]:
    """One figure of each sort that the rules tell apart."""
    readers = _readers(plan, measure.id)
    bounds = [bound for rule in readers for bound in rule.thresholds(measure.id)]

    def ways() -> list[_Way]:
        events = measure.possible(bounds, instead_of.event if instead_of else None)
        return [(Entry(_NOWHERE, event, 1, None),) * measure.fewest for event in events]

    found = ways()
    # Rules that all rise or all fall with the figure are at their worst and best at these. Where two of them pull it two ways,
    # the sum may be so between two thresholds, at any step. Of figures in any number, and of those of one poll, every mixture is
    # tried: with each step of each they would be too many.
    mixed = measure.manifold or any(measure.id in shares for shares in plan.polls.values())
    several = len(readers) > 1 and not mixed
    edges = [edge for rule in readers for edge in rule.edges(measure.id, measure.limits)] if several else []
    if edges and any(len(front) > 1 for front in _fronts(plan, [measure], found)):
        bounds += edges
        found = ways()
    return found


def _severally(plan: Plan, measure: Measure) -> list[_Way]:
    """Figures in any number: one of each sort, and very many of those sorts, in all their mixtures, that are extreme alone."""
    single = _singly(plan, measure)
    worst, best = _fronts(plan, [measure], single)
    many = [Entry(_NOWHERE, entry.event, _MANY, None) for (entry,) in (*worst, *best)]
    return [*single, *(some for size in range(1, len(many) + 1) for some in combinations(many, size))]


def _figure(plan: Plan, measures: Sequence[Measure], ways: Iterable[_Way]) -> Matter:
    worst, best = _fronts(plan, measures, ways)
    clauses = tuple(measure.id for measure in measures)
    return Matter(clauses, tuple(Completion(way) for way in worst), tuple(Completion(way) for way in best))


def _fronts(plan: Plan, measures: Sequence[Measure], ways: Iterable[_Way]) -> tuple[list[_Way], list[_Way]]:
    """The ways than which none is worse for every rule, and those than which none is better."""
    by_worth: dict[_Worths, _Way] = {}
    for way in ways:
        worths = [
            _worths(plan, each.id, [entry for entry in way if entry.event.clause == each.id]) for each in measures
        ]
        by_worth.setdefault(tuple(chain.from_iterable(worths)), way)
    return _front(by_worth, le), _front(by_worth, ge)


def _front(by_worth: Mapping[_Worths, _Way], beats: Callable[[Decimal, Decimal], bool]) -> list[_Way]:
    return [
        way
        for worths, way in by_worth.items()
        if not any(other != worths and all(map(beats, other, worths)) for other in by_worth)
    ]


def _worths(plan: Plan, measure: str, entries: Sequence[Entry]) -> _Worths:
    """What each rule that looks at a measure is worth by these figures alone."""
    readers = _readers(plan, measure)
    facts = Facts({measure: entries}, (), plan.declared, frozenset(), frozenset(rule.id for rule in readers))
    return tuple(_worth(rule, facts) for rule in readers)


def _worth(rule: Rule, facts: Facts) -> Decimal:
    """What a rule is worth, as far as it can be said without the node; one cause to be void is better than two."""
    lines = rule.price(facts)
    return (
        Decimal(-len(lines))
        if rule.does in (Does.ZERO, Does.VETO, Does.GRADE)
        else sum([line.points for line in lines], ZERO)
    )


def _readers(plan: Plan, clause: str) -> tuple[Rule, ...]:
    own = plan.clauses[clause].rule
    return (*plan.fed.get(clause, ()), *((own,) if own is not None else ()))
