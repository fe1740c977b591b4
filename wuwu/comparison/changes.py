"""Two declared rubrics in, what changed out, node by node and rule by rule, as values; the words are the reports'.

What a file merely writes otherwise (a default spelt out, a comment, 1.0 for 1) is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from wuwu.comparison.pairing import NodeKind, Pair, pair_rubrics
from wuwu.rubric.declared import Rubric
from wuwu.rules import SCALES
from wuwu.rules.kind import Rule
from wuwu.schema.models import Declared


class Sort(StrEnum):
    """What a change can bring about, gravest first."""

    SCORING = "scoring"
    """It can move a score or a status, or decide what a log may say."""
    NAMING = "naming"
    """An id or the place of a row: no score moves, but logs cite ids."""
    TEXT = "text"
    """Words that are only shown."""
    RECORD = "record"
    """Examples, readings and acceptances: what is known about the rubric."""


class FieldChange(NamedTuple):
    """One field that differs; a side without it is None."""

    name: str
    old: object
    new: object
    sort: Sort


class Change(NamedTuple):
    """What happened to one part of the rubric: added (`old` None), taken out (`new` None), or altered.

    `moved` are the ids of what it stood in and stands in now; `reordered` says that a row passed others of its
    dimension; `follows` that the id changed only because the row's did.
    """

    pair: Pair
    row: str
    fields: tuple[FieldChange, ...] = ()
    moved: tuple[str, str] | None = None
    reordered: bool = False
    follows: bool = False

    @property
    def node(self) -> NodeKind:
        """What kind of part it is."""
        return self.pair.node

    @property
    def old(self) -> str | None:
        """Its id in the old rubric."""
        return self.pair.old_id

    @property
    def new(self) -> str | None:
        """Its id in the new rubric."""
        return self.pair.new_id

    @property
    def renamed(self) -> bool:
        """Whether it is the same under another id."""
        return self.old is not None and self.new is not None and self.old != self.new

    @property
    def sort(self) -> Sort:
        """The gravest of what it can bring about."""
        if self.node in ("reading", "acceptance"):
            return Sort.RECORD
        if self.old is None or self.new is None or self.moved is not None:
            return Sort.SCORING
        sorts = {change.sort for change in self.fields}
        if self.renamed or self.reordered:
            sorts.add(Sort.NAMING)
        return next(sort for sort in Sort if sort in sorts)


class Comparison(NamedTuple):
    """Everything that differs between two rubrics, and who is who in them."""

    old: Rubric
    new: Rubric
    pairs: tuple[Pair, ...]
    changes: tuple[Change, ...]

    @property
    def ids(self) -> Mapping[str, str]:
        """The new id of every old one that was changed."""
        return _renamings(self.pairs)

    @property
    def same_table(self) -> bool:
        """Whether both are editions of one table, and not two tables side by side."""
        return self.old.rubric == self.new.rubric


def compare_rubrics(old: Rubric, new: Rubric) -> Comparison:
    """What changed from the old rubric to the new one."""
    pairs = pair_rubrics(old, new)
    ids = _renamings(pairs)
    passed = _reordered(pairs)
    changes = []
    row = ("", "")
    for pair in pairs:
        if pair.node == "item":
            row = (pair.old_id or "", pair.new_id or "")
        elif pair.node in ("rubric", "dimension", "reading", "acceptance"):
            row = ("", "")
        change = _compare(pair, row, ids, id(pair) in passed)
        if change is not None:
            changes.append(change)
    return Comparison(old, new, pairs, tuple(changes))


def _renamings(pairs: Iterable[Pair]) -> dict[str, str]:
    both = ((pair.old_id, pair.new_id) for pair in pairs if pair.node not in ("reading", "acceptance"))
    return {old: new for old, new in both if old and new and old != new}


def _compare(pair: Pair, row: tuple[str, str], ids: Mapping[str, str], reordered: bool) -> Change | None:
    named = row[1] or row[0]
    if pair.old is None or pair.new is None:
        return Change(pair, named)
    moved = None
    if pair.node not in ("rubric", "reading", "acceptance") and ids.get(pair.old_in, pair.old_in) != pair.new_in:
        moved = (pair.old_in, pair.new_in)
    fields = tuple(_fields(pair.old, pair.new, ids))
    old_id, new_id = pair.old_id or "", pair.new_id or ""
    same_id = old_id == new_id or (pair.node == "acceptance" and _renamed(old_id.split(" "), ids) == new_id.split(" "))
    if not fields and moved is None and not reordered and same_id:
        return None
    follows = old_id != new_id and pair.node != "item" and old_id.removeprefix(row[0]) == new_id.removeprefix(row[1])
    return Change(pair, named, fields, moved, reordered, follows and bool(row[0]))


def _reordered(pairs: Iterable[Pair]) -> set[int]:
    """The rows that passed others: all of a dimension's rows but the longest run that kept its order."""
    found = set[int]()
    dimensions: dict[str, list[Pair]] = {}
    places: dict[int, int] = {}
    for pair in pairs:
        if pair.node == "rubric" and isinstance(pair.old, Rubric):
            places = {id(item): place for place, item in enumerate(pair.old.items())}
        if pair.node == "item" and pair.old is not None and pair.new is not None:
            dimensions.setdefault(f"{pair.old_in} {pair.new_in}", []).append(pair)
    for rows in dimensions.values():
        kept = _longest_rise([places[id(pair.old)] for pair in rows])
        found |= {id(pair) for pair in rows if places[id(pair.old)] not in kept}
    return found


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    runs: list[list[int]] = [[]]
    for number in numbers:
        runs.append([*max((run for run in runs if not run or run[-1] < number), key=_length), number])
    longest = max(runs, key=_length)
    return set(longest)


def _length(run: Sequence[int]) -> int:
    return len(run)


# --- fields ------------------------------------------------------------------------------------------------------

_CONTAINERS = frozenset({"id", "rubric", "dimensions", "items", "parts", "measures", "rules", "readings", "accepted"})
_SHOWN = frozenset({"title", "gloss", "source", "name", "text", "quote", "notes", "unscored", "unit"})
# what names other parts by their ids, inside
_NAMING = frozenset(
    {"measure", "of", "tie_break", "measured_by", "refuted_by", "when", "examples", "clauses", "at", "alternatives"}
)


def _fields(old: Declared, new: Declared, ids: Mapping[str, str]) -> Iterator[FieldChange]:
    before, after = _values(old), _values(new)
    for name in dict.fromkeys([*after, *before]):
        was, now = (_side(values, other, name) for values, other in ((before, after), (after, before)))
        if name in _NAMING:
            was = _renamed(was, ids)
        if was != now:
            yield FieldChange(name, was, now, _sort(name))


def _values(node: Declared) -> dict[str, object]:
    return {name: as_value(value) for name, value in flat_fields(node).items() if name not in _CONTAINERS}


def flat_fields(node: Declared) -> dict[str, object]:
    """The fields of a node; those of a rule's scale stand among its own, under the name of the scale."""
    fields = {name: getattr(node, name) for name in type(node).model_fields}
    if not isinstance(node, Rule):
        return fields
    told: dict[str, object] = {name: value for name, value in fields.items() if name not in SCALES}
    if node.scale is not None:
        told["scale"] = node.scale.name
        told |= {name: getattr(node.scale, name) for name in type(node.scale).model_fields}
    return told


def _side(values: Mapping[str, object], other: Mapping[str, object], name: str) -> object:
    """A field's value. A field of one kind only, left empty, is as good as absent in the other."""
    value = values.get(name)
    return None if name not in other and value in (False, ()) else value


def as_value(value: object) -> Any:
    """A declared value as plain dicts and tuples, which compare by what they say."""
    if isinstance(value, Declared):
        return {
            name: as_value(getattr(value, name))
            for name in type(value).model_fields
            if getattr(value, name) not in (None, ())
        }
    if isinstance(value, Mapping):
        return {key: as_value(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return tuple(as_value(each) for each in value)
    return value


def _renamed(value: Any, ids: Mapping[str, str]) -> Any:
    """The value with every old id replaced, whole words only."""
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, Mapping):
        return {ids.get(key, key): _renamed(each, ids) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(_renamed(each, ids) for each in value)
    return value


def _sort(name: str) -> Sort:
    if name == "examples":
        return Sort.RECORD
    return Sort.TEXT if name in _SHOWN else Sort.SCORING
