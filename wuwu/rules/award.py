"""计N分: the points of a part, earned when its condition is found met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import ClassVar, Literal

from wuwu.effects import ZERO, Does, Effect, Line
from wuwu.event_log import Event, Finding
from wuwu.model import Flag, Number, Text
from wuwu.rules.kind import Condition, Facts, Fault, Form, Rule, form, indices


class Award(Rule):
    """Points for a condition that a person finds met, that is presumed met, or that a count or figures settle.

    `refuted_by` can only refute a 符合 (or a presumption): it never grants one.
    """

    does: ClassVar[Does] = Does.AWARD
    silent: ClassVar[bool] = False

    kind: Literal["award"]
    points: Number
    presumed: Flag = False
    measured_by: Text | None = None
    refuted_by: tuple[Condition, ...] = ()

    def forms(self) -> tuple[Form, ...]:
        if self.measured_by is not None:
            return ()
        return (form("finding", optional=("decided_by",)),)

    def faults(self, event: Event) -> Iterator[Fault]:
        """不适用 settles full points, so it has to say why."""
        if event.finding is Finding.NA and event.reason is None:
            yield Fault("reason-missing", "finding", {})

    def single(self, event: Event) -> object:
        return ""

    def references(self) -> Iterator[tuple[str, str]]:
        if self.measured_by is not None:
            yield "measured_by", self.measured_by
        for condition in self.refuted_by:
            yield "refuted_by", condition.measure

    def price(self, facts: Facts) -> Effect:
        """The points where met, not applicable or presumed; 0 where unmet, refuted or not yet settled (未评定)."""
        if self.measured_by is not None:
            return self._settled_by(self.measured_by, facts)
        entries = facts.entries.get(self.id, ())
        finding, where = (entries[0].event.finding, indices(entries)) if entries else (None, ())
        if finding is Finding.MET and not self.refuted_by:  # the usual case, first
            return self._effect(self.points, "award-met", where)
        if finding is Finding.NA:
            return self._effect(self.points, "award-na", where)
        if finding is Finding.UNMET:
            return self._effect(ZERO, "award-unmet", where)
        if finding is None and not self.presumed and not facts.assume_met:
            return self._effect(ZERO, "award-unassessed", where, open_clause=self.id)
        for condition in self.refuted_by:
            figure = facts.figure(condition.measure)
            if figure is not None and condition.holds(figure):
                seen = where + indices(facts.entries.get(condition.measure, ()))
                told = {"measure": condition.measure, "figure": figure, "condition": condition}
                return self._effect(ZERO, "award-refuted", seen, told)
        return self._effect(self.points, "award-met" if finding else "award-presumed", where)

    def _settled_by(self, clause: str, facts: Facts) -> Effect:
        entries = facts.entries.get(clause, ())
        if clause in facts.not_applicable:
            return self._effect(self.points, "award-na", indices(entries))
        if entries or clause in facts.counted or facts.assume_met:
            return self._effect(self.points, "award-counted", (), {"measure": clause})
        return self._effect(ZERO, "award-unmeasured", (), {"measure": clause}, open_clause=clause)

    def _effect(
        self,
        points: Decimal,
        word: str,
        events: tuple[int, ...],
        figures: Mapping[str, object] | None = None,
        open_clause: str | None = None,
    ) -> Effect:
        told: dict[str, object] = {"full": self.points}
        if figures is not None:
            told.update(figures)
        return Effect((Line("award", self.id, self.id, points, events, word, told),), open_clause, self.points)
