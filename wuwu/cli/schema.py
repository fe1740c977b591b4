"""`wuwu schema`: the JSON Schemas of the files that people write and of the documents that wuwu writes."""

from __future__ import annotations

import click

from wuwu.cli.command import Argument, Command, Option
from wuwu.cli.errors import DONE
from wuwu.cli.options import output_option
from wuwu.cli.output import write_output
from wuwu.cli.path_conflicts import READ_RUBRIC
from wuwu.messages import Words

# As `wuwu.report.schemas.KINDS`, which a help page need not import.
KINDS = ("rubric", "log", "result", "ranking", "diff")


def build(words: Words) -> click.Command:
    """The command."""
    return Command(
        "schema",
        words,
        print_schema,
        about=words("schema.about"),
        params=[
            Argument(["kind"], type=click.Choice(KINDS), metavar="|".join(KINDS), explained=words("schema.kind")),
            Option(["--rubric"], type=READ_RUBRIC, metavar="ID|FILE", help=words("schema.option.rubric")),
            output_option(words),
        ],
    )


def print_schema(words: Words, kind: str, rubric: str | None, output: str | None) -> int:
    """Print one schema, described in the language asked for; that of logs with the clauses of a rubric, if one is named."""
    from wuwu.report.layout.exact_json import dump
    from wuwu.report.schemas import log_schema, schema_document

    if rubric is None:
        write_output(dump(schema_document(kind, words)), output)
        return DONE
    if kind != "log":
        raise click.UsageError(words("schema.rubric-idle"), click.get_current_context())
    from wuwu.api import load_rubric

    write_output(dump(log_schema(load_rubric(rubric), words)), output)
    return DONE
