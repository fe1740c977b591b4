"""The sentences of the working: one for every way a line can come about."""

MESSAGES: dict[str, tuple[str, str]] = {
    # how a sentence is put together
    "line.frame": ("{head}：{body}{events}", "{head}: {body}{events}"),
    "line.events": ("（{events}）", " ({events})"),
    "line.between": ("；", "; "),
    "line.unit": ("{unit}", ""),
    "line.names": ("（{names}）", " ({names})"),
    # what it says
    "line.award-met": ("认定符合，计{full}分", "found met, {full} points"),
    "line.award-presumed": (
        "未记载不符合情形，按符合计{full}分",
        "nothing to the contrary logged, presumed met, {full} points",
    ),
    "line.award-unmet": ("认定不符合，{full}分不计", "found unmet, none of {full} points"),
    "line.award-na": ("不适用，按满分计{full}分", "not applicable, full {full} points"),
    "line.award-unassessed": ("未评定，{full}分暂计0分", "not assessed yet, 0 of {full} points for now"),
    "line.award-unmeasured": (
        "“{measure}”尚无数据，未评定，{full}分暂计0分",
        "no figures under {measure} yet, 0 of {full} points for now",
    ),
    "line.award-counted": (
        "基础分{full}分，按“{measure}”的记录核减",
        "{full} points, less what {measure} shows missing",
    ),
    "line.award-refuted": (
        "“{measure}”为{figure}，未达到条件，{full}分不计",
        "{measure} is {figure} and refutes the finding, none of {full} points",
    ),
    "line.occurrences": ("{sum} = {points}分", "{sum} = {points}"),
    "line.highest": (
        "同一内容只按最高一项计：应计{sum}，其余不计，{points}分",
        "only the highest of each subject counts: {sum}; the rest is taken out, {points}",
    ),
    "line.once": (
        "同一种情形只计一次：应计{sum}，其余不计，{points}分",
        "each kind counts once: {sum}; the rest is taken out, {points}",
    ),
    "line.times": (
        "最多按{times}{unit}计，超出的{over}{unit}不计：{over} × {price} = {points}分",
        "counted {times} times at most, {over} over: {over} × {price} = {points}",
    ),
    "line.cap": ("累计{total}分，以{cap}分为限，{points}分", "{total} in all, capped at {cap}: {points}"),
    "line.quota-events": (
        "要求{required}{unit}，实有{got}{unit}，少{missing}{unit}：{missing} × {price} = {points}分",
        "{required} required, {got} held, {missing} missing: {missing} × {price} = {points}",
    ),
    "line.quota-months": (
        "要求覆盖{required}个月，有记录{got}个月，少{missing}个月：{missing} × {price} = {points}分",
        "{required} months required, {got} covered, {missing} missing: {missing} × {price} = {points}",
    ),
    "line.quota-members": (
        "每人{required}{unit}，{how}少{missing}{unit}{names}：{missing} × {price} = {points}分",
        "{required} each, {how} {missing} missing{names}: {missing} × {price} = {points}",
    ),
    "line.quota-members.worst": ("最少的一人", "the worst member"),
    "line.quota-members.sum": ("各人合计", "all members together"),
    "line.quota-tasks": (
        "{missing}项未完成{names}：{missing} × {price} = {points}分",
        "{missing} not done{names}: {missing} × {price} = {points}",
    ),
    "line.quota-unnamed": (
        "台账未列班子成员，暂按0{unit}计，少{missing}{unit}：{missing} × {price} = {points}分",
        "no members named, counted as 0 for now: {missing} × {price} = {points}",
    ),
    "line.shortfall": (
        "{targets}；每少{step}个百分点扣{price}分{incomplete}：{sum} = {points}分",
        "{targets}; {price} off per {step} percentage points short{incomplete}: {sum} = {points}",
    ),
    "line.excess": (
        "{targets}；每超{step}个百分点加{price}分{incomplete}：{sum} = {points}分",
        "{targets}; {price} on top per {step} percentage points over{incomplete}: {sum} = {points}",
    ),
    "line.incomplete.dropped": ("，不足一个单位的不计", ", whole steps only"),
    "line.incomplete.proportional": ("，不足一个单位的按比例计", ", in proportion"),
    "line.incomplete.whole": ("，不足一个单位的按一个单位计", ", a started step counts whole"),
    "line.band": (
        "“{measure}”{figure}%，达到{at_least}%以上一档，{points}分",
        "{measure} {figure} % reaches {at_least} %: {points}",
    ),
    "line.band-above": (
        "“{measure}”{figure}%，超过{above}%一档，{points}分",
        "{measure} {figure} % is above {above} %: {points}",
    ),
    "line.discretion": ("酌情扣减{sum} = {points}分", "at discretion {sum} = {points}"),
    "line.zero": ("{scope}不计分，{points}分", "{scope} scores nothing: {points}"),
    "line.zero-measured": (
        "“{measure}”为{figure}%，{scope}不计分，{points}分",
        "{measure} is {figure} %, {scope} scores nothing: {points}",
    ),
    "line.zero.part": ("本分项", "the part"),
    "line.zero.item": ("本行", "the row"),
    "line.zero.dimension": ("本项目", "the whole dimension"),
    "line.veto": ("一票否决：{reasons}", "veto: {reasons}"),
    "line.node-floor": ("扣到{floor}分为止，{points}分", "deductions stop at {floor}: {points}"),
    "line.node-cap": ("合计{total}分，以{cap}分为限，{points}分", "{total} in all, capped at {cap}: {points}"),
    "line.label.floor": ("扣完为止", "floor"),
    "line.label.cap": ("累计封顶", "cap"),
    "line.label.highest": ("同一内容以最高分", "highest only"),
    "line.label.once": ("一次性", "once each"),
    "line.label.times": ("计数上限", "at most so often"),
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
