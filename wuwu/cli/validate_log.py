"""`wuwu validate-log`: every problem of every log, without scoring."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from wuwu.cli.command import READ, WRITTEN, Argument, Command, Option
from wuwu.cli.door import DONE, FINDINGS, USAGE, exit_code, show_problems
from wuwu.cli.options import refuse_unknown
from wuwu.cli.output import uses_color, write_output
from wuwu.messages import Words
from wuwu.problem import Problem, Rejected

FORMATS = ("text", "json", "github", "sarif", "junit")


def build(words: Words) -> click.Command:
    """The command, in the given words."""
    return Command(
        "validate-log",
        words,
        validate_logs,
        about=words("cli.validate-log.about"),
        params=[
            Argument(
                ["paths"], nargs=-1, type=READ, required=True, metavar="PATH…", explained=words("cli.score.paths")
            ),
            Option(["--rubric"], type=READ, metavar="ID|FILE", help=words("cli.score.rubric")),
            Option(["--format"], type=click.Choice(FORMATS), default="text", help=words("cli.score.format")),
            Option(["-o", "--output", "output"], type=WRITTEN, metavar="FILE", help=words("cli.option.output")),
        ],
    )


def validate_logs(words: Words, *, paths: tuple[str, ...], rubric: str | None, format: str, output: str | None) -> int:  # noqa: A002 - the option's name
    """Check the logs that the paths name; the exit code."""
    from wuwu.library import stray_rubric
    from wuwu.report.findings.formats import render
    from wuwu.source.files import expand, find_barren, no_units, shown_name

    if unknown := refuse_unknown(rubric):
        show_problems(unknown, words)
        return USAGE
    logs: list[str] = []
    problems: list[Problem] = []
    for file in map(str, expand(paths)):
        found = list(_problems(file, rubric))
        if (stray := stray_rubric(file, paths, found)) is not None:
            problems.append(stray)
        else:
            logs.append(shown_name(file))
            problems += found
    if not logs:
        raise Rejected([no_units(paths), *problems])
    problems += find_barren(paths)
    color = output is None and uses_color(sys.stdout)
    write_output(render(problems, logs, format, words, color=color), output)
    # a file the user did not name himself, but that a folder holds, is a finding even when it cannot be read
    named = [problem for problem in problems if problem.place is not None and problem.place.file in paths]
    return max(exit_code(named), FINDINGS if exit_code(problems) else DONE)


def _problems(file: str, rubric: str | None) -> Iterator[Problem]:
    from wuwu.library import evaluate, load_log, rubric_of

    try:
        log = load_log(file, rubric)
        yield from log.document.notes
        evaluate(rubric_of(log, rubric), log)
    except Rejected as rejected:
        yield from rejected.problems
