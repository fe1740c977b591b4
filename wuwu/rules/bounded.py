"""A stretch of figures: at_least and at_most include their bound (以上、以下), above and below do not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from wuwu.schema.models import Declared
from wuwu.schema.scalars import Number


class Bounded(Declared):
    """The figures between its bounds; a bound left out is no limit."""

    at_least: Number | None = None
    above: Number | None = None
    at_most: Number | None = None
    below: Number | None = None

    def bounds(self) -> dict[str, Decimal]:
        """The bounds that are given, by the name of their field, lower ones first."""
        named = {"at_least": self.at_least, "above": self.above, "at_most": self.at_most, "below": self.below}
        return {name: bound for name, bound in named.items() if bound is not None}

    def holds(self, figure: Decimal | Fraction | int) -> bool:
        """Whether the figure meets every bound that is given."""
        return (
            (self.at_least is None or figure >= self.at_least)
            and (self.above is None or figure > self.above)
            and (self.at_most is None or figure <= self.at_most)
            and (self.below is None or figure < self.below)
        )

    def is_within(self, least: Decimal | None, greatest: Decimal | None) -> bool:
        """Whether any figure from the least to the greatest lies between the bounds."""
        return self.meets(Bounded.model_construct(at_least=least, at_most=greatest))

    def meets(self, other: Bounded) -> bool:
        """Whether some figure lies in both."""
        lows = [(each.at_least, True) for each in (self, other)] + [(each.above, False) for each in (self, other)]
        highs = [(each.at_most, True) for each in (self, other)] + [(each.below, False) for each in (self, other)]
        return all(
            low < high or (low == high and low_in and high_in)
            for low, low_in in lows
            for high, high_in in highs
            if low is not None and high is not None
        )

    @property
    def is_up(self) -> bool:
        """Whether it has no upper bound."""
        return self.at_most is None and self.below is None

    @property
    def is_down(self) -> bool:
        """Whether it has no lower bound."""
        return self.at_least is None and self.above is None
