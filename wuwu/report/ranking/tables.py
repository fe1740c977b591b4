"""A ranking in, the tables and notes that say it out, in words: what the screen and Markdown both show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from wuwu.diagnostics import Severity
from wuwu.identity import spell_out
from wuwu.messages import Words, plain
from wuwu.report.citations import cite_events
from wuwu.report.findings.problems import message
from wuwu.report.layout.screen import RED, YELLOW
from wuwu.report.layout.table import Column
from wuwu.report.ranking.annual import annual_columns, annual_notes, annual_rows
from wuwu.report.sentences import grade_text, period_name, range_text, signed
from wuwu.scoring.scorecard import Standing
from wuwu.units.annual import AnnualGroup
from wuwu.units.ranking import Failure, GroupRanking, Ranked, Ranking, rounded
from wuwu.units.summary import Denial, UnitResult

MOST_LOSSES = 10
_MOST_NAMED = 10


class RankingTable(NamedTuple):
    """A table in words.

    `bars`: what the bar of each row shows, or None for a row without one. `apart`: the first and the end of the columns
    that may stand in a table of their own. `foot`: how many rows at the end sum up the others. `styles`: how each row
    is painted on a screen, as an ANSI parameter.
    """

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[Decimal | None, ...] = ()
    apart: tuple[int, int] = (0, 0)
    foot: int = 0
    styles: tuple[str, ...] = ()


class RankingSection(NamedTuple):
    """One group: what stands above its tables, the tables, each with the notes under it."""

    title: str
    remarks: tuple[str, ...]
    tables: tuple[tuple[RankingTable, tuple[str, ...]], ...]


def tabulate(ranking: Ranking, words: Words) -> Iterator[RankingSection]:
    """A section for each group."""
    for group in ranking.groups:
        yield RankingSection(
            words(
                "ranking.title",
                title=group.rubric.title,
                period=period_name(group.rubric.year, group.period, words),
            ),
            tuple(_remarks(group, words)),
            tuple(_tables(group, ranking, words)),
        )
    for year in ranking.annuals:
        yield RankingSection(
            words("annual.title", title=year.rubric.title, year=year.rubric.year),
            (words("ranking.group", group=year.group),) if year.group else (),
            ((_annual(year, words), tuple(annual_notes(year, words))),),
        )


def _annual(year: AnnualGroup, words: Words) -> RankingTable:
    apart = (2, 2 + len(year.labels))
    return RankingTable("", annual_columns(year, words), tuple(annual_rows(year, words)), apart=apart)


def list_failed(ranking: Ranking, words: Words) -> list[tuple[str, str]]:
    """Each log that could not be scored, and what is wrong with it in a line: the problem, or how many there are."""
    return [(_shown(each, words), _brief(each, words)) for each in ranking.failed]


def _shown(failure: Failure, words: Words) -> str:
    """The file, with the unit where it is one of several in it."""
    return words("ranking.failed-unit", path=failure.path, unit=failure.unit) if failure.unit else failure.path


def _brief(failure: Failure, words: Words) -> str:
    errors = [each for each in failure.problems if each.severity is Severity.ERROR]
    if len(errors) == 1:
        return message(errors[0], words)
    return words("problems.error-count", count=len(errors))


def denials_text(denials: Sequence[Denial], words: Words) -> str:
    """The clauses and events of the vetoes."""
    told = [
        words("ranking.denied", clause=clause, events=cite_events(events, words, figure))
        for clause, events, figure in denials
    ]
    return words("line.between").join(told)


def places_text(ranked: Ranked, words: Words) -> str:
    """The places a unit can still come to; "" where its place is settled."""
    if not ranked.unsettled:
        return ""
    if ranked.worst is None:
        return words("ranking.place.veto", best=ranked.best)
    return words("ranking.range.between", low=ranked.best, high=ranked.worst)


def as_of_text(group: GroupRanking, words: Words) -> str:
    """On which day the units stand, where that is not the whole year; "" where it is."""
    days = group.days()
    if not any(days):
        return ""
    named = [(day.isoformat() if day else words("as-of.year"), count) for day, count in days.items()]
    if len(named) == 1:
        return words("as-of", day=named[0][0])
    return words("as-of.apart", days=[words("as-of.units", day=day, count=count) for day, count in named])


def spellings_text(group: GroupRanking, words: Words) -> str:
    """The spellings of the group's name where its units have several; else ""."""
    found = [spell_out(each) for each in group.spellings]
    return words("ranking.group-spellings", groups=found) if len(found) > 1 else ""


def _remarks(group: GroupRanking, words: Words) -> Iterator[str]:
    if group.group:
        yield words("ranking.group", group=group.group)
    if spellings := spellings_text(group, words):
        yield spellings
    results = group.results
    provisional = sum(each.standing is Standing.PROVISIONAL for each in results)
    counts = {
        "units": len(results),
        "ranked": len(group.ranked),
        "vetoed": len(group.vetoed),
        "provisional": provisional,
    }
    yield words("ranking.count", **counts)
    if interim := as_of_text(group, words):
        yield interim


def _tables(group: GroupRanking, ranking: Ranking, words: Words) -> Iterator[tuple[RankingTable, tuple[str, ...]]]:
    if group.ranked:
        yield _ranked(group, words), tuple(_notes(group, ranking, words))
    if group.vetoed:
        yield _vetoed(group, words), ()
    if group.losses():
        yield _losses(group, words)


_Cell = Callable[[Ranked], str]


def _ranked(group: GroupRanking, words: Words) -> RankingTable:
    columns, cells = zip(*_ranked_columns(group, words), strict=True)
    first = 2
    end = first + len(group.rubric.dimensions)
    rows = [tuple([cell(each) for cell in cells]) for each in group.ranked]
    foot = list(_foot(group, words, len(columns) - end - 2)) if len(group.ranked) > 1 else []
    return RankingTable(
        heading="",
        columns=columns,
        rows=(*rows, *foot),
        bars=(*(each.result.reference_score for each in group.ranked), *(None for _ in foot)),
        apart=(first, end),
        foot=len(foot),
        styles=tuple(YELLOW if each.result.standing is Standing.PROVISIONAL else "" for each in group.ranked),
    )


def _ranked_columns(group: GroupRanking, words: Words) -> Iterator[tuple[Column, _Cell]]:
    def column(name: str, *, figures: bool = False, least: int | None = None) -> Column:
        return Column(words(f"ranking.column.{name}"), figures, least)

    yield column("rank"), lambda each: words("ranking.tied", rank=each.rank) if each.tied else str(each.rank)
    yield column("unit", least=12), lambda each: each.result.unit
    for index, head in enumerate(group.rubric.dimensions):
        heading = words("ranking.column.dimension", name=head.short_name, points=head.points)
        yield Column(heading, figures=True), lambda each, at=index: plain(each.result.dimensions[at].score)  # type: ignore[misc]
    yield column("bonus", figures=True), lambda each: signed(each.result.bonus) if each.result.bonus else ""
    yield column("total", figures=True), lambda each: _total(each.result)
    for own, cell in _own_columns([each.result for each in group.ranked], words):
        yield own, lambda each, cell=cell: cell(each.result)  # type: ignore[misc]
    if group.rubric.graded:
        yield column("grade"), lambda each: awarded_text(each, words)
    if any(each.result.standing is Standing.PROVISIONAL for each in group.ranked):
        yield column("status", least=12), lambda each: _status(each.result, words)
    if any(each.unsettled for each in group.ranked):
        yield column("places", least=6), lambda each: places_text(each, words)


def awarded_text(ranked: Ranked, words: Words) -> str:
    """The grade after the quotas; while it is open, what the unit itself leaves open."""
    own = grade_text(ranked.result.grade_range, ranked.result.span, words)
    if ranked.grade_reason in (None, "own"):
        return own
    return words(f"ranking.grade.{ranked.grade_reason}", grade=ranked.awarded_grade, own=own)


def _own_columns(results: Sequence[UnitResult], words: Words) -> Iterator[tuple[Column, Callable[[UnitResult], str]]]:
    """Each unit's own score and how far it lies above the official one, where any of these units has one."""
    if any(each.self_assessment for each in results):
        yield Column(words("ranking.column.self"), figures=True), _own
        yield Column(words("ranking.column.self-difference"), figures=True), own_difference


def _own(result: UnitResult) -> str:
    return plain(result.self_assessment.reference_score) if result.self_assessment else ""


def own_difference(result: UnitResult) -> str:
    """How far a unit's own score lies above the official one; "" for a unit without."""
    own = result.self_assessment
    return signed(own.reference_score - result.reference_score) if own else ""


def _total(result: UnitResult) -> str:
    return plain(result.reference_score) + ("*" if result.bounded else "")


def _status(result: UnitResult, words: Words) -> str:
    if result.standing is not Standing.PROVISIONAL:
        return ""
    name = "interim" if result.as_of else "provisional"
    return words(f"ranking.status.{name}", range=range_text(result.span, words, "ranking.range"))


def _foot(group: GroupRanking, words: Words, blanks: int) -> Iterator[tuple[str, ...]]:
    """Highest, lowest, mean and median of each dimension and of the total."""
    spreads = group.spreads()
    for name in ("highest", "lowest", "mean", "median"):
        shown = [plain(rounded(getattr(each, name))) for each in spreads]
        yield ("", words(f"ranking.{name}"), *shown[:-1], "", shown[-1], *[""] * blanks)


def _notes(group: GroupRanking, ranking: Ranking, words: Words) -> Iterator[str]:
    yield words(f"ranking.ties.{ranking.ties}")
    if any(each.result.standing is Standing.PROVISIONAL for each in group.ranked):
        yield words("ranking.note.provisional")
    moving = sum(each.unsettled for each in group.ranked)
    if moving:
        yield words("ranking.note.moves", count=moving)
    if any(each.result.bounded for each in group.ranked):
        yield words("ranking.note.bounded")
    if group.rubric.tie_break and any(_shares_total(group.ranked)):
        yield words("ranking.note.tie-break", nodes=group.rubric.tie_break)
    for grade, percent, _ in group.rubric.quotas:
        tied = sum(each.grade_reason == "tied-at-quota" and each.awarded_grade == grade for each in group.ranked)
        beyond = sum(each.grade_reason == "quota" and each.result.grade == grade for each in group.ranked)
        if tied or beyond:
            code = "ranking.note.quota-tied" if tied else "ranking.note.quota"
            yield words(code, grade=grade, percent=percent, tied=tied, beyond=beyond)
    if len(group.ranked) > 1:
        yield words("ranking.note.rounded")
    asked = [each for each in group.results if each.warnings]
    if asked:
        named = [words("ranking.questions.unit", unit=each.unit, count=each.warnings) for each in asked[:_MOST_NAMED]]
        yield words("ranking.questions", units=[*named, *["…"] * (len(asked) > _MOST_NAMED)])


def _shares_total(ranked: Sequence[Ranked]) -> Iterator[bool]:
    for one, other in pairwise(ranked):
        yield one.result.reference_score == other.result.reference_score and one.rank != other.rank


def _vetoed(group: GroupRanking, words: Words) -> RankingTable:
    own = [*_own_columns(group.vetoed, words)]
    columns = (
        Column(words("ranking.column.unit"), least=12),
        Column(words("ranking.column.veto"), least=20),
        Column(words("ranking.column.reference"), figures=True, heading_width=6),
        *(column for column, _ in own),
    )
    rows = [
        (
            *(each.unit, denials_text(each.vetoes, words), plain(each.reference_score)),
            *(cell(each) for _, cell in own),
        )
        for each in group.vetoed
    ]
    return RankingTable(words("ranking.heading.vetoed"), columns, tuple(rows), styles=(RED,) * len(rows))


def _losses(group: GroupRanking, words: Words) -> tuple[RankingTable, tuple[str, ...]]:
    losses = group.losses()
    shown, rest = losses[:MOST_LOSSES], losses[MOST_LOSSES:]
    columns = (
        Column(words("ranking.column.clause"), least=12),
        Column(words("ranking.column.lost"), figures=True),
        Column(words("ranking.column.units"), figures=True),
    )
    rows = [(each.clause, plain(each.points), str(each.units)) for each in shown]
    bars: list[Decimal | None] = [-each.points for each in shown]
    if group.returned:
        rows.append((words("ranking.returned"), signed(group.returned), ""))
        bars.append(None)
    notes = [words("ranking.note.losses")]
    if rest:
        notes.insert(0, words("ranking.note.more-losses", count=len(rest), points=sum(each.points for each in rest)))
    table = RankingTable(
        words("ranking.heading.losses"), columns, tuple(rows), tuple(bars), foot=len(rows) - len(shown)
    )
    return table, tuple(notes)
