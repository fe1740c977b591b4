"""A scorecard as a person reads it: the verdict first, then the working, in words; the console and the documents lay it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from wuwu.effects import ZERO, Line
from wuwu.event_log import Event
from wuwu.messages import Words
from wuwu.report.sentences import event_sentence, line_sentence, warning_sentence
from wuwu.scorecard import NodeScore, Scorecard, Standing

_CLAUSE_END = re.compile("[，。；：,;]")
_SENTENCE = re.compile("[^。；]*[。；]?")
_WAITING = frozenset({"award-unassessed", "award-unmeasured", "quota-unnamed"})


class Verdict(NamedTuple):
    """What is seen at a glance: the stamp of the status, the score (None where denied) in words, and what limits it."""

    standing: Standing
    stamp: str
    headline: str
    remarks: tuple[str, ...]


class Amounts(NamedTuple):
    """A line of the table of dimensions."""

    id: str
    name: str
    points: Decimal | None
    base: Decimal
    bonus: Decimal
    score: Decimal


class Move(NamedTuple):
    """A line of the working: the points it moved, and its sentence."""

    points: Decimal
    text: str


class Row(NamedTuple):
    """A row of the table with its working; the moves add up to the score, from `points` on or (all rows shown) from 0."""

    id: str
    about: str
    score: str
    moves: tuple[Move, ...]


class Listing(NamedTuple):
    """A list below the working: a title, and entries of a name and what is said of it."""

    title: str
    entries: tuple[tuple[str, str], ...]


class Digest(NamedTuple):
    """The whole answer in words."""

    unit: str
    context: tuple[str, ...]
    verdict: Verdict
    dimensions: tuple[Amounts, ...]
    total: Amounts
    title: str
    rows: tuple[Row, ...]
    lists: tuple[Listing, ...]


def digest_card(card: Scorecard, words: Words, explain: bool) -> Digest:
    """The answer in words: only the rows that lost or won points, or, to explain, every row with every line."""
    rubric, log = card.bound.plan.rubric, card.bound.log
    context = [words("scorecard.table", title=rubric.title, id=rubric.rubric), words("scorecard.year", year=log.year)]
    context += [log.group] if log.group else []
    context += [words("scorecard.assessed-on", date=log.assessed_on)] if log.assessed_on else []
    rows = tuple(_rows(card, words, explain))
    title = "scorecard.rows" if explain else "scorecard.moves" if rows else "scorecard.moves.none"
    names = {dimension.id: dimension.name for dimension in rubric.dimensions}
    return Digest(
        unit=log.unit,
        context=tuple(context),
        verdict=_verdict(card, words),
        dimensions=tuple(_amounts(score, names[score.node.id]) for score in card.total.children),
        total=_amounts(card.total, words("scorecard.total"))._replace(id=""),
        title=words(title),
        rows=rows,
        lists=tuple(listing for listing in _lists(card, words, explain) if listing.entries),
    )


# --- the verdict -------------------------------------------------------------------------------------------------


def _verdict(card: Scorecard, words: Words) -> Verdict:
    remarks: list[str] = []
    if card.score is None:
        headline = words("scorecard.denied")
        remarks.append(words("scorecard.reference", points=card.reference_score))
    else:
        headline = words("scorecard.points", points=card.score)
    if card.grade is not None:
        remarks.append(words("scorecard.grade", grade=card.grade))
    return Verdict(card.standing, words(f"scorecard.stamp.{card.standing}"), headline, (*remarks, *_open(card, words)))


def _open(card: Scorecard, words: Words) -> Iterator[str]:
    """How much is open, and where that can lead."""
    open_ = (("unassessed", len(card.unassessed)), ("pending", len(card.pending)))
    counts = [words(f"scorecard.open.{name}", count=count) for name, count in open_ if count]
    if not counts:
        return
    yield words("scorecard.open" if card.score is not None else "scorecard.open-reference", counts=counts)
    low, high = card.span
    if low is None:
        yield words("scorecard.range.veto", high=high)
    elif low == high:
        yield words("scorecard.range.same")
    else:
        yield words("scorecard.range", low=low, high=high)


def _amounts(score: NodeScore, name: str) -> Amounts:
    return Amounts(score.node.id, name, score.node.points, score.base, score.bonus, score.score)


# --- the working -------------------------------------------------------------------------------------------------


def _rows(card: Scorecard, words: Words, explain: bool) -> Iterator[Row]:
    rubric, events = card.bound.plan.rubric, card.bound.log.events
    texts = {item.id: item.text for item in rubric.items()}
    for dimension, declared in zip(card.total.children, rubric.dimensions, strict=True):
        for item in dimension.children:
            lines = tuple(item.all_lines())
            if explain or any(_decided(line) for line in lines):
                about = texts[item.node.id] if explain else excerpt(texts[item.node.id])
                yield Row(item.node.id, about, _score(item, words), _moves(lines, events, words, explain))
        if dimension.lines:
            about = words("scorecard.dimension-row", name=declared.name)
            yield Row(declared.id, about, _score(dimension, words), _moves(dimension.lines, events, words, explain))
    if card.total.lines:
        about, score = words("scorecard.total-row"), _score(card.total, words)
        yield Row("", about, score, _moves(card.total.lines, events, words, explain))


def _moves(lines: Iterable[Line], events: Sequence[Event], words: Words, explain: bool) -> tuple[Move, ...]:
    shown = [line for line in lines if explain or _moved(line) or _decided(line)]
    return tuple(
        Move(line.points if explain else _from_full(line), line_sentence(line, events, words)) for line in shown
    )


def _from_full(line: Line) -> Decimal:
    """What a line moved, seen from full points: an award moves what is lost of it."""
    full = line.figures.get("full", ZERO) if line.kind == "award" else ZERO
    return line.points - full if isinstance(full, Decimal) else line.points


def _moved(line: Line) -> bool:
    return bool(_from_full(line))


def _decided(line: Line) -> bool:
    """Whether a line is a reason to show its row: it moved points for good, voids, or gives full points unearned."""
    return (_moved(line) and line.word not in _WAITING) or line.kind == "zero" or line.word == "award-na"


def _score(score: NodeScore, words: Words) -> str:
    code = "scorecard.row.unpriced" if score.node.points is None else "scorecard.row"
    return words(code, score=score.score, points=score.node.points)


def excerpt(text: str) -> str:
    """The first words of an official text, up to its first punctuation mark."""
    return _CLAUSE_END.split(text, maxsplit=1)[0]


# --- the lists ---------------------------------------------------------------------------------------------------


def _lists(card: Scorecard, words: Words, explain: bool) -> Iterator[Listing]:
    events = card.bound.log.events
    # the year is denied outside the tree of scores, so its grounds have no row to stand in
    vetoes = tuple(("", line_sentence(line, events, words)) for line in card.vetoes)
    yield Listing(words("scorecard.vetoes"), vetoes)
    points = sum([each.points for each in card.unassessed], ZERO)
    yield Listing(
        words("scorecard.unassessed", count=len(card.unassessed), points=points),
        tuple((each.clause, _stake(each.points, words)) for each in card.unassessed),
    )
    yield Listing(
        words("scorecard.pending", count=len(card.pending)),
        tuple((each.clause, event_sentence(events[each.event])) for each in card.pending),
    )
    yield Listing(
        words("scorecard.ignored", count=len(card.ignored)),
        tuple((each.clause, _because(each.reason.value, events[each.event], words)) for each in card.ignored),
    )
    yield Listing(
        words("scorecard.warnings", count=len(card.warnings)),
        tuple(("", warning_sentence(each, words)) for each in card.warnings),
    )
    yield Listing(words("scorecard.readings", count=len(card.readings)), tuple(_readings(card, words, explain)))


def _stake(points: Decimal, words: Words) -> str:
    return words("scorecard.unassessed.points", points=points) if points else words("scorecard.unassessed.figure")


def _because(reason: str, event: Event, words: Words) -> str:
    why = words(f"ignored.{reason}")
    return words("scorecard.ignored.because", reason=why, event=event_sentence(event))


def _readings(card: Scorecard, words: Words, explain: bool) -> Iterator[tuple[str, str]]:
    touching = set(card.readings)
    for reading in card.bound.plan.rubric.readings:
        if reading.id in touching:
            status = words("scorecard.readings.proposed") if reading.status == "proposed" else ""
            first = _SENTENCE.match(reading.choice)
            if explain:
                told = {
                    "question": reading.question,
                    "choice": reading.choice,
                    "basis": reading.basis,
                    "status": status,
                }
                yield reading.id, words("scorecard.reading.full", **told)
            else:
                yield (
                    reading.id,
                    words("scorecard.reading", choice=first[0] if first else reading.choice, status=status),
                )
