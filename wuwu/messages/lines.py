"""The sentences of the working: one for every way a line can come about."""

MESSAGES: dict[str, tuple[str, str]] = {
    # how a sentence is put together
    "line.frame": ("{head}：{body}", "{head}: {body}"),
    "line.events": ("（{events}）", " ({events})"),
    "line.between": ("；", "; "),
    "line.term": ("{word}{count}{unit} × {price}分", "{word}{count} × {price}"),
    "line.terms": ("：{sum}", ": {sum}"),
    "line.named": ("（{names}）", " ({names})"),
    "line.taken": ("减去{amount}分", "{amount} taken back"),
    "line.given": ("不再扣{amount}分", "{amount} not taken"),
    "line.unit": ("次", ""),
    "line.share": ("{figure}%", "{figure} %"),
    "line.count": ("{figure}次", "{figure}"),
    # an event
    "event.comma": ("，", ", "),
    "event.months": ("{months}月", "months {months}"),
    "event.times": ("×{count}", "×{count}"),
    "event.count": ("{count}{unit}", "×{count}"),
    "event.case": ("案号{case}", "case {case}"),
    "event.decided_by": ("由{who}决定", "decided by {who}"),
    "event.verified_by": ("由{who}查实", "verified by {who}"),
    "event.evidence": ("依据：{evidence}", "evidence: {evidence}"),
    "event.value": ("{value}%", "{value} %"),
    "event.plan": ("计划{plan}，完成{actual}", "plan {plan}, actual {actual}"),
    "event.done": ("已完成", "done"),
    "event.finding.UNMET": ("不符合", "unmet"),
    "event.finding.NA": ("不适用", "not applicable"),
    "event.undone": ("未完成", "not done"),
    # a condition that settles something
    "line.at_least": ("达到{bound}", "{bound} or more"),
    "line.above": ("超过{bound}", "above {bound}"),
    "line.at_most": ("不高于{bound}", "{bound} or less"),
    "line.below": ("低于{bound}", "below {bound}"),
    # awards
    "line.award-met": ("认定符合，计{full}分", "found met: {full}"),
    "line.award-presumed": ("未作“不符合”的认定，计{full}分", "not found unmet: {full}"),
    "line.award-unmet": ("认定不符合，{full}分不计", "found unmet: the {full} are not earned"),
    "line.award-na": ("认定不适用，按满分计{full}分", "not applicable: the full {full}"),
    "line.award-unassessed": ("未评定，{full}分暂不计", "not assessed yet: the {full} wait"),
    "line.award-unassessed-refuted": (
        "未评定；{failing}，计分的条件不成立，认定符合也不计{full}分",
        "not assessed yet; {failing}: the condition fails, and even “met” would not earn the {full}",
    ),
    "line.award-unmeasured": (
        "“{measure}”还没有数据，未评定，{full}分暂不计",
        "no figures under {measure} yet: the {full} wait",
    ),
    "line.award-counted": (
        "先计满分{full}分，不足的按“{measure}”扣减",
        "the full {full}, less what {measure} lacks",
    ),
    "line.award-refuted": (
        "{failing}，计分的条件不成立，{full}分不计",
        "{failing}: the condition fails, the {full} are not earned",
    ),
    "line.award-refuted-found": (
        "认定符合，但{failing}，计分的条件不成立，{full}分不计",
        "found met, but {failing}: the condition fails, the {full} are not earned",
    ),
    "line.failing": ("“{measure}”为{figure}，{condition}", "{measure} is {figure}, {condition}"),
    # occurrences and their limits
    "line.deduction": ("扣{amount}分：{sum}", "{amount} off, {sum}"),
    "line.bonus": ("加{amount}分：{sum}", "bonus {amount}, {sum}"),
    "line.highest": (
        "同一对象只计最高的一项，计入 {sum}，其余不计，{moved}",
        "only the highest of each subject counts, {sum}; the rest does not: {moved}",
    ),
    "line.once": (
        "同一种情形只计一次，计入 {sum}，其余不计，{moved}",
        "each kind counts once, {sum}; the rest does not: {moved}",
    ),
    "line.times": (
        "最多计{times}{unit}，超出的 {sum} 不计，{moved}",
        "at most {times} count, {sum} beyond that do not: {moved}",
    ),
    "line.cap": ("累计{total}分，以{cap}分为限，{moved}", "{total} in all, at most {cap}: {moved}"),
    "line.discretion": ("酌情扣{amount}分{sum}", "{amount} off at discretion{sum}"),
    # what is missing from a required count
    "line.quota-events": (
        "应有{required}{unit}，实有{got}{unit}{later}，扣{amount}分：少{missing}{unit} × {price}分",
        "{required} required, {got} on record{later}: {amount} off, {missing} missing × {price}",
    ),
    "line.quota-events.kept": (
        "应有{required}{unit}，实有{got}{unit}{later}，不扣分",
        "{required} required, {got} on record{later}, nothing off",
    ),
    "line.quota-months": (
        "应有{required}个月，实有{got}个月{lacking}{later}，扣{amount}分：少{missing}{unit} × {price}分",
        "{required} months required, {got} covered{lacking}{later}: {amount} off, {missing} missing × {price}",
    ),
    "line.quota-months.kept": (
        "应有{required}个月，实有{got}个月{later}，不扣分",
        "{required} months required, {got} covered{later}, nothing off",
    ),
    "line.quota-months.lacking": ("（缺{months}月）", " (without month {months})"),
    "line.quota-members": (
        "每人应有{required}{unit}，{how}少{missing}{unit}{names}，扣{amount}分：{missing}{unit} × {price}分",
        "{required} each required, {how} lacks {missing}{names}: {amount} off, {missing} × {price}",
    ),
    "line.quota-members.kept": (
        "每人应有{required}{unit}，都达到，不扣分",
        "{required} each required and held, nothing off",
    ),
    "line.quota-members.undue": (
        "每人应有{required}{unit}，{how}少{later}{unit}{names}，未到期，不扣分",
        "{required} each required, {how} lacks {later}{names}: not due yet, nothing off",
    ),
    "line.quota-members.worst": ("最少的一人", "the worst member"),
    "line.quota-members.sum": ("各人合计", "the members together"),
    "line.quota-tasks": (
        "{missing}项没有完成，扣{amount}分：{missing}项 × {price}分",
        "{missing} not done: {amount} off, {missing} × {price}",
    ),
    "line.quota.later": ("，另有{count}{unit}未到期", ", {count} not due yet"),
    "line.quota-na": ("认定不适用，不扣分", "not applicable: nothing off"),
    "line.quota-unnamed": (
        "台账没有列出班子成员，暂按0{unit}计，暂扣{amount}分：{missing}{unit} × {price}分",
        "the log names no members, counted as 0 for now: {amount} off for now, {missing} × {price}",
    ),
    "line.quota-unnamed.kept": (
        "台账没有列出班子成员；未到期，暂不扣分",
        "the log names no members; not due yet, nothing off for now",
    ),
    # targets
    "line.shortfall": (
        "扣{amount}分{sum}，每少{step}个百分点扣{price}分{incomplete}",
        "{amount} off{sum}; {price} for each {step} percentage points short{incomplete}",
    ),
    "line.excess": (
        "加{amount}分{sum}，每超{step}个百分点加{price}分{incomplete}",
        "bonus {amount}{sum}; {price} for each {step} percentage points over{incomplete}",
    ),
    "line.shortfall.kept": (
        "不扣分，每少{step}个百分点扣{price}分{incomplete}",
        "nothing off; {price} for each {step} percentage points short{incomplete}",
    ),
    "line.excess.kept": (
        "不加分，每超{step}个百分点加{price}分{incomplete}",
        "no bonus; {price} for each {step} percentage points over{incomplete}",
    ),
    "line.sum": (" = {sum}", " = {sum}"),
    "line.target.rate": ("{rate}%", "{rate} %"),
    "line.target.figures": ("{actual}/{plan} = {rate}%", "{actual}/{plan} = {rate} %"),
    "line.target.shortfall": ("{name} {figures}，少{gap}个百分点，{worth}", "{name} {figures}, {gap} short, {worth}"),
    "line.target.excess": ("{name} {figures}，超{gap}个百分点，{worth}", "{name} {figures}, {gap} over, {worth}"),
    "line.target.worth.shortfall": ("扣{points}分", "-{points}"),
    "line.target.worth.excess": ("加{points}分", "+{points}"),
    "line.target.worthless.shortfall": ("不扣分", "nothing off"),
    "line.target.worthless.excess": ("不加分", "no bonus"),
    "line.incomplete.dropped": ("，不足{step}个的不计", ", whole steps only"),
    "line.incomplete.proportional": ("，不足{step}个的按比例计", ", a part in proportion"),
    "line.incomplete.whole": ("，不足{step}个的按{step}个计", ", a started step counts whole"),
    "line.band": (
        "“{measure}”{figure}%，达到{at_least}%，加{amount}分",
        "{measure} {figure} %, {at_least} % or more: {amount}",
    ),
    "line.band-none": (
        "“{measure}”{figure}%，未到加分的档次，不加分",
        "{measure} {figure} % reaches no band: no points",
    ),
    "line.band-above": (
        "“{measure}”{figure}%，超过{above}%，加{amount}分",
        "{measure} {figure} %, above {above} %: {amount}",
    ),
    # what voids
    "line.zero": ("{scope}不计分，已得的{amount}分核减", "{scope} scores nothing: its {amount} are lost"),
    "line.zero.kept": (
        "{scope}不计分；此前已不高于0分，不再核减",
        "{scope} scores nothing; it stood at 0 or below already",
    ),
    "line.zero-measured": (
        "{failing}，{scope}不计分，已得的{amount}分核减",
        "{failing}: {scope} scores nothing, its {amount} are lost",
    ),
    "line.zero-measured.kept": (
        "{failing}，{scope}不计分；此前已不高于0分，不再核减",
        "{failing}: {scope} scores nothing; it stood at 0 or below already",
    ),
    "line.scope.part": ("本分项", "the part"),
    "line.scope.item": ("本行", "the row"),
    "line.scope.dimension": ("本项目", "the whole dimension"),
    "line.veto": ("本年度考核一票否决", "the whole year's assessment is denied"),
    # bounds of a node
    "line.node-floor": ("最低{floor}分，超出的{amount}分不再扣", "deductions stop at {floor}, {amount} not taken"),
    "line.node-cap": (
        "合计{total}分，以{cap}分为限，减去{amount}分",
        "{total} in all, at most {cap}: {amount} taken back",
    ),
    "line.label": ("{rule}（{label}）", "{rule} ({label})"),
    "line.label.floor": ("扣完为止", "floor"),
    "line.label.cap": ("上限", "cap"),
    "line.label.highest": ("同一对象", "one subject"),
    "line.label.once": ("一次性", "once each"),
    "line.label.times": ("次数上限", "count limit"),
    # why an event moves nothing
    "ignored.later": ("在截至日期以后，不计", "after the day of this interim score, does not count"),
    "ignored.dismissed": ("不属实，不计", "dismissed, does not count"),
    "ignored.below-level": (
        "{level}未达到本条要求的{needs}以上，不计",
        "{level} is below {needs}, which the clause needs",
    ),
    "ignored.unpriced-level": ("本条没有规定{level}的分值，不计", "the clause has no points for {level}"),
    "ignored.wrong-body": (
        "本条只认由{needs}查实的，不计",
        "only what {needs} verified counts under this clause",
    ),
    "ignored.no-body": (
        "没有写由谁查实，本条只认由{needs}查实的，不计",
        "nobody is named who verified it, and only what {needs} verified counts under this clause",
    ),
    "pending.status": ("待查，暂不计", "pending, not counted yet"),
    # what a person should look at
    "warning.recorded-twice": (
        "{clause}：{recorders}登记的像是同一件事，目前各算一次，请核对",
        "{clause}: {recorders} seem to have recorded the same occurrence; each counts for now",
    ),
    "warning.recorded-by-another": (
        "{clause}归{owner}登记，{recorder}也登记了，请核对",
        "{clause} is for {owner} to record, and {recorder} recorded it, too",
    ),
    "warning.repeated-subject": (
        "“{word}”在{clauses}下记载了不止一次，请核对是否同一内容",
        "“{word}” stands more than once under {clauses}: is it one and the same affair?",
    ),
    "warning.repeated-case": (
        "案号“{word}”在{clauses}下记载了不止一次，请核对是否重复扣分",
        "case “{word}” stands more than once under {clauses}: is it counted twice?",
    ),
    "warning.spelt-apart": (
        "{words}只差空格或者全角半角，在{clauses}下按不同的内容计算，请核对是否同一个",
        "{words} differ in nothing but blanks or the width of characters and count as different ones under {clauses}: are they?",
    ),
    "warning.verified-elsewhere": (
        "“{clause}”登记为由“{body}”查实，本条只认由{needs}查实的，没有计分，请核对查实单位的写法",
        "{clause} is verified by “{body}”, and only what {needs} verified counts: is the body written as it should be?",
    ),
    "warning.verified-by-nobody": (
        "“{clause}”没有写由谁查实（verified_by），本条只认由{needs}查实的，没有计分，请核对",
        "{clause} does not say who verified it (verified_by), and only what {needs} verified counts",
    ),
    "warning.doubtful-figure": (
        "“{clause}”登记的{figure}很不寻常，请核对：百分数不要写成小数（92%写92，不写0.92），计划数和完成数要用同一个单位",
        "{clause} has {figure}, which is unusual: a percentage is not written as a fraction (92 for 92 %, never 0.92), and plan and actual share a unit",
    ),
    "warning.bonus-over-dimension": (
        "项目{dimension}的加分{bonus}超过了本项目的分值{points}，请核对",
        "the bonus {bonus} of dimension {dimension} passes what the dimension is worth, {points}",
    ),
    "warning.found-beside-entries": (
        "“{clause}”认定{finding}，本分项又登记了{clauses}，请核对是否矛盾、是否重复扣分",
        "{clause} is found {finding}, and {clauses} stand beside it: is that a contradiction, or counted twice?",
    ),
}
