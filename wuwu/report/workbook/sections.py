"""The groups of units and their dimensions, as sheets that speak of several of them need them."""

from __future__ import annotations

from wuwu.messages import Words
from wuwu.report.sentences import period_name
from wuwu.scoring.scorecard import Scorecard
from wuwu.units.ranking import GroupRanking


def name_rubric(group: GroupRanking, words: Words) -> str:
    """The title of the group's rubric and its year."""
    return words("ranking.title", title=group.rubric.title, period=period_name(group.rubric.year, None, words))


def name_group(group: GroupRanking, words: Words) -> str:
    """The rubric's title, what it is for and, where there is one, the group."""
    name = words("ranking.title", title=group.rubric.title, period=period_name(group.rubric.year, group.period, words))
    return name + words("workbook.summary.group", group=group.group) if group.group else name


def cards_of(group: GroupRanking) -> tuple[Scorecard, ...]:
    """The scorecards of the group's units, in the order of the table. A workbook cannot do with less."""
    cards = tuple([result.card for result in group.results if result.card is not None])
    if len(cards) < len(group.results):
        raise ValueError("a workbook needs results that kept their scorecards")
    return cards
