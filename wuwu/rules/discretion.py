"""酌情扣减: an amount that somebody decides, with a reason, up to a greatest amount."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from wuwu.rules.kind import Facts, Fault, Form, Rule, form, indices
from wuwu.rules.lines import ZERO, Does, Line
from wuwu.schema.event import Event
from wuwu.schema.scalars import Number


class Discretion(Rule):
    """Amounts above 0 and up to `at_most` each; several add up, and the floor of the part holds."""

    does: ClassVar[Does] = Does.DEDUCT

    kind: Literal["discretion"]
    at_most: Number

    def forms(self) -> tuple[Form, ...]:
        return (form("date", "points", "reason", "decided_by"),)

    def faults(self, event: Event) -> Iterator[Fault]:
        """An amount is above 0 and no more than the rule allows."""
        if event.points is not None and not 0 < event.points <= self.at_most:
            yield Fault("amount-outside", "points", {"value": event.points, "at_most": self.at_most})

    def price(self, facts: Facts) -> Sequence[Line]:
        """The sum of the amounts decided."""
        entries = facts.entries[self.id]
        amounts = tuple([entry.event.points or ZERO for entry in entries])
        line = Line(
            "discretion", self.id, self.id, -sum(amounts, ZERO), indices(entries), "discretion", {"amounts": amounts}
        )
        return (line,)
