"""得分单: the answer, a score and its whole working. What the engine leaves behind, what every report reads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from wuwu.log.binding import BoundLog
from wuwu.rubric.plan import Node
from wuwu.rules.kind import Reason
from wuwu.rules.lines import Line, Unassessed
from wuwu.scoring.completion import Entries, Matter, Undue

if TYPE_CHECKING:
    from wuwu.scoring.self_assessment import SelfAssessment


class Standing(StrEnum):
    """How far the score is settled."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    VETOED = "vetoed"


class NodeScore(NamedTuple):
    """A node with its working: lines and children's scores add up to the score, and so do base and bonus."""

    node: Node
    base: Decimal
    bonus: Decimal
    score: Decimal
    lines: tuple[Line, ...]
    children: tuple[NodeScore, ...]

    def walk(self) -> list[NodeScore]:
        """The node and everything under it, in the order of the table."""
        found = [self]
        for child in self.children:
            found += child.walk()
        return found

    def all_lines(self) -> list[Line]:
        """Every line of the node and of what is under it."""
        found = [*self.lines]
        for child in self.children:
            found += child.all_lines()
        return found


class Span(NamedTuple):
    """The lowest and highest score once everything open is settled, None where nothing bounds it (上不封顶).

    `denied`: a veto is pending, which leaves no lowest score.
    """

    low: Decimal | None
    high: Decimal | None
    denied: bool = False


class Stake(NamedTuple):
    """How many points an open clause can still take, and how many it can bring; None where nothing bounds it."""

    loss: Decimal | None
    gain: Decimal | None


class Open(NamedTuple):
    """What is open: the entries that were scored without it, what is not due yet, and every open matter."""

    entries: Entries
    undue: Undue
    matters: tuple[Matter, ...]


class Pending(NamedTuple):
    """An event whose status is still open."""

    clause: str
    event: int


class Ignored(NamedTuple):
    """An event that moves no number, and why."""

    clause: str
    event: int
    reason: Reason


class Warn(NamedTuple):
    """Something a person should look at; it changes no number."""

    code: str
    figures: Mapping[str, object]
    events: tuple[int, ...]


class Scorecard(NamedTuple):
    """The answer for one unit. `score` is None for a vetoed unit; `total.score` is then only the reference score."""

    bound: BoundLog
    standing: Standing
    total: NodeScore
    span: Span
    vetoes: tuple[Line, ...]
    unassessed: tuple[Unassessed, ...]
    pending: tuple[Pending, ...]
    ignored: tuple[Ignored, ...]
    warnings: tuple[Warn, ...]
    as_of: date | None
    """The day on which an interim answer (阶段性) stands; None where all is due and nothing was left out."""
    open: Open
    gradings: tuple[Line, ...]
    """What limits the grade of the unit, or keeps it from an honour: events, conditions, minima that are not reached."""
    grade: str | None
    """The grade of the unit, where the rubric names grades."""
    grades: tuple[str | None, str | None]
    """The grade at the lowest and that at the highest end of the range."""
    self_assessment: SelfAssessment | None = None
    """自评 beside it, where the unit has one."""

    @property
    def score(self) -> Decimal | None:
        """The official score; None where it is denied."""
        return None if self.vetoes else self.total.score

    @property
    def reference_score(self) -> Decimal:
        """参考分: the computed total, whatever is denied."""
        return self.total.score

    @property
    def grade_range(self) -> tuple[str | None, str | None]:
        """The lowest and the highest grade that is left open; None where there is none."""
        return (None, None) if self.vetoes and self.grade is None else self.grades

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings that this score rests on: those that concern what moved it, bounded it or is still open."""
        touched = {line.rule for line in self.vetoes} | {each.clause for each in self.unassessed}
        touched |= {each.clause for each in self.pending} | {each.clause for each in self.ignored}
        for score in self.total.walk():
            for line in score.lines:
                if _rests_on_a_reading(line):
                    touched |= {line.rule, score.node.id if line.clause is None else line.rule}
            if score.base < 0 and score.node.level in {"part", "item"}:
                touched.add(score.node.id)  # nothing stopped the deductions
        return tuple(r.id for r in self.bound.plan.rubric.readings if not r.clauses or touched.intersection(r.clauses))


def _rests_on_a_reading(line: Line) -> bool:
    """An award that is met, and a count that is full, are as the text says; anything else may hang on how it is read."""
    if line.kind == "award":
        return line.word not in {"award-met", "award-counted"}
    return bool(line.points) or line.scale not in {"missing", "band"}
