"""Findings as a JSON document (`wuwu/findings@1`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wuwu import __version__
from wuwu.diagnostics import Place, Problem, Severity
from wuwu.messages import Words
from wuwu.report.findings.checked import Checked
from wuwu.report.findings.problems import fixes, message
from wuwu.report.layout.exact_json import dump

if TYPE_CHECKING:
    from wuwu.report.documents import PlaceDocument, ProblemDocument

SCHEMA = "wuwu/findings@1"


def render(problems: Sequence[Problem], checked: Sequence[Checked], words: Words, strict: bool) -> bytes:
    """The document as JSON."""
    return dump(findings_document(problems, checked, words))


def findings_document(problems: Sequence[Problem], checked: Sequence[Checked], words: Words) -> dict[str, object]:
    """Every problem with its place, sentence and fixes; every file with its figures."""
    counts = Counter(problem.severity for problem in problems)
    return {
        "schema": SCHEMA,
        "wuwu": __version__,
        "files": [{"path": each.file, "figures": dict(each.figures)} for each in checked],
        "counts": {severity.value: counts[severity] for severity in Severity},
        "problems": [problem_document(problem, words) for problem in problems],
    }


def problem_document(problem: Problem, words: Words) -> ProblemDocument:
    """A problem as plain values: its place, its sentence and its fixes."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        **_place_document(problem.place),
        "message": message(problem, words),
        "mends": fixes(problem, words),
        "related": [_place_document(place) for place in problem.related],
    }


def _place_document(place: Place | None) -> PlaceDocument:
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "length": place.length if place and place.line else None,
        "excerpt": place.excerpt if place else None,
        "cell": place.cell if place else None,
    }
