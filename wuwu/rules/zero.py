"""不计分: events or figures that void a part, an item or a dimension."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from wuwu.rules.kind import Facts, Surroundings
from wuwu.rules.lines import Does, Line
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches
from wuwu.rules.triggered import Triggered


class Zero(Triggered):
    """不计分: the part, item or dimension scores nothing, by a logged event or by any one of the measured conditions.

    What it takes depends on what the node has by then, so the settlement puts the points on the line.
    """

    does: ClassVar[Does] = Does.ZERO

    kind: Literal["zero"]
    zeroes: Literal["part", "item", "dimension"]

    def price(self, facts: Facts) -> Sequence[Line]:
        """A line for each cause; the points are the settlement's to fill in."""
        return self.lines(facts, zeroes=self.zeroes)

    def stated(self, around: Surroundings) -> dict[str, object]:
        return {**super().stated(around), "zeroes": "dimension" if self.zeroes == "dimension" else "row"}

    def branches(self, around: Surroundings) -> Branches:
        yield "void", False
        yield from super().branches(around)

    def explain(self, context: PriceContext) -> Iterator[str]:
        words = context.words
        # in a row of one part, the part is the row
        hit = "item" if self.zeroes == "part" and context.whole else self.zeroes
        scope = words(f"price.scope.{hit}", dimension=context.dimension)
        if hit != "dimension" and any(each.does is Does.ADD for each in context.row):
            scope = words("price.comma").join((scope, words("price.bonus-stays")))
        if self.when:
            yield words("price.zero.when", conditions=context.conditions(self.when), scope=scope)
        else:
            yield words("price.zero.event", scope=scope)
            yield from self.explain_gates(context)
