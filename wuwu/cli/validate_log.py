"""`wuwu validate-log`: every problem of every log, without scoring."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.examined import Examined, Manner, answer
from wuwu.cli.options import FINDING_FORMATS, format_option, output_option
from wuwu.cli.path_conflicts import READ, READ_RUBRIC
from wuwu.diagnostics import Problem, Rejected
from wuwu.messages import Words

if TYPE_CHECKING:
    from wuwu.scoring.scorecard import Scorecard
    from wuwu.units.batch import ScoredUnit
    from wuwu.units.pipeline import Outcome


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
    from wuwu.api import load_rubric
    from wuwu.report.findings.checked import Checked
    from wuwu.source.files import expand, find_barren, no_units, shown_name
    from wuwu.units.batch import find_doubled_units
    from wuwu.units.pipeline import Pipeline, stray_rubric

    if rubric is not None:
        load_rubric(rubric)  # what is wrong with it is said once, not for every log
    named = {str(Path(path)) for path in paths}
    pipeline = Pipeline(rubric)
    logs: list[Examined] = []
    strays: list[Problem] = []
    units: dict[int, ScoredUnit] = {}
    for file in map(str, expand(paths)):
        outcome = pipeline.score(file)
        if (stray := stray_rubric(file, paths, outcome.problems)) is not None:
            strays.append(stray)
            continue
        if outcome.card is not None:
            units[len(logs)] = _unit(file, outcome.card)
        logs.append(Examined(Checked(shown_name(file)), _problems(outcome), file in named))
    if not logs:
        raise Rejected([no_units(paths), *strays])
    for index, doubled in zip(units, find_doubled_units([*units.values()]), strict=True):
        if doubled is not None:
            logs[index] = logs[index]._replace(problems=(*logs[index].problems, doubled))
    return answer(logs, Manner(form, output), words, [*strays, *find_barren(paths)])


def _unit(file: str, card: Scorecard) -> ScoredUnit:
    from wuwu.units.batch import ScoredUnit

    rubric = card.bound.plan.rubric
    return ScoredUnit(file, card.bound.log.unit, rubric.rubric, rubric.year)


def _problems(outcome: Outcome) -> tuple[Problem, ...]:
    """The problems of a log, and what its scorecard would ask."""
    from wuwu.scoring.warnings import locate_warnings

    card = outcome.card
    questions = locate_warnings(card.bound.log, card.warnings) if card is not None else ()
    return (*outcome.problems, *questions)
