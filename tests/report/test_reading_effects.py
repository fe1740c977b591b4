"""`--explain` names the readings that decide a score, each with the score that another choice would give."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.scored import score
from wuwu.comparison.reading_effects import ReadingEffect, find_reading_effects
from wuwu.messages import Words
from wuwu.report.scorecard.text import render_scorecard
from wuwu.scoring.scorecard import Scorecard


def changes(card: Scorecard, reading: str) -> dict[str, Decimal]:
    """By alternative of the reading, how much higher the score would be."""
    found: list[ReadingEffect] = [each for each in find_reading_effects(card) if each.reading.id == reading]
    return {each.alternative.name: each.card.reference_score - card.reference_score for each in found}


def test_a_part_of_a_percentage_point_counts_only_under_another_reading() -> None:
    card = score("clause: E1.目标任务, name: 创业培训, rate: 97.5")
    assert changes(card, "R24") == {"按比例": Decimal("-0.5"), "零头算一个": Decimal(-1)}


def test_a_target_met_in_whole_points_does_not_hang_on_that_reading() -> None:
    assert changes(score("clause: E1.目标任务, name: 创业培训, rate: 97"), "R24") == {}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_scorecard_lists_readings_in_one_line_and_explains_those_that_decide(language: str) -> None:
    words = Words(language)
    card = score("clause: E1.目标任务, name: 创业培训, rate: 97.5")
    brief = render_scorecard(card, words, width=100_000, color=False)
    assert [line for line in brief.splitlines() if "R24" in line] == [brief.splitlines()[-1]]
    explained = render_scorecard(card, words, width=100_000, color=False, explained=find_reading_effects(card))
    reading = next(each for each in card.bound.plan.rubric.readings if each.id == "R24")
    assert reading.choice in explained
    assert reading.basis in explained
    proportional = card.reference_score - Decimal("0.5")
    assert any("按比例" in line and str(proportional) in line for line in explained.splitlines())
