"""The words of what bounds nodes: floors, caps, joint limits, 折算, weights."""

MESSAGES: dict[str, tuple[str, str]] = {
    "line.node-floor": (
        "最低{floor}分，超出的{amount}分不再扣",
        "the lowest score here is {floor}: {amount} not deducted",
    ),
    "line.node-cap": (
        "合计{total}分，以{cap}分为限，减去{amount}分",
        "{total} in total, the cap is {cap}: {amount} removed",
    ),
    "line.node-prorate": (
        "不适用的{out}分不计入，其余{of}分得{got}分，折算为 {got} × {full}/{of} = {new}分",
        "without the {out} that are not applicable, {got} of {of} come to {got} × {full}/{of} = {new}",
    ),
    "line.node-prorate-none": ("{full}分全部不适用，未评定", "all {full} are not applicable: not assessed"),
    "line.node-weight": ("得{before}分，按{weight}%计入", "{before}, of which {weight} % count"),
    "line.cap": ("累计{total}分，以{cap}分为限，{moved}", "{total} in total, the cap is {cap}: {moved}"),
    "line.taken": ("减去{amount}分", "{amount} removed"),
    "line.given": ("不再扣{amount}分", "{amount} not deducted"),
    "line.label": ("{rule}（{label}）", "{rule} ({label})"),
    "line.label.floor": ("扣完为止", "floor"),
    "line.label.cap": ("上限", "cap"),
    "line.label.prorate": ("缺项折算", "prorated"),
    "line.label.prorate-none": ("缺项折算", "prorated"),
    "line.label.weight": ("折算", "weight"),
    # how far deductions go
    "bounds.item": ("本行{points}", "the row has {points}"),
    "bounds.part": ("本分项{points}", "the part has {points}"),
    "bounds.whole": ("从全行{points}里扣", "deducted from the whole row of {points}"),
    "bounds.without": ("本行不占分值", "the row has no points of its own"),
    "bounds.nothing": ("本行不占分值，也不能扣成负分", "the row has no points of its own and cannot go below 0"),
    "bounds.floor": ("扣完为止", "deductions stop at 0"),
    "bounds.floor-at": ("扣到{floor}分为止", "deductions stop at {floor}"),
    "bounds.none": ("可扣成负分", "deductions may go below 0"),
    "bounds.row-holds": ("但全行{floor}", "but for the row as a whole: {floor}"),
    "bounds.least": ("最低{floor}分", "at least {floor}"),
    "bounds.most": ("最高{cap}分", "at most {cap}"),
    "bounds.weight": ("按{weight}%计入总分", "{weight} % of it count for the total"),
    "bounds.prorate": ("不适用的不计入，其余折算", "what is not applicable is left out, the rest prorated"),
}
