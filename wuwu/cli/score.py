"""`wuwu score`: a log and its scorecard; several logs and their ranking."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, get_args

import click

from wuwu.cli.command import DAY, Argument, Command, Option
from wuwu.cli.errors import DONE, FINDINGS, show_problems
from wuwu.cli.options import Format, ScoreOptions, format_option, output_option
from wuwu.cli.output import report, screen_width, uses_color, write_output
from wuwu.cli.path_conflicts import READ, READ_RUBRIC, WORKBOOK
from wuwu.diagnostics import Problem, Rejected
from wuwu.messages import Words

if TYPE_CHECKING:
    from wuwu.scoring.scorecard import Scorecard
    from wuwu.units.pipeline import Outcome


def build(words: Words) -> click.Command:
    """The command, in the given words."""
    return Command(
        "score",
        words,
        score,
        about=words("cli.score.about"),
        params=[
            Argument(
                ["paths"], nargs=-1, type=READ, required=True, metavar="PATH…", explained=words("cli.score.paths")
            ),
            Option(["--rubric"], type=READ_RUBRIC, metavar="ID|FILE", help=words("cli.score.rubric")),
            format_option(words, *get_args(Format)),
            Option(["--xlsx"], type=WORKBOOK, metavar="FILE", help=words("cli.score.xlsx")),
            Option(["--explain"], is_flag=True, help=words("cli.score.explain")),
            Option(["--as-of"], type=DAY, metavar="DATE", help=words("cli.score.as-of")),
            Option(["--final"], is_flag=True, help=words("cli.score.final")),
            Option(
                ["--ties"],
                type=click.Choice(["competition", "dense"]),
                default="competition",
                help=words("cli.score.ties"),
            ),
            Option(["--annual"], is_flag=True, help=words("cli.score.annual")),
            Option(["--jobs"], type=click.IntRange(min=1), metavar="N", help=words("cli.score.jobs")),
            output_option(words),
        ],
    )


def score(words: Words, *, paths: tuple[str, ...], **values: Any) -> int:
    """Score what the paths name; the exit code."""
    from wuwu.api import load_rubric

    options = ScoreOptions(**values)
    if options.rubric is not None:
        load_rubric(options.rubric)  # what is wrong with it is reported once, before any log is read
    outcome = _only_outcome(paths, options)
    if options.explain and (outcome is None or options.form != "text"):
        report(words("cli.score.explain-idle"))
    if outcome is not None:
        return _score_one(outcome, options, words)
    from wuwu.cli.ranking import rank

    return rank(paths, options, words)


def _only_outcome(paths: tuple[str, ...], options: ScoreOptions) -> Outcome | None:
    """The outcome of a single log, answered by its scorecard unless a form was asked for that is a table of units.

    A ledger with one unit is one log, too; None for anything else.
    """
    from wuwu.units.pipeline import Pipeline

    if len(paths) > 1 or os.path.isdir(paths[0]) or options.form == "csv":  # noqa: PTH112 - never raises
        return None
    outcomes = Pipeline(options.rubric, options.as_of).score_all(paths[0])
    return outcomes[0] if len(outcomes) == 1 else None


def _score_one(outcome: Outcome, options: ScoreOptions, words: Words) -> int:
    from wuwu.log.merging import SELF

    card = outcome.card
    if card is None:
        raise Rejected(outcome.problems)
    log = card.bound.log
    if log.recorded_by == SELF:
        params = {"unit": log.unit, "score": card.reference_score}
        raise Rejected([Problem("self-assessment-alone", log.document.place(("recorded_by",)), params)])
    if outcome.problems:
        show_problems(outcome.problems, words)
    if options.xlsx is not None:  # first, as whoever reads the scorecard may leave
        from wuwu.cli.ranking import write_workbook
        from wuwu.units.summary import describe, summarize

        write_workbook([summarize(card, describe(card.bound.plan.rubric), keep=True)], options, words)
    write_output(_rendered(card, options, words), options.output)
    if options.final and (card.unassessed or card.pending):
        counts = {"unassessed": len(card.unassessed), "pending": len(card.pending)}
        report(words("cli.score.not-final", **counts))
        return FINDINGS
    if options.final and card.as_of:
        report(words("cli.score.interim", day=card.as_of.isoformat()))
        return FINDINGS
    return DONE


def _rendered(card: Scorecard, options: ScoreOptions, words: Words) -> str | bytes:
    if options.form == "json":
        from wuwu.report.layout.exact_json import dump
        from wuwu.report.scorecard.document import result_document

        return dump(result_document(card, words))
    if options.form == "markdown":
        from wuwu.report.scorecard.markdown import scorecard_markdown

        return scorecard_markdown(card, words).encode()
    from wuwu.report.scorecard.text import render_scorecard

    color = options.output is None and uses_color(sys.stdout)
    explained = None
    if options.explain:
        from wuwu.comparison.reading_effects import find_reading_effects

        explained = find_reading_effects(card)
    return render_scorecard(card, words, width=screen_width(), color=color, explained=explained)
