"""The words of a ranking: on the screen, in Markdown and in CSV."""

MESSAGES: dict[str, tuple[str, str]] = {
    # above the table
    "ranking.title": ("{title}（{year}年度）", "{title} ({year})"),
    "ranking.group": ("组别：{group}", "Group: {group}"),
    "ranking.group-spellings": (
        "组别{groups}只是写法不同（空格、全角半角、引号、括号、横线或者看不见的字符），按同一个组排名",
        "the groups {groups} differ only in spelling (spaces, width, quotation marks, brackets, dashes or invisible characters) and "
        "are ranked as one",
    ),
    "ranking.count": (
        "共{units}个单位：参加排名{ranked}个，一票否决{vetoed}个，得分暂定{provisional}个",
        "Units: {units}; ranked {ranked}, vetoed {vetoed}, provisional {provisional}",
    ),
    "ranking.incomplete": (
        "排名不完整：有{failed}份台账未能计分，列在最后。",
        "This ranking is incomplete: {failed} {failed:log|logs} could not be scored; see the end.",
    ),
    "ranking.written": ("已写入 {file}", "written to {file}"),
    "ranking.nothing": ("没有一份台账能够计分。", "No log could be scored."),
    # columns
    "ranking.column.rubric": ("评分标准", "Rubric"),
    "ranking.column.year": ("年度", "Year"),
    "ranking.column.group": ("组别", "Group"),
    "ranking.column.rank": ("名次", "Rank"),
    "ranking.column.tied": ("并列", "Tied"),
    "ranking.column.unit": ("单位", "Unit"),
    "ranking.column.dimension": ("{name}\n{points}分", "{name}\n{points}"),
    "ranking.column.bonus": ("其中加分", "bonus in it"),
    "ranking.column.total": ("总分", "Total"),
    "ranking.column.reference": ("参考分", "Reference"),
    "ranking.column.grade": ("等次", "Grade"),
    "ranking.column.status": ("状态", "Status"),
    "ranking.column.places": ("可能名次", "Possible ranks"),
    "ranking.column.low": ("最低可能", "Lowest"),
    "ranking.column.high": ("最高可能", "Highest"),
    "ranking.column.unassessed": ("未评定", "Unassessed"),
    "ranking.column.pending": ("待查", "Pending"),
    "ranking.column.warnings": ("提醒", "Warnings"),
    "ranking.column.veto": ("一票否决事项", "Vetoed for"),
    "ranking.column.clause": ("条款", "Clause"),
    "ranking.column.lost": ("扣减", "Deducted"),
    "ranking.column.units": ("涉及单位", "Units"),
    "ranking.column.path": ("台账", "Log"),
    "ranking.column.as_of": ("截至", "As of"),
    "ranking.column.problems": ("问题", "Problems"),
    # cells
    "ranking.tied": ("{rank} 并列", "{rank} tied"),
    "ranking.tied.yes": ("并列", "tied"),
    "ranking.status.provisional": ("暂定 {range}", "provisional {range}"),
    "ranking.state.failed": ("未能计分", "not scored"),
    "ranking.status.interim": ("阶段性 {range}", "interim {range}"),
    "ranking.range.between": ("{low}～{high}", "{low}–{high}"),
    "ranking.range.veto": ("最高{high} 一票否决待查", "at most {high}, veto pending"),
    "range.up": ("最低{low}分，上不封顶", "at least {low}, no upper limit"),
    "range.down": ("最高{high}分，下不封底", "at most {high}, no lower limit"),
    "range.free": ("上不封顶，下不封底", "no upper or lower limit"),
    "range.veto-up": ("可能被一票否决，上不封顶", "possibly vetoed, no upper limit"),
    "grade.between": ("{low}～{high}", "{low}–{high}"),
    "grade.none": ("无等次", "no grade"),
    "grade.denied": ("一票否决", "vetoed"),
    "as-of": (
        "阶段性得分，截至{day}，不含以后发生的事项",
        "interim, as of {day}: what happened later is not included",
    ),
    "as-of.apart": (
        "截至日期不一致（{days}），得分不能直接比较；阶段性得分不含以后发生的事项",
        "the units have different dates ({days}), so their scores cannot be compared directly; an interim score does not include what happened later",
    ),
    "as-of.units": ("{day} {count}个单位", "{day}: {count} {count:unit|units}"),
    "as-of.year": ("全年", "the whole year"),
    "ranking.place.veto": ("最高第{best}名，也可能被否决", "at best rank {best}, or vetoed"),
    "ranking.denied": ("{clause}：{events}", "{clause}: {events}"),
    "ranking.failed": ("{path}：{problems}", "{path}: {problems}"),
    "ranking.highest": ("最高", "Highest"),
    "ranking.lowest": ("最低", "Lowest"),
    "ranking.mean": ("均值", "Mean"),
    "ranking.median": ("中位数", "Median"),
    "ranking.returned": ("扣完为止不再扣", "Not deducted because of floors"),
    # under the table
    "ranking.ties.competition": (
        "同分并列同一名次，后面的名次顺延（1、2、2、4）。",
        "Equal scores share a rank; the next rank is skipped (1, 2, 2, 4).",
    ),
    "ranking.ties.dense": (
        "同分并列同一名次，后面的名次紧接（1、2、2、3）。",
        "Equal scores share a rank; the next rank follows directly (1, 2, 2, 3).",
    ),
    "ranking.note.provisional": (
        "暂定：尚有未评定或待查的事项；后列全部认定之后的最低分和最高分。",
        "Provisional: something is unassessed or pending. The lowest and highest score after all decisions are shown next to it.",
    ),
    "ranking.note.moves": (
        "得分区间相互重叠：{count}个单位的名次还可能变动，“可能名次”为全部认定之后的最前和最后名次。",
        "The score ranges overlap: the rank of {count} {count:unit|units} may still change. The possible ranks show the best and the worst one.",
    ),
    "ranking.note.bounded": (
        "*：各项目合计超出总分的上限或下限，按限计。",
        "*: the dimensions add up to more or less than the bounds of the total; the bound counts.",
    ),
    "ranking.note.rounded": (
        "均值和中位数只算参加排名的单位，四舍五入到两位小数；其余数字都是准确值。",
        "Mean and median cover the ranked units only and are rounded half up to two places; all other figures are exact.",
    ),
    "ranking.note.losses": (
        "按条款合计，含一票否决的单位，含未给的基本分，不含未评定的；因“扣完为止”不再扣的分数另列一行。",
        "By clause over all units, vetoed units included. Award points not earned are included, unassessed points are not. What was not deducted because of floors is a line of its own.",
    ),
    "ranking.note.more-losses": (
        "另有{count}个条款，合计{points}分。",
        "{count} more {count:clause|clauses}, {points} in total.",
    ),
    "ranking.heading.vetoed": ("一票否决（不参加排名）", "Vetoed (not ranked)"),
    "ranking.heading.dimensions": ("各项目得分", "Scores by dimension"),
    "ranking.heading.losses": ("失分较多的条款", "Clauses with the highest deductions"),
    "ranking.heading.failed": ("未能计分的台账", "Logs that could not be scored"),
    # what goes wrong
    "ranking.open": (
        "还不能定稿：{count}个单位有未评定或待查的事项：{units}",
        "Not final yet: {count} {count:unit has|units have} unassessed or pending matters: {units}",
    ),
    "ranking.questions": (
        "请核对：{units}；用 wuwu validate-log 逐条列出，各单位得分单里也有。",
        "Please check: {units}; wuwu validate-log lists each, and so do the scorecards.",
    ),
    "ranking.questions.unit": ("{unit}{count}处", "{unit} ({count})"),
    "ranking.interim": (
        "还不能定稿：{count}个单位为阶段性得分：{units}",
        "Not final yet: {count} {count:unit has|units have} only an interim score: {units}",
    ),
    "ranking.progress": ("计分", "scoring"),
    "ranking.progress-workbook": ("生成工作簿", "writing the workbook"),
    "problem.no-units": ("没有找到台账：{paths}", "no logs found in {paths}"),
    "problem.no-units.mend": (
        "请指定台账文件，或存放台账（.yaml、.yml）的文件夹",
        "name log files, or folders with logs (.yaml, .yml)",
    ),
    "ranking.column.self": ("自评", "Own"),
    "ranking.column.self-difference": ("自评减核定", "Own minus official"),
    "ranking.failed-unit": ("{path}（{unit}）", "{path} ({unit})"),
    "problem.as-of-before-year": (
        "截至日期{date}早于本台账的年度（{year}）",
        "the date {date} is before the year of the log ({year})",
    ),
    "problem.as-of-before-year.mend": (
        "--as-of 应写{year}年度内的日期；不同年度的台账分别计分",
        "write a date in {year} for --as-of; score logs of other years separately",
    ),
    "problem.doubled-unit": (
        "单位“{unit}”有{count}份台账，另见{others}",
        "the unit “{unit}” has {count} logs; see also {others}",
    ),
    "problem.doubled-unit.mend": (
        "同一单位、同一标准、同一年度只留一份；由几家分头记的，每份写明 recorded_by（填报），就合起来算",
        "keep one log for each unit, rubric and year; where several record it, say in each who did (recorded_by), and they count together",
    ),
}
