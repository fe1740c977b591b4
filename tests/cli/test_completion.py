"""What a shell is told: the script that it runs, and what fits the word that is typed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wuwu.cli.program import COMMANDS
from wuwu.messages.cli import MESSAGES


def ask(root: Path, instruction: str, **typed: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "wuwu"],
        env=os.environ
        | {
            "PYTHONPATH": str(root),
            "PYTHONIOENCODING": "utf-8",
            "WUWU_LANG": "zh",
            "_WUWU_COMPLETE": instruction,
            **typed,
        },
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return list(filter(None, done.stdout.decode().splitlines()))  # nothing at all is an empty line


def offered(root: Path, line: str) -> list[str]:
    """What bash is offered for the last word of a line, `file` for the files that it finds by itself."""
    words = line.split(" ")
    lines = ask(root, "bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1))
    return [value or kind for kind, _, value in (each.partition(",") for each in lines)]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_gets_its_script(root: Path, shell: str) -> None:
    if shell == "bash" and shutil.which("bash") is None:
        pytest.skip("click asks bash for its version")
    script = "\n".join(ask(root, f"{shell}_source"))
    assert f"{shell}_complete" in script
    assert "wuwu" in script


@pytest.mark.parametrize(
    ("line", "fitting"),
    [
        ("wuwu ex", ["explain"]),
        ("wuwu ", list(COMMANDS)),
        ("wuwu explain ", ["file", "shizhi", "shizhi@2018", "xianshiqu", "xianshiqu@2018"]),
        ("wuwu explain shizhi D1.", ["D1.窗口作风", "D1.投诉", "D1.通报"]),
        ("wuwu explain xianshiqu@2018 E6", ["E6.典型发言", "E6.表彰奖励", "E6"]),
        ("wuwu explain nothing D1", []),
        ("wuwu nothing D1", []),
        ("wuwu diff shizhi x", ["x", "xianshiqu", "xianshiqu@2018"]),
        ("wuwu new-rubric s", ["s", "shizhi", "shizhi@2018"]),
        ("wuwu validate-rubric shizhi s", ["s", "shizhi", "shizhi@2018"]),
        ("wuwu score --rubric sh", ["sh", "shizhi", "shizhi@2018"]),
        ("wuwu score 台", ["台"]),
        ("wuwu score a.yaml -o 得", ["得"]),
        ("wuwu score --format m", ["markdown"]),
        ("wuwu schema l", ["log"]),
        ("wuwu help sch", ["schema"]),
    ],
)
def test_what_fits_is_offered(root: Path, line: str, fitting: list[str]) -> None:
    assert offered(root, line) == fitting


def test_powershell_gets_words_with_what_they_mean(root: Path) -> None:
    typed = {"COMP_WORDS": "wuwu\nexplain\nshizhi", "COMP_CWORD": "A5.迟"}
    assert ask(root, "powershell_complete", **typed) == ["A5.迟报\t相关信息资料报送不积极、不主动的迟报一次扣0.5分"]
    # a file is PowerShell's own to find
    assert ask(root, "powershell_complete", COMP_WORDS="wuwu\nscore", COMP_CWORD="台") == []
    assert ask(root, "powershell_complete", COMP_WORDS="wuwu", COMP_CWORD="sco") == [
        f"score\t{MESSAGES['cli.summary.score'][0]}"
    ]


def test_without_the_variable_nothing_is_different(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wuwu", "--version"],
        env=os.environ | {"PYTHONPATH": str(root), "_WUWU_COMPLETE": ""},
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"wuwu ")
