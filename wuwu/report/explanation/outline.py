"""A clause, a row or a whole table explained: official text with its quotes, price, bounds, readings, examples."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.checks.examples import run_example
from wuwu.messages import Words
from wuwu.plan import Clause, Plan
from wuwu.report.explanation.entries import tell_entries
from wuwu.report.explanation.passage import Passage, entry
from wuwu.report.explanation.prices import price_sentence
from wuwu.report.explanation.standing import amount, node_bounds
from wuwu.report.sentences import line_sentence, signed
from wuwu.rubric import Item, Part
from wuwu.rules.kind import Example, Rule


def explain(plan: Plan, about: str | None, words: Words) -> list[Passage]:
    """What there is to say about an id, or (None) the whole table. KeyError for an id the rubric does not have."""
    if about is not None and about in plan.clauses:
        clause = plan.clauses[about]
        item = next(item for item in plan.rubric.items() if item.id == clause.item)
        return [*_clause(plan, clause, item, words, 1, alone=True)]
    rubric = plan.rubric
    passages: list[Passage] = []
    if about is None or about == rubric.rubric:
        head = words("explain.table", title=rubric.title, year=rubric.year, points=rubric.points)
        passages.append(Passage(1, 0, head))
    for dimension in rubric.dimensions:
        whole = about in (None, rubric.rubric, dimension.id)
        if whole:
            head = words("explain.dimension", id=dimension.id, name=dimension.name, points=dimension.points)
            passages.append(Passage(2, 0, head))
        for item in dimension.items:
            if whole or about == item.id or any(part.id == about for part in item.parts):
                passages += _item(plan, item, words)
    if not passages:
        raise KeyError(about)
    return passages


def ids(plan: Plan) -> list[str]:
    """Every id that can be explained."""
    rubric = plan.rubric
    rows = [node.id for item in rubric.items() for node in _nodes(item)]
    return [*plan.clauses, *rows, *(dimension.id for dimension in rubric.dimensions), rubric.rubric]


def _about(node: Item | Part, words: Words) -> str:
    """What a row or part is worth, and how far deductions go there."""
    points = words("explain.no-points") if node.points is None else amount(node.points, words)
    return words("price.comma").join([points, *node_bounds(node, words)])


def _nodes(item: Item) -> list[Item | Part]:
    return [item, *item.parts]


def _item(plan: Plan, item: Item, words: Words) -> Iterator[Passage]:
    yield Passage(3, 0, words("explain.head", id=item.id, about=_about(item, words)))
    yield Passage(0, 0, words("explain.text", text=item.text))
    for note in item.notes:
        yield Passage(0, 0, words("explain.note", note=note))
    for part in item.parts:
        yield Passage(0, 0, words("explain.part", id=part.id, about=_about(part, words)))
    for declared in (*item.measures, *item.all_rules()):
        yield from _clause(plan, plan.clauses[declared.id], item, words, 4, alone=False)


def _clause(plan: Plan, clause: Clause, item: Item, words: Words, level: int, *, alone: bool) -> Iterator[Passage]:
    declared = clause.declared
    kind = getattr(declared, "kind", getattr(declared, "figure", ""))
    yield Passage(level, 0, words("explain.head", id=clause.id, about=words(f"explain.kind.{kind}")))
    if alone:
        yield Passage(0, 0, words("explain.text", text=item.text), declared.quote)
    yield Passage(0, 0, words("explain.price", price=price_sentence(plan, clause, words, bounds=True)))
    feeds = [words("price.clause", clause=rule.id) for rule in plan.fed.get(clause.id, ())]
    if feeds:
        yield entry(words("explain.feeds", rules=feeds))
    yield from tell_entries(plan, clause, words)
    yield from (Passage(0, 0, words("explain.note", note=note)) for note in declared.notes)
    if alone:
        yield from _readings(plan, clause, words)
    if isinstance(declared, Rule) and declared.examples:
        yield Passage(0, 0, words("explain.examples"))
        for example in declared.examples:
            yield from _example(plan, declared, example, words, working=alone)


def _readings(plan: Plan, clause: Clause, words: Words) -> Iterator[Passage]:
    around = {clause.id, clause.item, clause.item[0]}
    touching = [reading for reading in plan.rubric.readings if around.intersection(reading.clauses)]
    if touching:
        yield Passage(0, 0, words("explain.readings"))
    for reading in touching:
        told = {"question": reading.question, "choice": reading.choice, "basis": reading.basis}
        yield Passage(0, 1, words("explain.reading", id=reading.id, status=words(f"explain.{reading.status}"), **told))
        for alternative in reading.alternatives:
            said = alternative.words or str(alternative.patch)
            yield Passage(0, 2, words("explain.alternative", name=alternative.name, words=said))


def _example(plan: Plan, rule: Rule, example: Example, words: Words, *, working: bool) -> Iterator[Passage]:
    given = "；".join(" ".join(f"{key} {value}" for key, value in entry.items()) for entry in example.given)
    told = {"given": given or words("explain.nothing-given"), "result": _result(example, words)}
    yield Passage(0, 1, words("explain.example", **told))
    if example.note:
        yield Passage(0, 2, example.note)
    card = run_example(plan, rule, example).card if working else None
    if card is not None:
        events = card.bound.log.events
        for line in card.total.all_lines():
            if line.rule == rule.id and line.events:
                yield Passage(0, 2, f"{signed(line.points)}  {line_sentence(line, events, words)}")


def _result(example: Example, words: Words) -> str:
    if example.refused is not None:
        return words("explain.refused", code=example.refused)
    said = words("explain.scores", points=signed(example.scores)) if example.scores is not None else ""
    if example.vetoed is not None:
        said += words("explain.vetoed" if example.vetoed else "explain.not-vetoed")
    return said + (words("explain.item-scores", score=example.item) if example.item is not None else "")
