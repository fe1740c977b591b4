"""A scorecard in, sentences out: who recorded what and where, and how a unit's own assessment differs."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.log.sources import sources_of
from wuwu.messages import Words
from wuwu.report.sentences import signed
from wuwu.scoring.scorecard import Scorecard
from wuwu.scoring.self_assessment import SelfAssessment


def source_sentences(card: Scorecard, words: Words) -> list[str]:
    """Each source of a record with who recorded it and the entries it holds, clause by clause; nothing where there is but one."""
    log = card.bound.log
    refs, places = sources_of(log)
    if len({(ref.path, ref.recorded_by) for ref in refs}) < 2:
        return []
    told: list[str] = []
    for number, ref in enumerate(refs):
        held: dict[str, list[str]] = {}
        for event, at in zip(log.events, places, strict=True):
            if at.source == number:
                held.setdefault(event.clause, []).append(at.place)
        entries = [words("sources.clause", clause=clause, places=some) for clause, some in held.items()]
        who = ref.recorded_by or words("sources.nobody")
        where = f"{ref.path}[{ref.sheet}]" if ref.sheet else ref.path
        told.append(words("sources.source" if entries else "sources.empty", who=who, where=where, entries=entries))
    return told


def self_sentence(own: SelfAssessment, card: Scorecard, words: Words) -> str:
    """自评分 beside 核定分, and the difference."""
    gap = signed(own.reference_score - card.reference_score)
    return words("self.score", own=own.reference_score, official=card.reference_score, gap=gap)


def difference_sentences(own: SelfAssessment, words: Words) -> Iterator[str]:
    """Each row that came out otherwise, with the clauses that make it."""
    for each in own.differences:
        gap = signed(each.own - each.official)
        yield words("self.row", row=each.row, own=each.own, official=each.official, gap=gap, clauses=each.clauses)
