"""A ranking as the ranking document (`wuwu/ranking@1`), of results that were written where they were scored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wuwu.messages import Words
from wuwu.report.findings.document import problem_document
from wuwu.report.layout.exact_json import dump
from wuwu.report.scorecard.document import result_document, rubric_ref
from wuwu.scoring.scorecard import Scorecard
from wuwu.units.ranking import Failure, GroupRanking, Ranking
from wuwu.units.summary import UnitResult

SCHEMA = "wuwu/ranking@1"
_EMPTY = b"[]"


def render_result(words: Words, card: Scorecard) -> bytes:
    """The result of one unit as JSON: what `dump_ranking` expects as `rendered`."""
    return dump(result_document(card, words))


def dump_ranking(ranking: Ranking, words: Words) -> bytes:
    """The ranking as UTF-8 JSON. Every result must have been rendered by `render_result`, or have its card."""
    head = dump({"schema": SCHEMA})[: -len(b"\n}\n")]
    groups = _array([_group(group, words) for group in ranking.groups])
    failed = _inner(dump([_failure(each, words) for each in ranking.failed]), 1)
    return b'%b,\n  "groups": %b,\n  "failed": %b\n}\n' % (head, _inner(groups, 1), failed)


def _group(group: GroupRanking, words: Words) -> bytes:
    head = dump({"rubric": rubric_ref(group.rubric), "group": group.group})[: -len(b"\n}\n")]
    return b'%b,\n  "units": %b\n}' % (head, _inner(_array(_units(group, words)), 1))


def _units(group: GroupRanking, words: Words) -> Iterator[bytes]:
    for each in group.ranked:
        yield _unit(str(each.rank), each.result, words)
    for result in group.vetoed:
        yield _unit("null", result, words)


def _unit(rank: str, result: UnitResult, words: Words) -> bytes:
    """A result with the rank in front of everything else it says."""
    written = result.rendered
    if written is None:
        if result.card is None:
            raise ValueError("a result that was neither rendered nor kept")
        written = render_result(words, result.card)
    return b'{\n  "rank": %b,%b' % (rank.encode(), written.rstrip().removeprefix(b"{"))


def _failure(failure: Failure, words: Words) -> dict[str, Any]:
    return {
        "path": failure.path,
        "unit": failure.unit,
        "problems": [problem_document(each, words) for each in failure.problems],
    }


def _array(values: Iterator[bytes] | list[bytes]) -> bytes:
    inside = b",\n  ".join(_inner(each, 1) for each in values)
    return b"[\n  %b\n]" % inside if inside else _EMPTY


def _inner(written: bytes, depth: int) -> bytes:
    """JSON one level deeper: a line break never stands inside a JSON text, so each one is a new line of the layout."""
    return written.rstrip().replace(b"\n", b"\n" + b"  " * depth)
