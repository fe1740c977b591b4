"""The words of every rule: its price in one sentence, its gates, its examples."""

MESSAGES: dict[str, tuple[str, str]] = {
    # how a price is put together
    "price.between": ("；", "; "),
    "price.comma": ("，", ", "),
    "price.points": ("{points}分", "{points} points"),
    "price.point": ("{points}分", "{points} point"),
    "price.clause": ("“{clause}”", "{clause}"),
    "price.unit": ("次", ""),
    "price.unit.tasks": ("项", ""),
    "price.per": ("", " ({unit})"),
    # what an occurrence needs before it counts
    "price.level-word": ("“{word}”按{level}算", "{word} counts as {level}"),
    "price.from-level": ("{level}及以上的才{verb}", "counts only from {level} upward"),
    "price.upheld": ("查实的才{verb}", "counts only if upheld"),
    "price.upheld-by": ("查实的才{verb}，且须由{body}查实", "counts only if upheld, and verified by {body}"),
    "price.verified-by": ("须由{body}查实的才{verb}", "counts only if verified by {body}"),
    "price.body-presumed": (
        "写明由{body}以外的机构查实的不{verb}，没有写明的视为{body}",
        "counts only if verified by {body}; an entry without verified_by counts as verified by {body}",
    ),
    "price.evidence-expected": ("没有写依据的照计，给出提醒", "an entry without evidence counts, with a warning"),
    "branch.at-level": ("正好达到起计级别", "exactly the lowest level that counts"),
    "branch.below-level": ("级别不够", "level too low"),
    "branch.pending": ("待查", "pending"),
    "branch.dismissed": ("不属实", "dismissed"),
    "branch.wrong-body": ("由其他单位查实", "verified by another body"),
    "schema.Rule": (
        "评分规则：kind 是做什么（计、扣、加、不计分、否决、定级），再写一种量法。",
        "A rule: `kind` says what it does, one scale how it measures.",
    ),
    "schema.Rule.kind": (
        "规则的种类：award 计N分，deduction 扣分，bonus 加分，zero 不计分，veto 一票否决，grade 定级、降档。",
        "The kind of rule: award, deduction, bonus, zero (the node scores nothing), veto, grade.",
    ),
    "schema.Rule.examples": (
        "算例：给出事项，写明应得的分；validate-rubric 逐个验算。",
        "Worked examples: entries and the points they give; validate-rubric checks them.",
    ),
    "schema.Rule.level_words": (
        "只在本条有效的级别用语，如 局内: 局级。",
        "Other words for a level, valid under this clause only.",
    ),
    "schema.Rule.from_level": ("达到此级别才计。", "The lowest level that counts."),
    "schema.Rule.upheld_only": ("查实的才计。", "Counts only if upheld."),
    "schema.Rule.verified_by": ("须由哪个部门查实。", "The body that must have verified it."),
    "schema.Rule.body_presumed": (
        "没有写明由谁查实的，视为由 verified_by 所写的部门查实；写明由其他部门查实的不计。",
        "If an entry names no body, the body of verified_by counts as the one that verified it. An entry that names another body does not count.",
    ),
    "schema.Rule.evidence_expected": (
        "原文要求有依据；没有写 evidence 的照计，给出提醒。",
        "The text asks for a document. An entry without evidence counts, with a warning.",
    ),
    **{
        f"schema.Rule.{name}": words
        for name, words in {
            "occurrence": ("按次：每次几分。", "So many points for each occurrence."),
            "word": ("按级别、情形或评语。", "By a level, a kind or a finding in words."),
            "band": ("按数据分档。", "By the band that a figure falls into."),
            "step": ("从某个界限起按步。", "By steps from a threshold on."),
            "proportion": ("按比例。", "In proportion to a figure."),
            "missing": ("按所少的次数。", "By what is missing from a required count."),
            "judged": ("由人酌情决定。", "As somebody decides."),
        }.items()
    },
    "schema.Loggable.id": (
        "条款编号：行号、点、简称，如 A5.迟报。",
        "The clause id: row, dot and short name, such as A5.迟报.",
    ),
    "schema.Loggable.gloss": (
        "条款的英文意思，只在英文输出里显示。",
        "What the clause is about in English; shown in English output.",
    ),
    "schema.Loggable.quote": (
        "本条所依据的原文，一段或几段，与原文一字不差。",
        "The words of the official text that it is based on: one part or several, exactly as in the text.",
    ),
    "schema.Loggable.notes": ("备注。", "Remarks."),
    "schema.Example": ("算例：给出事项，写明应得的分。", "A worked example: entries, and the points they give."),
    "schema.Example.given": (
        "给出的事项；不写条款即为本条。",
        "The entries; without a clause they belong to this rule.",
    ),
    "schema.Example.members": ("班子成员。", "The members."),
    "schema.Example.unassessed": (
        "未给出的认定按未评定处理，不按符合处理。",
        "Findings that are not given stay unassessed; otherwise they count as met.",
    ),
    "schema.Example.scores": ("本条自己的分，扣分为负。", "The points of this rule alone; negative for a deduction."),
    "schema.Example.part": ("此时分项的得分。", "The score of the part."),
    "schema.Example.item": ("此时本行的得分。", "The score of the row."),
    "schema.Example.dimension": ("此时本项目的得分。", "The score of the dimension."),
    "schema.Example.vetoed": ("是否一票否决。", "Whether the unit is vetoed."),
    "schema.Example.refused": ("如此登记应报的错误代码。", "The code of the error that this entry must give."),
    "schema.Example.note": ("说明。", "A remark."),
    "schema.Given": (
        "一条事项，写法与台账相同；不写条款即为本条，需要日期的默认为当年6月30日。",
        "An entry as in a log. Without a clause it belongs to this rule; a missing date is 30 June.",
    ),
}
