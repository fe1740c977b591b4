"""`wuwu schema`: the JSON Schemas of the files that people write and of the documents that wuwu writes."""

from __future__ import annotations

import click

from wuwu.cli.command import Argument, Command
from wuwu.cli.errors import DONE
from wuwu.cli.options import output_option
from wuwu.cli.output import write_output
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
            output_option(words),
        ],
    )


def print_schema(words: Words, kind: str, output: str | None) -> int:
    """Print one schema, described in the language asked for."""
    from wuwu.report.layout.exact_json import dump
    from wuwu.report.schemas import schema_document

    write_output(dump(schema_document(kind, words)), output)
    return DONE
