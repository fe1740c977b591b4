"""数据: clauses under which figures are logged. They feed rules and price nothing themselves."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import ClassVar, Literal

from wuwu.identity import identity_of
from wuwu.messages import plain
from wuwu.rules.kind import NOT_APPLICABLE, Fault, Form, Loggable, form
from wuwu.rules.lines import ZERO
from wuwu.schema.event import Event
from wuwu.schema.scalars import Flag, Text

WHOLE = 100
# no target is met by so few percent, or so many times over
_FRACTION, _MANIFOLD = 2, 10
# finer than any bound that a rubric can name
_BESIDE = Decimal("1e-7")
FAR = Decimal("1e50")
"""A rate beyond everything a rubric can price."""


class Measure(Loggable):
    """A clause that takes figures. `expected`: listed as unassessed while it has none, though it moves nothing then."""

    counted: ClassVar[bool] = False

    # whether what an entry lacks may still come until the year ends, so that in an interim answer it costs nothing
    due_at_last: ClassVar[bool] = False
    # whether the figure is made up of any number of entries
    several: ClassVar[bool] = False

    figure: str
    expected: Flag = False

    def possible(self, bounds: Iterable[Decimal], instead_of: Event | None = None) -> Iterator[Event]:
        """The figures that may still come (in the place of a given one), one of each sort that rules which change at
        these bounds tell apart.
        """
        return iter(())

    def doubtful(self, event: Event) -> str:
        """The figure of an entry, if it is a possible one and yet looks like a slip; else ""."""
        return ""


class Share(Measure):
    """A share in percent, 0 to 100, at most one a year. Shares of one `poll` cannot pass 100 together."""

    figure: Literal["share"]
    poll: Text | None = None

    def forms(self) -> tuple[Form, ...]:
        """One figure, or 不适用 with a reason."""
        return (form("value"), NOT_APPLICABLE)

    def faults(self, event: Event) -> Iterator[Fault]:
        """A share lies between 0 and 100."""
        if event.value is not None and not 0 <= event.value <= WHOLE:
            yield Fault("share-outside", "value", {"value": event.value})

    def possible(self, bounds: Iterable[Decimal], instead_of: Event | None = None) -> Iterator[Event]:
        """Each bound and just beside it, 0 and 100."""
        for value in _around([ZERO, Decimal(WHOLE), *bounds]):
            if 0 <= value <= WHOLE:
                yield Event(clause=self.id, value=value)

    def doubtful(self, event: Event) -> str:
        """A share below 1 % is most often one that was written as a fraction of 1."""
        return f"{plain(event.value)}%" if event.value is not None and 0 < event.value < 1 else ""

    def single(self, event: Event) -> object:
        return ""


class Target(Measure):
    """目标任务: named targets, each with plan and actual or a rate in percent, or a task that is done or not."""

    due_at_last: ClassVar[bool] = True
    several: ClassVar[bool] = True

    figure: Literal["target"]

    def forms(self) -> tuple[Form, ...]:
        """A target measured, or a task; never both."""
        return (form("name", "plan", "actual"), form("name", "rate"), form("name", "done"), NOT_APPLICABLE)

    def faults(self, event: Event) -> Iterator[Fault]:
        """A plan is above 0; what was reached is not below it."""
        if event.plan is not None and event.plan <= 0:
            yield Fault("plan-not-positive", "plan", {"value": event.plan})
        for name in ("actual", "rate"):
            figure = getattr(event, name)
            if figure is not None and figure < 0:
                yield Fault("figure-below-zero", name, {"value": figure})

    def possible(self, bounds: Iterable[Decimal], instead_of: Event | None = None) -> Iterator[Event]:
        """A rate from nothing to beyond all measure; a task done or not."""
        name = instead_of.name if instead_of else self.id
        if instead_of is None or instead_of.done is None:
            for rate in _around([ZERO, Decimal(WHOLE), *bounds]):
                if rate >= 0:
                    yield Event(clause=self.id, name=name, rate=rate)
            yield Event(clause=self.id, name=name, rate=FAR)
        if instead_of is None or instead_of.done is not None:
            yield from (Event(clause=self.id, name=name, done=done) for done in (False, True))

    def doubtful(self, event: Event) -> str:
        """A rate written as a fraction of 1, or figures of two different units."""
        if event.rate is not None:
            return f"{plain(event.rate)}%" if 0 < event.rate <= _FRACTION else ""
        if event.plan is not None and event.actual is not None and event.actual >= _MANIFOLD * event.plan:
            return f"{plain(event.actual)}/{plain(event.plan)}"
        return ""

    def single(self, event: Event) -> object:
        return identity_of(event.name or "")


class Activity(Measure):
    """Dated occurrences that a condition or a quota counts, from 0."""

    counted: ClassVar[bool] = True

    figure: Literal["activity"]

    def forms(self) -> tuple[Form, ...]:
        """One occurrence, or several on a day."""
        return (form("date", optional=("count",)),)


def _around(bounds: Iterable[Decimal]) -> Iterator[Decimal]:
    for bound in sorted(set(bounds)):
        yield from (bound - _BESIDE, bound, bound + _BESIDE)
