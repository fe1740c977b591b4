"""Problems as a person reads them: place, excerpt, caret, mend, count."""

from __future__ import annotations

import re

import pytest

from wuwu.diagnostics import Place, Problem, Severity
from wuwu.messages import Phrase, Words
from wuwu.report.findings.document import problem_document
from wuwu.report.findings.problems import render_problems
from wuwu.report.findings.selection import MOST_SHOWN
from wuwu.report.layout.screen import hang
from wuwu.report.layout.width import display_width, pad, wrap


def caret_columns(excerpt: str, column: int, length: int = 1) -> tuple[str, str]:
    place = Place("台账.yaml", 7, column, length, excerpt)
    shown = render_problems([Problem("full-disk", place)], Words("zh"), color=False)
    _, line, caret, *_ = shown.splitlines()
    return line, caret


def test_the_whole_text() -> None:
    place = Place("台账.yaml", 7, 9, 4, "unit：局属「甲」 x")
    shown = render_problems([Problem("full-disk", place)], Words("en"), color=False)
    assert shown == (
        "台账.yaml:7:9: error: the disk is full: nothing was written, an existing file is unchanged [full-disk]\n"
        "  7 | unit：局属「甲」 x\n"
        "    |             ^^^^^^\n"
        "  → free some space and try again, or choose another place\n"
        "1 error.\n"
    )


@pytest.mark.parametrize("column", range(1, 9))
def test_the_caret_stands_under_its_character(column: int) -> None:
    excerpt = "a：中b，e\u0301X"
    line, caret = caret_columns(excerpt, column)
    before = line[: line.index("|") + 2] + excerpt[: column - 1]
    assert display_width(caret[: caret.index("^")]) == display_width(before)


def test_caret_after_the_end_and_under_nothing() -> None:
    assert caret_columns("甲：", 3)[1].endswith("|     ^")
    assert caret_columns("", 1)[1].endswith("| ^")
    assert caret_columns("甲", 99)[1].endswith("|   ^")


def test_very_long_line_is_shown_around_the_caret() -> None:
    line, caret = caret_columns("甲" * 5000 + "！" + "乙" * 5000, 5001)
    assert display_width(line) < 120
    at = caret.index("^")
    shown = next(index for index in range(len(line)) if display_width(line[:index]) == at)
    assert line[shown] == "！"


def test_control_characters_do_not_reach_the_screen() -> None:
    line, caret = caret_columns("a\t\x1b[31m中\x00X", 10)
    assert line.endswith("a <U+001B>[31m中<U+0000>X")
    assert display_width(line) == len(caret)


@pytest.mark.parametrize("character", "\u200b\u200e\u2060\ufeff\u00a0\u00ad\u2028\u202e")
def test_what_cannot_be_seen_is_shown(character: str) -> None:
    shown = f"<U+{ord(character):04X}>"
    excerpt = f"clause: A5.迟{character}报　甲, date"
    line, caret = caret_columns(excerpt, 9, 6)
    assert line.endswith(f"clause: A5.迟{shown}报　甲, date")
    marked = f"A5.迟{shown}报"
    assert display_width(caret[: caret.index("^")]) == display_width(line[: line.index(marked)])
    assert caret.count("^") == display_width(marked)
    problem = Problem(
        "unknown-clause", None, {"clause": f"A5.迟{character}报", "rubric": "a", "reference": "a", "nearest": []}
    )
    for language in ("zh", "en"):
        told = render_problems([problem], Words(language), color=False)
        assert marked in told
        assert character not in told
    assert marked in problem_document(problem, Words("zh"))["message"]


def test_a_long_line_of_what_cannot_be_seen_is_no_longer_for_that() -> None:
    line, caret = caret_columns("\u200b" * 500 + "甲" + "\u200b" * 500, 501, 1)
    assert display_width(line) < 120
    assert "<U+200B>甲<U+200B>" in line
    assert caret.count("^") == 2


def test_order_and_count() -> None:
    problems = [
        Problem("full-disk", Place("b.yaml", 2, 1)),
        Problem("full-disk", Place("b.yaml", 10, 1), severity=Severity.WARNING),
        Problem("full-disk", Place("a.yaml")),
        Problem("full-disk", None, severity=Severity.NOTE),
        Problem("full-disk", Place("b.yaml")),
    ]
    lines = render_problems(problems, Words("zh"), color=False).splitlines()
    heads = [line.split(" ")[0] for line in lines if "[full-disk]" in line]
    assert heads[1:] == ["a.yaml:", "b.yaml:", "b.yaml:2:1:", "b.yaml:10:1:"]
    assert lines[-1] == "共 3 个错误、1 个提醒、1 个说明。"


def test_no_problem_no_text() -> None:
    assert render_problems([], Words("zh"), color=True) == ""


def test_more_than_anyone_reads() -> None:
    problems = [Problem("full-disk", Place("a.yaml", line, 1)) for line in range(1, 1001)]
    shown = render_problems(problems, Words("zh"), color=False)
    assert shown.count("[full-disk]") == MOST_SHOWN
    assert "另有 900 个" in shown
    assert shown.endswith("共 1000 个错误。\n")


def test_a_list_that_is_cut_keeps_its_errors() -> None:
    notes = [
        Problem("not-utf8", Place(f"{number:03}.yaml"), {"encoding": "GB18030"}, Severity.NOTE) for number in range(120)
    ]
    error = Problem("full-disk", Place("z.yaml", 3, 1))
    warning = Problem("full-disk", Place("y.yaml", 3, 1), severity=Severity.WARNING)
    shown = render_problems([*notes, warning, error], Words("zh"), color=False).splitlines()
    heads = [line for line in shown if line.endswith("]")]
    assert len(heads) == MOST_SHOWN
    assert [head.partition(":")[0] for head in heads[:3]] == ["z.yaml", "y.yaml", "000.yaml"]
    assert shown[-23] == "（另有 22 个未列出，改正以上各项后请再次检查。）"
    assert shown[-22] == "  098.yaml：1 个说明"
    assert shown[-2] == "  另外 2 个文件：2 个说明"
    assert shown[-1] == "共 1 个错误、1 个提醒、120 个说明。"


def test_a_file_of_many_errors_hides_no_other_file() -> None:
    many = [Problem("full-disk", Place("a.yaml", line, 1)) for line in range(1, 151)]
    few = [Problem("full-disk", Place("b.yaml", line, 1)) for line in range(1, 4)]
    shown = render_problems([*many, *few], Words("en"), color=False)
    assert [f"b.yaml:{line}:1: error" in shown for line in range(1, 4)] == [True] * 3
    assert shown.endswith("(53 more are not shown; fix these and check again.)\n  a.yaml: 53 errors\n153 errors.\n")


def test_every_file_with_an_error_shows_one() -> None:
    problems = [Problem("full-disk", Place(f"{number:03}.yaml", line, 1)) for number in range(150) for line in (1, 2)]
    shown = render_problems(problems, Words("zh"), color=False)
    assert all(f"{number:03}.yaml:1:1: 错误" in shown for number in range(150))
    assert shown.count("[full-disk]") == 150


def test_color() -> None:
    problem = Problem("full-disk", Place("a.yaml", 1, 1, 1, "甲"))
    assert "\033[" not in render_problems([problem], Words("zh"), color=False)
    assert "\033[1;31m错误\033[0m" in render_problems([problem], Words("zh"), color=True)


@pytest.mark.parametrize("columns", range(8, 30))
def test_wrapped_lines_fit_and_lose_nothing(columns: int) -> None:
    text = "评分标准和台账都是文本文件；得分单写明（每一分）从哪里来。WUWU_LANG is read，then the “locale”."
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line[0] not in "，。；）”" for line in lines)
    assert all(display_width(line) <= columns or " " not in line for line in lines)


TOLD = Problem(
    "idle-field",
    Place(
        "单位 台账/市就业.yaml",
        6,
        37,
        5,
        "  - {clause: E4.一线工作法, finding: 符合, count: 2, note: 一季度信息迟报，已经说明}",
    ),
    {"clause": "E4.一线工作法", "field": "count", "takes": ["clause", "date", "finding", "reason", "decided_by"]},
    related=(Place("甲.yaml", 3, 1, 1, "甲" * 100),),
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", range(40, 100, 3))
def test_problems_fit_a_screen_and_lose_nothing(language: str, columns: int) -> None:
    whole = render_problems([TOLD], Words(language), color=False)
    shown = render_problems([TOLD], Words(language), color=False, columns=columns)
    assert all(display_width(line) <= columns for line in shown.splitlines())
    assert shown.startswith("单位 台账/市就业.yaml:6:37: ")
    excerpts = re.compile(r"^ +\d* \| .*\n", re.MULTILINE)
    told = ["".join(excerpts.sub("", text).split()) for text in (whole, shown)]
    assert told[0] == told[1]
    caret = next(line for line in shown.splitlines() if "^" in line)
    above = shown.splitlines()[shown.splitlines().index(caret) - 1]
    assert above.encode("gbk")[caret.index("^") :].startswith(b"count")


def test_colour_takes_no_room_on_a_screen() -> None:
    plain, coloured = (render_problems([TOLD], Words("zh"), color=color, columns=50) for color in (False, True))
    assert re.sub(r"\033\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("columns", range(4, 30))
def test_a_head_is_never_broken(columns: int) -> None:
    lines = hang("台账.yaml:1:1: ", "评分标准里没有条款 A5.迟到 [unknown-clause]", columns, 2)
    assert lines[0].startswith("台账.yaml:1:1:")
    assert all(display_width(line) <= columns or line == "台账.yaml:1:1:" for line in lines)
    assert "".join("".join(lines).split()) == "台账.yaml:1:1:评分标准里没有条款A5.迟到[unknown-clause]"


def test_a_head_without_columns_is_followed_at_once() -> None:
    assert hang("a: ", "甲  乙" * 100, None, 4) == ["a: " + "甲  乙" * 100]
    assert hang("  → ", "", 40, 4) == ["  →"]


def test_width() -> None:
    assert [display_width(text) for text in ("", "ab", "中，", "ｅ\u0301", "“")] == [0, 2, 4, 2, 1]
    assert pad("中", 4) == "中  "
    assert wrap("", 10) == []


@pytest.mark.parametrize(("count", "sentence"), [(1, "1 error."), (2, "2 errors.")])
def test_a_count_has_its_word(count: int, sentence: str) -> None:
    shown = render_problems([Problem("full-disk", None)] * count, Words("en"), color=False)
    assert shown.splitlines()[-1] == sentence


def test_a_param_may_be_words_itself() -> None:
    counts = [Phrase("problems.error-count", {"count": 2}), Phrase("problems.note-count", {"count": 1})]
    assert Words("en")("problems.count", counts=counts) == "2 errors, 1 note."
    assert Words("zh")("problems.count", counts=counts) == "共 2 个错误、1 个说明。"
