"""What can be wrong with a log under a rubric, and how to mend it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.year-mismatch": (
        "台账年度是{year}，而评分标准“{rubric}”是{rubric_year}年度的",
        "the log is of {year}, the rubric {rubric} of {rubric_year}",
    ),
    "problem.year-mismatch.mend": (
        "核对台账的 year，或换用同一年度的评分标准",
        "check the log's year, or name the rubric of that year",
    ),
    "problem.unknown-clause": ("评分标准“{rubric}”里没有条款“{clause}”", "the rubric {rubric} has no clause {clause}"),
    "problem.unknown-clause.mend": (
        "用 wuwu explain {reference} 查看全部条款编号",
        "see all clause ids with: wuwu explain {reference}",
    ),
    "log.row": ("一行", "a row of the table"),
    "log.part": ("一个分项", "a part of a row"),
    "problem.clause-is-row": ("“{clause}”是{what}，不是条款", "{clause} is {what}, not a clause"),
    "problem.clause-is-row.mend": ("请写到条款：{clauses}", "name a clause of it: {clauses}"),
    "problem.clause-of-other-table": (
        "条款“{clause}”不在“{rubric}”里，它属于另一张表：{other}",
        "clause {clause} is not in {rubric}; it belongs to the other table: {other}",
    ),
    "problem.clause-of-other-table.mend": (
        "核对台账的 rubric 是否选错，或改用本表的条款编号",
        "check the log's rubric, or use this table's own clause",
    ),
    "problem.clause-is-fed": (
        "条款“{clause}”由数据得出，不直接记事项",
        "clause {clause} is worked out from figures and takes no entry of its own",
    ),
    "problem.clause-is-fed.mend": ("把数据记在“{measure}”下", "log the figures under {measure}"),
    "problem.idle-field": ("条款“{clause}”用不上字段 {field}", "clause {clause} has no use for the field {field}"),
    "problem.idle-field.mend": ("删去它；这一条款可用的字段：{takes}", "take it out; the clause takes: {takes}"),
    "problem.field-of-other-form": (
        "条款“{clause}”的这一种写法里不能有字段 {field}",
        "{clause} is filled in another way here, with no {field}",
    ),
    "problem.field-of-other-form.mend": (
        "几种写法只用一种：{forms}",
        "use one of the ways only: {forms}",
    ),
    "problem.missing-date": ("条款“{clause}”的事项没有写日期", "an entry of {clause} lacks its date"),
    "problem.missing-date.mend": (
        "加上事项发生的日期，如 date: {example}",
        "add the day it happened, such as date: {example}",
    ),
    "problem.missing-level": ("条款“{clause}”按级别计分或限定级别，这里没有写 level", "{clause} needs a level"),
    "problem.missing-level.mend": ("加上 level，可写：{words}", "add level, one of: {words}"),
    "problem.missing-subject": (
        "条款“{clause}”按同一内容计分，这里没有写 subject",
        "{clause} is priced per subject, and the entry names none",
    ),
    "problem.missing-subject.mend": (
        "加上 subject，写明内容或称号",
        "add subject: what it was about, or the title concerned",
    ),
    "problem.missing-reason": ("条款“{clause}”需要写明理由 reason", "{clause} demands a reason"),
    "problem.missing-reason.mend": ("加上 reason", "add reason"),
    "problem.missing-finding": ("条款“{clause}”需要认定结论 finding", "{clause} takes a finding"),
    "problem.missing-finding.mend": ("加上 finding: 符合、不符合或不适用", "add finding: met, unmet or na"),
    "problem.missing-member": (
        "条款“{clause}”按班子成员计，这里没有写 member",
        "{clause} is counted per member, and the entry names none",
    ),
    "problem.missing-member.mend": ("加上 member，写成员姓名，并写 count", "add member with the name, and count"),
    "problem.missing-entry-field": (
        "条款“{clause}”的事项缺少字段 {field}",
        "an entry of {clause} lacks the field {field}",
    ),
    "problem.missing-entry-field.mend": ("本条款的写法：{forms}", "ways to fill in this clause: {forms}"),
    "problem.date-outside-year": ("日期{date}不在{year}年度内", "{date} lies outside the year {year}"),
    "problem.date-outside-year.mend": (
        "事项按发生日期归入年度；核对日期，或记入那一年的台账",
        "an occurrence belongs to the year it happened in: check the date, or log it there",
    ),
    "problem.count-zero": ("次数不能是0", "a count of 0 says nothing"),
    "problem.count-zero.mend": ("写1以上的整数，或删去这一事项", "write a whole number from 1, or take the entry out"),
    "problem.unknown-level-word": (
        "“{level}”不是条款“{clause}”认得的级别或情形",
        "{clause} knows no level or kind “{level}”",
    ),
    "problem.unknown-level-word.mend": ("可写：{known}", "one of: {known}"),
    "problem.stranger-member": ("“{member}”不在台账开头的成员名单里", "“{member}” is not among the log's members"),
    "problem.stranger-member.mend": (
        "核对姓名，或把他加进 members：{members}",
        "check the name, or add it to members: {members}",
    ),
    "problem.members-missing": (
        "台账开头没有成员名单，无法核对“{member}”，也不知道还有谁",
        "the log names no members, so nobody knows who else there is beside “{member}”",
    ),
    "problem.members-missing.mend": (
        "在开头列全班子成员，如 members: [张三, 李四]",
        "list all of them at the top: members: [张三, 李四]",
    ),
    "problem.finding-not-taken": (
        "条款“{clause}”按记录计算，不作符合或不符合的认定",
        "{clause} is counted, not found met or unmet",
    ),
    "problem.finding-not-taken.mend": (
        "记次数或数据；确实不适用的写 finding: 不适用 并写明 reason",
        "log the counts or figures; where it cannot apply, finding: na with a reason",
    ),
    "problem.share-outside": ("百分数{value}不在0到100之间", "{value} is not a share between 0 and 100"),
    "problem.share-outside.mend": ("写0到100之间的数，如 92.5", "write a number from 0 to 100, such as 92.5"),
    "problem.plan-not-positive": ("计划数{value}无法算完成率", "a plan of {value} gives no rate"),
    "problem.plan-not-positive.mend": (
        "计划数要大于0；没有数量指标的任务写 done: true 或 done: false",
        "a plan is above 0; a task without figures takes done: true or done: false",
    ),
    "problem.figure-below-zero": ("完成数{value}小于0", "{value} is below 0"),
    "problem.figure-below-zero.mend": ("核对数据", "check the figure"),
    "problem.amount-outside": ("酌情扣减{value}分超出范围", "{value} points at discretion is out of bounds"),
    "problem.amount-outside.mend": ("要大于0，最多{at_most}分", "it is above 0 and at most {at_most}"),
    "problem.reason-missing": ("认定不适用，没有写明理由", "found not applicable without a reason"),
    "problem.reason-missing.mend": ("加上 reason", "add reason"),
    "problem.unknown-circumstance": (
        "“{value}”不在条款“{clause}”列明的情形里",
        "“{value}” is none of the circumstances {clause} lists",
    ),
    "problem.unknown-circumstance.mend": ("可写：{expected}", "one of: {expected}"),
    "problem.double-entry": (
        "条款“{clause}”重复记载{target}，第{first_line}行已有一条",
        "{clause} is settled twice{target}: line {first_line} settles it already",
    ),
    "log.target": ("“{name}”", " for “{name}”"),
    "problem.double-entry.mend": ("两条只留一条", "keep one of the two"),
    "problem.not-applicable-beside": (
        "条款“{clause}”认定不适用，同时又有其他记载（第{first_line}行）",
        "{clause} is found not applicable beside another entry (line {first_line})",
    ),
    "problem.not-applicable-beside.mend": ("两者只留其一", "keep the one or the other"),
    "problem.shares-over-whole": (
        "“{poll}”各等次的百分数合计{sum}，超过100",
        "the shares of “{poll}” add up to {sum}, over 100",
    ),
    "problem.shares-over-whole.mend": ("核对各等次的比例", "check the shares"),
    "problem.unknown-rubric": ("没有评分标准“{rubric}”", "there is no rubric {rubric}"),
    "problem.unknown-rubric.mend": (
        "内置的有：{known}；也可写文件路径（以 .yaml 结尾，台账里的从台账所在的文件夹写起）",
        "bundled: {known}; or write the path of a file ending in .yaml (in a log it counts from the log's folder)",
    ),
    "problem.doubled-rubric": (
        "自带的评分标准“{rubric}”{year}年度有两份，另一份是 {first}，分不清用哪一份",
        "the rubric {rubric} of {year} is bundled twice: the other file is {first}",
    ),
    "problem.doubled-rubric.mend": (
        "删去一份，或者改它的 rubric 或 year；没有改完的新表请先放在这个文件夹外面，用路径指明",
        "delete one, or give it another rubric or year; keep a draft outside this folder and name it by its path",
    ),
    "problem.no-rubric-for-year": (
        "评分标准“{rubric}”没有{year}年度的版本",
        "the rubric {rubric} has no edition of {year}",
    ),
    "problem.no-rubric-for-year.mend": (
        "现有年度：{known}。核对 year；已有那一年的文件就写路径，如 rubric: ../rubrics/{rubric}-{year}.yaml；"
        "新文件放进 rubrics/ 后要重新安装，才能按编号找到",
        "there are: {known}; check year, or name a file, as in rubric: ../rubrics/{rubric}-{year}.yaml; "
        "a file added to rubrics/ is found by its id once wuwu is installed again",
    ),
    "problem.rubric-file-missing": (
        "找不到台账写的评分标准“{rubric}”{sought}",
        "there is no rubric {rubric}{sought}",
    ),
    "log.sought": ("（找的是 {path}）", " (looked for {path})"),
    "problem.rubric-file-missing.mend": (
        "核对路径：从台账所在的文件夹写起",
        "check the path; it counts from the folder of the log",
    ),
    "problem.rubric-file-is-folder": ("rubric 写的“{rubric}”是文件夹", "the rubric {rubric} is a folder"),
    "problem.rubric-file-is-folder.mend": ("写出文件夹里的评分标准文件", "name the rubric's file inside the folder"),
    "problem.missing-rubric": ("没有写用哪张评分标准", "the log does not say which rubric it is for"),
    "problem.missing-rubric.mend": (
        "加上 rubric；自带的有：{known}；也可写文件路径",
        "add rubric: one of {known}, or the path of a file",
    ),
    "problem.rubric-file-ending": ("rubric 写的“{rubric}”不是评分标准文件", "{rubric} is no file of a rubric"),
    "problem.rubric-file-ending.mend": (
        "写自带标准的编号（{known}），或者以 .yaml、.yml 结尾的路径",
        "write the id of a bundled rubric ({known}), or a path that ends in .yaml or .yml",
    ),
    "problem.rubric-file-not-rubric": (
        "台账写的“{rubric}”不是评分标准，里面没有 dimensions",
        "{rubric}, which the log names, is no rubric: it has no dimensions",
    ),
    "problem.rubric-file-not-rubric.mend": (
        "核对 rubric；如果是没写完的评分标准，用 wuwu validate-rubric {reference} 检查",
        "check the log's rubric; if that file is one half written, see: wuwu validate-rubric {reference}",
    ),
    "problem.rubric-file-unreadable": (
        "台账写的评分标准“{rubric}”用不了：{reason}",
        "the rubric {rubric} cannot be used: {reason}",
    ),
    "problem.rubric-file-unreadable.mend": (
        "请检查有没有打开它的权限，是否正被别的程序占用",
        "check that it is a file, that you may open it and that no other program holds it",
    ),
}
