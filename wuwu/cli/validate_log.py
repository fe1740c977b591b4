"""`wuwu validate-log`: every problem of every log, without scoring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.errors import DONE, FINDINGS, show_problems
from wuwu.cli.examined import Examined, Manner, answer
from wuwu.cli.options import FINDING_FORMATS, format_option, output_option
from wuwu.cli.output import write_output
from wuwu.cli.path_conflicts import READ, READ_RUBRIC
from wuwu.diagnostics import Place, Problem, Rejected, Severity
from wuwu.messages import Words

if TYPE_CHECKING:
    from wuwu.scoring.scorecard import Scorecard
    from wuwu.units.pipeline import Outcome, Pipeline
    from wuwu.units.summary import UnitResult


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
            Option(["--evidence"], is_flag=True, help=words("cli.validate-log.evidence")),
            format_option(words, *FINDING_FORMATS),
            output_option(words),
        ],
    )


def validate_logs(
    words: Words, *, paths: tuple[str, ...], rubric: str | None, evidence: bool, form: str, output: str | None
) -> int:
    """Check the logs that the paths name; the exit code."""
    from wuwu.api import load_rubric
    from wuwu.report.findings.checked import Checked
    from wuwu.source.files import expand, find_barren, find_locks, no_units, shown_name
    from wuwu.units.pipeline import Pipeline, stray_file

    if rubric is not None:
        load_rubric(rubric)  # what is wrong with it is reported once, not for every log
    if evidence:
        return _list_evidence(paths, rubric, Manner(form, output), words)
    named = {str(Path(path)) for path in paths}
    pipeline = Pipeline(rubric)
    found: dict[str, list[Outcome]] = {}
    strays: list[Problem] = []
    for file in map(str, expand(paths).require()):
        outcomes = pipeline.score_all(file)
        stray = stray_file(file, paths, [problem for each in outcomes for problem in each.problems])
        if stray is not None:
            strays.append(stray)
        else:
            found[file] = outcomes
    if not found:
        raise Rejected([no_units(paths), *strays])
    between = _between_sources(found, pipeline)
    logs = [
        Examined(Checked(shown_name(file)), (*_problems(outcomes), *between.get(shown_name(file), ())), file in named)
        for file, outcomes in found.items()
    ]
    return answer(logs, Manner(form, output), words, [*strays, *find_barren(paths), *find_locks(paths)])


def _between_sources(found: Mapping[str, Sequence[Outcome]], pipeline: Pipeline) -> dict[str, list[Problem]]:
    """What is wrong between the logs of one unit, by the file that each problem stands in."""
    from wuwu.units.joining import Found, join
    from wuwu.units.ranking import Failure
    from wuwu.units.summary import describe, summarize

    def sum_up(card: Scorecard) -> UnitResult:
        return summarize(card, describe(card.bound.plan.rubric), keep=True)

    scored = [
        Found(file, sum_up(each.card)) for file, outcomes in found.items() for each in outcomes if each.card is not None
    ]
    told: dict[str, list[Problem]] = {}
    for each in join(scored, lambda read: pipeline.score_log(read, ""), sum_up):
        for problem in each.problems if isinstance(each, Failure) else _asked_between(each):
            if problem.place is not None and problem.code != "self-assessment-alone":
                told.setdefault(problem.place.file, []).append(problem)
    return told


def _asked_between(result: UnitResult) -> Sequence[Problem]:
    """What the scorecard of several sources would ask; that of one source is asked where that source is checked by itself."""
    from wuwu.log.merging import Record
    from wuwu.scoring.warnings import locate_warnings

    card = result.card
    if card is None or not isinstance(card.bound.log.document, Record):
        return ()
    return [each for each in locate_warnings(card.bound.log, card.warnings) if each.code.startswith("recorded-")]


def _problems(outcomes: Sequence[Outcome]) -> tuple[Problem, ...]:
    """The problems of the logs in a file, and what their scorecards would ask."""
    from wuwu.scoring.warnings import locate_warnings
    from wuwu.units.evidence import check_evidence

    told: dict[Problem, None] = {}
    for outcome in outcomes:
        card = outcome.card
        questions = locate_warnings(card.bound.log, card.warnings) if card is not None else ()
        missing = check_evidence(card.bound.log) if card is not None else ()
        told |= dict.fromkeys((*outcome.problems, *questions, *missing))
    return tuple(told)


def _list_evidence(paths: tuple[str, ...], rubric: str | None, manner: Manner, words: Words) -> int:
    """Put out what the entries of the logs rest on, and what of it is missing; the exit code."""
    from wuwu.report.evidence import evidence_json, evidence_text
    from wuwu.report.findings.checked import Checked
    from wuwu.source.files import expand, no_units, shown_name
    from wuwu.units.evidence import find_uncited, list_evidence
    from wuwu.units.pipeline import Pipeline, stray_file

    pipeline = Pipeline(rubric)
    outcomes: dict[str, list[Outcome]] = {}
    for file in map(str, expand(paths).require()):
        found = pipeline.score_all(file)
        if stray_file(file, paths, [problem for each in found for problem in each.problems]) is None:
            outcomes[file] = found
    if not outcomes:
        raise Rejected([no_units(paths)])
    listed = list_evidence(each for found in outcomes.values() for each in found)
    uncited = list(find_uncited(listed))
    problems = [problem for found in outcomes.values() for problem in _evidence_problems(found)]
    checked = [Checked(shown_name(file)) for file in outcomes]
    notes = [
        Problem("evidence-uncited", Place(shown_name(each)), {"file": each.name}, Severity.NOTE) for each in uncited
    ]
    match manner.form:
        case "text":
            write_output(evidence_text(listed, uncited, words), manner.output)
            show_problems(problems, words)
        case "json":
            write_output(evidence_json(listed, uncited, [*problems, *notes], checked, words), manner.output)
        case _:
            answer([Examined(each, ()) for each in checked], manner, words, [*problems, *notes])
    return FINDINGS if problems else DONE


def _evidence_problems(outcomes: Sequence[Outcome]) -> Iterator[Problem]:
    """What keeps logs from being read, and what is wrong with their evidence."""
    from wuwu.units.evidence import EVIDENCE_CODES

    for problem in _problems(outcomes):
        if problem.severity is Severity.ERROR or problem.code in EVIDENCE_CODES:
            yield problem
