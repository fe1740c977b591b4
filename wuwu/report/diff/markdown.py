"""A comparison of rubrics as Markdown for a pull request. Whatever comes from a file is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wuwu.comparison.changes import Comparison, Sort
from wuwu.comparison.impact import Impact
from wuwu.messages import Words
from wuwu.report.diff.differences import change_sentence, grouped, title
from wuwu.report.diff.side_by_side import SideCell, SideRow, lay_side_by_side
from wuwu.report.diff.unit_effects import COLUMNS, effect_rows, listings, remarks, summary
from wuwu.report.layout.markdown import escape

# Marks that no text holds stand for Markdown's own until everything else is escaped.
_MARKS = {"\ue000": "<del>", "\ue001": "</del>", "\ue002": "<ins>", "\ue003": "</ins>"}


def diff_markdown(comparison: Comparison, impact: Impact | None, words: Words) -> str:
    """The comparison as Markdown, or "" where nothing differs."""
    lines: list[str] = []
    if comparison.changes:
        lines += [f"### {escape(title(comparison, words))}", ""]
        lines += _changes(comparison, words) if comparison.same_table else _tables(comparison, words)
    if impact is not None and (comparison.changes or impact.touched or impact.unbound):
        lines += _units(impact, words)
    return "\n".join(lines).rstrip() + "\n" if lines else ""


def _mark(old: str, new: str) -> str:
    return (f"\ue000{old}\ue001" if old else "") + (f"\ue002{new}\ue003" if new else "")


def _marked(text: str) -> str:
    marked = escape(text)
    for mark, tag in _MARKS.items():
        marked = marked.replace(mark, tag)
    return marked


def _changes(comparison: Comparison, words: Words) -> Iterator[str]:
    for sort, changes in grouped(comparison):
        heading = words("diff.count", heading=words(f"diff.sort.{sort}"), count=len(changes))
        folded = sort is not Sort.SCORING
        yield from _opening(heading, folded=folded)
        for change in changes:
            head, what = change_sentence(change, comparison, words, _mark)
            yield f"- **{escape(head)}**{words('diff.colon')}{_marked(what)}"
        yield from _closing(folded=folded)


def _tables(comparison: Comparison, words: Words) -> Iterator[str]:
    for section in lay_side_by_side(comparison, words, _mark):
        yield from _table(
            [section.old, section.new, words("diff.differences")], (_cells(row, words) for row in section.rows)
        )
        yield ""


def _cells(row: SideRow, words: Words) -> list[str]:
    if row.same and row.old and row.new:
        return [f"**{escape(row.old.head)}**", f"**{escape(row.new.head)}**", escape(words("diff.row-same"))]
    sides = [_cell(cell) if cell else escape(words("diff.row-missing")) for cell in (row.old, row.new)]
    return [*sides, "<br>".join(map(_marked, row.differences))]


def _cell(cell: SideCell) -> str:
    text = "".join(escape(piece) if shared else f"<u>{escape(piece)}</u>" for piece, shared in cell.text)
    return f"**{escape(cell.head)}**<br>{text}"


def _units(impact: Impact, words: Words) -> Iterator[str]:
    yield f"**{escape(summary(impact, words))}**"
    yield ""
    rows = list(effect_rows(impact, words))
    if rows:
        yield from _table([words(f"diff.column.{name}") for name in COLUMNS], (map(escape, row) for row in rows))
        yield ""
    for remark in remarks(impact, words):
        yield from (escape(remark), "")
    for listing in listings(impact, words):
        heading = words("diff.count", heading=listing.heading, count=len(listing.lines))
        yield from _opening(heading, folded=listing.aside)
        for line, notes in listing.lines:
            yield f"- {escape(line)}"
            yield from (f"  - {escape(note)}" for note in notes)
        yield from _closing(folded=listing.aside)


def _opening(heading: str, *, folded: bool) -> tuple[str, str]:
    return (f"<details><summary>{escape(heading)}</summary>" if folded else f"**{escape(heading)}**", "")


def _closing(*, folded: bool) -> tuple[str, ...]:
    return ("", "</details>", "") if folded else ("",)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    names = [escape(name) for name in head]
    yield f"| {' | '.join(names)} |"
    yield "|" + " --- |" * len(names)
    for row in rows:
        yield f"| {' | '.join(row)} |"
