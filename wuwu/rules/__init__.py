"""Every kind of rule, in an explicit table: the open list of the rubric language.

A new kind is one class in one module here and its name in the union below; its sentences go to the catalogue.
"""

from typing import Annotated, Any, TypeAlias, get_args

from pydantic import Field

from wuwu.rules.award import Award
from wuwu.rules.band import Band
from wuwu.rules.denial import Veto, Zero
from wuwu.rules.discretion import Discretion
from wuwu.rules.kind import Rule
from wuwu.rules.measure import Activity, Measure, Share, Target
from wuwu.rules.occurrence import Bonus, Deduction
from wuwu.rules.quota import Quota
from wuwu.rules.target import Excess, Shortfall


def _members(union: Any) -> tuple[Any, ...]:
    """The classes of an annotated union."""
    return get_args(get_args(union)[0])


AnyRule: TypeAlias = Annotated[
    Award | Deduction | Quota | Shortfall | Excess | Bonus | Band | Discretion | Zero | Veto,
    Field(discriminator="kind"),
]
KINDS: tuple[type[Rule], ...] = _members(AnyRule)

AnyMeasure: TypeAlias = Annotated[Share | Target | Activity, Field(discriminator="figure")]
FIGURES: tuple[type[Measure], ...] = _members(AnyMeasure)

__all__ = ["FIGURES", "KINDS", "AnyMeasure", "AnyRule"]
