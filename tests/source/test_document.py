from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from wuwu.diagnostics import Place, Rejected
from wuwu.source.document import Document
from wuwu.source.yaml_reader import parse_document

LOG = """\
# 台账
unit: 市就业服务中心
events:
  - {clause: A5.迟报, date: 2018-04-10, note: "一季度：迟报"}
  - clause: A7.宣传推介
    evidence: [省报, '市报 7月2日']
    note: >-
      两行
      文字
  - {}
members: []
group:
"""


def document() -> Document:
    return parse_document(LOG.encode(), "台账.yaml").require()


def pointed(place: Place) -> tuple[str, str]:
    assert place.excerpt is not None
    assert place.column is not None
    return str(place), place.excerpt[place.column - 1 :][: place.length]


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), ("台账.yaml:2:1", "unit"), ("台账.yaml:2:1", "unit")),
        (("unit",), ("台账.yaml:2:7", "市就业服务中心"), ("台账.yaml:2:1", "unit")),
        (("events",), ("台账.yaml:4:3", "-"), ("台账.yaml:3:1", "events")),
        (("events", 0), ("台账.yaml:4:5", "{"), ("台账.yaml:4:5", "{")),
        (("events", 0, "date"), ("台账.yaml:4:27", "2018-04-10"), ("台账.yaml:4:21", "date")),
        (("events", 0, "note"), ("台账.yaml:4:45", '"一季度：迟报"'), ("台账.yaml:4:39", "note")),
        (("events", 1), ("台账.yaml:5:5", "clause"), ("台账.yaml:5:5", "clause")),
        (("events", 1, "evidence", 1), ("台账.yaml:6:20", "'市报 7月2日'"), ("台账.yaml:6:20", "'市报 7月2日'")),
        (("events", 1, "note"), ("台账.yaml:7:11", ">-"), ("台账.yaml:7:5", "note")),
        (("events", 2), ("台账.yaml:10:5", "{"), ("台账.yaml:10:5", "{")),
        (("members",), ("台账.yaml:11:10", "["), ("台账.yaml:11:1", "members")),
        (("group",), ("台账.yaml:12:7", ""), ("台账.yaml:12:1", "group")),
    ],
)
def test_places(path: tuple[str | int, ...], value: tuple[str, str], key: tuple[str, str]) -> None:
    assert pointed(document().place(path)) == value
    assert pointed(document().place(path, "key")) == key


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        (("year",), ()),
        (("events", 0, "level"), ("events", 0)),
        (("events", 1, "level", "x"), ("events", 1)),
        (("events", 9, "level"), ("events",)),
        (("unit", "x"), ("unit",)),
        ((3,), ()),
    ],
)
def test_a_path_without_a_value_has_the_place_of_the_nearest_above(
    path: tuple[str | int, ...], nearest: tuple[str | int, ...]
) -> None:
    assert document().place(path) == document().place(nearest)
    assert document().place(path, "key") == document().place(nearest)


def test_a_document_survives_a_journey_between_processes() -> None:
    before = document()
    place = before.place(("unit",))
    again = pickle.loads(pickle.dumps(before))
    assert again.data == before.data
    assert again.place(("unit",)) == place
    assert again.sha256 == before.sha256
    assert not any(name.startswith("_") for name in pickle.loads(pickle.dumps(before)).__dict__)


def test_sha256_is_of_the_bytes() -> None:
    raw = "甲: 1\n".encode("gbk")
    assert parse_document(raw, "a").require().sha256 == hashlib.sha256(raw).hexdigest()


VALUES = st.recursive(
    st.none()
    | st.text(
        st.characters(
            codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
        )
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("甲乙ab ：，,:#-1", min_size=1, max_size=6), inner, max_size=4)
    ),
    max_leaves=20,
)


def leaves(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(data, (dict, list)):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(value, (*path, step))
    else:
        yield path, data


@given(
    data=st.dictionaries(st.text("abc甲乙", min_size=1), VALUES, min_size=1), flow=st.sampled_from([True, False, None])
)
def test_data_is_what_was_written_and_places_point_at_it(data: dict[str, Any], flow: bool | None) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=10**6)
    read = parse_document(text.encode(), "a.yaml").require()
    assert read.data == data
    for path, value in leaves(read.data):
        _, shown = pointed(read.place(path))
        if value is not None and (value == shown or "\n" not in value):
            assert yaml.load(shown, yaml.BaseLoader) == value
        if path and isinstance(path[-1], str):
            assert yaml.load(pointed(read.place(path, "key"))[1], yaml.BaseLoader) == path[-1]


PIECES = st.sampled_from(
    ["a", "乙", ": ", "：", "- ", "\n", "  ", "{", "}", "[", "]", ", ", "'", '"', "~", "null", "#", "\r\n", "1", "|\n"]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_whatever_is_read_equals_what_the_base_loader_builds(text: str) -> None:
    try:
        read = parse_document(text.encode(), "a.yaml").require()
    except Rejected as rejected:
        for problem in rejected.problems:
            assert problem.place is not None
            assert problem.place.line is not None
            assert problem.place.line <= text.count("\n") + text.count("\r") + 1
        return
    expected = yaml.load(text, yaml.BaseLoader)
    assert with_nulls(expected) == with_nulls(read.data)
    for path, value in leaves(read.data):
        read.place(path)
        assert value is None or isinstance(value, str)


def with_nulls(data: Any) -> Any:
    """The data with everything that might be null as None: the base loader does not tell quoted texts apart."""
    if isinstance(data, dict):
        return {key: with_nulls(value) for key, value in data.items()}
    if isinstance(data, list):
        return [with_nulls(value) for value in data]
    return None if data in {"", "~", "null"} else data
