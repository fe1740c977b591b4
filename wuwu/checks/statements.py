"""What words state and what rules do, in the same names, so that the two can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from wuwu.checks.finding import RuleLocation, surroundings
from wuwu.rubric.declared import JointLimit
from wuwu.rubric.node_references import members_of
from wuwu.rubric.plan import Plan
from wuwu.rules.award import Award
from wuwu.rules.kind import Rule
from wuwu.rules.lines import Does
from wuwu.rules.measure import WHOLE, Target
from wuwu.rules.missing import Missing

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
        return {"price": "prices", "band": "bands", "band_over": "above", "ordinal": "ordinals", "cap": "caps"}.get(
            self.name, self.name
        )


NOT_STATED: Mapping[str, str] = {
    "points": "points-not-in-text",
    "prices": "points-not-in-text",
    "bands": "points-not-in-text",
    "ordinals": "points-not-in-text",
    "each": "points-not-in-text",
    "monthly_cap": "cap-not-in-text",
    "threshold": "step-not-in-text",
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
_SEVERAL = frozenset({"prices", "bands", "above", "below", "at_least", "at_most", "ordinals", "caps"})
_IMPLIED = "implied"
"""The name of those facts that follow from what another rule or clause says, and need no words here."""


def facts_of(plan: Plan, location: RuleLocation) -> Mapping[str, Said]:
    """What the rule does, under the names that wordings use. What it must have words for is there even when None."""
    rule, around = location.rule, surroundings(plan, location)
    facts: dict[str, Said] = {
        "floor": location.node.floor,
        "year": Decimal(plan.rubric.year),
        "node": location.dimension.name,
    }
    facts |= rule.scale.facts(around) if rule.scale is not None else {}
    facts |= rule.stated(around)
    body = plan.vocabulary.bodies.get(rule.verified_by or "", rule.verified_by)
    facts |= {"from_level": rule.from_level, "upheld_only": rule.upheld_only, "verified_by": body}
    facts["body_presumed"] = rule.body_presumed
    facts["caps"] = _caps(plan, location)
    facts |= _counted(location, facts)
    if isinstance(rule, Award) and rule.scale is not None:
        facts[_IMPLIED] = {"points"}  # said of its outcomes, of which the best has them
    if _looks_at_target(plan, rule):
        facts |= {"below": [WHOLE], _IMPLIED: {"below"}}
    return facts


def _caps(plan: Plan, location: RuleLocation) -> list[Said]:
    """Every cap that holds the rule: its own, those it shares with others, those of its dimension and of the whole."""
    joint = [each.cap for each in plan.rubric.limits if each.cap is not None and _holds(plan, each, location.rule)]
    own = getattr(location.rule, "cap", None)
    worth = location.rule.points if isinstance(location.rule, Award) else None
    # a floor of 0 stops deductions at the points of the row, which texts call a cap as well
    stops = location.node.points if location.node.floor == 0 and location.rule.does is Does.DEDUCT else None
    most = getattr(location.rule.scale, "at_most", None)
    others = [*joint, location.dimension.cap, plan.rubric.cap, worth, stops, most]
    return [own, *(each for each in others if each is not None)]


def _holds(plan: Plan, limit: JointLimit, rule: Rule) -> bool:
    return any(each.id == rule.id for _, each in members_of(plan.rubric, limit))


def _looks_at_target(plan: Plan, rule: Rule) -> bool:
    """Whether the rule rests on targets, whose rates are measured against the whole, as any text says of them."""
    clause = plan.clauses.get(getattr(rule, "measured_by", None) or rule.source)
    return clause is not None and isinstance(clause.declared, Target)


def _counted(location: RuleLocation, facts: Mapping[str, Said]) -> dict[str, Said]:
    """What is required of an award by its own condition, else by what its node counts as missing."""
    if not isinstance(location.rule, Award) or facts.get("required") is not None:
        return {}
    counts = (each.scale for each in location.node.rules if isinstance(each.scale, Missing) and each.scale.required)
    count = next(counts, None)
    if count is None:
        return {}
    return {"required": count.required, "counted": count.counted, _IMPLIED: {"required", "counted"}}


# --- reading words -----------------------------------------------------------------------------------------------

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_PRICE = re.compile(r"[0-9.]+")
_ASIDE = re.compile(r"（[^）]*）(?=、|$)")
# a comma, unless it stands in an aside
_COMMA = re.compile(r"、(?![^（]*）)")
_WORDED = frozenset(
    {
        *("from_level", "verified_by", "unit", "node", "counted", "members", "within_subject", "zeroes"),
        *("incomplete", "rounding_by", "several"),
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
    yield from _paired(groups, words)
    for name, value in (*groups.items(), *means.items()):
        if value in ("none", "true", "false"):
            yield Statement(name, {"none": None, "true": True, "false": False}[value], words)
        elif name == "verified_by":
            yield Statement(name, plan.vocabulary.bodies.get(value, value), words)
        elif name in _WORDED:
            yield Statement(name, _own(levels, value) if name == "from_level" else value, words)
        else:
            yield Statement(name, read_number(value), words)


def _paired(groups: dict[str, str], words: str) -> Iterator[Statement]:
    """What two groups say together, which are taken out: a bound of a band with its points, an ordinal with its price."""
    if "band_over" in groups:
        yield Statement("band_over", read_number(groups["band_over"]), words)
    if "band_points" in groups:
        points = read_number(groups.pop("band_points"))
        bounds = [groups.pop(name, None) for name in ("band_at", "band_over", "band_from", "band_to")]
        yield Statement("band", (*map(read_number, filter(None, bounds)), points), words)
    if "nth_points" in groups:
        yield Statement("ordinal", (read_number(groups.pop("nth")), read_number(groups.pop("nth_points"))), words)


def _own(levels: Mapping[str, str], word: str) -> str:
    """The rubric's own name of a level word, which the text may carry with an aside in brackets."""
    for each in (word, _ASIDE.sub("", word)):
        if each in levels:
            return levels[each]
    return word


def read_number(text: str) -> Decimal:
    """A number in digits or, up to 999, in Chinese numerals, with decimals (零点五)."""
    if text[0].isascii():
        return Decimal(text)
    text, _, decimals = text.partition("点")
    if decimals:
        return read_number(text) + Decimal("0." + "".join(str(_DIGITS[each]) for each in decimals))
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
    # where one word ends as another does (好, 较好), the longer one is meant
    ends = {word: before.rfind(word) + len(word) for word, _ in spellings if word in before}
    said = max(spellings, key=lambda each: (ends.get(each[0], -1), len(each[0])), default=None)
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
        # the words do not say which of them is meant
        return statement.value in prices.values()
    if statement.name == "band":
        said: Any = statement.value
        bands: Any = have or ()
        bounds = {bound for band in bands for bound in band[:-1]}
        return any(_is_of(said, band) for band in bands) and bounds.issuperset(said[:-1])
    if statement.fact in _SEVERAL:
        return isinstance(have, list) and statement.value in have
    return have == statement.value


def unstated(facts: Mapping[str, Said], stated: Sequence[Statement]) -> Iterator[tuple[str, Said]]:
    """What the rule has that no words state; of a rule with several prices or conditions each by itself."""
    known: dict[str, list[Said]] = {}
    for statement in stated:
        known.setdefault(statement.fact, []).append(statement.value)
    known["cap"] = known.pop("caps", [])
    if not known["cap"]:
        del known["cap"]
    implied: Any = facts.get(_IMPLIED, ())
    for name in NOT_STATED:
        have = facts.get(name)
        if name in implied:
            continue
        if name == "bands":
            said = known.get(name, [])
            yield from ((name, band) for band in _listed(have) if not any(_is_of(each, band) for each in said))
        elif name in _SEVERAL:
            yield from ((name, value) for value in _surplus(_listed(have), known.get(name, [])))
        elif have is not None and have != _SILENT.get(name) and name not in known and _needs_words(name, have):
            yield name, have


def _is_of(said: Any, band: Any) -> bool:
    """Whether bounds with their points are of this band. One of them is enough: the other may be that of the next band."""
    return said[-1] == band[-1] and not set(said[:-1]).isdisjoint(band[:-1])


def _listed(have: Any) -> list[Said]:
    return list(have.items()) if isinstance(have, Mapping) else list(have or ())


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
