"""The outcomes of files in, one outcome for each unit out: several sources that say who recorded them make one record.

A unit's own assessment (自评) is scored apart and put beside the official one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from wuwu.diagnostics import Place, Problem, Result
from wuwu.identity import identity_of, spell_out
from wuwu.log.declared import Log
from wuwu.log.merging import SELF, merge
from wuwu.scoring.scorecard import Scorecard
from wuwu.scoring.self_assessment import compare
from wuwu.units.pipeline import Outcome, read_source
from wuwu.units.ranking import Failure
from wuwu.units.summary import UnitResult

UnitOutcome: TypeAlias = UnitResult | Failure
Evaluate: TypeAlias = Callable[[Result[Log]], Outcome]
Finish: TypeAlias = Callable[[Scorecard], UnitResult]

# How many of the other logs of a unit each of them names: all of them in all would be a page for every one.
_MOST_NAMED = 3


class Found(NamedTuple):
    """An outcome, and the file it comes from as it can be read again."""

    file: str
    outcome: UnitOutcome


def join(found: Sequence[Found], evaluate: Evaluate, finish: Finish) -> list[UnitOutcome]:
    """One outcome for each unit. A unit met once stays as it is, unless it assessed itself and nobody else did."""
    joined: list[UnitOutcome | None] = [each.outcome for each in found]
    shelf: dict[str, tuple[Log, ...]] = {}
    for numbers in _units(found):
        first = found[numbers[0]].outcome
        if len(numbers) == 1 and not (isinstance(first, UnitResult) and first.recorded_by == SELF):
            continue
        for number in numbers:
            joined[number] = None
        outcomes = list(_outcomes([found[number] for number in numbers], evaluate, finish, shelf))
        for number, outcome in zip(numbers, outcomes, strict=False):
            joined[number] = outcome
    return [each for each in joined if each is not None]


def _units(found: Sequence[Found]) -> Iterator[list[int]]:
    """The outcomes that are of one unit, by any of its names. What has no unit stays alone."""
    met: dict[tuple[str, str, int, object], list[int]] = {}
    others = {
        (_key(name), *_rubric(each.outcome)): _key(each.outcome.unit)
        for each in found
        if isinstance(each.outcome, UnitResult)
        for name in each.outcome.also
    }
    for number, each in enumerate(found):
        unit = each.outcome.unit
        if unit is not None and isinstance(each.outcome, UnitResult):
            key = _key(unit), *_rubric(each.outcome)
            met.setdefault((others.get(key, key[0]), *key[1:]), []).append(number)
    yield from met.values()


def _rubric(result: UnitResult) -> tuple[str, int, object]:
    return result.rubric.id, result.rubric.year, result.period


def _outcomes(
    found: Sequence[Found], evaluate: Evaluate, finish: Finish, shelf: dict[str, tuple[Log, ...]]
) -> Iterator[UnitOutcome]:
    """What becomes of a unit: a result; or failures, one for its sources or one for each of its logs."""
    logs = [_reread(each, shelf) for each in found]
    official = [log for log in logs if log.recorded_by != SELF]
    own = [log for log in logs if log.recorded_by == SELF]
    if len(official) > 1 and not all(log.recorded_by for log in official):
        yield from _doubled(official)
        return
    merged = [_merged(some, evaluate) if some else None for some in (official, own)]
    problems = [problem for each in merged if each is not None and each.card is None for problem in each.problems]
    if problems:
        yield Failure(logs[0].document.name, tuple(problems), unit=logs[0].unit)
        return
    cards = [each.card if each is not None else None for each in merged]
    theirs, ours = cards
    if theirs is not None:
        yield finish(theirs if ours is None else theirs._replace(self_assessment=compare(ours, theirs)))
    elif ours is not None:
        log = ours.bound.log
        params = {"unit": log.unit, "score": ours.reference_score}
        problem = Problem("self-assessment-alone", log.document.place(("recorded_by",)), params)
        yield Failure(log.document.name, (problem,), unit=log.unit)


def _merged(logs: Sequence[Log], evaluate: Evaluate) -> Outcome:
    """What several sources together come to: a scorecard, or where they contradict each other or do not fit the rubric."""
    record, problems = merge(logs)
    return evaluate(Result(record, tuple(problems)))


def _reread(found: Found, shelf: dict[str, tuple[Log, ...]]) -> Log:
    if found.file not in shelf:
        shelf[found.file] = tuple(each.log.value for each in read_source(found.file) if each.log.value is not None)
    return next(log for log in shelf[found.file] if log.unit == found.outcome.unit)


def _doubled(logs: Sequence[Log]) -> Iterator[Failure]:
    """A failure for every log of a unit met twice: nobody can tell which of them is the right one."""
    places = [log.document.place(("unit",)) for log in logs]
    for log, place in zip(logs, places, strict=True):
        others = [other for other in places[: _MOST_NAMED + 1] if other is not place][:_MOST_NAMED]
        more = ["…"] if len(logs) > _MOST_NAMED + 1 else []
        params: Mapping[str, object] = {
            "unit": spell_out(log.unit),
            "count": len(logs),
            "others": [*map(_named, others), *more],
        }
        yield Failure(log.document.name, (Problem("doubled-unit", place, params, related=tuple(others)),))


def _named(place: Place) -> str:
    return place.file


def _key(name: str | None) -> str:
    return identity_of(name or "")
