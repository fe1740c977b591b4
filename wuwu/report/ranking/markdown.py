"""A ranking as Markdown, for a page or a pull request. Whatever comes from a log is escaped."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.messages import Words
from wuwu.report.layout.markdown import escape
from wuwu.report.ranking.tables import RankingTable, list_failed, tabulate
from wuwu.units.ranking import Ranking


def ranking_markdown(ranking: Ranking, words: Words) -> str:
    """The ranking, group by group, with the notes and what could not be scored."""
    return "\n".join(_lines(ranking, words)) + "\n"


def _lines(ranking: Ranking, words: Words) -> Iterator[str]:
    if not ranking.groups:
        yield f"**{escape(words('ranking.nothing'))}**\n"
    elif ranking.incomplete:
        yield f"**{escape(words('ranking.incomplete', failed=len(ranking.failed)))}**\n"
    for section in tabulate(ranking, words):
        yield f"## {escape(section.title)}\n"
        yield from (f"{escape(remark)}\n" for remark in section.remarks)
        for table, notes in section.tables:
            if table.heading:
                yield f"### {escape(table.heading)}\n"
            yield from _table(table)
            yield ""
            yield from (f"- {escape(note)}" for note in notes)
            yield ""
    if ranking.failed:
        yield f"## {escape(words('ranking.heading.failed'))}\n"
        for path, problems in list_failed(ranking, words):
            yield f"- {escape(words('ranking.failed', path=path, problems=problems))}"


def _table(table: RankingTable) -> Iterator[str]:
    yield f"| {' | '.join(escape(column.heading) for column in table.columns)} |"
    yield f"| {' | '.join('---:' if column.figures else '---' for column in table.columns)} |"
    body = len(table.rows) - table.foot
    for number, row in enumerate(table.rows):
        cells = [escape(cell) for cell in row]
        if number >= body:
            cells = [f"*{cell}*" if cell else "" for cell in cells]
        yield f"| {' | '.join(cells)} |"
