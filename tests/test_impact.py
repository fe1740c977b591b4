"""What a rubric edit does to units: every point of difference accounted for, every unit accounted for."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wuwu.api import load_log, load_rubric
from wuwu.comparison.changes import compare_rubrics
from wuwu.comparison.impact import Impact, Lost, assess_impact
from wuwu.log.declared import Log, declare_log
from wuwu.rubric.plan import Plan, compile_document
from wuwu.scoring.scorecard import Standing
from wuwu.source.yaml_reader import parse_document

EXAMPLES = Path(__file__).parent.parent / "examples"
LOGS = [load_log(path) for path in sorted((EXAMPLES / "shizhi").glob("*.yaml"))]
Edit = Callable[[dict[str, Any]], object]


def impact(edit: Edit, logs: list[Log] = LOGS) -> Impact:
    old = load_rubric("shizhi", 2018)
    new = edited(old, edit)
    return assess_impact(old, new, compare_rubrics(old.rubric, new.rubric), logs)


def edited(plan: Plan, edit: Edit) -> Plan:
    data = copy.deepcopy(plan.rubric.document.data)
    edit(data)
    return compile_document(replace(plan.rubric.document, data=data)).require()


def named(data: Any, name: str) -> dict[str, Any]:
    if isinstance(data, dict) and data.get("id") == name:
        return data
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return next((found for each in inside if (found := named(each, name))), {})


def priced(data: dict[str, Any], name: str, price: str) -> None:
    """Another price in the scale of a rule."""
    (scale,) = [each for each in named(data, name).values() if isinstance(each, dict) and "each" in each]
    scale["each"] = price


def log(events: str, *, unit: str = "甲", year: int = 2018, rubric: str = "shizhi", group: str = "一组") -> Log:
    text = f"unit: {unit}\nrubric: {rubric}\nyear: {year}\ngroup: {group}\nevents: [{events}]\n"
    return declare_log(parse_document(text.encode(), f"{unit}.yaml").require()).require()


COMPLAINT = "{clause: D1.投诉, date: 2018-06-02, status: 查实}"


def test_the_same_rubric_does_nothing() -> None:
    same = impact(lambda data: None)
    assert len(same.units) == len(LOGS)
    assert (same.touched, same.unbound, same.skipped) == ((), (), ())


def test_the_clause_that_did_it_is_named() -> None:
    found = impact(lambda data: priced(data, "D1.投诉", "2"))
    assert found.touched
    for unit in found.touched:
        if unit.scored_otherwise:
            assert [effect.clause for effect in unit.clauses] == ["D1.投诉"]
            assert unit.clauses[0].delta == unit.delta < 0


def test_ranks_are_inside_the_group_and_ties_share_one() -> None:
    logs = [
        log(COMPLAINT, unit="甲"),
        log("", unit="乙"),
        log(COMPLAINT, unit="丙"),
        log(COMPLAINT, unit="丁", group="二组"),
    ]
    found = impact(lambda data: priced(data, "D1.投诉", "2"), logs)
    assert [unit.new.rank for unit in found.units] == [2, 1, 2, 1]
    up = impact(lambda data: priced(data, "A5.迟报", "7"), [*logs, log("", unit="戊")])
    assert [unit.old.rank for unit in up.units] == [3, 1, 3, 1, 1]


PRICED = [
    rule.id
    for item in load_rubric("shizhi", 2018).rubric.items()
    for rule in item.all_rules()
    if isinstance(getattr(rule.scale, "each", None), Decimal)
]


@given(
    prices=st.dictionaries(st.sampled_from(PRICED), st.decimals(Decimal("0.1"), 9, places=1), min_size=1, max_size=5),
    unbounded=st.lists(st.sampled_from(["A5", "C3", "D1", "E2"]), max_size=2, unique=True),
)
@settings(max_examples=25, deadline=None)
def test_every_point_of_difference_stands_under_a_clause(prices: dict[str, Decimal], unbounded: list[str]) -> None:
    def edit(data: dict[str, Any]) -> None:
        for name, price in prices.items():
            priced(data, name, str(price))
        for name in unbounded:
            named(data, name)["floor"] = "none"

    for unit in impact(edit).units:
        assert sum(effect.delta for effect in unit.clauses) == unit.delta


def test_a_clause_with_a_new_id_keeps_its_points_under_it() -> None:
    # the log cites the measure; the rule that is renamed is fed by it
    def renamed(data: dict[str, Any]) -> None:
        priced(data, "E1.超额", "2")
        named(data, "E1.超额").update(id="E1.超额加分", cap="9")

    found = impact(renamed)
    effects = [effect for unit in found.touched for effect in unit.clauses]
    assert effects
    assert {effect.clause for effect in effects} == {"E1.超额加分"}
    assert all(effect.old is not None and effect.new is not None for effect in effects)


def test_a_veto_that_comes_or_goes_is_a_change_of_status_with_its_cause() -> None:
    disciplined = log("{clause: F5.处分, date: 2018-06-02, level: 市级, reason: 警告}")
    found = impact(lambda data: named(data, "F5.处分").update(from_level="省级"), [disciplined])
    (unit,) = found.units
    assert (unit.old.card.standing, unit.new.card.standing) == (Standing.VETOED, Standing.PROVISIONAL)
    assert (unit.old.rank, unit.new.rank) == (None, 1)
    assert unit.status_changed
    assert "F5.处分" in unit.causes


def test_a_log_that_no_longer_binds_is_named_with_its_problems_and_the_new_name() -> None:
    def edit(data: dict[str, Any]) -> None:
        named(data, "D1.投诉")["id"] = "D1.举报"

    found = impact(edit, [log(COMPLAINT), log("")])
    (unbound,) = found.unbound
    assert (unbound.lost, [problem.code for problem in unbound.problems]) == (Lost.NEW, ["unknown-clause"])
    assert unbound.renamed == (("D1.投诉", "D1.举报"),)
    assert len(found.units) == 1


def test_a_log_of_the_new_clause_is_of_the_new_rubric_only() -> None:
    def edit(data: dict[str, Any]) -> None:
        named(data, "D1.投诉")["id"] = "D1.举报"

    found = impact(edit, [log(COMPLAINT.replace("投诉", "举报")), log("{clause: Z9.无}")])
    assert [each.lost for each in found.unbound] == [Lost.OLD, Lost.BOTH]


def test_other_tables_and_other_years_are_skipped_aloud() -> None:
    county = load_log(next((EXAMPLES / "xianshiqu").glob("*.yaml")))
    found = impact(lambda data: priced(data, "D1.投诉", "2"), [county, log("", year=2016)])
    assert [each.reason for each in found.skipped] == ["rubric", "year"]
    assert found.units == ()


def test_next_years_table_is_tried_on_this_years_units() -> None:
    def edit(data: dict[str, Any]) -> None:
        data["year"] = "2019"
        priced(data, "D1.投诉", "2")

    found = impact(edit, [log(COMPLAINT)])
    (unit,) = found.units
    assert unit.delta == -1
    assert found.as_year == (2018,)


def test_a_rubric_named_by_its_path_is_known_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "我的表.yaml").write_bytes(load_rubric("shizhi", 2018).rubric.document.raw)
    (tmp_path / "甲.yaml").write_text("unit: 甲\nrubric: ./我的表.yaml\nyear: 2018\nevents: []\n", encoding="utf-8")
    (tmp_path / "乙.yaml").write_text("unit: 乙\nrubric: ./没有.yaml\nyear: 2018\nevents: []\n", encoding="utf-8")
    found = impact(lambda data: None, [load_log(tmp_path / "甲.yaml"), load_log(tmp_path / "乙.yaml")])
    assert ([unit.log.unit for unit in found.units], [each.log.unit for each in found.skipped]) == (["甲"], ["乙"])


@pytest.mark.parametrize("points", ["1", "2"])
def test_the_order_of_the_logs_does_not_matter(points: str) -> None:
    there = impact(lambda data: priced(data, "D1.投诉", points), LOGS)
    back = impact(lambda data: priced(data, "D1.投诉", points), LOGS[::-1])
    assert [unit.new.rank for unit in there.units] == [unit.new.rank for unit in back.units][::-1]
