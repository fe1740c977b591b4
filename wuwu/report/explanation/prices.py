"""A clause → its price in one sentence: each kind, scale and figure tells its own."""

from __future__ import annotations

from wuwu.messages import Words
from wuwu.report.explanation.standing import bounds_sentence, find_stand
from wuwu.rubric.declared import Stand
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.kind import Rule
from wuwu.rules.lines import Does
from wuwu.rules.telling import Telling


def price_sentence(plan: Plan, clause: Clause, words: Words, *, bounds: bool) -> str:
    """What the clause is worth and when; with `bounds`, how far its deductions go in the row or part."""
    declared, stand = clause.declared, find_stand(plan.rubric, clause.id)
    told = [*declared.tell(surroundings_of(plan, stand, words))]
    if bounds and isinstance(declared, Rule) and declared.does is Does.DEDUCT:
        told.append(bounds_sentence(stand, words))
    return words("price.between").join(told)


def surroundings_of(plan: Plan, stand: Stand, words: Words) -> Telling:
    """What a clause is told from."""
    capped = stand.dimension.cap is not None or plan.rubric.cap is not None
    return Telling(
        words,
        plan.declared,
        plan.vocabulary.ranks,
        stand.dimension.id,
        stand.node is stand.item,
        stand.item.rules,
        capped,
        plan.polls,
    )
