"""计分依据: a row's lines in, its one cell out; every sentence begins with the points that it moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from wuwu.messages import Words
from wuwu.report.sentences import line_head, line_sentence, signed
from wuwu.rubric.declared import Item
from wuwu.rules.lines import ZERO, Does, Line, Unassessed
from wuwu.scoring.losses import points_moved
from wuwu.scoring.scorecard import NodeScore, Scorecard

# lines that say no more than that nothing speaks against the points of their row
_QUIET = frozenset({"award-presumed", "award-counted"})


class Basis(NamedTuple):
    """What a row rests on. `open`: whether its points are moved only because something is not settled yet."""

    text: str
    open: bool
    vetoed: bool


class Asides(NamedTuple):
    """By row, what was logged and moves nothing: pending, without effect, and figures that are still missing."""

    pending: Mapping[str, int]
    ignored: Mapping[str, int]
    missing: Mapping[str, Sequence[Unassessed]]


def asides_of(card: Scorecard) -> Asides:
    """What a card's rows have beside their lines."""
    clauses = card.bound.plan.clauses
    pending: dict[str, int] = {}
    ignored: dict[str, int] = {}
    missing: dict[str, list[Unassessed]] = {}
    for each in card.pending:
        item = clauses[each.clause].item
        pending[item] = pending.get(item, 0) + 1
    for idle in card.ignored:
        item = clauses[idle.clause].item
        ignored[item] = ignored.get(item, 0) + 1
    for open_ in card.unassessed:
        if not open_.points and not clauses[open_.clause].judged:
            missing.setdefault(clauses[open_.clause].item, []).append(open_)
    return Asides(pending, ignored, missing)


def basis_of(score: NodeScore, item: Item, card: Scorecard, asides: Asides, words: Words) -> Basis:
    """The cell of an official row, its parts in their order."""
    clauses = card.bound.plan.clauses
    vetoes = [line for line in card.vetoes if line.clause and clauses[line.clause].item == item.id]
    lines = [*(line for part in score.children for line in part.lines), *score.lines, *vetoes]
    told = [_worded(line, card, words) for line in lines if not _is_quiet(line)]
    undue = set(card.open.undue.clauses)
    for each in asides.missing.get(item.id, ()):
        name = "undue" if each.clause in undue else "no-figure"
        told.append(words(f"workbook.unit.{name}", clause=each.clause))
    pending, ignored = asides.pending.get(item.id, 0), asides.ignored.get(item.id, 0)
    if not told:
        told.append(_nothing(score, item, bool(pending or ignored), words))
    else:
        ignored = 0
    if pending or ignored:
        counts = [("pending", pending), ("ignored", ignored)]
        some = words.join([words(f"workbook.unit.beside.{name}", count=count) for name, count in counts if count])
        told.append(words("workbook.unit.beside", some=some))
    return Basis("\n".join(told), _is_open(lines), bool(vetoes))


def basis_of_lines(lines: Iterable[Line], card: Scorecard, words: Words) -> str:
    """The cell of lines that no official row holds."""
    return "\n".join([_worded(line, card, words) for line in lines])


def _is_quiet(line: Line) -> bool:
    return line.word in _QUIET and not points_moved(line)


def _is_open(lines: Iterable[Line]) -> bool:
    moving = [line for line in lines if points_moved(line)]
    return bool(moving) and all(line.open for line in moving)


def _worded(line: Line, card: Scorecard, words: Words) -> str:
    moved = points_moved(line)
    if line.open is not None and line.kind == "award":
        return words("workbook.unit.open", moved=signed(moved), head=line_head(line, words))
    sentence = line_sentence(line, card.bound.log.events, words)
    name = "workbook.unit.sentence-open" if line.open else "workbook.unit.sentence"
    return words(name, moved=signed(moved), sentence=sentence) if moved else sentence


def _nothing(score: NodeScore, item: Item, logged: bool, words: Words) -> str:
    """What a row says on which nothing counts. `logged`: something is on record all the same, but moves nothing."""
    prefix = "workbook.unit.nothing-counted." if logged else "workbook.unit.nothing."
    if score.node.points is not None:
        return words(prefix + "full")
    does = {rule.does for rule in item.all_rules()}
    kinds = {"off": {Does.DEDUCT, Does.ZERO}, "top": {Does.ADD}, "veto": {Does.VETO}}
    return words("workbook.unit.comma").join([words(prefix + name) for name, some in kinds.items() if does & some])


def sum_moved(lines: Iterable[Line]) -> Decimal:
    """What lines move together."""
    return sum([points_moved(line) for line in lines], ZERO)
