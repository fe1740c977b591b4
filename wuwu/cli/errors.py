"""The one error door: whatever a command raises becomes words on standard error and one of the fixed exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Container, Iterable

import click

from wuwu import __version__
from wuwu.cli.output import line_width, report, uses_color
from wuwu.cli.streams import abandon_output, can_say, complain, flush_output, take_lost
from wuwu.diagnostics import CANNOT_BE_READ, Problem, Rejected, Severity
from wuwu.messages import Words

DONE, FINDINGS, USAGE, DEFECT, INTERRUPTED = 0, 1, 2, 3, 130

# The path itself could not be read or written: these are not about what stands in a file.
NO_ACCESS = CANNOT_BE_READ | {"unwritable-file", "missing-folder", "full-disk", "incomplete-output", "process-ended"}
# A bundled rubric that is not there: on the command line it has no place, in a log it has.
NO_RUBRIC = frozenset({"unknown-rubric", "no-rubric-for-year"})
# The command line contradicts itself.
_CLASHES = frozenset(
    {"output-is-input", "outputs-clash", "output-ending", "output-replaces", "edition-exists", "bundled-examples"}
)

_MOST_LOST = 10


def exit_code(problems: Iterable[Problem], named: Container[str] | None = None) -> int:
    """The exit code for problems: 3 for a path that the user named, 2 for a command line that leads nowhere, 1 for other
    errors, 0 for none.

    `named`: the paths he named, as problems show them, where these may be about files inside folders as well.
    """
    errors = [each for each in problems if each.severity is Severity.ERROR]
    refused = [each for each in errors if each.code in NO_ACCESS]
    if any(named is None or each.place is None or each.place.file in named for each in refused):
        return DEFECT
    if any(map(_is_usage, errors)):
        return USAGE
    return FINDINGS if errors else DONE


def _is_usage(problem: Problem) -> bool:
    return problem.code in _CLASHES or (problem.code in NO_RUBRIC and problem.place is None)


def show_problems(problems: Iterable[Problem], words: Words) -> None:
    """Print problems for a person on standard error."""
    from wuwu.report.findings.problems import render_problems

    complain(render_problems(tuple(problems), words, uses_color(sys.stderr), line_width(sys.stderr)))


def guard(action: Callable[[], int], words: Words) -> int:
    """Run an action and push its output out; the exit code. Lets nothing through but SystemExit."""
    code = DONE
    try:
        code = action()
        flush_output()
    except BrokenPipeError:  # the reader has seen enough, as `head` does
        abandon_output()
    except KeyboardInterrupt:
        abandon_output()
        complain("\n" + words("cli.interrupted") + "\n")
        code = INTERRUPTED
    except Exception as error:
        code = max(code, _answer_safely(error, words))
        _flush_rest()
    _report_lost(words)
    return code


def _report_lost(words: Words) -> None:
    """Say which characters did not go out because an encoding lacks them; in English where it lacks even these words."""
    lost = take_lost()
    if not lost:
        return
    named = [each if can_say(sys.stderr, each) else "" for each in lost[:_MOST_LOST]]
    listed = [f"{each}<U+{ord(lost[number]):04X}>" for number, each in enumerate(named)]
    more = ["…"] if len(lost) > _MOST_LOST and can_say(sys.stderr, "…") else []
    for language in (words, Words("en")):
        said = language("cli.lost", count=len(lost), characters=language.join([*listed, *more]))
        if can_say(sys.stderr, said):
            report(said)
            return


def _answer_safely(error: Exception, words: Words) -> int:
    """The door holds even when explaining an error is what fails."""
    try:
        return _answer(error, words)
    except Exception as defect:
        complain(_apology(defect, words) + "\n")
        return DEFECT


def _answer(error: Exception, words: Words) -> int:
    if os.environ.get("WUWU_DEBUG"):
        import traceback

        complain(traceback.format_exc())
    if isinstance(error, click.ClickException):
        from wuwu.cli.usage import explain_usage

        complain(explain_usage(error, words))
        return USAGE
    if isinstance(error, Rejected):
        show_problems(error.problems, words)
        return exit_code(error.problems) or FINDINGS
    if isinstance(error, OSError | MemoryError):
        report(_system_refusal(error, words))
        return DEFECT
    report(_apology(error, words))
    return DEFECT


def _system_refusal(error: OSError | MemoryError, words: Words) -> str:
    """No file of the user and no defect: there is no room for what wuwu needs on its way, or the like."""
    from wuwu.source.refusal import reason_of

    file = getattr(error, "filename", None)
    return words("cli.system-refusal", reason=reason_of(error), place=f" [{file}]" if file else "")


def _apology(error: Exception, words: Words) -> str:
    return words(
        "cli.apology",
        kind=type(error).__name__,
        message=" ".join(str(error).split()) or "-",
        version=__version__,
        python=sys.version.split()[0],
        platform=sys.platform,
    )


def _flush_rest() -> None:
    """What was written before the error still goes out; a second error would only hide the first."""
    try:
        flush_output()
    except (OSError, Rejected):
        abandon_output()
