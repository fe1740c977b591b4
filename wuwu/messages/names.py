"""What the kinds of rules and measures, findings and states are called, in every report."""

MESSAGES: dict[str, tuple[str, str]] = {
    "kind.award": ("基本分", "award"),
    "kind.deduction": ("扣分", "deduction"),
    "kind.quota": ("不足扣分", "quota"),
    "kind.shortfall": ("未完成扣分", "shortfall"),
    "kind.excess": ("超额加分", "excess"),
    "kind.bonus": ("加分", "bonus"),
    "kind.band": ("分档加分", "band"),
    "kind.discretion": ("酌情扣分", "discretion"),
    "kind.zero": ("不计分", "zero"),
    "kind.veto": ("一票否决", "veto"),
    "kind.share": ("百分比", "share"),
    "kind.target": ("目标任务", "target"),
    "kind.activity": ("次数", "activity"),
    # a finding in a sentence; the words to write in a log are explain.finding
    "found.met": ("认定符合", "found met"),
    "found.unmet": ("认定不符合", "found unmet"),
    "found.na": ("认定不适用", "found not applicable"),
    # the state of an event, as it is written in a log
    "status.upheld": ("查实", "upheld"),
    "status.pending": ("待查", "pending"),
    "status.dismissed": ("不属实", "dismissed"),
    # how a reading stands
    "reading.proposed": ("待确认", "proposed"),
    "reading.confirmed": ("已确认", "confirmed"),
    # how a score stands
    "standing.final": ("定稿", "final"),
    "standing.provisional": ("暂定", "provisional"),
    "standing.vetoed": ("一票否决", "vetoed"),
}
