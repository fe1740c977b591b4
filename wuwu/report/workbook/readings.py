"""口径: the readings that touched a score, with what was decided and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from wuwu.messages import Words
from wuwu.report.workbook.sections import cards_of, name_rubric
from wuwu.report.workbook.sheet import Sheet
from wuwu.report.workbook.styles import Style
from wuwu.rubric.plan import Plan
from wuwu.units.ranking import GroupRanking, Ranking

WIDTHS = (13, 50, 74, 68, 30, 14, 13)
_COLUMNS = ("id", "question", "choice", "basis", "clauses", "status", "units")
_STYLES = (Style.CENTER, Style.TEXT, Style.TEXT, Style.TEXT, Style.TEXT, Style.CENTER, Style.CENTER)
# A reading may concern forty clauses: the table then says how many.
_MOST_CLAUSES = 8


def write_readings(sheet: Sheet, ranking: Ranking, plans: Mapping[str, Plan], words: Words) -> None:
    """Write the sheet: by rubric, each reading that touched at least one unit; then a line to sign."""
    sheet.banner(words("workbook.readings.title"), Style.TITLE, 27)
    sheet.banner(words("workbook.readings.note"), Style.NOTE)
    sheet.head([words(f"workbook.readings.column.{name}") for name in _COLUMNS])
    touched = False
    for sha256, plan in plans.items():
        groups = [group for group in ranking.groups if group.rubric.sha256 == sha256]
        heading = sheet.banner(name_rubric(groups[0], words), Style.SECTION, 19.5)
        touched = _write_rubric(sheet, groups, plan, words) or touched
        sheet.keep(heading, min(heading + 1, sheet.last))
    if touched:
        signatures = sheet.banner(words("workbook.readings.signatures"), Style.SIGNATURE, 27)
        sheet.keep(signatures - 1, signatures)


def _write_rubric(sheet: Sheet, groups: Iterable[GroupRanking], plan: Plan, words: Words) -> bool:
    """Write the readings of one rubric; whether there was any."""
    touched = Counter(reading for group in groups for card in cards_of(group) for reading in card.readings)
    for reading in plan.rubric.readings:
        if reading.id in touched:
            status = words(f"reading.{reading.status}")
            clauses = _clauses(reading.clauses, words)
            values = (reading.id, reading.question, reading.choice, reading.basis, clauses, status, touched[reading.id])
            sheet.add(values, _STYLES)
    if not touched:
        sheet.banner(words("workbook.readings.none"), Style.NOTE)
    return bool(touched)


def _clauses(clauses: Iterable[str], words: Words) -> str:
    known = list(clauses)
    if not known:
        return words("workbook.readings.all")
    more = words("workbook.readings.more", count=len(known)) if len(known) > _MOST_CLAUSES else ""
    return words.join(known[:_MOST_CLAUSES]) + more
