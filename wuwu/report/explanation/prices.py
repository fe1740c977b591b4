"""A clause → its price in one sentence: one way of telling for every rule kind and measure, spoken from its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from wuwu.messages import Words
from wuwu.report.explanation.conditions import conditions_sentence
from wuwu.report.explanation.occurrences import is_uncapped, tell_gates, tell_occurrences
from wuwu.report.explanation.standing import bounds_sentence, find_stand
from wuwu.report.explanation.telling import Telling
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.award import Award
from wuwu.rules.band import Band, Step
from wuwu.rules.denial import Veto, Zero
from wuwu.rules.discretion import Discretion
from wuwu.rules.kind import Loggable, Rule
from wuwu.rules.lines import Does
from wuwu.rules.measure import Activity, Share, Target
from wuwu.rules.occurrence import Bonus, Deduction
from wuwu.rules.quota import Quota
from wuwu.rules.target import Excess, Shortfall, TargetRule

_MONTHS = 12
_ONE_STEP = 1


def price_sentence(plan: Plan, clause: Clause, words: Words, *, bounds: bool) -> str:
    """What the clause is worth and when; with `bounds`, how far its deductions go in the row or part."""
    declared, stand = clause.declared, find_stand(plan.rubric, clause.id)
    tell: Callable[[Any, Telling], Iterator[str]] = TELLINGS.get(type(declared), _other)
    told = [*tell(declared, Telling(plan, stand, words))]
    if bounds and isinstance(declared, Rule) and declared.does is Does.DEDUCT:
        told.append(bounds_sentence(stand, words))
    return words("price.between").join(told)


def _award(rule: Award, telling: Telling) -> Iterator[str]:
    full = telling.amount(rule.points)
    if rule.measured_by is not None:
        source = telling.plan.clauses[rule.measured_by].declared
        counted = source.counted if isinstance(source, Quota) and source.counted != "tasks" else "target"
        yield telling.words(f"price.award.{counted}", full=full, measure=telling.name(rule.measured_by))
        return
    yield telling.words("price.award.presumed" if rule.presumed else "price.award.found", full=full)
    if rule.refuted_by:
        code = "price.award.presumed-refuted" if rule.presumed else "price.award.refuted"
        yield telling.words(code, conditions=conditions_sentence(rule.refuted_by, telling))


def _quota(rule: Quota, telling: Telling) -> Iterator[str]:
    words = telling.words
    code = {
        "months": "every-month" if rule.required == _MONTHS else "months",
        "members": f"members-{rule.members}",
    }.get(rule.counted, rule.counted)
    unit = telling.unit(rule.unit, "price.unit.tasks" if rule.counted == "tasks" else "price.unit")
    price = words(f"price.quota.{code}", required=rule.required, points=telling.amount(rule.points), **unit)
    if rule.measure is not None:
        price = words("price.by-measure", measure=telling.name(rule.measure), price=price)
    yield price
    if rule.counted == "members":
        yield words("price.quota.unnamed", **unit)


def _target_rule(rule: TargetRule, telling: Telling) -> Iterator[str]:
    words, act = telling.words, rule.does.value
    step = words("price.step.one" if rule.step == _ONE_STEP else "price.step", step=rule.step)
    told = {"measure": telling.name(rule.measure), "step": step, "points": telling.amount(rule.points)}
    yield words(f"price.{rule.kind}", **told)
    rest = words(f"price.{act}.{rule.incomplete}", figure=rule.step)
    if rule.incomplete == "proportional" and rule.rounding is not None:
        rounded = words(f"price.rounded.{rule.rounding.by}", to=rule.rounding.to)
        rest = words("price.comma").join((rest, rounded))
    yield rest
    if rule.cap is not None:
        yield words(f"price.{act}.total-cap", points=telling.amount(rule.cap))
    elif rule.does is Does.ADD and is_uncapped(telling):
        yield words("price.no-cap")


def _band(rule: Band, telling: Telling) -> Iterator[str]:
    words = telling.words
    bands = words("price.comma").join(
        words("price.band.step", bound=_band_bound(step, words), points=telling.amount(step.points))
        for step in rule.bands
    )
    code = "price.band.several" if len(rule.bands) > 1 else "price.band"
    yield words(code, measure=telling.name(rule.measure), bands=bands)


def _band_bound(step: Step, words: Words) -> str:
    bounds = (("at_least", step.at_least), ("above", step.above))
    told = [words(f"price.band.{name}", figure=figure) for name, figure in bounds if figure is not None]
    return words("price.condition.and").join(told) or words("price.band.any")


def _discretion(rule: Discretion, telling: Telling) -> Iterator[str]:
    yield telling.words("price.discretion", points=telling.amount(rule.at_most))


def _zero(rule: Zero, telling: Telling) -> Iterator[str]:
    words, stand = telling.words, telling.stand
    # in a row of one part, the part is the row
    hit = "item" if rule.zeroes == "part" and stand.node is stand.item else rule.zeroes
    scope = words(f"price.scope.{hit}", dimension=stand.dimension.id)
    if hit != "dimension" and any(each.does is Does.ADD for each in stand.item.rules):
        scope = words("price.comma").join((scope, words("price.bonus-stays")))
    if rule.when:
        yield words("price.zero.when", conditions=conditions_sentence(rule.when, telling), scope=scope)
    else:
        yield words("price.zero.event", scope=scope)
        yield from tell_gates(rule, telling)


def _veto(rule: Veto, telling: Telling) -> Iterator[str]:
    words, named = telling.words, rule.circumstances
    effect = words("price.veto.effect")
    if named is None:
        yield words("price.veto.event", effect=effect)
    else:
        yield words("price.veto.document", document=named.document, effect=effect)
    yield from tell_gates(rule, telling)
    if named is not None:
        yield words("price.veto.listed", listed=named.listed) if named.listed else words("price.veto.unlisted")


def _measure(figure: Loggable, telling: Telling) -> Iterator[str]:
    words = telling.words
    if isinstance(figure, Share):
        yield words("price.share")
        others = [telling.name(each) for each in telling.plan.polls.get(figure.poll or "", ()) if each != figure.id]
        if others:
            yield words("price.share.poll", others=others, poll=figure.poll)
    else:
        yield words("price.target" if isinstance(figure, Target) else "price.activity")
    if getattr(figure, "expected", False):
        yield words("price.expected")


def _other(rule: Rule, telling: Telling) -> Iterator[str]:
    """A kind whose fields say all there is to say, filled into its sentence."""
    yield telling.words(f"price.{rule.kind}", **rule.model_dump())


TELLINGS: Mapping[type[Loggable], Callable[[Any, Telling], Iterator[str]]] = {
    Award: _award,
    Deduction: tell_occurrences,
    Quota: _quota,
    Shortfall: _target_rule,
    Excess: _target_rule,
    Bonus: tell_occurrences,
    Band: _band,
    Discretion: _discretion,
    Zero: _zero,
    Veto: _veto,
    Share: _measure,
    Target: _measure,
    Activity: _measure,
}
"""How each kind is told, by its class; one that is not named is told by its sentence and its fields alone."""
