"""The sentences of the working: one for every way a line can come about."""

MESSAGES: dict[str, tuple[str, str]] = {
    # how a sentence is put together
    "line.frame": ("{head}：{body}", "{head}: {body}"),
    "line.events": ("（{events}）", " ({events})"),
    "line.between": ("；", "; "),
    "line.named": ("（{names}）", " ({names})"),
    "line.unit": ("次", ""),
    # an event
    "event.comma": ("，", ", "),
    "event.months": ("{months}月", "months {months}"),
    "event.times": ("×{count}", "×{count}"),
    "event.count": ("{count}{unit}", "×{count}"),
    "event.case": ("案号{case}", "case {case}"),
    "event.decided_by": ("由{who}决定", "decided by {who}"),
    "event.verified_by": ("由{who}查实", "verified by {who}"),
    "event.evidence": ("依据：{evidence}", "evidence: {evidence}"),
    "event.plan": ("计划{plan}，完成{actual}", "plan {plan}, actual {actual}"),
    "event.done": ("已完成", "done"),
    "event.finding.UNMET": ("不符合", "unmet"),
    "event.finding.NA": ("不适用", "not applicable"),
    "event.undone": ("未完成", "not done"),
    # why an event moves nothing
    "ignored.later": ("发生在截至日期以后，不计", "after the date of this interim score, not counted"),
    "ignored.dismissed": ("不属实，不计", "dismissed, not counted"),
    "ignored.below-level": (
        "{level}未达到本条要求的{needs}以上，不计",
        "{level} is below the required level {needs}, not counted",
    ),
    "ignored.unpriced-level": ("本条没有规定{level}的分值，不计", "the clause has no points for {level}, not counted"),
    "ignored.wrong-body": (
        "本条只认由{needs}查实的，不计",
        "the clause counts only what {needs} verified, not counted",
    ),
    "ignored.no-body": (
        "没有写由谁查实，本条只认由{needs}查实的，不计",
        "verified_by is missing, and the clause counts only what {needs} verified: not counted",
    ),
    "pending.status": ("待查，暂不计", "pending, not counted yet"),
}
