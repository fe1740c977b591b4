"""Every kind of rule, in an explicit table: the open list of the rubric language.

A new kind is one class in one module here and its name in the union below; its sentences go to the catalogue.
"""

from typing import Annotated, TypeAlias

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

AnyRule: TypeAlias = Annotated[
    Award | Deduction | Quota | Shortfall | Excess | Bonus | Band | Discretion | Zero | Veto,
    Field(discriminator="kind"),
]
KINDS: tuple[type[Rule], ...] = (Award, Deduction, Quota, Shortfall, Excess, Bonus, Band, Discretion, Zero, Veto)

AnyMeasure: TypeAlias = Annotated[Share | Target | Activity, Field(discriminator="figure")]
FIGURES: tuple[type[Measure], ...] = (Share, Target, Activity)

__all__ = ["FIGURES", "KINDS", "AnyMeasure", "AnyRule"]
