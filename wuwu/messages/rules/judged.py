"""The words of the judged scale (酌情; 领导评价; 评委打分)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "scale.judged": ("酌情", "judged"),
    "line.deduction.judged": ("酌情扣{amount}分{sum}", "deducted {amount} at discretion{sum}"),
    "line.bonus.judged": ("酌情加{amount}分{sum}", "bonus {amount} at discretion{sum}"),
    "line.award.judged": ("评定得{amount}分", "judged: {amount}"),
    "line.award.judged-mean": ("{count}人评分平均，得{amount}分{sum}", "the mean of {count}: {amount}{sum}"),
    "line.award.judged-trimmed": (
        "{count}人评分去掉最高最低后平均，得{amount}分{sum}",
        "the mean of {count} without the highest and the lowest: {amount}{sum}",
    ),
    "line.amounts.sum": ("：{sum}", ": {sum}"),
    "line.amounts.list": ("（{amounts}）", " ({amounts})"),
    "price.deduct.judged": (
        "酌情扣，每笔大于0分、不超过{points}，须写明理由和决定人",
        "deducted at discretion: above 0, at most {points} for each entry, with reason and decided_by",
    ),
    "price.deduct.judged-between": (
        "酌情扣，每笔{least}分至{points}，须写明理由和决定人",
        "deducted at discretion: from {least} to {points} for each entry, with reason and decided_by",
    ),
    "price.add.judged": (
        "酌情加，每笔大于0分、不超过{points}，须写明理由和决定人",
        "added at discretion: above 0, at most {points} for each entry, with reason and decided_by",
    ),
    "price.add.judged-between": (
        "酌情加，每笔{least}分至{points}，须写明理由和决定人",
        "added at discretion: from {least} to {points} for each entry, with reason and decided_by",
    ),
    "price.award.judged": ("由人评定，0分至{points}，须写明评定人", "judged from 0 to {points}, with who judged"),
    "price.award.judged-between": (
        "由人评定，{least}分至{points}，须写明评定人",
        "judged from {least} to {points}, with who judged",
    ),
    "price.several.sum": ("几项相加", "several are added up"),
    "price.several.mean": ("几项取平均", "of several the mean"),
    "price.several.trimmed": (
        "去掉一个最高和一个最低后取平均，至少三项",
        "of three at least, the mean without the highest and the lowest",
    ),
    "branch.at-most": ("正好等于最多可评的分", "exactly the most that may be given or taken"),
    "branch.at-least": ("正好等于最少可评的分", "exactly the least"),
    "branch.refused": ("超过最多可评的分", "more than may be given or taken"),
    "outcome.judged.deduct": ("酌情扣{points}", "deducted {points} at discretion"),
    "outcome.judged.add": ("酌情加{points}", "bonus {points} at discretion"),
    "outcome.judged.award": ("评定{points}", "judged {points}"),
    "schema.Judged": (
        "酌情：由人决定多少分，须写理由和决定人。",
        "An amount that somebody decides, with the reason and who.",
    ),
    "schema.Judged.at_least": (
        "每次最少几分；不写为大于0（计分的从0起）。",
        "The least amount; above 0 if left out (an award begins at 0).",
    ),
    "schema.Judged.at_most": (
        "每次最多几分；计分的不写，就是本条的分值。",
        "The greatest amount at a time; of an award its points.",
    ),
    "schema.Judged.several": (
        "几个人评的（只用于计分）：mean 平均，trimmed 去掉最高最低后平均。",
        "Of several people's (awards only): mean, or trimmed, the mean without the highest and the lowest.",
    ),
    "schema.Judged.rounding": ("平均时怎样取舍。", "How a mean is rounded."),
}
