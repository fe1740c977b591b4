"""`wuwu validate-log`: every problem of every log, without scoring."""

from __future__ import annotations

from pathlib import Path

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.examined import Examined, Manner, answer
from wuwu.cli.options import FINDING_FORMATS, format_option, output_option
from wuwu.cli.path_conflicts import READ, READ_RUBRIC
from wuwu.diagnostics import Problem, Rejected
from wuwu.messages import Words


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
            Option(["--rubric"], type=READ_RUBRIC, metavar="ID|FILE", help=words("cli.score.rubric")),
            format_option(words, *FINDING_FORMATS),
            output_option(words),
        ],
    )


def validate_logs(words: Words, *, paths: tuple[str, ...], rubric: str | None, form: str, output: str | None) -> int:
    """Check the logs that the paths name; the exit code."""
    from wuwu.api import load_rubric, stray_rubric
    from wuwu.report.findings.checked import Checked
    from wuwu.source.files import expand, find_barren, no_units, shown_name

    if rubric is not None:
        load_rubric(rubric)  # what is wrong with it is said once, not for every log
    named = {str(Path(path)) for path in paths}
    logs: list[Examined] = []
    strays: list[Problem] = []
    for file in map(str, expand(paths)):
        found = _examine(file, rubric)
        if (stray := stray_rubric(file, paths, found)) is not None:
            strays.append(stray)
        else:
            logs.append(Examined(Checked(shown_name(file)), found, file in named))
    if not logs:
        raise Rejected([no_units(paths), *strays])
    return answer(logs, Manner(form, output), words, [*strays, *find_barren(paths)])


def _examine(file: str, rubric: str | None) -> tuple[Problem, ...]:
    """The problems of a log."""
    from wuwu.api import evaluate, load_log, rubric_of

    notes: tuple[Problem, ...] = ()
    try:
        log = load_log(file, rubric)
        notes = log.document.notes
        evaluate(rubric_of(log, rubric), log)
    except Rejected as rejected:
        return (*notes, *rejected.problems)
    return notes
