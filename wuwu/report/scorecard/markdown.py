"""A scorecard as Markdown, for a page or a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wuwu.messages import Words, plain
from wuwu.report.citations import cite_logged
from wuwu.report.layout.markdown import escape
from wuwu.report.scorecard.text import interim_sentence, standing_sentence, unassessed_sentences
from wuwu.report.sentences import grade_text, ignored_reason, line_sentence, period_name, signed, warning_sentence
from wuwu.report.sources import difference_sentences, self_sentence, source_sentences
from wuwu.scoring.scorecard import Scorecard


def scorecard_markdown(card: Scorecard, words: Words) -> str:
    """The whole scorecard: the answer, the dimensions, every line of the working, and what is still open."""
    return "\n".join(_rows(card, words.with_glosses(card.bound.plan.rubric.glosses()))) + "\n"


def _rows(card: Scorecard, words: Words) -> Iterator[str]:
    rubric, log = card.bound.plan.rubric, card.bound.log
    names = {dimension.id: dimension.name for dimension in rubric.dimensions}
    yield f"# {escape(words('card.heading', unit=log.unit, period=period_name(rubric.year, log.period, words)))}"
    yield f"\n{escape(rubric.title)}\n\n**{escape(standing_sentence(card, words))}**\n"
    if interim := interim_sentence(card, words):
        yield f"{escape(interim)}\n"
    if grade := grade_text(card.grade_range, card.span, words):
        yield f"{escape(words('card.grade', grade=grade))}\n"
    # who reads the page need not know what the office noted
    shown = [replace(event, note=None) for event in log.events]
    yield from (f"- {escape(line_sentence(line, shown, words))}" for line in (*card.vetoes, *card.gradings))
    if card.self_assessment is not None:
        yield f"\n{escape(self_sentence(card.self_assessment, card, words))}\n"
    columns = [words(f"card.{name}") for name in ("dimension", "points", "base", "bonus", "score")]
    yield f"\n| {' | '.join(columns)} |\n| --- | ---: | ---: | ---: | ---: |"
    for score in (*card.total.children, card.total):
        name = (
            words.named(score.node.id, f"{score.node.id} {names[score.node.id]}")
            if score is not card.total
            else words("card.total")
        )
        figures = [plain(score.node.points or 0), *map(plain, (score.base, score.bonus, score.score))]
        yield f"| {escape(name)} | {' | '.join(figures)} |"
    yield f"\n## {words('card.working-all')}\n"
    for score in card.total.walk():
        if score.lines:
            yield f"- **{escape(score.node.id)}** {plain(score.score)}"
        for line in score.lines:
            yield f"  - {signed(line.points)} {escape(line_sentence(line, log.events, words))}"
    yield from _open(card, words)


def _open(card: Scorecard, words: Words) -> Iterator[str]:
    own = card.self_assessment
    lists = {
        "card.self": [*difference_sentences(own, words)] if own is not None else [],
        "card.unassessed": unassessed_sentences(card, words),
        "card.pending": [f"{words.named(each.clause)} {cite_logged(card, each.event, words)}" for each in card.pending],
        "card.ignored": [
            f"{words.named(each.clause)} {cite_logged(card, each.event, words)} {ignored_reason(each, card, words)}"
            for each in card.ignored
        ],
        "card.warnings": [warning_sentence(each, words) for each in card.warnings],
        "card.sources": source_sentences(card, words),
    }
    for code, entries in lists.items():
        if entries:
            yield f"\n## {words(code, count=len(entries))}\n"
            yield from (f"- {escape(entry)}" for entry in entries)
