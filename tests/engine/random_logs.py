"""Logs drawn at random for any rubric: entries of every form that its clauses take, as many as may stand beside each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from wuwu.log.declared import Log, declare_log
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.award import Award
from wuwu.rules.judged import Judged
from wuwu.rules.kind import Form, Rule
from wuwu.rules.lines import ZERO
from wuwu.rules.measure import Amount, Share
from wuwu.source.document import hold_data

Entry = dict[str, Any]
MEMBERS = ["甲", "乙"]


def declare(plan: Plan, events: list[Entry], members: list[str] | None = None) -> Log:
    """The log of a unit."""
    data = {
        "unit": "某单位",
        "rubric": plan.rubric.rubric,
        "year": plan.rubric.year,
        "members": MEMBERS if members is None else members,
        "events": events,
    }
    return declare_log(hold_data(data, "log.yaml")).require()


def days(plan: Plan) -> st.SearchStrategy[str]:
    """The days of the rubric's year."""
    return _days(plan.year)


@cache
def _days(year: int) -> st.SearchStrategy[str]:
    return st.dates(min_value=date(year, 1, 1), max_value=date(year, 12, 31)).map(str)


def entries_for(plan: Plan, clause_id: str) -> st.SearchStrategy[Entry] | None:
    """Entries that suit a clause, of every form it takes; None where nothing is logged under it."""
    clause = plan.clauses[clause_id]
    some = [_filled(plan, clause, form) for form in clause.forms]
    return st.one_of(some) if some else None


def _filled(plan: Plan, clause: Clause, form: Form) -> st.SearchStrategy[Entry]:
    takes = {name: values for name, values in _values(plan, clause, form).items() if name in form.takes}
    needs = form.required | {"clause"} | ({"reason"} if "finding" in form.required else set())
    # told apart by these, though a log need not say them
    needs |= {"name", "subject"} & form.takes
    fixed = {name: values for name, values in takes.items() if name in needs}
    return st.fixed_dictionaries(fixed, optional={name: takes[name] for name in sorted(takes.keys() - fixed.keys())})


_ALIKE: dict[str, st.SearchStrategy[Any]] = {
    "months": st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True).map(sorted),
    "subject": st.sampled_from(["甲事", "乙事"]),
    "name": st.sampled_from("一二三四五六"),
    "plan": st.integers(1, 3000),
    "actual": st.integers(0, 4000),
    "rate": st.sampled_from([0, 80, Decimal("99.5"), 100, 110, Decimal("119.9"), 150]),
    "done": st.booleans(),
    "decided_by": st.sampled_from(["张三", "李四", "王五", "赵六"]),
    "member": st.sampled_from(MEMBERS),
    "status": st.sampled_from(["查实", "待查", "不属实"]),
    "case": st.sampled_from(["甲案", "乙案"]),
}
_SHARES = st.sampled_from([0, 20, 30, 80, Decimal("89.9"), 90, 95])
_AMOUNTS = st.sampled_from([0, Decimal("19.9"), 20, 50, Decimal("50.5"), 81, 100])
_COUNTS = {least: st.integers(least, 3) for least in (0, 1)}


def _values(plan: Plan, clause: Clause, form: Form) -> dict[str, st.SearchStrategy[Any]]:
    """What each field may hold; those that are alike for all clauses are built once."""
    declared = clause.declared
    found = _ALIKE | {
        "clause": st.just(clause.id),
        "date": days(plan),
        "count": _COUNTS[0 if "member" in form.required else 1],
        "finding": st.sampled_from(["符合", "不符合", "不适用"] if clause.judged else ["不适用"]),
        "level": st.sampled_from(sorted(clause.words) or [""]),
        "value": _AMOUNTS if isinstance(declared, Amount) else _SHARES,
    }
    if "reason" in form.required or "finding" in form.required:
        found["reason"] = st.just("说明")
    if isinstance(declared, Rule):
        scale = declared.scale
        if isinstance(scale, Judged):
            ends = [scale.at_least or Decimal("0.5"), scale.greatest(declared)]
            found["points"] = st.sampled_from([*ends, ZERO] if isinstance(declared, Award) else ends)
        if declared.verified_by:
            found["verified_by"] = st.sampled_from([declared.verified_by, "别的部门"])
        if factors := getattr(scale, "factors", None):
            found["factor"] = st.sampled_from(sorted(factors))
    return found


def singles(plan: Plan, events: list[Entry]) -> list[Entry]:
    """Drop what a log may hold once only, and what 不适用 excludes."""
    kept: list[Entry] = []
    seen: set[tuple[str, object]] = set()
    closed: set[str] = set()
    polls: set[str] = set()
    for event, declared in zip(events, declare(plan, events).events, strict=True):
        name = event["clause"]
        clause = plan.clauses[name].declared
        if name in closed or (event.get("finding") == "不适用" and any(name == each["clause"] for each in kept)):
            continue
        if isinstance(clause, Share) and clause.poll in polls:
            continue  # two shares of one poll could pass 100 together
        key = clause.single(declared)
        if key is not None and (name, key) in seen:
            continue
        seen.add((name, key))
        closed |= {name} if event.get("finding") == "不适用" else set()
        polls |= {clause.poll} if isinstance(clause, Share) and clause.poll else set()
        kept.append(event)
    return kept


@st.composite
def logs(draw: st.DrawFn, plan: Plan, most: int = 25, only: Callable[[str], bool] = lambda _: True) -> list[Entry]:
    """A log of some entries of these clauses."""
    strategies = [s for clause in plan.clauses if only(clause) and (s := entries_for(plan, clause)) is not None]
    return singles(plan, draw(st.lists(st.one_of(strategies), max_size=most)))


def taken(plan: Plan, share: Share, events: list[Entry]) -> Decimal:
    """What the other shares of the poll leave no room for."""
    others = plan.polls.get(share.poll or "", ())
    return sum([Decimal(event.get("value", 0)) for event in events if event["clause"] in others], ZERO)
