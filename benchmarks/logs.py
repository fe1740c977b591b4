"""A rubric's plan in, realistic logs out: every clause filled in by its own forms, seeded, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from wuwu.api import load_rubric
from wuwu.rubric.plan import Clause, Plan
from wuwu.rules.veto import Veto
from wuwu.rules.zero import Zero

RUBRIC = "shizhi"
MEMBERS = ("张三", "李四", "王五")
GROUPS = ("局属单位", "机关科室")
_NOTES = ("一季度信息迟报", "端午活动无签到表", "专题学习会议记录", "省报7月2日3版报道", "现场核查")


def write_logs(folder: Path, number: int, events: int = 100) -> list[Path]:
    """Write so many logs of so many events each into a folder; their paths."""
    plan = load_rubric(RUBRIC)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for index in range(number):
        paths.append(folder / f"unit-{index:06}.yaml")
        paths[-1].write_text(compose_log(plan, index, events), encoding="utf-8")
    return paths


def compose_log(plan: Plan, seed: int, events: int) -> str:
    """One log as text: the findings and figures of a year first, then occurrences up to the number asked for."""
    chance = random.Random(seed)
    rubric = plan.rubric
    head = [
        f"unit: 第{seed:06}号单位",
        f"rubric: {rubric.rubric}",
        f"year: {rubric.year}",
        f"group: {GROUPS[seed % len(GROUPS)]}",
        f"members: [{', '.join(MEMBERS)}]",
        "events:",
    ]
    entries = list(_once(plan, chance))[:events]
    often = [clause for clause in plan.clauses.values() if _is_occurrence(clause)]
    while len(entries) < events:
        entries.append(_entry(plan, chance.choice(often), chance))
    return "\n".join([*head, *entries]) + "\n"


def _is_occurrence(clause: Clause) -> bool:
    # a zero or a veto is rare; two hundred of them in one log would leave nothing to price
    return bool(clause.forms) and "date" in clause.forms[0].required and not isinstance(clause.declared, (Zero, Veto))


def _once(plan: Plan, chance: random.Random) -> Iterator[str]:
    for clause in plan.clauses.values():
        if not clause.forms or "date" in clause.forms[0].required:
            continue
        for turn in range(len(MEMBERS) if "member" in clause.forms[0].required else 1):
            yield _entry(plan, clause, chance, turn)


def _entry(plan: Plan, clause: Clause, chance: random.Random, turn: int = 0) -> str:
    form = clause.forms[0]
    day = date(plan.rubric.year, 1, 1) + timedelta(days=chance.randrange(365))
    values = {
        "date": day.isoformat(),
        "count": str(chance.randint(1, 3)),
        "finding": "符合" if chance.random() < 0.9 else "不符合",
        "level": chance.choice(sorted(clause.words)) if clause.words else "",
        "subject": f"典型经验{chance.randrange(9)}",
        "name": f"目标任务{turn}",
        # shares of one poll stay within 100 together, and one that voids a row is rarely logged
        "value": "0"
        if any(isinstance(rule, Zero) for rule in plan.fed.get(clause.id, ()))
        else str(chance.randint(80, 99)),
        "plan": "3000",
        "actual": str(chance.randint(2700, 3600)),
        "points": str(getattr(clause.declared, "at_most", "1")),
        "reason": "核查发现台账不全",
        "decided_by": "考核办",
        "member": MEMBERS[turn],
    }
    fields = {"clause": clause.id} | {name: values[name] for name in values if name in form.required}
    if chance.random() < 0.5:
        fields["evidence"] = f"岳人社发〔{plan.rubric.year}〕{chance.randrange(99)}号"
    if chance.random() < 0.5:
        fields["note"] = chance.choice(_NOTES)
    if "status" in form.takes and (getattr(clause.declared, "upheld_only", False) or chance.random() < 0.2):
        # one matter in fifty is still open when the office scores the year
        fields |= {"status": "查实" if chance.random() < 0.98 else "待查", "case": f"12345-{chance.randrange(9999):04}"}
        if plan.vocabulary.bodies and "verified_by" in form.takes:
            fields["verified_by"] = next(iter(plan.vocabulary.bodies))
    return f"  - {{{', '.join(f'{name}: {value}' for name, value in fields.items())}}}"
