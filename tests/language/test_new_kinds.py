"""What a new kind or scale has to say is little: every other question about it has an answer already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, ClassVar

import pytest

from wuwu.rules.award import Award
from wuwu.rules.deduction import Deduction
from wuwu.rules.kind import AmountRule, Facts, Loggable, Rule
from wuwu.rules.lines import Does, Line
from wuwu.rules.measure import Activity, Amount
from wuwu.rules.price_context import PriceContext
from wuwu.rules.scale import Measured, Scale
from wuwu.schema.event import Event

EVENT = Event(clause="A1.甲")


class Flat(Scale):
    """The same points, however often."""

    name: ClassVar[str] = "flat"

    def amount(self, rule: Rule, facts: Facts) -> Measured | None:
        return Measured(Decimal(2), (), "flat", {})

    def explain(self, rule: Rule, context: PriceContext) -> Iterator[str]:
        yield "2"


class Remark(Rule):
    """A rule that moves nothing."""

    does: ClassVar[Does] = Does.GRADE

    def price(self, facts: Facts) -> Sequence[Line]:
        return ()

    def explain(self, context: PriceContext) -> Iterator[str]:
        yield "-"


class Fee(AmountRule):
    """A rule without a limit of its own."""

    does: ClassVar[Does] = Does.DEDUCT
    sign: ClassVar[int] = -1

    def explain(self, context: PriceContext) -> Iterator[str]:
        yield "-"


def test_a_scale_needs_to_measure_and_to_be_worded() -> None:
    scale, rule = Flat(), Deduction.model_validate({"id": "A1.甲", "kind": "deduction"})
    around: Any = None
    assert (
        scale.source,
        scale.counts,
        scale.loses,
        scale.takes_level,
        scale.most(),
        scale.best(),
        scale.best_of_award(),
        scale.independent,
    ) == (*(None, False, False, False, None, None, None, False),)
    assert [tuple(each) for each in (scale.words(), scale.demanded(), scale.permitted(), scale.thresholds())] == [
        ()
    ] * 4
    assert [*scale.faults(rule, EVENT), *scale.lacks(rule), *scale.doubts(rule, around), *scale.edges(None, None)] == []
    assert [*scale.branches(rule, around), *scale.taken(rule, (), (), None), *scale.explain_limits(rule, around)] == []
    assert (scale.single(rule, EVENT), scale.facts(around), scale.sample()) == (None, {}, {})
    assert scale.forms(rule)[0].required == {"clause", "date"}


def test_a_kind_needs_a_price_and_to_be_worded() -> None:
    around: Any = None
    remark = Remark(id="A1.甲", kind="remark")
    assert (remark.stated(around), [*remark.branches(around)], remark.sample()) == ({}, [], {})
    assert remark.forms()[0].takes >= {"date", "status"}
    fee = Fee(id="A1.甲", kind="fee")
    assert (fee.ceiling, fee.most, fee.price(Facts({}, (), {}, frozenset()))) == (None, None, ())


def test_a_clause_that_says_nothing_takes_no_entry() -> None:
    clause = Loggable(id="A1.甲")
    assert (clause.forms(), [*clause.faults(EVENT)], clause.single(EVENT)) == ((), [], None)


class Wordless(Scale):
    """A scale that nobody can explain."""

    name: ClassVar[str] = "wordless"

    def amount(self, rule: Rule, facts: Facts) -> Measured | None:
        return None


@pytest.mark.parametrize("scale", [Scale, Wordless])
def test_a_scale_that_lacks_either_cannot_be_made(scale: Any) -> None:
    with pytest.raises(TypeError, match="explain"):
        scale()


def test_an_occurrence_for_the_record_that_is_left_out_leaves_no_line() -> None:
    record = Activity.model_validate({"id": "A1.记", "figure": "activity", "record": "true"})
    assert record.price(Facts({}, (), {}, frozenset())) == ()


def test_what_may_be_logged_once_and_what_is_the_most() -> None:
    def rule(**scale: Any) -> Deduction:
        return Deduction.model_validate({"id": "A1.甲", "kind": "deduction", **scale})

    assert rule(judged={"at_most": "3"}).single(EVENT) is None
    missing = rule(missing={"required": "4", "each": "2"}).scale
    assert missing is not None
    assert (missing.best(), missing.most()) == (None, Decimal(8))
    summed = rule(missing={"required": "4", "each": "2", "counted": "members", "members": "sum"}).scale
    assert summed is not None
    assert summed.most() is None
    rounding = {"to": "0.1", "by": "half_up"}
    share = rule(proportion={"of": "A1.率", "full": "90", "points": "2", "rounding": rounding}).scale
    assert share is not None
    assert share.best() == 2
    amount = Amount.model_validate({"id": "A1.数", "figure": "amount"})
    assert ([*amount.faults(EVENT)], amount.single(EVENT)) == ([], "")
    award = Award.model_validate({"id": "A1.甲", "kind": "award", "points": "2", "word": {"points": {"好": "2"}}})
    assert award.single(EVENT) == ""


def test_which_prices_by_word_stand_alone() -> None:
    def alone(**word: Any) -> bool:
        scale = Deduction.model_validate(
            {"id": "A1.甲", "kind": "deduction", "word": {"each": {"县级": "1"}, **word}}
        ).scale
        assert scale is not None
        return scale.independent

    assert alone()
    assert not alone(once_per_word="true")
    assert not alone(times="1")
