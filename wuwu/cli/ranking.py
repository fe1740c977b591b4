"""`wuwu score` over several logs: the ranking, in the form that was asked for, and the workbook beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module

from wuwu.cli.errors import DEFECT, DONE, FINDINGS, show_problems
from wuwu.cli.options import ScoreOptions
from wuwu.cli.output import report, screen_width, uses_color, write_output
from wuwu.diagnostics import Problem
from wuwu.messages import Words
from wuwu.units.batch import Asked, Batch, score_files
from wuwu.units.ranking import Failure, Ranking
from wuwu.units.ranking import rank as rank_results
from wuwu.units.summary import UnitResult

# Nobody looks at a bar that is gone at once: so many logs, or steps of a workbook, take about two seconds.
_MANY_LOGS, _MANY_STEPS = 300, 90
_MOST_NAMED = 10


def rank(paths: Sequence[str], options: ScoreOptions, words: Words) -> int:
    """Score what the paths name and put out the ranking; the exit code."""
    render = None
    if options.form == "json":
        from wuwu.report.ranking.document import render_result

        render = partial(render_result, words)
    asked = Asked(options.rubric, options.as_of, render, keep=options.xlsx is not None)
    with _progress(words("ranking.progress"), _MANY_LOGS) as advance:
        batch = score_files(paths, asked, jobs=options.jobs, advance=advance).require()
    ranking = rank_results(batch.results, batch.failures, options.ties)
    if options.xlsx is not None and ranking.groups:  # first, as whoever reads the ranking may leave
        write_workbook(batch.results, options, words, batch.failures)
    if options.annual and not ranking.annuals:
        report(words("cli.score.annual-idle"))
    if ranking.groups or options.form == "json":  # a program reads the failures there, a person on standard error
        write_output(_rendered(ranking, options, words), options.output)
    else:
        report(words("ranking.nothing"))
    return _answer(batch, options, words)


def write_workbook(
    results: Sequence[UnitResult], options: ScoreOptions, words: Words, failures: Iterable[Failure] = ()
) -> None:
    """Write the workbook of units whose scorecards were kept, where `--xlsx` says; on a terminal the user is informed."""
    # the other formats must not wait for a library that only this one needs
    workbook = import_module("wuwu.report.workbook")
    fonts = workbook.choose_fonts(os.environ.get("WUWU_FONTS", ""))
    ranking = rank_results(results, failures, options.ties)
    with _progress(words("ranking.progress-workbook"), _MANY_STEPS) as advance:
        book = workbook.render_workbook(ranking, words, fonts, advance)
    write_output(book, options.xlsx)
    if sys.stderr is not None and sys.stderr.isatty():
        report(words("ranking.written", file=options.xlsx))


def _rendered(ranking: Ranking, options: ScoreOptions, words: Words) -> str | bytes:
    match options.form:
        case "json" if options.annual:
            from wuwu.report.ranking.annual import dump_annual

            return dump_annual(ranking.annuals)
        case "json":
            from wuwu.report.ranking.document import dump_ranking

            return dump_ranking(ranking, words)
        case "csv":
            from wuwu.report.ranking.csv import ranking_csv

            return ranking_csv(ranking, words)
        case "markdown":
            from wuwu.report.ranking.markdown import ranking_markdown

            return ranking_markdown(ranking, words).encode()
        case _:
            from wuwu.report.ranking.text import render_ranking

            color = options.output is None and uses_color(sys.stdout)
            return render_ranking(ranking, words, width=screen_width(), color=color)


def _answer(batch: Batch, options: ScoreOptions, words: Words) -> int:
    """Say what went wrong, and the exit code for it."""
    code = DONE
    # two logs under one faulty rubric have the same problems
    found = dict.fromkeys(_noted(batch))
    if found:
        show_problems(found, words)
    if batch.failures:
        code = DEFECT if any(each.no_access for each in batch.failures) else FINDINGS
    if options.final:
        unsettled = [each for each in batch.results if each.unassessed or each.pending]
        interim = [each for each in batch.results if each.as_of and each not in unsettled]
        for name, some in (("open", unsettled), ("interim", interim)):
            if some:
                units = [each.unit for each in some[:_MOST_NAMED]] + ["…"] * (len(some) > _MOST_NAMED)
                report(words(f"ranking.{name}", count=len(some), units=units))
                code = max(code, FINDINGS)
    return code


def _noted(batch: Batch) -> Iterator[Problem]:
    yield from batch.notes
    for result in batch.results:
        yield from result.notes
    for failure in batch.failures:
        yield from failure.problems


@contextmanager
def _progress(label: str, many: int) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error, from so many steps on; nothing where standard error is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True, markup=False), transient=True) as bar:
        task = bar.add_task(label, total=None, visible=False)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=total >= many)

        yield advance
