"""What validate-rubric finds in a rubric that compiles, and how to mend it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.quote-not-in-text": (
        "“{id}”引的“{quote}”不在{item}的原文里",
        "{id} quotes “{quote}”, which is not in the text of {item}",
    ),
    "problem.quote-not-in-text.mend": ("一字不差地照原文引用", "quote the text letter by letter"),
    "problem.quote-ambiguous": (
        "“{id}”引的“{quote}”在{item}的原文里出现了{times}次",
        "{id} quotes “{quote}”, which stands {times} times in {item}",
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
        "“{id}”引的原文（{wording}）说的是{says}，条款写的是{does}",
        "the text that {id} quotes ({wording}) says {says}, the rule says {does}",
    ),
    "problem.words-contradict.mend": ("核对原文，改条款或改引文", "check the text; mend the rule or the quote"),
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
    "problem.tiers-fall": ("“{id}”层级越高，分值反而不升", "the points of {id} do not rise with the level"),
    "problem.tiers-fall.mend": ("核对各档分值", "check the points of each tier"),
    "problem.bands-unordered": ("“{id}”各档没有从低到高排列", "the bands of {id} are not in rising order"),
    "problem.bands-unordered.mend": ("从低到高排列，每档只写一个界限", "order them from low to high, one bound each"),
    "problem.cap-below-bonus": ("“{id}”的上限低于一次加分", "the cap of {id} is below a single bonus"),
    "problem.cap-below-bonus.mend": ("核对上限和分值", "check the cap and the points"),
    "problem.never-bites": ("“{id}”的 {field} 起不了作用", "{field} of {id} can never take effect"),
    "problem.never-bites.mend": ("删去它，或改成能起作用的值", "take it out, or give it a value that can"),
    "problem.never-reached": ("“{id}”的 {field} 永远达不到", "{field} of {id} can never be reached"),
    "problem.never-reached.mend": ("一年只有12个月", "a year has 12 months"),
    "problem.rule-without-quote": ("“{id}”没有引用原文", "{id} quotes nothing of the text"),
    "problem.rule-without-quote.mend": ("引用它依据的那一段", "quote the part it rests on"),
    "problem.floor-idle": ("“{id}”写了扣分不设下限，却没有可扣的分", "{id} has no floor, and nothing to deduct either"),
    "problem.floor-idle.mend": ("删去 floor: none", "take out floor: none"),
    "problem.at-most-over-part": (
        "“{id}”酌情最多扣{at_most}分，超过了分值{points}",
        "{id} may take {at_most} points off a part of {points}",
    ),
    "problem.at-most-over-part.mend": ("最多写到该分项的分值", "write at most the points of the part"),
    "problem.no-moving-example": ("“{id}”没有一个算例会动分", "no example of {id} moves points"),
    "problem.no-moving-example.mend": ("补一个得分或扣分的算例", "add one that does"),
    "problem.no-boundary-example": ("“{id}”没有边界上的算例", "no example of {id} stands at a boundary"),
    "problem.no-boundary-example.mend": (
        "补一个刚好不计、被拒或触到上下限的算例",
        "add one that just fails, is refused, or meets a bound",
    ),
    "problem.example-fails": (
        "“{id}”的算例写的是{what} {says}，算出来是{got}",
        "the example of {id} says {what} {says}, the rubric makes it {got}",
    ),
    "problem.example-fails.mend": (
        "核对算例和条款，两者必有一错",
        "check the example and the rule: one of them is wrong",
    ),
    "problem.example-refused": ("“{id}”的算例本身不成立：{codes}", "the example of {id} does not hold: {codes}"),
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
    **{
        f"problem.{fact}-not-in-text{suffix}": words
        for fact, zh, en in (
            ("points", "分值", "points"),
            ("cap", "上限", "a cap"),
            ("step", "百分点单位", "a step"),
            ("at-least", "“以上”的界限", "a lower bound"),
            ("at-most", "“以下”的界限", "an upper bound"),
            ("below", "百分比要求", "a required rate"),
            ("required", "次数要求", "a required count"),
            ("upheld", "“查实”的要求", "the demand to be upheld"),
            ("level", "层级要求", "a least level"),
            ("subject", "“同一内容以最高分”", "highest only"),
            ("once", "“一次性”", "once only"),
            ("kind", "计分方式", "its kind"),
        )
        for suffix, words in (
            (
                "",
                (
                    f"“{{id}}”写了{zh}（{{does}}），所引的原文没有说",
                    f"{{id}} has {en} ({{does}}) that no quote of it states",
                ),
            ),
            (
                ".mend",
                (
                    "引用说到它的原文；原文确实没有的，列入 accepted 并说明理由",
                    "quote the words that state it, or accept the finding with a reason",
                ),
            ),
        )
    },
    "problem.floor-not-in-text": (
        "“{id}”扣分不设下限，原文没有这样说",
        "{id} has no floor, and the text does not say so",
    ),
    "problem.floor-not-in-text.mend": (
        "核对原文；按口径处理的，列入 accepted 并说明理由",
        "check the text; where a reading decides it, accept the finding with the reason",
    ),
    "cli.validate-rubric.about": (
        "检查评分标准：原文是否逐字有着落、文字与数字是否一致、分值是否加得起来、算例是否算得出。不写文件时检查自带的标准。",
        "Check rubrics: every word of the text accounted for, words and numbers in agreement, points adding up, examples "
        "coming out. Without a file, the bundled ones.",
    ),
    "cli.validate-rubric.files": ("评分标准文件，或自带标准的编号", "rubric files, or ids of bundled ones"),
    "cli.validate-rubric.strict": ("有警告也算不通过", "fail on warnings too"),
    "findings.file": ("{file}：", "{file}:"),
    "findings.none": ("检查了{count}个文件，没有问题。", "{count} files checked, nothing wrong."),
    "checks.coverage": (
        "原文{total}字：条款引用{quoted}字，注明不计分{unscored}字，没有着落{left}字",
        "text: {total} characters, {quoted} quoted, {unscored} marked as not scored, {left} left",
    ),
    "checks.exercise": (
        "条款{rules}个：{moving}个有动分的算例，{bounded}个有边界算例，共{examples}个算例",
        "{rules} rules: {moving} with an example that moves points, {bounded} with one at a boundary, {examples} examples in all",
    ),
    "checks.readings": (
        "口径：{unconfirmed}条待确认；待补充的清单{lists}份；已接受的问题{accepted}个",
        "readings: {unconfirmed} unconfirmed; {lists} lists to be supplied; {accepted} findings accepted",
    ),
}
