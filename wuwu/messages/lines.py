"""The sentences of the working: one for every way a line can come about."""

MESSAGES: dict[str, tuple[str, str]] = {
    # how a sentence is put together
    "line.frame": ("{head}：{body}", "{head}: {body}"),
    "line.events": ("（{events}）", " ({events})"),
    "line.between": ("；", "; "),
    "line.term": ("{word}{count}{unit} × {price}分", "{word}{count} × {price}"),
    "line.terms": ("：{sum}", ": {sum}"),
    "line.named": ("（{names}）", " ({names})"),
    "line.taken": ("减去{amount}分", "{amount} removed"),
    "line.given": ("不再扣{amount}分", "{amount} not deducted"),
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
    "line.at_least": ("达到{bound}", "at least {bound}"),
    "line.above": ("超过{bound}", "above {bound}"),
    "line.at_most": ("不高于{bound}", "at most {bound}"),
    "line.below": ("低于{bound}", "below {bound}"),
    # awards
    "line.award-met": ("认定符合，计{full}分", "found met: full {full}"),
    "line.award-presumed": ("未作“不符合”的认定，计{full}分", "no finding against it: full {full}"),
    "line.award-unmet": ("认定不符合，{full}分不计", "found unmet: {full} not earned"),
    "line.award-na": ("认定不适用，按满分计{full}分", "not applicable: full {full}"),
    "line.award-unassessed": ("未评定，{full}分暂不计", "not assessed yet: {full} not counted for now"),
    "line.award-unassessed-refuted": (
        "未评定；{failing}，计分的条件不成立，认定符合也不计{full}分",
        "not assessed yet; {failing}: the condition is not met, so a finding of met would not earn the {full}",
    ),
    "line.award-unmeasured": (
        "“{measure}”还没有数据，未评定，{full}分暂不计",
        "not assessed yet: no figures under {measure}, {full} not counted for now",
    ),
    "line.award-counted": (
        "先计满分{full}分，不足的按“{measure}”扣减",
        "starts at the full {full}; the deductions follow from {measure}",
    ),
    "line.award-refuted": (
        "{failing}，计分的条件不成立，{full}分不计",
        "{failing}: the condition is not met, {full} not earned",
    ),
    "line.award-refuted-found": (
        "认定符合，但{failing}，计分的条件不成立，{full}分不计",
        "found met, but {failing}: the condition is not met, {full} not earned",
    ),
    "line.failing": ("“{measure}”为{figure}，{condition}", "{measure} is {figure}, {condition}"),
    # occurrences and their limits
    "line.deduction": ("扣{amount}分：{sum}", "deducted {amount} = {sum}"),
    "line.bonus": ("加{amount}分：{sum}", "bonus {amount} = {sum}"),
    "line.highest": (
        "同一对象只计最高的一项，计入 {sum}，其余不计，{moved}",
        "of each subject only the highest counts: {sum}; the others do not count: {moved}",
    ),
    "line.once": (
        "同一种情形只计一次，计入 {sum}，其余不计，{moved}",
        "each kind counts only once: {sum}; the others do not count: {moved}",
    ),
    "line.times": (
        "最多计{times}{unit}，超出的 {sum} 不计，{moved}",
        "at most {times} count; {sum} beyond that do not count: {moved}",
    ),
    "line.cap": ("累计{total}分，以{cap}分为限，{moved}", "{total} in total, the cap is {cap}: {moved}"),
    "line.discretion": ("酌情扣{amount}分{sum}", "deducted {amount} at discretion{sum}"),
    # what is missing from a required count
    "line.quota-events": (
        "应有{required}{unit}，实有{got}{unit}{later}，扣{amount}分：少{missing}{unit} × {price}分",
        "{required} required, {got} recorded{later}: deducted {amount} = {missing} missing × {price}",
    ),
    "line.quota-events.kept": (
        "应有{required}{unit}，实有{got}{unit}{later}，不扣分",
        "{required} required, {got} recorded{later}: no deduction",
    ),
    "line.quota-months": (
        "应有{required}个月，实有{got}个月{lacking}{later}，扣{amount}分：少{missing}{unit} × {price}分",
        "{required} months required, {got} recorded{lacking}{later}: deducted {amount} = {missing} missing × {price}",
    ),
    "line.quota-months.kept": (
        "应有{required}个月，实有{got}个月{later}，不扣分",
        "{required} months required, {got} recorded{later}: no deduction",
    ),
    "line.quota-months.lacking": ("（缺{months}月）", " (missing: month {months})"),
    "line.quota-members": (
        "每人应有{required}{unit}，{how}少{missing}{unit}{names}，扣{amount}分：{missing}{unit} × {price}分",
        "{required} required for each member, {how} missed {missing}{names}: deducted {amount} = {missing} × {price}",
    ),
    "line.quota-members.kept": (
        "每人应有{required}{unit}，都达到，不扣分",
        "{required} required for each member, all reached it: no deduction",
    ),
    "line.quota-members.undue": (
        "每人应有{required}{unit}，{how}少{later}{unit}{names}，未到期，不扣分",
        "{required} required for each member, {how} missed {later}{names}: not due yet, no deduction",
    ),
    "line.quota-members.worst": ("最少的一人", "the member with the fewest"),
    "line.quota-members.sum": ("各人合计", "all members together"),
    "line.quota-tasks": (
        "{missing}项没有完成，扣{amount}分：{missing}项 × {price}分",
        "{missing} not done: deducted {amount} = {missing} × {price}",
    ),
    "line.quota.later": ("，另有{count}{unit}未到期", ", {count} not due yet"),
    "line.quota-na": ("认定不适用，不扣分", "not applicable: no deduction"),
    "line.quota-unnamed": (
        "台账没有列出班子成员，暂按0{unit}计，暂扣{amount}分：{missing}{unit} × {price}分",
        "the log lists no members, attendance counts as 0 for now: deducted {amount} for now = {missing} × {price}",
    ),
    "line.quota-unnamed.kept": (
        "台账没有列出班子成员；未到期，暂不扣分",
        "the log lists no members; not due yet, no deduction for now",
    ),
    # targets
    "line.shortfall": (
        "扣{amount}分{sum}，每少{step}个百分点扣{price}分{incomplete}",
        "deducted {amount}{sum}; {price} for each {step} {step:percentage point|percentage points} below 100 %{incomplete}",
    ),
    "line.excess": (
        "加{amount}分{sum}，每超{step}个百分点加{price}分{incomplete}",
        "bonus {amount}{sum}; {price} for each {step} {step:percentage point|percentage points} above 100 %{incomplete}",
    ),
    "line.shortfall.kept": (
        "不扣分，每少{step}个百分点扣{price}分{incomplete}",
        "no deduction; {price} for each {step} {step:percentage point|percentage points} below 100 %{incomplete}",
    ),
    "line.excess.kept": (
        "不加分，每超{step}个百分点加{price}分{incomplete}",
        "no bonus; {price} for each {step} {step:percentage point|percentage points} above 100 %{incomplete}",
    ),
    "line.sum": (" = {sum}", " = {sum}"),
    "line.target.rate": ("{rate}%", "{rate} %"),
    "line.target.figures": ("{actual}/{plan} = {rate}%", "{actual}/{plan} = {rate} %"),
    "line.target.shortfall": ("{name} {figures}，少{gap}个百分点，{worth}", "{name} {figures}, {gap} below, {worth}"),
    "line.target.excess": ("{name} {figures}，超{gap}个百分点，{worth}", "{name} {figures}, {gap} above, {worth}"),
    "line.target.worth.shortfall": ("扣{points}分", "-{points}"),
    "line.target.worth.excess": ("加{points}分", "+{points}"),
    "line.target.worthless.shortfall": ("不扣分", "no deduction"),
    "line.target.worthless.excess": ("不加分", "no bonus"),
    "line.incomplete.dropped": ("，不足{step}个的不计", ", whole steps only"),
    "line.incomplete.proportional": ("，不足{step}个的按比例计", ", an incomplete step in proportion"),
    "line.incomplete.whole": ("，不足{step}个的按{step}个计", ", an incomplete step counts as a whole one"),
    "line.band": (
        "“{measure}”{figure}%，达到{at_least}%，加{amount}分",
        "{measure} is {figure} %, at least {at_least} %: bonus {amount}",
    ),
    "line.band-none": (
        "“{measure}”{figure}%，未到加分的档次，不加分",
        "{measure} is {figure} %, below the lowest band: no bonus",
    ),
    "line.band-above": (
        "“{measure}”{figure}%，超过{above}%，加{amount}分",
        "{measure} is {figure} %, above {above} %: bonus {amount}",
    ),
    # what voids
    "line.zero": ("{scope}不计分，已得的{amount}分核减", "{scope} scores nothing: {amount} removed"),
    "line.zero.kept": (
        "{scope}不计分；此前已不高于0分，不再核减",
        "{scope} scores nothing; it was at 0 or below already",
    ),
    "line.zero-measured": (
        "{failing}，{scope}不计分，已得的{amount}分核减",
        "{failing}: {scope} scores nothing, {amount} removed",
    ),
    "line.zero-measured.kept": (
        "{failing}，{scope}不计分；此前已不高于0分，不再核减",
        "{failing}: {scope} scores nothing; it was at 0 or below already",
    ),
    "line.scope.part": ("本分项", "the part"),
    "line.scope.item": ("本行", "the row"),
    "line.scope.dimension": ("本项目", "the whole dimension"),
    "line.veto": ("本年度考核一票否决", "veto of the whole year's assessment"),
    # bounds of a node
    "line.node-floor": (
        "最低{floor}分，超出的{amount}分不再扣",
        "the lowest score here is {floor}: {amount} not deducted",
    ),
    "line.node-cap": (
        "合计{total}分，以{cap}分为限，减去{amount}分",
        "{total} in total, the cap is {cap}: {amount} removed",
    ),
    "line.label": ("{rule}（{label}）", "{rule} ({label})"),
    "line.label.floor": ("扣完为止", "floor"),
    "line.label.cap": ("上限", "cap"),
    "line.label.highest": ("同一对象", "same subject"),
    "line.label.once": ("一次性", "once per kind"),
    "line.label.times": ("次数上限", "count limit"),
    # why an event moves nothing
    "ignored.later": ("发生在截至日期以后，不计", "after the date of this interim score, not counted"),
    "ignored.dismissed": ("不属实，不计", "dismissed, not counted"),
    "ignored.below-level": (
        "{level}未达到本条要求的{needs}以上，不计",
        "{level} is below the required level {needs}, not counted",
    ),
    "ignored.unpriced-level": ("本条没有规定{level}的分值，不计", "the clause has no points for {level}, not counted"),
    "ignored.wrong-body": (
        "本条只认由{needs}查实的，不计",
        "the clause counts only what {needs} verified, not counted",
    ),
    "ignored.no-body": (
        "没有写由谁查实，本条只认由{needs}查实的，不计",
        "verified_by is missing, and the clause counts only what {needs} verified: not counted",
    ),
    "pending.status": ("待查，暂不计", "pending, not counted yet"),
}
