"""What the entries of a log become under a rubric: in which order, what counts and what does not, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wuwu.api import load_rubric, log_from_data
from wuwu.diagnostics import Problem, Result
from wuwu.log import binding
from wuwu.log.binding import BoundLog, bind
from wuwu.log.entry_checks import name_fields
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.kind import NOT_APPLICABLE, Form, Reason
from wuwu.schema.event import Finding

ROOT = Path(__file__).resolve().parent.parent
SHIZHI, XIANSHIQU = load_rubric("shizhi", 2018), load_rubric("xianshiqu", 2018)
MEMBERS = ["张三", "李四"]
Entry = Mapping[str, Any]


def bound(*events: Entry, plan: Plan = SHIZHI, year: int = 2018, members: list[str] = MEMBERS) -> Result[BoundLog]:
    data = {"unit": "甲", "rubric": plan.rubric.rubric, "year": year, "members": members, "events": list(events)}
    return bind(plan, log_from_data(data))


def late(**fields: Any) -> Entry:
    return {"clause": "A5.迟报", "date": "2018-04-10", **fields}


def told(result: Result[BoundLog]) -> list[str]:
    return [each.code for each in result.problems]


# --- what fits ---------------------------------------------------------------------------------------------------

SAID: Mapping[str, Any] = {
    "date": "2018-04-10", "months": [4], "count": 1, "subject": "甲", "name": "乙", "value": 50, "plan": 10, "actual": 9,
    "rate": 90, "done": True, "points": "0.5", "reason": "丙", "decided_by": "考核办", "member": "张三", "status": "查实",
    "verified_by": "局纪检监察室", "verified_on": "2018-05-01", "case": "丁", "evidence": "戊", "note": "己",
}  # fmt: skip


def entry(clause: Clause, form: Form, fields: frozenset[str]) -> Entry:
    """An entry of a clause with these fields filled in, each with something that holds."""
    words = {"clause": clause.id, "level": next(iter(clause.words), "市级")}
    words["finding"] = "不适用" if form == NOT_APPLICABLE else "符合"
    return {name: words.get(name) or SAID[name] for name in fields}


def forms() -> Iterator[Any]:
    for plan in (SHIZHI, XIANSHIQU):
        for clause in plan.clauses.values():
            for number, form in enumerate(clause.forms):
                yield pytest.param(plan, clause, form, id=f"{plan.rubric.rubric}-{clause.id}-{number}")


@pytest.mark.parametrize(("plan", "clause", "form"), list(forms()))
def test_a_form_is_filled_in_with_what_it_demands_up_to_all_that_it_takes(
    plan: Plan, clause: Clause, form: Form
) -> None:
    assert told(bound(entry(clause, form, form.required), plan=plan)) == []
    full = bound(entry(clause, form, form.takes), plan=plan)
    assert told(full) == []
    if "level" in form.takes and full.value is not None:
        held = [*(each for some in full.value.entries.values() for each in some), *full.value.pending]
        held += [each.entry for each in full.value.ignored]
        assert [each.level for each in held] == [next(iter(clause.words.values()))]
    if form.required > {"clause"}:
        assert told(bound({"clause": clause.id}, plan=plan)) != []
    idle = bound({**entry(clause, form, form.takes), **taken_by_none(clause)}, plan=plan)
    assert set(told(idle)) <= {"idle-field", "field-of-other-form", "finding-not-taken", "missing-reason"}
    assert told(idle) != []


def taken_by_none(clause: Clause) -> Entry:
    """A field that no form of a clause takes, filled in."""
    taken = frozenset[str]().union(*(form.takes for form in clause.forms))
    name = next(each for each in ("value", "rate", "member", "subject") if each not in taken)
    return {name: SAID[name]}


def test_how_alike_entries_fit_is_forgotten_once_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [late(), late(subject="甲"), {"clause": "A5.缺报", "date": "2018-05-01"}, late(), {"clause": "A5.没有"}]
    before = bound(*entries)
    monkeypatch.setattr(binding, "_MOST_FITS", 1)
    assert bound(*entries) == before
    binder = binding.Binder(SHIZHI)
    for _ in range(2):
        for each in entries:
            binder.bind(log_from_data({"unit": "甲", "rubric": "shizhi", "year": 2018, "events": [each]}))
            assert len(binder._fits) == 1


# --- what counts, in which order ---------------------------------------------------------------------------------


def test_what_counts_and_what_does_not() -> None:
    result = bound(
        {"clause": "D1.投诉", "date": "2018-06-02"},
        late(count=3),
        {"clause": "D1.投诉", "date": "2018-06-03", "status": "不属实"},
        {"clause": "E2.通报", "date": "2018-06-04", "level": "县级"},
        {"clause": "A1.实施方案", "finding": "不符合"},
        {"clause": "A2.主体责任", "finding": "符合"},
        {"clause": "A3.部署会", "finding": "不适用", "reason": "新设"},
    )
    assert told(result) == []
    log = result.value
    assert log is not None
    assert [each.index for each in log.pending] == [0]
    assert [(each.entry.index, each.reason) for each in log.ignored] == [(2, Reason.DISMISSED), (3, Reason.BELOW_LEVEL)]
    assert {clause: [(each.index, each.count) for each in some] for clause, some in log.entries.items()} == {
        "A5.迟报": [(1, 3)],
        "A1.实施方案": [(4, 1)],
        "A2.主体责任": [(5, 1)],
        "A3.部署会": [(6, 1)],
    }
    assert dict(log.exceptions) == {"A1.实施方案": Finding.UNMET, "A3.部署会": Finding.NA}
    assert log.not_applicable == {"A3.部署会"}
    assert (log.as_of, log.left_out) == (None, False)


def test_an_award_that_does_not_apply_settles_the_count_that_stands_beside_it() -> None:
    log = bound({"clause": "C3.民主生活", "finding": "不适用", "reason": "新设"}).value
    assert log is not None
    assert log.not_applicable == {"C3.民主生活", "C3.参加组织生活"}
    log = bound(
        {"clause": "C3.民主生活", "finding": "不符合"}, {"clause": "A3.部署会", "finding": "不适用", "reason": "新设"}
    ).value
    assert log is not None
    assert log.not_applicable == {"A3.部署会"}


# of two entries of one day, the one that comes first, whichever was logged first
APART: list[tuple[Entry, Entry]] = [
    ({}, {"subject": "甲"}),
    ({"subject": "甲"}, {"subject": "乙" * 2}),
    ({}, {"case": "1"}),
    ({"case": "1"}, {"case": "2"}),
    ({}, {"note": "一"}),
    ({"note": "一"}, {"note": "二"}),
    ({}, {"reason": "一"}),
    ({"reason": "一"}, {"reason": "二"}),
    ({}, {"evidence": "一"}),
    ({"evidence": ["一"]}, {"evidence": ["一", "二"]}),
    ({"count": 1}, {"count": 2}),
    ({"subject": "一", "note": "二"}, {"subject": "二", "note": "一"}),
    ({"case": "1", "note": "二"}, {"case": "2", "note": "一"}),
    ({"note": "一", "reason": "二"}, {"note": "二", "reason": "一"}),
    ({"reason": "一", "evidence": "二"}, {"reason": "二", "evidence": "一"}),
    ({"evidence": "一", "count": 2}, {"evidence": "二", "count": 1}),
]


def in_order(clause: str, *entries: Entry) -> list[Entry]:
    log = bound(*({"clause": clause, **each} for each in entries)).value
    assert log is not None
    return [entries[each.index] for each in log.entries[clause]]


@pytest.mark.parametrize(("first", "second"), APART)
def test_entries_of_one_day_have_an_order_that_does_not_depend_on_the_log(first: Entry, second: Entry) -> None:
    one, other = ({"date": "2018-04-10", **each} for each in (first, second))
    assert in_order("A5.迟报", one, other) == in_order("A5.迟报", other, one)
    earlier = {"date": "2018-04-09", "note": "三"}
    for three in ((one, other, earlier), (earlier, other, one), (other, earlier, one)):
        assert in_order("A5.迟报", *three) == [earlier, *in_order("A5.迟报", one, other)]


def test_the_words_of_a_clause_its_points_and_its_days_order_its_entries_too() -> None:
    def same(clause: str, *entries: Entry) -> bool:
        return in_order(clause, *entries) == in_order(clause, *entries[::-1])

    day = {"date": "2018-04-10"}
    assert same("E2.通报", {**day, "level": "市级"}, {**day, "level": "省级"})
    judged = {**day, "decided_by": "考核办", "reason": "甲"}
    assert same("C5.资料不完整", {**judged, "points": "0.5"}, {**judged, "points": "0.6"})
    days = [{"date": f"2018-04-{day:02}"} for day in (3, 1, 2)]
    assert in_order("A5.迟报", *days) == [days[1], days[2], days[0]]
    assert in_order("A5.迟报", days[0], days[1], days[0]) == [days[1], days[0], days[0]]


def test_members_stand_as_the_log_lists_them_and_a_day_that_is_not_known_comes_first() -> None:
    attended = [{"member": "李四", "count": 1}, {"member": "张三", "count": 2}]
    assert in_order("C3.参加组织生活", *attended) == attended[::-1]
    dated = {"member": "张三", "count": 1, "date": "2018-01-05"}
    assert in_order("C3.参加组织生活", dated, attended[0]) == [attended[0], dated]
    assert in_order("C3.参加组织生活", dated, *attended) == [*attended[::-1], dated]
    months = [{"months": [3, 4]}, {"months": [1, 2]}]
    assert in_order("B3.集中学习", *months) == months[::-1]
    targets = [{"name": "甲乙", "plan": 10, "actual": 9}, {"name": "丙丁", "plan": 10, "actual": 9}]
    assert in_order("E1.目标任务", *targets) == in_order("E1.目标任务", *targets[::-1])


# --- what is wrong -----------------------------------------------------------------------------------------------


def only(result: Result[BoundLog], code: str) -> Problem:
    assert result.value is None
    (problem,) = result.problems
    assert problem.code == code
    return problem


def test_an_occurrence_lies_in_the_year_and_other_days_need_not() -> None:
    problem = only(bound(late(date="2019-01-02")), "date-outside-year")
    assert problem.params == {"date": "2019-01-02", "year": 2018}
    assert told(bound({"clause": "A1.实施方案", "finding": "符合", "date": "2019-01-02"})) == []
    assert told(bound({"clause": "C3.参加组织生活", "member": "张三", "count": 2, "date": "2019-01-02"})) == []
    # a log of another year says so once, and not at every entry of that year or of the rubric's
    days = [late(date="2019-04-10"), late(date="2018-04-10")]
    assert told(bound(*days, year=2019)) == ["year-mismatch"]
    assert told(bound(*days, late(date="2017-04-10"), year=2019)) == ["year-mismatch", "date-outside-year"]


def test_a_count_of_zero_is_for_members() -> None:
    only(bound({"clause": "A5.迟报", "date": "2018-04-10", "count": 0}), "count-zero")
    assert told(bound({"clause": "C3.参加组织生活", "member": "张三", "count": 0})) == []


def test_an_unknown_clause() -> None:
    assert only(bound(late(clause="A5.迟到")), "unknown-clause").params["nearest"][0] == "A5.迟报"  # type: ignore[index]
    for typed in ("ａ5．迟报", "a5。迟报", "A5、迟报", "A5. 迟报"):
        assert only(bound(late(clause=typed)), "unknown-clause").params["nearest"] == ["A5.迟报"]
    assert only(bound(late(clause="a5")), "clause-is-row").params["clauses"] == [
        "A5.报送资料",
        "A5.迟报",
        "A5.缺报",
    ]


def test_a_row_names_the_clauses_inside_that_take_entries() -> None:
    rows = {"A4": ["A4.主题活动"], "E1": ["E1.目标任务"], "B1": ["B1.学习计划", "B1.学习笔记", "B1.笔记心得"]}
    for row, clauses in rows.items():
        assert only(bound({"clause": row}), "clause-is-row").params["clauses"] == clauses
    parts = [only(bound({"clause": f"B1-{number}"}), "clause-is-row").params for number in (1, 2)]
    assert [each["clauses"] for each in parts] == [["B1.学习计划"], ["B1.学习笔记", "B1.笔记心得"]]
    assert [each["what"].code for each in parts] == ["log.part"] * 2  # type: ignore[attr-defined]


def test_a_clause_that_others_feed_names_the_measure_that_takes_its_figures() -> None:
    fed = {
        clause.id: only(bound({"clause": clause.id}), "clause-is-fed").params["measure"]
        for clause in SHIZHI.clauses.values()
        if not clause.forms
    }
    assert fed
    assert set(fed.values()) <= set(SHIZHI.clauses)
    assert fed["E1.超额"] == "E1.目标任务"
    assert fed["A4.活动次数"] == "A4.主题活动"
    assert fed["C6.优秀加分"] == "C6.优秀率"


def test_fields_that_are_missing_or_idle() -> None:
    problem = only(bound({"clause": "A5.迟报"}), "missing-date")
    assert (problem.params["field"], problem.params["example"]) == ("date", "2018-04-10")
    problem = only(bound({"clause": "A5.报送资料", "date": "2018-04-10"}), "missing-finding")
    assert problem.params["dated"] == ["A5.迟报", "A5.缺报"]
    assert "dated" not in only(bound({"clause": "A5.报送资料"}), "missing-finding").params
    problem = only(bound({"clause": "E6.督查指导", "date": "2018-04-10"}), "missing-finding")
    assert problem.params["dated"] == ["E6.督查轮次", "E6.督查不力"]
    # what is there may be wrong beside what is missing
    amount = {"clause": "C5.资料不完整", "date": "2018-04-10", "points": 99, "reason": "甲"}
    assert told(bound(amount)) == ["missing-entry-field", "amount-outside"]
    judged = {"clause": "C5.资料不完整", "date": "2018-04-10", "points": "0.5", "decided_by": "考核办"}
    assert "dated" not in only(bound(judged), "missing-reason").params
    problem = only(bound(late(value=3)), "idle-field")
    assert problem.params["field"] == "value"
    assert list(problem.params["takes"])[:2] == ["clause", "date"]  # type: ignore[call-overload]
    assert told(bound({"clause": "A5.迟报", "date": "2017-04-10", "value": 3})) == ["idle-field", "date-outside-year"]
    problem = only(bound({"clause": "E1.目标任务", "name": "甲", "plan": 10}), "missing-entry-field")
    assert problem.params["field"] == "actual"
    assert problem.params["forms"] == ["name + plan + actual", "name + rate", "name + done", "finding + reason"]
    assert told(bound({"clause": "E1.目标任务", "name": "甲", "rate": 90, "plan": 10})) == ["field-of-other-form"]
    # of the forms that lack as much, the one that fits more of what is there
    not_applicable = {"clause": "E1.目标任务", "name": "甲", "finding": "不适用", "decided_by": "考核办"}
    assert told(bound(not_applicable)) == ["field-of-other-form", "missing-reason"]
    # a finding is idle where no form takes one, and no matter of the finding where the clause is judged
    assert told(bound(late(finding="符合"))) == ["idle-field"]
    assert told(bound({"clause": "A1.实施方案", "finding": "符合", "value": 3})) == ["idle-field"]


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({}, ["missing-date"]),
        ({"count": 2, "reason": "甲"}, ["missing-date"]),
        ({"decided_by": "考核办"}, ["field-of-other-form", "missing-date"]),
        ({"reason": "甲"}, ["missing-finding"]),
    ],
)
def test_an_entry_is_held_against_the_form_that_it_comes_nearest_to(fields: Entry, codes: list[str]) -> None:
    """主题活动: a date and perhaps a count; or 不适用 with its reason."""
    assert told(bound({"clause": "A4.主题活动", **fields})) == codes


def test_a_count_takes_no_other_finding_than_not_applicable() -> None:
    for finding in ("符合", "不符合"):
        only(bound({"clause": "B3.集中学习", "finding": finding, "reason": "甲"}), "finding-not-taken")
        only(bound({"clause": "B3.集中学习", "finding": finding}), "finding-not-taken")
    assert told(bound({"clause": "B3.集中学习", "finding": "不适用", "reason": "甲"})) == []
    assert told(bound({"clause": "B3.集中学习", "finding": "不适用"})) == ["missing-reason"]


def test_a_level_and_a_member_that_are_not_known() -> None:
    problem = only(bound({"clause": "E2.通报", "date": "2018-04-10", "level": "市里"}), "unknown-level-word")
    assert "市级" in problem.params["nearest"]  # type: ignore[operator]
    problem = only(bound({"clause": "C3.参加组织生活", "member": "张四", "count": 1}), "stranger-member")
    assert problem.params["members"] == MEMBERS
    only(bound({"clause": "C3.参加组织生活", "member": "张三", "count": 1}, members=[]), "members-missing")
    problem = only(bound(members=["张三", "李四", "张 三"]), "doubled-member")
    assert (problem.params, problem.related[0].file) == ({"member": "张 三", "first": "张三"}, "<data>")


def test_what_is_settled_is_settled_once() -> None:
    found = {"clause": "A1.实施方案", "finding": "符合"}
    assert told(bound(found, found)) == ["double-entry"]
    assert told(bound(found, found, found)) == ["double-entry"] * 2
    assert told(bound(late(), late())) == []
    share = {"clause": "C6.优秀率", "value": 90}
    assert told(bound(share, share)) == ["double-entry"]
    one, other = ({"clause": "E1.目标任务", "name": name, "rate": 90} for name in ("甲", "乙"))
    assert told(bound(one, other)) == []
    problem = only(bound(one, other, {**one, "rate": 80}), "double-entry")
    assert problem.params["target"].params == {"name": "甲"}  # type: ignore[attr-defined]
    twice = only(bound(found, found), "double-entry").params
    assert (twice["target"], twice["first_line"]) == ("", 0)  # plain data have no lines
    na = {"clause": "E1.目标任务", "finding": "不适用", "reason": "甲"}
    assert told(bound(one, na)) == ["not-applicable-beside"]
    assert told(bound(na, one, other)) == ["not-applicable-beside"]
    months = {"clause": "B3.集中学习", "months": [1]}
    assert told(bound(months, {"clause": "B3.集中学习", "finding": "不适用", "reason": "甲"})) == [
        "not-applicable-beside"
    ]


@pytest.mark.parametrize("clause", ["A1.实施方案", "B3.集中学习", "C6.优秀率", "E1.目标任务"])
def test_not_applicable_twice_is_one_thing_settled_twice(clause: str) -> None:
    found = {"clause": clause, "finding": "不适用", "reason": "甲"}
    assert told(bound(found, found)) == ["double-entry"]


LINES = "unit: 甲\nrubric: shizhi\nyear: 2018\nmembers: [张三, 李四, 张 三]\nevents:\n"


def at(entries: str) -> list[tuple[str, int | None, list[int | None]]]:
    """Each problem of a log by its code, its line and the lines of what it is about besides; entries begin on line 6."""
    from wuwu.log.declared import declare_log
    from wuwu.source.yaml_reader import parse_document

    text = LINES + "".join(f"  - {{{each}}}\n" for each in entries.split("\n"))
    problems = bind(SHIZHI, declare_log(parse_document(text.encode(), "log.yaml").require()).require()).problems
    for each in problems:
        assert each.params.get("first_line", 6) == 6
    return [
        (each.code, each.place.line if each.place else None, [other.line for other in each.related])
        for each in problems
    ]


def test_what_two_entries_have_a_part_in_stands_at_the_one_and_names_the_other() -> None:
    doubled = ("doubled-member", 4, [4])
    met, target = "clause: A1.实施方案, finding: 符合", "clause: E1.目标任务, name: {}, rate: 90"
    assert at(f"{met}\nclause: A2.主体责任, finding: 符合\n{met}") == [doubled, ("double-entry", 8, [6])]
    na = "clause: E1.目标任务, finding: 不适用, reason: 甲"
    assert at(f"{target.format('甲')}\n{na}\n{target.format('乙')}") == [doubled, ("not-applicable-beside", 7, [6])]
    assert at(f"{target.format('甲')}\n{target.format('乙')}\n{na}") == [doubled, ("not-applicable-beside", 8, [6])]
    shares = "clause: C6.不称职率, value: 20\nclause: C6.优秀率, value: 90"
    assert at(shares) == [doubled, ("shares-over-whole", 7, [6])]


def test_what_alike_entries_say_is_looked_at_each_by_itself() -> None:
    plans = (10, 0, 20, -5)
    targets = [{"clause": "E1.目标任务", "name": str(plan), "plan": plan, "actual": 9} for plan in plans]
    assert told(bound(*targets)) == ["plan-not-positive"] * 2
    names = ("张三", "张四", "李四")
    attended = [{"clause": "C3.参加组织生活", "member": name, "count": 1} for name in names]
    assert told(bound(*attended)) == ["stranger-member"]
    levels = ("市级", "市里", "省级")
    notices = [{"clause": "E2.通报", "date": "2018-04-10", "level": level} for level in levels]
    assert told(bound(*notices)) == ["unknown-level-word"]
    assert told(bound(late(count=1), late(count=0))) == ["count-zero"]


def test_a_missing_reason_is_not_also_an_unknown_one() -> None:
    plan = load_rubric(ROOT / "examples/other/安全生产检查.yaml")

    def veto(**fields: Any) -> list[str]:
        entry = {"clause": "C2.死亡事故", "date": "2025-04-10", **fields}
        data = {"unit": "甲", "rubric": "标准.yaml", "year": 2025, "events": [entry]}
        return told(bind(plan, log_from_data(data)))

    assert veto(reason="一般事故") == []
    assert veto(reason="事故") == ["unknown-circumstance"]
    assert veto() == ["missing-reason"]


def test_shares_of_one_poll_are_at_most_the_whole() -> None:
    def poll(good: str, bad: str) -> list[str]:
        return told(bound({"clause": "C6.优秀率", "value": good}, {"clause": "C6.不称职率", "value": bad}))

    assert poll("90", "10") == []
    assert poll("90", "10.1") == ["shares-over-whole"]
    assert told(bound({"clause": "C6.优秀率", "value": "100"})) == []
    # of a share that is logged twice, the first is held against the others
    shares = [{"clause": "C6.优秀率", "value": value} for value in (95, 50)]
    assert told(bound(*shares, {"clause": "C6.不称职率", "value": 10})) == ["double-entry", "shares-over-whole"]


def test_a_faulty_entry_hides_neither_its_wrong_clause_nor_the_faults_of_others() -> None:
    from wuwu.log.declared import declare_log
    from wuwu.source.yaml_reader import parse_document

    text = (
        "unit: 甲\nrubric: shizhi\nyear: 2018\nevents:\n"
        "  - {clause: A5.迟到, date: 2018/4/10}\n"
        "  - {clause: A5.迟报, dat: 2018-04-10}\n"
        "  - {clause: A5.迟报, date: 2018/4/10, value: 1}\n"
        "  - {date: 2018-04-10}\n"
        "  - {clause: A5.迟报}\n"
        "  - {clause: A5.迟到, dat: 2018-04-10}\n"
        "  - {clause: C5.资料不完整, date: 2018/4/10, points: 0.5, decided_by: 考核办}\n"
        "  - {clause: C5.资料不完整, dat: 2018-04-10, points: 0.5, decided_by: 考核办}\n"
    )
    log = declare_log(parse_document(text.encode(), "log.yaml").require()).value
    assert log is not None
    result = bind(SHIZHI, log)
    assert result.value is None
    assert [(each.place.line, each.code) for each in result.problems if each.place] == [
        (5, "unknown-clause"),
        (7, "idle-field"),
        (9, "missing-date"),
        (10, "unknown-clause"),
        (11, "missing-reason"),
    ]


def test_a_log_with_a_faulty_entry_is_not_bound_even_if_nothing_else_is_wrong() -> None:
    from wuwu.log.declared import declare_log
    from wuwu.source.yaml_reader import parse_document

    text = "unit: 甲\nrubric: shizhi\nyear: 2018\nevents:\n  - {clause: A5.迟报, date: 2018/4/10}\n"
    log = declare_log(parse_document(text.encode(), "log.yaml").require()).value
    assert log is not None
    assert bind(SHIZHI, log) == Result(None, ())


def test_an_entry_with_a_fault_of_its_own_is_not_held_against_others() -> None:
    share = {"clause": "C6.优秀率", "value": 200}
    assert told(bound(share, share)) == ["share-outside"] * 2
    assert told(bound(share, {"clause": "C6.不称职率", "value": 10})) == ["share-outside"]


def test_a_field_by_an_unknown_name_is_told_with_those_that_its_clause_takes() -> None:
    def named(field: str, clause: str) -> Problem:
        return name_fields(Problem("unknown-field", None, {"field": field, "clause": clause}), SHIZHI)

    assert named("日子", "没有") == Problem("unknown-field", None, {"field": "日子", "clause": "没有"})
    assert "takes" not in named("日期", "E1.超额").params
    problem = named("dat", "A5.迟报")
    assert (problem.params["nearest"], list(problem.params["takes"])[:2]) == (["date"], ["clause", "date"])  # type: ignore[call-overload]
    assert "value" not in problem.params["takes"]  # type: ignore[operator]
    assert named("发生日期", "A5.迟报").params["nearest"] == ["date"]
    assert "plan" in named("x", "E1.目标任务").params["takes"]  # type: ignore[operator]
    other = Problem("unknown-word", None, {"field": "dat", "clause": "A5.迟报"})
    assert name_fields(other, SHIZHI) == other
    # a name that means a field which the clause does not take is no help
    assert "value" not in named("数值", "A5.迟报").params["nearest"]  # type: ignore[operator]


def test_a_bound_log_stands_on_the_whole_year() -> None:
    log = bound(late()).value
    assert log is not None
    assert log.entries["A5.迟报"][0].event.date == date(2018, 4, 10)
