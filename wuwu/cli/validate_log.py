"""`wuwu validate-log`: every problem of every log, without scoring."""

from __future__ import annotations

from pathlib import Path

import click

from wuwu.cli.command import READ, Argument, Command, Option
from wuwu.cli.errors import DONE, FINDINGS, show_problems
from wuwu.cli.examined import Examined, Manner, answer
from wuwu.cli.options import FINDING_FORMATS, format_option, output_option
from wuwu.cli.output import write_output
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
            Option(["--rubric"], type=READ, metavar="ID|FILE", help=words("cli.score.rubric")),
            Option(["--evidence"], is_flag=True, help=words("cli.validate-log.evidence")),
            format_option(words, *FINDING_FORMATS),
            output_option(words),
        ],
    )


def validate_logs(
    words: Words, *, paths: tuple[str, ...], rubric: str | None, evidence: bool, form: str, output: str | None
) -> int:
    """Check the logs that the paths name; the exit code."""
    from wuwu.api import load_rubric, stray_file
    from wuwu.report.findings.checked import Checked
    from wuwu.source.files import expand, find_barren, find_locks, no_units, shown_name

    if rubric is not None:
        load_rubric(rubric)  # what is wrong with it is said once, not for every log
    named = {str(Path(path)) for path in paths}
    logs: list[Examined] = []
    strays: list[Problem] = []
    for file in map(str, expand(paths)):
        found, under = _examine(file, rubric)
        if (stray := stray_file(file, paths, found)) is not None:
            strays.append(stray)
        else:
            logs.append(Examined(Checked(shown_name(file)), found, file in named, under))
    if not logs:
        raise Rejected([no_units(paths), *strays])
    if evidence:
        return _list_evidence(paths, output, words)
    return answer(logs, Manner(form, output), words, [*strays, *find_barren(paths), *find_locks(paths)])


def _list_evidence(paths: tuple[str, ...], output: str | None, words: Words) -> int:
    """Put out the files that the logs cite; the exit code."""
    from wuwu.api import load_logs
    from wuwu.report.evidence import evidence_text
    from wuwu.source.files import expand
    from wuwu.units.evidence import find_exhibits, find_uncited

    logs = [log for file in expand(paths) for log in load_logs(file)]
    found = [find_exhibits(log) for log in logs]
    exhibits = [each for some, _ in found for each in some]
    problems = [each for _, some in found for each in some]
    write_output(evidence_text(exhibits, find_uncited(exhibits, logs), words), output)
    show_problems(problems, words)
    return FINDINGS if problems else DONE


def _examine(file: str, rubric: str | None) -> tuple[tuple[Problem, ...], str]:
    """The problems of a log, and the file of the rubric that it was checked under, as far as it came to that."""
    from wuwu.api import evaluate, notes_of, read_source, rubric_of
    from wuwu.units.evidence import find_exhibits

    try:
        source = read_source(file, rubric)
    except Rejected as rejected:
        return rejected.problems, ""
    found = [problem for _, problems in source.faults for problem in problems]
    under = ""
    for log in source.logs:
        try:
            plan = rubric_of(log, rubric)
            under = plan.rubric.document.name
            found += [*notes_of(log, plan), *find_exhibits(log)[1]]
            evaluate(plan, log)
        except Rejected as rejected:
            found += rejected.problems
    return tuple(dict.fromkeys(found)), under
