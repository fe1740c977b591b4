"""计N分: the points of a part, earned by a finding, or as far as its scale says (好的计10分、较好8分; 得分=率×30)."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, Literal

from wuwu.rules.band import Band
from wuwu.rules.judged import Judged
from wuwu.rules.kind import (
    NOT_APPLICABLE,
    AmountRule,
    Condition,
    Doubts,
    Facts,
    Fault,
    Form,
    Surroundings,
    bounds_on,
    form,
    indices,
)
from wuwu.rules.lines import ZERO, Does, Line, Unassessed
from wuwu.rules.missing import Missing
from wuwu.rules.occurrence import Occurrence
from wuwu.rules.price_context import PriceContext
from wuwu.rules.proportion import Proportion
from wuwu.rules.scale import Branches, Measured, Scale
from wuwu.rules.step import Step
from wuwu.rules.word import WordChoice
from wuwu.schema.event import Event, Finding
from wuwu.schema.scalars import Flag, Number, Text

# named here, as looking a word up in its enumeration costs as much as pricing with it
_UNMET, _NA = Finding.UNMET, Finding.NA


class Award(AmountRule):
    """Points for a condition that a person finds met, that is presumed met, or that a scale or another clause settles.

    `refuted_by` can only refute a 符合 (or a presumption): it never grants one. With a scale, the best outcome is `points`.
    """

    does: ClassVar[Does] = Does.AWARD
    sign: ClassVar[int] = 1

    kind: Literal["award"]
    points: Number
    presumed: Flag = False
    measured_by: Text | None = None
    refuted_by: tuple[Condition, ...] = ()
    occurrence: Occurrence | None = None
    word: WordChoice | None = None
    band: Band | None = None
    step: Step | None = None
    proportion: Proportion | None = None
    missing: Missing | None = None
    judged: Judged | None = None

    @property
    def ceiling(self) -> Decimal | None:
        return self.points

    @property
    def silent(self) -> bool:
        return False

    @property
    def takes_finding(self) -> bool:
        """Whether a person finds it met or unmet."""
        return self.scale is None and self.measured_by is None

    def forms(self) -> tuple[Form, ...]:
        if self.scale is not None:
            own = self.scale.forms(self)
            return own if not own or NOT_APPLICABLE in own else (*own, NOT_APPLICABLE)
        return (form("finding", optional=("decided_by",)),) if self.measured_by is None else ()

    def faults(self, event: Event) -> Iterator[Fault]:
        """不适用 settles full points, so it has to say why."""
        if event.finding is Finding.NA and event.reason is None:
            yield Fault("reason-missing", "finding", {})
        yield from super().faults(event)

    def checks(self, event: Event) -> bool:
        # of its own it asks for no more than the words and fields that are there
        return (self.scale is not None and self.scale.checks(event)) or any(self.faults(event))

    def single(self, event: Event) -> object:
        return self.scale.single(self, event) if self.scale is not None else ""

    def references(self) -> Iterator[tuple[str, str]]:
        yield from super().references()
        if self.measured_by is not None:
            yield "measured_by", self.measured_by
        for condition in self.refuted_by:
            yield "refuted_by", condition.measure

    def thresholds(self, measure: str) -> Iterator[Decimal]:
        yield from super().thresholds(measure)
        yield from bounds_on(measure, self.refuted_by)

    def price(self, facts: Facts) -> Sequence[Line]:
        """The points where met, not applicable or presumed; 0 where unmet, refuted or not yet settled (未评定)."""
        scale, settled_by = self.scale, self.measured_by
        if scale is not None:
            return self._scaled(scale, facts)
        if settled_by is not None:
            return (self._settled_by(settled_by, facts),)
        entries = facts.entries.get(self.id, ())
        finding = entries[0].event.finding if entries else None
        where = indices(entries)
        if finding is _NA:
            return (self._line(self.points, "award-na", where),)
        if finding is _UNMET:
            return (self._line(ZERO, "award-unmet", where),)
        conditions = self.refuted_by
        refuted = self._refuted(facts, where, finding) if conditions else None
        if finding is None and not self.presumed and self.id not in facts.assumed:
            if refuted is not None:
                return (refuted._replace(word="award-unassessed-refuted", open=Unassessed(self.id, ZERO)),)
            return (self._open("award-unassessed", self.id, self.points),)
        if refuted is not None:
            return (refuted,)
        if conditions:
            where += indices([entry for each in conditions for entry in facts.entries.get(each.measure, ())])
        return (self._line(self.points, "award-met" if finding else "award-presumed", where),)

    def _scaled(self, scale: Scale, facts: Facts) -> Sequence[Line]:
        """What the scale measures, up to the points: earned, or (每少一次、每低一个百分点) lost of them."""
        source = scale.source or self.id
        if source in facts.not_applicable:
            return (self._line(self.points, "award-na", indices(facts.entries.get(source, ()))),)
        amount = scale.amount(self, facts)
        if amount is None:
            if self.id in facts.assumed:
                return (self._line(self.points, "award-presumed", ()),)
            word = "award-unassessed" if scale.source is None else "award-unmeasured"
            return (self._open(word, source, self.points, {"measure": source}),)
        full = self.points
        points, events, word, figures, limits, left = amount
        told = {"full": full, **figures}
        if scale.loses:
            lost = told["lost"] = min(points, full)
            points, left = full - lost, None if left is None else lost
        return self.lines_of(Measured(points, events, word, told, limits, left), scale.name)

    def _refuted(self, facts: Facts, where: tuple[int, ...], finding: Finding | None) -> Line | None:
        """The line of an award whose condition fails by the figures, whatever a person found; None where none fails."""
        failing = [
            (each.measure, figure, each, facts.clauses[each.measure].measured_in)
            for each in self.refuted_by
            if (figure := facts.failing(each)) is not None
        ]
        if not failing:
            return None
        seen = where + indices([entry for name, *_ in failing for entry in facts.entries.get(name, ())])
        return self._line(
            ZERO, "award-refuted-found" if finding else "award-refuted", seen, {"failing": tuple(failing)}
        )

    def _settled_by(self, clause: str, facts: Facts) -> Line:
        # what is counted is shown, and cited, by the rule that counts it
        counted = facts.clauses[clause].counted
        entries = facts.entries.get(clause, ()) if not counted else ()
        if clause in facts.not_applicable:
            return self._line(self.points, "award-na", indices(entries))
        if entries or counted:
            return self._line(self.points, "award-counted", indices(entries), {"measure": clause})
        return self._open("award-unmeasured", clause, self.points, {"measure": clause})

    def _open(self, word: str, clause: str, points: Decimal, figures: Mapping[str, object] | None = None) -> Line:
        return self._line(ZERO, word, (), figures)._replace(open=Unassessed(clause, points))

    def _line(
        self, points: Decimal, word: str, events: tuple[int, ...], figures: Mapping[str, object] | None = None
    ) -> Line:
        name, kind, _, full = self.signature
        scale = self.scale
        told = {"full": full} if figures is None else {"full": full, **figures}
        return Line(kind, name, name, points, events, word, told, None, "" if scale is None else scale.name)

    # --- what the checks and the explanations ask ------------------------------------------------------------------

    def stated(self, around: Surroundings) -> dict[str, object]:
        told: dict[str, object] = {"points": self.points}
        if self.scale is not None:
            told["each"] = self.scale.facts(around).get("points")
        counts = [each for each in self.refuted_by if around.clauses[each.measure].counted]
        told["below"] = [each.below for each in self.refuted_by if each.below is not None and each not in counts]
        told["required"] = next((each.below for each in counts), None)
        if isinstance(self.scale, Judged):
            told |= {"most": self.points, "least": self.scale.at_least or ZERO}
        return told

    def doubts(self, around: Surroundings) -> Doubts:
        if self.points <= 0:
            yield "price-not-positive", "points"
        if self.scale is not None:
            yield from self.scale.doubts(self, around)
            best = self.scale.best_of_award()
            if best is not None and best != self.points:
                yield "best-not-points", self.scale.name

    def branches(self, around: Surroundings) -> Branches:
        if self.takes_finding:
            yield from (("met", False), ("unmet", True), ("open", True))
        elif self.scale is None:
            yield from (("met", False), ("open", True))
        elif not self.scale.counts:
            yield "open", True
        for index in range(1, len(self.refuted_by) + 1):
            yield from ((f"condition-at {index}", True), (f"condition-off {index}", True))

    def explain(self, context: PriceContext) -> Iterator[str]:
        words, full = context.words, context.amount(self.points)
        if self.scale is not None:
            yield words("price.award.full", full=full)
            yield from self.scale.explain(self, context)
            yield from self.explain_gates(context)
            yield from self.scale.explain_limits(self, context)
            if not self.scale.counts:
                yield words("price.award.open")
            return
        if self.measured_by is not None:
            source = context.clauses[self.measured_by]
            missing: Missing | None = getattr(source, "missing", None)
            counted = missing.counted if missing is not None and missing.counted != "tasks" else "target"
            yield words(f"price.award.{counted}", full=full, measure=context.name(self.measured_by))
            return
        yield words("price.award.presumed" if self.presumed else "price.award.found", full=full)
        if self.refuted_by:
            code = "price.award.presumed-refuted" if self.presumed else "price.award.refuted"
            yield words(code, conditions=context.conditions(self.refuted_by))
