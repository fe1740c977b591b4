"""The standard, case by case: what an office reads in the official text, against what the rubrics score.

The cases are read from the text on their own, not from the rubrics' examples: they are the second opinion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from wuwu.api import evaluate, load_rubric
from wuwu.diagnostics import Rejected
from wuwu.log.declared import declare_log
from wuwu.rubric.plan import Plan
from wuwu.rubric.readings import apply_alternative
from wuwu.rules.award import Award
from wuwu.rules.lines import ZERO
from wuwu.scoring.scorecard import NodeScore, Scorecard, Span, Standing
from wuwu.source.document import hold_data
from wuwu.source.yaml_reader import parse_document

HERE = Path(__file__).parent
TABLES = ("shizhi", "xianshiqu")
DAY = "06-30"
FIELDS = frozenset(
    {"clause", "given", "members", "scores", "vetoed", "unassessed", "pending", "ignored", "warns", "range"}
    | {"reading", "under", "refused", "note"}
)
Data = dict[str, Any]


@dataclass(frozen=True)
class Case:
    table: str
    number: int
    line: int
    data: Data

    @property
    def clause(self) -> str:
        return str(self.data["clause"])

    def __str__(self) -> str:
        told = "-".join(str(self.data[key]) for key in ("reading", "under", "note") if key in self.data)
        return f"{self.table}:{self.line}-{self.clause}-{told}"


class Book(NamedTuple):
    """The case file of a table."""

    year: str
    dimensions: Mapping[str, str]
    members: list[str]
    perfect: list[Data]
    cases: tuple[Case, ...]


@lru_cache
def book(table: str) -> Book:
    path = HERE / f"{table}_cases.yaml"
    document = parse_document(path.read_bytes(), path.name).require()
    data = document.data
    assert data["table"] == table.partition("-")[0]  # the book of a later edition is named with its year: shizhi-2019
    cases = tuple(
        Case(table, number, document.place(("cases", number)).line or 0, case)
        for number, case in enumerate(data["cases"])
    )
    return Book(data["year"], data["dimensions"], data["members"], data["perfect"], cases)


CASES = [case for table in TABLES for case in book(table).cases]
tables = pytest.mark.parametrize("table", TABLES)


@lru_cache
def plan_of(table: str, reading: str | None = None, alternative: str | None = None) -> Plan:
    plan = load_rubric(table.partition("-")[0], int(book(table).year))
    if alternative is None:
        return plan
    entry = next(each for each in plan.rubric.readings if each.id == reading)
    return apply_alternative(
        plan.rubric, entry, next(each for each in entry.alternatives if each.name == alternative)
    ).require()


def card_of(plan: Plan, year: str, members: list[str], events: list[Data]) -> Scorecard:
    data = {"unit": "某单位", "rubric": plan.rubric.rubric, "year": year, "members": members, "events": events}
    return evaluate(plan, declare_log(hold_data(data, "log.yaml")).require())


def run(case: Case) -> Scorecard:
    pages = book(case.table)
    day = f"{pages.year}-{DAY}"
    given = [{"clause": case.clause, "date": day, **entry} for entry in case.data["given"]]
    plan = plan_of(case.table, case.data.get("reading"), case.data.get("under"))
    about = {case.clause, *(entry["clause"] for entry in given), *fed_by(plan, case.clause)}
    events = [entry for entry in pages.perfect if entry["clause"] not in about] + given
    return card_of(plan, pages.year, case.data.get("members", pages.members), events)


def fed_by(plan: Plan, clause: str) -> set[str]:
    """The measures and counts that feed a clause which takes no entries of its own."""
    rule = plan.clauses[clause].rule
    if rule is None or plan.clauses[clause].forms:
        return set()
    return {rule.source, *(source for _, source in rule.references())}


@lru_cache
def perfect(table: str) -> Scorecard:
    pages = book(table)
    return card_of(plan_of(table), pages.year, pages.members, pages.perfect)


@lru_cache
def scored(table: str) -> tuple[tuple[Case, Scorecard], ...]:
    """Every case of a table that is not refused and stands under the chosen readings, with its card."""
    return tuple(
        (case, run(case)) for case in book(table).cases if "refused" not in case.data and "under" not in case.data
    )


def by_id(card: Scorecard) -> dict[str, NodeScore]:
    return {"total" if score.node.level == "total" else score.node.id: score for score in card.total.walk()}


def own(card: Scorecard, rule: str) -> Decimal:
    return sum([line.points for line in card.total.all_lines() if line.rule == rule], ZERO)


# --- the cases ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_standard(case: Case) -> None:
    says = case.data
    if "refused" in says:
        with pytest.raises(Rejected) as caught:
            run(case)
        assert [problem.code for problem in caught.value.problems] == [says["refused"]]
        assert all(problem.place is not None for problem in caught.value.problems)
        return
    card = run(case)
    got = by_id(card)
    assert {node: got[node].score for node in says["scores"]} == {
        node: Decimal(points) for node, points in says["scores"].items()
    }
    assert_nothing_else_moved(case, card)
    assert bool(card.vetoes) is (says.get("vetoed") == "true")
    assert sorted(each.clause for each in card.unassessed) == sorted(says.get("unassessed", []))
    assert sorted(each.clause for each in card.pending) == sorted(says.get("pending", []))
    assert {each.clause: each.reason.value for each in card.ignored} == says.get("ignored", {})
    assert sorted(warn.code for warn in card.warnings) == sorted(says.get("warns", []))
    if "range" in says:
        low, high = says["range"]
        assert (card.span.low, card.span.high) == (None if low is None else Decimal(low), Decimal(high))


def assert_nothing_else_moved(case: Case, card: Scorecard) -> None:
    """A row that the case does not name is as in the perfect year; what is not named above it is the sum below."""
    named, whole = case.data["scores"], by_id(perfect(case.table))
    for dimension in card.total.children:
        for item in dimension.children:
            if item.node.id not in named:
                assert item.score == whole[item.node.id].score, item.node.id
        if dimension.node.id not in named:
            assert dimension.score == sum([item.score for item in dimension.children], ZERO), dimension.node.id
    if "total" not in named:
        assert card.total.score == sum([dimension.score for dimension in card.total.children], ZERO)


# --- the unit that misses nothing --------------------------------------------------------------------------------


@tables
def test_the_full_marks_unit(table: str) -> None:
    card = perfect(table)
    assert card.standing is Standing.FINAL
    assert card.score == card.reference_score == 100
    assert card.span == Span(Decimal(100), Decimal(100))
    assert (card.pending, card.ignored, card.warnings, card.vetoes) == ((), (), (), ())
    assert [int(dimension.score) for dimension in card.total.children] == [12, 15, 15, 18, 24, 16]
    assert {d.node.id: d.score for d in card.total.children} == {
        dimension: Decimal(points) for dimension, points in book(table).dimensions.items()
    }
    for score in card.total.walk():
        assert score.bonus == 0
        assert score.score == (score.node.points or 0), score.node.id


@tables
def test_every_row_can_lose_all_it_can_lose(table: str) -> None:
    lowest: dict[str, Decimal] = {}
    for _, card in scored(table):
        for score in card.total.walk():
            lowest[score.node.id] = min(score.base, lowest.get(score.node.id, score.base))
    for item in plan_of(table).rubric.items():
        if item.floor is None:  # 扣分不设下限
            assert lowest[item.id] < 0, item.id
        else:
            assert lowest[item.id] == 0, item.id
        for part in item.parts:
            assert lowest[part.id] == 0, part.id


# --- nothing of the tables is left without a case ----------------------------------------------------------------


@tables
def test_every_clause_has_a_case_of_its_own_that_moves_points(table: str) -> None:
    plan, whole = plan_of(table), perfect(table)
    moved = {case.clause for case, card in scored(table) if _moves(plan, case, card, whole)}
    assert moved == set(plan.clauses)


def _moves(plan: Plan, case: Case, card: Scorecard, whole: Scorecard) -> bool:
    rule = plan.clauses[case.clause].rule
    if card.vetoes or rule is None:
        return bool(card.vetoes) or card.reference_score != whole.reference_score
    if isinstance(rule, Award) and rule.measured_by in plan.counted:
        return own(card, rule.id) > 0  # points that a count below takes back: nothing can withhold them
    return own(card, rule.id) != own(whole, rule.id)


@tables
def test_every_reading_has_a_case_of_its_own(table: str) -> None:
    told = {case.data["reading"] for case in book(table).cases if "reading" in case.data}
    assert told == {reading.id for reading in plan_of(table).rubric.readings}


def test_the_readings_are_numbered_through() -> None:
    recorded = {reading.id for table in TABLES for reading in plan_of(table).rubric.readings}
    assert recorded == {f"R{number:02}" for number in range(1, 53)}


@tables
def test_every_alternative_that_can_be_run_has_a_case_that_it_changes(table: str) -> None:
    executable = {
        (reading.id, alternative.name)
        for reading in plan_of(table).rubric.readings
        for alternative in reading.alternatives
        if alternative.patch is not None
    }
    told = set()
    for case in book(table).cases:
        if "under" in case.data:
            chosen = {key: value for key, value in case.data.items() if key != "under"}
            if by_score(run(case)) != by_score(run(Case(case.table, case.number, case.line, chosen))):
                told.add((case.data["reading"], case.data["under"]))
    assert told == executable


def by_score(card: Scorecard) -> dict[str, Decimal | None]:
    return {node: score.score for node, score in by_id(card).items()} | {"official": card.score}


@tables
def test_the_case_file_says_nothing_that_is_not_read(table: str) -> None:
    def strangers() -> Iterator[tuple[int, str]]:
        for case in book(table).cases:
            yield from ((case.line, key) for key in case.data if key not in FIELDS)
            if ("refused" in case.data) == ("scores" in case.data):
                yield case.line, "scores"

    assert list(strangers()) == []
