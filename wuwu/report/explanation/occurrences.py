"""Prices per occurrence in words: so much each or by the word, what makes an occurrence count, and the limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby

from wuwu.messages import Words
from wuwu.report.explanation.telling import Telling
from wuwu.rules.kind import DatedRule
from wuwu.rules.occurrence import Bonus, Deduction, OccurrenceRule


def tell_occurrences(rule: OccurrenceRule, telling: Telling) -> Iterator[str]:
    """The price of an occurrence, then what it takes to count and the limits."""
    words, act = telling.words, rule.does.value
    if rule.prices is not None:
        yield _by_word(rule, rule.prices, act, telling)
        if _leaves_out_levels(rule.prices, telling):
            yield words(f"price.{act}.other-levels")
    else:
        yield _each(rule, act, telling)
    yield from tell_gates(rule, telling)
    if rule.within_subject == "highest":
        yield words(f"price.{act}.highest")
    if isinstance(rule, Deduction):
        yield from _often(rule, telling)
    if isinstance(rule, Bonus):
        yield from _cap(rule, telling)


def tell_gates(rule: DatedRule, telling: Telling) -> Iterator[str]:
    """What an occurrence needs before it counts: a level, being upheld, a verifying body; and whether it should show evidence."""
    words = telling.words
    for word, level in (rule.level_words or {}).items():
        yield words("price.level-word", word=word, level=level)
    verb = words(f"price.verb.{rule.does.value}")
    if rule.from_level is not None:
        yield words("price.from-level", level=rule.from_level, verb=verb)
    if rule.upheld_only and rule.verified_by is not None:
        yield words("price.upheld-by", body=rule.verified_by, verb=verb)
    elif rule.upheld_only:
        yield words("price.upheld", verb=verb)
    elif rule.verified_by is not None:
        code = "price.body-presumed" if rule.body_presumed else "price.verified-by"
        yield words(code, body=rule.verified_by, verb=verb)
    if rule.evidence_expected:
        yield words("price.evidence-expected")


def _each(rule: OccurrenceRule, act: str, telling: Telling) -> str:
    points = telling.amount(rule.points or Decimal(0))
    if _single(rule):
        return telling.words("price.deduct.single", points=points)
    return telling.words(f"price.{act}.each", points=points, **telling.unit(rule.unit))


def times_sentence(rule: Deduction, words: Words) -> str:
    """How often a deduction counts at most."""
    if _single(rule):
        return words("price.only-once")
    code = "price.times" if rule.prices is None else "price.times-dearest"
    return words(code, times=rule.times, unit=rule.unit or words("price.unit"))


def _single(rule: OccurrenceRule) -> bool:
    """Whether it is priced once and without a unit: 扣N分, not 每次扣N分."""
    return isinstance(rule, Deduction) and rule.points is not None and rule.times == 1 and rule.unit is None


def _by_word(rule: OccurrenceRule, prices: Mapping[str, Decimal], act: str, telling: Telling) -> str:
    words = telling.words
    told = []
    for price, alike in groupby(prices.items(), key=lambda item: item[1]):
        names = [word for word, _ in alike]
        code = f"price.{act}.{'words' if len(names) > 1 else 'word'}"
        told.append(words(code, words=words("price.and").join(names), points=telling.amount(price)))
    each = "-each" if rule.unit is not None else ""
    whole = words("price.comma").join(told)
    return words(f"price.{act}.prices{each}", prices=whole, **telling.unit(rule.unit))


def _leaves_out_levels(prices: Mapping[str, Decimal], telling: Telling) -> bool:
    ranks = telling.plan.vocabulary.ranks
    return prices.keys() < ranks.keys()


def _often(rule: Deduction, telling: Telling) -> Iterator[str]:
    if rule.once_per_word:
        yield telling.words("price.once")
    if rule.times is not None:
        yield times_sentence(rule, telling.words)


def _cap(rule: Bonus, telling: Telling) -> Iterator[str]:
    if rule.cap is not None:
        yield telling.words("price.cap", points=telling.amount(rule.cap))
    elif is_uncapped(telling):
        yield telling.words("price.no-cap")


def is_uncapped(telling: Telling) -> bool:
    """Whether nothing above holds a bonus either: no cap on the dimension or the table."""
    return telling.stand.dimension.cap is None and telling.plan.rubric.cap is None
