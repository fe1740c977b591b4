"""The words of a bonus (加计N分)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "kind.bonus": ("加分", "bonus"),
    "price.verb.add": ("加", ""),
    "price.cap": ("累计最多加{points}", "at most {points} in total"),
    "price.add.total-cap": ("各项累计最多加{points}", "at most {points} over all targets"),
    "price.no-cap": ("不设上限", "no cap"),
    "price.add.highest": ("同一内容只计最高一次", "of one subject only the highest bonus counts"),
    "branch.cap": ("到顶", "the cap"),
    "outcome.add": ("加{points}", "bonus {points}"),
    "outcome.add.nothing": ("不加分", "no bonus"),
    "schema.Bonus": (
        "加分，按一种量法（occurrence、word、band、step、proportion、judged 写一种）。",
        "Points added, by one scale (one of occurrence, word, band, step, proportion, judged).",
    ),
}
