"""What a price sentence is made from: the words, every clause by its id, and what stands around the rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from wuwu.messages import Words

if TYPE_CHECKING:
    from wuwu.rules.kind import Condition, Loggable, Rule


class PriceContext(NamedTuple):
    """The language, and the surroundings of the clause whose price it is."""

    words: Words
    clauses: Mapping[str, Loggable]
    ranks: Mapping[str, int]
    dimension: str
    whole: bool
    """Whether the rule stands in its row and in no part of it."""
    row: tuple[Rule, ...]
    """The rules of its row that are in no part."""
    capped: bool
    """Whether something above holds a bonus."""
    polls: Mapping[str, tuple[str, ...]]

    def amount(self, points: Decimal) -> str:
        """So many points, singular or plural as the language has it."""
        return self.words("price.point" if points == 1 else "price.points", points=points)

    def name(self, clause: str) -> str:
        """A clause's id within a sentence."""
        return self.words("price.clause", clause=clause)

    def unit(self, unit: str | None, code: str = "price.unit") -> dict[str, str]:
        """The counting unit, as Chinese (unit) and as English (per) have it within a sentence."""
        return {"unit": unit or self.words(code), "per": self.words("price.per", unit=unit) if unit else ""}

    def figure(self, clause: str, figure: object) -> str:
        """A figure of the clause with its unit."""
        code, unit = self.clauses[clause].measured_in
        return self.words(f"price.figure.{code}", figure=figure, unit=unit)

    def conditions(self, conditions: Iterable[Condition]) -> str:
        """Any one of these conditions, in words: those of one bound together, the others one after the other."""
        alike: dict[str, list[str]] = {}
        for condition in conditions:
            alike.setdefault(self._bound(condition), []).append(self.name(condition.measure))
        words = self.words
        return words("price.condition.or").join(
            words("price.condition.any", measures=names, bound=bound)
            if len(names) > 1
            else words("price.condition", measure=names[0], bound=bound)
            for bound, names in alike.items()
        )

    def _bound(self, condition: Condition) -> str:
        code, unit = self.clauses[condition.measure].measured_in
        told = [
            self.words(f"price.{code}.{name}", figure=bound, unit=unit) for name, bound in condition.bounds().items()
        ]
        return self.words("price.condition.and").join(told) or self.words(f"price.{code}.any")
