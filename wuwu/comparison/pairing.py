"""Two declared rubrics in, who is who out: which dimension, row, part, rule of the one is which of the other.

An id may have changed and a row may have moved: what counts then is the official text and what a clause is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar

from wuwu.rubric.declared import Dimension, Item, Part, Rubric
from wuwu.rules.kind import Loggable
from wuwu.schema.models import Declared

NodeKind: TypeAlias = Literal["rubric", "dimension", "item", "part", "measure", "rule", "reading", "acceptance"]

# How alike two texts have to be (0 to 1) to be taken for one that was edited: half of their pairs of characters.
_ALIKE = 0.5
# What the same id and the same clause names are worth beside that: a rewritten row keeps its place.
_SAME_ID = 0.3
_SAME_NAMES = 0.3


class Pair(NamedTuple):
    """A part of the old rubric and what it is in the new one; one side is None for what was added or taken out.

    `old_in` and `new_in` are the ids of what each stands in.
    """

    node: NodeKind
    old: Declared | None
    new: Declared | None
    old_in: str = ""
    new_in: str = ""

    @property
    def old_id(self) -> str | None:
        """The id of the old side."""
        return id_of(self.old)

    @property
    def new_id(self) -> str | None:
        """The id of the new side."""
        return id_of(self.new)


def id_of(node: Declared | None) -> str | None:
    """What a node is called; an acceptance by the finding that it accepts."""
    if node is None:
        return None
    for name in ("id", "rubric"):
        if hasattr(node, name):
            return str(getattr(node, name))
    return f"{getattr(node, 'at', '')} {getattr(node, 'code', '')}"


def pair_rubrics(old: Rubric, new: Rubric) -> tuple[Pair, ...]:
    """Every part of either rubric in exactly one pair, in the order of the new table; what is gone, where it stood."""
    dimensions = list(_pair_dimensions(old.dimensions, new.dimensions))
    items = _pair_items(old, new)
    inside = {id(pair): list(_pair_inside(pair)) for pair in items}
    _join_moved(list(inside.values()))
    result = [Pair("rubric", old, new)]
    for dimension in dimensions:
        result.append(dimension)
        for pair in _in_order(_items_of(dimension.old), _items_of(dimension.new), items):
            result += [pair, *inside[id(pair)]]
    ids = {pair.old_id: pair.new_id for pair in result if pair.old and pair.new}
    result += _pair_records("reading", old.readings, new.readings, lambda each: (each.id, each.question))
    result += _pair_records(
        "acceptance", old.accepted, new.accepted, lambda each: (f"{ids.get(each.at, each.at)} {each.code}", each.why)
    )
    return tuple(result)


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1: the share of pairs of neighbouring characters that they have in common."""
    if one == other:
        return 1.0
    first, second = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return 2 * len(first & second) / (len(first) + len(second)) if first or second else 0.0


# --- dimensions and rows -----------------------------------------------------------------------------------------


def _pair_dimensions(old: Sequence[Dimension], new: Sequence[Dimension]) -> Iterator[Pair]:
    alike = _best(old, new, lambda a, b: (a.id == b.id) + 0.6 * likeness(a.name, b.name), _ALIKE)
    yield from _merge("dimension", old, new, alike, "", "")


def _pair_items(old: Rubric, new: Rubric) -> list[Pair]:
    before, after = list(old.items()), list(new.items())
    alike = _best(before, after, _item_likeness, _ALIKE)
    homes = [
        {item.id: dimension.id for dimension in rubric.dimensions for item in dimension.items} for rubric in (old, new)
    ]
    taken = {id(b) for _, b in alike}
    found = {id(a): b for a, b in alike}
    pairs = [Pair("item", a, found.get(id(a)), homes[0][a.id], _home(homes[1], found.get(id(a)))) for a in before]
    return pairs + [Pair("item", None, b, "", homes[1][b.id]) for b in after if id(b) not in taken]


def _home(homes: dict[str, str], item: Item | None) -> str:
    return homes[item.id] if item is not None else ""


def _item_likeness(one: Item, other: Item) -> float:
    shared = _shared_names((*one.measures, *one.all_rules()), (*other.measures, *other.all_rules()))
    return likeness(one.text, other.text) + _SAME_ID * (one.id == other.id) + _SAME_NAMES * shared


def _shared_names(some: Iterable[Loggable], others: Iterable[Loggable]) -> float:
    """The share of clause names that both have, 0 to 1."""
    names, more = ({name_of(each) for each in clauses} for clauses in (some, others))
    return len(names & more) / max(1, len(names | more))


def _items_of(dimension: Declared | None) -> tuple[Item, ...]:
    return dimension.items if isinstance(dimension, Dimension) else ()


def _in_order(old: Sequence[Item], new: Sequence[Item], pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The rows of a dimension in their new order; one taken out follows the row that it followed before."""
    by_new = {id(pair.new): pair for pair in pairs if pair.new is not None}
    gone = {id(pair.old): pair for pair in pairs if pair.new is None}
    following: dict[int, list[Pair]] = {}
    previous = 0
    for item in old:
        if id(item) in gone:
            following.setdefault(previous, []).append(gone[id(item)])
        else:
            previous = id(item)
    yield from following.pop(0, ())
    for item in new:
        pair = by_new[id(item)]
        yield pair
        yield from following.pop(id(pair.old), ())
    for rest in following.values():
        yield from rest


# --- inside a row ------------------------------------------------------------------------------------------------


def name_of(clause: Loggable) -> str:
    """The short name of a clause: its id without the row's."""
    return clause.id.partition(".")[2]


def _pair_inside(pair: Pair) -> Iterator[Pair]:
    old, new = (side if isinstance(side, Item) else None for side in (pair.old, pair.new))
    parts, others = (item.parts if item else () for item in (old, new))
    yield from _merge(
        "part", parts, others, _best(parts, others, _part_likeness, _ALIKE), id_of(old) or "", id_of(new) or ""
    )
    for kind, list_them in (("measure", _measures), ("rule", _rules)):
        before, after = list_them(old), list_them(new)
        alike = _best([clause for clause, _ in before], [clause for clause, _ in after], _clause_likeness, _ALIKE)
        found = {id(a): b for a, b in alike}
        taken = {id(b) for _, b in alike}
        homes = {id(clause): home for clause, home in (*before, *after)}
        for clause, home in before:
            other = found.get(id(clause))
            yield Pair(kind, clause, other, home, homes[id(other)] if other is not None else "")  # type: ignore[arg-type]
        for clause, home in after:
            if id(clause) not in taken:
                yield Pair(kind, None, clause, "", home)  # type: ignore[arg-type]


def _measures(item: Item | None) -> list[tuple[Loggable, str]]:
    return [(measure, item.id) for measure in item.measures] if item else []


def _rules(item: Item | None) -> list[tuple[Loggable, str]]:
    if item is None:
        return []
    homes: tuple[Part | Item, ...] = (*item.parts, item)
    return [(rule, home.id) for home in homes for rule in home.rules]


def _part_likeness(one: Part, other: Part) -> float:
    """A part keeps its id, or it keeps its clauses: it has no text of its own."""
    return 2.0 if one.id == other.id else _shared_names(one.rules, other.rules)


def _clause_likeness(one: Loggable, other: Loggable) -> float:
    """A clause keeps its name, or it keeps its kind and its words."""
    if name_of(one) == name_of(other):
        return 2.0
    return _renamed_likeness(one, other)


def _renamed_likeness(one: Loggable, other: Loggable) -> float:
    if type(one) is not type(other):
        return 0.0
    apart = {"id", "gloss", "quote", "notes", "examples"}
    same = one.model_dump(exclude=apart) == other.model_dump(exclude=apart)
    return likeness("".join(one.quote), "".join(other.quote)) - (0 if same else 0.2)


def _join_moved(rows: Sequence[list[Pair]]) -> None:
    """A clause that one row lost and another got, with the same words, has moved; the pair stands in its new row."""
    lost = [(row, pair) for row in rows for pair in row if pair.new is None and isinstance(pair.old, Loggable)]
    got = [(row, pair) for row in rows for pair in row if pair.old is None and isinstance(pair.new, Loggable)]
    alike = _best(lost, got, lambda a, b: _renamed_likeness(a[1].old, b[1].new), 2 * _ALIKE - 0.2)  # type: ignore[arg-type]
    for (old_row, old), (new_row, new) in alike:
        joined = Pair(old.node, old.old, new.new, old.old_in, new.new_in)
        new_row[new_row.index(new)] = joined
        old_row.remove(old)


# --- matching ----------------------------------------------------------------------------------------------------

Some = TypeVar("Some")


def _best(
    old: Sequence[Some], new: Sequence[Some], alike: Callable[[Some, Some], float], least: float
) -> list[tuple[Some, Some]]:
    """The pairs that are most alike, best first, each side once; none under the least likeness."""
    scored = [
        (value, -a, -b)
        for a, one in enumerate(old)
        for b, other in enumerate(new)
        if (value := alike(one, other)) >= least
    ]
    used_old, used_new = set[int](), set[int]()
    chosen = []
    for _, a, b in sorted(scored, reverse=True):
        if a not in used_old and b not in used_new:
            used_old.add(a)
            used_new.add(b)
            chosen.append((old[-a], new[-b]))
    return chosen


def _merge(
    node: NodeKind, old: Sequence[Declared], new: Sequence[Declared], alike: Any, old_in: str, new_in: str
) -> Iterator[Pair]:
    """Pairs in the new order, then what is gone."""
    found = {id(b): a for a, b in alike}
    kept = {id(a) for a, _ in alike}
    for each in new:
        yield Pair(node, found.get(id(each)), each, old_in, new_in)
    for each in old:
        if id(each) not in kept:
            yield Pair(node, each, None, old_in, new_in)


def _pair_records(
    node: NodeKind, old: Sequence[Any], new: Sequence[Any], keys: Callable[[Any], tuple[str, str]]
) -> list[Pair]:
    """Readings and acceptances: the same name first, then the same words under another name."""

    def alike(one: Any, other: Any) -> float:
        return 2.0 if keys(one)[0] == keys(other)[0] else likeness(keys(one)[1], keys(other)[1]) - 0.2

    return list(_merge(node, old, new, _best(old, new, alike, _ALIKE), "", ""))
