"""The pictures of the screen in the README: `python docs/images/make.py` runs wuwu and draws what it prints.

Every character is put on a grid by itself, a Chinese one on two cells, so that the columns stand whatever font a reader has.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.color import ANSI_COLOR_NAMES
from rich.text import Text

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COLUMNS = 96
UNIT = "examples/shizhi/市医疗保险管理服务处.yaml"
PICTURES = {
    "scorecard.svg": ("--lang", "zh", "score", UNIT),
    "scorecard.en.svg": ("--lang", "en", "score", UNIT),
    "ranking.svg": ("--lang", "zh", "score", "examples/shizhi"),
    "ranking.en.svg": ("--lang", "en", "score", "examples/shizhi"),
}

CELL, LINE, SIZE, EDGE = 9, 21, 15, 18
FONTS = "'Noto Sans Mono CJK SC','Sarasa Mono SC','Source Code Pro',Menlo,Consolas,'Microsoft YaHei','PingFang SC',monospace"
PAPER, INK, DIM = "#16181d", "#d6d9df", "#8b919c"
COLORS = {"red": "#ff7b72", "green": "#7ee787", "yellow": "#f2cc60", "blue": "#79c0ff", "magenta": "#d2a8ff"}
_NAMES = {number: name for name, number in ANSI_COLOR_NAMES.items() if number < 8}


def screen(arguments: tuple[str, ...]) -> str:
    """What wuwu prints to a terminal of that width, colours included."""
    env = os.environ | {"COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    env.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "wuwu", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True).stdout.decode()


def draw(printed: str) -> str:
    """A picture, as SVG, of what was printed."""
    lines = [Text.from_ansi(line) for line in printed.splitlines()]
    width = 2 * EDGE + CELL * max(COLUMNS, *[cell_len(line.plain) for line in lines])
    height = 2 * EDGE + LINE * len(lines)
    body = "\n".join(part for row, line in enumerate(lines) for part in _row(line, EDGE + LINE * row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' font-family="{FONTS}" font-size="{SIZE}" fill="{INK}" xml:space="preserve">\n'
        f'<rect width="{width}" height="{height}" rx="8" fill="{PAPER}"/>\n{body}\n</svg>\n'
    )


def _row(line: Text, top: int) -> Iterator[str]:
    """The runs of one style of a line: their ground, their blocks, their characters."""
    left = 0
    for run in line.divide(sorted({edge for span in line.spans for edge in (span.start, span.end)})):
        style = run.get_style_at_offset(_console(), 0) if run.plain else None
        ink, weight, ground = INK, "", None
        if style is not None:
            ink = _color(style.color, DIM if style.dim else INK)
            ground = _color(style.bgcolor, "") or None
            weight = ' font-weight="bold"' if style.bold else ""
        places, shown = [], ""
        if ground:
            yield f'<rect x="{EDGE + CELL * left}" y="{top}" width="{CELL * cell_len(run.plain)}" height="{LINE}" fill="{ground}"/>'
        for character in run.plain:
            x, cells = EDGE + CELL * left, cell_len(character)
            left += cells
            if character == "█":
                yield f'<rect x="{x}" y="{top + 3}" width="{CELL + 0.3}" height="{LINE - 6}" fill="{ink}"/>'
            elif not character.isspace():
                # a Chinese character is drawn in the middle of its two cells
                places.append(f"{x + (CELL * 2 - SIZE) / 2 if cells == 2 else x:g}")
                shown += character
        if shown:
            fill = f' fill="{ink}"' if ink != INK else ""
            yield f'<text y="{top + SIZE}" x="{" ".join(places)}"{fill}{weight}>{escape(shown)}</text>'


def _console():  # type: ignore[no-untyped-def]
    from rich.console import Console

    return Console()


def _color(color, otherwise: str) -> str:  # type: ignore[no-untyped-def]
    if color is None or color.number is None:
        return otherwise
    return COLORS.get(_NAMES.get(color.number % 8, ""), otherwise)


if __name__ == "__main__":
    for name, arguments in PICTURES.items():
        (HERE / name).write_text(draw(screen(arguments)), encoding="utf-8", newline="\n")
