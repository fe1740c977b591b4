"""`wuwu new`: the skeleton of a unit's log, to be filled in with an editor."""

from __future__ import annotations

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.errors import DONE
from wuwu.cli.output import write_output
from wuwu.cli.path_conflicts import LOG, READ_RUBRIC
from wuwu.messages import Words


def build(words: Words) -> click.Command:
    """The command, in the given words."""
    return Command(
        "new",
        words,
        begin_log,
        about=words("cli.new.about"),
        params=[
            Argument(["unit"], metavar="UNIT", explained=words("cli.new.unit")),
            Option(["--rubric"], type=READ_RUBRIC, required=True, metavar="ID|FILE", help=words("cli.new.rubric")),
            Option(["-o", "--output"], type=LOG, metavar="FILE.yaml", help=words("cli.option.output")),
        ],
    )


def begin_log(words: Words, *, unit: str, rubric: str, output: str | None) -> int:
    """Write the skeleton; the exit code."""
    from wuwu.cli.template import read_tables
    from wuwu.report.logs.skeleton import render_skeleton

    (table,) = read_tables([rubric], output)
    text = render_skeleton(unit.strip(), table.ref, table.plan, words)
    write_output(text, output)
    return DONE
