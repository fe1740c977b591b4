"""Findings as a JUnit report: a suite for every file, a case for every problem, and one passed case for a clean file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from wuwu.diagnostics import Problem, Severity
from wuwu.messages import Words
from wuwu.report.findings.checked import Checked
from wuwu.report.findings.excerpt import around
from wuwu.report.findings.problems import fixes, message, name_related

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(problems: Sequence[Problem], checked: Sequence[Checked], words: Words, strict: bool) -> bytes:
    """The report. Errors fail; warnings fail if `strict`, else they are shown in a passed case, as notes are."""
    by_file: dict[str, list[Problem]] = {each.file: [] for each in checked}
    for problem in problems:
        by_file.setdefault(_file(problem), []).append(problem)
    suites = Xml.Element("testsuites", name="wuwu")
    total = failed = 0
    for name, own in by_file.items():
        failures = sum(_fails(problem, strict) for problem in own)
        cases = max(1, len(own))
        total, failed = total + cases, failed + failures
        counts = {"tests": str(cases), "failures": str(failures), "errors": "0", "skipped": "0"}
        suite = Xml.SubElement(suites, "testsuite", {"name": _clean(name)} | counts)
        for problem in own:
            _case(suite, problem, words, fails=_fails(problem, strict))
        if not own:
            Xml.SubElement(suite, "testcase", classname=_clean(name), name=_clean(name))
    suites.attrib |= {"tests": str(total), "failures": str(failed), "errors": "0"}
    Xml.indent(suites)
    text = Xml.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode("utf-8", "replace")


def _case(suite: Xml.Element, problem: Problem, words: Words, *, fails: bool) -> None:
    said = _clean(message(problem, words))
    name = f"{problem.code} ({problem.place})" if problem.place else problem.code
    case = Xml.SubElement(suite, "testcase", classname=_clean(_file(problem)), name=_clean(name))
    place = problem.place
    detail = [str(place)] if place else []
    detail += [around(place)] if place and place.excerpt else []
    others = name_related(problem, words)
    text = _clean("\n".join([*detail, said, *others, *(f"→ {fix}" for fix in fixes(problem, words))]))
    if fails:
        Xml.SubElement(case, "failure", message=said, type=problem.code).text = text
    else:
        Xml.SubElement(case, "system-out").text = text


def _fails(problem: Problem, strict: bool) -> bool:
    return problem.severity is Severity.ERROR or (strict and problem.severity is Severity.WARNING)


def _file(problem: Problem) -> str:
    return problem.place.file if problem.place else "wuwu"


def _clean(text: str) -> str:
    """The text with a mark for what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
