"""不计分 and 一票否决: events or figures that void a node, or the whole year."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import ClassVar, Literal

from wuwu.diagnostics import nearest
from wuwu.rules.kind import Condition, DatedRule, Facts, Fault, Form, bounds_on, indices
from wuwu.rules.lines import ZERO, Does, Line
from wuwu.schema.event import Event
from wuwu.schema.models import Declared
from wuwu.schema.scalars import Text, Texts


class Zero(DatedRule):
    """不计分: the part, item or dimension scores nothing, by a logged event or by any one of the measured conditions.

    What it takes depends on what the node has by then, so the settlement puts the points on the line.
    """

    does: ClassVar[Does] = Does.ZERO

    kind: Literal["zero"]
    zeroes: Literal["part", "item", "dimension"]
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

    def price(self, facts: Facts) -> Sequence[Line]:
        """A line for each cause; the points are the settlement's to fill in."""
        if self.when:
            return tuple(self._measured(facts))
        where = indices(facts.entries[self.id])
        return (Line("zero", self.id, self.id, ZERO, where, "zero", {"zeroes": self.zeroes}),)

    def _measured(self, facts: Facts) -> Iterator[Line]:
        for condition in self.when:
            figure = facts.failing(condition)
            if figure is not None:
                where = indices(facts.entries.get(condition.measure, ()))
                figures = {"zeroes": self.zeroes, "failing": ((condition.measure, figure, condition),)}
                yield Line("zero", self.id, self.id, ZERO, where, "zero-measured", figures)


class Circumstances(Declared):
    """The circumstances of a veto and the document that names them; an empty list is still to be supplied (待补充)."""

    document: Text
    listed: Texts = ()


class Veto(DatedRule):
    """一票否决: the whole year's assessment is denied."""

    does: ClassVar[Does] = Does.VETO

    kind: Literal["veto"]
    circumstances: Circumstances | None = None

    def demanded(self) -> Sequence[str]:
        return ("reason",)

    def faults(self, event: Event) -> Iterator[Fault]:
        """Where the circumstances are listed, the reason is one of them."""
        listed = self.circumstances.listed if self.circumstances else ()
        if listed and event.reason not in listed:
            params = {"value": event.reason or "", "expected": listed, "nearest": nearest(event.reason or "", listed)}
            yield Fault("unknown-circumstance", "reason", params)

    def price(self, facts: Facts) -> Sequence[Line]:
        """A line without points: the score is denied, not lowered."""
        entries = facts.entries[self.id]
        reasons = tuple([entry.event.reason or "" for entry in entries])
        return (Line("veto", self.id, self.id, ZERO, indices(entries), "veto", {"reasons": reasons}),)
