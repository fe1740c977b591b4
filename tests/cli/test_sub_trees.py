"""Whatever stands in an alternative's patch or in an example's `given` is validated before it is used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parents[2]
RUBRIC = (ROOT / "tests/gallery/deduction-idle/rubric.yaml").read_text(encoding="utf-8")
SOUND = RUBRIC.replace("      - id: A2\n", "      - id: A2\n        floor: none\n").replace(
    "扣1分", "扣1分，扣分不设下限"
)
READING = """readings:
  - id: R01
    question: 怎么扣
    choice: 每次1分
    basis: 原文
    clauses: [A2.通报批评]
    alternatives:
      - {name: 另一种, patch: %s}
"""

PATCHES = {
    "text": "not-a-mapping",
    "[甲, 乙]": "not-a-mapping",
    "3": "not-a-mapping",
    "{A2.通报批评: text}": "not-a-mapping",
    "{A2.通报批评: [甲]}": "not-a-mapping",
    "{demo: text}": "not-a-mapping",
    "{demo: ~}": "alternative-idle",
    "{A2: {}}": "alternative-idle",
    "{}": "alternative-empty",
    "{甲: {points: 2}}": "patch-names-nothing",
    "{A2.新: ~}": "patch-names-nothing",
    "{A2.新: text}": "not-a-mapping",
    "{A2.新: {kind: deduction}}": "alternative-invalid",
    "{A2: {rules: x}, A2.新: {kind: deduction}}": "alternative-invalid",
    "{A2: {rules: {a: b}}}": "alternative-invalid",
    "{A2.通报批评: {occurrence: {each: {a: b}}}}": "alternative-invalid",
    "{A2.通报批评: {occurrence: {each: [甲]}}}": "alternative-invalid",
    "{A2.通报批评: {occurrence: 2}}": "alternative-invalid",
    "{A2.通报批评: {occurrence: ~}}": "alternative-invalid",
    "{A2.通报批评: {judged: {at_most: 1}}}": "alternative-invalid",
    "{A2.通报批评: {points: 2}}": "alternative-invalid",
    "{demo: {dimensions: x}}": "alternative-invalid",
    "{demo: {rubric: ~}}": "alternative-invalid",
    "{demo: {year: 10000}}": "alternative-invalid",
    "{A: {id: ~}}": "alternative-invalid",
    "{A: ~}": "alternative-invalid",
}
GIVEN = {
    "text": "not-a-list",
    "{count: 2}": "not-a-list",
    "~": "not-a-list",
    "[text]": "not-a-mapping",
    "[[甲]]": "not-a-mapping",
    "[~]": "not-a-mapping",
    "[{clause: [甲]}]": "example-refused",
    "[{clause: {甲: 乙}}]": "example-refused",
    "[{clause: ~}]": "example-refused",
    "[{count: [2]}]": "example-refused",
    "[{count: {甲: 乙}}]": "example-refused",
    "[{date: ~}]": "example-refused",
    "[{甲: 乙}]": "example-refused",
    "[{clause: A9.甲}]": "example-refused",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("台账.yaml").write_text("unit: 甲\nrubric: 标准.yaml\nyear: 2018\nevents: []\n", encoding="utf-8")
    return tmp_path


def check(run: Run, text: str, code: str) -> None:
    Path("标准.yaml").write_text(text, encoding="utf-8")
    exit_code, out, _ = run("validate-rubric", "标准.yaml", "--strict")
    assert exit_code == 1
    assert f"[{code}]" in out
    for command in (
        ["explain", "标准.yaml"],
        ["explain", "标准.yaml", "A2.通报批评"],
        ["score", "台账.yaml", "--explain"],
    ):
        exit_code, out, err = run(*command)
        assert exit_code in (0, 1)
        assert "None" not in out + err


def test_the_rubric_is_sound_as_it_is(run: Run, desk: Path) -> None:
    Path("标准.yaml").write_text(SOUND + READING % "{A2.通报批评: {occurrence: {each: 2}}}", encoding="utf-8")
    assert run("validate-rubric", "标准.yaml", "--strict")[0] == 0


@pytest.mark.parametrize(("patch", "code"), PATCHES.items())
def test_a_patch_of_the_wrong_shape_is_the_users_slip(run: Run, desk: Path, patch: str, code: str) -> None:
    check(run, SOUND + READING % patch, code)


@pytest.mark.parametrize(("given", "code"), GIVEN.items())
def test_an_example_of_the_wrong_shape_is_the_users_slip(run: Run, desk: Path, given: str, code: str) -> None:
    check(run, SOUND.replace("given: [{count: 2}]", f"given: {given}"), code)


@pytest.mark.parametrize("year", ["10000", "0", "18", "-2018", "2018.5", "[2018]", "二〇一八"])
def test_a_year_has_four_digits(run: Run, desk: Path, year: str) -> None:
    Path("标准.yaml").write_text(SOUND.replace("year: 2018", f"year: {year}"), encoding="utf-8")
    code, out, _ = run("validate-rubric", "标准.yaml")
    assert code == 1
    assert ("[not-a-value]" if "[" in year else "[not-a-year]") in out


def test_an_example_that_does_not_hold_is_not_explained_as_if_it_did(run: Run, desk: Path) -> None:
    Path("标准.yaml").write_text(SOUND.replace("scores: -2}", "scores: -3}"), encoding="utf-8")
    code, out, err = run("explain", "标准.yaml", "A2.通报批评", "--lang", "zh")
    assert code == 1
    assert "但实际计分与此不符" in out
    assert "validate-rubric 标准.yaml" in err
    Path("标准.yaml").write_text(SOUND.replace("{count: 2}", "{count: 二}"), encoding="utf-8")
    code, out, _ = run("explain", "标准.yaml", "A2.通报批评", "--lang", "zh")
    assert code == 1
    assert "算例不成立：“二”不是整数" in out


def test_an_empty_clause_is_said_to_be_empty(run: Run, desk: Path) -> None:
    code, out, err = run("explain", "shizhi", "", "--lang", "en")
    assert (code, out) == (2, "")
    assert "the id of the clause is empty" in err
