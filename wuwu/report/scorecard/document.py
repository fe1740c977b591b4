"""A scorecard as the result document (`wuwu/result@1`): plain values in a fixed order, every number exact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wuwu import __version__
from wuwu.log.sources import sources_of
from wuwu.messages import Words
from wuwu.report.sentences import ignored_reason, line_sentence, warning_sentence
from wuwu.rules.lines import Line
from wuwu.schema.event import Event
from wuwu.scoring.scorecard import NodeScore, Scorecard
from wuwu.units.summary import RubricHead, describe

if TYPE_CHECKING:
    from wuwu.report.documents import (
        DifferenceDocument,
        DimensionDocument,
        ItemDocument,
        LineDocument,
        Origin,
        ResultDocument,
        RubricRef,
    )


def result_document(card: Scorecard, words: Words) -> ResultDocument:
    """The result of one unit. Decimals stay decimals; `exact_json.dump` writes them as plain literals."""
    log, total = card.bound.log, card.total
    events = log.events
    return {
        "schema": "wuwu/result@1",
        "wuwu": __version__,
        "rubric": rubric_ref(describe(card.bound.plan.rubric)),
        "log": {"path": log.document.name, "sha256": log.document.sha256},
        "unit": log.unit,
        "group": log.group,
        "year": log.year,
        "status": card.standing.value,
        "score": card.score,
        "reference_score": card.reference_score,
        "range": {"low": card.span.low, "high": card.span.high},
        "grade": card.grade,
        "grade_range": {"low": card.grade_range[0], "high": card.grade_range[1]},
        "as_of": card.as_of.isoformat() if card.as_of else None,
        "vetoes": [{"clause": line.clause, "events": list(line.events)} for line in card.vetoes],
        "lines": _lines((*total.lines, *card.vetoes), events, words),
        "dimensions": [_dimension(score, card, words) for score in total.children],
        "unassessed": [{"clause": each.clause, "points": each.points} for each in card.unassessed],
        "pending": [{"clause": each.clause, "event": each.event} for each in card.pending],
        "ignored": [
            {"clause": each.clause, "event": each.event, "reason": ignored_reason(each, card, words)}
            for each in card.ignored
        ],
        "warnings": [
            {"code": each.code, "message": warning_sentence(each, words), "events": list(each.events)}
            for each in card.warnings
        ],
        "readings": list(card.readings),
        **_origin(card),
    }


def _origin(card: Scorecard) -> Origin:
    """Where the entries come from, and what the unit itself makes of its year."""
    refs, places = sources_of(card.bound.log)
    own = card.self_assessment
    differences: list[DifferenceDocument] = [
        {"item": each.row, "self": each.own, "score": each.official, "clauses": list(each.clauses)}
        for each in (own.differences if own is not None else ())
    ]
    return {
        "sources": [
            {"path": each.path, "sheet": each.sheet, "sha256": each.sha256, "recorded_by": each.recorded_by}
            for each in refs
        ],
        "events_at": [{"source": each.source, "place": each.place} for each in places],
        "self": None if own is None else {"score": own.score, "differences": differences},
    }


def rubric_ref(rubric: RubricHead) -> RubricRef:
    """Which rubric a document speaks of."""
    return {
        "id": rubric.id,
        "title": rubric.title,
        "year": rubric.year,
        "path": rubric.path,
        "sha256": rubric.sha256,
    }


def _dimension(score: NodeScore, card: Scorecard, words: Words) -> DimensionDocument:
    names = {dimension.id: dimension.name for dimension in card.bound.plan.rubric.dimensions}
    events = card.bound.log.events
    return {
        "id": score.node.id,
        "name": names[score.node.id],
        "points": score.node.points,
        "base": score.base,
        "bonus": score.bonus,
        "score": score.score,
        "lines": _lines(score.lines, events, words),
        "items": [_item(item, events, words) for item in score.children],
    }


def _item(score: NodeScore, events: Sequence[Event], words: Words) -> ItemDocument:
    return {
        "id": score.node.id,
        "points": score.node.points,
        "base": score.base,
        "bonus": score.bonus,
        "score": score.score,
        "lines": _lines(score.lines, events, words),
        "parts": [
            {
                "id": part.node.id,
                "points": part.node.points,
                "score": part.score,
                "lines": _lines(part.lines, events, words),
            }
            for part in score.children
        ],
    }


def _lines(lines: Sequence[Line], events: Sequence[Event], words: Words) -> list[LineDocument]:
    return [
        {
            "kind": line.kind,
            "clause": line.clause,
            "rule": line.rule,
            "points": line.points,
            "events": list(line.events),
            "text": line_sentence(line, events, words),
        }
        for line in lines
    ]
