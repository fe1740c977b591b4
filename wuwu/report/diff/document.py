"""A comparison of rubrics as the document `wuwu/diff@1`: plain values in a fixed order, every number exact."""

from __future__ import annotations

from wuwu import __version__
from wuwu.comparison.changes import Change, Comparison
from wuwu.comparison.impact import Impact, Side, Unbound, UnitImpact
from wuwu.messages import Words
from wuwu.report.diff.differences import change_sentence
from wuwu.report.documents import (
    ChangeDocument,
    DiffDocument,
    SideDocument,
    UnboundDocument,
    UnitImpactDocument,
)
from wuwu.report.findings.document import problem_document
from wuwu.report.scorecard.document import rubric_ref
from wuwu.units.summary import describe


def diff_document(comparison: Comparison, impact: Impact | None, words: Words) -> DiffDocument:
    """The whole comparison; `units` is null where no logs were given."""
    return {
        "schema": "wuwu/diff@1",
        "wuwu": __version__,
        "old": rubric_ref(describe(comparison.old)),
        "new": rubric_ref(describe(comparison.new)),
        "changes": [_change(change, comparison, words) for change in comparison.changes],
        "units": [_unit(unit) for unit in impact.units] if impact is not None else None,
        "unbound": [_unbound(each, words) for each in impact.unbound] if impact is not None else [],
        "skipped": [
            {"path": each.log.document.name, "unit": each.log.unit, "reason": each.reason}
            for each in (impact.skipped if impact is not None else ())
        ],
    }


def _change(change: Change, comparison: Comparison, words: Words) -> ChangeDocument:
    head, what = change_sentence(change, comparison, words, lambda old, new: f"[{old} → {new}]")
    return {
        "node": change.node,
        "sort": change.sort.value,
        "old": change.old,
        "new": change.new,
        "row": change.row or None,
        "moved": {"old": change.moved[0], "new": change.moved[1]} if change.moved is not None else None,
        "reordered": change.reordered,
        "follows": change.follows,
        "fields": [
            {"field": field.name, "sort": field.sort.value, "old": field.old, "new": field.new}
            for field in change.fields
        ],
        "text": head + words("diff.colon") + what if what else head,
    }


def _unit(unit: UnitImpact) -> UnitImpactDocument:
    return {
        "path": unit.log.document.name,
        "unit": unit.log.unit,
        "group": unit.log.group,
        "old": _side(unit.old),
        "new": _side(unit.new),
        "delta": unit.delta,
        "clauses": [
            {"clause": each.clause, "bound": each.bound, "old": each.old, "new": each.new, "delta": each.delta}
            for each in unit.clauses
        ],
        "causes": list(unit.causes),
    }


def _side(side: Side) -> SideDocument:
    card = side.card
    return {
        "status": card.standing.value,
        "score": card.score,
        "reference_score": card.reference_score,
        "rank": side.rank,
        "grade": card.grade,
    }


def _unbound(unbound: Unbound, words: Words) -> UnboundDocument:
    return {
        "path": unbound.log.document.name,
        "unit": unbound.log.unit,
        "lost": unbound.lost.value,
        "problems": [problem_document(problem, words) for problem in unbound.problems],
    }
