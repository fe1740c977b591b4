"""What a person should check before signing, though it moves no number: questions, each with the entries it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from wuwu.diagnostics import Problem, Severity
from wuwu.identity import find_near, identity_of, spell_out
from wuwu.log.binding import BoundLog
from wuwu.log.declared import Log
from wuwu.messages import Phrase
from wuwu.rules.kind import Entry, Reason
from wuwu.rules.occurrence import Counting
from wuwu.schema.event import Event
from wuwu.scoring.recorders import find_recorder_warnings
from wuwu.scoring.scorecard import NodeScore, Warn

Spellings: TypeAlias = dict[str, list[int]]
"""The entries that name one thing, by the spelling they give it."""
Affairs: TypeAlias = Mapping[tuple[str, str], Spellings]
"""What entries name, by the field that names it and by its identity key."""


def find_warnings(bound: BoundLog, total: NodeScore) -> Iterator[Warn]:
    """Entries, affairs and documents logged twice or spelt in two ways, findings that entries contradict, evidence and verifying
    bodies that are missing or others, figures and days that look like slips, bonuses that pass what their dimension is worth.
    """
    affairs = _affairs(bound)
    # most are named by one entry, and nothing more is asked of them
    several = {each: some for each, some in affairs.items() if len(some) > 1 or len(next(iter(some.values()))) > 1}
    yield from _once_each((*_same_lines(bound), *_repeated(bound, several)))
    yield from _spelt_apart(bound, several)
    yield from _nearly_alike(bound, affairs)
    yield from _contradicted(bound)
    yield from _unverified(bound)
    yield from _unproven(bound)
    yield from _doubtful(bound)
    yield from find_recorder_warnings(bound)
    for dimension in total.children:
        if dimension.node.points and dimension.bonus > dimension.node.points:
            figures = {"dimension": dimension.node.id, "bonus": dimension.bonus, "points": dimension.node.points}
            yield Warn("bonus-over-dimension", figures, ())


# of the other entries that a question is about: a page of them would hide the question
_MOST_NAMED = 3


def locate_warnings(log: Log, warnings: Iterable[Warn]) -> list[Problem]:
    """The warnings of a log as problems: each at the last entry it is about, with the other ones' places."""
    return [_locate(log, each) for each in warnings]


def _locate(log: Log, warning: Warn) -> Problem:
    if not warning.events:
        return Problem(warning.code, log.document.place(("events",), "key"), warning.figures, Severity.WARNING)
    *others, last = warning.events
    related = tuple([log.document.place(("events", index)) for index in others[:_MOST_NAMED]])
    place = log.document.place(("events", last))
    return Problem(warning.code, place, warning.figures, Severity.WARNING, related)


# --- one thing twice ---------------------------------------------------------------------------------------------


def _affairs(bound: BoundLog) -> Affairs:
    idle = {idle.entry.index for idle in bound.ignored}
    clauses = bound.plan.clauses
    affairs: dict[tuple[str, str], Spellings] = {}
    for index, event in enumerate(bound.log.events):
        if index in idle:
            continue
        fields = event.__dict__  # not a call for every entry
        for field in ("case", "subject", "name"):
            if field in fields:
                word = fields[field]
                affairs.setdefault((field, identity_of(word)), {}).setdefault(word, []).append(index)
        # a document may well support several findings and counts; what is priced by itself should have one of its own
        if "evidence" in fields and clauses[event.clause].dated:
            for word in fields["evidence"]:
                affairs.setdefault(("evidence", identity_of(word)), {}).setdefault(word, []).append(index)
    return affairs


def _once_each(questions: Iterable[Warn]) -> Iterator[Warn]:
    """The first question about the same entries: that one case has one subject and one document, too, is no news."""
    asked: set[tuple[int, ...]] = set()
    for each in questions:
        if each.events not in asked:
            asked.add(each.events)
            yield each


def _same_lines(bound: BoundLog) -> Iterator[Warn]:
    """Occurrences that nothing sets apart: the same clause, day, note, evidence and whatever else could."""
    groups = dict(bound.entries)
    for entry in bound.pending:
        groups[entry.event.clause] = [*groups.get(entry.event.clause, ()), entry]
    for clause, some in groups.items():
        if len(some) == 1 or len({entry.event.date for entry in some}) == len(some):
            continue
        alike: dict[object, list[Entry]] = {}
        for entry in some:
            if entry.event.date is not None:
                alike.setdefault(_telling(entry.event), []).append(entry)
        for each in alike.values():
            if len(each) > 1:
                events = tuple(sorted([entry.index for entry in each]))
                yield Warn("repeated-line", {"clause": clause, "date": each[0].event.date}, events)


def _telling(event: Event) -> tuple[object, ...]:
    """What distinguishes an occurrence from another one of its clause: the day first, then every word but of its verification."""
    words = (event.note, event.case, event.subject, event.name, event.member, event.reason)
    keys = [identity_of(word) if word else word for word in words]
    return (event.date, *keys, event.level, event.points, tuple([identity_of(each) for each in event.evidence]))


def _repeated(bound: BoundLog, affairs: Affairs) -> Iterator[Warn]:
    """One affair or document logged more than once, where no rule or limit settles by itself that only the dearest counts."""
    for (field, _), spellings in affairs.items():
        if field == "name":  # one target twice is no affair: it is refused
            continue
        events = _events(spellings)
        if len(events) == 1:  # which gives two spellings itself
            continue
        clauses = _clauses(bound, events)
        if any(limit.by == field and set(clauses) <= set(limit.clauses) for limit in bound.plan.affairs):
            continue
        word = next(iter(spellings))
        if len(clauses) == 1:
            if field == "subject" and _settles(bound, clauses[0]):
                continue
            # 奖牌 or 锦旗照片 is a kind of evidence and no document; one that a number or a date distinguishes is
            if field == "evidence" and not any(map(str.isnumeric, word)):
                continue
        yield Warn(f"repeated-{field}", {"word": spell_out(word), "clauses": clauses}, events)


def _spelt_apart(bound: BoundLog, affairs: Affairs) -> Iterator[Warn]:
    """What is one thing in two spellings, and counts as one."""
    for spellings in affairs.values():
        if len(spellings) > 1:
            events = _events(spellings)
            figures = {"words": [spell_out(word) for word in spellings], "clauses": _clauses(bound, events)}
            yield Warn("taken-as-one", figures, events)


def _nearly_alike(bound: BoundLog, affairs: Affairs) -> Iterator[Warn]:
    """What counts as two things and differs in little."""
    keys: dict[str, list[str]] = {"case": [], "subject": [], "name": [], "evidence": []}
    for field, key in affairs:
        keys[field].append(key)
    for field, some in keys.items():
        for one, other in find_near(some):
            levels = [identity_of(word) for word in bound.plan.vocabulary.levels]
            if {word for word in levels if word in one} != {word for word in levels if word in other}:
                continue  # 市级文明单位 and 省级文明单位
            pair = affairs[field, one], affairs[field, other]
            events = tuple(sorted({*_events(pair[0]), *_events(pair[1])}))
            figures = {"words": [spell_out(next(iter(each))) for each in pair], "clauses": _clauses(bound, events)}
            yield Warn("nearly-alike", figures, events)


def _events(spellings: Spellings) -> tuple[int, ...]:
    return tuple(sorted({index for some in spellings.values() for index in some}))


def _clauses(bound: BoundLog, events: Iterable[int]) -> list[str]:
    return list(dict.fromkeys(bound.log.events[index].clause for index in events))


def _settles(bound: BoundLog, clause: str) -> bool:
    rule = bound.plan.clauses[clause].rule
    scale = rule.scale if rule is not None else None
    return isinstance(scale, Counting) and scale.within_subject == "highest"


# --- what does not fit together ----------------------------------------------------------------------------------


def _contradicted(bound: BoundLog) -> Iterator[Warn]:
    """A finding beside entries that say something else, or that take once more what it took."""
    for award, finding in bound.exceptions.items():
        beside = [clause for clause in bound.plan.beside[finding].get(award, ()) if clause in bound.entries]
        if beside:
            events = [entry.index for clause in (award, *beside) for entry in bound.entries[clause]]
            figures = {"clause": award, "finding": Phrase(f"event.finding.{finding.name}"), "clauses": beside}
            yield Warn("found-beside-entries", figures, tuple(events))


def _unverified(bound: BoundLog) -> Iterator[Warn]:
    """What does not count, because another body verified it, or nobody says who."""
    for idle in bound.ignored:
        if idle.reason is Reason.WRONG_BODY:
            event = idle.entry.event
            rule = bound.plan.clauses[event.clause].rule
            needs = rule.verified_by if rule is not None else None
            figures = {"clause": event.clause, "body": spell_out(event.verified_by or ""), "needs": needs}
            yield Warn(
                "verified-elsewhere" if event.verified_by else "verified-by-nobody", figures, (idle.entry.index,)
            )


def _unproven(bound: BoundLog) -> Iterator[Warn]:
    """What counts without the document on which its clause rests it."""
    for clause in bound.plan.evidenced:
        bare = [entry.index for entry in bound.entries.get(clause, ()) if not entry.event.evidence]
        if bare:
            yield Warn("missing-evidence", {"clause": clause}, tuple(sorted(bare)))


# a matter of one year is settled in the next, or in the one after that
_YEARS_TO_VERIFY = 2


def _doubtful(bound: BoundLog) -> Iterator[Warn]:
    for measure in bound.plan.measures:
        for entry in bound.entries.get(measure.id, ()):
            if figure := measure.doubtful(entry.event):
                yield Warn("doubtful-figure", {"clause": measure.id, "figure": figure}, (entry.index,))
    verified = [(index, event) for index, event in enumerate(bound.log.events) if "verified_on" in event.__dict__]
    for index, event in verified:
        day, then = event.verified_on, event.date
        if day and then and (day < then or day.year > then.year + _YEARS_TO_VERIFY):
            figures = {"clause": event.clause, "verified_on": day, "date": then}
            yield Warn("doubtful-verification", figures, (index,))
