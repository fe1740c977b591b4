"""The pictures of the screen in the README: `python docs/images/make.py` runs wuwu and draws what it prints.

Every character is put on a grid by itself, a Chinese one on two cells, so that the columns stand whatever font a reader has.
"""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
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
LATIN = "'DejaVu Sans Mono',Menlo,Consolas,monospace"
FONTS = f"'Noto Sans Mono CJK SC','Sarasa Mono SC',Menlo,Consolas,'Microsoft YaHei','PingFang SC',{LATIN}"
PAPER, INK, DIM = "#16181d", "#d6d9df", "#8b919c"
# black, red, green, yellow, blue, magenta, cyan, white
COLORS = ("#16181d", "#ff7b72", "#7ee787", "#f2cc60", "#79c0ff", "#d2a8ff", "#76e3ea", "#ffffff")


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
        f' font-family="{FONTS}" font-size="{SIZE}" fill="{INK}">\n'
        f'<rect width="{width}" height="{height}" rx="8" fill="{PAPER}"/>\n{body}\n</svg>\n'
    )


def _row(line: Text, top: int) -> Iterator[str]:
    """A line, run by run of one style."""
    left = EDGE
    for run in line.divide(sorted({edge for span in line.spans for edge in (span.start, span.end)})):
        yield from _run(
            run.plain, Style.combine([Style(), *[Style.parse(str(span.style)) for span in run.spans]]), left, top
        )
        left += CELL * cell_len(run.plain)


def _run(text: str, style: Style, left: int, top: int) -> Iterator[str]:
    """The ground of a run, its bars, and its characters with the place of each."""
    ink = _color(style.color) or (DIM if style.dim else INK)
    ground = _color(style.bgcolor)
    if ground:
        yield f'<rect x="{left}" y="{top}" width="{CELL * cell_len(text)}" height="{LINE}" fill="{ground}"/>'
    drawn: dict[str, list[tuple[str, float]]] = {FONTS: [], LATIN: []}
    for character in text:
        cells = cell_len(character)
        if character == "█":
            yield f'<rect x="{left}" y="{top + 4}" width="{CELL}.3" height="{LINE - 8}" fill="{ink}"/>'
        elif not character.isspace():
            # quotes and × take one cell on the screen, but two in the fonts that draw Chinese
            font = LATIN if unicodedata.east_asian_width(character) == "A" else FONTS
            drawn[font].append((character, left + (CELL * 2 - SIZE) / 2 * (cells == 2)))
        left += CELL * cells
    look = (f' fill="{ink}"' if ink != INK else "") + (' font-weight="bold"' if style.bold else "")
    for font, characters in drawn.items():
        if characters:
            family = f' font-family="{LATIN}"' if font is LATIN else ""
            places = " ".join(f"{x:g}" for _, x in characters)
            shown = escape("".join(character for character, _ in characters))
            yield f'<text y="{top + SIZE}" x="{places}"{family}{look}>{shown}</text>'


def _color(color: Color | None) -> str | None:
    return None if color is None or color.number is None else COLORS[color.number % 8]


if __name__ == "__main__":
    for name, arguments in PICTURES.items():
        (HERE / name).write_text(draw(screen(arguments)), encoding="utf-8", newline="\n")
