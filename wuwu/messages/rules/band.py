"""The words of the scale by band (90%以上N分)."""

_ACTS = {
    "deduction": ("扣{amount}分", "deducted {amount}"),
    "bonus": ("加{amount}分", "bonus {amount}"),
    "award": ("计{amount}分", "{amount}"),
}

MESSAGES: dict[str, tuple[str, str]] = {
    "scale.band": ("分档", "by band"),
    **{
        f"line.{kind}.band": (
            f"“{{measure}}”{{reached}}，{{bound}}，{zh}",
            f"{{measure}} is {{reached}}, {{bound}}: {en}",
        )
        for kind, (zh, en) in _ACTS.items()
    },
    **{
        f"line.{kind}.band.kept": (
            f"“{{measure}}”{{reached}}，{{bound}}，{zh}",
            "{measure} is {reached}, {bound}: no points",
        )
        for kind, zh in (("deduction", "不扣分"), ("bonus", "不加分"), ("award", "计0分"))
    },
    "line.bonus.band-none": (
        "“{measure}”{reached}，未到加分的档次，不加分",
        "{measure} is {reached}, below the lowest band: no bonus",
    ),
    "line.deduction.band-none": (
        "“{measure}”{reached}，未到扣分的档次，不扣分",
        "{measure} is {reached}, in no band: no deduction",
    ),
    "line.award.band-none": ("“{measure}”{reached}，不在计分的档次，计0分", "{measure} is {reached}, in no band: 0"),
    "price.band": ("{measure}{bands}", "by {measure}: {bands}"),
    "price.band.several": ("{measure}{bands}（不累加）", "by {measure}: {bands} (not added up)"),
    "price.add.band": ("{bound}加{points}", "add {points} for {bound}"),
    "price.deduct.band": ("{bound}扣{points}", "deduct {points} for {bound}"),
    "price.award.band": ("{bound}计{points}", "{points} for {bound}"),
    "price.band.at_least": ("达到{figure}", "at least {figure}"),
    "price.band.above": ("超过{figure}", "more than {figure}"),
    "price.band.at_most": ("不超过{figure}", "at most {figure}"),
    "price.band.below": ("低于{figure}", "less than {figure}"),
    "price.band.any": ("有数据的", "any figure"),
    "branch.band": ("正好在第{of}档的界上", "exactly at the bound of band {of}"),
    "branch.no-band": ("不到最低一档", "below the lowest band"),
    "problem.bands-overlap": ("“{id}”的档次互相重叠", "bands of {id} overlap"),
    "problem.bands-overlap.fix": (
        "各档的界限要么一档套一档（90以上、80以上），要么互不重叠（above: 80, at_most: 90）",
        "let each lie inside the next (at_least 90, at_least 80), or beside it (above: 80, at_most: 90)",
    ),
    "schema.Band": ("分档：数据落在哪一档，得哪一档的分。", "The points of the band that a figure falls into."),
    "schema.Band.bands": ("各档，按高低顺序。", "The bands, in one order."),
    "schema.Tier": ("一档。", "One band."),
    "schema.Tier.points": ("这一档几分。", "The points of the band."),
}
