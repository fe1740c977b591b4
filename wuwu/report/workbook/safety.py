"""What a log says, made harmless for a spreadsheet: no control characters, no forbidden sheet names, nothing cut off
silently, no number that is not exact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from wuwu.messages import plain

LONGEST_TEXT = 32767
"""The characters (UTF-16 units) that a cell can hold."""

_LONGEST_NAME = 31
_MARK = "…"
_RESERVED = ("history", "历史记录")
_FORBIDDEN = str.maketrans("[]:*?/\\", "［］：＊？／＼")

# Characters that XML refuses, that a spreadsheet would act on, or that turn the reading direction around.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
# `_x000D_` is how a workbook writes a character by its number: a text that looks so must not be read so.
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def safe_text(text: str) -> str:
    """The text as a cell can hold it: line ends as one character, control characters shown by a mark."""
    if _UNSAFE.search(text):
        text = _UNSAFE.sub(_picture, text.replace("\r\n", "\n").replace("\r", "\n"))
    return fit(_CODED.sub("_x005F_", text), LONGEST_TEXT) if "_x" in text or len(text) > LONGEST_TEXT // 2 else text


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


def fit(text: str, most: int) -> str:
    """The text, or its beginning and a mark, in at most so many UTF-16 units."""
    if _units(text) <= most:
        return text
    kept = text[: most - 1]
    while _units(kept) > most - 1:
        kept = kept[:-1]
    return kept + _MARK


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def is_literal(text: str) -> bool:
    """Whether a person who edits the cell needs the quote prefix to keep the text a text."""
    return text[:1] in ("=", "+", "-", "@", "'", "\t", "＝", "＋", "－", "＠")


def cell_number(number: Decimal | int) -> float | int | str:
    """The number as a spreadsheet holds it; as text where its binary float would not be the same number."""
    if isinstance(number, int) or number == number.to_integral_value():
        whole = int(number)
        return whole if abs(whole) < 10**15 else str(whole)
    near = float(number)
    return near if Decimal(f"{near:.15g}") == number else plain(number)


class SheetNames:
    """Names for sheets: what is asked for, made valid and unlike every name given before, whatever the case or width."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = {_folded(name) for name in (*_RESERVED, *reserved)}

    def claim(self, wanted: str, otherwise: str) -> str:
        """A valid name as near to the wanted one as can be; `otherwise` stands in for a blank one."""
        visible = _CODED.sub("＿", _UNSAFE.sub(" ", wanted)).translate(_FORBIDDEN)
        name = fit(" ".join(visible.split()).strip("' ") or otherwise, _LONGEST_NAME).strip("' ")
        claimed, count = name, 1
        while _folded(claimed) in self._taken:
            count += 1
            tail = f"（{count}）"
            claimed = fit(name, _LONGEST_NAME - len(tail)) + tail
        self._taken.add(_folded(claimed))
        return claimed


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
