"""The words of the scale per missing one (少一次扣N分)."""

_COUNTED: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "missing-events": (
        ("应有{required}{unit}，实有{got}{unit}{later}", "{required} required, {got} recorded{later}"),
        ("少{missing}{unit} × {price}分", "{missing} missing × {price}"),
    ),
    "missing-months": (
        (
            "应有{required}个月，实有{got}个月{lacking}{later}",
            "{required} months required, {got} recorded{lacking}{later}",
        ),
        ("少{missing}{unit} × {price}分", "{missing} missing × {price}"),
    ),
    "missing-members": (
        (
            "每人应有{required}{unit}，{how}少{missing}{unit}{names}",
            "{required} required for each member, {how} missed {missing}{names}",
        ),
        ("{missing}{unit} × {price}分", "{missing} × {price}"),
    ),
    "missing-tasks": (
        ("{missing}项没有完成", "{missing} not done"),
        ("{missing}项 × {price}分", "{missing} × {price}"),
    ),
}
_KEPT = {
    "missing-events": ("应有{required}{unit}，实有{got}{unit}{later}", "{required} required, {got} recorded{later}"),
    "missing-months": ("应有{required}个月，实有{got}个月{later}", "{required} months required, {got} recorded{later}"),
    "missing-members": ("每人应有{required}{unit}，都达到", "{required} required for each member, all reached it"),
    "missing-tasks": ("都已完成", "all done"),
}

MESSAGES: dict[str, tuple[str, str]] = {
    "scale.missing": ("按所少", "per missing one"),
    **{
        f"line.deduction.{name}": (f"{zh[0]}，扣{{amount}}分：{zh[1]}", f"{en[0]}: deducted {{amount}} = {en[1]}")
        for name, words in _COUNTED.items()
        for zh, en in [list(zip(*words, strict=True))]
    },
    **{f"line.deduction.{name}.kept": (f"{zh}，不扣分", f"{en}: no deduction") for name, (zh, en) in _KEPT.items()},
    **{
        f"line.award.{name}{kept}": (
            f"{zh[0]}，计{{amount}}分：{{full}}分减去 {zh[1]}",
            f"{en[0]}: {{amount}} = {{full}} - {en[1]}",
        )
        for name, words in _COUNTED.items()
        for zh, en in [list(zip(*words, strict=True))]
        for kept in ("", ".kept")
    },
    "line.deduction.missing-members.undue": (
        "每人应有{required}{unit}，{how}少{later}{unit}{names}，未到期，不扣分",
        "{required} required for each member, {how} missed {later}{names}: not due yet, no deduction",
    ),
    "line.missing-months.lacking": ("（缺{months}月）", " (missing: month {months})"),
    "line.missing-members.worst": ("最少的一人", "the member with the fewest"),
    "line.missing-members.sum": ("各人合计", "all members together"),
    "line.missing.later": ("，另有{count}{unit}未到期", ", {count} not due yet"),
    "line.deduction.missing-na": ("认定不适用，不扣分", "not applicable: no deduction"),
    "line.award.missing-na": ("认定不适用，不扣分", "not applicable: no deduction"),
    "line.deduction.missing-unnamed": (
        "台账没有列出班子成员，暂按0{unit}计，暂扣{amount}分：{missing}{unit} × {price}分",
        "the log lists no members, attendance counts as 0 for now: deducted {amount} for now = {missing} × {price}",
    ),
    "line.deduction.missing-unnamed.kept": (
        "台账没有列出班子成员；未到期，暂不扣分",
        "the log lists no members; not due yet, no deduction for now",
    ),
    "line.award.missing-unnamed": (
        "台账没有列出班子成员，暂按0{unit}计，暂计{amount}分",
        "the log names no members, counted as 0 for now: {amount} for now",
    ),
    "price.by-measure": ("按{measure}的登记，{price}", "from the entries under {measure}: {price}"),
    **{
        f"price.{act}.missing.{name}": (zh.format(verb=verb), en.format(off=off))
        for act, verb, off in (("deduct", "扣", "deduct"), ("award", "少计", "subtract"))
        for name, (zh, en) in {
            "events": (
                "应有{{required}}{{unit}}，每少1{{unit}}{verb}{{points}}",
                "{{required}} required{{per}}, {off} {{points}} for each one missing",
            ),
            "every-month": (
                "全年12个月每月至少1{{unit}}，每缺1个月{verb}{{points}}",
                "at least one{{per}} in each of the 12 months, {off} {{points}} for each month missing",
            ),
            "months": (
                "全年至少{{required}}个月有登记，每少1个月{verb}{{points}}",
                "at least {{required}} months with an entry, {off} {{points}} for each month missing",
            ),
            "members-worst": (
                "每人应有{{required}}{{unit}}，按最少的一人，每少1{{unit}}{verb}{{points}}",
                "{{required}} required of each member{{per}}; {off} {{points}} for each one missing, by the member with the fewest",
            ),
            "members-sum": (
                "每人应有{{required}}{{unit}}，各人所少相加，每少1{{unit}}{verb}{{points}}",
                "{{required}} required of each member{{per}}; {off} {{points}} for each one missing, added up over all members",
            ),
            "tasks": ("任务每有1{{unit}}未完成{verb}{{points}}", "{off} {{points}} for each task not done{{per}}"),
        }.items()
    },
    "price.missing.unnamed": (
        "没有列出班子成员的按0{unit}计，列为未评定",
        "if the log lists no members, attendance counts as 0 and is listed as unassessed",
    ),
    "branch.missing": ("次数不足", "too few"),
    "branch.none-missing": ("次数足够", "enough"),
    "schema.Missing": ("按所少：要求多少次，少一次几分。", "Points for each one missing from a required count."),
    "schema.Missing.of": (
        "数哪项数据；不写就数本条自己的事项。",
        "The measure to count; without it, the clause's own entries.",
    ),
    "schema.Missing.counted": (
        "怎样计数：events 次数（默认），months 有记录的月数，members 每个班子成员，tasks 没有完成的任务。",
        "What is counted: events (the default), calendar months covered, attendance per member, or tasks not done.",
    ),
    "schema.Missing.required": ("要求多少次；tasks 不写。", "The required number; not for tasks."),
    "schema.Missing.each": ("少一次几分。", "Points for each one missing."),
    "schema.Missing.members": (
        "几个人都不足的：按最少的一人（worst，默认）或累加（sum）。",
        "If several members miss some: the member with the fewest (worst, the default), or the sum.",
    ),
    "schema.Missing.unit": ("计数的单位，只用于显示。", "The counting unit; only shown."),
}
