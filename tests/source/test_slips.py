"""A gallery of faulty files: one slip each, and the code and the place that it must be reported with."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest
from yaml import Mark
from yaml.error import MarkedYAMLError
from yaml.events import SequenceStartEvent

from wuwu.diagnostics import CANNOT_BE_READ, Problem, Rejected, Severity
from wuwu.messages import LANGUAGES, Words
from wuwu.messages.source import MESSAGES
from wuwu.source import inspection, marked_pass
from wuwu.source.events import next_event
from wuwu.source.inspection import inspect
from wuwu.source.yaml_reader import parse_document

# What is written, and then for every problem: code, line, column, the text that the caret underlines.
GALLERY: tuple[tuple[str, tuple[tuple[str, int, int, str], ...]], ...] = (
    # full-width colon
    ("unit：市就业\n", (("full-width-colon", 1, 5, "："),)),
    ("unit：市就业\nrubric: shizhi\n", (("full-width-colon", 1, 5, "："),)),
    ("unit: 市就业\nrubric：shizhi\nyear: 2018\n", (("full-width-colon", 2, 7, "："),)),
    ("unit: 市就业\nrubric：shizhi\n", (("full-width-colon", 2, 7, "："),)),
    ('"unit": 市就业\n"rubric"：shizhi\n', (("full-width-colon", 2, 9, "："),)),
    ("a: 1\nevents:\n  - {clause： A5.迟报}\n", (("full-width-colon", 3, 12, "："),)),
    ("a: 1\nevents:\n  - {clause: 甲, note：乙}\n", (("full-width-colon", 3, 21, "："),)),
    ("prices: {黄牌警告： 6}\n", (("full-width-colon", 1, 14, "："),)),
    ("events:\n  - clause：A5.迟报\n    date: 2018-01-01\n", (("full-width-colon", 2, 11, "："),)),
    (
        "unit：甲\nrubric：shizhi\nyear: 2018\nevents：\n  - {clause：A}\n",
        tuple(("full-width-colon", line, column, "：") for line, column in ((1, 5), (2, 7), (4, 7), (5, 12))),
    ),
    # full-width comma
    ("- {clause: A5.迟报，date: 2018-01-01}\n", (("full-width-comma", 1, 17, "，"),)),
    ("- {黄牌: 6，撤销: 10}\n", (("full-width-comma", 1, 9, "，"),)),
    (
        "- {clause: A5.迟报，date: 2018，note： 3}\n",
        (("full-width-comma", 1, 17, "，"), ("full-width-comma", 1, 28, "，"), ("full-width-colon", 1, 33, "：")),
    ),
    (
        "- {clause：A5.迟报，date：2018}\n",
        (("full-width-colon", 1, 10, "："), ("full-width-comma", 1, 16, "，"), ("full-width-colon", 1, 21, "：")),
    ),
    # full-width blanks and brackets
    ("unit:　市就业\nrubric: y\n", (("full-width-blank", 1, 6, "　"),)),
    ("events:\n　　- clause: A\n", (("full-width-blank", 2, 1, "　　"),)),
    ("{a: 1,　b: 2}\n", (("full-width-blank", 1, 7, "　"),)),
    ("a　: 1\n", (("full-width-blank", 1, 2, "　"),)),
    ("- {clause: A, note: x｝\n", (("full-width-bracket", 1, 22, "｝"),)),
    ("- ｛clause: A, date: x｝\n", (("full-width-bracket", 1, 3, "｛"), ("full-width-bracket", 1, 22, "｝"))),
    (
        "- ｛clause：A，date：x｝\n",
        (
            ("full-width-bracket", 1, 3, "｛"),
            ("full-width-colon", 1, 10, "："),
            ("full-width-comma", 1, 12, "，"),
            ("full-width-colon", 1, 17, "："),
            ("full-width-bracket", 1, 19, "｝"),
        ),
    ),
    ("｛a: 1｝\n", (("full-width-bracket", 1, 1, "｛"), ("full-width-bracket", 1, 6, "｝"))),
    ("- (clause: A, date: x)\n", (("full-width-bracket", 1, 3, "("), ("full-width-bracket", 1, 22, ")"))),
    ("- {clause:\u00a0A, date: x}\n", (("full-width-blank", 1, 11, "\u00a0"),)),
    ("a: 1\nb:\u00a0x\nc: 2\n", (("full-width-blank", 2, 3, "\u00a0"),)),
    (
        "events:\n　　- {a: 1, b: 2}\n　　- {a: 1, b: 2}\n　　- {a: 1, b: 2}\n　　- {a: 1, b: 2}\n",
        tuple(("full-width-blank", line, 1, "　　") for line in (2, 3, 4, 5)),
    ),
    ("a: 1\nevents:\n  \u200b- {a: 1, b: 2}\n", (("control-character", 3, 3, "\u200b"),)),
    # entries without their dash, or with another sign
    ("e:\n  - {a: 1, b: 2}\n  {a: 1, b: 2}\n  - {a: 1}\n", (("missing-dash", 3, 3, "{"),)),
    ("e:\n  {a: 1, b: 2}\n  {a: 1, b: 2}\n", (("missing-dash", 2, 3, "{"), ("missing-dash", 3, 3, "{"))),
    ("e:\n  - a: 1\n    b: 2\n  a: 1\n  b: 2\n  - a: 1\n", (("missing-dash", 4, 3, "a"),)),
    ("e:\n  - a: 1\n    b: 2\n    a: 1\n    b: 2\n", (("missing-dash", 4, 5, "a"),)),
    ("e:\n  - a: 1\n    b: 2\n    b: 3\n", (("duplicate-key", 4, 5, "b"),)),
    ("e:\n  - {a: 1, b: 2}\n  — {a: 1, b: 2}\n", (("mistaken-dash", 3, 3, "—"),)),
    ("e:\n  — a: 1\n    b: 2\n  — a: 1\n    b: 2\n", (("mistaken-dash", 2, 3, "—"), ("mistaken-dash", 4, 3, "—"))),
    ("e:\n  —{a: 1, b: 2}\n  • {a: 1, b: 2}\n", (("mistaken-dash", 2, 3, "—"), ("mistaken-dash", 3, 3, "•"))),
    # another sign for a colon
    ("unit = 甲\nrubric: shizhi\n", (("equals-sign", 1, 6, "="),)),
    ("a: 1\nunit = 甲\nrubric: shizhi\n", (("equals-sign", 2, 6, "="),)),
    ("- {clause = A, date = x}\n", (("equals-sign", 1, 11, "="), ("equals-sign", 1, 21, "="))),
    ("- clause = A\n  date: x\n", (("equals-sign", 1, 10, "="),)),
    ("单位 甲局\nyear: 2018\n", (("missing-colon", 1, 1, "单位 甲局"),)),
    # what begins a remark
    ("- {a: 1, note: 共2件 #3窗口}\n- {a: 1}\n", (("hash-in-value", 1, 20, "#"),)),
    ("- {a: 1, note: 共2件 # 3窗口}\n- {a: 1}\n", (("hash-in-value", 1, 20, "#"),)),
    ("- {a: 1, note: 共2件 #3窗口,\n   b: 2}\n", (("hash-in-value", 1, 20, "#"),)),
    # two documents in one
    ("unit: 甲\nyear: 2018\nunit: 乙\nyear: 2018\n", (("several-documents", 3, 1, "unit"),)),
    # behind a bracket
    ("- {a: 1, b: 2}。\n- {a: 1, b: 2}\n", (("text-after-bracket", 1, 15, "。"),)),
    ("- {a: 1, b: 2},\n- {a: 1, b: 2};\n", (("text-after-bracket", 1, 15, ","), ("text-after-bracket", 2, 15, ";"))),
    # blanks and colons
    ("unit:市就业\n", (("missing-blank", 1, 5, ":"),)),
    ("unit:市就业\nrubric: x\n", (("missing-blank", 1, 5, ":"),)),
    ("{clause:A5.迟报}\n", (("missing-blank", 1, 8, ":"),)),
    ("- {a: 1}\n-{b: 2}\n", (("missing-blank-after-dash", 2, 1, "-"),)),
    ("单位: 一\n市就业中心\nb: 2\n", (("missing-colon", 2, 1, "市就业中心"),)),
    ("note: 见附件: 三\n", (("colon-in-value", 1, 10, ":"),)),
    ("- {clause: A, note: x: y}\n", (("colon-in-value", 1, 22, ":"),)),
    ("- {clause: A, note: 工伤发[2018]3号}\n", (("bracket-in-value", 1, 24, "["),)),
    ("{note: 迟报, 缺报}\n", (("key-without-colon", 1, 12, "缺报"),)),
    ("{note: 见, http://x}\n", (("key-without-colon", 1, 11, "http://x"),)),
    ('{note: 迟报, "缺报"}\n', (("key-without-colon", 1, 12, '"缺报"'),)),
    ("? 甲\nb: 1\n", (("key-without-colon", 1, 3, "甲"),)),
    ("{plan: 3,000, actual: 930}\n", (("thousands-comma", 1, 8, "3,000"),)),
    ("{plan: 1,000,000.5}\n", (("thousands-comma", 1, 8, "1,000,000.5"),)),
    ("{plan: 1, 000}\n", (("key-without-colon", 1, 11, "000"),)),
    # brackets and commas
    ("{甲: 1 b: 2}\n", (("missing-comma", 1, 7, "b"),)),
    ("- {a: 1\n   b: 2}\n", (("missing-comma", 2, 4, "b"),)),
    ('{note: "甲，乙：丙" date: 1}\n', (("missing-comma", 1, 16, "d"),)),
    ("{a: 1,, b: 2}\n", (("stray-comma", 1, 7, ","),)),
    ("甲: [乙\nb: 1\n", (("unclosed-bracket", 1, 4, "["),)),
    ("甲: [\n", (("unclosed-bracket", 1, 4, "["),)),
    ("events:\n- {b: 1\n- {c: 2}\n", (("unclosed-bracket", 2, 3, "{"),)),
    ("a: {b: 1\nc: {d: 2}\n", (("unclosed-bracket", 1, 4, "{"),)),
    ("a: {b:", (("unclosed-bracket", 1, 4, "{"),)),
    ("甲: [1, 2]]\n", (("stray-bracket", 1, 10, "]"),)),
    ("{a: 1}}\n", (("stray-bracket", 1, 7, "}"),)),
    ("甲: [1, 2}\n", (("wrong-bracket", 1, 9, "}"),)),
    ("{a: [}\n", (("wrong-bracket", 1, 6, "}"),)),
    # indentation
    ("甲:\n\tb: 1\n", (("tab-indentation", 2, 1, "\t"),)),
    ("甲: 1\n\tb: 1\n", (("tab-indentation", 2, 1, "\t"),)),
    ("a: 1\n   \tb: 2\n", (("tab-indentation", 2, 4, "\t"),)),
    ("a:\n  - b\n\t- c\n", (("tab-indentation", 3, 1, "\t"),)),
    ("甲: 1\n  乙丙: 2\n", (("wrong-indentation", 2, 3, "乙丙"),)),
    ("a:\n    b: 1\n   甲: 2\n", (("wrong-indentation", 3, 4, "甲"),)),
    (" a: 1\nb: 2\n", (("wrong-indentation", 2, 1, "b"),)),
    ("- a\nb: 1\n", (("wrong-indentation", 2, 1, "b"),)),
    ("甲: - b\n", (("dash-after-key", 1, 4, "-"),)),
    # quotes and signs
    ("甲: '乙\nb: 1\n", (("unclosed-quote", 1, 4, "'"),)),
    ("甲: 'it's'\n", (("text-after-quote", 1, 8, "s'"),)),
    ("{甲: 'it's'}\n", (("text-after-quote", 1, 9, "s"),)),
    ('甲: "C:\\用户"\n', (("bad-escape", 1, 7, "\\用"),)),
    ("甲: @乙\n", (("reserved-character", 1, 4, "@"),)),
    ("甲: %乙\n", (("reserved-character", 1, 4, "%"),)),
    ("甲: * 乙\n", (("reserved-character", 1, 4, "*"),)),
    ("a: [x, - y]\n", (("reserved-character", 1, 8, "-"),)),
    ("a: >甲\n  y\n", (("reserved-character", 1, 4, ">"),)),
    ("甲: ? 乙\n", (("yaml-syntax", 1, 4, "?"),)),
    # directives
    ("%YAML 3.0\n---\na: 1\n", (("directive", 1, 1, "%YAML 3.0"),)),
    ("# 甲\n%YAML 1.1 # 乙\n---\na: 1\n", (("directive", 2, 1, "%YAML 1.1 # 乙"),)),
    (
        "%TAG ! tag:x,2018:\n%TAG !! a:\n---\na: 1\n",
        (("directive", 1, 1, "%TAG ! tag:x,2018:"), ("directive", 2, 1, "%TAG !! a:")),
    ),
    ("%YAML 1.2\n%TAG ! !x\n---\na: 1\n", (("directive", 2, 1, "%TAG ! !x"),)),
    ("%YAML 1.1\na: 1\n", (("directive", 1, 1, "%YAML 1.1"),)),
    ("%YAML 1.1\n%YAML 1.1\n---\na: 1\n", (("directive", 1, 1, "%YAML 1.1"), ("directive", 2, 1, "%YAML 1.1"))),
    ("%甲\n---\na: 1\n", (("directive", 1, 1, "%甲"),)),
    ("a: 1\n%b: 2\n", (("directive", 2, 1, "%b: 2"),)),
    # structure
    ("", (("empty-file", 1, 1, ""),)),
    ("# 只有注释\n", (("empty-file", 1, 1, "#"),)),
    ("---\n", (("empty-file", 1, 1, "-"),)),
    ("~\n", (("empty-file", 1, 1, "~"),)),
    ("a: 1\n---\nb: 1\n", (("several-documents", 2, 1, "---"),)),
    ("a: 1\n...\nb\n", (("several-documents", 3, 1, "b"),)),
    (
        "甲: 1\n甲: 2\nb: {丙: 1, 丙: 2}\n甲: 3\n",
        (("duplicate-key", 2, 1, "甲"), ("duplicate-key", 3, 11, "丙"), ("duplicate-key", 4, 1, "甲")),
    ),
    ('a: 1\n"a": 2\n', (("duplicate-key", 2, 1, '"a"'),)),
    ("甲: {a: 1, a: 2}\n乙: @x\n", (("duplicate-key", 1, 11, "a"), ("reserved-character", 2, 4, "@"))),
    ("? [甲]\n: 1\n", (("complex-key", 1, 3, "["),)),
    ("{{甲: 1}: 1}\n", (("complex-key", 1, 2, "{"),)),
    ("[a, b]: 1\n", (("complex-key", 1, 1, "["),)),
    (": 1\n", (("empty-key", 1, 1, ":"),)),
    ("{: 1}\n", (("empty-key", 1, 2, ":"),)),
    ("甲: {~: 1}\n", (("empty-key", 1, 5, "~"),)),
    ("甲: &x 1\n乙: *x\n", (("anchor", 1, 4, "&x"), ("alias", 2, 4, "*x"))),
    ("&x 甲: 1\n", (("anchor", 1, 1, "&x"),)),
    ("甲: [1,*x]\n", (("alias", 1, 7, "*x"),)),
    ("甲: &x\n  b: 1\n", (("anchor", 1, 4, "&x"),)),
    ("甲: !!str 1\n乙: ! 2\n", (("tag", 1, 4, "!!str"), ("tag", 2, 4, "!"))),
    (
        "甲: &x !t 1\n乙: !t &x 1\n",
        (("anchor", 1, 4, "&x"), ("tag", 1, 7, "!t"), ("tag", 2, 4, "!t"), ("anchor", 2, 7, "&x")),
    ),
    ("甲: " + "[" * 64 + "1" + "]" * 64, (("too-deep", 1, 67, "["),)),
    # control characters
    ("甲: 乙\0丙\nd: 1\nd: 2\n", (("control-character", 1, 5, "\0"), ("duplicate-key", 3, 1, "d"))),
    ("甲: \x07\n", (("control-character", 1, 4, "\x07"),)),
    ("甲: x\x85y\n", (("control-character", 1, 5, "\x85"),)),
    ("甲: x\u2028y\n", (("control-character", 1, 5, "\u2028"),)),
    ("甲: 1\n\ufeffb: 1\n", (("control-character", 2, 1, "\ufeff"),)),
    ('甲: "\\x07"\n', (("control-character", 1, 4, '"\\x07"'),)),
)

WARNINGS: tuple[tuple[str, tuple[tuple[str, int, int, str], ...]], ...] = (
    ("events:\n  - {clause: A5.迟报, note: 迟报，count：2}\n", (("suspicious-comma", 2, 29, "，"),)),
    ("- clause： A5\n- x\n", (("suspicious-colon", 1, 9, "："),)),
    ("a: 甲\n  note：乙\n", (("suspicious-colon", 2, 7, "："),)),
    ("note: 共2件 #3窗口漏报\n", (("hash-in-value", 1, 11, "#"),)),
    ("- 甲  #乙\n- 丙\n", (("hash-in-value", 1, 6, "#"),)),
)

PROPER = (
    "a: 1 # c：d\n",
    "#a\n  #b\na: 1 # 2号窗口\nb: [1, 2] #3\nc: '甲 #乙'\nd: 甲#乙\n",
    "note: 见附件，其中：三项，共2份\n",
    "{note: 见附件，其中三项}\n",
    "evidence: [表彰文件：岳人社〔2018〕5号, http://x/y#a=b&c=d]\n",
    "a: “引号”\nb: ｛暂定｝\n",
    "a: 1*2&3!4\n",
    "a: C:\\用户\n",
    "- '{clause： A}'\n",
    "? a\n: b\n",
    "{a: 1,\n\tb: 2}\n",
    "%YAML 1.2\n---\na: 1\n...\n",
    "text: >-\n  第一行：\n  第二行，note：乙\n",
    "note: '，date： 3'\n",
    "甲: " + "[" * 63 + "]" * 63,
)


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(Rejected) as caught:
        parse_document(text.encode(), "台账.yaml").require()
    return caught.value.problems


def described(problem: Problem) -> tuple[str, int, int, str]:
    place = problem.place
    assert place is not None
    assert place.line is not None
    assert place.column is not None
    assert place.excerpt is not None
    assert place.file == "台账.yaml"
    return problem.code, place.line, place.column, place.excerpt[place.column - 1 :][: place.length]


@pytest.mark.parametrize(("text", "expected"), GALLERY, ids=range(len(GALLERY)))
def test_each_slip_has_its_code_and_its_place(text: str, expected: tuple[tuple[str, int, int, str], ...]) -> None:
    problems = problems_of(text)
    assert tuple(map(described, problems)) == expected
    for line_end in ("\r\n", "\r"):
        if "\n" in text:
            again = problems_of(text.replace("\n", line_end))
            assert tuple(map(described, again)) == expected
    for problem in problems:
        assert problem.severity is Severity.ERROR
        for language in LANGUAGES:
            words = Words(language)
            for code in (f"problem.{problem.code}", f"problem.{problem.code}.fix"):
                assert "{" not in words(code, **dict.fromkeys(problem.params, "x"))
                assert words(code, **problem.params)


# One slip in one entry, whatever the entry is.
SLIPS: dict[str, Callable[[str], str]] = {
    "no bracket at the end": lambda entry: entry.removesuffix("}"),
    "a bracket too many": lambda entry: f"{entry}}}",
    "another bracket": lambda entry: f"{entry[:-1]}]",
    "a full-width comma": lambda entry: entry.replace(", ", "，", 1),
    "a colon in a text": lambda entry: f"{entry[:-1]}, reason: 甲: 乙}}",
    "an open quote": lambda entry: f'{entry[:-1]}, reason: "甲}}',
    "a text after a quote": lambda entry: f'{entry[:-1]}, reason: "甲"乙}}',
    "a reserved sign": lambda entry: f"{entry[:-1]}, reason: @甲}}",
    "no blank after the dash": lambda entry: entry.replace("- {", "-{"),
    "a tab": lambda entry: entry.replace("  - {", "\t- {"),
    "no brackets": lambda entry: entry.replace("{", "", 1)[:-1],
}
LINES = [
    "unit: 甲",
    "rubric: shizhi",
    "year: 2018",
    "events:",
    "  - {clause: A1.实施方案, finding: 符合}",
    "  # 二季度",
    "  - {clause: A5.迟报, date: 2018-04-10, note: 一季度信息}",
    "  - {clause: A7.宣传推介, date: 2018-07-02, level: 省级,",
    "     subject: 一卡通}",
    "  - clause: B3.集中学习",
    "    date: 2018-01-19",
    "  - {clause: C6.优秀率, value: 92.5}",
    "  - {clause: D1.投诉, date: 2018-06-02, status: 查实}",
    "group: 局属单位",
]
ENTRIES = [4, 6, 11, 12]


def with_slips(slips: dict[int, str]) -> str:
    lines = [SLIPS[slips[number]](line) if number in slips else line for number, line in enumerate(LINES)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("number", ENTRIES)
def test_one_slip_is_told_at_its_own_entry_and_nowhere_else(slip: str, number: int) -> None:
    told = {described(problem)[1] for problem in problems_of(with_slips({number: slip}))}
    assert told == {number + 1}


# where the one quote ends at the other, nobody can tell where a text was meant to end
PAIRS = [
    (first, second)
    for first in SLIPS
    for second in SLIPS
    if first != "an open quote" or second not in {"an open quote", "a text after a quote"}
]


@pytest.mark.parametrize(("first", "second"), PAIRS)
@pytest.mark.parametrize("numbers", [(4, 6), (6, 11), (4, 12), (11, 12)])
def test_slips_in_two_entries_are_both_told_at_once(first: str, second: str, numbers: tuple[int, int]) -> None:
    told = {
        described(problem)[1] for problem in problems_of(with_slips(dict(zip(numbers, (first, second), strict=True))))
    }
    assert told == {number + 1 for number in numbers}


def test_slips_in_the_head_and_below_it_are_told_at_once() -> None:
    text = with_slips({6: "a colon in a text", 12: "a bracket too many"}).replace("unit: 甲", 'unit: "甲"乙')
    assert [described(problem)[:2] for problem in problems_of(text.replace("group: 局属单位", "group: @甲"))] == [
        ("text-after-quote", 1),
        ("colon-in-value", 7),
        ("stray-bracket", 13),
        ("reserved-character", 14),
    ]


def test_an_open_quote_is_told_and_not_the_quote_that_ends_it() -> None:
    text = 'unit: 甲\nevents:\n  - {clause: A, note: "甲}\n  - {clause: B}\n  - {clause: C, note: "乙"}\n'
    assert [described(problem)[:2] for problem in problems_of(text)] == [("unclosed-quote", 3)]


def test_what_is_wrong_is_told_even_when_there_is_no_time_to_look_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "_MOST_READ", 1)
    text = with_slips({4: "an open quote", 12: "a text after a quote"})
    assert len(problems_of(text)) == 1


def test_many_slips_are_told_soon_and_a_hundred_of_a_kind() -> None:
    started = process_time()
    problems = problems_of("events:\n" + "  - {clause: A, note: @甲}\n" * 5_000)
    assert process_time() - started < 10
    assert Counter(each.code for each in problems) == {"reserved-character": 100}
    assert problems[-1].params["more"]


@pytest.mark.parametrize("slip", ["an open quote", "no bracket at the end", "a colon in a text"])
def test_two_slips_far_apart_are_both_told_and_soon(slip: str) -> None:
    started = process_time()
    entry = LINES[ENTRIES[0]]
    lines = ["events:", SLIPS[slip](entry), *["  - {clause: A, note: 甲}"] * 5_000, SLIPS["a reserved sign"](entry)]
    told = [described(problem)[1] for problem in problems_of("\n".join(lines))]
    assert process_time() - started < 5
    assert told == [2, 5_003]


GOOD, OUT, BROKEN = "  - {clause: A, date: x}", " - {clause: A, date: x}", "  - {clause: A date: x}"


@pytest.mark.parametrize(
    ("entries", "lines"),
    [
        # an entry that slipped out of its list, and what follows it
        ([GOOD, GOOD, OUT, GOOD, GOOD], [4]),
        ([GOOD, OUT, GOOD, GOOD, BROKEN], [3, 6]),
        ([GOOD, OUT[1:], GOOD, GOOD, BROKEN], [3, 6]),
        ([BROKEN, GOOD, OUT, GOOD, GOOD], [2, 4]),
        ([BROKEN, GOOD, OUT[1:], GOOD, BROKEN], [2, 4, 6]),
        # one that lost its dash
        ([BROKEN, GOOD, "  {clause: A}", GOOD, BROKEN], [2, 4, 6]),
        # brackets and quotes that go on further out than their entry
        (["  - {clause: A,", " date: x}", OUT], [4]),
        (["  - {clause: A,", "  date: x,", "  note: y}", OUT], [5]),
        (['  - {clause: A, note: "x', '  y"}', OUT], [4]),
        ([BROKEN, "  - {clause: A,", "  date: x,", "  note: y}", GOOD, BROKEN], [2, 7]),
    ],
)
def test_entries_out_of_place_hide_nothing_and_blame_nobody(entries: list[str], lines: list[int]) -> None:
    told = [described(problem)[1] for problem in problems_of("\n".join(["events:", *entries, ""]))]
    assert told == lines


def test_keys_of_the_head_with_a_blank_before_the_colon_are_looked_at_too() -> None:
    text = "unit : @甲\nrubric : @乙\nevents:\n  - {clause: @丙}\n"
    assert [described(problem)[1] for problem in problems_of(text)] == [1, 2, 4]


@pytest.mark.parametrize(("text", "expected"), WARNINGS, ids=range(len(WARNINGS)))
def test_a_doubtful_text_is_read_with_a_warning(text: str, expected: tuple[tuple[str, int, int, str], ...]) -> None:
    notes = parse_document(text.encode(), "台账.yaml").require().notes
    assert tuple(map(described, notes)) == expected
    assert {each.severity for each in notes} == {Severity.WARNING}


@pytest.mark.parametrize("text", PROPER)
def test_a_proper_text_raises_no_doubt(text: str) -> None:
    assert parse_document(text.encode(), "a.yaml").require().notes == ()


@pytest.mark.parametrize("text", ["%YAML 1.2\n---\na: 1\n", "# 甲\n%YAML  1.2  # 乙\n---\na: 1\n"])
def test_the_version_that_is_read_may_be_named(text: str) -> None:
    document = parse_document(text.encode(), "a").require()
    assert (document.data, document.notes) == ({"a": "1"}, ())


@pytest.mark.parametrize(
    "line",
    [
        "{" + "a: b, " * 20_000 + "}",
        "{" + "a, " * 20_000 + "}",
        "{a: " + "1,000, " * 20_000 + "}",
        "[" + "&a b, " * 20_000 + "]",
    ],
    ids=["duplicates", "lone keys", "thousands", "anchors"],
)
def test_a_slip_made_twenty_thousand_times_on_a_line_is_told_soon_and_of_a_hundred(line: str) -> None:
    started = time.monotonic()
    problems = problems_of(line)
    assert time.monotonic() - started < 10
    assert max(Counter(each.code for each in problems).values()) == 100
    assert next(each.params["more"] for each in problems if "more" in each.params) > 19_000  # type: ignore[operator]


LEVELS = 1100


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[" * LEVELS, 1, 65),
        ("甲: " + "[" * LEVELS + "]" * LEVELS, 1, 67),
        ("甲: 乙\n丙:\n  - [ [], {}, \"[[[\", '{', " + "[" * LEVELS, 3, 88),
        ("甲:\r\n  [ # [[[\r\n" + "[" * LEVELS, 3, 63),
    ],
)
def test_a_parser_with_a_limit_of_its_own_hides_ours_no_more(
    text: str, line: int, column: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """libyaml 0.2.6 gives up at a thousand levels while it looks ahead, before it has handed out the first of them."""

    def limited(source: str) -> Callable[[], Any]:
        following = next_event(source)

        def step() -> Any:
            event = following()
            where = event.start_mark
            if isinstance(event, SequenceStartEvent) and source[where.index :].startswith("[["):
                stop = Mark("", where.index + 1001, where.line, where.column + 1001, None, 0)
                raise MarkedYAMLError("while increasing flow level", where, "exceeded maximum nesting depth", stop)
            return event

        return step

    told = [(each.code, each.place.line, each.place.column) for each in problems_of(text) if each.place]
    assert told == [("too-deep", line, column)]
    monkeypatch.setattr(marked_pass, "next_event", limited)
    told = [(each.code, each.place.line, each.place.column) for each in inspect(text, "a") if each.place]
    assert told == [("too-deep", line, column)]


def test_a_duplicate_names_the_first_line() -> None:
    assert problems_of("甲: 1\nb: 1\n甲: 2\n")[0].params == {"key": "甲", "first_line": 1}


def test_control_characters_are_counted() -> None:
    assert problems_of("a: \x01\x02\nb: \x03\n")[0].params == {"char": "U+0001", "count": 3}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", "a:\n "])
def test_depth_is_bounded_before_recursion(opening: str) -> None:
    text = opening * 100_000
    if opening == "a:\n ":
        text = "".join(" " * level + "a:\n" for level in range(300))
    assert problems_of(text)[-1].code in {"too-deep", "complex-key"}


def test_closed_depth_is_bounded() -> None:
    assert problems_of("a: " + "[" * 100_000 + "]" * 100_000)[0].code == "too-deep"


@pytest.mark.parametrize(
    "text", ["a" + " " * 50_000 + "b\nb: c", "a: {b" + " ，b" * 50_000 + ": c: d}", "- {a: 1\n" * 50_000]
)
def test_a_long_faulty_text_is_explained_at_once(text: str) -> None:
    start = process_time()
    assert problems_of(text)
    assert process_time() - start < 3


def test_every_message_is_reached_and_every_code_has_messages() -> None:
    reached = {code for _, expected in (*GALLERY, *WARNINGS) for code, *_ in expected}
    elsewhere = CANNOT_BE_READ | {"file-too-large", "not-utf8", "bad-encoding", "empty-folder", "office-file"}
    known = {re.sub(r"^problem\.|\.fix$", "", code) for code in MESSAGES if code.startswith("problem.")}
    assert reached | elsewhere == known
    assert all(f"problem.{code}.fix" in MESSAGES and f"problem.{code}" in MESSAGES for code in known)


def test_the_pure_parser_finds_the_same_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    from wuwu.source import events

    monkeypatch.setattr(events, "_PARSER", yaml.BaseLoader)
    different = [
        (text, expected, found)
        for text, expected in GALLERY
        if (found := tuple(each.code for each in problems_of(text))) != tuple(code for code, *_ in expected)
    ]
    assert different == []
    for text in PROPER:
        if "\t" not in text:  # the one thing that libyaml allows and the pure parser does not
            assert parse_document(text.encode(), "a.yaml").require().notes == ()
