"""What can be wrong with the entries of a log under a rubric, each fault a located problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeAlias

from wuwu.diagnostics import Place, Problem, bare, nearest
from wuwu.identity import identity_of, spell_out
from wuwu.log.declared import Log
from wuwu.messages import Phrase
from wuwu.rubric.bundled import typed_reference
from wuwu.rubric.declared import Item, Part
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.kind import Entry, Form, Reason
from wuwu.rules.lines import ZERO
from wuwu.rules.measure import WHOLE
from wuwu.schema.event import FIELDS, Event, Finding
from wuwu.schema.period import Period, year_period

Elsewhere: TypeAlias = Callable[[str], str | None]


EntryCheck: TypeAlias = Callable[[Plan, Log, int], Iterable[Problem]]


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """What the entries of one clause have in common that fill in the same fields with the same words.

    `level` is the rubric's own name of the level they say, `idle` why they move nothing, `exception` their finding where it
    is not 符合. `form` is the one they fill; their day has to lie in the log's year where it is `dated`; `checks` are those
    that their values have still to pass. Without a form they do not fit, without a clause it is unknown.
    """

    clause: Clause | None
    form: Form | None = None
    dated: bool = False
    checks: tuple[EntryCheck, ...] = ()
    doubtful: bool = True
    """Whether an entry has to be checked, even if its day is right."""
    level: str | None = None
    idle: Reason | None = None
    exception: Finding | None = None


def find_fit(plan: Plan, event: Event) -> Fit:
    """How an entry fits the rubric, by its clause, its fields and its words."""
    clause, fields = plan.clauses.get(event.clause), event.fields
    if clause is None:
        return Fit(None)
    for form in clause.forms:
        if form.required <= fields <= form.takes:
            checks = tuple(check for concerns, check in _CHECKS if concerns(clause, event, fields))
            level = clause.words.get(event.level) if event.level is not None else None
            known = level is not None or event.level is None
            idle = clause.declared.admit(Entry(0, event, 1, level), plan.vocabulary) if known else None
            exception = None if event.finding is Finding.MET else event.finding
            return Fit(clause, form, "date" in form.required, checks, bool(checks), level, idle, exception)
    return Fit(clause)


def find_faults(fit: Fit, plan: Plan, log: Log, index: int, elsewhere: Elsewhere | None) -> list[Problem]:
    """Everything that is wrong with an entry."""
    if fit.form is not None:
        found = list(_check_date(plan, log, index)) if fit.dated else []
        for check in fit.checks:
            found += check(plan, log, index)
        return found
    if fit.clause is None:
        return [find_unknown_clause(plan, log, index, elsewhere)]
    return find_misfits(plan, log, index, fit.clause)


def find_unknown_clause(plan: Plan, log: Log, index: int, elsewhere: Elsewhere | None) -> Problem:
    """The problem of an entry whose clause the rubric does not know."""
    word = log.events[index].clause
    other = elsewhere(word) if elsewhere else None
    plain = bare(word).replace("。", ".").replace("、", ".").replace(" ", "").upper()
    place = _place(log, index, "clause")
    for location in plan.rubric.locations():
        if location.node.id == plain:
            return _row_cited(place, word, location.node)
    near = [plain] if plain in plan.clauses else nearest(plain, plan.clauses)
    names: dict[str, object] = {"rubric": plan.rubric.rubric, "reference": typed_reference(plan)}
    params = {"clause": word, "nearest": near, "other": other, **names}
    return Problem("clause-of-other-table" if other else "unknown-clause", place, params)


def _row_cited(place: Place, word: str, row: Item | Part) -> Problem:
    inside = (*row.measures, *row.all_rules()) if isinstance(row, Item) else row.rules
    what = Phrase("log.row" if isinstance(row, Item) else "log.part")
    clauses = [each.id for each in inside if each.forms()]
    return Problem("clause-is-row", place, {"clause": word, "what": what, "clauses": clauses})


def find_misfits(plan: Plan, log: Log, index: int, clause: Clause) -> list[Problem]:
    """Fields that the clause has no use for, and fields that it demands, held against the form that fits best."""
    event = log.events[index]
    if not clause.forms:
        params: dict[str, object] = {"clause": clause.id, "measure": _feeding(clause)}
        return [Problem("clause-is-fed", _place(log, index, "clause"), params)]
    if (
        event.finding not in (None, Finding.NA)
        and not clause.judged
        and any("finding" in f.takes for f in clause.forms)
    ):
        # more fields would not help: what is counted or measured takes no other finding than 不适用
        return [Problem("finding-not-taken", _place(log, index, "finding"), {"clause": clause.id})]
    fields = event.fields
    form = min(
        clause.forms,
        key=lambda form: (len(fields - form.takes) + len(form.required - fields), -len(form.required & fields)),
    )
    takes = [name for name in FIELDS if name in form.takes]
    found: list[Problem] = []
    for name in [name for name in FIELDS if name in fields - form.takes]:
        params = {"field": name, "clause": clause.id, "takes": takes, "forms": _ways(clause)}
        code = "field-of-other-form" if any(name in other.takes for other in clause.forms) else "idle-field"
        found.append(Problem(code, log.document.place(("events", index, name), "key"), params))
    for name in [name for name in FIELDS if name in form.required - fields]:
        params = {"field": name, "clause": clause.id, "words": plan.words_for(clause), "forms": _ways(clause)}
        if name == "date":
            params["example"] = f"{log.year}-04-10"
        if name == "finding" and "date" in fields:
            params["dated"] = _dated(plan, clause.item)
        found.append(Problem(f"missing-{name}" if name in _TOLD else "missing-entry-field", _place(log, index), params))
    # what is there may be wrong too, and is to be fixed in the same go
    if "date" in form.required:
        found += _check_date(plan, log, index)
    for concerns, check in _CHECKS:
        if concerns(clause, event, fields & form.takes):
            found += check(plan, log, index)
    return found


def _feeding(clause: Clause) -> str:
    """The measure under which the figures of a clause are logged that takes no entry of its own."""
    rule = clause.rule
    if rule is None:
        return ""
    return rule.source if rule.source != rule.id else next((target for _, target in rule.references()), "")


def _dated(plan: Plan, item: str) -> list[str]:
    """The clauses of a row under which dated entries go."""
    clauses = [clause for clause in plan.clauses.values() if clause.item == item]
    return [clause.id for clause in clauses if any("date" in form.required for form in clause.forms)]


# missing fields whose fix deserves a sentence of its own
_TOLD = frozenset({"date", "level", "subject", "reason", "finding", "member"})


def _ways(clause: Clause) -> list[str]:
    """Each way to fill in an entry, as the names of the fields it demands."""
    return [" + ".join(name for name in FIELDS if name in form.required - {"clause"}) for form in clause.forms]


def window_of(plan: Plan, log: Log) -> Period:
    """The days that a log is about: its period, that of the rubric, or the year."""
    if isinstance(plan.rubric.period, Period):
        return plan.rubric.period
    return log.period or year_period(log.year)


def _check_date(plan: Plan, log: Log, index: int) -> Iterable[Problem]:
    date, window = log.events[index].date, window_of(plan, log)
    if date is None or window.first <= date <= window.last:
        return ()
    if window[:2] != year_period(window.first.year)[:2]:
        params = {"date": date.isoformat(), "period": window.label}
        return (Problem("date-outside-period", _place(log, index, "date"), params),)
    if date.year == plan.year:  # the log's year is another one, which is reported already
        return ()
    return (Problem("date-outside-year", _place(log, index, "date"), {"date": date.isoformat(), "year": log.year}),)


def _check_count(_: Plan, log: Log, index: int) -> Iterable[Problem]:
    return (Problem("count-zero", _place(log, index, "count"), {}),) if log.events[index].count == 0 else ()


def _check_level(plan: Plan, log: Log, index: int) -> Iterable[Problem]:
    event = log.events[index]
    clause, level = plan.clauses[event.clause], str(event.level)
    params = {
        "level": level,
        "clause": clause.id,
        "known": plan.words_for(clause),
        "nearest": nearest(level, clause.words),
    }
    return (Problem("unknown-level-word", _place(log, index, "level"), params),)


def _check_member(_: Plan, log: Log, index: int) -> Iterable[Problem]:
    member = str(log.events[index].member)
    if member in log.members:
        return ()
    params = {"member": member, "members": list(log.members), "nearest": nearest(member, log.members)}
    return (Problem("stranger-member" if log.members else "members-missing", _place(log, index, "member"), params),)


def _check_finding(_: Plan, log: Log, index: int) -> Iterable[Problem]:
    return (Problem("finding-not-taken", _place(log, index, "finding"), {"clause": log.events[index].clause}),)


def _check_own(plan: Plan, log: Log, index: int) -> Iterable[Problem]:
    """What the kind of the clause itself demands of the fields that are there."""
    event = log.events[index]
    return [
        Problem(fault.code, _place(log, index, fault.field), {"clause": event.clause, **fault.params})
        for fault in plan.clauses[event.clause].declared.faults(event)
        if fault.field in event.fields
    ]


_CHECKS: tuple[tuple[Callable[[Clause, Event, Set[str]], bool], EntryCheck], ...] = (
    (lambda _, __, fields: "count" in fields and "member" not in fields, _check_count),
    (lambda clause, event, fields: "level" in fields and event.level not in clause.words, _check_level),
    (lambda _, __, fields: "member" in fields, _check_member),
    (
        lambda clause, event, fields: "finding" in fields and not (clause.judged or event.finding is Finding.NA),
        _check_finding,
    ),
    (lambda clause, event, _: clause.declared.checks(event), _check_own),
)
"""Which entries a check concerns, by their clause, words and fields, and the check of their values."""


def find_doubles(plan: Plan, log: Log, entries: Mapping[str, Sequence[Entry]]) -> Iterator[Problem]:
    """Two findings on one clause, two figures for one measure, two targets of one name, a 不适用 beside others."""
    several = [clause_id for clause_id, some in entries.items() if len(some) > 1]
    for clause_id in [clause_id for clause_id in several if plan.clauses[clause_id].once]:
        declared = plan.clauses[clause_id].declared
        seen: dict[object, Entry] = {}
        not_applicable: Entry | None = None
        for entry in entries[clause_id]:
            is_na = entry.event.finding is Finding.NA
            key = "" if is_na else declared.single(entry.event)
            first = seen.setdefault(key, entry)
            if key is not None and first is not entry:
                named = " ".join(filter(None, (entry.event.name, entry.event.decided_by)))
                target = Phrase("log.target", {"name": spell_out(named)}) if key else ""
                yield _double("double-entry", log, clause_id, first, entry, target=target)
            not_applicable = not_applicable or (entry if is_na else None)
        # what 不适用 shares its key with is told as double already
        other = next((entry for key, entry in seen.items() if key != ""), None)
        if not_applicable is not None and other is not None:
            yield _double("not-applicable-beside", log, clause_id, other, not_applicable)


def find_doubled_members(log: Log) -> Iterator[Problem]:
    """A member of the list in another spelling: each of the two would be counted by itself."""
    met: dict[str, int] = {}
    for index, name in enumerate(log.members):
        first = met.setdefault(identity_of(name), index)
        if log.members[first] != name:
            earlier = log.document.place(("members", first))
            params = {"member": spell_out(name), "first": spell_out(log.members[first])}
            yield Problem("doubled-member", log.document.place(("members", index)), params, related=(earlier,))


def _double(code: str, log: Log, clause: str, first: Entry, second: Entry, **params: object) -> Problem:
    earlier = _place(log, first.index)
    params = {"clause": clause, "first_line": earlier.line or 0, **params}
    return Problem(code, _place(log, second.index), params, related=(earlier,))


def find_poll_faults(plan: Plan, log: Log, entries: Mapping[str, Sequence[Entry]]) -> Iterator[Problem]:
    """Shares of one poll that add up to more than 100."""
    for poll, shares in plan.polls.items():
        # of a share logged twice, a fault of its own, only the first says anything about the poll
        given = [entries[share][0] for share in shares if share in entries]
        total = sum([entry.event.value or ZERO for entry in given], ZERO)
        if total > WHOLE:
            *others, last = [_place(log, index, "value") for index in sorted(entry.index for entry in given)]
            yield Problem("shares-over-whole", last, {"poll": poll, "sum": total}, related=tuple(others))


def _place(log: Log, index: int, *field: str) -> Place:
    return log.document.place(("events", index, *field))


def name_fields(problem: Problem, plan: Plan) -> Problem:
    """The problem of an unknown field with the fields that the entry's clause takes, where the clause is known."""
    clause = plan.clauses.get(str(problem.params.get("clause")))
    if problem.code != "unknown-field" or clause is None or not clause.forms:
        return problem
    takes = [name for name in FIELDS if any(name in form.takes for form in clause.forms)]
    field = str(problem.params["field"])
    meant = Event.other_names.get(field)
    near = [meant] if meant in takes else nearest(field, takes)
    return replace(problem, params={**problem.params, "takes": takes, "nearest": near})
