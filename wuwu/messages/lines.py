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
    "line.given": ("退回{amount}分", "{amount} given back"),
    # a condition that settles something
    "line.at_least": ("达到{bound}", "{bound} or more"),
    "line.above": ("超过{bound}", "above {bound}"),
    "line.at_most": ("不高于{bound}", "{bound} or less"),
    "line.below": ("低于{bound}", "below {bound}"),
    # awards
    "line.award-met": ("认定符合，计{full}分", "found met, {full} points"),
    "line.award-presumed": (
        "没有不符合的记载，视为符合，计{full}分",
        "nothing to the contrary on record, taken as met, {full} points",
    ),
    "line.award-unmet": ("认定不符合，{full}分不计", "found unmet, the {full} points are lost"),
    "line.award-na": ("认定不适用，按满分计{full}分", "not applicable, full {full} points"),
    "line.award-unassessed": ("未评定，{full}分暂不计", "not assessed yet, the {full} points wait"),
    "line.award-unmeasured": (
        "“{measure}”还没有数据，未评定，{full}分暂不计",
        "no figures under {measure} yet, the {full} points wait",
    ),
    "line.award-counted": (
        "先计满分{full}分，不足的按“{measure}”另行扣减",
        "full {full} points, from which {measure} takes what is missing",
    ),
    "line.award-refuted": (
        "“{measure}”为{figure}，{condition}，条件不成立，{full}分不计",
        "{measure} is {figure}, {condition}: the condition fails, the {full} points are lost",
    ),
    # occurrences and their limits
    "line.deduction": ("扣{amount}分：{sum}", "{amount} off: {sum}"),
    "line.bonus": ("加{amount}分：{sum}", "{amount} on top: {sum}"),
    "line.highest": (
        "同一内容只计最高的一项，计入 {sum}，其余不计，{moved}",
        "only the highest of each subject counts, {sum}; the rest does not: {moved}",
    ),
    "line.once": (
        "同一种情形只计一次，计入 {sum}，其余不计，{moved}",
        "each kind counts once, {sum}; the rest does not: {moved}",
    ),
    "line.times": (
        "最多计{times}{unit}，超出的 {over}{unit} × {price}分 不计，{moved}",
        "at most {times} count, {over} × {price} beyond that do not: {moved}",
    ),
    "line.cap": ("累计加{total}分，以{cap}分为限，{moved}", "{total} in all, at most {cap}: {moved}"),
    "line.discretion": ("酌情扣{amount}分{sum}", "{amount} off at discretion{sum}"),
    # what is missing from a required count
    "line.quota-events": (
        "应有{required}{unit}，实有{got}{unit}，扣{amount}分：少{missing}{unit} × {price}分",
        "{required} required, {got} on record, {amount} off: {missing} missing × {price}",
    ),
    "line.quota-events.kept": (
        "应有{required}{unit}，实有{got}{unit}，不扣分",
        "{required} required, {got} on record, nothing off",
    ),
    "line.quota-months": (
        "应有{required}个月，实有{got}个月{lacking}，扣{amount}分：少{missing}{unit} × {price}分",
        "{required} months required, {got} covered{lacking}, {amount} off: {missing} missing × {price}",
    ),
    "line.quota-months.kept": (
        "应有{required}个月，实有{got}个月，不扣分",
        "{required} months required, {got} covered, nothing off",
    ),
    "line.quota-months.lacking": ("（缺{months}月）", " (without month {months})"),
    "line.quota-members": (
        "每人应有{required}{unit}，{how}少{missing}{unit}{names}，扣{amount}分：{missing}{unit} × {price}分",
        "{required} each required, {how} lacks {missing}{names}, {amount} off: {missing} × {price}",
    ),
    "line.quota-members.kept": (
        "每人应有{required}{unit}，都达到，不扣分",
        "{required} each required and held, nothing off",
    ),
    "line.quota-members.worst": ("最少的一人", "the worst member"),
    "line.quota-members.sum": ("各人合计", "the members together"),
    "line.quota-tasks": (
        "{missing}项没有完成{names}，扣{amount}分：{missing}项 × {price}分",
        "{missing} not done{names}, {amount} off: {missing} × {price}",
    ),
    "line.quota-unnamed": (
        "台账没有列出班子成员，暂按0{unit}计，暂扣{amount}分：{missing}{unit} × {price}分",
        "the log names no members, counted as 0 for now, {amount} off for now: {missing} × {price}",
    ),
    # targets
    "line.shortfall": (
        "扣{amount}分{sum}：{targets}；每少{step}个百分点扣{price}分{incomplete}",
        "{amount} off{sum}: {targets}; {price} for each {step} percentage points short{incomplete}",
    ),
    "line.excess": (
        "加{amount}分{sum}：{targets}；每超{step}个百分点加{price}分{incomplete}",
        "{amount} on top{sum}: {targets}; {price} for each {step} percentage points over{incomplete}",
    ),
    "line.sum": (" = {sum}", " = {sum}"),
    "line.target.shortfall": ("{name}完成{rate}%{figures}，少{gap}个百分点", "{name} {rate} %{figures}, {gap} short"),
    "line.target.excess": ("{name}完成{rate}%{figures}，超{gap}个百分点", "{name} {rate} %{figures}, {gap} over"),
    "line.target.figures": ("（{actual}/{plan}）", " ({actual}/{plan})"),
    "line.incomplete.dropped": ("，零头不计", ", whole steps only"),
    "line.incomplete.proportional": ("，零头按比例计", ", the rest in proportion"),
    "line.incomplete.whole": ("，零头按足数计", ", a started step counts whole"),
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
    "line.zero": ("{scope}不计分，已得的{amount}分全部失去", "{scope} scores nothing: its {amount} points are lost"),
    "line.zero.kept": (
        "{scope}不计分；{scope}本来就没有得分，不再减",
        "{scope} scores nothing; it had no points to lose",
    ),
    "line.zero-measured": (
        "“{measure}”为{figure}，{condition}，{scope}不计分，已得的{amount}分全部失去",
        "{measure} is {figure}, {condition}: {scope} scores nothing, its {amount} points are lost",
    ),
    "line.zero-measured.kept": (
        "“{measure}”为{figure}，{condition}，{scope}不计分；{scope}本来就没有得分，不再减",
        "{measure} is {figure}, {condition}: {scope} scores nothing; it had no points to lose",
    ),
    "line.scope.part": ("本分项", "the part"),
    "line.scope.item": ("本行", "the row"),
    "line.scope.dimension": ("本项目", "the whole dimension"),
    "line.veto": ("本年度考核一票否决", "the whole year's assessment is denied"),
    # bounds of a node
    "line.node-floor": ("扣到{floor}分为止，多扣的{amount}分退回", "deductions stop at {floor}, {amount} given back"),
    "line.node-cap": (
        "合计{total}分，以{cap}分为限，减去{amount}分",
        "{total} in all, at most {cap}: {amount} taken back",
    ),
    "line.label": ("{rule}（{label}）", "{rule} ({label})"),
    "line.label.floor": ("扣分下限", "floor"),
    "line.label.cap": ("上限", "cap"),
    "line.label.highest": ("同一内容", "one subject"),
    "line.label.once": ("一次性", "once each"),
    "line.label.times": ("次数上限", "at most so often"),
    # why an event moves nothing
    "ignored.dismissed": ("不属实，不计", "dismissed, moves nothing"),
    "ignored.below-level": ("未达到本条要求的层级，不计", "below the level the clause needs, moves nothing"),
    "ignored.unpriced-level": ("该层级没有对应分值，计0分", "the clause names no points for this level, moves nothing"),
    "ignored.wrong-body": ("不是由规定的部门查实，不计", "not verified by the body the clause names, moves nothing"),
    "pending.status": ("待查，暂不计", "pending, not counted yet"),
    # what a person should look at
    "warning.repeated-subject": (
        "“{word}”在{clauses}下记载了不止一次，请核对是否同一内容",
        "“{word}” stands more than once under {clauses}: is it one and the same affair?",
    ),
    "warning.repeated-case": (
        "案号“{word}”在{clauses}下记载了不止一次，请核对是否重复扣分",
        "case “{word}” stands more than once under {clauses}: is it counted twice?",
    ),
    "warning.bonus-over-dimension": (
        "项目{dimension}的加分{bonus}超过了本项目的分值{points}，请核对",
        "the bonus {bonus} of dimension {dimension} passes what the dimension is worth, {points}",
    ),
}
