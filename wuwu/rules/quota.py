"""少一次扣N分: a required count and a price for each one missing."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import ClassVar, Literal

from wuwu.rules.kind import NOT_APPLICABLE, Entry, Facts, Form, Rule, form, indices
from wuwu.rules.lines import ZERO, Does, Line, Unassessed
from wuwu.schema.event import Event
from wuwu.schema.scalars import Number, Text, Whole

_MONTHS = 12
_TICKED = Form(form("months").required, form("months").takes - {"date"})
"""Months without days."""


def months_of(event: Event) -> tuple[int, ...]:
    """The months in which something took place: those that are ticked, else that of its day."""
    return event.months or ((event.date.month,) if event.date else ())


def _covered(entries: Sequence[Entry], as_of: date | None) -> set[int]:
    """The months that the entries cover; on a day within the year, none that has not begun by then."""
    months = {month for entry in entries for month in months_of(entry.event)}
    return {month for month in months if as_of is None or month <= as_of.month}


class Quota(Rule):
    """What is missing from a required count, counted from 0.

    `counted`: by events, by calendar months covered, per member (`members`: the worst one, or the sum), or by the tasks
    of a target measure that are not done. `measure`: count the entries of that clause instead of the quota's own.
    """

    does: ClassVar[Does] = Does.DEDUCT

    kind: Literal["quota"]
    counted: Literal["events", "months", "members", "tasks"]
    required: Whole | None = None
    points: Number
    members: Literal["worst", "sum"] = "worst"
    measure: Text | None = None
    unit: Text | None = None

    @property
    def source(self) -> str:
        return self.measure or self.id

    @property
    def silent(self) -> bool:
        return False

    def forms(self) -> tuple[Form, ...]:
        if self.measure is not None:
            return ()
        own = form("member", "count") if self.counted == "members" else form("date", optional=("count",))
        return (own, _TICKED, NOT_APPLICABLE) if self.counted == "months" else (own, NOT_APPLICABLE)

    def references(self) -> Iterator[tuple[str, str]]:
        if self.measure is not None:
            yield "measure", self.measure

    def price(self, facts: Facts) -> Sequence[Line]:
        """Points off for each one missing; nothing where the clause is not applicable."""
        entries = facts.entries.get(self.source, ())
        if self.source in facts.not_applicable:
            return (self._line(0, indices(entries), "quota-na", {}),) if entries and self.measure is None else ()
        if self.counted == "members" and not facts.members:
            # nobody named: counted as 0 attended, and left open until the members are known
            return self._unnamed(facts)
        missing, figures = self._missing(entries, facts)
        if facts.as_of is not None and self.source in facts.undue:
            later = self._later(missing, entries, facts.as_of)
            missing, figures = missing - later, {**figures, "later": later}
        if self.counted == "tasks":
            if not missing:
                return ()
            entries = [entry for entry in entries if entry.event.done is False]
        return (self._line(missing, indices(entries), f"quota-{self.counted}", figures),)

    def _missing(self, entries: Sequence[Entry], facts: Facts) -> tuple[int, Mapping[str, object]]:
        required = self.required or 0
        match self.counted:
            case "tasks":
                undone = [entry for entry in entries if entry.event.done is False]
                return sum([entry.count for entry in undone]), {"names": [entry.event.name for entry in undone]}
            case "members":
                seen = dict.fromkeys(facts.members, 0)
                for entry in entries:
                    seen[entry.event.member or ""] += entry.count
                gaps = {name: max(0, required - count) for name, count in seen.items()}
                missing = sum(gaps.values()) if self.members == "sum" else max(gaps.values())
                behind = [name for name, gap in gaps.items() if gap and (self.members == "sum" or gap == missing)]
                return missing, {"names": behind, "how": self.members}
            case "months":
                months = _covered(entries, facts.as_of)
                return max(0, required - len(months)), {"got": len(months), "months": sorted(months)}
            case _:
                got = sum([entry.count for entry in entries])
                return max(0, required - got), {"got": got}

    def _later(self, missing: int, entries: Sequence[Entry], as_of: date) -> int:
        """How many of those missing may still come: a month is due on its last day, the year's last one when it is assessed."""
        if self.counted != "months":
            return missing
        is_due = as_of.month == _MONTHS or as_of.day == monthrange(as_of.year, as_of.month)[1]
        to_come = set(range(as_of.month + is_due, _MONTHS + 1))
        return min(missing, len(to_come - _covered(entries, as_of)))

    def _unnamed(self, facts: Facts) -> Sequence[Line]:
        missing = 0 if self.id in facts.assumed or self.source in facts.undue else self.required or 0
        line = self._line(missing, (), "quota-unnamed", {})
        return (line if self.id in facts.assumed else line._replace(open=Unassessed(self.id, -line.points)),)

    def _line(self, missing: int, events: tuple[int, ...], word: str, figures: Mapping[str, object]) -> Line:
        points = -missing * self.points if missing else ZERO
        told = {"required": self.required, "missing": missing, "price": self.points, "unit": self.unit or "", **figures}
        return Line("quota", self.id, self.id, points, events, word, told)
