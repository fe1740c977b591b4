"""A rubric in, the skeleton of a log out: every row with its official text and, as remarks, how its clauses are logged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wuwu.log.declared import Log
from wuwu.messages import Words, plain
from wuwu.report.explanation.samples import own_forms, sample_fields
from wuwu.report.layout.width import wrap
from wuwu.rubric.declared import Item
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.award import Award
from wuwu.schema.event import Event, Finding
from wuwu.schema.period import Cycles, labels_of
from wuwu.source.yaml_scalar import yaml_scalar

_WIDTH = 100
_INDENT = "  "


def render_skeleton(unit: str, rubric: str, plan: Plan, words: Words) -> str:
    """The text of a log with no entry yet, in the words and the field names of the language."""
    names = _Names(words)
    head = {"unit": yaml_scalar(unit), "rubric": yaml_scalar(rubric), "year": str(plan.year)}
    if plan.rubric.period is Cycles.TERM:
        head["period"] = f"{{from: {plan.year}-01-01, to: {plan.year}-06-30}}"
    elif isinstance(plan.rubric.period, Cycles) and plan.rubric.period is not Cycles.YEAR:
        head["period"] = labels_of(plan.rubric.period, plan.year)[0]
    lines = [*_remark(words("new.heading", unit=unit, title=plan.rubric.title), ""), *_remark(words("new.how"), "")]
    lines += [f"{names.log[name]}: {text}" for name, text in head.items()]
    optional = {"group": words("new.group"), "assessed_on": f"{plan.year + 1}-01-15", "members": words("new.members")}
    lines += [f"# {names.log[name]}: {text}" for name, text in optional.items()]
    lines.append(f"{names.log['events']}:")
    for dimension in plan.rubric.dimensions:
        lines += ["", f"{_INDENT}# ══ {dimension.id} {dimension.name} ══"]
        for item in dimension.items:
            lines += ["", *_row(item, plan, names, words)]
    return "\n".join(lines) + "\n"


class _Names:
    """What the fields are called in a language."""

    def __init__(self, words: Words) -> None:
        chinese = words.language == "zh"
        self.log: Mapping[str, str] = Log.chinese_names if chinese else {name: name for name in Log.chinese_names}
        self.event: Mapping[str, str] = Event.chinese_names if chinese else {name: name for name in Event.chinese_names}


def _row(item: Item, plan: Plan, names: _Names, words: Words) -> Iterator[str]:
    points = words("new.points", points=plain(item.points)) if item.points is not None else ""
    yield from _remark(f"{item.id}{points} {item.text}", _INDENT)
    for clause in plan.clauses.values():
        if clause.item == item.id:
            yield from _entries(clause, plan, names, words)


def _entries(clause: Clause, plan: Plan, names: _Names, words: Words) -> Iterator[str]:
    presumed = isinstance(clause.declared, Award) and clause.declared.presumed
    finding = Finding.UNMET if presumed else Finding.MET
    for form in own_forms(clause):
        fields = sample_fields(plan, clause, form, finding, words)
        said = (
            f"{names.event[name]}: {text if name == 'months' else yaml_scalar(text)}" for name, text in fields.items()
        )
        yield f"{_INDENT}# - {{{', '.join(said)}}}"


def _remark(text: str, indent: str) -> list[str]:
    return [f"{indent}# {line}" for line in wrap(text, _WIDTH)]
