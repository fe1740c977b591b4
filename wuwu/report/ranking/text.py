"""A ranking for the screen: a table a group, bars where there is room for them, notes, and what could not be scored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from wuwu.messages import Words
from wuwu.report.layout.screen import BOLD, BOLD_RED, CYAN, DIM, styled
from wuwu.report.layout.table import fold, lay_out, printable
from wuwu.report.layout.width import display_width, pad
from wuwu.report.ranking.tables import RankingSection, RankingTable, list_failed, tabulate
from wuwu.units.ranking import Ranking

_SHORTEST_BAR, _LONGEST_BAR = 8, 24
_UNLIMITED = 10_000


def render_ranking(ranking: Ranking, words: Words, *, width: int, color: bool = False) -> str:
    """The ranking as text for a screen of `width` columns; `color` adds ANSI escapes."""
    return "\n".join(_lines(ranking, words, width, color)) + "\n"


def _lines(ranking: Ranking, words: Words, width: int, color: bool) -> Iterator[str]:
    if not ranking.groups:
        yield from _paragraph(words("ranking.nothing"), width, BOLD, color)
    elif ranking.incomplete:
        yield from _paragraph(words("ranking.incomplete", failed=len(ranking.failed)), width, BOLD_RED, color)
        yield ""
    for number, section in enumerate(tabulate(ranking, words)):
        yield from [""] * min(number, 1)
        yield from _section(section, words, width, color)
    if ranking.failed:
        yield ""
        yield from _paragraph(words("ranking.heading.failed"), width, BOLD_RED, color)
        for path, problems in list_failed(ranking, words):
            yield from _paragraph(words("ranking.failed", path=path, problems=problems), width, "", color)


def _section(section: RankingSection, words: Words, width: int, color: bool) -> Iterator[str]:
    yield from _paragraph(section.title, width, BOLD, color)
    for remark in section.remarks:
        yield from _paragraph(remark, width, "", color)
    for table, notes in section.tables:
        yield ""
        if table.heading:
            yield from _paragraph(table.heading, width, BOLD, color)
        yield from _table(table, words, width, color)
        for note in notes:
            yield from _paragraph(note, width, DIM, color)


def _paragraph(text: str, width: int, style: str, color: bool) -> Iterator[str]:
    return (styled(line, style, color) for line in fold(printable(text), width))


def _table(table: RankingTable, words: Words, width: int, color: bool) -> Iterator[str]:
    laid = lay_out(table.columns, table.rows, width)
    if laid is not None:
        yield from _drawn(table, laid, width, color)
        return
    first, end = table.apart
    if first == end:
        yield from _drawn(table, lay_out(table.columns, table.rows, _UNLIMITED) or [], width, color)
        return
    # too narrow for all columns: the dimensions get a table of their own, with the units' names once more
    rest = [index for index in range(len(table.columns)) if not first <= index < end]
    yield from _table(_picked(table, rest), words, width, color)
    yield ""
    yield styled(words("ranking.heading.dimensions"), BOLD, color)
    own = [*range(first), *range(first, end)]
    yield from _table(_picked(table, own)._replace(bars=()), words, width, color)


def _picked(table: RankingTable, columns: Sequence[int]) -> RankingTable:
    rows = tuple([tuple([row[index] for index in columns]) for row in table.rows])
    return table._replace(columns=tuple([table.columns[index] for index in columns]), rows=rows, apart=(0, 0))


def _drawn(table: RankingTable, laid: Sequence[Sequence[str]], width: int, color: bool) -> Iterator[str]:
    heading, *rows = laid
    used = max([display_width(line) for lines in laid for line in lines], default=0)
    bars = _bars(table.bars, width - used - 2)
    for line in heading:
        yield styled(line, BOLD, color)
    body = len(rows) - table.foot
    for number, lines in enumerate(rows):
        if table.foot and number == body:
            yield styled("-" * used, DIM, color)
        style = table.styles[number] if number < len(table.styles) else ""
        bar = bars[number] if bars else ""
        first = pad(lines[0], used + 2) if bar else lines[0]
        yield styled(first, style, color) + styled(bar, CYAN, color)
        yield from (styled(line, style, color) for line in lines[1:])


def _bars(figures: Sequence[Decimal | None], room: int) -> list[str]:
    """A bar for each figure, all from zero on one scale; none where there is no room or nothing to compare."""
    longest = min(room, _LONGEST_BAR)
    known = [figure for figure in figures if figure is not None]
    if longest < _SHORTEST_BAR or len(known) < 2 or max(known) <= 0:
        return []
    # the bars stand last on the line: on some screens a block takes two columns
    scale = max(known)
    return ["█" * max(0, int(figure * longest / scale)) if figure is not None else "" for figure in figures]
