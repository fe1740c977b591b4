"""What holds for rubrics drawn from all pairs of kind and scale, beside what holds for every table: each pair told whole, no clause
moved by another one, and the range the lowest and highest of all completions.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.engine.random_logs import Entry, logs
from tests.engine.random_rubrics import PAIRS, Data, compile_drawn, rubric_data
from tests.engine.test_properties import card_of, check_sums, scores
from wuwu.diagnostics import Rejected
from wuwu.messages import LANGUAGES, Words
from wuwu.report.explanation import explain
from wuwu.report.layout.exact_json import dump
from wuwu.report.schemas import schema_document
from wuwu.report.scorecard.document import result_document
from wuwu.report.sentences import line_sentence
from wuwu.rubric.plan import Plan
from wuwu.rules.award import Award
from wuwu.rules.judged import Judged
from wuwu.rules.measure import Amount, Share, Target
from wuwu.rules.word import WordChoice
from wuwu.scoring.scorecard import Scorecard

FEW = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
RESULT = jsonschema.Draft7Validator(schema_document("result", Words("en")))


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
@FEW
@given(data=st.data())
def test_every_pair_is_told_in_both_languages_and_as_json(pair: tuple[str, str], data: st.DataObject) -> None:
    plan = compile_drawn(data.draw(rubric_data(pair)))
    card = card_of(plan, data.draw(logs(plan, only=lambda clause: clause.startswith("A1."))))
    check_sums(card.total)
    for language in LANGUAGES:
        words = Words(language)
        for line in (*card.total.all_lines(), *card.vetoes, *card.gradings):
            assert line_sentence(line, card.bound.log.events, words)
        assert explain(plan, None, words, full=True)
        RESULT.validate(json.loads(dump(result_document(card, words))))


def _with_more(data: Data) -> Data:
    """The rubric with one more row, under which nothing is logged."""
    rules: list[Data] = [{"id": "Z1.否", "kind": "veto"}, {"id": "Z1.降", "kind": "grade", "lower": 1}]
    if not data["limits"]:  # which would hold these, too, and so at another node
        rules.append({"id": "Z1.扣", "kind": "deduction", "occurrence": {"each": 1}})
        rules.append({"id": "Z1.加", "kind": "bonus", "word": {"each": {"市级": 1}}})
    row = {"id": "Z1", "text": "正文", "floor": "none", "rules": rules}
    first, *rest = data["dimensions"]
    return {**data, "dimensions": [{**first, "items": [*first["items"], row]}, *rest]}


@settings(FEW, max_examples=40)
@given(data=st.data())
def test_clauses_under_which_nothing_is_logged_move_nothing(data: st.DataObject) -> None:
    drawn = data.draw(rubric_data())
    plan, more = (compile_drawn(each) for each in (drawn, _with_more(drawn)))
    events = data.draw(logs(plan))
    one, other = card_of(plan, events), card_of(more, events)
    assert scores(one) == {node: score for node, score in scores(other).items() if node != "Z1"}
    assert (one.span, one.standing, one.grade) == (other.span, other.standing, other.grade)


# --- the range ---------------------------------------------------------------------------------------------------

# each bound and just beside it, and the ends
GRID = [
    Decimal(each) for bound in (20, 50, 80) for each in (bound - 1, f"{bound - 0.01:.2f}", bound, f"{bound + 0.01:.2f}")
]
GRID += [Decimal(each) for each in (0, 10, 90, 100)]
MOST = 400


class Open(NamedTuple):
    """The ways in which an open clause may come out, each some entries; whether they are all that matter."""

    ways: list[list[Entry]]
    whole: bool = True


def _ways(plan: Plan, clause: str, card: Scorecard) -> Open:
    declared = plan.clauses[clause].declared
    entry: Entry = {"clause": clause}
    if isinstance(declared, Share):
        return Open([[{**entry, "value": value}] for value in GRID])
    # of those of whom there are too few, any number may follow
    alone = all(event.clause != clause for event in card.bound.log.events)
    if isinstance(declared, Amount):
        return Open([way for value in GRID for way in _figures(clause, declared.several, value)], alone)
    if isinstance(declared, Target):
        figures: list[Entry] = [{"rate": rate} for rate in (0, 99, 108, 300)] + [{"done": True}, {"done": False}]
        pairs = itertools.combinations_with_replacement(figures, 2)
        sets = [*([each] for each in figures), *map(list, pairs)]
        return Open([[{**entry, "name": str(n), **each} for n, each in enumerate(some)] for some in sets], whole=False)
    assert isinstance(declared, Award)
    if isinstance(declared.scale, WordChoice):
        return Open([[{**entry, "level": word}] for word in declared.scale.points])
    if isinstance(declared.scale, Judged):
        said: Entry = {} if declared.scale.several else {"reason": "说明"}
        raters = [{**entry, **said, "decided_by": f"评{n}"} for n in range(3 if declared.scale.several else 1)]
        return Open([[{**each, "points": points} for each in raters] for points in (0, declared.points)], alone)
    return Open([[{**entry, "finding": finding}] for finding in ("符合", "不符合")])


def _figures(clause: str, several: str | None, value: Decimal) -> Iterator[list[Entry]]:
    """Entries that come to a figure: one or two months of a sum, three raters of a mean without the highest and the lowest."""
    if several is None:
        yield [{"clause": clause, "value": value}]
        return
    for values in ([value], [value, Decimal(90)]) if several == "sum" else ([value] * 3,):
        yield [{"clause": clause, "value": each, "name": f"其{n}"} for n, each in enumerate(values)]


def _completions(plan: Plan, events: list[Entry], card: Scorecard) -> tuple[Iterator[list[Entry]], bool]:
    """Every way in which all that is open may come out, and whether the lowest and the highest must be among them."""
    found = [_ways(plan, each.clause, card) for each in card.unassessed]
    size = 2 ** len(card.pending)
    for each in found:
        size *= len(each.ways)
    assume(size <= MOST)

    def settled() -> Iterator[list[Entry]]:
        for statuses in itertools.product(["查实", "不属实"], repeat=len(card.pending)):
            known = [dict(event) for event in events]
            for pending, status in zip(card.pending, statuses, strict=True):
                known[pending.event]["status"] = status
            for more in itertools.product(*(each.ways for each in found)):
                yield [*known, *itertools.chain.from_iterable(more)]

    return settled(), all(each.whole for each in found)


def _is_pulled(plan: Plan, clause: str) -> bool:
    readers = plan.fed.get(clause, ())
    return len(readers) > 1 and any(
        rule.scale is not None and rule.scale.name in ("step", "proportion") for rule in readers
    )


@settings(FEW, max_examples=100)
@given(data=st.data())
def test_the_range_is_the_lowest_and_highest_of_all_completions(data: st.DataObject) -> None:
    plan = compile_drawn(data.draw(rubric_data()))
    events = data.draw(logs(plan, most=8))
    card = card_of(plan, events)
    assume(card.unassessed or card.pending)
    # where all is not applicable, the findings themselves are open: tests/language/test_limits.py
    assume(all(line.word != "node-prorate-none" for line in card.total.all_lines()))
    completions, whole = _completions(plan, events, card)
    # steps of two rules that pull one figure two ways may be at their worst between the figures tried here
    whole = whole and not any(_is_pulled(plan, each.clause) for each in card.unassessed)
    cards: list[Scorecard] = []
    for each in completions:
        try:
            cards.append(card_of(plan, each))
        except Rejected as rejected:  # shares of one poll over 100, a second finding beside a pending one
            codes = {problem.code for problem in rejected.problems}
            assert codes <= {"shares-over-whole", "double-entry"}, codes
    totals = [each.total.score for each in cards]
    assert totals
    low, high = card.span.low, card.span.high
    denied = not card.vetoes and any(each.vetoes for each in cards)
    assert card.span.denied == denied
    if whole:
        assert high == max(totals)
        assert low == (None if denied else min(totals))
    else:
        assert high is None or high >= max(totals)
        assert low is None or low <= min(totals)
