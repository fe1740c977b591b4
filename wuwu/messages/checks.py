"""What validate-rubric finds in a rubric that compiles, and how to fix it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.quote-not-in-text": (
        "“{id}”引的“{quote}”不在{item}的原文里",
        "{id} quotes “{quote}”, which is not in the text of {item}",
    ),
    "problem.quote-not-in-text.fix": ("逐字照原文引用", "quote the text exactly as it is"),
    "alike": (
        "两个字看起来一样：原文里是“{text}”，引文里是“{quote}”",
        "two characters look alike: the text has “{text}”, the quote “{quote}”",
    ),
    "problem.quote-ambiguous": (
        "“{id}”引的“{quote}”在{item}的原文里出现了{times}次",
        "{id} quotes “{quote}”, which occurs {times} {times:time|times} in the text of {item}",
    ),
    "problem.quote-ambiguous.fix": (
        "引文取长一些，使其在原文中只出现一次",
        "make the quote longer, so that it occurs only once",
    ),
    "problem.text-left": (
        "{id}的原文有一段没有条款引用：“{fragment}”",
        "no rule of {id} quotes this part of the text: “{fragment}”",
    ),
    "problem.text-left.fix": (
        "由对应的条款引用；确不计分的，写入 unscored 并说明理由",
        "quote it in the rule that it belongs to; if it has no points, add it to unscored with the reason",
    ),
    "problem.words-contradict": (
        "原文“{words}”说的是 {field} {says}，“{id}”写的是 {does}",
        "“{words}” in the text means {field} {says}; {id} has {does}",
    ),
    "problem.words-contradict.fix": ("核对原文，改条款或改引文", "check the text; correct the rule or the quote"),
    "problem.words-against-kind": (
        "原文“{words}”说的是{kinds}一类，“{id}”写的是 {kind}",
        "“{words}” in the text means {kinds}; {id} has the kind {kind}",
    ),
    "problem.words-against-kind.fix": ("核对原文，改 kind 或改引文", "check the text; correct the kind or the quote"),
    "problem.number-not-understood": (
        "“{id}”：没能认出引文“{around}”中的 {number} 指什么，请人工核对",
        "{id}: the meaning of {number} in the quote “{around}” is not recognised; check it yourself",
    ),
    "problem.number-not-understood.fix": (
        "一致的，列入 accepted 并说明理由；不一致的，改条款或引文",
        "if the rule and the text agree, add it to accepted with the reason; otherwise correct the rule or the quote",
    ),
    "problem.unscored-but-quoted": (
        "“{quote}”写在 unscored 里，又被条款引用",
        "“{quote}” is in unscored, but a rule quotes it",
    ),
    "problem.unscored-but-quoted.fix": ("两者只留其一", "keep only one of the two"),
    "problem.stale-acceptance": (
        "“{id}”的“{code}”已不再出现，却仍列在 accepted",
        "{code} at {id} no longer occurs, but is still in accepted",
    ),
    "problem.stale-acceptance.fix": ("从 accepted 删去", "remove it from accepted"),
    "problem.price-not-positive": ("“{id}”的 {field} 不大于0", "{field} of {id} is not above 0"),
    "problem.price-not-positive.fix": (
        "分值写成正数；扣还是加由 kind 决定",
        "write a positive number; the kind decides whether it is added or deducted",
    ),
    "problem.tiers-fall": ("“{id}”级别越高，分值反而不升", "the points of {id} do not increase with the level"),
    "problem.tiers-fall.fix": ("核对各档分值", "check the points of each level"),
    "problem.bands-unordered": ("“{id}”各档没有按高低顺序排列", "the bands of {id} are not in order"),
    "problem.bands-unordered.fix": (
        "从低到高或从高到低排列，每档有自己的界限",
        "order them from low to high or from high to low, each with a bound of its own",
    ),
    "problem.cap-below-bonus": ("“{id}”的上限低于一次的分值", "the cap of {id} is lower than the points of one"),
    "problem.cap-below-bonus.fix": ("核对上限和分值", "check the cap and the points"),
    "problem.best-not-points": (
        "“{id}”的 {field} 最好的一档不是它的分值 points",
        "the best outcome in {field} of {id} is not its points",
    ),
    "problem.best-not-points.fix": (
        "核对最好的一档和 points，使两者相等",
        "check the best outcome and points, and make them equal",
    ),
    "problem.limits-clash": (
        "“{id}”的 {field} 与它的其他限度不能并用，多记一次可能反而少扣",
        "{field} of {id} cannot go with its other limits: one more entry could then cost less",
    ),
    "problem.limits-clash.fix": ("两样只留一样", "keep one of the two"),
    "problem.counts-turn-round": (
        "“{id}”的 {field} 使多记一次反而有利",
        "{field} of {id} would make one more entry work the wrong way",
    ),
    "problem.counts-turn-round.fix": (
        "删去 {field}：次数越多，只能扣得（加得）越多",
        "remove {field}: more entries can only mean more points",
    ),
    "problem.past-target": (
        "“{id}”的 {field} 超过100%，完成了目标任务的也会算进去",
        "{field} of {id} is above 100%, so a target that is met would count, too",
    ),
    "problem.past-target.fix": ("目标任务从100%往下算", "below a target, write at most 100"),
    "problem.cap-idle": (
        "“{id}”的上限不起作用：最多只能得{highest}分",
        "the cap of {id} has no effect: the most it can reach is {highest}",
    ),
    "problem.cap-idle.fix": ("不必改", "nothing to do"),
    "problem.bad-pattern": ("这不是正确的正则表达式（{why}）", "this is not a regular expression ({why})"),
    "problem.bad-pattern.fix": ("改正后再检查", "correct it"),
    "problem.wording-not-read": (
        "本标准不是中文（language: {language}），引文里的数字没有与条款核对",
        "the rubric is not in Chinese (language: {language}); the numbers in its quotes are not compared with the rules",
    ),
    "problem.wording-not-read.fix": ("请逐条人工核对", "compare them yourself"),
    "problem.never-bites": ("“{id}”的 {field} 不起作用", "{field} of {id} can never have an effect"),
    "problem.never-bites.fix": ("删去，或改为能起作用的值", "remove it, or give it a value that has an effect"),
    "problem.deduction-idle": (
        "“{id}”扣不了分：{node}只有{points}分，扣到{floor}分为止",
        "{id} cannot deduct anything: {node} has {points} {points:point|points}, and its floor is {floor}",
    ),
    "problem.deduction-idle.fix": (
        "可以扣成负分的，在{node}写 floor: none（或负数）；否则核对分值",
        "if the score may go below zero, write floor: none (or a negative floor) at {node}; otherwise check the points",
    ),
    "problem.never-reached": ("“{id}”的 {field} 永远达不到", "{field} of {id} can never be reached"),
    "problem.never-reached.fix": (
        "核对数值：一年12个月，百分数不超过100，上限和等次应在可达范围内",
        "check the figure: a year has 12 months, a percentage is at most 100, a cap or grade must be reachable",
    ),
    "problem.always-holds": (
        "“{id}”的 {field} 中有一个条件始终成立",
        "one condition in {field} of {id} is always true",
    ),
    "problem.always-holds.fix": ("核对界限", "check the bound"),
    "problem.scope-without-part": (
        "“{id}”写了 zeroes: part，而所在的行没有分项",
        "{id} has zeroes: part, but its row has no parts",
    ),
    "problem.scope-without-part.fix": ("写成 zeroes: item", "write zeroes: item"),
    "problem.bounds-crossed": (
        "“{id}”的下限{floor}高过了它能得的{points}分",
        "the floor of {id}, {floor}, is above the {points} {points:point|points} it can reach",
    ),
    "problem.bounds-crossed.fix": ("核对下限和上限", "check the floor and the cap"),
    "problem.grades-unordered": (
        "等次“{name}”的分数线不低于前一等次",
        "the grade {name} is not lower than the one before it",
    ),
    "problem.grades-unordered.fix": ("等次从高到低排列", "order the grades from high to low"),
    "problem.measure-idle": ("没有条款用到“{id}”的数据", "no rule uses {id}"),
    "problem.measure-idle.fix": ("删去，或在条款中引用", "remove it, or use it in a rule"),
    "problem.rule-without-quote": ("“{id}”没有引用原文", "{id} quotes no part of the text"),
    "problem.rule-without-quote.fix": ("引用其依据的原文", "quote the part of the text that it is based on"),
    "problem.floor-idle": (
        "“{id}”写了扣分不设下限，但没有可扣的分",
        "{id} has floor: none, but nothing can be deducted",
    ),
    "problem.floor-idle.fix": ("删去 floor: none", "remove floor: none"),
    "problem.at-most-over-part": (
        "“{id}”酌情最多扣{at_most}分，超过了分值{points}",
        "{id} may deduct {at_most} {at_most:point|points} at discretion, but the part has only {points}",
    ),
    "problem.at-most-over-part.fix": ("最多写到该分项的分值", "write at most the points of the part"),
    "problem.no-moving-example": ("“{id}”没有改变得分的算例", "no example of {id} changes the points"),
    "problem.no-moving-example.fix": ("补充一个得分或扣分的算例", "add an example that earns or loses points"),
    "problem.no-boundary-example": (
        "“{id}”没有边界上的算例，边界情形有：{branches}",
        "no example of {id} is at a boundary; the boundaries are: {branches}",
    ),
    "problem.no-boundary-example.fix": (
        "补充一个刚好不计、登记有误或触及上下限的算例",
        "add an example that just does not count, is refused, or reaches a bound",
    ),
    "problem.branch-untested": ("“{id}”以下情形没有算例：{branches}", "{id} has no example for: {branches}"),
    "problem.branch-untested.fix": ("每种情形各补充一个算例", "add an example for each"),
    # what an example of a rule can come to
    "problem.example-fails": (
        "“{id}”的算例写明{says}，实际算出{got}",
        "the example of {id} says {says}; the result is {got}",
    ),
    "example.scores": ("得{points}", "{points} {points:point|points}"),
    "example.loses": ("扣{points}", "-{points} {points:point|points}"),
    "example.part": ("本分项{points}", "part {points}"),
    "example.no-part": ("没有分项", "no part"),
    "example.item": ("本行{points}", "row {points}"),
    "example.dimension": ("本项目{points}", "dimension {points}"),
    "example.vetoed": ("一票否决", "vetoed"),
    "example.not-vetoed": ("不否决", "not vetoed"),
    "example.refused": ("登记有误（{codes}）", "refused ({codes})"),
    "example.holds": ("登记无误", "accepted"),
    "problem.example-fails.fix": (
        "核对算例和条款，两者必有一处有误",
        "check the example and the rule: one of them is wrong",
    ),
    "problem.example-refused": ("“{id}”的算例有误：{why}", "the example of {id} is not valid: {why}"),
    "problem.example-refused.fix": ("核对算例的字段", "check the fields of the example"),
    "problem.reading-names-nothing": (
        "口径{id}涉及的“{clause}”不存在",
        "the reading {id} names {clause}, but there is no such id",
    ),
    "problem.reading-names-nothing.fix": ("核对编号", "check the id"),
    "problem.alternative-idle": (
        "口径{id}的备选“{alternative}”没有改动：{fields}",
        "the alternative “{alternative}” of {id} changes nothing in: {fields}",
    ),
    "problem.alternative-idle.fix": (
        "核对 patch：写与现在不同的值，或者删去",
        "check the patch: write a value that differs from the present one, or remove the field",
    ),
    "problem.alternative-empty": (
        "口径{id}的备选“{alternative}”既没有 words，也没有 patch",
        "the alternative “{alternative}” of {id} has neither words nor a patch",
    ),
    "problem.alternative-empty.fix": ("写明备选口径的含义", "write in words what it means"),
    **{
        f"problem.{fact}-not-in-text{suffix}": words
        for fact in (
            *(
                "points",
                "cap",
                "step",
                "at-least",
                "at-most",
                "below",
                "required",
                "upheld",
                "level",
                "subject",
                "once",
            ),
            *("times", "body", "unit", "counted"),
        )
        for suffix, words in (
            (
                "",
                (
                    "“{id}”：没能从引文“{quote}”中认出 {field}: {does}，请人工核对",
                    "{id}: {field}: {does} is not recognised in the quote “{quote}”; check it yourself",
                ),
            ),
            (
                ".fix",
                (
                    "一致的，列入 accepted 并说明理由；不一致的，改条款或引文",
                    "if they agree, add it to accepted with the reason; otherwise correct the rule or the quote",
                ),
            ),
        )
    },
    "problem.floor-not-in-text": (
        "“{id}”：没能从引文中认出 {field}: {does}，请人工核对",
        "{id}: {field}: {does} is not recognised in its quotes; check it yourself",
    ),
    "problem.floor-not-in-text.fix": (
        "一致的，或按口径处理的，列入 accepted 并说明理由；不一致的，改下限或引文",
        "if they agree, or a reading decides it, add it to accepted with the reason; otherwise correct the floor or the quote",
    ),
    "cli.validate-rubric.about": (
        "检查评分标准：原文是否逐字有条款对应、文字与数字是否一致、各级分值是否相符、算例结果是否一致。不指定文件时检查自带的标准。",
        "Check rubrics: a rule for every word of the text, words and numbers agree, points add up, examples give their results. Without a file, check the bundled ones.",
    ),
    "cli.validate-rubric.files": (
        "评分标准文件，或自带标准的编号（可带年度：shizhi@2018）",
        "rubric files, or ids of bundled ones (also with the year: shizhi@2018)",
    ),
    "cli.validate-rubric.accept-examples": (
        "算例写明的结果与计算结果不一致的，按计算结果改写，其他内容不变；改后请逐条核对",
        "rewrite the expected figures of examples that come out differently, and nothing else; then review the changes",
    ),
    "cli.validate-rubric.accepted": (
        "{file}：已改写算例中的 {count} 个数字。",
        "{file}: {count} {count:figure|figures} of examples rewritten.",
    ),
    "cli.validate-rubric.strict": ("有提醒也按不通过处理", "warnings count as failures"),
    "findings.file": ("{file}：", "{file}:"),
    "findings.none": ("已检查{count}个文件，没有问题。", "{count} {count:file|files} checked, no problems."),
    "checks.coverage": (
        "原文{total}字、{all_sentences}句：条款引用{quoted}字、{quoted_sentences}句，注明不计分{unscored}字、{unscored_sentences}句，尚无对应{left}字、{left_sentences}句",
        "text: {total} {total:character|characters} in {all_sentences} {all_sentences:sentence|sentences}; quoted {quoted} in {quoted_sentences}, marked as not scored {unscored} in {unscored_sentences}, left {left} in {left_sentences}",
    ),
    "checks.exercise": (
        "算例{examples}个：{moved}，{came}",
        "{examples} {examples:example|examples}: {moved}, {came}",
    ),
    "checks.moved": (
        "{rules}个条款中{moving}个有改变得分的验算",
        "{moving} of {rules} {rules:rule|rules} shown to change the points",
    ),
    "checks.moved.all": ("{rules}个条款都有验算", "{rules} {rules:rule|rules}, each shown to change the points"),
    "checks.came": ("{branches}种情形已覆盖{taken}种", "{taken} of {branches} {branches:branch|branches} covered"),
    "checks.came.all": ("{branches}种情形全部覆盖", "all {branches} {branches:branch|branches} covered"),
    "checks.readings": (
        "口径{readings}条，待确认{unconfirmed}条；待补充的清单{lists}份；已接受的问题{accepted}个",
        "{readings} {readings:reading|readings}, {unconfirmed} not confirmed; {lists} {lists:list|lists} not available yet; {accepted} {accepted:finding|findings} accepted",
    ),
}
