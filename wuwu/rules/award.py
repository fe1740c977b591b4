"""计N分: the points of a part, earned when its condition is found met."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, Literal

from wuwu.rules.kind import Condition, Facts, Fault, Form, Rule, bounds_on, form, indices
from wuwu.rules.lines import ZERO, Does, Line, Unassessed
from wuwu.schema.event import Event, Finding
from wuwu.schema.scalars import Flag, Number, Text

# named here, as looking a word up in its enumeration costs as much as pricing with it
_UNMET, _NA = Finding.UNMET, Finding.NA


class Award(Rule):
    """Points for a condition that a person finds met, that is presumed met, or that a count or figures settle.

    `refuted_by` can only refute a 符合 (or a presumption): it never grants one.
    """

    does: ClassVar[Does] = Does.AWARD
    faults_by_words: ClassVar[bool] = True

    kind: Literal["award"]
    points: Number
    presumed: Flag = False
    measured_by: Text | None = None
    refuted_by: tuple[Condition, ...] = ()

    @property
    def silent(self) -> bool:
        return False

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

    def thresholds(self, measure: str) -> Iterator[Decimal]:
        return bounds_on(measure, self.refuted_by)

    def price(self, facts: Facts) -> Sequence[Line]:
        """The points where met, not applicable or presumed; 0 where unmet, refuted or not yet settled (未评定)."""
        if self.measured_by is not None:
            return (self._settled_by(self.measured_by, facts),)
        entries = facts.entries.get(self.id)
        finding = entries[0].event.finding if entries else None
        where: tuple[int, ...] = indices(entries) if entries else ()
        if finding is _NA:
            return (self._line(self.points, "award-na", where),)
        if finding is _UNMET:
            return (self._line(ZERO, "award-unmet", where),)
        refuted = self._refuted(facts, where, finding) if self.refuted_by else None
        if finding is None and not self.presumed and self.id not in facts.assumed:
            if refuted is not None:
                return (refuted._replace(word="award-unassessed-refuted", open=Unassessed(self.id, ZERO)),)
            return (self._open("award-unassessed", self.id, self.points),)
        if refuted is not None:
            return (refuted,)
        if self.refuted_by:
            where += indices([entry for each in self.refuted_by for entry in facts.entries.get(each.measure, ())])
        return (self._line(self.points, "award-met" if finding else "award-presumed", where),)

    def _refuted(self, facts: Facts, where: tuple[int, ...], finding: Finding | None) -> Line | None:
        """The line of an award whose condition fails by the figures, whatever a person found; None where none fails."""
        failing = [
            (each.measure, figure, each) for each in self.refuted_by if (figure := facts.failing(each)) is not None
        ]
        if not failing:
            return None
        seen = where + indices([entry for name, *_ in failing for entry in facts.entries.get(name, ())])
        return self._line(
            ZERO, "award-refuted-found" if finding else "award-refuted", seen, {"failing": tuple(failing)}
        )

    def _settled_by(self, clause: str, facts: Facts) -> Line:
        # what is counted is told, and cited, by the rule that counts it
        entries = facts.entries.get(clause, ()) if clause not in facts.counted else ()
        if clause in facts.not_applicable:
            return self._line(self.points, "award-na", indices(entries))
        if entries or clause in facts.counted:
            return self._line(self.points, "award-counted", indices(entries), {"measure": clause})
        return self._open("award-unmeasured", clause, self.points, {"measure": clause})

    def _open(self, word: str, clause: str, points: Decimal, figures: Mapping[str, object] | None = None) -> Line:
        return self._line(ZERO, word, (), figures)._replace(open=Unassessed(clause, points))

    def _line(
        self, points: Decimal, word: str, events: tuple[int, ...], figures: Mapping[str, object] | None = None
    ) -> Line:
        told = {"full": self.points} if figures is None else {"full": self.points, **figures}
        return Line("award", self.id, self.id, points, events, word, told)
