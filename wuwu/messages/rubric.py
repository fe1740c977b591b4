"""Why a rubric cannot be compiled, and how to fix it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problem.doubled-id": (
        "编号“{id}”重复，第{first_line}行已经用过",
        "the id {id} is already used in line {first_line}",
    ),
    "problem.doubled-id.mend": ("每个编号只用一次", "use each id once"),
    "problem.dot-in-id": (
        "项目或行的编号“{id}”里有点，点只用在条款编号的行号与简称之间",
        "the id {id} of a dimension or row contains a dot; only a clause id has one, between the row and the short name",
    ),
    "problem.dot-in-id.mend": ("去掉点，如“{without}”", "write it without the dot, such as {without}"),
    "problem.misplaced-id": (
        "条款编号“{id}”不是以所在行“{item}.”开头",
        "the clause id {id} does not start with its row, {item}.",
    ),
    "problem.misplaced-id.mend": ("写成“{item}.简称”", "write {item}. and a short name"),
    "problem.unknown-level": ("级别“{word}”不在 levels 里", "the level “{word}” is not in levels"),
    "problem.unknown-level.mend": ("可写：{known}；或先在 levels 里加上", "one of: {known}; or add it to levels first"),
    "problem.unknown-body": ("部门“{word}”不在 bodies 里", "the body “{word}” is not in bodies"),
    "problem.unknown-body.mend": ("可写：{known}；或先在 bodies 里加上", "one of: {known}; or add it to bodies first"),
    "problem.points-or-prices": ("“{id}”的 points 和 prices 应写一个且只写一个", "{id} needs either points or prices"),
    "problem.points-or-prices.mend": (
        "分值统一的写 points，按级别或情形分档的写 prices",
        "write points if the value is always the same, prices if it depends on a level or kind",
    ),
    "problem.mixed-words": ("“{id}”的 prices 中级别与其他词混用", "prices of {id} mix levels and other words"),
    "problem.mixed-words.mend": ("全部用 levels 中的级别，或全部用情形", "use only levels, or only other words"),
    "problem.unknown-reference": (
        "“{id}”的 {field} 指向“{word}”，没有这个条款",
        "{field} of {id} names {word}, but there is no such clause",
    ),
    "problem.unknown-reference.mend": ("核对编号", "check the id"),
    "problem.unfit-reference": (
        "“{id}”的 {field} 指向“{target}”，种类不符",
        "{field} of {id} names {target}, which is of the wrong kind",
    ),
    "problem.unfit-reference.mend": ("可指向：{fits}", "it can name: {fits}"),
    "problem.award-settled-twice": (
        "“{id}”已由 measured_by 得出，不能再写 presumed 或 refuted_by",
        "{id} has measured_by, so it takes neither presumed nor refuted_by",
    ),
    "problem.award-settled-twice.mend": ("两者只留其一", "keep one of the two"),
    "problem.points-off": (
        "“{id}”写的是{says}分，下面合计{adds}分",
        "{id} has {says} {says:point|points}, but the levels under it add up to {adds}",
    ),
    "problem.points-off.mend": ("核对本级和下级的分值", "check the points of this level and of the levels under it"),
    "problem.award-outside-part": ("“{id}”的计分没有放进分项", "the award {id} is outside the parts"),
    "problem.award-outside-part.mend": (
        "有分项的行，每个“计N分”都应放入其分项",
        "in a row with parts, put every award into its part",
    ),
    "problem.bonus-in-part": ("“{id}”放在了分项中", "{id} is inside a part"),
    "problem.bonus-in-part.mend": (
        "加分和一票否决属于整行“{item}”，移至该行的 rules",
        "bonuses and vetoes belong to the whole row: move it to the rules of {item}",
    ),
    "problem.patch-names-nothing": (
        "口径{reading}的备选“{alternative}”要改“{id}”，没有这个编号",
        "the alternative “{alternative}” of {reading} changes {id}, but there is no such id",
    ),
    "problem.patch-names-nothing.mend": ("核对编号", "check the id"),
    "problem.alternative-invalid": (
        "口径{reading}的备选“{alternative}”应用后，评分标准有误：{why}",
        "with the alternative “{alternative}” of {reading} the rubric is not valid: {why}",
    ),
    "problem.alternative-invalid.mend": ("核对 patch 的字段和取值", "check the fields and values of the patch"),
}
