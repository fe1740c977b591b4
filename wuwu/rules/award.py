"""计N分: the points of a part, earned when its condition is found met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, Literal

from wuwu.effects import ZERO, Does, Line, Unassessed
from wuwu.event_log import Event, Finding
from wuwu.rules.kind import Condition, Facts, Fault, Form, Rule, form, indices
from wuwu.scalars import Flag, Number, Text


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

    def price(self, facts: Facts) -> Sequence[Line]:
        """The points where met, not applicable or presumed; 0 where unmet, refuted or not yet settled (未评定)."""
        if self.measured_by is not None:
            return (self._settled_by(self.measured_by, facts),)
        entries = facts.entries.get(self.id)
        if not entries:
            if not self.presumed and not facts.assume_met:
                return (self._open("award-unassessed", self.id),)
            return (self._refuted(facts, ()) or self._line(self.points, "award-presumed", ()),)
        finding, where = entries[0].event.finding, (entries[0].index,)
        if finding is Finding.MET:
            return (self._refuted(facts, where) or self._line(self.points, "award-met", where),)
        if finding is Finding.NA:
            return (self._line(self.points, "award-na", where),)
        return (self._line(ZERO, "award-unmet", where),)

    def _refuted(self, facts: Facts, where: tuple[int, ...]) -> Line | None:
        for condition in self.refuted_by:
            figure = facts.figure(condition.measure)
            if figure is not None and condition.holds(figure):
                seen = where + indices(facts.entries.get(condition.measure, ()))
                told = {"measure": condition.measure, "figure": figure, "condition": condition}
                return self._line(ZERO, "award-refuted", seen, told)
        return None

    def _settled_by(self, clause: str, facts: Facts) -> Line:
        entries = facts.entries.get(clause, ())
        if clause in facts.not_applicable:
            return self._line(self.points, "award-na", indices(entries))
        if entries or clause in facts.counted or facts.assume_met:
            return self._line(self.points, "award-counted", (), {"measure": clause})
        return self._open("award-unmeasured", clause, {"measure": clause})

    def _open(self, word: str, clause: str, figures: Mapping[str, object] | None = None) -> Line:
        return self._line(ZERO, word, (), figures)._replace(open=Unassessed(clause, self.points))

    def _line(
        self, points: Decimal, word: str, events: tuple[int, ...], figures: Mapping[str, object] | None = None
    ) -> Line:
        told = {"full": self.points} if figures is None else {"full": self.points, **figures}
        return Line("award", self.id, self.id, points, events, word, told)
