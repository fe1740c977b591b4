"""`wuwu diff`: two rubrics in, what changed and what that does to units out."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.errors import DONE, FINDINGS, exit_code, show_problems
from wuwu.cli.options import format_option, output_option
from wuwu.cli.output import console, report, write_output
from wuwu.cli.path_conflicts import READ, READ_RUBRIC
from wuwu.diagnostics import Problem, Rejected, Severity
from wuwu.messages import Words

if TYPE_CHECKING:
    from wuwu.comparison.changes import Comparison
    from wuwu.comparison.impact import Impact
    from wuwu.log.declared import Log
    from wuwu.rubric.plan import Plan

FAIL_ON = ("score", "rank", "status", "any")
# What a file is laid out for: nobody scrolls sideways in a report.
_FILE_WIDTH = 120


def build(words: Words) -> click.Command:
    """The command."""
    return Command(
        "diff",
        words,
        run_diff,
        about=words("diff.about"),
        params=[
            Argument(["old"], type=READ_RUBRIC, metavar="OLD", explained=words("diff.old")),
            Argument(["new"], type=READ_RUBRIC, metavar="NEW", explained=words("diff.new")),
            Option(["--units"], type=READ, multiple=True, metavar="PATH", help=words("diff.option.units")),
            format_option(words, "text", "markdown", "json"),
            Option(["--fail-on"], type=click.Choice(FAIL_ON), help=words("diff.option.fail-on")),
            output_option(words),
        ],
    )


def run_diff(
    words: Words, *, old: str, new: str, units: Sequence[str], form: str, fail_on: str | None, output: str | None
) -> int:
    """Compare, print, and say by the exit code whether the edit does what `--fail-on` names."""
    from wuwu.comparison.changes import compare_rubrics
    from wuwu.comparison.impact import assess_impact
    from wuwu.source.files import shown_name

    before, after = _open_both(old, new)
    comparison = compare_rubrics(before.rubric, after.rubric)
    logs, problems = _read_logs(units)
    impact = assess_impact(before, after, comparison, logs) if units else None
    if comparison.changes:
        _report_provisional(after, new, words)
    write_output(_render(comparison, impact, words, form, output), output)
    if not comparison.changes:
        report(words("diff.same"))
    if impact is not None and logs:
        _report_skipped(impact, words)
    show_problems(problems, words)
    named = {shown_name(Path(path)) for path in units}
    return max(exit_code(problems, named), FINDINGS if _fails(comparison, impact, fail_on) else DONE)


def _open_both(*references: str) -> list[Plan]:
    """Both rubrics. Raises Rejected with the problems of both."""
    plans: list[Plan] = []
    problems: list[Problem] = []
    for reference in dict.fromkeys(references):
        try:
            plans.append(_open(reference))
        except Rejected as rejected:
            problems += rejected.problems
    if problems:
        raise Rejected(problems)
    return [plans[0], plans[-1]]


def _open(reference: str) -> Plan:
    from wuwu.rubric.lookup import find_rubric, refer
    from wuwu.rubric.plan import compile_document
    from wuwu.source.revision import is_revision, read_revision
    from wuwu.source.yaml_reader import parse_document

    if is_revision(reference):
        raw = read_revision(reference)
        return raw.then(lambda raw: parse_document(raw, reference)).then(compile_document).require()
    return find_rubric(refer(reference)).require()


def _read_logs(paths: Sequence[str]) -> tuple[list[Log], list[Problem]]:
    """The logs, and the problems of those that could not be read."""
    from wuwu.source.files import expand, find_barren, no_units
    from wuwu.units.pipeline import read_source, stray_file

    logs: list[Log] = []
    problems: list[Problem] = []
    for path in expand(paths).require():
        for _, read, _ in read_source(path):
            if read.value is not None and not read.failed:
                logs.append(read.value)
            stray = stray_file(path, paths, read.problems)
            problems += read.problems if stray is None else (stray,)
    if paths and not logs and exit_code(problems) == DONE:
        return logs, [no_units(paths), *problems]
    return logs, [*find_barren(paths), *problems]


def _render(comparison: Comparison, impact: Impact | None, words: Words, form: str, output: str | None) -> str | bytes:
    if form == "json":
        from wuwu.report.diff.document import diff_document
        from wuwu.report.layout.exact_json import dump

        return dump(diff_document(comparison, impact, words))
    if form == "markdown":
        from wuwu.report.diff.markdown import diff_markdown

        return diff_markdown(comparison, impact, words).encode()
    from rich.console import Console

    from wuwu.report.diff.text import diff_text

    screen = console() if output is None else Console(file=StringIO(), width=_FILE_WIDTH, color_system=None)
    with screen.capture() as captured:
        for each in diff_text(comparison, impact, words, screen.width):
            screen.print(each)
    return "".join(line.rstrip(" ") + "\n" for line in captured.get().splitlines())


def _report_skipped(impact: Impact, words: Words) -> None:
    """Where nothing is printed, whoever named the logs still hears that they were not checked."""
    if not impact.units and not impact.unbound:
        report(words("diff.no-units"))


def _report_provisional(plan: Plan, reference: str, words: Words) -> None:
    """Say that what is to become of the units is not to be relied on yet, where the new rubric does not pass its checks."""
    from wuwu.checks import check_rubric
    from wuwu.source.files import typed
    from wuwu.source.revision import is_revision

    errors = sum(each.severity is Severity.ERROR for each in check_rubric(plan).problems)
    if errors:
        file = reference.partition(":")[2] if is_revision(reference) else reference
        report(words("diff.provisional", count=errors, file=typed(file)))


def _fails(comparison: Comparison, impact: Impact | None, fail_on: str | None) -> bool:
    from wuwu.comparison.changes import Sort
    from wuwu.comparison.impact import Lost

    units = impact.units if impact else ()
    # a log that the edit makes unfit is a unit without a score: nobody has to ask for that
    if impact and any(each.lost is not Lost.OLD for each in impact.unbound):
        return True
    scored = any(unit.scored_otherwise for unit in units)
    ranked = any(unit.ranked_otherwise for unit in units)
    changed = any(unit.status_changed for unit in units)
    edited = any(change.sort in (Sort.SCORING, Sort.NAMING) for change in comparison.changes)
    verdicts = {"score": scored, "rank": ranked, "status": changed, "any": scored or ranked or changed or edited}
    return verdicts.get(fail_on or "", False)
