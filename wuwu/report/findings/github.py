"""Findings as annotations of GitHub Actions: one workflow command a problem, and a notice that sums them up."""

from __future__ import annotations

from collections.abc import Sequence

from wuwu.diagnostics import Problem, Severity
from wuwu.messages import Words
from wuwu.report.findings.checked import Checked
from wuwu.report.findings.problems import count_sentence, fixes, message, name_related

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(problems: Sequence[Problem], checked: Sequence[Checked], words: Words, strict: bool) -> bytes:
    """The commands, one a line."""
    lines = [_annotation(problem, words) for problem in problems]
    lines += [
        f"- {each.file}: {line}" for each in checked for line in each.told
    ]  # never at the start: it could be a command
    summary = count_sentence(problems, words) if problems else words("findings.none", count=len(checked))
    lines.append(f"::notice title=wuwu::{escape_data(summary)}")
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _annotation(problem: Problem, words: Words) -> str:
    place = problem.place
    properties: dict[str, object] = {}
    said = [message(problem, words), *name_related(problem, words), *(f"→ {fix}" for fix in fixes(problem, words))]
    if place is not None:
        properties["file"] = place.file.replace("\\", "/")
        if place.cell is not None:
            said[0] = f"[{place.cell}] {said[0]}"
        elif place.line is not None:
            column = place.column or 1
            properties |= {"line": place.line, "endLine": place.line, "col": column, "endColumn": column + place.length}
    properties["title"] = problem.code
    listed = ",".join(f"{name}={escape_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[problem.severity]} {listed}::{escape_data(chr(10).join(said))}"


def escape_data(text: str) -> str:
    """The message of a workflow command, in which % begins an escape and a line end would end the command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """A property of a workflow command, which `:` and `,` would end besides."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
