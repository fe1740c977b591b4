"""90%以上加1分，95%以上加2分: points for the highest band that a measured figure reaches."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from wuwu.rules.kind import Facts, Rule, indices
from wuwu.rules.lines import ZERO, Does, Line
from wuwu.schema.models import Declared
from wuwu.schema.scalars import Number, Text


class Step(Declared):
    """One band: from this figure (at_least) or beyond it (above), these points."""

    at_least: Number | None = None
    above: Number | None = None
    points: Number


class Band(Rule):
    """The points of the highest band reached; a higher band replaces a lower one."""

    does: ClassVar[Does] = Does.ADD

    kind: Literal["band"]
    measure: Text
    bands: Annotated[tuple[Step, ...], Field(min_length=1)]

    @property
    def source(self) -> str:
        return self.measure

    def references(self) -> Iterator[tuple[str, str]]:
        yield "measure", self.measure

    def thresholds(self, measure: str) -> Iterator[Decimal]:
        for step in self.bands:
            yield from (bound for bound in (step.at_least, step.above) if bound is not None)

    def price(self, facts: Facts) -> Sequence[Line]:
        """The last band, rising, whose bound the figure meets."""
        figure = facts.figure(self.measure)
        if figure is None:
            return ()
        reached = None
        for step in self.bands:
            if (step.at_least is None or figure >= step.at_least) and (step.above is None or figure > step.above):
                reached = step
        where = indices(facts.entries.get(self.measure, ()))
        if reached is None:
            told = {"figure": figure, "measure": self.measure}
            return (Line("band", self.id, self.id, ZERO, where, "band-none", told),)
        figures = {"figure": figure, "measure": self.measure, "at_least": reached.at_least, "above": reached.above}
        word = "band" if reached.above is None else "band-above"
        return (Line("band", self.id, self.id, reached.points, where, word, figures),)
