"""What can be wrong with a log under a rubric, and how to fix it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.year-mismatch": (
        "台账年度是{year}，而评分标准“{rubric}”是{rubric_year}年度的",
        "the log is for {year}, but the rubric {rubric} is for {rubric_year}",
    ),
    "problem.year-mismatch.fix": (
        "核对台账的 year，或换用同一年度的评分标准",
        "check the year of the log, or use the rubric of that year",
    ),
    "problem.unknown-clause": ("评分标准“{rubric}”里没有条款“{clause}”", "the rubric {rubric} has no clause {clause}"),
    "problem.unknown-clause.fix": (
        "用 wuwu explain {reference} 查看全部条款编号",
        "for all clause ids run: wuwu explain {reference}",
    ),
    "log.row": ("一行", "a row of the table"),
    "log.part": ("一个分项", "a part of a row"),
    "problem.clause-is-row": ("“{clause}”是{what}，不是条款", "{clause} is {what}, not a clause"),
    "problem.clause-is-row.fix": ("请写到条款：{clauses}", "write one of its clauses: {clauses}"),
    "problem.clause-of-other-table": (
        "条款“{clause}”不在“{rubric}”里，它属于另一张表：{other}",
        "the clause {clause} is not in {rubric}; it belongs to another table: {other}",
    ),
    "problem.clause-of-other-table.fix": (
        "核对台账的 rubric 是否选错，或改用本表的条款编号",
        "check the rubric of the log, or use a clause of this table",
    ),
    "problem.clause-is-fed": (
        "条款“{clause}”由数据得出，不直接登记事项",
        "the clause {clause} is calculated from figures and takes no entries of its own",
    ),
    "problem.clause-is-fed.fix": ("将数据登记在“{measure}”下", "log the figures under {measure}"),
    "problem.idle-field": ("条款“{clause}”不使用字段 {field}", "the clause {clause} does not use the field {field}"),
    "problem.idle-field.fix": ("删去该字段；本条款可用的字段：{takes}", "remove it; the clause takes: {takes}"),
    "problem.field-of-other-form": (
        "条款“{clause}”的这种写法不含字段 {field}",
        "the field {field} does not belong to this way of logging {clause}",
    ),
    "problem.field-of-other-form.fix": (
        "几种写法只用一种：{forms}",
        "use only one of these ways: {forms}",
    ),
    "problem.missing-date": ("条款“{clause}”的事项缺少日期", "an entry of {clause} has no date"),
    "problem.missing-date.fix": (
        "补充事项发生的日期，如 date: {example}",
        "add the date on which it happened, such as date: {example}",
    ),
    "problem.missing-level": ("条款“{clause}”按级别计分或限定级别，缺少 level", "an entry of {clause} needs a level"),
    "problem.missing-level.fix": ("补充 level，可写：{words}", "add level, one of: {words}"),
    "problem.missing-subject": (
        "条款“{clause}”按同一内容计分，缺少 subject",
        "{clause} is counted by subject, and this entry has no subject",
    ),
    "problem.missing-subject.fix": (
        "补充 subject，写明内容或称号",
        "add subject: the matter, or the title concerned",
    ),
    "problem.recorded-twice": (
        "{clause}：{recorders}登记的像是同一件事，目前各算一次，请核对",
        "{clause}: {recorders} seem to have recorded the same occurrence; each counts for now",
    ),
    "problem.recorded-by-another": (
        "{clause}归{owner}登记，{recorder}也登记了，请核对",
        "{clause} is for {owner} to record, and {recorder} recorded it, too",
    ),
    "problem.field-by-two-names": (
        "“{key}”和“{first}”是同一个字段，写了两次（第{first_line}行已有）",
        "{key} and {first} are one field, given on line {first_line} already",
    ),
    "problem.field-by-two-names.fix": ("只留一个", "keep only one"),
    "problem.evidence-missing": ("找不到佐证材料“{file}”", "the evidence {file} is missing"),
    "problem.evidence-missing.fix": (
        "放进台账所在的文件夹，或改正名称；路径从台账所在的文件夹写起",
        "put it into the folder of the log, or correct its name, which counts from there",
    ),
    "problem.evidence-elsewhere": (
        "佐证材料“{file}”不在台账所在的文件夹里",
        "the evidence {file} lies outside the folder of the log",
    ),
    "problem.evidence-elsewhere.fix": (
        "把文件放进台账所在的文件夹，写成 佐证/签到表.pdf 的样子",
        "put the file into the folder of the log and write its path from there",
    ),
    "problem.evidence-uncited": ("没有事项引用佐证材料“{file}”", "no entry cites the evidence {file}"),
    "problem.evidence-uncited.fix": (
        "写进有关事项的依据；用不着的，移出佐证文件夹",
        "name it in the evidence of its entry, or move it out of the folder",
    ),
    "evidence.heading": ("佐证材料目录（文件{count}件）", "Evidence ({count} {count:file|files})"),
    "evidence.line": ("{clause}  {file}  {sha256}", "{clause}  {file}  {sha256}"),
    "evidence.text": ("{clause}  {text}", "{clause}  {text}"),
    "evidence.none": (
        "{clause}  （没有写依据，原文要求有：{place}）",
        "{clause}  (no evidence, though the text demands some: {place})",
    ),
    "evidence.missing": ("（缺）", "(missing)"),
    "evidence.uncited": ("没有事项引用的文件（{count}件）", "Files that no entry cites ({count})"),
    "problem.self-assessment-alone": (
        "{unit}只有自评（{score}分），没有核定，不出正式得分，不排名",
        "{unit} has only assessed itself ({score}): there is no official score and no rank",
    ),
    "problem.self-assessment-alone.fix": (
        "把核定的台账一起算；这份就是核定的，改“填报”（recorded_by）",
        "score the official log along with it, or correct recorded_by",
    ),
    "problem.sources-disagree": (
        "条款“{clause}”，{first_by}和{second_by}记得不一样",
        "{first_by} and {second_by} disagree on {clause}",
    ),
    "problem.sources-disagree.fix": (
        "两家核对，改成一致，或只留一处",
        "settle it between them, and keep one or make both the same",
    ),
    "problem.heads-differ": ("{unit}的 {field}，几份台账写得不一样", "the {field} of {unit} differs between the logs"),
    "problem.heads-differ.fix": ("改成一致，或只在一份里写", "make them the same, or give it in one log only"),
    "problem.missing-reason": ("条款“{clause}”须写明理由 reason", "an entry of {clause} needs a reason"),
    "problem.missing-reason.fix": ("补充 reason", "add reason"),
    "problem.missing-finding": ("条款“{clause}”须写明认定结论 finding", "an entry of {clause} needs a finding"),
    "problem.missing-finding.fix": ("补充 finding: 符合、不符合或不适用", "add finding: met, unmet or na"),
    "problem.missing-member": (
        "条款“{clause}”按班子成员计，缺少 member",
        "{clause} is counted by member, and this entry has no member",
    ),
    "problem.missing-member.fix": ("补充 member，写成员姓名，并写 count", "add member with the name, and count"),
    "problem.missing-entry-field": (
        "条款“{clause}”的事项缺少字段 {field}",
        "an entry of {clause} has no field {field}",
    ),
    "problem.missing-entry-field.fix": ("本条款的写法：{forms}", "ways to log this clause: {forms}"),
    "problem.date-outside-year": ("日期{date}不在{year}年度内", "the date {date} is not in the year {year}"),
    "problem.date-outside-year.fix": (
        "事项按发生日期归入年度；核对日期，或记入那一年的台账",
        "an entry belongs to the year in which it happened: check the date, or log it in the log of that year",
    ),
    "problem.count-zero": ("次数不能是0", "the count cannot be 0"),
    "problem.count-zero.fix": (
        "写1以上的整数，或删去该事项",
        "write a whole number of at least 1, or remove the entry",
    ),
    "problem.unknown-level-word": (
        "条款“{clause}”没有“{level}”这一级别或情形",
        "{clause} has no level or kind “{level}”",
    ),
    "problem.unknown-level-word.fix": ("可写：{known}", "one of: {known}"),
    "problem.stranger-member": ("“{member}”不在台账的成员名单里", "“{member}” is not in the members of the log"),
    "problem.stranger-member.fix": (
        "核对姓名，或补入 members：{members}",
        "check the name, or add it to members: {members}",
    ),
    "problem.doubled-member": (
        "成员名单里“{member}”和“{first}”是同一个人的两种写法，会按两个人计",
        "“{member}” and “{first}” are two spellings of one person and would count as two",
    ),
    "problem.doubled-member.fix": ("只留一种写法", "keep one of the two"),
    "problem.members-missing": (
        "台账没有成员名单，无法核对“{member}”，也无法确定其他成员",
        "the log has no list of members, so “{member}” cannot be checked and the other members are unknown",
    ),
    "problem.members-missing.fix": (
        "在台账开头列出全部班子成员，如 members: [张三, 李四]",
        "list all members at the top: members: [张三, 李四]",
    ),
    "problem.finding-not-taken": (
        "条款“{clause}”按登记计算，不作符合或不符合的认定",
        "{clause} is counted; it takes no finding of met or unmet",
    ),
    "problem.finding-not-taken.fix": (
        "登记次数或数据；确不适用的，写 finding: 不适用 并写明 reason",
        "log the counts or figures; if it does not apply, write finding: na with a reason",
    ),
    "problem.share-outside": ("百分数{value}不在0到100之间", "{value} is not a percentage from 0 to 100"),
    "problem.share-outside.fix": ("写0到100之间的数，如 92.5", "write a number from 0 to 100, such as 92.5"),
    "problem.plan-not-positive": ("计划数{value}不能计算完成率", "with the plan {value} no rate can be calculated"),
    "problem.plan-not-positive.fix": (
        "计划数须大于0；没有数量指标的任务写 done: true 或 done: false",
        "write a plan above 0; for a task without figures write done: true or done: false",
    ),
    "problem.figure-below-zero": ("完成数{value}小于0", "{value} is below 0"),
    "problem.figure-below-zero.fix": ("核对数据", "check the figure"),
    "problem.amount-outside": ("酌定的{value}分超出范围", "the amount {value} is out of range"),
    "problem.amount-outside.fix": ("{bounds}", "{bounds}"),
    "problem.amount-below": ("{value}分低于最少的{at_least}分", "{value} points is below the least amount, {at_least}"),
    "problem.amount-below.fix": ("{bounds}", "{bounds}"),
    "judged.bounds": ("写{at_least}到{at_most}之间的分", "write an amount from {at_least} to {at_most}"),
    "judged.bounds-above-zero": ("须大于0，最多{at_most}分", "write an amount above 0 and at most {at_most}"),
    "problem.figure-outside": ("{value}超出范围", "{value} is out of bounds"),
    "problem.figure-outside.fix": ("最小{at_least}，最大{at_most}", "at least {at_least}, at most {at_most}"),
    "problem.unknown-factor": (
        "“{factor}”不是条款“{clause}”规定的倍数",
        "“{factor}” is not a factor of {clause}",
    ),
    "problem.unknown-factor.fix": ("可写：{known}", "one of: {known}"),
    "problem.not-a-period": ("“{value}”不是期间的写法", "“{value}” is not a period"),
    "problem.not-a-period.fix": (
        "月份写成 {year}-03，季度 {year}-Q1，半年 {year}-H1；别的分写 from 和 to 两个日期",
        "write a month as {year}-03, a quarter as {year}-Q1, a half-year as {year}-H1; else the two dates from and to",
    ),
    "problem.missing-period": (
        "评分标准“{rubric}”按{cycle}考核，台账没有写是哪一期",
        "the rubric {rubric} is for one {cycle} at a time, but the log does not say which",
    ),
    "problem.missing-period.fix": ("在开头加 period，如 {example}", "add period at the top, such as {example}"),
    "problem.unfit-period": (
        "台账的期间 {period} 不合评分标准“{rubric}”（{cycle}）",
        "the period {period} of the log does not fit the rubric {rubric} ({cycle})",
    ),
    "problem.unfit-period.fix": ("核对 period", "check period"),
    "problem.date-outside-period": ("日期{date}不在 {period} 之内", "{date} is not within {period}"),
    "problem.date-outside-period.fix": (
        "核对日期，或记入那一期的台账",
        "check the date, or log it in the period that it belongs to",
    ),
    "cycle.year": ("年", "year"),
    "cycle.half": ("半年", "half-year"),
    "cycle.quarter": ("季度", "quarter"),
    "cycle.month": ("月", "month"),
    "cycle.term": ("期", "term"),
    "problem.reason-missing": ("认定不适用，缺少理由", "the finding is not applicable, but there is no reason"),
    "problem.reason-missing.fix": ("补充 reason", "add reason"),
    "problem.unknown-circumstance": (
        "“{value}”不在条款“{clause}”列明的情形里",
        "“{value}” is not one of the circumstances that {clause} lists",
    ),
    "problem.unknown-circumstance.fix": ("可写：{expected}", "one of: {expected}"),
    "problem.double-entry": (
        "条款“{clause}”重复登记{target}，第{first_line}行已有一条",
        "{clause} is logged twice{target}; the first is in line {first_line}",
    ),
    "log.target": ("“{name}”", " for “{name}”"),
    "problem.double-entry.fix": ("两条只留一条", "keep one of the two"),
    "problem.not-applicable-beside": (
        "条款“{clause}”认定不适用，同时又有其他登记（第{first_line}行）",
        "{clause} is found not applicable, but there is another entry (line {first_line})",
    ),
    "problem.not-applicable-beside.fix": ("两者只留其一", "keep only one of the two"),
    "problem.shares-over-whole": (
        "“{poll}”各等次的百分数合计{sum}，超过100",
        "the percentages of “{poll}” add up to {sum}, more than 100",
    ),
    "problem.shares-over-whole.fix": ("核对各等次的比例", "check the percentages"),
    "problem.unknown-rubric": ("没有评分标准“{rubric}”", "unknown rubric {rubric}"),
    "problem.unknown-rubric.fix": (
        "自带的有：{known}；也可写文件路径（以 .yaml 结尾，台账中的路径相对于台账所在的文件夹）",
        "bundled rubrics: {known}; or write the path of a file ending in .yaml (in a log, relative to the folder of the log)",
    ),
    "problem.doubled-rubric": (
        "自带的评分标准“{rubric}”{year}年度有两份，另一份是 {first}，无法确定用哪一份",
        "there are two bundled rubrics {rubric} for {year}; the other file is {first}",
    ),
    "problem.doubled-rubric.fix": (
        "删去一份，或修改其 rubric 或 year；未完成的新表请先放在此文件夹之外，用路径指明",
        "delete one, or change its rubric or year; keep a draft outside this folder and use its path",
    ),
    "problem.no-rubric-for-year": (
        "评分标准“{rubric}”没有{year}年度的版本",
        "there is no rubric {rubric} for {year}",
    ),
    "problem.no-rubric-for-year.fix": (
        "现有年度：{known}。核对 year；已有该年度文件的可写路径，如 rubric: ../rubrics/{rubric}-{year}.yaml；新文件放入 rubrics/ 后须重新安装，才能按编号使用",
        "available years: {known}; check year, or write the path of a file, such as rubric: ../rubrics/{rubric}-{year}.yaml; a new file in rubrics/ can be used by its id after wuwu is installed again",
    ),
    "problem.rubric-file-missing": (
        "找不到台账所写的评分标准“{rubric}”{sought}",
        "the rubric {rubric} of the log does not exist{sought}",
    ),
    "log.sought": ("（查找路径：{path}）", " (looked for {path})"),
    "problem.rubric-file-missing.fix": (
        "核对路径：相对于台账所在的文件夹",
        "check the path; it is relative to the folder of the log",
    ),
    "problem.rubric-file-is-folder": ("rubric 写的“{rubric}”是文件夹", "the rubric {rubric} is a folder"),
    "problem.rubric-file-is-folder.fix": ("写出文件夹里的评分标准文件", "write the rubric file inside the folder"),
    "problem.missing-rubric": ("没有写用哪张评分标准", "the log does not name its rubric"),
    "problem.missing-rubric.fix": (
        "补充 rubric；自带的有：{known}；也可写文件路径",
        "add rubric: one of {known}, or the path of a file",
    ),
    "problem.rubric-file-ending": ("rubric 写的“{rubric}”不是评分标准文件", "{rubric} is not a rubric file"),
    "problem.rubric-file-ending.fix": (
        "写自带标准的编号（{known}），或者以 .yaml、.yml 结尾的路径",
        "write the id of a bundled rubric ({known}), or a path that ends in .yaml or .yml",
    ),
    "problem.rubric-file-not-rubric": (
        "台账写的“{rubric}”不是评分标准，里面没有 dimensions",
        "{rubric}, which the log names, is not a rubric: it has no dimensions",
    ),
    "problem.rubric-file-not-rubric.fix": (
        "核对 rubric；如果是没写完的评分标准，用 wuwu validate-rubric {reference} 检查",
        "check the log's rubric; to check a rubric that is not finished yet run: wuwu validate-rubric {reference}",
    ),
    "problem.rubric-file-unreadable": (
        "台账所写的评分标准“{rubric}”无法使用：{reason}",
        "the rubric {rubric} cannot be used: {reason}",
    ),
    "problem.rubric-file-unreadable.fix": (
        "请检查是否有打开的权限，是否正被其他程序占用",
        "check that it is a file, that you have permission to open it, and that no other program uses it",
    ),
    # questions: what a person should check before signing, though it moves no number
    "problem.repeated-line": (
        "“{clause}”在{date}登记了几条，说明、依据等完全相同，请核对是否同一件事重复登记",
        "{clause} has several entries of {date} with the same note, evidence and other details: check that it is not one thing logged twice",
    ),
    "problem.repeated-line.fix": (
        "是一件事的只留一条；确有几件的，在 note 里写明区别，或者合并为一条并写 count",
        "if it is one thing, keep one entry; if there were several, write the difference in note, or write one entry with count",
    ),
    "problem.repeated-subject": (
        "“{word}”在{clauses}下重复登记，请核对是否同一内容",
        "“{word}” is logged more than once under {clauses}: check whether it is the same matter",
    ),
    "problem.repeated-subject.fix": (
        "是同一件事的只留一条；不是的，在 subject 里写明区别",
        "if it is one matter, keep one entry; if not, write the difference in subject",
    ),
    "problem.repeated-case": (
        "案号“{word}”在{clauses}下重复登记，请核对是否重复扣分",
        "case “{word}” is logged more than once under {clauses}: check that it is not deducted twice",
    ),
    "problem.repeated-case.fix": (
        "是同一案件的只留一条；不是的，核对案号",
        "if it is one case, keep one entry; if not, check the case numbers",
    ),
    "problem.repeated-evidence": (
        "依据“{word}”在{clauses}下重复使用，请核对是否一份文件重复计分",
        "the evidence “{word}” is used more than once under {clauses}: check that one document does not count twice",
    ),
    "problem.repeated-evidence.fix": (
        "是同一件事的只留一条；不是的，在依据里写明页码、项目或者人员",
        "if it is one matter, keep one entry; if not, write the page, the item or the person in evidence",
    ),
    "problem.taken-as-one": (
        "{words}只是写法不同（空格、全角半角、引号、括号、横线或者看不见的字符），在{clauses}下按同一个计算",
        "{words} differ only in spelling (spaces, width, quotation marks, brackets, dashes or invisible characters); "
        "under {clauses} they count as one",
    ),
    "problem.taken-as-one.fix": (
        "统一为一种写法；不是同一个的，写明区别",
        "use one spelling; if they are not the same, write the difference",
    ),
    "problem.nearly-alike": (
        "{words}只差一个字，在{clauses}下按两个计算，请核对是否同一个",
        "{words} differ in one character; under {clauses} they count as two: check whether they are the same",
    ),
    "problem.nearly-alike.fix": (
        "是同一个的，统一为一种写法",
        "if they are the same, use one spelling",
    ),
    "problem.verified-elsewhere": (
        "“{clause}”登记为由“{body}”查实，本条只认由{needs}查实的，没有计分，请核对查实单位的写法",
        "{clause} is verified by “{body}”, but only what {needs} verified counts: check the name of the body",
    ),
    "problem.verified-elsewhere.fix": (
        "由{needs}查实的，改正 verified_by；不是的，可以保留，不影响得分",
        "if {needs} verified it, correct verified_by; if not, the entry can stay: it does not change the score",
    ),
    "problem.verified-by-nobody": (
        "“{clause}”没有写由谁查实（verified_by），本条只认由{needs}查实的，没有计分，请核对",
        "{clause} does not say who verified it (verified_by); only what {needs} verified counts: check it",
    ),
    "problem.verified-by-nobody.fix": (
        "加上 verified_by，写明查实单位",
        "add verified_by: the body that verified it",
    ),
    "problem.doubtful-verification": (
        "“{clause}”发生于{date}，查实日期是{verified_on}，早于发生日期或者相隔两年以上，请核对",
        "{clause} of {date} was verified on {verified_on}: that is before it happened, or more than two years later",
    ),
    "problem.doubtful-verification.fix": (
        "核对 verified_on 和 date",
        "check verified_on and date",
    ),
    "problem.missing-evidence": (
        "“{clause}”没有写依据（evidence），原文要求有依据，已照登记计分，请核对",
        "{clause} has no evidence, but the official text asks for it: check it (the entry counts)",
    ),
    "problem.missing-evidence.fix": (
        "加上 evidence，写明通报文号或者奖牌、证书名称",
        "add evidence: the number of the notice, or the name of the plaque or certificate",
    ),
    "problem.doubtful-figure": (
        "“{clause}”登记的{figure}明显异常，请核对：百分数不写成小数（92%写92，不写0.92），计划数和完成数用同一单位",
        "{clause} has the unusual figure {figure}: check it. A percentage is not a fraction (write 92 for 92 %, not 0.92), and plan and actual use the same unit",
    ),
    "problem.doubtful-figure.fix": (
        "核对数据；无误的可以保留",
        "check the figure; if it is right, it can stay",
    ),
    "problem.bonus-over-dimension": (
        "项目{dimension}的加分{bonus}超过了本项目的分值{points}，请核对",
        "the bonus {bonus} of dimension {dimension} is more than its points, {points}: check it",
    ),
    "problem.bonus-over-dimension.fix": (
        "核对本项目的加分事项有无重复、级别是否正确",
        "check that no bonus of the dimension is logged twice or at a wrong level",
    ),
    "problem.found-beside-entries": (
        "“{clause}”认定{finding}，同一分项又登记了{clauses}，请核对是否矛盾、是否重复扣分",
        "{clause} is found {finding}, and {clauses} are logged as well: check whether they contradict each other, or deduct the same points twice",
    ),
    "problem.found-beside-entries.fix": (
        "两者是同一件事的只留一项",
        "if both are about the same thing, keep one of them",
    ),
}
