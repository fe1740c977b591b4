"""The words of a scorecard as a person reads it, on the screen and in a document."""

MESSAGES: dict[str, tuple[str, str]] = {
    "scorecard.table": ("{title}（{id}）", "{title} ({id})"),
    "scorecard.year": ("{year}年度", "{year}"),
    "scorecard.assessed-on": ("考评日期 {date}", "assessed on {date}"),
    # the verdict
    "scorecard.stamp.final": ("【得分】", "[SCORE]"),
    "scorecard.stamp.provisional": ("【暂定】", "[PROVISIONAL]"),
    "scorecard.stamp.vetoed": ("【一票否决】", "[VETOED]"),
    "scorecard.points": ("{points}分", "{points} points"),
    "scorecard.full": ("满分{points}分", "of {points}"),
    "scorecard.denied": (
        "本年度考核予以否决，不给正式得分，不参加排名",
        "the whole year's assessment is denied: no official score, no rank",
    ),
    "scorecard.reference": ("参考分 {points}分", "reference score: {points}"),
    "scorecard.grade": ("等次：{grade}", "grade: {grade}"),
    "scorecard.open": ("还有{counts}，不是最后得分", "not the last word: {counts}"),
    "scorecard.open-reference": ("还有{counts}", "still open: {counts}"),
    "scorecard.open.unassessed": ("{count}项未评定", "{count} unassessed"),
    "scorecard.open.pending": ("{count}件待查", "{count} pending"),
    "scorecard.range": (
        "全部了结后，最低{low}分，最高{high}分",
        "once all is settled: {low} at the lowest, {high} at the highest",
    ),
    "scorecard.range.same": ("这些事项怎样了结都不影响得分", "however they are settled, the score stays"),
    "scorecard.range.veto": (
        "待查的一票否决事项一旦查实，就没有正式得分；否则最高{high}分",
        "if the pending veto is upheld there is no official score; else {high} at the highest",
    ),
    # the table of dimensions
    "scorecard.dimension": ("项目", "Dimension"),
    "scorecard.worth": ("分值", "Points"),
    "scorecard.base": ("基本分", "Base"),
    "scorecard.bonus": ("加分", "Bonus"),
    "scorecard.score": ("得分", "Score"),
    "scorecard.total": ("合计", "Total"),
    # the working
    "scorecard.moves": ("失分和加分", "Points lost and won"),
    "scorecard.moves.none": ("没有失分，也没有加分", "No points lost or won"),
    "scorecard.rows": ("逐行计算", "Every row"),
    "scorecard.row": ("{score} / {points}分", "{score} of {points}"),
    "scorecard.row.unpriced": ("{score}分", "{score}"),
    "scorecard.dimension-row": ("{name}（全项目）", "{name} (the whole dimension)"),
    "scorecard.total-row": ("总分", "Total"),
    # the lists
    "scorecard.vetoes": ("否决事项", "Grounds of the veto"),
    "scorecard.unassessed": ("未评定（{count}项，共{points}分暂不计）", "Unassessed ({count}; {points} points wait)"),
    "scorecard.unassessed.points": ("{points}分", "{points} points"),
    "scorecard.unassessed.figure": ("没有填报数据，暂不加分也不扣分", "no figure yet, nothing won or lost for now"),
    "scorecard.pending": ("待查（{count}件，暂不计）", "Pending ({count}, not counted yet)"),
    "scorecard.ignored": ("不计（{count}件）", "Not counted ({count})"),
    "scorecard.ignored.because": ("{reason}（{event}）", "{reason} ({event})"),
    "scorecard.warnings": ("请核对（{count}处）", "Please check ({count})"),
    "scorecard.readings": ("涉及的口径（{count}条）", "Readings that touch this unit ({count})"),
    "scorecard.readings.proposed": ("（拟）", " (proposed)"),
    "scorecard.reading": ("{choice}{status}", "{choice}{status}"),
    "scorecard.reading.full": (
        "{question}→ {choice}{status} 依据：{basis}",
        "{question} → {choice}{status} Basis: {basis}",
    ),
}
