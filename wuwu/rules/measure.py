"""数据: clauses under which figures are logged. They feed rules and price nothing themselves."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from wuwu.identity import identity_of
from wuwu.messages import plain
from wuwu.rules.kind import NOT_APPLICABLE, Entry, Facts, Fault, Figure, FigureRead, Form, Loggable, form, indices
from wuwu.rules.lines import ZERO, Line
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import sum_of
from wuwu.schema.event import Event
from wuwu.schema.scalars import Flag, Number, Text

WHOLE = 100
# no target is met by so few percent, or so many times over
_FRACTION, _MANIFOLD = 2, 10
# finer than any bound that a rubric can name
_BESIDE = Decimal("1e-7")
FAR = Decimal("1e50")
"""A rate beyond everything a rubric can price."""


class Measure(Loggable):
    """A clause that takes figures. `expected`: listed as unassessed while it has none, though it moves nothing then."""

    # whether what an entry lacks may still come until the year ends, so that in an interim answer it costs nothing
    due_at_last: ClassVar[bool] = False
    # whether the figure is made up of any number of entries
    manifold: ClassVar[bool] = False

    figure: str
    expected: Flag = False

    @property
    def fewest(self) -> int:
        """How many entries it takes to make a figure."""
        return 1

    def possible(self, bounds: Iterable[Decimal], instead_of: Event | None = None) -> Iterator[Event]:
        """The figures that may still come (in the place of a given one), one of each sort that rules which change at
        these bounds tell apart.
        """
        return iter(())

    def doubtful(self, event: Event) -> str:
        """The figure of an entry, if it is a possible one and yet looks like a slip; else ""."""
        return ""

    def explain(self, context: PriceContext) -> Iterator[str]:
        """What is logged, in words; prices nothing itself."""
        yield context.words(f"price.{self.figure}")
        if self.expected:
            yield context.words("price.expected")


class Share(Measure):
    """A share in percent, 0 to 100, at most one a year. Shares of one `poll` cannot pass 100 together."""

    figure: Literal["share"]
    poll: Text | None = None

    @property
    def measured_in(self) -> tuple[str, str]:
        return "share", ""

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        return ZERO, Decimal(WHOLE)

    def read(self, entries: Sequence[Entry]) -> Figure | None:
        return entries[0].event.value if entries else None

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

    def explain(self, context: PriceContext) -> Iterator[str]:
        yield context.words("price.share")
        others = [context.name(each) for each in context.polls.get(self.poll or "", ()) if each != self.id]
        if others:
            yield context.words("price.share.poll", others=others, poll=self.poll)
        if self.expected:
            yield context.words("price.expected")


class Target(Measure):
    """目标任务: named targets, each with plan and actual or a rate in percent, or a task that is done or not."""

    due_at_last: ClassVar[bool] = True
    manifold: ClassVar[bool] = True

    figure: Literal["target"]

    @property
    def measured_in(self) -> tuple[str, str]:
        return "target", ""

    def read(self, entries: Sequence[Entry]) -> Figure | None:
        return None

    def read_each(self, entries: Sequence[Entry]) -> Sequence[FigureRead]:
        """The rate of every target that has one."""
        rated = [(entry, rate_of(entry.event)) for entry in entries]
        return [
            FigureRead((entry.index,), entry.event.name or "", rate, entry.count)
            for entry, rate in rated
            if rate is not None
        ]

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
    """Dated occurrences that a condition or a rule counts, from 0. `record`: kept for the record, and nothing counts them."""

    figure: Literal["activity"]
    unit: Text | None = None
    record: Flag = False

    @property
    def counted(self) -> bool:
        return True

    def forms(self) -> tuple[Form, ...]:
        """One occurrence, or several on a day."""
        return (form("date", optional=("count",)),)

    def price(self, facts: Facts) -> Sequence[Line]:
        """For the record: a line without points."""
        entries = facts.entries.get(self.id, ())
        if not entries:
            return ()
        told = {"count": sum([entry.count for entry in entries]), "unit": self.unit or ""}
        return (Line("record", self.id, self.id, ZERO, indices(entries), "record", told),)


class Amount(Measure):
    """An amount, a number of hours, days, …: one figure, or several put together.

    `several`: what several entries come to: their sum, their mean, or their mean without the highest and the lowest (of three
    at least). `at_least`, `at_most`: the bounds of what an entry may say.
    """

    figure: Literal["amount"]
    unit: Text | None = None
    several: Literal["sum", "mean", "trimmed"] | None = None
    at_least: Number | None = ZERO
    at_most: Number | None = None

    @property
    def measured_in(self) -> tuple[str, str]:
        return "amount", self.unit or ""

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        low, high = self.at_least, self.at_most
        if self.several != "sum":
            return low, high
        # as many entries as it takes come to any sum beyond
        return (None if low is not None and low < 0 else low), (None if high is not None and high > 0 else high)

    @property
    def fewest(self) -> int:
        return 3 if self.several == "trimmed" else 1

    def read(self, entries: Sequence[Entry]) -> Figure | None:
        return put_together([entry.event.value or ZERO for entry in entries], self.several)

    def forms(self) -> tuple[Form, ...]:
        """A figure, of somebody or something where there are several, or 不适用 with a reason."""
        return (form("value", optional=("name", "decided_by")), NOT_APPLICABLE)

    def faults(self, event: Event) -> Iterator[Fault]:
        """A figure lies between its bounds."""
        if event.value is None:
            return
        low, high = self.at_least, self.at_most
        if (low is not None and event.value < low) or (high is not None and event.value > high):
            bounds = {"at_least": "" if low is None else low, "at_most": "" if high is None else high}
            yield Fault("figure-outside", "value", {"value": event.value, **bounds})

    def possible(self, bounds: Iterable[Decimal], instead_of: Event | None = None) -> Iterator[Event]:
        """Each bound and just beside it, and the ends of what an entry may say."""
        low, high = self.limits
        ends = [-FAR if low is None else low, FAR if high is None else high]
        for value in _around([*ends, *bounds]):
            if ends[0] <= value <= ends[1]:
                yield Event(clause=self.id, value=value)

    def single(self, event: Event) -> object:
        """One figure; of several no two of one name, or of one name by the same person."""
        if self.several is None:
            return ""
        named = (identity_of(event.name or ""), identity_of(event.decided_by or ""))
        return named if any(named) else None

    def explain(self, context: PriceContext) -> Iterator[str]:
        words = context.words
        yield words("price.amount", unit=self.unit or words("price.unit.figure"))
        if self.at_most is not None:
            yield words("price.amount.between", at_least=self.at_least, at_most=self.at_most)
        if self.several is not None:
            yield words(f"price.several.{self.several}")
        if self.expected:
            yield words("price.expected")


def put_together(figures: Sequence[Decimal], several: str | None) -> Figure | None:
    """What several figures come to; None where there are too few. A mean stays a fraction."""
    if not figures:
        return None
    match several:
        case "sum":
            return sum_of(figures)
        case "mean":
            return sum(map(Fraction, figures), Fraction(0)) / len(figures)
        case "trimmed":
            inner = sorted(figures)[1:-1]
            return sum(map(Fraction, inner), Fraction(0)) / len(inner) if inner else None
    return figures[0]


def rate_of(event: Event) -> Fraction | None:
    """The rate of completion in percent, exactly: as logged, or actual over plan; None for a task."""
    if event.rate is not None:
        return Fraction(event.rate)
    if event.plan and event.actual is not None:
        (reached, of), (planned, per) = event.actual.as_integer_ratio(), event.plan.as_integer_ratio()
        return Fraction(reached * per * WHOLE, of * planned)
    return None


def _around(bounds: Iterable[Decimal]) -> Iterator[Decimal]:
    for bound in sorted(set(bounds)):
        yield from (bound - _BESIDE, bound, bound + _BESIDE)
