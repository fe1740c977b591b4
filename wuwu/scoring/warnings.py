"""What a person should look at before signing, though it moves no number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias
from unicodedata import is_normalized, normalize

from wuwu.log.binding import BoundLog
from wuwu.rules.kind import DatedRule, Reason
from wuwu.rules.occurrence import OccurrenceRule
from wuwu.scoring.recorders import find_recorder_warnings
from wuwu.scoring.scorecard import NodeScore, Warn

Affairs: TypeAlias = Mapping[tuple[str, str], Sequence[int]]
"""The entries that name one affair, by the field that names it and by its name."""


def find_warnings(bound: BoundLog, total: NodeScore) -> Iterator[Warn]:
    """Affairs logged twice or spelt in two ways, findings that entries contradict, what another body verified, figures that look
    like slips, bonuses that pass what their dimension is worth.
    """
    affairs = _affairs(bound)
    yield from _repeated(bound, affairs)
    yield from _spelt_apart(bound, affairs)
    yield from _contradicted(bound)
    yield from _unverified(bound)
    yield from _doubtful(bound)
    yield from find_recorder_warnings(bound)
    for dimension in total.children:
        if dimension.node.points and dimension.bonus > dimension.node.points:
            figures = {"dimension": dimension.node.id, "bonus": dimension.bonus, "points": dimension.node.points}
            yield Warn("bonus-over-dimension", figures, ())


def _affairs(bound: BoundLog) -> Affairs:
    idle = {idle.entry.index for idle in bound.ignored}
    affairs: dict[tuple[str, str], list[int]] = {}
    for index, event in enumerate(bound.log.events):
        fields = event.__dict__  # not a call for every entry
        for field in ("case", "subject", "name"):
            if field in fields and index not in idle:
                affairs.setdefault((field, fields[field]), []).append(index)
    return affairs


def _repeated(bound: BoundLog, affairs: Affairs) -> Iterator[Warn]:
    """One affair logged more than once. A clause that keeps only the highest of a subject settles that by itself."""
    for (field, word), events in affairs.items():
        if len(events) == 1 or field == "name":  # one target twice is no affair: it is refused
            continue
        clauses = _clauses(bound, events)
        if not (field == "subject" and len(clauses) == 1 and _settles(bound, clauses[0])):
            yield Warn(f"repeated-{field}", {"word": word, "clauses": clauses}, tuple(events))


def _spelt_apart(bound: BoundLog, affairs: Affairs) -> Iterator[Warn]:
    """Affairs and targets that differ in nothing but blanks and the width of characters, and so count as different ones."""
    if all(" " not in word and is_normalized("NFKC", word) for _, word in affairs):
        return
    alike: dict[tuple[str, str], list[str]] = {}
    for field, word in affairs:
        alike.setdefault((field, "".join(normalize("NFKC", word).split())), []).append(word)
    for (field, _), some in alike.items():
        if len(some) > 1:
            events = sorted(index for word in some for index in affairs[field, word])
            yield Warn("spelt-apart", {"words": some, "clauses": _clauses(bound, events)}, tuple(events))


def _clauses(bound: BoundLog, events: Iterable[int]) -> list[str]:
    return list(dict.fromkeys(bound.log.events[index].clause for index in events))


def _contradicted(bound: BoundLog) -> Iterator[Warn]:
    """A finding beside entries that say something else, or that take once more what it took."""
    for award, finding in bound.exceptions.items():
        beside = [clause for clause in bound.plan.beside[finding].get(award, ()) if clause in bound.entries]
        if beside:
            events = [entry.index for clause in (award, *beside) for entry in bound.entries[clause]]
            yield Warn("found-beside-entries", {"clause": award, "finding": finding, "clauses": beside}, tuple(events))


def _unverified(bound: BoundLog) -> Iterator[Warn]:
    """What is upheld and does not count, because another body verified it, or nobody says who."""
    for idle in bound.ignored:
        if idle.reason is Reason.WRONG_BODY:
            event = idle.entry.event
            rule = bound.plan.clauses[event.clause].rule
            needs = rule.verified_by if isinstance(rule, DatedRule) else None
            figures = {"clause": event.clause, "body": event.verified_by or "", "needs": needs}
            yield Warn(
                "verified-elsewhere" if event.verified_by else "verified-by-nobody", figures, (idle.entry.index,)
            )


def _doubtful(bound: BoundLog) -> Iterator[Warn]:
    for measure in bound.plan.measures:
        for entry in bound.entries.get(measure.id, ()):
            if figure := measure.doubtful(entry.event):
                yield Warn("doubtful-figure", {"clause": measure.id, "figure": figure}, (entry.index,))


def _settles(bound: BoundLog, clause: str) -> bool:
    rule = bound.plan.clauses[clause].rule
    return isinstance(rule, OccurrenceRule) and rule.within_subject == "highest"
