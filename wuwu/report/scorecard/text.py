"""A scorecard for the console: the answer at a glance, then the working, then what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from wuwu.messages import Words, plain
from wuwu.report.citations import cite_logged
from wuwu.report.layout.screen import (
    ALARM,
    BOLD,
    BOLD_GREEN,
    BOLD_MAGENTA,
    BOLD_RED,
    BOLD_YELLOW,
    DIM,
    GREEN,
    RED,
    YELLOW,
    Screen,
)
from wuwu.report.layout.table import Column, lay_out
from wuwu.report.layout.width import display_width, shorten
from wuwu.report.sentences import (
    grade_text,
    ignored_reason,
    line_details,
    line_sentence,
    line_statement,
    period_name,
    range_text,
    signed,
    warning_sentence,
)
from wuwu.report.sources import difference_sentences, self_sentence, source_sentences
from wuwu.rubric.declared import Reading
from wuwu.rules.lines import ZERO, Line, Unassessed
from wuwu.scoring.engine import find_stakes
from wuwu.scoring.scorecard import NodeScore, Scorecard, Stake, Standing

if TYPE_CHECKING:
    from wuwu.comparison.reading_effects import ReadingEffect

_STYLES = {Standing.FINAL: BOLD_GREEN, Standing.PROVISIONAL: BOLD_YELLOW, Standing.VETOED: ALARM}
# lines that say no more than that a row keeps its points
_QUIET = frozenset({"award-met", "award-presumed", "award-counted"})
_OPEN = frozenset({"award-unassessed", "award-unassessed-refuted", "award-unmeasured"})
# full points for what a unit need not do are said, though nothing was lost
_SAID = frozenset({"award-na", "deduction.missing-na"})
_COLUMN = 9
"""Where the sentences of the working begin; the figures stand before it."""
_SHORTEST_EXCERPT = 16
_UNLIMITED = 10_000


def render_scorecard(
    card: Scorecard, words: Words, *, width: int, color: bool, explained: Sequence[ReadingEffect] | None = None
) -> str:
    """The scorecard as text for a screen of `width` columns.

    `explained`: what other readings would change. With it (empty or not) every row is shown, and these readings in full.
    """
    words = words.with_glosses(card.bound.plan.rubric.glosses())
    return "\n".join(_Scorecard(card, words, Screen(width, color=color), explained).lines()) + "\n"


def standing_sentence(card: Scorecard, words: Words) -> str:
    """The score and how far it is settled, in one sentence."""
    if card.standing is Standing.VETOED:
        return words("card.vetoed", score=card.reference_score)
    if card.standing is Standing.FINAL:
        return words("card.final", score=card.reference_score)
    span = range_text(card.span, words, "card.range")
    if cause := _widest(card):
        span = words("card.range-cause", range=span, clause=cause[0], points=cause[1])
    counts = {"unassessed": len(card.unassessed), "pending": len(card.pending)}
    name = "card.interim" if card.as_of else "card.provisional"
    return words(name, score=card.reference_score, range=span, **counts)


def interim_sentence(card: Scorecard, words: Words) -> str:
    """The day on which an interim answer stands; "" for one of the whole year."""
    return words("as-of", day=card.as_of.isoformat()) if card.as_of else ""


def _widest(card: Scorecard) -> tuple[str, Decimal] | None:
    """The missing figure that makes most of the range, and how many points it makes; None where it is less than a third."""
    low, high, _ = card.span
    missing = [each for each in card.unassessed if _is_figure(each, card)]
    if low is None or high is None or not missing:
        return None
    stakes = find_stakes(card)
    widths = {each.clause: (stakes[each.clause].loss or ZERO) + (stakes[each.clause].gain or ZERO) for each in missing}
    widest = max(widths, key=lambda clause: widths[clause])
    return (widest, widths[widest]) if widths[widest] and 3 * widths[widest] >= high - low else None


def _is_figure(open_: Unassessed, card: Scorecard) -> bool:
    """Whether it is a figure that is missing, and not a finding or a count."""
    clause = card.bound.plan.clauses[open_.clause]
    return clause.rule is None and open_.clause not in card.open.undue.clauses


def unassessed_sentences(card: Scorecard, words: Words) -> list[str]:
    """What settling each open clause can bring and take."""
    stakes = find_stakes(card)
    return [_unassessed_sentence(each, stakes[each.clause], card, words) for each in card.unassessed]


def _unassessed_sentence(open_: Unassessed, stake: Stake, card: Scorecard, words: Words) -> str:
    clause = open_.clause
    if clause in card.open.undue.clauses:
        return words("card.unassessed-undue", clause=words.named(clause), stake=_stake_text(stake, words))
    if _is_figure(open_, card):
        return words("card.unassessed-figure", clause=words.named(clause), stake=_stake_text(stake, words))
    if stake.gain:
        return words("card.unassessed-points", clause=words.named(clause), points=stake.gain)
    leaning = [score for score in card.total.walk() if clause in score.node.sources]
    void = next((score.node.id for score in leaning if any(line.kind == "zero" for line in score.lines)), None)
    if void is not None:
        return words("card.unassessed-void", clause=words.named(clause), node=void)
    return words("card.unassessed-nothing", clause=words.named(clause))


def _stake_text(stake: Stake, words: Words) -> str:
    told = [
        words(f"card.stake.no-{name}" if points is None else f"card.stake.{name}", points=points)
        for name, points in (("loss", stake.loss), ("gain", stake.gain))
        if points is None or points
    ]
    return words("event.comma").join(told) or words("card.stake.none")


class _Scorecard:
    """One scorecard on its way to one screen."""

    def __init__(
        self, card: Scorecard, words: Words, screen: Screen, explained: Sequence[ReadingEffect] | None
    ) -> None:
        self.card = card
        self.words = words
        self.screen = screen
        self.explain = explained is not None
        self.effects = explained or ()
        self.rubric = card.bound.plan.rubric
        self.texts = {item.id: item.text for item in self.rubric.items()}

    def lines(self) -> Iterator[str]:
        yield from self._heading()
        yield ""
        yield from self._dimensions()
        yield ""
        yield from self._working()
        yield from self._open_matters()
        yield from self._readings()

    def _heading(self) -> Iterator[str]:
        card, words, log = self.card, self.words, self.card.bound.log
        yield from self.screen.paragraph(
            words("card.heading", unit=log.unit, period=period_name(self.rubric.year, log.period, words)), BOLD
        )
        yield from self.screen.paragraph(self.rubric.title, DIM)
        if log.group:
            yield from self.screen.paragraph(words("card.group", group=log.group), DIM)
        yield ""
        yield from self.screen.paragraph(standing_sentence(card, words), _STYLES[card.standing])
        if interim := interim_sentence(card, words):
            yield from self.screen.paragraph(interim, BOLD_YELLOW)
        for line in card.vetoes:
            yield from self.screen.paragraph(line_sentence(line, log.events, words), BOLD_RED)
        if grade := grade_text(card.grade_range, card.span, words):
            yield from self.screen.paragraph(words("card.grade", grade=grade), BOLD)
        for line in card.gradings:
            yield from self.screen.paragraph(line_sentence(line, log.events, words))
        if card.self_assessment is not None:
            yield from self.screen.paragraph(self_sentence(card.self_assessment, card, words))

    def _dimensions(self) -> Iterator[str]:
        words, total = self.words, self.card.total
        names = {dimension.id: dimension.name for dimension in self.rubric.dimensions}
        columns = [Column(words("card.dimension"), least=8)]
        columns += [
            Column(words(f"card.{name}"), figures=True, heading_width=8)
            for name in ("points", "base", "bonus", "score")
        ]
        rows = [
            (words.named(each.node.id, f"{each.node.id} {names[each.node.id]}"), *_figures(each))
            for each in total.children
        ]
        rows.append((words("card.total"), *_figures(total)))
        laid = lay_out(columns, rows, self.screen.width) or lay_out(columns, rows, _UNLIMITED) or []
        for number, row in enumerate(laid):
            yield from (self.screen.styled(line, BOLD if number in (0, len(rows)) else "") for line in row)

    # --- the working ---------------------------------------------------------------------------------------------

    def _working(self) -> Iterator[str]:
        words, total = self.words, self.card.total
        yield from self.screen.paragraph(words("card.working-all" if self.explain else "card.working"), BOLD)
        shown = False
        for dimension in total.children:
            for item in dimension.children:
                if self.explain or _moved(item):
                    shown = True
                    yield from self._item(item)
            if dimension.lines:
                shown = True
                yield from self._headed(f"{dimension.node.id} {words('card.void')}", dimension)
                yield from self._lines(dimension.lines)
        if total.lines:
            shown = True
            yield from self._headed(words("card.total-bounds"), total)
            yield from self._lines(total.lines)
        if not shown:
            yield from self.screen.paragraph(words("card.nothing-moved"), indent=2)

    def _item(self, item: NodeScore) -> Iterator[str]:
        yield from self._headed(item.node.id, item, self.texts[item.node.id], BOLD if _moved(item) else "")
        for number, part in enumerate(item.children, 1):
            told = {"number": number, "score": part.score, "points": part.node.points}
            yield from self.screen.paragraph(self.words("card.part", **told), indent=2)
            yield from self._lines(part.lines)
        if item.lines:
            if item.children:
                yield from self.screen.paragraph(self.words("card.whole-row"), indent=2)
            yield from self._lines(item.lines)

    def _headed(self, name: str, score: NodeScore, text: str = "", style: str = BOLD) -> Iterator[str]:
        """A node with its score, and as much of its official text as the line has room for."""
        points = score.node.points
        head = (
            f"{name}  {self.words('card.of' if points is not None else 'card.moved', score=score.score, points=points)}"
        )
        room = self.screen.width - display_width(head) - 2
        excerpt = shorten(text, room, "……") if text and room >= _SHORTEST_EXCERPT else ""
        if display_width(head) > self.screen.width or not excerpt:
            yield from self.screen.paragraph(head, style)
        else:
            yield f"{self.screen.styled(head, style)}  {self.screen.styled(excerpt, DIM)}"

    def _lines(self, lines: Sequence[Line]) -> Iterator[str]:
        events = self.card.bound.log.events
        for line in lines:
            quiet = line.word in _QUIET | _SAID or not line.points
            style = DIM if quiet else RED if line.points < 0 else GREEN
            details = line_details(line, events, self.words)
            apart = len(details) > 1
            sentence = line_statement(line, self.words) if apart else line_sentence(line, events, self.words)
            yield from self.screen.hanging(signed(line.points), sentence, column=_COLUMN, head_style=style)
            for detail in details if apart else ():
                yield from self.screen.hanging("·", detail, column=_COLUMN + 2, style=DIM)

    # --- what is open, and what to look at -----------------------------------------------------------------------

    def _open_matters(self) -> Iterator[str]:
        card, words = self.card, self.words
        pending = [
            words("card.event", clause=words.named(each.clause), event=cite_logged(card, each.event, words))
            for each in card.pending
        ]
        ignored = [
            words(
                "card.event-reason",
                clause=words.named(each.clause),
                event=cite_logged(card, each.event, words),
                reason=ignored_reason(each, card, words),
            )
            for each in card.ignored
        ]
        if card.self_assessment is not None:
            yield from self._list("card.self", [*difference_sentences(card.self_assessment, words)], BOLD)
        yield from self._list("card.unassessed", unassessed_sentences(card, words), BOLD_YELLOW)
        yield from self._list("card.pending", pending, BOLD_YELLOW)
        yield from self._list("card.ignored", ignored, BOLD)
        yield from self._list("card.warnings", [warning_sentence(each, words) for each in card.warnings], BOLD_MAGENTA)
        if self.explain:
            yield from self._list("card.sources", source_sentences(card, words), BOLD)

    def _list(self, code: str, entries: Sequence[str], style: str) -> Iterator[str]:
        if entries:
            yield ""
            yield from self.screen.paragraph(self.words(code, count=len(entries)), style)
        for entry in entries:
            yield from self.screen.hanging("-", entry, column=5)

    def _readings(self) -> Iterator[str]:
        words, effects = self.words, self.effects
        decisive = {effect.reading.id for effect in effects}
        deciding = [each for each in self.rubric.readings if each.id in decisive]
        resting = {*self.card.readings} - decisive
        others = [each for each in self.rubric.readings if each.id in resting]
        if deciding:
            yield ""
            yield from self.screen.paragraph(words("card.readings-deciding", **_counted(deciding)), BOLD)
        for reading in deciding:
            told = words("card.reading", question=reading.question, choice=reading.choice)
            yield from self.screen.hanging(reading.id, told, column=7)
            yield from self.screen.paragraph(words("card.reading-basis", basis=reading.basis), DIM, indent=7)
            for effect in [each for each in effects if each.reading.id == reading.id]:
                standing = standing_sentence(effect.card, words)
                told = words("card.reading-otherwise", name=effect.alternative.name, standing=standing)
                yield from self.screen.paragraph(told, YELLOW, indent=7)
        if others:
            code = "card.readings-others" if self.explain else "card.readings"
            yield ""
            told = words(code, ids=[each.id for each in others], **_counted(others))
            yield from self.screen.paragraph(told, DIM if deciding else "")


def _counted(readings: Sequence[Reading]) -> dict[str, object]:
    return {"count": len(readings), "proposed": sum(each.status == "proposed" for each in readings)}


def _figures(score: NodeScore) -> tuple[str, str, str, str]:
    bonus = signed(score.bonus) if score.bonus else ""
    return plain(score.node.points or 0), plain(score.base), bonus, plain(score.score)


def _moved(item: NodeScore) -> bool:
    """Whether a row lost or won anything, or has its points only as not applicable; one that is merely open is listed with
    what is open.
    """
    return any(
        line.word in _SAID or (line.word not in _QUIET | _OPEN and (line.points or line.kind == "award"))
        for line in item.all_lines()
    )
