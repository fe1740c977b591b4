"""The pictures of the READMEs: `python docs/images/make.py` runs wuwu, draws what it prints, and has its workbook printed.

On the screen every character is put on a grid by itself, a Chinese one on two cells, so that the columns stand whatever font a
reader has. Pages of the workbook need LibreOffice and poppler (`soffice`, `pdftotext`, `pdftoppm`); their PNG bears the digest of
the sheet that it shows, so that a stale one is found without them.
"""

from __future__ import annotations

import hashlib
import os
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zlib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
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
# The sheet that a page of the workbook shows, and how the page begins.
PAGES = {
    "workbook-summary.png": ("汇总", "考核结果汇总表"),
    "workbook-unit.png": ("市职业技能鉴定中心", "被考评单位：市职业技能鉴定中心"),
}
RESOLUTION = 100
DIGEST = b"wuwu-sheet"

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


# --- pages of the workbook ---------------------------------------------------------------------------------------


def write_workbook(folder: Path) -> Path:
    """The workbook of the examples, as wuwu writes it."""
    book = folder / "考核结果.xlsx"
    env = os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), "WUWU_FONTS": ""}
    command = [sys.executable, "-m", "wuwu", "--lang", "zh", "score", "examples/shizhi", "--xlsx", str(book)]
    subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True)
    return book


def digest_sheet(book: Path, name: str) -> str:
    """What a sheet looks like, in a number: its cells with their styles, its measures, its charts."""
    workbook = load_workbook(book)
    sheet = workbook[name]
    looks: list[Any] = [sorted(map(str, sheet.merged_cells.ranges))]
    looks += [(key, each.width) for key, each in sorted(sheet.column_dimensions.items())]
    looks += [(key, each.height) for key, each in sorted(sheet.row_dimensions.items())]
    for row in sheet.iter_rows():
        looks += [
            (each.coordinate, each.value, each.number_format, repr(each.font), repr(each.fill), repr(each.border))
            for each in row
            if each.value is not None or each.has_style
        ]
    found = hashlib.sha256(repr(looks).encode())
    if sheet is workbook.worksheets[0]:  # where the charts are
        with ZipFile(book) as archive:
            for part in sorted(each for each in archive.namelist() if each.startswith("xl/charts/")):
                found.update(archive.read(part))
    return found.hexdigest()


def print_pages(book: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """The name and the PNG of every picture of a page, with the digest of its sheet."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(book)]
    subprocess.run(convert, check=True, capture_output=True)
    paper = book.with_suffix(".pdf")
    text = subprocess.run(["pdftotext", "-layout", str(paper), "-"], check=True, capture_output=True).stdout.decode()
    pages = ["".join(page.split()) for page in text.split("\f")]
    for name, (sheet, beginning) in PAGES.items():
        number = str(next(index for index, page in enumerate(pages, 1) if beginning in page))
        draw_page = ["pdftoppm", "-png", "-r", str(RESOLUTION), "-f", number, "-l", number, "-singlefile", str(paper)]
        picture = subprocess.run(draw_page, check=True, capture_output=True).stdout
        yield name, _mark(picture, digest_sheet(book, sheet))


def _mark(picture: bytes, digest: str) -> bytes:
    """A PNG with a digest among its texts, behind the header (of 8 + 25 bytes)."""
    body = b"tEXt" + DIGEST + b"\0" + digest.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return picture[:33] + chunk + picture[33:]


def read_mark(picture: bytes) -> str:
    """The digest that a PNG bears; "" without one."""
    start = picture.find(b"tEXt" + DIGEST + b"\0")
    return picture[start + len(DIGEST) + 5 :][:64].decode() if start >= 0 else ""


if __name__ == "__main__":
    for name, arguments in PICTURES.items():
        (HERE / name).write_text(draw(screen(arguments)), encoding="utf-8", newline="\n")
    with tempfile.TemporaryDirectory() as temporary:
        for name, picture in print_pages(write_workbook(Path(temporary)), Path(temporary)):
            (HERE / name).write_bytes(picture)
