"""Every kind of rule, every scale and every figure, in explicit tables: the open lists of the rubric language.

A new kind or scale is one class in one module here and its name in a table; its words are a module of the catalogue.
"""

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias, get_args

from pydantic import Field

from wuwu.rules.award import Award
from wuwu.rules.band import Band
from wuwu.rules.bonus import Bonus
from wuwu.rules.deduction import Deduction
from wuwu.rules.grade import Grade
from wuwu.rules.judged import Judged
from wuwu.rules.kind import Rule
from wuwu.rules.measure import Activity, Amount, Measure, Share, Target
from wuwu.rules.missing import Missing
from wuwu.rules.occurrence import Occurrence
from wuwu.rules.proportion import PricedProportion, Proportion
from wuwu.rules.scale import Scale
from wuwu.rules.step import Step
from wuwu.rules.veto import Veto
from wuwu.rules.word import WordChoice, WordPrices
from wuwu.rules.zero import Zero


def _members(union: Any) -> tuple[Any, ...]:
    """The classes of an annotated union."""
    return get_args(get_args(union)[0])


AnyRule: TypeAlias = Annotated[Award | Deduction | Bonus | Zero | Veto | Grade, Field(discriminator="kind")]
KINDS: tuple[type[Rule], ...] = _members(AnyRule)

SCALES: Mapping[str, tuple[type[Scale], ...]] = {
    "occurrence": (Occurrence,),
    "word": (WordPrices, WordChoice),
    "band": (Band,),
    "step": (Step,),
    "proportion": (Proportion, PricedProportion),
    "missing": (Missing,),
    "judged": (Judged,),
}
"""Every scale by its name, which is the field of the rule that holds it."""

AnyMeasure: TypeAlias = Annotated[Share | Target | Activity | Amount, Field(discriminator="figure")]
FIGURES: tuple[type[Measure], ...] = _members(AnyMeasure)

__all__ = ["FIGURES", "KINDS", "SCALES", "AnyMeasure", "AnyRule"]
