"""Why a rubric cannot be compiled, and how to fix it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.doubled-id": (
        "编号“{id}”重复，第{first_line}行已经用过",
        "the id {id} is already used in line {first_line}",
    ),
    "problem.doubled-id.fix": ("每个编号只用一次", "use each id once"),
    "problem.dot-in-id": (
        "项目或行的编号“{id}”里有点，点只用在条款编号的行号与简称之间",
        "the id {id} of a dimension or row contains a dot; only a clause id has one, between the row and the short name",
    ),
    "problem.dot-in-id.fix": ("去掉点，如“{without}”", "write it without the dot, such as {without}"),
    "problem.misplaced-id": (
        "条款编号“{id}”不是以所在行“{item}.”开头",
        "the clause id {id} does not start with its row, {item}.",
    ),
    "problem.misplaced-id.fix": ("写成“{item}.简称”", "write {item}. and a short name"),
    "problem.unknown-level": ("级别“{word}”不在 levels 里", "the level “{word}” is not in levels"),
    "problem.unknown-level.fix": ("可写：{known}；或先在 levels 里加上", "one of: {known}; or add it to levels first"),
    "problem.unknown-body": ("部门“{word}”不在 bodies 里", "the body “{word}” is not in bodies"),
    "problem.unknown-body.fix": ("可写：{known}；或先在 bodies 里加上", "one of: {known}; or add it to bodies first"),
    "problem.former-language": (
        "“{id}”是旧的写法（{old}）",
        "{id} is written in the former rubric language ({old})",
    ),
    "problem.former-language.fix": ("改写成：{lines}", "write instead: {lines}"),
    "problem.no-scale": ("“{id}”没有写怎样计量", "{id} does not say how it measures"),
    "problem.no-scale.fix": ("写一种：{takes}", "write one of: {takes}"),
    "problem.scale-not-taken": (
        "“{id}”是 {kind}，不能用 {field} 计量",
        "{id} is a {kind}, which is not measured by {field}",
    ),
    "problem.scale-not-taken.fix": ("{how}", "{how}"),
    "scale.fitting": ("可用：{takes}", "use one of: {takes}"),
    "scale.needless": (
        "删去 {field}：登记了，或 when 的条件成立，就发生，不计量",
        "remove {field}: nothing is measured here; it happens by an entry, or by when",
    ),
    "problem.two-scales": ("“{id}”同时写了 {given}", "{id} has both {given}"),
    "problem.two-scales.fix": (
        "一个条款只用一种；另一种另立一个条款",
        "keep one; what the other one says is a rule of its own",
    ),
    "problem.unknown-grade": ("等次“{word}”不在 grades 里", "the grade “{word}” is not in grades"),
    "problem.unknown-grade.fix": ("可写：{known}", "one of: {known}"),
    "problem.condition-turns-round": (
        "“{id}”的条件看“{target}”的次数，多记一次反而会对单位有利（或加分反而不利）",
        "a condition of {id} on the count of {target} would make one more entry work the wrong way",
    ),
    "problem.condition-turns-round.fix": ("只用 {bounds}", "use only {bounds}"),
    "problem.weights-off": (
        "各项目的分值乘以 weight 合计{adds}分，总分写的是{says}分",
        "the points of the dimensions times their weights add up to {adds}, the rubric says {says}",
    ),
    "problem.weights-off.fix": ("核对各项目的 weight", "check the weight of each dimension"),
    "problem.annual-weights-off": (
        "annual 的 weights 合计{sum}，不是1",
        "the weights of annual add up to {sum}, not to 1",
    ),
    "problem.annual-weights-off.fix": ("核对各期的权重", "check the weight of each period"),
    "problem.annual-weights-unfit": (
        "annual 的 weights 写的是{given}，应为全年各期",
        "the weights of annual name {given}, but not each period of the year once",
    ),
    "problem.annual-weights-unfit.fix": ("逐期写明：{takes}", "give each of these its weight: {takes}"),
    "problem.annual-through-idle": (
        "annual 的 through 不比考评期长，没有可以合成的",
        "through of annual is no longer than the period, so there is nothing to put together",
    ),
    "problem.annual-through-idle.fix": (
        "按月考评的写 quarter 或 half，按季考评的写 half；否则删去 through",
        "write quarter or half for months, half for quarters; otherwise remove through",
    ),
    "problem.annual-of-whole": (
        "按年考核的标准没有可以合成全年的各期",
        "a rubric whose period is the year has no periods to make a year of",
    ),
    "problem.annual-of-whole.fix": (
        "写 period: month 或 quarter，或删去 annual",
        "write period: month or quarter, or remove annual",
    ),
    "problem.limit-names-twice": (
        "“{id}”的 of 中“{name}”重复：已写有“{within}”",
        "{id} names {name} twice: of has {within} already",
    ),
    "problem.limit-names-twice.fix": ("此处删去“{name}”", "remove {name} here"),
    "problem.limit-without-bound": (
        "“{id}”既没有 cap 也没有 highest，或者两样都写了",
        "{id} needs cap or highest, one of the two",
    ),
    "problem.limit-without-bound.fix": ("写其中一样", "write one of them"),
    "problem.limit-of-other-kind": (
        "“{id}”限的是 {kind}，“{clause}”却是 {is}",
        "{id} limits rules of the kind {kind}; {clause} is a {is}",
    ),
    "problem.limit-of-other-kind.fix": ("从 of 里删去它，或改 kind", "remove it from of, or change the kind"),
    "problem.limit-in-limit": (
        "“{id}”按事项取重，“{clause}”自己另有限度或不按次计，多扣一笔可能反而少扣",
        "{id} keeps the heaviest of an affair, but {clause} has limits of its own: one more entry could then cost less",
    ),
    "problem.limit-in-limit.fix": (
        "删去该条款的 cap、times、within_subject 等限度；只用于按次、按级别的条款",
        "remove cap, times, within_subject and the like from the clause; it must be priced per occurrence or by word",
    ),
    "problem.limit-across-bounds": (
        "“{id}”跨了有下限、上限或权重的 {nodes}，多扣一笔可能反而少扣",
        "{id} goes across {nodes}, which have bounds or weights of their own: one more entry could then cost less",
    ),
    "problem.limit-across-bounds.fix": (
        "只列同一行（或同一分项）的条款，或者把这些行改为 floor: none",
        "name clauses of one row (or part) only, or give those rows floor: none",
    ),
    "problem.prorated-twice": (
        "“{id}”在已经缺项折算的“{outer}”之内，又写了 prorate",
        "{id} has prorate inside {outer}, which is prorated already",
    ),
    "problem.prorated-twice.fix": ("只留一处", "keep one of the two"),
    "problem.nothing-to-prorate": ("“{id}”不占分值，没有可以折算的", "{id} has no points to prorate"),
    "problem.nothing-to-prorate.fix": ("删去 prorate", "remove prorate"),
    "problem.doubled-grade": ("等次“{name}”写了两次", "the grade {name} occurs twice"),
    "problem.doubled-grade.fix": ("只留一个", "keep one of the two"),
    "problem.quota-of-last": ("最低的等次“{name}”不能限名额", "the lowest grade, {name}, cannot have a quota"),
    "problem.quota-of-last.fix": (
        "删去 quota：超出的单位没有更低的等次可评",
        "remove quota: there is no lower grade for the units beyond it",
    ),
    "problem.quota-of-all": (
        "等次“{name}”的名额达到100%，等于不限",
        "the quota of {name} is 100 % or more, which limits nothing",
    ),
    "problem.quota-of-all.fix": ("写小于100的百分数，或删去 quota", "write less than 100, or remove quota"),
    "problem.two-vetoed-grades": ("有两个等次写了 vetoed: true", "two grades have vetoed: true"),
    "problem.two-vetoed-grades.fix": ("一票否决的单位只有一个等次", "a vetoed unit has one grade: keep one"),
    "problem.mixed-words": ("“{id}”的 prices 中级别与其他词混用", "prices of {id} mix levels and other words"),
    "problem.mixed-words.fix": ("全部用 levels 中的级别，或全部用情形", "use only levels, or only other words"),
    "problem.unknown-reference": (
        "“{id}”的 {field} 指向“{word}”，没有这个条款",
        "{field} of {id} names {word}, but there is no such clause",
    ),
    "problem.unknown-reference.fix": ("核对编号", "check the id"),
    "problem.unfit-reference": (
        "“{id}”的 {field} 指向“{target}”，种类不符",
        "{field} of {id} names {target}, which is of the wrong kind",
    ),
    "problem.unfit-reference.fix": ("可指向：{fits}", "it can name: {fits}"),
    "problem.members-of-measure": (
        "“{id}”按人员计数，出席情况记在条款自己名下，不能写 of",
        "{id} counts by members, whose attendance is logged under the clause itself, so it takes no of",
    ),
    "problem.members-of-measure.fix": ("删去 of", "leave out of"),
    "problem.award-settled-twice": (
        "“{id}”已由 {field} 得出，不能再写 presumed、refuted_by 或另一种得分办法",
        "{id} has {field}, so it takes neither presumed nor refuted_by, nor another way to earn its points",
    ),
    "problem.award-settled-twice.fix": ("两者只留其一", "keep one of the two"),
    "problem.points-off": (
        "“{id}”写的是{says}分，下面合计{adds}分",
        "{id} has {says} {says:point|points}, but the levels under it add up to {adds}",
    ),
    "problem.points-off.fix": ("核对本级和下级的分值", "check the points of this level and of the levels under it"),
    "problem.award-outside-part": ("“{id}”的计分没有放进分项", "the award {id} is outside the parts"),
    "problem.award-outside-part.fix": (
        "有分项的行，每个“计N分”都应放入其分项",
        "in a row with parts, put every award into its part",
    ),
    "problem.bonus-in-part": ("“{id}”放在了分项中", "{id} is inside a part"),
    "problem.bonus-in-part.fix": (
        "加分和一票否决属于整行“{item}”，移至该行的 rules",
        "bonuses and vetoes belong to the whole row: move it to the rules of {item}",
    ),
    "problem.patch-names-nothing": (
        "口径{reading}的备选“{alternative}”要改“{id}”，没有这个编号",
        "the alternative “{alternative}” of {reading} changes {id}, but there is no such id",
    ),
    "problem.patch-names-nothing.fix": ("核对编号", "check the id"),
    "problem.alternative-invalid": (
        "口径{reading}的备选“{alternative}”应用后，评分标准有误：{why}",
        "with the alternative “{alternative}” of {reading} the rubric is not valid: {why}",
    ),
    "problem.alternative-invalid.fix": ("{how}", "{how}"),
    "alternative.check": ("核对 patch 的字段和取值", "check the fields and values of the patch"),
}
