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
    "cli.summary.rubrics": ("列出自带的评分标准", "List the bundled rubrics"),
    "cli.summary.schema": ("打印供编辑器使用的 JSON Schema", "Print the JSON Schemas for editors"),
    "cli.summary.new-rubric": ("照今年的评分标准，写出另一年的文件", "Write the next year's rubric from this year's"),
    "cli.summary.help": ("显示一个命令的帮助", "Show the help of a command"),
    "cli.help.about": (
        "显示一个命令的帮助；不写命令，显示总的帮助。",
        "Show the help of a command, or of wuwu without one.",
    ),
    "cli.help.command": ("命令的名称", "The name of a command"),
    # next year's rubric
    "cli.new-rubric.about": (
        "照一份评分标准写出另一年的文件：年度改过来，算例里的日期跟着移过去；原文和数字一个不动，等您照新的文件来改。"
        "\n\n  wuwu new-rubric shizhi@2018 --year 2019",
        "Write the file of another year's edition of a rubric: its year and the dates in its examples move; the official "
        "text and the numbers stay, to be edited."
        "\n\n  wuwu new-rubric shizhi@2018 --year 2019",
    ),
    "cli.new-rubric.rubric": (
        "照哪一份写：自带标准的编号（可带年度），或者标准文件",
        "The rubric to start from: a bundled id, with or without a year, or a file",
    ),
    "cli.new-rubric.year": ("新的年度。", "The year of the new edition."),
    "cli.new-rubric.output": (
        "存成哪个文件，后缀 .yaml。默认在当前文件夹，名为“编号-年度.yaml”；已有的文件不会被覆盖。",
        "The file to write, ending in .yaml. Default: ID-YEAR.yaml in the current folder. No file is replaced.",
    ),
    "cli.new-rubric.made": (
        "已写成 {file}。接下来：照新的文件改原文和数字，运行 wuwu validate-rubric {file} 检查，再运行 wuwu diff {old} {file} 看改了什么。",
        "Wrote {file}. Now edit the official text and the numbers, check them with wuwu validate-rubric {file}, "
        "and see what changed with wuwu diff {old} {file}.",
    ),
    "problem.bundled-examples": (
        "--accept-examples 要改写文件，只写编号或者不写，就没有文件可改",
        "--accept-examples rewrites files; an id, or nothing, names none",
    ),
    "problem.bundled-examples.mend": ("写上标准文件的路径", "name the rubric by its path"),
    "problem.edition-exists": (
        "{rubric} 已经是 {year} 年度的了",
        "{rubric} is the edition of {year} already",
    ),
    "problem.edition-exists.mend": ("--year 写另一个年度", "give another year with --year"),
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
    "cli.not-between": (
        "{name} 要写 {least} 到 {most} 的整数，不能是“{value}”。",
        "{name} needs a whole number from {least} to {most}, not {value}.",
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
    "problem.incomplete-output": (
        "输出没有写完（{reason}）：已经写出的只是开头一部分，不能使用",
        "the output is not complete ({reason}): what has been written is only its beginning",
    ),
    "problem.incomplete-output.mend": (
        "腾出空间，或者加 -o 换个地方存；存成文件的，写不成就不会动原来的文件",
        "free some space, or choose another place with -o; a file is written whole or not at all",
    ),
    "problem.process-ended": (
        "wuwu 的一个进程被系统终止，多半是内存不够；没有写出结果",
        "the system ended a process of wuwu, most likely for want of memory; no result was written",
    ),
    "problem.process-ended.mend": (
        "关掉别的程序，或者加 --jobs 1 再算一次",
        "close other programs, or try again with --jobs 1",
    ),
    "problem.output-ending": (
        "“{file}”的后缀和要写的内容不符：这里写的是{content}",
        "the ending of “{file}” does not fit what is written: {content}",
    ),
    "problem.output-ending.mend": ("后缀写成{endings}", "let the name end in {endings}"),
    "problem.output-replaces": (
        "“{file}”是已有的{found}，不会被覆盖",
        "“{file}” is {found} that exists already; it is not replaced",
    ),
    "problem.output-replaces.mend": ("换一个文件名", "choose another name"),
    "output.text": ("文本", "text"),
    "output.workbook": ("工作簿", "a workbook"),
    "output.rubric": ("评分标准", "a rubric"),
    "output.found.log": ("台账", "a log"),
    "output.found.rubric": ("评分标准", "a rubric"),
    "output.found.workbook": ("别处做的工作簿", "a workbook that wuwu did not write"),
    "output.found.result": ("wuwu 写的工作簿", "a workbook that wuwu wrote"),
    "output.found.text": ("别的文件", "another file"),
    # the error door
    "cli.lost": (
        "提醒：这里的编码没有下列 {count} 个字符，输出里写成了“?”：{characters}。加 -o 存成文件，或者设环境变量 PYTHONUTF8=1，就不会少。",
        "Warning: the encoding used here lacks {count} {count:character|characters}, written as ?: {characters}. "
        "Nothing is lost in a file (-o FILE) or with PYTHONUTF8=1.",
    ),
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
