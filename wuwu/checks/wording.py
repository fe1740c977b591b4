"""Words against numbers: what the quotes of a rule say, by the table of wordings beside this module, and what the rule does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from wuwu.checks.finding import Seat, error, nodes, seats, warning
from wuwu.checks.statements import NOT_STATED, Said, Statement, facts_of, holds, read_groups, unstated
from wuwu.messages import plain
from wuwu.model import Declared, DeclaredFile
from wuwu.plan import Plan
from wuwu.problem import Problem
from wuwu.rubric import Rubric
from wuwu.rules.kind import Loggable
from wuwu.scalars import Text, Texts
from wuwu.source.files import read_document
from wuwu.validation import validate


class Wording(Declared):
    """One way to say something: a pattern, what it means, and the kinds of rules that may quote it."""

    match: Text
    kinds: Texts = ()
    means: Mapping[str, Text] = {}


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

    def fits(self, kind: str) -> bool:
        """Whether a rule of that kind may quote it."""
        return not self.kinds or kind in self.kinds


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

    def inside(self, other: Hit) -> bool:
        """Whether a longer hit holds all of this one."""
        return other.start <= self.start and self.end <= other.end and other.end - other.start > self.end - self.start


_TOKEN = re.compile(r"<([a-z_]+)>")
_TABLE = Path(__file__).with_name("wordings.yaml")


@lru_cache(1)
def bundled_lexicon() -> Lexicon:
    """The table that comes with wuwu."""
    return build_lexicon(validate(WordingTable, read_document(_TABLE)))


def build_lexicon(table: WordingTable) -> Lexicon:
    """The patterns of a table of wordings. Raises re.error for a pattern that is none."""

    def group(token: re.Match[str]) -> str:
        name = token[1]
        inside = table.groups.get(name, table.number)
        return f"(?:{inside})" if name == "n" else f"(?P<{name}>{inside})"

    patterns = [Pattern(re.compile(_TOKEN.sub(group, w.match)), frozenset(w.kinds), w.means) for w in table.wordings]
    return Lexicon(tuple(patterns), re.compile(table.numeral))


def check_wording(rubric: Rubric, plan: Plan) -> Iterator[Problem]:
    """Where text and rule disagree, what of either the other does not know."""
    lexicon = bundled_lexicon()
    for item in rubric.items():
        for measure in item.measures:
            for quote in measure.quote:
                hits = _hits(lexicon.patterns, quote)
                yield from _unread(plan, lexicon, measure, quote, hits)
    floors: dict[str, bool] = {}
    for seat in seats(rubric):
        yield from _contradictions(plan, lexicon, seat, floors)
    yield from _floors(plan, floors)


def _contradictions(plan: Plan, lexicon: Lexicon, seat: Seat, floors: dict[str, bool]) -> Iterator[Problem]:
    rule = seat.rule
    facts = facts_of(plan, seat)
    own = getattr(rule, "level_words", None)
    stated: list[Statement] = []
    for quote in rule.quote:
        hits = _hits(lexicon.patterns, quote)
        fitting = _outermost([hit for hit in hits if hit.pattern.fits(rule.kind)])
        for hit in fitting:
            for statement in read_groups(plan, hit.said, hit.pattern.means, hit.words, own):
                stated.append(statement)
                yield from _against(plan, seat, statement, facts)
        covered = [hit for hit in hits if hit.pattern.fits(rule.kind)]
        for hit in _outermost([hit for hit in hits if not hit.pattern.fits(rule.kind)]):
            if not any(other.start < hit.end and hit.start < other.end for other in covered):
                kinds = sorted(hit.pattern.kinds)
                place = plan.rubric.place(rule, "kind")
                yield error(rule.id, "words-against-kind", place, words=hit.words, kinds=kinds, kind=rule.kind)
        yield from _unread(plan, lexicon, rule, quote, hits)
    floors[seat.node.id] = floors.get(seat.node.id, False) or any(each.name == "floor" for each in stated)
    for name, value in unstated(facts, stated):
        place = plan.rubric.place(rule, "points" if name == "price" else name)
        yield error(rule.id, NOT_STATED[name], place, does=_shown(value))


def _against(plan: Plan, seat: Seat, statement: Statement, facts: Mapping[str, Said]) -> Iterator[Problem]:
    if holds(statement, facts):
        return
    rubric, rule = plan.rubric, seat.rule
    on_node = statement.name == "floor"
    place = (
        rubric.place(seat.node, "floor") if on_node else rubric.place(rule, _FIELDS.get(statement.name, statement.name))
    )
    yield error(
        rule.id,
        "words-contradict",
        place,
        words=statement.words,
        field=statement.fact,
        says=_shown(statement.value),
        does=_shown(facts.get(statement.fact)),
    )


# where in the rule a fact is written, when the field is not of its name
_FIELDS = {
    "price": "prices",
    "band": "bands",
    "below": "refuted_by",
    "at_least": "when",
    "at_most": "when",
    "node": "zeroes",
    "year": "id",
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
    return [hit for hit in hits if not any(hit.inside(other) for other in hits)]


def _unread(plan: Plan, lexicon: Lexicon, declared: Loggable, quote: str, hits: Sequence[Hit]) -> Iterator[Problem]:
    """Numbers of a quote that no wording accounts for."""
    for number in lexicon.numeral.finditer(quote):
        start, end = number.span()
        if not any(hit.start <= start and end <= hit.end for hit in hits):
            place = plan.rubric.place(declared, "quote", list(declared.quote).index(quote))
            around = quote[max(0, start - 6) : end + 6]
            yield warning(declared.id, "number-not-understood", place, number=number[0], around=around)


def _floors(plan: Plan, stated: Mapping[str, bool]) -> Iterator[Problem]:
    """A floor other than 0 that no text of its node gives; 0 is what a silent text means."""
    for node in nodes(plan.rubric):
        if node.floor != 0 and not stated.get(node.id, False):
            yield error(node.id, "floor-not-in-text", plan.rubric.place(node, "floor"), does=_shown(node.floor))
