"""每次N分: a price per occurrence, the same for all or one for the first, the second and every further one; and its limits."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from wuwu.diagnostics import nearest
from wuwu.identity import identity_of
from wuwu.rules.kind import Doubts, Entry, Facts, Fault, Rule, Surroundings, indices
from wuwu.rules.lines import ZERO, Line
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches, Limit, Measured, Scale, sum_of
from wuwu.schema.event import Event
from wuwu.schema.scalars import Number, Prices, Text, Whole

Held: TypeAlias = Sequence[Entry]
"""What counts: an entry of which only some occurrences do has their number as its count."""
Terms: TypeAlias = tuple[tuple[int, Decimal, str], ...]
"""How often, at what price, and the word that is priced."""


class Counting(Scale):
    """What is priced entry by entry, and how much of it counts.

    `within_subject`: of one subject all, or only the highest. `times`: at most so often, the dearest first. `monthly_cap`: at
    most so many points of a calendar month. `factors`: by the word of an entry's `factor`, its price so many times (加倍、减半).
    """

    unit: Text | None = None
    within_subject: Literal["sum", "highest"] = "sum"
    times: Whole | None = None
    monthly_cap: Number | None = None
    factors: Annotated[Mapping[str, Number], Field(min_length=1)] | None = None

    @property
    def counts(self) -> bool:
        return True

    @property
    def in_order(self) -> bool:
        """Whether the first, the second and every further occurrence have prices of their own."""
        return False

    @cached_property
    def independent(self) -> bool:  # asked for every log
        return self.within_subject == "sum" and self.times is None and self.monthly_cap is None and not self.in_order

    def demanded(self) -> Sequence[str]:
        return ("subject",) if self.within_subject == "highest" else ()

    def permitted(self) -> Sequence[str]:
        return ("count", "subject", "factor") if self.factors else ("count", "subject")

    def faults(self, rule: Rule, event: Event) -> Iterator[Fault]:
        """A factor is one that the rule names."""
        if event.factor is not None and event.factor not in (self.factors or {}):
            known = list(self.factors or ())
            params = {"factor": event.factor, "known": known, "nearest": nearest(event.factor, known)}
            yield Fault("unknown-factor", "factor", params)

    def checks(self, event: Event) -> bool:
        return event.factor is not None

    def worth(self, entry: Entry) -> Decimal:
        """What one occurrence of the entry is worth by itself, without a sign."""
        price = self.price_of(entry)
        factor = entry.event.factor
        return price if factor is None or not self.factors else price * self.factors[factor]

    @abstractmethod
    def price_of(self, entry: Entry) -> Decimal:
        """The price of one occurrence before its factor."""

    def amount(self, rule: Rule, facts: Facts) -> Measured | None:
        """The sum over the entries, and each limit that bites."""
        name = rule.id
        held: Held = facts.entries.get(name, ())
        where, terms = indices(held), self._terms(held)
        limits: list[Limit] = []
        if facts.withheld and (out := facts.withheld.get(name)):
            held = self._limit(limits, "affair", held, [entry for entry in held if entry.index not in out])
        if not self.independent:
            self.limit(held, limits)
        return Measured(_total(terms), where, self.name, {"terms": terms, "unit": self.unit or ""}, limits)

    def limit(self, held: Held, limits: list[Limit]) -> Held:
        """Put down what is left out; what still counts."""
        if self.within_subject == "highest":
            held = self._limit(limits, "highest", held, dearest(held, self.worth, subject_of))
        return self.limit_times(held, limits)

    def limit_times(self, held: Held, limits: list[Limit]) -> Held:
        """Put down what is left out because it happened too often, or in one month; what still counts."""
        if self.times is not None and _times(held) > self.times:
            # the dearest, so that a further entry never gives points back
            ordered = sorted(held, key=self.worth, reverse=True)
            held = self._limit(limits, "times", held, list(_first(ordered, self.times)), times=self.times)
        if self.monthly_cap is not None:
            self._hold_months(held, self.monthly_cap, limits)
        return held

    def _hold_months(self, held: Held, cap: Decimal, limits: list[Limit]) -> None:
        months: dict[tuple[int, int], list[Entry]] = {}
        for entry in held:
            day = entry.event.date
            months.setdefault((day.year, day.month) if day else (0, 0), []).append(entry)
        over = {month: total - cap for month, some in sorted(months.items()) if (total := self._sum(some)) > cap}
        if over:
            figures = {"cap": cap, "months": tuple(month for _, month in over)}
            limits.append(Limit("month", sum_of(over.values()), (), figures))

    def _sum(self, held: Held) -> Decimal:
        return _total(self._terms(held))

    def _limit(self, limits: list[Limit], kind: str, held: Held, kept: Held, **told: object) -> Held:
        """Put down what a limit leaves out, if it bites; what is left. `told`: what else its sentence says."""
        if _times(held) > _times(kept) and (out := self._sum(held) - self._sum(kept)):
            still = {entry.index: entry.count for entry in kept}
            less = [(entry, entry.count - still.get(entry.index, 0)) for entry in held]
            left = [so_many(entry, count) for entry, count in less if count]
            dropped = tuple([(entry.index, entry.count) for entry in left])
            sums = {"terms": self._terms(kept), "left": self._terms(left), "unit": self.unit or ""}
            limits.append(Limit(kind, out, indices(left), {**sums, "dropped": dropped, **told}))
        return kept

    def _terms(self, held: Held) -> Terms:
        """The terms `n × price` that make up a sum, dearest first."""
        counts: dict[tuple[str, Decimal], int] = {}
        label, worth = self._label, self.worth
        for entry in held:
            key = label(entry), worth(entry)
            counts[key] = counts.get(key, 0) + entry.count
        if len(counts) == 1:
            (((word, price), count),) = counts.items()
            return ((count, price, word),)
        return tuple(
            sorted([(count, price, word) for (word, price), count in counts.items()], key=_dearness, reverse=True)
        )

    def _label(self, entry: Entry) -> str:
        """The words by which an entry is priced."""
        word = (entry.level or "") if self.takes_level else ""
        factor = entry.event.factor if self.factors else None
        return "、".join(filter(None, (word, factor))) if factor is not None else word

    # --- what the checks and the explanations ask ------------------------------------------------------------------

    def facts(self, around: Surroundings) -> dict[str, object]:
        factors = list((self.factors or {}).items())
        told = {"unit": self.unit, "within_subject": self.within_subject, "times": self.times}
        return {**told, "monthly_cap": self.monthly_cap, "factors": factors}

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        if self.times == 0:
            yield "never-bites", "times"
        if self.monthly_cap is not None and self.monthly_cap <= 0:
            yield "price-not-positive", "monthly_cap"
        if self.monthly_cap is not None and (self.within_subject == "highest" or self.times is not None):
            # a dearer occurrence in a full month would push out one that counts
            yield "limits-clash", "monthly_cap"
        if any(factor <= 0 for factor in (self.factors or {}).values()):
            yield "price-not-positive", "factors"

    def branches(self, rule: Rule, around: Surroundings) -> Branches:
        if self.within_subject == "highest":
            yield "highest", True
        if self.times:
            yield "times", True
        if self.monthly_cap is not None:
            yield "month", True
        yield from ((f"factor {word}", False) for word in self.factors or ())

    def taken(self, rule: Rule, entries: Sequence[Entry], lines: Sequence[Line], figure: object) -> Iterator[str]:
        yield from (f"factor {entry.event.factor}" for entry in entries if entry.event.factor)

    def explain_limits(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        """What is left out of the sum."""
        words, act = context.words, rule.does.value
        if self.within_subject == "highest":
            yield words(f"price.{act}.highest")
        if self.times is not None:
            yield self.explain_times(rule, context)
        if self.monthly_cap is not None:
            yield words("price.monthly-cap", points=context.amount(self.monthly_cap))
        for word, factor in (self.factors or {}).items():
            yield words("price.factor", word=word, factor=factor)

    def explain_times(self, rule: Rule, context: PriceContext) -> str:
        """How often it counts at most."""
        code = "price.times-dearest" if self.takes_level else "price.times"
        return context.words(code, times=self.times, **context.unit(self.unit))

    def sample(self) -> dict[str, str]:
        return {"factor": next(iter(self.factors))} if self.factors else {}


class Occurrence(Counting):
    """One price for each occurrence, or (第一次、第二次、第三次起) one after the other, the last of which holds from there on."""

    name: ClassVar[str] = "occurrence"

    each: Prices

    @property
    def in_order(self) -> bool:
        return len(self.each) > 1

    def price_of(self, entry: Entry) -> Decimal:
        return self.each[0]

    def best(self) -> Decimal | None:
        return max(self.each)

    def most(self) -> Decimal | None:
        return None if self.times is None else sum_of([self._nth(at) for at in range(self.times)])

    def _nth(self, at: int) -> Decimal:
        return self.each[min(at, len(self.each) - 1)]

    @cached_property
    def _flat(self) -> Decimal | None:
        """What every occurrence is worth, whichever it is; None where that depends."""
        return None if self.in_order or self.factors else self.each[0]

    def _terms(self, held: Held) -> Terms:
        flat = self._flat
        if flat is not None:
            # one term, without a look at each entry's price
            return ((_times(held), flat, ""),) if held else ()
        if not self.in_order:
            return super()._terms(held)
        often = _times(held)
        last = len(self.each) - 1
        # how often each price holds: once, and the last from there on
        counts = [min(1, max(0, often - at)) for at in range(last)] + [max(0, often - last)]
        return tuple(
            [
                (count, price, f"{at + 1}#")
                for at, (count, price) in enumerate(zip(counts, self.each, strict=True))
                if count
            ]
        )

    def facts(self, around: Surroundings) -> dict[str, object]:
        told = super().facts(around)
        return told | ({"points": self.each[0]} if not self.in_order else {"ordinals": list(enumerate(self.each, 1))})

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        if not self.each or any(price <= 0 for price in self.each):
            yield "price-not-positive", "each"
        if self.in_order and self.factors:
            yield "limits-clash", "factors"
        if self.in_order and self.monthly_cap is not None:
            # which price an occurrence has depends on the months before it
            yield "limits-clash", "monthly_cap"
        yield from super().doubts(rule, around)

    def branches(self, rule: Rule, around: Surroundings) -> Branches:
        if not self.in_order:
            yield "priced", False
        else:
            yield from ((f"nth {at}", False) for at in range(1, len(self.each) + 1))
        yield from super().branches(rule, around)

    def taken(self, rule: Rule, entries: Sequence[Entry], lines: Sequence[Line], figure: object) -> Iterator[str]:
        yield from (f"nth {at}" for at in range(1, min(len(self.each), _times(entries)) + 1))
        yield from super().taken(rule, entries, lines, figure)

    def explain(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        words, unit = context.words, context.unit(self.unit)
        if self.in_order:
            *first, last = [context.amount(price) for price in self.each]
            told = [words("price.nth", at=at, points=points) for at, points in enumerate(first, 1)]
            told.append(words("price.nth-on", at=len(self.each), points=last))
            yield words(f"price.{rule.does.value}.ordinals", prices=words("price.comma").join(told), **unit)
        elif self.is_once:
            yield words(f"price.{rule.does.value}.single", points=context.amount(self.each[0]))
        else:
            yield words(f"price.{rule.does.value}.each", points=context.amount(self.each[0]), **unit)

    @property
    def is_once(self) -> bool:
        """Whether it is priced once and without a unit: 扣N分, not 每次扣N分."""
        return self.times == 1 and self.unit is None

    def explain_times(self, rule: Rule, context: PriceContext) -> str:
        return context.words("price.only-once") if self.is_once else super().explain_times(rule, context)


# The two below spell out the case of one, which most are, as they price every log.
def _times(held: Held) -> int:
    if len(held) == 1:
        return held[0].count
    return sum([entry.count for entry in held])


def so_many(entry: Entry, count: int) -> Entry:
    """So many of the occurrences of an entry."""
    return Entry(entry.index, entry.event, count, entry.level)


def _dearness(term: tuple[int, Decimal, str]) -> tuple[Decimal, str]:
    return term[1:]


def _total(terms: Terms) -> Decimal:
    if len(terms) == 1:
        ((count, price, _),) = terms
        return count * price
    total = ZERO
    for count, price, _ in terms:
        total += count * price
    return total


def subject_of(entry: Entry) -> str:
    """The key of what an entry is about: one subject, however it is spelt."""
    return identity_of(entry.event.subject or "")


def dearest(held: Held, worth: Callable[[Entry], Decimal], group: Callable[[Entry], object]) -> Held:
    """Of each group the dearest occurrence, once."""
    best: dict[object, Entry] = {}
    for entry in held:
        key = group(entry)
        if key not in best or worth(entry) > worth(best[key]):
            best[key] = entry
    return [so_many(entry, 1) for entry in best.values()]


def _first(held: Held, times: int) -> Iterator[Entry]:
    """The first so many occurrences, entry by entry."""
    for entry in held:
        if times <= 0:
            return
        yield so_many(entry, min(entry.count, times))
        times -= entry.count
