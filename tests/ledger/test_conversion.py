"""A log as a ledger and back: no entry, no field, no score and no recorder is lost."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.ledger.sheets import ONE, read, table
from wuwu.api import evaluate, load_log, load_logs, load_rubric, rubric_of
from wuwu.cli import main
from wuwu.log.declared import Log, declare_log
from wuwu.messages import Words
from wuwu.report.ledger import Contents, LedgerUnit, render_ledger
from wuwu.report.logs.entries import Head, render_log
from wuwu.rules.kind import Form
from wuwu.schema.event import Event, Finding, Status
from wuwu.schema.period import meant_period
from wuwu.source.yaml_reader import parse_document

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("[sx]*/*.yaml"))
SHIZHI = load_rubric("shizhi")
LOGGED = [clause.id for clause in SHIZHI.clauses.values() if clause.forms]


def entries(log: Log) -> Counter[tuple[tuple[str, str], ...]]:
    """The entries of a log, whatever their order."""
    return Counter(tuple(sorted((name, str(value)) for name, value in vars(event).items())) for event in log.events)


def test_the_examples_as_one_ledger_score_as_their_logs_do(tmp_path: Path) -> None:
    ledger = tmp_path / "台账.xlsx"
    assert main(["convert", *map(str, EXAMPLES), "-o", str(ledger)]) == 0
    logs = {log.unit: log for log in load_logs(ledger)}
    for path in EXAMPLES:
        ours = load_log(path)
        theirs = logs.pop(ours.unit)
        assert entries(ours) == entries(theirs)
        assert (ours.group, ours.members, ours.assessed_on) == (theirs.group, theirs.members, theirs.assessed_on)
        one, other = evaluate(rubric_of(ours), ours), evaluate(rubric_of(theirs), theirs)
        assert scores(one.total) == scores(other.total)
        assert (one.score, one.span, one.standing) == (other.score, other.span, other.standing)
    assert not logs


def scores(node: Any) -> Any:
    lines = sorted((line.kind, line.rule or "", str(line.clause), line.points) for line in node.lines)
    return node.node.id, node.score, node.bonus, lines, [scores(child) for child in node.children]


def test_there_and_back_by_the_command_line(tmp_path: Path) -> None:
    ledger, folder = tmp_path / "台账.xlsx", tmp_path / "回"
    assert main(["convert", str(EXAMPLES[0]), "-o", str(ledger)]) == 0
    assert main(["convert", str(ledger), "-o", str(folder)]) == 0
    assert entries(load_log(EXAMPLES[0])) == entries(load_log(folder / EXAMPLES[0].name))
    assert main(["convert", str(ledger), "-o", str(folder)]) == 1, "a folder that is not empty is left alone"


def test_who_recorded_it_stays(tmp_path: Path) -> None:
    log = tmp_path / "甲.yaml"
    log.write_text(f"unit: {ONE}\nrubric: shizhi\nyear: 2018\nrecorded_by: 机关党委\nevents: []\n")
    other = tmp_path / "乙.yaml"
    other.write_text(log.read_text().replace("机关党委", "纪检"))
    assert main(["convert", str(log), "-o", str(tmp_path / "台账.xlsx")]) == 0
    assert [each.recorded_by for each in load_logs(tmp_path / "台账.xlsx")] == ["机关党委"]
    assert main(["convert", str(log), str(other), "-o", str(tmp_path / "另.xlsx")]) == 1


# --- any log -----------------------------------------------------------------------------------------------------

TEXTS = (
    st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Zs"),
            include_characters=" ，、：:#{}[]\"'=+-@",
        ),
        min_size=1,
        max_size=12,
    )
    .map(str.strip)
    .filter(bool)
)
DAYS = st.dates(date(2018, 1, 1), date(2018, 12, 31))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "date": DAYS,
    "verified_on": DAYS.map(lambda day: day + timedelta(40)),
    "count": st.integers(1, 9),
    "months": st.lists(st.integers(1, 12), min_size=1, unique=True).map(lambda some: tuple(sorted(some))),
    "finding": st.sampled_from(Finding),
    "status": st.sampled_from(Status),
    "value": st.decimals(0, 30, places=2),
    "plan": st.decimals(1, 10**6, places=2),
    "actual": st.decimals(0, 10**6, places=3),
    "rate": st.decimals(0, 300, places=1),
    "done": st.booleans(),
    "points": st.decimals(Decimal("0.1"), Decimal(1), places=1),
    "member": st.sampled_from(["张三", "李四"]),
    "verified_by": st.sampled_from(["局纪检监察", "局督查"]),
    "evidence": st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
}


@st.composite
def an_event(draw: st.DrawFn, clause: str, form: Form) -> Event:
    optional = draw(st.sets(st.sampled_from(sorted(form.takes - form.required - {"clause"})), max_size=4))
    said: dict[str, Any] = {
        name: draw(VALUES.get(name, TEXTS)) for name in sorted((form.required | optional) - {"clause"})
    }
    if "level" in said:
        said["level"] = draw(st.sampled_from(SHIZHI.words_for(SHIZHI.clauses[clause])))
    if said.get("finding") is Finding.NA or form.required >= {"finding", "reason"}:
        said |= {"finding": Finding.NA, "reason": draw(TEXTS)}
    return Event(clause=clause, **said)


@st.composite
def a_log(draw: st.DrawFn) -> list[Event]:
    events: list[Event] = []
    for clause in draw(st.lists(st.sampled_from(LOGGED), max_size=12, unique=True)):
        forms = SHIZHI.clauses[clause].forms
        events.append(draw(an_event(clause, forms[draw(st.integers(0, len(forms) - 1))])))
    return events


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(a_log())
def test_any_log_there_and_back(events: list[Event]) -> None:
    only = table()
    head = Head(ONE, "shizhi", 2018, None, "局属单位", date(2019, 1, 15), ("张三", "李四"), "机关党委")
    text = render_log(head, events, SHIZHI)
    parsed = parse_document(text.encode(), "甲.yaml")
    assert parsed.problems == ()
    ours = declare_log(parsed.require()).require()
    unit = LedgerUnit(ONE, only.label, head.group, head.members, head.assessed_on, (), ours.events)
    found = read(render_ledger(Contents([only], [unit], head.recorded_by, filled=True), Words("zh")))
    assert found.told() == []
    theirs = found.logs[ONE]
    assert Counter(map(sorted_fields, events)) == Counter(map(sorted_fields, ours.events))
    assert entries(ours) == entries(theirs)
    assert (theirs.recorded_by, theirs.group, theirs.members) == (head.recorded_by, head.group, head.members)


@pytest.mark.parametrize("written", ["2025-03", "2025年3月", "2025-3", "2025/3", "2025-03-01", "2025年3月份"])
def test_a_month_there_and_back_however_its_cell_is_written(written: str, tmp_path: Path) -> None:
    source = ROOT / "examples/other/contract/甲公司-2025-03.yaml"
    ledger, back = tmp_path / "台账.xlsx", tmp_path / "台账"
    assert main(["convert", str(source), "-o", str(ledger)]) == 0
    book = load_workbook(ledger)
    (cell,) = [row[1] for row in book["填写说明"].iter_rows(max_col=2) if row[0].value == "期间"]
    assert cell.value == "2025-03"
    cell.value = written
    book.save(ledger)
    assert main(["convert", str(ledger), "-o", str(back)]) == 0
    (file,) = back.iterdir()
    assert file.name == "甲保洁公司-2025-03.yaml"
    ours, theirs = load_log(source), load_log(file)
    assert (theirs.period, entries(theirs)) == (ours.period, entries(ours))
    assert evaluate(rubric_of(theirs), theirs).score == evaluate(rubric_of(ours), ours).score


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2025年第一季度", "2025-Q1"),
        ("2025年3季度", "2025-Q3"),
        ("2025上半年", "2025-H1"),
        ("2025年下半年", "2025-H2"),
        ("2025-02-01至2025-06-30", {"from": "2025-02-01", "to": "2025-06-30"}),
        ("2025-02-01—2025-06-30", {"from": "2025-02-01", "to": "2025-06-30"}),
        ("三月", None),
        ("2025-13", None),
    ],
)
def test_a_period_as_it_is_typed(typed: str, period: object) -> None:
    assert meant_period(typed) == period


def test_a_ledger_holds_one_period(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ROOT / "examples/other/contract"
    assert main(["--lang", "zh", "convert", str(folder), "-o", str(tmp_path / "台账.xlsx")]) == 1
    assert "几个考评期：2025-01、2025-02、2025-03" in capsys.readouterr().err
    assert main(["convert", str(folder), "-o", str(tmp_path / "各期")]) == 0
    assert {load_log(file).period for file in (tmp_path / "各期").iterdir()} == {
        load_log(file).period for file in folder.iterdir()
    }


def sorted_fields(event: Event) -> tuple[tuple[str, object], ...]:
    return tuple(sorted(vars(event).items()))


@pytest.mark.parametrize("rubric", ["shizhi", "xianshiqu"])
def test_every_entry_of_a_skeleton_holds_once_its_mark_is_taken_out(rubric: str, tmp_path: Path) -> None:
    for language in ("zh", "en"):
        skeleton = tmp_path / f"甲-{language}.yaml"
        assert main(["--lang", language, "new", "甲单位", "--rubric", rubric, "-o", str(skeleton)]) == 0
        lines = skeleton.read_text().splitlines()
        assert main(["validate-log", str(skeleton)]) == 0
        held = [line for line in lines if line.startswith("  # - {")]
        assert len(held) > 60
        members = [line.removeprefix("# ") for line in lines if line.startswith(("# 班子成员", "# members"))]
        for line in held:
            start = next(n for n, each in enumerate(lines) if each.startswith(("事项:", "events:")))
            log = [*lines[:start], *members, lines[start], line.replace("# ", "", 1)]
            skeleton.write_text("\n".join(log) + "\n")
            assert main(["validate-log", str(skeleton), "-o", str(tmp_path / "out")]) == 0, line
