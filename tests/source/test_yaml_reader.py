from __future__ import annotations

import random
import string
from contextlib import suppress

import pytest

from wuwu.diagnostics import Rejected
from wuwu.source import yaml_reader
from wuwu.source.yaml_reader import parse_document, peek


@pytest.mark.parametrize(
    "scalar",
    [
        "no",
        "on",
        "True",
        "1:30",
        "010",
        "1.10",
        "0x1F",
        "1_000",
        ".inf",
        "2018-04-10",
        "9" * 5000,
        "<<",
        "=",
        "NaN",
        "Nil",
    ],
)
def test_scalars_stay_text(scalar: str) -> None:
    assert parse_document(f"a: {scalar}\nb: [{scalar}]\n".encode(), "a").require().data == {
        "a": scalar,
        "b": [scalar],
    }


@pytest.mark.parametrize("scalar", ["", "~", "null", "Null", "NULL"])
def test_only_plain_nulls_are_none(scalar: str) -> None:
    assert parse_document(f"a: {scalar}\nb: '{scalar}'\n".encode(), "a").require().data == {
        "a": None,
        "b": scalar,
    }


@pytest.mark.parametrize("text", ["a: 1", "a: 1\n", "a: 1\r\n", "a: 1\r", "\n\na: 1\n...\n", "--- \na: 1\n"])
def test_line_ends(text: str) -> None:
    assert parse_document(text.encode(), "a").require().data == {"a": "1"}


def test_a_root_need_not_be_a_mapping() -> None:
    assert parse_document(b"- a\n", "a").require().data == ["a"]
    assert parse_document(b"words\n", "a").require().data == "words"


def test_a_large_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "MAX_BYTES", 10)
    with pytest.raises(Rejected) as caught:
        parse_document(b"a: 12345678", "a").require()
    assert caught.value.problems[0].code == "file-too-large"


def test_peek_reads_no_further_than_needed() -> None:
    raw = "rubric: shizhi\nlevels: [{name: x}, [y]]\nyear: 2018\ntitle: 标题\npoints:\n- @broken".encode()
    assert peek(raw, ["rubric", "year", "title"]) == {"rubric": "shizhi", "year": "2018", "title": "标题"}
    assert peek(raw, ["rubric", "points", "levels", "absent"]) == {"rubric": "shizhi"}
    assert peek(b"- a\n", ["a"]) == {}
    assert peek(b"", ["a"]) == {}
    assert peek(b"a: ~\nb: 'null'\n", ["a", "b"]) == {"b": "null"}
    assert peek("年: 2018".encode("gb18030"), ["年"]) == {"年": "2018"}


def test_whatever_the_bytes_nothing_but_rejected_is_raised() -> None:
    chance = random.Random(2018)
    pieces = [
        *string.printable,
        "：",
        "，",
        "　",
        "甲",
        "a: ",
        "\n  ",
        "- ",
        "{",
        "}",
        "&a ",
        "*a",
        "!t ",
        "\ufeff",
        "｛",
        "\\",
        '"',
    ]
    for _ in range(3000):
        raw = "".join(chance.choices(pieces, k=chance.randrange(1, 40))).encode()
        if chance.random() < 0.2:
            raw = raw[: chance.randrange(len(raw))] + bytes([chance.randrange(256)]) + raw[chance.randrange(len(raw)) :]
        with suppress(Rejected):
            parse_document(raw, "a").require().place(("a", 0))
