"""A ranking as the ranking document (`wuwu/ranking@1`), of results that were written where they were scored."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wuwu.messages import Words
from wuwu.report.findings.document import problem_document
from wuwu.report.layout.exact_json import dump
from wuwu.report.scorecard.document import result_document, rubric_ref
from wuwu.scoring.scorecard import Scorecard
from wuwu.units.ranking import GroupRanking, Ranking
from wuwu.units.summary import UnitResult

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = "wuwu/ranking@1"


def render_result(words: Words, card: Scorecard) -> str:
    """The result of one unit as JSON text: it takes a tenth of the memory of the document, and goes between processes."""
    return dump(result_document(card, words)).decode()


def dump_ranking(ranking: Ranking, words: Words) -> bytes:
    """The ranking as UTF-8 JSON. Every result must have been rendered by `render_result`, or have its card."""
    failed = [
        {
            "path": each.path,
            "unit": each.unit,
            "problems": [problem_document(problem, words) for problem in each.problems],
        }
        for each in ranking.failed
    ]
    groups = [
        {"rubric": rubric_ref(group.rubric), "group": group.group, "units": _units(group, words)}
        for group in ranking.groups
    ]
    return dump({"schema": SCHEMA, "groups": groups, "failed": failed})


def _units(group: GroupRanking, words: Words) -> Iterator[dict[str, Any]]:
    """The units one by one, as they are written: all of them at once would not stay small."""
    for each in group.ranked:
        yield {"rank": each.rank, **_result(each.result, words)}
    for result in group.vetoed:
        yield {"rank": None, **_result(result, words)}


def _result(result: UnitResult, words: Words) -> dict[str, Any]:
    if result.rendered is not None:
        document: dict[str, Any] = json.loads(result.rendered, parse_float=Decimal)
        return document
    if result.card is None:
        raise ValueError("a result that was neither rendered nor kept")
    return {**result_document(result.card, words)}
