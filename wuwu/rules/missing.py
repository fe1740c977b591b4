"""少一次扣N分: a required count and a price for each one missing."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from wuwu.rules.kind import NOT_APPLICABLE, Doubts, Entry, Facts, Form, Rule, Surroundings, form, indices
from wuwu.rules.lines import ZERO, Does, Line
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches, Measured, Scale
from wuwu.schema.event import Event
from wuwu.schema.scalars import Number, Text, Whole

MONTHS = 12
_TICKED = Form(form("months").required, form("months").takes - {"date"})
"""Months without days."""


def months_of(event: Event) -> tuple[int, ...]:
    """The months in which something took place: those that are ticked, else that of its day."""
    return event.months or ((event.date.month,) if event.date else ())


def _covered(entries: Sequence[Entry], as_of: date | None) -> set[int]:
    """The months that the entries cover; on a day within the year, none that has not begun by then."""
    months = {month for entry in entries for month in months_of(entry.event)}
    return {month for month in months if as_of is None or month <= as_of.month}


class Missing(Scale):
    """What is missing from a required count, counted from 0.

    `counted`: by events, by calendar months covered, per member (`members`: the worst one, or the sum), or by the tasks
    of a target measure that are not done. `of`: count the entries of that clause instead of the rule's own.
    """

    name: ClassVar[str] = "missing"

    of: Text | None = None
    required: Whole | None = None
    counted: Literal["events", "months", "members", "tasks"] = "events"
    members: Literal["worst", "sum"] = "worst"
    each: Number
    unit: Text | None = None

    @property
    def source(self) -> str | None:
        return self.of

    @property
    def counts(self) -> bool:
        return True

    @property
    def loses(self) -> bool:
        return True

    def forms(self, rule: Rule) -> tuple[Form, ...]:
        if self.of is not None:
            return ()
        own = form("member", "count") if self.counted == "members" else form("date", optional=("count",))
        return (own, _TICKED, NOT_APPLICABLE) if self.counted == "months" else (own, NOT_APPLICABLE)

    def most(self) -> Decimal | None:
        if self.required is None or (self.counted == "members" and self.members == "sum"):
            return None
        return self.required * self.each

    def amount(self, rule: Rule, facts: Facts) -> Measured | None:
        """Points off for each one missing; nothing where the clause is not applicable."""
        source, counted = self.of or rule.id, self.counted
        entries = facts.entries.get(source, ())
        if source in facts.not_applicable:
            return self._amount(0, indices(entries), "missing-na", {}) if entries and self.of is None else None
        if counted == "members" and not facts.members:
            # nobody named: counted as 0 attended, and left open until the members are known
            assumed = rule.id in facts.assumed
            missing = 0 if assumed or source in facts.undue else self.required or 0
            amount = self._amount(missing, (), "missing-unnamed", {})
            return amount if assumed else amount._replace(open=amount.points)
        missing, figures = self._missing(entries, facts)
        if facts.as_of is not None and source in facts.undue:
            later = self._later(missing, entries, facts.as_of, facts.until or facts.as_of.replace(month=12, day=31))
            missing, figures = missing - later, {**figures, "later": later}
        if counted == "tasks":
            if not missing and (rule.does is not Does.AWARD or not entries):
                return None
            entries = [entry for entry in entries if entry.event.done is False]
        return self._amount(missing, indices(entries), f"missing-{counted}", figures)

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

    def _later(self, missing: int, entries: Sequence[Entry], as_of: date, until: date) -> int:
        """How many of those missing may still come: a month is due on its last day, the last one when it is assessed."""
        if self.counted != "months":
            return missing
        now, end = as_of.year * MONTHS + as_of.month, until.year * MONTHS + until.month
        is_due = now == end or as_of.day == monthrange(as_of.year, as_of.month)[1]
        to_come = {(month - 1) % MONTHS + 1 for month in range(now + is_due, end + 1)}
        return min(missing, len(to_come - _covered(entries, as_of)))

    def _amount(self, missing: int, events: tuple[int, ...], word: str, figures: Mapping[str, object]) -> Measured:
        each = self.each
        told = {"required": self.required, "missing": missing, "price": each, "unit": self.unit or "", **figures}
        return Measured(missing * each if missing else ZERO, events, word, told)

    def facts(self, around: Surroundings) -> dict[str, object]:
        told = {"points": self.each, "unit": self.unit, "required": self.required, "counted": self.counted}
        return {**told, "members": self.members}

    def lacks(self, rule: Rule) -> Iterator[str]:
        if self.counted == "tasks" and self.of is None:
            yield "of"
        if self.counted != "tasks" and not self.required:
            yield "required"

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        if self.each <= 0:
            yield "price-not-positive", "each"
        if self.counted == "months" and (self.required or 0) > MONTHS:
            yield "never-reached", "required"

    def branches(self, rule: Rule, around: Surroundings) -> Branches:
        yield from (("missing", False), ("none-missing", True))

    def taken(self, rule: Rule, entries: Sequence[Entry], lines: Sequence[Line], figure: object) -> Iterator[str]:
        own = [line for line in lines if line.scale == self.name]
        yield from ("missing" if line.figures.get("missing") else "none-missing" for line in own)
        if self.counted == "tasks" and entries and not own:
            yield "none-missing"

    def explain(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        words = context.words
        code = {
            "months": "every-month" if self.required == MONTHS else "months",
            "members": f"members-{self.members}",
        }.get(self.counted, self.counted)
        unit = context.unit(self.unit, "price.unit.tasks" if self.counted == "tasks" else "price.unit")
        points = context.amount(self.each)
        price = words(f"price.{rule.does.value}.missing.{code}", required=self.required, points=points, **unit)
        if self.of is not None:
            price = words("price.by-measure", measure=context.name(self.of), price=price)
        yield price
        if self.counted == "members":
            yield words("price.missing.unnamed", **unit)

    def sample(self) -> dict[str, str]:
        return {"count": str(self.required or 1)}
