"""A comparison of rubrics for the screen: the changes as a list, two tables side by side, the units as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from wuwu.comparison.changes import Comparison
from wuwu.comparison.impact import Impact
from wuwu.messages import Words
from wuwu.report.diff.differences import change_sentence, grouped, title
from wuwu.report.diff.side_by_side import SideCell, SideRow, lay_side_by_side
from wuwu.report.diff.unit_effects import COLUMNS, EffectRow, effect_rows, listings, remarks, summary
from wuwu.report.layout.table import Column, lay_out
from wuwu.report.layout.width import wrap

_HEADING = "bold"
# How the columns of two tables share the screen, and what the lines and blanks between them take.
_SHARES = (4, 4, 3)
_FRAME = 10
_ALWAYS = ("unit", "old", "new", "delta", "rank", "clauses")
_FIGURES = ("old", "new", "delta")
_NARROWEST, _UNLIMITED = 12, 10_000


def diff_text(comparison: Comparison, impact: Impact | None, words: Words, width: int) -> Iterator[RenderableType]:
    """What to print for a comparison on a screen so many columns wide; nothing where nothing differs."""
    if comparison.changes:
        yield from _wrapped(title(comparison, words), width, style=_HEADING)
        same = comparison.same_table
        yield from _changes(comparison, words, width) if same else _tables(comparison, words, width)
    if impact is not None and (comparison.changes or impact.touched or impact.unbound):
        yield Text("")
        yield from _units(impact, words, width)


def _mark(old: str, new: str) -> str:
    """What a text lost and what it got, without colours."""
    if not old:
        return f"【＋{new}】"
    return f"【{old} → {new}】" if new else f"【－{old}】"


def _wrapped(text: str, width: int, indent: int = 0, style: str = "") -> Iterator[Text]:
    for number, line in enumerate(wrap(text, width - indent - 4 * (indent > 0))):
        yield Text(
            " " * (indent + (2 if number and indent else 0)) + line, style=style, no_wrap=True, overflow="ignore"
        )


def _changes(comparison: Comparison, words: Words, width: int) -> Iterator[RenderableType]:
    for sort, changes in grouped(comparison):
        yield Text("")
        heading = words("diff.count", heading=words(f"diff.sort.{sort}"), count=len(changes))
        yield Text(heading, style=_HEADING)
        for change in changes:
            head, what = change_sentence(change, comparison, words, _mark)
            yield from _wrapped(head + words("diff.colon") + what, width, indent=2)


def _tables(comparison: Comparison, words: Words, width: int) -> Iterator[RenderableType]:
    for change in comparison.changes:
        if change.node == "rubric":
            for field in change.fields:
                if field.name not in ("title", "source"):
                    head, what = change_sentence(change._replace(fields=(field,)), comparison, words, _mark)
                    yield from _wrapped(head + words("diff.colon") + what, width)
    share = (width - _FRAME) // sum(_SHARES)
    columns = [share * each for each in _SHARES]
    for section in lay_side_by_side(comparison, words, _mark):
        table = Table(box=SIMPLE_HEAD, padding=(0, 1))
        for heading, column in zip((section.old, section.new, words("diff.differences")), columns, strict=True):
            table.add_column(Text(heading), width=column, overflow="fold")
        for row in section.rows:
            table.add_row(*_cells(row, columns, words), end_section=True)
        yield table


def _cells(row: SideRow, columns: Sequence[int], words: Words) -> tuple[Text, Text, Text]:
    if row.same and row.old and row.new:
        same = Text(words("diff.row-same"), style="dim")
        return Text(row.old.head, style=_HEADING), Text(row.new.head, style=_HEADING), same
    missing = Text(words("diff.row-missing"), style="dim")
    old, new = (_cell(cell, columns[0]) if cell else missing for cell in (row.old, row.new))
    return old, new, Text("\n".join(line for each in row.differences for line in wrap(each, columns[2])))


def _cell(cell: SideCell, columns: int) -> Text:
    """A row of the table; what the other table does not have stands in 【】."""
    marked = "".join(piece if shared else f"【{piece}】" for piece, shared in cell.text)
    text = Text(cell.head, style=_HEADING, overflow="fold")
    inside = False
    for piece in re.split("([【】])", "\n" + "\n".join(wrap(marked, columns))):
        inside = inside or piece == "【"
        text.append(piece, style="not bold yellow" if inside else "not bold")
        inside = inside and piece != "】"
    return text


def _effects(rows: Sequence[EffectRow], words: Words, width: int) -> Iterator[Text]:
    """The units as a table, and under each what did it: on a line of its own, where there is room for it."""
    shown = [name for name in COLUMNS if name in _ALWAYS or any(getattr(row, name) for row in rows)]
    shown.remove("clauses")
    columns = [
        Column(words(f"diff.column.{name}"), name in _FIGURES, _NARROWEST if name == "unit" else None, heading_width=6)
        for name in shown
    ]
    cells = [[getattr(row, name) for name in shown] for row in rows]
    heading, *laid = lay_out(columns, cells, width) or lay_out(columns, cells, _UNLIMITED) or [[]]
    yield from (Text(line, style=_HEADING, no_wrap=True, overflow="ignore") for line in heading)
    for row, lines in zip(rows, laid, strict=True):
        yield from (Text(line, no_wrap=True, overflow="ignore") for line in lines)
        if row.clauses:
            yield from _wrapped(words("diff.column.clauses") + words("diff.colon") + row.clauses, width, indent=2)


def _units(impact: Impact, words: Words, width: int) -> Iterator[RenderableType]:
    yield Text(summary(impact, words), style=_HEADING, overflow="fold")
    rows = list(effect_rows(impact, words))
    if rows:
        yield Text("")
        yield from _effects(rows, words, width)
        yield Text("")
    for remark in remarks(impact, words):
        yield from _wrapped(remark, width)
    for listing in listings(impact, words):
        yield Text("")
        yield Text(words("diff.count", heading=listing.heading, count=len(listing.lines)), style=_HEADING)
        for line, notes in listing.lines:
            yield from _wrapped(line, width, indent=2)
            for note in notes:
                yield from _wrapped(note, width, indent=4)
