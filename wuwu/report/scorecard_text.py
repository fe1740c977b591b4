"""A scorecard for the console: the answer at a glance, then the working, then what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.containers import Lines
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wuwu.effects import Line
from wuwu.messages import Words, plain
from wuwu.report.sentences import event_sentence, line_sentence, signed, warning_sentence
from wuwu.report.width import display_width, wrap
from wuwu.scorecard import NodeScore, Scorecard, Standing

_STYLES = {Standing.FINAL: "bold green", Standing.PROVISIONAL: "bold yellow", Standing.VETOED: "bold white on red"}
# lines that say no more than that a row keeps its points
_QUIET = frozenset({"award-met", "award-presumed", "award-counted", "award-na"})
_OPEN = frozenset({"award-unassessed", "award-unmeasured"})


def render_scorecard(card: Scorecard, words: Words, *, width: int, color: bool, explain: bool = False) -> str:
    """The scorecard as text for a screen of `width` columns; `explain` shows every row and the readings in full."""
    out = StringIO()
    console = Console(file=out, width=width, force_terminal=color, no_color=not color, highlight=False, markup=False)
    console.print(Group(*_sections(card, words, explain)))
    # a table pads its cells: blanks at the end of a line help nobody and spoil a diff
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _sections(card: Scorecard, words: Words, explain: bool) -> Iterator[RenderableType]:
    yield from _heading(card, words)
    yield Text()
    yield _dimensions(card, words)
    yield from _working(card, words, explain)
    yield from _open_matters(card, words)
    if card.readings:
        yield from _readings(card, words, explain)


def _heading(card: Scorecard, words: Words) -> Iterator[RenderableType]:
    rubric, log = card.bound.plan.rubric, card.bound.log
    yield _text(words("card.heading", unit=log.unit, year=rubric.year), "bold")
    yield _text(rubric.title, "dim")
    if log.group:
        yield _text(words("card.group", group=log.group), "dim")
    yield Text()
    yield _text(standing_sentence(card, words), _STYLES[card.standing])
    for line in card.vetoes:
        yield _text(line_sentence(line, log.events, words), "bold red")
    if card.grade:
        yield _text(words("card.grade", grade=card.grade), "bold")


def standing_sentence(card: Scorecard, words: Words) -> str:
    """The score and how far it is settled, in one sentence."""
    if card.standing is Standing.VETOED:
        return words("card.vetoed", score=card.reference_score)
    if card.standing is Standing.FINAL:
        return words("card.final", score=card.reference_score)
    low, high = card.span
    span = words("card.range", low=low, high=high) if low is not None else words("card.range-denied", high=high)
    counts = {"unassessed": len(card.unassessed), "pending": len(card.pending)}
    return words("card.provisional", score=card.reference_score, range=span, **counts)


def _dimensions(card: Scorecard, words: Words) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(words("card.dimension"), overflow="fold")
    for name in ("card.points", "card.base", "card.bonus", "card.score"):
        table.add_column(words(name), justify="right", overflow="fold")
    names = {dimension.id: dimension.name for dimension in card.bound.plan.rubric.dimensions}
    for score in card.total.children:
        table.add_row(_text(f"{score.node.id} {names[score.node.id]}"), *_figures(score))
    table.add_row(_text(words("card.total"), "bold"), *_figures(card.total), style="bold")
    return table


def _figures(score: NodeScore) -> tuple[str, str, str, str]:
    node = score.node
    bonus = signed(score.bonus) if score.bonus else ""
    return plain(node.points or 0), plain(score.base), bonus, plain(score.score)


def _working(card: Scorecard, words: Words, explain: bool) -> Iterator[RenderableType]:
    yield Text()
    yield _text(words("card.working-all" if explain else "card.working"), "bold")
    shown = False
    for dimension in card.total.children:
        for item in dimension.children:
            if explain or _moved(item):
                shown = True
                yield from _item(item, card, words)
        if dimension.lines:
            shown = True
            yield _text(f"{dimension.node.id} {words('card.void')}  {_scored(dimension, words)}", "bold")
            yield _lines(dimension.lines, card, words)
    if card.total.lines:
        shown = True
        yield _text(f"{words('card.total-bounds')}  {_scored(card.total, words)}", "bold")
        yield _lines(card.total.lines, card, words)
    if not shown:
        yield _text("  " + words("card.nothing-moved"))


def _moved(item: NodeScore) -> bool:
    """Whether a row lost or won anything; one that is merely open is listed with what is open."""
    return any(line.word not in _QUIET | _OPEN and (line.points or line.kind == "award") for line in item.all_lines())


def _item(item: NodeScore, card: Scorecard, words: Words) -> Iterator[RenderableType]:
    yield _text(f"{item.node.id}  {_scored(item, words)}", "bold" if _moved(item) else "")
    for part in item.children:
        part_told = words("card.part", part=part.node.id, score=part.score, points=part.node.points)
        yield _text(f"  {part_told}")
        yield _lines(part.lines, card, words)
    if item.lines:
        if item.children:
            yield _text(f"  {words('card.whole-row')}")
        yield _lines(item.lines, card, words)


def _scored(score: NodeScore, words: Words) -> str:
    points = score.node.points
    return words("card.of" if points is not None else "card.moved", score=score.score, points=points)


def _lines(lines: tuple[Line, ...], card: Scorecard, words: Words) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", min_width=5, no_wrap=True)
    table.add_column(overflow="fold")
    for line in lines:
        style = "red" if line.points < 0 else "green" if line.points > 0 else "dim"
        table.add_row(_text(signed(line.points), style), _text(line_sentence(line, card.bound.log.events, words)))
    return Padding(table, (0, 0, 0, 2))


def _open_matters(card: Scorecard, words: Words) -> Iterator[RenderableType]:
    events = card.bound.log.events
    unassessed = [
        words("card.unassessed-points" if each.points else "card.unassessed-neutral", **each._asdict())
        for each in card.unassessed
    ]
    pending = [
        words("card.event", clause=each.clause, event=event_sentence(events[each.event])) for each in card.pending
    ]
    ignored = [
        words(
            "card.event-reason",
            clause=each.clause,
            event=event_sentence(events[each.event]),
            reason=words(f"ignored.{each.reason.value}"),
        )
        for each in card.ignored
    ]
    warnings = [warning_sentence(each, words) for each in card.warnings]
    yield from _list("card.unassessed", unassessed, "yellow", words)
    yield from _list("card.pending", pending, "yellow", words)
    yield from _list("card.ignored", ignored, "", words)
    yield from _list("card.warnings", warnings, "magenta", words)


def _list(code: str, entries: list[str], style: str, words: Words) -> Iterator[RenderableType]:
    if entries:
        yield Text()
        yield _text(words(code, count=len(entries)), f"bold {style}".strip())
        yield _bullets(entries)


def _bullets(entries: list[str]) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for entry in entries:
        table.add_row("-", _text(entry))
    return Padding(table, (0, 0, 0, 2))


def _readings(card: Scorecard, words: Words, explain: bool) -> Iterator[RenderableType]:
    yield Text()
    yield _text(words("card.readings"), "bold")
    if explain:
        touched = [reading for reading in card.bound.plan.rubric.readings if reading.id in card.readings]
        yield _bullets([words("card.reading", id=reading.id, choice=reading.choice) for reading in touched])
    else:
        yield Padding(_text(words.join(card.readings), "dim"), (0, 0, 0, 2))


def _text(text: str, style: str = "") -> Text:
    """Text as it stands: never read as markup, never cut."""
    return _Prose(text, style=style, overflow="fold")


class _Prose(Text):
    """Text broken the Chinese way: between any two characters, but never inside a number or before a closing mark."""

    def wrap(self, console: Console, width: int, **options: Any) -> Lines:
        """The lines of the text on a screen of `width` columns; a piece that is wider by itself is folded."""
        if display_width(self.plain) <= width:
            return super().wrap(console, width, **options)
        lines = [Text(line, self.style).wrap(console, width, **options) for line in wrap(self.plain, width)]
        return Lines(line for some in lines for line in some)
