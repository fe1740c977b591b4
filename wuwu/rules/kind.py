"""What every rule is: declared fields, the log fields its clause takes, which events count, and a price."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, TypeAlias

from wuwu.rules.bounded import Bounded
from wuwu.rules.lines import ZERO, Does, Line, Unassessed
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Branches, Measured, Scale
from wuwu.schema.event import Event, Status
from wuwu.schema.models import Declared
from wuwu.schema.scalars import Flag, Number, Text, Texts

Figure: TypeAlias = Decimal | Fraction | int
Doubts: TypeAlias = Iterator[tuple[str, str]]
"""What can hardly be meant in a rule: the code of the finding and the field it stands in."""


class Form(NamedTuple):
    """One way to fill in an entry: the fields it must have, and all that it may have."""

    required: frozenset[str]
    takes: frozenset[str]


_ALWAYS = ("clause", "date", "evidence", "note", "reason", "case")


def form(*required: str, optional: Sequence[str] = ()) -> Form:
    """A form that demands these fields beside the clause and may carry those beside what every entry may carry."""
    return Form(frozenset(("clause", *required)), frozenset((*_ALWAYS, *required, *optional)))


NOT_APPLICABLE = form("finding", "reason", optional=("decided_by",))
"""不适用 with a reason: settles a count or a figure that nobody can log."""


class Fault(NamedTuple):
    """What is wrong with one field of an entry: a problem code and its parameters."""

    code: str
    field: str
    params: Mapping[str, object]


@dataclass(slots=True)
class Entry:
    """An event bound to its clause."""

    index: int
    event: Event
    count: int
    level: str | None


class Reason(Enum):
    """Why an event moves nothing."""

    PENDING = "pending"
    DISMISSED = "dismissed"
    BELOW_LEVEL = "below-level"
    UNPRICED_LEVEL = "unpriced-level"
    WRONG_BODY = "wrong-body"
    LATER = "later"


class FigureRead(NamedTuple):
    """A figure as a scale looks at it: its entries, its name and how often it stands in the log."""

    events: tuple[int, ...]
    name: str
    figure: Figure
    times: int


class Vocabulary(NamedTuple):
    """The words of one rubric: the rank and the own name of every level word, the own name of every verifying body."""

    ranks: Mapping[str, int]
    levels: Mapping[str, str]
    bodies: Mapping[str, str]


class Loggable(Declared):
    """What a log entry may cite, a rule or a measure: how its entries are filled in and what makes one wrong."""

    id: Text
    gloss: Text | None = None
    quote: Texts = ()
    notes: Texts = ()

    def forms(self) -> tuple[Form, ...]:
        """How an entry may be filled in; none where the clause is fed by others."""
        return ()

    def faults(self, event: Event) -> Iterable[Fault]:
        """What is wrong with an entry whose fields are the right ones."""
        return ()

    def checks(self, event: Event) -> bool:
        """Whether `faults` is to be asked of every entry with the fields and words of this one, as their values may differ."""
        return type(self).faults is not Loggable.faults

    def single(self, event: Event) -> object:
        """What no other entry of the clause may share with this one; None where any number may be alike."""
        return None

    def admit(self, entry: Entry, words: Vocabulary) -> Reason | None:
        """Why this entry moves nothing, or None where it counts: by its level, its status and who verified it."""
        return None

    @property
    def counted(self) -> bool:
        """Whether nothing logged is a figure too: 0."""
        return False

    @property
    def measured_in(self) -> tuple[str, str]:
        """How its figure is worded: the code of the words, and the unit where the rubric names one."""
        return "count", ""

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the greatest figure that it may have; None is no limit."""
        return ZERO, None

    def read(self, entries: Sequence[Entry]) -> Figure | None:
        """The one figure that its counted entries come to; None while there is none. Entries upheld are counted."""
        return sum([entry.count for entry in entries])

    def read_each(self, entries: Sequence[Entry]) -> Sequence[FigureRead]:
        """Each figure by itself: one for most, one a target for targets."""
        figure = self.read(entries)
        return () if figure is None else (FigureRead(indices(entries), "", figure, 1),)


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What a rule may look at when it prices.

    `entries`: those that count, by clause. `members`: 班子成员. `clauses`: what is declared under every id.
    `not_applicable`: the clauses that 不适用 settles. `assumed`: the clauses taken as met, though nobody settled them yet.
    `as_of`: the day of an interim answer, None where all is due; `undue`: the counts that may still grow after that day, so
    that what is missing from them costs nothing; `until`: when the period ends. `withheld`: by clause, the entries of an affair
    that weighs more under another clause of its group.
    """

    entries: Mapping[str, Sequence[Entry]]
    members: tuple[str, ...]
    clauses: Mapping[str, Loggable]
    not_applicable: frozenset[str]
    assumed: frozenset[str] = frozenset()
    as_of: date | None = None
    undue: frozenset[str] = frozenset()
    until: date | None = None
    withheld: Mapping[str, frozenset[int]] | None = None

    def figure(self, measure: str) -> Figure | None:
        """The figure logged under a clause; None while it has none."""
        return self.clauses[measure].read(self.entries.get(measure, ()))

    def failing(self, condition: "Condition") -> Figure | None:
        """The figure for which a condition holds that costs points; None where it does not hold, or need not in the end."""
        figure = self.figure(condition.measure)
        if figure is None or not condition.holds(figure):
            return None
        return None if condition.measure in self.undue and not condition.is_up else figure


class Example(Declared):
    """A worked example: events in, points out."""

    given: tuple[Mapping[str, Any], ...] = ()
    members: tuple[Text, ...] = ()
    unassessed: Flag = False
    scores: Number | None = None
    part: Number | None = None
    item: Number | None = None
    dimension: Number | None = None
    vetoed: Flag | None = None
    # the code of the problem by which such an entry is refused
    refused: Text | None = None
    note: Text | None = None


class Condition(Bounded):
    """A test of the figure of a clause."""

    measure: Text


class Surroundings(NamedTuple):
    """What the checks know of the place a rule stands in: the rubric's words, every clause, the rules of its node, the floor and
    what the node is worth.
    """

    words: Vocabulary
    clauses: Mapping[str, Loggable]
    rules: Sequence["Rule"]
    floor: Decimal | None
    worth: Decimal


class Rule(Loggable):
    """评分规则: how the events of a clause are priced. An entry that is dated may have to pass gates before it counts: a level, a
    status, a verifying body.

    `level_words`: other words for a level that hold under this clause alone. `body_presumed`: where nobody is named, the
    verifying body is taken to have been the one that the clause names. `evidence_expected`: an entry without evidence is asked
    about; it counts all the same.
    """

    does: ClassVar[Does]

    kind: str
    examples: tuple[Example, ...] = ()
    from_level: Text | None = None
    level_words: Mapping[str, Text] | None = None
    upheld_only: Flag = False
    verified_by: Text | None = None
    body_presumed: Flag = False
    evidence_expected: Flag = False

    @cached_property
    def scale(self) -> Scale | None:
        """How it measures; None where it measures nothing."""
        return next(iter(self.scales), None)

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The scales that are given: one, or there is something wrong with the rule."""
        given = [getattr(self, name) for name in type(self).model_fields]
        return tuple([each for each in given if isinstance(each, Scale)])

    @property
    def source(self) -> str:
        """The clause whose entries the rule prices: its own, or the measure it is fed by."""
        return (self.scale.source if self.scale is not None else None) or self.id

    @property
    def silent(self) -> bool:
        """Whether it has nothing to say, and is not asked for a price, while nothing is logged under its source."""
        return True

    @property
    def counted(self) -> bool:
        return True

    @property
    def takes_level(self) -> bool:
        """Whether an entry must name a level."""
        return self.from_level is not None or (self.scale is not None and self.scale.takes_level)

    def words(self) -> tuple[str, ...]:
        """The level words an entry may carry beside the rubric's own levels."""
        return self.scale.words() if self.scale is not None else ()

    def references(self) -> Iterator[tuple[str, str]]:
        """Each (field, clause id) by which the rule leans on another clause."""
        if self.scale is not None and self.scale.source is not None:
            yield self.scale.name, self.scale.source

    def dated_form(self) -> Form:
        """The form of an occurrence: its day, what its gates ask for, what its scale asks for."""
        required = ["date", *(["level"] if self.takes_level else []), *self.demanded()]
        return form(*required, optional=("status", "verified_by", "verified_on", *self.permitted()))

    def forms(self) -> tuple[Form, ...]:
        return self.scale.forms(self) if self.scale is not None else (self.dated_form(),)

    def demanded(self) -> Sequence[str]:
        """Further fields that an occurrence must have."""
        return self.scale.demanded() if self.scale is not None else ()

    def permitted(self) -> Sequence[str]:
        """Further fields that an occurrence may have."""
        return self.scale.permitted() if self.scale is not None else ()

    def faults(self, event: Event) -> Iterable[Fault]:
        return self.scale.faults(self, event) if self.scale is not None else ()

    def checks(self, event: Event) -> bool:
        return type(self).faults is not Rule.faults or (self.scale is not None and self.scale.checks(event))

    def single(self, event: Event) -> object:
        return self.scale.single(self, event) if self.scale is not None else None

    def gate_fields(self) -> tuple[str, ...]:
        """The fields that its gates look at, for entries that are no occurrences."""
        return ("status", "verified_by", "verified_on") if self.gated else ()

    @property
    def gated(self) -> bool:
        """Whether it has a gate that an occurrence has to pass."""
        return bool(self.from_level or self.upheld_only or self.verified_by or self.evidence_expected)

    def admit(self, entry: Entry, words: Vocabulary) -> Reason | None:
        event = entry.event
        if self.scale is not None and not self.scale.prices(entry):
            return Reason.UNPRICED_LEVEL
        if self.from_level is not None and words.ranks[entry.level or ""] < words.ranks[self.from_level]:
            return Reason.BELOW_LEVEL
        status, body = event.status, event.verified_by
        if status is Status.DISMISSED:
            return Reason.DISMISSED
        # what another body looks into stays without effect, however it ends
        if self.verified_by is not None and body is not None and not self._accepts(body, words):
            return Reason.WRONG_BODY
        if status is Status.PENDING or (status is None and self.upheld_only):
            return Reason.PENDING
        if self.verified_by is not None and body is None and not self.body_presumed:
            return Reason.WRONG_BODY
        return None

    def _accepts(self, body: str, words: Vocabulary) -> bool:
        return words.bodies.get(body, body) == words.bodies.get(self.verified_by or "", self.verified_by)

    def thresholds(self, measure: str) -> Iterable[Decimal]:
        """The figures of a measure at which the rule changes, other than by steps that all go one way."""
        return self.scale.thresholds() if self.scale is not None and self.scale.source == measure else ()

    def edges(self, measure: str, limits: tuple[Decimal | None, Decimal | None]) -> Iterable[Decimal]:
        """The figures of a measure at which a further step of the rule begins."""
        return self.scale.edges(*limits) if self.scale is not None and self.scale.source == measure else ()

    @abstractmethod
    def price(self, facts: Facts) -> Sequence[Line]:
        """What the counted entries are worth: the lines that say so.

        Of several figures that the rule looks at, each by itself is worth no less than another one or no more, whatever
        the others are (`wuwu.scoring.completion` rests on it).
        """

    def stated(self, around: Surroundings) -> dict[str, object]:
        """What it does, under the names that wordings use, beside what its scale does."""
        return {}

    def lacks(self) -> Iterator[str]:
        """The fields that go missing beside those that are given."""
        return self.scale.lacks(self) if self.scale is not None else iter(())

    def doubts(self, around: Surroundings) -> Doubts:
        """What can hardly be meant: the code and the field."""
        return self.scale.doubts(self, around) if self.scale is not None else iter(())

    def branches(self, around: Surroundings) -> Branches:
        """The branches that its examples should take, beside those of its gates and its scale."""
        return iter(())

    @abstractmethod
    def explain(self, context: PriceContext) -> Iterator[str]:
        """The price in words, clause by clause of one sentence."""

    def explain_gates(self, context: PriceContext) -> Iterator[str]:
        """What an occurrence needs before it counts: a level, being upheld, a verifying body."""
        words = context.words
        for word, level in (self.level_words or {}).items():
            yield words("price.level-word", word=word, level=level)
        verb = words(f"price.verb.{self.does.value}")
        if self.from_level is not None:
            yield words("price.from-level", level=self.from_level, verb=verb)
        if self.upheld_only and self.verified_by is not None:
            yield words("price.upheld-by", body=self.verified_by, verb=verb)
        elif self.upheld_only:
            yield words("price.upheld", verb=verb)
        elif self.verified_by is not None:
            code = "price.body-presumed" if self.body_presumed else "price.verified-by"
            yield words(code, body=self.verified_by, verb=verb)
        if self.evidence_expected:
            yield words("price.evidence-expected")

    def sample(self) -> dict[str, str]:
        """Values of an entry that counts."""
        return self.scale.sample() if self.scale is not None else {}


class AmountRule(Rule):
    """A rule that gives, takes off or adds what its scale measures."""

    sign: ClassVar[int]

    @property
    def ceiling(self) -> Decimal | None:
        """What holds all that it measures together; None where nothing does."""
        return None

    def price(self, facts: Facts) -> Sequence[Line]:
        """What was measured, then each limit that bites as a line of its own."""
        scale = self.scale
        amount = scale.amount(self, facts) if scale is not None else None
        return () if scale is None or amount is None else self.lines_of(amount, scale.name)

    @cached_property
    def signature(self) -> tuple[str, str, int, Decimal | None]:
        """What its lines say of it: its id and kind, whether it gives or takes, its ceiling. Kept, as every log asks for it."""
        return self.id, self.kind, self.sign, self.ceiling

    def lines_of(self, amount: Measured, scale: str) -> list[Line]:
        """The line of an amount and those of its limits."""
        name, kind, sign, cap = self.signature
        points, events, word, figures, limits, left = amount
        moved = points if sign > 0 else -points
        waits = None if left is None else Unassessed(name, left)
        lines = [Line(kind, name, name, moved, events, f"{kind}.{word}", figures, waits, scale)]
        for limit in limits:
            back = limit.points if sign < 0 else -limit.points
            lines.append(Line(limit.kind, None, name, back, limit.events, limit.kind, limit.figures))
            points -= limit.points
        if cap is not None and points > cap:
            lines.append(Line("cap", None, name, sign * (cap - points), (), "cap", {"cap": cap, "total": points}))
        return lines

    @property
    def most(self) -> Decimal | None:
        """The most that it can move; None where nothing limits it."""
        limits = [self.ceiling, self.scale.most() if self.scale is not None else None]
        return min([each for each in limits if each is not None], default=None)


class CappedRule(AmountRule):
    """A rule beside the points of its row. `cap`: 累计不超过N分."""

    cap: Number | None = None

    @property
    def ceiling(self) -> Decimal | None:
        return self.cap

    def stated(self, around: Surroundings) -> dict[str, object]:
        return {"cap": self.cap}

    def doubts(self, around: Surroundings) -> Doubts:
        if self.cap is not None and self.cap <= 0:
            yield "price-not-positive", "cap"
        elif self.cap is not None and (one := self.scale.best() if self.scale is not None else None) and one > self.cap:
            yield "cap-below-bonus", "cap"
        yield from super().doubts(around)

    def branches(self, around: Surroundings) -> Branches:
        if self.cap is not None:
            yield "cap", True


def bounds_on(measure: str, conditions: Iterable[Condition]) -> Iterator[Decimal]:
    """The bounds that conditions set to the figure of a measure."""
    for condition in conditions:
        if condition.measure == measure:
            yield from condition.bounds().values()


def indices(entries: Sequence[Entry]) -> tuple[int, ...]:
    """The places of the entries in the log, as a line names them."""
    if len(entries) == 1:
        return (entries[0].index,)
    return tuple([entry.index for entry in entries])
