"""每少一个百分点扣N分、每超100元加N分、每两次扣N分: a price for each step between a threshold and the figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from wuwu.rules.kind import Doubts, Entry, Facts, Figure, Rule, Surroundings
from wuwu.rules.lines import ZERO, Does, Line
from wuwu.rules.measured import OnFigure
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches, Measured, Rounding, sum_of
from wuwu.schema.scalars import Number, Positive, Text

_ONE = 1
# the rate of a target that is met
_MET = 100
# so many steps are tried one by one where a figure has no end
_MOST_EDGES = 200


class Step(OnFigure):
    """A price per step of `size` above or below a threshold, for each target by itself where the figures are targets.

    `until`: where the steps end (a further threshold with a price of its own is another rule). `incomplete`: a step not filled
    is dropped, counted in proportion (with a rounding that the rubric names) or whole.
    """

    name: ClassVar[str] = "step"

    above: Number | None = None
    below: Number | None = None
    until: Number | None = None
    size: Positive = Decimal(1)
    each: Number
    incomplete: Literal["dropped", "proportional", "whole"] = "dropped"
    rounding: Rounding | None = None
    unit: Text | None = None

    @property
    def loses(self) -> bool:
        return self.below is not None

    @property
    def threshold(self) -> Decimal:
        """Where the steps begin."""
        return self.below if self.below is not None else self.above or ZERO

    def thresholds(self) -> Iterator[Decimal]:
        yield self.threshold
        if self.until is not None:
            yield self.until

    def edges(self, least: Decimal | None, greatest: Decimal | None) -> Iterator[Decimal]:
        down = self.below is not None
        ends = [each for each in (self.until, least if down else greatest) if each is not None]
        for number in range(1, _MOST_EDGES + 1):
            edge = self.threshold - number * self.size if down else self.threshold + number * self.size
            if any(edge < end if down else edge > end for end in ends):
                return
            yield edge

    def most(self) -> Decimal | None:
        if self.until is not None:
            return self.worth(Fraction(self.until))
        return self.worth(Fraction(0)) if self.below is not None else None

    def amount(self, rule: Rule, facts: Facts) -> Measured | None:
        down, threshold = self.below is not None, self.threshold
        read = self.figures(rule, facts)
        terms = [
            (events, name, figure, self.worth(Fraction(figure)) * times)
            for events, name, figure, times in read
            if (figure < threshold if down else figure > threshold)
        ]
        measure = self.of or rule.id
        measured_in = facts.clauses[measure].measured_in
        targets = measured_in[0] == "target"
        # a target that is met needs no word beside an award of its own; any other figure that is read does
        if not read or (not terms and targets and rule.does is not Does.AWARD):
            return None
        if not terms:
            terms = [(events, name, figure, ZERO) for events, name, figure, _ in read]
        figures = {
            "terms": tuple(terms),
            "step": self.size,
            "price": self.each,
            "incomplete": self.incomplete,
            "measure": measure,
            "in": measured_in,
            "unit": self.unit or "",
            "threshold": threshold,
            "down": down,
        }
        where = tuple([index for events, *_ in terms for index in events])
        return Measured(sum_of(term[3] for term in terms), where, "step-targets" if targets else "step", figures)

    def worth(self, figure: Fraction) -> Decimal:
        """What lies between the threshold and the figure, by steps."""
        start = Fraction(self.threshold)
        gap = start - figure if self.below is not None else figure - start
        if self.until is not None:
            gap = min(gap, abs(Fraction(self.until) - start))
        steps = max(Fraction(0), gap) / Fraction(self.size)
        if self.incomplete == "proportional" and self.rounding is not None:
            return self.rounding.round(steps * Fraction(self.each))
        whole, rest = divmod(steps.numerator, steps.denominator)
        return (whole + (self.incomplete == "whole" and rest > 0)) * self.each

    def facts(self, around: Surroundings) -> dict[str, object]:
        told: dict[str, object] = {"points": self.each, "step": self.size, "incomplete": self.incomplete}
        code, unit = around.clauses[self.of].measured_in if self.of is not None else ("count", "")
        told |= {"unit": self.unit or unit or None, "until": self.until}
        if code != "target":
            told["threshold"] = self.below if self.below is not None else self.above or None
        if self.rounding is not None:
            told |= {"rounding_to": self.rounding.to, "rounding_by": self.rounding.by}
        return told

    def lacks(self, rule: Rule) -> Iterator[str]:
        if self.incomplete == "proportional" and self.rounding is None:
            yield "rounding"
        if self.of is not None and (self.above is None) == (self.below is None):
            yield "above"

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        if self.each <= 0:
            yield "price-not-positive", "each"
        if self.rounding is not None and self.incomplete != "proportional":
            yield "never-bites", "rounding"
        least, greatest = around.clauses[self.of or rule.id].limits
        ends = [end for end in (least, greatest) if end is not None]
        if self.above is not None and any(end is greatest and self.above >= end for end in ends):
            yield "never-reached", "above"
        if self.below is not None and least is not None and self.below <= least:
            yield "never-reached", "below"
        if self.until is not None and (self.until >= self.threshold) == (self.below is not None):
            yield "never-reached", "until"
        if self.of is None and self.below is not None:
            yield "counts-turn-round", "below"
        if (
            self.below is not None
            and self.below > _MET
            and around.clauses[self.of or rule.id].measured_in[0] == "target"
        ):
            yield "past-target", "below"

    def branches(self, rule: Rule, around: Surroundings) -> Branches:
        yield "whole-step", True
        # what is counted comes in wholes, and has no part of a step of one
        if self.size != _ONE or around.clauses[self.of or rule.id].measured_in[0] != "count":
            yield "started-step", True
        if self.threshold and self.of is None:
            yield "allowed", True

    def taken(self, rule: Rule, entries: Sequence[Entry], lines: Sequence[Line], figure: object) -> Iterator[str]:
        for line in lines:
            terms: Sequence[tuple[object, object, Figure, Decimal]] = line.figures.get("terms", ())  # type: ignore[assignment]
            for _, _, reached, _ in terms if line.scale == self.name else ():
                gap = (Fraction(reached) - Fraction(self.threshold)) / Fraction(self.size)
                steps = -gap if self.below is not None else gap
                if steps > 0:
                    yield "whole-step" if steps.denominator == 1 else "started-step"
                elif steps == 0:
                    yield "allowed"

    def explain(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        words, act = context.words, rule.does.value
        code, unit = context.clauses[self.of or rule.id].measured_in
        if code in ("share", "target"):
            step = words("price.step.one" if self.size == _ONE else "price.step", step=self.size)
        else:
            step = words("price.step.unit", step=self.size, **context.unit(unit or self.unit))
        side = "below" if self.below is not None else "above"
        told = {"measure": context.name(self.of or rule.id), "step": step, "points": context.amount(self.each)}
        told["threshold"] = context.figure(self.of or rule.id, self.threshold)
        if code == "target":
            yield words(f"price.{act}.targets-{side}", **told)
        else:
            yield words(f"price.{act}.step-{side}" if self.threshold else f"price.{act}.step", **told)
        if self.until is not None:
            yield words("price.until", figure=context.figure(self.of or rule.id, self.until))
        rest = words(f"price.{act}.{self.incomplete}", figure=self.size)
        if self.incomplete == "proportional" and self.rounding is not None:
            rounded = words(f"price.rounded.{self.rounding.by}", to=self.rounding.to)
            rest = words("price.comma").join((rest, rounded))
        if self.size != _ONE or code != "count":
            yield rest
