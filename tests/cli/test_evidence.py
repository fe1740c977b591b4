"""`wuwu validate-log --evidence`: what each row of a unit rests on, what is missing, and what nothing cites."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

HEAD = "unit: {unit}\nrubric: shizhi\nyear: 2018\n"
AWARD = "clause: E7.表彰奖励, date: 2018-07-02, level: 市级"
PHOTO = sha256("照片".encode()).hexdigest()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WUWU_LANG", "zh")
    Path("佐证/五月").mkdir(parents=True)
    for name in ("佐证/照片.jpg", "佐证/五月/签到表.pdf", "佐证/五月/没人要.pdf", "佐证/.隐藏", "佐证/Thumbs.db"):
        Path(name).write_text(Path(name).stem, encoding="utf-8")
    return tmp_path


def log(name: str, *entries: str, unit: str = "甲局", by: str = "") -> str:
    head = HEAD.format(unit=unit) + (f"recorded_by: {by}\n" if by else "")
    Path(name).write_text(head + "events:\n" + "".join(f"  - {{{each}}}\n" for each in entries), encoding="utf-8")
    return name


def test_by_unit_and_row_in_the_order_of_the_table(run: Run, desk: Path) -> None:
    log("1.yaml", "clause: E7.表彰奖励, date: 2018-07-02, level: 市级, evidence: 佐证/照片.jpg", by="办公室")
    log(
        "2.yaml",
        "clause: A1.实施方案, finding: 符合, evidence: [佐证/五月/签到表.pdf, 岳人社发〔2018〕5号]",
        by="人事科",
    )
    log("3.yaml", "clause: A2.主体责任, finding: 符合, evidence: 佐证/照片.jpg", unit="乙局")
    code, out, err = run("validate-log", ".", "--evidence")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "佐证材料目录（文件2件）",
        "",
        "甲局",
        "  A1",
        f"    A1.实施方案  佐证/五月/签到表.pdf  {sha256('签到表'.encode()).hexdigest()}",
        "    A1.实施方案  岳人社发〔2018〕5号",
        "  E7",
        f"    E7.表彰奖励  佐证/照片.jpg  {PHOTO}",
        "",
        "乙局",
        "  A2",
        f"    A2.主体责任  佐证/照片.jpg  {PHOTO}",
        "",
        "没有事项引用的文件（1件）",
        "  佐证/五月/没人要.pdf",
    ]


def test_what_is_missing_lies_elsewhere_or_is_demanded_by_the_text(run: Run, desk: Path) -> None:
    log(
        "甲.yaml",
        "clause: A1.实施方案, finding: 符合, evidence: [佐证/没有.pdf, ../外面.pdf]",
        AWARD,
        "clause: A5.迟报, date: 2018-04-10",
    )
    code, out, err = run("validate-log", "甲.yaml", "--evidence")
    assert code == 1
    assert "    A1.实施方案  佐证/没有.pdf  （缺）" in out
    assert "    E7.表彰奖励  （没有写依据，原文要求有：甲.yaml:6" in out
    assert "A5" not in out
    assert [word for word in ("evidence-missing", "evidence-elsewhere", "missing-evidence") if word in err] == [
        "evidence-missing",
        "evidence-elsewhere",
        "missing-evidence",
    ]


def test_a_program_gets_the_same(run: Run, desk: Path) -> None:
    log("甲.yaml", "clause: A1.实施方案, finding: 符合, evidence: [佐证/照片.jpg, 佐证/没有.pdf, 会议纪要]", AWARD)
    code, out, err = run("validate-log", "甲.yaml", "--evidence", "--format", "json")
    answer = json.loads(out)
    assert (code, err, answer["schema"]) == (1, "", "wuwu/findings@1")
    (unit,) = answer["evidence"]["units"]
    rows = {row["item"]: [(each["evidence"], each["sha256"]) for each in row["entries"]] for row in unit["rows"]}
    assert rows == {
        "A1": [("佐证/照片.jpg", PHOTO), ("佐证/没有.pdf", None), ("会议纪要", None)],
        "E7": [(None, None)],
    }
    entries = [each for row in unit["rows"] for each in row["entries"]]
    assert [each["path"] for each in entries] == ["佐证/照片.jpg", "佐证/没有.pdf", None, None]
    assert {each["line"] for each in entries} == {5, 6}
    assert answer["evidence"]["uncited"] == ["佐证/五月/没人要.pdf", "佐证/五月/签到表.pdf"]
    codes = [each["code"] for each in answer["problems"]]
    assert sorted(codes) == ["evidence-missing", "evidence-uncited", "evidence-uncited", "missing-evidence"]


@pytest.mark.parametrize("form", ["github", "sarif", "junit"])
def test_a_format_of_findings_holds_the_findings(run: Run, desk: Path, form: str) -> None:
    log("甲.yaml", "clause: A1.实施方案, finding: 符合, evidence: [佐证/照片.jpg, 佐证/没有.pdf]", AWARD)
    code, out, _ = run("validate-log", "甲.yaml", "--evidence", "--format", form)
    assert code == 1
    assert "佐证/没有.pdf" in out
    assert "没有写依据" in out
    assert "没人要.pdf" in out


def test_a_log_with_errors_keeps_its_evidence_and_fails(run: Run, desk: Path) -> None:
    log("甲.yaml", "clause: A1.实施方案, finding: 符合, evidence: 佐证/照片.jpg", "clause: A5.迟报")
    log("乙.yaml", "clause: A2.主体责任, finding: 符合, evidence: 佐证/照片.jpg", unit="乙局")
    code, out, err = run("validate-log", ".", "--evidence")
    assert (code, out.count(PHOTO)) == (1, 2)
    assert "missing-date" in err


def test_the_cells_of_a_ledger_cite_as_logs_do(run: Run, desk: Path) -> None:
    log("甲.yaml", "clause: A1.实施方案, finding: 符合, evidence: [佐证/照片.jpg, 佐证/没有.pdf]", AWARD)
    assert run("convert", "甲.yaml", "-o", "台账.xlsx")[0] == 0
    code, out, err = run("validate-log", "台账.xlsx", "--evidence")
    assert code == 1
    assert f"    A1.实施方案  佐证/照片.jpg  {PHOTO}" in out
    assert "台账.xlsx[台账!" in out
    assert "台账.xlsx[认定依据!" in err
