"""`wuwu validate-rubric`: everything that can be wrong with a rubric, all files in one run."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.examined import Examined, Manner, answer
from wuwu.cli.options import FINDING_FORMATS, format_option, output_option
from wuwu.cli.output import report, write_output
from wuwu.cli.path_conflicts import READ_RUBRIC
from wuwu.diagnostics import Problem, Rejected, Result
from wuwu.messages import Phrase, Words

if TYPE_CHECKING:
    from wuwu.checks import Findings
    from wuwu.rubric.plan import Plan


def build(words: Words) -> click.Command:
    """The command, in the given words."""
    return Command(
        "validate-rubric",
        words,
        validate_rubrics,
        about=words("cli.validate-rubric.about"),
        params=[
            Argument(
                ["paths"],
                nargs=-1,
                type=READ_RUBRIC,
                metavar="[FILE|ID]…",
                explained=words("cli.validate-rubric.files"),
            ),
            Option(["--strict"], is_flag=True, help=words("cli.validate-rubric.strict")),
            Option(["--accept-examples"], is_flag=True, help=words("cli.validate-rubric.accept-examples")),
            format_option(words, *FINDING_FORMATS),
            output_option(words),
        ],
    )


def validate_rubrics(
    words: Words, *, paths: tuple[str, ...], strict: bool, accept_examples: bool, form: str, output: str | None
) -> int:
    """Check the rubrics that the paths name, or the bundled ones; the exit code."""
    from wuwu.rubric.bundled import bundled_files, compile_bundled_file, shown_bundled
    from wuwu.rubric.lookup import find_rubric, refer
    from wuwu.source.files import shown_name

    if accept_examples:
        _accept_examples(paths, words)
    named = [(shown_name(Path(path) if path else path), partial(find_rubric, refer(path))) for path in paths]
    bundled = (
        [(shown_bundled(path), partial(compile_bundled_file, path)) for path in bundled_files()] if not paths else []
    )
    return answer([_check(name, load, words) for name, load in named or bundled], Manner(form, output, strict), words)


def _accept_examples(paths: Sequence[str], words: Words) -> None:
    """Write what the examples come to into the files, for somebody to read as a diff. A faulty rubric is left to the checks."""
    from wuwu.checks.example_checks import expected_figures
    from wuwu.rubric.lookup import find_rubric, refer
    from wuwu.source.edits import replace_scalars

    found = {path: find_rubric(refer(path)).value for path in paths}
    plans = {path: plan for path, plan in found.items() if plan is not None}
    if not paths or not all(_is_file_of(plan, path) for path, plan in plans.items()):
        raise Rejected([Problem("bundled-examples", None)])
    for path, plan in plans.items():
        figures = expected_figures(plan)
        if figures:
            write_output(replace_scalars(plan.rubric.document, figures), path)
        report(words("cli.validate-rubric.accepted", file=path, count=len(figures)))


def _is_file_of(plan: Plan, path: str) -> bool:
    """Whether a path leads to the rubric's own file; an id leads to a bundled one, which belongs to the program."""
    return os.path.isfile(path) and Path(path).read_bytes() == plan.rubric.document.raw  # noqa: PTH113 - never raises


def _check(name: str, load: Callable[[], Result[Plan]], words: Words) -> Examined:
    from wuwu.checks import check_rubric
    from wuwu.report.findings.checked import Checked

    loaded = load()
    plan = loaded.value
    if plan is None or loaded.failed:
        return Examined(Checked(name), loaded.problems)
    findings = check_rubric(plan)
    told, figures = _summary(findings, words)
    return Examined(Checked(plan.rubric.document.name, told, figures), findings.problems)


def _summary(findings: Findings, words: Words) -> tuple[tuple[str, ...], dict[str, object]]:
    """What there is to say about a rubric that was checked: in sentences, and as figures for a program."""
    characters, sentences = findings.coverage
    counted = {f"{name}_sentences": count for name, count in sentences._asdict().items()}
    text = {"total": sum(characters), "all_sentences": sum(sentences), **characters._asdict(), **counted}
    readings = {
        "readings": findings.readings,
        "unconfirmed": findings.unconfirmed,
        "lists": findings.missing_lists,
        "accepted": findings.accepted,
    }
    exercise = findings.exercise._asdict()
    all_move = findings.exercise.moving == findings.exercise.rules
    all_taken = findings.exercise.taken == findings.exercise.branches
    moved = Phrase("checks.moved.all" if all_move else "checks.moved", exercise)
    came = Phrase("checks.came.all" if all_taken else "checks.came", exercise)
    told = (
        words("checks.coverage", **text),
        words("checks.exercise", **exercise, moved=moved, came=came),
        words("checks.readings", **readings),
    )
    return told, {**text, **exercise, **readings}
