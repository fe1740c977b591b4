"""A number of rules, or of characters, in; a rubric of that size out, valid to the last check."""

from __future__ import annotations

_ROWS = 20  # rows of a dimension
_HEAD = "rubric: large\ntitle: 大表\nyear: 2018\npoints: {rows}\ndimensions:\n"
_DIMENSION = "  - id: D{number}\n    name: 第{number}项目\n    points: {rows}\n    items:\n"
_ROW = """\
      - id: {row}
        points: 1
        floor: 0
        text: 按时报送{what}材料的，计1分；迟报一次扣0.5分，扣完为止。
        rules:
          - id: {row}.报送
            kind: award
            points: 1
            quote: 按时报送{what}材料的，计1分
          - id: {row}.迟报
            kind: deduction
            occurrence: {{each: 0.5, unit: 次}}
            quote: 迟报一次扣0.5分，扣完为止
            examples:
              - {{given: [{{}}], scores: -0.5, item: 0.5}}
              - {{given: [{{count: 3}}], scores: -1.5, item: 0}}
"""


def compose_rubric(rules: int) -> str:
    """A rubric of so many rules, two a row."""
    rows = rules // 2
    text = [_HEAD.format(rows=rows)]
    for start in range(0, rows, _ROWS):
        some = range(start, min(start + _ROWS, rows))
        text.append(_DIMENSION.format(number=start // _ROWS, rows=len(some)))
        text += [_ROW.format(row=f"D{start // _ROWS}R{row}", what=f"第{row}项") for row in some]
    return "".join(text)


def compose_long_text(characters: int) -> str:
    """A rubric of one row whose text has about so many characters, quoted whole."""
    row = _ROW.format(row="D0R0", what="汉字" * (characters // 2))
    return _HEAD.format(rows=1) + _DIMENSION.format(number=0, rows=1) + row
