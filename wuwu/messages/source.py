"""Files that cannot be read, encodings, and errors of YAML."""

MESSAGES = {
    # reading
    "problem.empty-path": ("路径为空", "the path is empty"),
    "problem.empty-path.fix": (
        "请写出文件或文件夹的名称；路径由变量给出的，请检查变量是否已设置",
        "name a file or a folder; if the path comes from a variable, check that it is set",
    ),
    "problem.empty-folder": ("文件夹里没有台账，已跳过", "no logs in this folder: skipped"),
    "problem.empty-folder.fix": (
        "核对是否为此文件夹；台账的文件名应以 .yaml 或 .yml 结尾",
        "check the folder; the names of logs end in .yaml or .yml",
    ),
    "refusal.access": ("没有权限，或者正被其他程序占用", "no permission, or another program uses it"),
    "refusal.loop": ("链接形成循环", "the links form a loop"),
    "refusal.long-name": ("名称过长", "the name is too long"),
    "refusal.not-a-folder": ("路径中有一段是文件，不是文件夹", "a part of the path is a file, not a folder"),
    "refusal.damaged": ("磁盘读写出错", "the disk reports an error"),
    "refusal.closed": ("未打开", "it is not open"),
    "refusal.busy": ("正被其他程序占用", "another program uses it"),
    "refusal.read-only": ("所在磁盘为只读", "the disk is read-only"),
    "refusal.too-many": ("同时打开的文件太多", "too many files are open"),
    "refusal.odd-name": ("名称中有系统不允许的字符", "the name contains characters that the system does not allow"),
    "refusal.far": ("网络文件夹没有响应", "the network folder does not respond"),
    "refusal.full": ("磁盘已满，或超过配额", "the disk or the quota is full"),
    "refusal.no-device": (
        "没有该设备，或对端没有程序接收",
        "there is no such device, or no program reads from it",
    ),
    "refusal.no-memory": ("内存不足", "there is not enough memory"),
    "refusal.no-place": ("此处不能新建文件", "files cannot be created here"),
    "refusal.too-large": ("文件超过系统允许的大小", "the file would be larger than the system allows"),
    "problem.missing-file": ("找不到这个文件", "this file does not exist"),
    "problem.missing-file.fix": ("请检查文件名和所在的文件夹", "check the name and the folder"),
    "problem.is-folder": ("此处应为文件，不能是文件夹", "this is a folder, but a file is needed"),
    "problem.is-folder.fix": ("请写出文件夹里的文件", "name the file inside the folder"),
    "problem.special-file": (
        "这不是普通文件（是管道或设备），不能读取",
        "this is a pipe or a device, not a regular file",
    ),
    "problem.special-file.fix": (
        "请先保存为文件，或用 - 从标准输入读取",
        "save it as a file first, or read standard input with -",
    ),
    "problem.unreadable-file": ("文件无法读取：{reason}", "the file cannot be read: {reason}"),
    "problem.unreadable-file.fix": (
        "请检查是否有打开的权限，是否正被其他程序占用",
        "check that you have permission to open it and that no other program uses it",
    ),
    "problem.file-too-large": ("文件超过 {limit} MiB，未读取", "the file is larger than {limit} MiB and is not read"),
    "problem.file-too-large.fix": (
        "一份台账只记一个单位一年的事项，请核对文件是否有误",
        "a log holds one year of one unit; check that this is the right file",
    ),
    "problem.no-git": (
        "无法使用 git：未安装，或当前不在 git 仓库中",
        "git is not installed, or this is not a git repository",
    ),
    "problem.no-git.fix": (
        "请在仓库的文件夹里运行，或者直接给出两个文件",
        "run this inside the repository, or name two files instead",
    ),
    "problem.unknown-revision": ("git 里没有“{revision}”这个版本", "unknown git revision {revision}"),
    "problem.unknown-revision.fix": (
        "写成 版本:路径，例如 HEAD~1:rubrics/a.yaml；用 git log 查看已有版本",
        "write REV:path, such as HEAD~1:rubrics/a.yaml; git log lists the revisions",
    ),
    "problem.not-in-revision": ("版本“{revision}”里没有文件“{path}”", "revision {revision} has no file {path}"),
    "problem.not-in-revision.fix": (
        "路径从仓库的最上层写起；从当前文件夹写起的要加 ./",
        "write the path from the top of the repository, or from the current folder with ./",
    ),
    "problem.office-file": (
        "这是表格或文档（Excel、Word、WPS、CSV、PDF 一类的文件），不是 YAML 文本",
        "this is a spreadsheet or a document (Excel, Word, WPS, CSV, PDF, …), not a YAML text",
    ),
    "problem.office-file.fix": (
        "评分标准是用文本编辑器编写的 .yaml 文件；台账是 .yaml 文件，或由 wuwu template 生成的 .xlsx",
        "rubrics are .yaml files written in a text editor; logs are .yaml files, or .xlsx files made by wuwu template",
    ),
    # encodings
    "problem.not-utf8": ("文件不是 UTF-8，已按 {encoding} 读取", "the file is not UTF-8; it was read as {encoding}"),
    "problem.not-utf8.fix": ("不影响结果；建议另存为 UTF-8", "the result is not affected, but UTF-8 is safer"),
    "problem.bad-encoding": (
        "字节 {byte} 不是 {encoding} 文字，此处以后无法读取",
        "the byte {byte} is not {encoding} text; from here on the file cannot be read",
    ),
    "problem.bad-encoding.fix": (
        "请用编辑器打开，确认内容没有损坏，再另存为 UTF-8",
        "open it in an editor, check the text and save it as UTF-8",
    ),
    "problem.control-character": (
        "此处有不可见的控制字符 {char}（全文共 {count} 个）",
        "there is an invisible control character {char} here ({count} in the whole text)",
    ),
    "problem.control-character.fix": (
        "请删去；如大量出现，文件可能已损坏，或不是文本文件",
        "delete it; if there are many, the file is damaged or is not a text file",
    ),
    # structure
    "problem.empty-file": ("文件为空", "the file is empty"),
    "problem.empty-file.fix": (
        "请检查是否忘记保存，或拿错了文件",
        "check that it was saved and that it is the right file",
    ),
    "problem.several-documents": (
        "一个文件只能有一份内容，此处又开始了第二份",
        "a file holds one document, but a second one starts here",
    ),
    "problem.several-documents.fix": (
        "每份内容存成一个文件；其实是同一份的，删掉重复的部分和分隔的 --- 或 ...",
        "save each as a separate file; if it is one document, delete the repeated part and the --- or ... in between",
    ),
    "problem.too-deep": ("内容嵌套过深，超过 {limit} 层", "the nesting is deeper than {limit} levels"),
    "problem.too-deep.fix": ("请检查括号和缩进是否多余", "check for extra brackets or indentation"),
    "problem.duplicate-key": (
        "“{key}”写了两次，第一次在第 {first_line} 行",
        "{key} is given twice; the first is in line {first_line}",
    ),
    "problem.duplicate-key.fix": ("只保留一个", "keep only one"),
    "problem.complex-key": (
        "名称只能是一段文字，不能是列表或一组字段",
        "a key must be a text, not a list or a group of fields",
    ),
    "problem.complex-key.fix": (
        "去掉问号或括号，写成“名称: 内容”；属于文字的，请加英文引号",
        "write `name: value` without ? or brackets; if this is a text, put it in quotes",
    ),
    "problem.empty-key": ("冒号前面没有名称", "there is no key before the colon"),
    "problem.empty-key.fix": ("在冒号前面写上名称", "write the key before the colon"),
    "problem.key-without-colon": ("“{key}”后面没有冒号和内容", "{key} has no colon and no value"),
    "problem.key-without-colon.fix": (
        "写成“{key}: 内容”；如为前一段文字逗号后面的部分，请给整段文字加英文引号",
        "write `{key}: value`; if it belongs to the text before the comma, put the whole text in quotes",
    ),
    "problem.thousands-comma": ("数字中不能写千分位逗号", "a number has no thousands comma"),
    "problem.thousands-comma.fix": ("去掉逗号", "remove the comma"),
    "problem.anchor": ("不能用锚点（& 开头）", "anchors (&) are not allowed"),
    "problem.anchor.fix": (
        "直接写出内容；属于文字的，请加英文引号",
        "write the value itself; if this is a text, put it in quotes",
    ),
    "problem.alias": ("不能用引用（* 开头）", "aliases (*) are not allowed"),
    "problem.alias.fix": (
        "直接写出内容；属于文字的，请加英文引号",
        "write the value itself; if this is a text, put it in quotes",
    ),
    "problem.tag": ("不能用类型标签（! 开头）", "tags (!) are not allowed"),
    "problem.tag.fix": ("删去；属于文字的，请加英文引号", "delete it; if this is a text, put it in quotes"),
    "problem.directive": ("不能用 {directive} 这样的指令行", "a directive such as {directive} is not allowed"),
    "problem.directive.fix": (
        "删去此行，下面的 --- 也可删去；台账和评分标准一律按 YAML 1.2 读取",
        "delete the line (and the --- below it); all files are read as YAML 1.2",
    ),
    # full-width punctuation and blanks
    "problem.full-width-colon": ("“{key}”后面用了全角冒号“：”", "there is a full-width colon ： after {key}"),
    "problem.full-width-colon.fix": (
        "改为英文冒号加一个空格“: ”；属于文字的，请给整段文字加英文引号",
        "write an ASCII colon and a space `: `; if this is a text, put all of it in quotes",
    ),
    "problem.full-width-comma": ("两项之间用了全角逗号“，”", "there is a full-width comma ， between two fields"),
    "problem.full-width-comma.fix": ("改为英文逗号加一个空格“, ”", "write an ASCII comma and a space `, `"),
    "problem.full-width-blank": (
        "此处的空格是全角空格（或不换行空格）",
        "the space here is a full-width or no-break space",
    ),
    "problem.full-width-blank.fix": ("改为英文空格", "write an ordinary space"),
    "problem.full-width-bracket": ("“{bracket}”不是此处应当用的括号", "{bracket} is the wrong kind of bracket here"),
    "problem.full-width-bracket.fix": (
        "改为英文括号：一组字段用花括号，列表用方括号",
        "write the ASCII bracket: a curly one around fields, a square one around a list",
    ),
    "problem.suspicious-comma": (
        "全角逗号“，”后面疑为另一项，现按文字的一部分读取",
        "the words after the full-width comma ， look like a field, but are read as text",
    ),
    "problem.suspicious-comma.fix": (
        "属于另一项的，改为英文逗号；确为文字的，请加英文引号",
        "if it is a field, write an ASCII comma; if it is a text, put it in quotes",
    ),
    "problem.suspicious-colon": (
        "全角冒号“：”前面疑为名称，现全部按文字读取",
        "the words before the full-width colon ： look like a key, but all of it is read as text",
    ),
    "problem.suspicious-colon.fix": (
        "属于名称的，改为英文冒号加一个空格；确为文字的，请加英文引号",
        "if it is a key, write an ASCII colon and a space; if it is a text, put it in quotes",
    ),
    # slips of syntax
    "problem.missing-blank": ("“{key}”后面的冒号缺一个空格", "there is no space after the colon of {key}"),
    "problem.missing-blank.fix": (
        "在冒号后面加一个空格；属于文字的，请给整段文字加英文引号",
        "put a space after the colon; if this is a text, put all of it in quotes",
    ),
    "problem.missing-blank-after-dash": ("“-”后面缺一个空格", "there is no space after “-”"),
    "problem.missing-blank-after-dash.fix": (
        "在“-”后面加一个空格，再写内容",
        "put a space after it, then the value",
    ),
    "problem.mistaken-dash": (
        "一项开头的“{dash}”不是英文减号",
        "the {dash} at the start of this entry is not an ASCII “-”",
    ),
    "problem.mistaken-dash.fix": ("改成英文减号加一个空格“- ”", "write “-” and a space"),
    "problem.missing-dash": ("这里像是新的一项，前面缺“- ”", "this looks like a new entry, but its “- ” is missing"),
    "problem.missing-dash.fix": (
        "在前面加上“- ”，与上下各项对齐",
        "add “- ” before it, aligned with the other entries",
    ),
    "problem.equals-sign": ("“{key}”后面用了等号", "there is an equals sign after {key}"),
    "problem.equals-sign.fix": ("改成英文冒号加一个空格“: ”", "write a colon and a space `: `"),
    "problem.hash-in-value": (
        "“#”前面有空格，从这里到行末都当作注释，没有读进来",
        "a # after a space starts a comment: the rest of this line is not read",
    ),
    "problem.hash-in-value.fix": (
        "如果是内容的一部分，给整段内容加英文引号；如果是注释，放在这一项的末尾，“#”后面空一格",
        "if it belongs to the value, put the whole value in quotes; if it is a comment, move it after the entry and add a space after the #",
    ),
    "problem.missing-colon": ("这一行没有冒号", "this line has no colon"),
    "problem.missing-colon.fix": (
        "写成“名称: 内容”；如接上一行的文字，请比上一行多缩进",
        "write `name: value`; if it continues the text above, indent it more",
    ),
    "problem.missing-comma": ("此项前面缺一个逗号", "a comma is missing before this field"),
    "problem.missing-comma.fix": (
        "在前一项后面加英文逗号；属于文字的，请给整段文字加英文引号",
        "put an ASCII comma after the previous field; if this is a text, put all of it in quotes",
    ),
    "problem.stray-comma": ("此处多一个逗号", "there is an extra comma here"),
    "problem.stray-comma.fix": ("删去，或补上遗漏的内容", "delete it, or write what is missing"),
    "problem.bracket-in-value": (
        "文字中有“{bracket}”，此处会被读作括号",
        "{bracket} inside a text is read as a bracket here",
    ),
    "problem.bracket-in-value.fix": (
        "文号写成〔2018〕，或给整段文字加英文引号",
        "write 〔2018〕, or put the whole text in quotes",
    ),
    "problem.colon-in-value": ("内容中又有一个冒号，无法读取", "the value contains another colon and cannot be read"),
    "problem.colon-in-value.fix": (
        "冒号属于内容的，请给内容加英文引号；属于另一项的，请另起一行或加逗号",
        "if the colon belongs to the value, put the value in quotes; if another field starts here, use a new line or a comma",
    ),
    "problem.tab-indentation": ("缩进用了制表符（Tab）", "the indentation uses a tab"),
    "problem.tab-indentation.fix": ("全文的缩进都改用空格", "indent with spaces, here and in the whole file"),
    "problem.wrong-indentation": (
        "此行的缩进与上下文不一致",
        "the indentation of this line does not match the lines around it",
    ),
    "problem.wrong-indentation.fix": (
        "同一层的各行左边对齐，下一层多缩进两格",
        "align the lines of one level; indent the next level by two spaces",
    ),
    "problem.unclosed-bracket": ("这个“{bracket}”没有配对的“{closing}”", "this {bracket} has no matching {closing}"),
    "problem.unclosed-bracket.fix": ("在这一项末尾补上“{closing}”", "put {closing} at the end of the entry"),
    "problem.stray-bracket": ("此处多一个“{bracket}”", "there is an extra {bracket} here"),
    "problem.stray-bracket.fix": ("删去，或补上前面的括号", "delete it, or add the opening bracket"),
    "problem.wrong-bracket": ("“{bracket}”和前面的“{opening}”不配对", "{bracket} does not match the earlier {opening}"),
    "problem.wrong-bracket.fix": ("括号的开头和结尾用同一种", "open and close with the same kind of bracket"),
    "problem.unclosed-quote": ("此处的引号 {quote} 没有结尾", "this quote {quote} is not closed"),
    "problem.unclosed-quote.fix": ("在文字末尾补上同样的引号", "put the same quote at the end of the text"),
    "problem.text-after-quote": ("引号结束以后还有文字", "there is text after the closing quote"),
    "problem.text-after-quote.fix": (
        "把整段文字放进一对引号；文字里有英文引号的，外面换另一种引号",
        "put the whole text in one pair of quotes; if it contains quotes, use the other kind outside",
    ),
    "problem.text-after-bracket": ("括号结束以后还有文字", "there is text after the closing bracket"),
    "problem.text-after-bracket.fix": ("删去，或者移进括号里", "delete it, or move it into the brackets"),
    "problem.bad-escape": ("双引号里的反斜杠用法有误", "a backslash inside double quotes is not used correctly"),
    "problem.bad-escape.fix": (
        "改用单引号，反斜杠即按普通字符读取",
        "use single quotes; there a backslash is an ordinary character",
    ),
    "problem.reserved-character": ("内容不能以“{char}”开头", "a value cannot start with {char}"),
    "problem.reserved-character.fix": ("给内容加英文引号", "put the value in quotes"),
    "problem.dash-after-key": ("冒号后面不能直接写“- ”", "a list cannot start directly after the colon"),
    "problem.dash-after-key.fix": (
        "列表另起一行写；属于文字的，请加英文引号",
        "start the list on the next line; if this is a text, put it in quotes",
    ),
    "problem.yaml-syntax": ("此处不符合 YAML 的写法（{detail}）", "this is not valid YAML ({detail})"),
    "problem.yaml-syntax.fix": (
        "检查附近的冒号、引号、括号和缩进；不能确定的文字加英文引号",
        "check the colons, quotes, brackets and indentation nearby; put texts in quotes if in doubt",
    ),
}
