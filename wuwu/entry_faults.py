"""What can be wrong with the entries of a log under a rubric, each fault a located problem."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from wuwu.effects import ZERO
from wuwu.event_log import Event, Finding, Log
from wuwu.model import nearest
from wuwu.plan import Clause, Plan
from wuwu.problem import Place, Problem
from wuwu.rules.kind import Entry, Form
from wuwu.rules.measure import WHOLE, Share

Elsewhere: TypeAlias = Callable[[str], str | None]


def choose_form(clause: Clause, event: Event) -> Form | None:
    """The form that an entry's fields fill, or None."""
    fields = event.model_fields_set
    for form in clause.forms:
        if form.required <= fields <= form.takes:
            # without a level to gate or price by, the word would be idle; with one, it is demanded by the form
            return form
    return None


def find_stranger(plan: Plan, log: Log, index: int, elsewhere: Elsewhere | None) -> Problem:
    """The problem of an entry whose clause the rubric does not know."""
    word = log.events[index].clause
    other = elsewhere(word) if elsewhere else None
    plain = unicodedata.normalize("NFKC", word).replace("。", ".").replace("、", ".").replace(" ", "").upper()
    near = [plain] if plain in plan.clauses else nearest(plain, plan.clauses)
    params = {"clause": word, "nearest": near, "other": other or "", "rubric": plan.rubric.rubric}
    return Problem("clause-of-other-table" if other else "unknown-clause", _place(log, index, "clause"), params)


def find_misfits(plan: Plan, log: Log, index: int, clause: Clause) -> list[Problem]:
    """Fields that the clause has no use for, and fields that it demands, held against the form that fits best."""
    event = log.events[index]
    if not clause.forms:
        rule = clause.rule
        feeds = (
            rule.source
            if rule and rule.source != rule.id
            else next((t for _, t in rule.references()), "")
            if rule
            else ""
        )
        return [Problem("clause-is-fed", _place(log, index, "clause"), {"clause": clause.id, "measure": feeds})]
    if (
        event.finding not in (None, Finding.NA)
        and not clause.judged
        and any("finding" in f.takes for f in clause.forms)
    ):
        # more fields would not help: what is counted or measured takes no other finding than 不适用
        return [Problem("finding-not-taken", _place(log, index, "finding"), {"clause": clause.id})]
    fields = event.model_fields_set
    form = min(
        clause.forms,
        key=lambda form: (len(fields - form.takes) + len(form.required - fields), -len(form.required & fields)),
    )
    takes = [name for name in Event.model_fields if name in form.takes]
    found: list[Problem] = []
    for name in [name for name in Event.model_fields if name in fields - form.takes]:
        params = {"field": name, "clause": clause.id, "takes": takes, "forms": _ways(clause)}
        code = "field-of-other-form" if any(name in other.takes for other in clause.forms) else "idle-field"
        found.append(Problem(code, log.document.place(("events", index, name), "key"), params))
    for name in [name for name in Event.model_fields if name in form.required - fields]:
        params = {"field": name, "clause": clause.id, "words": plan.words_for(clause), "forms": _ways(clause)}
        found.append(Problem(f"missing-{name}" if name in _TOLD else "missing-entry-field", _place(log, index), params))
    return found


# missing fields whose mend deserves a sentence of its own
_TOLD = frozenset({"date", "level", "subject", "reason", "finding", "member"})


def _ways(clause: Clause) -> list[str]:
    """Each way to fill in an entry, as the names of the fields it demands."""
    return [
        " + ".join(name for name in Event.model_fields if name in form.required - {"clause"}) for form in clause.forms
    ]


def find_faults(plan: Plan, log: Log, index: int, clause: Clause, form: Form, members: frozenset[str]) -> list[Problem]:
    """What is wrong with the values of an entry whose fields are the right ones."""
    event = log.events[index]
    found: list[Problem] = []
    date, count, level, member = event.date, event.count, event.level, event.member
    if date is not None and date.year != plan.rubric.year and "date" in form.required:
        params: dict[str, object] = {"date": date.isoformat(), "year": plan.rubric.year}
        found.append(Problem("date-outside-year", _place(log, index, "date"), params))
    if count == 0 and member is None:
        found.append(Problem("count-zero", _place(log, index, "count"), {}))
    if level is not None and level not in clause.words:
        words = list(clause.words)
        params = {
            "level": level,
            "clause": clause.id,
            "known": plan.words_for(clause),
            "nearest": nearest(level, words),
        }
        found.append(Problem("unknown-level-word", _place(log, index, "level"), params))
    if member is not None and member not in members:
        params = {"member": member, "members": list(log.members), "nearest": nearest(member, members)}
        code = "stranger-member" if members else "members-missing"
        found.append(Problem(code, _place(log, index, "member"), params))
    if event.finding is not None and event.finding is not Finding.NA and not clause.judged:
        found.append(Problem("finding-not-taken", _place(log, index, "finding"), {"clause": clause.id}))
    for fault in clause.declared.faults(event):
        params = {"clause": clause.id, **fault.params}
        found.append(Problem(fault.code, _place(log, index, fault.field), params))
    return found


def find_doubles(plan: Plan, log: Log, entries: Mapping[str, Sequence[Entry]]) -> Iterator[Problem]:
    """Two findings on one clause, two figures for one measure, two targets of one name, a 不适用 beside others."""
    for clause_id, some in entries.items():
        if len(some) < 2:
            continue
        declared = plan.clauses[clause_id].declared
        seen: dict[object, Entry] = {}
        for entry in some:
            key = declared.single(entry.event)
            first = seen.setdefault(key, entry)
            if key is not None and first is not entry:
                yield _double("double-entry", log, clause_id, first, entry, str(key))
        na = [entry for entry in some if entry.event.finding is Finding.NA]
        if na and all(declared.single(entry.event) is None or entry.event.name for entry in some if entry not in na):
            other = next((entry for entry in some if entry is not na[0]), na[0])
            yield _double("not-applicable-beside", log, clause_id, other, na[0], "")


def _double(code: str, log: Log, clause: str, first: Entry, second: Entry, name: str) -> Problem:
    here = _place(log, second.index)
    params = {"clause": clause, "name": name, "first_line": _place(log, first.index).line or 0}
    return Problem(code, here, params)


def find_poll_faults(plan: Plan, log: Log, entries: Mapping[str, Sequence[Entry]]) -> Iterator[Problem]:
    """Shares of one poll that add up to more than 100."""
    sums: dict[str, Decimal] = {}
    for clause_id, some in entries.items():
        declared = plan.clauses[clause_id].declared
        if isinstance(declared, Share) and declared.poll is not None:
            # of a share logged twice, a fault of its own, only the first says anything about the poll
            sums[declared.poll] = sums.get(declared.poll, ZERO) + (some[0].event.value or ZERO)
            if sums[declared.poll] > WHOLE:
                params = {"poll": declared.poll, "sum": sums[declared.poll]}
                yield Problem("shares-over-whole", _place(log, some[0].index, "value"), params)


def _place(log: Log, index: int, *field: str) -> Place:
    return log.document.place(("events", index, *field))
