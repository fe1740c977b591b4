"""The recipe for a new scale in CONTRIBUTING.md, followed in a copy of the package: every command knows the scale."""

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
WORDS = '''"""The words of the scale by the square of a count."""

MESSAGES: dict[str, tuple[str, str]] = {
    "scale.square": ("按次数的平方", "by the square"),
    "line.deduction.square": ("{count}次，扣{amount}分", "{count} times: {amount} deducted"),
    "price.square": ("按次数的平方扣分，一次{points}分", "{points} times the square of the count"),
}
'''
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
        text: 按时到会的，计5分；按迟到次数的平方扣分，扣完为止。
        rules:
          - {id: A1.到会, kind: award, quote: 按时到会的，计5分, points: 5, presumed: true}
          - id: A1.迟到
            kind: deduction
            quote: 按迟到次数的平方扣分，扣完为止
            square: {each: 1}
            examples:
              - {given: [{count: 2}], scores: -4, item: 1}
              - {given: [{count: 3}], scores: -9, item: 0}
"""
LOG = "unit: 甲\nrubric: 标准.yaml\nyear: 2018\nevents: [{clause: A1.迟到, date: 2018-04-10, count: 2}]\n"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with wuwu as the recipe has it, and a rubric and a log of the new scale."""
    folder = tmp_path_factory.mktemp("recipe")
    for name in ("wuwu", "rubrics"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (module,) = re.findall(
        r" *```python\n(.*?) *```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL
    )
    (folder / "wuwu/rules/square.py").write_text(textwrap.dedent(module), encoding="utf-8")
    edit(folder / "wuwu/rules/__init__.py", r"(from wuwu\.rules\.step)", r"from wuwu.rules.square import Square\n\1")
    edit(folder / "wuwu/rules/__init__.py", r'(    "judged": \(Judged,\),\n)', r'\1    "square": (Square,),\n')
    edit(folder / "wuwu/rules/deduction.py", r"(from wuwu\.rules\.step)", r"from wuwu.rules.square import Square\n\1")
    edit(folder / "wuwu/rules/deduction.py", r"(    judged: .*\n)", r"\1    square: Square | None = None\n")
    (folder / "wuwu/messages/rules/square.py").write_text(WORDS, encoding="utf-8")
    edit(folder / "wuwu/messages/rules/__init__.py", r"    proportion,\n", r"    proportion,\n    square,\n")
    edit(folder / "wuwu/messages/rules/__init__.py", r"missing, judged\)", "missing, judged, square)")
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
        ("validate-rubric 标准.yaml", 0, "没有问题"),
        ("explain 标准.yaml A1.迟到", 0, "按次数的平方扣分，一次1分"),
        ("explain 标准.yaml --format markdown", 0, "按次数的平方"),
        ("score 台账.yaml --xlsx 结果.xlsx", 0, "-4  A1.迟到：2次，扣4分"),
        ("diff 标准.yaml 标准.yaml --units 台账.yaml", 0, ""),
    ],
)
def test_every_command_knows_the_scale(copy: Path, command: str, code: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wuwu", *command.split(), "--lang", "zh"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    assert said in done.stdout.decode()
