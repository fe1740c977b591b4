"""How the workbook names a group of units, where a sheet speaks of several."""

from __future__ import annotations

from wuwu.messages import Words
from wuwu.ranking import GroupRanking


def name_group(group: GroupRanking, words: Words) -> str:
    """The rubric's title and, where there is one, the group."""
    name = words("ranking.title", title=group.rubric.title, year=group.rubric.year)
    return name + words("workbook.summary.group", group=group.group) if group.group else name
