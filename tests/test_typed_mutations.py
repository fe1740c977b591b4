"""Rubrics, logs, examples and patches with values of every wrong type: each is answered, none is a defect of wuwu.

The mutations are of the data, not of bytes, so that they get past the reader. Their seeds are fixed.
"""

from __future__ import annotations

import copy
import io
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from wuwu.cli import main
from wuwu.source.files import read_document

ROOT = Path(__file__).resolve().parent.parent
SMALL, LARGE = (
    read_document(ROOT / name).require().data for name in ("examples/other/安全生产检查.yaml", "rubrics/shizhi.yaml")
)
READING: dict[str, Any] = {
    "id": "R99",
    "question": "怎么扣",
    "choice": "照原文",
    "basis": "原文",
    "alternatives": [{"name": "另一种", "patch": {}}],
}
STRANGE: tuple[Any, ...] = (
    *(
        None,
        "",
        " ",
        "甲",
        "none",
        "true",
        "0",
        "-1",
        "1",
        "1.5",
        "1e3",
        "３",
        "999999999999",
        "10000",
        "2018",
        "2018-02-29",
    ),
    *(
        "2018-04-10",
        "A1",
        "A1.甲",
        "符合",
        "市级",
        "shizhi",
        "/proc/self/environ",
        "\u200b",
        "=1+1",
        "[x]",
        "长" * 3000,
        "9" * 300,
    ),
    *(
        [],
        {},
        ["甲"],
        [None],
        [[]],
        [{}],
        {"甲": "乙"},
        {"id": "A1"},
        {"kind": "award"},
        {"clause": ["甲"]},
        {"甲": {"乙": ["丙"]}},
    ),
)
SECONDS = 5
"""The most that one answer may take of the processor: something that hangs is a failure and not a test without an end."""


def spots(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value under the root."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*path, key)
        yield from spots(value, (*path, key))


def at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def mutate(data: Any, random: Random) -> Any:
    """The data with one to three values replaced, taken out, doubled, renamed or put in another's place."""
    data = copy.deepcopy(data)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        paths = list(spots(data))
        if not paths:
            break
        path = random.choice(paths)
        owner, key = at(data, path[:-1]), path[-1]
        match random.randrange(6):
            case 0:
                owner.pop(key)
            case 1:
                owner[key] = copy.deepcopy(at(data, random.choice(paths)))
            case 2 if isinstance(owner, list):
                owner.append(copy.deepcopy(owner[key]))
            case 2 | 3 if isinstance(owner, dict):
                name = random.choice([str(each[-1]) for each in paths])
                owner[name] = owner.pop(key)
            case _:
                owner[key] = copy.deepcopy(random.choice(STRANGE))
    return data


def patched(rubric: Any, random: Random) -> Any:
    """The rubric with a reading whose alternative changes some values, each in the way of a patch."""
    patch: dict[Any, Any] = {}
    for path in random.sample([path for path in spots(rubric) if path[0] == "dimensions"], 3):
        owner = at(rubric, path[:-1])
        if isinstance(owner, dict):
            name = owner.get("id", random.choice([rubric["rubric"], "A1", "A9.甲", ""]))
            patch[name] = random.choice([None, {path[-1]: random.choice(STRANGE)}, random.choice(STRANGE)])
    reading = copy.deepcopy(READING)
    reading["alternatives"][0]["patch"] = random.choice([patch, mutate({"patch": patch}, random).get("patch")])
    return {**rubric, "readings": [*rubric.get("readings", []), reading]}


def exemplified(rubric: Any, random: Random) -> Any:
    """The rubric with the examples of some rule mutated."""
    data = copy.deepcopy(rubric)
    paths = [path for path in spots(data) if path[-1] in ("examples", "given")]
    path = random.choice(paths)
    owner = at(data, path[:-1])
    owner[path[-1]] = mutate({"x": owner[path[-1]]}, random).get("x")
    return data


def log(rubric: Any, random: Random) -> Any:
    """A log with some entries under clauses of the rubric."""
    rules = (each for path in spots(rubric["dimensions"]) if isinstance(each := at(rubric["dimensions"], path), dict))
    clauses = [each["id"] for each in rules if "kind" in each]
    entry = {
        "date": f"{rubric['year']}-04-10",
        "count": "2",
        "finding": "符合",
        "level": "市级",
        "subject": "甲",
        "points": "0.5",
        "reason": "乙",
        "status": "查实",
        "member": "张三",
    }
    events = [
        {"clause": random.choice(clauses), **dict(random.sample(sorted(entry.items()), random.randrange(1, 4)))}
        for _ in range(random.randrange(1, 5))
    ]
    return {"unit": "甲", "rubric": "标准.yaml", "year": rubric["year"], "members": ["张三"], "events": events}


def run(*arguments: str) -> tuple[int, str]:
    """The exit code and everything that was said."""
    streams = sys.stdout, sys.stderr
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in streams)
    sys.stdout, sys.stderr = out, err
    try:
        code = main(arguments)
    finally:
        sys.stdout, sys.stderr = streams
    said = ""
    for each in (out, err):
        each.flush()
        said += each.buffer.getvalue().decode()
    return code, said


def answered(data: Any, commands: list[list[str]], name: str) -> None:
    text = write(data, name)
    for command in commands:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            code, said = run(*command)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        assert code in (0, 1, 2), f"{command}\n{said}\n{text}"
        assert "Traceback" not in said
        assert ": None" not in said
        assert "：None" not in said


def write(data: Any, name: str) -> str:
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    Path(name).write_text(text, encoding="utf-8")
    return str(text)


OF_RUBRIC = [
    ["validate-rubric", "标准.yaml"],
    ["explain", "标准.yaml", "--format", "markdown"],
    ["score", "台账.yaml", "--explain"],
]
OF_LOG = [["validate-log", "台账.yaml"], ["score", "台账.yaml", "--format", "json"]]
Make = Callable[[Any, Random], Any]
# what is mutated, the commands that read it, its file, and how often it is tried with the small and the large rubric
KINDS: dict[str, tuple[Make, list[list[str]], str, tuple[int, int]]] = {
    "rubric": (mutate, OF_RUBRIC, "标准.yaml", (60, 5)),
    "patch": (patched, OF_RUBRIC, "标准.yaml", (30, 5)),
    "example": (exemplified, OF_RUBRIC, "标准.yaml", (30, 5)),
    "log": (lambda rubric, random: mutate(log(rubric, random), random), OF_LOG, "台账.yaml", (150, 60)),
}


@pytest.mark.parametrize(("rubric", "size"), [(SMALL, 0), (LARGE, 1)], ids=["small", "large"])
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_the_types_wuwu_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, rubric: Any, size: int
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WUWU_LANG", "zh")
    write(rubric, "标准.yaml")
    write({"unit": "甲", "rubric": "标准.yaml", "year": rubric["year"], "events": []}, "台账.yaml")
    make, commands, name, times = KINDS[kind]
    for seed in range(times[size]):
        answered(make(rubric, Random(seed)), commands, name)
