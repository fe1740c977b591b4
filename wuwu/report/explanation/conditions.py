"""Conditions on measured figures in words: those of one bound together, the others one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from wuwu.report.explanation.telling import Telling
from wuwu.rules.kind import Condition
from wuwu.rules.measure import Share


def conditions_sentence(conditions: Iterable[Condition], telling: Telling) -> str:
    """Any one of these conditions, in words."""
    alike: dict[str, list[str]] = {}
    for condition in conditions:
        alike.setdefault(_bound(condition, telling), []).append(telling.name(condition.measure))
    words = telling.words
    return words("price.condition.or").join(
        words("price.condition.any", measures=names, bound=bound)
        if len(names) > 1
        else words("price.condition", measure=names[0], bound=bound)
        for bound, names in alike.items()
    )


def _bound(condition: Condition, telling: Telling) -> str:
    words = telling.words
    figure = "share" if isinstance(telling.plan.clauses[condition.measure].declared, Share) else "activity"
    told = [words(f"price.{figure}.{name}", figure=bound) for name, bound in condition.bounds().items()]
    return words("price.condition.and").join(told) or words(f"price.{figure}.any")
