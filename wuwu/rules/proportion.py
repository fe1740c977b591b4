"""得分=率×N: points in proportion to where a figure lies between nothing and the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from wuwu.rules.kind import Doubts, Entry, Facts, Rule, Surroundings
from wuwu.rules.lines import ZERO, Line
from wuwu.rules.measured import OnFigure
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches, Measured, Rounding
from wuwu.schema.scalars import Number

_ONE = Fraction(1)


class Proportion(OnFigure):
    """All points at `full`, none at `none`, and in proportion between: no more and no less beyond."""

    name: ClassVar[str] = "proportion"

    none: Number = ZERO
    full: Number
    rounding: Rounding

    def thresholds(self) -> Iterator[Decimal]:
        yield from (self.none, self.full)

    def whole(self, rule: Rule) -> Decimal:
        """The points at `full`: those of the award."""
        worth: Decimal = rule.points  # type: ignore[attr-defined]
        return worth

    def amount(self, rule: Rule, facts: Facts) -> Measured | None:
        for events, _, figure, _ in self.figures(rule, facts):
            reach = Fraction(self.full) - Fraction(self.none)
            share = min(_ONE, max(Fraction(0), (Fraction(figure) - Fraction(self.none)) / reach))
            whole = self.whole(rule)
            points = min(whole, self.rounding.round(share * Fraction(whole)))
            measure = self.of or rule.id
            told = {"figure": figure, "measure": measure, "in": facts.clauses[measure].measured_in, "full": whole}
            told |= {"none": self.none, "whole": self.full}
            return Measured(points, events, "proportion", told)
        return None

    def facts(self, around: Surroundings) -> dict[str, object]:
        return {
            "rounding_to": self.rounding.to,
            "rounding_by": self.rounding.by,
        }

    def clashes(self) -> Doubts:
        if self.full == self.none:
            yield "nothing-between", "full"

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        least, greatest = around.clauses[self.of or rule.id].limits
        for name in ("none", "full"):
            bound = getattr(self, name)
            if (least is not None and bound < least) or (greatest is not None and bound > greatest):
                yield "never-reached", name
        if self.of is None and self.full < self.none:
            yield "counts-turn-round", "full"

    def branches(self, rule: Rule, around: Surroundings) -> Branches:
        yield from (("at-full", True), ("at-none", True), ("between", False))

    def taken(self, rule: Rule, entries: Sequence[Entry], lines: Sequence[Line], figure: object) -> Iterator[str]:
        if isinstance(figure, (Decimal, Fraction, int)):
            low, high = sorted((self.none, self.full))
            if low < figure < high:
                yield "between"
            else:
                yield "at-full" if (figure >= high) == (self.full == high) else "at-none"

    def explain(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        words, measure = context.words, self.of or rule.id
        told = {"none": context.figure(measure, self.none), "full": context.figure(measure, self.full)}
        points = context.amount(self.whole(rule))
        yield words(f"price.{rule.does.value}.proportion", measure=context.name(measure), points=points, **told)
        yield words(f"price.rounded.{self.rounding.by}", to=self.rounding.to)


class PricedProportion(Proportion):
    """In proportion up to `points`, for a rule that is worth nothing by itself."""

    points: Number

    def whole(self, rule: Rule) -> Decimal:
        return self.points

    def best(self) -> Decimal | None:
        return self.points

    def most(self) -> Decimal | None:
        return self.points

    def facts(self, around: Surroundings) -> dict[str, object]:
        return {**super().facts(around), "points": self.points}

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        if self.points <= 0:
            yield "price-not-positive", "points"
        yield from super().doubts(rule, around)
