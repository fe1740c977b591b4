"""What a zero, a veto and a grade share: they happen by a logged event, or where any one of several conditions holds."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from wuwu.rules.kind import Condition, Doubts, Facts, Figure, Form, Rule, Surroundings, bounds_on, indices
from wuwu.rules.lines import ZERO, Line
from wuwu.rules.scale import Branches

Failing = tuple[str, Figure, Condition, tuple[str, str]]


GATES = ("from_level", "upheld_only", "verified_by", "evidence_expected")
"""The fields of a rule that look at occurrences."""


class Triggered(Rule):
    """A rule by an event or by conditions (`when`) on figures, on counts, or on what another clause counted."""

    when: tuple[Condition, ...] = ()

    @property
    def silent(self) -> bool:
        return not self.when  # which look at measures, not at the clause's own entries

    def forms(self) -> tuple[Form, ...]:
        return () if self.when else super().forms()

    def references(self) -> Iterator[tuple[str, str]]:
        for condition in self.when:
            yield "when", condition.measure

    def thresholds(self, measure: str) -> Iterator[Decimal]:
        return bounds_on(measure, self.when)

    def failing(self, facts: Facts) -> Iterator[tuple[tuple[int, ...], Failing]]:
        """The conditions that hold, each with the entries of its figure."""
        for each in self.when:
            figure = facts.failing(each)
            if figure is not None:
                where = indices(facts.entries.get(each.measure, ()))
                yield where, (each.measure, figure, each, facts.clauses[each.measure].measured_in)

    def lines(self, facts: Facts, **figures: object) -> Sequence[Line]:
        """A line for each cause, without points."""
        kind = self.kind
        if self.when:
            return tuple(
                Line(kind, self.id, self.id, ZERO, where, f"{kind}-measured", {**figures, "failing": (cause,)})
                for where, cause in self.failing(facts)
            )
        where = indices(facts.entries[self.id])
        return (Line(kind, self.id, self.id, ZERO, where, kind, figures),)

    def stated(self, around: Surroundings) -> dict[str, object]:
        return {
            "at_least": [bound for c in self.when for bound in (c.at_least, c.above) if bound is not None],
            "at_most": [bound for c in self.when for bound in (c.at_most, c.below) if bound is not None],
        }

    def doubts(self, around: Surroundings) -> Doubts:
        if self.when:
            yield from (("never-bites", field) for field in GATES if getattr(self, field))

    def branches(self, around: Surroundings) -> Branches:
        if not self.when and not self.upheld_only:
            yield "pending", True
        each = (((f"condition-at {at}", True), (f"condition-off {at}", True)) for at in range(1, len(self.when) + 1))
        yield from chain.from_iterable(each)
