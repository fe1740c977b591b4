"""The words of a grade rule (定级、降档) and of what else limits the grade of a unit."""

_EFFECTS = {
    "becomes": ("确定为“{to}”", "the grade is {to}"),
    "at_most": ("最高评为“{to}”", "the grade is {to} at most"),
    "lower": ("降{to}档", "{to} {to:grade|grades} lower"),
    "bars": ("不得{to}", "barred: {to}"),
}

MESSAGES: dict[str, tuple[str, str]] = {
    "kind.grade": ("定级", "grade"),
    **{f"line.grade.{name}": words for name, words in _EFFECTS.items()},
    **{
        f"line.grade-measured.{name}": (f"{{failing}}，{zh}", f"{{failing}}: {en}")
        for name, (zh, en) in _EFFECTS.items()
    },
    **{f"price.grade.{name}": words for name, words in _EFFECTS.items()},
    "line.grade-minima": (
        "{node}得{score}分，不到{least}分，不得评为“{name}”",
        "{node} scores {score}, below {least}: {name} is not given",
    ),
    "line.label.grade": ("等次", "grade"),
    "price.verb.grade": ("算", ""),
    "price.grade.event": ("出现该情形的，{effect}", "where it happens, {effect}"),
    "price.grade.when": ("{conditions}的，{effect}", "where {conditions}, {effect}"),
    "branch.graded": ("定级", "the grade is limited"),
    "outcome.grade": ("等次受限", "the grade is limited"),
    "outcome.grade.nothing": ("不动分", "no points moved"),
    "schema.Grade": (
        "定级、降档：出现某种情形时限定等次，不动分。becomes、at_most、lower、bars 写一种。",
        "Limits the grade of the unit and moves no points: one of becomes, at_most, lower, bars.",
    ),
    "schema.Grade.becomes": ("直接评为哪个等次。", "The grade that it becomes."),
    "schema.Grade.at_most": ("最高评为哪个等次。", "The highest grade that is left."),
    "schema.Grade.lower": ("降几档。", "So many grades lower."),
    "schema.Grade.bars": (
        "不得参加什么，如 评先；只列出。",
        "What the unit is kept from, such as an honour; told, and no more.",
    ),
}
