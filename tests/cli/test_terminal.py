"""A real terminal of 40 or 80 columns: whatever is shown on it fits."""

from __future__ import annotations

import contextlib
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from wuwu.report.layout.width import display_width

termios = pytest.importorskip("termios")


def on_a_terminal(root: Path, folder: Path, columns: int, *arguments: str) -> str:
    """What stands on a terminal of so many columns at the end."""
    import fcntl

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "wuwu", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # how the other side's leaving is told
        while piece := os.read(ours, 4096):
            shown += piece
    os.close(ours)
    process.wait()
    return shown.decode().replace("\r\n", "\n")


def test_on_a_terminal_the_workbook_of_many_units_shows_its_progress(root: Path, tmp_path: Path) -> None:
    for index in range(30):
        log = f"unit: 单位{index}\nrubric: shizhi\nyear: 2018\nevents: []\n"
        (tmp_path / f"{index}.yaml").write_text(log, encoding="utf-8")
    shown = on_a_terminal(root, tmp_path, 80, "--lang", "zh", "score", ".", "--xlsx", "r.xlsx", "-o", "r.txt")
    assert "生成工作簿" in shown
    assert "计分" not in shown  # too short


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("command", ["rubrics", "validate-rubric", "validate-log log.yaml", "score log.yaml", "scroe"])
def test_on_a_terminal_lines_fit(root: Path, tmp_path: Path, command: str, columns: int, language: str) -> None:
    entry = "  - {clause: A5.迟到, date: 2018-04-10, note: 一季度信息迟报，已经说明，二季度起按时报送}\n"
    (tmp_path / "log.yaml").write_text(f"unit: 甲\nrubric: shizhi\nyear: 2018\nevents:\n{entry}", encoding="utf-8")
    shown = on_a_terminal(root, tmp_path, columns, "--lang", language, *command.split())
    assert shown
    assert [line for line in shown.splitlines() if display_width(line) > columns] == []
    if "log" in command:
        assert shown.startswith("log.yaml:5:14: ")
        assert "[unknown-clause]" in shown
    else:
        assert "shizhi" in shown or "score" in shown
