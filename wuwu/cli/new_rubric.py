"""`wuwu new-rubric`: next year's table as a file of its own, made from this year's."""

from __future__ import annotations

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.errors import DONE
from wuwu.cli.output import names_stdout, report, write_output
from wuwu.cli.path_conflicts import READ_RUBRIC, RUBRIC, find_misplaced
from wuwu.diagnostics import Problem, Rejected
from wuwu.messages import Words

_FIRST, _LAST = 1900, 9999


def build(words: Words) -> click.Command:
    """The command, in the given words."""
    return Command(
        "new-rubric",
        words,
        make_edition,
        about=words("cli.new-rubric.about"),
        params=[
            Argument(["rubric"], type=READ_RUBRIC, metavar="ID@YEAR|FILE", explained=words("cli.new-rubric.rubric")),
            Option(
                ["--year"],
                type=click.IntRange(_FIRST, _LAST),
                required=True,
                metavar="YEAR",
                help=words("cli.new-rubric.year"),
            ),
            Option(["-o", "--output"], type=RUBRIC, metavar="FILE", help=words("cli.new-rubric.output")),
        ],
    )


def make_edition(words: Words, *, rubric: str, year: int, output: str | None) -> int:
    """Write the edition of another year and say what comes next; the exit code."""
    from wuwu.api import load_rubric
    from wuwu.rubric.next_year import write_edition

    plan = load_rubric(rubric)
    if plan.year == year:
        raise Rejected([Problem("edition-exists", None, {"rubric": plan.rubric.rubric, "year": year})])
    if output is None:
        output = f"{plan.rubric.rubric}-{year}.yaml"
        if (misplaced := find_misplaced(output, RUBRIC)) is not None:
            raise Rejected([misplaced])
    write_output(write_edition(plan.rubric.document, year), output)
    if not names_stdout(output):
        old = f"{plan.rubric.rubric}@{plan.year}" if rubric.partition("@")[0] == plan.rubric.rubric else rubric
        report(words("cli.new-rubric.made", file=_pasted(output), old=_pasted(old)))
    return DONE


def _pasted(path: str) -> str:
    """A path as every shell takes it."""
    return f'"{path}"' if " " in path else path
