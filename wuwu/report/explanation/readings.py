"""口径: which of them concern a clause, and what one says: question, choice, basis, and its alternatives in words."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.messages import Words
from wuwu.report.explanation.bounds import find_location
from wuwu.report.explanation.passage import Passage, entry
from wuwu.report.explanation.prices import price_sentence
from wuwu.rubric.declared import Alternative, NodeLocation, Reading, Rubric
from wuwu.rubric.plan import Clause, Plan
from wuwu.rubric.readings import apply_alternative
from wuwu.rules.lines import Does


def readings_of(plan: Plan, clause: Clause) -> list[Reading]:
    """The readings that concern a clause, in their order."""
    location = find_location(plan.rubric, clause.id)
    return [reading for reading in plan.rubric.readings if _concerns(reading, plan, clause, location)]


def readings_on(rubric: Rubric, node: str) -> list[str]:
    """The ids of the readings that name a row, part or dimension itself."""
    return [reading.id for reading in rubric.readings if node in reading.clauses]


def _concerns(reading: Reading, plan: Plan, clause: Clause, location: NodeLocation) -> bool:
    """Whether the reading names the clause; or its row or part, and none of the clauses there; or dimensions only.

    What is said of a row is said of its deductions, as the bounds of a row hold nothing else. What is said of whole
    dimensions is said of what happens in the year: of the clauses whose entries are dated.
    """
    named = frozenset(reading.clauses)
    if clause.id in named:
        return True
    if named & {location.item.id, location.node.id}:
        here = [declared.id for declared in (*location.item.measures, *location.item.all_rules())]
        return not named & {*here} and _bounded(clause, location)
    dimensions = {dimension.id for dimension in plan.rubric.dimensions}
    dated = any("date" in form.required for form in clause.forms)
    return dated and location.dimension.id in named and named <= dimensions


def _bounded(clause: Clause, location: NodeLocation) -> bool:
    """Whether the clause deducts, or nothing in its row does."""
    deducting = {rule.id for rule in location.item.all_rules() if rule.does is Does.DEDUCT}
    return clause.id in deducting or not deducting


def explain_reading(
    plan: Plan, reading: Reading, words: Words, depth: int, clause: Clause | None = None
) -> Iterator[Passage]:
    """A reading in full; under a clause its alternatives tell what they make of it where they have no words of their own."""
    status = words(f"reading.{reading.status}")
    yield entry(words("explain.reading", id=reading.id, status=status, question=reading.question), depth)
    yield entry(words("explain.reading.choice", choice=reading.choice), depth + 1)
    yield entry(words("explain.reading.basis", basis=reading.basis), depth + 1)
    for alternative in reading.alternatives:
        said = alternative.words or _made_of(plan, reading, alternative, words, clause)
        code = "explain.reading.alternative" if said else "explain.reading.alternative-named"
        yield entry(words(code, name=alternative.name, words=said), depth + 1)
    if clause is None:
        yield entry(words("explain.reading.clauses", clauses=reading.clauses), depth + 1)


def _made_of(plan: Plan, reading: Reading, alternative: Alternative, words: Words, clause: Clause | None) -> str:
    """The price of the clauses concerned as the alternative has it, where it can be worded and differs."""
    if alternative.patch is None:
        return ""
    patched = apply_alternative(plan.rubric, reading, alternative).value
    if patched is None:
        return ""
    told = []
    for each in [clause] if clause is not None else plan.clauses.values():
        if each.id in patched.clauses:
            new = price_sentence(patched, patched.clauses[each.id], words, bounds=True)
            if new != price_sentence(plan, each, words, bounds=True):
                told.append(new if clause is not None else words("explain.line", id=each.id, price=new))
    return words("price.between").join(told)
