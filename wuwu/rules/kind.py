"""What every rule kind is: declared fields, the log fields its clause takes, which events count, and a price."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, NamedTuple

from wuwu.rules.lines import Does, Line
from wuwu.schema.event import Event, Status
from wuwu.schema.models import Declared
from wuwu.schema.scalars import Flag, Number, Text, Texts


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


class Vocabulary(NamedTuple):
    """The words of one rubric: the rank and the own name of every level word, the own name of every verifying body."""

    ranks: Mapping[str, int]
    levels: Mapping[str, str]
    bodies: Mapping[str, str]


class Loggable(Declared):
    """What a log entry may cite, a rule or a measure: how its entries are filled in and what makes one wrong."""

    # whether `faults` looks at no more than an entry's words and which fields it has; then one is asked for all alike
    faults_by_words: ClassVar[bool] = False

    id: Text
    quote: Texts = ()
    notes: Texts = ()

    def forms(self) -> tuple[Form, ...]:
        """How an entry may be filled in; none where the clause is fed by others."""
        return ()

    def faults(self, event: Event) -> Iterable[Fault]:
        """What is wrong with an entry whose fields are the right ones."""
        return ()

    def single(self, event: Event) -> object:
        """What no other entry of the clause may share with this one; None where any number may be alike."""
        return None

    def admit(self, entry: Entry, words: Vocabulary) -> Reason | None:
        """Why this entry moves nothing, or None where it counts: by its level, its status and who verified it."""
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What a rule may look at when it prices.

    `entries`: those that count, by clause. `members`: 班子成员. `counted`: the clauses counted from 0.
    `not_applicable`: the clauses that 不适用 settles. `assumed`: the clauses taken as met, though nobody settled them yet.
    `as_of`: the day of an interim answer, None where all is due; `undue`: the counts that may still grow after that day, so
    that what is missing from them costs nothing.
    """

    entries: Mapping[str, Sequence[Entry]]
    members: tuple[str, ...]
    counted: frozenset[str]
    not_applicable: frozenset[str]
    assumed: frozenset[str] = frozenset()
    as_of: date | None = None
    undue: frozenset[str] = frozenset()

    def figure(self, measure: str) -> Decimal | int | None:
        """The figure logged under a share or an activity measure; None while a share has none."""
        entries = self.entries.get(measure, ())
        if measure in self.counted:
            return sum([entry.count for entry in entries])
        return entries[0].event.value if entries else None

    def failing(self, condition: "Condition") -> Decimal | int | None:
        """The figure for which a condition holds that costs points; None where it does not hold, or need not in the end."""
        figure = self.figure(condition.measure)
        if figure is None or not condition.holds(figure):
            return None
        return None if condition.measure in self.undue and condition.ends else figure


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


class Condition(Declared):
    """A test of a measured figure: at_least and at_most include their bound (以上、以下), above and below do not."""

    measure: Text
    at_least: Number | None = None
    above: Number | None = None
    at_most: Number | None = None
    below: Number | None = None

    def bounds(self) -> dict[str, Decimal]:
        """The bounds that are given, by the name of their field, lower ones first."""
        named = {"at_least": self.at_least, "above": self.above, "at_most": self.at_most, "below": self.below}
        return {name: bound for name, bound in named.items() if bound is not None}

    @property
    def ends(self) -> bool:
        """Whether it holds no more once the figure has grown enough."""
        return self.at_most is not None or self.below is not None

    def holds(self, figure: Decimal | int) -> bool:
        """Whether the figure meets every bound that is given."""
        return (
            (self.at_least is None or figure >= self.at_least)
            and (self.above is None or figure > self.above)
            and (self.at_most is None or figure <= self.at_most)
            and (self.below is None or figure < self.below)
        )


class Rule(Loggable):
    """评分规则: how the events of a clause are priced."""

    does: ClassVar[Does]

    kind: str
    examples: tuple[Example, ...] = ()

    @property
    def source(self) -> str:
        """The clause whose entries the rule prices: its own, or the measure it is fed by."""
        return self.id

    @property
    def silent(self) -> bool:
        """Whether it has nothing to say, and is not asked for a price, while nothing is logged under its source."""
        return True

    def words(self) -> tuple[str, ...]:
        """The level words an entry may carry beside the rubric's own levels."""
        return ()

    def references(self) -> Iterator[tuple[str, str]]:
        """Each (field, clause id) by which the rule leans on another clause."""
        return iter(())

    def thresholds(self, measure: str) -> Iterable[Decimal]:
        """The figures of a measure at which the rule changes, other than by steps that all go one way."""
        return ()

    @abstractmethod
    def price(self, facts: Facts) -> Sequence[Line]:
        """What the counted entries are worth: the lines that say so.

        Of several figures that the rule looks at, each by itself is worth no less than another one or no more, whatever
        the others are (`wuwu.scoring.completion` rests on it).
        """


class DatedRule(Rule):
    """A rule over dated occurrences that may demand a level, a status or a verifying body before one counts.

    `level_words`: other words for a level that hold under this clause alone. `body_presumed`: where nobody is named, the
    verifying body is taken to have been the one that the clause names. `evidence_expected`: an entry without evidence is asked
    about; it counts all the same.
    """

    from_level: Text | None = None
    level_words: Mapping[str, Text] | None = None
    upheld_only: Flag = False
    verified_by: Text | None = None
    body_presumed: Flag = False
    evidence_expected: Flag = False

    @property
    def takes_level(self) -> bool:
        """Whether an entry must name a level."""
        return self.from_level is not None

    def forms(self) -> tuple[Form, ...]:
        required = ["date", *(["level"] if self.takes_level else []), *self.demanded()]
        return (form(*required, optional=("status", "verified_by", "verified_on", *self.permitted())),)

    def demanded(self) -> Sequence[str]:
        """Further fields that an entry must have."""
        return ()

    def permitted(self) -> Sequence[str]:
        """Further fields that an entry may have."""
        return ()

    def admit(self, entry: Entry, words: Vocabulary) -> Reason | None:
        event = entry.event
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
