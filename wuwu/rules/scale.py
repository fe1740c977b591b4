"""How a rule measures: what every scale is, and what it leaves for the kind of the rule to give a direction."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, TypeAlias

from wuwu.schema.models import Declared
from wuwu.schema.scalars import Positive

if TYPE_CHECKING:
    from wuwu.rules.kind import Doubts, Entry, Facts, Fault, Form, Rule, Surroundings
    from wuwu.rules.lines import Line
    from wuwu.rules.price_context import PriceContext
    from wuwu.schema.event import Event

Branches: TypeAlias = "Iterator[tuple[str, bool]]"
"""The branches that a rule has, by name, and whether each lies at a boundary."""


class Limit(NamedTuple):
    """Points that a limit inside a clause leaves out of what was measured, and the figures that say why."""

    kind: str
    points: Decimal
    events: tuple[int, ...]
    figures: Mapping[str, object]


class Measured(NamedTuple):
    """What was measured: points without a sign, the events they rest on, the sentence (`word`), its figures, what limits bite."""

    points: Decimal
    events: tuple[int, ...]
    word: str
    figures: Mapping[str, object]
    limits: Sequence[Limit] = ()
    open: Decimal | None = None
    """What is only measured for now, as something is not settled yet: the points that may still come out otherwise."""


class Rounding(Declared):
    """How a fraction becomes a decimal: to a multiple of `to`, by the named way."""

    to: Positive
    by: Literal["half_up", "half_even", "down"]

    def round(self, points: Fraction) -> Decimal:
        """The nearest multiple of `to`, exactly; of what is below 0 the mirror image."""
        if points < 0:
            return -self.round(-points)
        units = points / Fraction(self.to)
        whole, rest = divmod(units.numerator, units.denominator)
        # the half is compared exactly; a float or a rounded quotient could fall on the wrong side
        twice = 2 * rest
        up = (self.by == "half_up" and twice >= units.denominator) or (
            self.by == "half_even" and (twice > units.denominator or (twice == units.denominator and whole % 2 == 1))
        )
        return (whole + up) * self.to


class Scale(Declared):
    """One way to measure. A rule holds exactly one, in the field of that name."""

    name: ClassVar[str]

    @property
    def source(self) -> str | None:
        """The measure whose figure it looks at; None where it prices the entries of the rule's own clause."""
        return None

    @property
    def counts(self) -> bool:
        """Whether nothing logged is a figure too: what is counted from 0 is never open."""
        return False

    @property
    def loses(self) -> bool:
        """Whether what it measures is lost of an award, not earned."""
        return False

    @property
    def takes_level(self) -> bool:
        """Whether an entry must name the word that is priced."""
        return False

    def words(self) -> tuple[str, ...]:
        """The words an entry may carry beside the rubric's own levels."""
        return ()

    def forms(self, rule: Rule) -> tuple[Form, ...]:
        """How an entry of the rule's clause is filled in; none where the figures are logged elsewhere."""
        return (rule.dated_form(),)

    def demanded(self) -> Sequence[str]:
        """Fields that a dated entry must have beside its date."""
        return ()

    def permitted(self) -> Sequence[str]:
        """Fields that a dated entry may have."""
        return ()

    def faults(self, rule: Rule, event: Event) -> Iterable[Fault]:
        """What is wrong with an entry whose fields are the right ones."""
        return ()

    def checks(self, event: Event) -> bool:
        """Whether `faults` is to be asked of every entry with the fields and words of this one."""
        return type(self).faults is not Scale.faults

    def single(self, rule: Rule, event: Event) -> object:
        """What no other entry of the clause may share with this one; None where any number may be alike."""
        return None

    def prices(self, entry: Entry) -> bool:
        """Whether it has a price for the word of the entry."""
        return True

    @abstractmethod
    def amount(self, rule: Rule, facts: Facts) -> Measured | None:
        """What the entries or the figure come to; None where there is nothing to measure."""

    def thresholds(self) -> Iterable[Decimal]:
        """The figures at which what it measures changes its course."""
        return ()

    def edges(self, least: Decimal | None, greatest: Decimal | None) -> Iterable[Decimal]:
        """The figures between its thresholds, from the least to the greatest that there may be, at which a further step begins."""
        return ()

    def most(self) -> Decimal | None:
        """The most that it can come to under any log; None where nothing limits it."""
        return None

    def best(self) -> Decimal | None:
        """The greatest amount that it names for one occurrence or figure; None where it names none."""
        return None

    def best_of_award(self) -> Decimal | None:
        """The best outcome that it names of an award, which has to be the points; None where it names none."""
        return None

    @property
    def independent(self) -> bool:
        """Whether each entry is worth what it is by itself, whatever the others are."""
        return False

    # --- what the checks, the explanations and the reports ask -----------------------------------------------------

    def facts(self, around: Surroundings) -> dict[str, object]:
        """What it does, under the names that wordings use."""
        return {}

    def lacks(self, rule: Rule) -> Iterator[str]:
        """The fields that go missing beside those that are given."""
        return iter(())

    def clashes(self) -> Doubts:
        """Values that nothing can be measured with: the code and the field."""
        return iter(())

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        """What can hardly be meant: the code and the field."""
        return iter(())

    def branches(self, rule: Rule, around: Surroundings) -> Branches:
        """The branches that its examples should take."""
        return iter(())

    def taken(self, rule: Rule, entries: Sequence[Entry], lines: Sequence[Line], figure: object) -> Iterator[str]:
        """The branches that an example with these entries took."""
        return iter(())

    @abstractmethod
    def explain(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        """What it prices, in words."""

    def explain_limits(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        """What of it is left out of the sum, in words."""
        return iter(())

    def sample(self) -> dict[str, str]:
        """Values of an entry that counts."""
        return {}


def sum_of(amounts: Iterable[Decimal]) -> Decimal:
    """The sum, as a decimal also where there is nothing to add."""
    return sum(amounts, Decimal(0))
