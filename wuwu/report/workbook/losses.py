"""失分分析: the clauses that cost most, over the units of each group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from wuwu.messages import Words, plain
from wuwu.plan import Plan
from wuwu.ranking import GroupRanking, Ranking
from wuwu.report.workbook.sections import name_group
from wuwu.report.workbook.sheet import Sheet
from wuwu.report.workbook.styles import Style

WIDTHS = (13, 32, 36, 92, 18, 16, 48)
_COLUMNS = ("number", "dimension", "clause", "text", "lost", "units", "who")
_STYLES = (Style.CENTER, Style.TEXT, Style.TEXT, Style.TEXT, Style.CENTER, Style.CENTER, Style.TEXT)
# Units named with each clause: those that lost most.
_NAMED = 5


def write_losses(sheet: Sheet, ranking: Ranking, plans: Mapping[str, Plan], words: Words) -> None:
    """Write the sheet; `plans` by the digest of their rubric."""
    sheet.banner(words("workbook.losses.title"), Style.TITLE, 34)
    sheet.banner(words("workbook.losses.note"), Style.NOTE)
    sheet.head([words(f"workbook.losses.column.{name}") for name in _COLUMNS])
    for group in ranking.groups:
        heading = sheet.banner(name_group(group, words), Style.SECTION, 22)
        _write_group(sheet, group, plans[group.rubric.sha256], words)
        sheet.keep(heading, min(heading + 1, sheet.last))


def _write_group(sheet: Sheet, group: GroupRanking, plan: Plan, words: Words) -> None:
    names = {item.id: dimension.name for dimension in plan.rubric.dimensions for item in dimension.items}
    losers = _losers(group)
    for number, loss in enumerate(group.losses(), 1):
        clause = plan.clauses[loss.clause]
        quote = words("workbook.losses.gap").join(clause.declared.quote)
        who = _named(losers[loss.clause], words)
        sheet.add((number, names[clause.item], loss.clause, quote, -loss.points, loss.units, who), _STYLES)
    if not losers:
        sheet.banner(words("workbook.losses.none"), Style.NOTE)
    elif group.returned:
        sheet.banner(words("workbook.losses.returned", points=group.returned), Style.NOTE)


def _losers(group: GroupRanking) -> Mapping[str, list[tuple[str, str]]]:
    """By clause, the units that lost points and how many, the greatest loss first."""
    found: dict[str, list[tuple[Decimal, str, str]]] = {}
    for result in group.results:
        for loss in result.losses:
            found.setdefault(loss.clause, []).append((loss.points, result.unit, plain(loss.points)))
    return {clause: [each[1:] for each in sorted(some)] for clause, some in found.items()}


def _named(losers: Iterable[tuple[str, str]], words: Words) -> str:
    told = [words("workbook.losses.unit", unit=unit, points=points) for unit, points in losers]
    more = words("workbook.losses.more", count=len(told) - _NAMED) if len(told) > _NAMED else ""
    return words.join(told[:_NAMED]) + more
