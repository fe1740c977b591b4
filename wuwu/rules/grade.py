"""定级、降档: events or figures that limit the grade of the unit, or keep it from an honour; they move no points."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from wuwu.rules.kind import Doubts, Facts, Surroundings
from wuwu.rules.lines import Does, Line
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches
from wuwu.rules.triggered import Triggered
from wuwu.schema.scalars import Text, Whole


class Grade(Triggered):
    """One effect: `becomes` a grade (直接评为), `at_most` a grade (不得评为更高), so many grades `lower` (降N档), or it `bars` from
    an honour (不得评先), which is only shown.
    """

    does: ClassVar[Does] = Does.GRADE

    kind: Literal["grade"]
    becomes: Text | None = None
    at_most: Text | None = None
    lower: Whole | None = None
    bars: Text | None = None

    @property
    def effects(self) -> dict[str, str | int]:
        """The effects that are given: one, or there is something wrong with the rule."""
        given = {"becomes": self.becomes, "at_most": self.at_most, "lower": self.lower, "bars": self.bars}
        return {name: value for name, value in given.items() if value is not None}

    def price(self, facts: Facts) -> Sequence[Line]:
        """A line without points for each cause."""
        ((effect, to),) = self.effects.items()
        return tuple([line._replace(word=f"{line.word}.{effect}") for line in self.lines(facts, effect=effect, to=to)])

    def doubts(self, around: Surroundings) -> Doubts:
        if self.lower == 0:
            yield "never-bites", "lower"
        yield from super().doubts(around)

    def branches(self, around: Surroundings) -> Branches:
        yield "graded", False
        yield from super().branches(around)

    def explain(self, context: PriceContext) -> Iterator[str]:
        words = context.words
        ((name, to),) = self.effects.items()
        effect = words(f"price.grade.{name}", to=to)
        if self.when:
            yield words("price.grade.when", conditions=context.conditions(self.when), effect=effect)
        else:
            yield words("price.grade.event", effect=effect)
        yield from self.explain_gates(context)
