"""按市级、省级分别N分: a price for each word that an entry may carry (a level or a kind of its own); for an award, one choice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import groupby, pairwise
from typing import Annotated, ClassVar

from pydantic import Field

from wuwu.rules.kind import NOT_APPLICABLE, Doubts, Entry, Facts, Form, Rule, Surroundings, form, indices
from wuwu.rules.lines import Line
from wuwu.rules.occurrence import Counting, Held, dearest, so_many, subject_of
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches, Limit, Measured, Scale, sum_of
from wuwu.schema.event import Event
from wuwu.schema.scalars import Flag, Number


class WordPrices(Counting):
    """A price for each word. `once_per_word`: each word counts once (一次性), with `within_subject: highest` each subject too."""

    name: ClassVar[str] = "word"

    each: Annotated[Mapping[str, Number], Field(min_length=1)]
    once_per_word: Flag = False

    @property
    def takes_level(self) -> bool:
        return True

    def words(self) -> tuple[str, ...]:
        return tuple(self.each)

    def prices(self, entry: Entry) -> bool:
        return entry.level in self.each

    def price_of(self, entry: Entry) -> Decimal:
        return self.each[entry.level or ""]

    def best(self) -> Decimal | None:
        return max(self.each.values(), default=None)

    def most(self) -> Decimal | None:
        ordered = sorted(self.each.values(), reverse=True)
        if self.once_per_word and not self.factors:
            return sum_of(ordered[: self.times])
        return None if self.times is None or self.factors else self.times * ordered[0]

    @cached_property
    def independent(self) -> bool:
        return not self.once_per_word and super().independent

    def limit(self, held: Held, limits: list[Limit]) -> Held:
        if self.once_per_word and self.within_subject == "highest":
            kept = _maximum_weight_matching(held, self)
            seen = {entry.level for entry in kept}
            held = self._limit(limits, "once", held, [*kept, *(each for each in held if each.level not in seen)])
            held = self._limit(limits, "highest", held, kept)
            return self.limit_times(held, limits)
        if self.once_per_word:
            held = self._limit(limits, "once", held, dearest(held, self.worth, _level))
        return super().limit(held, limits)

    def facts(self, around: Surroundings) -> dict[str, object]:
        levels = around.words.levels
        prices = {levels.get(word, word): price for word, price in self.each.items()}
        return {**super().facts(around), "prices": prices, "once_per_word": self.once_per_word}

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        ranks = around.words.ranks
        if any(price <= 0 for price in self.each.values()):
            yield "price-not-positive", "each"
        ranked = sorted((ranks[word], price) for word, price in self.each.items() if word in ranks)
        if any(upper < lower for (_, lower), (_, upper) in pairwise(ranked)):
            yield "tiers-fall", "each"
        if rule.from_level is not None and any(rank < ranks[rule.from_level] for rank, _ in ranked):
            yield "never-bites", "each"
        if self.once_per_word and self.monthly_cap is not None:
            yield "limits-clash", "monthly_cap"
        yield from super().doubts(rule, around)

    def branches(self, rule: Rule, around: Surroundings) -> Branches:
        ranks = around.words.ranks
        yield from ((f"price {word}", False) for word in self.each)
        if self.each and all(word in ranks for word in self.each) and len(self.each) < len(ranks):
            yield "unpriced-level", True
        if self.once_per_word:
            yield "once_per_word", True
        yield from super().branches(rule, around)

    def explain(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        words, act = context.words, rule.does.value
        told = []
        for price, alike in groupby(self.each.items(), key=lambda item: item[1]):
            names = [word for word, _ in alike]
            code = f"price.{act}.{'words' if len(names) > 1 else 'word'}"
            told.append(words(code, words=words("price.and").join(names), points=context.amount(price)))
        each = "-each" if self.unit is not None else ""
        whole = words("price.comma").join(told)
        yield words(f"price.{act}.prices{each}", prices=whole, **context.unit(self.unit))
        if self.each.keys() < context.ranks.keys():
            yield words(f"price.{act}.other-levels")

    def explain_limits(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        subject, *rest = [*super().explain_limits(rule, context)] if self.within_subject == "highest" else [""]
        if self.within_subject == "highest":
            yield subject
        else:
            rest = [*super().explain_limits(rule, context)]
        if self.once_per_word:
            yield context.words("price.once")
        yield from rest


class WordChoice(Scale):
    """好的计10分、较好8分、一般5分: one finding in words, and the points of each."""

    name: ClassVar[str] = "word"

    points: Annotated[Mapping[str, Number], Field(min_length=1)]

    @property
    def takes_level(self) -> bool:
        return True

    def words(self) -> tuple[str, ...]:
        return tuple(self.points)

    def prices(self, entry: Entry) -> bool:
        return entry.level is None or entry.level in self.points

    def forms(self, rule: Rule) -> tuple[Form, ...]:
        return (form("level", optional=("decided_by", *rule.gate_fields())), NOT_APPLICABLE)

    def single(self, rule: Rule, event: Event) -> object:
        return ""

    def best_of_award(self) -> Decimal | None:
        return max(self.points.values(), default=None)

    def amount(self, rule: Rule, facts: Facts) -> Measured | None:
        entries = facts.entries.get(rule.id, ())
        if not entries:
            return None
        word = entries[0].level or ""
        return Measured(self.points[word], indices(entries), "word", {"word": word})

    def facts(self, around: Surroundings) -> dict[str, object]:
        levels = around.words.levels
        return {"prices": {levels.get(word, word): points for word, points in self.points.items()}}

    def doubts(self, rule: Rule, around: Surroundings) -> Doubts:
        if any(points < 0 for points in self.points.values()):
            yield "price-not-positive", "points"

    def branches(self, rule: Rule, around: Surroundings) -> Branches:
        yield from ((f"price {word}", False) for word in self.points)

    def taken(self, rule: Rule, entries: Sequence[Entry], lines: Sequence[Line], figure: object) -> Iterator[str]:
        return iter(())

    def explain(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        words = context.words
        told = [
            words("price.award.word", word=word, points=context.amount(price)) for word, price in self.points.items()
        ]
        yield words("price.comma").join(told)


def _level(entry: Entry) -> object:
    return entry.level


def _maximum_weight_matching(held: Held, scale: WordPrices) -> Held:
    """Each subject once and each word once, by the choice that weighs most.

    Words and subjects are the two sides of a bipartite graph, each entry is an edge, and a word is worth the same whatever
    its subject. So the words are taken dearest first, each by an augmenting path: the words that can be matched together
    form a matroid, and for a matroid the greedy choice is the best one. It has to be the best choice: were the heavier of a
    subject taken first and then each word once, a further penalty could make the sum smaller.
    """
    choices: dict[str | None, list[Entry]] = {}
    for entry in held:
        choices.setdefault(entry.level, []).append(entry)
    taken: dict[str, Entry] = {}
    for word in sorted(choices, key=lambda word: (-scale.worth(choices[word][0]), word or "")):
        _augment(word, choices, taken, set())
    return [so_many(entry, 1) for entry in held if any(entry is each for each in taken.values())]


def _augment(
    word: str | None, choices: Mapping[str | None, list[Entry]], taken: dict[str, Entry], asked: set[str]
) -> bool:
    """Match the word with a subject, by an augmenting path: a word that stands in the way moves on where it can.

    `taken`: the entries by subject; `asked`: the subjects on this path. Whether a subject was found.
    """
    for entry in choices[word]:
        subject = subject_of(entry)
        if subject in asked:
            continue
        asked.add(subject)
        if subject not in taken or _augment(taken[subject].level, choices, taken, asked):
            taken[subject] = entry
            return True
    return False
