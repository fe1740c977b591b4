"""A scorecard in; what the alternatives of its rubric's readings (口径) would make of it out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from wuwu.log.binding import bind
from wuwu.log.interim import stand_on
from wuwu.rubric.declared import Alternative, Reading
from wuwu.rubric.readings import apply_alternative
from wuwu.scoring.engine import evaluate
from wuwu.scoring.scorecard import Scorecard


class ReadingEffect(NamedTuple):
    """An alternative under which the unit comes out otherwise, and how."""

    reading: Reading
    alternative: Alternative
    card: Scorecard


def find_reading_effects(card: Scorecard) -> tuple[ReadingEffect, ...]:
    """The executable alternatives that would change the unit's score or status, in the order of the readings."""
    return tuple(_effects(card))


def _effects(card: Scorecard) -> Iterator[ReadingEffect]:
    rubric, log = card.bound.plan.rubric, card.bound.log
    for reading in rubric.readings:
        for alternative in reading.alternatives:
            if alternative.patch is None:
                continue
            # on the day of the card, or over the whole year as it
            day = card.bound.as_of or date.max
            patched = apply_alternative(rubric, reading, alternative)
            bound = patched.then(lambda plan: bind(plan, log)).then(lambda bound: stand_on(bound, day))  # noqa: B023
            if bound.value is None:
                continue  # a log that does not fit the alternative has no score under it to compare with
            other = evaluate(bound.value)
            if (other.score, other.reference_score, other.standing) != (
                card.score,
                card.reference_score,
                card.standing,
            ):
                yield ReadingEffect(reading, alternative, other)
