"""The words of the scale in proportion (得分=率×N)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.nothing-between": (
        "“{id}”的 none 和 full 相同，没有可以按比例计算的",
        "none and full of {id} are the same, so there is nothing in proportion between them",
    ),
    "problem.nothing-between.fix": (
        "full 写得满分的数，none 写不得分的数（不写为0）",
        "write at full the figure that is worth all, at none the one that is worth nothing (0 if left out)",
    ),
    "scale.proportion": ("按比例", "in proportion"),
    **{
        f"line.{kind}.proportion{kept}": (
            f"“{{measure}}”{{reached}}，按{{none}}至{{whole}}折算，{zh}",
            f"{{measure}} is {{reached}}, in proportion from {{none}} to {{whole}}: {en}",
        )
        for kind, zh, en, kept in (
            ("award", "计{amount}分（满分{full}分）", "{amount} of {full}", ""),
            ("award", "计0分（满分{full}分）", "0 of {full}", ".kept"),
            ("bonus", "加{amount}分", "bonus {amount}", ""),
            ("bonus", "不加分", "no bonus", ".kept"),
            ("deduction", "扣{amount}分", "deducted {amount}", ""),
            ("deduction", "不扣分", "no deduction", ".kept"),
        )
    },
    "price.award.proportion": (
        "{measure}从{none}到{full}，按比例计0至{points}",
        "0 to {points} in proportion, from {none} to {full} of {measure}",
    ),
    "price.add.proportion": (
        "{measure}从{none}到{full}，按比例加0至{points}",
        "add 0 to {points} in proportion, from {none} to {full} of {measure}",
    ),
    "price.deduct.proportion": (
        "{measure}从{none}到{full}，按比例扣0至{points}",
        "deduct 0 to {points} in proportion, from {none} to {full} of {measure}",
    ),
    "branch.at-full": ("正好全部", "exactly all of it"),
    "branch.at-none": ("正好没有", "exactly nothing"),
    "branch.between": ("两者之间", "in between"),
    "schema.Proportion": (
        "按比例：数据从 none 到 full，得分从0到满分。",
        "From none to full of a figure, from 0 to all points.",
    ),
    "schema.Proportion.none": ("得0分的数，默认0。", "The figure that brings nothing, 0 if left out."),
    "schema.Proportion.full": ("得满分的数。", "The figure that brings all points."),
    "schema.Proportion.rounding": ("结果怎样取舍。", "How the result is rounded."),
    "schema.PricedProportion": ("按比例，最多 points 分。", "In proportion, up to `points`."),
    "schema.PricedProportion.points": ("最多几分。", "The most that it comes to."),
}
