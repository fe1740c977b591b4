"""What keeps a rubric from being compiled, and how to mend it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.doubled-id": (
        "编号“{id}”重复，第{first_line}行已经用过",
        "the id {id} stands in line {first_line} already",
    ),
    "problem.doubled-id.mend": ("每个编号只用一次", "use each id once"),
    "problem.dot-in-id": (
        "项目或行的编号“{id}”里有点，点只用在条款编号的行号与简称之间",
        "the id {id} of a dimension or row holds a dot; only between a row and the short name of a clause may one stand",
    ),
    "problem.dot-in-id.mend": ("不用点，如“{without}”", "write it without one, such as {without}"),
    "problem.misplaced-id": (
        "条款编号“{id}”不是以所在行“{item}.”开头",
        "the clause id {id} does not begin with its row, {item}.",
    ),
    "problem.misplaced-id.mend": ("写成“{item}.简称”", "write {item}. and a short name"),
    "problem.unknown-level": ("级别“{word}”不在 levels 里", "the level “{word}” is not among the levels"),
    "problem.unknown-level.mend": ("可写：{known}；或先在 levels 里加上", "one of: {known}; or add it to levels first"),
    "problem.unknown-body": ("部门“{word}”不在 bodies 里", "the body “{word}” is not among the bodies"),
    "problem.unknown-body.mend": ("可写：{known}；或先在 bodies 里加上", "one of: {known}; or add it to bodies first"),
    "problem.points-or-prices": ("“{id}”要么写 points，要么写 prices", "{id} takes points or prices, one of the two"),
    "problem.points-or-prices.mend": (
        "一律同分的写 points，按级别或情形分档的写 prices",
        "points for one price, prices for one a level or kind",
    ),
    "problem.mixed-words": ("“{id}”的 prices 把级别和其他词混在一起", "{id} prices levels and other words together"),
    "problem.mixed-words.mend": ("要么全是 levels 里的级别，要么全是情形", "use levels only, or kinds only"),
    "problem.unknown-reference": (
        "“{id}”的 {field} 指向“{word}”，没有这个条款",
        "{field} of {id} names {word}, and there is no such clause",
    ),
    "problem.unknown-reference.mend": ("核对编号", "check the id"),
    "problem.unfit-reference": (
        "“{id}”的 {field} 指向“{target}”，那不是它能用的一种",
        "{field} of {id} names {target}, which is not of a kind it can use",
    ),
    "problem.unfit-reference.mend": ("它能用的是：{fits}", "it can use: {fits}"),
    "problem.award-settled-twice": (
        "“{id}”已由 measured_by 得出，不能再写 presumed 或 refuted_by",
        "{id} is settled by measured_by and takes neither presumed nor refuted_by",
    ),
    "problem.award-settled-twice.mend": ("两者只留其一", "keep one of the two"),
    "problem.points-off": (
        "“{id}”写的是{says}分，下面合计{adds}分",
        "{id} says {says} {says:point|points}, what is under it adds up to {adds}",
    ),
    "problem.points-off.mend": ("核对分值：差额出在本级或下级", "check the points of this level and of those under it"),
    "problem.award-outside-part": ("“{id}”的计分没有放进分项", "the award {id} stands outside the parts"),
    "problem.award-outside-part.mend": (
        "分了项的行，每个“计N分”都放进它的分项",
        "in a row of parts every award belongs to its part",
    ),
    "problem.bonus-in-part": ("“{id}”放在了分项里", "{id} stands in a part"),
    "problem.bonus-in-part.mend": (
        "加分和一票否决属于整行“{item}”，移到该行的 rules",
        "bonuses and vetoes belong to the row: move it to the rules of {item}",
    ),
    "problem.patch-names-nothing": (
        "口径{reading}的备选“{alternative}”要改“{id}”，没有这个编号",
        "alternative “{alternative}” of {reading} patches {id}, and there is no such id",
    ),
    "problem.patch-names-nothing.mend": ("核对编号", "check the id"),
    "problem.alternative-invalid": (
        "口径{reading}的备选“{alternative}”改出来的标准不成立：{why}",
        "the rubric as alternative “{alternative}” of {reading} reads it does not hold: {why}",
    ),
    "problem.alternative-invalid.mend": ("核对 patch 的字段和取值", "check the fields and values of the patch"),
}
