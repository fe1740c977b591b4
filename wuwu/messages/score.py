"""The console scorecard, and the commands around one log."""

MESSAGES: dict[str, tuple[str, str]] = {
    "cli.score.about": (
        "给台账评分。一份台账给出得分单；文件夹或多份台账给出排名。“-”从标准输入读一份台账。",
        "Score logs. One log gives its scorecard; a folder or several logs give the ranking. “-” reads a log from stdin.",
    ),
    "cli.score.paths": ("台账文件或文件夹", "logs or folders of logs"),
    "cli.score.rubric": (
        "改用这个评分标准（自带标准的编号，可带年度，如 shizhi@2018；或文件路径）",
        "score under this rubric instead (a bundled id, also with its year: shizhi@2018; or a file)",
    ),
    "cli.score.xlsx": (
        "另写一份 Excel 工作簿（字体可由环境变量 WUWU_FONTS 依次指定：标题,表头,附注,正文）",
        "also write an Excel workbook (the variable WUWU_FONTS names its fonts: title,headings,asides,body)",
    ),
    "cli.score.explain": (
        "一份台账的得分单列出每一行，包括没有失分的",
        "on the scorecard of one log, show every row, those that lost nothing too",
    ),
    "cli.score.explain-idle": (
        "--explain 没有用上：它只展开一份台账的文字得分单。",
        "--explain changes nothing here: it unfolds the scorecard of one log, as text.",
    ),
    "cli.score.final": (
        "还有未评定或待查的事项时以 1 结束，一份台账或多份都一样",
        "end with 1 while anything is unassessed or pending, in one log or in any of several",
    ),
    "cli.score.ties": (
        "并列名次的排法：competition 为 1、2、2、4（默认），dense 为 1、2、2、3",
        "how ties are ranked: competition 1,2,2,4 (default) or dense 1,2,2,3",
    ),
    "cli.score.jobs": ("进程数（默认按核数）", "number of processes (one a core by default)"),
    "cli.score.as-of": (
        "截至某日（如 2018-06-30）的阶段性得分：未到期的不扣分，这天以后发生的不计",
        "an interim score as of a day (2018-06-30): what is not due yet costs nothing, what happened later is left out",
    ),
    "cli.score.not-final": (
        "还不能定稿：未评定{unassessed}条，待查{pending}件。",
        "Not final yet: {unassessed} unassessed, {pending} pending.",
    ),
    "cli.score.interim": (
        "还不能定稿：这是截至{day}的阶段性得分。",
        "Not final yet: this is an interim score, as of {day}.",
    ),
    "cli.option.format": ("输出格式（默认 {form}）", "the format of the output ({form} by default)"),
    "cli.option.output": ("写入文件而不是标准输出", "write to a file instead of standard output"),
    "cli.validate-log.about": (
        "检查台账能否评分，不算分；一次列出全部问题。",
        "Check whether logs can be scored, without scoring them; every problem at once.",
    ),
    "cli.rubrics.about": ("列出自带的评分标准。", "List the bundled rubrics."),
    "rubrics.line": (
        "{year}年度 {title}：{dimensions}个项目，{items}行，{clauses}个条款，满分{points}分；口径{readings}条"
        "（已确认{confirmed}条），待补充清单{lists}份",
        "{year} {title}: {dimensions} dimensions, {items} rows, {clauses} clauses, {points} points; "
        "{readings} readings ({confirmed} confirmed), {lists} {lists:list|lists} to be supplied",
    ),
    "card.heading": ("{unit}　{year}年度考核得分单", "{unit} · scorecard {year}"),
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
    "card.range.veto": ("可能被一票否决，最高 {high} 分", "possibly vetoed, {high} at most"),
    "card.range-cause": (
        "{range}，其中“{clause}”没有数据，一项就差 {points} 分",
        "{range}, of which the missing figure of {clause} alone makes {points},",
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
        "Points lost and won (rows not listed lost and won none, or are only not assessed yet)",
    ),
    "card.working-all": ("各行明细", "Every row"),
    "card.nothing-moved": (
        "各行都按基本分计，没有失分和加分。",
        "Every row has its full points; nothing was lost or won.",
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
        "{clause}: no figure, counted as none for now; {stake}",
    ),
    "card.unassessed-undue": (
        "{clause}：未到期，暂不扣分；{stake}",
        "{clause}: not due yet, nothing off for now; {stake}",
    ),
    "card.unassessed-nothing": (
        "{clause}：按目前的登记，认定符合也不增加得分",
        "{clause}: by what is on record even “met” would earn nothing",
    ),
    "card.stake.none": ("得分不会因此变动", "the score does not change by it"),
    "card.stake.loss": ("最多减{points}分", "it may take up to {points}"),
    "card.stake.gain": ("最多加{points}分", "it may bring up to {points}"),
    "card.stake.no-loss": ("扣分不封底", "what it may take has no limit"),
    "card.stake.no-gain": ("加分不封顶", "what it may bring has no limit"),
    "card.unassessed-void": (
        "{clause}：{node}已不计分，认定符合也不得分",
        "{clause}: {node} scores nothing, whatever is found",
    ),
    "card.pending": ("待查（{count}件，暂不计）", "Pending ({count}, not counted yet)"),
    "card.ignored": ("已登记、不计分的事项（{count}件）", "Logged, not counted ({count})"),
    "card.warnings": ("请核对（{count}条）", "Please check ({count})"),
    "card.readings": (
        "本得分涉及的口径{count}条（{proposed}条待考核办确认）：{ids}；全文见 --explain",
        "Readings that this score depends on: {count} ({proposed} not yet confirmed by the office): {ids}; see --explain",
    ),
    "card.readings-deciding": (
        "换一种口径得分就不同的（{count}条，其中{proposed}条待考核办确认）",
        "Readings that decide this score ({count}, {proposed} not yet confirmed by the office)",
    ),
    "card.readings-others": (
        "涉及的其他口径{count}条（{proposed}条待考核办确认），能计算的备选口径都不改变本得分：{ids}",
        "Other readings concerned: {count} ({proposed} not yet confirmed by the office). No alternative to them that can be "
        "computed changes this score: {ids}",
    ),
    "card.reading-otherwise": ("如按“{name}”：{standing}", "With “{name}” instead: {standing}"),
    "card.event": ("{clause}（{event}）", "{clause} ({event})"),
    "card.event-reason": ("{clause}（{event}）：{reason}", "{clause} ({event}): {reason}"),
    "card.reading": ("{question}——{choice}", "{question} – {choice}"),
    "card.reading-basis": ("依据：{basis}", "basis: {basis}"),
}
