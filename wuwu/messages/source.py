"""The words of the readers: files that cannot be read, encodings, and faults of YAML."""

MESSAGES = {
    # reading
    "problem.empty-path": ("路径是空的", "the path is empty"),
    "problem.empty-path.mend": (
        "写出文件或文件夹的名字；路径若由变量给出，看看变量有没有设",
        "name a file or a folder; if a variable gives the path, see whether it is set",
    ),
    "problem.empty-folder": ("文件夹里没有台账，跳过", "there is no log in this folder: passed over"),
    "problem.empty-folder.mend": (
        "核对是不是这个文件夹；台账的文件名要以 .yaml 或 .yml 结尾",
        "check that this is the folder; the names of logs end in .yaml or .yml",
    ),
    "refusal.access": ("没有权限，或者正被别的程序占用", "no permission, or another program holds it"),
    "refusal.loop": ("链接绕成了圈", "the link leads back to itself"),
    "refusal.long-name": ("名字太长", "the name is too long"),
    "refusal.not-a-folder": ("路径中间的一段是文件，不是文件夹", "a part of the path is a file and not a folder"),
    "refusal.damaged": ("磁盘读写出错", "the disk reports an error"),
    "refusal.closed": ("没有打开", "it is not open"),
    "refusal.busy": ("正被别的程序占用", "another program holds it"),
    "refusal.read-only": ("所在的磁盘只能读", "the disk is read-only"),
    "refusal.too-many": ("同时打开的文件太多", "too many files are open"),
    "refusal.odd-name": ("名字里有系统不允许的字符", "the name holds what the system does not allow"),
    "refusal.far": ("网络上的文件夹没有回应", "the network folder does not answer"),
    "refusal.full": ("磁盘已满，或者超过了配额", "the disk or the quota is full"),
    "refusal.no-device": (
        "那里没有设备，或者另一头没有程序在听",
        "there is no device, or nothing listens at its other end",
    ),
    "refusal.no-memory": ("内存不够", "the memory does not suffice"),
    "refusal.no-place": ("这个地方不能新建文件", "no file can be made in this place"),
    "refusal.too-large": ("文件大小超过了系统的限制", "the file would be larger than the system allows"),
    "problem.missing-file": ("找不到这个文件", "there is no such file"),
    "problem.missing-file.mend": ("请检查文件名和所在的文件夹", "check the name and the folder"),
    "problem.is-folder": ("这里要的是一个文件，给的却是文件夹", "this is a folder, and a file is needed"),
    "problem.is-folder.mend": ("请写出文件夹里的那个文件", "name the file inside the folder"),
    "problem.special-file": (
        "这不是普通文件（是管道或设备），不能读",
        "this is a pipe or a device, not a regular file",
    ),
    "problem.special-file.mend": (
        "请先存成文件，或者用 - 从标准输入读",
        "save it to a file first, or read standard input with -",
    ),
    "problem.unreadable-file": ("文件读不了：{reason}", "the file cannot be read: {reason}"),
    "problem.unreadable-file.mend": (
        "请检查有没有打开它的权限，是否正被别的程序占用",
        "check that you may open it and that no other program holds it",
    ),
    "problem.file-too-large": ("文件超过 {limit} MiB，不读", "the file is over {limit} MiB and is not read"),
    "problem.file-too-large.mend": (
        "一份台账只记一个单位一年的事项，请检查是不是拿错了文件",
        "a log holds one unit's year; check that this is the right file",
    ),
    "problem.no-git": (
        "这里用不了 git：没有安装，或者不在 git 仓库里",
        "git is not installed, or this is not a git repository",
    ),
    "problem.no-git.mend": (
        "请在仓库的文件夹里运行，或者直接给出两个文件",
        "run this inside the repository, or name two files instead",
    ),
    "problem.unknown-revision": ("git 里没有“{revision}”这个版本", "git knows no revision {revision}"),
    "problem.unknown-revision.mend": (
        "写成 版本:路径，例如 HEAD~1:rubrics/a.yaml；用 git log 查看有哪些版本",
        "write REV:path, as in HEAD~1:rubrics/a.yaml; git log lists the revisions",
    ),
    "problem.not-in-revision": ("版本“{revision}”里没有文件“{path}”", "revision {revision} has no file {path}"),
    "problem.not-in-revision.mend": (
        "路径从仓库的最上层写起；从当前文件夹写起要加 ./",
        "write the path from the top of the repository, or from the current folder after ./",
    ),
    "problem.office-file": (
        "这是表格或文档（Excel、Word、WPS、CSV、PDF 一类的文件），不是 YAML 文本",
        "this is a table or a document (of Excel, Word, WPS, CSV, PDF or the like) and no YAML text",
    ),
    "problem.office-file.mend": (
        "台账和评分标准都是用文本编辑器写的 .yaml 文件；台账每件事一行，写法见 docs/log-format.md",
        "logs and rubrics are .yaml files written in a text editor, a log with one line an entry: see docs/log-format.md",
    ),
    # encodings
    "problem.not-utf8": ("文件不是 UTF-8，已按 {encoding} 读取", "the file is not UTF-8; it was read as {encoding}"),
    "problem.not-utf8.mend": ("不影响结果；另存为 UTF-8 更稳妥", "nothing is lost, but UTF-8 is safer"),
    "problem.bad-encoding": (
        "字节 {byte} 不是 {encoding} 文字，从这里起读不出来",
        "the byte {byte} is not {encoding} text; nothing can be read from here on",
    ),
    "problem.bad-encoding.mend": (
        "请用编辑器打开，确认内容没有损坏，再另存为 UTF-8",
        "open it in an editor, check the text and save it as UTF-8",
    ),
    "problem.control-character": (
        "这里有看不见的控制字符 {char}（全文共 {count} 个）",
        "an invisible control character {char} stands here ({count} in the whole text)",
    ),
    "problem.control-character.mend": (
        "请删掉它；如果到处都是，文件可能已损坏，或者根本不是文本",
        "delete it; if they are everywhere, the file is damaged or is not text",
    ),
    # structure
    "problem.empty-file": ("文件是空的", "the file is empty"),
    "problem.empty-file.mend": (
        "请检查是不是忘了保存，或者拿错了文件",
        "check that it was saved and is the right file",
    ),
    "problem.several-documents": (
        "一个文件里只能有一份内容，从这里又开始了第二份",
        "a file holds one document, and a second one starts here",
    ),
    "problem.several-documents.mend": (
        "每份内容存成一个文件；其实是同一份的，删掉重复的部分和分隔的 --- 或 ...",
        "save each in a file of its own; if it is one document, delete what is doubled and the --- or ... between",
    ),
    "problem.too-deep": ("内容套得太深，超过 {limit} 层", "the nesting is deeper than {limit} levels"),
    "problem.too-deep.mend": ("请检查括号和缩进是不是写多了", "check for surplus brackets or indentation"),
    "problem.duplicate-key": (
        "“{key}”写了两次，第一次在第 {first_line} 行",
        "{key} is given twice, first on line {first_line}",
    ),
    "problem.duplicate-key.mend": ("只留一个", "keep only one"),
    "problem.complex-key": ("名称只能是一段文字，不能是列表或映射", "a key must be a text, not a list or a mapping"),
    "problem.complex-key.mend": (
        "去掉问号或括号，写成“名称: 内容”；如果这是一段文字，请加英文引号",
        "write `name: value` without ? or brackets; if this is a text, put it in quotes",
    ),
    "problem.empty-key": ("冒号前面没有名称", "there is no key before the colon"),
    "problem.empty-key.mend": ("在冒号前面写上名称", "write the key before the colon"),
    "problem.key-without-colon": ("“{key}”后面没有冒号和内容", "{key} has no colon and no value"),
    "problem.key-without-colon.mend": (
        "写成“{key}: 内容”；如果它是前一段文字里逗号后面的部分，请给整段文字加英文引号",
        "write `{key}: value`; if it continues the text before the comma, put the whole text in quotes",
    ),
    "problem.thousands-comma": ("数字里不能写千分位逗号", "a number takes no thousands comma"),
    "problem.thousands-comma.mend": ("去掉逗号", "take the comma out"),
    "problem.anchor": ("不能用锚点（& 开头）", "anchors (&) are not allowed"),
    "problem.anchor.mend": (
        "把内容直接写出来；如果这是一段文字，请加英文引号",
        "write the value out; if this is a text, put it in quotes",
    ),
    "problem.alias": ("不能用引用（* 开头）", "aliases (*) are not allowed"),
    "problem.alias.mend": (
        "把内容直接写出来；如果这是一段文字，请加英文引号",
        "write the value out; if this is a text, put it in quotes",
    ),
    "problem.tag": ("不能用类型标签（! 开头）", "tags (!) are not allowed"),
    "problem.tag.mend": ("删掉它；如果这是一段文字，请加英文引号", "delete it; if this is a text, put it in quotes"),
    "problem.directive": ("不能用 {directive} 这样的指令行", "a directive such as {directive} is not allowed"),
    "problem.directive.mend": (
        "删掉这一行，下面的 --- 也可以删掉；台账和评分标准一律按 YAML 1.2 读",
        "delete the line, and the --- below it if you like; every file is read as YAML 1.2",
    ),
    # full-width punctuation and blanks
    "problem.full-width-colon": ("“{key}”后面用了全角冒号“：”", "a full-width colon ： stands after {key}"),
    "problem.full-width-colon.mend": (
        "改成英文冒号加一个空格“: ”；如果这是一段文字，请给整段文字加英文引号",
        "write an ASCII colon and a blank `: `; if this is a text, put all of it in quotes",
    ),
    "problem.full-width-comma": ("两项之间用了全角逗号“，”", "a full-width comma ， stands between two fields"),
    "problem.full-width-comma.mend": ("改成英文逗号加一个空格“, ”", "write an ASCII comma and a blank `, `"),
    "problem.full-width-blank": (
        "这里的空格是全角空格（或不换行空格）",
        "the blank here is a full-width or no-break one",
    ),
    "problem.full-width-blank.mend": ("改成英文空格", "write an ordinary blank"),
    "problem.full-width-bracket": ("“{bracket}”不是这里要用的括号", "{bracket} is not the bracket that belongs here"),
    "problem.full-width-bracket.mend": (
        "改成英文括号：一组字段用 {{ }}，列表用 [ ]",
        "write the ASCII bracket: {{ }} around fields, [ ] around a list",
    ),
    "problem.suspicious-comma": (
        "全角逗号“，”后面像是另一项，现在被当成文字的一部分",
        "what follows the full-width comma ， looks like a field, but is read as part of the text",
    ),
    "problem.suspicious-comma.mend": (
        "如果是另一项，改成英文逗号；如果确实是文字，请加英文引号",
        "write an ASCII comma if it is a field, or put the text in quotes",
    ),
    "problem.suspicious-colon": (
        "全角冒号“：”前面像是一个名称，现在整个被当成文字",
        "what precedes the full-width colon ： looks like a key, but all of it is read as text",
    ),
    "problem.suspicious-colon.mend": (
        "如果是名称，改成英文冒号加一个空格；如果确实是文字，请加英文引号",
        "write an ASCII colon and a blank if it is a key, or put the text in quotes",
    ),
    # slips of syntax
    "problem.missing-blank": ("“{key}”后面的冒号缺一个空格", "the colon after {key} needs a blank"),
    "problem.missing-blank.mend": (
        "在冒号后面加一个空格；如果这是一段文字，请给整段文字加英文引号",
        "put a blank after the colon; if this is a text, put all of it in quotes",
    ),
    "problem.missing-blank-after-dash": ("“-”后面缺一个空格", "a blank is missing after “-”"),
    "problem.missing-blank-after-dash.mend": (
        "在“-”后面加一个空格，再写内容",
        "put a blank after it, and then the value",
    ),
    "problem.mistaken-dash": ("一项开头的“{dash}”不是英文减号", "the {dash} at the head of this entry is no ASCII “-”"),
    "problem.mistaken-dash.mend": ("改成英文减号加一个空格“- ”", "write “-” and a blank"),
    "problem.missing-dash": ("这里像是新的一项，前面缺“- ”", "this looks like another entry, and its “- ” is missing"),
    "problem.missing-dash.mend": (
        "在前面加上“- ”，与上下各项对齐",
        "put “- ” before it, aligned with the other entries",
    ),
    "problem.equals-sign": ("“{key}”后面用了等号", "an equals sign stands after {key}"),
    "problem.equals-sign.mend": ("改成英文冒号加一个空格“: ”", "write a colon and a blank `: `"),
    "problem.hash-in-value": (
        "“#”前面有空格，从这里到行末都当作注释，没有读进来",
        "a # after a blank begins a remark: nothing from here to the end of the line is read",
    ),
    "problem.hash-in-value.mend": (
        "如果是内容的一部分，给整段内容加英文引号；如果是注释，放在这一项的末尾，“#”后面空一格",
        "if it belongs to the value, put all of it in quotes; if it is a remark, put it behind the entry, with a blank after the #",
    ),
    "problem.missing-colon": ("这一行没有冒号", "this line has no colon"),
    "problem.missing-colon.mend": (
        "写成“名称: 内容”；如果它接着上一行的文字，请比上一行多缩进",
        "write `name: value`; if it continues the text above, indent it further",
    ),
    "problem.missing-comma": ("这一项前面缺一个逗号", "a comma is missing before this field"),
    "problem.missing-comma.mend": (
        "在前一项后面加英文逗号；如果这是一段文字，请给整段文字加英文引号",
        "put an ASCII comma after the field before; if this is a text, put all of it in quotes",
    ),
    "problem.stray-comma": ("这里多出一个逗号", "there is a surplus comma here"),
    "problem.stray-comma.mend": ("删掉它，或者写上漏掉的内容", "delete it, or write what is missing"),
    "problem.bracket-in-value": (
        "文字里有方括号或花括号“{bracket}”，在这里有别的意思",
        "a {bracket} inside a text means something else here",
    ),
    "problem.bracket-in-value.mend": (
        "文号写成〔2018〕，或者给整段文字加英文引号",
        "write 〔2018〕, or put the whole text into quotes",
    ),
    "problem.colon-in-value": ("内容里又有一个冒号，读不懂", "the value holds another colon, which cannot be read"),
    "problem.colon-in-value.mend": (
        "如果冒号是内容的一部分，请给内容加英文引号；如果是另一项，请另起一行或加逗号",
        "put the value in quotes if the colon belongs to it; else start a new line or put a comma",
    ),
    "problem.tab-indentation": ("缩进用了制表符（Tab）", "the indentation uses a tab"),
    "problem.tab-indentation.mend": ("全文的缩进都改用空格", "indent with blanks, here and everywhere in the file"),
    "problem.wrong-indentation": ("这一行的缩进和上下文对不齐", "the indentation of this line fits nothing around it"),
    "problem.wrong-indentation.mend": (
        "同一层的各行左边要对齐，下一层多缩进两格",
        "align the lines of one level, and indent the next level by two blanks",
    ),
    "problem.unclosed-bracket": ("这个“{bracket}”没有配对的“{closing}”", "this {bracket} has no matching {closing}"),
    "problem.unclosed-bracket.mend": ("在这一项末尾补上“{closing}”", "put {closing} at the end of the entry"),
    "problem.stray-bracket": ("这里多出一个“{bracket}”", "there is a surplus {bracket} here"),
    "problem.stray-bracket.mend": ("删掉它，或者补上前面的括号", "delete it, or add the bracket that opens it"),
    "problem.wrong-bracket": ("“{bracket}”和前面的“{opening}”不配对", "{bracket} does not match the {opening} before"),
    "problem.wrong-bracket.mend": ("用同一种括号开头和结尾", "open and close with the same kind of bracket"),
    "problem.unclosed-quote": ("这个引号 {quote} 没有结尾", "this quote {quote} is never closed"),
    "problem.unclosed-quote.mend": ("在文字末尾补上同样的引号", "put the same quote at the end of the text"),
    "problem.text-after-quote": ("引号结束以后还有文字", "there is text after the closing quote"),
    "problem.text-after-quote.mend": (
        "把整段文字放进一对引号；文字里有英文引号时，外面换另一种引号",
        "put the whole text in one pair of quotes, of the other kind if it holds quotes itself",
    ),
    "problem.text-after-bracket": ("括号结束以后还有文字", "there is text after the closing bracket"),
    "problem.text-after-bracket.mend": ("删掉它，或者移进括号里", "delete it, or move it into the brackets"),
    "problem.bad-escape": ("双引号里的反斜杠用法不对", "a backslash inside double quotes is misused"),
    "problem.bad-escape.mend": ("改用单引号，反斜杠就是普通字符", "use single quotes, where a backslash is plain text"),
    "problem.reserved-character": ("内容不能以“{char}”开头", "a value cannot begin with {char}"),
    "problem.reserved-character.mend": ("给内容加英文引号", "put the value in quotes"),
    "problem.dash-after-key": ("冒号后面不能接着写“- ”", "a list cannot start right after the colon"),
    "problem.dash-after-key.mend": (
        "列表另起一行写；如果这是一段文字，请加英文引号",
        "start the list on the next line; if this is a text, put it in quotes",
    ),
    "problem.yaml-syntax": ("这里不合 YAML 的写法（{detail}）", "this is not proper YAML ({detail})"),
    "problem.yaml-syntax.mend": (
        "检查附近的冒号、引号、括号和缩进；拿不准的文字加英文引号",
        "check the colons, quotes, brackets and indentation nearby; quote any text in doubt",
    ),
}
