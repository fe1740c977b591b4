"""An id of a rubric → the passages about it: a clause in full, a row, dimension or table in brief or, for a page, in full."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.checks.examples import run_example
from wuwu.messages import Words
from wuwu.report.explanation.bounds import amount, find_location, node_bounds, sum_bounds
from wuwu.report.explanation.entries import explain_entries
from wuwu.report.explanation.example_outcomes import explain_example
from wuwu.report.explanation.passage import Passage, entry, heading
from wuwu.report.explanation.prices import price_sentence
from wuwu.report.explanation.readings import explain_reading, readings_of, readings_on
from wuwu.rubric.declared import Dimension, Item, Part, Rubric
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.kind import Loggable, Rule


def explain(plan: Plan, about: str | None, words: Words, *, full: bool = False) -> list[Passage]:
    """What there is to say about an id, or (None) the whole table. KeyError for an id the rubric does not have.

    A clause and a reading are explained in full; of a table, dimension, row or part only the text and the price of each clause,
    unless it is to be `full`.
    """
    words = words.with_glosses(plan.rubric.glosses())
    if about is None or about == plan.rubric.rubric:
        return [*_table(plan, words, full=full)]
    if about in plan.clauses:
        return [*_clause(plan, plan.clauses[about], words)]
    passages = [*_piece(plan, about, words, full=full)]
    if not passages:
        raise KeyError(about)
    return passages


def examples_hold(plan: Plan, about: str | None, *, full: bool = False) -> bool:
    """Whether the examples come out as they say: those of a clause, or for a full page those of the whole table."""
    clause = plan.clauses.get(about or "")
    told = [clause] if clause is not None else plan.clauses.values() if full else ()
    rules = [each.rule for each in told if each.rule is not None]
    return all(run_example(plan, rule, example).passed for rule in rules for example in rule.examples)


def _piece(plan: Plan, about: str, words: Words, *, full: bool) -> Iterator[Passage]:
    """A dimension, a row, a part or a reading; nothing for any other id."""
    for dimension in plan.rubric.dimensions:
        if dimension.id == about:
            yield from _dimension(plan, dimension, words, full=full)
    for item in plan.rubric.items():
        if item.id == about:
            yield from _row(plan, item, words, full=full, notes=True)
        for part in item.parts:
            if part.id == about:
                yield from _row(plan, item, words, full=full, notes=True, only=part)
    for reading in plan.rubric.readings:
        if reading.id == about:
            yield from explain_reading(plan, reading, words, 0)


def ids(plan: Plan) -> list[str]:
    """Every id that can be explained."""
    rubric = plan.rubric
    rows = [name for item in rubric.items() for name in (item.id, *(part.id for part in item.parts))]
    above = [*(dimension.id for dimension in rubric.dimensions), rubric.rubric]
    return [*plan.clauses, *rows, *above, *(reading.id for reading in rubric.readings)]


# --- the table, its dimensions and rows --------------------------------------------------------------------------


def _table(plan: Plan, words: Words, *, full: bool) -> Iterator[Passage]:
    rubric = plan.rubric
    about = [words("explain.year", year=rubric.year), amount(rubric.points, words), *sum_bounds(rubric, words)]
    yield heading(1, words("explain.head", id=rubric.title, about=words("price.comma").join(about)))
    yield from _vocabulary(rubric, words, full=full)
    for dimension in rubric.dimensions:
        yield from _dimension(plan, dimension, words, full=full)
    if full and rubric.readings:
        yield heading(2, words("explain.readings"))
        for reading in rubric.readings:
            yield from explain_reading(plan, reading, words, 0)


def _vocabulary(rubric: Rubric, words: Words, *, full: bool) -> Iterator[Passage]:
    """The grades of the total; in full also the source and the words that a log may use."""
    if rubric.grades:
        grades = [words("explain.grade", name=grade.name, at_least=grade.at_least) for grade in rubric.grades]
        yield entry(words("explain.grades", grades=grades))
    if full:
        if rubric.source is not None:
            yield entry(words("explain.source", source=rubric.source))
        for code, known in (("explain.levels", rubric.levels), ("explain.bodies", rubric.bodies)):
            if known:
                yield entry(words(code, known=["/".join((word.name, *word.also)) for word in known]))


def _dimension(plan: Plan, dimension: Dimension, words: Words, *, full: bool) -> Iterator[Passage]:
    said = [amount(dimension.points, words), *sum_bounds(dimension, words)]
    name = words.named(dimension.id, words("explain.dimension", id=dimension.id, name=dimension.name))
    yield heading(2, words("explain.head", id=name, about=words("price.comma").join(said)))
    if full:
        yield from _notes(dimension.notes, words)
    for item in dimension.items:
        yield from _row(plan, item, words, full=full, notes=full)


def _row(
    plan: Plan, item: Item, words: Words, *, full: bool, notes: bool, only: Part | None = None
) -> Iterator[Passage]:
    """A row: text, then its clauses under their parts; of one part only where it is asked for."""
    yield heading(3, words("explain.head", id=item.id, about=_about(plan, item, words)))
    yield entry(words("explain.text", text=item.text) if full else item.text)
    if notes:
        for fragment in item.unscored:
            yield entry(words("explain.unscored", text=fragment.text, why=fragment.why))
        yield from _notes(item.notes, words)
    if only is None:
        yield from _clauses(plan, item.measures, words, full=full)
    for part in item.parts if only is None else (only,):
        head = words("explain.part", id=part.id, about=_about(plan, part, words))
        yield heading(4, head) if full else entry(head)
        if notes:
            yield from _notes(part.notes, words)
        yield from _clauses(plan, part.rules, words, full=full, below=1)
    if only is None:
        yield from _clauses(plan, item.rules, words, full=full)


def _clauses(plan: Plan, some: tuple[Loggable, ...], words: Words, *, full: bool, below: int = 0) -> Iterator[Passage]:
    """The clauses of a row, or of a part that stands `below` it."""
    for declared in some:
        clause = plan.clauses[declared.id]
        if full:
            yield heading(4 + below, _titled(clause, words))
            yield from _account(plan, clause, words)
        else:
            price = price_sentence(plan, clause, words, bounds=False)
            yield entry(words("explain.line", id=words.named(clause.id), price=price), below)


def _about(plan: Plan, node: Item | Part, words: Words) -> str:
    """What a row or part is worth, how far deductions go there, and which readings say so."""
    points = words("explain.no-points") if node.points is None else amount(node.points, words)
    told = [points, *node_bounds(node, words)]
    readings = readings_on(plan.rubric, node.id)
    if len(told) > 1 and readings:
        told.append(words("explain.see", readings=readings))
    return words("price.comma").join(told)


def _notes(notes: tuple[str, ...], words: Words) -> Iterator[Passage]:
    yield from (entry(words("explain.note", note=note)) for note in notes)


# --- a clause ----------------------------------------------------------------------------------------------------


def _clause(plan: Plan, clause: Clause, words: Words) -> Iterator[Passage]:
    """A clause by itself: the row's text with its quotes, all there is to say, the readings whole, the working."""
    location = find_location(plan.rubric, clause.id)
    yield heading(1, _titled(clause, words))
    yield entry(words("explain.text", text=location.item.text), marked=clause.declared.quote)
    yield from _account(plan, clause, words, alone=True)


def _titled(clause: Clause, words: Words) -> str:
    figure = getattr(clause.declared, "figure", None)
    about = words(f"kind.{figure or getattr(clause.declared, 'kind', '')}")
    return words(
        "explain.head", id=words.named(clause.id), about=words("explain.figure", name=about) if figure else about
    )


def _account(plan: Plan, clause: Clause, words: Words, *, alone: bool = False) -> Iterator[Passage]:
    declared = clause.declared
    yield entry(words("explain.price", price=price_sentence(plan, clause, words, bounds=True)))
    feeds = [words("price.clause", clause=rule.id) for rule in plan.fed.get(clause.id, ())]
    if feeds:
        yield entry(words("explain.feeds", rules=feeds))
    yield from explain_entries(plan, clause, words)
    yield from _notes(declared.notes, words)
    readings = readings_of(plan, clause)
    if readings and not alone:
        yield entry(words("explain.readings-named", readings=[reading.id for reading in readings]))
    elif readings:
        yield entry(words("explain.readings"))
        for reading in readings:
            yield from explain_reading(plan, reading, words, 1, clause)
    if isinstance(declared, Rule) and declared.examples:
        yield entry(words("explain.examples"))
        for example in declared.examples:
            yield from explain_example(plan, declared, example, words, 1, working=alone)
