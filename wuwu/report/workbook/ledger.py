"""事项明细: every event of every unit, as it was logged, with what it did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wuwu.effects import Line
from wuwu.event_log import Event
from wuwu.messages import Words, plain
from wuwu.report.sentences import event_sentence, line_head, signed
from wuwu.report.workbook.sheet import Sheet
from wuwu.report.workbook.styles import Style
from wuwu.scorecard import Scorecard

WIDTHS = (44, 14, 38, 25, 78, 56)
_COLUMNS = ("unit", "number", "clause", "date", "event", "effect")
_STYLES = (Style.TEXT, Style.CENTER, Style.TEXT, Style.SMALL_DAY, Style.TEXT, Style.TEXT)


def write_ledger(sheet: Sheet, cards: Iterable[Scorecard], words: Words) -> None:
    """Write the sheet, unit after unit, the events in the order of the logs."""
    sheet.banner(words("workbook.ledger.title"), Style.TITLE, 34)
    sheet.banner(words("workbook.ledger.note"), Style.NOTE)
    sheet.head([words(f"workbook.ledger.column.{name}") for name in _COLUMNS], frozen_columns=1)
    for card in cards:
        log = card.bound.log
        for index, (event, effect) in enumerate(zip(log.events, _effects(card, words), strict=True), 1):
            sheet.add((log.unit, index, event.clause, event.date, _told(event, words), effect), _STYLES)


def _effects(card: Scorecard, words: Words) -> Iterator[str]:
    """What each event of the log did, in the order of the log."""
    told: dict[int, list[str]] = {}
    for line in (*card.total.all_lines(), *card.vetoes):
        for index in line.events:
            told.setdefault(index, []).append(_effect(line, words))
    for pending in card.pending:
        told.setdefault(pending.event, []).append(words("pending.status"))
    for idle in card.ignored:
        told.setdefault(idle.event, []).append(words(f"ignored.{idle.reason.value}"))
    for index in range(len(card.bound.log.events)):
        yield words("line.between").join(told.get(index, [words("workbook.ledger.no-effect")]))


def _effect(line: Line, words: Words) -> str:
    head = line_head(line, words)
    if line.kind == "veto":
        return words("workbook.ledger.veto", head=head)
    name = "alone" if len(line.events) == 1 else "together"
    return words(f"workbook.ledger.{name}", head=head, points=signed(line.points), count=len(line.events))


def _told(event: Event, words: Words) -> str:
    """The event in full: what was found, measured and verified, then what the log says of it."""
    told: list[str] = []
    if event.finding is not None:
        told.append(words(f"workbook.ledger.finding.{event.finding.name}"))
    if event.value is not None:
        told.append(words("workbook.ledger.value", value=event.value))
    if event.plan is not None and event.actual is not None:
        told.append(words("workbook.ledger.plan", plan=event.plan, actual=event.actual))
    if event.rate is not None:
        told.append(words("workbook.ledger.rate", rate=event.rate))
    if event.done is not None:
        told.append(words(f"workbook.ledger.done.{str(event.done).lower()}"))
    if event.points is not None:
        told.append(words("workbook.ledger.points", points=plain(event.points)))
    if event.status is not None:
        told.append(words(f"workbook.ledger.status.{event.status.name}"))
    if event.verified_on is not None:
        told.append(words("workbook.ledger.verified", day=event.verified_on.isoformat()))
    rest = event_sentence(replace(event, date=None))
    return words("workbook.ledger.between").join([*told, rest] if rest else told)
