"""Points per occurrence: deductions (扣分) and bonuses (加计), flat or by the word of a level, and their limits."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, Literal, TypeAlias

from wuwu.identity import identity_of
from wuwu.rules.kind import DatedRule, Entry, Facts, Reason, Vocabulary, indices
from wuwu.rules.lines import ZERO, Does, Line
from wuwu.schema.scalars import Flag, Number, Text, Whole

Held: TypeAlias = list[tuple[Entry, int]]
Terms: TypeAlias = tuple[tuple[int, Decimal, str], ...]
"""How often, at what price, and the word that is priced."""


class OccurrenceRule(DatedRule):
    """A price per occurrence: one price (`points`), or one for each word an entry's `level` may carry (`prices`)."""

    sign: ClassVar[int]

    kind: str
    points: Number | None = None
    prices: Mapping[str, Number] | None = None
    unit: Text | None = None
    within_subject: Literal["sum", "highest"] = "sum"

    @property
    def takes_level(self) -> bool:
        return self.from_level is not None or self.prices is not None

    def demanded(self) -> Sequence[str]:
        return ("subject",) if self.within_subject == "highest" else ()

    def permitted(self) -> Sequence[str]:
        return ("count", "subject")

    def words(self) -> tuple[str, ...]:
        return tuple(self.prices or ())

    def admit(self, entry: Entry, words: Vocabulary) -> Reason | None:
        if self.prices is not None and entry.level not in self.prices:
            return Reason.UNPRICED_LEVEL
        return super().admit(entry, words)

    def worth(self, entry: Entry) -> Decimal:
        """What one occurrence of the entry is worth, without a sign."""
        if self.prices is not None:
            return self.prices[entry.level or ""]
        return self.points or ZERO

    def price(self, facts: Facts) -> Sequence[Line]:
        """The sum over the entries, then each limit that bites as a line of its own."""
        name = self.id
        entries = facts.entries[name]
        held: Held = [(entry, entry.count) for entry in entries]
        terms = self._terms(held)
        kind, total = self.kind, _total(terms)
        figures = {"terms": terms, "unit": self.unit or ""}
        lines = [Line(kind, name, name, total if self.sign > 0 else -total, indices(entries), kind, figures)]
        self.limit(held, lines)
        return lines

    def limit(self, held: Held, lines: list[Line]) -> Held:
        """Add the lines of what is left out; what still counts."""
        return self._dearest_of_subjects(held, lines) if self.within_subject == "highest" else held

    def _dearest_of_subjects(self, held: Held, lines: list[Line]) -> Held:
        return self._limit(lines, "highest", held, _dearest(held, self.worth, _subject_of))

    def _sum(self, held: Held) -> Decimal:
        return _total(self._terms(held))

    def _limit(self, lines: list[Line], kind: str, held: Held, kept: Held, **told: object) -> Held:
        """Put down the line for what a limit leaves out, if it bites; what is left. `told`: what else its sentence says."""
        if _times(held) > _times(kept) and (out := self._sum(held) - self._sum(kept)):
            still = {entry.index: count for entry, count in kept}
            left = [(entry, count - still.get(entry.index, 0)) for entry, count in held]
            left = [each for each in left if each[1]]
            dropped = tuple([(entry.index, count) for entry, count in left])
            where = tuple([index for index, _ in dropped])
            sums = {"terms": self._terms(kept), "left": self._terms(left), "unit": self.unit or ""}
            figures = {**sums, "dropped": dropped, **told}
            lines.append(Line(kind, None, self.id, -self.sign * out, where, kind, figures))
        return kept

    def _terms(self, held: Held) -> Terms:
        """The terms `n × price` that make up a sum, dearest first."""
        prices = self.prices
        if prices is None:
            # one term, without a look at each entry's price
            return ((_times(held), self.points or ZERO, ""),) if held else ()
        counts: dict[str, int] = {}
        for entry, count in held:
            word = entry.level or ""
            counts[word] = counts.get(word, 0) + count
        if len(counts) == 1:
            return ((counts[word], prices[word], word),)
        return tuple(sorted([(counts[word], prices[word], word) for word in counts], key=_dearness, reverse=True))


def _subject_of(entry: Entry) -> str:
    """The key of what an entry is about: one subject, however it is spelt."""
    return identity_of(entry.event.subject or "")


# The two below spell out the case of one, which most are, as they price every log.
def _times(held: Held) -> int:
    if len(held) == 1:
        return held[0][1]
    return sum([count for _, count in held])


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


def _dearest(held: Held, worth: Callable[[Entry], Decimal], group: Callable[[Entry], object]) -> Held:
    """Of each group the dearest occurrence, once."""
    best: dict[object, Entry] = {}
    for entry, _ in held:
        key = group(entry)
        if key not in best or worth(entry) > worth(best[key]):
            best[key] = entry
    return [(entry, 1) for entry in best.values()]


def _matched(held: Held, worth: Callable[[Entry], Decimal]) -> Held:
    """Each subject once and each word once, by the choice that weighs most.

    It is the choice and not a rule of thumb: were the heavier of a subject taken first and then each word once, a further
    penalty could make the sum smaller.
    """
    choices: dict[str | None, list[Entry]] = {}
    for entry, _ in held:
        choices.setdefault(entry.level, []).append(entry)
    taken: dict[str, Entry] = {}
    for word in sorted(choices, key=lambda word: (-worth(choices[word][0]), word or "")):
        _seat(word, choices, taken, set())
    return [(entry, 1) for entry, _ in held if any(entry is each for each in taken.values())]


def _seat(
    word: str | None, choices: Mapping[str | None, list[Entry]], taken: dict[str, Entry], asked: set[str]
) -> bool:
    """Find the word a subject of its own, making room where another word can move on. `taken`: the entries by subject."""
    for entry in choices[word]:
        subject = _subject_of(entry)
        if subject in asked:
            continue
        asked.add(subject)
        if subject not in taken or _seat(taken[subject].level, choices, taken, asked):
            taken[subject] = entry
            return True
    return False


def _first(held: Held, times: int) -> Iterator[tuple[Entry, int]]:
    """The first so many occurrences, entry by entry."""
    for entry, count in held:
        if times <= 0:
            return
        yield entry, min(count, times)
        times -= count


class Deduction(OccurrenceRule):
    """扣分 per occurrence. `times`: at most so often, the dearest first. `once_per_word`: each kind counted once (一次性)."""

    does: ClassVar[Does] = Does.DEDUCT
    sign: ClassVar[int] = -1

    kind: Literal["deduction"]
    times: Whole | None = None
    once_per_word: Flag = False

    def limit(self, held: Held, lines: list[Line]) -> Held:
        highest = self.within_subject == "highest"
        if self.once_per_word and highest:
            kept = _matched(held, self.worth)
            seen = {entry.level for entry, _ in kept}
            held = self._limit(lines, "once", held, [*kept, *(each for each in held if each[0].level not in seen)])
            held = self._limit(lines, "highest", held, kept)
        elif self.once_per_word:
            held = self._limit(lines, "once", held, _dearest(held, self.worth, lambda entry: entry.level))
        elif highest:
            held = self._dearest_of_subjects(held, lines)
        if self.times is not None and _times(held) > self.times:
            # the dearest, so that a further entry never gives points back
            dearest = sorted(held, key=lambda each: self.worth(each[0]), reverse=True)
            held = self._limit(lines, "times", held, list(_first(dearest, self.times)), times=self.times)
        return held


class Bonus(OccurrenceRule):
    """加计 per occurrence, or by level. `cap`: 累计不超过N分; without one there is no limit."""

    does: ClassVar[Does] = Does.ADD
    sign: ClassVar[int] = 1

    kind: Literal["bonus"]
    cap: Number | None = None

    def limit(self, held: Held, lines: list[Line]) -> Held:
        held = super().limit(held, lines)
        if self.cap is not None:
            lines += capped(self.id, self._sum(held), self.cap, self.sign)
        return held


def capped(rule: str, total: Decimal, cap: Decimal | None, sign: int) -> list[Line]:
    """The line by which a cap holds a sum of additions (`sign` 1) or deductions (-1); none while it does not bite."""
    if cap is None or total <= cap:
        return []
    return [Line("cap", None, rule, sign * (cap - total), (), "cap", {"cap": cap, "total": total})]
