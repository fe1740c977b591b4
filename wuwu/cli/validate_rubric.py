"""`wuwu validate-rubric`: everything that can be wrong with a rubric, all files in one run."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.examined import Examined, Manner, answer
from wuwu.cli.options import FINDING_FORMATS, format_option, output_option
from wuwu.cli.path_conflicts import READ
from wuwu.diagnostics import Rejected
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
                ["paths"], nargs=-1, type=READ, metavar="[FILE|ID]…", explained=words("cli.validate-rubric.files")
            ),
            Option(["--strict"], is_flag=True, help=words("cli.validate-rubric.strict")),
            format_option(words, *FINDING_FORMATS),
            output_option(words),
        ],
    )


def validate_rubrics(words: Words, *, paths: tuple[str, ...], strict: bool, form: str, output: str | None) -> int:
    """Check the rubrics that the paths name, or the bundled ones; the exit code."""
    from wuwu.api import load_rubric
    from wuwu.rubric.bundled import shelf_files, shelf_plan, shown_on_shelf
    from wuwu.source.files import shown_name

    named = [(shown_name(Path(path) if path else path), partial(load_rubric, path)) for path in paths]
    bundled = [(shown_on_shelf(path), partial(shelf_plan, path)) for path in shelf_files()] if not paths else []
    return answer([_check(name, load, words) for name, load in named or bundled], Manner(form, output, strict), words)


def _check(name: str, load: Callable[[], Plan], words: Words) -> Examined:
    from wuwu.checks import check_rubric
    from wuwu.report.findings.checked import Checked

    try:
        plan = load()
    except Rejected as rejected:
        return Examined(Checked(name), rejected.problems)
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
