"""A clause, a row or a whole table explained: official text with its quotes, price, bounds, readings, examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from wuwu.checks.examples import run_example
from wuwu.event_log import FIELDS, Finding
from wuwu.messages import Words, plain
from wuwu.model import Declared
from wuwu.plan import Clause, Plan
from wuwu.report.scorecard_markdown import escape
from wuwu.report.sentences import line_sentence, signed
from wuwu.report.width import wrap
from wuwu.rubric import Item, Part
from wuwu.rules.kind import Example, Loggable, Rule

_TOLD_ELSEWHERE = frozenset({"id", "kind", "figure", "quote", "notes", "examples"})


class Passage(NamedTuple):
    """A piece of an explanation: a heading of a level, or (level 0) an entry at a depth."""

    level: int
    depth: int
    text: str
    marked: tuple[str, ...] = ()


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


def _nodes(item: Item) -> list[Item | Part]:
    return [item, *item.parts]


def _item(plan: Plan, item: Item, words: Words) -> Iterator[Passage]:
    if item.points is None:
        yield Passage(3, 0, words("explain.item-without", id=item.id))
    else:
        yield Passage(3, 0, words("explain.item", id=item.id, points=item.points))
    yield Passage(0, 0, words("explain.text", text=item.text))
    for note in item.notes:
        yield Passage(0, 0, words("explain.note", note=note))
    for part in item.parts:
        head = words("explain.part", id=part.id, points=part.points, floor=_floor(part.floor, words))
        yield Passage(0, 0, head)
    for declared in (*item.measures, *item.all_rules()):
        yield from _clause(plan, plan.clauses[declared.id], item, words, 4, alone=False)


def _clause(plan: Plan, clause: Clause, item: Item, words: Words, level: int, *, alone: bool) -> Iterator[Passage]:
    declared = clause.declared
    kind = getattr(declared, "kind", getattr(declared, "figure", ""))
    yield Passage(level, 0, f"{clause.id}（{words(f'explain.kind.{kind}')}）")
    if alone:
        yield Passage(0, 0, words("explain.text", text=item.text), declared.quote)
        yield Passage(0, 0, _bounds(item, declared, words))
    price = _price(declared, words)
    if price:
        yield Passage(0, 0, words("explain.price", price=price))
    yield from (Passage(0, 0, text) for text in _fields(plan, clause, words))
    yield from (Passage(0, 0, words("explain.note", note=note)) for note in declared.notes)
    if alone:
        yield from _readings(plan, clause, words)
    if isinstance(declared, Rule) and declared.examples:
        yield Passage(0, 0, words("explain.examples"))
        for example in declared.examples:
            yield from _example(plan, declared, example, words, working=alone)


def _bounds(item: Item, declared: Loggable, words: Words) -> str:
    node: Item | Part = next((part for part in item.parts if declared in part.rules), item)
    floor = _floor(node.floor, words)
    if node.points is None:
        return words("explain.bounds-without", floor=floor)
    return words("explain.bounds", points=node.points, floor=floor)


def _floor(floor: Decimal | None, words: Words) -> str:
    return words("explain.floor-none") if floor is None else words("explain.floor", floor=floor)


def _price(declared: Loggable, words: Words) -> str:
    """Every field that the rubric sets, in words: the fields are the price."""
    return words.join(
        f"{words(f'diff.field.{name}') if f'diff.field.{name}' in words else name} {_shown(getattr(declared, name), words)}"
        for name in type(declared).model_fields
        if name in declared.model_fields_set - _TOLD_ELSEWHERE
    )


def _shown(value: Any, words: Words) -> str:
    if isinstance(value, Declared):
        value = {name: getattr(value, name) for name in type(value).model_fields if name in value.model_fields_set}
    if isinstance(value, Mapping):
        return "（" + words.join(f"{key} {_shown(each, words)}" for key, each in value.items()) + "）"
    if isinstance(value, tuple):
        return words.join(_shown(each, words) for each in value)
    if isinstance(value, bool):
        return "✓" if value else "×"
    if isinstance(value, Decimal):
        return plain(value)
    return words(f"diff.value.{value}") if f"diff.value.{value}" in words else str(value)


def _fields(plan: Plan, clause: Clause, words: Words) -> Iterator[str]:
    feeds = [rule.id for rule in plan.fed.get(clause.id, ())]
    if feeds:
        yield words("explain.feeds", rules=feeds)
    if not clause.forms:
        rule = clause.rule
        source = next((target for _, target in rule.references()), rule.source) if rule else ""
        yield words("explain.fed", measure=source)
    for form in clause.forms:
        names = [name for name in FIELDS if name in form.required]
        shown = ", ".join(f"{name}: {_sample(plan, clause, name)}" for name in names)
        if not clause.judged:
            shown = shown.replace(Finding.MET, Finding.NA)
        yield words("explain.fields", form="- {" + shown + "}")
    if clause.forms:
        first = clause.forms[0]
        rest = [name for name in FIELDS if name in first.takes - first.required]
        yield words("explain.optional", fields=rest)


def _sample(plan: Plan, clause: Clause, name: str) -> str:
    if name == "clause":
        return clause.id
    if name == "date":
        return f"{plan.rubric.year}-04-10"
    if name == "level":
        return plan.words_for(clause)[-1]
    return {"finding": "符合", "count": "1", "value": "92.5", "plan": "100", "actual": "95", "rate": "97.2"}.get(
        name, {"done": "false", "points": "0.5"}.get(name, "…")
    )


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


def explanation_text(passages: list[Passage], width: int) -> str:
    """For a screen: headings underlined by their place, entries wrapped and indented, quotes in 【】."""
    rows: list[str] = []
    for passage in passages:
        text = _mark(passage.text, passage.marked, "【", "】")
        if passage.level:
            rows += ["", *wrap(text, width)]
        else:
            indent = "  " * (passage.depth + 1)
            rows += [indent + row for row in wrap(text, width - len(indent))]
    return "\n".join(rows).lstrip("\n") + "\n"


def explanation_markdown(passages: list[Passage]) -> str:
    """For a page: headings and nested lists, quotes in bold."""
    rows: list[str] = []
    for passage in passages:
        if passage.level:
            rows += ["", f"{'#' * passage.level} {escape(passage.text)}", ""]
        else:
            marked = tuple(escape(quote) for quote in passage.marked)
            rows.append("  " * passage.depth + f"- {_mark(escape(passage.text), marked, '**', '**')}")
    return "\n".join(rows).lstrip("\n") + "\n"


def _mark(text: str, quotes: tuple[str, ...], before: str, after: str) -> str:
    """The text with the quotes marked; overlapping ones are marked as one."""
    inside = [False] * len(text)
    for quote in quotes:
        at = text.find(quote)
        if at >= 0:
            inside[at : at + len(quote)] = [True] * len(quote)
    marked = ""
    for index, letter in enumerate(text):
        if inside[index] and not (index and inside[index - 1]):
            marked += before
        marked += letter
        if inside[index] and not (index + 1 < len(text) and inside[index + 1]):
            marked += after
    return marked
