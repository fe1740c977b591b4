"""The words of a deduction (扣N分)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "kind.deduction": ("扣分", "deduction"),
    "price.verb.deduct": ("扣", ""),
    "price.deduct.cap": ("累计最多扣{points}", "at most {points} in total"),
    "price.deduct.total-cap": ("各项累计最多扣{points}", "at most {points} over all targets"),
    "price.deduct.highest": ("同一对象只扣最重的一项", "of one subject only the highest deduction counts"),
    "branch.floor": ("扣完为止", "the floor"),
    "branch.below-zero": ("扣到零分以下", "below zero"),
    "outcome.deduct": ("扣{points}", "deducted {points}"),
    "outcome.deduct.nothing": ("不扣分", "no deduction"),
    "schema.Deduction": (
        "扣分，按一种量法（occurrence、word、band、step、proportion、missing、judged 写一种）。",
        "Points deducted, by one scale (one of occurrence, word, band, step, proportion, missing, judged).",
    ),
    "schema.CappedRule.cap": ("累计不超过几分；不写为不限。", "At most so many points in all; without it, no limit."),
}
