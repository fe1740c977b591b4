"""The words of a ranking: on the screen, in Markdown and in CSV."""

MESSAGES: dict[str, tuple[str, str]] = {
    # above the table
    "ranking.title": ("{title}（{year}年度）", "{title} ({year})"),
    "ranking.group": ("组别：{group}", "Group: {group}"),
    "ranking.count": (
        "共{units}个单位：参加排名{ranked}个，一票否决{vetoed}个，得分暂定{provisional}个",
        "Units: {units}; ranked {ranked}, vetoed {vetoed}, provisional {provisional}",
    ),
    "ranking.incomplete": (
        "排名不完整：有{failed}份台账未能计分，列在最后。",
        "This ranking is incomplete: {failed} {failed:log|logs} could not be scored; see the end.",
    ),
    "ranking.written": ("已写入 {file}", "wrote {file}"),
    "ranking.nothing": ("没有一份台账能够计分。", "No log could be scored."),
    # columns
    "ranking.column.rubric": ("评分标准", "Rubric"),
    "ranking.column.year": ("年度", "Year"),
    "ranking.column.group": ("组别", "Group"),
    "ranking.column.rank": ("名次", "Rank"),
    "ranking.column.tied": ("并列", "Tied"),
    "ranking.column.unit": ("单位", "Unit"),
    "ranking.column.dimension": ("{name}\n{points}分", "{name}\n{points}"),
    "ranking.column.bonus": ("其中加分", "of it bonus"),
    "ranking.column.total": ("总分", "Total"),
    "ranking.column.reference": ("参考分", "Reference"),
    "ranking.column.grade": ("等次", "Grade"),
    "ranking.column.status": ("状态", "Status"),
    "ranking.column.places": ("可能名次", "Possible places"),
    "ranking.column.low": ("最低可能", "Lowest"),
    "ranking.column.high": ("最高可能", "Highest"),
    "ranking.column.unassessed": ("未评定", "Unassessed"),
    "ranking.column.pending": ("待查", "Pending"),
    "ranking.column.warnings": ("提醒", "Warnings"),
    "ranking.column.veto": ("一票否决事项", "Vetoed for"),
    "ranking.column.clause": ("条款", "Clause"),
    "ranking.column.lost": ("扣减", "Points"),
    "ranking.column.units": ("涉及单位", "Units"),
    "ranking.column.path": ("台账", "Log"),
    "ranking.column.problems": ("问题", "Problems"),
    # cells
    "ranking.tied": ("{rank} 并列", "{rank} tied"),
    "ranking.tied.yes": ("并列", "tied"),
    "ranking.status.provisional": ("暂定 {range}", "provisional {range}"),
    "ranking.state.failed": ("未能计分", "not scored"),
    "ranking.range": ("{low}～{high}", "{low}–{high}"),
    "ranking.range.veto-pending": ("最高{high} 一票否决待查", "{high} at most, veto pending"),
    "ranking.place.veto": ("最好第{best}，也可能被否决", "{best} at best, or vetoed"),
    "ranking.denied": ("{clause}：{events}", "{clause}: {events}"),
    "ranking.failed": ("{path}：{problems}", "{path}: {problems}"),
    "ranking.highest": ("最高", "Highest"),
    "ranking.lowest": ("最低", "Lowest"),
    "ranking.mean": ("均值", "Mean"),
    "ranking.median": ("中位数", "Median"),
    "ranking.returned": ("扣完为止不再扣", "Held by floors"),
    # under the table
    "ranking.ties.competition": (
        "同分并列同一名次，后面的名次顺延（1、2、2、4）。",
        "Equal scores share a rank, and the next rank is left out (1, 2, 2, 4).",
    ),
    "ranking.ties.dense": (
        "同分并列同一名次，后面的名次紧接（1、2、2、3）。",
        "Equal scores share a rank, and the next rank follows at once (1, 2, 2, 3).",
    ),
    "ranking.note.provisional": (
        "暂定：还有未评定或待查的事项；后面是全部认定之后的最低分和最高分。",
        "Provisional: something is unassessed or pending; beside it the lowest and highest score once all is settled.",
    ),
    "ranking.note.moves": (
        "得分区间互相重叠：有{count}个单位的名次还可能变动，“可能名次”是全部认定之后的最前和最后位次。",
        "Ranges overlap: the places of {count} {count:unit|units} may still change; beside them the first and last they can come to.",
    ),
    "ranking.note.bounded": (
        "*：各项目合计超出总分的上限或下限，按限计。",
        "*: the dimensions come to more or less than the total may be, which is what counts.",
    ),
    "ranking.note.rounded": (
        "均值和中位数只算参加排名的单位，四舍五入到两位小数；其余数字都是准确值。",
        "Mean and median are over the ranked units, rounded half up to two places; all other figures are exact.",
    ),
    "ranking.note.losses": (
        "按条款合计，含一票否决的单位，含未给的基本分，不含未评定的；因“扣完为止”不再扣的分数另列一行。",
        "By clause over all units, vetoed ones too; base points not earned count, those only unassessed do not; what floors gave back stands apart.",
    ),
    "ranking.note.more-losses": (
        "另有{count}个条款，合计{points}分。",
        "{count} further {count:clause|clauses}, {points} in all.",
    ),
    "ranking.heading.vetoed": ("一票否决（不参加排名）", "Vetoed (not ranked)"),
    "ranking.heading.dimensions": ("各项目得分", "Scores by dimension"),
    "ranking.heading.losses": ("失分较多的条款", "Where most points were lost"),
    "ranking.heading.failed": ("未能计分的台账", "Logs that could not be scored"),
    # what goes wrong
    "ranking.open": (
        "还不能定稿：{count}个单位有未评定或待查的事项：{units}",
        "Not final yet: {count} {count:unit has|units have} something unassessed or pending: {units}",
    ),
    "ranking.progress": ("计分", "scoring"),
    "problem.no-units": ("没有找到台账：{paths}", "there is no log in {paths}"),
    "problem.no-units.mend": (
        "给出台账文件，或者放着台账（.yaml、.yml）的文件夹",
        "name logs, or folders that hold logs (.yaml, .yml)",
    ),
    "ranking.column.self": ("自评", "Own"),
    "ranking.column.self-difference": ("自评减核定", "Own minus official"),
    "ranking.failed-unit": ("{path}（{unit}）", "{path} ({unit})"),
    "problem.doubled-unit": (
        "单位“{unit}”有{count}份台账，另见{others}",
        "the unit “{unit}” has {count} logs, see also {others}",
    ),
    "problem.doubled-unit.mend": (
        "同一单位、同一标准、同一年度只留一份；由几家分头记的，每份写明 recorded_by（填报），就合起来算",
        "keep one log for each unit, rubric and year; where several record it, say in each who did (recorded_by), and they count together",
    ),
}
