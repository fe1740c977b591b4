"""The words of the command line itself: help, usage errors, and defects."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.output-is-input": (
        "输出文件“{file}”同时是要读取的文件",
        "the output file “{file}” is also an input file",
    ),
    "problem.output-is-input.fix": ("换一个输出文件名", "choose another name for the output"),
    "problem.outputs-clash": (
        "得分单和工作簿的输出文件都是“{file}”，会互相覆盖",
        "the scorecard and the workbook have the same output file “{file}”",
    ),
    "problem.outputs-clash.fix": (
        "-o 和 --xlsx 各写一个文件名；工作簿不能输出到屏幕",
        "give -o and --xlsx different files; a workbook cannot be printed to the screen",
    ),
    # the help page
    "cli.about": (
        "五比五创考核评分。\n\n评分标准和台账都是文本文件；得分单逐项列明每一分的来源。",
        "Score the yearly assessment of units.\n\nRubrics and logs are text files; the scorecard explains every point.",
    ),
    "cli.usage": ("用法：", "Usage: "),
    "cli.heading": ("{heading}：", "{heading}:"),
    "cli.heading.commands": ("命令", "Commands"),
    "cli.heading.arguments": ("参数", "Arguments"),
    "cli.heading.options": ("选项", "Options"),
    "cli.metavar.options": ("[选项]", "[OPTIONS]"),
    "cli.metavar.command": ("命令 [参数]…", "COMMAND [ARGS]..."),
    "cli.option.lang": (
        "显示语言。默认取环境变量 WUWU_LANG，其次取系统语言，均未设置时用中文。",
        "The language of the output. Default: WUWU_LANG, then the locale, then Chinese.",
    ),
    "cli.option.version": ("显示版本后退出。", "Show the version and exit."),
    "cli.option.help": ("显示帮助后退出。", "Show this help and exit."),
    "cli.summary.score": (
        "计分：一份台账出得分单，多份台账出排名",
        "Score logs: a scorecard for one, a ranking for several",
    ),
    "cli.summary.validate-log": ("检查台账，不计分", "Check logs without scoring them"),
    "cli.summary.validate-rubric": ("检查评分标准", "Check rubrics"),
    "cli.summary.explain": (
        "说明一个条款或整张表：原文、分值、限度、口径、算例",
        "Explain a clause or a whole table: text, points, limits, readings, examples",
    ),
    "cli.summary.diff": (
        "比较两版评分标准：改动内容，各单位得分和名次的变化",
        "Compare two rubrics: the changes, and their effect on every unit",
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
    "problem.folder-not-empty.fix": ("换一个空文件夹", "name an empty folder"),
    "problem.several-recorders": (
        "这些台账由几家填报（{recorders}），一份 Excel 台账只有一个填报",
        "these logs are recorded by several ({recorders}), and a ledger by one only",
    ),
    "problem.several-recorders.fix": ("各家分别转换", "convert those of each by themselves"),
    "problem.several-periods": (
        "台账属于几个考评期：{periods}，一份工作簿只能放一期",
        "the logs are of several periods: {periods}; a workbook holds one",
    ),
    "problem.several-periods.fix": ("各期分别转换", "convert each period by itself"),
    "cli.convert.no-period": ("没有写的", "none given"),
    "problem.unit-in-two-logs": ("{unit}有两份台账", "there are two logs of {unit}"),
    "problem.unit-in-two-logs.fix": ("只转换其中一份", "convert one of them"),
    "problem.several-years": ("这些台账不是同一年度的：{years}", "these logs are of several years: {years}"),
    "problem.several-years.fix": ("每个年度分别转换", "convert each year by itself"),
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
        "列出佐证材料目录：事项引用的文件和 SHA-256，缺的文件，该有依据而没有写的事项，没有事项引用的文件。",
        "List the evidence: the files that entries cite with their SHA-256, missing ones, entries that lack any, and files that nothing cites.",
    ),
    "cli.summary.rubrics": ("列出自带的评分标准", "List the bundled rubrics"),
    "cli.summary.schema": ("打印供编辑器使用的 JSON Schema", "Print the JSON Schemas for editors"),
    "cli.summary.new-rubric": (
        "由现有评分标准生成另一年度的文件",
        "Make next year's rubric from an existing one",
    ),
    "cli.summary.help": ("显示一个命令的帮助", "Show the help of a command"),
    "cli.help.about": (
        "显示一个命令的帮助；不写命令时，显示总帮助。",
        "Show the help of a command; without one, the help of wuwu.",
    ),
    "cli.help.command": ("命令的名称", "The name of a command"),
    # next year's rubric
    "cli.new-rubric.about": (
        "由现有评分标准生成另一年度的文件：改年度，算例中的日期随之调整；原文和数字保持不变，待按新的文件修改。"
        "\n\n  wuwu new-rubric shizhi@2018 --year 2019",
        "Make the rubric of another year from an existing one: the year and the dates in its examples change; the official "
        "text and the numbers stay for you to edit."
        "\n\n  wuwu new-rubric shizhi@2018 --year 2019",
    ),
    "cli.new-rubric.rubric": (
        "现有的评分标准：自带标准的编号（可带年度），或者文件",
        "the existing rubric: a bundled id (also with the year) or a file",
    ),
    "cli.new-rubric.year": ("新的年度。", "The year of the new edition."),
    "cli.new-rubric.output": (
        "保存为哪个文件，后缀为 .yaml。默认存在当前文件夹，文件名为“编号-年度.yaml”；已有的文件不予覆盖。",
        "The file to write, ending in .yaml. Default: ID-YEAR.yaml in the current folder. An existing file is never replaced.",
    ),
    "cli.new-rubric.made": (
        "已生成 {file}。下一步：按新的文件修改原文和数字；用 wuwu validate-rubric {file} 检查；用 wuwu diff {old} {file} 核对改动。",
        "Wrote {file}. Next: edit the official text and the numbers; check them with wuwu validate-rubric {file}; see what changed with wuwu diff {old} {file}.",
    ),
    "problem.bundled-examples": (
        "--accept-examples 要改写文件，须写评分标准文件的路径",
        "--accept-examples rewrites files: name the rubric by its path",
    ),
    "problem.bundled-examples.fix": (
        "如 wuwu validate-rubric rubrics/shizhi.yaml --accept-examples",
        "for example wuwu validate-rubric rubrics/shizhi.yaml --accept-examples",
    ),
    "problem.edition-exists": (
        "{rubric} 已经是 {year} 年度的标准",
        "{rubric} is already the edition of {year}",
    ),
    "problem.edition-exists.fix": (
        "--year 请写另一年度",
        "give another year with --year",
    ),
    # usage errors
    "cli.error": ("错误：{what}", "Error: {what}"),
    "cli.try-help": ("运行 {command} --help 查看帮助。", "Run {command} --help for help."),
    "cli.did-you-mean": ("您要的是 {name} 吗？", " Did you mean {name}?"),
    "cli.unknown-command": ("没有“{name}”这个命令。", "Unknown command {name}."),
    "cli.unknown-option": ("没有 {name} 这个选项。", "Unknown option {name}."),
    "cli.missing-argument": ("缺少参数 {name}。", "Missing argument {name}."),
    "cli.too-many-arguments": ("多余的参数：{extra}。", "Too many arguments: {extra}."),
    "cli.option-takes-none": ("选项 {name} 不带值。", "The option {name} takes no value."),
    "cli.option-needs-value": ("选项 {name} 需要写一个值。", "The option {name} needs a value."),
    "cli.not-a-choice": (
        "{name} 不能写“{value}”，可写：{known}。",
        "{value} is not a choice for {name}; choose from: {known}.",
    ),
    "cli.not-at-least": (
        "{name} 应为不小于 {least} 的整数，不能写“{value}”。",
        "{name} must be a whole number of at least {least}, not {value}.",
    ),
    "cli.not-a-day": (
        "{name} 要写日历上有的日期，如 2018-06-30，不能是“{value}”。",
        "{name} needs a day of the calendar such as 2018-06-30, not {value}.",
    ),
    "cli.not-between": (
        "{name} 应为 {least} 到 {most} 的整数，不能写“{value}”。",
        "{name} must be a whole number from {least} to {most}, not {value}.",
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
        "（另有 {count} 个未列出，改正以上各项后请再次检查。）",
        "({count} more {count:is|are} not shown; fix these and check again.)",
    ),
    "problems.related": ("相关位置：{place}", "related: {place}"),
    "problems.more-in": ("  {file}：{counts}", "  {file}: {counts}"),
    "problems.more-files": ("  另外 {count} 个文件：{counts}", "  {count} more {count:file|files}: {counts}"),
    "problems.no-file": ("与文件无关的", "not in a file"),
    # files that cannot be written
    "problem.unwritable-file": ("无法写入此文件（{reason}）", "this file cannot be written ({reason})"),
    "problem.unwritable-file.fix": (
        "文件若正在 Excel 或 WPS 中打开，请先关闭；否则请检查写入权限，或另选保存位置",
        "close it if it is open in Excel or WPS; otherwise check the permission, or choose another place",
    ),
    "problem.missing-folder": ("要保存到的文件夹不存在", "the folder of the output file does not exist"),
    "problem.missing-folder.fix": (
        "请先新建该文件夹，或另选保存位置",
        "create the folder first, or choose another place",
    ),
    "problem.full-disk": (
        "磁盘已满，未能写入；原有文件没有改动",
        "the disk is full: nothing was written, an existing file is unchanged",
    ),
    "problem.full-disk.fix": (
        "请释放磁盘空间后重试，或另选保存位置",
        "free some space and try again, or choose another place",
    ),
    "problem.incomplete-output": (
        "输出不完整（{reason}），只写出了开头一部分",
        "the output is incomplete ({reason}): only its beginning was written",
    ),
    "problem.incomplete-output.fix": (
        "请释放磁盘空间后重试，或用 -o 另存为文件：写入失败时不会留下残缺的文件",
        "free some space and try again, or write to a file with -o: it is written whole or not at all",
    ),
    "problem.process-ended": (
        "wuwu 的一个进程被系统终止，可能是内存不足；没有写出结果",
        "the system ended a process of wuwu, probably because memory ran out; no result was written",
    ),
    "problem.process-ended.fix": (
        "请关闭其他程序后重试，或加 --jobs 1",
        "close other programs and try again, or add --jobs 1",
    ),
    "problem.output-ending": (
        "文件名“{file}”的后缀与内容不符：要写的是{content}",
        "the ending of “{file}” does not match what is written: {content}",
    ),
    "problem.output-ending.fix": (
        "后缀改为 {endings}",
        "use a name that ends in {endings}",
    ),
    "problem.output-replaces": (
        "“{file}”是已有的{found}，不予覆盖",
        "“{file}” exists and is {found}: it is not replaced",
    ),
    "problem.output-replaces.fix": (
        "请另取文件名",
        "choose another name",
    ),
    "output.text": ("文本", "text"),
    "output.workbook": ("工作簿", "a workbook"),
    "output.rubric": ("评分标准", "a rubric"),
    "output.log": ("台账", "a log"),
    "output.found.log": ("台账", "a log"),
    "output.found.rubric": ("评分标准", "a rubric"),
    "output.found.workbook": (
        "工作簿（不是 wuwu 生成的结果）",
        "a workbook that wuwu did not write",
    ),
    "output.found.result": (
        "wuwu 生成的工作簿",
        "a workbook that wuwu wrote",
    ),
    "output.found.text": (
        "其他文件",
        "another file",
    ),
    # characters that an output lost
    "cli.lost": (
        "提醒：输出编码不支持以下 {count} 个字符，已写成“?”：{characters}。请用 -o 存为文件，或设置环境变量 PYTHONUTF8=1。",
        "Warning: the output encoding lacks {count} {count:character|characters}, written as ?: {characters}. Write to a file with -o, or set PYTHONUTF8=1.",
    ),
    # interruptions and defects
    "cli.interrupted": ("已中断。", "Interrupted."),
    "cli.system-refusal": (
        "错误：系统拒绝了操作：{reason}{place}",
        "Error: the system refused the operation: {reason}{place}",
    ),
    "cli.apology": (
        "抱歉，wuwu 程序出错，与您的文件无关：{kind}: {message}。请将以上内容和所输入的命令报告给 wuwu 的维护人员（wuwu {version}，Python {python}，{platform}）；设置环境变量 WUWU_DEBUG=1 后再次运行，可显示用于排查的详细记录。",
        "Sorry, this is a defect of wuwu, not of your files: {kind}: {message}. Please report it to the maintainers of wuwu, with this text and your command (wuwu {version}, Python {python}, {platform}). Run the command again with WUWU_DEBUG=1 to see the details.",
    ),
}
