"""每少一个百分点扣N分、超额每N个百分点加计: what a target misses or passes, priced by steps of percentage points."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from wuwu.rules.kind import Entry, Facts, Rule
from wuwu.rules.lines import ZERO, Does, Line
from wuwu.rules.occurrence import capped
from wuwu.schema.event import Event
from wuwu.schema.models import Declared
from wuwu.schema.scalars import Number, Positive, Text

WHOLE_RATE = 100


class Rounding(Declared):
    """How a proportional step becomes a decimal: to a multiple of `to`, by the named way."""

    to: Positive
    by: Literal["half_up", "half_even", "down"]

    def round(self, points: Fraction) -> Decimal:
        """The nearest multiple of `to`, exactly."""
        units = points / Fraction(self.to)
        whole, rest = divmod(units.numerator, units.denominator)
        # the half is compared exactly; a float or a rounded quotient could fall on the wrong side
        twice = 2 * rest
        up = (self.by == "half_up" and twice >= units.denominator) or (
            self.by == "half_even" and (twice > units.denominator or (twice == units.denominator and whole % 2 == 1))
        )
        return (whole + up) * self.to


def rate_of(event: Event) -> Fraction | None:
    """The rate of completion in percent, exactly: as logged, or actual over plan; None for a task."""
    if event.rate is not None:
        return Fraction(event.rate)
    if event.plan and event.actual is not None:
        (reached, of), (planned, per) = event.actual.as_integer_ratio(), event.plan.as_integer_ratio()
        return Fraction(reached * per * WHOLE_RATE, of * planned)
    return None


class TargetRule(Rule):
    """A price per step of percentage points between a target's rate and 100.

    `incomplete`: a step not filled is dropped, counted in proportion (with a rounding that the rubric names) or whole.
    """

    sign: ClassVar[int]

    kind: str
    measure: Text
    step: Positive
    points: Number
    incomplete: Literal["dropped", "proportional", "whole"] = "dropped"
    rounding: Rounding | None = None
    cap: Number | None = None

    @property
    def source(self) -> str:
        return self.measure

    def references(self) -> Iterator[tuple[str, str]]:
        yield "measure", self.measure

    def price(self, facts: Facts) -> Sequence[Line]:
        """The sum over all targets, each priced by itself; then the cap."""
        terms = list(self._terms(facts.entries.get(self.measure, ())))
        if not terms:
            return ()
        total = sum([points for *_, points in terms], ZERO)
        figures = {"terms": tuple(terms), "step": self.step, "price": self.points, "incomplete": self.incomplete}
        where = tuple([index for index, *_ in terms])
        line = Line(self.kind, self.id, self.id, self.sign * total, where, self.kind, figures)
        return (line, *capped(self.id, total, self.cap, self.sign))

    def _terms(self, entries: Sequence[Entry]) -> Iterator[tuple[int, str, Fraction, Decimal]]:
        for entry in entries:
            rate = rate_of(entry.event) if self._concerns(entry.event) else None
            if rate is not None:
                yield entry.index, entry.event.name or "", rate, self._worth(rate) * entry.count

    def _concerns(self, event: Event) -> bool:
        """Whether the target lies on this side of 100 %, told without a division."""
        if event.rate is not None:
            return self.sign * event.rate > self.sign * WHOLE_RATE
        return event.plan is not None and event.actual is not None and self.sign * event.actual > self.sign * event.plan

    def _worth(self, rate: Fraction) -> Decimal:
        """What lies between the rate and 100, by steps."""
        gap, of = abs(rate.numerator - WHOLE_RATE * rate.denominator), rate.denominator
        if self.incomplete == "proportional" and self.rounding is not None:
            return self.rounding.round(Fraction(gap, of) / Fraction(self.step) * Fraction(self.points))
        step, per = self.step.as_integer_ratio()
        whole, rest = divmod(gap * per, of * step)
        return (whole + (self.incomplete == "whole" and rest > 0)) * self.points


class Shortfall(TargetRule):
    """Points off for each step below 100 %."""

    does: ClassVar[Does] = Does.DEDUCT
    sign: ClassVar[int] = -1

    kind: Literal["shortfall"]


class Excess(TargetRule):
    """Points on top for each step above 100 %, summed over all targets before the cap."""

    does: ClassVar[Does] = Does.ADD
    sign: ClassVar[int] = 1

    kind: Literal["excess"]
