"""Bad input: each a clear, located error with its mend and exit code; nothing on stdout, nothing written, no traceback."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]

HEAD = "unit: 市就业服务中心\nrubric: shizhi\nyear: 2018\nmembers: [张三]\nevents:\n"
FIRST = HEAD.count("\n") + 1

# the entries, the code of the problem, what the caret stands under (and, where told, the line), what the mend says
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
    "no date": ("{clause: A5.迟报}", "missing-date", "clause", "date"),
    "impossible date": ("{clause: A5.迟报, date: 2018-02-30}", "not-a-date", "2018-02-30", ""),
    "date outside the year": ("{clause: A5.迟报, date: 2019-01-03}", "date-outside-year", "2019-01-03", "2018"),
    "slashes in a date": ("{clause: A5.迟报, date: 2018/4/10}", "not-a-date", "2018/4/10", "2018-04-10"),
    "a date in words": ("{clause: A5.迟报, date: 4月10日}", "not-a-date", "4月10日", ""),
    "count of 0": ("{clause: A5.迟报, date: 2018-04-10, count: 0}", "count-zero", "0", "1"),
    "count of 1.5": ("{clause: A5.迟报, date: 2018-04-10, count: 1.5}", "not-a-whole-number", "1.5", ""),
    "unknown level": (
        "{clause: A7.宣传推介, date: 2018-04-10, level: 省报, subject: 甲}",
        "unknown-level-word",
        "省报",
        "省级",
    ),
    "no level": ("{clause: D1.通报, date: 2018-04-10}", "missing-level", "clause", "市级"),
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
        "clause",
        "reason",
    ),
    "amount without decider": (
        "{clause: C5.资料不完整, date: 2018-04-10, points: 1, reason: 缺}",
        "missing-entry-field",
        "clause",
        "decided_by",
    ),
    "share over 100": ("{clause: C6.优秀率, value: 100.5}", "share-outside", "100.5", "100"),
    "shares over 100 together": (
        "{clause: C6.优秀率, value: 85}\n  - {clause: C6.不称职率, value: 20}",
        "shares-over-whole",
        "20",
        "",
    ),
    "plan of 0": ("{clause: E1.目标任务, name: 甲, plan: 0, actual: 5}", "plan-not-positive", "0", ""),
    "measured and a task": (
        "{clause: E1.目标任务, name: 甲, rate: 97, done: false}",
        "field-of-other-form",
        "rate",
        "",
    ),
    "one target twice": (
        "{clause: E1.目标任务, name: 甲, rate: 97}\n  - {clause: E1.目标任务, name: 甲, done: false}",
        "double-entry",
        "clause",
        "",
    ),
    "two findings": (
        "{clause: A2.主体责任, finding: 符合}\n  - {clause: A2.主体责任, finding: 不符合}",
        "double-entry",
        "clause",
        "",
    ),
    "two figures": (
        "{clause: C6.优秀率, value: 85}\n  - {clause: C6.优秀率, value: 90}",
        "double-entry",
        "clause",
        "",
    ),
    "no subject": ("{clause: D6.处罚, date: 2018-09-01, level: 黄牌警告}", "missing-subject", "clause", "subject"),
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
    "full-width colon": ("{clause：A5.迟报, date: 2018-04-10}", "full-width-colon", "：", ""),
    "not an entry": ("A5.迟报", "not-a-mapping", "A5.迟报", ""),
}

FILES = {
    "empty": (b"", "empty-file"),
    "blank": (b"\n\n", "empty-file"),
    "comment only": ("# 台账\n".encode(), "empty-file"),
    "a list": (b"- a\n- b\n", "not-a-mapping"),
    "a word": ("台账\n".encode(), "not-a-mapping"),
    "not YAML": (b"unit: [a\n", ""),
    "no text at all": (bytes(range(256)) * 8, ""),
    "a nul": (b"unit: a\0b\n", ""),
    "full-width colon": ("unit：市就业服务中心\nrubric: shizhi\nyear: 2018\nevents: []\n".encode(), "full-width-colon"),
    "without its head": (b"events: []\n", ""),
    "unknown rubric": ("unit: 甲\nrubric: shizi\nyear: 2018\nevents: []\n".encode(), "unknown-rubric"),
    "rubric file that is not there": ("unit: 甲\nrubric: 明年.yaml\nyear: 2018\nevents: []\n".encode(), "missing-file"),
    "year without a rubric": ("unit: 甲\nrubric: shizhi\nyear: 2031\nevents: []\n".encode(), "no-rubric-for-year"),
    "events twice": ((HEAD + "  []\nevents: []\n").encode(), ""),
    "nested without end": (b"unit: " + b"[" * 5000, ""),
}
