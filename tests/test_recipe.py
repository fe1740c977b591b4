"""The recipe for a new rule kind in CONTRIBUTING.md, followed in a copy of the package: every command knows the kind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORDS = {
    "names": '"kind.surplus": ("超额扣分", "surplus"),',
    "lines": '"line.surplus": ("超出{over}次", "{over} too many"),',
    "prices": '"price.surplus": ("超过{allowed}次的，每多一次扣{points}分", "{points} off for each beyond {allowed}"),',
}
RUBRIC = """rubric: demo
title: 示例标准
year: 2018
points: 5
dimensions:
  - id: A
    name: 示例项目
    points: 5
    items:
      - id: A1
        points: 5
        text: 按时到会的，计5分；迟到超过3次的，每多一次扣1分。
        rules:
          - {id: A1.到会, kind: award, quote: 按时到会的，计5分, points: 5, presumed: true}
          - id: A1.迟到
            kind: surplus
            quote: 迟到超过3次的，每多一次扣1分
            allowed: 3
            points: 1
            examples:
              - {given: [{count: 5}], scores: -2, item: 3}
"""
LOG = "unit: 甲\nrubric: 标准.yaml\nyear: 2018\nevents: [{clause: A1.迟到, date: 2018-04-10, count: 5}]\n"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with wuwu as the recipe has it, and a rubric and a log of the new kind."""
    folder = tmp_path_factory.mktemp("recipe")
    for name in ("wuwu", "rubrics"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (module,) = re.findall(
        r" *```python\n(.*?) *```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL
    )
    (folder / "wuwu/rules/surplus.py").write_text(textwrap.dedent(module), encoding="utf-8")
    edit(
        folder / "wuwu/rules/__init__.py", r"(from wuwu\.rules\.target)", r"from wuwu.rules.surplus import Surplus\n\1"
    )
    edit(folder / "wuwu/rules/__init__.py", r"\| Veto,", "| Veto | Surplus,")
    for name, entry in WORDS.items():
        edit(folder / f"wuwu/messages/{name}.py", r"(MESSAGES.* = \{\n)", rf"\1    {entry}\n")
    (folder / "标准.yaml").write_text(RUBRIC, encoding="utf-8")
    (folder / "台账.yaml").write_text(LOG, encoding="utf-8")
    return folder


def edit(file: Path, before: str, after: str) -> None:
    text, count = re.subn(before, after, file.read_text(encoding="utf-8"), count=1)
    assert count == 1
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("validate-rubric 标准.yaml", 1, "words-against-kind"),  # until the wordings name the kind
        ("explain 标准.yaml A1.迟到", 0, "超过3次的，每多一次扣1分"),
        ("explain 标准.yaml --format markdown", 0, "超额扣分"),
        ("score 台账.yaml --xlsx 结果.xlsx", 0, "-2  A1.迟到：超出2次"),
        ("diff 标准.yaml 标准.yaml --units 台账.yaml", 0, ""),
    ],
)
def test_every_command_knows_the_kind(copy: Path, command: str, code: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wuwu", *command.split(), "--lang", "zh"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    assert said in done.stdout.decode()
