"""The words of an award (计N分), by a finding or by what settles it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "kind.award": ("基本分", "award"),
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
    "price.award.found": (
        "认定符合计{full}，不符合计0分；未认定的暂计0分，列为未评定",
        "{full} if found met, 0 if found unmet; 0 for now without a finding, listed as unassessed",
    ),
    "price.award.presumed": ("满分{full}，不必认定；认定不符合的计0分", "{full} without a finding; 0 if found unmet"),
    "price.award.events": (
        "满分{full}，按{measure}登记的次数扣减，不作认定",
        "{full}, less a deduction for each one missing from the count under {measure}; takes no finding",
    ),
    "price.award.months": (
        "满分{full}，按{measure}登记的月份扣减，不作认定",
        "{full}, less a deduction for each month missing under {measure}; takes no finding",
    ),
    "price.award.members": (
        "满分{full}，按{measure}登记的各人次数扣减，不作认定",
        "{full}, less a deduction for attendance missing under {measure}; takes no finding",
    ),
    "price.award.target": (
        "满分{full}，按{measure}登记的数据扣减，不作认定；没有数据的暂计0分，列为未评定",
        "{full}, less the deductions from the figures under {measure}; takes no finding; 0 for now without figures, listed as unassessed",
    ),
    "price.award.refuted": ("{conditions}的，认定符合也计0分", "0 even if found met when {conditions}"),
    "price.award.presumed-refuted": ("{conditions}的，也计0分", "also 0 when {conditions}"),
    "price.award.full": ("满分{full}", "{full} in full"),
    "price.award.open": ("没有登记的暂计0分，列为未评定", "without an entry 0 for now, listed as unassessed"),
    "price.award.highest": ("同一内容只计最高一次", "of one subject only the highest counts"),
    "price.verb.award": ("计", ""),
    "branch.met": ("符合", "met"),
    "branch.unmet": ("不符合", "unmet"),
    "branch.open": ("未评定", "unassessed"),
    "outcome.award": ("计{points}", "{points}"),
    "outcome.award.nothing": ("不计分", "nothing"),
    "schema.Award": (
        "计N分：符合条件得分，或者按一种量法得分（occurrence、word、band、step、proportion、missing、judged 至多写一种）。",
        "Points for a condition that is found met, or as far as one scale measures (at most one of occurrence, word, band, step, "
        "proportion, missing, judged).",
    ),
    "schema.Award.points": (
        "符合时得几分；按量法得分的，最好的结果得几分。",
        "The points where it is met, or of the best outcome.",
    ),
    "schema.Award.presumed": ("没有认定时推定符合。", "Presumed met without a finding."),
    "schema.Award.measured_by": (
        "由哪个条款（按少几次扣的条款，或目标任务数据）得出，不需认定。",
        "The clause that settles it (one that counts what is missing, or a target measure), so that it needs no finding.",
    ),
    "schema.Award.refuted_by": (
        "任一条件成立，即推翻“符合”。",
        "Conditions; if one of them is true, a finding of met does not hold.",
    ),
}
