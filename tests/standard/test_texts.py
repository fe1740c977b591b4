"""The rubrics hold every row of the official tables verbatim and in order; only what a word processor left is dropped."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

from wuwu.api import load_rubric

STANDARD = Path(__file__).parent / "standard-2018.txt"
TABLES = {"表一": "shizhi", "表二": "xianshiqu"}
HEADS = ("项目", "分值", "考评内容和计分办法")
DIMENSIONS = "ABCDEF"


class Row(NamedTuple):
    points: int | None
    text: str


class Table(NamedTuple):
    title: str
    dimensions: list[tuple[str, int, list[Row]]]


@lru_cache
def official() -> dict[str, Table]:
    """The tables as the text has them: a title, then for each dimension its name, its points and its rows."""
    lines = [re.sub(r"\[bookmark: [^]]*\]", "", line).strip() for line in STANDARD.read_text("utf-8").splitlines()]
    lines = [line for line in lines if line and line.replace(" ", "") not in HEADS]
    tables: dict[str, Table] = {}
    points: int | None = None
    at = 0
    while at < len(lines):
        line = lines[at]
        if line in TABLES:
            table = tables[TABLES[line]] = Table(lines[at + 1], [])
            at += 1
        elif at + 1 < len(lines) and (whole := re.fullmatch(r"(\d+)分", lines[at + 1])):
            table.dimensions.append((line, int(whole[1]), []))
            at += 1
        elif line.isdecimal():
            points = int(line)
        else:
            table.dimensions[-1][2].append(Row(points, line))
            points = None
        at += 1
    return tables


tables = pytest.mark.parametrize("table", TABLES.values())


def test_the_standard_is_read_whole() -> None:
    assert [[len(rows) for *_, rows in table.dimensions] for table in official().values()] == [
        [8, 5, 6, 6, 7, 6],
        [8, 5, 6, 5, 6, 5],
    ]
    letters = re.sub(r"\[bookmark: [^]]*\]|\s", "", STANDARD.read_text("utf-8"))
    read = "".join(
        re.sub(r"\s", "", row.text) for table in official().values() for *_, rows in table.dimensions for row in rows
    )
    # beside the rows there are only titles, heads, dimensions and points
    assert len(letters) - len(read) < 450


@tables
def test_dimensions_and_points(table: str) -> None:
    rubric, text = load_rubric(table, 2018).rubric, official()[table]
    assert rubric.title == text.title
    assert [(d.name, int(d.points)) for d in rubric.dimensions] == [(name, whole) for name, whole, _ in text.dimensions]
    assert "".join(dimension.id for dimension in rubric.dimensions) == DIMENSIONS
    assert sum(whole for _, whole, _ in text.dimensions) == rubric.points == 100


ROWS = [
    pytest.param(table, dimension, number, id=f"{table}-{DIMENSIONS[dimension]}{number + 1}")
    for table, text in official().items()
    for dimension, (*_, rows) in enumerate(text.dimensions)
    for number in range(len(rows))
]


@pytest.mark.parametrize(("table", "dimension", "number"), ROWS)
def test_a_row_is_verbatim(table: str, dimension: int, number: int) -> None:
    row = official()[table].dimensions[dimension][2][number]
    item = load_rubric(table, 2018).rubric.dimensions[dimension].items[number]
    assert item.text == row.text
    assert item.id == f"{DIMENSIONS[dimension]}{number + 1}"
    assert item.points == (None if row.points is None else Decimal(row.points))


@tables
def test_no_row_too_many(table: str) -> None:
    for dimension, (*_, rows) in zip(
        load_rubric(table, 2018).rubric.dimensions, official()[table].dimensions, strict=True
    ):
        assert len(dimension.items) == len(rows)


@tables
def test_the_row_points_add_up_to_the_dimension(table: str) -> None:
    for _, whole, rows in official()[table].dimensions:
        assert sum(row.points or 0 for row in rows) == whole


# what a log or a report says in these words, and the text does not
OWN_WORDS = {"符合", "不符合", "不适用", "未评定", "计N分"}


@tables
def test_what_a_reading_quotes_stands_in_the_text(table: str) -> None:
    """In one of the two tables: readings compare them. `……` stands for words left out."""
    texts = [row.text for each in official().values() for *_, rows in each.dimensions for row in rows]
    texts += [name for each in official().values() for name, *_ in each.dimensions]
    strays = [
        (reading.id, quote)
        for reading in load_rubric(table, 2018).rubric.readings
        for said in (
            reading.question,
            reading.choice,
            reading.basis,
            *(each.words or "" for each in reading.alternatives),
        )
        for quote in quotes(said)
        for part in quote.replace("‘", "“").replace("’", "”").split("……")
        if quote not in OWN_WORDS and not any(part.strip("，；。") in text for text in texts)
    ]
    assert strays == []


def quotes(said: str) -> list[str]:
    """What stands in quotation marks; of a quotation inside another one, the outer."""
    found, depth, start = [], 0, 0
    for place, character in enumerate(said):
        if character == "“":
            start = start if depth else place + 1
            depth += 1
        elif character == "”":
            depth -= 1
            if not depth:
                found.append(said[start:place])
    return found
