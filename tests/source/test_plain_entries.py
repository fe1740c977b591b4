"""Whatever is taken apart without the parser means what the parser says it means: held against it, never believed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wuwu.source.plain_entries import split_entries
from wuwu.source.yaml_reader import _build, _build_plain

ROOT = Path(__file__).parents[2]
HEAD = "unit: 甲\nrubric: shizhi\nmembers: [张三, 李四]\n"


def plain(text: str) -> object:
    """What the plain way makes of a text, after the parser agreed; None where it is left to the parser."""
    ours: list[str] = []
    built = _build_plain(text, ours)
    if built is not None:
        theirs: list[str] = []
        assert (built, ours) == (_build(text, theirs), theirs)
    return built


def events(*lines: str) -> object:
    """The entries of a log with these lines under `events:`, taken the plain way."""
    built = plain(f"{HEAD}events:\n" + "".join(f"{line}\n" for line in lines))
    return built["events"] if isinstance(built, dict) else None


def test_a_plain_entry_is_taken_apart() -> None:
    assert events("  - {clause: A5.迟报, date: 2018-04-10, note: “一季度” 信息：迟报（2次）}") == [
        {"clause": "A5.迟报", "date": "2018-04-10", "note": "“一季度” 信息：迟报（2次）"}
    ]
    assert events("  - {clause: A, evidence: [甲 1, 乙], value: 71%}") == [
        {"clause": "A", "evidence": ["甲 1", "乙"], "value": "71%"}
    ]


def test_a_quoted_text_says_what_it_says() -> None:
    assert events('  - {a: "甲: 乙, c: {丙} [#丁]", b: "", c: [e], d: " 1 "}', '  - {a: "x} # y", b: "\'"}') == [
        {"a": "甲: 乙, c: {丙} [#丁]", "b": "", "c": ["e"], "d": " 1 "},
        {"a": "x} # y", "b": "'"},
    ]


def test_remarks_blank_lines_and_an_entry_over_several_lines() -> None:
    assert events("", "# 比学习: {a, b}", "  - {a: b,", "     c: d,", "   e: f}", "", "      # 完", "  - {a: g}") == [
        {"a": "b", "c": "d", "e": "f"},
        {"a": "g"},
    ]
    assert events("  - {a: b} # 一: {c, d} # 二}", "  - {a: c,", "     d: [e]}   #", "  - {a: f}") == [
        {"a": "b"},
        {"a": "c", "d": ["e"]},
        {"a": "f"},
    ]


@pytest.mark.parametrize("before", ["", "---\n", "# 台账\n\n", "note: |\n  events:\n    - x\n", "b: '\n  x'\n"])
@pytest.mark.parametrize("opening", ["events:", "events:   # may be empty", "events: ", "events:\n\n  # 一季度"])
@pytest.mark.parametrize("end", ["\n", "", "\n\n", "\n# 完\n"])
def test_what_stands_around_the_entries(before: str, opening: str, end: str) -> None:
    text = f"{before}unit: 甲\n{opening}\n  - {{a: b}}\n  - {{a: c}}{end}"
    assert isinstance(plain(text), dict)
    assert plain(text.replace("\n", "\r\n")) == plain(text)


@pytest.mark.parametrize(
    "line",
    [
        "  - {a: b, a: c}",
        "  - {a: b, c: [d], c: e}",
        "  - {a: null}",
        "  - {a: [Null]}",
        "  - {null: b}",
        "  - {a: ~}",
        "  - {a: }",
        "  - {a: b, c}",
        "  - {a: b, }",
        "  - {a: 'b'}",
        '  - {a: "b\\n"}',
        '  - {a: "b"c}',
        '  - {a: b"c", d: e}',
        '  - {a: "b}',
        '  - {a: "b" }',
        '  - {"a": b}',
        '  - {a: ["b"]}',
        '  - {a: "b", a: "c"}',
        '  - {a: "null"}',
        '  - {a: "b\n    c"}',
        "  - {a: &x b}",
        "  - {a: *x}",
        "  - {a: !!str b}",
        "  - {a: b #c}",
        "  - {a: b}# c",
        "  - {a: b} c",
        "  - {a: b} #\x07",
        "  - {a: b} # \ufeff",
        "  - {a: b,  # c\n     c: d}",
        "  - {a: -b}",
        "  - {a: - b}",
        "  - {a: %b}",
        "  - {a: b: c}",
        "  - {a:b}",
        "  - {a : b}",
        "  - {a: b  c}",
        "  - {a: b }",
        "  - { a: b}",
        "  - {a: b,c: d}",
        "  - {a: b,  c: d}",
        "  - {a: {b: c}}",
        "  - {a: [[b]]}",
        "  - {a: []}",
        "  - {A: b}",
        "  - {条款: b}",
        "  - {a：b}",
        "  - {a: b，c: d}",
        "  - {a: b\t}",
        "  - {a: b\u3000}",
        "  - {a: b\u00a0c}",
        "  - {a: b\u2028c}",
        "  - {a: b\u0085c}",
        "  - {a: b\ufeffc}",
        "  - {a: b\x00}",
        "  - {a: b\r, c: d}",
        "  - {a: b",
        "  - {a: b}}",
        "  - {}",
        "  - a",
        "  - a: b",
        "  -  {a: b}",
        "  -{a: b}",
        " - {a: b}",
        "   - {a: b}",
        "- {a: b}",
        "\t- {a: b}",
        "more: x",
        "...",
        "---",
        "  - {a: b,\nc: d}",
        "  - {a: b,\n\n     c: d}",
        "  - {a: [b," + "\n c," * 60 + " d]}",
        "  - {a: b,\n     # c\n     c: d}",
        "  - {a: b\n     c}",
        "  # a\x07",
        f"  - {{{'a' * 1030}: b}}",
    ],
)
def test_anything_else_is_left_to_the_parser(line: str) -> None:
    assert events("  - {a: x}", line, "  - {a: y}") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "events:\n",
        "events: []\n",
        "events:\n- {a: b}\n",
        "unit: '\nevents:\n  - {a: b}\n",
        "unit: {\nevents:\n  - {a: b}\n",
        "events: x\nevents:\n  - {a: b}\n",
        "unit: @\nevents:\n  - {a: b}\n",
        "unit: 甲\n...\nevents:\n  - {a: b}\n",
        "- a\nevents:\n  - {a: b}\n",
        "unit: 甲\n events:\n  - {a: b}\n",
        "dimensions:\n  - {id: A}\nlevels:\n  - {name: 甲}\n",
        "events:\n  - {a: b}\nunit: 甲\n",
    ],
)
def test_texts_that_are_the_parser_s(text: str) -> None:
    assert plain(text) is None


def test_a_remark_that_ends_in_a_comma_swallows_no_entry() -> None:
    assert events("  # 甲,", "  - {a: b}") == [{"a": "b"}]
    assert events("  - {a: b} # 甲,", "  - {c: d}") == [{"a": "b"}, {"c": "d"}]
    assert events("  - {a: b,", "     c: d} # 甲,", "  - {e: f}") == [{"a": "b", "c": "d"}, {"e": "f"}]
    assert events('  - {a: "b,', '     c"} # 甲,', "  - {e: f} # 乙,", "") == [{"a": "b, c"}, {"e": "f"}]
    assert events("  - {a: b} # 甲,", "     c: d}") is None


def test_every_character_that_a_word_may_hold_stays_what_it_is() -> None:
    inside, first = (
        [
            sign
            for sign in map(chr, (*range(0x10000), 0x10FFFF, *range(0x20000, 0x20010), 0x1F600))
            if split_entries(f"events:\n  - {{a: {form.format(sign)}}}\n")
        ]
        for form in ("x{}x", "{}")
    )
    assert len(inside) > 50_000
    assert set(inside) - set(first) == set(" -%")
    for form, signs in (("x{}x", inside), ("{} {}", first), ("{}", first)):
        words = [form.format(sign, sign) for sign in signs]
        assert events(*(f"  - {{a: {word}, b: {word}}}" for word in words)) == [
            {"a": word, "b": word} for word in words
        ]
    assert [sign for sign in inside if sign.isspace()] == [" "]


PIECES = st.sampled_from(
    [
        "  - {",
        "}\n",
        "}\n  - {",
        "a: ",
        "b: ",
        "clause: ",
        "甲",
        "x-1",
        "2018-04-10",
        ", ",
        ",\n     ",
        "，",
        "：",
        " ",
        "\n",
        "\r\n",
        "[",
        "]",
        "[甲, 乙]",
        "'",
        '"',
        "#",
        " # ",
        "} # ",
        "} # 甲,\n",
        "-",
        "%",
        "null",
        "~",
        "{",
        "}",
        ":",
        "|",
        "&a",
        "*a",
        "?",
        "\t",
        "\u3000",
        "events:\n",
    ]
)
FIELDS = ["a: 甲", "b: x-1 y", "c: [甲, 乙 1]", "d: 71%", "e: “2018”：x/y", 'f: "甲: 乙, g: {1}"', 'g: ""']
ENTRY = st.lists(st.sampled_from(FIELDS), min_size=1, max_size=5).map(lambda some: f"  - {{{', '.join(some)}}}\n")


@given(st.lists(st.one_of(ENTRY, ENTRY, PIECES), max_size=9).map("".join))
@example("  - {a: 甲,\n     b: 乙}\n")
def test_the_parser_agrees_with_whatever_is_taken(tail: str) -> None:
    plain(f"{HEAD}events:\n{tail}")


@given(st.lists(ENTRY, min_size=1, max_size=6).map("".join), st.data())
def test_one_slip_anywhere_changes_no_meaning(tail: str, data: st.DataObject) -> None:
    text = f"{HEAD}events:\n{tail}"
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 2))
    plain(text[:at] + data.draw(st.one_of(PIECES, st.text(max_size=2))) + text[at + cut :])


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/*.yaml")), ids=lambda path: path.stem)
def test_the_logs_of_the_examples_are_plain(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (plain(text) is None) == ("dimensions:" in text)
