"""What a person should look at before signing, though it moves no number."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.binding import BoundLog
from wuwu.event_log import Finding
from wuwu.rules.discretion import Discretion
from wuwu.rules.occurrence import OccurrenceRule
from wuwu.scorecard import NodeScore, Warn


def find_warnings(bound: BoundLog, total: NodeScore) -> Iterator[Warn]:
    """Repeated cases and subjects, findings that entries contradict, bonuses that pass what the dimension is worth."""
    yield from _repeated(bound)
    yield from _contradicted(bound)
    for dimension in total.children:
        if dimension.node.points and dimension.bonus > dimension.node.points:
            figures = {"dimension": dimension.node.id, "bonus": dimension.bonus, "points": dimension.node.points}
            yield Warn("bonus-over-dimension", figures, ())


def _repeated(bound: BoundLog) -> Iterator[Warn]:
    """One affair logged more than once. A clause that keeps only the highest of a subject settles that by itself."""
    idle = {idle.entry.index for idle in bound.ignored}
    affairs: dict[tuple[str, str], list[int]] = {}
    for index, event in enumerate(bound.log.events):
        fields = event.__dict__  # not a call for every entry
        if "case" in fields and index not in idle:
            affairs.setdefault(("case", event.case or ""), []).append(index)
        if "subject" in fields and index not in idle:
            affairs.setdefault(("subject", event.subject or ""), []).append(index)
    for (kind, word), events in affairs.items():
        if len(events) == 1:
            continue
        clauses = list(dict.fromkeys(bound.log.events[index].clause for index in events))
        if not (kind == "subject" and len(clauses) == 1 and _settles(bound, clauses[0])):
            yield Warn(f"repeated-{kind}", {"word": word, "clauses": clauses}, tuple(events))


def _contradicted(bound: BoundLog) -> Iterator[Warn]:
    """不适用 beside entries that take points off all the same; 不符合 beside an amount that was to settle it (酌情)."""
    for award, finding in bound.exceptions.items():
        others = bound.plan.beside.get(award, ())
        doubtful = [rule for rule in others if finding is Finding.NA or isinstance(rule, Discretion)]
        beside = [rule.id for rule in doubtful if rule.source in bound.entries]
        if beside:
            events = [entry.index for clause in (award, *beside) for entry in bound.entries.get(clause, ())]
            yield Warn("found-beside-entries", {"clause": award, "finding": finding, "clauses": beside}, tuple(events))


def _settles(bound: BoundLog, clause: str) -> bool:
    rule = bound.plan.clauses[clause].rule
    return isinstance(rule, OccurrenceRule) and rule.within_subject == "highest"
