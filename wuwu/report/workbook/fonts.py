"""The fonts of the official form (GB/T 9704): which there are, how large, and how a person names others."""

from __future__ import annotations

from typing import NamedTuple

from wuwu.report.workbook.safety import safe_text


class Fonts(NamedTuple):
    """The four fonts of a printed form, by name.

    The defaults are what GB/T 9704 asks for as an office's Windows calls it. A machine without 方正小标宋 shows its own
    serif instead: an xlsx names one font and no second choice, so who lacks one names another here.
    """

    title: str = "方正小标宋简体"
    heading: str = "黑体"
    aside: str = "楷体"
    body: str = "仿宋"


GB_FONTS = Fonts()
_LONGEST = 31


def choose_fonts(names: str) -> Fonts:
    """Fonts from names parted by commas, in the order title, heading, aside, body; one left blank keeps its default."""
    given = [safe_text(name).strip()[:_LONGEST] for name in names.replace("，", ",").split(",")]
    chosen = [name or default for name, default in zip(given, GB_FONTS, strict=False)]
    return Fonts(*chosen)
