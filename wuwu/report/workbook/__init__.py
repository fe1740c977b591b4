"""The workbook of a ranking: `render_workbook`, and the fonts it is written in."""

from wuwu.report.workbook.book import render_workbook
from wuwu.report.workbook.fonts import GB_FONTS, Fonts, choose_fonts

__all__ = ["GB_FONTS", "Fonts", "choose_fonts", "render_workbook"]
