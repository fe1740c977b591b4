"""`wuwu` itself: the table of commands, each imported only when it is called."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from wuwu import __version__
from wuwu.cli.command import NoCommand, UnknownCommand, Worded, eager_flag
from wuwu.messages import Words

# In the order of the help page. A module has `build(words) -> Command`; its one-line summary is `cli.summary.NAME`.
COMMANDS = {
    "score": "wuwu.cli.score",
    "validate-log": "wuwu.cli.validate_log",
    "validate-rubric": "wuwu.cli.validate_rubric",
    "explain": "wuwu.cli.explain",
    "diff": "wuwu.cli.diff",
    "template": "wuwu.cli.template",
    "convert": "wuwu.cli.convert",
    "new": "wuwu.cli.new",
    "rubrics": "wuwu.cli.rubrics",
    "schema": "wuwu.cli.schema",
    "new-rubric": "wuwu.cli.new_rubric",
    "help": "wuwu.cli.help",
}


class Program(Worded, click.Group):
    """The group that knows every command by name and none of them by content."""

    def __init__(self, words: Words) -> None:
        version = eager_flag(["--version"], lambda _: f"wuwu {__version__}", words("cli.option.version"))
        super().__init__(
            "wuwu",
            words,
            help=words("cli.about"),
            params=[version],
            callback=_refuse_silence,
            invoke_without_command=True,
            subcommand_metavar=words("cli.metavar.command"),
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, built now; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).build(self.words)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names, and the arguments left to it."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            raise UnknownCommand(args[0], ctx)
        return args[0], command, args[1:]

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that fit, from the catalogue, else what every command completes."""
        named = [
            CompletionItem(name, help=self.words(f"cli.summary.{name}"))
            for name in COMMANDS
            if name.startswith(incomplete)
        ]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands from the catalogue, importing none of them, then the options."""
        with formatter.section(self.words("cli.heading.commands")):
            formatter.write_dl([(name, self.words(f"cli.summary.{name}")) for name in COMMANDS])
        super().format_options(ctx, formatter)


def run_program(words: Words, arguments: Sequence[str]) -> int:
    """Parse the arguments and run the command they name; its exit code. Raises what the error door understands."""
    program = Program(words)
    try:
        with program.make_context("wuwu", list(arguments)) as context:
            return program.invoke(context) or 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code


@click.pass_context
def _refuse_silence(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise NoCommand(ctx)
