"""A clause → its price in one sentence: each kind, scale and figure words its own."""

from __future__ import annotations

from wuwu.messages import Words
from wuwu.report.explanation.bounds import bounds_sentence, find_location
from wuwu.rubric.declared import NodeLocation
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.kind import Rule
from wuwu.rules.lines import Does
from wuwu.rules.price_context import PriceContext


def price_sentence(plan: Plan, clause: Clause, words: Words, *, bounds: bool) -> str:
    """What the clause is worth and when; with `bounds`, how far its deductions go in the row or part."""
    declared, location = clause.declared, find_location(plan.rubric, clause.id)
    told = [*declared.explain(surroundings_of(plan, location, words))]
    if bounds and isinstance(declared, Rule) and declared.does is Does.DEDUCT:
        told.append(bounds_sentence(location, words))
    return words("price.between").join(told)


def surroundings_of(plan: Plan, location: NodeLocation, words: Words) -> PriceContext:
    """What a price sentence is made from."""
    capped = location.dimension.cap is not None or plan.rubric.cap is not None
    return PriceContext(
        words,
        plan.declared,
        plan.vocabulary.ranks,
        location.dimension.id,
        location.node is location.item,
        location.item.rules,
        capped,
        plan.polls,
    )
