"""A blueprint builds what pydantic would, and nothing that pydantic refuses: over both tables, all logs, and damaged ones."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from wuwu.log.declared import Log
from wuwu.rubric.declared import Rubric
from wuwu.schema.blueprint import build
from wuwu.schema.models import Declared, DeclaredFile
from wuwu.schema.scalars import Day, Flag, Floor, Number, Positive, Text, Texts, Whole
from wuwu.source.files import read_document

ROOT = Path(__file__).resolve().parent.parent
KINDS: dict[str, type[DeclaredFile]] = {"rubric": Rubric, "log": Log}
FILES = [
    *[("rubric", path) for path in sorted((ROOT / "rubrics").glob("*.yaml"))],
    *[("log", path) for path in sorted((ROOT / "examples").glob("*/*.yaml")) if path.parent.name != "other"],
]


def judged(kind: type[Declared], data: object) -> Declared | None:
    """What pydantic makes of it."""
    try:
        return kind.model_validate(data)
    except ValidationError:
        return None


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[path.stem for _, path in FILES])
def test_a_good_file_is_built_as_pydantic_builds_it(kind: str, path: Path) -> None:
    data = read_document(path).data
    built = build(KINDS[kind], data)
    assert built is not None
    assert built == judged(KINDS[kind], data)
    assert built.model_fields_set == set(data)


def spots(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value."""
    yield path
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from spots(value, (*path, key))


SMALL = {
    "rubric": read_document(ROOT / "examples/other/安全生产检查.yaml").data,
    "log": read_document(ROOT / "examples/shizhi/市劳动人事争议仲裁院.yaml").data,
}
PLACES = {name: [path for path in spots(data) if path] for name, data in SMALL.items()}
STRANGE = st.sampled_from(
    [
        "",
        "  ",
        "x",
        "0",
        "-1",
        "1.5",
        "2018-13-01",
        "true",
        "none",
        "是",
        "award",
        "查实",
        "２",
        [],
        {},
        ["x"],
        {"x": "y"},
        [""],
    ]
)


@settings(max_examples=300, deadline=None)
@given(data=st.data(), name=st.sampled_from(["rubric", "log"]))
def test_a_damaged_file_is_refused_by_both_or_built_alike(data: st.DataObject, name: str) -> None:
    damaged = copy.deepcopy(SMALL[name])
    path = data.draw(st.sampled_from(PLACES[name]))
    around = damaged
    for step in path[:-1]:
        around = around[step]
    match data.draw(st.sampled_from(["replace", "remove", "add"])):
        case "replace":
            around[path[-1]] = data.draw(STRANGE)
        case "remove":
            del around[path[-1]]
        case _ if isinstance(around, dict):
            around[data.draw(st.sampled_from(["x", "note", "points", "kind", "floor", "date"]))] = data.draw(STRANGE)
        case _:
            around.append(data.draw(STRANGE))
    assert build(KINDS[name], damaged) == judged(KINDS[name], damaged)


class Inner(Declared):
    kind: Literal["inner"]
    least: Annotated[tuple[Number, ...], Field(min_length=1)] = ()


class Other(Declared):
    kind: Literal["other"]
    note: Text | None = None


class Outer(Declared):
    text: Text
    texts: Texts = ()
    whole: Whole = 0
    positive: Positive | None = None
    day: Day | None = None
    flag: Flag = False
    floor: Floor = Field(default="0", validate_default=True)
    prices: dict[str, Number] | None = None
    parts: tuple[Annotated[Inner | Other, Field(discriminator="kind")], ...] = ()


@pytest.mark.parametrize(
    "data",
    [
        {"text": " a "},
        {"text": "a", "texts": ["b", "c"], "floor": "none", "flag": "false"},
        {"text": "a", "prices": {"x": "1.5"}, "parts": [{"kind": "inner", "least": ["1"]}, {"kind": "other"}]},
        {"text": "a", "day": "2018-02-29"},
        {"text": "a", "positive": "0"},
        {"text": "a", "parts": [{"kind": "inner", "least": []}]},
        {"text": "a", "parts": [{"kind": "stranger"}]},
        {"text": "a", "parts": {"kind": "inner"}},
        {"text": "a", "prices": ["1"]},
        {"text": "a", "extra": "x"},
        {"text": ["a"]},
        {"texts": "b"},
        {},
        [],
        "text",
        None,
    ],
    ids=str,
)
def test_every_type_of_field_is_known(data: Any) -> None:
    assert build(Outer, data) == judged(Outer, data)


def test_an_empty_value_is_left_to_pydantic() -> None:
    assert build(Other, {"kind": "other", "note": None}) is None
    assert judged(Other, {"kind": "other", "note": None}) == Other(kind="other")
