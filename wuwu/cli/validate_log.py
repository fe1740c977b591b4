"""`wuwu validate-log`: every problem of every log, without scoring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from wuwu.cli.command import READ, WRITTEN, Argument, Command, Option
from wuwu.cli.door import USAGE, show_problems
from wuwu.cli.examined import Examined, Manner, answer
from wuwu.cli.options import refuse_unknown
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
    from wuwu.report.findings.checked import Checked
    from wuwu.source.files import expand, find_barren, no_units, shown_name

    if unknown := refuse_unknown(rubric):
        show_problems(unknown, words)
        return USAGE
    named = {str(Path(path)) for path in paths}
    logs: list[Examined] = []
    strays: list[Problem] = []
    for file in map(str, expand(paths)):
        found = tuple(_problems(file, rubric))
        if (stray := stray_rubric(file, paths, found)) is not None:
            strays.append(stray)
        else:
            logs.append(Examined(Checked(shown_name(file)), found, file in named))
    if not logs:
        raise Rejected([no_units(paths), *strays])
    return answer(logs, Manner(format, output), words, [*strays, *find_barren(paths)])


def _problems(file: str, rubric: str | None) -> Iterator[Problem]:
    from wuwu.library import evaluate, load_log, rubric_of

    try:
        log = load_log(file, rubric)
        yield from log.document.notes
        evaluate(rubric_of(log, rubric), log)
    except Rejected as rejected:
        yield from rejected.problems
