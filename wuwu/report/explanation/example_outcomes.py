"""Worked examples: what is logged, what comes of it, and every line of the working that leads there."""

from __future__ import annotations

from collections.abc import Iterator

from wuwu.checks.examples import ExampleOutcome, nodes_around, run_example
from wuwu.messages import Words
from wuwu.report.explanation.bounds import amount, find_location, floor_sentence
from wuwu.report.explanation.example_inputs import given_sentence
from wuwu.report.explanation.passage import Passage, entry
from wuwu.report.explanation.prices import surroundings_of
from wuwu.report.findings.problems import fixes, message
from wuwu.report.sentences import ignored_reason, line_sentence, signed
from wuwu.rubric.plan import Plan
from wuwu.rules.kind import AmountRule, Example, Rule
from wuwu.rules.lines import ZERO, Does, Line
from wuwu.rules.occurrence import Counting
from wuwu.scoring.scorecard import Scorecard

_LIMITS = ("affair", "highest", "once", "times", "month", "cap")
_NODES = ("part", "item", "dimension")


def explain_example(
    plan: Plan, rule: Rule, example: Example, words: Words, depth: int, *, working: bool
) -> Iterator[Passage]:
    """The example in a sentence; with `working`, the lines that lead there where they say more."""
    outcome = run_example(plan, rule, example)
    card = outcome.card
    given = given_sentence(plan, rule, example, words)
    result = words("outcome.comma").join(_result(plan, rule, example, outcome, words))
    told = words("outcome.example", given=given, result=result)
    if example.note is not None and example.note not in told:
        told = words("outcome.note", example=told, note=example.note)
    yield entry(told, depth)
    if card is not None and working:
        yield from (entry(line, depth + 1) for line in _working(rule, example, card, words))


def _result(plan: Plan, rule: Rule, example: Example, outcome: ExampleOutcome, words: Words) -> Iterator[str]:
    """What the example says comes of it, and what held it back."""
    card = outcome.card
    if card is None:
        code = "outcome.refused" if outcome.passed else "outcome.fails"
        yield words(code, problem=_refusal(example, outcome, words))
        return
    around = nodes_around(rule, card.total)
    own = [line for line in card.total.all_lines() if line.rule == rule.id]
    if example.scores is not None and rule.does is not Does.VETO:  # which moves no points
        yield _moved(rule, example, own, words)
    kinds = {line.kind for line in own}
    yield from (_limit(plan, rule, kind, words) for kind in _LIMITS if kind in kinds)
    if example.vetoed is not None:
        yield words("outcome.vetoed" if example.vetoed else "outcome.not-vetoed")
    for level in _NODES:
        score = getattr(example, level)
        if score is not None:
            bitten = [line for line in around[level].lines if line.kind == "floor"]
            yield from (floor_sentence(around[level].node.bounds.floor, words) for _ in bitten)
            yield words(f"outcome.{level}", score=score)
    if not outcome.passed:
        yield words("outcome.otherwise")


def _refusal(example: Example, outcome: ExampleOutcome, words: Words) -> str:
    """The problem that the example is there to show, or that keeps it from being one, and how to fix it."""
    shown = [each for each in outcome.problems if each.code == example.refused] or outcome.problems
    return words("outcome.comma").join((message(shown[0], words), *fixes(shown[0], words)))


def _moved(rule: Rule, example: Example, own: list[Line], words: Words) -> str:
    """What the rule alone moves."""
    points = example.scores or ZERO
    act = rule.does.value
    if rule.does is Does.ZERO:
        code = "outcome.zero" if points else "outcome.zero.nothing" if own else "outcome.zero.not"
    else:
        code = f"outcome.{act}" if points or rule.does is Does.AWARD else f"outcome.{act}.nothing"
    return words(code, points=amount(abs(points), words))


def _limit(plan: Plan, rule: Rule, kind: str, words: Words) -> str:
    """A limit of the rule's own that bit."""
    act, scale = rule.does.value, rule.scale
    context = surroundings_of(plan, find_location(plan.rubric, rule.id), words)
    if kind == "times" and isinstance(scale, Counting):
        return scale.explain_times(rule, context)
    if kind == "month" and isinstance(scale, Counting):
        return words("price.monthly-cap", points=context.amount(scale.monthly_cap or ZERO))
    if kind == "cap" and isinstance(rule, AmountRule):
        targets = scale is not None and scale.name == "step" and scale.source is not None
        code = f"price.{act}.total-cap" if targets else {"deduct": "price.deduct.cap"}.get(act, "price.cap")
        return words(code, points=context.amount(rule.ceiling or ZERO))
    return words({"once": "price.once", "affair": "price.affair"}.get(kind, f"price.{act}.highest"))


def _working(rule: Rule, example: Example, card: Scorecard, words: Words) -> Iterator[str]:
    """The lines that lead to what the example says; none where its sentence says as much."""
    events = card.bound.log.events
    # what is logged is shown above, and most of its days are only those of every example
    told = [
        words("outcome.line", points=signed(line.points), sentence=line_sentence(bare, events, words))
        for line in _lines(rule, example, card)
        if (line.points or line.rule == rule.id) and (bare := line._replace(events=()))
    ]
    dimension = nodes_around(rule, card.total)["dimension"]
    if told and dimension.lines:
        rows = sum([row.score for row in dimension.children], ZERO)
        told.insert(0, words("outcome.rows", points=signed(rows)))
    told += _idle(card, words)
    yield from told if len(told) > 1 else ()


def _lines(rule: Rule, example: Example, card: Scorecard) -> Iterator[Line]:
    """Those of the dimension where it has any, else of the row, or of the part where the example speaks of no more."""
    around = nodes_around(rule, card.total)
    row, dimension = around["item"], around["dimension"]
    of_part = "part" in around and example.item is None and example.dimension is None
    for node in [dimension] if dimension.lines else [around["part"]] if of_part else [*row.children, row]:
        yield from node.lines
    yield from card.total.lines


def _idle(card: Scorecard, words: Words) -> Iterator[str]:
    """The entries that move nothing, and why."""
    pending = [(each.clause, words("pending.status")) for each in card.pending]
    ignored = [(each.clause, ignored_reason(each, card, words)) for each in card.ignored]
    yield from (words("outcome.idle", clause=clause, reason=reason) for clause, reason in (*pending, *ignored))
