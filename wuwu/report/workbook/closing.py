"""What stands under the table of a unit: what is open or moved nothing, the range, the readings, and who signs."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.messages import Words
from wuwu.report.citations import cite_logged
from wuwu.report.scorecard.text import unassessed_sentences
from wuwu.report.sentences import ignored_reason, range_text, warning_sentence
from wuwu.report.sources import difference_sentences, self_sentence, source_sentences
from wuwu.report.workbook.sheet import Sheet
from wuwu.report.workbook.styles import Style
from wuwu.scoring.scorecard import Scorecard

_PLACES = ((1, 2), (3, 6))
_STYLES = (Style.STRONG, Style.TEXT)


def write_closing(sheet: Sheet, card: Scorecard, words: Words) -> None:
    """Write the block: a row for each matter there is, then the lines to sign."""
    for name, text in _matters(card, words):
        last = sheet.add((words(f"workbook.unit.{name}-heading"), text), _STYLES, columns=_PLACES)[0]
    sheet.gap(6)
    for name in ("opinion", "signatures", "seal"):
        sheet.banner(words(f"workbook.unit.{name}"), Style.SIGNATURE, 22.5)
    sheet.keep(last, sheet.last)


def _matters(card: Scorecard, words: Words) -> Iterator[tuple[str, str]]:
    """What a person has to look at beside the table, each under the name of its heading."""
    if card.unassessed:
        yield "unassessed", words("workbook.summary.between").join(unassessed_sentences(card, words))
    pending = [_worded("pending", each.clause, each.event, card, words) for each in card.pending]
    ignored = [
        _worded("ignored", each.clause, each.event, card, words, ignored_reason(each, card, words))
        for each in card.ignored
    ]
    warnings = [warning_sentence(each, words) for each in card.warnings]
    own = card.self_assessment
    assessed = [self_sentence(own, card, words), *difference_sentences(own, words)] if own is not None else []
    told = (("pending", pending), ("ignored", ignored), ("warnings", warnings), ("self", assessed))
    for name, sentences in (*told, ("sources", source_sentences(card, words))):
        if sentences:
            yield name, "\n".join(_numbered(sentences))
    yield "range", range_sentence(card, words)
    if card.readings:
        yield "readings", words("workbook.unit.readings", readings=card.readings)


def _worded(name: str, clause: str, event: int, card: Scorecard, words: Words, reason: str = "") -> str:
    sentence = cite_logged(card, event, words)
    return words(f"workbook.unit.{name}", clause=clause, event=sentence, reason=reason)


def _numbered(sentences: list[str]) -> list[str]:
    return [f"{number}. {each}" for number, each in enumerate(sentences, 1)] if len(sentences) > 1 else sentences


def range_sentence(card: Scorecard, words: Words) -> str:
    """Between what the score still lies."""
    low, high, denied = card.span
    if denied and high is not None:
        return words("workbook.range.veto-pending", high=high)
    about = words("workbook.range.reference") if card.score is None else words("workbook.range.score")
    if low is not None and low == high:
        return words("workbook.range.settled", about=about, low=low)
    return words("workbook.range.open", about=about, range=range_text(card.span, words, "workbook.range"))
