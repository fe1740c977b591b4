"""What was lost: one figure per row and clause, whoever reports it."""

from __future__ import annotations

from decimal import Decimal

from tests.scored import score
from wuwu.scoring.losses import Cause, find_losses
from wuwu.scoring.scorecard import Scorecard
from wuwu.units.ranking import rank
from wuwu.units.summary import describe, summarize


def causes(card: Scorecard, row: str) -> dict[str, Decimal]:
    found = [loss for loss in find_losses(card) if loss.node.id == row]
    return {cause.clause or cause.kind: cause.points for loss in found for cause in loss.causes}


def test_the_limits_inside_a_clause_count_with_the_clause() -> None:
    """两个黄牌、一个撤销：各种只算一次，取重，共扣16分；不是先扣22分再退6分。"""
    card = score(
        "clause: D6.处罚, date: 2018-03-01, level: 黄牌警告, subject: 甲称号",
        "clause: D6.处罚, date: 2018-04-01, level: 黄牌警告, subject: 乙称号",
        "clause: D6.处罚, date: 2018-05-01, level: 撤销荣誉称号, subject: 丙称号",
    )
    assert causes(card, "D6")["D6.处罚"] == -16
    (group,) = rank([summarize(card, describe(card.bound.plan.rubric))]).groups
    assert {each.clause: each.points for each in group.losses()}["D6.处罚"] == -16


def test_what_a_floor_gave_back_is_no_loss() -> None:
    card = score("clause: A5.缺报, date: 2018-03-01, count: 3")
    assert causes(card, "A5") == {"A5.缺报": Decimal(-3), "floor": Decimal(1)}
    assert [loss.points for loss in find_losses(card) if loss.node.id == "A5"] == [2]


def test_an_award_not_given_is_lost_and_one_that_is_open_is_not() -> None:
    assert causes(score("clause: A1.实施方案, finding: 不符合"), "A1") == {"A1.实施方案": Decimal(-2)}
    assert causes(score(), "A1") == {}


def test_a_bonus_makes_up_for_no_loss() -> None:
    bonus = "clause: E7.表彰奖励, date: 2018-05-01, level: 市级, subject: 先进集体, evidence: 岳政发〔2018〕1号"
    with_bonus, without = score(bonus), score()
    assert causes(with_bonus, "E7") == causes(without, "E7")


def test_a_dimension_as_a_whole_is_a_row_of_its_own() -> None:
    card = score("clause: C6.优秀率, value: 80")
    (whole,) = [loss for loss in find_losses(card) if loss.node.level == "dimension"]
    assert whole.causes == (Cause("C6.评价较差", "", -whole.points),)
