"""扣N分: points off, measured by any scale."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from wuwu.rules.band import Band
from wuwu.rules.judged import Judged
from wuwu.rules.kind import CappedRule, Surroundings
from wuwu.rules.lines import Does
from wuwu.rules.missing import Missing
from wuwu.rules.occurrence import Occurrence
from wuwu.rules.price_context import PriceContext
from wuwu.rules.proportion import PricedProportion
from wuwu.rules.scale import Branches
from wuwu.rules.step import Step
from wuwu.rules.word import WordPrices


class Deduction(CappedRule):
    """扣分 by one scale. `cap`: 累计扣分不超过N分."""

    does: ClassVar[Does] = Does.DEDUCT
    sign: ClassVar[int] = -1

    kind: Literal["deduction"]
    occurrence: Occurrence | None = None
    word: WordPrices | None = None
    band: Band | None = None
    step: Step | None = None
    proportion: PricedProportion | None = None
    missing: Missing | None = None
    judged: Judged | None = None

    @property
    def silent(self) -> bool:
        return self.missing is None

    def branches(self, around: Surroundings) -> Branches:
        yield from super().branches(around)
        limited = getattr(self.scale, "times", None) or self.cap is not None or self.missing is not None
        if not limited:
            yield "below-zero" if around.floor is None else "floor", True

    def explain(self, context: PriceContext) -> Iterator[str]:
        for scale in self.scales:
            yield from scale.explain(self, context)
        yield from self.explain_gates(context)
        for scale in self.scales:
            yield from scale.explain_limits(self, context)
        if self.cap is not None:
            targets = self.step is not None and self.step.of is not None
            code = "price.deduct.total-cap" if targets else "price.deduct.cap"
            yield context.words(code, points=context.amount(self.cap))
