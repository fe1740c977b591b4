"""Who stands where: ties, groups, vetoes, ranges, and what a group has in common."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wuwu.api import evaluate, load_rubric
from wuwu.log.declared import declare_log
from wuwu.messages import Words
from wuwu.report.ranking.tables import tabulate
from wuwu.rules.award import Award
from wuwu.scoring.scorecard import Span, Standing
from wuwu.source.yaml_reader import parse_document
from wuwu.units.ranking import ClauseLoss, GroupRanking, Spread, Ties, rank, rounded
from wuwu.units.summary import (
    Denial,
    DimensionHead,
    DimensionResult,
    RubricHead,
    UnitLoss,
    UnitResult,
    describe,
    summarize,
)

HEAD = RubricHead("r", "标准", 2018, "r.yaml", "0", Decimal(10), False, (DimensionHead("A", "甲", Decimal(10)),))


def result(
    unit: str,
    score: str,
    low: str | None = "",
    high: str = "",
    group: str | None = None,
    head: RubricHead = HEAD,
    vetoed: bool = False,
    as_of: date | None = None,
) -> UnitResult:
    total = Decimal(score)
    span = Span(None if low is None else Decimal(low or score), Decimal(high or score), denied=low is None)
    settled = span.low == span.high
    standing = Standing.VETOED if vetoed else Standing.FINAL if settled else Standing.PROVISIONAL
    return UnitResult(
        path=f"{unit}.yaml",
        unit=unit,
        group=group,
        rubric=head,
        standing=standing,
        score=None if vetoed else total,
        reference_score=total,
        span=span,
        grade=None,
        grade_range=(None, None),
        as_of=as_of,
        dimensions=(DimensionResult(total, Decimal(0)),),
        bonus=Decimal(0),
        unassessed=0,
        pending=int(not settled),
        warnings=0,
        vetoes=(Denial("A.否决", (), ("count", "")),) if vetoed else (),
        losses=(UnitLoss("A.扣", Decimal(-1)),),
        returned=Decimal("0.5"),
    )


def places(group: GroupRanking) -> list[tuple[int, str, bool]]:
    return [(each.rank, each.result.unit, each.tied) for each in group.ranked]


@pytest.mark.parametrize(("ties", "ranks"), [("competition", [1, 2, 2, 4]), ("dense", [1, 2, 2, 3])])
def test_ties_share_a_rank(ties: Ties, ranks: list[int]) -> None:
    units = [result("丁", "7"), result("甲", "9"), result("丙", "8.0"), result("乙", "8")]
    (group,) = rank(units, ties=ties).groups
    names = ["甲", "丙", "乙", "丁"]
    assert places(group) == list(zip(ranks, names, [False, True, True, False], strict=True))


def test_groups_and_rubrics_stand_apart_and_count_from_one() -> None:
    other = HEAD._replace(id="s")
    newer = HEAD._replace(year=2019)
    units = [
        result("甲", "9", group="乙组"),
        result("乙", "8", group="甲组"),
        result("丙", "7"),
        result("丁", "6", group="乙组"),
        result("戊", "5", head=other),
        result("己", "4", head=newer),
    ]
    groups = rank(units).groups
    assert [(each.rubric.id, each.rubric.year, each.group) for each in groups] == [
        ("r", 2019, None),
        ("r", 2018, None),
        ("r", 2018, "乙组"),
        ("r", 2018, "甲组"),
        ("s", 2018, None),
    ]
    assert all(each.ranked[0].rank == 1 for each in groups)


def test_a_group_in_two_spellings_is_one_and_a_remark_shows_them() -> None:
    units = [
        result("甲", "9", group="局属单位(一)"),
        result("乙", "8", group="局属单位（一）"),
        result("丙", "7", group="局属单位 （一）"),
        result("丁", "6", group="局属单位（一）"),
        result("戊", "5", group="局属单位（二）"),
    ]
    for some in (units, units[::-1]):
        ranking = rank(some)
        assert [(each.group, len(each.ranked)) for each in ranking.groups] == [
            ("局属单位（一）", 4),
            ("局属单位（二）", 1),
        ]
        first, second = tabulate(ranking, Words("zh"))
        assert first.remarks[1] == (
            "组别局属单位 （一）、局属单位(一)、局属单位（一）只是写法不同"
            "（空格、全角半角、引号、括号、横线或者看不见的字符），按同一个组排名"
        )
        assert len(second.remarks) == len(first.remarks) - 1


def test_a_vetoed_unit_has_no_rank_and_takes_none_from_others() -> None:
    (group,) = rank([result("甲", "9"), result("乙", "20", vetoed=True), result("丙", "8")]).groups
    assert places(group) == [(1, "甲", False), (2, "丙", False)]
    assert [each.unit for each in group.vetoed] == ["乙"]
    assert group.spreads()[-1].highest == 9


def test_a_group_of_vetoed_units_only() -> None:
    (group,) = rank([result("甲", "9", vetoed=True)]).groups
    assert (group.ranked, group.spreads()) == ((), ())


def test_overlapping_ranges_are_told() -> None:
    units = [result("甲", "9"), result("乙", "8", "7", "9.5"), result("丙", "6"), result("丁", "5", None, "5.5")]
    (group,) = rank(units).groups
    assert [(each.result.unit, each.best, each.worst, each.unsettled) for each in group.ranked] == [
        ("甲", 1, 2, True),
        ("乙", 1, 2, True),
        ("丙", 3, 3, False),
        ("丁", 4, None, True),
    ]


def test_ranges_that_only_touch_make_a_tie_possible_and_nothing_worse() -> None:
    (group,) = rank([result("甲", "9"), result("乙", "8", "8", "9")]).groups
    assert [(each.best, each.worst) for each in group.ranked] == [(1, 1), (1, 2)]


spans = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=4)


@settings(max_examples=80, deadline=None)
@given(spans)
def test_best_and_worst_are_what_the_extremes_of_all_ranges_leave(ranges: list[tuple[int, int, int]]) -> None:
    units = [
        result(str(number), str(score), str(score - down), str(score + up))
        for number, (score, down, up) in enumerate(ranges)
    ]
    (group,) = rank(units).groups
    for each in group.ranked:
        seen = set()
        others = [other for other in units if other is not each.result]
        for own in each.result.span[:2]:
            for ends in itertools.product(*(other.span[:2] for other in others)):
                seen.add(1 + sum(end > own for end in ends if end is not None and own is not None))
        assert (min(seen), max(seen)) == (each.best, each.worst)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=4))
def test_under_dense_ranks_only_different_scores_stand_between(ranges: list[tuple[int, int, int]]) -> None:
    units = [
        result(str(number), str(score), str(score - down), str(score + up))
        for number, (score, down, up) in enumerate(ranges)
    ]
    (group,) = rank(units, ties="dense").groups
    for each in group.ranked:
        seen = set()
        others = [other for other in units if other is not each.result]
        # quarters beside the whole points, so that every open range can come to a score of its own
        steps = [_steps(other.span, number) for number, other in enumerate(others, 1)]
        for own in each.result.span[:2]:
            for scores in itertools.product(*steps):
                seen.add(1 + len({score for score in scores if own is not None and score > own}))
        assert (min(seen), max(seen)) == (each.best, each.worst)


def _steps(span: Span, number: int) -> list[Decimal]:
    assert span.low is not None
    assert span.high is not None
    whole = [span.low + step for step in range(int(span.high - span.low) + 1)]
    return [*whole, span.high - Decimal(number) / 64] if span.high > span.low else whole


def test_spreads_are_exact() -> None:
    (group,) = rank([result("甲", "9"), result("乙", "8.5"), result("丙", "8")]).groups
    assert group.spreads()[0] == Spread(Decimal(9), Decimal(8), Fraction(17, 2), Fraction(17, 2))
    (group,) = rank([result("甲", "9"), result("乙", "8"), result("丙", "8"), result("丁", "0.5")]).groups
    assert group.spreads()[0] == Spread(Decimal(9), Decimal("0.5"), Fraction(51, 8), Fraction(8))


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Fraction(1, 3), "0.33"),
        (Fraction(1, 200), "0.01"),
        (Fraction(-1, 200), "-0.01"),
        (Fraction(5, 2), "2.5"),
        (Fraction(-1, 1000), "0"),
        (Fraction(-201, 200), "-1.01"),
    ],
)
def test_means_are_rounded_half_up_away_from_zero(figure: Fraction, text: str) -> None:
    assert rounded(figure) == Decimal(text)


@pytest.mark.parametrize(
    ("name", "short"),
    [("比学习,创一流素质", "比学习"), ("比学习 ，创", "比学习"), ("比学习", "比学习"), ("，创", "，创")],
)
def test_the_short_name_of_a_dimension_stands_before_the_comma(name: str, short: str) -> None:
    assert DimensionHead("A", name, Decimal(10)).short_name == short


def test_losses_add_up_over_the_units() -> None:
    (group,) = rank([result("甲", "9"), result("乙", "8", vetoed=True)]).groups
    assert group.losses() == (ClauseLoss("A.扣", Decimal(-2), 2),)
    assert group.returned == 1


def test_what_is_lost_and_won_and_given_back_explains_the_score() -> None:
    plan = load_rubric("shizhi", 2018)
    raw = """unit: 甲
rubric: shizhi
year: 2018
events:
  - {clause: A1.实施方案, finding: 符合}
  - {clause: A2.主体责任, finding: 不符合}
  - {clause: A5.迟报, date: 2018-04-10, count: 9}
  - {clause: D4.投诉, date: 2018-04-10, status: 查实, count: 3}
  - {clause: A7.宣传推介, date: 2018-07-02, level: 省级, subject: 社保卡}
"""
    card = evaluate(plan, declare_log(parse_document(raw.encode(), "甲.yaml").require()).require())
    summed = summarize(card, describe(plan.rubric))
    lost = {each.clause: each.points for each in summed.losses}
    assert lost["A2.主体责任"] == -2
    assert lost["A5.迟报"] == Decimal("-4.5")
    assert "A3.部署会" not in lost  # not assessed yet is not lost
    awards = {
        name: clause.declared.points for name, clause in plan.clauses.items() if isinstance(clause.declared, Award)
    }
    still_open = sum(awards.get(each.clause, each.points) for each in card.unassessed)
    explained = plan.rubric.points + sum(lost.values()) + summed.returned + summed.bonus - still_open
    assert explained == card.total.score
