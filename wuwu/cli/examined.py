"""What a check found in each file in, the answer of `validate-log` and `validate-rubric` out: findings, and their exit code.

Findings are the data of these commands and go to standard output. A path or an id of the user that is not found is reported on
standard error, as by every other command; a machine format holds it besides, so that no program takes the file for clean.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from wuwu.cli.errors import DONE, FINDINGS, NO_ACCESS, NO_RUBRIC, exit_code, show_problems
from wuwu.cli.output import line_width, screen_width, uses_color, write_output
from wuwu.diagnostics import Problem, Severity
from wuwu.messages import Words

if TYPE_CHECKING:
    from wuwu.report.findings.checked import Checked


class Examined(NamedTuple):
    """A file that was to be checked, the problems found, and whether the user named it himself."""

    about: Checked
    problems: tuple[Problem, ...]
    named: bool = True

    @property
    def refused(self) -> bool:
        """Whether there was nothing to look at where the user said there is. Inside a folder that is a finding."""
        return self.named and any(map(self._concerns_path, self.problems))

    def _concerns_path(self, problem: Problem) -> bool:
        if problem.place is None:  # an id on the command line; one in a log has its place there
            return problem.code in NO_ACCESS | NO_RUBRIC
        return problem.code in NO_ACCESS and problem.place.file == self.about.file


class Manner(NamedTuple):
    """How the user wants to be answered. `strict`: warnings count as errors do."""

    form: str
    output: str | None
    strict: bool = False


def answer(examined: Sequence[Examined], manner: Manner, words: Words, notes: Iterable[Problem] = ()) -> int:
    """Put out what was found; the exit code. `notes` are about no file that was checked."""
    from wuwu.report.findings.formats import render

    refusals = [problem for each in examined if each.refused for problem in each.problems]
    looked_at = [each for each in examined if not each.refused]
    findings = [*(problem for each in looked_at for problem in each.problems), *notes]
    if manner.form != "text":
        told, about = [*refusals, *findings], [each.about for each in examined]
    else:
        told, about = findings, [each.about for each in looked_at]
    if told or about:
        to_screen = manner.output is None
        text = render(
            told,
            about,
            manner.form,
            words,
            strict=manner.strict,
            color=to_screen and uses_color(sys.stdout),
            width=screen_width(),
            whole=not to_screen or line_width(sys.stdout) is None,
        )
        write_output(text, manner.output)
    show_problems(refusals, words)
    return max(exit_code(refusals), _code_of_findings(findings, manner.strict))


def _code_of_findings(findings: Sequence[Problem], strict: bool) -> int:
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FINDINGS if any(each.severity in grave for each in findings) else DONE
