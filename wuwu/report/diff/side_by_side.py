"""Two tables read beside each other: a line for every row of either, with what differs between them, as values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wuwu.comparison.changes import Change, Comparison, Sort
from wuwu.comparison.pairing import Pair, likeness
from wuwu.messages import Words
from wuwu.report.diff.differences import Mark, Piece, brief, compare_texts, field_sentence
from wuwu.rubric.declared import Dimension, Item

# Below this two texts have so little in common that marking what differs would mark everything.
_COMPARABLE = 0.3


class SideCell(NamedTuple):
    """A row of one table: its head and its text in pieces; a piece is (text, whether the other table has it too)."""

    head: str
    text: tuple[tuple[str, bool], ...]


class SideRow(NamedTuple):
    """A row of both tables, or of one: `differences` are sentences, empty where both say the same."""

    old: SideCell | None
    new: SideCell | None
    differences: tuple[str, ...]
    same: bool


class SideSection(NamedTuple):
    """A dimension of both tables."""

    old: str
    new: str
    rows: tuple[SideRow, ...]


def lay_side_by_side(comparison: Comparison, words: Words, mark: Mark) -> Iterator[SideSection]:
    """Every dimension with its rows, in the order of the new table."""
    by_row: dict[int, list[Change]] = {}
    place = 0
    changed = {id(change.pair): change for change in comparison.changes}
    for pair in comparison.pairs:
        place = id(pair) if pair.node in ("item", "dimension", "reading") else place
        if id(pair) in changed:
            by_row.setdefault(place, []).append(changed[id(pair)])
    heads: list[Pair] = [pair for pair in comparison.pairs if pair.node == "dimension"]
    starts = [comparison.pairs.index(pair) for pair in heads] + [len(comparison.pairs)]
    for head, start, stop in zip(heads, starts, starts[1:], strict=False):
        rows = [pair for pair in comparison.pairs[start:stop] if pair.node == "item"]
        yield SideSection(
            _dimension_head(head.old, words),
            _dimension_head(head.new, words),
            tuple(_row(pair, by_row.get(id(pair), []), words, mark) for pair in rows),
        )


def _dimension_head(dimension: object, words: Words) -> str:
    if not isinstance(dimension, Dimension):
        return ""
    return f"{dimension.id} {dimension.name} {words('diff.points', points=dimension.points)}"


def _row(pair: Pair, changes: list[Change], words: Words, mark: Mark) -> SideRow:
    old, new = (side if isinstance(side, Item) else None for side in (pair.old, pair.new))
    if old is None or new is None:
        cells = [_cell(side, [(side.text, True)], words) if side else None for side in (old, new)]
        return SideRow(cells[0], cells[1], (), False)
    pieces = compare_texts(old.text, new.text)
    if likeness(old.text, new.text) < _COMPARABLE:
        pieces = [Piece(old.text, new.text)]
    whole = len(pieces) == 1
    cells = [
        _cell(side, [(text, piece.same or whole) for piece in pieces if (text := piece[at])], words)
        for at, side in enumerate((old, new))
    ]
    differences = tuple(_differences(changes, words, mark))
    same = old.text == new.text and not differences
    if not differences and not same:
        differences = (words("diff.row-text"),)
    return SideRow(cells[0], cells[1], differences, same)


def _cell(item: Item, text: list[tuple[str, bool]], words: Words) -> SideCell:
    points = words("diff.no-points") if item.points is None else words("diff.points", points=item.points)
    return SideCell(f"{item.id} {points}", tuple(text))


def _differences(changes: list[Change], words: Words, mark: Mark) -> Iterator[str]:
    """What differs beside words and numbering, clause by clause."""
    for change in changes:
        name = (change.new or change.old or "").partition(".")[2] or change.new or change.old or ""
        if change.old is None or change.new is None:
            sign = "＋" if change.old is None else "－"
            what = brief(change.pair.new or change.pair.old, words)
            yield f"{sign}{name}" + (words("diff.colon") + what if what else "")
            continue
        said = [field_sentence(field, words, mark) for field in change.fields if field.sort is Sort.SCORING]
        if change.node == "rule" and change.old.partition(".")[2] != change.new.partition(".")[2]:
            said.insert(0, words("diff.arrow", old=change.old, new=change.new))
        if said:
            head = "" if change.node == "item" else name + words("diff.colon")
            yield head + words("diff.between").join(said)
