"""加计N分: points on top of the row, measured by any scale but what is missing."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from wuwu.rules.band import Band
from wuwu.rules.judged import Judged
from wuwu.rules.kind import CappedRule
from wuwu.rules.lines import Does
from wuwu.rules.occurrence import Counting, Occurrence
from wuwu.rules.proportion import PricedProportion
from wuwu.rules.scale import Scale
from wuwu.rules.step import Step
from wuwu.rules.telling import Telling
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

    @property
    def scales(self) -> tuple[Scale, ...]:
        given = (self.occurrence, self.word, self.band, self.step, self.proportion, self.judged)
        return tuple([each for each in given if each is not None])

    def tell(self, telling: Telling) -> Iterator[str]:
        if self.scale is not None:
            yield from self.scale.tell(self, telling)
        yield from self.tell_gates(telling)
        if isinstance(self.scale, Counting):
            yield from self.scale.tell_limits(self, telling)
        targets = self.step is not None and self.step.of is not None
        if self.cap is not None:
            yield telling.words("price.add.total-cap" if targets else "price.cap", points=telling.amount(self.cap))
        elif self.band is None and self.proportion is None and not telling.capped:
            yield telling.words("price.no-cap")
