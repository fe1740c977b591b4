"""The ranking as the workbook that the office prints, signs and files: the sheets in their order, and the whole as bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import accumulate

from openpyxl import Workbook

from wuwu import __version__
from wuwu.messages import Words
from wuwu.report.workbook.annual import lay_out as lay_out_annual
from wuwu.report.workbook.annual import write_annual
from wuwu.report.workbook.archive import pack
from wuwu.report.workbook.chart import WIDTHS as CHART_WIDTHS
from wuwu.report.workbook.chart import chart_fits, draw_scores
from wuwu.report.workbook.check import WIDTHS as CHECK_WIDTHS
from wuwu.report.workbook.check import Written, write_check
from wuwu.report.workbook.fonts import GB_FONTS, Fonts
from wuwu.report.workbook.ledger import WIDTHS as LEDGER_WIDTHS
from wuwu.report.workbook.ledger import write_ledger
from wuwu.report.workbook.losses import WIDTHS as LOSSES_WIDTHS
from wuwu.report.workbook.losses import write_losses
from wuwu.report.workbook.pages import A4_LANDSCAPE, A4_PORTRAIT, Paper
from wuwu.report.workbook.readings import WIDTHS as READINGS_WIDTHS
from wuwu.report.workbook.readings import write_readings
from wuwu.report.workbook.safety import SheetNames, safe_text
from wuwu.report.workbook.sections import cards_of
from wuwu.report.workbook.sheet import Sheet
from wuwu.report.workbook.styles import Stylist
from wuwu.report.workbook.summary import SummaryRows, lay_out, write_summary
from wuwu.report.workbook.unit import WIDTHS as UNIT_WIDTHS
from wuwu.report.workbook.unit import write_unit
from wuwu.rubric.plan import Plan
from wuwu.scoring.scorecard import Scorecard
from wuwu.units.ranking import GroupRanking, Ranked, Ranking

_FIXED = ("losses", "ledger", "readings", "check")


def render_workbook(
    ranking: Ranking, words: Words, fonts: Fonts = GB_FONTS, advance: Callable[[int, int], None] | None = None
) -> bytes:
    """The bytes of the .xlsx file, the same for the same ranking whenever it is made.

    The results of the ranking must have kept their scorecards, and there must be at least one. `advance` is called with the
    number of steps done and of all: each unit has one for its sheet, one for its events, and its share of the packing.
    """
    book = _Book(words, fonts)
    units = sum(len(group.results) for group in ranking.groups)
    told = advance or (lambda done, total: None)
    groups = [(group, cards_of(group)) for group in ranking.groups]
    plans = {group.rubric.sha256: card.bound.plan for group, cards in groups for card in cards[:1]}
    summaries = [_summary(book, group, ranking, words) for group, _ in groups]
    for year in ranking.annuals:
        parts = [words("workbook.name.annual"), *([year.group] if year.group else [])]
        name = words("workbook.name.between").join(parts)
        paper, widths = lay_out_annual(year)
        write_annual(book.add(name, name, widths, paper), year, words)
    write_losses(book.open("losses", LOSSES_WIDTHS), ranking, words)
    written: list[Written] = []
    for (group, cards), summary in zip(groups, summaries, strict=True):
        places: list[Ranked | None] = [*group.ranked, *[None] * len(group.vetoed)]
        for result, card, place in zip(group.results, cards, places, strict=True):
            name = result.unit if result.period is None else f"{result.unit} {result.period.label}"
            rows = write_unit(book.add(name, words("workbook.name.unit"), UNIT_WIDTHS), card, place, words)
            written.append(Written(card, result.key, rows, summary))
            told(len(written), 3 * units)
    write_ledger(book.open("ledger", LEDGER_WIDTHS), _cards(written, told), words)
    write_readings(book.open("readings", READINGS_WIDTHS, A4_LANDSCAPE), ranking, plans, words)
    write_check(book.open("check", CHECK_WIDTHS), written, words)
    return book.close(plans, _last_day(written), lambda rows, all_: told(2 * units + units * rows // all_, 3 * units))


def _cards(written: Sequence[Written], told: Callable[[int, int], None]) -> Iterator[Scorecard]:
    for number, each in enumerate(written, 1):
        yield each.card
        told(len(written) + number, 3 * len(written))


def _last_day(written: Sequence[Written]) -> date:
    """The day the file bears: when the last unit was assessed, else the end of the year; never today."""
    days = [log.assessed_on for each in written if (log := each.card.bound.log).assessed_on is not None]
    return max(days, default=None) or date(max(each.card.bound.log.year for each in written), 12, 31)


def _summary(book: _Book, group: GroupRanking, ranking: Ranking, words: Words) -> SummaryRows:
    told = []
    if len(ranking.groups) > 1:
        told = [group.rubric.id] if len({each.rubric.id for each in ranking.groups}) > 1 else []
        told += [group.group] if group.group else []
        told += [group.period.label] if group.period is not None else []
    between = words("workbook.name.between")
    name = between.join([words("workbook.name.summary"), *told])
    paper, widths = lay_out(group)
    sheet = book.add(name, name, widths, paper)
    rows = write_summary(sheet, group, ranking, words)
    if group.ranked:
        apart = between.join([words("workbook.name.chart"), *told])
        canvas = sheet if chart_fits(sheet, group) else book.add(apart, apart, CHART_WIDTHS)
        draw_scores(canvas, group, sheet, rows, words)
    return rows


class _Book:
    """The workbook under construction: its sheets, their names, and what they all share."""

    def __init__(self, words: Words, fonts: Fonts) -> None:
        self._words, self._fonts = words, fonts
        self._workbook = Workbook()
        del self._workbook["Sheet"]
        self._stylist = Stylist(self._workbook, fonts)
        self._fixed = {name: words(f"workbook.name.{name}") for name in _FIXED}
        self._names = SheetNames(self._fixed.values())
        self._sheets: list[Sheet] = []

    def open(self, name: str, widths: Sequence[float], paper: Paper = A4_PORTRAIT) -> Sheet:
        """One of the sheets that every workbook has."""
        return self._new(self._fixed[name], widths, paper)

    def add(self, wanted: str, otherwise: str, widths: Sequence[float], paper: Paper = A4_PORTRAIT) -> Sheet:
        """A sheet named as near to what is wanted as a workbook allows."""
        return self._new(self._names.claim(wanted, otherwise), widths, paper)

    def close(self, plans: dict[str, Plan], day: date, packed: Callable[[int, int], None]) -> bytes:
        """Settle every sheet and put down where the figures come from; the bytes.

        `packed` is called with the number of rows that are packed, and of all.
        """
        for sheet in self._sheets:
            sheet.finish(self._words, self._fonts.body)
        properties = self._workbook.properties
        rubrics = [plan.rubric for plan in plans.values()]
        properties.creator = f"wuwu {__version__}"
        properties.title = safe_text(self._words.join(dict.fromkeys(rubric.title for rubric in rubrics)))
        digests = [
            f"{rubric.rubric} {rubric.year} sha256:{sha256}" for sha256, rubric in zip(plans, rubrics, strict=True)
        ]
        properties.description = safe_text("\n".join([f"wuwu {__version__}", *digests]))
        properties.keywords = safe_text(" ".join(rubric.rubric for rubric in rubrics))
        self._workbook.calculation.fullCalcOnLoad = True
        rows = list(accumulate(sheet.last for sheet in self._sheets))
        done = iter(rows)
        return pack(self._workbook, day, lambda: packed(next(done), rows[-1]))

    def _new(self, title: str, widths: Sequence[float], paper: Paper) -> Sheet:
        sheet = Sheet(self._workbook.create_sheet(title), self._stylist, widths, paper)
        self._sheets.append(sheet)
        return sheet
