"""`wuwu score`: a log and its scorecard; several logs and their ranking."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, get_args

import click

from wuwu.cli.command import DAY, READ, WRITTEN, Argument, Command, Option
from wuwu.cli.errors import DONE, FINDINGS, show_problems
from wuwu.cli.options import Format, ScoreOptions, format_option, output_option
from wuwu.cli.output import screen_width, tell, uses_color, write_output
from wuwu.diagnostics import Problem, Rejected
from wuwu.messages import Words

if TYPE_CHECKING:
    from wuwu.log.declared import Log
    from wuwu.scoring.scorecard import Scorecard


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
            Option(["--rubric"], type=READ, metavar="ID|FILE", help=words("cli.score.rubric")),
            format_option(words, *get_args(Format)),
            Option(["--xlsx"], type=WRITTEN, metavar="FILE", help=words("cli.score.xlsx")),
            Option(["--explain"], is_flag=True, help=words("cli.score.explain")),
            Option(["--as-of"], type=DAY, metavar="DATE", help=words("cli.score.as-of")),
            Option(["--final"], is_flag=True, help=words("cli.score.final")),
            Option(
                ["--ties"],
                type=click.Choice(["competition", "dense"]),
                default="competition",
                help=words("cli.score.ties"),
            ),
            Option(["--jobs"], type=click.IntRange(min=1), metavar="N", help=words("cli.score.jobs")),
            output_option(words),
        ],
    )


def score(words: Words, *, paths: tuple[str, ...], **values: Any) -> int:
    """Score what the paths name; the exit code."""
    from wuwu.api import load_rubric

    options = ScoreOptions(**values)
    if options.rubric is not None:
        load_rubric(options.rubric)  # what is wrong with it is said once, before any log is read
    log = _only_log(paths, options)
    if options.explain and (log is None or options.form != "text"):
        tell(words("cli.score.explain-idle"))
    if log is not None:
        return _score_one(log, options, words)
    from wuwu.cli.ranking import rank

    return rank(paths, options, words)


def _only_log(paths: tuple[str, ...], options: ScoreOptions) -> Log | None:
    """The log of a single unit, which is answered by its scorecard, unless a form was asked for that is a table of units.

    A ledger with one unit is one log, too. None for anything else. Raises Rejected for a file that is no log.
    """
    from wuwu.api import read_source

    if len(paths) > 1 or os.path.isdir(paths[0]) or options.form == "csv":  # noqa: PTH112 - never raises
        return None
    source = read_source(paths[0], options.rubric)
    if len(source.logs) + len(source.faults) > 1:
        return None
    for _, problems in source.faults:
        raise Rejected(problems)
    (log,) = source.logs
    return log


def _score_one(log: Log, options: ScoreOptions, words: Words) -> int:
    from wuwu.api import evaluate, notes_of, rubric_of
    from wuwu.log.merging import SELF

    plan = rubric_of(log, options.rubric)
    if notes := notes_of(log, plan):
        show_problems(notes, words)
    card = evaluate(plan, log, options.as_of)
    if log.recorded_by == SELF:
        params = {"unit": log.unit, "score": card.reference_score}
        raise Rejected([Problem("self-assessment-alone", log.document.place(("recorded_by",)), params)])
    if options.xlsx is not None:  # first, as whoever reads the scorecard may leave
        from wuwu.cli.ranking import write_workbook
        from wuwu.units.summary import describe, summarize

        write_workbook([summarize(card, describe(plan.rubric), keep=True)], options, words)
    write_output(_rendered(card, options, words), options.output, [plan.rubric.document.name])
    if options.final and (card.unassessed or card.pending):
        counts = {"unassessed": len(card.unassessed), "pending": len(card.pending)}
        tell(words("cli.score.not-final", **counts))
        return FINDINGS
    if options.final and card.as_of:
        tell(words("cli.score.interim", day=card.as_of.isoformat()))
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
    from wuwu.comparison.reading_effects import find_reading_effects
    from wuwu.report.scorecard.text import render_scorecard

    color = options.output is None and uses_color(sys.stdout)
    explained = find_reading_effects(card) if options.explain else None
    return render_scorecard(card, words, width=screen_width(), color=color, explained=explained)
