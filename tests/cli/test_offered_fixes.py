"""What a message offers works when it is done: the value it writes, the command it names, the character it points at."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from wuwu.messages import Words
from wuwu.report.findings.problems import fixes
from wuwu.units.pipeline import Pipeline, read_log

Run = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parents[2]
RUBRIC = (ROOT / "tests/gallery/never-bites/rubric.yaml").read_text(encoding="utf-8").replace("2018", "2025")
HEAD = "unit: 甲局\nrubric: 标准.yaml\nyear: 2025\nmembers: [张三]\nevents:\n"

DAYS = {
    "2025.3.1": "2025-03-01",
    "2025年3月1日": "2025-03-01",
    "3月1日": "2025-03-01",
    "20250301": "2025-03-01",
    "2025-03-01 08:30": "2025-03-01",
    "25-03-01": "2025-03-01",
    "45717": "2025-03-01",  # as a spreadsheet counts days
    "２０２５-０３-０１": "2025-03-01",
}
NO_DAYS = ("2025-2-29", "2月29日", "2025.13.1", "20250431", "2025-02-30")
NOBODY_KNOWS = ("2025-03", "2025-03-01至2025-03-05", "一季度", "2024.3.1", "24-03-01", "99999", "20240301", "3.1.2025")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WUWU_LANG", "zh")
    (tmp_path / "标准.yaml").write_text(RUBRIC, encoding="utf-8")
    return tmp_path


def codes_and_fixes(text: str, field: str) -> list[tuple[str, str]]:
    """The problems that stand at a field of the only entry, each with the value that is offered."""
    Path("台账.yaml").write_text(text, encoding="utf-8")
    log = read_log("台账.yaml")
    problems = Pipeline().score_log(log, "台账.yaml").problems
    value = re.search(rf"{field}: (?=[^{{}}]*}}$)", text, re.MULTILINE)
    assert value is not None
    column = value.end() - text.rindex("\n", 0, value.end())
    at = [each for each in problems if each.place is not None and each.place.column == column]
    return [(each.code, str(each.params.get("instead") or "")) for each in at]


def entry(field: str, value: str) -> str:
    return f"{HEAD}  - {{clause: A2.表彰, level: 县级, {'' if field == 'date' else 'date: 2025-03-01, '}{field}: {value}}}\n"


@pytest.mark.parametrize(("written", "day"), DAYS.items())
def test_a_day_that_is_offered_is_the_one_that_was_meant(desk: Path, written: str, day: str) -> None:
    assert codes_and_fixes(entry("date", written), "date") == [("not-a-date", day)]
    assert codes_and_fixes(entry("date", day), "date") == []


@pytest.mark.parametrize("written", NO_DAYS)
def test_a_day_that_the_calendar_lacks_is_said_to_be_none(desk: Path, written: str) -> None:
    assert codes_and_fixes(entry("date", written), "date") == [("impossible-date", "")]


@pytest.mark.parametrize("written", NOBODY_KNOWS)
def test_no_day_is_offered_that_nobody_knows_or_that_lies_in_another_year(run: Run, desk: Path, written: str) -> None:
    assert codes_and_fixes(entry("date", written), "date") == [("not-a-date", "")]
    # the example is one that would do
    assert "2025-04-10" in run("validate-log", "台账.yaml")[1]


def test_where_the_year_is_not_known_the_form_of_a_day_is_shown_without_one(run: Run, desk: Path) -> None:
    text = entry("date", "3.1.2025")
    Path("台账.yaml").write_text(text, encoding="utf-8")
    assert "写成 2025-04-10 的格式" in run("validate-log", "台账.yaml")[1]
    Path("台账.yaml").write_text(text.replace("year: 2025\n", ""), encoding="utf-8")
    assert "写成 四位年份-两位月份-两位日期 的格式" in run("validate-log", "台账.yaml")[1]


def test_a_day_of_verification_may_lie_in_the_next_year(desk: Path) -> None:
    for written, day in (
        ("2026.1.5", "2026-01-05"),
        ("46027", "2026-01-05"),
        ("1月5日", ""),
        ("20260105", "2026-01-05"),
    ):
        assert codes_and_fixes(entry("verified_on", written), "verified_on") == [("not-a-date", day)]


@pytest.mark.parametrize("field", ["date", "count", "points", "verified_on", "status", "done", "value"])
@pytest.mark.parametrize(
    "written",
    [
        "3次",
        "三",
        "1.0",
        "-1",
        "１２",
        '"1,000"',
        "[3]",
        "[甲]",
        "[[3]]",
        "是",
        "完成",
        "97.2%",
        "[是]",
        "2025.3",
        "查实了",
        "~1",
        "0次",
    ],
)
def test_whatever_is_offered_is_accepted(desk: Path, field: str, written: str) -> None:
    for _, instead in codes_and_fixes(entry(field, written), field):
        if instead:
            value = instead.removeprefix(f"{field}: ")
            left = {code for code, _ in codes_and_fixes(entry(field, value), field)}
            assert left <= {"idle-field"}  # which is about the field, whatever it holds


def test_a_missing_date_is_shown_with_one_of_the_year(run: Run, desk: Path) -> None:
    Path("台账.yaml").write_text(f"{HEAD}  - {{clause: A2.表彰, level: 县级}}\n", encoding="utf-8")
    assert "date: 2025-04-10" in run("validate-log", "台账.yaml")[1]


@pytest.mark.parametrize("name", ["标准.yaml", "评分 标准.YAML", "下面/标准.yml"])
def test_the_command_that_shows_the_clauses_can_be_pasted(run: Run, desk: Path, name: str) -> None:
    Path("下面").mkdir()
    Path(name).write_text(RUBRIC, encoding="utf-8")
    Path("台账.yaml").write_text(
        HEAD.replace("标准.yaml", name) + "  - {clause: A9.甲, date: 2025-03-01}\n", encoding="utf-8"
    )
    told = run("validate-log", "台账.yaml")[1]
    command = re.search(r"用 wuwu (explain .+) 查看全部", told)
    assert command is not None
    code, out, _ = run(*shlex.split(command[1]))
    assert code == 0
    assert "A2.表彰" in out


def test_a_bundled_table_is_named_by_its_id(run: Run, desk: Path) -> None:
    Path("台账.yaml").write_text("unit: 甲\nrubric: shizhi\nyear: 2018\nevents: [{clause: A9.甲}]\n", encoding="utf-8")
    assert "用 wuwu explain shizhi 查看全部" in run("validate-log", "台账.yaml")[1]


def test_a_deduction_below_zero_is_helped_by_the_floor_that_is_offered(run: Run, desk: Path) -> None:
    text = (ROOT / "tests/gallery/deduction-idle/rubric.yaml").read_text(encoding="utf-8")
    Path("甲.yaml").write_text(text, encoding="utf-8")
    assert "写 floor: none" in run("validate-rubric", "甲.yaml")[1]
    Path("甲.yaml").write_text(
        text.replace("      - id: A2\n", "      - id: A2\n        floor: none\n"), encoding="utf-8"
    )
    assert run("validate-rubric", "甲.yaml")[0] == 0


def test_characters_that_look_alike_are_named(run: Run, desk: Path) -> None:
    Path("甲.yaml").write_text(
        RUBRIC.replace("text: 受到县级", "text: 受⼯到县级").replace("quote: 受到", "quote: 受工到"), encoding="utf-8"
    )
    out = run("validate-rubric", "甲.yaml")[1]
    assert "原文里是“⼯<U+2F2F>”，引文里是“工”" in out
    assert "text-left" not in out  # which would only follow from it


def test_a_rubric_that_is_named_as_a_file_of_the_id_is_meant_by_it(desk: Path) -> None:
    Path("台账.yaml").write_text("unit: 甲\nrubric: shizhi.yaml\nyear: 2018\nevents: []\n", encoding="utf-8")
    (problem,) = Pipeline().score("台账.yaml").problems
    assert fixes(problem, Words("zh")) == ["写成 shizhi"]


def test_a_log_without_its_rubric_is_told_those_that_there_are(desk: Path) -> None:
    Path("台账.yaml").write_text("unit: 甲\nyear: 2018\nevents: []\n", encoding="utf-8")
    (problem,) = Pipeline().score("台账.yaml").problems
    assert problem.code == "missing-rubric"
    assert re.search(r"shizhi（.+）、xianshiqu（", fixes(problem, Words("zh"))[0])


# --- one mistake, one problem ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        (("kind: bonus", "kind: bonuss"), "unknown-word"),
        (("cap: 5", "cap: 五"), "not-a-number"),
        (("            occurrence:", "            ocurrence:"), "unknown-field"),
        (("text: 受到", "txet: 受到"), "unknown-field"),
        (("name: 示例项目", "名称: 示例项目"), "missing-field"),
    ],
)
def test_a_slip_in_the_only_dimension_says_nothing_of_the_dimension(
    run: Run, desk: Path, slip: tuple[str, str], code: str
) -> None:
    assert slip[0] in RUBRIC
    Path("甲.yaml").write_text(RUBRIC.replace(*slip), encoding="utf-8")
    told = json.loads(run("validate-rubric", "甲.yaml", "--format", "json")[1])
    found = [each["code"] for each in told["problems"]]
    assert code in found
    assert "empty-list" not in found
    assert len(found) == (2 if code == "missing-field" else 1)


def test_a_field_by_another_name_is_not_missing_too(desk: Path) -> None:
    Path("台账.yaml").write_text(f"{HEAD}  - {{clauses: A2.表彰, level: 县级, day: 2025-03-01}}\n", encoding="utf-8")
    assert [each.code for each in Pipeline().score("台账.yaml").problems] == ["unknown-field", "unknown-field"]
    Path("台账.yaml").write_text(HEAD.replace("unit", "\u200bunit") + "  []\n", encoding="utf-8")
    (problem,) = Pipeline().score("台账.yaml").problems
    assert (problem.code, problem.params["char"]) == ("control-character", "U+200B")
    assert problem.place is not None
    assert (problem.place.line, problem.place.column, problem.place.length) == (1, 1, 1)
