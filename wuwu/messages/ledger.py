"""The words of the ledger: workbooks that cannot be read, cells that cannot, and what the template says to who fills it in."""

MESSAGES: dict[str, tuple[str, str]] = {
    # workbooks that are refused
    "problem.not-a-workbook": ("这不是 .xlsx 工作簿", "this is no .xlsx workbook"),
    "problem.not-a-workbook.fix": (
        "用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”",
        "open it in Excel or WPS and save it as an Excel workbook (*.xlsx)",
    ),
    "problem.workbook-damaged": ("工作簿不完整或已损坏", "the workbook is incomplete or damaged"),
    "problem.workbook-damaged.fix": (
        "重新复制或下载；能打开的，另存一份再用",
        "copy or download it again; where it opens, save it under another name",
    ),
    "problem.workbook-encrypted": (
        "工作簿设有打开密码，读不了",
        "the workbook is protected by a password and cannot be read",
    ),
    "problem.workbook-encrypted.fix": ("取消打开密码后另存", "save it without the password"),
    "problem.workbook-old-format": (
        "这是旧格式的表格（.xls 或 WPS 的 .et），读不了",
        "this is a workbook of an older format (.xls, or .et of WPS)",
    ),
    "problem.workbook-old-format.fix": ("另存为“Excel 工作簿（*.xlsx）”", "save it as an Excel workbook (*.xlsx)"),
    "problem.workbook-macros": ("工作簿里有宏，不读", "the workbook holds macros and is not read"),
    "problem.workbook-macros.fix": (
        "另存为不带宏的“Excel 工作簿（*.xlsx）”",
        "save it as a workbook without macros (*.xlsx)",
    ),
    "problem.workbook-links": (
        "工作簿引用了别的文件（外部链接），数字可能不是最新的",
        "the workbook links to other files, so its figures may be out of date",
    ),
    "problem.workbook-links.fix": (
        "在“数据—编辑链接”里断开链接，或把引用的数改成数值，再保存",
        "break the links (Data, Edit Links) or turn them into values, and save",
    ),
    "problem.workbook-too-large": (
        "工作簿太大，行数或格式远远超过填写的内容",
        "the workbook is too large: it has far more rows or formats than anybody filled in",
    ),
    "problem.workbook-too-large.fix": (
        "多半是整列设了格式：选中数据下面的空行，整行删除，再保存",
        "most often whole columns are formatted: delete the empty rows below the data, and save",
    ),
    "problem.not-a-ledger": (
        "这个工作簿不是 wuwu 的台账",
        "this workbook is no ledger of wuwu",
    ),
    "problem.not-a-ledger.fix": (
        "用 wuwu template 生成台账，把内容填进去；不要自己新建，也不要删隐藏的工作表",
        "make a ledger by wuwu template and fill it in; keep its hidden sheets",
    ),
    "problem.result-workbook": ("这是 wuwu 输出的成绩表，不是台账", "this is a result of wuwu's own and no ledger"),
    "problem.result-workbook.fix": ("给出台账的文件名", "name the ledger"),
    "problem.result-among-logs": (
        "这是 wuwu 输出的成绩表，不是台账，跳过",
        "this is a result of wuwu's own and no ledger: passed over",
    ),
    "problem.lock-file": ("这是办公软件的临时文件，跳过", "this is a temporary file of an office program: passed over"),
    "problem.ledger-of-other-version": (
        "台账的格式是“{mark}”，这个版本的 wuwu 读不了",
        "the ledger's format is {mark}, which this version of wuwu cannot read",
    ),
    "problem.ledger-of-other-version.fix": ("升级 wuwu，或者重新生成台账", "upgrade wuwu, or make the ledger anew"),
    "problem.ledger-of-other-edition": (
        "台账是按评分标准“{rubric}”的另一版做的，条款可能有变动",
        "the ledger was made from another edition of the rubric {rubric}: clauses may have changed",
    ),
    "problem.ledger-of-other-edition.fix": (
        "用 wuwu template 重新生成，对照“条款”表核对",
        "make it anew by wuwu template and compare the sheet of clauses",
    ),
    # sheets and heads
    "problem.sheet-missing": ("缺少工作表“{sheet}”", "the sheet “{sheet}” is missing"),
    "problem.sheet-missing.fix": (
        "改过名字的请改回来；删掉了的，用 wuwu template 重新生成一份，把它复制过来",
        "give it its name back, or make a new ledger by wuwu template and copy the sheet",
    ),
    "problem.sheet-passed-over": (
        "工作表“{sheet}”不是台账的，没有读",
        "the sheet “{sheet}” is none of the ledger's and was not read",
    ),
    "problem.head-missing": ("工作表“{sheet}”没有“{head}”这一列", "the sheet “{sheet}” has no column “{head}”"),
    "problem.head-missing.fix": ("补上表头“{head}”", "put the head “{head}” back"),
    "problem.head-twice": ("表头“{head}”有两列", "there are two columns “{head}”"),
    "problem.head-twice.fix": ("只留一列，或者把另一列的表头改掉", "keep one, or give the other another head"),
    "problem.unknown-head": ("不认得表头“{head}”", "the head “{head}” is unknown"),
    # units
    "problem.no-unit-listed": ("“单位”表里没有单位", "no unit is listed"),
    "problem.no-unit-listed.fix": ("在“单位”表里一行写一个单位", "list the units, one a row"),
    "problem.unit-listed-twice": ("“{unit}”在“单位”表里写了两次", "“{unit}” is listed twice"),
    "problem.unit-listed-twice.fix": (
        "只留一行；别名不能与别的单位相同",
        "keep one row; another name belongs to one unit only",
    ),
    "problem.unit-rubric-unknown": ("台账里没有评分标准“{rubric}”", "the ledger has no rubric “{rubric}”"),
    "problem.unit-rubric-unknown.fix": ("可写：{known}", "one of: {known}"),
    "problem.unit-rubric-missing": ("没有写按哪个标准考评", "the rubric of the unit is missing"),
    "problem.unit-rubric-missing.fix": ("在“标准”一列选：{known}", "choose one: {known}"),
    "problem.unknown-unit": ("“单位”表里没有“{unit}”", "“{unit}” is not on the list of units"),
    "problem.unknown-unit.fix": (
        "核对单位名称；确有此单位的，先写进“单位”表（别名写在“别名”列）",
        "check the name, or add the unit to the list (another name goes into its own column)",
    ),
    # rows and cells
    "problem.row-without-unit": ("这一行没有写单位", "the row names no unit"),
    "problem.row-without-unit.fix": ("选上单位，或清空这一行", "choose the unit, or clear the row"),
    "problem.row-without-clause": ("这一行没有写条款", "the row names no clause"),
    "problem.row-without-clause.fix": ("选上条款，或清空这一行", "choose the clause, or clear the row"),
    "problem.cell-error": ("单元格里是错误值 {value}", "the cell holds the error {value}"),
    "problem.cell-error.fix": ("改正公式，或直接写上数", "correct the formula, or write the value itself"),
    "problem.formula-without-value": (
        "单元格里是公式，却没有保存算出的结果",
        "the cell holds a formula whose result was never saved",
    ),
    "problem.formula-without-value.fix": (
        "用 Excel 或 WPS 打开，保存一次；或直接写上数",
        "open the ledger in Excel or WPS and save it, or write the value itself",
    ),
    "problem.serial-date": (
        "“{value}”是数，不是日期；设成日期格式会是{day}",
        "{value} is a number and no date; as a date it would be {day}",
    ),
    "problem.serial-date.fix": (
        "把单元格格式设为日期，核对是不是{day}",
        "format the cell as a date and check that it is {day}",
    ),
    "problem.digits-lost": (
        "“{value}”按数存了，表格只保留{digits}位，后面的位数已经丢了",
        "{value} is stored as a number, of which a workbook keeps {digits} digits only",
    ),
    "problem.digits-lost.fix": ("把单元格格式设为文本，重新录入", "format the cell as text and type it again"),
    "problem.not-a-tick": ("“{value}”看不出这个月有没有开展", "“{value}” does not say whether it was held that month"),
    "problem.not-a-tick.fix": (
        "开展了的写 √，没有的留空；要记日期的写日期",
        "write √ where it was held, nothing where not, or the day",
    ),
    "problem.date-in-other-month": ("{date}写在了“{head}”这一列", "{date} stands in the column {head}"),
    "problem.date-in-other-month.fix": ("核对日期和月份", "check the day and the month"),
    "problem.ground-missing": (
        "{unit}的“{clause}”认定不适用，没有写明理由",
        "{clause} is found not applicable to {unit} without a reason",
    ),
    "problem.ground-missing.fix": (
        "在“认定依据”表里写一行：单位、条款、理由",
        "give the unit, the clause and the reason on the sheet 认定依据",
    ),
    "problem.ground-without-finding": (
        "“认定依据”里有{unit}的“{clause}”，“认定”表里却没有认定",
        "there are grounds for {clause} of {unit} and no finding",
    ),
    "problem.ground-without-finding.fix": (
        "在“认定”表里填上认定，或删去这一行",
        "fill in the finding, or delete the row",
    ),
    "problem.ground-twice": (
        "“{clause}”的{field}写了两次，而且不一样",
        "the {field} of {clause} is given twice and differs",
    ),
    "problem.ground-twice.fix": ("只留一行", "keep one row"),
    "problem.not-a-month": ("“{value}”不是月份", "{value} is no month"),
    "problem.not-a-month.fix": ("写1到12的整数，如 [1, 2, 3]", "write whole numbers from 1 to 12, such as [1, 2, 3]"),
    "problem.doubled-month": ("{value}月写了两次", "month {value} is given twice"),
    "problem.doubled-month.fix": ("每个月只写一次", "give each month once"),
    # what other problems say where they stand in a cell
    "problem.empty-text.cell": ("“{field}”是空的", "{field} is empty"),
    "problem.empty-text.fix.cell": ("填上内容", "fill it in"),
    "problem.unknown-word.fix.cell": ("从下拉列表里选", "choose from the list"),
    "problem.no-rubric-for-year.fix.cell": (
        "现有年度：{known}。核对“填写说明”里的年度；换了年度要重新生成台账",
        "there are: {known}. Check the year on the first sheet; another year takes a new ledger",
    ),
    "problem.missing-field.fix.cell": ("补上“{field}”", "add {field}"),
    "problem.not-a-number.fix.cell": ("只写数，如 97.2；不带单位和文字", "digits only, such as 97.2, without a unit"),
    "problem.not-whole.fix.cell": ("写整数，如 2", "write a whole number, such as 2"),
    "problem.not-a-date.fix.cell": ("写成 2018-4-10 或 2018年4月10日", "write it as 2018-4-10"),
    "problem.not-a-flag.cell": ("“{value}”看不出完成了没有", "“{value}” does not say whether it is done"),
    "problem.not-a-flag.fix.cell": ("写 是 或 否", "write 是 or 否"),
    "problem.not-a-value.fix.cell": ("只写一个值", "write one value"),
    "problem.joined-names.fix.cell": ("几个人用顿号隔开", "part the names by 、"),
    "problem.missing-date.fix.cell": ("在“日期”一列写上发生的日期", "write the day into the column 日期"),
    "problem.missing-level.cell": ("条款“{clause}”按级别计分或限定级别，这里没有写级别", "{clause} needs a level"),
    "problem.missing-level.fix.cell": ("在“级别”一列选：{words}", "choose in the column 级别: {words}"),
    "problem.missing-subject.cell": (
        "条款“{clause}”按同一内容计分，这里没有写是什么内容",
        "{clause} is priced per subject, and the row names none",
    ),
    "problem.missing-subject.fix.cell": ("在“同一内容”一列写明内容或称号", "name it in the column 同一内容"),
    "problem.missing-reason.cell": ("条款“{clause}”需要写明理由", "{clause} demands a reason"),
    "problem.missing-reason.fix.cell": ("在“理由”一列写明", "give it in the column 理由"),
    "problem.missing-finding.cell": ("条款“{clause}”要的是认定结论", "{clause} takes a finding"),
    "problem.missing-finding.fix.cell": (
        "这一条款在“认定”表里选符合、不符合或不适用",
        "choose 符合, 不符合 or 不适用 on the sheet 认定",
    ),
    "problem.missing-member.cell": ("条款“{clause}”按班子成员计，这里没有写成员", "{clause} is counted per member"),
    "problem.missing-member.fix.cell": ("写上成员姓名和次数", "name the member and how often"),
    "problem.missing-entry-field.cell": ("条款“{clause}”还缺“{field}”", "{clause} lacks {field}"),
    "problem.idle-field.cell": ("条款“{clause}”不填“{field}”", "{clause} has no use for {field}"),
    "problem.idle-field.fix.cell": ("清空这一格；这一条款填：{takes}", "clear the cell; the clause takes: {takes}"),
    "problem.field-of-other-form.cell": (
        "条款“{clause}”这样填时不能再填“{field}”",
        "{clause} is filled in another way here, with no {field}",
    ),
    "problem.stranger-member.cell": (
        "“{member}”不在本单位的班子成员名单里",
        "{member} is not among the members of the unit",
    ),
    "problem.stranger-member.fix.cell": (
        "核对姓名，或在“单位”表的“班子成员”里加上他：{members}",
        "check the name, or add it on the list of units: {members}",
    ),
    "problem.members-missing.cell": (
        "“单位”表里没有本单位的班子成员，无法核对“{member}”",
        "the list of units names no members, so {member} cannot be checked",
    ),
    "problem.members-missing.fix.cell": (
        "在“单位”表的“班子成员”里列全，用顿号隔开",
        "list all of them there, parted by 、",
    ),
    "problem.missing-evidence.cell": (
        "“{clause}”没有写依据，原文要求有依据，已照登记计分，请核对",
        "{clause} has no evidence, but the official text asks for it: check it (the entry counts)",
    ),
    "problem.missing-evidence.fix.cell": (
        "在“依据”一列写明通报文号或者奖牌、证书名称",
        "write the document number, plaque or certificate in the column 依据",
    ),
    "problem.finding-not-taken.fix.cell": (
        "清空这一格，记在“次数”“月度”或“数据”表里（“分值”栏写明是哪一张）；确实不适用的选不适用并写明理由",
        "clear the cell and log it under 次数, 月度 or 数据 (the column 分值 says which); where it cannot apply, 不适用 with a reason",
    ),
    "problem.plan-not-positive.fix.cell": (
        "计划数要大于0；没有数量的任务在“是否完成”里写是或否",
        "a plan is above 0; a task without figures is 是 or 否",
    ),
    "problem.double-entry.cell": ("条款“{clause}”重复记载{target}", "{clause} is settled twice{target}"),
    "problem.not-applicable-beside.cell": (
        "条款“{clause}”认定不适用，同时又有其他记载",
        "{clause} is found not applicable beside another entry",
    ),
    # the template
    "ledger.title": ("{year}年度{sheet}{table}", "{year} {sheet} {table}"),
    "ledger.page": ("&A　第&P页 共&N页", "&A  &P / &N"),
    "ledger.refused": ("请核对", "Please check"),
    "ledger.fed": ("不用填，自动算出", "nothing to fill in"),
    "ledger.clause-heads": ("怎样计分|记在哪张表|要填什么", "Price|Sheet|Fields"),
    "ledger.remark.units": (
        "一行一个单位，按正式排列顺序。别名、班子成员有几个的用顿号隔开。",
        "One unit a row, in the official order. Several names in a cell are parted by 、.",
    ),
    "ledger.remark.findings": (
        "每格选：符合、不符合、不适用；还没有认定的留空。不适用的，在“认定依据”里写明理由。有底色的行按次数、数据计，记在“分值”栏写明的那张表，"
        "只有不适用的才在这里选。",
        "Choose 符合, 不符合 or 不适用; leave open what is not decided. Give the reason of 不适用 under 认定依据. Shaded rows are counted on the sheet "
        "named under 分值; here they take 不适用 only.",
    ),
    "ledger.remark.grounds": (
        "认定的依据、理由和认定人；一个单位的一个条款一行。不适用的必须写理由，其他可以不写。",
        "What findings rest on, one row for a clause of a unit. 不适用 needs a reason.",
    ),
    "ledger.remark.months": (
        "开展了的月份打 √，没有的留空；也可以写当月的日期。",
        "Tick (√) the months in which it was held, or write the day; leave the others empty.",
    ),
    "ledger.remark.counts": (
        "一次一行写日期；按班子成员计的写成员和次数，一次没有的写0。",
        "One row a time with its day; by members: the member and how often, 0 for none.",
    ),
    "ledger.remark.events": (
        "一件事一行。扣分、加分、不计分、一票否决都记在这里；没有的不用写。",
        "One matter a row: whatever takes or adds points, voids or denies.",
    ),
    "ledger.remark.figures": (
        "比例写 92.5 或 92.5%；目标任务写名称，再写计划和完成，或只写完成率，或写是否完成。",
        "Shares as 92.5 or 92.5%; a target by name with plan and actual, or its rate, or whether it is done.",
    ),
    "ledger.remark.clauses": ("{title}。只供查阅，已锁定。", "{title}. To look things up; locked."),
    "ledger.guide.title": ("{year}年度考评台账填写说明", "How to fill in the ledger of {year}"),
    "ledger.guide.field.year": ("只能是这一年度的事", "the year that everything belongs to"),
    "ledger.guide.field.period": (
        "考评期：月份写 2025-03，季度写 2025-Q1，半年写 2025-H1，别的写起止日期，如 2025-02-01—2025-06-30",
        "the period: 2025-03, 2025-Q1, 2025-H1, or its first and last day, as 2025-02-01—2025-06-30",
    ),
    "ledger.guide.field.recorder": (
        "填这份台账的科室；单位自己填的写“自评”，只算自评分",
        "the section that fills in this workbook; 自评 for a unit's own assessment",
    ),
    "ledger.guide.field.assessed": ("可以不填；写考评那一天", "optional: the day of the assessment"),
    "ledger.guide.field.given": ("这份台账只收这些行或条款", "the rows and clauses that this workbook is for"),
    "ledger.guide.text": (
        "1. 先在“单位”表里核对单位名称，其他表里的单位从下拉列表里选。\n"
        "2. 空着就是没有记；写0就是0次。日期写 2018-4-10；表格会自己把“4月10日”当成今年，请核对年份。\n"
        "3. 可以插入列、调换列、隐藏列、加批注（批注算作备注）；表头的名字和工作表的名字请不要改。\n"
        "4. 填好保存为 .xlsx，用 wuwu score 算分；有问题会指出在哪一格、怎样改。",
        "1. Check the names on the sheet 单位 first; elsewhere units are chosen from the list.\n"
        "2. An empty cell says nothing, a 0 says 0. Mind the year: a spreadsheet takes 4月10日 for this year's.\n"
        "3. Columns may be added, moved and hidden, and comments count as notes; keep the names of heads and sheets.\n"
        "4. Save as .xlsx and run wuwu score, which names the cell of whatever is wrong.",
    ),
    "ledger.guide.sheet": ("【{sheet}】", "[{sheet}]"),
    "ledger.guide.example": ("例", "e.g."),
    "ledger.guide.unit": ("某单位", "a unit"),
    "ledger.guide.how.findings": (
        "条款往下，单位往右，格子里只写认定结论。",
        "Clauses down, units across; the cell holds the finding.",
    ),
    "ledger.guide.how.grounds": ("认定的理由、依据和认定人，一个单位的一个条款一行。", "What findings rest on."),
    "ledger.guide.how.months": ("按月计的条款：开展了的月份打 √。", "Clauses counted by months: tick them."),
    "ledger.guide.how.counts": ("按次数或按班子成员计的条款。", "Clauses counted by times or members."),
    "ledger.guide.how.events": (
        "扣分、加分、不计分、一票否决的事项，一件事一行。",
        "Whatever takes, adds, voids or denies, one a row.",
    ),
    "ledger.guide.how.figures": ("比例、计划数、完成数。", "Shares, plans and results."),
    # what cells say while they are filled in
    "ledger.prompt-title.unit": ("单位", "Unit"),
    "ledger.prompt.unit": ("从列表里选；没有的先写进“单位”表。", "Choose from the list of units."),
    "ledger.error.unit": ("“单位”表里没有这个单位，请从列表里选。", "The unit is not on the list."),
    "ledger.prompt-title.clause": ("条款", "Clause"),
    "ledger.prompt.clause": ("从列表里选；含义和分值见“条款”表。", "Choose from the list; see the sheet 条款."),
    "ledger.error.clause": (
        "没有这个条款，或者它不记在这张表。请从列表里选。",
        "There is no such clause on this sheet.",
    ),
    "ledger.prompt-title.rubric": ("标准", "Rubric"),
    "ledger.prompt.rubric": ("按哪张表考评。", "The table that the unit is scored under."),
    "ledger.error.rubric": ("请从列表里选。", "Choose from the list."),
    "ledger.prompt-title.finding": ("认定", "Finding"),
    "ledger.prompt.finding": (
        "选认定结论；没有认定的留空。不适用的在“认定依据”写明理由。",
        "The finding; leave it open where there is none.",
    ),
    "ledger.error.finding": ("只能选列表里的认定结论。", "Choose from the list."),
    "ledger.prompt-title.date": ("日期", "Day"),
    "ledger.prompt.date": ("事情发生的日期，如 {year}-4-10，要在{year}年内。", "The day it happened, in {year}."),
    "ledger.error.date": (
        "日期要在{year}年内，写成 {year}-4-10。只写“4月10日”会被当成今年。",
        "A day of {year}, such as {year}-4-10.",
    ),
    "ledger.prompt-title.verified_on": ("查实日期", "Verified on"),
    "ledger.prompt.verified_on": ("可以晚于{year}年。", "It may be later than {year}."),
    "ledger.error.verified_on": ("写成 {year}-4-10 这样的日期。", "A day such as {year}-4-10."),
    "ledger.prompt-title.count": ("次数", "Times"),
    "ledger.prompt.count": ("整数；不写算1次。", "A whole number; 1 where it is left out."),
    "ledger.error.count": ("次数是不小于0的整数。", "A whole number from 0."),
    "ledger.prompt-title.level": ("级别", "Level"),
    "ledger.prompt.level": (
        "先选条款，这里再列出该条款的级别或情形；不分级别的不用填。",
        "Choose the clause first; only some have levels.",
    ),
    "ledger.error.level": ("请从列表里选。", "Choose from the list."),
    "ledger.prompt-title.status": ("状态", "Status"),
    "ledger.prompt.status": (
        "投诉或有争议的：查实、待查、不属实；其他的留空。",
        "For complaints and what is in dispute.",
    ),
    "ledger.error.status": ("只能选查实、待查、不属实。", "Choose from the list."),
    "ledger.prompt-title.verified_by": ("查实单位", "Verified by"),
    "ledger.prompt.verified_by": ("由谁查实。", "Who verified it."),
    "ledger.error.verified_by": ("请从列表里选。", "Choose from the list."),
    "ledger.prompt-title.points": ("分数", "Points"),
    "ledger.prompt.points": (
        "只有酌情扣分的条款填：扣多少分，写正数。",
        "Only at discretion: how much is off, above 0.",
    ),
    "ledger.error.points": ("分数是大于0的数。", "A number above 0."),
    "ledger.prompt-title.plan": ("计划", "Plan"),
    "ledger.prompt.plan": ("计划数，只写数。", "The figure planned."),
    "ledger.error.plan": ("只写数，不带单位。", "A number without a unit."),
    "ledger.prompt-title.actual": ("完成", "Reached"),
    "ledger.prompt.actual": ("完成数，只写数。", "The figure reached."),
    "ledger.error.actual": ("只写数，不带单位。", "A number without a unit."),
    "ledger.prompt-title.value": ("数值", "Figure"),
    "ledger.prompt.value": ("百分数，如 92.5 或 92.5%。", "A percentage: 92.5 or 92.5%."),
    "ledger.error.value": ("写 92.5 或 92.5%。", "92.5 or 92.5%."),
    "ledger.prompt-title.rate": ("完成率", "Rate"),
    "ledger.prompt.rate": (
        "百分数，如 97.2 或 97.2%；写了计划和完成的不用填。",
        "A percentage, where plan and result are not given.",
    ),
    "ledger.error.rate": ("写 97.2 或 97.2%。", "97.2 or 97.2%."),
    "ledger.prompt-title.done": ("是否完成", "Done"),
    "ledger.prompt.done": ("没有数量的任务：是或否。", "For a task without figures."),
    "ledger.error.done": ("只能选是或否。", "Choose from the list."),
    "ledger.prompt-title.month": ("当月", "Month"),
    "ledger.prompt.month": ("开展了打 √；也可写当月日期。", "√ where it was held, or the day."),
    "ledger.error.month": ("打 √ 或写日期。", "√ or the day."),
    "ledger.prompt-title.subject": ("同一内容", "Subject"),
    "ledger.prompt.subject": (
        "同一件事写同一个名称；“同一内容以最高分加分”的条款必填。",
        "One name for one matter; some clauses need it.",
    ),
    "ledger.prompt-title.reason": ("理由", "Reason"),
    "ledger.prompt.reason": ("酌情扣分和一票否决要写。", "Needed at discretion and for a denial."),
    "ledger.prompt-title.ground": ("理由", "Reason"),
    "ledger.prompt.ground": ("不适用的必须写。", "Needed where it does not apply."),
    "ledger.prompt-title.evidence": ("依据", "Evidence"),
    "ledger.prompt.evidence": (
        "文号、签到表、报道；有几件的分行写（Alt+Enter）。",
        "Several go on lines of their own (Alt+Enter).",
    ),
    "ledger.prompt-title.case": ("案号", "Case"),
    "ledger.prompt.case": ("工单号或案号；不要写投诉人姓名。", "The case number; never a complainant's name."),
    "ledger.prompt-title.member": ("成员", "Member"),
    "ledger.prompt.member": ("班子成员姓名，与“单位”表里的一样。", "As on the list of units."),
    "ledger.prompt-title.name": ("名称", "Name"),
    "ledger.prompt.name": ("目标任务的名称；百分比不用填。", "The name of the target; none for a share."),
}
