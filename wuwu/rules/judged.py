"""酌情扣减、领导评价0至20分: an amount that somebody decides, with a reason, between a least and a greatest amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from wuwu.identity import identity_of
from wuwu.messages import Phrase, plain
from wuwu.rules.kind import NOT_APPLICABLE, Doubts, Entry, Facts, Fault, Form, Rule, Surroundings, form, indices
from wuwu.rules.lines import ZERO, Does, Line
from wuwu.rules.measure import put_together
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches, Measured, Rounding, Scale, sum_of
from wuwu.schema.event import Event
from wuwu.schema.scalars import Number

_LITTLE = Decimal("0.5")


class Judged(Scale):
    """Amounts from `at_least` (else above 0) up to `at_most` (of an award: its points).

    `several`: of several people's amounts the mean, or the mean without the highest and the lowest, rounded as named; without
    it an award takes one amount, and what is deducted or added at several times adds up.
    """

    name: ClassVar[str] = "judged"

    at_least: Number | None = None
    at_most: Number | None = None
    several: Literal["mean", "trimmed"] | None = None
    rounding: Rounding | None = None

    def greatest(self, rule: Rule) -> Decimal:
        """The greatest amount that an entry may name."""
        if self.at_most is not None:
            return self.at_most
        worth: Decimal = getattr(rule, "points", ZERO)
        return worth

    def forms(self, rule: Rule) -> tuple[Form, ...]:
        if rule.does is Does.AWARD:
            needs = ("points", "decided_by") if self.several else ("points", "reason", "decided_by")
            return (form(*needs, optional=rule.gate_fields()), NOT_APPLICABLE)
        return (form("date", "points", "reason", "decided_by", optional=rule.gate_fields()),)

    def faults(self, rule: Rule, event: Event) -> Iterator[Fault]:
        """An amount lies between its bounds."""
        if event.points is None:
            return
        greatest = self.greatest(rule)
        least = self.at_least if self.at_least is not None else ZERO
        open_end = self.at_least is None and rule.does is not Does.AWARD
        if not least <= event.points <= greatest or (open_end and event.points == 0):
            bounds = {"at_least": least, "at_most": greatest}
            how = Phrase("judged.bounds-above-zero" if open_end else "judged.bounds", bounds)
            below = event.points < least and bool(least)
            yield Fault(
                "amount-below" if below else "amount-outside",
                "points",
                {"value": event.points, "bounds": how, **bounds},
            )

    def single(self, rule: Rule, event: Event) -> object:
        if rule.does is not Does.AWARD:
            return None
        return identity_of(event.decided_by or "") if self.several else ""

    def best(self) -> Decimal | None:
        return self.at_most

    def best_of_award(self) -> Decimal | None:
        return self.at_most

    def most(self) -> Decimal | None:
        return self.at_most if self.several else None

    def amount(self, rule: Rule, facts: Facts) -> Measured | None:
        entries = facts.entries.get(rule.id, ())
        amounts = tuple([entry.event.points or ZERO for entry in entries])
        if self.several is None:
            return Measured(sum_of(amounts), indices(entries), "judged", {"amounts": amounts}) if entries else None
        together = put_together(amounts, self.several)
        if together is None or self.rounding is None:
            return None
        points = self.rounding.round(Fraction(together))
        return Measured(points, indices(entries), f"judged-{self.several}", {"amounts": amounts})

    def facts(self, around: Surroundings) -> dict[str, object]:
        told: dict[str, object] = {"most": self.at_most, "least": self.at_least}
        if self.rounding is not None:
            told |= {"rounding_to": self.rounding.to, "rounding_by": self.rounding.by}
        return told | {"several": self.several}

    def lacks(self, rule: Rule) -> Iterator[str]:
        if self.several is not None and self.rounding is None:
            yield "rounding"
        if rule.does is not Does.AWARD and self.at_most is None:
            yield "at_most"

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        greatest = self.greatest(rule)
        if greatest <= 0:
            yield "price-not-positive", "at_most"
        if self.at_least is not None and not 0 <= self.at_least < greatest:
            yield "never-reached", "at_least"
        if self.several is None and self.rounding is not None:
            yield "never-bites", "rounding"
        if self.several is not None and rule.does is not Does.AWARD:
            yield "counts-turn-round", "several"

    def branches(self, rule: Rule, around: Surroundings) -> Branches:
        yield from (("priced", False), ("at-most", True), ("refused", True))
        if self.at_least:
            yield "at-least", True

    def taken(self, rule: Rule, entries: Sequence[Entry], lines: Sequence[Line], figure: object) -> Iterator[str]:
        for entry in entries:
            if entry.event.points == self.greatest(rule):
                yield "at-most"
            if entry.event.points == self.at_least:
                yield "at-least"

    def explain(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        words, act = context.words, rule.does.value
        told = {"points": context.amount(self.greatest(rule)), "least": self.at_least or ZERO}
        yield words(f"price.{act}.judged-between" if self.at_least else f"price.{act}.judged", **told)
        if self.several is not None and self.rounding is not None:
            yield words(f"price.several.{self.several}")
            yield words(f"price.rounded.{self.rounding.by}", to=self.rounding.to)

    def sample(self) -> dict[str, str]:
        least = self.at_least or _LITTLE
        return {"points": plain(least if self.at_most is None else min(least, self.at_most))}
