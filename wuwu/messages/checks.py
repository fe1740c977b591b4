"""What validate-rubric finds in a rubric that compiles, and how to mend it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.quote-not-in-text": (
        "“{id}”引的“{quote}”不在{item}的原文里",
        "{id} quotes “{quote}”, which is not in the text of {item}",
    ),
    "problem.quote-not-in-text.mend": ("一字不差地照原文引用", "quote the text letter by letter"),
    "alike": (
        "两个字看起来一样：原文里是“{text}”，引文里是“{quote}”",
        "two characters look alike: the text has “{text}”, the quote “{quote}”",
    ),
    "problem.quote-ambiguous": (
        "“{id}”引的“{quote}”在{item}的原文里出现了{times}次",
        "{id} quotes “{quote}”, which stands {times} {times:time|times} in {item}",
    ),
    "problem.quote-ambiguous.mend": ("引长一些，使它只出现一次", "make the quote longer, so that it stands there once"),
    "problem.text-left": (
        "{id}的原文有一段没有条款引用：“{fragment}”",
        "no rule of {id} quotes this part of the text: “{fragment}”",
    ),
    "problem.text-left.mend": (
        "由对应的条款引用；确实不计分的，写进 unscored 并说明理由",
        "let the rule it belongs to quote it; where it carries no points, put it under unscored with the reason",
    ),
    "problem.words-contradict": (
        "原文“{words}”说的是 {field} {says}，“{id}”写的是 {does}",
        "“{words}” says {field} {says}, {id} says {does}",
    ),
    "problem.words-contradict.mend": ("核对原文，改条款或改引文", "check the text; mend the rule or the quote"),
    "problem.words-against-kind": (
        "原文“{words}”说的是{kinds}一类，“{id}”写的是 {kind}",
        "“{words}” is said of {kinds}, and {id} is a {kind}",
    ),
    "problem.words-against-kind.mend": ("核对原文，改 kind 或改引文", "check the text; mend the kind or the quote"),
    "problem.number-not-understood": (
        "“{id}”：没能认出引文“{around}”中的 {number} 指什么，请人工核对",
        "{id}: could not tell what {number} means in the quote “{around}”; check by eye",
    ),
    "problem.number-not-understood.mend": (
        "一致的，列入 accepted 并说明理由；不一致的，改条款或引文",
        "if the rule agrees with it, accept the finding with a reason; else mend the rule or the quote",
    ),
    "problem.unscored-but-quoted": (
        "“{quote}”写在 unscored 里，又被条款引用",
        "“{quote}” is marked as unscored, and a rule quotes it",
    ),
    "problem.unscored-but-quoted.mend": ("两者只留其一", "keep the one or the other"),
    "problem.stale-acceptance": (
        "“{id}”的“{code}”已不再出现，却仍列在 accepted",
        "{code} at {id} no longer occurs but is still accepted",
    ),
    "problem.stale-acceptance.mend": ("从 accepted 删去", "take it out of accepted"),
    "problem.price-not-positive": ("“{id}”的 {field} 不大于0", "{field} of {id} is not above 0"),
    "problem.price-not-positive.mend": (
        "分值写成正数；扣还是加由 kind 决定",
        "write it as a positive number: the kind says which way it moves",
    ),
    "problem.tiers-fall": ("“{id}”级别越高，分值反而不升", "the points of {id} do not rise with the level"),
    "problem.tiers-fall.mend": ("核对各档分值", "check the points of each tier"),
    "problem.bands-unordered": ("“{id}”各档没有从低到高排列", "the bands of {id} are not in rising order"),
    "problem.bands-unordered.mend": ("从低到高排列，每档只写一个界限", "order them from low to high, one bound each"),
    "problem.cap-below-bonus": ("“{id}”的上限低于一次加分", "the cap of {id} is below a single bonus"),
    "problem.cap-below-bonus.mend": ("核对上限和分值", "check the cap and the points"),
    "problem.never-bites": ("“{id}”的 {field} 起不了作用", "{field} of {id} can never take effect"),
    "problem.never-bites.mend": ("删去它，或改成能起作用的值", "take it out, or give it a value that can"),
    "problem.deduction-idle": (
        "“{id}”扣不了分：{node}只有{points}分，扣到{floor}分为止",
        "{id} cannot take anything off: {node} has {points} {points:point|points}, and its floor is {floor}",
    ),
    "problem.deduction-idle.mend": (
        "可以扣成负分的，在{node}写 floor: none；否则核对分值",
        "if it may go below zero, write floor: none at {node}; else check the points",
    ),
    "problem.never-reached": ("“{id}”的 {field} 永远达不到", "{field} of {id} can never be reached"),
    "problem.never-reached.mend": (
        "核对数值：一年12个月，百分数到100为止，上限和等次要够得着",
        "check the figure: a year has 12 months, a share ends at 100, a cap or a grade has to be within reach",
    ),
    "problem.always-holds": ("“{id}”的 {field} 里有个条件总是成立", "a condition in {field} of {id} always holds"),
    "problem.always-holds.mend": ("核对界限", "check its bound"),
    "problem.scope-without-part": (
        "“{id}”写了 zeroes: part，而所在的行没有分项",
        "{id} zeroes a part, and its row has none",
    ),
    "problem.scope-without-part.mend": ("写成 zeroes: item", "write zeroes: item"),
    "problem.bounds-crossed": (
        "“{id}”的下限{floor}高过了它能得的{points}分",
        "the floor of {id}, {floor}, lies above the {points} {points:point|points} it can come to",
    ),
    "problem.bounds-crossed.mend": ("核对下限和上限", "check floor and cap"),
    "problem.grades-unordered": ("等次“{name}”没有排在更低的分数上", "the grade {name} is not below the one before it"),
    "problem.grades-unordered.mend": ("等次从高到低排列", "order the grades from high to low"),
    "problem.measure-idle": ("没有条款用到“{id}”的数据", "no rule makes use of {id}"),
    "problem.measure-idle.mend": ("删去它，或在条款里引用它", "take it out, or let a rule look at it"),
    "problem.rule-without-quote": ("“{id}”没有引用原文", "{id} quotes nothing of the text"),
    "problem.rule-without-quote.mend": ("引用它依据的那一段", "quote the part it rests on"),
    "problem.floor-idle": ("“{id}”写了扣分不设下限，却没有可扣的分", "{id} has no floor, and nothing to deduct either"),
    "problem.floor-idle.mend": ("删去 floor: none", "take out floor: none"),
    "problem.at-most-over-part": (
        "“{id}”酌情最多扣{at_most}分，超过了分值{points}",
        "{id} may take {at_most} {at_most:point|points} off a part of {points}",
    ),
    "problem.at-most-over-part.mend": ("最多写到该分项的分值", "write at most the points of the part"),
    "problem.no-moving-example": ("“{id}”没有一个算例会动分", "no example of {id} moves points"),
    "problem.no-moving-example.mend": ("补一个得分或扣分的算例", "add one that does"),
    "problem.no-boundary-example": (
        "“{id}”没有边界上的算例，边界有：{branches}",
        "no example of {id} stands at a boundary; there are: {branches}",
    ),
    "problem.no-boundary-example.mend": (
        "补一个刚好不计、刚好不成立或触到上下限的算例",
        "add one that just fails, is refused, or meets a bound",
    ),
    "problem.branch-untested": ("“{id}”还有情形没有算例：{branches}", "no example of {id} comes to: {branches}"),
    "problem.branch-untested.mend": ("每种情形各补一个算例", "add one for each"),
    # what an example of a rule can come to
    "branch.at-level": ("正好达到起计级别", "exactly the level from which it counts"),
    "branch.below-level": ("级别不够", "a level too low"),
    "branch.pending": ("待查", "pending"),
    "branch.dismissed": ("不属实", "dismissed"),
    "branch.wrong-body": ("由别的单位查实", "verified by another body"),
    "branch.price": ("“{of}”的分值", "the price of {of}"),
    "branch.priced": ("按分值计", "the price"),
    "branch.unpriced-level": ("没有分值的级别", "a level without a price"),
    "branch.highest": ("同一内容取最高", "the highest of one subject"),
    "branch.times": ("超过最多次数", "more often than counts"),
    "branch.once_per_word": ("同一种类只计一次", "a kind that counts once"),
    "branch.cap": ("到顶", "the cap"),
    "branch.met": ("符合", "met"),
    "branch.unmet": ("不符合", "unmet"),
    "branch.open": ("未评定", "unassessed"),
    "branch.missing": ("次数不足", "too few"),
    "branch.none-missing": ("次数足够", "as many as required"),
    "branch.whole-step": ("整步", "a whole step"),
    "branch.started-step": ("不满一步", "a step not filled"),
    "branch.band": ("正好在第{of}档的界上", "exactly at the bound of band {of}"),
    "branch.no-band": ("不到最低一档", "below the lowest band"),
    "branch.at-most": ("正好等于最多可扣的分", "exactly the most that may be taken"),
    "branch.refused": ("超过最多可扣的分", "more than may be taken"),
    "branch.void": ("不计分", "void"),
    "branch.vetoed": ("一票否决", "vetoed"),
    "branch.condition-at": ("正好在第{of}个条件的界上", "exactly at the bound of condition {of}"),
    "branch.condition-off": ("不在第{of}个条件的界上", "off the bound of condition {of}"),
    "branch.floor": ("扣完为止", "the floor"),
    "branch.below-zero": ("扣到零分以下", "below zero"),
    "problem.example-fails": (
        "“{id}”的算例写{says}；算出{got}",
        "the example of {id} says {says}; the rubric makes it {got}",
    ),
    "example.scores": ("得{points}", "{points} {points:point|points}"),
    "example.loses": ("扣{points}", "-{points} {points:point|points}"),
    "example.part": ("本分项{points}", "part {points}"),
    "example.no-part": ("没有分项", "no part"),
    "example.item": ("本行{points}", "row {points}"),
    "example.dimension": ("本项目{points}", "dimension {points}"),
    "example.vetoed": ("一票否决", "vetoed"),
    "example.not-vetoed": ("不否决", "not vetoed"),
    "example.refused": ("台账有误（{codes}）", "refused ({codes})"),
    "example.holds": ("台账无误", "accepted"),
    "problem.example-fails.mend": (
        "核对算例和条款，两者必有一错",
        "check the example and the rule: one of them is wrong",
    ),
    "problem.example-refused": ("“{id}”的算例本身不成立：{why}", "the example of {id} does not hold: {why}"),
    "problem.example-refused.mend": ("核对算例的字段", "check the fields of the example"),
    "problem.reading-names-nothing": (
        "口径{id}涉及的“{clause}”不存在",
        "the reading {id} concerns {clause}, and there is no such id",
    ),
    "problem.reading-names-nothing.mend": ("核对编号", "check the id"),
    "problem.alternative-idle": (
        "口径{id}的备选“{alternative}”什么也没改",
        "alternative “{alternative}” of {id} changes nothing",
    ),
    "problem.alternative-idle.mend": ("核对 patch", "check the patch"),
    "problem.alternative-empty": (
        "口径{id}的备选“{alternative}”既没有 words，也没有 patch",
        "alternative “{alternative}” of {id} has neither words nor a patch",
    ),
    "problem.alternative-empty.mend": ("写明这样读是什么意思", "say what it would mean to read it so"),
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
                    "{id}: could not find {field}: {does} in the quote “{quote}”; check by eye",
                ),
            ),
            (
                ".mend",
                (
                    "一致的，列入 accepted 并说明理由；不一致的，改条款或引文",
                    "if they agree, accept the finding with a reason; else mend the rule or the quote",
                ),
            ),
        )
    },
    "problem.floor-not-in-text": (
        "“{id}”：没能从引文中认出 {field}: {does}，请人工核对",
        "{id}: could not find {field}: {does} in its quotes; check by eye",
    ),
    "problem.floor-not-in-text.mend": (
        "一致的，或按口径处理的，列入 accepted 并说明理由；不一致的，改下限或引文",
        "if they agree, or a reading decides it, accept the finding with a reason; else mend the floor or the quote",
    ),
    "cli.validate-rubric.about": (
        "检查评分标准：原文是否逐字有着落、文字与数字是否一致、分值是否加得起来、算例是否算得出。不写文件时检查自带的标准。",
        "Check rubrics: every word of the text accounted for, words and numbers in agreement, points adding up, examples "
        "coming out. Without a file, the bundled ones.",
    ),
    "cli.validate-rubric.files": (
        "评分标准文件，或自带标准的编号（可带年度：shizhi@2018）",
        "rubric files, or ids of bundled ones (also with the year: shizhi@2018)",
    ),
    "cli.validate-rubric.strict": ("有警告也算不通过", "fail on warnings too"),
    "findings.file": ("{file}：", "{file}:"),
    "findings.none": ("检查了{count}个文件，没有问题。", "{count} {count:file|files} checked, nothing wrong."),
    "checks.coverage": (
        "原文{total}字、{all_sentences}句：条款引用{quoted}字、{quoted_sentences}句，注明不计分{unscored}字、{unscored_sentences}句，"
        "没有着落{left}字、{left_sentences}句",
        "text: {total} {total:character|characters} in {all_sentences} {all_sentences:sentence|sentences}; "
        "quoted {quoted} in {quoted_sentences}, "
        "marked as not scored {unscored} in {unscored_sentences}, left {left} in {left_sentences}",
    ),
    "checks.exercise": (
        "算例{examples}个：{moved}，{came}",
        "{examples} {examples:example|examples}: {moved}, {came}",
    ),
    "checks.moved": (
        "{rules}个条款里{moving}个有动分的算例",
        "{moving} of {rules} {rules:rule|rules} with one that moves points",
    ),
    "checks.moved.all": ("{rules}个条款都有算例", "{rules} {rules:rule|rules}, each with one that moves points"),
    "checks.came": ("{branches}种情形走到了{taken}种", "{taken} of {branches} {branches:branch|branches} taken"),
    "checks.came.all": ("{branches}种情形都走到了", "all {branches} {branches:branch|branches} taken"),
    "checks.readings": (
        "口径{readings}条，待确认{unconfirmed}条；待补充的清单{lists}份；已接受的问题{accepted}个",
        "{readings} {readings:reading|readings}, {unconfirmed} unconfirmed; {lists} {lists:list|lists} to be supplied; "
        "{accepted} {accepted:finding|findings} accepted",
    ),
}
