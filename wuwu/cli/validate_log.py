"""`wuwu validate-log`: every problem of every log, without scoring."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wuwu.cli.command import READ, Argument, Command, Option
from wuwu.cli.examined import Examined, Manner, answer
from wuwu.cli.options import FINDING_FORMATS, format_option, output_option
from wuwu.diagnostics import Problem, Rejected
from wuwu.messages import Words

if TYPE_CHECKING:
    from wuwu.units.batch import ScoredUnit


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
            format_option(words, *FINDING_FORMATS),
            output_option(words),
        ],
    )


def validate_logs(words: Words, *, paths: tuple[str, ...], rubric: str | None, form: str, output: str | None) -> int:
    """Check the logs that the paths name; the exit code."""
    from wuwu.api import load_rubric, stray_rubric
    from wuwu.report.findings.checked import Checked
    from wuwu.source.files import expand, find_barren, no_units, shown_name
    from wuwu.units.batch import find_doubled_units

    if rubric is not None:
        load_rubric(rubric)  # what is wrong with it is said once, not for every log
    named = {str(Path(path)) for path in paths}
    logs: list[Examined] = []
    strays: list[Problem] = []
    units: dict[int, ScoredUnit] = {}
    for file in map(str, expand(paths)):
        found, under, unit = _examine(file, rubric)
        if (stray := stray_rubric(file, paths, found)) is not None:
            strays.append(stray)
            continue
        if unit is not None:
            units[len(logs)] = unit
        logs.append(Examined(Checked(shown_name(file)), found, file in named, under))
    if not logs:
        raise Rejected([no_units(paths), *strays])
    for index, doubled in zip(units, find_doubled_units([*units.values()]), strict=True):
        if doubled is not None:
            logs[index] = logs[index]._replace(problems=(*logs[index].problems, doubled))
    return answer(logs, Manner(form, output), words, [*strays, *find_barren(paths)])


def _examine(file: str, rubric: str | None) -> tuple[tuple[Problem, ...], str, ScoredUnit | None]:
    """The problems of a log, and the rubric's file and the unit that it was checked under, as far as it came to that."""
    from wuwu.api import evaluate, load_log, rubric_of
    from wuwu.scoring.warnings import locate_warnings
    from wuwu.units.batch import ScoredUnit

    notes: tuple[Problem, ...] = ()
    under = ""
    try:
        log = load_log(file, rubric)
        notes = log.document.notes
        plan = rubric_of(log, rubric)
        under = plan.rubric.document.name
        warnings = locate_warnings(log, evaluate(plan, log).warnings)
    except Rejected as rejected:
        return (*notes, *rejected.problems), under, None
    return (*notes, *warnings), under, ScoredUnit(file, log.unit, plan.rubric.rubric, plan.year)
