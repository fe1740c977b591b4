"""Words against numbers: what the quotes of a rule say, by the table of wordings beside this module, and what the rule does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from wuwu.checks.coverage import locate
from wuwu.checks.finding import RuleLocation, error, note, rule_locations, warning
from wuwu.checks.statements import (
    NOT_STATED,
    Said,
    Statement,
    facts_of,
    holds,
    priced_word,
    read_groups,
    read_number,
    unstated,
)
from wuwu.diagnostics import Place, Problem, Result
from wuwu.messages import plain
from wuwu.rubric.declared import Rubric
from wuwu.rubric.plan import Plan
from wuwu.rules.kind import Loggable, Rule
from wuwu.schema.models import Declared, DeclaredFile
from wuwu.schema.scalars import Text, Texts
from wuwu.schema.validation import validate
from wuwu.source.files import read_document


class Wording(Declared):
    """One way to say something: a pattern, what it means, and the kinds of rules that may quote it."""

    match: Text
    kinds: Texts = ()
    means: Mapping[str, Text] = {}


class OwnWordings(DeclaredFile):
    """The wordings of one office, in a file beside its rubric."""

    wordings: tuple[Wording, ...]


class WordingTable(DeclaredFile):
    """The table of wordings as declared."""

    number: Text
    numeral: Text
    groups: Mapping[str, Text] = Field(default_factory=dict)
    wordings: tuple[Wording, ...]


class Pattern(NamedTuple):
    """A wording made ready to search with."""

    regex: re.Pattern[str]
    kinds: frozenset[str]
    means: Mapping[str, str]

    def fits(self, pair: str) -> bool:
        """Whether a rule of that kind and scale (`deduction.missing`) may quote it: by its kind, its scale or the pair."""
        kind, _, scale = pair.partition(".")
        return not self.kinds or not self.kinds.isdisjoint((kind, pair, f"*.{scale}"))


def pair_of(rule: Rule) -> str:
    """The kind and the scale of a rule; an award without a scale goes by a finding."""
    return f"{rule.kind}.{rule.scale.name if rule.scale is not None else 'finding'}"


class Lexicon(NamedTuple):
    """All wordings, and what counts as a number that one of them has to account for."""

    patterns: tuple[Pattern, ...]
    numeral: re.Pattern[str]


class Hit(NamedTuple):
    """A wording found in a quote."""

    pattern: Pattern
    start: int
    end: int
    said: Mapping[str, str]
    words: str


# how much of a quote is shown around a number, and of a quote as a whole
_NEAR, _SHORT = 6, 20
_TOKEN = re.compile(r"<([a-z_]+)>")
_TABLE = Path(__file__).with_name("wordings.yaml")


@lru_cache(1)
def bundled_lexicon() -> Lexicon:
    """The table that comes with wuwu."""
    return build_lexicon(_bundled_table())


def _bundled_table() -> WordingTable:
    return read_document(_TABLE).then(lambda read: validate(WordingTable, read)).require()


def build_lexicon(table: WordingTable) -> Lexicon:
    """The patterns of a table of wordings. Raises re.error for a pattern that is none."""

    def group(token: re.Match[str]) -> str:
        name = token[1]
        inside = table.groups.get(name, table.number)
        return f"(?:{inside})" if name == "n" else f"(?P<{name}>{inside})"

    patterns = [Pattern(re.compile(_TOKEN.sub(group, w.match)), frozenset(w.kinds), w.means) for w in table.wordings]
    return Lexicon(tuple(patterns), re.compile(table.numeral))


def _lexicon_of(rubric: Rubric) -> Result[Lexicon]:
    """The bundled table, and what the rubric's own file beside it adds."""
    if rubric.wordings is None:
        return Result(bundled_lexicon())
    beside = Path(rubric.document.name).parent / Path(rubric.wordings).name
    own = read_document(beside).then(lambda read: validate(OwnWordings, read))
    if own.value is None:
        return Result(None, own.problems)
    bundled = _bundled_table()
    patterns: list[Pattern] = []
    faults = []
    for wording in own.value.wordings:
        try:
            patterns += build_lexicon(bundled.model_copy(update={"wordings": (wording,)})).patterns
        except re.error as fault:
            faults.append(error(rubric.rubric, "bad-pattern", own.value.place(wording, "match"), why=fault.msg))
    return Result(bundled_lexicon()._replace(patterns=(*bundled_lexicon().patterns, *patterns)), tuple(faults))


class Unread(NamedTuple):
    """A number of a quote that no wording accounts for: the quote it stands in, by its index, and where."""

    quote: int
    start: int
    end: int
    text: str


def check_wording(plan: Plan) -> Iterator[Problem]:
    """Where text and rule disagree; and, to be checked by eye, what of either was not found in the other."""
    rubric = plan.rubric
    if rubric.language != "zh":
        yield note(rubric.rubric, "wording-not-read", rubric.place(rubric, "language"), language=rubric.language)
        return
    found = _lexicon_of(rubric)
    yield from found.problems
    lexicon = found.value if found.value is not None else bundled_lexicon()
    for item in rubric.items():
        for measure in item.measures:
            for number in _unread(lexicon, measure):
                yield _not_understood(rubric, measure, number)
    floors: dict[str, bool] = {}
    for location in rule_locations(rubric):
        facts = facts_of(plan, location)
        stated = list(_stated(plan, lexicon, location.rule, facts))
        yield from (_contradiction(rubric, location, each, facts) for each in stated if not holds(each, facts))
        yield from _of_other_kinds(rubric, lexicon, location.rule)
        yield from _unmatched(rubric, lexicon, location.rule, unstated(facts, stated))
        floors[location.node.id] = floors.get(location.node.id, False) or any(each.name == "floor" for each in stated)
    yield from _floors(plan, floors)


def _stated(plan: Plan, lexicon: Lexicon, rule: Rule, facts: Mapping[str, Said]) -> Iterator[Statement]:
    """What the quotes of a rule state, in the wordings that its kind may quote."""
    own = rule.level_words
    for quote in rule.quote:
        read = 0
        fitting = [hit for hit in _hits(lexicon.patterns, quote) if hit.pattern.fits(pair_of(rule))]
        for hit in sorted(_outermost(fitting), key=lambda each: each.start):
            for statement in read_groups(plan, hit.said, hit.pattern.means, hit.words, own):
                if statement.name != "points":
                    yield statement
                    continue
                word = priced_word(plan, facts, quote[read : hit.end])
                price = Statement("price", (word, statement.value), statement.words)
                yield statement if word is None else price
                read = hit.end


def _of_other_kinds(rubric: Rubric, lexicon: Lexicon, rule: Rule) -> Iterator[Problem]:
    """Words that rules of this kind have no business to quote."""
    for quote in rule.quote:
        hits = _hits(lexicon.patterns, quote)
        fitting = _reaching([hit for hit in hits if hit.pattern.fits(pair_of(rule))])
        for hit in _outermost([hit for hit in hits if not hit.pattern.fits(pair_of(rule))]):
            if fitting(hit.end) <= hit.start:  # no fitting words overlap
                kinds = sorted(hit.pattern.kinds)
                place = rubric.place(rule, "kind")
                yield error(rule.id, "words-against-kind", place, words=hit.words, kinds=kinds, kind=rule.kind)


def _unmatched(rubric: Rubric, lexicon: Lexicon, rule: Rule, unfound: Iterable[tuple[str, Said]]) -> Iterator[Problem]:
    """What the rule has and no wording states; where the quote holds just that number unread, the two are one finding."""
    unread = _unread(lexicon, rule)
    for name, value in unfound if rule.quote else ():
        numbers = _numbers(value)
        seen = [each for each in unread if read_number(each.text) in numbers]
        unread = [each for each in unread if each not in seen]
        owner, field, shown = _written_as(rule, name)
        place = _at_number(rubric, rule, seen[0]) if seen else rubric.place(owner, field)
        quote = _around(rule, seen[0]) if seen else _shortened(rule.quote[0])
        yield warning(rule.id, NOT_STATED[name], place, field=shown, does=_shown(value), quote=quote)
    yield from (_not_understood(rubric, rule, each) for each in unread)


def _not_understood(rubric: Rubric, declared: Loggable, number: Unread) -> Problem:
    place = _at_number(rubric, declared, number)
    return warning(declared.id, "number-not-understood", place, number=number.text, around=_around(declared, number))


def _at_number(rubric: Rubric, declared: Loggable, number: Unread) -> Place:
    quote = declared.quote[number.quote]
    return locate(rubric.document, rubric.place(declared, "quote", number.quote), quote, number.start, number.end)


def _contradiction(rubric: Rubric, location: RuleLocation, statement: Statement, facts: Mapping[str, Said]) -> Problem:
    owner, field, shown = _written_as(location.node if statement.name == "floor" else location.rule, statement.name)
    return error(
        location.rule.id,
        "words-contradict",
        rubric.place(owner, field),
        words=statement.words,
        field=shown,
        says=_shown(statement.value),
        does=_shown(facts.get(statement.fact)),
    )


def _written_as(owner: Declared, fact: str) -> tuple[Declared, str, str]:
    """Where a fact is written: in the node, the rule or its scale; the field, and the field as it is named to people."""
    fields = (fact, _FIELDS.get(fact, fact))
    scale = owner.scale if isinstance(owner, Rule) else None
    for part, before in ((owner, ""), *([(scale, f"{scale.name}.")] if scale is not None else [])):
        for field in fields:
            if field in type(part).model_fields:
                return part, field, before + field
    return owner, fields[-1], fact


# where in the rule a fact is written, when the field is not of its name
_FIELDS = {
    "price": "each",
    "prices": "each",
    "points": "each",
    "ordinal": "each",
    "ordinals": "each",
    "threshold": "below",
    "step": "size",
    "band": "bands",
    "band_over": "bands",
    "below": "refuted_by",
    "at_least": "when",
    "at_most": "when",
    "node": "zeroes",
    "year": "id",
    "rounding_to": "rounding",
    "rounding_by": "rounding",
}


def _shown(value: object) -> object:
    """A value as the file would write it."""
    match value:
        case None:
            return "none"
        case bool():
            return "true" if value else "false"
        case Mapping():
            return [f"{word} {plain(price)}" for word, price in value.items()] or "none"
        case tuple():
            return " ".join(plain(each) if isinstance(each, Decimal) else str(_shown(each)) for each in value)
        case list():
            return [_shown(each) for each in value] or "none"
    return value if isinstance(value, Decimal) else str(value)


def _hits(patterns: Sequence[Pattern], quote: str) -> list[Hit]:
    found = []
    for pattern in patterns:
        for match in pattern.regex.finditer(quote):
            said = {name: value for name, value in match.groupdict().items() if value is not None}
            found.append(Hit(pattern, *match.span(), said, match[0]))
    return found


def _outermost(hits: list[Hit]) -> list[Hit]:
    """The hits that no longer one holds whole."""
    reach = _reaching(hits)
    return [hit for hit in hits if reach(hit.start) < hit.end and reach(hit.start + 1) <= hit.end]


def _reaching(hits: Iterable[Hit]) -> Callable[[int], int]:
    """A function that finds how far those hits reach that start before a place; a quote may hold thousands of them."""
    ordered = sorted((hit.start, hit.end) for hit in hits)
    starts = [start for start, _ in ordered]
    ends = list(accumulate((end for _, end in ordered), max))

    def reach(place: int) -> int:
        before = bisect_left(starts, place)
        return ends[before - 1] if before else 0

    return reach


def _unread(lexicon: Lexicon, declared: Loggable) -> list[Unread]:
    found = []
    for index, quote in enumerate(declared.quote):
        reach = _reaching(_hits(lexicon.patterns, quote))
        for number in lexicon.numeral.finditer(quote):
            start, end = number.span()
            if reach(start + 1) < end:
                found.append(Unread(index, start, end, number[0]))
    return found


def _numbers(value: Said) -> set[Decimal]:
    """The numbers that a value of a rule is made of."""
    if isinstance(value, tuple):
        return set().union(*map(_numbers, value))
    return {Decimal(value)} if isinstance(value, (Decimal, int)) and not isinstance(value, bool) else set()


def _around(declared: Loggable, number: Unread) -> str:
    quote = declared.quote[number.quote]
    return quote[max(0, number.start - _NEAR) : number.end + _NEAR]


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _SHORT else f"{quote[:_SHORT]}…"


def _floors(plan: Plan, stated: Mapping[str, bool]) -> Iterator[Problem]:
    """A floor other than 0 that no text of its node gives; 0 is what a silent text means."""
    for _, _, node in plan.rubric.locations():
        if node.floor != 0 and not stated.get(node.id, False):
            does = _shown(node.floor)
            yield warning(node.id, "floor-not-in-text", plan.rubric.place(node, "floor"), field="floor", does=does)
