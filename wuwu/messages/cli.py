"""The words of the command line itself: help, usage errors, and what the error door says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.output-is-input": (
        "结果要存到“{file}”，而它就是要读的文件",
        "the result would be written over “{file}”, which is one of the files to read",
    ),
    "problem.output-is-input.mend": ("换一个文件名", "choose another name"),
    "problem.outputs-clash": (
        "得分单和工作簿都要存到“{file}”，后写的会盖掉先写的",
        "both the scorecard and the workbook would go to “{file}”, the one over the other",
    ),
    "problem.outputs-clash.mend": (
        "给 -o 和 --xlsx 各写一个文件名；工作簿不能写到屏幕上",
        "give -o and --xlsx a file each; a workbook cannot go to the screen",
    ),
    # the help page
    "cli.about": (
        "五比五创考核评分。\n\n评分标准和台账都是文本文件；得分单写明每一分从哪里来。",
        "Score the yearly assessment of units.\n\n"
        "Rubrics and logs are text files; the scorecard says where every point comes from.",
    ),
    "cli.usage": ("用法：", "Usage: "),
    "cli.heading": ("{heading}：", "{heading}:"),
    "cli.heading.commands": ("命令", "Commands"),
    "cli.heading.arguments": ("参数", "Arguments"),
    "cli.heading.options": ("选项", "Options"),
    "cli.metavar.options": ("[选项]", "[OPTIONS]"),
    "cli.metavar.command": ("命令 [参数]…", "COMMAND [ARGS]..."),
    "cli.option.lang": (
        "用哪种语言说话。默认看环境变量 WUWU_LANG，再看系统语言，都没有就用中文。",
        "The language to speak. Default: WUWU_LANG, then the locale, then Chinese.",
    ),
    "cli.option.version": ("显示版本，然后退出。", "Show the version and exit."),
    "cli.option.help": ("显示帮助，然后退出。", "Show this help and exit."),
    "cli.summary.score": (
        "算分：一份台账出得分单，多份台账出排名",
        "Score logs: one gives a scorecard, several a ranking",
    ),
    "cli.summary.validate-log": ("检查台账，不算分", "Check logs without scoring them"),
    "cli.summary.validate-rubric": ("检查评分标准", "Check rubrics"),
    "cli.summary.explain": (
        "说明一个条款或整张表：原文、分值、限度、口径、例子",
        "Explain a clause or a whole table: text, price, limits, readings, examples",
    ),
    "cli.summary.diff": (
        "比较两版评分标准：改了什么，各单位的得分和名次怎样变化",
        "Compare two rubrics: what changed, and what it does to every unit",
    ),
    "cli.summary.template": (
        "生成 Excel 台账，供各科室填写",
        "Make an Excel ledger to be filled in",
    ),
    "cli.template.about": (
        "按评分标准生成 Excel 台账：单位、认定、月度、次数、台账、数据各一张表，带下拉列表和填写说明。\n\n"
        "填好以后，wuwu score 台账.xlsx 给表里所有单位算分。",
        "Make an Excel ledger from rubrics, with lists to choose from and a page that says how to fill it in.\n\n"
        "Filled in, wuwu score LEDGER.xlsx scores every unit in it.",
    ),
    "cli.template.rubrics": ("评分标准：id 或文件，可以有几个", "rubrics: ids or files"),
    "cli.template.units": (
        "单位名单，文本文件，一行一个，按正式排列顺序；组别和标准写在后面，用逗号隔开。",
        "A text file that lists the units in the official order, one a line; group and rubric follow after commas.",
    ),
    "cli.template.for": (
        "只给一个科室：机关党委=B5,F2 生成只有这些行（或条款）的台账。",
        "For one section: 机关党委=B5,F2 makes a ledger of these rows (or clauses) alone.",
    ),
    "cli.template.no-file": ("请用 -o 写出文件名，如 -o 台账.xlsx。", "Name a file by -o, such as -o ledger.xlsx."),
    "cli.template.unknown-rows": (
        "--for 里的“{rows}”不是行号或条款。写成 机关党委=B5,F2 的样子；相近的有：{nearest}。",
        "{rows} in --for is no row or clause. Write it like 机关党委=B5,F2; near: {nearest}.",
    ),
    "cli.summary.convert": (
        "Excel 台账转成 YAML 台账，或者反过来",
        "Turn an Excel ledger into YAML logs, or back",
    ),
    "cli.convert.about": (
        "把台账换一种形式，事项、字段、填报科室都不少。\n\n"
        "-o 写文件夹名，每个单位存成一份 YAML 台账（文件夹要是空的）；写 .xlsx 文件名，存成一份 Excel 台账。",
        "Turn logs into another form without losing an entry, a field or who recorded it.\n\n"
        "With a folder for -o every unit becomes a YAML log (the folder must be empty); with an .xlsx file all become a ledger.",
    ),
    "cli.convert.done": (
        "{units}个单位，{entries}条事项，已存到 {target}。",
        "{units} units with {entries} entries went to {target}.",
    ),
    "cli.convert.nobody": ("没有写填报人", "nobody named"),
    "problem.folder-not-empty": (
        "文件夹里已有文件（{file}），不往里写",
        "the folder holds files ({file}) and is left alone",
    ),
    "problem.folder-not-empty.mend": ("换一个空文件夹", "name an empty folder"),
    "problem.several-recorders": (
        "这些台账由几家填报（{recorders}），一份 Excel 台账只有一个填报",
        "these logs are recorded by several ({recorders}), and a ledger by one only",
    ),
    "problem.several-recorders.mend": ("各家分别转换", "convert those of each by themselves"),
    "problem.unit-in-two-logs": ("{unit}有两份台账", "there are two logs of {unit}"),
    "problem.unit-in-two-logs.mend": ("只转换其中一份", "convert one of them"),
    "problem.several-years": ("这些台账不是同一年度的：{years}", "these logs are of several years: {years}"),
    "problem.several-years.mend": ("每个年度分别转换", "convert each year by itself"),
    "cli.convert.output": ("文件夹（须为空），或 .xlsx 文件。", "A folder, which must be empty, or an .xlsx file."),
    "cli.summary.new": (
        "新建一份带说明的 YAML 台账，供填写",
        "Begin a YAML log: a skeleton with remarks",
    ),
    "cli.new.about": (
        "新建一个单位的台账：逐行列出条文，条款的写法放在注释里，去掉 # 填上内容即可。",
        "Begin the log of a unit: every row with its text, and as remarks how its clauses are logged.",
    ),
    "cli.new.unit": ("单位名称", "the name of the unit"),
    "cli.new.rubric": ("评分标准的 id 或文件。", "The id or the file of the rubric."),
    "new.heading": ("{unit}台账：{title}", "The log of {unit}: {title}"),
    "new.how": (
        "要记哪一条，就去掉它前面的“# ”，改成实际内容；没有发生的不用管。同一条款可以记多次。",
        "To log something, take the “# ” before it out and put down what happened; leave the rest as it is.",
    ),
    "new.group": ("组别", "group"),
    "new.members": ("[张三, 李四]", "[张三, 李四]"),
    "new.points": ("（{points}分）", " ({points} points)"),
    "cli.validate-log.evidence": (
        "列出佐证材料目录：事项引用的文件和 SHA-256，缺的文件，没有事项引用的文件。",
        "List the evidence: the files that entries cite with their SHA-256, missing ones, and those that nothing cites.",
    ),
    "cli.summary.rubrics": ("列出自带的评分标准", "List the bundled rubrics"),
    "cli.summary.schema": ("打印供编辑器使用的 JSON Schema", "Print the JSON Schemas for editors"),
    # usage errors
    "cli.error": ("错误：{what}", "Error: {what}"),
    "cli.try-help": ("输入 {command} --help 查看帮助。", "Try {command} --help."),
    "cli.did-you-mean": ("您要的是 {name} 吗？", " Did you mean {name}?"),
    "cli.unknown-command": ("没有“{name}”这个命令。", "There is no command {name}."),
    "cli.unknown-option": ("没有 {name} 这个选项。", "There is no option {name}."),
    "cli.missing-argument": ("缺少参数 {name}。", "The argument {name} is missing."),
    "cli.too-many-arguments": ("多出了参数：{extra}。", "Too many arguments: {extra}."),
    "cli.option-takes-none": ("选项 {name} 后面不带值。", "The option {name} takes no value."),
    "cli.option-needs-value": ("选项 {name} 后面要写一个值。", "The option {name} needs a value."),
    "cli.not-a-choice": (
        "{name} 不认得“{value}”，可以写：{known}。",
        "{name} does not know {value}; it takes: {known}.",
    ),
    "cli.not-at-least": (
        "{name} 要写不小于 {least} 的整数，不能是“{value}”。",
        "{name} needs a whole number of at least {least}, not {value}.",
    ),
    "cli.not-a-day": (
        "{name} 要写日历上有的日期，如 2018-06-30，不能是“{value}”。",
        "{name} needs a day of the calendar such as 2018-06-30, not {value}.",
    ),
    # problems, as a person reads them
    "problems.error": ("错误", "error"),
    "problems.warning": ("提醒", "warning"),
    "problems.note": ("说明", "note"),
    "problems.error-count": ("{count} 个错误", "{count} {count:error|errors}"),
    "problems.warning-count": ("{count} 个提醒", "{count} {count:warning|warnings}"),
    "problems.note-count": ("{count} 个说明", "{count} {count:note|notes}"),
    "problems.count": ("共 {counts}。", "{counts}."),
    "problems.more": (
        "（还有 {count} 个没有列出，改好上面的再检查一次。）",
        "({count} more {count:is|are} not shown; mend these and check again.)",
    ),
    "problems.related": ("另一处：{place}", "the other place: {place}"),
    "problems.more-in": ("  {file}：{counts}", "  {file}: {counts}"),
    "problems.more-files": ("  另外 {count} 个文件：{counts}", "  {count} more {count:file|files}: {counts}"),
    "problems.no-file": ("不在文件里的", "in no file"),
    # files that cannot be written
    "problem.unwritable-file": ("写不进这个文件（{reason}）", "this file cannot be written ({reason})"),
    "problem.unwritable-file.mend": (
        "它若正在 Excel 或 WPS 中打开，请先关掉；否则看看有没有权限，或者换个地方存",
        "close it if Excel or WPS has it open; else look whether you may write there, or choose another place",
    ),
    "problem.missing-folder": ("要存到的文件夹不存在", "the folder to write into does not exist"),
    "problem.missing-folder.mend": (
        "先建好这个文件夹，或者换个地方存",
        "create the folder first, or choose another place",
    ),
    "problem.full-disk": (
        "磁盘已满，没有写成；原来的文件没有动",
        "the disk is full; nothing was written, an older file is untouched",
    ),
    "problem.full-disk.mend": (
        "腾出一些空间再试，或者换个地方存",
        "free some space and try again, or choose another place",
    ),
    # the error door
    "cli.interrupted": ("已中断。", "Interrupted."),
    "cli.system-refusal": (
        "错误：系统不让 wuwu 做下去：{reason}{place}",
        "Error: the system does not let wuwu go on: {reason}{place}",
    ),
    "cli.apology": (
        "对不起，wuwu 自己出了错，这不是您的文件的问题：{kind}: {message}。"
        "请把这段话和您输入的命令告诉维护 wuwu 的人（wuwu {version}，Python {python}，{platform}）；"
        "设环境变量 WUWU_DEBUG=1 再运行一次，会多显示一段供查错用的记录。",
        "Sorry, this is a defect of wuwu itself and not of your files: {kind}: {message}. "
        "Please tell whoever maintains wuwu, with this text and the command you typed "
        "(wuwu {version}, Python {python}, {platform}); "
        "run it again with WUWU_DEBUG=1 to see the details that help to find the defect.",
    ),
}
