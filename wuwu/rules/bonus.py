"""加计N分: points on top of the row, measured by any scale but what is missing."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from wuwu.rules.band import Band
from wuwu.rules.judged import Judged
from wuwu.rules.kind import CappedRule
from wuwu.rules.lines import Does
from wuwu.rules.occurrence import Occurrence
from wuwu.rules.price_context import PriceContext
from wuwu.rules.proportion import PricedProportion
from wuwu.rules.step import Step
from wuwu.rules.word import WordPrices


class Bonus(CappedRule):
    """加计 by one scale. `cap`: 累计不超过N分; without one there is no limit."""

    does: ClassVar[Does] = Does.ADD
    sign: ClassVar[int] = 1

    kind: Literal["bonus"]
    occurrence: Occurrence | None = None
    word: WordPrices | None = None
    band: Band | None = None
    step: Step | None = None
    proportion: PricedProportion | None = None
    judged: Judged | None = None

    def explain(self, context: PriceContext) -> Iterator[str]:
        for scale in self.scales:
            yield from scale.explain(self, context)
        yield from self.explain_gates(context)
        for scale in self.scales:
            yield from scale.explain_limits(self, context)
        targets = self.step is not None and self.step.of is not None
        if self.cap is not None:
            yield context.words("price.add.total-cap" if targets else "price.cap", points=context.amount(self.cap))
        elif self.band is None and self.proportion is None and not context.capped:
            yield context.words("price.no-cap")
