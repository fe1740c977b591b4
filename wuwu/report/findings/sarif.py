"""Findings as SARIF 2.1.0, the format of code scanning. Columns count characters, as everywhere in wuwu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from wuwu import __version__
from wuwu.diagnostics import Place, Problem, Severity
from wuwu.messages import Words
from wuwu.report.findings.checked import Checked
from wuwu.report.findings.problems import fixes, message, name_related
from wuwu.report.layout.exact_json import dump

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_WINDOWS_DRIVE = 2


def render(problems: Sequence[Problem], checked: Sequence[Checked], words: Words, strict: bool) -> bytes:
    """One run of the tool `wuwu`: a rule for every code that occurs, a result for every problem."""
    codes = sorted({problem.code for problem in problems})
    files = dict.fromkeys([*(each.file for each in checked), *(p.place.file for p in problems if p.place)])
    driver = {"name": "wuwu", "version": __version__, "rules": [_rule(code, words) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[words.language],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(file)}} for file in files],
        "results": [_result(problem, codes, words) for problem in problems],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, words: Words) -> dict[str, Any]:
    """What a problem of this code says in general, and how to fix it."""
    about = words.outline(f"problem.{code}")
    fix = f"problem.{code}.fix"
    advice = words.outline(fix) if fix in words else about
    described = {"shortDescription": about, "fullDescription": f"{about} → {advice}", "help": advice}
    return {"id": code, **{name: {"text": text} for name, text in described.items()}}


def _result(problem: Problem, codes: Sequence[str], words: Words) -> dict[str, Any]:
    said = [message(problem, words), *(f"→ {fix}" for fix in fixes(problem, words))]
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": _LEVELS[problem.severity],
        "message": {"text": "\n".join(said)},
    }
    if problem.place is not None:
        result["locations"] = [_location(problem.place)]
    if problem.related:
        about = zip(problem.related, name_related(problem, words), strict=True)
        result["relatedLocations"] = [_location(place) | {"message": {"text": text}} for place, text in about]
    return result


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.cell is not None:
        return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": place.cell}]}
    if place.line is not None:
        start = place.column or 1
        physical["region"] = {"startLine": place.line, "startColumn": start, "endColumn": start + place.length}
        if place.excerpt is not None:
            marked = place.excerpt[start - 1 : start - 1 + place.length]
            physical["region"]["snippet"] = {"text": marked}
    return {"physicalLocation": physical}


def _uri(file: str) -> str:
    """The path as a URI: relative as it stands, absolute as a file URI."""
    path = file.replace("\\", "/")
    if path[1:_WINDOWS_DRIVE] == ":":
        return f"file:///{path[0]}:{quote(path[_WINDOWS_DRIVE:])}"
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)
