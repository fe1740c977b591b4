"""The words of the rubric language: one module beside each kind, each scale, and what they share."""

from wuwu.messages.rules import (
    award,
    band,
    bonus,
    deduction,
    figures,
    gates,
    grade,
    judged,
    missing,
    nodes,
    occurrence,
    proportion,
    step,
    veto,
    word,
    zero,
)

MESSAGES = {
    code: words
    for module in (
        *(award, deduction, bonus, zero, veto, grade),
        *(occurrence, word, band, step, proportion, missing, judged),
        *(figures, gates, nodes),
    )
    for code, words in module.MESSAGES.items()
}
