"""What holds for every log of both tables and of rubrics drawn from all pairs of kind and scale: monotone, order-free, exact,
every line accounted for, the range reached.
"""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.random_logs import Entry, declare, entries_for, logs, taken
from tests.engine.random_rubrics import compile_drawn, rubric_data
from wuwu.api import evaluate, load_rubric
from wuwu.rubric.plan import Plan
from wuwu.rules.award import Award
from wuwu.rules.bonus import Bonus
from wuwu.rules.deduction import Deduction
from wuwu.rules.kind import Rule
from wuwu.rules.lines import ZERO, Does
from wuwu.rules.measure import Share, Target
from wuwu.rules.missing import Missing
from wuwu.rules.occurrence import Counting
from wuwu.rules.veto import Veto
from wuwu.rules.zero import Zero
from wuwu.scoring.scorecard import NodeScore, Scorecard

PLANS = {name: load_rubric(name, 2018) for name in ("shizhi", "xianshiqu")}
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def card_of(plan: Plan, events: list[Entry]) -> Scorecard:
    return evaluate(plan, declare(plan, events))


def scores(card: Scorecard) -> dict[str, Decimal]:
    return {score.node.id: score.score for score in card.total.walk()}


tables = pytest.mark.parametrize("table", list(PLANS))
every_table = pytest.mark.parametrize("table", [*PLANS, "drawn"])


def plan_of(table: str, data: st.DataObject) -> Plan:
    """One of the two tables, or a rubric of its own."""
    return PLANS[table] if table in PLANS else compile_drawn(data.draw(rubric_data()))


def check_sums(score: NodeScore) -> None:
    lines = sum([line.points for line in score.lines], ZERO)
    children = sum([child.score for child in score.children], ZERO)
    assert lines + children == score.score == score.base + score.bonus
    assert all(type(line.points) is Decimal for line in score.lines)
    for child in score.children:
        check_sums(child)


@every_table
@QUICK
@given(data=st.data())
def test_lines_and_children_add_up_at_every_node(table: str, data: st.DataObject) -> None:
    plan = plan_of(table, data)
    check_sums(card_of(plan, data.draw(logs(plan))).total)


@every_table
@QUICK
@given(data=st.data())
def test_the_order_of_the_events_is_irrelevant(table: str, data: st.DataObject) -> None:
    plan = plan_of(table, data)
    events = data.draw(logs(plan))
    turned = data.draw(st.permutations(range(len(events))))
    one, other = card_of(plan, events), card_of(plan, [events[index] for index in turned])
    assert scores(one) == scores(other)
    assert (one.standing, one.span, one.readings) == (other.standing, other.span, other.readings)

    def told(card: Scorecard) -> list[tuple[str, str | None, Decimal]]:
        return [(line.kind, line.rule, line.points) for line in card.total.all_lines()]

    assert told(one) == told(other)


@every_table
@QUICK
@given(data=st.data())
def test_one_more_deduction_zero_or_veto_never_raises_any_node(table: str, data: st.DataObject) -> None:
    plan = plan_of(table, data)
    worse = [
        c.id
        for c in plan.clauses.values()
        if isinstance(c.declared, (Deduction, Zero, Veto)) and not isinstance(c.declared.scale, Missing)
    ]
    events = data.draw(logs(plan))
    strategies = [s for clause in worse if (s := entries_for(plan, clause)) is not None]
    more = data.draw(st.one_of(strategies))
    before, after = card_of(plan, events), card_of(plan, [*events, more])
    for node, score in scores(after).items():
        assert score <= scores(before)[node]
    assert not (before.vetoes and not after.vetoes)


@every_table
@QUICK
@given(data=st.data())
def test_one_more_bonus_never_lowers_any_node(table: str, data: st.DataObject) -> None:
    plan = plan_of(table, data)
    better = [c.id for c in plan.clauses.values() if isinstance(c.declared, Bonus)]
    events = data.draw(logs(plan))
    more = data.draw(st.one_of([s for clause in better if (s := entries_for(plan, clause)) is not None]))
    before, after = scores(card_of(plan, events)), scores(card_of(plan, [*events, more]))
    assert all(after[node] >= before[node] for node in before)


@every_table
@QUICK
@given(data=st.data())
def test_splitting_a_count_changes_nothing(table: str, data: st.DataObject) -> None:
    plan = plan_of(table, data)
    events = data.draw(logs(plan))
    split: list[Entry] = []
    for event in events:
        if event.get("count", 0) > 1:
            split += [{**event, "count": 1}] * event["count"]
        else:
            split.append(event)
    assert scores(card_of(plan, events)) == scores(card_of(plan, split))


@every_table
@QUICK
@given(data=st.data())
def test_a_floored_part_stays_within_0_and_its_points(table: str, data: st.DataObject) -> None:
    plan = plan_of(table, data)
    for score in card_of(plan, data.draw(logs(plan))).total.walk():
        node = score.node
        if node.level in ("part", "item") and node.bounds.floor == 0 and node.points is not None:
            assert 0 <= score.base <= node.points


@every_table
@QUICK
@given(data=st.data())
def test_what_is_pending_dismissed_below_level_or_wrongly_verified_moves_nothing(
    table: str, data: st.DataObject
) -> None:
    plan = plan_of(table, data)
    events = data.draw(logs(plan))
    card = card_of(plan, events)
    idle = {each.event for each in card.pending} | {each.event for each in card.ignored}
    without = card_of(plan, [event for index, event in enumerate(events) if index not in idle])
    assert scores(card) == scores(without)
    assert bool(card.vetoes) == bool(without.vetoes)


@tables
@settings(QUICK, max_examples=150)
@given(data=st.data())
def test_entries_of_one_clause_only_ever_add_to_what_it_does(table: str, data: st.DataObject) -> None:
    """The limits within a clause (subjects, kinds, times, caps): a part of its entries never does more than all of them."""
    plan = PLANS[table]
    dated = [
        c.id
        for c in plan.clauses.values()
        if isinstance(c.declared, (Deduction, Bonus)) and isinstance(c.declared.scale, Counting) and c.forms
    ]
    clause = data.draw(st.sampled_from(dated))
    entries = entries_for(plan, clause)
    assert entries is not None
    rule = plan.clauses[clause].declared
    body = {"verified_by": rule.verified_by} if isinstance(rule, Rule) and rule.verified_by else {}
    drawn = data.draw(st.lists(entries, min_size=1, max_size=5))
    events = [{**event, "status": "查实", **body} for event in drawn]
    sign = 1 if isinstance(rule, Bonus) else -1
    whole = card_of(plan, events)
    for size in range(len(events)):
        for some in itertools.combinations(events, size):
            assert sign * (whole.total.score - card_of(plan, list(some)).total.score) >= 0
    span = card_of(plan, [{**event, "status": "待查"} for event in events]).span
    assert span.high == whole.span.high if sign > 0 else span.low == whole.span.low


@tables
@settings(QUICK, max_examples=30)
@given(data=st.data())
def test_the_range_is_reached_by_brute_force_and_never_passed(table: str, data: st.DataObject) -> None:
    """Settle every open matter of a small log both ways: the range is the lowest and highest of all outcomes."""
    plan = PLANS[table]
    events = data.draw(logs(plan, most=6))
    # settle most awards, so that what stays open can be tried out in full
    judged = [c.id for c in plan.clauses.values() if isinstance(c.declared, Award) and c.forms]
    cited = {event["clause"] for event in events}
    left = data.draw(st.lists(st.sampled_from(judged), max_size=3, unique=True))
    events += [{"clause": c, "finding": "符合"} for c in judged if c not in cited and c not in left]
    targets = [c.id for c in plan.clauses.values() if isinstance(c.declared, Target) and c.id not in cited]
    missing = data.draw(st.booleans())
    events += [{"clause": c, "name": "一", "rate": 100} for c in targets if not missing]
    card = card_of(plan, events)
    open_awards = [each.clause for each in card.unassessed if each.clause in judged]
    outcomes: list[Scorecard] = []
    named = {each.clause for each in card.unassessed}
    figures = [[{"clause": c, "name": "一", "rate": rate} for rate in (0, 160)] for c in targets if c in named]
    figures += [
        [{"clause": m.id, "value": value} for value in (0, 85, 90, 95) if value + taken(plan, m, events) <= 100]
        for m in plan.measures
        if isinstance(m, Share) and m.id in named
    ]
    for findings in itertools.product(["符合", "不符合"], repeat=len(open_awards)):
        for statuses in itertools.product(["查实", "不属实"], repeat=len(card.pending)):
            settled = [dict(event) for event in events]
            settled += [{"clause": c, "finding": f} for c, f in zip(open_awards, findings, strict=True)]
            for pending, status in zip(card.pending, statuses, strict=True):
                event = settled[pending.event]
                event["status"] = status
                rule = plan.clauses[event["clause"]].rule
                if isinstance(rule, Rule) and rule.verified_by:
                    event["verified_by"] = rule.verified_by
            outcomes += [card_of(plan, [*settled, *some]) for some in itertools.product(*figures)]
    totals = [outcome.total.score for outcome in outcomes]
    assert card.span.high == max(totals)
    if card.span.low is None:
        assert any(outcome.vetoes for outcome in outcomes)
        assert not card.vetoes
    else:
        assert card.span.low == min(totals)


@tables
def test_a_log_without_events_scores_its_lowest_and_could_still_rise(table: str) -> None:
    plan = PLANS[table]
    empty = card_of(plan, [])
    assert empty.span.low == empty.total.score - scores(empty)["C"]  # no figure of the poll: it may void the dimension
    assert empty.span.high is not None
    assert empty.span.high > empty.total.score
    open_clauses = {each.clause for each in empty.unassessed}
    for line in empty.total.all_lines():
        if line.word == "award-unassessed":
            assert line.points == 0
            assert line.clause in open_clauses


def test_every_kind_of_effect_is_met_in_these_tables() -> None:
    met = {rule.does for plan in PLANS.values() for c in plan.clauses.values() if (rule := c.rule)}
    assert met == set(Does) - {Does.GRADE}
