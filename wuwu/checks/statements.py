"""What words state and what rules do, in the same names, so that the two can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from wuwu.checks.finding import Seat
from wuwu.rubric.plan import Plan
from wuwu.rules.award import Award
from wuwu.rules.band import Band
from wuwu.rules.denial import Zero
from wuwu.rules.kind import Condition, DatedRule, Rule
from wuwu.rules.measure import WHOLE, Activity, Target
from wuwu.rules.occurrence import Bonus, Deduction, OccurrenceRule
from wuwu.rules.quota import Quota
from wuwu.rules.target import TargetRule

Said: TypeAlias = object
"""A number, a word, true or false, None for `none`; or several of these where a rule has several."""


class Statement(NamedTuple):
    """What some words say: the name of what they speak of, the value they give it, and the words."""

    name: str
    value: Said
    words: str

    @property
    def fact(self) -> str:
        """The name of the fact it must agree with."""
        return {"price": "prices", "band": "bands", "band_over": "above"}.get(self.name, self.name)


NOT_STATED: Mapping[str, str] = {
    "points": "points-not-in-text",
    "prices": "points-not-in-text",
    "bands": "points-not-in-text",
    "required": "required-not-in-text",
    "step": "step-not-in-text",
    "times": "times-not-in-text",
    "below": "below-not-in-text",
    "at_least": "at-least-not-in-text",
    "at_most": "at-most-not-in-text",
    "cap": "cap-not-in-text",
    "from_level": "level-not-in-text",
    "upheld_only": "upheld-not-in-text",
    "verified_by": "body-not-in-text",
    "within_subject": "subject-not-in-text",
    "once_per_word": "once-not-in-text",
    "unit": "unit-not-in-text",
    "counted": "counted-not-in-text",
}
"""What a rule may not have without words for it, and the code of the finding where it does."""

# what a rule has when it has nothing of the name: no words are needed for that
_SILENT: Mapping[str, Said] = {"upheld_only": False, "once_per_word": False, "within_subject": "sum"}
_SEVERAL = frozenset({"prices", "bands", "above", "below", "at_least", "at_most"})
_IMPLIED = "implied"
"""The name of those facts that follow from what another rule or clause says, and need no words here."""


def facts_of(plan: Plan, seat: Seat) -> Mapping[str, Said]:
    """What the rule does, under the names that wordings use. What it must have words for is there even when None."""
    rule = seat.rule
    facts: dict[str, Said] = {"floor": seat.node.floor, "year": Decimal(plan.rubric.year), "node": seat.dimension.name}
    facts["points"] = getattr(rule, "points", None)
    facts["unit"] = getattr(rule, "unit", None)
    if isinstance(rule, OccurrenceRule):
        facts["prices"] = {plan.level_of(word): price for word, price in (rule.prices or {}).items()}
        facts["within_subject"] = rule.within_subject
    if isinstance(rule, Deduction):
        facts |= {"times": rule.times, "once_per_word": rule.once_per_word}
    if isinstance(rule, (Bonus, TargetRule)):
        facts["cap"] = rule.cap
    if isinstance(rule, TargetRule):
        facts |= {"step": rule.step, "incomplete": rule.incomplete}
        if rule.rounding is not None:
            facts |= {"rounding_to": rule.rounding.to, "rounding_by": rule.rounding.by}
    if isinstance(rule, DatedRule):
        body = plan.vocabulary.bodies.get(rule.verified_by or "", rule.verified_by)
        facts |= {"from_level": rule.from_level, "upheld_only": rule.upheld_only, "verified_by": body}
        facts["body_presumed"] = rule.body_presumed
    facts |= _counted(plan, seat) | _conditions(plan, rule)
    if _looks_at_target(plan, rule):
        facts |= {"below": [WHOLE], _IMPLIED: {"below"}}
    return facts


def _looks_at_target(plan: Plan, rule: Rule) -> bool:
    """Whether the rule rests on targets, whose rates are measured against the whole, as any text says of them."""
    clause = plan.clauses.get(getattr(rule, "measured_by", None) or rule.source)
    return clause is not None and isinstance(clause.declared, Target)


def _counted(plan: Plan, seat: Seat) -> dict[str, Said]:
    """What is required: by the rule itself, or for an award by its own condition, else by the quota of its node."""
    rule = seat.rule
    if isinstance(rule, Quota):
        return {"required": rule.required, "counted": rule.counted, "members": rule.members}
    if not isinstance(rule, Award):
        return {}
    own = next((c.below for c in rule.refuted_by if _counts(plan, c)), None)
    quota = next((each for each in seat.node.rules if isinstance(each, Quota) and each.required), None)
    if own is not None or quota is None:
        return {"required": own}
    return {"required": quota.required, "counted": quota.counted, _IMPLIED: {"required", "counted"}}


def _counts(plan: Plan, condition: Condition) -> bool:
    return isinstance(plan.clauses[condition.measure].declared, Activity)


def _conditions(plan: Plan, rule: Rule) -> dict[str, Said]:
    if isinstance(rule, Band):
        bands = [(step.at_least if step.above is None else step.above, step.points) for step in rule.bands]
        return {"bands": bands, "above": [step.above for step in rule.bands if step.above is not None]}
    if isinstance(rule, Zero):
        scope = "dimension" if rule.zeroes == "dimension" else "row"
        return {
            "zeroes": scope,
            "at_least": [bound for c in rule.when for bound in (c.at_least, c.above) if bound is not None],
            "at_most": [bound for c in rule.when for bound in (c.at_most, c.below) if bound is not None],
        }
    if isinstance(rule, Award):
        return {"below": [c.below for c in rule.refuted_by if c.below is not None and not _counts(plan, c)]}
    return {}


# --- reading words -----------------------------------------------------------------------------------------------

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_PRICE = re.compile(r"[0-9.]+")
_ASIDE = re.compile(r"（[^）]*）(?=、|$)")
# a comma, unless it stands in an aside
_COMMA = re.compile(r"、(?![^（]*）)")
_WORDED = frozenset(
    {
        *("from_level", "verified_by", "unit", "node", "counted", "members", "within_subject", "zeroes"),
        *("incomplete", "rounding_by"),
    }
)


def read_groups(
    plan: Plan,
    said: Mapping[str, str],
    means: Mapping[str, str],
    words: str,
    level_words: Mapping[str, str] | None = None,
) -> Iterator[Statement]:
    """What the named groups of a wording and its fixed meanings state; `level_words` are those of the rule alone."""
    groups = dict(said)
    levels = {**plan.vocabulary.levels, **(level_words or {})}
    listed = groups.pop("levels", None) or groups.pop("words", None)
    if listed is not None and "prices" in groups:
        names = _COMMA.split(listed)
        prices = [Decimal(price) for price in _PRICE.findall(groups.pop("prices"))]
        for index in range(max(len(names), len(prices))):
            name = _own(levels, names[index]) if index < len(names) else None
            yield Statement("price", (name, prices[index] if index < len(prices) else None), words)
    if "level" in groups:
        yield Statement("price", (_own(levels, groups.pop("level")), read_number(groups.pop("price"))), words)
    if "band_over" in groups:
        yield Statement("band_over", read_number(groups["band_over"]), words)
    if "band_points" in groups:
        bound = groups.pop("band_at", None) or groups.pop("band_over")
        yield Statement("band", (read_number(bound), read_number(groups.pop("band_points"))), words)
    for name, value in (*groups.items(), *means.items()):
        if value in ("none", "true", "false"):
            yield Statement(name, {"none": None, "true": True, "false": False}[value], words)
        elif name == "verified_by":
            yield Statement(name, plan.vocabulary.bodies.get(value, value), words)
        elif name in _WORDED:
            yield Statement(name, _own(levels, value) if name == "from_level" else value, words)
        else:
            yield Statement(name, read_number(value), words)


def _own(levels: Mapping[str, str], word: str) -> str:
    """The rubric's own name of a level word, which the text may carry with an aside in brackets."""
    for each in (word, _ASIDE.sub("", word)):
        if each in levels:
            return levels[each]
    return word


def read_number(text: str) -> Decimal:
    """A number in digits or, up to 999, in Chinese numerals."""
    if text[0].isascii():
        return Decimal(text)
    total, digit = 0, None
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        else:
            total += (1 if digit is None else digit) * {"十": 10, "百": 100}[character]
            digit = 0
    return Decimal(total + (digit or 0))


def priced_word(plan: Plan, facts: Mapping[str, Said], before: str) -> str | None:
    """Of the words that the rule prices, the one said last in what stands before some points."""
    prices = facts.get("prices")
    spellings = [(word, word) for word in (prices if isinstance(prices, Mapping) else ())]
    spellings += [(other, own) for other, own in plan.vocabulary.levels.items() if (own, own) in spellings]
    said = max(spellings, key=lambda each: (before.rfind(each[0]), len(each[0])), default=None)
    return said[1] if said is not None and said[0] in before else None


# --- agreement ---------------------------------------------------------------------------------------------------


def holds(statement: Statement, facts: Mapping[str, Said]) -> bool:
    """Whether the rule does what the words say."""
    have = facts.get(statement.fact)
    if statement.name == "price":
        priced: Any = statement.value
        return isinstance(have, Mapping) and have.get(priced[0]) == priced[1]
    prices = facts.get("prices")
    if statement.name == "points" and isinstance(prices, Mapping) and prices:
        # of whom they are said, nobody could tell
        return statement.value in prices.values()
    if statement.fact in _SEVERAL:
        return isinstance(have, list) and statement.value in have
    return have == statement.value


def unstated(facts: Mapping[str, Said], stated: Sequence[Statement]) -> Iterator[tuple[str, Said]]:
    """What the rule has that no words state; of a rule with several prices or conditions each by itself."""
    known: dict[str, list[Said]] = {}
    for statement in stated:
        known.setdefault(statement.fact, []).append(statement.value)
    implied: Any = facts.get(_IMPLIED, ())
    for name in NOT_STATED:
        have = facts.get(name)
        if name in implied:
            continue
        if name in _SEVERAL:
            each: list[Said] = list(have.items()) if isinstance(have, Mapping) else list(have or ())  # type: ignore[call-overload]
            yield from ((name, value) for value in _surplus(each, known.get(name, [])))
        elif have is not None and have != _SILENT.get(name) and name not in known and _needs_words(name, have):
            yield name, have


def _needs_words(name: str, have: Said) -> bool:
    # a row counts by events unless it says otherwise, and per member where it speaks of members
    return name != "counted" or have in ("months", "tasks")


def _surplus(have: list[Said], known: list[Said]) -> Iterator[Said]:
    rest = list(known)
    for value in have:
        if value in rest:
            rest.remove(value)
        else:
            yield value
