"""Two plans and the logs of units in; what the change from the one to the other does to every unit out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from wuwu.comparison.changes import Comparison
from wuwu.diagnostics import Problem, Result
from wuwu.log.binding import bind
from wuwu.log.declared import Log
from wuwu.log.interim import stand_on
from wuwu.rubric.lookup import is_path
from wuwu.rubric.plan import Plan
from wuwu.rules.lines import ZERO
from wuwu.scoring.engine import EXACT, evaluate
from wuwu.scoring.scorecard import Scorecard, Standing
from wuwu.source.files import ends_as_yaml, read_bytes
from wuwu.source.yaml_reader import peek
from wuwu.units.ranking import rank
from wuwu.units.summary import describe, summarize


class ClauseEffect(NamedTuple):
    """What a clause is worth to a unit before and after; None where the table does not have it.

    `clause` is the new id (the old one where it is gone). A `bound` is the floor or cap of a node, and names the node.
    """

    clause: str
    old: Decimal | None
    new: Decimal | None
    bound: bool = False

    @property
    def delta(self) -> Decimal:
        """How many points the unit gains by it."""
        return (self.new or ZERO) - (self.old or ZERO)


class Side(NamedTuple):
    """A unit under one of the rubrics; `rank` is None for a vetoed unit."""

    card: Scorecard
    rank: int | None


class UnitImpact(NamedTuple):
    """What the change does to one unit. The deltas of `clauses` add up to `delta`; `causes` changed the status."""

    log: Log
    old: Side
    new: Side
    clauses: tuple[ClauseEffect, ...]
    causes: tuple[str, ...]

    @property
    def delta(self) -> Decimal:
        """New less old, of the computed totals (a veto does not hide it)."""
        return self.new.card.reference_score - self.old.card.reference_score

    @property
    def scored_otherwise(self) -> bool:
        """Whether the score differs."""
        return bool(self.delta)

    @property
    def ranked_otherwise(self) -> bool:
        """Whether the rank differs."""
        return self.old.rank != self.new.rank

    @property
    def status_changed(self) -> bool:
        """Whether the unit is final, provisional or vetoed, or in a grade, that it was not in before."""
        before, after = self.old.card, self.new.card
        return (before.standing, before.grade) != (after.standing, after.grade)

    @property
    def touched(self) -> bool:
        """Whether anything at all changed for the unit."""
        return self.scored_otherwise or self.ranked_otherwise or self.status_changed or bool(self.clauses)


class Lost(StrEnum):
    """Under which of the two rubrics a log does not bind."""

    OLD = "old"
    NEW = "new"
    BOTH = "both"


class Unbound(NamedTuple):
    """A unit that cannot be compared, because its log does not fit one of the rubrics, or neither.

    `renamed`: the ids that the log cites and that have another name in the new rubric.
    """

    log: Log
    lost: Lost
    problems: tuple[Problem, ...]
    renamed: tuple[tuple[str, str], ...]


class Skipped(NamedTuple):
    """A unit that is none of this table's: it names another rubric, or another year."""

    log: Log
    reason: str


class Impact(NamedTuple):
    """The answer for all units. `as_year`: the year of the logs, where a rubric's own year was set aside to compare."""

    units: tuple[UnitImpact, ...]
    unbound: tuple[Unbound, ...]
    skipped: tuple[Skipped, ...]
    as_year: tuple[int, ...]

    @property
    def touched(self) -> tuple[UnitImpact, ...]:
        """The units that the change touches."""
        return tuple(unit for unit in self.units if unit.touched)


def assess_impact(old: Plan, new: Plan, comparison: Comparison, logs: Iterable[Log]) -> Impact:
    """Score every log under both rubrics.

    Ranks are among the units that both rubrics can score. A log of the year of either edition is scored under both:
    the question is what next year's table would have done to this year's units.
    """
    scored: list[tuple[Log, Scorecard, Scorecard]] = []
    unbound: list[Unbound] = []
    skipped: list[Skipped] = []
    for log in logs:
        if (reason := _misfit(log, comparison)) is not None:
            skipped.append(Skipped(log, reason))
            continue
        before, after = _score(old, log), _score(new, log)
        if before.value is not None and after.value is not None:
            scored.append((log, before.value, after.value))
        else:
            cited = {event.clause for event in log.events}
            renamed = tuple((id_, comparison.ids[id_]) for id_ in comparison.ids if id_ in cited)
            lost, problems = _lost(before, after)
            unbound.append(Unbound(log, lost, problems, renamed))
    with localcontext(EXACT):
        units = tuple(_compare(scored, comparison.ids))
    years = {log.year for log, _, _ in scored if (log.year, log.year) != (old.rubric.year, new.rubric.year)}
    return Impact(units, tuple(unbound), tuple(skipped), tuple(sorted(years)))


def _compare(scored: Sequence[tuple[Log, Scorecard, Scorecard]], ids: Mapping[str, str]) -> Iterator[UnitImpact]:
    old_ranks = _ranks([before for _, before, _ in scored])
    new_ranks = _ranks([after for _, _, after in scored])
    for (log, before, after), old_rank, new_rank in zip(scored, old_ranks, new_ranks, strict=True):
        old, new = Side(before, old_rank), Side(after, new_rank)
        yield UnitImpact(log, old, new, _effects(before, after, ids), _causes(before, after, ids))


def _misfit(log: Log, comparison: Comparison) -> str | None:
    """Why a log is not compared, as a word of the catalogue; None where it is."""
    if _rubric_named(log) not in (comparison.old.rubric, comparison.new.rubric):
        return "rubric"
    return None if log.year in (comparison.old.year, comparison.new.year) else "year"


def _rubric_named(log: Log) -> str:
    """The id of the rubric that a log names, by id or by path; a path that leads nowhere is its own name."""
    if not is_path(log.rubric) or not ends_as_yaml(log.rubric):
        return log.rubric
    raw = read_bytes(Path(log.document.name).parent / log.rubric).value
    return peek(raw, ("rubric",)).get("rubric", log.rubric) if raw is not None else Path(log.rubric).stem


def _score(plan: Plan, log: Log) -> Result[Scorecard]:
    if plan.year != log.year:
        plan = plan._replace(year=log.year)
    return bind(plan, log).then(lambda bound: stand_on(bound, None)).then(lambda bound: Result(evaluate(bound)))


def _lost(before: Result[Scorecard], after: Result[Scorecard]) -> tuple[Lost, tuple[Problem, ...]]:
    if after.value is None:
        return (Lost.BOTH if before.value is None else Lost.NEW), after.problems
    return Lost.OLD, before.problems


def _ranks(cards: Sequence[Scorecard]) -> list[int | None]:
    """The ranks inside each group, in the order of the cards; none for a vetoed unit."""
    if not cards:
        return []
    head = describe(cards[0].bound.plan.rubric)
    results = [summarize(card, head) for card in cards]
    ranks = {id(each.result): each.rank for group in rank(results).groups for each in group.ranked}
    return [ranks.get(id(result)) for result in results]


# --- what did it -------------------------------------------------------------------------------------------------


def _effects(before: Scorecard, after: Scorecard, ids: Mapping[str, str]) -> tuple[ClauseEffect, ...]:
    """The clauses and bounds whose worth differs, the greatest difference first."""
    old = {(bound, ids.get(name, name)): worth for (bound, name), worth in _worths(before).items()}
    new = _worths(after)
    effects = [
        ClauseEffect(name, old.get((bound, name)), new.get((bound, name)), bound)
        for bound, name in dict.fromkeys([*new, *old])
    ]
    return tuple(sorted((each for each in effects if each.delta), key=lambda each: (-abs(each.delta), each.clause)))


def _worths(card: Scorecard) -> dict[tuple[bool, str], Decimal]:
    """What the lines of each rule come to, its own limits included, and what the bounds of each node take or give."""
    worths: dict[tuple[bool, str], Decimal] = {}
    for score in card.total.walk():
        for line in score.lines:
            key = (line.rule is None, line.rule or score.node.id)
            worths[key] = worths.get(key, ZERO) + line.points
    return worths


def _causes(before: Scorecard, after: Scorecard, ids: Mapping[str, str]) -> tuple[str, ...]:
    """The clauses that veto, or are open, on one side only."""
    old, new = (set(_unsettled(card)) for card in (before, after))
    return tuple(sorted({ids.get(name, name) for name in old} ^ new))


def _unsettled(card: Scorecard) -> list[str]:
    if card.standing is Standing.VETOED:
        return [line.rule or "" for line in card.vetoes]
    return [*(each.clause for each in card.unassessed), *(each.clause for each in card.pending)]
