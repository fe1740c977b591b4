"""What every sentence about a clause is told from: the plan, where the clause stands, and the words."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from wuwu.messages import Words
from wuwu.report.explanation.standing import amount
from wuwu.rubric.declared import Stand
from wuwu.rubric.plan import Plan


class Telling(NamedTuple):
    """The clause's surroundings, and the language."""

    plan: Plan
    stand: Stand
    words: Words

    def amount(self, points: Decimal) -> str:
        """So many points."""
        return amount(points, self.words)

    def name(self, clause: str) -> str:
        """A clause's id within a sentence."""
        return self.words("price.clause", clause=clause)

    def unit(self, unit: str | None, code: str = "price.unit") -> dict[str, str]:
        """The counting unit, as Chinese (unit) and as English (per) have it within a sentence."""
        return {"unit": unit or self.words(code), "per": self.words("price.per", unit=unit) if unit else ""}
