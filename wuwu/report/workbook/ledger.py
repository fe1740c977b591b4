"""事项明细: every event of every unit, as it was logged, with what it did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from wuwu.messages import Words, plain
from wuwu.report.citations import MeasuredIn, cite_event
from wuwu.report.workbook.event_effects import effects_of
from wuwu.report.workbook.sheet import Sheet
from wuwu.report.workbook.styles import Style
from wuwu.schema.event import Event
from wuwu.scoring.scorecard import Scorecard

WIDTHS = (9, 29, 20, 84.5, 39.5)
_COLUMNS = ("number", "clause", "date", "event", "effect")
_STYLES = (Style.SMALL_CENTER, Style.SMALL, Style.SMALL_DAY, Style.SMALL, Style.SMALL)
_LOWEST = 15.0


def write_ledger(sheet: Sheet, cards: Iterable[Scorecard], words: Words) -> None:
    """Write the sheet, unit after unit, the events in the order of the logs."""
    sheet.banner(words("workbook.ledger.title"), Style.TITLE, 27)
    sheet.banner(words("workbook.ledger.note"), Style.NOTE)
    sheet.head([words(f"workbook.ledger.column.{name}") for name in _COLUMNS])
    for card in cards:
        log = card.bound.log
        name = words("workbook.ledger.unit", unit=log.unit, count=len(log.events))
        heading = sheet.banner(name, Style.STRONG_TEXT, 18)
        for index, (event, effect) in enumerate(zip(log.events, effects_of(card, words), strict=True), 1):
            figure = card.bound.plan.clauses[event.clause].declared.measured_in
            sheet.add((index, event.clause, event.date, _worded(event, figure, words), effect), _STYLES, _LOWEST)
        sheet.keep(heading, min(heading + 2, sheet.last))


# what has a column or a sentence of its own
_TOLD: Mapping[str, Any] = dict.fromkeys(("date", "value", "plan", "actual", "rate", "done"))


def _worded(event: Event, figure: MeasuredIn, words: Words) -> str:
    """The event in full: what was found, measured and verified, then what the log says of it."""
    told: list[str] = []
    if event.finding is not None:
        told.append(words(f"found.{event.finding.name.lower()}"))
    if event.value is not None:
        code, unit = figure
        told.append(words(f"line.{code}", figure=event.value, unit=unit).strip())
    if event.plan is not None and event.actual is not None:
        told.append(words("workbook.ledger.plan", plan=event.plan, actual=event.actual))
    if event.rate is not None:
        told.append(words("workbook.ledger.rate", rate=event.rate))
    if event.done is not None:
        told.append(words(f"workbook.ledger.done.{str(event.done).lower()}"))
    if event.points is not None:
        told.append(words("workbook.ledger.points", points=plain(event.points)))
    if event.status is not None:
        told.append(words(f"status.{event.status.name.lower()}"))
    if event.verified_on is not None:
        told.append(words("workbook.ledger.verified", day=event.verified_on.isoformat()))
    rest = cite_event(replace(event, **_TOLD), words)
    return words("workbook.ledger.between").join([*told, rest] if rest else told)
