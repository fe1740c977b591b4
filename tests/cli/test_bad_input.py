"""Bad input: each a clear, located error with its mend and exit code; nothing on stdout, nothing written, no traceback."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

HEAD = "unit: 市就业服务中心\nrubric: shizhi\nyear: 2018\nmembers: [张三]\nevents:\n"

# the entries, the code of the problem, what the caret stands under, what the mend says
ENTRIES = {
    "unknown clause": ("{clause: A5.晚报, date: 2018-04-10}", "unknown-clause", "A5.晚报", "A5.迟报"),
    "clause in another spelling": ("{clause: a5。迟报, date: 2018-04-10}", "unknown-clause", "a5。迟报", "A5.迟报"),
    "clause of the other table": (
        "{clause: B5.主题团日, finding: 符合}",
        "clause-of-other-table",
        "B5.主题团日",
        "xianshiqu",
    ),
    "idle field": ("{clause: A5.迟报, date: 2018-04-10, level: 市级}", "idle-field", "level", "count"),
    "unknown field": ("{clause: A5.迟报, date: 2018-04-10, evidense: 1号}", "unknown-field", "evidense", "evidence"),
    "no date": ("{clause: A5.迟报}", "missing-date", "{", "date"),
    "impossible date": ("{clause: A5.迟报, date: 2018-02-30}", "impossible-date", "2018-02-30", "月份"),
    "date outside the year": ("{clause: A5.迟报, date: 2019-01-03}", "date-outside-year", "2019-01-03", "2018"),
    "slashes in a date": ("{clause: A5.迟报, date: 2018/4/10}", "not-a-date", "2018/4/10", "2018-04-10"),
    "a date in words": ("{clause: A5.迟报, date: 4月10日}", "not-a-date", "4月10日", "→ 写成 2018-04-10\n"),
    "a row for a clause": ("{clause: a1, finding: 符合}", "clause-is-row", "a1", "A1.实施方案、A1.方案缺项"),
    "a part for a clause": ("{clause: B1-1, finding: 符合}", "clause-is-row", "B1-1", "B1.学习计划"),
    "a day for an award": ("{clause: F6.八九九, date: 2018-04-10}", "missing-finding", "{", "F6.违规"),
    "a field of another clause, misspelt": (
        "{clause: A2.主体责任, finding: 符合, dates: 2018-04-10}",
        "unknown-field",
        "dates",
        "可用的字段：clause、date、finding、reason、decided_by、case、evidence、note\n",
    ),
    "a task in words": (
        "{clause: E1.目标任务, name: 甲, done: 未完成}",
        "not-a-flag",
        "未完成",
        "→ 写成 done: false\n",
    ),
    "a task done in words": ("{clause: E1.目标任务, name: 甲, done: 已完成}", "not-a-flag", "已完成", "done: true\n"),
    "too many decimals": (
        "{clause: E1.目标任务, name: 甲, rate: 97.1234567}",
        "too-many-decimals",
        "97.1234567",
        "小数最多6位",
    ),
    "too many digits": (
        "{clause: E1.目标任务, name: 甲, plan: 1234567890123, actual: 1}",
        "too-many-digits",
        "1234567890123",
        "最多12位",
    ),
    "too long a count": (
        "{clause: A5.迟报, date: 2018-04-10, count: 1234567890}",
        "too-many-digits",
        "1234567890",
        "9位",
    ),
    "a status with a blank in it": (
        "{clause: D1.投诉, date: 2018-06-02, status: 属 实}",
        "unknown-word",
        "属 实",
        "→ 写成 属实\n",
    ),
    "count of 0": ("{clause: A5.迟报, date: 2018-04-10, count: 0}", "count-zero", "0", "1"),
    "count of 1.5": ("{clause: A5.迟报, date: 2018-04-10, count: 1.5}", "not-whole", "1.5", "整数"),
    "unknown level": (
        "{clause: A7.宣传推介, date: 2018-04-10, level: 省报, subject: 甲}",
        "unknown-level-word",
        "省报",
        "省级",
    ),
    "no level": ("{clause: D1.通报, date: 2018-04-10}", "missing-level", "{", "市级"),
    "amount above the part": (
        "{clause: C5.资料不完整, date: 2018-04-10, points: 2.5, reason: 缺, decided_by: 考核办}",
        "amount-outside",
        "2.5",
        "2",
    ),
    "amount of 0": (
        "{clause: C5.资料不完整, date: 2018-04-10, points: 0, reason: 缺, decided_by: 考核办}",
        "amount-outside",
        "0",
        "0",
    ),
    "amount without reason": (
        "{clause: C5.资料不完整, date: 2018-04-10, points: 1, decided_by: 考核办}",
        "missing-reason",
        "{",
        "reason",
    ),
    "amount without decider": (
        "{clause: C5.资料不完整, date: 2018-04-10, points: 1, reason: 缺}",
        "missing-entry-field",
        "{",
        "decided_by",
    ),
    "share over 100": ("{clause: C6.优秀率, value: 100.5}", "share-outside", "100.5", "100"),
    "shares over 100 together": (
        "{clause: C6.优秀率, value: 85}\n  - {clause: C6.不称职率, value: 20}",
        "shares-over-whole",
        "20",
        "105",
    ),
    "plan of 0": ("{clause: E1.目标任务, name: 甲, plan: 0, actual: 5}", "plan-not-positive", "0", "大于0"),
    "measured and a task": (
        "{clause: E1.目标任务, name: 甲, rate: 97, done: false}",
        "field-of-other-form",
        "done",
        "name + rate",
    ),
    "one target twice": (
        "{clause: E1.目标任务, name: 甲, rate: 97}\n  - {clause: E1.目标任务, name: 甲, done: false}",
        "double-entry",
        "{",
        "第6行",
    ),
    "two findings": (
        "{clause: A2.主体责任, finding: 符合}\n  - {clause: A2.主体责任, finding: 不符合}",
        "double-entry",
        "{",
        "第6行",
    ),
    "no subject": ("{clause: D6.处罚, date: 2018-09-01, level: 黄牌警告}", "missing-subject", "{", "subject"),
    "percent sign": ("{clause: E1.目标任务, name: 甲, rate: 97.2%}", "not-a-number", "97.2%", "97.2"),
    "thousands comma": (
        "{clause: E1.目标任务, name: 甲, plan: '3,000', actual: 1}",
        "not-a-number",
        "'3,000'",
        "3000",
    ),
    "full-width digits": ("{clause: C6.优秀率, value: ８５}", "not-a-number", "８５", "85"),
    "full-width digits in a date": (
        "{clause: A5.迟报, date: ２０１８-04-10}",
        "not-a-date",
        "２０１８-04-10",
        "2018-04-10",
    ),
    "unknown finding": ("{clause: A2.主体责任, finding: 合格}", "unknown-word", "合格", "符合"),
    "finding on a count": ("{clause: A4.主题活动, finding: 符合}", "finding-not-taken", "符合", "不适用"),
    "not applicable without why": ("{clause: A2.主体责任, finding: 不适用}", "reason-missing", "不适用", "reason"),
    "stranger among the members": (
        "{clause: C3.参加组织生活, member: 张山, count: 1}",
        "stranger-member",
        "张山",
        "张三",
    ),
    "clause that others feed": ("{clause: E1.超额, date: 2018-04-10}", "clause-is-fed", "E1.超额", "E1.目标任务"),
    "full-width colon": ("{clause：A5.迟报, date: 2018-04-10}", "full-width-colon", "：", "英文冒号"),
    "an empty field without its blank": (
        "{clause: A5.迟报, date:}",
        "missing-blank",
        ":}",
        "“date”后面的冒号缺一个空格",
    ),
    "a colon that touches a bracket": ("{clause: A5.迟报, evidence:[1号]}", "missing-blank", ":[", "加一个空格"),
    "not an entry": ("A5.迟报", "not-a-mapping", "A5.迟报", "字段"),
    "a list for a count": ("{clause: A5.迟报, date: 2018-04-10, count: [2]}", "not-a-value", "[2]", "→ 写成 2\n"),
    "fields for a count": ("{clause: A5.迟报, date: 2018-04-10, count: {a: 2}}", "not-a-value", "{a", "只写一个值"),
    "a list for a finding": ("{clause: A2.主体责任, finding: [符合]}", "not-a-value", "[符合", "→ 写成 符合\n"),
    "fields for a date": ("{clause: A5.迟报, date: {}}", "not-a-value", "{}", "不是一组字段"),
    "nothing in a list": ("{clause: A5.迟报, date: 2018-04-10, evidence: [1号, '']}", "empty-entry", "''", "第2项"),
    "all colons full-width": ("clause：A5.迟报", "full-width-colon", "：", "英文冒号"),
}

# what stands for the members, the code of the problem, what the caret stands under, what the mend says
MEMBERS = {
    "one name for two": ("[张三，李四]", "joined-names", "，", "→ 写成 [张三, 李四]\n"),
    "one name for three": ("[张三, 李四、王 五]", "joined-names", "、", "→ 写成 [张三, 李四, 王 五]\n"),
    "a name that needs quotes": ("['张三: a;李四']", "joined-names", ";", "每人一项"),
    "full-width brackets": ("［张三］", "full-width-bracket", "［", "→ 写成 [张三]\n"),
    "Chinese brackets": ("【张三、李四】", "full-width-bracket", "【", "→ 写成 [张三, 李四]\n"),
    "nobody in full-width brackets": ("［］", "full-width-bracket", "［", "→ 写成 []\n"),
    "parentheses": ("(张三)", "not-a-list", "(", "→ 写成 [张三]\n"),
    "an empty name": ("[张三, '']", "empty-entry", "''", "填写内容，或删去该项"),
}

# whole files, the codes of their problems
FILES = {
    "empty": (b"", ["empty-file"]),
    "blank": (b"\n\n", ["empty-file"]),
    "comment only": ("# 台账\n".encode(), ["empty-file"]),
    "a list": (b"- a\n- b\n", ["not-a-mapping"]),
    "a word": ("台账\n".encode(), ["not-a-mapping"]),
    "a bracket left open": (b"unit: [a\n", ["unclosed-bracket"]),
    "no text at all": (bytes(range(256)) * 8, ["bad-encoding"]),
    "a nul": (b"unit: a\0b\n", ["control-character"]),
    "full-width colon": ("unit：甲\nrubric: shizhi\nyear: 2018\nevents: []\n".encode(), ["full-width-colon"]),
    "without its head": (b"events: []\n", ["missing-field", "missing-rubric", "missing-field"]),
    "unknown rubric": ("unit: 甲\nrubric: shizi\nyear: 2018\nevents: []\n".encode(), ["unknown-rubric"]),
    "no rubric that year": ("unit: 甲\nrubric: shizhi\nyear: 2031\nevents: []\n".encode(), ["no-rubric-for-year"]),
    "events twice": ((HEAD + "  []\nevents: []\n").encode(), ["duplicate-key"]),
    "a bracket too many": (b"unit: a\nrubric: ]b\n", ["stray-bracket"]),
    "nested without end": (b"unit: " + b"[" * 5000, ["too-deep"]),
}


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WUWU_LANG", "zh")
    return tmp_path


def refused(run: Run, desk: Path, *arguments: str) -> tuple[int, str]:
    """Score into a file and onto the screen: both refuse alike. The exit code and what was said."""
    before = sorted(desk.rglob("*"))
    code, out, err = run("score", *arguments)
    assert out == ""
    assert "Traceback" not in err
    assert err != ""
    assert run("score", *arguments, "-o", "得分单.txt") == (code, "", err)
    assert sorted(desk.rglob("*")) == before, "something was written"
    return code, err


def codes(err: str) -> list[str]:
    return re.findall(r" \[([a-z-]+)\]$", err, re.MULTILINE)


@pytest.mark.parametrize("name", ENTRIES)
def test_a_bad_entry(run: Run, desk: Path, name: str) -> None:
    entry, code, under, mend = ENTRIES[name]
    text = f"{HEAD}  - {entry}\n"
    (desk / "台账.yaml").write_text(text, encoding="utf-8")
    status, err = refused(run, desk, "台账.yaml")
    assert (status, codes(err)) == (1, [code])
    place = re.match(r"台账\.yaml:(\d+):(\d+): 错误: ", err)
    assert place is not None
    line, column = int(place[1]), int(place[2])
    # where two entries clash, the later one is pointed at and the earlier one named
    assert line == len(text.splitlines())
    assert text.splitlines()[line - 1][column - 1 :].startswith(under)
    assert mend in err
    assert err.endswith("共 1 个错误。\n")


@pytest.mark.parametrize("name", MEMBERS)
def test_bad_members(run: Run, desk: Path, name: str) -> None:
    members, code, under, mend = MEMBERS[name]
    text = f"{HEAD.replace('[张三]', members)}  []\n"
    (desk / "台账.yaml").write_text(text, encoding="utf-8")
    status, err = refused(run, desk, "台账.yaml")
    assert (status, codes(err)) == (1, [code])
    place = re.match(r"台账\.yaml:4:(\d+): 错误: ", err)
    assert place is not None
    assert text.splitlines()[3][int(place[1]) - 1 :].startswith(under)
    assert mend in err


def test_no_events_in_full_width_brackets(run: Run, desk: Path) -> None:
    (desk / "台账.yaml").write_text(HEAD.replace("events:", "events: ［］"), encoding="utf-8")
    status, err = refused(run, desk, "台账.yaml")
    assert (status, codes(err)) == (1, ["full-width-bracket"])
    assert "→ 写成 []\n" in err


def test_every_full_width_colon_of_an_entry_is_pointed_at(run: Run, desk: Path) -> None:
    entries = "  - clause：A5.迟报\n    date：2018-04-10\n  - clause：A5.缺报\n  - A5.迟报\n"
    (desk / "台账.yaml").write_text(HEAD + entries, encoding="utf-8")
    status, err = refused(run, desk, "台账.yaml")
    assert (status, codes(err)) == (1, ["full-width-colon"] * 3 + ["not-a-mapping"])
    assert re.findall(r"^台账.yaml:(\d+:\d+)", err, re.MULTILINE) == ["6:11", "7:9", "8:11", "9:5"]
    assert "“clause”后面" in err
    assert "“date”后面" in err


def test_two_figures_for_one_measure_are_one_problem(run: Run, desk: Path) -> None:
    entries = "  - {clause: C6.优秀率, value: 85}\n  - {clause: C6.优秀率, value: 90}\n"
    (desk / "台账.yaml").write_text(HEAD + entries, encoding="utf-8")
    status, err = refused(run, desk, "台账.yaml")
    assert (status, codes(err)) == (1, ["double-entry"])


def test_all_problems_are_told_at_once(run: Run, desk: Path) -> None:
    wrong = [entry for entry, code, *_ in ENTRIES.values() if code in ("unknown-clause", "idle-field", "missing-date")]
    (desk / "台账.yaml").write_text(HEAD + "".join(f"  - {entry}\n" for entry in wrong), encoding="utf-8")
    status, err = refused(run, desk, "台账.yaml")
    assert status == 1
    assert len(codes(err)) == len(wrong) > 3
    assert f"共 {len(wrong)} 个错误。" in err


def test_an_entry_that_cannot_be_read_hides_no_other(run: Run, desk: Path) -> None:
    entries = [
        "{clause: A5.迟到, date: 2018-04-10}",
        "{clause: A5.迟报, date: 2018/4/10}",
        "{clause: A5.迟报, date: 2017-04-10}",
        "{clause: A1.实施方案, finding: 合格}",
        "{clause: A2.主体责任, finding: 符合}",
        "{clause: A2.主体责任, finding: 符合}",
        "{clause: A7.宣传推介, date: 2018-04-10, level: 局内}",
    ]
    (desk / "台账.yaml").write_text(HEAD + "".join(f"  - {entry}\n" for entry in entries), encoding="utf-8")
    status, err = refused(run, desk, "台账.yaml")
    told = ["unknown-clause", "not-a-date", "date-outside-year", "unknown-word", "double-entry", "missing-subject"]
    assert (status, codes(err)) == (1, told)


def test_a_field_that_a_log_has_not_hides_nothing_of_its_entries(run: Run, desk: Path) -> None:
    (desk / "台账.yaml").write_text(f"处室: 甲\n{HEAD}  - {{clause: A5.迟到, date: 2018-04-10}}\n", encoding="utf-8")
    _, err = refused(run, desk, "台账.yaml")
    assert codes(err) == ["unknown-field", "unknown-clause"]


@pytest.mark.parametrize(
    "entry",
    [
        "{条款: A5.迟报, 日期: 2018-04-10, 备注: 一季度}",
        "{条款: A5.迟报, date: 2018-04-10, 说明: 一季度}",
        "{clause: A5.迟报, 发生日期: 2018-04-10, 备注: 一季度}",
    ],
)
def test_a_field_may_have_its_chinese_name(run: Run, desk: Path, entry: str) -> None:
    english = f"{HEAD}  - {{clause: A5.迟报, date: 2018-04-10, note: 一季度}}\n"
    (desk / "英.yaml").write_text(english, encoding="utf-8")
    (desk / "中.yaml").write_text(
        f"{HEAD}  - {entry}\n".replace("unit:", "单位:").replace("events:", "事项:"), encoding="utf-8"
    )
    assert run("score", "中.yaml") == run("score", "英.yaml")


def test_one_field_by_two_names_hides_nothing_of_the_entries(run: Run, desk: Path) -> None:
    (desk / "台账.yaml").write_text(f"单位: 甲\n{HEAD}  - {{clause: A5.迟到, date: 2018-04-10}}\n", encoding="utf-8")
    _, err = refused(run, desk, "台账.yaml")
    assert codes(err) == ["field-by-two-names", "unknown-clause"]


def test_a_wrong_value_is_told_where_it_stands_under_its_chinese_name(run: Run, desk: Path) -> None:
    (desk / "台账.yaml").write_text(f"{HEAD}  - {{条款: A5.迟报, 日期: 2018-04-31}}\n", encoding="utf-8")
    _, err = refused(run, desk, "台账.yaml")
    assert re.search(r"台账\.yaml:\d+:21: 错误: 2018-04-31这一天不存在", err)


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file(run: Run, desk: Path, name: str) -> None:
    raw, expected = FILES[name]
    (desk / "台账.yaml").write_bytes(raw)
    status, err = refused(run, desk, "台账.yaml")
    assert (status, codes(err)) == (1, expected)
    assert re.match(r"台账\.yaml:\d+:\d+: 错误: ", err)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ENTRIES)
def test_both_languages_say_it_in_full(run: Run, desk: Path, name: str, language: str) -> None:
    (desk / "台账.yaml").write_text(f"{HEAD}  - {ENTRIES[name][0]}\n", encoding="utf-8")
    _, _, err = run("--lang", language, "score", "台账.yaml")
    problem, *rest = err.splitlines()
    assert not re.search(r"[{}]|problem\.", problem.split(": ", 2)[2])
    assert any(line.startswith("  → ") for line in rest)


def good(desk: Path) -> None:
    (desk / "好.yaml").write_text(HEAD + "  []\n", encoding="utf-8")


def test_a_file_that_is_not_there(run: Run, desk: Path) -> None:
    assert refused(run, desk, "没有.yaml")[0] == 3
    good(desk)
    status, err = refused(run, desk, "好.yaml", "--rubric", "没有.yaml")
    assert (status, codes(err)) == (3, ["missing-file"])
    assert err.startswith("没有.yaml: ")


def test_a_rubric_that_a_log_names_and_that_is_not_there(run: Run, desk: Path) -> None:
    (desk / "台账.yaml").write_text(HEAD.replace("shizhi", "标准/明年.yaml") + "  []\n", encoding="utf-8")
    status, err = refused(run, desk, "台账.yaml")
    assert (status, codes(err)) == (1, ["rubric-file-missing"])
    assert err.startswith("台账.yaml:2:9: ")
    (desk / "标准").mkdir()
    (desk / "标准" / "明年度.yaml").write_text("", encoding="utf-8")
    assert "是不是：标准/明年度.yaml" in refused(run, desk, "台账.yaml")[1]


def test_a_rubric_that_a_log_names_and_that_is_a_folder(run: Run, desk: Path) -> None:
    (desk / "台账.yaml").write_text(HEAD.replace("shizhi", "./标准") + "  []\n", encoding="utf-8")
    (desk / "标准").mkdir()
    status, err = refused(run, desk, "台账.yaml")
    assert (status, codes(err)) == (1, ["rubric-file-is-folder"])
    assert err.startswith("台账.yaml:2:9: ")


def test_a_rubric_is_known_by_its_title(run: Run, desk: Path) -> None:
    (desk / "台账.yaml").write_text(HEAD.replace("shizhi", "市直") + "  []\n", encoding="utf-8")
    assert "是不是：shizhi（市直）" in refused(run, desk, "台账.yaml")[1]


@pytest.mark.parametrize("word", ["SHIZHI", "Shizhi", "ｓｈｉｚｈｉ", "shi\u200bzhi", "shizh"])
def test_a_rubric_is_known_by_an_id_in_other_letters(run: Run, desk: Path, word: str) -> None:
    (desk / "台账.yaml").write_text(HEAD.replace("shizhi", word) + "  []\n", encoding="utf-8")
    good(desk)
    for arguments, expected in ((["台账.yaml"], 1), (["好.yaml", "--rubric", word], 2)):
        status, err = refused(run, desk, *arguments)
        assert (status, codes(err)) == (expected, ["unknown-rubric"])
        assert "→ 是不是：shizhi\n" in err


# an entry with something between its letters that nobody sees, and what it is told to be
UNSEEN = {
    "{clause: A5.迟\u200b报, date: 2018-04-10}": "是不是：A5.迟报",
    "{clause: \u200eA5.迟报, date: 2018-04-10}": "是不是：A5.迟报",
    "{clause: D6.处罚, date: 2018-09-01, level: 黄牌\u00a0警告, subject: 甲}": "是不是：黄牌警告",
    "{clause: A2.主体责任, finding: 符\u200b合}": "写成 符合",
    "{clause: A5.迟报, date: 2018-04-10\u200b}": "写成 2018-04-10",
    "{clause: A5.迟报, date: 2018-04-10, count: \u20602}": "写成 2",
    "{clause: A5.迟报, da\u200bte: 2018-04-10}": "是不是：date",
    "{clause: C3.参加组织生活, member: 张\u200b三, count: 2}": "是不是：张三",
}


@pytest.mark.parametrize("entry", UNSEEN)
def test_what_cannot_be_seen_is_shown_and_is_no_difference(run: Run, desk: Path, entry: str) -> None:
    told = mends(desk, run, entry)
    assert told[0] == UNSEEN[entry]
    _, err = refused(run, desk, "台账.yaml")
    unseen = next(each for each in entry if ord(each) in {0xA0, 0x200B, 0x200E, 0x2060})
    assert unseen not in err
    assert err.count(f"U+{ord(unseen):04X}") == 2


def test_a_missing_file_is_told_beside_the_name_that_was_meant(run: Run, desk: Path) -> None:
    good(desk)
    (desk / "台账").mkdir()
    (desk / "台账" / "就业服务中心.yaml").write_text("", encoding="utf-8")
    assert "是不是：台账/就业服务中心.yaml" in refused(run, desk, "台账/就业服务中心.yml")[1]
    assert "是不是：台账/就业服务中心.yaml" in refused(run, desk, "台账/就业服务.yaml")[1]
    assert "是不是" not in refused(run, desk, "台账/社保.yaml")[1]


def test_a_folder_where_a_file_is_needed(run: Run, desk: Path) -> None:
    good(desk)
    (desk / "空").mkdir()
    status, err = refused(run, desk, "好.yaml", "--rubric", "空/")
    assert (status, codes(err)) == (3, ["is-folder"])
    status, err = refused(run, desk, "空")
    assert (status, codes(err)) == (1, ["no-units"])


def test_a_file_that_cannot_be_read(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good(desk)

    def deny(path: str | Path, name: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    # a root user may read everything, so the system's refusal is played
    monkeypatch.setattr("wuwu.source.files._refuse_non_file", deny)
    code, out, err = run("score", "好.yaml")
    assert (code, out, codes(err)) == (3, "", ["unreadable-file"])
    assert "Traceback" not in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(run: Run, desk: Path) -> None:
    os.mkfifo(desk / "管道.yaml")
    status, err = refused(run, desk, "管道.yaml")
    assert (status, codes(err)) == (3, ["special-file"])


def test_a_rubric_id_that_does_not_exist(run: Run, desk: Path) -> None:
    good(desk)
    status, err = refused(run, desk, "好.yaml", "--rubric", "shizi")
    assert (status, codes(err)) == (2, ["unknown-rubric"])


def test_a_log_under_the_other_table(run: Run, desk: Path) -> None:
    (desk / "台账.yaml").write_text(HEAD + "  - {clause: F6.违规, date: 2018-03-01}\n", encoding="utf-8")
    status, err = refused(run, desk, "台账.yaml", "--rubric", "xianshiqu")
    assert (status, codes(err)) == (1, ["clause-of-other-table"])
    assert "市直" in err


def mends(desk: Path, run: Run, entry: str, head: str = HEAD) -> list[str]:
    (desk / "台账.yaml").write_text(f"{head}  - {entry}\n", encoding="utf-8")
    return re.findall(r"^  → (.+)$", refused(run, desk, "台账.yaml")[1], re.MULTILINE)


def test_one_mend_where_it_is_known_what_to_write(run: Run, desk: Path) -> None:
    for entry in ("{clause: A5.迟报, date: 2018/4/10}", "{clause: A5.迟报, date: 4月10日}"):
        assert mends(desk, run, entry) == ["写成 2018-04-10"]
    assert mends(desk, run, "{clause: E1.目标任务, name: 甲, rate: 97.2%}") == ["写成 97.2"]
    # a later day may lie in the next year, so that nobody knows which year was meant
    later = "{clause: D1.投诉, date: 2018-06-02, status: 查实, verified_on: 1月5日}"
    assert mends(desk, run, later) == ["写成 2018-04-10 的格式"]
    assert mends(desk, run, "{clause: A5.迟报, date: 2018-04-10}", HEAD.replace("2018", "2018年")) == ["写成 2018"]
    assert mends(desk, run, "{clause: A5.迟报, date: 4月10日}", HEAD.replace("year: 2018\n", "")) == [
        "补充 year",
        "写成 四位年份-两位月份-两位日期 的格式",
    ]


def test_members_in_a_row_are_shown_as_a_list(run: Run, desk: Path) -> None:
    entry = "{clause: C3.参加组织生活, member: 张三, count: 2}"
    for given in ("张三、李四", "张三，李四", "张三 李四"):
        assert mends(desk, run, entry, HEAD.replace("[张三]", given)) == ["写成 [张三, 李四]"]
    assert mends(desk, run, entry, HEAD.replace("[张三]", "张三（书记）")) == ["每行一项，以“- ”开头"]


def test_a_word_is_never_taken_for_its_opposite(run: Run, desk: Path) -> None:
    assert "不属实" not in mends(desk, run, "{clause: D1.投诉, date: 2018-06-02, status: 属实的}")[0]
    assert mends(desk, run, "{clause: A2.主体责任, finding: Met}") == ["写成 met"]


@pytest.mark.parametrize("status", ["属实", "不实"])
def test_other_words_for_the_state_of_a_complaint(run: Run, desk: Path, status: str) -> None:
    text = f"{HEAD}  - {{clause: D1.投诉, date: 2018-06-02, status: {status}}}\n"
    (desk / "台账.yaml").write_text(text, encoding="utf-8")
    code, out, _ = run("score", "台账.yaml", "--format", "json")
    assert (code, "不属实，不计" in out) == (0, status == "不实")


def test_a_missing_field_hides_no_other_fault_of_the_entry(run: Run, desk: Path) -> None:
    entry = "{clause: A7.宣传推介, date: 2017-04-10, level: 省报}"
    (desk / "台账.yaml").write_text(f"{HEAD}  - {entry}\n", encoding="utf-8")
    _, err = refused(run, desk, "台账.yaml")
    assert codes(err) == ["missing-subject", "date-outside-year", "unknown-level-word"]
    (desk / "台账.yaml").write_text(
        f"{HEAD}  - {{clause: F1.酌情扣分, date: 2018-05-05, points: 9}}\n", encoding="utf-8"
    )
    _, err = refused(run, desk, "台账.yaml")
    assert codes(err) == ["missing-reason", "missing-entry-field", "amount-outside"]


DASHES = (
    "  -{clause: A5.迟报, date: 2018-04-10}\n  -{clause: A5.缺报, date: 2018-04-10}\n",
    "  -{clause: A5.迟报}\n  -{clause: A5.缺报}\n",
    "  -{clause: A5.迟报}\n",
    "  -clause: A5.迟报\n   date: 2018-04-10\n",
)


@pytest.mark.parametrize("entries", DASHES)
def test_a_dash_without_its_blank(run: Run, desk: Path, entries: str) -> None:
    (desk / "台账.yaml").write_text(HEAD + entries, encoding="utf-8")
    status, err = refused(run, desk, "台账.yaml")
    assert (status, set(codes(err))) == (1, {"missing-blank-after-dash"})
    assert len(codes(err)) == len(re.findall(r"-(?=\{|clause)", entries))
    assert "“-”后面缺一个空格" in err
