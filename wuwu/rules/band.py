"""90%以上N分、80%以上M分: the points of the band that a figure falls into, higher or lower being better as the bounds say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Annotated, Any, ClassVar

from pydantic import Field

from wuwu.rules.bounded import Bounded
from wuwu.rules.kind import Doubts, Entry, Facts, Figure, Rule, Surroundings
from wuwu.rules.lines import ZERO, Does, Line
from wuwu.rules.measured import OnFigure
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches, Measured
from wuwu.schema.scalars import Number


class Tier(Bounded):
    """One band: its bounds and its points."""

    points: Number


class Band(OnFigure):
    """The points of the band reached. Bands that lie one inside another replace each other: the dearest that holds counts."""

    name: ClassVar[str] = "band"

    bands: Annotated[tuple[Tier, ...], Field(min_length=1)]

    def best(self) -> Decimal | None:
        return max(tier.points for tier in self.bands)

    def most(self) -> Decimal | None:
        return self.best()

    def best_of_award(self) -> Decimal | None:
        return self.best()

    def thresholds(self) -> Iterator[Decimal]:
        for tier in self.bands:
            yield from tier.bounds().values()

    def reached(self, figure: Figure) -> Tier | None:
        """The dearest band that holds the figure."""
        return max((tier for tier in self.bands if tier.holds(figure)), key=lambda tier: tier.points, default=None)

    def amount(self, rule: Rule, facts: Facts) -> Measured | None:
        for events, _, figure, _ in self.figures(rule, facts):
            tier = self.reached(figure)
            measure = self.of or rule.id
            told = {"figure": figure, "measure": measure, "tier": tier, "in": facts.clauses[measure].measured_in}
            if tier is None:
                return Measured(ZERO, events, "band-none", told)
            return Measured(tier.points, events, "band", told)
        return None

    def facts(self, around: Surroundings) -> dict[str, object]:
        facts: dict[str, object] = {"bands": [(*tier.bounds().values(), tier.points) for tier in self.bands]}
        for name in ("above", "below"):
            facts[name] = [bound for tier in self.bands if (bound := getattr(tier, name)) is not None]
        return facts

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        if any(tier.points < 0 or (tier.points == 0 and tier is not self.bands[-1]) for tier in self.bands):
            yield "price-not-positive", "bands"
        if self.of is None and rule.does is not Does.AWARD and not all(tier.is_up for tier in self.bands):
            # one more penalty would be one less to pay for
            yield "counts-turn-round", "bands"
        yield from self._order()
        least, greatest = around.clauses[self.of or rule.id].limits
        if any(not tier.is_within(least, greatest) for tier in self.bands):
            yield "never-reached", "bands"

    def _order(self) -> Doubts:
        """Bands stand in one order: each inside the next, or each beside the next; and their points go one way."""
        bounds = [tuple(tier.bounds().items()) for tier in self.bands]
        if any(not each for each in bounds) or len(set(bounds)) < len(bounds):
            yield "bands-unordered", "bands"
            return
        ups = all(tier.is_up for tier in self.bands)
        downs = all(tier.is_down for tier in self.bands)
        if not (ups or downs) and any(self._overlap(one, other) for one, other in combinations(self.bands, 2)):
            yield "bands-overlap", "bands"
        if not _goes_one_way([_stretch(tier) for tier in self.bands]):
            yield "bands-unordered", "bands"
        elif not _goes_one_way([tier.points for tier in self.bands]) or (
            (ups or downs) and not self._nested(rising=ups)
        ):
            yield "tiers-fall", "bands"

    def _overlap(self, one: Tier, other: Tier) -> bool:
        open_pair = (one.is_up and other.is_up) or (one.is_down and other.is_down)
        return not open_pair and one.meets(other)

    def _nested(self, *, rising: bool) -> bool:
        """Whether the narrower of two bands one inside the other is the dearer, without which it could never count."""
        tiers = sorted(self.bands, key=lambda tier: next(iter(tier.bounds().values())), reverse=not rising)
        return all(upper.points > lower.points for lower, upper in pairwise(tiers))

    def branches(self, rule: Rule, around: Surroundings) -> Branches:
        yield from ((f"band {index}", True) for index in range(1, len(self.bands) + 1))
        least, greatest = around.clauses[self.of or rule.id].limits
        edges = [bound for tier in self.bands for bound in tier.bounds().values()]
        probes = [each for each in (least, greatest, *(e + d for e in edges for d in _NEAR)) if each is not None]
        inside = [p for p in probes if (least is None or p >= least) and (greatest is None or p <= greatest)]
        if any(self.reached(probe) is None for probe in inside):
            yield "no-band", True

    def taken(self, rule: Rule, entries: Sequence[Entry], lines: Sequence[Line], figure: object) -> Iterator[str]:
        if figure is None:
            return
        at = [index for index, tier in enumerate(self.bands, 1) if figure in tier.bounds().values()]
        yield from (f"band {index}" for index in at)
        if any(line.word.endswith("band-none") for line in lines):
            yield "no-band"

    def explain(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        words = context.words
        measure = self.of or rule.id
        bands = words("price.comma").join(
            words(
                f"price.{rule.does.value}.band",
                bound=self._bound(tier, measure, context),
                points=context.amount(tier.points),
            )
            for tier in self.bands
        )
        code = "price.band.several" if len(self.bands) > 1 else "price.band"
        yield words(code, measure=context.name(measure), bands=bands)

    def _bound(self, tier: Tier, measure: str, context: PriceContext) -> str:
        words = context.words
        told = [
            words(f"price.band.{name}", figure=context.figure(measure, bound)) for name, bound in tier.bounds().items()
        ]
        return words("price.condition.and").join(told) or words("price.band.any")


_NEAR = (Decimal("-0.000001"), ZERO, Decimal("0.000001"))


def _stretch(tier: Tier) -> tuple[Decimal, Decimal]:
    low, high = (tier.at_least, tier.above), (tier.at_most, tier.below)
    lowest = next((each for each in low if each is not None), Decimal("-Infinity"))
    return lowest, next((each for each in high if each is not None), Decimal("Infinity"))


def _goes_one_way(numbers: Sequence[Any]) -> bool:
    pairs = [*pairwise(numbers)]
    return all(one < other for one, other in pairs) or all(one > other for one, other in pairs)
