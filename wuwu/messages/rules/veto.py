"""The words of a veto (一票否决)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "kind.veto": ("一票否决", "veto"),
    "line.veto": ("本年度考核一票否决", "veto of the whole year's assessment"),
    "line.veto-measured": ("{failing}，本年度考核一票否决", "{failing}: the whole year's assessment is denied"),
    "price.verb.veto": ("否决", ""),
    "price.veto.event": ("出现该情形的，{effect}", "if it happens, {effect}"),
    "price.veto.when": ("{conditions}的，{effect}", "where {conditions}, {effect}"),
    "price.veto.document": (
        "有“{document}”所列情形之一的，{effect}",
        "if one of the circumstances listed in {document} happens, {effect}",
    ),
    "price.veto.effect": (
        "一票否决：不给得分，不排名次，另列参考分",
        "veto of the whole year: no score, no rank, only a reference score",
    ),
    "price.veto.listed": ("情形为{listed}", "circumstances: {listed}"),
    "price.veto.unlisted": (
        "情形清单待补充，登记时写明是哪一种情形",
        "the list of circumstances is not available yet; an entry names the circumstance in reason",
    ),
    "branch.vetoed": ("一票否决", "vetoed"),
    "outcome.vetoed": ("一票否决", "vetoed"),
    "outcome.not-vetoed": ("不否决", "not vetoed"),
    "schema.Veto": ("一票否决：全年考核不予计分。", "The whole year's assessment is vetoed."),
    "schema.Veto.circumstances": ("哪些情形，载于哪个文件。", "The circumstances, and the document that lists them."),
    "schema.Circumstances": ("一票否决的情形。", "The circumstances of a veto."),
    "schema.Circumstances.document": ("列出这些情形的文件。", "The document that lists them."),
    "schema.Circumstances.listed": ("各种情形；为空的待补充。", "The circumstances; empty if not available yet."),
}
