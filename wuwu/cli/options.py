"""The options that several commands take, made in one place, and what the user asked `wuwu score` for as one value."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

import click

from wuwu.cli.command import Option
from wuwu.cli.path_conflicts import STDOUT, TEXT
from wuwu.messages import Words

Format = Literal["text", "json", "markdown", "csv"]
Ties = Literal["competition", "dense"]


# As `wuwu.report.findings.formats.FORMATS`, which a help page need not import.
FINDING_FORMATS = ("text", "json", "github", "sarif", "junit")


def format_option(words: Words, *forms: str) -> Option:
    """`--format`: in which of the forms the command answers, the first unless asked for another."""
    choice = click.Choice(forms)
    return Option(["--format", "form"], type=choice, default=forms[0], help=words("cli.option.format", form=forms[0]))


def output_option(words: Words) -> Option:
    """`-o`: the file that the answer goes to; `-` is standard output, as if it were not given."""
    help_text = words("cli.option.output")
    return Option(["-o", "--output"], type=TEXT, metavar="FILE", help=help_text, callback=_file_of)


def _file_of(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    return None if value == STDOUT else value


class ScoreOptions(NamedTuple):
    """The options of `wuwu score`, as parsed.

    `rubric` is a bundled id or a path that replaces what the logs name; `xlsx` and `output` are paths of files to write
    (None: no workbook; standard output); `as_of` is the day of an interim score; `jobs` is the number of processes, None
    for as many as there are cores.
    """

    rubric: str | None = None
    form: Format = "text"
    xlsx: str | None = None
    explain: bool = False
    final: bool = False
    ties: Ties = "competition"
    jobs: int | None = None
    output: str | None = None
    as_of: date | None = None
