"""The words of a zero (不计分)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "kind.zero": ("不计分", "zero"),
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
    "price.verb.zero": ("算", ""),
    "price.zero.event": ("出现该情形，{scope}", "if it happens, {scope}"),
    "price.zero.when": ("{conditions}，{scope}", "if {conditions}, {scope}"),
    "price.scope.part": ("本分项不计分", "the part scores nothing"),
    "price.scope.item": ("本行不计分", "the row scores nothing"),
    "price.scope.dimension": (
        "项目{dimension}整个不计分，项目内的加分也不计",
        "the whole dimension {dimension} scores nothing, its bonuses included",
    ),
    "price.bonus-stays": ("加分保留", "its bonuses stay"),
    "branch.void": ("不计分", "scores nothing"),
    "outcome.zero": ("不计分，失去{points}", "scores nothing, {points} removed"),
    "outcome.zero.nothing": ("不计分，本来也没有得分", "scores nothing, there was nothing to remove"),
    "outcome.zero.not": ("不受影响", "not affected"),
    "schema.Zero": ("不计分：分项、本行或本项目得0分。", "The part, row or dimension scores nothing."),
    "schema.Zero.zeroes": (
        "不计分的范围：part 分项，item 本行，dimension 本项目。",
        "What scores nothing: the part, the item or the dimension.",
    ),
    "schema.Triggered.when": (
        "由数据或次数触发的条件，任何一个成立即算；不写就由登记的事项触发。",
        "Conditions on figures and counts, any of which does it; without them, logged events do.",
    ),
}
