"""The console scorecard, and the commands around one log."""

MESSAGES: dict[str, tuple[str, str]] = {
    "cli.score.about": (
        "台账计分。一份台账出得分单；文件夹或多份台账出排名。“-”表示从标准输入读取一份台账。",
        "Score logs. One log gives a scorecard; a folder or several logs give a ranking. “-” reads one log from standard input.",
    ),
    "cli.score.paths": ("台账文件或文件夹", "logs or folders of logs"),
    "cli.score.rubric": (
        "改用此评分标准（自带标准的编号，可带年度，如 shizhi@2018；或文件路径）",
        "use this rubric instead (a bundled id, also with the year: shizhi@2018; or a file)",
    ),
    "cli.score.xlsx": (
        "另写一份 Excel 工作簿（字体可由环境变量 WUWU_FONTS 依次指定：标题,表头,附注,正文）",
        "also write an Excel workbook (WUWU_FONTS sets its fonts: title,headings,notes,body)",
    ),
    "cli.score.explain": (
        "一份台账的得分单列出每一行，包括没有失分的行",
        "on the scorecard of one log show every row, also rows that lost nothing",
    ),
    "cli.score.explain-idle": (
        "--explain 未起作用：只适用于一份台账的文字得分单。",
        "--explain has no effect here: it is for the text scorecard of one log.",
    ),
    "cli.score.final": (
        "尚有未评定或待查事项的，以退出码 1 结束",
        "end with exit code 1 if anything is unassessed or pending",
    ),
    "cli.score.ties": (
        "并列名次的排法：competition 为 1、2、2、4（默认），dense 为 1、2、2、3",
        "how to rank equal scores: competition 1,2,2,4 (default) or dense 1,2,2,3",
    ),
    "cli.score.annual": (
        "由各期合成全年得分；配合 --format json 输出全年的文件。",
        "The year made of its periods; with --format json the document of the year.",
    ),
    "cli.score.annual-idle": (
        "没有可以合成全年的各期：评分标准没有写 annual，或者台账没有写 period。",
        "There are no periods to make a year of: the rubric has no annual, or the logs have no period.",
    ),
    "cli.score.jobs": ("进程数（默认按处理器核数）", "number of processes (default: one for each core)"),
    "cli.score.as-of": (
        "截至某日（如 2018-06-30）的阶段性得分：未到期的不扣分，此后发生的不计",
        "an interim score as of a date (2018-06-30): what is not due yet is not deducted, what happened later is not counted",
    ),
    "cli.score.not-final": (
        "还不能定稿：未评定{unassessed}条，待查{pending}件。",
        "Not final yet: {unassessed} unassessed, {pending} pending.",
    ),
    "cli.score.interim": (
        "还不能定稿：这是截至{day}的阶段性得分。",
        "Not final yet: this is an interim score as of {day}.",
    ),
    "cli.option.format": ("输出格式（默认 {form}）", "output format (default: {form})"),
    "cli.option.output": ("写入文件而不是标准输出", "write to a file instead of standard output"),
    "cli.validate-log.about": (
        "检查台账能否计分，不计分；一次列出全部问题。",
        "Check whether logs can be scored, without scoring them. All problems are reported at once.",
    ),
    "cli.rubrics.about": ("列出自带的评分标准。", "List the bundled rubrics."),
    "rubrics.line": (
        "{year}年度 {title}：{dimensions}个项目，{items}行，{clauses}个条款，满分{points}分；口径{readings}条（已确认{confirmed}条），待补充清单{lists}份",
        "{year} {title}: {dimensions} dimensions, {items} rows, {clauses} clauses, {points} points; {readings} readings ({confirmed} confirmed), {lists} {lists:list|lists} not available yet",
    ),
    "card.heading": ("{unit}　{period}考核得分单", "{unit} · scorecard {period}"),
    "period.year": ("{year}年度", "{year}"),
    "period.half": ("{year}年{part:上半年|下半年}", "{label}"),
    "period.quarter": ("{year}年第{part}季度", "{label}"),
    "period.month": ("{year}年{part}月", "{label}"),
    "period.term": ("{label}", "{label}"),
    "card.group": ("组别：{group}", "group: {group}"),
    "card.final": ("得分 {score} 分（最终）", "Score {score} (final)"),
    "card.provisional": (
        "得分 {score} 分（暂定：未评定{unassessed}条，待查{pending}件；全部认定后{range}）",
        "Score {score} (provisional: {unassessed} unassessed, {pending} pending; {range} once settled)",
    ),
    "card.interim": (
        "得分 {score} 分（阶段性：未评定{unassessed}条，待查{pending}件；全部认定后{range}）",
        "Score {score} (interim: {unassessed} unassessed, {pending} pending; {range} once settled)",
    ),
    "card.range.between": ("在 {low} 到 {high} 分之间", "between {low} and {high}"),
    "card.range.veto": ("可能被一票否决，最高 {high} 分", "possibly vetoed, at most {high}"),
    "card.range-cause": (
        "{range}，其中“{clause}”缺数据，影响 {points} 分",
        "{range}, of which {points} depend on the missing figure of {clause},",
    ),
    "card.vetoed": (
        "一票否决，不计成绩，不排名次（参考分 {score} 分）",
        "VETOED: no score, no rank (reference score {score})",
    ),
    "card.grade": ("等次：{grade}", "grade: {grade}"),
    "card.dimension": ("项目", "Dimension"),
    "card.points": ("分值", "Points"),
    "card.base": ("基本分", "Base"),
    "card.bonus": ("加分", "Bonus"),
    "card.score": ("得分", "Score"),
    "card.total": ("合计", "Total"),
    "card.total-bounds": ("总分", "Total"),
    "card.working": (
        "得失分明细（没有列出的行没有失分和加分，或者只是还没有评定）",
        "Points lost and gained (rows not listed lost and gained nothing, or are not assessed yet)",
    ),
    "card.working-all": ("各行明细", "Every row"),
    "card.nothing-moved": (
        "各行都按基本分计，没有失分和加分。",
        "Every row has its full points; nothing was lost or gained.",
    ),
    "card.of": ("{score} / {points} 分", "{score} / {points}"),
    "card.moved": ("{score} 分", "{score}"),
    "card.whole-row": ("全行", "the whole row"),
    "card.part": ("第{number}分项  {score} / {points} 分", "part {number}  {score} / {points}"),
    "card.void": ("整个项目", "the whole dimension"),
    "card.sources": ("由谁登记（{count}处）", "Who recorded what ({count})"),
    "sources.source": ("{who}（{where}）：{entries}", "{who} ({where}): {entries}"),
    "sources.empty": ("{who}（{where}）：没有事项", "{who} ({where}): no entries"),
    "sources.clause": ("{clause}（{places}）", "{clause} ({places})"),
    "sources.nobody": ("没有写填报人", "nobody named"),
    "self.score": (
        "自评 {own} 分，核定 {official} 分，自评与核定相差 {gap} 分",
        "Own assessment {own}, official {official}: a difference of {gap}",
    ),
    "self.row": (
        "{row}：自评 {own} 分，核定 {official} 分，相差 {gap} 分（{clauses}）",
        "{row}: own {own}, official {official}, a difference of {gap} ({clauses})",
    ),
    "card.self": ("自评与核定不同的行（{count}行）", "Rows assessed otherwise ({count})"),
    "card.unassessed": ("未评定（{count}条）", "Unassessed ({count})"),
    "card.unassessed-points": (
        "{clause}：暂计0分，评定后最多得{points}分",
        "{clause}: 0 for now, worth up to {points} once assessed",
    ),
    "card.unassessed-figure": (
        "{clause}：没有数据，暂不计；{stake}",
        "{clause}: no figure, not counted for now; {stake}",
    ),
    "card.unassessed-undue": (
        "{clause}：未到期，暂不扣分；{stake}",
        "{clause}: not due yet, not deducted for now; {stake}",
    ),
    "card.unassessed-nothing": (
        "{clause}：按目前的登记，认定符合也不增加得分",
        "{clause}: with the present entries, a finding of met earns nothing",
    ),
    "card.stake.none": ("得分不受影响", "no effect on the score"),
    "card.stake.loss": ("最多减{points}分", "may lose up to {points}"),
    "card.stake.gain": ("最多加{points}分", "may gain up to {points}"),
    "card.stake.no-loss": ("扣分不封底", "may lose any number of points"),
    "card.stake.no-gain": ("加分不封顶", "may gain any number of points"),
    "card.unassessed-void": (
        "{clause}：{node}已不计分，认定符合也不得分",
        "{clause}: {node} scores nothing, so the finding earns no points",
    ),
    "card.pending": ("待查（{count}件，暂不计）", "Pending ({count}, not counted yet)"),
    "card.ignored": ("已登记、不计分的事项（{count}件）", "Logged, but not counted ({count})"),
    "card.warnings": ("请核对（{count}条）", "Please check ({count})"),
    "card.readings": (
        "本得分涉及的口径{count}条（{proposed}条待考核办确认）：{ids}；全文见 --explain",
        "Readings used in this score: {count} ({proposed} not confirmed by the office yet): {ids}; --explain shows them in full",
    ),
    "card.readings-deciding": (
        "改用备选口径则得分不同的（{count}条，其中{proposed}条待考核办确认）",
        "Readings that decide this score ({count}, {proposed} not confirmed by the office yet)",
    ),
    "card.readings-others": (
        "涉及的其他口径{count}条（{proposed}条待考核办确认），能计算的备选口径都不改变本得分：{ids}",
        "Other readings used: {count} ({proposed} not confirmed by the office yet). None of their alternatives that can be calculated changes this score: {ids}",
    ),
    "card.reading-otherwise": ("如按“{name}”：{standing}", "With “{name}”: {standing}"),
    "card.event": ("{clause}（{event}）", "{clause} ({event})"),
    "card.event-reason": ("{clause}（{event}）：{reason}", "{clause} ({event}): {reason}"),
    "card.reading": ("{question}——{choice}", "{question} – {choice}"),
    "card.reading-basis": ("依据：{basis}", "basis: {basis}"),
}
