"""What a rubric edit does to units, in words: the table rows and lists that the text and the Markdown report share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wuwu.comparison.impact import ClauseEffect, Impact, Lost, Side, UnitImpact
from wuwu.diagnostics import Problem
from wuwu.messages import Words, plain
from wuwu.report.sentences import grade_text, signed


class EffectRow(NamedTuple):
    """A unit in the table of effects, every cell in words."""

    unit: str
    group: str
    old: str
    new: str
    delta: str
    rank: str
    status: str
    clauses: str


COLUMNS = EffectRow._fields


class Listing(NamedTuple):
    """A heading and lines, each with notes to stand under it. An `aside` is for whoever asks, not for everyone."""

    heading: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    aside: bool = False


def summary(impact: Impact, words: Words) -> str:
    """How many units the edit touches, and in what."""
    return words(
        "diff.units",
        count=len(impact.units),
        score=sum(unit.scored_otherwise for unit in impact.units),
        rank=sum(unit.ranked_otherwise for unit in impact.units),
        status=sum(unit.status_changed for unit in impact.units),
    )


def remarks(impact: Impact, words: Words) -> Iterator[str]:
    """What is to be said beside the table."""
    if impact.as_year:
        yield words("diff.units.as-year", years=impact.as_year)
    if not impact.units:
        yield words("diff.no-units")
    elif not impact.touched:
        yield words("diff.units.none")
    elif rest := len(impact.units) - len(impact.touched):
        yield words("diff.units.untouched", count=rest)


def effect_rows(impact: Impact, words: Words) -> Iterator[EffectRow]:
    """A row for each unit that the edit touches, the greatest change of score first."""
    for unit in sorted(impact.touched, key=lambda each: (-abs(each.delta), each.log.group or "", each.log.unit)):
        yield _row(unit, words)


def _row(unit: UnitImpact, words: Words) -> EffectRow:
    old, new = unit.old, unit.new
    # what a bound gave back or took follows what it bounds
    effects = sorted(unit.clauses, key=lambda each: (-abs(each.delta), each.bound))
    clauses = [_effect(each, unit, words) for each in effects]
    if unit.status_changed and unit.causes:
        clauses.append(words("diff.cause", clauses=unit.causes))
    return EffectRow(
        unit=unit.log.unit,
        group=unit.log.group or "",
        old=_score(old, words),
        new=_score(new, words),
        delta=signed(unit.delta),
        rank=_arrow(_rank(old, words), _rank(new, words), words),
        status=_arrow(_status(old, words), _status(new, words), words),
        clauses=words("diff.between").join(clauses),
    )


def _arrow(old: str, new: str, words: Words) -> str:
    return old if old == new else words("diff.arrow", old=old, new=new)


def _score(side: Side, words: Words) -> str:
    if side.card.score is None:
        return words("diff.reference", score=side.card.reference_score)
    return plain(side.card.score)


def _rank(side: Side, words: Words) -> str:
    return words("diff.no-rank") if side.rank is None else str(side.rank)


def _status(side: Side, words: Words) -> str:
    status = words(f"standing.{side.card.standing.value}")
    return f"{status} {grade_text(side.card.grade_range, side.card.span, words)}".rstrip()


def _effect(effect: ClauseEffect, unit: UnitImpact, words: Words) -> str:
    if effect.bound and (told := _bound(effect, unit, words)):
        return told
    old, new = (words("diff.none") if worth is None else signed(worth) for worth in (effect.old, effect.new))
    code = "diff.effect.bound" if effect.bound else "diff.effect"
    return words(code, clause=effect.clause, old=old, new=new, delta=signed(effect.delta))


def _bound(effect: ClauseEffect, unit: UnitImpact, words: Words) -> str:
    """Which bound of a node it is, and what it takes or gives otherwise than before; "" where that is not just one."""
    scores = [score for side in (unit.new, unit.old) for score in side.card.total.walk()]
    found = [
        (score.node.level, line)
        for score in scores
        for line in score.lines
        if line.rule is None and score.node.id == effect.clause
    ]
    if len({line.kind for _, line in found}) != 1:
        return ""
    level, line = found[0]
    node = words("diff.node.rubric") if level == "total" else effect.clause
    bound = line.figures[line.kind]
    code = "diff.effect.empty" if line.kind == "floor" and not bound else f"diff.effect.{line.kind}"
    way = "more" if effect.delta > 0 else "less"
    return words(f"{code}.{way}", node=node, bound=bound, points=abs(effect.delta))


def listings(impact: Impact, words: Words) -> Iterator[Listing]:
    """The units that are not in the table: logs that do not bind, with their problems, and those of other tables."""
    for lost in (Lost.NEW, Lost.OLD, Lost.BOTH):
        some = [unbound for unbound in impact.unbound if unbound.lost is lost]
        if some:
            lines = tuple(
                (
                    words(
                        "diff.unbound.line", unit=each.log.unit, path=each.log.document.name, count=len(each.problems)
                    ),
                    (
                        *(_problem(problem, words) for problem in each.problems),
                        *(words("diff.unbound.renamed", old=old, new=new) for old, new in each.renamed),
                    ),
                )
                for each in some
            )
            yield Listing(words(f"diff.unbound.{lost}"), lines)
    if impact.skipped:
        lines = tuple(
            (
                words(
                    f"diff.skipped.{each.reason}",
                    unit=each.log.unit,
                    path=each.log.document.name,
                    rubric=each.log.rubric,
                    year=each.log.year,
                ),
                (),
            )
            for each in impact.skipped
        )
        yield Listing(words("diff.skipped"), lines, aside=True)


def _problem(problem: Problem, words: Words) -> str:
    what = words(f"problem.{problem.code}", **problem.params)
    return f"{problem.place}: {what}" if problem.place else what
